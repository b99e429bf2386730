"""The key label, read back: on a page of its own size, with bars that hold the plate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from tests.documents.afdrukken import pages
from werkplaats.documents.beeld import Pdfium
from werkplaats.documents.sleutellabel import draw_sleutellabel
from werkplaats.domain.afdruk import POINTS_PER_MM, LabelAfdruk, Labelmaat
from werkplaats.domain.kenteken import Kenteken

LABEL = LabelAfdruk(
    Kenteken.parse("GA-482-R"), "Volkswagen Golf", "Van Dalen", "114", date(2026, 11, 24), "GA482R", Labelmaat.KLEIN
)


@pytest.mark.parametrize("maat", Labelmaat)
def test_a_label_is_as_large_as_its_roll(maat: Labelmaat) -> None:
    pdf = draw_sleutellabel(replace(LABEL, maat=maat))
    (size,) = Pdfium().maten(pdf)
    assert [round(points / POINTS_PER_MM) for points in size] == list(maat.mm)


@pytest.mark.parametrize("maat", Labelmaat)
def test_it_says_which_car_whose_which_key_and_when(maat: Labelmaat) -> None:
    (page,) = pages(draw_sleutellabel(replace(LABEL, maat=maat)))
    assert page == "NL GA-482-R 114 Volkswagen Golf Van Dalen · 24-11-2026"


def test_a_car_without_a_plate_is_told_by_its_chassis_number() -> None:
    (page,) = pages(draw_sleutellabel(replace(LABEL, kenteken=None, code="WVWZZZ1KZAW123456")))
    assert page.startswith("WVWZZZ1KZAW123456 Volkswagen Golf")


def test_a_car_without_either_still_has_a_label() -> None:
    (page,) = pages(draw_sleutellabel(replace(LABEL, kenteken=None, code="")))
    assert "Van Dalen" in page


def test_long_words_wrap_and_nothing_is_cut() -> None:
    auto = "Mercedes-Benz Sprinter 319 CDI dubbele cabine met open laadbak en huif " * 2
    (page,) = pages(draw_sleutellabel(replace(LABEL, auto=auto, eigenaar="Van der Heijden-Oosterhuis " * 3)))
    assert page.count("laadbak") == 2
    assert page.count("Oosterhuis") == 3


def test_the_bars_stand_there_dark_on_white() -> None:
    """A row of pixels through the bars changes between light and dark as often as the code asks."""
    beeld = Pdfium().beeld(draw_sleutellabel(LABEL), 0, 1200)
    row = beeld.pixels[beeld.rijbytes * int(beeld.hoog * 0.8) :][: beeld.rijbytes : 3][: beeld.breed]
    dark = [value < 128 for value in row]
    changes = sum(before != after for before, after in pairwise(dark))
    # Start, six signs and the check have three bars each, the stop has four.
    assert changes == 2 * (8 * 3 + 4)
