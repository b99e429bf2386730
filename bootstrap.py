"""Sets up what is missing on this computer and starts the program or its checks: what ./run and ./test call.

It runs before anything is installed, so it knows the standard library only. What it did is stamped inside ``.venv``;
a start that finds the right stamp does nothing.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PATHS = {name: Path(sysconfig.get_path(name, "venv", {"base": str(VENV)})) for name in ("scripts", "purelib")}
PYTHON = PATHS["scripts"] / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "werkplaats-stamp"
RUN_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
PICTURES = ROOT / "build" / "rondleiding"

# What Qt and the looks need of Debian: the package by the file, library or program that shows whether it is there.
RUN_PACKAGES = {
    "/usr/share/fonts/opentype/inter": "fonts-inter",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
TEST_PACKAGES = {
    "Xvfb": "xvfb",
    "libatomic.so.1": "libatomic1",
    "chromium": "chromium",
    "gnome-keyring-daemon": "gnome-keyring",
    "dbus-run-session": "dbus-daemon",
}

# What it takes to build the Windows setup, and to try it under wine.
BUILD_PACKAGES = {"makensis": "nsis"}
TRIAL_PACKAGES = {
    "Xvfb": "xvfb",
    "/usr/lib/wine/wine64": "wine64",
    "wineboot": "wine",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
}

CHECKS = {
    "ruff check": ["ruff", "check"],
    "ruff format": ["ruff", "format", "--check"],
    "mypy --strict": ["mypy"],
}


def main(argv: list[str]) -> int:
    """Does one command with its arguments; returns the exit code."""
    commands: dict[str, Callable[[list[str]], int]] = {
        "run": run,
        "test": test,
        "inrichten": prepare,
        "woorden": update_words,
        "pins": update_pins,
        "build": build,
        "proef": try_out,
    }
    if not argv or argv[0] not in commands:
        print(f"Gebruik: python3 bootstrap.py {'|'.join(commands)}", file=sys.stderr)
        return 2
    if not (3, 11) <= sys.version_info < (3, 14):
        print("Werkplaats draait op Python 3.11, 3.12 of 3.13.", file=sys.stderr)
        return 1
    try:
        return commands[argv[0]](argv[1:])
    except subprocess.CalledProcessError as error:
        print(f"Mislukt: {shlex.join(map(str, error.cmd))}", file=sys.stderr)
        return 1


def run(args: list[str]) -> int:
    """Opens the program in practice mode, or (``--echt``) on the user's own data; without a screen, plays the tour."""
    set_up(testing=False)
    if has_screen():
        own_data = "--echt" in args
        rest = [arg for arg in args if arg != "--echt"]
        return _call([PYTHON, "-m", "werkplaats", *([] if own_data else ["--oefen"]), *rest])
    if "--echt" in args:
        print("Er is geen scherm om het programma op te tonen.", file=sys.stderr)
        return 1
    code = _call([PYTHON, "-m", "werkplaats.beheer", "rondleiding", "--uit", PICTURES])
    if code == 0:
        print(f"Er is geen scherm: de rondleiding is gespeeld. De plaatjes staan in {PICTURES}")
    return code


def test(args: list[str]) -> int:
    """Runs every check and then pytest, whose summary comes last; ``args`` go to pytest."""
    set_up(testing=True)
    failed = [title for title, command in CHECKS.items() if _section(title, command)]
    if failed:
        print(f"\nNiet in orde: {', '.join(failed)}.")
    broken = _section("pytest", ["pytest", "-n", "auto", "--maxprocesses", "4", *args])
    return int(bool(failed) or broken != 0)


def prepare(_args: list[str]) -> int:
    """Sets up everything, also what the checks need, and starts nothing."""
    set_up(testing=True)
    return 0


def update_words(args: list[str]) -> int:
    """Brings the catalogue of words up to date with the sources."""
    set_up(testing=True)
    return _call([PYTHON, ROOT / "tools" / "woorden.py", *args])


def update_pins(args: list[str]) -> int:
    """Writes both lock files anew from pyproject.toml; ``--upgrade`` takes the newest versions that it allows."""
    set_up(testing=True)
    for lock, groups in ((RUN_LOCK, []), (DEV_LOCK, ["--group", "dev"])):
        style = ["--universal", "--generate-hashes", "--no-header", "--no-annotate", "--quiet"]
        _do(["uv", "pip", "compile", *style, *groups, *args, "pyproject.toml", "-o", lock.name])
    return 0


def build(args: list[str]) -> int:
    """Builds the Windows setup (``installer/build``)."""
    set_up(testing=True, packages=RUN_PACKAGES | BUILD_PACKAGES)
    return _call([PYTHON, "-m", "installer.windows.build", *args])


def try_out(args: list[str]) -> int:
    """Installs the Windows setup under wine, tries it and removes it (``installer/proef``)."""
    set_up(testing=True, packages=RUN_PACKAGES | BUILD_PACKAGES | TRIAL_PACKAGES)
    return _call([PYTHON, "-m", "installer.windows.trial", *args])


def has_screen() -> bool:
    """Whether a window could be shown to somebody."""
    return not sys.platform.startswith("linux") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def set_up(*, testing: bool, packages: dict[str, str] | None = None) -> None:
    """Brings packages of the system and ``.venv`` up to date with the pins; does nothing where they are.

    ``packages`` are those of another job than running or testing.
    """
    if sys.platform.startswith("linux"):
        install_packages(missing_packages(packages or RUN_PACKAGES | (TEST_PACKAGES if testing else {})))
    fitting = {stamp(DEV_LOCK)} if testing else {stamp(DEV_LOCK), stamp(RUN_LOCK)}
    present = STAMP.read_text(encoding="utf-8") if STAMP.exists() and PYTHON.exists() else ""
    if present not in fitting:
        checks_stay = (PATHS["scripts"] / "pytest").exists()
        install_pins(DEV_LOCK if testing or checks_stay else RUN_LOCK)


def missing_packages(packages: dict[str, str]) -> list[str]:
    """The Debian packages of which the proof (a path, a library or a program) is not found."""
    return [package for proof, package in packages.items() if not _is_there(proof)]


def _is_there(proof: str) -> bool:
    if proof.startswith("/"):
        return Path(proof).exists()
    if ".so." not in proof:
        return shutil.which(proof) is not None
    try:
        ctypes.CDLL(proof)
    except OSError:
        return False
    return True


def install_packages(packages: list[str]) -> None:
    """Installs packages of the system, by sudo where we are not root; says which ones where that cannot be."""
    if not packages:
        return
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if shutil.which("apt-get") is None or not (is_root or shutil.which("sudo")):
        sys.exit(f"Installeer eerst deze pakketten en begin dan opnieuw: {' '.join(packages)}")
    print(f"Installeren: {' '.join(packages)}", flush=True)
    apt = [*([] if is_root else ["sudo"]), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    _do([*apt, "update"])
    _do([*apt, "install", "-y", "--no-install-recommends", *packages])


def stamp(lock: Path) -> str:
    """What ``.venv`` was made from: these pins, this Python, this folder, and this way of setting up."""
    parts = [lock.read_bytes(), Path(__file__).read_bytes(), sys.version.encode(), str(ROOT).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def install_pins(lock: Path) -> None:
    """Makes ``.venv`` hold exactly the pins of one lock file, checked by hash, and the house itself."""
    print("De Python-omgeving wordt ingericht; dat gebeurt alleen de eerste keer.", flush=True)
    STAMP.unlink(missing_ok=True)
    if not _fits_this_python():
        _do([sys.executable, "-m", "venv", "--clear", VENV])
    uv = VENV / "uv.txt"
    uv.write_text(pin("uv"), encoding="utf-8")
    _do([PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", uv])
    _do(["uv", "pip", "sync", "--quiet", "--require-hashes", "--compile-bytecode", lock])
    link_house()
    STAMP.write_text(stamp(lock), encoding="utf-8")


def _fits_this_python() -> bool:
    # A set-up that was broken off may have left an environment without pip.
    if not PYTHON.exists():
        return False
    ask = [str(PYTHON), "-c", "import pip, sys; print(sys.version)"]
    return subprocess.run(ask, capture_output=True, text=True, check=False).stdout.strip() == sys.version.strip()


def pin(name: str) -> str:
    """The lines of one package in the lock file, hashes included, as pip reads them."""
    found = re.search(rf"^{re.escape(name)}==(?:.*\\\n)*.*$", DEV_LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    if found is None:
        sys.exit(f"{DEV_LOCK.name} noemt {name} niet.")
    return found[0]


def link_house() -> None:
    """Lets ``.venv`` find the sources of this checkout, and gives each command of pyproject.toml its launcher.

    An editable install would do the same, and would need a build tool in the pins of the product.
    """
    PATHS["purelib"].joinpath("werkplaats.pth").write_text(f"{ROOT / 'src'}\n", encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for name, target in (project["scripts"] | project["gui-scripts"]).items():
        module, function = target.split(":")
        code = f"import sys; from {module} import {function}; sys.argv[0] = '{name}'; sys.exit({function}())"
        _write_launcher(PATHS["scripts"] / name, code)


def _write_launcher(path: Path, code: str) -> None:
    if os.name == "nt":
        path.with_suffix(".cmd").write_text(f'@"%~dp0python.exe" -c "{code}" %*\r\n', encoding="utf-8", newline="")
        return
    path.write_text(f'#!/bin/sh\nexec {shlex.quote(str(PYTHON))} -c {shlex.quote(code)} "$@"\n', encoding="utf-8")
    path.chmod(0o755)


def _section(title: str, command: list[str]) -> int:
    print(f"\n=== {title}", flush=True)
    return _call([PATHS["scripts"] / command[0], *command[1:]])


def _call(command: Iterable[str | Path]) -> int:
    """Runs a command in the foreground and hands back its exit code; Ctrl+C is for the command to answer."""
    process = subprocess.Popen([str(part) for part in command], cwd=ROOT, env=_environment())
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue


def _do(command: Iterable[str | Path]) -> None:
    """Runs a step of the set-up, which must succeed."""
    subprocess.run([str(part) for part in command], cwd=ROOT, env=_environment(), check=True)


def _environment() -> dict[str, str]:
    path = os.pathsep.join((str(PATHS["scripts"]), os.environ.get("PATH", os.defpath)))
    return os.environ | {"VIRTUAL_ENV": str(VENV), "PATH": path, "UV_PYTHON_DOWNLOADS": "never"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
