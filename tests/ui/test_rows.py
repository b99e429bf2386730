"""A dialog reads as a list of rows: labels, fields, and under a field what is wrong with it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from werkplaats.errors import Bevinding
from werkplaats.ui.dialog_frame import DialogFrame
from werkplaats.ui.fields import Check, Combo, NumberField, PlateEdit, PlateVerdict, TextField
from werkplaats.ui.labels import NoteLine
from werkplaats.ui.rows import CheckBlock, FieldGrid, Row, Spring

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from werkplaats.ui.theme import Theme


@pytest.fixture
def grid(look: Theme, qtbot: QtBot) -> FieldGrid:
    grid = FieldGrid("dialog")
    qtbot.addWidget(grid)
    grid.resize(640, 400)
    return grid


def left(widget: QWidget, grid: FieldGrid) -> int:
    """Where a widget begins, seen from the grid."""
    return widget.mapTo(grid, QPoint(0, 0)).x()


def top(widget: QWidget, grid: FieldGrid) -> int:
    """How low a widget stands in the grid."""
    return widget.mapTo(grid, QPoint(0, 0)).y()


def notes(row: Row) -> list[str]:
    """What is said under the fields of a row."""
    return [note.accessibleName() for note in row.findChildren(NoteLine) if note.isVisibleTo(row)]


def test_fields_of_a_group_stand_under_each_other(grid: FieldGrid, qtbot: QtBot) -> None:
    name, street, city = TextField("naam"), TextField("straat", "m"), Combo("plaats", [("", "Nijmegen")], "l")
    for label, field in (("Naam", name), ("Straat", street), ("Woonplaats", city)):
        grid.row(label, field)
    grid.show()
    assert {left(field, grid) for field in (name, street, city)} == {152}
    tops = [top(field, grid) for field in (name, street, city)]
    assert [later - earlier for earlier, later in itertools.pairwise(tops)] == [36, 36]


def test_a_long_label_is_never_cut(grid: FieldGrid) -> None:
    field = TextField("naam")
    row = grid.row("Naam van de contactpersoon bij de leasemaatschappij", field)
    grid.show()
    assert row.label.width() >= row.label.minimumSizeHint().width()
    assert left(field, grid) >= row.label.geometry().right()


def test_the_label_names_the_field(grid: FieldGrid) -> None:
    field = TextField("naam")
    row = grid.row("&Naam", field)
    assert field.accessibleName() == "Naam"
    assert row.label.buddy() is field


def test_a_label_of_two_parts_names_two_fields(grid: FieldGrid) -> None:
    street, number = TextField("straat"), TextField("huisnr", "xs")
    grid.row("Straat / Huisnr.", street, number)
    assert [street.accessibleName(), number.accessibleName()] == ["Straat", "Huisnr."]


def test_a_label_inside_the_row_names_what_follows_it(grid: FieldGrid) -> None:
    form = Combo("aanhef", [("m", "De heer")], "s")
    initials, infix = TextField("voorletters", "xs"), TextField("tussenvoegsel", "xs")
    grid.row("Aanhef", form, Spring(), "Voorletters / tussenv.", initials, infix)
    grid.show()
    assert [field.accessibleName() for field in (form, initials, infix)] == ["Aanhef", "Voorletters", "tussenv."]
    assert left(infix, grid) + infix.width() == grid.width(), "what follows a spring stands at the right"


def test_the_unit_belongs_to_the_name(grid: FieldGrid) -> None:
    weight = NumberField("ledig_gewicht", None)
    grid.row("Ledig gewicht", weight, unit="kg")
    assert weight.accessibleName() == "Ledig gewicht (kg)"


def test_units_of_all_rows_stand_in_one_column(grid: FieldGrid) -> None:
    weight, exhaust = NumberField("ledig_gewicht", None), NumberField("co2", None)
    grid.row("Ledig gewicht", weight, unit="kg")
    grid.row("CO2-uitstoot", exhaust, unit="g/km")
    grid.show()
    assert weight.width() == exhaust.width()


def test_a_box_keeps_its_own_word_as_name(grid: FieldGrid) -> None:
    gas = Check("lpg", "LPG")
    grid.row("Toevoeging", gas, Check("g3", "G3"))
    assert gas.accessibleName() == ""
    assert gas.text() == "LPG"


def test_boxes_stand_in_columns(grid: FieldGrid) -> None:
    checks = [Check(str(at), f"Keuze {at}") for at in range(4)]
    block = CheckBlock(checks[:2], checks[2:])
    grid.row("", block)
    grid.show()
    assert left(checks[0], grid) == left(checks[2], grid) == 152
    assert left(checks[1], grid) == left(checks[3], grid)
    assert set(grid.fields) == {"0", "1", "2", "3"}


def test_all_fields_are_known_by_name(grid: FieldGrid) -> None:
    grid.row("Merk / Model", TextField("merk"), TextField("model"))
    assert list(grid.fields) == ["merk", "model"]


def test_a_sentence_comes_under_its_field_and_pushes_the_rest_down(grid: FieldGrid, qtbot: QtBot) -> None:
    postcode, phone = TextField("postcode", "s"), TextField("telefoon", "s")
    row = grid.row("Postcode / Plaats", postcode, TextField("plaats"))
    grid.row("Telefoon", phone)
    grid.show()
    before = top(phone, grid)
    assert notes(row) == []
    postcode.set_finding(Bevinding("postcode", "X"), "Een postcode is 4 cijfers en 2 letters.")
    assert notes(row) == ["Een postcode is 4 cijfers en 2 letters."]
    qtbot.waitUntil(lambda: top(phone, grid) > before)
    assert top(postcode, grid) == 0, "what stands above does not move"
    postcode.set_finding(None)
    qtbot.waitUntil(lambda: top(phone, grid) == before)


def test_two_wrong_fields_in_a_row_both_speak(grid: FieldGrid) -> None:
    street, number = TextField("straat"), TextField("huisnr", "xs")
    row = grid.row("Straat / Huisnr.", street, number)
    street.set_finding(Bevinding("straat", "X"), "Vul een straat in.")
    number.set_finding(Bevinding("huisnr", "X"), "Vul een huisnummer in.")
    assert notes(row) == ["Vul een straat in.", "Vul een huisnummer in."]


def test_a_hint_makes_room_for_what_is_wrong(grid: FieldGrid) -> None:
    field = TextField("btw", "m")
    row = grid.row("BTW-nummer", field, hint="10 cijfers, zonder BE.")
    assert notes(row) == ["10 cijfers, zonder BE."]
    field.set_finding(Bevinding("btw", "X"), "Dit nummer heeft 9 cijfers.")
    assert notes(row) == ["Dit nummer heeft 9 cijfers."]
    field.set_finding(None)
    assert notes(row) == ["10 cijfers, zonder BE."]


def test_a_plate_with_its_verdict_beside_it_says_it_once(grid: FieldGrid) -> None:
    plate = PlateEdit()
    row = grid.row("Kenteken", plate, PlateVerdict(plate))
    plate.setText("!")
    plate.judge()
    assert len(notes(row)) == 1


def test_a_long_sentence_wraps_in_a_narrow_column(look: Theme, qtbot: QtBot) -> None:
    grid = FieldGrid("two_columns")
    qtbot.addWidget(grid)
    field = TextField("postcode", "s")
    row = grid.row("Postcode", field)
    grid.resize(270, 300)
    grid.show()
    field.set_finding(Bevinding("postcode", "X"), "Een postcode is 4 cijfers en 2 letters, bijvoorbeeld 6533 GL.")
    note = next(note for note in row.findChildren(NoteLine) if note.isVisible())
    qtbot.waitUntil(lambda: note.height() >= note.heightForWidth(note.width()) > note.sizeHint().height())
    assert note.width() < note.sizeHint().width()


def test_tab_follows_the_order_of_the_rows(look: Theme, qtbot: QtBot) -> None:
    grid = FieldGrid("two_columns", columns=2)
    qtbot.addWidget(grid)
    names = ["merk", "model", "type", "soort", "motorcode"]
    fields = {name: TextField(name) for name in names}
    grid.group("Algemeen")
    grid.row("Merk / Model", fields["merk"], fields["model"])
    grid.row("Type", fields["type"])
    grid.row("Soort", fields["soort"], column=1)
    grid.row("Motorcode", fields["motorcode"], column=1)
    with qtbot.waitActive(grid):
        grid.show()
        grid.activateWindow()
    fields["merk"].setFocus()
    order = []
    for _step in names:
        focused = QApplication.focusWidget()
        assert isinstance(focused, TextField)
        order.append(focused.veld)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert order == names


def test_two_columns_of_fields_are_equally_wide_and_aligned(look: Theme, qtbot: QtBot) -> None:
    grid = FieldGrid("two_columns", columns=2)
    qtbot.addWidget(grid)
    grid.group("Algemeen")
    first, second = TextField("type"), TextField("motorcode")
    grid.row("Type", first)
    grid.row("Motorcode", second, column=1)
    grid.resize(672, 200)
    grid.show()
    assert top(first, grid) == top(second, grid)
    assert abs(first.width() - second.width()) <= 1


def test_a_hidden_row_leaves_no_hole(grid: FieldGrid, qtbot: QtBot) -> None:
    company, name = TextField("bedrijfsnaam"), TextField("naam")
    row = grid.row("Bedrijfsnaam", company)
    grid.row("Naam", name)
    grid.show()
    row.setVisible(False)
    qtbot.waitUntil(lambda: top(name, grid) == 0)
    assert not row.label.isVisible()
    row.setVisible(True)
    qtbot.waitUntil(lambda: top(name, grid) == 36)


def test_labels_stand_beside_the_first_line(grid: FieldGrid) -> None:
    plate = PlateEdit(kind="input_small")
    row = grid.row("Kenteken", plate)
    grid.show()
    label_middle = top(row.label, grid) + row.label.height() / 2
    assert abs(label_middle - (top(plate, grid) + plate.height() / 2)) <= 1


def test_wide_sentences_begin_under_the_label_and_nothing_else_moves(look: Theme, qtbot: QtBot) -> None:
    narrow, wide = FieldGrid("dialog"), FieldGrid("dialog", wide_notes=True)
    for grid in (narrow, wide):
        qtbot.addWidget(grid)
        grid.group("Data")
        grid.row("Bouwjaar", NumberField("bouwjaar", "s"))
        grid.row("Merk", TextField("merk"))
        grid.resize(260, 300)
        grid.show()
    fields = [[cast("QWidget", field) for field in grid.fields.values()] for grid in (narrow, wide)]
    places = [[top(field, grid) for field in of_grid] for grid, of_grid in zip((narrow, wide), fields, strict=True)]
    assert places[0] == places[1]
    wide.fields["bouwjaar"].set_finding(Bevinding("bouwjaar", "GETAL_ONLEESBAAR"))
    (note,) = [note for note in wide.findChildren(NoteLine) if note.isVisible()]
    assert left(note, wide) == 0


def test_the_problem_line_has_room_for_its_edge_at_once(look: Theme, qtbot: QtBot) -> None:
    frame = DialogFrame(None)
    qtbot.addWidget(frame)
    frame.show()
    frame.problem.show_problem("Nog niet opgeslagen", "Verbeter het.")
    first = frame.problem.sizeHint().height()
    look.set_scheme("dark")
    assert frame.problem.sizeHint().height() == first
