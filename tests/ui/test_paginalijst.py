"""The list of pages: one is open, arrows go from page to page, a mark says what is the matter there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from werkplaats.ui.paginalijst import PageList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from werkplaats.ui.theme import Theme


@pytest.fixture
def pages(qtbot: QtBot) -> PageList:
    """Three pages in two groups, the first one open."""
    pages = PageList("Pagina's")
    pages.add_group("Algemeen")
    pages.add_page("bedrijf", "Bedrijf en adres", "vestiging")
    pages.add_page("rechten", "Rechten", "rechten")
    pages.add_group("Werkplek")
    pages.add_page("uiterlijk", "Uiterlijk", "weergave")
    pages.show_current("bedrijf")
    qtbot.addWidget(pages)
    with qtbot.waitActive(pages):
        pages.show()
        pages.activateWindow()
    return pages


def headings(pages: PageList) -> list[str]:
    return [label.text() for label in pages.findChildren(QLabel) if label.isVisible()]


def test_the_arrows_open_the_next_page_across_groups(qtbot: QtBot, pages: PageList) -> None:
    chosen: list[str] = []
    pages.chosen.connect(chosen.append)
    pages.focus_current()
    for _step in range(2):
        QTest.keyClick(QApplication.focusWidget() or pages, Qt.Key.Key_Down)
    assert chosen == ["rechten", "uiterlijk"]
    assert pages.current == "uiterlijk"


def test_tab_stops_at_the_open_page_only(pages: PageList) -> None:
    tabbed = [name for name in pages.names if pages.item(name).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert tabbed == ["bedrijf"]


def test_a_click_opens_a_page(qtbot: QtBot, pages: PageList) -> None:
    with qtbot.waitSignal(pages.chosen, check_params_cb=lambda name: name == "rechten"):
        QTest.mouseClick(pages.item("rechten"), Qt.MouseButton.LeftButton)


def test_what_is_left_out_takes_its_group_along(pages: PageList) -> None:
    pages.show_only({"rechten"})
    assert (pages.names, headings(pages)) == (("rechten",), ["Algemeen"])
    pages.focus_current()
    assert QApplication.focusWidget() is pages.item("rechten"), "the open page is out of sight"
    pages.show_only({"bedrijf", "rechten", "uiterlijk"})
    assert headings(pages) == ["Algemeen", "Werkplek"]


def test_a_mark_is_seen_and_said(pages: PageList) -> None:
    item = pages.item("rechten")
    before = item.grab().toImage()
    item.show_mark("error", "Hier klopt iets niet")
    assert item.grab().toImage() != before
    assert (item.toolTip(), item.accessibleDescription()) == ("Hier klopt iets niet", "Hier klopt iets niet")
    item.show_mark("", "")
    assert item.grab().toImage() == before
    assert item.accessibleDescription() == ""


def test_the_list_grows_with_the_text(look: Theme, pages: PageList) -> None:
    before = pages.width()
    look.set_scale(1.3)
    assert pages.width() > before
