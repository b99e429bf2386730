"""Words that are only read: a label in a role of type and colour, and a line with a mark before its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from werkplaats.ui.chip import state_look
from werkplaats.ui.icons import paint_icon
from werkplaats.ui.theme import set_letter, set_look, show_when, theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_MARK_STATES = {"error": "fout", "warn": "waarschuwing", "ok": "gelukt", "info": "uitleg"}
_MARK_GAP = 6


class Label(QLabel):
    """Plain text (never markup: a name may hold a "<") in a role of type and a role of colour."""

    def __init__(
        self, text: str = "", letter: str = "body", role: str = "text", *, code: bool = False, wrap: bool = False
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wrap)
        set_letter(self, letter, code=code)
        set_look(self, role=role)


class ElidedLabel(QWidget):
    """One line of free text that ends in "…" where it does not fit; the whole is in the tooltip."""

    def __init__(self, text: str = "", letter: str = "body", role: str = "text") -> None:
        super().__init__()
        self._role = role
        set_letter(self, letter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Shows another text."""
        self._text = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._text) + 1, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, QFontMetrics(self.font()).height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme().color(self._role))
        text = QFontMetricsF(self.font()).elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


def paint_mark(painter: QPainter, rect: QRectF, role: str) -> None:
    """Draws the filled sign of an error, a warning, an explanation, or what is in order."""
    look = state_look("melding", _MARK_STATES[role])
    paint_icon(painter, rect, look.icon, theme().color(look.role), fill=True)


class NoteLine(QWidget):
    """A mark and its sentence, in the colour of the role; wraps where the column is narrow, hidden when silent."""

    def __init__(self, role: str = "", sentence: str = "", letter: str = "small") -> None:
        super().__init__()
        self._role, self._sentence = role, sentence
        set_letter(self, letter)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(role, sentence)

    def say(self, role: str, sentence: str) -> None:
        """Says a sentence; without a role it is a grey hint without mark."""
        self._role, self._sentence = role, sentence
        self.setAccessibleName(sentence)
        show_when(self, bool(sentence))
        self.updateGeometry()
        self.update()

    @property
    def speaks(self) -> bool:
        """Whether it has something to say."""
        return bool(self._sentence)

    def fall_silent(self) -> None:
        """Takes the sentence away."""
        self.say("", "")

    def sizeHint(self) -> QSize:
        """As wide as the sentence in one line."""
        metrics = QFontMetricsF(self.font())
        return QSize(
            round(metrics.horizontalAdvance(self._sentence) + self._indent() + 1), round(metrics.height() + 0.5)
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(self._indent() + theme().px(64), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        return self._bounds(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._sentence:
            return
        painter = QPainter(self)
        if self._role:
            side = self._mark_px()
            line = QFontMetricsF(self.font()).height()
            paint_mark(painter, QRectF(0, (line - side) / 2, side, side), self._role)
        painter.setFont(self.font())
        painter.setPen(theme().color(self._role or "text_2"))
        painter.drawText(self.rect().adjusted(self._indent(), 0, 0, 0), self._flags(), self._sentence)

    def _bounds(self, width: int) -> int:
        room = QRectF(0, 0, max(1, width - self._indent()), 10_000)
        return round(QFontMetricsF(self.font()).boundingRect(room, self._flags(), self._sentence).height() + 0.5)

    def _flags(self) -> int:
        return int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def _indent(self) -> int:
        return self._mark_px() + _MARK_GAP if self._role else 0

    def _mark_px(self) -> int:
        return theme().px(tokens().icon_px["caption"])
