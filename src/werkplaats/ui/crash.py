"""What happens when the program itself is at fault: a report without personal data, in a dialog to copy it from.

The report names the kind of error and the places in our own code. Messages, values and names of files are left out,
because they may hold what a person typed.
"""

from __future__ import annotations

import sys
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSysInfo, Qt, Signal, qVersion

import werkplaats

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

_PACKAGE = Path(werkplaats.__file__).resolve().parent


def describe(error: BaseException) -> str:
    """The report of a fault: version, platform, and for each error of the chain its type and the places in our code."""
    python = ".".join(str(part) for part in sys.version_info[:3])
    system = f"{QSysInfo.kernelType()} {QSysInfo.kernelVersion()} {QSysInfo.currentCpuArchitecture()}"
    software = f"Python {python} · Qt {qVersion()} · {system}"
    return "\n".join([f"Werkplaats {werkplaats.__version__}", software, "", *_chain(error)])


def _chain(error: BaseException) -> Iterator[str]:
    cause: BaseException | None = error
    seen: set[int] = set()
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield f"{type(cause).__module__}.{type(cause).__qualname__}"
        yield from _places(cause.__traceback__)
        cause = cause.__cause__ or cause.__context__


def _places(tb: TracebackType | None) -> Iterator[str]:
    for frame in traceback.extract_tb(tb):
        path = Path(frame.filename).resolve()
        if path.is_relative_to(_PACKAGE):
            yield f"  {path.relative_to(_PACKAGE).as_posix()}:{frame.lineno} {frame.name}"
        else:
            yield f"  ({path.stem}:{frame.lineno})"


class Crash(QObject):
    """Catches every fault that nobody expected, in any thread, and hands its report to ``show`` in the window's thread.

    The same fault again and again (a timer, a paint event) is shown once.
    """

    _caught = Signal(str)

    def __init__(self, show: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._shown: set[str] = set()
        self._caught.connect(self._receive, Qt.ConnectionType.AutoConnection)

    def install(self) -> None:
        """Makes this the end of every uncaught exception of the process."""
        sys.excepthook = self.catch
        threading.excepthook = self._catch_in_thread

    def catch(self, _kind: type[BaseException], error: BaseException, _tb: TracebackType | None) -> None:
        """Takes an uncaught exception: Ctrl+C ends the program as usual, the rest is reported."""
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(_kind, error, _tb)
            return
        report = describe(error)
        if sys.stderr is not None:
            sys.stderr.write(report + "\n")
        self._caught.emit(report)

    def _catch_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.catch(args.exc_type, args.exc_value, args.exc_traceback)

    def _receive(self, report: str) -> None:
        if report not in self._shown:
            self._shown.add(report)
            self._show(report)
