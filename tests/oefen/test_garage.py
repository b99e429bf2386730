"""The shops of the practice garage and who works there."""

from __future__ import annotations

from werkplaats.domain.controle import check_instellingen
from werkplaats.domain.rechten import BEHEERDER, GROEPEN
from werkplaats.oefen.garage import MARIEKE, MEDEWERKERS, make_shops

BASIS = "http://127.0.0.1:4711/aanbieder"


def test_nothing_about_the_shops_is_doubtful() -> None:
    assert {land: check_instellingen(inst) for land, inst in make_shops(BASIS).items()} == {"NL": (), "BE": ()}


def test_the_shops_of_two_countries_hide_different_providers() -> None:
    verborgen = {land: inst.pechhulp_verborgen for land, inst in make_shops(BASIS).items()}
    assert verborgen["NL"] < verborgen["BE"]


def test_no_hidden_provider_has_a_link() -> None:
    for inst in make_shops(BASIS).values():
        assert inst.pechhulp_verborgen.isdisjoint(wie for wie, _ in inst.pechhulp_links)


def test_mail_to_the_shops_goes_to_nobody() -> None:
    assert {inst.email.partition("@")[2] for inst in make_shops(BASIS).values()} == {"example.com", "example.org"}


def test_everyone_has_a_group_that_is_ready_made() -> None:
    assert {mens.groep for mens in MEDEWERKERS} <= set(GROEPEN)
    assert MEDEWERKERS[0] == MARIEKE
    assert MARIEKE.groep == BEHEERDER
    assert len({mens.account for mens in MEDEWERKERS}) == len(MEDEWERKERS)
