"""A sign on its own, beside a text: painted, never focused, never read out (the text says the same)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkplaats.ui.icons import paint_icon
from werkplaats.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Sign(QWidget):
    """A sign of the tokens or of Phosphor, in the colour of a role; ``px`` is its side at 100 %."""

    def __init__(self, name: str, role: str = "text_2", px: int = 16, *, fill: bool = False) -> None:
        super().__init__()
        self._name, self._role, self._px, self._fill = name, role, px, fill
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_sign(self, name: str, role: str, *, fill: bool = False) -> None:
        """Shows another sign, or the same in another colour."""
        self._name, self._role, self._fill = name, role, fill
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().px(self._px)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, QRectF(self.rect()), self._name, theme().color(self._role), fill=self._fill)
