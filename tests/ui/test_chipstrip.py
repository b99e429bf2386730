"""Chips in a line: none is cut, and how many did not fit is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from werkplaats.ui.chipstrip import ChipStrip
from werkplaats.ui.resultaat import Mark

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

MARKS = (
    Mark("Terugroepactie open", "error", "terugroepactie"),
    Mark("Niet verzekerd", "warn", "warning"),
    Mark("Taxi", "idle", "voertuig", fill=False),
)


@pytest.fixture
def strip(qtbot: QtBot) -> ChipStrip:
    strip = ChipStrip()
    qtbot.addWidget(strip)
    strip.show_marks(MARKS)
    return strip


def shown(strip: ChipStrip) -> list[str]:
    return [mark.text for mark in strip._fitting()]


def test_all_are_shown_where_there_is_room(strip: ChipStrip) -> None:
    strip.resize(strip.sizeHint())
    assert shown(strip) == ["Terugroepactie open", "Niet verzekerd", "Taxi"]


def test_the_first_stay_and_the_rest_are_counted(strip: ChipStrip) -> None:
    strip.resize(strip.sizeHint().width() - 1, strip.sizeHint().height())
    assert shown(strip) == ["Terugroepactie open", "Niet verzekerd", "+1"]
    strip.resize(strip.minimumSizeHint())
    assert shown(strip) == ["+3"]
    assert strip.toolTip() == "Terugroepactie open, Niet verzekerd, Taxi"


def test_none_is_nothing(strip: ChipStrip) -> None:
    strip.show_marks(())
    assert shown(strip) == []
    assert strip.minimumSizeHint().width() == 0
    assert strip.accessibleName() == ""
