"""Hours put right: what is refused, what is odd, and the one line that bills the hours of the clocks."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.usecases.garage import moment
from werkplaats.domain.moment import Moment
from werkplaats.domain.monteurwerk import Monteur, Tijdvak
from werkplaats.domain.urencorrectie import TijdvakInvoer, check_tijdvak, clock_key, clock_line, overlapping
from werkplaats.domain.werkkaart_regel import Regel, Regelsoort

NU = moment(2026, 11, 24, 15)
DENNIS = Monteur(3, "Dennis Kuipers")


def _at(uur: int, minuut: int = 0) -> Moment:
    return moment(2026, 11, 24, uur, minuut)


def _said(begin: Moment | None, eind: Moment | None, reden: str = "Vergeten", *, loopt: bool = False) -> list[str]:
    invoer = TijdvakInvoer(DENNIS, begin, eind, reden)
    return [een.code for een in check_tijdvak(invoer, NU, loopt=loopt)]


def test_a_stretch_of_this_morning_may_be_kept() -> None:
    assert _said(_at(8), _at(10)) == []


def test_what_runs_may_go_on_running_and_only_that() -> None:
    assert _said(_at(8), None, loopt=True) == []
    assert _said(_at(8), None) == ["TIJDVAK_EIND_LEEG"]


@pytest.mark.parametrize(
    ("begin", "eind", "code"),
    [
        (None, _at(10), "TIJDVAK_BEGIN_LEEG"),
        (_at(10), _at(10), "TIJDVAK_OMGEKEERD"),
        (_at(10), _at(9), "TIJDVAK_OMGEKEERD"),
        (_at(8), _at(15, 1), "TIJDVAK_TOEKOMST"),
        (Moment(_at(15).utc - timedelta(hours=12, seconds=1)), _at(15), "TIJDVAK_LANG"),
    ],
)
def test_each_edge_is_said(begin: Moment | None, eind: Moment, code: str) -> None:
    assert _said(begin, eind) == [code]


def test_twelve_hours_exactly_and_until_now_exactly_are_not_odd() -> None:
    assert _said(Moment(_at(15).utc - timedelta(hours=12)), NU) == []


def test_without_a_reason_nobody_changes_hours() -> None:
    assert _said(_at(8), _at(10), "  ") == ["TIJDVAK_REDEN_LEEG"]
    assert _said(_at(8), _at(10), "x" * 201) == ["TEKST_TE_LANG"]


def test_stretches_that_touch_do_not_lie_over_each_other() -> None:
    invoer = TijdvakInvoer(DENNIS, _at(8), _at(10), "")
    daarna = Tijdvak(1, 1, DENNIS, _at(10), _at(11))
    erin = Tijdvak(2, 1, DENNIS, _at(9, 59), None)

    assert overlapping(invoer, [daarna], NU) is None
    assert overlapping(invoer, [daarna, erin], NU) == erin


def test_the_line_of_the_clocks_is_known_by_its_own_name_and_only_while_it_bills_hours() -> None:
    regel = Regel(clock_key(()), Regelsoort.UREN)
    ander = Regel(regel.sleutel, Regelsoort.ARTIKEL, code="OLIE")

    assert clock_line([Regel("x", Regelsoort.UREN), regel]) == 1
    assert clock_line([ander]) is None
    assert clock_key([ander]) not in ("", regel.sleutel)
