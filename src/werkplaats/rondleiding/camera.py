"""Takes the pictures: the window in front with what pops up over it, in each scheme that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from werkplaats.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from werkplaats.ui.theme import Scheme

_SETTLE_MS = 30
"""Long enough for layouts and paints that were asked for to be done."""


class Camera:
    """Writes PNG files into a folder, numbered in the order of the tour; ``schaal`` is a percentage."""

    def __init__(self, folder: Path, schaal: int, schemes: Sequence[Scheme]) -> None:
        self._folder = folder
        self._mark = "" if schaal == 100 else f"@{schaal / 100:g}x"
        self._schemes = tuple(schemes)
        self._count = 0

    def take(self, window: QWidget, name: str) -> list[str]:
        """Takes a picture in each scheme, leaves the window as it was, and returns the names of the files."""
        self._count += 1
        before: Scheme = "dark" if theme().dark else "light"
        names = [self._take(window, f"{self._count:02}-{name}", scheme) for scheme in self._schemes]
        theme().set_scheme(before)
        return names

    def _take(self, window: QWidget, name: str, scheme: Scheme) -> str:
        file = f"{name}-{scheme}{self._mark}.png"
        theme().set_scheme(scheme)
        QTest.qWait(_SETTLE_MS)
        if not picture_of(window).save(str(self._folder / file)):
            raise OSError(f"The picture {file} could not be written.")
        return file


def picture_of(window: QWidget) -> QPixmap:
    """The window with its open menus and lists, where they hang on the screen."""
    base = window.grab()
    popups = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and _pops_up(widget)]
    if not popups:
        return base
    origin = window.mapToGlobal(QPoint(0, 0))
    places = [QRect(popup.mapToGlobal(QPoint(0, 0)) - origin, popup.size()) for popup in popups]
    whole = window.rect()
    for place in places:
        whole = whole.united(place)
    ratio = base.devicePixelRatio()
    picture = QPixmap(whole.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(theme().color("canvas"))
    painter = QPainter(picture)
    painter.drawPixmap(-whole.topLeft(), base)
    for popup, place in zip(popups, places, strict=True):
        painter.drawPixmap(place.topLeft() - whole.topLeft(), popup.grab())
    painter.end()
    return picture


def _pops_up(widget: QWidget) -> bool:
    return widget.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
