"""The lines of a long list come by page: only those that stay in sight, and those passed by when one comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from werkplaats.domain.lijst import PAGINA
from werkplaats.ui.cells import Cell
from werkplaats.ui.lijst.model import ListModel
from werkplaats.ui.lijst.soort import ListColumn

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TOTAL = 1_000_000


@pytest.fixture
def model() -> ListModel:
    model = ListModel((ListColumn("naam", "Naam", Cell, str),))
    model.set_lines(TOTAL, {0: tuple(f"Regel {nr}" for nr in range(PAGINA))})
    return model


@pytest.fixture
def wanted(model: ListModel) -> list[int]:
    pages: list[int] = []
    model.wanted.connect(pages.append)
    return pages


def look_at(model: ListModel, *pages: int) -> list[str]:
    return [model.cell(page * PAGINA, 0).text for page in pages]


def test_what_is_known_is_not_asked_for(model: ListModel, wanted: list[int], qtbot: QtBot) -> None:
    assert look_at(model, 0) == ["Regel 0"]
    look_at(model, 3)
    qtbot.waitUntil(lambda: wanted == [3])


def test_who_drags_the_bar_asks_for_where_he_comes_out(model: ListModel, wanted: list[int], qtbot: QtBot) -> None:
    assert set(look_at(model, *range(10, 60))) == {"…"}
    qtbot.waitUntil(lambda: wanted == [58, 59])
    look_at(model, 10, 59)
    qtbot.waitUntil(lambda: wanted == [58, 59, 10])


def test_a_page_that_did_not_come_is_asked_for_again(model: ListModel, wanted: list[int], qtbot: QtBot) -> None:
    look_at(model, 7, 7)
    qtbot.waitUntil(lambda: wanted == [7])
    model.forget_page(7)
    look_at(model, 7)
    qtbot.waitUntil(lambda: wanted == [7, 7])


def test_a_page_of_the_list_before_is_not_asked_for(model: ListModel, wanted: list[int], qtbot: QtBot) -> None:
    look_at(model, 500)
    model.set_lines(TOTAL, {})
    look_at(model, 2)
    qtbot.waitUntil(lambda: wanted == [2])
