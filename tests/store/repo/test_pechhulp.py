"""Our own register of roadside assistance."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from tests.store.maken import add_auto
from tests.store_fixtures import make_wie
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.moment import Moment
from werkplaats.domain.pechhulp import Aanbieder, PechhulpInvoer, Staat
from werkplaats.domain.relatie import Aanhef
from werkplaats.errors import NietGevonden

if TYPE_CHECKING:
    from werkplaats.domain.moment import VasteKlok
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store

KENTEKEN = Kenteken.parse("01-CARS")
INVOER = PechhulpInvoer(
    kenteken=KENTEKEN,
    soort="EU",
    vergelijkbaar_vervoer=True,
    europa_extra=False,
    aanhanger=True,
    eigen_autobedrijf=False,
    aanhef=Aanhef.MEVROUW,
    voorletters="A.",
    tussenvoegsel="",
    naam="Smeets",
    geboortedatum=date(1970, 1, 1),
    straat="Kerkstraat",
    huisnr="1",
    toevoeging="",
    postcode="6533 GL",
    plaats="Nijmegen",
    telefoon="0612345678",
    email="a@voorbeeld.nl",
)


@pytest.fixture
def auto_id(store: Store, wie: Wie) -> int:
    """A car to help."""
    return add_auto(store, wie)


def _ask(store: Store, wie: Wie, auto_id: int, aanbieder: Aanbieder = Aanbieder.BOVEMIJ, dag: int = 12) -> int:
    store.klok.moment = Moment(datetime(2026, 3, dag, tzinfo=UTC))  # type: ignore[attr-defined]  # the clock of a test
    with store.begin(wie) as werk:
        invoer = INVOER if aanbieder is Aanbieder.BOVEMIJ else None
        return werk.pechhulp.add(auto_id, aanbieder, KENTEKEN, str(uuid4()), invoer=invoer)


def test_a_request_keeps_what_was_asked_that_day(store: Store, wie: Wie, auto_id: int) -> None:
    nummer = _ask(store, wie, auto_id)
    with store.read() as lezing:
        aanvraag = lezing.pechhulp.get(nummer)
    assert aanvraag.invoer == INVOER
    assert (aanvraag.kenteken, aanvraag.staat, aanvraag.voertuig_id) == (KENTEKEN, Staat.CONCEPT, auto_id)
    assert (aanvraag.gemaakt_door, aanvraag.gemaakt_op) == (wie.naam, store.klok.nu())


def test_the_opened_page_of_another_provider_holds_no_customer(store: Store, wie: Wie, auto_id: int) -> None:
    nummer = _ask(store, wie, auto_id, Aanbieder.BOSCH)
    with store.read() as lezing:
        assert lezing.pechhulp.get(nummer).invoer is None


def test_a_person_confirms_with_what_stands_on_the_pass(store: Store, wie: Wie, auto_id: int) -> None:
    nummer = _ask(store, wie, auto_id)
    with store.begin(wie) as werk:
        werk.pechhulp.bevestig(nummer, "P-123", date(2027, 3, 12))
        aanvraag = werk.pechhulp.get(nummer)
    assert (aanvraag.staat, aanvraag.pasnummer, aanvraag.einddatum) == (Staat.BEVESTIGD, "P-123", date(2027, 3, 12))


def test_the_last_request_of_each_provider_is_one_that_was_really_opened(store: Store, wie: Wie, auto_id: int) -> None:
    eerste = _ask(store, wie, auto_id, dag=12)
    _ask(store, wie, auto_id, dag=13)
    bosch = _ask(store, wie, auto_id, Aanbieder.BOSCH, dag=14)
    mislukt = _ask(store, wie, auto_id, Aanbieder.VHD, dag=14)
    with store.begin(wie) as werk:
        werk.pechhulp.set_staat(eerste, Staat.GEOPEND)
        werk.pechhulp.set_staat(bosch, Staat.GEOPEND)
        werk.pechhulp.set_staat(mislukt, Staat.MISLUKT)
    with store.read() as lezing:
        laatste = lezing.pechhulp.laatste_per_aanbieder(auto_id)
        alle = lezing.pechhulp.van_voertuig(auto_id)
    assert {aanbieder: aanvraag.id for aanbieder, aanvraag in laatste.items()} == {
        Aanbieder.BOVEMIJ: eerste,
        Aanbieder.BOSCH: bosch,
    }
    assert [aanvraag.gemaakt_op for aanvraag in alle] == sorted((a.gemaakt_op for a in alle), reverse=True)


def test_a_pass_that_ends_is_remembered_in_its_own_shop(store: Store, wie: Wie, auto_id: int, klok: VasteKlok) -> None:
    for dag in (1, 15, 16):
        nummer = _ask(store, wie, auto_id)
        with store.begin(wie) as werk:
            werk.pechhulp.bevestig(nummer, "", date(2026, 6, dag))
    ander = make_wie(store)
    with store.read() as lezing:
        juni = lezing.pechhulp.einddatum_tussen(date(2026, 6, 1), date(2026, 6, 15), wie.shop_id)
        assert [aanvraag.einddatum for aanvraag in juni] == [date(2026, 6, 1), date(2026, 6, 15)]
        assert lezing.pechhulp.einddatum_tussen(date(2026, 6, 1), date(2026, 6, 15), ander.shop_id) == ()


def test_a_request_that_is_not_there_is_said_so(store: Store, wie: Wie) -> None:
    with store.begin(wie) as werk:
        for vraag in (
            lambda: werk.pechhulp.get(7),
            lambda: werk.pechhulp.set_staat(7, Staat.GEOPEND),
            lambda: werk.pechhulp.bevestig(7, "", None),
        ):
            with pytest.raises(NietGevonden):
                vraag()
