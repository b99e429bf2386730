"""KM stand: readings typed at the counter, judged while one types; put right, taken back, and drawn."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.forms.handen import (
    ALT,
    CTRL,
    buttons,
    choose,
    focus_name,
    line,
    notes,
    open_forms,
    opened,
    press,
    words,
    write,
)
from tests.usecases.garage import DAF, GOLF
from werkplaats.domain.kmstand import KmInvoer
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.forms.kmstand.form import KmStandForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.ui.fields.choice import Check
from werkplaats.ui.grafiek import KmGrafiek
from werkplaats.ui.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.rechten import Wie
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

KM = "KM stand"


@pytest.fixture
def auto(garage: Garage) -> int:
    nummer = garage.new_car(VoertuigKaart(kenteken=GOLF, merk="Volkswagen", model="Golf")).id
    for dag, km in ((date(2024, 5, 8), 95_310), (date(2025, 5, 8), 113_402), (date(2026, 5, 8), 131_488)):
        garage.kmstanden.add(garage.balie, nummer, KmInvoer(km, dag))
    return nummer


@pytest.fixture
def show(
    qtbot: QtBot, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren], auto: int
) -> Callable[..., KmStandForm]:
    def open_form(wie: Wie | None = None, nummer: int = auto) -> KmStandForm:
        make_deuren(make_toegang(wie)).open_kmstand(nummer)
        form = opened(qtbot, KmStandForm)
        form.resize(*form.standard_size)
        return form

    return open_form


def rows(form: KmStandForm) -> list[list[str]]:
    model = form.findChildren(Table)[0].rows
    return [[model.cell(row, column).text for column in range(model.columnCount())] for row in range(model.rowCount())]


def chart(form: KmStandForm) -> str:
    return form.findChildren(KmGrafiek)[0].accessibleName()


def test_the_readings_stand_newest_first_with_what_the_car_drives(show: Callable[..., KmStandForm]) -> None:
    form = show()
    assert [row[:3] for row in rows(form)] == [
        ["08-05-2026", "131.488", "Balie"],
        ["08-05-2025", "113.402", "Balie"],
        ["08-05-2024", "95.310", "Balie"],
    ]
    assert "18.100 km per jaar" in words(form)
    assert chart(form).endswith("3 standen, laatste 131.488 km op 08-05-2026")
    assert focus_name() == KM
    assert line(form, "Datum").text() == "24-11-2026"


def test_a_reading_is_added_by_the_keyboard_and_the_next_can_be_typed(
    show: Callable[..., KmStandForm], garage: Garage, auto: int
) -> None:
    form = show()
    QTest.keyClicks(line(form, KM), "142906")
    press(form, Qt.Key.Key_S, CTRL)
    assert rows(form)[0][:3] == ["24-11-2026", "142.906", "Balie"]
    assert line(form, KM).text() == ""
    assert focus_name() == KM
    assert not form.has_changes()
    assert garage.kmstanden.van_voertuig(garage.balie, auto)[-1].stand == 142_906


def test_an_odd_reading_is_told_while_one_types_and_may_be_kept(show: Callable[..., KmStandForm]) -> None:
    form = show()
    QTest.keyClicks(line(form, KM), "12490")
    assert notes(form) == []
    QTest.keyClicks(line(form, KM), "6")
    assert notes(form) == ["6.582 km lager dan een eerdere stand (131.488 op 08-05-2026)."]
    press(form, Qt.Key.Key_S, CTRL)
    assert rows(form)[0][1] == "124.906"
    assert "6.582 km lager" in rows(form)[0][3]
    assert chart(form).endswith("1 twijfelachtig")


@pytest.mark.parametrize(
    ("getypt", "dag", "gezegd"),
    [
        ("9.999.999", "", "van 0 tot 2.000.000"),
        ("-5", "", "van 0 tot 2.000.000"),
        ("veel", "", "geen heel getal"),
        ("132000", "25-11-2026", "ligt in de toekomst. Vul de dag in"),
        ("132000", "31-11-2026", "geen datum die bestaat"),
        ("", "", "Vul de kilometerstand in"),
        ("131488", "08-05-2026", "staat al in de lijst"),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_what_was_typed_stays(
    show: Callable[..., KmStandForm], getypt: str, dag: str, gezegd: str
) -> None:
    form = show()
    write(form, KM, getypt)
    if dag:
        write(form, "Datum", dag)
    press(form, Qt.Key.Key_S, CTRL)
    assert any(gezegd in note for note in notes(form)), notes(form)
    assert "Nog niet toegevoegd" in form.problem.text
    assert len(rows(form)) == 3
    assert line(form, KM).text().replace(".", "") == getypt.replace(".", "")


def test_miles_and_odometer_work_are_said_in_the_list(show: Callable[..., KmStandForm], qtbot: QtBot) -> None:
    form = show()
    write(form, KM, "12")
    choose(form, "Eenheid", "mijl")
    choose(form, "Herkomst", "Monteur")
    press(form, Qt.Key.Key_L, ALT)
    qtbot.waitUntil(form.findChildren(Check)[0].isChecked)
    press(form, Qt.Key.Key_S, CTRL)
    assert rows(form)[0] == ["24-11-2026", "12 mijl", "Monteur", "Aan de teller gewerkt"]
    assert chart(form).endswith("laatste 19 km op 24-11-2026")


def test_a_slip_is_put_right(show: Callable[..., KmStandForm], garage: Garage, auto: int, qtbot: QtBot) -> None:
    form = show()
    press(form, Qt.Key.Key_V, ALT)
    qtbot.waitUntil(lambda: line(form, KM).text() == "131.488")
    assert notes(form) == []
    write(form, KM, "131.480")
    assert form.has_changes()
    press(form, Qt.Key.Key_S, CTRL)
    assert rows(form)[0][1] == "131.480"
    assert "Toevoegen" in buttons(form)
    assert garage.kmstanden.van_voertuig(garage.balie, auto)[-1].stand == 131_480


def test_what_was_taken_back_can_be_put_back(show: Callable[..., KmStandForm], qtbot: QtBot) -> None:
    form = show()
    press(form, Qt.Key.Key_R, ALT)
    qtbot.waitUntil(lambda: [row[1] for row in rows(form)] == ["113.402", "95.310"])
    assert "131.488 is teruggenomen" in form.problem.text
    buttons(form)["Ongedaan maken"].click()
    assert rows(form)[0][1] == "131.488"


def test_a_mechanic_adds_and_cannot_correct(show: Callable[..., KmStandForm], garage: Garage) -> None:
    form = show(garage.wie("Monteur", "Tom"))
    assert not {"Verbeteren", "Terugnemen"} & buttons(form).keys()
    write(form, KM, "140.001")
    press(form, Qt.Key.Key_S, CTRL)
    assert rows(form)[0][:3] == ["24-11-2026", "140.001", "Monteur"]


def test_a_car_without_readings_says_what_to_do(show: Callable[..., KmStandForm], garage: Garage) -> None:
    form = show(nummer=garage.new_car(VoertuigKaart(kenteken=DAF)).id)
    assert "Nog geen standen" in words(form)
    write(form, KM, "10")
    press(form, Qt.Key.Key_S, CTRL)
    assert rows(form)[0][1] == "10"


def test_what_was_typed_is_not_thrown_away_unasked(show: Callable[..., KmStandForm]) -> None:
    form = show()
    write(form, KM, "140.001")
    press(form, Qt.Key.Key_Escape)
    assert form.isVisible()
    buttons(form)["Niet bewaren"].click()


def test_a_reading_of_another_hand_appears(show: Callable[..., KmStandForm], garage: Garage, auto: int) -> None:
    form = show()
    garage.kmstanden.add(garage.beheerder, auto, KmInvoer(140_001, date(2026, 11, 24)))
    form._deuren.changed.emit("voertuig", auto)  # as the poller of changes does
    assert rows(form)[0][1] == "140.001"


def test_the_card_of_the_car_leads_here(qtbot: QtBot, deuren: Deuren, auto: int) -> None:
    deuren.open_voertuig(auto)
    press(opened(qtbot, MuterenForm), Qt.Key.Key_S, ALT)
    qtbot.waitUntil(lambda: any(isinstance(form, KmStandForm) for form in open_forms()))
    assert len(rows(opened(qtbot, KmStandForm))) == 3
