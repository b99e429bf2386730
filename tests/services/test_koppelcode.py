"""A koppelcode can be read out, typed back, and tells where a slip was made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.errors import GeheimFout
from werkplaats.services.koppelcode import read_code, write_code

KEYS = st.binary(min_size=32, max_size=32)
KEY = bytes(range(32))
DATABASE = "6b0c7b9e-6a3e-4f57-9a55-0d5a4a1f2c11"


def problem(code: str, database_id: str = DATABASE) -> GeheimFout:
    with pytest.raises(GeheimFout) as caught:
        read_code(code, database_id)
    return caught.value


def test_a_code_is_fourteen_groups_of_five() -> None:
    groups = write_code(KEY, DATABASE).split("-")
    assert [len(group) for group in groups] == [5] * 14
    assert not set("".join(groups)) & set("ILOU")


@given(KEYS, st.text(max_size=40))
def test_what_is_written_is_read_back(key: bytes, database_id: str) -> None:
    assert read_code(write_code(key, database_id), database_id) == key


@pytest.mark.parametrize("key", [b"\x00" * 32, b"\xff" * 32, KEY])
def test_it_may_be_typed_in_any_way(key: bytes) -> None:
    code = write_code(key, DATABASE)
    typed = f"  {code.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')}\n"
    assert read_code(typed, DATABASE) == key


@given(KEYS, st.integers(0, 69), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ?é"))
def test_a_slip_is_found_in_the_group_where_it_was_made(key: bytes, place: int, sign: str) -> None:
    signs = list(write_code(key, DATABASE).replace("-", ""))
    if signs[place] == sign:
        return
    signs[place] = sign
    fout = problem("".join(signs))
    assert (fout.code, fout.params["groep"]) == ("KOPPELCODE_GROEP", place // 5 + 1)


@given(KEYS, st.integers(0, 68))
def test_two_signs_that_changed_places_are_found(key: bytes, place: int) -> None:
    signs = list(write_code(key, DATABASE).replace("-", ""))
    if signs[place] != signs[place + 1]:
        signs[place], signs[place + 1] = signs[place + 1], signs[place]
        assert problem("".join(signs)).code == "KOPPELCODE_GROEP"


def test_two_groups_that_changed_places_are_found() -> None:
    een, twee, *rest = write_code(KEY, DATABASE).split("-")
    assert problem("-".join([twee, een, *rest])).code == "KOPPELCODE_GROEP"


@pytest.mark.parametrize("typed", ["", "ABCDE", "-", "9" * 71])
def test_a_code_that_is_not_whole_says_how_long_it_is(typed: str) -> None:
    fout = problem(typed)
    assert (fout.code, fout.params["verwacht"]) == ("KOPPELCODE_LENGTE", 70)


def test_the_code_of_another_database_is_refused() -> None:
    assert problem(write_code(KEY, "een andere"), DATABASE).code == "KOPPELCODE_ONJUIST"


@given(st.text(max_size=90))
def test_any_text_is_refused_in_words(typed: str) -> None:
    assert problem(typed).code.startswith("KOPPELCODE_")
