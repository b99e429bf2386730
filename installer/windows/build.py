"""Builds the Windows setup: Python, packages, program and fonts in one folder, packed by NSIS.

Called by ``installer/build``. What it makes lies under ``build/windows``; the setup itself under ``dist``.
"""

from __future__ import annotations

import argparse
import compileall
import shutil
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from py_compile import PycInvalidationMode
from subprocess import CalledProcessError

from installer.shell import ROOT, Problem, do, megabytes, say
from installer.windows.interpreter import copy_python, fetch_trial_python, tell_where_modules_are
from installer.windows.parts import cut_packages, cut_python
from werkplaats import __version__

WORK = ROOT / "build" / "windows"
DIST = ROOT / "dist"
PACKAGES = "pakketten"
MOST_MB = 60
"""What the setup may weigh; above it the build fails."""

_FONTS = Path("/usr/share/fonts/opentype/inter")
_FONT_LICENCE = Path("/usr/share/doc/fonts-inter/copyright")
_WEIGHTS = ("Regular", "Medium", "SemiBold")


@dataclass(frozen=True, slots=True)
class Order:
    """One build: which Python (None for the trial one), the version that it calls itself, and where it goes.

    ``quick`` packs in seconds what nobody downloads.
    """

    python_dir: Path | None
    version: str
    output: Path
    quick: bool = False


def main(argv: list[str]) -> int:
    """Builds one setup; returns the exit code."""
    parser = argparse.ArgumentParser(prog="installer/build", description="Maakt de Windows-installatie.")
    parser.add_argument("--python-dir", type=Path, metavar="MAP", help="map met de Windows-Python van een uitgave")
    choices = parser.parse_args(argv)
    try:
        build(Order(choices.python_dir, __version__, DIST / setup_name(choices.python_dir, __version__)))
    except (Problem, CalledProcessError) as error:
        print(f"Mislukt: {error}", file=sys.stderr)
        return 1
    say("ok")
    return 0


def setup_name(python_dir: Path | None, version: str) -> str:
    """The name of the file; a setup for trials says so in its name."""
    return f"Werkplaats-{version}{'' if python_dir else '-proef'}-setup.exe"


def build(order: Order) -> None:
    """Makes the setup that was ordered; raises Problem where something is missing or it grew too large."""
    tree = WORK / order.output.stem
    _lay_out(order, tree)
    icon = tree / "werkplaats.ico"
    do(sys.executable, "-m", "installer.windows.icon", icon, env={"QT_QPA_PLATFORM": "offscreen"})
    _pack(order, tree, icon)
    size = megabytes(order.output)
    say(f"{order.output.relative_to(ROOT)}: {size:.1f} MB, uitgepakt {megabytes(tree):.0f} MB")
    if size > MOST_MB and not order.quick:
        raise Problem(f"De installatie is groter dan {MOST_MB} MB.")
    if order.python_dir is None:
        say("NIET VOOR UITGAVE: deze installatie draagt een Python van een derde partij. Geef --python-dir MAP.")


def _lay_out(order: Order, tree: Path) -> None:
    say("Python voor Windows klaarzetten …")
    shutil.rmtree(tree, ignore_errors=True)
    tree.parent.mkdir(parents=True, exist_ok=True)
    source = order.python_dir.resolve() if order.python_dir else fetch_trial_python(WORK / "proefpython")
    version = copy_python(source, tree)
    cut_python(tree)
    tell_where_modules_are(tree, PACKAGES)
    say("Pakketten van requirements.lock klaarzetten …")
    packages = tree / PACKAGES
    _install_packages(packages, version)
    cut_packages(packages)
    _add_program(packages, order.version)
    say("Bytecode maken …")
    _compile(tree)


def _install_packages(target: Path, version: str) -> None:
    platform = ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", version]
    style = ["--quiet", "--only-binary", ":all:", "--require-hashes", "--link-mode", "copy"]
    do("uv", "pip", "install", *platform, *style, "--target", target, "-r", ROOT / "requirements.lock")


def _add_program(packages: Path, version: str) -> None:
    """Puts the sources and what pyproject.toml adds to them among the packages, and the fonts with their licence."""
    ignore = shutil.ignore_patterns("__pycache__")
    program = packages / "werkplaats"
    shutil.copytree(ROOT / "src" / "werkplaats", program, ignore=ignore)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    added = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    for source, target in added.items():
        shutil.copytree(ROOT / source, packages / target, ignore=ignore)
    program.joinpath("__init__.py").write_text(
        (ROOT / "src" / "werkplaats" / "__init__.py").read_text(encoding="utf-8").replace(__version__, version),
        encoding="utf-8",
    )
    fonts = program / "_resources" / "fonts"
    fonts.mkdir()
    for weight in _WEIGHTS:
        shutil.copy(_FONTS / f"Inter-{weight}.otf", fonts)
    shutil.copy(_FONT_LICENCE, fonts / "Inter-LICENSE.txt")


def _compile(tree: Path) -> None:
    """Compiles every module: without bytecode a start takes three to four times as long.

    The bytecode does not look at the date of its source, which a setup does not keep to the second.
    """
    mode = PycInvalidationMode.UNCHECKED_HASH
    for folder in (tree / "Lib", tree / PACKAGES):
        if folder.is_dir() and not compileall.compile_dir(
            folder, quiet=1, stripdir=str(tree), workers=0, invalidation_mode=mode
        ):
            raise Problem(f"Niet alle modules onder {folder.name} konden worden vertaald naar bytecode.")


def _pack(order: Order, tree: Path, icon: Path) -> None:
    say("Installatie inpakken …")
    order.output.parent.mkdir(parents=True, exist_ok=True)
    given = {"VERSION": order.version, "TREE": tree, "ICON": icon, "OUTPUT": order.output}
    names = [f"-D{name}={value}" for name, value in given.items()]
    if order.quick:
        names.append("-DQUICK")
    do("makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *names, Path(__file__).with_name("setup.nsi"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
