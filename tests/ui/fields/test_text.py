"""The typed fields: what a person types stays until it is understood, and then is written as the program writes it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from werkplaats.domain.datum import parse_datum
from werkplaats.domain.voertuig import Code
from werkplaats.errors import Bevinding, Ongeldig
from werkplaats.ui.datepicker import DatePicker
from werkplaats.ui.fields import CodeField, DateField, NumberField, SecretField, SlotButton, TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from werkplaats.ui.theme import Theme

PARSE = partial(parse_datum, vandaag=date(2026, 11, 24))


def shown(qtbot: QtBot, field: QLineEdit) -> None:
    """Shows a field with the focus."""
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.setFocus()


def test_a_text_is_given_without_the_spaces_around_it(look: Theme, qtbot: QtBot) -> None:
    field = TextField("naam")
    shown(qtbot, field)
    qtbot.keyClicks(field, "  van Dalen ")
    assert field.text() == "  van Dalen "
    assert field.value() == "van Dalen"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "van Dalen"


def test_only_a_person_changes_a_field(look: Theme, qtbot: QtBot) -> None:
    field = TextField("naam")
    shown(qtbot, field)
    changes: list[str] = []
    field.changed.connect(lambda: changes.append(field.value()))
    field.set_value("Smeets")
    assert changes == []
    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, "s")
    assert changes == ["Smeetss"]


def test_a_long_text_is_shown_from_its_beginning(look: Theme, qtbot: QtBot) -> None:
    field = TextField("naam", "s")
    qtbot.addWidget(field)
    field.set_value("Autobedrijf Van den Heuvel en Zonen, gevestigd te Nijmegen")
    assert field.cursorPosition() == 0


def test_an_optional_field_says_so(look: Theme, qtbot: QtBot) -> None:
    field = TextField("tussenvoegsel", optional=True)
    qtbot.addWidget(field)
    assert field.placeholderText() == "(mag leeg)"


@pytest.mark.parametrize("typed", ["2-12-2026", "02122026", "2/12/26", "2026-12-02", "2 dec 2026"])
def test_a_day_may_be_typed_in_any_form(look: Theme, qtbot: QtBot, typed: str) -> None:
    field = DateField("vervaldatum_apk", PARSE)
    shown(qtbot, field)
    qtbot.keyClicks(field, typed)
    assert field.text() == typed
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "02-12-2026"
    assert field.value() == date(2026, 12, 2)


def test_what_is_no_day_is_said_and_stays(look: Theme, qtbot: QtBot) -> None:
    field = DateField("geboortedatum", PARSE)
    shown(qtbot, field)
    qtbot.keyClicks(field, "31-02-1971")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "31-02-1971"
    assert field.remarks.now is not None
    assert field.remarks.now.role == "error"
    assert field.remarks.now.sentence == field.accessibleDescription() != ""
    with pytest.raises(Ongeldig) as fout:
        field.value()
    assert [bevinding.veld for bevinding in fout.value.bevindingen] == ["geboortedatum"]


def test_a_mended_day_takes_its_error_away(look: Theme, qtbot: QtBot) -> None:
    field = DateField("geboortedatum", PARSE)
    shown(qtbot, field)
    qtbot.keyClicks(field, "31-02-1971")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    field.clear()
    qtbot.keyClicks(field, "28-02-1971")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.remarks.now is None


def test_tidying_leaves_what_others_found(look: Theme, qtbot: QtBot) -> None:
    field = DateField("geboortedatum", PARSE)
    shown(qtbot, field)
    field.set_value(date(2011, 3, 14))
    field.set_finding(Bevinding("geboortedatum", "MINDERJARIG"), "De aanvrager moet 18 jaar of ouder zijn.")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.remarks.now is not None


def test_the_calendar_opens_by_key_and_fills_the_field(look: Theme, qtbot: QtBot) -> None:
    field = DateField("vervaldatum_apk", PARSE)
    shown(qtbot, field)
    field.set_value(date(2026, 12, 2))
    changes: list[date | None] = []
    field.changed.connect(lambda: changes.append(field.value()))
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    picker = field.findChild(DatePicker)
    assert isinstance(picker, DatePicker)
    picker.picked.emit(date(2026, 12, 3))
    picker.close()
    assert field.text() == "03-12-2026"
    assert changes == [date(2026, 12, 3)]


def test_a_day_that_is_only_read_has_no_calendar(look: Theme, qtbot: QtBot) -> None:
    field = DateField("vervaldatum_apk", PARSE)
    shown(qtbot, field)
    button = field.findChild(SlotButton)
    assert isinstance(button, SlotButton)
    assert button.isVisible()
    field.set_read_only(True)
    assert not button.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert field.findChild(DatePicker) is None


@pytest.mark.parametrize(
    ("typed", "value", "written"),
    [
        ("1214", 1214, "1.214"),
        ("1.214", 1214, "1.214"),
        ("1 214", 1214, "1.214"),
        ("231408", 231408, "231.408"),
        ("0", 0, "0"),
        ("-5", -5, "-5"),
        ("", None, ""),
    ],
)
def test_a_number_is_read_with_and_without_dots(
    look: Theme, qtbot: QtBot, typed: str, value: int | None, written: str
) -> None:
    field = NumberField("ledig_gewicht")
    shown(qtbot, field)
    qtbot.keyClicks(field, typed)
    assert field.value() == value
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == written


@pytest.mark.parametrize("typed", ["1,5", "12.34", "1214 kg", "veel", "1.2.3", "٣"])
def test_what_is_no_whole_number_is_said(look: Theme, qtbot: QtBot, typed: str) -> None:
    field = NumberField("ledig_gewicht")
    shown(qtbot, field)
    field.setText(typed)
    with pytest.raises(Ongeldig):
        field.value()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == typed
    assert field.remarks.now is not None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers(-(10**9), 10**9), grouped=st.booleans())
def test_a_shown_number_reads_back(look: Theme, number: int, grouped: bool) -> None:
    field = NumberField("km", grouped=grouped)
    field.set_value(number)
    assert field.value() == number


def test_a_year_has_no_dot(look: Theme, qtbot: QtBot) -> None:
    field = NumberField("bouwjaar", grouped=False)
    qtbot.addWidget(field)
    field.set_value(2020)
    assert field.text() == "2020"


def test_a_code_is_dots_until_it_is_asked_for(look: Theme, qtbot: QtBot) -> None:
    field = CodeField("radiocode")
    shown(qtbot, field)
    code = Code.masked("4417")
    field.set_value(code)
    asked: list[str] = []
    field.reveal_asked.connect(lambda: asked.append("radiocode"))
    assert "4417" not in field.text()
    assert set(field.text()) == {"•"}
    assert field.value() == code
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert asked == ["radiocode"]
    field.show_code("4417")
    assert field.text() == "4417"
    assert field.value() == code, "a look is no change"
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert "4417" not in field.text()


def test_a_second_look_in_the_same_dialog_asks_no_one(look: Theme, qtbot: QtBot) -> None:
    field = CodeField("radiocode")
    shown(qtbot, field)
    field.set_value(Code.masked("4417"))
    field.show_code("4417")
    asked: list[int] = []
    field.reveal_asked.connect(lambda: asked.append(1))
    for _press in range(2):
        qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert field.text() == "4417"
    assert asked == []


@pytest.mark.parametrize("first", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_dots_are_never_edited(look: Theme, qtbot: QtBot, first: Qt.Key) -> None:
    field = CodeField("radiocode")
    shown(qtbot, field)
    field.set_value(Code.masked("4417"))
    qtbot.keyClick(field, first)
    qtbot.keyClicks(field, "99")
    assert field.text() == "99"
    assert field.value() == Code.of("99")


def test_a_code_that_is_deleted_is_empty(look: Theme, qtbot: QtBot) -> None:
    field = CodeField("radiocode")
    shown(qtbot, field)
    field.set_value(Code.masked("4417"))
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert field.value() == Code.of("")


def test_a_code_typed_over_the_dots_replaces_it(look: Theme, qtbot: QtBot) -> None:
    field = CodeField("radiocode")
    shown(qtbot, field)
    field.set_value(Code.masked("4417"))
    qtbot.keyClicks(field, "5G1")
    assert field.value() == Code.of("5G1")


def test_a_code_pasted_over_the_dots_replaces_it(look: Theme, qtbot: QtBot, qapp: QApplication) -> None:
    field = CodeField("radiocode")
    shown(qtbot, field)
    field.set_value(Code.masked("4417"))
    qapp.clipboard().setText("5G1")
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == Code.of("5G1")
    assert field.text() == "5G1"


def test_who_may_only_read_may_still_look_and_changes_nothing(look: Theme, qtbot: QtBot) -> None:
    field = CodeField("radiocode")
    shown(qtbot, field)
    code = Code.masked("4417")
    field.set_value(code)
    field.set_read_only(True)
    asked: list[int] = []
    field.reveal_asked.connect(lambda: asked.append(1))
    eye = field.findChild(SlotButton)
    assert isinstance(eye, SlotButton)
    assert eye.isVisible()
    qtbot.keyClicks(field, "99")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert field.value() is code
    qtbot.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert asked == [1]


def test_no_code_has_no_eye(look: Theme, qtbot: QtBot) -> None:
    field = CodeField("alarmcode")
    shown(qtbot, field)
    eye = field.findChild(SlotButton)
    assert isinstance(eye, SlotButton)
    field.set_value(Code())
    assert not eye.isVisible()
    field.set_value(Code.masked("1"))
    assert eye.isVisible()


def test_a_kept_secret_is_never_in_the_field(look: Theme, qtbot: QtBot) -> None:
    field = SecretField("rdw_token")
    shown(qtbot, field)
    field.set_kept(kept=True)
    assert field.text() == ""
    assert set(field.placeholderText()) == {"•"}
    assert field.value() is None
    qtbot.keyClicks(field, "nieuw")
    assert field.value() == "nieuw"
    assert field.displayText() != "nieuw"
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert field.displayText() == "nieuw"
    field.set_kept(kept=True)
    assert field.value() is None
    assert field.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.15, 1.3])
@pytest.mark.parametrize("read_only", [False, True])
def test_focus_error_and_warning_move_nothing(look: Theme, qtbot: QtBot, scale: float, read_only: bool) -> None:
    look.set_scale(scale)
    field = TextField("postcode", "s")
    shown(qtbot, field)
    field.set_read_only(read_only)
    field.clearFocus()
    sizes = {field.sizeHint().toTuple()}
    for sentence in ("", "Een postcode is 4 cijfers en 2 letters."):
        field.set_finding(Bevinding("postcode", "POSTCODE") if sentence else None, sentence)
        sizes.add(field.sizeHint().toTuple())
        field.setFocus()
        sizes.add(field.sizeHint().toTuple())
        field.clearFocus()
    assert {height for _, height in sizes} == {look.size("field")}
    assert field.height() == look.size("field")


def test_who_may_see_no_codes_gets_no_eye(qtbot: QtBot) -> None:
    field = CodeField("radiocode")
    qtbot.addWidget(field)
    field.set_value(Code(gevuld=True))
    field.show()
    asked: list[bool] = []
    field.reveal_asked.connect(lambda: asked.append(True))
    field.allow_reveal(False)
    eye = field.findChild(SlotButton)
    assert isinstance(eye, SlotButton)
    assert not eye.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert asked == []
