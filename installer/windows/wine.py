"""A Windows to try the setup on: wine in a folder of its own, with a screen nobody sees.

What wine 8 lacks of Windows 10 are two libraries; small stand-ins for both are compiled here. Nothing outside the
folder is touched: it is also the home of whoever runs this.
"""

from __future__ import annotations

import getpass
import os
import shutil
import signal
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from installer.shell import Problem, do, run

if TYPE_CHECKING:
    from collections.abc import Iterator

_SOURCES = Path(__file__).with_name("wine")
_STAND_INS = ("icuuc", "bcryptprimitives")
_LOADER = Path("/usr/lib/wine/wine64")
_SERVER = Path("/usr/lib/wine/wineserver64")
_SCREEN = "1600x1000x24"
_NATIVE = ";".join(f"{name}=n" for name in _STAND_INS)
_ABSENT = "mscoree=;mshtml=;winemenubuilder.exe="
"""What would ask to download something, or write entries into the menus of this computer."""

PATIENCE = 300.0


class Windows:
    """One computer; paths of the caller are those of Linux, but for what a program of Windows is told."""

    def __init__(self, folder: Path, display: str) -> None:
        self._env = {
            "HOME": str(folder / "thuis"),
            "WINEPREFIX": str(folder / "c"),
            "WINEDLLOVERRIDES": f"{_NATIVE};{_ABSENT}",
            "WINEDEBUG": "-all",
            "DISPLAY": display,
        }
        self.drive = folder / "c" / "drive_c"

    @property
    def local(self) -> Path:
        """``%LOCALAPPDATA%``."""
        return self.drive / "users" / getpass.getuser() / "AppData" / "Local"

    @property
    def menu(self) -> Path:
        """The start menu of the user."""
        roaming = self.local.parent / "Roaming"
        return roaming / "Microsoft" / "Windows" / "Start Menu" / "Programs"

    def run(self, *command: str | Path, timeout: float = PATIENCE) -> tuple[int, str]:
        """Runs a program of Windows; returns its exit code and what it said."""
        done = run(_LOADER, *command, env=self._env, timeout=timeout, output=subprocess.PIPE)
        return done.returncode, done.stdout.replace("\r", "").strip()

    def run_as_window(self, program: Path, *arguments: str) -> int:
        """Runs a program as the desktop starts it: without a console and its three streams; returns its exit code."""
        return self.run("start", "/wait", "/unix", program, *arguments)[0]

    def open(self, shortcut: Path) -> None:
        """Opens an entry of the start menu, and does not wait for it."""
        # What it starts would hold a pipe open for as long as it runs.
        run(_LOADER, "start", "/unix", shortcut, env=self._env, timeout=PATIENCE, output=subprocess.DEVNULL)

    def processes(self, words: str) -> list[int]:
        """The processes of this computer that have these words in their command line."""
        mine = f"WINEPREFIX={self._env['WINEPREFIX']}".encode()
        return [
            int(folder.name)
            for folder in Path("/proc").iterdir()
            if folder.name.isdigit()
            and words in _read(folder / "cmdline").replace(b"\0", b" ").decode("utf-8", "replace")
            and mine in _read(folder / "environ").split(b"\0")
        ]

    def kill(self, words: str) -> None:
        """Ends processes as the Task Manager does: they cannot do anything about it."""
        for number in self.processes(words):
            os.kill(number, signal.SIGKILL)

    def become(self, version: str) -> None:
        """Says which Windows it is from here on, such as ``win7`` or ``win10``."""
        self._must("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", version, "/f")

    def registry(self, key: str, name: str) -> str:
        """A value of the registry; empty when it is not there."""
        code, said = self.run("reg", "query", key, "/v", name)
        return said.split("REG_SZ")[-1].strip() if code == 0 else ""

    def has_key(self, key: str) -> bool:
        """Whether a key of the registry is there."""
        return self.run("reg", "query", key)[0] == 0

    def set_up(self) -> None:
        """Makes the computer, with the stand-ins for what wine lacks."""
        self._must("wineboot", "-i")
        for name in _STAND_INS:
            target = self.drive / "windows" / "system32" / f"{name}.dll"
            source = _SOURCES / f"{name}.c"
            do("x86_64-w64-mingw32-gcc", "-O2", "-Wall", "-Werror", "-shared", "-o", target, source, "-ladvapi32")

    def shut_down(self) -> None:
        """Ends every program on it."""
        run(_SERVER, "-k", env=self._env, output=subprocess.DEVNULL)
        run(_SERVER, "-w", env=self._env, output=subprocess.DEVNULL)

    def _must(self, *command: str) -> None:
        code, said = self.run(*command)
        if code:
            raise Problem(f"{' '.join(command)}: {said or code}")


def _read(file: Path) -> bytes:
    """What the kernel says of a process; nothing when that ended meanwhile, or is somebody else's."""
    try:
        return file.read_bytes()
    except OSError:
        return b""


@contextmanager
def fresh_windows(folder: Path) -> Iterator[Windows]:
    """A computer on which nothing was installed before, for as long as the trial lasts."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "thuis").mkdir(parents=True)
    with _screen() as display:
        windows = Windows(folder, display)
        windows.set_up()
        try:
            yield windows
        finally:
            windows.shut_down()


@contextmanager
def _screen() -> Iterator[str]:
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", _SCREEN, "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            if server.stdout is None or not (number := server.stdout.readline().strip()):
                raise Problem("Xvfb geeft geen scherm.")
            yield f":{number}"
        finally:
            server.terminate()
