"""No part of a window flashes up as a window of its own while the window is being built."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.ui.chip import Badge
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.labels import Label, NoteLine
from werkplaats.ui.theme import show_when

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    "make",
    [
        lambda: NoteLine("info", "De pagina wordt geopend."),
        lambda: Badge(3),
        lambda: EmptyList("voertuig", "Nog geen voertuigen", "Typ een kenteken."),
    ],
    ids=["note", "badge", "empty"],
)
def test_a_part_waits_for_its_place(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    part = make()
    assert not part.isVisible()
    assert not [child for child in part.findChildren(QWidget) if child.isVisible()]
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(part)
    window.show()
    assert part.isVisible()


def test_a_part_that_was_hidden_before_it_had_a_place_can_be_shown(qtbot: QtBot) -> None:
    part = Label("Nieuw")
    show_when(part, False)
    show_when(part, True)
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(part)
    window.show()
    assert part.isVisible()
    show_when(part, False)
    assert not part.isVisible()
