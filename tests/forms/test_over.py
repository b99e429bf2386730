"""Over Werkplaats: what somebody who asks for help is asked for first, and the one version number."""

from __future__ import annotations

import platform
import re
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication

from tests.forms.handen import ALT, opened, press
from werkplaats import __version__
from werkplaats.forms.over import OverForm
from werkplaats.ui.leestekst import ReadText

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren

ROOT = Path(__file__).parents[2]


def text(form: OverForm) -> str:
    return form.findChildren(ReadText)[0].toPlainText()


def test_it_says_the_version_what_it_runs_on_and_where_the_data_lie(
    qtbot: QtBot, garage: Garage, deuren: Deuren
) -> None:
    deuren.open_over()
    said = text(opened(qtbot, OverForm))
    expected = [__version__, platform.python_version(), qVersion(), sqlite3.sqlite_version, garage.store.plaats]
    assert [word for word in expected if word not in said] == []


def test_it_names_the_licences_of_letters_signs_and_libraries(qtbot: QtBot, deuren: Deuren) -> None:
    deuren.open_over()
    said = text(opened(qtbot, OverForm))
    assert "Inter: SIL Open Font License 1.1" in said
    assert "Phosphor: MIT" in said
    assert re.search(r"PySide6_Essentials [\d.]+: LGPL-3.0-only", said)
    assert "hypothesis" not in said, "a tool of developers"


def test_all_of_it_is_copied_at_once(qtbot: QtBot, garage: Garage, deuren: Deuren) -> None:
    deuren.open_over()
    form = opened(qtbot, OverForm)
    press(form, Qt.Key.Key_K, ALT)
    qtbot.waitUntil(lambda: garage.store.plaats in QGuiApplication.clipboard().text())
    assert f"Werkplaats {__version__}" in QGuiApplication.clipboard().text()


def test_there_is_one_version_number_and_the_changelog_knows_it() -> None:
    """The newest version of the changelog is the one of the program, or what comes after it."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## \[?([\w.]+)\]?", changelog, re.MULTILINE)
    assert __version__ in versions[:2]
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert 'dynamic = ["version"]' in pyproject
    assert not re.search(r'^version = "', pyproject, re.MULTILINE)
