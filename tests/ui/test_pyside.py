"""The library under the window keeps count of Python's own objects."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

CALLS = 5_000


@pytest.mark.parametrize(
    ("shared", "call"),
    [(None, lambda thing: thing.setObjectName("naam")), (True, lambda thing: thing.setProperty("naam", "Van Dalen"))],
    ids=["None", "bool"],
)
def test_calls_into_qt_lose_no_reference(shared: object, call: Callable[[QObject], object]) -> None:
    """PySide6 6.12.0 on Python 3.11 lost one at each call, and aborted the program after some thousands."""
    thing = QObject()
    before = sys.getrefcount(shared)
    for _turn in range(CALLS):
        call(thing)
    assert abs(sys.getrefcount(shared) - before) < CALLS / 10
