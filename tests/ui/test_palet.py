"""The palette does what stands there when its answer has come: never a line that was found for older words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.garage import Garage
from werkplaats.domain.treffers import Zoekresultaat
from werkplaats.errors import Unreachable
from werkplaats.ui.entries import Creator, Entry
from werkplaats.ui.palet import Palette
from werkplaats.ui.resultaat import OPDRACHT, Row
from werkplaats.ui.work import Foreground

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from werkplaats.domain.rechten import Wie
    from werkplaats.ui.work import Task


class Slow(Foreground):
    """Answers when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Task] = []

    def _start(self, task: Task) -> None:
        self.waiting.append(task)

    def answer(self) -> None:
        while self.waiting:
            self.waiting.pop(0).execute(lambda word: word())


@pytest.fixture
def slow() -> Slow:
    return Slow()


@pytest.fixture
def garage() -> Garage:
    return Garage()


@pytest.fixture
def palette(qtbot: QtBot, slow: Slow, garage: Garage) -> Palette:
    window = QWidget()
    window.resize(1180, 640)
    qtbot.addWidget(window)
    palette = Palette(window, slow, garage.bronnen())
    palette.set_commands([Entry("nieuw", "Nieuw voertuig …", "voertuig", lambda: None)])
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    palette.open()
    return palette


def picked(palette: Palette) -> list[tuple[str, int]]:
    chosen: list[tuple[str, int]] = []
    palette.picked.connect(lambda soort, number: chosen.append((soort, number)))
    return chosen


def write(palette: Palette, text: str) -> None:
    palette.box.selectAll()
    QTest.keyClicks(palette.box, text)


def enter(palette: Palette) -> None:
    QTest.keyClick(palette.box, Qt.Key.Key_Return)


def only_persons(garage: Garage, words: str) -> Callable[[Wie, str, int], Zoekresultaat]:
    found = garage.find

    def find(wie: Wie, tekst: str, limiet: int = 20) -> Zoekresultaat:
        answer = found(wie, tekst, limiet)
        return Zoekresultaat(tekst, (), answer.relaties) if tekst == words else answer

    return find


def test_enter_before_the_answer_waits_for_it_and_opens_nothing_older(
    palette: Palette, slow: Slow, garage: Garage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garage, "find", only_persons(garage, "anouk s"))
    chosen = picked(palette)
    write(palette, "smeets")
    slow.answer()
    write(palette, "anouk s")
    enter(palette)
    assert chosen == [], "what stands there was found for other words"
    slow.answer()
    assert chosen == [("relatie", 11)]
    assert not palette.isVisible()


def test_an_enter_that_was_followed_by_other_words_is_forgotten(palette: Palette, slow: Slow) -> None:
    chosen = picked(palette)
    write(palette, "smeets")
    enter(palette)
    QTest.keyClicks(palette.box, "s")
    slow.answer()
    assert chosen == []
    assert palette.isVisible()


def test_an_enter_whose_question_failed_does_nothing_at_the_next_answer(
    palette: Palette, slow: Slow, garage: Garage
) -> None:
    chosen = picked(palette)
    garage.fault = Unreachable("BEZET", "opslag")
    write(palette, "smeets")
    enter(palette)
    slow.answer()
    garage.fault = None
    QTest.keyClicks(palette.box, "s")
    slow.answer()
    assert chosen == []


def test_what_was_typed_itself_can_be_opened(palette: Palette, slow: Slow) -> None:
    """A number of a werkkaart is no command and no car."""
    opened: list[str] = []
    card = Creator(
        lambda text: f"Werkkaart {text}", "", "werkkaart", opened.append, lambda _text: True, in_palette=True
    )
    car = Creator(lambda text: f"Nieuw {text}", "", "voertuig", opened.append, lambda _text: True)
    palette.set_commands([], [car, card])
    palette.open()
    write(palette, " 2026-187")
    slow.answer()
    assert palette.list.row is not None
    assert palette.list.row.title == "Werkkaart 2026-187"
    enter(palette)
    assert opened == ["2026-187"]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("dagtaken", ["Dagtaken", "Dagtaken in de ochtend", "Instellingen: Dagtaken"]),
        ("dagt", ["Dagtaken", "Dagtaken in de ochtend", "Instellingen: Dagtaken"]),
        ("dagtaken instellingen", ["Instellingen: Dagtaken", "Instellingen", "Dagtaken", "Dagtaken in de ochtend"]),
        ("instellingen", ["Instellingen", "Instellingen: Dagtaken"]),
    ],
)
def test_what_was_typed_itself_stands_before_what_has_it_too(
    palette: Palette, slow: Slow, typed: str, shown: list[str]
) -> None:
    titles = ("Instellingen: Dagtaken", "Instellingen", "&Dagtaken", "Nieuw voertuig …", "Dagtaken in de ochtend")
    opened: list[str] = []
    palette.set_commands([Entry(title, title, "dagtaken", partial(opened.append, title)) for title in titles])
    write(palette, typed)
    slow.answer()

    assert [line.title for line in palette.list.lines if isinstance(line, Row) and line.soort == OPDRACHT] == shown
    enter(palette)
    slow.answer()
    assert [title.replace("&", "") for title in opened] == shown[:1]
