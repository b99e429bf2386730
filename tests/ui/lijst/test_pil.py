"""The pills above a list: one is on, each says how many lines it has, and what counts nothing keeps out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from werkplaats.ui.lijst.pil import PillBar
from werkplaats.ui.lijst.soort import Choice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from werkplaats.ui.theme import Theme


@pytest.fixture
def bar(qtbot: QtBot) -> PillBar:
    bar = PillBar([Choice("", "Alle"), Choice("apk", "APK binnen 30 dagen"), Choice("weg", "Niet actief", True)])
    qtbot.addWidget(bar)
    with qtbot.waitExposed(bar):
        bar.show()
    return bar


def shown(bar: PillBar) -> list[str]:
    return [pill.accessibleName() for pill in bar.pills.values() if pill.isVisible()]


def on(bar: PillBar) -> list[str]:
    return [name for name, pill in bar.pills.items() if pill.isChecked()]


def test_the_whole_list_is_on_at_first_and_bears_no_number(bar: PillBar) -> None:
    bar.show_counts({"": 1_200_000, "apk": 1234, "weg": 2})
    assert on(bar) == [""]
    assert shown(bar) == ["Alle", "APK binnen 30 dagen 1.234", "Niet actief 2"]


def test_what_counts_nothing_is_hidden_when_it_is_a_part_of_few(bar: PillBar) -> None:
    bar.show_counts({"": 3, "apk": 0, "weg": 0})
    assert shown(bar) == ["Alle", "APK binnen 30 dagen 0"]


def test_the_pill_that_is_on_stays_when_its_last_line_goes(bar: PillBar) -> None:
    bar.show_counts({"apk": 1, "weg": 1})
    bar.pills["weg"].click()
    bar.show_counts({"apk": 1, "weg": 0})
    assert shown(bar)[-1] == "Niet actief 0"
    bar.pills[""].click()
    bar.show_counts({"apk": 1, "weg": 0})
    assert "Niet actief 0" not in shown(bar)


def test_a_press_and_the_space_bar_choose_one_and_let_the_other_go(bar: PillBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.chosen) as told:
        qtbot.mouseClick(bar.pills["apk"], Qt.MouseButton.LeftButton)
    assert told.args == ["apk"]
    assert on(bar) == ["apk"]
    with qtbot.waitSignal(bar.chosen) as told:
        QTest.keyClick(bar.pills[""], Qt.Key.Key_Space)
    assert told.args == [""]
    assert on(bar) == [""]


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_a_pill_is_as_wide_as_its_words_and_its_number(look: Theme, bar: PillBar, scale: float) -> None:
    look.set_scale(scale)
    before = bar.pills["apk"].sizeHint().width()
    bar.show_counts({"apk": 1_234_567})
    assert bar.pills["apk"].sizeHint().width() > before
    assert bar.pills["apk"].minimumSizeHint() == bar.pills["apk"].sizeHint()


def test_the_one_that_is_on_looks_otherwise(bar: PillBar) -> None:
    image = bar.grab().toImage()
    left = [bar.pills[name].geometry().left() + 8 for name in ("", "apk")]
    middle = bar.height() // 2
    assert image.pixelColor(left[0], middle) != image.pixelColor(left[1], middle)
