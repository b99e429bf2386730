"""What has the focus by keyboard is ringed, and the ring goes along with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.ui import focusring
from werkplaats.ui.button import Button
from werkplaats.ui.cards import PageScroll
from werkplaats.ui.fields import TextField
from werkplaats.ui.focusring import FocusRing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from werkplaats.ui.theme import Theme


@pytest.fixture
def ring(look: Theme, qapp: QApplication) -> Iterator[FocusRing]:
    ring = FocusRing(qapp)
    yield ring
    shiboken6.delete(ring)


def shown_ring(window: QWidget) -> QWidget | None:
    """The ring that is seen in a window."""
    rings = window.findChildren(focusring._Ring)
    return next((ring for ring in rings if ring.isVisible()), None)


@pytest.fixture
def window(ring: FocusRing, qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(24, 24, 24, 24)
    row = QHBoxLayout()
    layout.addLayout(row)
    row.addWidget(Button("Opslaan", kind="main"))
    row.addWidget(Button("Annuleren"))
    layout.addWidget(TextField("naam", "m"))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def test_the_ring_lies_two_pixels_outside_the_control(window: QWidget) -> None:
    button = window.findChildren(Button)[1]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    ring = shown_ring(window)
    assert ring is not None
    assert ring.geometry() == button.geometry().adjusted(-4, -4, 4, 4)


def test_there_is_one_ring_and_it_moves_along(window: QWidget) -> None:
    first, second = window.findChildren(Button)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    ring = shown_ring(window)
    assert ring is not None
    assert ring.geometry().contains(second.geometry())
    assert sum(child.isVisible() for child in window.findChildren(focusring._Ring)) == 1


def test_a_field_draws_its_own_focus(window: QWidget) -> None:
    window.findChildren(TextField)[0].setFocus(Qt.FocusReason.TabFocusReason)
    assert shown_ring(window) is None


def test_the_ring_follows_a_layout_that_moves(window: QWidget, qtbot: QtBot) -> None:
    button = window.findChildren(Button)[1]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    ring = shown_ring(window)
    assert ring is not None
    button.move(button.pos() + QPoint(30, 10))
    assert ring.geometry() == button.geometry().adjusted(-4, -4, 4, 4)
    button.hide()
    assert shown_ring(window) is None


def test_in_a_page_that_scrolls_the_ring_scrolls_along(ring: FocusRing, qtbot: QtBot) -> None:
    page = QWidget()
    layout = QVBoxLayout(page)
    tight = QWidget()
    tight_layout = QHBoxLayout(tight)
    tight_layout.setContentsMargins(0, 0, 0, 0)
    button = Button("Kies")
    tight_layout.addWidget(button)
    layout.addWidget(tight)
    scroll = PageScroll(page)
    qtbot.addWidget(scroll)
    with qtbot.waitActive(scroll):
        scroll.show()
        scroll.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    seen = shown_ring(scroll)
    assert seen is not None
    assert seen.parentWidget() is page, "a tight row does not cut the ring off"
    assert seen.mapTo(page, QPoint(4, 4)) == button.mapTo(page, QPoint(0, 0))


def test_a_window_that_closes_takes_its_ring_along(ring: FocusRing, qtbot: QtBot) -> None:
    first = QWidget()
    layout = QVBoxLayout(first)
    layout.addWidget(Button("Opslaan"))
    with qtbot.waitActive(first):
        first.show()
        first.activateWindow()
    first.findChildren(Button)[0].setFocus(Qt.FocusReason.TabFocusReason)
    gone: list[bool] = []
    first.destroyed.connect(lambda: gone.append(True))
    first.deleteLater()
    qtbot.waitUntil(lambda: len(gone) == 1)
    second = QWidget()
    qtbot.addWidget(second)
    QVBoxLayout(second).addWidget(Button("Sluiten"))
    with qtbot.waitActive(second):
        second.show()
        second.activateWindow()
    second.findChildren(Button)[0].setFocus(Qt.FocusReason.TabFocusReason)
    assert shown_ring(second) is not None
