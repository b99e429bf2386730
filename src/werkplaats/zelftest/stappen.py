"""The steps of the self-test in their order; each says in one line what it found, or raises what went wrong."""

from __future__ import annotations

import pkgutil
import platform
import sqlite3
import ssl
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Protocol

import werkplaats
from werkplaats.domain.instellingen import RDW_APP_TOKEN
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.moment import SysteemKlok
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.errors import GeheimFout
from werkplaats.i18n import _
from werkplaats.samenstelling import Werkplaats, build
from werkplaats.services.sleutelbos import SysteemSleutelbos
from werkplaats.store.backup import check_backup, make_backup
from werkplaats.store.controle import check_health
from werkplaats.store.verbinding import parse_url
from werkplaats.zelftest.bibliotheken import load_libraries
from werkplaats.zelftest.venster import open_window, qt_version

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from werkplaats.config import Config
    from werkplaats.domain.rechten import Wie

ACCOUNT = ("zelftest", "Zelftest")
PLAAT = Kenteken.parse("GA-482-R")
BIJ_RDW = Kenteken.parse("01-CA-RS")
"""An invented car that the stand-in of the register knows."""

_PICTURE_WIDTH = 800
_GEHEIM = "een geheim dat nergens leesbaar mag staan"


class Refuted(Exception):
    """Something answered, and answered wrongly."""


class Practice(Protocol):
    """A practice garage with its stand-ins, as the start of the program makes it."""

    def configure(self) -> Config:
        """Starts the stand-ins and gives their configuration."""

    def stop(self) -> None:
        """Stops the stand-ins."""


@dataclass
class Proef:
    """What one step leaves for the next: the folder, the stand-ins, the program on a store of its own."""

    folder: Path
    practice: Practice
    garage: Config | None = None
    program: Werkplaats | None = None
    wie: Wie | None = None

    def close(self) -> None:
        """Closes the store and stops the stand-ins."""
        if self.program is not None:
            self.program.close()
        self.practice.stop()

    @property
    def opened(self) -> tuple[Werkplaats, Wie]:
        """The program and its user; the step that opens the store came before."""
        if self.program is None or self.wie is None:
            raise Refuted("store")
        return self.program, self.wie

    @property
    def config(self) -> Config:
        """The configuration of the practice garage; the step that starts it came before."""
        if self.garage is None:
            raise Refuted("stand-ins")
        return self.garage


def versions(_proef: Proef) -> str:
    """The versions of what cannot be pinned, and of the largest libraries."""
    return ", ".join(
        [
            f"Werkplaats {werkplaats.__version__}",
            platform.platform(),
            f"Python {platform.python_version()} ({platform.machine()})",
            f"Qt {qt_version()}",
            f"SQLite {sqlite3.sqlite_version}",
            ssl.OPENSSL_VERSION,
            *(f"{name} {version(name)}" for name in ("SQLAlchemy", "cryptography", "psycopg")),
        ]
    )


def modules(_proef: Proef) -> str:
    """Every module of the program loads, so each library that it leans on is there."""
    names = [module.name for module in pkgutil.walk_packages(werkplaats.__path__, "werkplaats.")]
    # A start is no module to load, and the migrations load when they run: in the step of the database.
    names = [name for name in names if not name.endswith(".__main__") and ".migrations." not in name]
    for name in names:
        import_module(name)
    return _("{n} onderdelen").format(n=len(names))


def libraries(_proef: Proef) -> str:
    """Every native library loads."""
    loaded = load_libraries()
    lines = [f"{package}: {', '.join(files)}" for package, files in loaded.items()]
    return "\n".join([_("{n} geladen").format(n=sum(map(len, loaded.values()))), *lines])


def stand_ins(proef: Proef) -> str:
    """The practice garage is made by a child process, and its stand-ins answer."""
    proef.garage = proef.practice.configure()
    return proef.garage.rdw.base_url


def database(proef: Proef) -> str:
    """A store of its own is made and migrated, and is sound."""
    file = proef.folder / "eigen" / "werkplaats.db"
    proef.program = build(replace(proef.config, data=file.parent, database_url=f"sqlite:///{file}"))
    proef.wie = proef.program.gebruikers.sign_in(*ACCOUNT, platform.node())
    health = check_health(proef.program.store)
    if not health.is_heel:
        raise Refuted(str(health.bevindingen))
    return f"schema {health.schema}"


def vehicle(proef: Proef) -> str:
    """A car is saved, and found by what somebody types."""
    program, wie = proef.opened
    saved = program.voertuigen.save(wie, None, VoertuigKaart(), VoertuigKaart(kenteken=PLAAT, merk="Volkswagen"))
    found = [treffer.id for treffer in program.zoeken.find(wie, "ga482").voertuigen]
    if found != [saved.id]:
        raise Refuted(f"{found} != {[saved.id]}")
    return PLAAT.weergave


def secret(proef: Proef) -> str:
    """A secret is sealed, does not stand in the database as it is, and opens again."""
    program, wie = proef.opened
    program.instellingen.set_geheim(wie, RDW_APP_TOKEN, _GEHEIM)
    with program.store.read() as lezing:
        sealed = lezing.geheimen.get(wie.shop_id, RDW_APP_TOKEN) or b""
    if _GEHEIM.encode() in sealed or program.kluis.unseal(wie.shop_id, RDW_APP_TOKEN, sealed) != _GEHEIM:
        raise Refuted(RDW_APP_TOKEN)
    return _("verzegeld ({n} bytes) en weer geopend").format(n=len(sealed))


def document(proef: Proef) -> str:
    """The card of the car is drawn as a PDF with the program's own letters, and its text can be read back."""
    program, wie = proef.opened
    voertuig_id = program.zoeken.find(wie, PLAAT.compact).voertuigen[0].id
    pdf = program.afdrukken.voertuigkaart(wie, voertuig_id)
    pages = program.papier.teksten(pdf)
    if len(pages) != 1 or PLAAT.weergave not in pages[0] or b"CIDFontType0C" not in pdf:
        raise Refuted(f"{len(pages)} pages, {len(pdf)} bytes")
    picture = program.papier.beeld(pdf, 0, _PICTURE_WIDTH)
    if len(set(picture.pixels)) == 1:
        raise Refuted("a page without a sign")
    return _("{n} bytes, teruggelezen").format(n=len(pdf))


def backup(proef: Proef) -> str:
    """A backup is made of the store that is open, and a trial restore of it is sound."""
    file = proef.folder / "back-up.zip"
    url = f"sqlite:///{proef.folder / 'eigen' / 'werkplaats.db'}"
    make_backup(parse_url(url), file, SysteemKlok())
    check_backup(file)
    return _("{n} bytes, teruggelezen").format(n=file.stat().st_size)


def register(proef: Proef) -> str:
    """The stand-in of the register is asked for a car, over the network as the real one would be."""
    program, wie = proef.opened
    answer = program.rdw.look_up(wie, BIJ_RDW)
    return f"{BIJ_RDW.weergave}: {answer.gegevens.merk}"


def keyring(_proef: Proef) -> str:
    """The keyring of this account answers; a computer without one works, and says so where it matters."""
    try:
        SysteemSleutelbos().read("zelftest")
    except GeheimFout as fout:
        return _("let op: {code}; deze werkplek kan geen geheimen bewaren").format(code=fout.code)
    return type(import_module("keyring").get_keyring()).__name__


def window(proef: Proef) -> str:
    """The window opens on the practice garage and fills its list."""
    program = build(proef.config)
    try:
        recent = program.voertuigen.recent(program.gebruikers.console(), 10)
    finally:
        program.close()
    plates = [treffer.kenteken.weergave for treffer in recent if treffer.kenteken]
    return open_window(proef.config, plates[0])


STEPS: dict[str, Callable[[Proef], str]] = {
    "versies": versions,
    "onderdelen": modules,
    "bibliotheken": libraries,
    "oefenomgeving": stand_ins,
    "database": database,
    "voertuig": vehicle,
    "geheim": secret,
    "pdf": document,
    "back-up": backup,
    "rdw": register,
    "sleutelbos": keyring,
    "venster": window,
}
"""The steps by the name that the report gives them."""
