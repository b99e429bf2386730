"""The doors of the vehicle card: who sees which, and that each leads somewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from tests.forms.handen import buttons, open_forms, words
from werkplaats.domain.rechten import GROEPEN
from werkplaats.ui.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.forms.muteren.form import MuterenForm

_DOORS = ("Historie", "Doc.", "Garantie", "Schade", "KM stand", "Logboek", "CRM")


@pytest.mark.parametrize("word", _DOORS)
def test_each_door_opens_a_window(open_card: Callable[..., MuterenForm], golf: Voertuig, word: str) -> None:
    form = open_card(golf)
    buttons(form)[word].click()
    assert len(open_forms()) == 2


def test_who_may_not_ask_for_a_pass_sees_no_door_to_it(
    open_card: Callable[..., MuterenForm], golf: Voertuig, garage: Garage
) -> None:
    form = open_card(golf, replace(garage.balie, rechten=GROEPEN["Monteur"]))
    assert "Pechhulp" not in buttons(form)
    assert set(_DOORS) <= buttons(form).keys()


def test_a_car_that_is_not_saved_yet_has_no_doors(open_card: Callable[..., MuterenForm]) -> None:
    assert not buttons(open_card(None)).keys() & set(_DOORS)


def test_who_may_see_no_codes_is_told_nothing_about_looking(
    open_card: Callable[..., MuterenForm], golf: Voertuig, garage: Garage
) -> None:
    assert "Inzien wordt vastgelegd" not in words(open_card(golf, garage.wie("Monteur")))


def test_no_door_that_somebody_may_not_use_comes_up_as_a_window(
    open_card: Callable[..., MuterenForm], golf: Voertuig, garage: Garage, qtbot: QtBot
) -> None:
    garage.configure(bv_link="https://bv.example/?k={kenteken}")
    open_card(golf, garage.wie("Monteur"))
    qtbot.wait(50)
    windows = [window for window in QApplication.topLevelWidgets() if isinstance(window, Button)]
    assert not any(window.isVisible() for window in windows)
