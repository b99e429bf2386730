"""Slow calls leave the window free; every answer comes back once, to whoever is still there."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread

from werkplaats.errors import WerkplaatsError
from werkplaats.ui.work import Background, Foreground, Latest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from pytestqt.qtbot import QtBot

    from werkplaats.ui.work import Stop


@pytest.fixture
def background() -> Iterator[Background]:
    background = Background(2)
    yield background
    background.close()


class Ears(QObject):
    """Keeps what it is told, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: set[QThread] = set()

    def done(self, value: object) -> None:
        self.heard.append(value)
        self.threads.add(QThread.currentThread())

    def failed(self, problem: WerkplaatsError) -> None:
        self.heard.append(problem.code)

    def progress(self, done: int, total: int) -> None:
        self.heard.append((done, total))


def test_the_call_is_made_elsewhere_and_answered_here(qtbot: QtBot, background: Background) -> None:
    ears = Ears()
    background.run(ears, threading.current_thread, ears.done, ears.failed)
    qtbot.waitUntil(lambda: len(ears.heard) == 1)
    assert ears.heard[0] is not threading.current_thread()
    assert ears.threads == {ears.thread()}


def test_a_problem_of_the_world_goes_to_failed(qtbot: QtBot, background: Background) -> None:
    def call() -> None:
        raise WerkplaatsError("SCHIJF_VOL")

    ears = Ears()
    background.run(ears, call, ears.done, ears.failed)
    qtbot.waitUntil(lambda: ears.heard == ["SCHIJF_VOL"])


def test_a_fault_of_our_own_goes_to_the_excepthook_even_when_the_dialog_is_gone(
    qtbot: QtBot, background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[type[BaseException]] = []

    def hook(kind: type[BaseException], _error: BaseException, _tb: TracebackType | None) -> None:
        caught.append(kind)

    monkeypatch.setattr(sys, "excepthook", hook)
    ears = Ears()
    background.run(ears, lambda: 1 / 0, ears.done, ears.failed)
    shiboken6.delete(ears)
    qtbot.waitUntil(lambda: caught == [ZeroDivisionError])


def test_closing_does_not_wait_for_what_was_let_go(background: Background) -> None:
    gate, begun = threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        gate.wait(10)

    ears = Ears()
    task = background.run(ears, slow, ears.done, ears.failed)
    assert begun.wait(10)
    task.drop()
    background.close()
    still_there = not gate.is_set()
    gate.set()
    assert still_there
    assert ears.heard == []


def test_closing_waits_for_what_writes(background: Background) -> None:
    gate, begun = threading.Event(), threading.Event()
    written: list[str] = []

    def save() -> None:
        begun.set()
        gate.wait(10)
        written.append("bewaard")

    ears = Ears()
    background.run(ears, save, ears.done, ears.failed)
    assert begun.wait(10)
    threading.Timer(0.05, gate.set).start()
    background.close()
    assert written == ["bewaard"]


def test_a_closed_dialog_gets_no_answer(qtbot: QtBot, background: Background) -> None:
    gate = threading.Event()
    gone, here = Ears(), Ears()
    background.run(gone, gate.wait, gone.done, gone.failed)
    heard = gone.heard
    shiboken6.delete(gone)
    gate.set()
    background.run(here, lambda: 1, here.done, here.failed)
    qtbot.waitUntil(lambda: here.heard == [1])
    assert heard == []


def test_a_dropped_task_is_not_heard(qtbot: QtBot, background: Background) -> None:
    gate = threading.Event()
    ears = Ears()
    background.run(ears, gate.wait, ears.done, ears.failed).drop()
    gate.set()
    background.run(ears, lambda: "next", ears.done, ears.failed)
    qtbot.waitUntil(lambda: "next" in ears.heard)
    assert ears.heard == ["next"]


def test_progress_is_told_in_order_before_the_answer(qtbot: QtBot, background: Background) -> None:
    def call(progress: Callable[[int, int], None]) -> str:
        progress(1, 2)
        progress(2, 2)
        return "klaar"

    ears = Ears()
    background.run(ears, call, ears.done, ears.failed, ears.progress)
    qtbot.waitUntil(lambda: "klaar" in ears.heard)
    assert ears.heard == [(1, 2), (2, 2), "klaar"]


def test_stop_reaches_a_call_that_asks_for_it(qtbot: QtBot, background: Background) -> None:
    started = threading.Event()

    def call(stop: Stop) -> str:
        started.set()
        while not stop():
            threading.Event().wait(0.001)
        return "gestopt"

    ears = Ears()
    task = background.run(ears, call, ears.done, ears.failed)
    assert task.can_stop
    assert started.wait(5)
    task.stop()
    qtbot.waitUntil(lambda: ears.heard == ["gestopt"])


def test_closing_waits_for_a_save_under_way(qapp: QObject) -> None:
    background = Background(1)
    gate, saved = threading.Event(), []
    ears = Ears()

    def save() -> None:
        gate.wait(5)
        saved.append(True)

    background.run(ears, save, ears.done, ears.failed)
    threading.Timer(0.02, gate.set).start()
    background.close()
    assert saved == [True]


def test_after_closing_no_answer_comes(qtbot: QtBot) -> None:
    background = Background(1)
    ears = Ears()
    background.run(ears, lambda: 1, ears.done, ears.failed)
    background.close()
    qtbot.wait(20)
    assert ears.heard == []


def test_foreground_answers_on_return(qapp: QObject) -> None:
    ears = Ears()
    Foreground().run(ears, lambda: 7, ears.done, ears.failed)
    assert ears.heard == [7]


def test_of_questions_typed_quickly_only_the_newest_is_answered(qtbot: QtBot, background: Background) -> None:
    gate = threading.Event()
    asked: list[str] = []

    def question(text: str) -> Callable[[], str]:
        def call() -> str:
            gate.wait(5)
            asked.append(text)
            return text

        return call

    ears = Ears()
    latest = Latest(background, ears)
    for text in ("s", "sm", "sme", "smee"):
        latest.ask(question(text), ears.done, ears.failed)
    gate.set()
    qtbot.waitUntil(lambda: not latest.is_busy)
    assert ears.heard == ["smee"]
    assert asked == ["s", "smee"]


def test_a_forgotten_question_is_not_answered(qtbot: QtBot, background: Background) -> None:
    gate = threading.Event()
    ears = Ears()
    latest = Latest(background, ears)
    latest.ask(gate.wait, ears.done, ears.failed)
    latest.forget()
    gate.set()
    qtbot.waitUntil(lambda: not latest.is_busy)
    assert ears.heard == []


def test_after_closing_nothing_is_begun_any_more(background: Background) -> None:
    background.close()
    said: list[int] = []

    background.run(QObject(), lambda: said.append(1), lambda _answer: said.append(2), lambda _problem: said.append(3))

    assert said == []
