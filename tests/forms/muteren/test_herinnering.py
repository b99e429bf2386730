"""The tab Herinnering and the list of what is due, by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.forms.handen import CTRL, buttons, focus_name, notes, opened, press, write
from tests.forms.handen import words as labels
from tests.ui.clipping import cut_texts
from werkplaats.domain.garantie import GarantieKaart, Garantiesoort
from werkplaats.domain.herinnering import HerinneringKaart, Herinneringsoort
from werkplaats.forms.aan_de_beurt import AanDeBeurtForm
from werkplaats.forms.herinnering import HerinneringForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.ui.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.forms.deuren import Deuren

    Open = Callable[..., MuterenForm]

LEEG = HerinneringKaart()
BEL = HerinneringKaart(Herinneringsoort.VRIJ, "Bellen", date(2026, 11, 20))


def rows(part: QWidget) -> list[tuple[str, ...]]:
    """The rows of the table that a person sees."""
    (table,) = [table for table in part.findChildren(Table) if table.isVisible()]
    model = table.rows
    return [
        tuple(model.cell(row, column).text for column in range(model.columnCount())) for row in range(model.rowCount())
    ]


def test_the_apk_stands_there_by_itself_and_a_reminder_is_added(
    qtbot: QtBot, open_card: Open, garage: Garage, golf: Voertuig
) -> None:
    form = open_card(golf)
    press(form, Qt.Key.Key_4, CTRL)
    assert rows(form) == [("APK", "02-12-2026", "", "8 dagen", "van de kaart")]
    press(form, Qt.Key.Key_Insert)
    dialog = opened(qtbot, HerinneringForm)
    write(dialog, "Op of voor", "1-12-2026")
    write(dialog, "Bij km-stand (km)", "90000")
    write(dialog, "Elke zoveel maanden", "12")
    press(dialog, Qt.Key.Key_S, CTRL)
    assert rows(form)[1] == ("Service", "01-12-2026", "90.000", "7 dagen", "elke 12 maanden")
    assert len(garage.herinneringen.van_voertuig(garage.balie, golf.id)) == 1
    assert not form.has_changes()


def test_what_cannot_be_a_reminder_is_told_at_its_field(
    qtbot: QtBot, open_card: Open, garage: Garage, golf: Voertuig
) -> None:
    form = open_card(golf)
    press(form, Qt.Key.Key_4, CTRL)
    press(form, Qt.Key.Key_Insert)
    dialog = opened(qtbot, HerinneringForm)
    press(dialog, Qt.Key.Key_S, CTRL)
    assert focus_name() == "Op of voor"
    assert any("Vul een dag of een km-stand in" in note for note in notes(dialog))
    write(dialog, "Op of voor", "31-2-2027")
    press(dialog, Qt.Key.Key_S, CTRL)
    assert any("geen datum die bestaat" in note for note in notes(dialog))
    assert garage.herinneringen.van_voertuig(garage.balie, golf.id) == ()


def test_done_is_ticked_off_and_can_be_taken_away(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    garage.herinneringen.save(garage.balie, golf.id, None, LEEG, replace(BEL, herhaal_maanden=1))
    form = open_card(golf)
    press(form, Qt.Key.Key_4, CTRL)
    page = form._tabs.page("herinnering")
    page.findChildren(Table)[0].selectRow(1)
    press(form, Qt.Key.Key_D, CTRL)
    assert [row[:2] for row in rows(form)] == [
        ("APK", "02-12-2026"),
        ("Bellen", "24-12-2026"),
        ("Bellen", "20-11-2026"),
    ]
    assert "De volgende staat op 24-12-2026." in labels(form)
    press(form, Qt.Key.Key_Delete)
    press(form, Qt.Key.Key_Delete)
    assert [row[0] for row in rows(form)] == ["APK"]


def test_the_day_of_the_apk_is_changed_on_the_card_alone(open_card: Open, golf: Voertuig) -> None:
    form = open_card(golf)
    press(form, Qt.Key.Key_4, CTRL)
    assert not buttons(form)["Gedaan"].isEnabled()
    assert not buttons(form)["Weghalen"].isEnabled()


def test_a_car_that_is_not_saved_yet_has_no_reminders(open_card: Open) -> None:
    form = open_card(None, kenteken="xs41bp")
    press(form, Qt.Key.Key_4, CTRL)
    assert "Sla de auto eerst op" in labels(form)
    assert not buttons(form)["Toevoegen"].isEnabled()


def test_who_may_only_look_adds_nothing(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf, garage.wie("Monteur"))
    press(form, Qt.Key.Key_4, CTRL)
    assert {"Toevoegen", "Gedaan", "Weghalen"}.isdisjoint(buttons(form))


def test_what_is_due_stands_in_one_list_and_enter_opens_the_car(
    qtbot: QtBot, deuren: Deuren, garage: Garage, golf: Voertuig
) -> None:
    garage.herinneringen.save(garage.balie, golf.id, None, LEEG, BEL)
    bovag = GarantieKaart(Garantiesoort.GEBRUIKT, tot=date(2026, 12, 4))
    garage.garanties.save(garage.balie, golf.id, None, GarantieKaart(), bovag)
    deuren.open_aan_de_beurt()
    form = opened(qtbot, AanDeBeurtForm)
    assert [row[1:4] for row in rows(form)] == [
        ("Bellen", "20-11-2026", "4 dagen geleden"),
        ("APK", "02-12-2026", "8 dagen"),
        ("Garantie: Gebruikte auto (BOVAG)", "04-12-2026", "10 dagen"),
    ]
    assert cut_texts(form) == []
    press(form, Qt.Key.Key_Return)
    assert opened(qtbot, MuterenForm).windowTitle() == "Muteren kenteken GA-482-R"


def test_an_empty_list_says_so(qtbot: QtBot, deuren: Deuren) -> None:
    deuren.open_aan_de_beurt()
    assert "Niets aan de beurt" in labels(opened(qtbot, AanDeBeurtForm))
