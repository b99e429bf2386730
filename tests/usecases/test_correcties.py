"""The correction form after corrections that failed: kept, drawn, mailed, asked of Car-Pass, ticked and closed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.usecases.test_carpass import (  # noqa: F401 - the garage of a Belgian shop and its car are fixtures
    ANOMALIE,
    AUTO,
    BEZIG,
    GUID,
    INVOER,
    VANDAAG,
    auto,
    garage,
    its_time_comes,
    nu,
    vraag,
    zend,
)
from werkplaats.domain.correctie import CorrectieInvoer, Stap
from werkplaats.domain.mail import Mail
from werkplaats.domain.melding import Daad, Staat
from werkplaats.errors import Ongeldig, Unreachable, WerkplaatsError

if TYPE_CHECKING:
    from tests.usecases.garage import Garage
    from werkplaats.domain.melding import Melding

INGEVULD = CorrectieInvoer(141_501, VANDAAG, "Een cijfer vergeten", ("Werkkaart", " "), "An Peeters", "an@example.be")


@pytest.fixture
def vast(garage: Garage, auto: int) -> Melding:  # noqa: F811 - the fixtures named above
    """A report whose corrections failed twice."""
    melding = garage.carpass.report(garage.balie, auto, INVOER)
    zend(garage, BEZIG, None)
    vraag(garage, ANOMALIE)
    for stand in (131_600, 131_700):
        staat = nu(garage, melding)
        garage.carpass.submit(garage.balie, melding.id, staat.versie, replace(INVOER, stand=stand))
        its_time_comes(garage)
        assert zend(garage, ANOMALIE) == ["correct"]
    return nu(garage, melding)


def test_the_form_is_not_there_before_it_is_the_way(garage: Garage, auto: int) -> None:  # noqa: F811
    melding = garage.carpass.keep(garage.balie, auto, INVOER)
    with pytest.raises(WerkplaatsError, match="CORRECTIE_NOG_NIET"):
        garage.correcties.look(garage.balie, melding.id)
    with pytest.raises(WerkplaatsError, match="CORRECTIE_NOG_NIET"):
        garage.correcties.save(garage.balie, melding.id, melding.versie, INGEVULD)
    assert nu(garage, melding).staat is Staat.UITGESTELD


def test_it_begins_with_what_the_report_and_the_shop_know(garage: Garage, vast: Melding) -> None:  # noqa: F811
    blik = garage.correcties.look(garage.balie, vast.id)
    assert blik.correctie is None
    assert (blik.invoer.juist, blik.invoer.juist_op, blik.invoer.contact) == (None, VANDAAG, "Bram")


def test_kept_it_is_the_way_of_the_report_and_in_the_badge(garage: Garage, vast: Melding) -> None:  # noqa: F811
    with pytest.raises(Ongeldig):
        garage.correcties.save(garage.balie, vast.id, vast.versie, replace(INGEVULD, reden=""))
    assert nu(garage, vast).staat is Staat.ANOMALIE
    correctie = garage.correcties.save(garage.balie, vast.id, vast.versie, INGEVULD)
    assert correctie.invoer == replace(INGEVULD, bewijzen=("Werkkaart",))
    assert nu(garage, vast).staat is Staat.CORRECTIEFORMULIER
    assert garage.carpass.badge(garage.balie) == 1


def test_of_two_workstations_the_second_is_told(garage: Garage, vast: Melding) -> None:  # noqa: F811
    garage.correcties.save(garage.balie, vast.id, vast.versie, INGEVULD)
    with pytest.raises(WerkplaatsError, match="MELDING_GEWIJZIGD"):
        garage.correcties.save(garage.balie, vast.id, vast.versie, replace(INGEVULD, reden="anders"))


def test_the_paper_says_what_was_reported_and_what_is_right(garage: Garage, vast: Melding) -> None:  # noqa: F811
    with pytest.raises(WerkplaatsError, match="CORRECTIE_NOG_NIET"):
        garage.correcties.formulier(garage.balie, vast.id)
    garage.correcties.save(garage.balie, vast.id, vast.versie, INGEVULD)
    (tekst,) = garage.papier.teksten(garage.correcties.formulier(garage.balie, vast.id))
    for deel in ("131.700 km", "141.501 km", "Een cijfer vergeten", "Werkkaart", "An Peeters", "VF1RFB00X62000519"):
        assert deel in tekst, deel


def test_mailed_it_is_kept_with_the_report_and_waits_in_the_postbus(garage: Garage, vast: Melding) -> None:  # noqa: F811
    garage.correcties.save(garage.balie, vast.id, vast.versie, INGEVULD)
    mail = Mail("an@example.be", "Correctieformulier", "Zie de bijlage.")
    garage.correcties.mail(garage.balie, vast.id, "formulier.pdf", mail)
    with garage.store.read() as lezing:
        (bijlage,) = lezing.bijlagen.van("carpass", vast.id)
    assert bijlage.naam == "formulier.pdf"
    assert [een.kop for een in garage.postbus.list(garage.balie) if een.soort == "mail"] == [
        "an@example.be: Correctieformulier"
    ]
    with pytest.raises(Ongeldig):
        garage.correcties.mail(garage.balie, vast.id, "x.pdf", replace(mail, onderwerp="a\r\nBcc: b@example.be"))
    with garage.store.read() as lezing:
        assert len(lezing.bijlagen.van("carpass", vast.id)) == 1, "what is refused leaves nothing"


def test_asked_of_car_pass_its_step_is_ticked_once_it_arrived(garage: Garage, vast: Melding) -> None:  # noqa: F811
    garage.correcties.save(garage.balie, vast.id, vast.versie, INGEVULD)
    garage.correcties.send(garage.balie, vast.id, nu(garage, vast).versie)
    zend(garage, Unreachable("PARTIJ_TIJD_OM", "Car-Pass"))
    correctie = garage.correcties.look(garage.balie, vast.id).correctie
    assert correctie is not None
    assert correctie.stappen == ()
    its_time_comes(garage)
    assert zend(garage, None) == ["ask_by_hand"]
    (naam, (guid, gevraagd)) = garage.carpass_dienst.gevraagd[0]
    assert (naam, guid, gevraagd.juist, gevraagd.juist_op) == ("ask_by_hand", GUID, 141_501, VANDAAG)
    correctie = garage.correcties.look(garage.balie, vast.id).correctie
    assert correctie is not None
    assert correctie.has(Stap.VERSTUURD)


def test_each_step_keeps_who_ticked_it_and_the_last_one_closes(garage: Garage, vast: Melding) -> None:  # noqa: F811
    garage.correcties.save(garage.balie, vast.id, vast.versie, INGEVULD)
    stappen: set[Stap] = set()
    for stap in (Stap.GEDRUKT, Stap.ONDERTEKEND, Stap.VERSTUURD):
        stappen.add(stap)
        correctie = garage.correcties.tick(garage.balie, vast.id, nu(garage, vast).versie, stappen)
        assert [een.stap for een in correctie.stappen][-1] is stap
        assert correctie.stappen[-1].door == "Bram"
        assert nu(garage, vast).staat is Staat.CORRECTIEFORMULIER
    correctie = garage.correcties.tick(garage.balie, vast.id, nu(garage, vast).versie, stappen - {Stap.VERSTUURD})
    assert not correctie.has(Stap.VERSTUURD)
    garage.correcties.tick(garage.balie, vast.id, nu(garage, vast).versie, {*stappen, Stap.AFGEHANDELD})
    assert nu(garage, vast).staat is Staat.GESLOTEN
    assert garage.carpass.badge(garage.balie) == 0


def test_the_site_for_professionals_opens_in_the_browser(garage: Garage) -> None:  # noqa: F811
    garage.correcties.open_website(garage.balie)
    assert garage.browser.paginas == ["https://carpass.example/"]


def test_a_report_whose_paper_was_never_filled_in_here_gives_an_empty_one(garage: Garage, auto: int) -> None:  # noqa: F811
    melding = garage.carpass.report(garage.balie, auto, INVOER)
    zend(garage, BEZIG, None)
    vraag(garage, ANOMALIE)
    with garage.store.begin(garage.balie) as werk:
        werk.meldingen.move(melding.id, Daad.FORMULIER, "formulier")
    blik = garage.correcties.look(garage.balie, melding.id)
    assert (blik.correctie, blik.invoer.contact) == (None, "Bram")
