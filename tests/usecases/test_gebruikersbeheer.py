"""A Beheerder lets people in and takes them out, and gives groups their rights; one Beheerder always remains."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from werkplaats.domain.gebruiker import GebruikerKaart, GroepKaart, card_of, merged
from werkplaats.domain.rechten import BEHEERDER, GROEPEN, Gebruiker, Recht
from werkplaats.errors import Botsing, Ongeldig, WerkplaatsError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.usecases.garage import Garage

TOM = GebruikerKaart("treijnders", "Tom Reijnders", ("Balie",))


def add(garage: Garage, kaart: GebruikerKaart = TOM) -> Gebruiker:
    return garage.gebruikersbeheer.save(garage.beheerder, None, GebruikerKaart(), kaart)


def group(garage: Garage, naam: str, rechten: Iterable[Recht]) -> GroepKaart:
    basis = GroepKaart(naam, garage.gebruikersbeheer.lijst(garage.beheerder).groepen[naam])
    return garage.gebruikersbeheer.save_groep(garage.beheerder, basis, GroepKaart(naam, frozenset(rechten)))


def codes(fout: pytest.ExceptionInfo[Ongeldig]) -> list[tuple[str, str]]:
    return [(bevinding.veld, bevinding.code) for bevinding in fout.value.bevindingen]


def test_who_was_let_in_works_with_the_rights_of_his_groups(garage: Garage) -> None:
    add(garage, replace(TOM, account="  treijnders ", naam="Tom  Reijnders"))
    wie = garage.gebruikers.sign_in("treijnders", "T. Reijnders", "balie-2")
    assert (wie.naam, wie.groepen, wie.rechten) == ("Tom Reijnders", ("Balie",), GROEPEN["Balie"])


def test_another_group_gives_other_rights(garage: Garage) -> None:
    tom = add(garage)
    nieuw = replace(TOM, groepen=("Balie", "Planner schade"))
    assert garage.gebruikersbeheer.save(garage.beheerder, tom.id, TOM, nieuw).groepen == ("Balie", "Planner schade")
    wie = garage.gebruikers.sign_in("treijnders", "Tom", "balie-2")
    assert wie.rechten == GROEPEN["Balie"] | GROEPEN["Planner schade"]


def test_what_is_missing_is_said_at_its_field(garage: Garage) -> None:
    with pytest.raises(Ongeldig) as fout:
        add(garage, GebruikerKaart(" ", "", ()))
    assert codes(fout) == [
        ("account", "ACCOUNT_LEEG"),
        ("naam", "GEBRUIKERSNAAM_LEEG"),
        ("groepen", "GEEN_GROEP"),
    ]


def test_an_account_is_of_one_person(garage: Garage) -> None:
    add(garage)
    with pytest.raises(Ongeldig) as fout:
        add(garage, replace(TOM, naam="Tom de tweede"))
    assert codes(fout) == [("account", "ACCOUNT_BESTAAT")]


def test_who_was_taken_out_is_unknown_and_can_come_back_as_he_was(garage: Garage) -> None:
    tom = add(garage)
    garage.gebruikersbeheer.remove(garage.beheerder, tom.id)
    with pytest.raises(WerkplaatsError, match="ONBEKENDE_GEBRUIKER"):
        garage.gebruikers.sign_in("treijnders", "Tom", "balie-2")
    assert garage.gebruikersbeheer.put_back(garage.beheerder, tom.id) == tom


def test_the_last_beheerder_stays(garage: Garage) -> None:
    me = garage.beheerder.gebruiker_id
    kaart = card_of(next(een for een in garage.gebruikersbeheer.lijst(garage.beheerder).gebruikers if een.id == me))
    for act in (
        lambda: garage.gebruikersbeheer.remove(garage.beheerder, me),
        lambda: garage.gebruikersbeheer.save(garage.beheerder, me, kaart, replace(kaart, groepen=("Balie",))),
        lambda: group(garage, BEHEERDER, frozenset(Recht) - {Recht.GEBRUIKERS}),
    ):
        with pytest.raises(WerkplaatsError, match="LAATSTE_BEHEERDER"):
            act()
    assert Recht.GEBRUIKERS in garage.gebruikersbeheer.lijst(garage.beheerder).groepen[BEHEERDER]


def test_with_a_second_beheerder_the_first_may_go(garage: Garage) -> None:
    add(garage, replace(TOM, groepen=(BEHEERDER,)))
    garage.gebruikersbeheer.remove(garage.beheerder, garage.beheerder.gebruiker_id)
    assert [een.naam for een in garage.gebruikersbeheer.lijst(garage.beheerder).gebruikers] == ["Tom Reijnders"]


def test_a_group_of_ones_own(garage: Garage) -> None:
    kaart = GroepKaart(" Stagiair ", frozenset({Recht.VOERTUIG_ZIEN}))
    made = garage.gebruikersbeheer.save_groep(garage.beheerder, None, kaart)
    assert garage.gebruikersbeheer.lijst(garage.beheerder).groepen[made.naam] == {Recht.VOERTUIG_ZIEN}
    with pytest.raises(Ongeldig) as fout:
        garage.gebruikersbeheer.save_groep(garage.beheerder, None, GroepKaart("stagiair"))
    assert codes(fout) == [("naam", "GROEP_BESTAAT")]
    garage.gebruikersbeheer.remove_groep(garage.beheerder, made.naam)
    assert "Stagiair" not in garage.gebruikersbeheer.lijst(garage.beheerder).groepen


def test_a_group_with_people_in_it_stays(garage: Garage) -> None:
    add(garage)
    with pytest.raises(WerkplaatsError) as fout:
        garage.gebruikersbeheer.remove_groep(garage.beheerder, "Balie")
    assert (fout.value.code, fout.value.params) == ("GROEP_IN_GEBRUIK", {"groep": "Balie", "aantal": 1})


def test_two_people_at_other_rights_of_a_group_both_win(garage: Garage) -> None:
    basis = GroepKaart("Monteur", GROEPEN["Monteur"])
    group(garage, "Monteur", GROEPEN["Monteur"] | {Recht.CODES_ZIEN})
    mine = replace(basis, rechten=basis.rechten - {Recht.KM_INVOEREN})
    garage.gebruikersbeheer.save_groep(garage.beheerder, basis, mine)
    groepen = garage.gebruikersbeheer.lijst(garage.beheerder).groepen
    assert groepen["Monteur"] == (GROEPEN["Monteur"] | {Recht.CODES_ZIEN}) - {Recht.KM_INVOEREN}


def test_two_people_at_one_name_see_both(garage: Garage) -> None:
    tom = add(garage)
    garage.gebruikersbeheer.save(garage.beheerder, tom.id, TOM, replace(TOM, naam="Thomas Reijnders"))
    with pytest.raises(Botsing):
        garage.gebruikersbeheer.save(garage.beheerder, tom.id, TOM, replace(TOM, naam="Tommie Reijnders"))


def test_every_change_is_in_the_logboek(garage: Garage) -> None:
    tom = add(garage)
    garage.gebruikersbeheer.save(garage.beheerder, tom.id, TOM, replace(TOM, groepen=("Monteur",)))
    garage.gebruikersbeheer.remove(garage.beheerder, tom.id)
    with garage.store.read() as lezing:
        regels = lezing.logboek.van("gebruiker", tom.id, 10)
    assert list(dict.fromkeys(regel.handeling for regel in regels)) == ["verwijderd", "gewijzigd", "toegevoegd"]


def test_merging_ticks_keeps_what_each_changed() -> None:
    assert merged("ab", "bc", "abd") == ("b", "c", "d")
