"""``werkplaats``: the window, on the user's own data or (``--oefen``) in practice mode.

In practice mode the stand-ins of all outside systems run as a child process, which prints their addresses; it is
stopped when the window closes.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from platformdirs import user_data_path

from werkplaats import __version__
from werkplaats.app import run
from werkplaats.config import (
    CarPassConfig,
    Config,
    InternetConfig,
    MopConfig,
    PdokConfig,
    PonConfig,
    RdwConfig,
    SmtpConfig,
    config_path,
    load_config,
)
from werkplaats.errors import WerkplaatsError
from werkplaats.geopend import Start
from werkplaats.i18n import _

if TYPE_CHECKING:
    from werkplaats.services.oefenproces import Oefenproces


def main() -> int:
    """Does what the command line says; returns the exit code."""
    match sys.argv[1:]:
        case [] | ["--monteur"] as how:
            return _run_own(monteur=bool(how))
        case ["--oefen" | "--oefenen"] | ["--oefen" | "--oefenen", "--monteur"] as how:
            return _run_practice(user_data_path("werkplaats", False) / "oefenomgeving", monteur=len(how) > 1)
        case ["--oefen" | "--oefenen", place]:
            return _run_practice(Path(place).resolve())
        case ["--rondleiding", folder, *choices]:
            return _run_tour(Path(folder).resolve(), choices)
        case ["--zelftest", *file] if len(file) <= 1:
            return _run_self_test(*map(Path, file))
        case ["--versie" | "--version"]:
            return _say(f"Werkplaats {__version__}", sys.stdout, 0)
        case _:
            return _say(_usage(), sys.stderr, 2)


def _run_own(*, monteur: bool = False) -> int:
    try:
        config = load_config()
    except WerkplaatsError:
        # A file that cannot be read is told in the window, which reads it again on "Opnieuw".
        return run(Start(config_path().parent, "", load_config, oefenen=False, monteur=monteur))
    start = Start(config.data, config.database_url, load_config, oefenen=config.oefenen, monteur=monteur)
    return run(start)


def _run_practice(place: Path, *, monteur: bool = False) -> int:
    practice = Oefening(place)
    start = Start(practice.folder, str(place), practice.configure, oefenen=True, stop=practice.stop, monteur=monteur)
    return run(start)


def _run_tour(folder: Path, choices: list[str]) -> int:
    """Plays the guided tour in a practice garage of its own, and leaves pictures and a list in a folder."""
    # Only who asks for the tour waits for it to load.
    tour = import_module("werkplaats.rondleiding.spelen").read_choices(folder, choices)
    practice = Oefening(tour.garage)
    try:
        return int(tour.play(practice.configure))
    finally:
        practice.stop()


def _run_self_test(file: Path | None = None) -> int:
    """Tries whatever the program leans on; the report also goes to a file, as Windows gives a window no console."""
    # Only who asks for the test waits for all of it to load.
    return int(import_module("werkplaats.zelftest.uitvoeren").run(Oefening, file))


def _usage() -> str:
    return _("Gebruik: werkplaats [--oefen [MAP | ADRESSENBESTAND]] [--monteur] [--zelftest [BESTAND]] [--versie]")


def _say(text: str, stream: TextIO | None, code: int) -> int:
    # A program with a window has no console on Windows; then there is nobody to tell.
    if stream is not None:
        stream.write(text + "\n")
    return code


def _smtp(address: str) -> SmtpConfig:
    """The mail catcher of the practice garage; none where an older one says no address."""
    host, _colon, port = address.rpartition(":")
    return SmtpConfig(host, int(port)) if host and port.isdigit() else SmtpConfig()


class Oefening:
    """The practice garage of one run: a folder, for which the stand-ins are started, or a file with their addresses."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._child: Oefenproces | None = None

    @property
    def folder(self) -> Path:
        """Where the practice data lie."""
        return self._place.parent if self._place.is_file() else self._place

    def configure(self) -> Config:
        """The configuration for the stand-ins, once they answer; raises OEFENOMGEVING_START when they do not."""
        line = self._place.read_text(encoding="utf-8") if self._place.is_file() else self._start()
        try:
            addresses = json.loads(line)
            rdw, mop, database = (str(addresses[name]).rstrip("/") for name in ("rdw", "mop", "database"))
            # A file with addresses may be older than these stand-ins: then nobody answers, as when PDOK is down.
            pdok, carpass, pon = (str(addresses.get(name, rdw)).rstrip("/") for name in ("pdok", "carpass", "pon"))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise WerkplaatsError("OEFENOMGEVING_START", map=str(self._place)) from error
        return Config(
            data=self.folder,
            database_url=database,
            oefenen=True,
            rdw=RdwConfig(base_url=rdw, ovi_url=f"{rdw}/default.aspx?kenteken={{kenteken}}"),
            mop=MopConfig(url_template=f"{mop}/pechhulp/aanvragen"),
            pdok=PdokConfig(base_url=pdok),
            pon=PonConfig(base_url=pon),
            smtp=_smtp(str(addresses.get("smtp", ""))),
            internet=InternetConfig(f"{rdw}/terugroepacties", f"{rdw}/terugroepacties"),
            carpass=CarPassConfig(base_url=carpass, public_url=f"{carpass}/vhr/{{guid}}"),
        )

    def stop(self) -> None:
        """Stops the stand-ins that were started here."""
        child, self._child = self._child, None
        if child is not None:
            child.stop()

    def _start(self) -> str:
        self.stop()
        # Only practice needs it, and it is loaded by the worker, after the window is painted.
        child: Oefenproces = import_module("werkplaats.services.oefenproces").Oefenproces(self._place)
        self._child = child
        return child.read_addresses()


if __name__ == "__main__":
    sys.exit(main())
