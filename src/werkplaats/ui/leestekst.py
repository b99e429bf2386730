"""A text to read, such as a page of the manual: Markdown in the letters and colours of the program."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser

from werkplaats.ui.theme import set_letter, theme

_HEADINGS = {1: "title", 2: "subtitle"}
_ABOVE = {1: 0, 2: 16, 3: 8}
_BELOW_HEADING = 8
_BELOW = 8
_LINE_HEIGHT = 140.0
_MARGIN = 24
_INDENT = 20


class ReadText(QTextBrowser):
    """Shows one text; ``link_asked`` gives the target of a link that was chosen: nothing is opened from here."""

    link_asked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._markdown = ""
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.viewport().setAutoFillBackground(False)
        set_letter(self, "body")
        self.anchorClicked.connect(self._ask)
        theme().changed.connect(self._render)

    def show_markdown(self, text: str) -> None:
        """Shows a text from its beginning."""
        self._markdown = text
        self._render()

    def _ask(self, url: QUrl) -> None:
        self.link_asked.emit(url.toString())

    def _render(self) -> None:
        document = self.document()
        document.setDefaultFont(theme().font("body"))
        document.setMarkdown(self._markdown)
        document.setDocumentMargin(_MARGIN)
        document.setIndentWidth(_INDENT)
        cursor = QTextCursor(document)
        block = document.begin()
        while block.isValid():
            _dress(cursor, block)
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _dress(cursor: QTextCursor, block: QTextBlock) -> None:
    """Gives a paragraph its distances and its letters; Markdown only says what it is."""
    level = block.blockFormat().headingLevel()
    shape = QTextBlockFormat()
    shape.setTopMargin(_ABOVE.get(level, 0))
    shape.setBottomMargin(_BELOW_HEADING if level else _BELOW / 2 if block.textList() is not None else _BELOW)
    shape.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.setPosition(block.position())
    cursor.mergeBlockFormat(shape)
    iterator = block.begin()
    while not iterator.atEnd():
        piece = iterator.fragment()
        cursor.setPosition(piece.position())
        cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_letter(piece.charFormat(), level))
        iterator += 1


def _letter(of_markdown: QTextCharFormat, level: int) -> QTextCharFormat:
    """The letter of a piece of text; what stands between backticks is a key or a word of the screen: bold, not code."""
    bold = of_markdown.fontFixedPitch() or of_markdown.fontWeight() > theme().font("body").weight()
    kind = _HEADINGS.get(level, "strong") if level else "strong" if bold else "body"
    letter = QTextCharFormat(of_markdown)
    letter.clearProperty(QTextCharFormat.Property.FontSizeAdjustment.value)
    letter.setFont(theme().font(kind))
    if letter.isAnchor():
        letter.setForeground(theme().color("accent"))
        letter.setFontUnderline(True)
    return letter
