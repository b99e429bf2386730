"""A fault of our own is told without a word of what was typed."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import werkplaats
from werkplaats.domain.moment import Moment
from werkplaats.ui.crash import Crash, describe

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


def _fault() -> Exception:
    """An error that has a name in its message and one in its cause, raised through our own code."""
    try:
        try:
            dict[str, int]()["Dhr. H. van Dalen"]
        except KeyError:
            Moment.from_iso("06 1200 5512")
    except ValueError as error:
        return error
    raise AssertionError


def test_the_report_names_kinds_and_places_but_no_values() -> None:
    report = describe(_fault())
    assert "builtins.ValueError" in report
    assert "builtins.KeyError" in report
    assert "domain/moment.py:" in report
    assert "Dalen" not in report
    assert "1200" not in report
    assert str(werkplaats.__file__).rsplit("/", 1)[0] not in report


def test_the_report_says_which_version_on_which_platform() -> None:
    first, second = describe(_fault()).splitlines()[:2]
    assert first == f"Werkplaats {werkplaats.__version__}"
    assert "Python 3." in second
    assert "Qt 6." in second


def test_the_same_fault_again_is_shown_once(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    shown: list[str] = []
    crash = Crash(shown.append)
    fault = _fault()
    for _ in range(3):
        crash.catch(type(fault), fault, fault.__traceback__)
    assert len(shown) == 1
    assert "Dalen" not in capsys.readouterr().err


def test_a_fault_in_a_thread_is_shown_here(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    shown: list[threading.Thread] = []
    crash = Crash(lambda _report: shown.append(threading.current_thread()))
    crash.install()
    thread = threading.Thread(target=lambda: Moment.from_iso("Dalen"))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: shown == [threading.current_thread()])


def test_ctrl_c_ends_as_usual(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    shown: list[str] = []
    Crash(shown.append).catch(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert shown == []
    assert "KeyboardInterrupt" in capsys.readouterr().err
