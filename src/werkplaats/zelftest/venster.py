"""The window of the self-test: the real one, on the practice garage, until its list is filled."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from werkplaats.app import App
from werkplaats.geopend import Start
from werkplaats.rondleiding.zien import words_of
from werkplaats.ui.crash_dialog import CrashDialog
from werkplaats.ui.fonts import load_inter, sign_codes, sign_font

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.config import Config

PATIENCE = 60.0
"""Seconds in which the window must show the cars: also on a slow computer with a virus scanner."""

_LOOK_MS = 20
_COLOURS = 20
"""A window of one colour with a line of text is no window."""


class NotSeen(Exception):
    """Something that a person would see in the window did not come."""


def qt_version() -> str:
    """The version of Qt that is loaded."""
    return qVersion()


def open_window(config: Config, expected: str) -> str:
    """Opens the window, waits until the words ``expected`` stand in it, closes it; says what was seen."""
    qt = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(qt, QApplication):
        raise NotSeen("no application with windows")
    begin = monotonic()
    app = App(qt, Start(config.data, "", lambda: config, oefenen=True))
    try:
        app.window.show()
        _wait(lambda: expected in words_of(app.window), expected)
        filled = monotonic() - begin
        picture = app.window.grab().toImage()
        points = ((x, y) for x in range(0, picture.width(), 4) for y in range(0, picture.height(), 4))
        colours = len({picture.pixel(x, y) for x, y in points})
        if colours < _COLOURS:
            raise NotSeen(f"{colours} colours")
        if not load_inter() or not sign_font().isValid():
            raise NotSeen("Inter, Phosphor")
    finally:
        app.window.close()
        app.close()
        # The window's size is written by the event loop; later it would be written into a folder that is gone.
        QTest.qWait(_LOOK_MS)
    size = f"{picture.width()}x{picture.height()}"
    return f"{qt.platformName()}, {size}, {filled:.1f} s, Inter, Phosphor ({len(sign_codes())})"


def _wait(condition: Callable[[], bool], expected: str) -> None:
    end = monotonic() + PATIENCE
    while not condition():
        for window in QApplication.topLevelWidgets():
            if isinstance(window, CrashDialog):
                raise NotSeen(window.report)
        if monotonic() > end:
            raise NotSeen(f"{expected} ({PATIENCE:.0f} s)")
        QTest.qWait(_LOOK_MS)
