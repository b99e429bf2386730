"""What a person chose on this computer is there the next time, and nonsense in the file does no harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QWidget

from werkplaats.ui.voorkeuren import Voorkeuren

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "voorkeuren.ini"), QSettings.Format.IniFormat)


def test_choices_come_back(settings: QSettings) -> None:
    chosen = Voorkeuren(settings)
    chosen.scheme, chosen.text_scale, chosen.enter_is_tab = "dark", 1.15, True
    settings.sync()
    again = Voorkeuren(QSettings(settings.fileName(), QSettings.Format.IniFormat))
    assert (again.scheme, again.text_scale, again.enter_is_tab) == ("dark", 1.15, True)


def test_a_first_start_follows_the_system(settings: QSettings) -> None:
    fresh = Voorkeuren(settings)
    assert (fresh.scheme, fresh.text_scale, fresh.enter_is_tab) == ("system", 1.0, False)


def test_nonsense_in_the_file_counts_as_not_chosen(settings: QSettings) -> None:
    for key in ("scheme", "text_scale", "enter_is_tab", "window/muteren"):
        settings.setValue(key, "onzin")
    odd = Voorkeuren(settings)
    assert (odd.scheme, odd.text_scale, odd.enter_is_tab) == ("system", 1.0, False)


def test_a_window_gets_the_size_it_had(qtbot: QtBot, settings: QSettings) -> None:
    first, second = QWidget(), QWidget()
    qtbot.addWidget(first)
    qtbot.addWidget(second)
    first.resize(640, 480)
    Voorkeuren(settings).remember_window("muteren", first)
    Voorkeuren(settings).restore_window("muteren", second, QSize(300, 200))
    assert second.size() == QSize(640, 480)


def test_a_window_is_never_larger_than_its_screen(qtbot: QtBot, settings: QSettings) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    Voorkeuren(settings).restore_window("muteren", window, QSize(9000, 9000))
    assert window.screen().availableGeometry().contains(window.geometry())
