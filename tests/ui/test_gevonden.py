"""What was searched for is marked in the line, however it was typed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.ui.gevonden import find_spans


def _marked(line: str, search: str) -> list[str]:
    return [line[begin:end] for begin, end in find_spans(line, search)]


@pytest.mark.parametrize(
    ("line", "search", "marked"),
    [
        ("Mw. A. (Anouk) Smeets", "smeets", ["Smeets"]),
        ("Mw. A. (Anouk) Smeets", "sme", ["Sme"]),
        ("a.smeets@example.com", "smeets", ["smeets"]),
        ("Škoda Octavia", "skoda", ["Škoda"]),
        ("Dhr. J. Strauß", "strau", ["Strauß"]),
        ("Lent · 06 1200 4186", "0612004186", ["06 1200 4186"]),
        ("Lent · 06 1200 4186", "4186", ["4186"]),
        ("Elst · +31 6 1200 4186", "06 1200 4186", ["6 1200 4186"]),
        ("Griftdijk 118, 6663 AE Lent", "6663 ae", ["6663", "AE"]),
        ("Dhr. H. van Dalen", "dalen van", ["van", "Dalen"]),
        ("Toyota Yaris", "", []),
        ("Toyota Yaris", "<b>", []),
    ],
)
def test_the_found_part_is_marked(line: str, search: str, marked: list[str]) -> None:
    assert _marked(line, search) == marked


@given(st.text(max_size=80), st.text(max_size=40))
def test_marks_stand_in_order_inside_the_line_and_never_touch(line: str, search: str) -> None:
    spans = find_spans(line, search)
    places = [place for span in spans for place in span]
    assert places == sorted(places)
    assert all(0 <= begin < end <= len(line) for begin, end in spans)
    assert all(first[1] < second[0] for first, second in pairwise(spans))
