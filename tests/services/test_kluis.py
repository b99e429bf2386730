"""Secrets of a shop are sealed under the key of their database, and open nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.errors import GeheimFout
from werkplaats.services.kluis import Kluis
from werkplaats.services.sleutelbos import GeheugenSleutelbos, key_name

GEHEIM = "een token van de vestiging"


@pytest.fixture
def kluis() -> Kluis:
    return Kluis(GeheugenSleutelbos(), "database-1")


def code_of(kluis: Kluis, shop_id: int, naam: str, inhoud: bytes) -> str:
    with pytest.raises(GeheimFout) as caught:
        kluis.unseal(shop_id, naam, inhoud)
    return caught.value.code


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=50), st.integers(0, 9), st.text(max_size=20))
def test_what_is_sealed_opens_in_its_place(geheim: str, shop_id: int, naam: str) -> None:
    kluis = Kluis(GeheugenSleutelbos(), "database-1")
    naam = naam.encode("utf-8", "replace").decode()
    assert kluis.unseal(shop_id, naam, kluis.seal(shop_id, naam, geheim)) == geheim


def test_the_secret_cannot_be_read_in_what_is_kept(kluis: Kluis) -> None:
    first, second = kluis.seal(1, "rdw", GEHEIM), kluis.seal(1, "rdw", GEHEIM)
    assert GEHEIM.encode() not in first
    assert first != second


def test_a_secret_that_was_moved_does_not_open(kluis: Kluis) -> None:
    inhoud = kluis.seal(1, "rdw", GEHEIM)
    elsewhere = Kluis(GeheugenSleutelbos(), "database-2")
    assert code_of(kluis, 2, "rdw", inhoud) == "GEHEIM_ONLEESBAAR"
    assert code_of(kluis, 1, "mail", inhoud) == "GEHEIM_ONLEESBAAR"
    assert code_of(elsewhere, 1, "rdw", inhoud) == "GEHEIM_ONLEESBAAR"


def test_the_same_key_in_another_database_does_not_open_it() -> None:
    bos = GeheugenSleutelbos()
    inhoud = Kluis(bos, "database-1").seal(1, "rdw", GEHEIM)
    key = bos.read(key_name("database-1"))
    assert key
    bos.write(key_name("database-2"), key)
    assert code_of(Kluis(bos, "database-2"), 1, "rdw", inhoud) == "GEHEIM_ONLEESBAAR"


def test_a_changed_or_cut_secret_does_not_open(kluis: Kluis) -> None:
    inhoud = kluis.seal(1, "rdw", GEHEIM)
    for place in range(len(inhoud)):
        changed = bytearray(inhoud)
        changed[place] ^= 1
        assert code_of(kluis, 1, "rdw", bytes(changed)) == "GEHEIM_ONLEESBAAR"
        assert code_of(kluis, 1, "rdw", inhoud[:place]) == "GEHEIM_ONLEESBAAR"


def test_another_workstation_is_admitted_with_the_koppelcode(kluis: Kluis) -> None:
    inhoud = kluis.seal(1, "rdw", GEHEIM)
    other = Kluis(GeheugenSleutelbos(oefensleutels=False), "database-1")
    assert not other.has_key()
    assert code_of(other, 1, "rdw", inhoud) == "GEEN_SLEUTEL"
    other.take_koppelcode(kluis.koppelcode())
    assert other.has_key()
    assert other.unseal(1, "rdw", inhoud) == GEHEIM


def test_a_wrong_koppelcode_admits_nobody(kluis: Kluis) -> None:
    other = Kluis(GeheugenSleutelbos(oefensleutels=False), "database-2")
    with pytest.raises(GeheimFout) as caught:
        other.take_koppelcode(kluis.koppelcode())
    assert caught.value.code == "KOPPELCODE_ONJUIST"
    assert not other.has_key()


def test_a_database_gets_its_key_once() -> None:
    kluis = Kluis(GeheugenSleutelbos(oefensleutels=False), "database-1")
    kluis.make_key()
    code = kluis.koppelcode()
    kluis.make_key()
    assert kluis.koppelcode() == code


@pytest.mark.parametrize("kept", ["", "geen sleutel", "AAAA", "é"])
def test_something_else_under_the_name_of_the_key_is_no_key(kept: str) -> None:
    bos = GeheugenSleutelbos(oefensleutels=False)
    bos.write(key_name("database-1"), kept)
    with pytest.raises(GeheimFout) as caught:
        Kluis(bos, "database-1").seal(1, "rdw", GEHEIM)
    assert caught.value.code == "GEEN_SLEUTEL"
