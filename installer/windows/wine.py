"""A Windows to try the setup on: wine in a folder of its own, with a screen nobody sees.

What wine 8 lacks of Windows 10 are two libraries; small stand-ins for both are compiled here. Nothing outside the
folder is touched: it is also the home of whoever runs this.
"""

from __future__ import annotations

import getpass
import os
import shutil
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
        done = run(_LOADER, *command, env=self._env, timeout=timeout, quiet=True)
        return done.returncode, done.stdout.replace("\r", "").strip()

    def start(self, *command: str | Path) -> subprocess.Popen[bytes]:
        """Starts a program of Windows and does not wait for it."""
        arguments = [str(part) for part in (_LOADER, *command)]
        nobody = subprocess.DEVNULL
        return subprocess.Popen(arguments, env=os.environ | self._env, stdin=nobody, stdout=nobody, stderr=nobody)

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
        run(_SERVER, "-k", env=self._env, quiet=True)
        run(_SERVER, "-w", env=self._env, quiet=True)

    def _must(self, *command: str) -> None:
        code, said = self.run(*command)
        if code:
            raise Problem(f"{' '.join(command)}: {said or code}")


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
