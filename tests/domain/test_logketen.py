"""The chain of the logboek: what was written cannot be changed, left out or swapped unseen; values can be erased."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.logketen import BEGIN, hash_regel, hash_waarde, hash_waarden, new_zout

REGEL: dict[str, str | int | None] = {"id": 1, "wie": "Marieke", "onderwerp": "voertuig", "shop_id": None}


def test_a_line_hashes_the_same_whatever_the_order_of_its_columns() -> None:
    assert hash_regel(BEGIN, REGEL) == hash_regel(BEGIN, dict(reversed(REGEL.items())))
    assert len(hash_regel(BEGIN, REGEL)) == 64


@pytest.mark.parametrize("anders", [{"id": 2}, {"wie": "Marijke"}, {"shop_id": 0}, {"shop_id": "null"}, {"extra": ""}])
def test_any_change_of_a_line_changes_its_hash(anders: dict[str, str | int | None]) -> None:
    assert hash_regel(BEGIN, {**REGEL, **anders}) != hash_regel(BEGIN, REGEL)


def test_a_line_knows_the_line_before_it() -> None:
    eerste = hash_regel(BEGIN, REGEL)
    assert hash_regel(eerste, REGEL) != eerste


def test_a_value_moved_to_another_place_is_seen() -> None:
    assert hash_waarde("z", "merk", "a", "b") != hash_waarde("z", "merk", "b", "a")
    assert hash_waarde("z", "merk", "ab", "") != hash_waarde("z", "merk", "a", "b")
    assert hash_waarde("z", "merk", None, "b") != hash_waarde("z", "merk", "", "b")


def test_the_order_in_which_values_are_read_does_not_matter() -> None:
    een, twee = ("z1", "merk", None, "Opel"), ("z2", "model", "", "Corsa")
    assert hash_waarden([een, twee]) == hash_waarden([twee, een])
    assert hash_waarden([een]) != hash_waarden([een, twee])
    assert hash_waarden([]) == hash_waarden([])


def test_the_same_value_under_another_salt_cannot_be_recognised() -> None:
    assert hash_waarde(new_zout(), "naam", "", "Smeets") != hash_waarde(new_zout(), "naam", "", "Smeets")
    assert len(new_zout()) == 32


@given(st.text(), st.none() | st.text(), st.none() | st.text())
def test_any_text_can_be_hashed(veld: str, voor: str | None, na: str | None) -> None:
    assert len(hash_waarde("z", veld, voor, na)) == 64
