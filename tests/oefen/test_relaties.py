"""The invented people and companies."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from werkplaats.domain.controle import check_relatie
from werkplaats.domain.naam import weergave
from werkplaats.domain.relatie import Aanhef, RelatieKaart
from werkplaats.oefen.bron import namen, plaatsen, rows
from werkplaats.oefen.relaties import OefenRelatie, make_relaties

VANDAAG = date(2026, 11, 24)


@pytest.fixture(scope="module")
def relaties() -> tuple[OefenRelatie, ...]:
    return make_relaties(VANDAAG)


@pytest.fixture(scope="module")
def kaarten(relaties: tuple[OefenRelatie, ...]) -> dict[str, RelatieKaart]:
    return {relatie.sleutel: relatie.kaart for relatie in relaties}


def test_there_are_some_two_hundred_each_with_its_own_key(relaties: tuple[OefenRelatie, ...]) -> None:
    assert 195 <= len(relaties) <= 210
    assert len({relatie.sleutel for relatie in relaties}) == len(relaties)


def test_the_same_day_draws_the_same_people(relaties: tuple[OefenRelatie, ...]) -> None:
    assert make_relaties(VANDAAG) == relaties


def test_nothing_about_them_is_doubtful(relaties: tuple[OefenRelatie, ...]) -> None:
    assert [
        (relatie.sleutel, check_relatie(relatie.kaart, VANDAAG))
        for relatie in relaties
        if check_relatie(relatie.kaart, VANDAAG)
    ] == []


def test_e_mail_goes_to_nobody(relaties: tuple[OefenRelatie, ...]) -> None:
    domeinen = {relatie.kaart.email.partition("@")[2] for relatie in relaties}
    # These three are kept for examples by the internet itself (RFC 2606).
    assert domeinen == {"", "example.com", "example.net", "example.org"}


def test_mobile_phones_are_of_the_ranges_of_this_garage(relaties: tuple[OefenRelatie, ...]) -> None:
    mobiel = {"NL": "06", "BE": "047"}
    nummers = [
        nummer
        for relatie in relaties
        for nummer in (relatie.kaart.telefoon, relatie.kaart.telefoon_2)
        if nummer.startswith(mobiel.get(relatie.kaart.land, "+"))
    ]
    assert len(nummers) > 100
    assert all(nummer.startswith(("06 1200 ", "0470 55 ", "+49 2826 555")) for nummer in nummers)


def test_fixed_phones_have_555_behind_the_area_code(relaties: tuple[OefenRelatie, ...]) -> None:
    netnummers = {plaats.netnummer for land in ("NL", "BE") for plaats in plaatsen(land)}
    vast = [
        relatie.kaart.telefoon
        for relatie in relaties
        if relatie.kaart.land != "DE"
        and relatie.kaart.telefoon
        and not relatie.kaart.telefoon.startswith(("06", "0470"))
    ]
    assert vast
    for nummer in vast:
        kaal = nummer.replace(" ", "")
        assert any(kaal.startswith(f"{netnummer}55") for netnummer in netnummers), nummer


def test_the_names_come_from_the_lists(relaties: tuple[OefenRelatie, ...]) -> None:
    met_de_hand = {rij["sleutel"] for rij in rows("bekende_relaties.csv")}
    for relatie in relaties:
        kaart, lijst = relatie.kaart, namen(relatie.kaart.land if relatie.kaart.land in ("NL", "BE") else "NL")
        if relatie.sleutel in met_de_hand or kaart.is_bedrijf:
            continue
        assert (kaart.tussenvoegsel, kaart.naam) in lijst.achternamen
        assert kaart.voornaam in ("", *lijst.heren, *lijst.dames)


def test_there_is_one_of_each_kind(kaarten: dict[str, RelatieKaart]) -> None:
    assert {kaart.aanhef for kaart in kaarten.values()} == set(Aanhef)
    assert {kaart.land for kaart in kaarten.values()} == {"NL", "BE", "DE"}
    bedrijven = [kaart for kaart in kaarten.values() if kaart.is_bedrijf]
    assert len(bedrijven) >= 35
    assert all(kaart.btw_nummer and kaart.geboortedatum is None for kaart in bedrijven)


def test_there_are_the_cases_that_a_screen_stumbles_over(kaarten: dict[str, RelatieKaart]) -> None:
    assert len(kaarten["loonbedrijf"].naam) == 60
    assert len(weergave(kaarten["lang"])) > 60
    assert kaarten["geentelefoon"].telefoon == ""
    assert kaarten["alleennaam"].straat == ""
    assert kaarten["gent"].plaats == "Gent"
    assert weergave(kaarten["hart"]) == "Mw. E. (Els) 't Hart"


def test_one_owner_is_too_young_for_bovemij(kaarten: dict[str, RelatieKaart]) -> None:
    geboren = kaarten["bromfietser"].geboortedatum
    assert geboren is not None
    assert 16 * 365 < (VANDAAG - geboren).days < 18 * 365


def test_most_names_occur_once(relaties: tuple[OefenRelatie, ...]) -> None:
    vaakst = Counter(weergave(relatie.kaart) for relatie in relaties).most_common(1)[0][1]
    assert vaakst <= 2
