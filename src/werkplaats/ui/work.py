"""Work off the window's thread: slow calls run in a pool, their answers come back through one signal.

A call receives values and returns a value; it never sees a widget. It may take two keyword arguments by name:
``progress``, called as ``progress(done, total)``, and ``stop``, a ``Stop`` that it asks now and then.
"""

from __future__ import annotations

import inspect
import sys
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Event
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from werkplaats.errors import WerkplaatsError
from werkplaats.ui.collect import Collector

if TYPE_CHECKING:
    from collections.abc import Callable

    Progress = Callable[[int, int], None]

T = TypeVar("T")


class Stop:
    """A wish to stop, set by the window and asked by the work; calling it says whether to stop."""

    def __init__(self) -> None:
        self._event = Event()

    def __call__(self) -> bool:
        """Whether the work is asked to stop."""
        return self._event.is_set()

    def ask(self) -> None:
        """Asks the work to stop at its next safe point."""
        self._event.set()


class Task:
    """One call under way, as the window knows it."""

    def __init__(
        self,
        receiver: QObject,
        call: Callable[..., Any],
        done: Callable[[Any], None],
        failed: Callable[[WerkplaatsError], None],
        progress: Progress | None,
    ) -> None:
        names = inspect.signature(call).parameters
        self.can_stop = "stop" in names
        self._reports = "progress" in names
        self._stop = Stop()
        self._receiver = receiver
        self._call = call
        self._done = done
        self._failed = failed
        self._progress = progress
        self._dropped = False

    def stop(self) -> None:
        """Asks the call to stop, where it can; its answer still comes."""
        self._stop.ask()

    @property
    def is_dropped(self) -> bool:
        """Whether nobody waits for it any longer."""
        return self._dropped

    def drop(self) -> None:
        """Lets go of the call: it may run on, but nobody hears of its answer. A fault of our own is still shown."""
        self._stop.ask()
        self._dropped = True

    def execute(self, deliver: Callable[[Callable[[], None]], None]) -> None:
        """Makes the call in this thread; each word about it is handed to ``deliver``."""
        extra: dict[str, Any] = {}
        if self.can_stop:
            extra["stop"] = self._stop
        if self._reports:
            extra["progress"] = lambda done, total: deliver(lambda: self._report(done, total))
        try:
            answer = self._call(**extra)
        except WerkplaatsError as problem:
            fault = problem
            deliver(lambda: self._answer(self._failed, fault))
        except Exception as error:  # noqa: BLE001 -- a fault of our own travels to the window's thread, which shows it
            ours = error
            deliver(lambda: self._fail(ours))
        else:
            deliver(lambda: self._answer(self._done, answer))

    def _report(self, done: int, total: int) -> None:
        if self._progress is not None and self._is_heard():
            self._progress(done, total)

    def _answer(self, slot: Callable[[Any], None], value: object) -> None:
        if self._is_heard():
            slot(value)
        self._forget()

    def _fail(self, error: Exception) -> None:
        sys.excepthook(type(error), error, error.__traceback__)
        self._forget()

    def _forget(self) -> None:
        """Lets go of the receiver here, in its own thread: the worker may be the last to hold this task."""
        del self._receiver, self._call, self._done, self._failed, self._progress

    def _is_heard(self) -> bool:
        return not self._dropped and shiboken6.isValid(self._receiver)


class _Bridge(QObject):
    """The only signal that crosses threads; it lives as long as the program."""

    delivered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.is_closed = False
        self.delivered.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def _receive(self, word: Callable[[], None]) -> None:
        if not self.is_closed:
            word()


class Background:
    """A pool of threads for calls that may take long; their answers arrive in the window's thread.

    A receiver that was closed meanwhile gets no answer. What is no ``WerkplaatsError`` goes to ``sys.excepthook``.
    """

    def __init__(self, max_workers: int = 4) -> None:
        self._bridge = _Bridge()
        self._pool = ThreadPoolExecutor(max_workers, thread_name_prefix="werk")
        self._under_way: dict[Task, Future[None]] = {}
        self._collector: Collector | None = None
        self._closed = False

    def run(
        self,
        receiver: QObject,
        call: Callable[..., T],
        done: Callable[[T], None],
        failed: Callable[[WerkplaatsError], None],
        progress: Progress | None = None,
    ) -> Task:
        """Starts ``call``; exactly one of ``done`` and ``failed`` follows, later and in this thread."""
        task = Task(receiver, call, done, failed, progress)
        self._start(task)
        return task

    def settle(self) -> None:
        """The program is loaded: what it consists of is left out of the collections from now on."""
        if self._collector is not None:
            self._collector.settle()

    def close(self) -> None:
        """Waits for what is under way (a save is never cut off) and begins nothing more; answers come no longer.

        What was let go of is not waited for: a question to a slow party would hold up a window that is closed already.
        """
        self._closed = True
        self._pool.shutdown(wait=False, cancel_futures=True)
        under_way = list(self._under_way.items())
        wait([future for task, future in under_way if not task.is_dropped and not future.cancelled()])
        self._bridge.is_closed = True
        if self._collector is not None:
            self._collector.end()

    def _start(self, task: Task) -> None:
        if self._closed:
            return
        # From the first call on there are threads in which no widget may die.
        self._collector = self._collector or Collector()
        future = self._pool.submit(task.execute, self._bridge.delivered.emit)
        self._under_way[task] = future
        future.add_done_callback(lambda _done: self._under_way.pop(task, None))


class Foreground(Background):
    """The same door without threads, for tests: the call is made at once, and the answer is there on return."""

    def _start(self, task: Task) -> None:
        task.execute(lambda word: word())


class Latest:
    """Questions of which only the newest counts: one at a time, and an answer that was overtaken is dropped."""

    def __init__(self, background: Background, receiver: QObject) -> None:
        self._background = background
        self._receiver = receiver
        self._running = False
        self._next: Callable[[], None] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._running

    def ask(self, call: Callable[[], T], done: Callable[[T], None], failed: Callable[[WerkplaatsError], None]) -> None:
        """Asks, now or as soon as the question under way has been answered; replaces a question that waits."""

        def start() -> None:
            self._running = True
            self._background.run(
                self._receiver, call, lambda answer: self._end(done, answer), lambda fault: self._end(failed, fault)
            )

        if self._running:
            self._next = start
        else:
            start()

    def forget(self) -> None:
        """Drops the answer that is under way and the question that waits."""
        if self._running:
            self._next = _nothing

    def _end(self, slot: Callable[[Any], None], value: object) -> None:
        self._running = False
        overtaken, self._next = self._next, None
        if overtaken is None:
            slot(value)
        else:
            overtaken()


def _nothing() -> None:
    """The question that takes the place of one that was forgotten."""
