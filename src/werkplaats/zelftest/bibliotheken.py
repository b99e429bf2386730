"""Loads every native library that came with the packages: what a system lacks shows here, and not at a customer."""

from __future__ import annotations

import ctypes
import sys
from importlib import import_module
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from typing import TYPE_CHECKING

from werkplaats.pakketten import product_packages, short_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.metadata import Distribution

_QT = "pyside6-essentials"
_BALLAST = "QtQuick"
"""A part of Qt that a setup leaves out: where it is, Qt is there as its makers pack it, with far more than is used."""

_TK = "_imagingtk"
"""Pillow's bridge to Tk: it wants Tk itself, which neither the program nor a bare system has."""


def load_libraries() -> dict[str, list[str]]:
    """The native libraries by package, each of them loaded; raises ImportError or OSError where one cannot be."""
    # The compiled part of this package refuses to be loaded before the rest of it.
    import_module("psycopg")
    loaded = {name: [_load(root, file) for file in files] for name, root, files in sorted(_packages())}
    if sys.platform == "win32":
        folder = Path(sys.base_prefix) / "DLLs"
        loaded["python"] = [_load(folder, file.relative_to(folder)) for file in sorted(folder.glob("*.pyd"))]
    return {name: libraries for name, libraries in loaded.items() if libraries}


def _packages() -> Iterator[tuple[str, Path, list[Path]]]:
    """Name, folder and native files of each package of the product."""
    for package in product_packages():
        root, name = Path(str(package.locate_file(""))), short_name(package)
        yield name, root, _used(name, [file for file in _native(package) if (root / file).is_file()])


def _native(package: Distribution) -> Iterator[Path]:
    for file in package.files or ():
        if file.suffix in (".pyd", ".dll", ".so") or ".so." in file.name:
            yield Path(file)


def _used(name: str, files: list[Path]) -> list[Path]:
    """Of a whole Qt only the modules that the program has loaded; the others want things that no office has."""
    files = [file for file in files if not file.name.startswith(_TK)]
    if name != _QT or not any(file.name.startswith(_BALLAST) for file in files):
        return files
    return [file for file in files if f"{file.parent.name}.{file.name.partition('.')[0]}" in sys.modules]


def _load(root: Path, file: Path) -> str:
    module = _module(root, file)
    if module:
        import_module(module)
    else:
        ctypes.CDLL(str(root / file))
    return file.name


def _module(root: Path, file: Path) -> str:
    """The name by which Python imports an extension module; empty for a library that others lean on."""
    suffix = next((suffix for suffix in EXTENSION_SUFFIXES if file.name.endswith(suffix)), None)
    inside_packages = all((root / parent / "__init__.py").is_file() for parent in file.parents if parent.parts)
    # A library that calls itself so is one, also where a module of Python could have that ending.
    if suffix is None or not inside_packages or (suffix == ".so" and file.name.startswith("lib")):
        return ""
    return ".".join((*file.parts[:-1], file.name.removesuffix(suffix)))
