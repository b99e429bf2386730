"""What is dead dies in the window's thread: a widget that dies in a worker's takes the program along."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from werkplaats.ui.collect import Collector
from werkplaats.ui.work import Background

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from werkplaats.errors import WerkplaatsError


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    collector = Collector()
    yield collector
    collector.end()


class Cycle:
    """A knot of two, as a dialog and its slots are; notes in which thread it is undone."""

    def __init__(self, undone: list[threading.Thread]) -> None:
        self.other = [self]
        self._undone = undone

    def __del__(self) -> None:
        self._undone.append(threading.current_thread())


def allocate() -> int:
    """What a worker does all day: makes far more objects than Python lets gather before it collects."""
    return len([[number] for number in range(200_000)])


def test_a_worker_that_makes_many_objects_undoes_nothing_of_the_window(qtbot: QtBot, collector: Collector) -> None:
    undone: list[threading.Thread] = []
    for _ in range(1000):
        Cycle(undone)
    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()
    assert undone == []
    qtbot.waitUntil(lambda: len(undone) == 1000)
    assert set(undone) == {threading.current_thread()}


def test_while_little_has_gathered_nothing_is_collected(collector: Collector, monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[int] = []
    monkeypatch.setattr(gc, "collect", collected.append)
    monkeypatch.setattr(gc, "get_count", lambda: (700, 10, 10))
    collector.collect()
    assert collected == []


@pytest.mark.parametrize(("gathered", "age"), [((701, 0, 0), 0), ((3, 11, 2), 1), ((701, 11, 11), 2)])
def test_the_oldest_generation_that_is_due_is_collected(
    collector: Collector, monkeypatch: pytest.MonkeyPatch, gathered: tuple[int, int, int], age: int
) -> None:
    collected: list[int] = []
    monkeypatch.setattr(gc, "collect", collected.append)
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    monkeypatch.setattr(gc, "get_count", lambda: gathered)
    collector.collect()
    assert collected == [age]


def test_afterwards_python_collects_by_itself_again(qtbot: QtBot) -> None:
    background = Background(1)
    assert gc.isenabled(), "nothing was done yet in another thread"
    done: list[object] = []

    def failed(problem: WerkplaatsError) -> None:
        raise problem

    receiver = QObject()
    background.run(receiver, gc.isenabled, done.append, failed)
    qtbot.waitUntil(lambda: done == [False])
    background.close()
    assert gc.isenabled()


def test_a_task_lets_go_of_its_receiver_in_the_receivers_thread(qtbot: QtBot) -> None:
    """The worker may hold the task longer than the window does, and a widget may not die with it there."""
    background = Background(1)
    receiver = QObject()
    heard: list[object] = []

    def failed(problem: WerkplaatsError) -> None:
        raise problem

    task = background.run(receiver, lambda: 42, heard.append, failed)
    qtbot.waitUntil(lambda: heard == [42])
    assert receiver not in gc.get_referrers(task)
    assert not any(referent is receiver for referent in gc.get_referents(task, vars(task)))
    background.close()


def test_what_is_loaded_is_not_looked_through_again_until_the_end(qtbot: QtBot) -> None:
    collector = Collector()
    before = gc.get_freeze_count()
    collector.settle()
    assert gc.get_freeze_count() > before
    collector.end()
    assert gc.get_freeze_count() == 0


def test_what_is_made_later_still_dies(qtbot: QtBot, collector: Collector) -> None:
    undone: list[threading.Thread] = []
    collector.settle()
    for _ in range(1000):
        Cycle(undone)
    qtbot.waitUntil(lambda: len(undone) == 1000)
