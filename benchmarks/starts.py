"""Starting a program again and again, and how long it takes until it says that it is there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

READY = "READY"
_ROOT = Path(__file__).resolve().parents[1]
_SCREEN = {"width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


class StartFailed(RuntimeError):
    """A program that is timed ended without saying that it is there."""


@dataclass(frozen=True, slots=True)
class Start:
    """One start: the seconds until the program was there, and what it showed then."""

    seconds: float
    shown: Any


@dataclass(frozen=True, slots=True)
class Starter:
    """Starts programs of ``benchmarks.children`` with one screen and one folder for the product's data."""

    environment: dict[str, str]

    def start(self, child: str, *arguments: str) -> Start:
        """Starts a child, waits until it is there and then until it has ended by itself."""
        command = [sys.executable, "-m", f"benchmarks.children.{child}", *arguments]
        with tempfile.TemporaryFile("w+", encoding="utf-8") as errors:
            begin = perf_counter()
            with self._program(command, errors) as program:
                said = _line(program.stdout)
                seconds = perf_counter() - begin
                shown = _line(program.stdout)
            if said != READY or program.returncode:
                errors.seek(0)
                raise StartFailed(f"{child} said {said!r} and ended with {program.returncode}: {errors.read()}")
        return Start(seconds, json.loads(shown))

    def _program(self, command: list[str], errors: IO[str]) -> subprocess.Popen[str]:
        return subprocess.Popen(
            command, env=self.environment, cwd=_ROOT, stdout=subprocess.PIPE, stderr=errors, text=True
        )


def _line(stream: IO[str] | None) -> str:
    return stream.readline().strip() if stream is not None else ""


@contextmanager
def starter(database_url: str, screen: str) -> Iterator[Starter]:
    """Children that work on this database, on a screen of their own; all else they keep goes when they are done."""
    with tempfile.TemporaryDirectory(prefix="werkplaats-meting-") as folder, _screen(screen, Path(folder)) as platform:
        own = {
            "WERKPLAATS_DATA": folder,
            "WERKPLAATS_CONFIG": str(Path(folder) / "geen.toml"),
            "WERKPLAATS_DATABASE_URL": database_url,
        }
        # An installed program has its bytecode, as the libraries of the baseline have theirs; the first start makes it.
        inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        yield Starter({**inherited, **platform, **own})


@contextmanager
def _screen(screen: str, folder: Path) -> Iterator[dict[str, str]]:
    if screen == "offscreen":
        # Qt's own screen without a screen is so small that the window would not open at its usual size.
        (folder / "screen.json").write_text(json.dumps({"screens": [{"name": "1", "x": 0, "y": 0, **_SCREEN}]}))
        yield {"QT_QPA_PLATFORM": f"offscreen:configfile={folder / 'screen.json'}"}
        return
    size = f"{_SCREEN['width']}x{_SCREEN['height']}x24"
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{_line(server.stdout)}"}
        finally:
            server.terminate()
