"""What fits in a line of results."""

from __future__ import annotations

import pytest

from werkplaats.ui.resultaat_delegate import whole_parts

OWNER = "Mw. A. Smeets · Lent · 06 1200 4186"


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (35, OWNER),
        (34, "Mw. A. Smeets · Lent"),
        (20, "Mw. A. Smeets · Lent"),
        (19, "Mw. A. Smeets"),
        (3, "Mw. A. Smeets"),
    ],
)
def test_a_part_that_does_not_fit_is_left_out_whole(room: int, shown: str) -> None:
    assert whole_parts(OWNER, room, len) == shown
