"""What of Python, Qt and the other packages the setup carries: the lists, and the cutting.

A list names what stays where a package is mostly ballast (Qt), and what goes where it is mostly wanted (Python).
What is cut too deep shows in the self-test, which loads every module and library of the finished setup.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

QT_MODULES = ("QtCore", "QtGui", "QtNetwork", "QtPrintSupport", "QtTest", "QtWidgets")
"""The Qt modules that the sources import; a test compares."""

_QT_KEPT = (
    "__init__.py",
    "_config.py",
    "_git_pyside_version.py",
    "pyside6.abi3.dll",
    "msvcp140*.dll",
    "vcruntime140*.dll",
    "support/**/*",
    *(f"{module}.pyd" for module in QT_MODULES),
    *(f"Qt6{module.removeprefix('Qt')}.dll" for module in QT_MODULES),
    "plugins/platforms/qwindows.dll",
    "plugins/styles/qmodernwindowsstyle.dll",
    "plugins/imageformats/qico.dll",
    "plugins/imageformats/qjpeg.dll",
    "plugins/printsupport/windowsprintersupport.dll",
    "translations/qtbase_nl.qm",
)

_SHIBOKEN_KEPT = ("*.py", "Shiboken.pyd", "shiboken6.abi3.dll", "msvcp140*.dll", "vcruntime140*.dll")

_BABEL_LANGUAGES = ("root", "nl", "fr", "de", "en")

_PACKAGES_LEFT_OUT = (
    "bin",
    "**/__pycache__",
    "**/*.pyi",
    "**/*.lib",
    "**/*.pyx",
    "**/*.c",
    "alembic/testing",
    "alembic/templates",
    "phonenumbers/carrierdata",
    "phonenumbers/geodata",
    "phonenumbers/tzdata",
    "sqlalchemy/testing",
    "PIL/_avif*",
    "PIL/_imagingtk*",
)

_PYTHON_LEFT_OUT = (
    "**/__pycache__",
    "**/*.whl",
    "DLLs/*.cat",
    "DLLs/*.ico",
    "DLLs/_test*",
    "DLLs/_ctypes_test*",
    "DLLs/_tkinter*",
    "DLLs/tcl*",
    "DLLs/tk*",
    "DLLs/xxlimited*",
    "Lib/distutils",
    "Lib/ensurepip",
    "Lib/idlelib",
    "Lib/lib2to3",
    "Lib/pydoc_data",
    "Lib/site-packages",
    "Lib/test",
    "Lib/**/test",
    "Lib/**/tests",
    "Lib/tkinter",
    "Lib/turtle.py",
    "Lib/turtledemo",
    "Lib/venv",
)

_PYTHON_KEPT = ("DLLs", "Lib", "LICENSE.txt", "python.exe", "pythonw.exe", "python3*.dll", "vcruntime140*.dll")
"""What stays of a full Python beside its folders of scripts, headers and documents."""


def cut_python(folder: Path) -> None:
    """Leaves of a full Windows Python what a program needs to run; an embeddable one is that already."""
    if not (folder / "Lib").is_dir():
        return
    kept = {path for pattern in _PYTHON_KEPT for path in folder.glob(pattern)}
    remove(path for path in folder.iterdir() if path not in kept)
    for pattern in _PYTHON_LEFT_OUT:
        remove(folder.glob(pattern))


def cut_packages(folder: Path) -> None:
    """Leaves of the installed packages what the program uses."""
    for pattern in _PACKAGES_LEFT_OUT:
        remove(folder.glob(pattern))
    keep_only(folder / "PySide6", _QT_KEPT)
    keep_only(folder / "shiboken6", _SHIBOKEN_KEPT)
    keep_only(folder / "qtawesome", ("__init__.py", "fonts/phosphor*", "fonts/LICENSE*", "fonts/*.txt"))
    languages = (f"{language}{rest}.dat" for language in _BABEL_LANGUAGES for rest in ("", "_*"))
    keep_only(folder / "babel" / "locale-data", languages)


def keep_only(folder: Path, patterns: Iterable[str]) -> None:
    """Removes the files of a folder that no pattern names, and the folders that become empty."""
    kept = {path for pattern in patterns for path in folder.glob(pattern)}
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in kept:
            path.unlink()


def remove(paths: Iterable[Path]) -> None:
    """Removes files and whole folders."""
    for path in list(paths):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
