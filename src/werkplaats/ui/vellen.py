"""The pages of a document under each other, as paper on a table; who shows it draws each page when it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkplaats.i18n import _
from werkplaats.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

_AROUND = 24
_WIDEST = 900
"""Wider than this a page that fits the window is no easier to read, and a label would fill a screen."""
_SETTLE_MS = 120
_POINTS_PER_PIXEL = 72 / 96


class Vellen(QWidget):
    """``asked`` says that the pages are wanted at another width; zoom 0 is: as wide as the window."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._maten: tuple[tuple[float, float], ...] = ()
        self._beelden: dict[int, QImage] = {}
        self._zoom = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._ask)

    def show_sizes(self, maten: Sequence[tuple[float, float]]) -> None:
        """Shows the pages empty, at their sizes in points."""
        self._maten = tuple(maten)
        self._beelden = {}
        self.setAccessibleName(_("Voorbeeld, {aantal} pagina's").format(aantal=len(self._maten)))
        self._lay_out()
        self._ask()

    def show_picture(self, nummer: int, beeld: QImage) -> None:
        """Shows a page that was drawn."""
        beeld.setDevicePixelRatio(self.devicePixelRatioF())
        self._beelden[nummer] = beeld
        self.update()

    def picture(self, nummer: int) -> QImage | None:
        """What is shown of a page."""
        return self._beelden.get(nummer)

    def set_zoom(self, zoom: float) -> None:
        """Shows the pages so many times their real size; 0 is as wide as the window."""
        self._zoom = zoom
        self._lay_out()
        self._settle.start()

    @property
    def has_pages(self) -> bool:
        """Whether a document came."""
        return bool(self._maten)

    def missing(self) -> tuple[int, int] | None:
        """The first page that is not drawn at its width, with that width in pixels; None when all are."""
        for nummer in range(len(self._maten)):
            breed = round(self._place(nummer).width() * self.devicePixelRatioF())
            beeld = self._beelden.get(nummer)
            if beeld is None or abs(beeld.width() - breed) > 1:
                return nummer, breed
        return None

    def top_of(self, nummer: int) -> int:
        """Where a page begins."""
        return round(self._place(nummer).top()) - _AROUND if self._maten else 0

    def at(self, y: int) -> int:
        """The page that stands at a height."""
        begun = [nummer for nummer in range(len(self._maten)) if self._place(nummer).top() - _AROUND <= y]
        return begun[-1] if begun else 0

    def sizeHint(self) -> QSize:
        width = max((self._place(nummer).width() for nummer in range(len(self._maten))), default=0) + 2 * _AROUND
        return QSize(round(width) if self._zoom else 0, self._height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()
            self._settle.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for nummer in range(len(self._maten)):
            place = self._place(nummer)
            if not place.intersects(QRectF(event.rect())):
                continue
            painter.fillRect(place, Qt.GlobalColor.white)
            beeld = self._beelden.get(nummer)
            if beeld is not None:
                painter.drawImage(place, beeld)
            painter.setPen(QPen(theme().color("line_strong"), 1))
            painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _place(self, nummer: int) -> QRectF:
        """Where a page lies."""
        top = float(_AROUND)
        for eerder in range(nummer):
            top += round(self._maten[eerder][1] * self._scale(eerder)) + _AROUND
        breed, hoog = (round(maat * self._scale(nummer)) for maat in self._maten[nummer])
        return QRectF(max(_AROUND, round((self.width() - breed) / 2)), top, breed, hoog)

    def _scale(self, nummer: int) -> float:
        """Pixels per point."""
        if self._zoom:
            return self._zoom / _POINTS_PER_PIXEL
        return max(100, min(self.width() - 2 * _AROUND, _WIDEST)) / self._maten[nummer][0]

    def _height(self) -> int:
        return round(self._place(len(self._maten) - 1).bottom()) + _AROUND if self._maten else 0

    def _lay_out(self) -> None:
        self.setFixedHeight(max(1, self._height()))
        self.updateGeometry()
        self.update()

    def _ask(self) -> None:
        self.asked.emit()
