"""What every test of the window stands on: one theme, choices of its own, work at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

from werkplaats.ui.theme import Theme, install_theme
from werkplaats.ui.voorkeuren import Voorkeuren
from werkplaats.ui.work import Background, Foreground

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="session")
def one_theme(qapp: QApplication) -> Theme:
    """The theme of the one application, which may have no second; other folders use this fixture too."""
    return qapp.findChild(Theme) or install_theme(qapp, "light")


@pytest.fixture(autouse=True)
def look(one_theme: Theme) -> Theme:
    """Light at 100 % at the start of each test, whatever the last one chose."""
    one_theme.set_scheme("light")
    one_theme.set_scale(1.0)
    return one_theme


@pytest.fixture
def voorkeuren(tmp_path: Path) -> Voorkeuren:
    return Voorkeuren(QSettings(str(tmp_path / "voorkeuren.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def foreground(qapp: QApplication) -> Foreground:
    return Foreground()


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    background = Background(2)
    yield background
    background.close()
