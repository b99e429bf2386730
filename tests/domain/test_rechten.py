"""Who may do what: nothing unless it is given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from werkplaats.domain.rechten import BEHEERDER, GROEPEN, Recht, Toegekend, Wie
from werkplaats.errors import GeenRecht


def make_wie(*groepen: str) -> Wie:
    rechten = frozenset[Recht]().union(*(GROEPEN[groep] for groep in groepen))
    return Wie(1, "Marieke", groepen, rechten, 1, "Het Wiel", "NL", "Europe/Amsterdam", "balie-1")


@pytest.mark.parametrize("recht", Recht)
def test_without_a_group_nothing_is_allowed(recht: Recht) -> None:
    with pytest.raises(GeenRecht) as fout:
        make_wie().vereis(recht)
    assert fout.value.params == {"recht": recht.value}
    assert not make_wie().mag(recht)


@pytest.mark.parametrize("recht", Recht)
def test_a_beheerder_may_do_everything_but_have_a_plate_requested_at_once(recht: Recht) -> None:
    assert make_wie(BEHEERDER).mag(recht) == (recht is not Recht.DIRECT_GOEDKEUREN)


def test_only_the_four_sales_groups_have_a_plate_requested_at_once() -> None:
    allowed = {groep for groep in GROEPEN if make_wie(groep).mag(Recht.DIRECT_GOEDKEUREN)}
    assert allowed == {f"Verkoop {wat} {soort}" for wat in ("admin", "manager") for soort in ("nieuw", "gebruikt")}


def test_the_groups_are_those_of_the_table() -> None:
    assert make_wie("Balie").mag(Recht.CODES_ZIEN)
    assert make_wie("Balie").mag(Recht.PECHHULP)
    assert not make_wie("Balie").mag(Recht.INSTELLINGEN)
    assert make_wie("Monteur").rechten == {
        Recht.VOERTUIG_ZIEN,
        Recht.RELATIE_ZIEN,
        Recht.KM_INVOEREN,
        Recht.FOTO_TOEVOEGEN,
        Recht.WERKKAART_ZIEN,
        Recht.MONTEURWERK,
    }
    assert make_wie("Planner schade").mag(Recht.PECHHULP)
    assert not make_wie("Planner schade").mag(Recht.CODES_ZIEN)


def test_groups_add_up() -> None:
    assert make_wie("Monteur", "Balie").rechten == GROEPEN["Balie"]


def test_who_sits_at_a_window_may_what_is_given_to_him_by_now() -> None:
    toegekend = Toegekend(GROEPEN["Monteur"])
    wie = replace(make_wie("Monteur"), toegekend=toegekend)
    assert not wie.mag(Recht.PECHHULP)

    toegekend.nu = GROEPEN["Balie"]
    wie.vereis(Recht.PECHHULP)

    toegekend.nu = frozenset()
    with pytest.raises(GeenRecht):
        wie.vereis(Recht.VOERTUIG_ZIEN)
