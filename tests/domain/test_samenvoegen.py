"""Two people at one card: what does not overlap merges, what does is shown with both values."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.samenvoegen import changed, follow, merge, settle
from werkplaats.domain.voertuig import Code, VoertuigKaart
from werkplaats.errors import BotsendVeld

BASIS = VoertuigKaart(merk="Opel", model="Corsa", bouwjaar=2018)


def test_only_what_differs_is_a_change() -> None:
    assert changed(BASIS, BASIS) == {}
    assert changed(BASIS, replace(BASIS, model="Astra", bouwjaar=None)) == {"model": "Astra", "bouwjaar": None}


def test_changes_of_different_fields_merge() -> None:
    samen = merge(BASIS, replace(BASIS, model="Astra"), replace(BASIS, bouwjaar=2019))
    assert samen.resultaat == replace(BASIS, model="Astra", bouwjaar=2019)
    assert (samen.wijzigingen, samen.botsingen) == ({"model": "Astra"}, ())


def test_two_changes_of_one_field_clash_and_mine_is_not_written() -> None:
    samen = merge(BASIS, replace(BASIS, model="Astra", merk="OPEL"), replace(BASIS, model="Zafira"))
    assert samen.botsingen == (BotsendVeld("model", "Corsa", "Astra", "Zafira"),)
    assert samen.resultaat == replace(BASIS, model="Zafira", merk="OPEL")
    assert samen.wijzigingen == {"merk": "OPEL"}


def test_the_same_change_of_both_is_no_clash_and_no_change_of_mine() -> None:
    samen = merge(BASIS, replace(BASIS, model="Astra"), replace(BASIS, model="Astra"))
    assert (samen.wijzigingen, samen.botsingen) == ({}, ())


def test_a_masked_code_that_another_replaced_clashes_with_my_new_one() -> None:
    basis = replace(BASIS, radiocode=Code.masked("1111"))
    samen = merge(basis, replace(basis, radiocode=Code.of("2222")), replace(basis, radiocode=Code.masked("3333")))
    assert [botsing.veld for botsing in samen.botsingen] == ["radiocode"]


def test_after_a_clash_each_field_is_what_the_person_chose_and_the_rest_of_both_stays() -> None:
    mijn = replace(BASIS, model="Astra", merk="OPEL")
    hun = replace(BASIS, model="Zafira", bouwjaar=2019)

    assert settle(BASIS, mijn, hun, {"model": True}) == replace(hun, model="Astra", merk="OPEL")
    assert settle(BASIS, mijn, hun, {"model": False}) == replace(hun, merk="OPEL")


KAARTEN = st.builds(
    VoertuigKaart, merk=st.sampled_from("ab"), model=st.sampled_from("ab"), bouwjaar=st.sampled_from([None, 1, 2])
)


@given(KAARTEN, KAARTEN, KAARTEN)
def test_nothing_that_the_other_wrote_is_ever_lost(
    basis: VoertuigKaart, mijn: VoertuigKaart, hun: VoertuigKaart
) -> None:
    samen = merge(basis, mijn, hun)
    van_hen, van_mij = changed(basis, hun), changed(basis, mijn)
    assert all(getattr(samen.resultaat, veld) == waarde for veld, waarde in van_hen.items())
    assert all(getattr(samen.resultaat, veld) == van_mij[veld] for veld in van_mij.keys() - van_hen.keys())
    assert {botsing.veld for botsing in samen.botsingen} == {
        v for v in van_mij if v in van_hen and van_mij[v] != van_hen[v]
    }


def test_an_open_form_takes_along_what_another_saved_but_for_what_i_typed() -> None:
    mijn, hun = replace(BASIS, model="Astra"), replace(BASIS, model="Zafira", merk="OPEL", bouwjaar=2019)
    basis, velden = follow(BASIS, mijn, hun, frozenset({"bouwjaar"}))
    assert velden == {"merk"}
    assert basis == replace(BASIS, merk="OPEL"), "what I typed, readable or not, still stands on what I saw"
    assert merge(basis, replace(basis, model="Astra"), hun).botsingen == (
        BotsendVeld("model", "Corsa", "Astra", "Zafira"),
    )
