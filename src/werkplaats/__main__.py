"""``werkplaats``: the window, on the user's own data or (``--oefen``) in practice mode.

In practice mode the stand-ins of all outside systems run as a child process, ``werkplaats-beheer oefenomgeving``, which
prints their addresses; it is stopped when the window closes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_data_path
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from werkplaats import __version__
from werkplaats.app import App
from werkplaats.config import Config, MopConfig, RdwConfig, config_path, load_config
from werkplaats.errors import WerkplaatsError
from werkplaats.i18n import _
from werkplaats.ui.single import Single
from werkplaats.ui.voorkeuren import Voorkeuren

if TYPE_CHECKING:
    from collections.abc import Callable

_STOP_SECONDS = 5.0


def main() -> int:
    """Does what the command line says; returns the exit code."""
    match sys.argv[1:]:
        case []:
            return _run_own()
        case ["--oefen" | "--oefenen"]:
            return _run_practice(user_data_path("werkplaats", False) / "oefenomgeving")
        case ["--oefen" | "--oefenen", place]:
            return _run_practice(Path(place).resolve())
        case ["--versie" | "--version"]:
            _say(f"Werkplaats {__version__}", sys.stdout)
            return 0
        case _:
            _say(_("Gebruik: werkplaats [--oefen [MAP | ADRESSENBESTAND]] [--versie]"), sys.stderr)
            return 2


def _run_own() -> int:
    try:
        config = load_config()
    except WerkplaatsError:
        # A file that cannot be read is told in the window, which reads it again on "Opnieuw".
        return _run(load_config, "", config_path().parent, oefenen=False)
    return _run(load_config, config.database_url, config.data, oefenen=config.oefenen)


def _run_practice(place: Path) -> int:
    practice = Oefening(place)
    try:
        return _run(practice.configure, str(place), practice.folder, oefenen=True)
    finally:
        practice.stop()


def _run(configure: Callable[[], Config], database: str, folder: Path, *, oefenen: bool) -> int:
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("werkplaats")
    _make(folder)
    single = Single(database, folder)
    if not single.claim():
        return 0
    settings = QSettings(str(folder / "venster.ini"), QSettings.Format.IniFormat)
    app = App(qt, configure, Voorkeuren(settings), oefenen=oefenen)
    single.raised.connect(app.window.come_forward)
    app.show()
    try:
        return app.run()
    finally:
        app.close()
        single.release()


def _make(folder: Path) -> None:
    """Makes the folder of data for the lock and the window's sizes; when it cannot be made, the store says so."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return


def _say(text: str, stream: Any) -> None:
    # A program with a window has no console on Windows; then there is nobody to tell.
    if stream is not None:
        stream.write(text + "\n")


class Oefening:
    """The practice garage of one run: a folder, for which the stand-ins are started, or a file with their addresses."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._child: subprocess.Popen[str] | None = None

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
        except (ValueError, KeyError, TypeError) as error:
            self.stop()
            raise WerkplaatsError("OEFENOMGEVING_START", map=str(self._place)) from error
        return Config(
            data=self.folder,
            database_url=database,
            oefenen=True,
            rdw=RdwConfig(base_url=rdw, ovi_url=f"{rdw}/default.aspx?kenteken={{kenteken}}"),
            mop=MopConfig(url_template=f"{mop}/pechhulp/aanvragen"),
        )

    def stop(self) -> None:
        """Stops the stand-ins; they get five seconds."""
        child, self._child = self._child, None
        if child is None:
            return
        child.terminate()
        try:
            child.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        if child.stdout is not None:
            child.stdout.close()

    def _start(self) -> str:
        command = [sys.executable, "-m", "werkplaats.beheer", "oefenomgeving", "--map", str(self._place), "--json"]
        self.stop()
        self._child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")  # noqa: S603 -- our own console, by the name of its module
        return self._child.stdout.readline() if self._child.stdout is not None else ""


if __name__ == "__main__":
    sys.exit(main())
