"""Roadside assistance: the menu, a request at Bovemij, and our own register of both."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import httpx
import pytest

from tests.usecases.garage import DAF, GOLF, VAN_DALEN, moment
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.pechhulp import Aanbieder, Beletsel, MopMethode, Soort, Staat
from werkplaats.domain.relatie import Aanhef, RelatieKaart
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.errors import NietGevonden, Ongeldig, PartijFout, WerkplaatsError

if TYPE_CHECKING:
    from tests.usecases.garage import Garage
    from werkplaats.domain.moment import Moment
    from werkplaats.domain.pechhulp import PechhulpAanvraag
    from werkplaats.domain.voertuig import Voertuig

LINK = "https://bosch.example/garantie?auto={kenteken}"


@pytest.fixture
def auto(garage: Garage) -> Voertuig:
    return garage.new_car(VoertuigKaart(kenteken=GOLF, hoofdeigenaar=garage.new_owner()))


def request(garage: Garage, auto: Voertuig, **velden: Any) -> PechhulpAanvraag:
    invoer = garage.pechhulp.prepare(garage.balie, auto.id).invoer
    return garage.pechhulp.aanvragen(garage.balie, auto.id, replace(invoer, **velden))


def parameters(adres: str) -> dict[str, str]:
    return {naam: waarde for naam, (waarde,) in parse_qs(urlsplit(adres).query, strict_parsing=True).items()}


# --- the menu --------------------------------------------------------------------------------------------------------


def test_the_menu_has_the_seven_providers_in_their_order(garage: Garage, auto: Voertuig) -> None:
    menu = garage.pechhulp.menu(garage.balie, auto.id)

    assert [item.aanbieder for item in menu] == list(Aanbieder)
    assert {item.laatst for item in menu} == {None}


def test_a_provider_that_the_shop_hides_is_not_in_the_menu(garage: Garage, auto: Voertuig) -> None:
    garage.configure(pechhulp_verborgen=frozenset({Aanbieder.BOSCH, Aanbieder.VHD}))

    aanbieders = [item.aanbieder for item in garage.pechhulp.menu(garage.balie, auto.id)]

    assert aanbieders == [naam for naam in Aanbieder if naam not in (Aanbieder.BOSCH, Aanbieder.VHD)]


def test_the_menu_says_when_a_provider_was_last_asked(garage: Garage, auto: Voertuig) -> None:
    request(garage, auto)
    with garage.later(days=2):
        request(garage, auto)
        toen = garage.klok.nu()

    menu = {item.aanbieder: item for item in garage.pechhulp.menu(garage.balie, auto.id)}

    assert (menu[Aanbieder.BOVEMIJ].laatst, menu[Aanbieder.BOVEMIJ].door) == (toen, "Bram")
    assert menu[Aanbieder.BOSCH].laatst is None


def test_the_menu_says_which_page_cannot_be_opened_and_why(garage: Garage, auto: Voertuig) -> None:
    garage.configure(pechhulp_links=((Aanbieder.BOSCH, LINK),))
    zonder_kenteken = garage.new_car(VoertuigKaart(chassisnummer=Vin.parse("WVWZZZCDZLW000417")))

    menu = {item.aanbieder: item.beletsel for item in garage.pechhulp.menu(garage.balie, auto.id)}
    leeg = {item.aanbieder: item.beletsel for item in garage.pechhulp.menu(garage.balie, zonder_kenteken.id)}

    assert (menu[Aanbieder.BOSCH], menu[Aanbieder.BOVEMIJ], menu[Aanbieder.VHD]) == (None, None, Beletsel.GEEN_LINK)
    assert (leeg[Aanbieder.BOSCH], leeg[Aanbieder.BOVEMIJ]) == (Beletsel.GEEN_KENTEKEN, None)


# --- another provider's page -----------------------------------------------------------------------------------------


def test_a_providers_page_opens_with_the_plate_and_is_noted(garage: Garage, auto: Voertuig) -> None:
    garage.configure(pechhulp_links=((Aanbieder.BOSCH, LINK),))

    aanvraag = garage.pechhulp.open_link(garage.balie, auto.id, Aanbieder.BOSCH)

    assert garage.browser.paginas == ["https://bosch.example/garantie?auto=GA482R"]
    assert (aanvraag.staat, aanvraag.aanbieder, aanvraag.invoer) == (Staat.GEOPEND, Aanbieder.BOSCH, None)
    assert garage.pechhulp.eerder(garage.balie, auto.id) == (aanvraag,)


def test_a_provider_without_an_address_is_said_so_and_nothing_is_noted(garage: Garage, auto: Voertuig) -> None:
    with pytest.raises(WerkplaatsError) as fout:
        garage.pechhulp.open_link(garage.balie, auto.id, Aanbieder.BOVAG)

    assert (fout.value.code, fout.value.params) == ("PECHHULP_GEEN_LINK", {"aanbieder": "bovag"})
    assert garage.pechhulp.eerder(garage.balie, auto.id) == ()


def test_a_car_without_a_plate_cannot_be_sent_to_a_provider(garage: Garage) -> None:
    garage.configure(pechhulp_links=((Aanbieder.BOSCH, LINK),))
    auto = garage.new_car(VoertuigKaart(chassisnummer=Vin.parse("WVWZZZCDZLW000417")))

    with pytest.raises(Ongeldig):
        garage.pechhulp.open_link(garage.balie, auto.id, Aanbieder.BOSCH)

    assert garage.browser.paginas == []


def test_a_providers_page_that_cannot_be_opened_failed(garage: Garage, auto: Voertuig) -> None:
    garage.configure(pechhulp_links=((Aanbieder.BOSCH, LINK),))
    garage.browser.kan_openen = False

    with pytest.raises(PartijFout):
        garage.pechhulp.open_link(garage.balie, auto.id, Aanbieder.BOSCH)

    assert [rij.staat for rij in garage.pechhulp.eerder(garage.balie, auto.id)] == [Staat.MISLUKT]


# --- a request at Bovemij --------------------------------------------------------------------------------------------


def test_the_form_starts_with_what_is_known_of_car_and_owner(garage: Garage, auto: Voertuig) -> None:
    voorstel = garage.pechhulp.prepare(garage.balie, auto.id)

    invoer = voorstel.invoer
    assert (invoer.kenteken, invoer.soort, invoer.aanhef) == (GOLF, "NL", Aanhef.HEER)
    for veld in (
        "voorletters",
        "tussenvoegsel",
        "naam",
        "geboortedatum",
        "straat",
        "huisnr",
        "toevoeging",
        "plaats",
        "email",
    ):
        assert getattr(invoer, veld) == getattr(VAN_DALEN, veld)
    opties = (invoer.vergelijkbaar_vervoer, invoer.europa_extra, invoer.aanhanger, invoer.eigen_autobedrijf)
    assert opties == (False, False, False, False)
    assert [soort.code for soort in voorstel.soorten] == ["NL", "EU"]
    assert voorstel.eerder == ()


def test_the_shop_chooses_the_kinds(garage: Garage, auto: Voertuig) -> None:
    garage.configure(mop_soorten=(Soort("BE", "Pechhulp België"),))

    voorstel = garage.pechhulp.prepare(garage.balie, auto.id)

    assert (voorstel.invoer.soort, voorstel.soorten) == ("BE", (Soort("BE", "Pechhulp België"),))


def test_a_car_without_owner_starts_with_an_empty_customer(garage: Garage) -> None:
    auto = garage.new_car(VoertuigKaart(chassisnummer=Vin.parse("WVWZZZCDZLW000417")))

    invoer = garage.pechhulp.prepare(garage.balie, auto.id).invoer

    assert (invoer.kenteken, invoer.naam, invoer.geboortedatum) == (None, "", None)


def test_the_portal_opens_with_the_request_and_it_is_noted(garage: Garage, auto: Voertuig) -> None:
    aanvraag = request(garage, auto, aanhanger=True)

    (adres,) = garage.browser.paginas
    gestuurd = parameters(adres)
    assert adres.startswith("https://portaal.example/pechhulp/aanvragen?kenteken=GA482R&soort=NL&")
    assert gestuurd["ref"] == aanvraag.ref == str(UUID(aanvraag.ref))
    assert (gestuurd["geboortedatum"], gestuurd["aanhanger"], gestuurd["vvv"]) == ("1971-04-03", "1", "0")
    assert (aanvraag.staat, aanvraag.aanbieder, aanvraag.gemaakt_door) == (Staat.GEOPEND, Aanbieder.BOVEMIJ, "Bram")
    assert aanvraag.invoer is not None
    assert aanvraag.invoer.aanhanger


def test_the_register_keeps_the_customer_as_he_was_that_day(garage: Garage, auto: Voertuig) -> None:
    aanvraag = request(garage, auto)
    eigenaar = auto.kaart.hoofdeigenaar
    assert eigenaar is not None
    garage.relaties.save(garage.balie, eigenaar.id, VAN_DALEN, replace(VAN_DALEN, plaats="Lent", naam="Smeets"))
    garage.change(garage.balie, auto, kenteken=DAF)

    (toen,) = garage.pechhulp.eerder(garage.balie, auto.id)

    assert toen == aanvraag
    assert toen.invoer is not None
    assert (toen.invoer.naam, toen.invoer.plaats, toen.kenteken) == ("Dalen", "Nijmegen", GOLF)


def test_a_company_needs_no_birth_date(garage: Garage) -> None:
    bedrijf = garage.new_owner(
        replace(VAN_DALEN, aanhef=Aanhef.BEDRIJF, naam="Smeets Installatietechniek", geboortedatum=None)
    )
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, hoofdeigenaar=bedrijf))

    request(garage, auto)

    gestuurd = parameters(garage.browser.paginas[0])
    assert gestuurd["aanhef"] == "B"
    assert "geboortedatum" not in gestuurd


def test_what_bovemij_may_refuse_is_sent_all_the_same(garage: Garage) -> None:
    gent = RelatieKaart(naam="<Peeters>", plaats="Gent", postcode="9000", land="BE", geboortedatum=date(2015, 1, 1))
    auto = garage.new_car(
        VoertuigKaart(kenteken=Kenteken.parse("1-ABC-123", "BE"), hoofdeigenaar=garage.new_owner(gent))
    )

    request(garage, auto)

    gestuurd = parameters(garage.browser.paginas[0])
    assert (gestuurd["naam"], gestuurd["postcode"], gestuurd["kenteken"]) == ("<Peeters>", "9000", "1ABC123")


@pytest.mark.parametrize(
    ("fout", "veld"),
    [
        ({"kenteken": None}, "kenteken"),
        ({"geboortedatum": date(2026, 11, 25)}, "geboortedatum"),
        ({"email": "geen adres"}, "email"),
    ],
)
def test_what_cannot_be_sent_is_refused_at_its_field_and_nothing_is_noted(
    garage: Garage, auto: Voertuig, fout: dict[str, Any], veld: str
) -> None:
    with pytest.raises(Ongeldig) as ongeldig:
        request(garage, auto, **fout)

    assert [bevinding.veld for bevinding in ongeldig.value.bevindingen] == [veld]
    assert garage.pechhulp.eerder(garage.balie, auto.id) == ()
    assert garage.browser.paginas == []


@pytest.mark.parametrize(
    ("nu", "kan"),
    [
        pytest.param(moment(2026, 11, 23, 22, 59, 59), False, id="one second before midnight"),
        pytest.param(moment(2026, 11, 23, 23, 0, 0), True, id="midnight"),
    ],
)
def test_somebody_born_today_is_not_born_tomorrow(garage: Garage, auto: Voertuig, nu: Moment, kan: bool) -> None:
    garage.klok.moment = nu
    if kan:
        assert request(garage, auto, geboortedatum=date(2026, 11, 24)).staat is Staat.GEOPEND
    else:
        with pytest.raises(Ongeldig):
            request(garage, auto, geboortedatum=date(2026, 11, 24))


def test_a_browser_that_cannot_be_opened_is_a_failed_request_and_says_so(garage: Garage, auto: Voertuig) -> None:
    garage.browser.kan_openen = False

    with pytest.raises(PartijFout) as fout:
        request(garage, auto)

    assert fout.value.code == "BROWSER_NIET_GEOPEND"
    assert [rij.staat for rij in garage.pechhulp.eerder(garage.balie, auto.id)] == [Staat.MISLUKT]


def test_the_request_is_noted_before_the_browser_opens_and_the_store_does_not_wait_for_it(
    garage: Garage, auto: Voertuig
) -> None:
    staten: list[Staat] = []

    def meanwhile() -> None:
        garage.change(garage.balie, auto, model="Golf")
        staten.extend(rij.staat for rij in garage.pechhulp.eerder(garage.balie, auto.id))

    garage.browser.tijdens = meanwhile
    request(garage, auto)

    assert staten == [Staat.CONCEPT]


def test_a_second_request_is_warned_of_but_a_failed_one_is_not(garage: Garage, auto: Voertuig) -> None:
    garage.browser.kan_openen = False
    with pytest.raises(PartijFout):
        request(garage, auto)
    assert garage.pechhulp.prepare(garage.balie, auto.id).eerder == ()

    garage.browser.kan_openen = True
    aanvraag = request(garage, auto)

    assert garage.pechhulp.prepare(garage.balie, auto.id).eerder == (aanvraag,)
    assert request(garage, auto).staat is Staat.GEOPEND


def test_another_providers_page_is_no_earlier_request(garage: Garage, auto: Voertuig) -> None:
    garage.configure(pechhulp_links=((Aanbieder.BOSCH, LINK),))
    garage.pechhulp.open_link(garage.balie, auto.id, Aanbieder.BOSCH)

    assert garage.pechhulp.prepare(garage.balie, auto.id).eerder == ()


def test_a_shop_that_posts_shows_nothing_personal_in_the_address(garage: Garage, auto: Voertuig) -> None:
    garage.configure(mop_methode=MopMethode.POST_FORM)

    request(garage, auto)

    (adres,) = garage.browser.paginas
    assert adres.startswith("http://127.0.0.1:")
    assert "Dalen" not in adres
    pagina = httpx.get(adres, trust_env=False)
    assert "Dalen" in pagina.text


def test_nothing_personal_is_logged(garage: Garage, auto: Voertuig, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        aanvraag = request(garage, auto)
        garage.pechhulp.confirm(garage.balie, aanvraag.id, "PAS-4711", date(2027, 11, 24))

    for waarde in (
        "Dalen",
        "1971",
        "Hatertseweg",
        "6533",
        "Nijmegen",
        "12345678",
        "example.com",
        "GA482R",
        "GA-482-R",
        "4711",
    ):
        assert waarde not in caplog.text


# --- what became of it -----------------------------------------------------------------------------------------------


def test_a_person_notes_the_pass(garage: Garage, auto: Voertuig) -> None:
    aanvraag = request(garage, auto)

    later = garage.pechhulp.confirm(garage.balie, aanvraag.id, " P-4711 ", date(2027, 11, 24))

    assert (later.staat, later.pasnummer, later.einddatum) == (Staat.BEVESTIGD, "P-4711", date(2027, 11, 24))
    assert garage.pechhulp.eerder(garage.balie, auto.id) == (later,)
    blik = garage.voertuigen.blik(garage.balie, auto.id)
    assert blik.pechhulp == later


def test_a_pass_needs_a_number_or_a_day(garage: Garage, auto: Voertuig) -> None:
    aanvraag = request(garage, auto)

    with pytest.raises(Ongeldig) as leeg:
        garage.pechhulp.confirm(garage.balie, aanvraag.id, " ", None)
    with pytest.raises(Ongeldig) as verlopen:
        garage.pechhulp.confirm(garage.balie, aanvraag.id, "4711", date(2026, 11, 23))

    assert [(fout.veld, fout.code) for fout in leeg.value.bevindingen] == [("pasnummer", "PAS_LEEG")]
    assert [(fout.veld, fout.code) for fout in verlopen.value.bevindingen] == [
        ("einddatum", "PAS_EINDIGT_VOOR_AANVRAAG")
    ]
    assert garage.pechhulp.eerder(garage.balie, auto.id) == (aanvraag,)


def test_a_person_notes_that_nothing_came_of_it_and_may_be_wrong(garage: Garage, auto: Voertuig) -> None:
    aanvraag = request(garage, auto)

    assert garage.pechhulp.fail(garage.balie, aanvraag.id).staat is Staat.MISLUKT
    assert garage.pechhulp.confirm(garage.balie, aanvraag.id, "4711", None).staat is Staat.BEVESTIGD
    with pytest.raises(WerkplaatsError) as fout:
        garage.pechhulp.fail(garage.balie, aanvraag.id)
    assert fout.value.code == "PECHHULP_AL_BEVESTIGD"


def test_a_request_that_is_not_there_is_said_so(garage: Garage) -> None:
    with pytest.raises(NietGevonden):
        garage.pechhulp.fail(garage.balie, 4711)


def test_each_step_is_in_the_logboek(garage: Garage, auto: Voertuig) -> None:
    aanvraag = request(garage, auto)
    garage.pechhulp.confirm(garage.balie, aanvraag.id, "4711", date(2027, 11, 24))

    with garage.store.read() as lezing:
        regels = lezing.logboek.van("pechhulp", aanvraag.id, 100)

    assert [(regel.veld, regel.voor, regel.na) for regel in regels if regel.veld == "staat"] == [
        ("staat", "geopend", "bevestigd"),
        ("staat", "concept", "geopend"),
    ]
    assert ("einddatum", "", "2027-11-24") in [(regel.veld, regel.voor, regel.na) for regel in regels]


# --- the reminder ----------------------------------------------------------------------------------------------------


def reminders(garage: Garage) -> list[date]:
    return [punt.datum for punt in garage.voertuigen.aandacht(garage.balie) if punt.soort == "pechhulp"]


def with_pass(garage: Garage, auto: Voertuig, einddatum: date) -> None:
    garage.pechhulp.confirm(garage.balie, request(garage, auto).id, "4711", einddatum)


@pytest.mark.parametrize(
    ("einddatum", "genoemd"),
    [(date(2026, 11, 24), True), (date(2026, 12, 24), True), (date(2026, 12, 25), False)],
    ids=["ends today", "in thirty days", "in thirty-one days"],
)
def test_a_pass_that_ends_soon_stands_on_the_start_page(
    garage: Garage, auto: Voertuig, einddatum: date, genoemd: bool
) -> None:
    with_pass(garage, auto, einddatum)

    assert reminders(garage) == ([einddatum] if genoemd else [])
    assert (auto.id in [punt.voertuig.id for punt in garage.voertuigen.aandacht(garage.balie)]) == genoemd
    aflopend = garage.voertuigen.blik(garage.balie, auto.id).aflopend
    assert (aflopend is not None) == genoemd, "the car itself says the same"


def test_a_pass_that_was_renewed_needs_no_thought(garage: Garage, auto: Voertuig) -> None:
    with_pass(garage, auto, date(2026, 12, 1))
    with_pass(garage, auto, date(2027, 12, 1))

    assert reminders(garage) == []
    assert garage.voertuigen.blik(garage.balie, auto.id).aflopend is None


def test_the_shop_says_how_long_before(garage: Garage, auto: Voertuig) -> None:
    garage.configure(pechhulp_herinnering_dagen=60)
    with_pass(garage, auto, date(2027, 1, 20))

    assert reminders(garage) == [date(2027, 1, 20)]


def test_who_has_no_part_in_pechhulp_sees_no_pass(garage: Garage, auto: Voertuig) -> None:
    with_pass(garage, auto, date(2026, 12, 1))

    assert garage.voertuigen.aandacht(garage.wie("Monteur")) == ()
    assert garage.voertuigen.blik(garage.wie("Monteur"), auto.id).aflopend is None
    assert garage.voertuigen.blik(garage.wie("Monteur"), auto.id).pechhulp is None
