"""``oefenomgeving``: a practice garage with stand-ins of the outside systems, until it is stopped.

Everything lies in one folder: the database, and what the stand-in of RDW knows of its cars. The addresses change at
each start, so that two of them never stand in each other's way.
"""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import TYPE_CHECKING

import click

from werkplaats.beheer.uitvoer import json_option, tell, write_json
from werkplaats.domain.moment import Moment, SysteemKlok, VasteKlok, vandaag
from werkplaats.i18n import _
from werkplaats.oefen import Opening, fill
from werkplaats.oefen.straten import make_straten
from werkplaats.oefen.vullen import ZONE
from werkplaats.resources import resource
from werkplaats.sandbox.carpass import create_carpass
from werkplaats.sandbox.carpass_register import CarPassRegister
from werkplaats.sandbox.mop import create_mop
from werkplaats.sandbox.pdok import create_pdok
from werkplaats.sandbox.pdok_register import Straten
from werkplaats.sandbox.pon import create_pon
from werkplaats.sandbox.pon_register import PonRegister
from werkplaats.sandbox.post import Mailvanger, Post, create_post
from werkplaats.sandbox.rdw import create_rdw
from werkplaats.sandbox.rdw_register import Register
from werkplaats.sandbox.server import Standin
from werkplaats.store.fouten import translated
from werkplaats.store.openen import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

DATABASE = "werkplaats.db"
RDW_RIJEN = "rdw.json"
CARPASS = "carpass.json"

_INPUT = 0
_LOOK = 0.5
"""Seconds between two looks at the signals; without them Windows would not notice Ctrl+C while it waits."""


@click.command(
    help=_("Start een oefengarage met nagemaakte buitenwereld (RDW, PDOK, mijnOndernemersportaal, Car-Pass) en wacht.")
)
@click.option(
    "--map",
    "folder",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help=_("Map van de oefengarage; een lege map wordt gevuld."),
)
@click.option(
    "--met-invoer",
    is_flag=True,
    help=_("Stop ook zodra de invoer sluit: voor een programma dat dit als kind start."),
)
@json_option
def oefenomgeving(folder: Path, met_invoer: bool, als_json: bool) -> None:  # noqa: ARG001 - the one line is JSON with and without it
    """Fills an empty folder, serves the stand-ins, prints their addresses in one line of JSON, and waits."""
    stop = _StopSignal()
    if met_invoer:
        stop.heed_input()
    folder = folder.resolve()
    with _standins(folder / RDW_RIJEN) as standins:
        _prepare(folder, f"{standins['mop']}/aanbieder", stop)
        write_json({**standins, "database": f"sqlite:///{folder / DATABASE}"})
        waiting = Event()
        while not stop.given:
            waiting.wait(_LOOK)


class _StopSignal:
    """SIGTERM, Ctrl+C, an input that closes: only noticed here.

    An exception in the middle of anything could be swallowed there.
    """

    def __init__(self) -> None:
        self.given = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._notice)

    def heed_input(self) -> None:
        """Also stops when whoever started this closes our input, or is gone: Windows can tell a child no other way."""
        Thread(target=self._read_input, name="invoer", daemon=True).start()

    def _read_input(self) -> None:
        # Read below Python's own stdin, whose lock a thread that waits would hold when the program ends.
        with suppress(OSError):
            while os.read(_INPUT, 1):
                pass
        self.given = True

    def _notice(self, _number: int, _frame: FrameType | None) -> None:
        self.given = True


@dataclass
class _StoppableClock(VasteKlok):
    """The clock of the garage that is being made; it is asked for every act, and ends the program when told to stop."""

    stop: _StopSignal

    def nu(self) -> Moment:
        if self.stop.given:
            raise SystemExit(0)
        return super().nu()


@contextmanager
def _standins(rdw_rijen: Path) -> Iterator[dict[str, str]]:
    """The addresses of the stand-ins of RDW, mijnOndernemersportaal, PDOK and of the mail server, all answering."""
    register = Register(resource("rdw", "voorbeelden.json"), resource("rdw", "kolommen.json"), rdw_rijen)
    stopped, post = Event(), Post()
    straten = Straten(resource("pdok", "adressen.json"), make_straten(vandaag(SysteemKlok(), ZONE)))
    with (
        Standin(create_rdw(register, stopped), stopped.set) as rdw,
        Standin(create_mop(register.knows)) as mop,
        Standin(create_pdok(straten, stopped), stopped.set) as pdok,
        Standin(create_carpass(CarPassRegister(rdw_rijen.with_name(CARPASS)), stopped), stopped.set) as carpass,
        Standin(create_pon(PonRegister(), stopped), stopped.set) as pon,
        Mailvanger(post) as smtp,
        Standin(create_post(post)) as pagina,
    ):
        yield {
            "rdw": rdw.address,
            "mop": mop.address,
            "pdok": pdok.address,
            "carpass": carpass.address,
            "pon": pon.address,
            "smtp": smtp.address,
            "post": pagina.address,
        }


def _prepare(folder: Path, pechhulp_basis: str, stop: _StopSignal) -> None:
    """Makes the garage in an empty folder; in a full one moves the links of the providers to where they answer now."""
    database = folder / DATABASE
    with translated(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
        if not database.exists():
            tell(_("De oefengarage wordt gemaakt in {map}; dat duurt enkele seconden.").format(map=folder))
            _fill(folder, pechhulp_basis, stop)
            return
    store = open_store(f"sqlite:///{database}", SysteemKlok())
    try:
        Opening(store).point_links(pechhulp_basis)
    finally:
        store.close()


def _fill(folder: Path, pechhulp_basis: str, stop: _StopSignal) -> None:
    # It is made aside and put in place at the end: a garage that was stopped half-way is never taken for a whole one.
    with TemporaryDirectory(dir=folder, prefix="half-") as aside:
        half = Path(aside)
        _make(half, pechhulp_basis, stop)
        # The database comes last, as it is what says that the garage is there.
        for made in sorted(half.iterdir(), key=lambda path: path.name == DATABASE):
            made.replace(folder / made.name)


def _make(folder: Path, pechhulp_basis: str, stop: _StopSignal) -> None:
    klok = _StoppableClock(Moment(datetime.now(UTC)), stop)
    store = open_store(f"sqlite:///{folder / DATABASE}", klok)
    try:
        fill(store, klok, folder / RDW_RIJEN, pechhulp_basis, folder / CARPASS)
    finally:
        store.close()
