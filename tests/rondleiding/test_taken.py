"""The twelve tasks of the counter: the manual and the tour have the same ones, and no mouse is needed."""

from __future__ import annotations

import inspect
import re

from werkplaats.resources import manual
from werkplaats.rondleiding.hoofdstukken import HOOFDSTUKKEN, taken


def test_the_tour_plays_the_tasks_of_the_manual() -> None:
    titles = re.findall(r"^## (\d+)\. (.+)$", manual("taken").read_text(encoding="utf-8"), re.MULTILINE)
    assert titles == [(str(number), name) for number, name in enumerate(taken.NAMEN, 1)]
    assert len(titles) == 12


def test_they_are_played_without_a_mouse() -> None:
    (chapter,) = (chapter for chapter in HOOFDSTUKKEN if chapter.play is taken.play)
    # The tour stops when a mouse was used in a chapter by keyboard; here one sees that none is asked for.
    assert chapter.by_keyboard
    assert ".click(" not in inspect.getsource(taken)
