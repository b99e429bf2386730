"""Fields of the shop's own: what one may define, what may stand in it, and two hands at different fields."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.vrije_velden import (
    VELDEN_HOOGSTENS,
    Veldsoort,
    VrijeKaart,
    VrijVeld,
    changed_waarden,
    check_velden,
    check_waarde,
    merge_waarden,
    new_sleutel,
    parse_getal,
    waarde_tekst,
)
from werkplaats.errors import Ongeldig

KLEUR = VrijVeld("a", "Kleur label", Veldsoort.KEUZE, ("rood", "geel"))
HAAK = VrijVeld("b", "Trekhaak", Veldsoort.JANEE)
waarden = st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["", "x", "y"]))


def codes(*velden: VrijVeld) -> list[str]:
    return [een.code for een in check_velden(velden)]


def test_two_hundred_fields_are_allowed_and_one_more_is_not() -> None:
    velden = [VrijVeld(str(nummer), f"Veld {nummer}") for nummer in range(VELDEN_HOOGSTENS)]
    assert codes(*velden) == []
    assert codes(*velden, VrijVeld("x", "Nog een")) == ["VRIJ_TE_VEEL"]
    assert codes(*velden, VrijVeld("x", "Nog een", vervallen=True)) == []


@pytest.mark.parametrize(
    ("velden", "gezegd"),
    [
        ((VrijVeld("a"),), ["VRIJ_ZONDER_NAAM"]),
        ((VrijVeld("a", "Haak"), VrijVeld("b", " haak ")), ["VRIJ_DUBBEL"]),
        ((VrijVeld("a", "x" * 61),), ["VRIJ_NAAM"]),
        ((VrijVeld("a", "a\tb"),), ["VRIJ_NAAM"]),
        ((VrijVeld("a", "Kleur", Veldsoort.KEUZE),), ["VRIJ_ZONDER_OPTIES"]),
        ((KLEUR, HAAK), []),
    ],
)
def test_what_no_field_can_be_is_told(velden: tuple[VrijVeld, ...], gezegd: list[str]) -> None:
    assert codes(*velden) == gezegd


@pytest.mark.parametrize(
    ("soort", "goed", "fout"),
    [
        (Veldsoort.GETAL, "-12.5", "12,5"),
        (Veldsoort.DATUM, "2026-02-28", "2026-02-30"),
        (Veldsoort.JANEE, "ja", "misschien"),
        (Veldsoort.KEUZE, "rood", "paars"),
        (Veldsoort.TEKST, "van alles", "a\x00b"),
    ],
)
def test_each_kind_takes_its_own_values(soort: Veldsoort, goed: str, fout: str) -> None:
    veld = VrijVeld("a", "Veld", soort, KLEUR.opties)
    assert not list(check_waarde(veld, goed))
    assert [een.veld for een in check_waarde(veld, fout)] == ["a"]
    assert not list(check_waarde(veld, ""))
    assert [een.code for een in check_waarde(veld, "x" * 501)] == ["TEKST_TE_LANG"]


@pytest.mark.parametrize(
    ("getypt", "getal"), [("12,5", "12.5"), ("1.250", "1250"), ("1.250,75", "1250.75"), ("-3", "-3"), ("", "")]
)
def test_a_number_is_typed_the_dutch_way(getypt: str, getal: str) -> None:
    assert parse_getal(getypt, "a") == getal
    assert parse_getal(waarde_tekst(Veldsoort.GETAL, getal), "a") == getal


@pytest.mark.parametrize("getypt", ["veel", "1,2,3", "1e9", "9" * 13])
def test_what_is_no_number_is_told_at_its_field(getypt: str) -> None:
    with pytest.raises(Ongeldig) as fout:
        parse_getal(getypt, "a")
    assert [een.veld for een in fout.value.bevindingen] == ["a"]


@given(waarden, waarden, waarden)
def test_two_hands_lose_no_field(basis: dict[str, str], mijn: dict[str, str], hun: dict[str, str]) -> None:
    velden = {sleutel: VrijVeld(sleutel, sleutel) for sleutel in "abcd"}
    wijzigingen = changed_waarden(basis, mijn)
    schrijven, botsingen = merge_waarden(basis, wijzigingen, hun, velden)
    samen = {**hun, **schrijven}
    in_botsing = {botsing.veld for botsing in botsingen}
    for sleutel in "abcd":
        ik, ander, was = mijn.get(sleutel, ""), hun.get(sleutel, ""), basis.get(sleutel, "")
        if ik != was and ander not in (was, ik):
            assert f"vrij:{sleutel}" in in_botsing
        else:
            assert samen.get(sleutel, "") == (ik if ik != was else ander)


def test_a_retired_field_is_shown_while_it_says_something() -> None:
    oud = VrijVeld("c", "Oud", vervallen=True)
    assert VrijeKaart(1, (KLEUR, oud)).shown == (KLEUR,)
    assert VrijeKaart(1, (KLEUR, oud), {"c": "x"}).shown == (KLEUR, oud)
    assert new_sleutel() != new_sleutel()
