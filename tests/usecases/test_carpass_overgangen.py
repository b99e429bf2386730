"""Every state of a report beside everything that may happen to it: where it leads, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import update

from tests.usecases.garage import Garage, moment
from tests.usecases.test_carpass import (
    ANOMALIE,
    AUTO,
    BEZIG,
    GOED,
    INVOER,
    TIJD_OM,
    antwoord,
    its_time_comes,
    nu,
    vraag,
    zend,
)
from tests.usecases.test_correcties import INGEVULD
from werkplaats.domain.carpass import Vrijstelling
from werkplaats.domain.carpass_antwoord import Uitspraak
from werkplaats.domain.correctie import Stap
from werkplaats.domain.instellingen import CARPASS_WACHTWOORD
from werkplaats.domain.melding import Issue, Staat
from werkplaats.domain.postbus import Besluit
from werkplaats.domain.postbus import Staat as BerichtStaat
from werkplaats.errors import Refused, WerkplaatsError
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.melding import MeldingRij
from werkplaats.store.rows.postbus import UitgaandRij
from werkplaats.usecases.meldingen_schrijven import Bezoek, concept_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.melding import Melding
    from werkplaats.domain.moment import VasteKlok
    from werkplaats.store.opslag import Store

_MELDING, _UITGAAND = tabel(MeldingRij), tabel(UitgaandRij)
KORT = replace(INVOER, activiteiten=(), omschrijving="")
"""Without works: then no description follows the report."""

VAST = Issue("9", "NOT_CORRECTABLE", "nee", False, False)
NEE = Refused("CARPASS_GEWEIGERD", "Car-Pass", status=422, tekst="nee")
WACHT, VREEMD = antwoord(Uitspraak.WACHT_OP_DIV), antwoord(Uitspraak.ONBEKEND, status="SUSPENDED")
AFGEWEZEN = antwoord(Uitspraak.GEWEIGERD, VAST)

S = Staat
DOORGEGAAN: dict[str, dict[Staat, Staat]] = {
    "versturen": {
        S.CONCEPT: S.TE_VERSTUREN,
        S.UITGESTELD: S.TE_VERSTUREN,
        S.ANOMALIE: S.TE_VERSTUREN,
    },
    # Closing a window that decided nothing is no deed: where there is nothing to put off, all stays as it is.
    "niet doorsturen": {**{staat: staat for staat in S}, S.CONCEPT: S.UITGESTELD},
    "vrijstellen": {S.CONCEPT: S.NIET_MELDINGSPLICHTIG, S.UITGESTELD: S.NIET_MELDINGSPLICHTIG},
    "toch melden": {S.NIET_MELDINGSPLICHTIG: S.UITGESTELD},
    "bevestigen": {S.ANOMALIE: S.TE_VERSTUREN},
    "is aangekomen": {S.ONZEKER: S.AANVAARD},
    "opnieuw versturen": {S.ONZEKER: S.TE_VERSTUREN},
    "intrekken": {S.TE_VERSTUREN: S.UITGESTELD},
    "formulier": {S.GEWEIGERD: S.CORRECTIEFORMULIER, S.CORRECTIEFORMULIER: S.CORRECTIEFORMULIER},
    "afhandelen": {S.CORRECTIEFORMULIER: S.GESLOTEN},
}
"""What a person does, and from which state it leads where; from every other one it is refused."""

BIJ_CARPASS = (S.VERSTUURD, S.WACHT_OP_DIV, S.ONBEKEND)
ANTWOORDEN = {
    "in behandeling": (BEZIG, S.VERSTUURD),
    "wacht op DIV": (WACHT, S.WACHT_OP_DIV),
    "aanvaard": (GOED, S.AANVAARD),
    "afwijking": (ANOMALIE, S.ANOMALIE),
    "geweigerd": (AFGEWEZEN, S.GEWEIGERD),
    "vreemd": (VREEMD, S.ONBEKEND),
}
"""What Car-Pass answers when it is asked, and where that leads from each state in which it is asked."""


@pytest.fixture
def garage(sqlite_store: Store, klok: VasteKlok) -> Garage:
    """A Belgian garage with an account; the table is the same on either database, so one will do."""
    klok.moment = moment(2026, 11, 24)
    garage = Garage(sqlite_store, klok)
    garage.configure(land="BE", carpass_btw="BE 0123.456.749", carpass_gebruiker="2000000141")
    garage.instellingen.set_geheim(garage.beheerder, CARPASS_WACHTWOORD, "geheim")
    return garage


@pytest.fixture
def auto(garage: Garage) -> int:
    return garage.new_car(AUTO).id


def in_state(garage: Garage, auto: int, staat: Staat) -> Melding:
    """A report that came to this state as reports do."""
    wie, carpass = garage.balie, garage.carpass
    if staat is S.CONCEPT:
        with garage.store.begin(wie) as werk:
            nummer = concept_for(werk, auto, Bezoek(werk.nu.utc.microsecond + 1, stand=131_501))
        assert nummer is not None
        return _get(garage, nummer)
    if staat in (S.UITGESTELD, S.NIET_MELDINGSPLICHTIG):
        melding = carpass.keep(wie, auto, KORT)
        vrij = partial(carpass.exempt, wie, melding.id, melding.versie, Vrijstelling.VOERTUIGSOORT)
        return melding if staat is S.UITGESTELD else vrij()
    melding = carpass.report(wie, auto, KORT)
    eerste = {
        S.VERSTUURD: BEZIG,
        S.WACHT_OP_DIV: WACHT,
        S.AANVAARD: GOED,
        S.ANOMALIE: ANOMALIE,
        S.ONZEKER: TIJD_OM,
        S.ONBEKEND: VREEMD,
    }
    if staat is not S.TE_VERSTUREN:
        zend(garage, eerste.get(staat, AFGEWEZEN))
    if staat in (S.CORRECTIEFORMULIER, S.GESLOTEN):
        garage.correcties.save(wie, melding.id, nu(garage, melding).versie, INGEVULD)
    if staat is S.GESLOTEN:
        garage.correcties.tick(wie, melding.id, nu(garage, melding).versie, [Stap.AFGEHANDELD])
    return nu(garage, melding)


def deeds(garage: Garage, melding: Melding) -> dict[str, Callable[[], Any]]:
    """All that a person can try with a report, by the words of the table."""
    carpass, correcties, postbus = garage.carpass, garage.correcties, garage.postbus
    deze = (garage.balie, melding.id, melding.versie)
    return {
        "versturen": partial(carpass.submit, *deze, KORT),
        "niet doorsturen": partial(carpass.postpone, *deze, KORT),
        "vrijstellen": partial(carpass.exempt, *deze, Vrijstelling.VOERTUIGSOORT),
        "toch melden": partial(carpass.reopen, *deze),
        "bevestigen": partial(carpass.confirm, *deze, "7"),
        "is aangekomen": partial(carpass.decide, *deze, aangekomen=True),
        "opnieuw versturen": partial(carpass.decide, *deze, aangekomen=False),
        "intrekken": lambda: postbus.withdraw(garage.balie, _message(garage, melding)),
        "formulier": partial(correcties.save, *deze, INGEVULD),
        "afhandelen": partial(correcties.tick, *deze, [Stap.AFGEHANDELD]),
    }


@pytest.mark.parametrize("staat", list(Staat))
def test_what_a_person_does_leads_where_the_table_says_and_is_refused_elsewhere(
    garage: Garage,
    auto: int,
    staat: Staat,
) -> None:
    melding = in_state(garage, auto, staat)
    assert melding.staat is staat
    gebeurd: dict[str, Staat] = {}
    for daad in DOORGEGAAN:
        refused = _refusal(deeds(garage, melding)[daad])
        daarna = nu(garage, melding)
        if refused:
            assert (daad, refused in _GEWEIGERD, daarna) == (daad, True, melding)
            continue
        gebeurd[daad] = daarna.staat
        if daarna != melding:
            _forget(garage)
            melding = in_state(garage, auto, staat)
    assert gebeurd == {daad: naar[staat] for daad, naar in DOORGEGAAN.items() if staat in naar}


def _refusal(daad: Callable[[], Any]) -> str:
    try:
        daad()
    except WerkplaatsError as fout:
        return fout.code
    return ""


_GEWEIGERD = frozenset({"MELDING_KAN_NIET", "CORRECTIE_NOG_NIET", "POSTBUS_NIET_INTREKBAAR", "NIET_GEVONDEN"})


@pytest.mark.parametrize("staat", BIJ_CARPASS)
def test_each_answer_leads_where_the_table_says(garage: Garage, auto: int, staat: Staat) -> None:
    gebeurd = {}
    for woord, (zegt, _naar) in ANTWOORDEN.items():
        melding = in_state(garage, auto, staat)
        assert vraag(garage, zegt) == 1
        gebeurd[woord] = nu(garage, melding).staat
        _forget(garage)
    assert gebeurd == {woord: naar for woord, (_zegt, naar) in ANTWOORDEN.items()}


@pytest.mark.parametrize("staat", [staat for staat in Staat if staat not in BIJ_CARPASS])
def test_of_a_report_that_is_not_with_car_pass_nobody_asks(garage: Garage, auto: int, staat: Staat) -> None:
    melding = in_state(garage, auto, staat)
    assert vraag(garage) == 0
    assert nu(garage, melding) == melding


@pytest.mark.parametrize(
    ("zegt", "staat"),
    [
        (BEZIG, S.VERSTUURD),
        (WACHT, S.WACHT_OP_DIV),
        (GOED, S.AANVAARD),
        (ANOMALIE, S.ANOMALIE),
        (AFGEWEZEN, S.GEWEIGERD),
        (VREEMD, S.ONBEKEND),
        (NEE, S.GEWEIGERD),
        (TIJD_OM, S.ONZEKER),
        (Refused("CARPASS_AANMELDEN", "Car-Pass", status=401), S.TE_VERSTUREN),
    ],
)
def test_what_comes_of_sending_leads_where_the_table_says(
    garage: Garage,
    auto: int,
    zegt: object,
    staat: Staat,
) -> None:
    melding = in_state(garage, auto, S.TE_VERSTUREN)
    zend(garage, zegt)
    assert nu(garage, melding).staat is staat


@pytest.mark.parametrize(
    ("besluit", "antwoorden", "staat"),
    [
        (Besluit.AANGEKOMEN, (), S.AANVAARD),
        (Besluit.OPNIEUW, (BEZIG,), S.VERSTUURD),
        (Besluit.OPNIEUW, (NEE,), S.GEWEIGERD),
        (Besluit.OPNIEUW, (TIJD_OM,), S.ONZEKER),
    ],
)
def test_a_person_may_decide_about_one_in_doubt_in_the_postbus_too(
    garage: Garage,
    auto: int,
    besluit: Besluit,
    antwoorden: tuple[object, ...],
    staat: Staat,
) -> None:
    melding = in_state(garage, auto, S.ONZEKER)
    garage.postbus.decide(garage.balie, _message(garage, melding), besluit)
    its_time_comes(garage)
    zend(garage, *antwoorden)
    assert nu(garage, melding).staat is staat


def test_refused_without_ever_being_taken_it_may_be_sent_anew(garage: Garage, auto: int) -> None:
    melding = in_state(garage, auto, S.TE_VERSTUREN)
    zend(garage, NEE)
    garage.carpass.submit(garage.balie, melding.id, nu(garage, melding).versie, KORT)
    zend(garage, GOED)
    assert nu(garage, melding).staat is S.AANVAARD


def _get(garage: Garage, nummer: int) -> Melding:
    with garage.store.read() as lezing:
        return lezing.meldingen.get(nummer)


def _message(garage: Garage, melding: Melding) -> int:
    """The latest message about a report; none for one that never had any."""
    nummers = [een.id for een in garage.postbus.list(garage.balie) if een.onderwerp_id == melding.id]
    return max(nummers, default=0)


def _forget(garage: Garage) -> None:
    """What came before is no longer asked after or sent, and its readings stand in nobody's way."""
    with garage.store.begin(garage.balie) as werk:
        werk.verbinding.execute(update(_MELDING).values(volgende_vraag=None, werkkaart_id=None, vroeg=False))
        werk.verbinding.execute(update(_UITGAAND).values(staat=BerichtStaat.INGETROKKEN.value))
