"""Asking after what was sent: a shop without an answer is left alone for this round, the others are not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from werkplaats.usecases.navragen import ask_after

DUE = [(1, 10), (2, 20), (3, 10), (4, 20)]


def test_a_shop_that_gets_no_answer_is_not_asked_for_again() -> None:
    asked: list[int] = []
    told: list[int] = []

    def ask(asked_id: int, shop_id: int) -> bool:
        asked.append(asked_id)
        return shop_id == 20

    assert ask_after(DUE, ask, told.append, lambda: False) == 2
    assert (asked, told) == ([1, 2, 4], [1, 2])


def test_it_can_be_stopped_between_two() -> None:
    asked: list[int] = []

    def ask(asked_id: int, _shop_id: int) -> bool:
        asked.append(asked_id)
        return True

    assert ask_after(DUE, ask, lambda _count: None, lambda: len(asked) == 2) == 2
    assert asked == [1, 2]


@given(st.lists(st.tuples(st.integers(), st.integers(0, 3))), st.sets(st.integers(0, 3)))
def test_each_of_a_shop_that_answers_is_asked_after_once(due: list[tuple[int, int]], silent: set[int]) -> None:
    asked: list[tuple[int, int]] = []

    def ask(asked_id: int, shop_id: int) -> bool:
        asked.append((asked_id, shop_id))
        return shop_id not in silent

    count = ask_after(due, ask, lambda _count: None, lambda: False)
    answered = [pair for pair in asked if pair[1] not in silent]
    assert answered == [pair for pair in due if pair[1] not in silent]
    assert count == len(answered)
    assert len(asked) - count == len({shop for _id, shop in due} & silent)
