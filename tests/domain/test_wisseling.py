"""Dated facts: which periods go together, and what is said of those that do not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.voertuig import RelatieKop
from werkplaats.domain.wisseling import (
    Periode,
    PlaatRegel,
    Rol,
    RolRegel,
    Tijdlijn,
    check_dag,
    check_periode,
    check_wissel,
)

VANDAAG = date(2026, 11, 24)
MAART, MEI, JULI = date(2026, 3, 12), date(2026, 5, 1), date(2026, 7, 1)
GOLF = Kenteken.parse("GA-482-R")

dagen = st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2026, 11, 24)))
perioden = st.builds(Periode, dagen, dagen)


def plaat(van: date | None, tot: date | None, nummer: int = 1) -> PlaatRegel:
    return PlaatRegel(nummer, GOLF, Periode(van, tot))


@given(perioden, perioden)
def test_overlap_works_both_ways(een: Periode, ander: Periode) -> None:
    assert een.overlaps(ander) == ander.overlaps(een)


@given(st.dates(date(2020, 1, 1), VANDAAG), dagen)
def test_what_begins_where_the_other_ends_is_no_overlap(dag: date, begin: date | None) -> None:
    assert not Periode(begin, dag).overlaps(Periode(dag, None)) or (begin is not None and begin > dag)


@given(st.dates(date(2020, 1, 1), date(2026, 1, 1)), st.integers(1, 300), st.integers(1, 300))
def test_a_day_inside_both_is_an_overlap(dag: date, voor: int, na: int) -> None:
    lang, kort = timedelta(days=voor), timedelta(days=na)
    assert Periode(dag - lang, dag + kort).overlaps(Periode(dag, None))


@pytest.mark.parametrize(
    ("periode", "anderen", "verwacht"),
    [
        (Periode(MAART, MEI), [], []),
        (Periode(MAART, MAART), [], []),
        (Periode(MEI, MAART), [], [("tot", "PERIODE_OMGEKEERD")]),
        (Periode(MAART, date(2026, 11, 25)), [], [("tot", "WISSEL_TOEKOMST")]),
        (Periode(date(2027, 1, 1), None), [], [("van", "WISSEL_TOEKOMST")]),
        (Periode(MAART, MEI), [plaat(MEI, JULI)], []),
        (Periode(MAART, JULI), [plaat(MEI, JULI)], [("tot", "PERIODE_OVERLAPT")]),
        (Periode(MEI, None), [plaat(MAART, JULI)], [("van", "PERIODE_OVERLAPT")]),
        (Periode(MAART, None), [plaat(None, MEI)], [("van", "PERIODE_TOT")]),
        (Periode(MAART, None), [plaat(MEI, None)], [("tot", "PERIODE_NU")]),
        (Periode(MAART, MEI), [plaat(None, None)], [("van", "PERIODE_NU_ONBEKEND")]),
        (Periode(None, None), [plaat(None, MEI)], [("tot", "PERIODE_TOT")]),
    ],
)
def test_what_bars_the_days_of_a_fact(
    periode: Periode, anderen: list[PlaatRegel], verwacht: list[tuple[str, str]]
) -> None:
    found = check_periode(periode, anderen, VANDAAG)
    assert [(een.veld, een.code) for een in found] == verwacht


def test_a_change_is_on_a_day_that_has_come() -> None:
    assert [een.code for een in check_dag(None, VANDAAG)] == ["WISSEL_DAG_LEEG"]
    assert [een.code for een in check_dag(VANDAAG + timedelta(days=1), VANDAAG)] == ["WISSEL_TOEKOMST"]
    assert check_dag(VANDAAG, VANDAAG) == ()


def test_nobody_sells_before_he_bought() -> None:
    assert [een.code for een in check_wissel(MAART, plaat(MEI, None), ())] == ["WISSEL_VOOR_BEGIN"]
    assert check_wissel(MEI, plaat(MEI, None), ()) == ()
    assert check_wissel(MAART, plaat(None, None), ()) == ()
    assert [een.code for een in check_wissel(MAART, None, [plaat(None, MEI)])] == ["PERIODE_TOT"]


def test_the_lines_stand_by_kind_the_newest_first() -> None:
    kop = RelatieKop(1, "Dhr. H. van Dalen")
    bestuurder = RolRegel(3, Rol.BESTUURDER, kop, Periode(MAART))
    eerste, tweede = (RolRegel(1, Rol.EIGENAAR, kop, Periode(None, MEI)), RolRegel(2, Rol.EIGENAAR, kop, Periode(MEI)))
    tijdlijn = Tijdlijn((plaat(None, MAART, 7), plaat(MAART, None, 8)), (bestuurder, eerste, tweede))
    assert [regel.id for regel in tijdlijn.regels()] == [8, 7, 2, 1, 3]
    assert tijdlijn.nu(Rol.EIGENAAR) == tweede
    assert tijdlijn.nu(Rol.CONTRACTANT) is None
    assert tijdlijn.soortgenoten(eerste) == (tweede,)
