"""The Windows setup as far as it can be looked at without building it: its lists, its Python, its fonts."""

from __future__ import annotations

import ast
import re
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from installer.shell import Problem
from installer.windows import parts
from installer.windows.build import MOST_MB, main, setup_name
from installer.windows.icon import write_icon
from installer.windows.interpreter import copy_python, tell_where_modules_are
from werkplaats.ui.merk import MARK_SIZES

if TYPE_CHECKING:
    from werkplaats.ui.theme import Theme

ROOT = Path(__file__).parents[2]
HERE = f"{sys.version_info.major}{sys.version_info.minor}"


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def make(folder: Path, *names: str) -> Path:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return folder


def test_the_setup_carries_each_module_of_qt_that_the_sources_import() -> None:
    imported = {
        node.module.split(".")[1]
        for path in (ROOT / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("PySide6.")
    }
    assert imported == set(parts.QT_MODULES)


def test_a_full_python_loses_what_only_developers_need(tmp_path: Path) -> None:
    kept = ["DLLs/_ssl.pyd", "Lib/json/__init__.py", "Lib/os.py", "python.exe", f"python{HERE}.dll", "vcruntime140.dll"]
    gone = ["DLLs/tcl86t.dll", "Lib/test/a.py", "Lib/site-packages/pip/a.py", "Lib/tkinter/a.py", "Scripts/pip.exe"]
    parts.cut_python(make(tmp_path, *kept, *gone))
    assert files(tmp_path) == sorted(kept)


def test_an_embeddable_python_is_taken_as_it_is(tmp_path: Path) -> None:
    names = ["python.exe", f"python{HERE}.dll", f"python{HERE}.zip", "_ssl.pyd"]
    source = make(tmp_path / "bron", *names)
    version = copy_python(source, tmp_path / "doel")
    parts.cut_python(tmp_path / "doel")
    assert version == f"{sys.version_info.major}.{sys.version_info.minor}"
    assert files(tmp_path / "doel") == sorted(names)


def test_a_folder_without_python_is_refused_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--python-dir", str(tmp_path)]) == 1
    assert "geen Windows-Python" in capsys.readouterr().err


def test_another_version_than_the_one_that_compiles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"Python 3\.9"):
        copy_python(make(tmp_path, "python.exe", "python39.dll"), tmp_path / "doel")


@pytest.mark.parametrize(("inside", "lines"), [("Lib/os.py", ["Lib"]), (f"python{HERE}.zip", [f"python{HERE}.zip"])])
def test_the_python_of_the_setup_finds_its_own_modules_only(tmp_path: Path, inside: str, lines: list[str]) -> None:
    make(tmp_path, f"python{HERE}.dll", inside)
    tell_where_modules_are(tmp_path, "pakketten")
    written = (tmp_path / f"python{HERE}._pth").read_text(encoding="utf-8").split()
    assert written == [*lines, ".", "pakketten"]


def test_only_what_is_named_stays_and_empty_folders_go(tmp_path: Path) -> None:
    make(tmp_path, "plugins/platforms/qwindows.dll", "plugins/platforms/qminimal.dll", "qml/Qt/a.qml", "a.dll")
    parts.keep_only(tmp_path, ("plugins/platforms/qwindows.dll", "a.dll"))
    assert files(tmp_path) == ["a.dll", "plugins/platforms/qwindows.dll"]
    assert not (tmp_path / "qml").exists()


def test_a_setup_on_a_python_of_somebody_else_says_so_in_its_name() -> None:
    assert setup_name(None, "1.2.3") == "Werkplaats-1.2.3-proef-setup.exe"
    assert setup_name(Path("python"), "1.2.3") == "Werkplaats-1.2.3-setup.exe"


def test_the_icon_holds_every_size(one_theme: Theme, tmp_path: Path) -> None:
    write_icon(tmp_path / "a.ico")
    data = (tmp_path / "a.ico").read_bytes()
    entries = [
        struct.unpack_from("<BBBBHHII", data, 6 + 16 * number) for number in range(struct.unpack("<HHH", data[:6])[2])
    ]
    assert [entry[0] or 256 for entry in entries] == list(MARK_SIZES)
    assert all(data[entry[7] : entry[7] + 4] == b"\x89PNG" for entry in entries)
    assert entries[-1][7] + entries[-1][6] == len(data)


def test_nothing_of_the_setup_is_committed_that_comes_from_elsewhere() -> None:
    pins = [
        (ROOT / "installer" / "windows" / name).read_text(encoding="utf-8")
        for name in ("trial-python.txt", "trial-tools.txt")
    ]
    assert all(re.search(r"==[\d.]+ \\\n +--hash=sha256:[0-9a-f]{64}\n$", text) for text in pins)
    assert not any("://" in text for text in pins)
    assert {path.suffix for path in (ROOT / "installer").rglob("*") if path.is_file()} <= {
        "",
        ".py",
        ".pyc",
        ".nsi",
        ".txt",
        ".c",
        ".md",
    }


def test_the_setup_has_no_entry_that_leads_nowhere() -> None:
    script = (ROOT / "installer" / "windows" / "setup.nsi").read_text(encoding="utf-8")
    started = re.findall(r'CreateShortcut ".*?" ".*?" "(.*?)"', script)
    assert started == ["-m werkplaats", "-m werkplaats --monteur", "-m werkplaats --oefen"]
    assert "RequestExecutionLevel user" in script
    assert MOST_MB == 60
