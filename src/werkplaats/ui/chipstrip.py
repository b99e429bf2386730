"""Chips beside each other in a line: as many as fit, and how many more there are."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkplaats.i18n import _
from werkplaats.ui.chip import chip_width, paint_chip
from werkplaats.ui.resultaat import Mark
from werkplaats.ui.theme import theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_AFTER_QUIET = 24


class ChipStrip(QWidget):
    """The states of one thing; the first one weighs most. What there is no room for is in the tooltip."""

    def __init__(self, *, at_left: bool = False) -> None:
        super().__init__()
        self._at_left = at_left
        self._marks: tuple[Mark, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Shows other chips."""
        self._marks = tuple(marks)
        words = ", ".join(mark.text for mark in marks)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(math.ceil(_width(self._marks)), theme().size("chip"))

    def minimumSizeHint(self) -> QSize:
        """Room for the count alone: a long name beside it may need the rest."""
        return QSize(math.ceil(_width(_count(len(self._marks)))) if self._marks else 0, theme().size("chip"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self._fitting()
        x = 0.0 if self._at_left else self.width() - _width(shown)
        for mark in shown:
            x += paint_chip(
                painter, x, self.height() / 2, mark.text, role=mark.role, icon=mark.icon, fill=mark.fill
            ) + _gap(mark)

    def _fitting(self) -> tuple[Mark, ...]:
        for left_out in range(len(self._marks) + 1):
            kept = len(self._marks) - left_out
            shown = self._marks[:kept] + (_count(left_out) if left_out else ())
            if _width(shown) <= self.width():
                return shown
        return ()


def _count(left_out: int) -> tuple[Mark, ...]:
    return (Mark(_("+{aantal}").format(aantal=left_out), "idle", ""),)


def _width(marks: Sequence[Mark]) -> float:
    chips = sum(chip_width(mark.text, mark.icon, fill=mark.fill) for mark in marks)
    return chips + sum(map(_gap, marks[:-1]))


def _gap(mark: Mark) -> int:
    """A quiet chip has no ground of its own to hold it apart from the next."""
    return tokens().margin["between_buttons"] if mark.fill else _AFTER_QUIET
