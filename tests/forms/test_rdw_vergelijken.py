"""Wat de RDW anders heeft: what differs first and ticked where nobody typed it, what is equal quiet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.forms.handen import CTRL, buttons, opened, press
from tests.forms.handen import words as labels
from tests.ui.clipping import cut_texts
from tests.usecases.garage import GOLF, moment
from werkplaats.domain.rdw import RdwAntwoord, RdwGegevens, Verschil
from werkplaats.forms.muteren.bladen import Bladen
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.rdw_bladen import BLAD
from werkplaats.forms.rdw_vergelijken import RdwVergelijkenForm, typed_lines
from werkplaats.ui.chipstrip import ChipStrip
from werkplaats.ui.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.theme import Theme

LINES = (
    Verschil("vervaldatum_apk", date(2025, 12, 2), date(2026, 12, 2), "keuring", gelijk=False, voorstel=True),
    Verschil("co2_uitstoot", None, 126, "brandstof", gelijk=False, voorstel=True),
    Verschil("model", "Golf GTI", "Golf", "voertuig", gelijk=False, voorstel=False, ingevuld_door="Marieke Hendriks"),
    Verschil("merk", "Volkswagen", "VOLKSWAGEN", "voertuig", gelijk=True, voorstel=False),
    Verschil("lpg", False, False, "gasinstallatie", gelijk=True, voorstel=False),
    Verschil("ledig_gewicht", 1214, 1214, "voertuig", gelijk=True, voorstel=False),
)
GEGEVENS = RdwGegevens("GA482R", co2_cyclus="NEDC", verzekerd=False, tellerstandoordeel="Logisch", geexporteerd=False)


@pytest.fixture
def compare(qtbot: QtBot, toegang: Toegang, deuren: Deuren) -> Callable[..., RdwVergelijkenForm]:
    def show(lines: tuple[Verschil, ...] = LINES, hour: int = 9, day: int = 24) -> RdwVergelijkenForm:
        antwoord = RdwAntwoord(GOLF, GEGEVENS, moment(2026, 11, day, hour, 52), bewaard=True)
        form = RdwVergelijkenForm(toegang, antwoord, lines, "")
        form.resize(*form.standard_size)
        form.show()
        return opened(qtbot, RdwVergelijkenForm)

    return show


def rows(form: RdwVergelijkenForm) -> list[list[str]]:
    """The rows as one reads them, with "x" for a box that is ticked and "o" for one that is not."""
    table = form.findChild(Table)
    assert isinstance(table, Table)
    shown = []
    for row in range(table.rows.rowCount()):
        cells = [table.rows.cell(row, column) for column in range(table.rows.columnCount())]
        box = {True: "x", False: "o", None: ""}[cells[0].check]
        shown.append([box, *(cell.text.strip() for cell in cells[1:])])
    return shown


def test_differences_stand_first_with_both_values(compare: Callable[..., RdwVergelijkenForm]) -> None:
    assert rows(compare()) == [
        ["x", "Vervaldatum APK", "02-12-2025", "", "02-12-2026", "keuring"],
        ["x", "CO2-uitstoot", "", "", "126 g/km (NEDC)", "brandstof"],
        ["o", "Model", "Golf GTI", "", "Golf", "voertuig"],
        ["", "Merk", "Volkswagen", "", "VOLKSWAGEN", "voertuig"],
        ["", "Ledig gewicht", "1.214 kg", "", "1.214 kg", "voertuig"],
    ]


def test_the_head_says_when_it_was_asked_and_how_much_differs(compare: Callable[..., RdwVergelijkenForm]) -> None:
    form = compare()
    assert "Opgevraagd vandaag om 10:52 · 3 verschillen, 2 velden gelijk" in labels(form)
    form.close()
    form = compare(LINES[1:4:2], day=23)
    assert "Opgevraagd op 23-11-2026 om 10:52 · 1 verschil, 1 veld gelijk" in labels(form)


def test_the_chips_warn_or_are_quiet(compare: Callable[..., RdwVergelijkenForm]) -> None:
    (strip,) = compare().findChildren(ChipStrip)
    assert [(mark.text, mark.fill) for mark in strip._marks] == [
        ("Niet verzekerd", True),
        ("Tellerstand logisch", False),
        ("Niet geëxporteerd", False),
    ]


def test_who_typed_a_value_is_named(compare: Callable[..., RdwVergelijkenForm]) -> None:
    assert "is door Marieke Hendriks ingevuld en wordt alleen vervangen als u het aanvinkt." in labels(compare())
    more = Verschil("bouwjaar", 2019, 2020, "voertuig", gelijk=False, voorstel=False, ingevuld_door="Marieke Hendriks")
    (line,) = typed_lines((*LINES, more))
    assert line.endswith("zijn door Marieke Hendriks ingevuld en worden alleen vervangen als u ze aanvinkt.")
    assert "Bouwjaar" in line


def test_space_ticks_and_ctrl_s_takes(qtbot: QtBot, compare: Callable[..., RdwVergelijkenForm]) -> None:
    form = compare()
    assert "Overnemen (2)" in buttons(form)
    press(form, Qt.Key.Key_Space)
    press(form, Qt.Key.Key_Down)
    press(form, Qt.Key.Key_Down)
    press(form, Qt.Key.Key_Space)
    assert [row[0] for row in rows(form)] == ["o", "x", "x", "", ""]
    with qtbot.waitSignal(form.taken) as taken:
        press(form, Qt.Key.Key_S, CTRL)
    assert taken.args == [frozenset({"co2_uitstoot", "model"})]
    assert not form.isVisible()


def test_ctrl_a_ticks_all_and_then_none(compare: Callable[..., RdwVergelijkenForm]) -> None:
    form = compare()
    press(form, Qt.Key.Key_A, CTRL)
    assert "Overnemen (3)" in buttons(form)
    press(form, Qt.Key.Key_A, CTRL)
    button = buttons(form)["Overnemen (0)"]
    assert not button.isEnabled()
    assert "Vink eerst aan" in button.toolTip()
    press(form, Qt.Key.Key_S, CTRL)
    assert form.isVisible()


OTHER_TABS = (
    Verschil("kleur", "", "Grijs", "voertuig", gelijk=False, voorstel=True),
    Verschil("cilinders", None, 4, "voertuig", gelijk=False, voorstel=True),
    Verschil("vermogen", 90, 96, "brandstof", gelijk=False, voorstel=False),
)


def test_differences_on_several_tabs_stand_under_the_tab_of_the_card(
    compare: Callable[..., RdwVergelijkenForm],
) -> None:
    shown = rows(compare((*LINES[:3], *OTHER_TABS, *LINES[3:])))
    assert [(row[0], row[1], row[2]) for row in shown if row[1] in ("Algemeen", "Extra", "Technisch", "Gelijk")] == [
        ("o", "Algemeen", "3 verschillen"),
        ("x", "Extra", "1 verschil"),
        ("o", "Technisch", "2 verschillen"),
        ("", "Gelijk", "2 velden gelijk"),
    ]
    assert [row[1] for row in shown[6:9]] == ["Technisch", "Cilinders", "Vermogen"]


def test_the_box_of_a_tab_turns_all_of_its_lines_and_no_other(
    qtbot: QtBot, compare: Callable[..., RdwVergelijkenForm]
) -> None:
    form = compare((*LINES[:3], *OTHER_TABS, *LINES[3:]))
    press(form, Qt.Key.Key_Space)
    assert [row[0] for row in rows(form)][:4] == ["x", "x", "x", "x"]
    press(form, Qt.Key.Key_Down)
    press(form, Qt.Key.Key_Space)
    assert [row[0] for row in rows(form)][:4] == ["o", "o", "x", "x"]
    assert [row[0] for row in rows(form)][4:] == ["x", "x", "o", "x", "o", "", "", ""]
    with qtbot.waitSignal(form.taken) as taken:
        press(form, Qt.Key.Key_S, CTRL)
    assert taken.args == [frozenset({"co2_uitstoot", "model", "kleur", "cilinders"})]


def test_every_field_of_the_register_is_told_on_the_tab_where_the_card_has_it(
    garage: Garage, toegang: Toegang, deuren: Deuren, qtbot: QtBot
) -> None:
    deuren.open_voertuig(garage.new_car().id)
    bladen = opened(qtbot, MuterenForm).findChild(Bladen)
    assert isinstance(bladen, Bladen)
    bladen.build_for(frozenset(BLAD))
    on_card = {veld: blad for blad in ("algemeen", "extra", "technisch", "overig") for veld in bladen.fields_of(blad)}
    assert {veld: on_card[veld] for veld in BLAD} == BLAD


def test_esc_takes_nothing(qtbot: QtBot, compare: Callable[..., RdwVergelijkenForm]) -> None:
    form = compare()
    with qtbot.assertNotEmitted(form.taken):
        press(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_the_page_of_the_register_opens(compare: Callable[..., RdwVergelijkenForm], garage: Garage) -> None:
    form = compare()
    buttons(form)["OVI openen"].click()
    assert garage.browser.paginas == ["https://register.example/?kenteken=GA482R"]


def test_a_browser_that_does_not_open_is_said(compare: Callable[..., RdwVergelijkenForm], garage: Garage) -> None:
    garage.browser.kan_openen = False
    form = compare()
    buttons(form)["OVI openen"].click()
    assert form.problem.text.startswith("De webbrowser is niet geopend.")


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_no_text_is_cut_off(look: Theme, compare: Callable[..., RdwVergelijkenForm], scale: float) -> None:
    look.set_scale(scale)
    form = compare()
    form.resize(round(840 * scale), round(620 * scale))
    assert cut_texts(form) == []
