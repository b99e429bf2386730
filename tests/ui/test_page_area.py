"""The page of a dialog: no field moves when it begins to scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QScrollBar, QVBoxLayout, QWidget

from werkplaats.ui.page_area import PageArea

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def _shown(qtbot: QtBot) -> tuple[PageArea, QLabel]:
    area, page = PageArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(page)
    label = QLabel("x")
    column.addWidget(label)
    area.setWidget(page)
    area.resize(300, 100)
    with qtbot.waitExposed(area):
        area.show()
    return area, label


def _bars(area: PageArea) -> list[QScrollBar]:
    return [bar for bar in area.findChildren(QScrollBar) if bar.isVisible()]


def test_the_bar_comes_without_moving_a_field(qtbot: QtBot) -> None:
    area, label = _shown(qtbot)
    assert _bars(area) == []
    before = label.width()
    label.setFixedHeight(400)
    qtbot.waitUntil(lambda: len(_bars(area)) == 1)
    assert label.width() == before


def test_the_bar_and_the_page_go_together(qtbot: QtBot) -> None:
    area, label = _shown(qtbot)
    label.setFixedHeight(400)
    qtbot.waitUntil(lambda: len(_bars(area)) == 1)
    _bars(area)[0].setValue(50)
    assert label.mapTo(area, label.rect().topLeft()).y() < 0
    area.verticalScrollBar().setValue(0)
    assert _bars(area)[0].value() == 0
    label.setFixedHeight(20)
    qtbot.waitUntil(lambda: _bars(area) == [])
