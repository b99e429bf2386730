"""A report to Car-Pass from the counter until it is accepted: what is kept, what is sent, and how often."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.usecases.garage import Garage, moment
from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.carpass import MeldingInvoer, Vrijstelling
from werkplaats.domain.carpass_antwoord import StatusAntwoord, Uitspraak
from werkplaats.domain.instellingen import CARPASS_WACHTWOORD
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.kmstand import KmInvoer
from werkplaats.domain.lijst import Lijstvraag
from werkplaats.domain.melding import Issue, MonteurStand, Staat
from werkplaats.domain.moment import Moment
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.errors import Garbled, GeenRecht, Ongeldig, Refused, Unreachable, WerkplaatsError
from werkplaats.usecases.lijsten import MELDING
from werkplaats.usecases.meldingen_schrijven import Bezoek, concept_for

if TYPE_CHECKING:
    from werkplaats.domain.melding import Melding

VANDAAG = date(2026, 11, 24)
AUTO = VoertuigKaart(
    kenteken=Kenteken.parse("3-DLM-096", "BE"),
    merk="Renault",
    model="Mégane",
    chassisnummer=Vin("VF1RFB00X62000519"),
    voertuigsoort="Personenauto",
)
INVOER = MeldingInvoer(131_501, VANDAAG, "VF1RFB00X62000519", activiteiten=("A01",), omschrijving="Onderhoud")
GUID = "3f2a9c10"


def antwoord(uitspraak: Uitspraak, *issues: Issue, status: str = "") -> StatusAntwoord:
    return StatusAntwoord(GUID, status or uitspraak.value.upper(), uitspraak, issues)


BEZIG, GOED = antwoord(Uitspraak.BEZIG), antwoord(Uitspraak.AANVAARD)
LAGER = Issue("7", "KM_LOWER_THAN_PREVIOUS", "lager", True, True, 140_000, date(2026, 5, 8))
ANOMALIE = antwoord(Uitspraak.BEOORDEELD, LAGER)
TIJD_OM = Unreachable("PARTIJ_TIJD_OM", "Car-Pass")


@pytest.fixture
def garage(garage: Garage) -> Garage:
    """A Belgian garage with an account at Car-Pass."""
    garage.configure(land="BE", carpass_btw="BE 0123.456.749", carpass_gebruiker="2000000141")
    garage.instellingen.set_geheim(garage.beheerder, CARPASS_WACHTWOORD, "geheim")
    return garage


@pytest.fixture
def auto(garage: Garage) -> int:
    return garage.new_car(AUTO).id


def zend(garage: Garage, *antwoorden: object) -> list[str]:
    """Lets the postbus send against these answers; gives what was asked."""
    dienst = garage.carpass_dienst
    dienst.antwoorden[:] = antwoorden
    dienst.gevraagd.clear()
    garage.postbus.send_due(garage.balie)
    assert dienst.antwoorden == []
    return [naam for naam, _waarden in dienst.gevraagd]


def its_time_comes(garage: Garage) -> None:
    """What waits for its next attempt may go: a server goes by its own clock, which a test cannot set."""
    with garage.store.begin(garage.balie) as werk:
        werk.meldingen.wake(garage.balie.shop_id)


def vraag(garage: Garage, *antwoorden: object) -> int:
    """Asks after the reports against these answers, a day later."""
    garage.carpass_dienst.antwoorden[:] = antwoorden
    with garage.later(days=1):
        return garage.carpass.poll(garage.balie)


def nu(garage: Garage, melding: Melding) -> Melding:
    found = garage.carpass.look(garage.balie, melding.id).melding
    assert found is not None
    return found


def test_an_early_report_goes_out_is_followed_by_its_description_and_ends_accepted(garage: Garage, auto: int) -> None:
    melding = garage.carpass.report(garage.balie, auto, INVOER)
    assert (melding.staat, melding.vroeg) == (Staat.TE_VERSTUREN, True)
    assert zend(garage, BEZIG, None) == ["report", "describe"]
    verstuurd = nu(garage, melding)
    assert (verstuurd.staat, verstuurd.guid, verstuurd.omschrijving_staat) == (Staat.VERSTUURD, GUID, "verzonden")

    assert vraag(garage, GOED) == 1

    assert nu(garage, melding).staat is Staat.AANVAARD
    assert [stand.stand for stand in garage.kmstanden.van_voertuig(garage.balie, auto)] == [131_501]
    gebeurd = [een.code for een in garage.carpass.look(garage.balie, melding.id).verloop]
    assert gebeurd == ["ingevoerd", "versturen", "verstuurd", "omschrijving_verzonden", "antwoord"]
    assert garage.carpass.badge(garage.balie) == 0


def test_the_postbus_names_the_car(garage: Garage, auto: int) -> None:
    garage.carpass.report(garage.balie, auto, INVOER)
    (regel,) = garage.postbus.list(garage.balie)
    assert regel.kop == "3-DLM-096 Renault Mégane"


def test_not_sending_leaves_it_open_and_in_the_badge(garage: Garage, auto: int) -> None:
    melding = garage.carpass.keep(garage.balie, auto, replace(INVOER, stand=None))
    assert (melding.staat, garage.carpass.badge(garage.balie)) == (Staat.UITGESTELD, 1)
    assert zend(garage) == []
    garage.carpass.submit(garage.balie, melding.id, melding.versie, INVOER)
    assert zend(garage, GOED, None) == ["report", "describe"]
    assert nu(garage, melding).staat is Staat.AANVAARD


def test_what_is_blocked_is_refused_and_what_is_odd_goes(garage: Garage, auto: int) -> None:
    with pytest.raises(Ongeldig):
        garage.carpass.report(garage.balie, auto, replace(INVOER, datum=VANDAAG + timedelta(1)))
    assert garage.carpass.van_voertuig(garage.balie, auto) == ()
    garage.kmstanden.add(garage.balie, auto, KmInvoer(140_000, date(2026, 5, 8)))
    melding = garage.carpass.report(garage.balie, auto, INVOER)
    assert (melding.vorige_km, melding.vorige_datum) == (140_000, date(2026, 5, 8))


def test_today_begins_at_midnight_in_brussels(garage: Garage, auto: int) -> None:
    """One minute before, the 25th is tomorrow; at midnight it is today, and the 24th is late."""
    woensdag = replace(INVOER, datum=date(2026, 11, 25))

    def found(invoer: MeldingInvoer) -> list[str]:
        return [
            een.code for een in garage.carpass.check(garage.balie, invoer, garage.carpass.prepare(garage.balie, auto))
        ]

    garage.klok.moment = moment(2026, 11, 24, 22, 59)
    assert garage.carpass.prepare(garage.balie, auto).invoer.datum == VANDAAG
    assert (found(INVOER), found(woensdag)) == ([], ["DATUM_TOEKOMST"])
    with pytest.raises(Ongeldig):
        garage.carpass.report(garage.balie, auto, woensdag)
    garage.carpass.report(garage.balie, auto, INVOER)
    assert found(INVOER) == ["DUBBEL_VANDAAG"]

    garage.klok.moment = moment(2026, 11, 24, 23)
    assert garage.carpass.prepare(garage.balie, auto).invoer.datum == date(2026, 11, 25)
    assert (found(INVOER), found(woensdag)) == (["DATUM_VERLEDEN"], [])
    assert garage.carpass.report(garage.balie, auto, woensdag).staat is Staat.TE_VERSTUREN


def test_without_an_account_nothing_is_laid_ready_and_the_sentence_says_where(garage: Garage, auto: int) -> None:
    garage.configure(carpass_gebruiker="")
    with pytest.raises(WerkplaatsError, match="CARPASS_NIET_INGESTELD"):
        garage.carpass.report(garage.balie, auto, INVOER)


def anomaly(garage: Garage, auto: int) -> Melding:
    melding = garage.carpass.report(garage.balie, auto, replace(INVOER, activiteiten=(), omschrijving=""))
    zend(garage, ANOMALIE)
    return nu(garage, melding)


def test_an_anomaly_is_put_right(garage: Garage, auto: int) -> None:
    melding = anomaly(garage, auto)
    assert (melding.staat, melding.issues, garage.carpass.badge(garage.balie)) == (Staat.ANOMALIE, (LAGER,), 1)
    garage.carpass.submit(garage.balie, melding.id, melding.versie, replace(INVOER, stand=141_501))
    assert zend(garage, GOED) == ["correct"]
    klaar = nu(garage, melding)
    assert (klaar.staat, klaar.issues, klaar.correcties) == (Staat.AANVAARD, (), 0)


def test_a_correction_that_fails_is_counted(garage: Garage, auto: int) -> None:
    melding = anomaly(garage, auto)
    for keer, geweigerd in enumerate([ANOMALIE, Refused("CARPASS_GEWEIGERD", "Car-Pass", status=422, tekst="nee")], 1):
        melding = garage.carpass.submit(garage.balie, melding.id, nu(garage, melding).versie, INVOER)
        zend(garage, geweigerd)
        assert (nu(garage, melding).staat, nu(garage, melding).correcties) == (Staat.ANOMALIE, keer)
    assert nu(garage, melding).toelichting == "nee"


def test_the_green_tick_confirms_once(garage: Garage, auto: int) -> None:
    melding = anomaly(garage, auto)
    garage.carpass.confirm(garage.balie, melding.id, melding.versie, "7")
    with pytest.raises(WerkplaatsError, match="MELDING_GEWIJZIGD"):
        garage.carpass.confirm(garage.balie, melding.id, melding.versie, "7")
    assert zend(garage, GOED) == ["confirm"]
    assert nu(garage, melding).staat is Staat.AANVAARD


def test_a_confirmation_that_was_there_already_is_asked_after(garage: Garage, auto: int) -> None:
    melding = anomaly(garage, auto)
    garage.carpass.confirm(garage.balie, melding.id, melding.versie, "7")
    zend(garage, Refused("CARPASS_GEWEIGERD", "Car-Pass", status=409, tekst="al bevestigd"))
    assert nu(garage, melding).staat is Staat.VERSTUURD
    assert vraag(garage, GOED) == 1
    assert nu(garage, melding).staat is Staat.AANVAARD


def test_what_cannot_be_confirmed_or_corrected_is_refused(garage: Garage, auto: int) -> None:
    melding = garage.carpass.report(garage.balie, auto, INVOER)
    vast = Issue("9", "NOT_CORRECTABLE", "nee", False, False)
    zend(garage, antwoord(Uitspraak.GEWEIGERD, vast), None)
    geweigerd = nu(garage, melding)
    assert geweigerd.staat is Staat.GEWEIGERD
    with pytest.raises(WerkplaatsError, match="MELDING_KAN_NIET"):
        garage.carpass.confirm(garage.balie, melding.id, geweigerd.versie, "9")
    with pytest.raises(WerkplaatsError, match="MELDING_KAN_NIET"):
        garage.carpass.submit(garage.balie, melding.id, geweigerd.versie, INVOER)


def test_no_answer_leaves_it_in_doubt_and_double_then_counts_as_accepted(garage: Garage, auto: int) -> None:
    melding = garage.carpass.report(garage.balie, auto, INVOER)
    zend(garage, TIJD_OM)
    onzeker = nu(garage, melding)
    assert (onzeker.staat, onzeker.toelichting) == (Staat.ONZEKER, "PARTIJ_TIJD_OM")
    assert zend(garage) == []  # nothing goes twice by itself

    garage.carpass.decide(garage.balie, melding.id, onzeker.versie, aangekomen=False)
    dubbel = antwoord(Uitspraak.BEOORDEELD, Issue("1", "DUPLICATE_TODAY", "dubbel", True, True))
    zend(garage, dubbel, None)

    assert nu(garage, melding).staat is Staat.AANVAARD


def test_double_beside_something_else_is_not_accepted(garage: Garage, auto: int) -> None:
    melding = garage.carpass.report(garage.balie, auto, INVOER)
    zend(garage, TIJD_OM)
    garage.carpass.decide(garage.balie, melding.id, nu(garage, melding).versie, aangekomen=False)
    ook_lager = antwoord(Uitspraak.BEOORDEELD, Issue("1", "DUPLICATE_TODAY", "dubbel", True, True), LAGER)
    zend(garage, ook_lager, None)
    assert nu(garage, melding).staat is Staat.ANOMALIE


def test_double_as_a_refusal_of_what_was_sent_again_counts_as_accepted_too(garage: Garage, auto: int) -> None:
    melding = garage.carpass.report(garage.balie, auto, INVOER)
    zend(garage, Garbled("PARTIJ_AFGEKAPT", "Car-Pass"))
    garage.carpass.decide(garage.balie, melding.id, nu(garage, melding).versie, aangekomen=False)
    zend(garage, Refused("CARPASS_GEWEIGERD", "Car-Pass", status=409, tekst="dubbel", eigen="DUPLICATE_TODAY"))
    assert nu(garage, melding).staat is Staat.AANVAARD


def test_a_person_may_say_that_it_arrived(garage: Garage, auto: int) -> None:
    melding = garage.carpass.report(garage.balie, auto, INVOER)
    zend(garage, TIJD_OM)
    garage.carpass.decide(garage.balie, melding.id, nu(garage, melding).versie, aangekomen=True)
    assert nu(garage, melding).staat is Staat.AANVAARD
    assert zend(garage) == []


def test_in_doubt_other_data_do_not_go_out(garage: Garage, auto: int) -> None:
    melding = garage.carpass.report(garage.balie, auto, INVOER)
    zend(garage, TIJD_OM)
    with pytest.raises(WerkplaatsError, match="MELDING_KAN_NIET"):
        garage.carpass.submit(garage.balie, melding.id, nu(garage, melding).versie, INVOER)


@pytest.mark.parametrize(
    "fout",
    [
        Refused("CARPASS_AANMELDEN", "Car-Pass", status=401),
        Refused("CARPASS_GEEN_TOEGANG", "Car-Pass", status=403),
        Unreachable("CARPASS_DICHT", "Car-Pass", wacht=None),
        Unreachable("PARTIJ_TE_DRUK", "Car-Pass", wacht=60),
        Unreachable("PARTIJ_ONBEREIKBAAR", "Car-Pass"),
        Garbled("PARTIJ_OMGELEID", "Car-Pass", naar="wifi"),
    ],
)
def test_what_surely_did_not_arrive_waits_and_its_line_says_why(garage: Garage, auto: int, fout: Exception) -> None:
    melding = garage.carpass.report(garage.balie, auto, INVOER)
    zend(garage, fout)
    wacht = nu(garage, melding)
    assert (wacht.staat, wacht.toelichting) == (Staat.TE_VERSTUREN, str(fout))
    with garage.later(minutes=11):
        assert garage.carpass.badge(garage.balie) == 1
    assert zend(garage) == []
    its_time_comes(garage)
    assert zend(garage, GOED, None) == ["report", "describe"]
    assert nu(garage, melding).staat is Staat.AANVAARD


def test_a_new_password_sends_what_waited_for_it(garage: Garage, auto: int) -> None:
    garage.carpass.report(garage.balie, auto, INVOER)
    zend(garage, Refused("CARPASS_AANMELDEN", "Car-Pass", status=401))
    assert zend(garage) == []
    garage.instellingen.set_geheim(garage.beheerder, CARPASS_WACHTWOORD, "beter")
    assert zend(garage, GOED, None) == ["report", "describe"]


def test_in_the_evening_of_maintenance_nothing_is_sent_and_nobody_alarmed(garage: Garage, auto: int) -> None:
    garage.klok.moment = moment(2026, 11, 26, 18, 30)  # Thursday half past seven in Brussels
    melding = garage.carpass.report(garage.balie, auto, replace(INVOER, datum=date(2026, 11, 26)))
    with garage.later(hours=2):
        assert zend(garage) == []
        assert (garage.carpass.badge(garage.balie), garage.carpass.poll(garage.balie)) == (0, 0)
    with garage.later(hours=5):
        assert zend(garage, GOED, None) == ["report", "describe"]
    assert nu(garage, melding).staat is Staat.AANVAARD


def test_a_refusal_on_sending_can_be_mended_and_sent_again(garage: Garage, auto: int) -> None:
    melding = garage.carpass.report(garage.balie, auto, INVOER)
    zend(garage, Refused("CARPASS_GEWEIGERD", "Car-Pass", status=422, tekst="onbekend voertuig"))
    geweigerd = nu(garage, melding)
    assert (geweigerd.staat, geweigerd.toelichting) == (Staat.GEWEIGERD, "onbekend voertuig")
    garage.carpass.submit(garage.balie, melding.id, geweigerd.versie, INVOER)
    assert zend(garage, GOED, None) == ["report", "describe"]


def test_two_workstations_send_it_once(garage: Garage, auto: int) -> None:
    melding = garage.carpass.keep(garage.balie, auto, INVOER)
    garage.carpass.submit(garage.wie("Balie", "Bram"), melding.id, melding.versie, INVOER)
    with pytest.raises(WerkplaatsError, match="MELDING_GEWIJZIGD") as fout:
        garage.carpass.submit(garage.wie("Balie", "Els"), melding.id, melding.versie, INVOER)
    assert fout.value.params["door"] == "Bram"
    assert zend(garage, GOED, None) == ["report", "describe"]


def test_a_status_never_seen_before_asks_for_a_person_and_is_asked_again(garage: Garage, auto: int) -> None:
    melding = garage.carpass.report(garage.balie, auto, INVOER)
    zend(garage, BEZIG, None)
    vraag(garage, antwoord(Uitspraak.ONBEKEND, status="SUSPENDED"))
    assert (nu(garage, melding).staat, nu(garage, melding).status) == (Staat.ONBEKEND, "SUSPENDED")
    assert garage.carpass.badge(garage.balie) == 1
    with garage.later(days=1):
        vraag(garage, GOED)
    assert nu(garage, melding).staat is Staat.AANVAARD


def test_no_answer_to_the_question_changes_nothing(garage: Garage, auto: int) -> None:
    melding = garage.carpass.report(garage.balie, auto, INVOER)
    zend(garage, BEZIG, None)
    assert vraag(garage, TIJD_OM) == 0
    assert nu(garage, melding).staat is Staat.VERSTUURD


@pytest.mark.parametrize("code", ["PARTIJ_GEEN_JSON", "PARTIJ_AFGEKAPT", "PARTIJ_TE_GROOT"])
def test_a_report_whose_answer_nobody_can_read_does_not_stand_before_the_others(
    garage: Garage, auto: int, code: str
) -> None:
    meldingen = [garage.carpass.report(garage.balie, auto, replace(INVOER, stand=131_501 + nr)) for nr in range(2)]
    zend(garage, BEZIG, BEZIG, None, None)
    assert vraag(garage, Garbled(code, "Car-Pass")) == 0
    assert vraag(garage, GOED) == 1
    assert [nu(garage, een).staat for een in meldingen] == [Staat.VERSTUURD, Staat.AANVAARD]
    with garage.later(minutes=31):
        assert vraag(garage, GOED) == 1
    assert nu(garage, meldingen[0]).staat is Staat.AANVAARD


@pytest.mark.parametrize("laat", [BEZIG, ANOMALIE, antwoord(Uitspraak.GEWEIGERD)], ids=["busy", "odd", "refused"])
def test_an_answer_from_before_a_correction_undoes_it_not(garage: Garage, auto: int, laat: StatusAntwoord) -> None:
    melding = garage.carpass.report(garage.balie, auto, replace(INVOER, activiteiten=(), omschrijving=""))
    zend(garage, BEZIG)

    def correct_next_door() -> None:
        garage.carpass_dienst.antwoorden.insert(0, ANOMALIE)
        garage.carpass.poll(garage.balie)
        gezien = nu(garage, melding)
        assert gezien.staat is Staat.ANOMALIE
        garage.carpass.submit(garage.balie, melding.id, gezien.versie, replace(INVOER, stand=141_501))

    garage.carpass_dienst.tijdens = correct_next_door
    vraag(garage, laat)

    assert nu(garage, melding).staat is Staat.TE_VERSTUREN
    assert zend(garage, GOED) == ["correct"]
    assert nu(garage, melding).staat is Staat.AANVAARD


def test_what_was_accepted_meanwhile_stays_so_whatever_the_next_answer_says(garage: Garage, auto: int) -> None:
    meldingen = [garage.carpass.report(garage.balie, auto, replace(INVOER, stand=131_501 + nr)) for nr in range(2)]
    zend(garage, BEZIG, BEZIG, None, None)

    def accept_both_next_door() -> None:
        garage.carpass_dienst.antwoorden[:0] = [GOED, GOED]
        assert garage.carpass.poll(garage.balie) == 2

    garage.carpass_dienst.tijdens = accept_both_next_door
    vraag(garage, BEZIG, antwoord(Uitspraak.GEWEIGERD))

    assert [nu(garage, een).staat for een in meldingen] == [Staat.AANVAARD, Staat.AANVAARD]


def test_not_reportable_has_a_reason_and_can_be_taken_back(garage: Garage, auto: int) -> None:
    melding = garage.carpass.keep(garage.balie, auto, INVOER)
    with pytest.raises(WerkplaatsError, match="MELDING_REDEN_LEEG"):
        garage.carpass.exempt(garage.balie, melding.id, melding.versie, Vrijstelling.ANDERS, " ")
    vrij = garage.carpass.exempt(garage.balie, melding.id, melding.versie, Vrijstelling.VOERTUIGSOORT)
    assert (vrij.staat, garage.carpass.badge(garage.balie)) == (Staat.NIET_MELDINGSPLICHTIG, 0)
    assert garage.carpass.reopen(garage.balie, melding.id, vrij.versie).staat is Staat.UITGESTELD


# Einde Service.


def einde(garage: Garage, auto: int, bezoek: Bezoek) -> int | None:
    with garage.store.begin(garage.balie) as werk:
        return concept_for(werk, auto, bezoek)


def test_the_end_of_a_visit_makes_one_concept_with_both_readings(garage: Garage, auto: int) -> None:
    tom = MonteurStand(142_906, "Tom", garage.klok.nu())
    nummer = einde(garage, auto, Bezoek(1, monteur=tom, regels=("Olie",)))
    assert nummer is not None
    assert einde(garage, auto, Bezoek(1)) == nummer
    melding = garage.carpass.look(garage.balie, nummer).melding
    assert melding is not None
    assert (melding.staat, melding.invoer.stand, melding.monteur) == (Staat.CONCEPT, 142_906, tom)
    assert garage.carpass.badge(garage.balie) == 1


def test_an_early_report_is_recognised_at_the_end_of_the_visit(garage: Garage, auto: int) -> None:
    vroeg = garage.carpass.report(garage.balie, auto, INVOER)
    assert einde(garage, auto, Bezoek(1)) == vroeg.id
    assert einde(garage, auto, Bezoek(2)) != vroeg.id


@pytest.mark.parametrize(
    ("soort", "klasse", "gemeld"),
    [("", "", True), ("Motorfiets", "", False), ("Aanhangwagen", "", False), ("", "M1", True), ("", "N2", False)],
)
def test_only_cars_that_are_reported_get_one(garage: Garage, soort: str, klasse: str, gemeld: bool) -> None:
    kaart = replace(AUTO, voertuigsoort=soort, europese_categorie=klasse)
    assert (einde(garage, garage.new_car(kaart).id, Bezoek(1)) is not None) is gemeld


def test_a_dutch_shop_reports_nothing(garage: Garage, auto: int) -> None:
    garage.configure(land="NL")
    assert einde(garage, auto, Bezoek(1)) is None


@pytest.mark.parametrize(
    ("aan", "centen", "staat"),
    [
        (True, 12_500, Staat.NIET_MELDINGSPLICHTIG),
        (True, 12_501, Staat.CONCEPT),
        (False, 100, Staat.CONCEPT),
    ],
)
def test_small_works_for_a_private_owner_are_exempt_where_the_shop_says_so(
    garage: Garage, aan: bool, centen: int, staat: Staat
) -> None:
    garage.configure(carpass_vrijstelling=aan)
    auto = garage.new_car(replace(AUTO, hoofdeigenaar=garage.new_owner())).id
    nummer = einde(garage, auto, Bezoek(1, stand=5, bedrag=Bedrag(centen)))
    assert nummer is not None
    melding = garage.carpass.look(garage.balie, nummer).melding
    assert melding is not None
    assert melding.staat is staat


# Account, list, rights.


def test_the_connection_is_tried_and_the_kinds_of_work_are_kept(garage: Garage, auto: int) -> None:
    garage.carpass_dienst.antwoorden[:] = [{"A01": "Onderhoud", "A04": "Remmen"}]
    assert garage.carpass.test_connection(garage.balie) == 2
    blik = garage.carpass.prepare(garage.balie, auto)
    assert blik.activiteiten == (("A01", "Onderhoud"), ("A04", "Remmen"))
    garage.carpass_dienst.antwoorden[:] = [Refused("CARPASS_AANMELDEN", "Car-Pass")]
    with pytest.raises(Refused):
        garage.carpass.test_connection(garage.balie)
    assert garage.carpass.prepare(garage.balie, auto).activiteiten == blik.activiteiten


def test_the_kinds_of_work_are_asked_for_anew_once_a_week_and_kept_where_there_is_no_answer(
    garage: Garage, auto: int
) -> None:
    garage.carpass_dienst.antwoorden[:] = [{"A01": "Onderhoud"}]
    assert garage.carpass.renew(garage.balie) == 1
    assert garage.carpass.renew(garage.balie) == 0
    garage.klok.moment = Moment(garage.klok.moment.utc + timedelta(days=7, seconds=1))
    garage.carpass_dienst.antwoorden[:] = [Unreachable("PARTIJ_ONBEREIKBAAR", "Car-Pass")]
    assert garage.carpass.renew(garage.balie) == 0
    assert garage.carpass.prepare(garage.balie, auto).activiteiten == (("A01", "Onderhoud"),)
    garage.carpass_dienst.antwoorden[:] = [{"A04": "Remmen"}]
    assert garage.carpass.renew(garage.balie) == 1
    assert garage.carpass.prepare(garage.balie, auto).activiteiten == (("A04", "Remmen"),)


def test_the_overview_counts_sorts_and_filters(garage: Garage, auto: int) -> None:
    garage.carpass.keep(garage.balie, auto, INVOER)
    garage.carpass.report(garage.balie, auto, replace(INVOER, stand=90))
    telling = garage.lijsten.counts(garage.balie, MELDING)
    assert telling == {"": 2, "aandacht": 1, "te_versturen": 1, "carpass": 0, "formulier": 0}
    regels = garage.lijsten.first(garage.balie, MELDING, Lijstvraag("stand", tekst="3dlm"))
    assert [(regel.stand, regel.staat) for regel in regels] == [(90, Staat.TE_VERSTUREN), (131_501, Staat.UITGESTELD)]
    assert garage.lijsten.first(garage.balie, MELDING, Lijstvraag("datum", keuze="formulier")) == ()


def test_a_mechanic_does_not_report(garage: Garage, auto: int) -> None:
    tom = garage.wie("Monteur", "Tom")
    with pytest.raises(GeenRecht):
        garage.carpass.report(tom, auto, INVOER)
    assert garage.carpass.badge(tom) == 0


def test_the_settings_take_the_typed_be_off(garage: Garage) -> None:
    inst = garage.instellingen.load(garage.beheerder).instellingen
    assert inst.carpass_btw == "0123456749"
    with pytest.raises(Ongeldig):
        garage.configure(carpass_btw="0123456748")
