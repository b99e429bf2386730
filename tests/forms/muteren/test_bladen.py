"""The tabs of the vehicle card by keyboard: each is made when it is needed, and says when something on it is wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.forms.handen import CTRL, buttons, focus_name, line, notes, opened, press, write
from tests.forms.handen import words as labels
from tests.ui.clipping import cut_texts
from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.rdw import RdwGegevens
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.rdw_vergelijken import RdwVergelijkenForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.voertuig import Voertuig, VoertuigKaart
    from werkplaats.ui.theme import Theme

    Open = Callable[..., MuterenForm]

TABS = ("algemeen", "extra", "technisch", "herinnering", "overig", "opties", "afbeeldingen", "leen", "dossier")
SHIFT = Qt.KeyboardModifier.ShiftModifier


def now(garage: Garage, auto: Voertuig) -> VoertuigKaart:
    return garage.voertuigen.load(garage.balie, auto.id).kaart


def wrong(form: MuterenForm) -> list[str]:
    """The tabs that bear the mark of an error, as a screen reader says them."""
    strip = form._tabs.strip
    return [strip.accessibleTabName(at) for at in range(strip.count()) if not strip.tabIcon(at).isNull()]


def test_only_the_first_tab_is_made_when_a_card_opens(open_card: Open, golf: Voertuig) -> None:
    form = open_card(golf)
    assert [name for name in form._tabs.names if form._tabs.is_built(name)] == ["algemeen"]


def test_ctrl_and_a_digit_go_to_a_tab_and_ctrl_tab_goes_round(qtbot: QtBot, open_card: Open, golf: Voertuig) -> None:
    form = open_card(golf)

    def turn(key: Qt.Key, modifier: Qt.KeyboardModifier) -> str:
        # A window of an earlier test that is still going away may take the keyboard for a moment.
        opened(qtbot, MuterenForm)
        QTest.keyClick(form, key, modifier)
        return form._tabs.current

    def first() -> str:
        return form.focusWidget().accessibleName()

    assert (turn(Qt.Key.Key_3, CTRL), first()) == ("technisch", "Europese categorie")
    seen = [turn(Qt.Key.Key_Tab, CTRL) for _step in TABS]
    assert seen == [*TABS[3:], *TABS[:3]]
    assert (turn(Qt.Key.Key_Tab, CTRL | SHIFT), first()) == ("extra", "Kleur")


def test_what_is_typed_on_any_tab_is_saved_at_once(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf)
    press(form, Qt.Key.Key_2, CTRL)
    write(form, "Kleur", "Blauw")
    write(form, "Zitplaatsen", "5")
    press(form, Qt.Key.Key_3, CTRL)
    write(form, "Vermogen (kW)", "110")
    assert "150 pk" in labels(form)
    press(form, Qt.Key.Key_5, CTRL)
    write(form, "Catalogusprijs (euro)", "€ 24.995,-")
    assert line(form, "Catalogusprijs (euro)").text() == "24.995,00"
    press(form, Qt.Key.Key_6, CTRL)
    press(form, Qt.Key.Key_S, CTRL)
    kaart = now(garage, golf)
    assert (kaart.kleur, kaart.zitplaatsen, kaart.vermogen, kaart.catalogusprijs) == (
        "Blauw",
        5,
        110,
        Bedrag(2_499_500),
    )
    same = replace(kaart, kleur="", zitplaatsen=None, vermogen=None, catalogusprijs=None)
    assert same == golf.kaart


def test_the_first_wrong_field_brings_its_tab(open_card: Open, golf: Voertuig) -> None:
    form = open_card(golf)
    press(form, Qt.Key.Key_3, CTRL)
    write(form, "Cilinders", "vier")
    press(form, Qt.Key.Key_1, CTRL)
    assert wrong(form) == ["Technisch: hier klopt een veld niet"]
    press(form, Qt.Key.Key_S, CTRL)
    assert (form._tabs.current, focus_name()) == ("technisch", "Cilinders")
    assert "Nog niet opgeslagen: 1 veld klopt niet." in form.problem.text
    write(form, "Cilinders", "4")
    assert wrong(form) == []


def test_a_figure_in_the_wrong_field_warns_and_is_kept(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf)
    press(form, Qt.Key.Key_3, CTRL)
    write(form, "Cilinders", "1498")
    assert any("onwaarschijnlijk" in note for note in notes(form))
    assert wrong(form) == []
    press(form, Qt.Key.Key_S, CTRL)
    assert now(garage, golf).cilinders == 1498


def test_a_note_of_ten_thousand_signs_is_told_at_its_field(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf)
    press(form, Qt.Key.Key_2, CTRL)
    form._tabs.fields_of("extra")["notitie"].set_value("x" * 10_000)
    press(form, Qt.Key.Key_1, CTRL)
    press(form, Qt.Key.Key_S, CTRL)
    assert form._tabs.current == "extra"
    assert any("10000" in note for note in notes(form))
    assert now(garage, golf).notitie == ""


def test_options_are_added_moved_and_taken_away(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf)
    press(form, Qt.Key.Key_6, CTRL)
    entry = line(form, "Nieuwe optie")
    for word in ("Trekhaak", "Navigatie", " trekhaak ", "Dakrails"):
        entry.setText(word)
        press(form, Qt.Key.Key_Return)
    field = form._tabs.fields_of("opties")["opties"]
    assert field.value() == ("Trekhaak", "Navigatie", "Dakrails")
    table = field.table  # type: ignore[attr-defined]  # the list is part of this field alone
    table.setFocus()
    press(form, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    table.selectRow(0)
    press(form, Qt.Key.Key_Delete)
    entry.setFocus()
    entry.setText("Stoelverwarming")
    press(form, Qt.Key.Key_S, CTRL)
    assert now(garage, golf).opties == ("Dakrails", "Navigatie", "Stoelverwarming")


def test_two_hundred_options_are_kept_and_one_more_is_refused(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf)
    press(form, Qt.Key.Key_6, CTRL)
    field = form._tabs.fields_of("opties")["opties"]
    field.set_value(tuple(f"Optie {nummer}" for nummer in range(201)))
    press(form, Qt.Key.Key_S, CTRL)
    assert wrong(form) == ["Opties: hier klopt een veld niet"]
    field.set_value(tuple(f"Optie {nummer}" for nummer in range(200)))
    press(form, Qt.Key.Key_S, CTRL)
    assert len(now(garage, golf).opties) == 200


def test_the_register_fills_tabs_that_nobody_opened(
    qtbot: QtBot, open_card: Open, garage: Garage, golf: Voertuig
) -> None:
    garage.register.autos["GA482R"] = RdwGegevens("GA482R", merk="Volkswagen", kleur="Grijs", vermogen=110)
    form = open_card(golf)
    press(form, Qt.Key.Key_F5)
    press(opened(qtbot, RdwVergelijkenForm), Qt.Key.Key_S, CTRL)
    assert opened(qtbot, MuterenForm) is form
    assert not form._tabs.is_built("technisch")
    press(form, Qt.Key.Key_2, CTRL)
    assert line(form, "Kleur").text() == "Grijs"
    press(form, Qt.Key.Key_S, CTRL)
    assert (now(garage, golf).kleur, now(garage, golf).vermogen) == ("Grijs", 110)


def test_two_editors_of_two_tabs_both_keep_what_they_typed(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf)
    garage.voertuigen.save(garage.wie("Planner schade"), golf.id, golf.kaart, replace(golf.kaart, opties=("Trekhaak",)))
    press(form, Qt.Key.Key_2, CTRL)
    write(form, "Kleur", "Rood")
    press(form, Qt.Key.Key_S, CTRL)
    assert (now(garage, golf).kleur, now(garage, golf).opties) == ("Rood", ("Trekhaak",))


def test_who_may_only_look_finds_every_tab_locked(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf, garage.wie("Monteur"))
    press(form, Qt.Key.Key_2, CTRL)
    assert line(form, "Kleur").isReadOnly()
    press(form, Qt.Key.Key_6, CTRL)
    assert "Toevoegen" not in buttons(form)


@pytest.mark.parametrize("name", TABS)
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_no_text_is_cut(open_card: Open, golf: Voertuig, look: Theme, name: str, scale: float) -> None:
    look.set_scale(scale)
    form = open_card(golf)
    form.resize(round(1040 * scale), round(688 * scale))
    form._tabs.turn(name)
    assert cut_texts(form) == []
