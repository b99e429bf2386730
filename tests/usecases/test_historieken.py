"""The history of a car from the counter until the document lies with the car: asked once, fetched, remembered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.usecases.test_carpass import AUTO, TIJD_OM, antwoord
from werkplaats.domain.carpass_antwoord import Uitspraak
from werkplaats.domain.carpass_historiek import HistoriekAntwoord, HistoriekInvoer, HistoriekStand, Staat
from werkplaats.domain.instellingen import CARPASS_WACHTWOORD
from werkplaats.domain.kmstand import KmInvoer
from werkplaats.domain.melding import Issue
from werkplaats.domain.postbus import Besluit
from werkplaats.domain.postbus import Staat as BerichtStaat
from werkplaats.errors import Garbled, GeenRecht, Ongeldig, PartijFout, Refused, Unreachable, WerkplaatsError
from werkplaats.usecases.historiek_bericht import HistoriekVerzender
from werkplaats.usecases.postbus import Postbus

if TYPE_CHECKING:
    from tests.usecases.garage import Garage
    from werkplaats.domain.bijlage import Bijlage
    from werkplaats.domain.carpass_historiek import Historiek

INVOER = HistoriekInvoer(131_501, "VF1RFB00X62000519")
PDF = b"%PDF-1.4\nde historiek\n%%EOF\n"
URL = "https://public.car-pass.be/vhr/3f2a9c10"
STANDEN = (HistoriekStand(date(2025, 11, 3), 120_000, "Onderhoud"), HistoriekStand(date(2026, 11, 24), 131_501))
GEVRAAGD = antwoord(Uitspraak.BEZIG)
KLAAR = HistoriekAntwoord("ACCEPTED", Uitspraak.AANVAARD, URL, PDF, STANDEN)
BEZIG = HistoriekAntwoord("ONGOING", Uitspraak.BEZIG, "")
WEG = Unreachable("PARTIJ_ONBEREIKBAAR", "Car-Pass")


@pytest.fixture
def garage(garage: Garage) -> Garage:
    """A Belgian garage with an account at Car-Pass."""
    garage.configure(land="BE", carpass_btw="0123456749", carpass_gebruiker="2000000141")
    garage.instellingen.set_geheim(garage.beheerder, CARPASS_WACHTWOORD, "geheim")
    return garage


@pytest.fixture
def auto(garage: Garage) -> int:
    return garage.new_car(AUTO).id


def round_(garage: Garage, *antwoorden: object) -> list[str]:
    """One round of a window against these answers; gives what was asked of Car-Pass."""
    dienst = garage.carpass_dienst
    dienst.antwoorden[:] = antwoorden
    dienst.gevraagd.clear()
    garage.postbus.send_due(garage.balie)
    garage.historieken.poll(garage.balie)
    assert dienst.antwoorden == []
    return [naam for naam, _waarden in dienst.gevraagd]


def ask(garage: Garage, auto: int, *antwoorden: object) -> Historiek:
    historiek = garage.historieken.ask(garage.balie, auto, INVOER)
    round_(garage, *antwoorden)
    return nu(garage, historiek)


def nu(garage: Garage, historiek: Historiek) -> Historiek:
    alle = garage.historieken.look(garage.balie, historiek.voertuig_id).alle
    return next(een for een in alle if een.id == historiek.id)


def files(garage: Garage, auto: int) -> tuple[Bijlage, ...]:
    return garage.bijlagen.van(garage.balie, "voertuig", auto)


def test_it_is_asked_fetched_and_kept_with_the_car(garage: Garage, auto: int) -> None:
    historiek = garage.historieken.ask(garage.balie, auto, INVOER)
    assert (historiek.staat, files(garage, auto)) == (Staat.AAN_TE_VRAGEN, ())

    assert round_(garage, GEVRAAGD, KLAAR) == ["ask_history", "history"]

    klaar = nu(garage, historiek)
    assert (klaar.staat, klaar.url, klaar.standen) == (Staat.ONTVANGEN, URL, STANDEN)
    assert klaar.geldig_tot == date(2027, 1, 24)
    (bijlage,) = files(garage, auto)
    assert bijlage.naam == "Car-Pass historiek 3-DLM-096 24-11-2026.pdf"
    assert (bijlage.id, bijlage.soort) == (klaar.bijlage_id, "application/pdf")
    assert garage.historieken.pdf(garage.balie, klaar.id) == garage.bijlagen.inhoud(garage.balie, bijlage.id) == PDF
    regels = garage.voertuigen.logboek(garage.balie, auto)
    assert [regel.na for regel in regels if regel.veld == "bijlage"] == [bijlage.naam]
    assert round_(garage) == []


def test_what_goes_out_is_the_reading_of_today(garage: Garage, auto: int) -> None:
    garage.historieken.ask(garage.balie, auto, replace(INVOER, vin=" vf1rfb00x-62000519 "))
    round_(garage, GEVRAAGD, KLAAR)
    (_naam, (waarneming,)), *_rest = garage.carpass_dienst.gevraagd
    assert (waarneming.vin, waarneming.kenteken, waarneming.stand) == (INVOER.vin, "3DLM096", 131_501)
    assert waarneming.datum == date(2026, 11, 24)


def test_a_reading_of_today_stands_ready(garage: Garage, auto: int) -> None:
    assert garage.historieken.look(garage.balie, auto).invoer == replace(INVOER, stand=None)
    garage.kmstanden.add(garage.balie, auto, KmInvoer(131_501, date(2026, 11, 24)))
    assert garage.historieken.look(garage.balie, auto).invoer == INVOER


def test_pressed_twice_it_is_asked_once(garage: Garage, auto: int) -> None:
    eerst = garage.historieken.ask(garage.balie, auto, INVOER)
    weer = garage.historieken.ask(garage.balie, auto, replace(INVOER, stand=131_502), opnieuw=True)
    assert weer == eerst
    assert round_(garage, GEVRAAGD, KLAAR) == ["ask_history", "history"]


def test_while_it_may_be_shown_the_known_one_is_given_and_after_two_months_a_new_one_asked(
    garage: Garage, auto: int
) -> None:
    eerst = ask(garage, auto, GEVRAAGD, KLAAR)
    with garage.later(days=61):
        # 24 January in Brussels: the last day.
        assert garage.historieken.ask(garage.balie, auto, INVOER).id == eerst.id
        assert garage.historieken.look(garage.balie, auto).laatste == eerst
    with garage.later(days=62):
        nieuw = garage.historieken.ask(garage.balie, auto, INVOER)
        assert nieuw.id != eerst.id
        assert garage.historieken.look(garage.balie, auto).laatste == nieuw


def test_a_person_may_ask_anew_while_one_may_be_shown_still(garage: Garage, auto: int) -> None:
    eerst = ask(garage, auto, GEVRAAGD, KLAAR)
    nieuw = garage.historieken.ask(garage.balie, auto, INVOER, opnieuw=True)
    assert (nieuw.id == eerst.id, nieuw.staat) == (False, Staat.AAN_TE_VRAGEN)


def test_a_refused_one_does_not_hide_the_one_that_may_be_shown(garage: Garage, auto: int) -> None:
    eerst = ask(garage, auto, GEVRAAGD, KLAAR)
    garage.historieken.ask(garage.balie, auto, INVOER, opnieuw=True)
    round_(garage, Refused("CARPASS_GEWEIGERD", "Car-Pass", status=422, tekst="nee"))
    assert garage.historieken.look(garage.balie, auto).laatste == eerst


def test_it_is_not_ready_yet_and_asked_after_again(garage: Garage, auto: int) -> None:
    historiek = ask(garage, auto, GEVRAAGD, BEZIG)
    assert historiek.staat is Staat.AANGEVRAAGD
    assert round_(garage) == []  # not at once again
    with garage.later(minutes=10):
        assert round_(garage, BEZIG) == ["history"]
    with garage.later(hours=1):
        assert round_(garage, KLAAR) == ["history"]
    klaar = nu(garage, historiek)
    assert (klaar.staat, len(files(garage, auto))) == (Staat.ONTVANGEN, 1)
    # The two months run from the day on which Car-Pass took it.
    assert klaar.gevraagd_op == historiek.gevraagd_op


@pytest.mark.parametrize(
    "fout",
    [
        WEG,
        Unreachable("PARTIJ_TIJD_OM", "Car-Pass"),
        Garbled("PARTIJ_GEEN_JSON", "Car-Pass"),
        Garbled("PARTIJ_AFGEKAPT", "Car-Pass"),
        Garbled("PARTIJ_TE_GROOT", "Car-Pass"),
        Garbled("CARPASS_PDF_STUK", "Car-Pass"),
        Unreachable("CARPASS_DICHT", "Car-Pass", wacht=None),
    ],
    ids=lambda fout: str(fout.code),
)
def test_an_answer_that_is_none_is_told_and_fetched_later(garage: Garage, auto: int, fout: PartijFout) -> None:
    historiek = ask(garage, auto, GEVRAAGD, fout)
    assert (historiek.staat, historiek.toelichting) == (Staat.AANGEVRAAGD, fout.code)
    assert files(garage, auto) == ()
    with garage.later(hours=2):
        assert round_(garage, KLAAR) == ["history"]
    klaar = nu(garage, historiek)
    assert (klaar.staat, klaar.toelichting, len(files(garage, auto))) == (Staat.ONTVANGEN, "", 1)


def test_a_password_that_is_refused_half_way_waits_for_the_settings(garage: Garage, auto: int) -> None:
    historiek = ask(garage, auto, GEVRAAGD, Refused("CARPASS_AANMELDEN", "Car-Pass", status=401))
    assert (historiek.staat, historiek.toelichting) == (Staat.AANGEVRAAGD, "CARPASS_AANMELDEN")
    garage.instellingen.set_geheim(garage.beheerder, CARPASS_WACHTWOORD, "nieuw")
    assert round_(garage, KLAAR) == ["history"]
    assert nu(garage, historiek).staat is Staat.ONTVANGEN


@pytest.mark.parametrize(
    ("gezegd", "reden"),
    [
        (HistoriekAntwoord("REJECTED", Uitspraak.GEWEIGERD, "", tekst="stand klopt niet"), "stand klopt niet"),
        (HistoriekAntwoord("REJECTED", Uitspraak.GEWEIGERD, ""), "HISTORIEK_GEWEIGERD"),
        (Refused("CARPASS_GEWEIGERD", "Car-Pass", status=404, tekst="onbekend"), "onbekend"),
    ],
)
def test_a_refusal_is_told_and_another_may_be_asked(garage: Garage, auto: int, gezegd: object, reden: str) -> None:
    historiek = ask(garage, auto, GEVRAAGD, gezegd)
    assert (historiek.staat, historiek.toelichting) == (Staat.GEWEIGERD, reden)
    assert garage.historieken.ask(garage.balie, auto, replace(INVOER, stand=141_501)).id != historiek.id


def test_a_request_that_is_refused_at_once_is_told(garage: Garage, auto: int) -> None:
    historiek = ask(garage, auto, Refused("CARPASS_GEWEIGERD", "Car-Pass", status=422, tekst="onbekend voertuig"))
    assert (historiek.staat, historiek.toelichting) == (Staat.GEWEIGERD, "onbekend voertuig")
    ander = garage.historieken.ask(garage.balie, auto, INVOER)
    round_(garage, antwoord(Uitspraak.GEWEIGERD, Issue("1", "", "stand klopt niet", False, False)))
    assert (nu(garage, ander).staat, nu(garage, ander).toelichting) == (Staat.GEWEIGERD, "stand klopt niet")


@pytest.mark.parametrize(
    ("gezegd", "reden"),
    [
        (HistoriekAntwoord("ACCEPTED", Uitspraak.AANVAARD, URL), "HISTORIEK_ZONDER_PDF"),
        (HistoriekAntwoord("SUSPENDED", Uitspraak.ONBEKEND, ""), "SUSPENDED"),
    ],
)
def test_what_is_odd_is_shown_and_asked_after(garage: Garage, auto: int, gezegd: object, reden: str) -> None:
    historiek = ask(garage, auto, GEVRAAGD, gezegd)
    assert (historiek.staat, historiek.toelichting) == (Staat.AANGEVRAAGD, reden)
    with garage.later(hours=2):
        round_(garage, KLAAR)
    assert nu(garage, historiek).staat is Staat.ONTVANGEN


def test_with_the_network_gone_it_waits_and_goes_later_once(garage: Garage, auto: int) -> None:
    historiek = ask(garage, auto, WEG)
    assert (historiek.staat, historiek.toelichting) == (Staat.AAN_TE_VRAGEN, "PARTIJ_ONBEREIKBAAR")
    with garage.store.begin(garage.balie) as werk:
        werk.meldingen.wake(garage.balie.shop_id)
    assert round_(garage, GEVRAAGD, KLAAR) == ["ask_history", "history"]
    assert nu(garage, historiek).staat is Staat.ONTVANGEN


def test_in_doubt_nothing_goes_twice_until_a_person_decides(garage: Garage, auto: int) -> None:
    historiek = ask(garage, auto, TIJD_OM)
    assert (historiek.staat, historiek.toelichting) == (Staat.ONZEKER, "PARTIJ_TIJD_OM")
    assert round_(garage) == []
    assert garage.historieken.ask(garage.balie, auto, INVOER).id == historiek.id
    assert garage.historieken.decide(garage.balie, historiek.id, opnieuw=True).staat is Staat.AAN_TE_VRAGEN
    assert round_(garage, GEVRAAGD, KLAAR) == ["ask_history", "history"]


def test_one_in_doubt_may_be_let_be_here_or_in_the_postbus(garage: Garage, auto: int) -> None:
    historiek = ask(garage, auto, TIJD_OM)
    gelaten = garage.historieken.decide(garage.balie, historiek.id, opnieuw=False)
    assert (gelaten.staat, gelaten.toelichting) == (Staat.VERVALLEN, "HISTORIEK_ZONDER_NAAM")
    with pytest.raises(WerkplaatsError, match="HISTORIEK_KAN_NIET"):
        garage.historieken.decide(garage.balie, historiek.id, opnieuw=True)
    ander = ask(garage, auto, TIJD_OM)
    (bericht,) = garage.postbus.list(garage.balie, [BerichtStaat.ONZEKER])
    garage.postbus.decide(garage.balie, bericht.id, Besluit.AANGEKOMEN)
    assert nu(garage, ander).staat is Staat.VERVALLEN


def test_taken_back_in_the_postbus_it_is_gone(garage: Garage, auto: int) -> None:
    historiek = garage.historieken.ask(garage.balie, auto, INVOER)
    (bericht,) = garage.postbus.list(garage.balie)
    assert bericht.kop == "Car-Pass 3-DLM-096"
    garage.postbus.withdraw(garage.balie, bericht.id)
    assert nu(garage, historiek).staat is Staat.VERVALLEN
    assert round_(garage) == []


class Killed(BaseException):
    """The program is gone: nothing more is written."""


def test_killed_before_the_answer_a_person_decides(garage: Garage, auto: int) -> None:
    """Car-Pass may have it, and nobody knows its name: it is not asked again by itself."""
    historiek = garage.historieken.ask(garage.balie, auto, INVOER)
    garage.carpass_dienst.antwoorden[:] = [Killed()]

    def die(*_waarden: object) -> object:
        raise Killed

    dienst = garage.carpass_dienst
    dienst.__dict__["ask_history"] = die
    kort = Postbus(garage.store, garage.kluis, (HistoriekVerzender(dienst),), lease=timedelta(seconds=-1))  # type: ignore[arg-type]  # the stand-in of the tests
    # A dead process writes nothing any more, so the attempt stays open until its lease runs out.
    kort._answer = lambda *_waarden: None  # type: ignore[method-assign]  # as above
    with pytest.raises(Killed):
        kort.send_due(garage.balie)
    del dienst.__dict__["ask_history"]
    dienst.antwoorden.clear()
    assert round_(garage) == []
    assert nu(garage, historiek).staat is Staat.ONZEKER


def test_killed_after_the_answer_it_is_found_again_by_asking_after_it(garage: Garage, auto: int) -> None:
    historiek = garage.historieken.ask(garage.balie, auto, INVOER)
    garage.carpass_dienst.antwoorden[:] = [GEVRAAGD]
    garage.postbus.send_due(garage.balie)
    # The program died here; another begins.
    assert round_(garage, KLAAR) == ["history"]
    assert nu(garage, historiek).staat is Staat.ONTVANGEN


def test_two_windows_that_hear_it_at_once_keep_one_document(garage: Garage, auto: int) -> None:
    ask(garage, auto, GEVRAAGD, BEZIG)
    dienst = garage.carpass_dienst

    def meanwhile(*_waarden: object) -> HistoriekAntwoord:
        del dienst.__dict__["history"]
        dienst.antwoorden[:] = [KLAAR]
        garage.historieken.poll(garage.balie)
        return KLAAR

    dienst.__dict__["history"] = meanwhile
    with garage.later(hours=1):
        garage.historieken.poll(garage.balie)
    assert len(files(garage, auto)) == 1


def test_a_document_that_was_taken_away_is_fetched_anew_without_asking(garage: Garage, auto: int) -> None:
    historiek = ask(garage, auto, GEVRAAGD, KLAAR)
    (bijlage,) = files(garage, auto)
    garage.bijlagen.remove(garage.balie, bijlage.id)
    with pytest.raises(WerkplaatsError, match="HISTORIEK_PDF_WEG"):
        garage.historieken.pdf(garage.balie, historiek.id)
    garage.historieken.fetch_again(garage.balie, historiek.id)
    assert round_(garage, KLAAR) == ["history"]
    weer = nu(garage, historiek)
    assert garage.historieken.pdf(garage.balie, weer.id) == PDF
    assert weer.geldig_tot == historiek.geldig_tot


def test_the_public_page_opens_in_the_browser(garage: Garage, auto: int) -> None:
    historiek = ask(garage, auto, GEVRAAGD, BEZIG)
    with pytest.raises(WerkplaatsError, match="HISTORIEK_KAN_NIET"):
        garage.historieken.open_public(garage.balie, historiek.id)
    with garage.later(hours=1):
        round_(garage, KLAAR)
    assert garage.historieken.open_public(garage.balie, historiek.id) == URL
    assert garage.browser.paginas == [URL]


def test_where_car_pass_names_no_address_it_is_the_known_one(garage: Garage, auto: int) -> None:
    historiek = ask(garage, auto, GEVRAAGD, replace(KLAAR, url=""))
    assert historiek.url == "https://public.example/3f2a9c10"
    assert garage.historieken.open_public(garage.balie, historiek.id) == historiek.url


def test_what_cannot_be_is_refused_and_what_is_odd_goes(garage: Garage, auto: int) -> None:
    for fout in (replace(INVOER, stand=None), replace(INVOER, stand=-1), replace(INVOER, vin="")):
        with pytest.raises(Ongeldig):
            garage.historieken.ask(garage.balie, auto, fout)
    assert garage.historieken.look(garage.balie, auto).alle == ()
    garage.kmstanden.add(garage.balie, auto, KmInvoer(140_000, date(2026, 5, 8)))
    assert garage.historieken.ask(garage.balie, auto, INVOER).staat is Staat.AAN_TE_VRAGEN


@pytest.mark.parametrize("weg", ["account", "wachtwoord"])
def test_without_an_account_nothing_is_laid_ready(garage: Garage, auto: int, weg: str) -> None:
    if weg == "account":
        garage.configure(carpass_gebruiker="")
    else:
        garage.instellingen.set_geheim(garage.beheerder, CARPASS_WACHTWOORD, "")
    with pytest.raises(WerkplaatsError, match="CARPASS_NIET_INGESTELD"):
        garage.historieken.ask(garage.balie, auto, INVOER)
    assert garage.postbus.list(garage.balie) == ()


def test_a_mechanic_may_not(garage: Garage, auto: int) -> None:
    with pytest.raises(GeenRecht):
        garage.historieken.ask(garage.wie("Monteur"), auto, INVOER)


def test_on_the_evening_of_maintenance_nothing_is_asked(garage: Garage, auto: int) -> None:
    ask(garage, auto, GEVRAAGD, BEZIG)
    # Thursday 26 November, 20:00 in Brussels.
    with garage.later(days=2, hours=11):
        assert (garage.historieken.to_ask(garage.balie), round_(garage)) == (0, [])
    with garage.later(days=3):
        assert garage.historieken.to_ask(garage.balie) == 1
