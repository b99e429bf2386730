"""A text to read: Markdown in our own letters; links are asked for and open nothing by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFont, QTextFragment

from werkplaats.ui.leestekst import ReadText
from werkplaats.ui.theme import theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from werkplaats.ui.theme import Theme

PAGE = "# Kop\n\nDruk op `F1` voor [hulp](hulp.md).\n\n## Deel\n\n- een\n- twee\n"


@pytest.fixture
def read(qtbot: QtBot) -> ReadText:
    """The page above, shown."""
    read = ReadText("Handleiding")
    qtbot.addWidget(read)
    read.show_markdown(PAGE)
    return read


def letter(read: ReadText, words: str) -> QFont:
    return fragment(read, words).charFormat().font()


def fragment(read: ReadText, words: str) -> QTextFragment:
    block = read.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            if words in pieces.fragment().text():
                return pieces.fragment()
            pieces += 1
        block = block.next()
    raise AssertionError(words)


def test_headings_keys_and_text_have_the_letters_of_the_program(read: ReadText) -> None:
    assert letter(read, "Kop").pixelSize() == theme().font("title").pixelSize()
    assert letter(read, "Deel").pixelSize() == theme().font("subtitle").pixelSize()
    assert letter(read, "Druk op").weight() == QFont.Weight.Normal
    assert (letter(read, "F1").weight(), letter(read, "F1").pixelSize()) == (QFont.Weight.DemiBold, 13)


def test_the_text_grows_and_changes_colour_with_the_theme(look: Theme, read: ReadText) -> None:
    light = fragment(read, "hulp").charFormat().foreground().color()
    look.set_scale(1.3)
    look.set_scheme("dark")
    assert letter(read, "Druk op").pixelSize() == 17
    assert fragment(read, "hulp").charFormat().foreground().color() == theme().color("accent") != light


def test_a_link_is_asked_for(qtbot: QtBot, read: ReadText) -> None:
    with qtbot.waitSignal(read.link_asked, check_params_cb=lambda target: target == "hulp.md"):
        read.anchorClicked.emit(QUrl("hulp.md"))
    assert read.toPlainText().startswith("Kop")
