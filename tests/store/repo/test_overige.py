"""The small repositories: RDW answers, settings, users, secrets, number series, postbus, facts of the database."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from tests.store.maken import add_auto
from tests.store_fixtures import NU, make_wie
from werkplaats.domain.instellingen import ShopInstellingen
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.moment import Moment
from werkplaats.domain.pechhulp import Aanbieder, MopMethode, Soort
from werkplaats.domain.rdw import RdwAntwoord, RdwGegevens, Terugroepactie
from werkplaats.domain.rechten import Recht
from werkplaats.errors import NietGevonden
from werkplaats.store.rows.postbus import UitgaandRij

if TYPE_CHECKING:
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

KENTEKEN = Kenteken.parse("01-CARS")
GEGEVENS = RdwGegevens(
    "01CARS",
    merk="VOLVO",
    lpg=True,
    bouwjaar=2009,
    vervaldatum_apk=date(2026, 4, 1),
    verzekerd=False,
    terugroepacties=(Terugroepactie("ref-1", "remleiding"), Terugroepactie("ref-2")),
)


def test_the_last_answer_of_the_register_takes_the_place_of_the_one_before(store: Store, wie: Wie) -> None:
    later = Moment.from_iso("2026-03-13T08:00:00.000000+00:00")
    with store.begin(wie) as werk:
        assert werk.rdw.get(KENTEKEN) is None
        werk.rdw.put(RdwAntwoord(KENTEKEN, replace(GEGEVENS, merk="SAAB"), NU, bewaard=False))
    with store.begin(wie) as werk:
        werk.rdw.put(RdwAntwoord(KENTEKEN, GEGEVENS, later, bewaard=False))
        assert werk.rdw.get(KENTEKEN) == RdwAntwoord(KENTEKEN, GEGEVENS, later, bewaard=True)


def test_settings_come_back_as_they_were_put_in(store: Store, wie: Wie) -> None:
    inst = ShopInstellingen(
        naam="Garage De Schelde",
        land="BE",
        pechhulp_verborgen=frozenset({Aanbieder.VHD, Aanbieder.BOSCH}),
        pechhulp_links=((Aanbieder.VAKGARAGE, "https://voorbeeld.nl/{kenteken}"), (Aanbieder.AA_TEAM, "")),
        mop_methode=MopMethode.POST_FORM,
        mop_soorten=(Soort("X", "Éénmalig"), Soort("NL", "Nederland")),
        apk_herinnering_dagen=0,
    )
    with store.begin(wie) as werk:
        nummer = werk.instellingen.add_shop(ShopInstellingen(naam="Nieuw"))
        werk.instellingen.write(nummer, inst)
        shop = werk.instellingen.get(nummer)
    assert (shop.instellingen, shop.versie, shop.zone) == (inst, 2, "Europe/Brussels")
    with store.read() as lezing:
        assert [deel.id for deel in lezing.instellingen.shops()] == [wie.shop_id, nummer]
        with pytest.raises(NietGevonden):
            lezing.instellingen.get(99)


def test_a_user_has_the_groups_he_was_given_and_those_their_rights(store: Store, wie: Wie) -> None:
    with store.begin(wie) as werk:
        werk.gebruikers.add_groep("Balie", [Recht.PECHHULP, Recht.CODES_ZIEN])
        werk.gebruikers.add_groep("Leeg", [])
        nummer = werk.gebruikers.add("werkplaats\\joke", "Joke", ["Leeg", "Balie"])
    with store.read() as lezing:
        joke = lezing.gebruikers.by_account("werkplaats\\joke")
        assert joke is not None
        assert (joke.id, joke.naam, joke.groepen) == (nummer, "Joke", ("Balie", "Leeg"))
        assert lezing.gebruikers.by_account("piet") is None
        assert lezing.gebruikers.aantal() == 1
        rechten = {"Balie": frozenset({Recht.PECHHULP, Recht.CODES_ZIEN}), "Leeg": frozenset()}
        assert lezing.gebruikers.groepen() == rechten


def test_a_user_cannot_be_put_in_a_group_that_is_not_there(store: Store, wie: Wie) -> None:
    with pytest.raises(NietGevonden), store.begin(wie) as werk:
        werk.gebruikers.add("joke", "Joke", ["Directie"])
    with store.read() as lezing:
        assert lezing.gebruikers.aantal() == 0


def test_a_secret_is_kept_as_it_was_sealed_for_its_own_shop_only(store: Store, wie: Wie) -> None:
    ander = make_wie(store)
    with store.begin(wie) as werk:
        werk.geheimen.put(wie.shop_id, "rdw", b"\x00oud")
        werk.geheimen.put(wie.shop_id, "rdw", b"\xff\x00nieuw")
    with store.begin(wie) as werk:
        assert werk.geheimen.get(wie.shop_id, "rdw") == b"\xff\x00nieuw"
        assert werk.geheimen.get(ander.shop_id, "rdw") is None
        werk.geheimen.delete(wie.shop_id, "rdw")
        assert werk.geheimen.get(wie.shop_id, "rdw") is None


def test_each_database_has_an_id_of_its_own_that_stays(store: Store, wie: Wie) -> None:
    with store.read() as lezing:
        eerst = lezing.geheimen.database_id()
    with store.read() as lezing:
        assert lezing.geheimen.database_id() == eerst
    assert len(eerst) == 36


def test_a_number_that_was_not_used_is_given_again_and_none_is_skipped(store: Store, wie: Wie) -> None:
    def take() -> str:
        with store.begin(wie) as werk:
            return werk.nummers.volgende("shop-1", "werkkaart", 2026)

    def take_and_fail(werk: Werk) -> None:
        assert werk.nummers.volgende("shop-1", "werkkaart", 2026) == "2026-000002"
        raise ZeroDivisionError

    assert take() == "2026-000001"
    with pytest.raises(ZeroDivisionError):
        store.run(wie, take_and_fail)
    assert [take(), take()] == ["2026-000002", "2026-000003"]
    with store.begin(wie) as werk:
        assert werk.nummers.volgende("shop-2", "werkkaart", 2026) == "2026-000001"
        assert werk.nummers.volgende("shop-1", "dossier", 2026) == "2026-000001"
        assert werk.nummers.volgende("shop-1", "werkkaart", 2027) == "2027-000001"


def test_a_message_lies_ready_with_what_caused_it_or_not_at_all(store: Store, wie: Wie) -> None:
    def lay_and_fail(werk: Werk) -> None:
        werk.postbus.leg_klaar("carpass", {}, "s-2", "voertuig", 7)
        raise ZeroDivisionError

    with store.begin(wie) as werk:
        werk.postbus.leg_klaar("carpass", {"km": 1, "op": NU, "dag": date(2026, 3, 12)}, "s-1", "voertuig", 7)
    with pytest.raises(ZeroDivisionError):
        store.run(wie, lay_and_fail)
    with store.read() as lezing:
        assert lezing.postbus.stand() == {"wacht": 1}
        inhoud = lezing.sessie.scalars(select(UitgaandRij.inhoud)).one()
    assert json.loads(inhoud) == {"km": 1, "op": NU.iso, "dag": "2026-03-12"}


def test_the_same_message_cannot_lie_ready_twice(store: Store, wie: Wie) -> None:
    with store.begin(wie) as werk:
        werk.postbus.leg_klaar("carpass", {}, "s-1", "voertuig", 7)
    with pytest.raises(IntegrityError), store.begin(wie) as werk:
        werk.postbus.leg_klaar("carpass", {}, "s-1", "voertuig", 7)


def test_the_database_knows_when_it_was_last_backed_up(store: Store, wie: Wie) -> None:
    with store.begin(wie) as werk:
        assert werk.eigenschappen.laatste_backup() is None
        werk.eigenschappen.note_backup(Moment.from_iso("2026-03-01T00:00:00.000000+00:00"))
        werk.eigenschappen.note_backup(NU)
    with store.read() as lezing:
        assert lezing.eigenschappen.laatste_backup() == NU


def test_a_reading_transaction_cannot_write(store: Store, wie: Wie) -> None:
    add_auto(store, wie)
    with store.read() as lezing, pytest.raises(TypeError):
        lezing.nummers.volgende("shop-1", "werkkaart", 2026)
