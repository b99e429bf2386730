"""Following what others change: asked at once and each second, told by subject, patient when nobody answers."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from werkplaats.errors import OpslagFout
from werkplaats.ui import volgen
from werkplaats.ui.volgen import ChangeFeed
from werkplaats.ui.work import Background

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pytestqt.qtbot import QtBot

    from werkplaats.ui.work import Foreground

Changes = dict[str, frozenset[int]]


class Database:
    """Answers with what was changed since the last question, or fails."""

    def __init__(self) -> None:
        self.asked = 0
        self.changes: list[Changes] = []
        self.down = False

    def __call__(self) -> Mapping[str, frozenset[int]]:
        self.asked += 1
        if self.down:
            raise OpslagFout("GEEN_VERBINDING")
        return self.changes.pop(0) if self.changes else {}


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second is over at once; the long wait stays long."""
    monkeypatch.setattr(volgen, "_EACH_MS", 1)


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()


@pytest.fixture
def database() -> Database:
    return Database()


def heard(feed: ChangeFeed) -> list[tuple[str, frozenset[int]]]:
    told: list[tuple[str, frozenset[int]]] = []
    feed.changed.connect(lambda onderwerp, ids: told.append((onderwerp, ids)))
    return told


def test_it_tells_each_subject_with_its_ids(foreground: Foreground, owner: QObject, database: Database) -> None:
    database.changes = [{"voertuig": frozenset({1, 2}), "relatie": frozenset({7})}]
    feed = ChangeFeed(foreground, database, owner)
    told = heard(feed)
    feed.look()
    assert told == [("voertuig", frozenset({1, 2})), ("relatie", frozenset({7}))]
    feed.stop()


def test_it_asks_again_and_again(
    quick: None, background: Background, owner: QObject, database: Database, qtbot: QtBot
) -> None:
    database.changes = [{}, {}, {"voertuig": frozenset({3})}]
    feed = ChangeFeed(background, database, owner)
    with qtbot.waitSignal(feed.changed) as told:
        feed.look()
    assert told.args == ["voertuig", frozenset({3})]
    assert database.asked == 3
    feed.stop()


def test_between_two_questions_is_a_second_and_ten_when_nobody_answers(
    foreground: Foreground, owner: QObject, database: Database
) -> None:
    feed = ChangeFeed(foreground, database, owner)
    feed.look()
    assert feed._timer.interval() == 1000
    database.down = True
    feed.look()
    assert (feed._timer.isActive(), feed._timer.interval()) == (True, 10_000)
    database.down, database.changes = False, [{"voertuig": frozenset({4})}]
    told = heard(feed)
    feed.look()
    assert told == [("voertuig", frozenset({4}))], "it goes on where it was"
    assert feed._timer.interval() == 1000
    feed.stop()


def test_stopped_it_asks_no_more(quick: None, foreground: Foreground, owner: QObject, database: Database) -> None:
    feed = ChangeFeed(foreground, database, owner)
    feed.look()
    feed.stop()
    assert not feed._timer.isActive()
    feed.look()
    assert not feed._timer.isActive(), "also when an answer came in after the stop"
    assert database.asked == 2


def test_an_owner_that_is_gone_gets_no_answer(qtbot: QtBot) -> None:
    background, gone = Background(1), threading.Event()
    owner, other = QObject(), QObject()

    def answer_once_it_is_gone() -> Changes:
        assert gone.wait(5)
        return {"voertuig": frozenset({5})}

    feed = ChangeFeed(background, answer_once_it_is_gone, owner)
    told = heard(feed)
    feed.look()
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    gone.set()
    after: list[bool] = []
    # One thread answers in order: once this answer is there, the one before it was let go.
    background.run(other, lambda: True, after.append, lambda _problem: None)
    qtbot.waitUntil(lambda: after == [True])
    assert told == []
    background.close()
