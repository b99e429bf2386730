"""Signing in: the first user, the known one, and the one that nobody knows."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from werkplaats.domain.instellingen import ShopInstellingen
from werkplaats.domain.rechten import BEHEERDER, GROEPEN, Recht
from werkplaats.errors import WerkplaatsError
from werkplaats.usecases.gebruikers import Gebruikers

if TYPE_CHECKING:
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store

ALLES = frozenset(Recht) - {Recht.DIRECT_GOEDKEUREN}
"""What a Beheerder may do: all but what belongs to the sales groups alone."""


@pytest.fixture
def gebruikers(store: Store) -> Gebruikers:
    return Gebruikers(store)


def add_shop(store: Store, wie: Wie, **velden: str) -> int:
    with store.begin(wie) as werk:
        return werk.instellingen.add_shop(ShopInstellingen(**({"naam": "Garage Peeters", "land": "BE"} | velden)))  # type: ignore[arg-type]  # texts


def test_the_first_user_is_beheerder_in_a_first_shop(gebruikers: Gebruikers) -> None:
    wie = gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1")

    assert (wie.naam, wie.werkplek, wie.groepen) == ("Marieke Hendriks", "balie-1", (BEHEERDER,))
    assert wie.rechten == ALLES
    assert (wie.shop_naam, wie.land, wie.zone) == ("Werkplaats", "NL", "Europe/Amsterdam")


def test_the_ready_groups_come_with_the_first_user(gebruikers: Gebruikers, store: Store) -> None:
    gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1")

    with store.read() as lezing:
        assert lezing.gebruikers.groepen() == GROEPEN


def test_the_same_account_is_the_same_user(gebruikers: Gebruikers) -> None:
    eerste = gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1")
    tweede = gebruikers.sign_in("mhendriks", "Marieke Hendriks", "kantoor")

    assert eerste.gebruiker_id == tweede.gebruiker_id
    assert tweede.werkplek == "kantoor"


def test_an_unknown_user_must_ask_a_beheerder(gebruikers: Gebruikers, store: Store) -> None:
    gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1")

    with pytest.raises(WerkplaatsError) as fout:
        gebruikers.sign_in("bram", "Bram", "balie-2")

    assert (fout.value.code, fout.value.params) == ("ONBEKENDE_GEBRUIKER", {"account": "bram"})
    with store.read() as lezing:
        assert lezing.gebruikers.aantal() == 1


def test_a_shop_may_let_unknown_users_in_with_a_standard_group(gebruikers: Gebruikers, store: Store) -> None:
    beheerder = gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1")
    shop_id = add_shop(store, beheerder, standaardgroep="Monteur")

    with pytest.raises(WerkplaatsError):
        gebruikers.sign_in("bram", "Bram", "balie-2", beheerder.shop_id)
    wie = gebruikers.sign_in("bram", "Bram", "balie-2", shop_id)

    assert (wie.groepen, wie.rechten, wie.shop_naam) == (("Monteur",), GROEPEN["Monteur"], "Garage Peeters")
    assert gebruikers.sign_in("bram", "Bram", "balie-2") == gebruikers.sign_in(
        "bram", "Bram", "balie-2", beheerder.shop_id
    )


def test_a_standard_group_that_is_gone_lets_nobody_in(gebruikers: Gebruikers, store: Store) -> None:
    shop_id = add_shop(store, gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1"), standaardgroep="Stagiair")

    with pytest.raises(WerkplaatsError):
        gebruikers.sign_in("bram", "Bram", "balie-2", shop_id)


def test_a_belgian_shop_has_its_country_and_zone(gebruikers: Gebruikers, store: Store) -> None:
    shop_id = add_shop(store, gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1"))

    wie = gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1", shop_id)

    assert (wie.shop_id, wie.land, wie.zone) == (shop_id, "BE", "Europe/Brussels")


def test_a_shop_that_is_gone_gives_way_to_the_first(gebruikers: Gebruikers) -> None:
    eerste = gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1")

    assert gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1", 4711) == eerste


def test_rights_are_those_of_all_groups_as_the_beheerder_made_them(gebruikers: Gebruikers, store: Store) -> None:
    beheerder = gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1")
    with store.begin(beheerder) as werk:
        werk.gebruikers.add_groep("Kassa", [Recht.BACKUP])
        werk.gebruikers.add("bram", "Bram", ("Monteur", "Kassa"))

    assert gebruikers.sign_in("bram", "Bram", "balie-2").rechten == GROEPEN["Monteur"] | {Recht.BACKUP}


def test_of_two_who_start_at_once_one_is_the_first(gebruikers: Gebruikers, store: Store) -> None:
    def sign_in(account: str) -> tuple[str, ...]:
        try:
            return gebruikers.sign_in(account, account, "balie").groepen
        except WerkplaatsError as fout:
            return (fout.code,)

    accounts = [f"gebruiker{nummer}" for nummer in range(8)]
    with ThreadPoolExecutor(len(accounts)) as pool:
        uitkomsten = sorted(pool.map(sign_in, accounts))

    assert uitkomsten == [(BEHEERDER,), *[("ONBEKENDE_GEBRUIKER",)] * 7]
    with store.read() as lezing:
        assert len(lezing.instellingen.shops()) == 1


def test_one_account_that_starts_twice_at_once_is_one_user(gebruikers: Gebruikers) -> None:
    with ThreadPoolExecutor(8) as pool:
        wie = set(pool.map(lambda _nummer: gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1"), range(8)))

    assert len(wie) == 1


def test_the_console_works_on_an_empty_database_and_in_the_first_shop(gebruikers: Gebruikers) -> None:
    leeg = gebruikers.console()
    gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1")
    later = gebruikers.console()

    assert (leeg.naam, leeg.rechten, leeg.shop_naam) == ("console", ALLES, "")
    assert later.shop_naam == "Werkplaats"
