"""The checklist of a shop as a Beheerder types it."""

from __future__ import annotations

from werkplaats.domain.checklist import PUNT_HOOGSTENS, PUNTEN_HOOGSTENS, check_checklist, tidy_checklist


def test_empty_and_repeated_lines_fall_away_and_the_order_stays() -> None:
    assert tidy_checklist(["  Remmen ", "", "Banden  voor", "Remmen"]) == ("Remmen", "Banden voor")


def test_too_many_points_and_a_point_too_long_are_told() -> None:
    assert [een.code for een in check_checklist(["x" * PUNT_HOOGSTENS] * PUNTEN_HOOGSTENS)] == []
    assert [een.code for een in check_checklist([str(nr) for nr in range(PUNTEN_HOOGSTENS + 1)])] == [
        "CHECKLIST_TE_LANG"
    ]
    assert [een.code for een in check_checklist(["x" * (PUNT_HOOGSTENS + 1)])] == ["PUNT_TE_LANG"]
