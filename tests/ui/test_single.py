"""A second start raises the first window; another database has a window of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from werkplaats.ui.single import Single

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[str], Single]]:
    started: list[Single] = []

    def start(url: str) -> Single:
        started.append(Single(url, tmp_path))
        return started[-1]

    yield start
    for single in started:
        single.release()


def test_the_second_start_raises_the_first(qtbot: QtBot, start: Callable[[str], Single]) -> None:
    first = start("sqlite:///a.db")
    assert first.claim()
    first.listen()
    with qtbot.waitSignal(first.raised):
        assert not start("sqlite:///a.db").claim()


def test_the_second_start_says_what_it_would_have_shown(qtbot: QtBot, start: Callable[[str], Single]) -> None:
    first = start("sqlite:///a.db")
    assert first.claim()
    first.listen()
    with qtbot.waitSignal(first.raised) as heard:
        assert not start("sqlite:///a.db").claim("monteurscherm")
    assert heard.args == ["monteurscherm"]


def test_another_database_has_its_own_window(start: Callable[[str], Single]) -> None:
    assert start("sqlite:///a.db").claim()
    assert start("sqlite:///b.db").claim()


def test_after_the_first_has_ended_the_next_is_first(start: Callable[[str], Single]) -> None:
    first = start("sqlite:///a.db")
    assert first.claim()
    first.release()
    assert start("sqlite:///a.db").claim()


def test_a_folder_that_is_not_there_does_not_stop_the_start(qtbot: QtBot, tmp_path: Path) -> None:
    assert Single("sqlite:///a.db", tmp_path / "weg").claim()
