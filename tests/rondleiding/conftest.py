"""A window to play in: a few real controls, and a player who keeps his pictures in a folder of the test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tests.ui.conftest import look, one_theme
from werkplaats.rondleiding.camera import Camera
from werkplaats.rondleiding.player import Player
from werkplaats.rondleiding.verslag import Verslag
from werkplaats.ui.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

__all__ = ["look", "one_theme"]


class Room(QWidget):
    """A name, a choice, a button with a menu, and a word that says what was done."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Kamer")
        self.said = QLabel("nog niets")
        self.name = QLineEdit()
        self.name.setAccessibleName("Naam")
        self.choice = QComboBox()
        self.choice.setAccessibleName("Kleur")
        self.choice.addItems(["rood", "groen", "blauw"])
        self.button = QPushButton("&Doe")
        self.button.clicked.connect(lambda: self.said.setText("gedaan"))
        self.doors = QPushButton("&Menu")
        self.menu = Menu(self.doors)
        for word in ("Eerste", "Tweede"):
            self.menu.add(word).triggered.connect(lambda _on=False, word=word: self.said.setText(word))
        self.doors.setMenu(self.menu)
        QShortcut(QKeySequence("F5"), self, lambda: self.said.setText("ververst"))
        column = QVBoxLayout(self)
        for widget in (self.said, self.name, self.choice, self.button, self.doors):
            column.addWidget(widget)


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    room = Room()
    qtbot.addWidget(room)
    with qtbot.waitActive(room):
        room.show()
        room.activateWindow()
    room.name.setFocus()
    return room


@pytest.fixture
def verslag() -> Verslag:
    return Verslag(100)


@pytest.fixture
def player(qapp: QApplication, room: Room, verslag: Verslag, tmp_path: Path) -> Iterator[Player]:
    player = Player(qapp, Camera(tmp_path, 100, ("light", "dark")), verslag, tmp_path, patience=0.3)
    player.chapter("Proef")
    player.step("eerste stap")
    yield player
    player.end()
