"""The rules of the house that no tool keeps by itself; design and reasons stand in docs/decisions."""

from __future__ import annotations

import ast
import logging
import re
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from importlinter.cli import lint_imports

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "src" / "werkplaats"
FILES = sorted(HOUSE.rglob("*.py"))
MIGRATIONS = sorted((HOUSE / "store" / "migrations" / "versions").glob("*.py"))

LONGEST_FILE, LONGEST_FUNCTION = 350, 50
MOST = 0.9  # nine of ten stay under the size that reads at one glance
USUAL_FILE, USUAL_FUNCTION = 300, 36


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _place(path: Path, node: ast.stmt | ast.expr) -> str:
    return f"{path.relative_to(ROOT)}:{node.lineno}"


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{_place(path, node)} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


@contextmanager
def _loggers_left_alone() -> Iterator[None]:
    """The linter sets up its own log and switches every other logger off; tests that come later read ours."""
    loggers = [one for one in logging.root.manager.loggerDict.values() if isinstance(one, logging.Logger)]
    switched_off = [one for one in loggers if one.disabled]
    yield
    for one in loggers:
        one.disabled = one in switched_off


@pytest.mark.parametrize("contracts", ["pyproject.toml", "tests/layers.toml"])
def test_rooms_import_only_what_their_contracts_allow(contracts: str, capsys: pytest.CaptureFixture[str]) -> None:
    with _loggers_left_alone():
        code = lint_imports(config_filename=str(ROOT / contracts), no_cache=True, no_logo=True)
    assert code == 0, capsys.readouterr().out


def test_every_room_without_a_window_is_named_in_the_contract_about_qt() -> None:
    contract = (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("start on a machine without Qt")[1]
    named = set(re.findall(r"werkplaats\.(\w+)", contract.split("forbidden_modules")[0]))
    rooms = {path.stem for path in HOUSE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert rooms - named == {"__init__", "__main__", "app", "forms", "rondleiding", "ui", "zelftest"}


def test_qt_is_named_only_where_there_is_a_window() -> None:
    """The contract about Qt follows imports from below; the start of the program stands above and is looked at here."""
    with_window = {
        HOUSE / "app.py",
        HOUSE / "zelftest" / "venster.py",
        *(path for room in ("ui", "forms", "rondleiding") for path in (HOUSE / room).rglob("*")),
    }
    naming = [
        _place(path, node)
        for path in FILES
        if path not in with_window
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Import | ast.ImportFrom) and any(n.startswith("PySide6") for n in _imported(node))
    ]
    assert naming == []


def test_migrations_stand_on_themselves() -> None:
    """A step of years ago must do today what it did then, so it may not lean on code that moves on."""
    assert MIGRATIONS, "there are migrations"
    leaning = [
        _place(path, node)
        for path in MIGRATIONS
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Import | ast.ImportFrom) and any(n.startswith("werkplaats") for n in _imported(node))
    ]
    assert leaning == []


def test_colours_come_from_the_tokens() -> None:
    colour = re.compile(r"#[0-9A-Fa-f]{6}\b")
    literal = [
        f"{path.relative_to(ROOT)}:{number}"
        for room in ("ui", "forms")
        for path in sorted((HOUSE / room).rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if colour.search(line)
    ]
    assert literal == []


def test_the_window_has_one_event_loop() -> None:
    """``exec`` on a dialog or menu, or ``processEvents``, runs the world inside a slot; only the start has a loop."""
    nested = [
        _place(path, node)
        for path in FILES
        if path != HOUSE / "app.py"
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Attribute) and node.attr in {"exec", "exec_", "processEvents"}
    ]
    assert nested == []


def test_words_are_asked_when_they_are_shown() -> None:
    """A text translated at import stays in the language of the start; the console's modules load when asked for."""
    early = [
        _place(path, node)
        for path in FILES
        if HOUSE / "beheer" not in path.parents
        for statement in _import_time(_tree(path).body)
        for node in ast.walk(statement)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "ngettext", "woord"}
    ]
    assert early == []


def _import_time(body: list[ast.stmt]) -> Iterator[ast.AST]:
    """What runs when a module is loaded: its statements, those of its classes, and the defaults of its functions."""
    for statement in body:
        if isinstance(statement, ast.ClassDef):
            yield from statement.decorator_list
            yield from _import_time(statement.body)
        elif isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from statement.decorator_list
            yield statement.args
        else:
            yield statement


def test_a_silenced_check_gives_its_reason_in_words() -> None:
    silent = re.compile(
        r"#\s*(?:noqa|type:\s*ignore)\b[:\s]*(?:\[[\w-]+(?:,\s*[\w-]+)*\]|[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?(.*)"
    )
    mute = [
        f"{path.relative_to(ROOT)}:{number}"
        for folder in ("src", "tools", "benchmarks")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (found := silent.search(line)) and len(re.findall(r"[a-z]{2,}", found[1])) < 3
    ]
    assert mute == []


def test_files_stay_readable() -> None:
    files = [path for path in FILES if path not in MIGRATIONS]
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert [f"{name}: {length}" for name, length in lengths.items() if length > LONGEST_FILE] == []
    assert sum(length <= USUAL_FILE for length in lengths.values()) >= MOST * len(lengths)


def test_functions_stay_readable() -> None:
    lengths = {name: length for path in FILES if path not in MIGRATIONS for name, length in _functions(path)}
    assert [f"{name}: {length}" for name, length in lengths.items() if length > LONGEST_FUNCTION] == []
    assert sum(length <= USUAL_FUNCTION for length in lengths.values()) >= MOST * len(lengths)
