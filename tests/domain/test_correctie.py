"""When the correction form is the way, and what keeps it from being printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from werkplaats.domain.carpass import MeldingInvoer
from werkplaats.domain.correctie import CorrectieInvoer, check_correctie, is_offered
from werkplaats.domain.melding import Issue, Melding, MeldingKop, Staat
from werkplaats.domain.moment import Moment, SysteemKlok

VANDAAG = date(2026, 11, 21)
GOED = CorrectieInvoer(115_288, VANDAAG, "15.288 ingetikt", ("Werkkaart",), "An Peeters", "an@example.be", "Turnhout")
NU: Moment = SysteemKlok().nu()
CORRIGEERBAAR = Issue("1", "KM_LOWER_THAN_PREVIOUS", "lager", True, True)


def melding(staat: Staat, *, correcties: int = 0, guid: str = "g", issues: tuple[Issue, ...] = ()) -> Melding:
    kop = MeldingKop(1, None, "Renault Mégane", "")
    return Melding(
        id=1,
        versie=1,
        shop_id=1,
        werkkaart_id=None,
        kop=kop,
        invoer=MeldingInvoer(15_288, VANDAAG, "VF1RFB00X62000519"),
        monteur=None,
        staat=staat,
        staat_sinds=NU,
        vroeg=False,
        vorige_km=None,
        vorige_datum=None,
        reden=None,
        toelichting="",
        guid=guid,
        status="",
        omschrijving_staat="",
        correcties=correcties,
        herverzonden=False,
        gemaakt_op=NU,
        gemaakt_door="An",
        gewijzigd_op=NU,
        gewijzigd_door="An",
        issues=issues,
    )


@pytest.mark.parametrize(("correcties", "offered"), [(0, False), (1, False), (2, True), (3, True)])
def test_after_so_many_failed_corrections_the_form_is_offered(correcties: int, offered: bool) -> None:
    assert is_offered(melding(Staat.ANOMALIE, correcties=correcties, issues=(CORRIGEERBAAR,)), 2) is offered


def test_what_cannot_be_corrected_has_the_form_at_once() -> None:
    assert is_offered(melding(Staat.ANOMALIE, issues=(replace(CORRIGEERBAAR, corrigeerbaar=False),)), 2)
    assert is_offered(melding(Staat.GEWEIGERD), 2)


def test_what_car_pass_never_took_is_sent_anew_instead() -> None:
    assert not is_offered(melding(Staat.GEWEIGERD, guid=""), 2)


@pytest.mark.parametrize("staat", set(Staat) - {Staat.ANOMALIE, Staat.GEWEIGERD})
def test_in_no_other_state_is_there_a_form(staat: Staat) -> None:
    assert not is_offered(melding(staat, correcties=9), 2)


def test_a_whole_form_has_nothing_wrong() -> None:
    assert check_correctie(GOED, VANDAAG) == ()


@pytest.mark.parametrize(
    ("invoer", "veld", "code"),
    [
        (replace(GOED, juist=None), "juist", "KM_LEEG"),
        (replace(GOED, juist=9_999_999), "juist", "KM_ONGELDIG"),
        (replace(GOED, juist=-1), "juist", "KM_ONGELDIG"),
        (replace(GOED, juist_op=None), "juist_op", "KM_DATUM_LEEG"),
        (replace(GOED, juist_op=VANDAAG + timedelta(1)), "juist_op", "CORRECTIE_DATUM"),
        (replace(GOED, reden=" "), "reden", "CORRECTIE_REDEN_LEEG"),
        (replace(GOED, reden="x" * 1001), "reden", "TEKST_TE_LANG"),
        (replace(GOED, bewijzen=("x",) * 21), "bewijzen", "CORRECTIE_BEWIJZEN"),
        (replace(GOED, contact=""), "contact", "CORRECTIE_CONTACT_LEEG"),
        (replace(GOED, contact_email="an@"), "contact_email", "EMAIL_ONLEESBAAR"),
    ],
)
def test_what_is_missing_is_told_at_its_field(invoer: CorrectieInvoer, veld: str, code: str) -> None:
    assert [(een.veld, een.code) for een in check_correctie(invoer, VANDAAG)] == [(veld, code)]
