"""Rows of the register become a car; whatever they hold, nothing crashes and nothing is made up."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.rdw import RdwGegevens, Terugroepactie
from werkplaats.errors import Garbled
from werkplaats.services.rdw_rijen import RdwRijen, open_recalls, parse_gegevens, rows_of
from werkplaats.services.rdw_waarden import day, text, whole, yes

NOTE = {
    "kenteken": "6TOE64",
    "voertuigsoort": "Personenauto",
    "merk": "NISSAN",
    "handelsbenaming": "NISSAN NOTE",
    "vervaldatum_apk": "20260306",
    "datum_tenaamstelling": "20150306",
    "datum_eerste_toelating": "20140306",
    "datum_eerste_tenaamstelling_in_nederland": "20140307",
    "massa_ledig_voertuig": "980",
    "massa_rijklaar": "1080",
    "eerste_kleur": "GRIJS",
    "inrichting": "MPV",
    "wam_verzekerd": "Ja",
    "export_indicator": "Nee",
    "taxi_indicator": "Nee",
    "tenaamstellen_mogelijk": "Ja",
    "tellerstandoordeel": "Logisch",
    "openstaande_terugroepactie_indicator": "Nee",
}


def car(
    voertuig: dict[str, Any] | None = None,
    brandstoffen: list[dict[str, Any]] | None = None,
    objecten: list[dict[str, Any]] | None = None,
    **more: Any,
) -> RdwGegevens:
    return parse_gegevens(
        "6TOE64", RdwRijen([{**NOTE, **(voertuig or {})}], brandstoffen or [], objecten or [], **more)
    )


def test_a_whole_row_fills_the_whole_card() -> None:
    assert car(brandstoffen=[{"brandstof_omschrijving": "Benzine", "co2_uitstoot_gecombineerd": "109"}]) == RdwGegevens(
        kenteken="6TOE64",
        merk="Nissan",
        model="Note",
        voertuigsoort="Personenauto",
        brandstof="Benzine",
        ledig_gewicht=980,
        bedrijfsklaar=1080,
        co2_uitstoot=109,
        co2_cyclus="NEDC",
        bouwjaar=2014,
        vervaldatum_apk=date(2026, 3, 6),
        datum_deel_1a=date(2014, 3, 6),
        datum_deel_1b=date(2015, 3, 6),
        afgifte_nederland=date(2014, 3, 7),
        kleur="Grijs",
        inrichting="MPV",
        verzekerd=True,
        geexporteerd=False,
        tellerstandoordeel="Logisch",
        taxi=False,
        tenaamstellen_mogelijk=True,
    )


@pytest.mark.parametrize(
    "placeholder",
    ["Niet geregistreerd", "N.v.t.", "Geen verstrekking in Open Data", "Niet bekend", "(Nog) niet bekend", "", "  "],
)
def test_a_placeholder_counts_as_not_said(placeholder: str) -> None:
    gegevens = car(dict.fromkeys(NOTE, placeholder))
    assert gegevens == RdwGegevens("6TOE64")


def test_a_car_without_dates_has_none() -> None:
    """A van that is not yet in anybody's name has no date at all."""
    gegevens = parse_gegevens("VAE99U", RdwRijen([{"merk": "OPEL", "handelsbenaming": "VIVARO"}]))
    assert (gegevens.datum_deel_1a, gegevens.bouwjaar, gegevens.vervaldatum_apk) == (None, None, None)


def test_the_older_name_of_a_column_is_still_read() -> None:
    row = {"kenteken": "11AKE3", "datum_eerste_afgifte_nederland": "20130104"}
    assert parse_gegevens("11AKE3", RdwRijen([row])).afgifte_nederland == date(2013, 1, 4)


@pytest.mark.parametrize("impossible", ["00000000", "20261399", "2026", "20260230", "\uff12\uff10260306", None, 3.5])
def test_a_day_that_does_not_exist_counts_as_not_said(impossible: Any) -> None:
    assert day({"vervaldatum_apk": impossible}, "vervaldatum_apk") is None


def test_the_twin_column_helps_where_the_number_fails() -> None:
    row = {"vervaldatum_apk": "00000000", "vervaldatum_apk_dt": "2027-05-17T00:00:00.000"}
    assert day(row, "vervaldatum_apk") == date(2027, 5, 17)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("980", 980),
        ("980.00", 980),
        ("0.5", 1),
        ("0", None),
        (1080, 1080),
        ("-3", None),
        ("9" * 30, None),
        (True, None),
    ],
)
def test_a_weight_is_a_whole_number_of_kilos(said: Any, number: int | None) -> None:
    assert whole({"massa_rijklaar": said}, "massa_rijklaar") == number


def test_only_ja_and_nee_are_answers() -> None:
    assert [yes({"taxi_indicator": said}, "taxi_indicator") for said in ("Ja", "NEE", "Misschien")] == [
        True,
        False,
        None,
    ]


def test_fuels_stand_in_the_order_of_their_number() -> None:
    rows = [
        {"brandstof_volgnummer": "2", "brandstof_omschrijving": "Elektriciteit"},
        {"brandstof_volgnummer": "1", "brandstof_omschrijving": "Benzine"},
    ]
    gegevens = car(brandstoffen=rows)
    assert (gegevens.brandstof, gegevens.tweede_brandstof) == ("Benzine", "Elektriciteit")


@pytest.mark.parametrize(
    ("fuel", "expected"),
    [
        ({"co2_uitstoot_gecombineerd": "126", "emissie_co2_gecombineerd_wltp": "139"}, (126, "NEDC")),
        ({"emissie_co2_gecombineerd_wltp": "139"}, (139, "WLTP")),
        ({"co2_uitstoot_gecombineerd": "0", "emissie_co2_gecombineerd_wltp": "31"}, (31, "WLTP")),
        ({"emissie_co2_gecombineerd_wltp": "0"}, (0, "WLTP")),
        ({}, (None, "")),
    ],
)
def test_emission_keeps_its_cycle(fuel: dict[str, str], expected: tuple[int | None, str]) -> None:
    gegevens = car(brandstoffen=[{"brandstof_omschrijving": "Benzine", **fuel}])
    assert (gegevens.co2_uitstoot, gegevens.co2_cyclus) == expected


@pytest.mark.parametrize(
    ("demontage", "fitted"), [({"demontagedatum": "0"}, True), ({}, True), ({"demontagedatum": "20150212"}, False)]
)
def test_lpg_counts_while_it_is_fitted(demontage: dict[str, str], fitted: bool) -> None:
    tank = {"soort_toe_te_voegen_object_omschrijving": "LPG Installatie", **demontage}
    assert car(objecten=[{"soort_toe_te_voegen_object_omschrijving": "Laadklep"}, tank]).lpg is fitted


def test_g3_is_a_kind_of_gas_installation() -> None:
    assert car({"type_gasinstallatie": "G3"}).g3
    assert not car({"type_gasinstallatie": "G2"}).g3


def test_only_open_recalls_are_told_each_with_its_words() -> None:
    status = [
        {"referentiecode_rdw": "MGP130086", "code_status": "P"},
        {"referentiecode_rdw": "MGP220252", "code_status": "O"},
        {"referentiecode_rdw": "MGP220252", "code_status": "O"},
    ]
    teksten = [{"referentiecode_rdw": "MGP220252", "omschrijving_defect": "De airbag\nkan scheuren."}]
    acties = car(terugroep_status=status, terugroep_teksten=teksten).terugroepacties
    assert acties == (Terugroepactie("MGP220252", "De airbag kan scheuren."),)


def test_a_recall_without_a_number_is_still_told() -> None:
    assert car({"openstaande_terugroepactie_indicator": "Ja"}).terugroepacties == (Terugroepactie(""),)


def test_a_recall_number_with_signs_is_never_asked_for() -> None:
    assert open_recalls([{"referentiecode_rdw": "A' OR '1'='1", "code_status": "O"}]) == ()


def test_text_is_one_line_of_reasonable_length() -> None:
    said = text({"merk": "  AL\x00FA\n ROMEO\u202e " + "X" * 5000}, "merk")
    assert said.startswith("AL FA ROMEO X")
    assert len(said) <= 500


def test_half_a_pair_of_surrogates_can_be_written_down() -> None:
    row = json.loads('{"merk": "\\ud83d", "handelsbenaming": "A\\udc00B"}')
    gegevens = parse_gegevens("6TOE64", RdwRijen([row]))
    assert f"{gegevens.merk} {gegevens.model}".encode()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=8), inside, max_size=3),
    max_leaves=10,
)
COLUMNS = st.sampled_from(
    [
        *NOTE,
        *(
            "brandstof_volgnummer",
            "brandstof_omschrijving",
            "co2_uitstoot_gecombineerd",
            "demontagedatum",
            "code_status",
        ),
        *(
            "soort_toe_te_voegen_object_omschrijving",
            "referentiecode_rdw",
            "omschrijving_defect",
            "type_gasinstallatie",
        ),
    ]
)
ROWS = st.lists(st.dictionaries(COLUMNS, JSON, max_size=8), max_size=3)


@given(JSON)
def test_any_json_is_rows_or_garbled(answer: Any) -> None:
    if isinstance(answer, list) and all(isinstance(row, dict) for row in answer):
        assert rows_of(answer, "RDW") == answer
        return
    with pytest.raises(Garbled) as caught:
        rows_of(answer, "RDW")
    assert caught.value.code == "PARTIJ_ANDERE_VORM"


@given(st.builds(RdwRijen, ROWS, ROWS, ROWS, ROWS, ROWS))
def test_any_rows_are_a_car_or_garbled(rijen: RdwRijen) -> None:
    if rijen.voertuigen:
        gegevens = parse_gegevens("6TOE64", rijen)
        assert gegevens.kenteken == "6TOE64"
        assert str(gegevens).encode()
        return
    with pytest.raises(Garbled):
        parse_gegevens("6TOE64", rijen)
