"""Tries the setup under wine: installs, tests, upgrades, removes it, and says what remained.

Called by ``installer/proef``, after ``installer/build``. What wine cannot show stands in docs/uitgeven.md.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from subprocess import CalledProcessError, TimeoutExpired
from typing import TYPE_CHECKING

from installer.shell import Problem, say
from installer.windows.build import DIST, WORK, Order, build, setup_name
from installer.windows.wine import Windows, fresh_windows
from werkplaats import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

OLDER = "0.0.1"
_UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Werkplaats"
_ENTRIES = ["Monteurscherm.lnk", "Werkplaats oefenen.lnk", "Werkplaats.lnk"]
_WINDOW, _CHILD = "pythonw.exe -m werkplaats ", "werkplaats.beheer oefenomgeving"
_REFUSED = 2
_PATIENCE = 120.0


def main(argv: list[str]) -> int:
    """Tries the setup that was built; returns the exit code."""
    parser = argparse.ArgumentParser(prog="installer/proef", description="Probeert de Windows-installatie onder wine.")
    parser.add_argument("--python-dir", type=Path, metavar="MAP", help="map met de Windows-Python van een uitgave")
    choices = parser.parse_args(argv)
    setup = DIST / setup_name(choices.python_dir, __version__)
    try:
        _require(setup.is_file(), f"{setup.name} is er nog niet: begin met installer/build.")
        older = WORK / setup_name(choices.python_dir, OLDER)
        say(f"Een oudere versie bouwen, om die te vervangen ({OLDER}) …")
        build(Order(choices.python_dir, OLDER, older, quick=True))
        with fresh_windows(WORK / "wine") as windows:
            _try(Trial(windows, setup, older))
    except (Problem, CalledProcessError, TimeoutExpired) as error:
        print(f"Mislukt: {error}", file=sys.stderr)
        return 1
    say("ok")
    return 0


@dataclass(frozen=True, slots=True)
class Trial:
    """The computer, the setup to try, and an older one for it to replace."""

    windows: Windows
    setup: Path
    older: Path

    @property
    def place(self) -> Path:
        """Where the program is installed."""
        return self.windows.local / "Programs" / "Werkplaats"

    @property
    def program(self) -> Path:
        """The folder that is replaced as a whole."""
        return self.place / "programma"

    @property
    def data(self) -> Path:
        """The garage's data."""
        return self.windows.local / "werkplaats"

    @property
    def menu(self) -> Path:
        """Its folder in the start menu."""
        return self.windows.menu / "Werkplaats"

    def python(self, *arguments: str) -> tuple[int, str]:
        """Runs the installed Python in a console; returns its exit code and what it said."""
        return self.windows.run(self.program / "python.exe", *arguments)


def _try(trial: Trial) -> None:
    steps: dict[str, Callable[[Trial], str]] = {
        "een te oude Windows wordt geweigerd": _refuse_old_windows,
        f"versie {OLDER} wordt stil geïnstalleerd": _install_older,
        "zelftest met een console": _test_with_console,
        "de gegevens van een garage": _make_data,
        "een open venster houdt een nieuwere versie tegen": _refuse_while_open,
        f"versie {__version__} komt ervoor in de plaats": _upgrade,
        "back-up en herstel": _back_up_and_restore,
        "oefenen vanuit het startmenu": _practise,
        "zelftest als venster, zonder console": _test_windowed,
        "verwijderen": _uninstall,
        "wat bleef": _look_what_remained,
    }
    for title, step in steps.items():
        begin = time.monotonic()
        found = step(trial)
        say(f"- {title} ({time.monotonic() - begin:.1f} s){': ' if found else ''}{found}")


def _refuse_old_windows(trial: Trial) -> str:
    trial.windows.become("win7")
    code, _said = trial.windows.run(trial.setup, "/S")
    _require(code == _REFUSED and not trial.place.exists(), f"de installatie ging door op Windows 7 ({code})")
    trial.windows.become("win10")
    return ""


def _install_older(trial: Trial) -> str:
    _install(trial, trial.older, OLDER)
    entries = sorted(path.name for path in trial.menu.iterdir())
    _require(entries == _ENTRIES, f"in het startmenu staat {entries}")
    return f"startmenu: {', '.join(entries)}"


def _make_data(trial: Trial) -> str:
    code, said = trial.python("-m", "werkplaats.beheer", "controle")
    _require(code == 0 and (trial.data / "werkplaats.db").is_file(), said)
    trial.place.joinpath("eigen.txt").write_text("van de garage", encoding="utf-8")
    return said.splitlines()[-1]


def _refuse_while_open(trial: Trial) -> str:
    trial.windows.open(trial.menu / "Werkplaats.lnk")
    try:
        _wait(lambda: any(trial.data.glob("*.lock")), "het venster ging niet open")
        code, _said = trial.windows.run(trial.setup, "/S")
        version = trial.python("-m", "werkplaats", "--versie")[1]
        _require(len(trial.windows.processes(_WINDOW)) == 1, "het venster is weg")
    finally:
        trial.windows.kill(_WINDOW)
    _require(code == _REFUSED and version.endswith(OLDER), f"exit {code}, daarna {version}")
    return version


def _upgrade(trial: Trial) -> str:
    _install(trial, trial.setup, __version__)
    _require(not (trial.place / "programma.oud").exists(), "de oude versie is niet opgeruimd")
    return ""


def _back_up_and_restore(trial: Trial) -> str:
    for command in ("backup", "herstel"):
        code, said = trial.python("-m", "werkplaats.beheer", command, r"C:\back-up van één dag.zip")
        _require(code == 0, said)
    return said.splitlines()[0]


def _practise(trial: Trial) -> str:
    """The practice garage comes, and its child ends with a window that was killed."""
    trial.windows.open(trial.menu / "Werkplaats oefenen.lnk")
    try:
        _wait((trial.data / "oefenomgeving" / "werkplaats.db").exists, "de oefengarage kwam er niet")
        _require(len(trial.windows.processes(_CHILD)) == 1, "de oefenomgeving draait niet als kind van het venster")
    finally:
        trial.windows.kill(_WINDOW)
    _wait(lambda: not trial.windows.processes(_CHILD), "de oefenomgeving bleef achter")
    return "en met het venster is ook de oefenomgeving weg"


def _test_with_console(trial: Trial) -> str:
    code, said = trial.python("-m", "werkplaats", "--zelftest")
    _require(code == 0 and said.splitlines()[-1:] == ["ok"], said)
    return f"\n{said}"


def _test_windowed(trial: Trial) -> str:
    file = trial.windows.drive / "zelftest.txt"
    code = trial.windows.run_as_window(
        trial.program / "pythonw.exe", "-m", "werkplaats", "--zelftest", r"C:\zelftest.txt"
    )
    said = file.read_text(encoding="utf-8") if file.exists() else ""
    _require(code == 0 and said.splitlines()[-1:] == ["ok"], said or f"geen verslag, exit {code}")
    return said.splitlines()[-2]


def _uninstall(trial: Trial) -> str:
    # It copies itself aside and goes on from there, so this returns before it is done.
    trial.windows.run(trial.place / "verwijderen.exe", "/S")
    _wait(lambda: not (trial.place / "verwijderen.exe").exists(), "het programma staat er nog")
    _wait(lambda: not trial.windows.has_key(_UNINSTALL), "Windows denkt dat het er nog is")
    return ""


def _look_what_remained(trial: Trial) -> str:
    _require(not trial.program.exists() and not trial.menu.exists(), "programma of startmenu")
    left = sorted(path.name for path in trial.place.iterdir())
    _require(left == ["eigen.txt"], f"in de map van het programma staat nog {left}")
    with closing(sqlite3.connect(trial.data / "werkplaats.db")) as database:
        health = database.execute("PRAGMA integrity_check").fetchone()[0]
    _require(health == "ok", f"de database is beschadigd: {health}")
    kept = sorted(path.name for path in trial.data.iterdir())
    return f"de gegevens ({', '.join(kept)}), en wat de garage zelf in de map zette ({', '.join(left)})"


def _install(trial: Trial, setup: Path, version: str) -> None:
    code, said = trial.windows.run(setup, "/S")
    _require(code == 0, f"{setup.name}: exit {code} {said}")
    answered = trial.python("-m", "werkplaats", "--versie")[1]
    _require(answered == f"Werkplaats {version}", f"het programma zegt {answered}")
    known = trial.windows.registry(_UNINSTALL, "DisplayVersion")
    _require(known == version, f"Windows kent versie {known}")


def _wait(condition: Callable[[], bool], otherwise: str) -> None:
    end = time.monotonic() + _PATIENCE
    while not condition():
        _require(time.monotonic() < end, otherwise)
        time.sleep(0.2)


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Problem(otherwise)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
