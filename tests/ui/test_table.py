"""A table shows plates, boxes, chips and words in straight rows, and works by keyboard and by mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from werkplaats.domain.kenteken import Kenteken
from werkplaats.ui.cells import shown_in, widths_in
from werkplaats.ui.chip import state_look
from werkplaats.ui.table import Cell, Column, Table

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from werkplaats.ui.theme import Theme

COLUMNS = (Column("", 56), Column("Veld", 160), Column("Nu"), Column("Km", 78, right=True))
ROWS = (
    (Cell(check=True), Cell("Vervaldatum APK", strong=True), Cell("02-12-2025"), Cell("84.312")),
    (Cell(check=False), Cell("CO2-uitstoot", strong=True), Cell(""), Cell("")),
    (Cell(icon="opslaan"), Cell("Merk"), Cell("Volkswagen"), Cell("1")),
)


@pytest.fixture
def table(look: Theme, qtbot: QtBot) -> Table:
    table = Table(COLUMNS, indent=24, row="row_action")
    qtbot.addWidget(table)
    table.set_rows(ROWS)
    table.resize(600, table.height_for_rows(4))
    with qtbot.waitExposed(table):
        table.show()
    return table


def test_the_model_keeps_to_the_rules_of_qt(table: Table) -> None:
    tester = QAbstractItemModelTester(table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.set_rows(ROWS[:1])
    table.set_rows(())
    assert tester.model() is table.rows
    assert table.rows.rowCount(QModelIndex()) == 0


def test_the_first_row_is_chosen(table: Table) -> None:
    assert table.chosen_row() == 0


def test_space_turns_the_box_of_the_chosen_row(table: Table, qtbot: QtBot) -> None:
    turned: list[tuple[int, bool]] = []
    table.rows.ticked.connect(lambda row, on: turned.append((row, on)))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert turned == [(0, False), (1, True)]
    assert [table.rows.is_ticked(row) for row in range(3)] == [False, True, False]


def test_a_click_on_a_box_turns_it(table: Table, qtbot: QtBot) -> None:
    place = QPoint(table.columnViewportPosition(0) + 30, table.rowViewportPosition(1) + 10)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.rows.is_ticked(1)
    assert table.chosen_row() == 1


def test_a_click_beside_the_box_only_chooses(table: Table, qtbot: QtBot) -> None:
    place = QPoint(table.columnViewportPosition(1) + 30, table.rowViewportPosition(1) + 10)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not table.rows.is_ticked(1)
    assert table.chosen_row() == 1


def test_enter_and_a_double_click_open_the_row(table: Table, qtbot: QtBot) -> None:
    opened: list[int] = []
    table.opened.connect(opened.append)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    place = QPoint(table.columnViewportPosition(1) + 30, table.rowViewportPosition(2) + 10)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [1, 2]


def test_tab_leaves_the_table(table: Table, qtbot: QtBot) -> None:
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert table.chosen_row() == 0


def test_the_chosen_row_has_a_bar(table: Table, look: Theme) -> None:
    y = table.rowViewportPosition(0) + 5
    image = table.viewport().grab().toImage()
    assert image.pixelColor(1, y) == look.color("accent")
    assert image.pixelColor(400, y) in (look.color("select"), look.color("select_idle"))
    assert image.pixelColor(1, table.rowViewportPosition(1) + 5) == look.color("surface")


def test_the_whole_row_under_the_pointer_is_lit(table: Table, look: Theme) -> None:
    place = QPoint(300, table.rowViewportPosition(2) + 10)
    nothing, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    over = table.viewport().mapToGlobal(place)
    # Sent by hand: the mouse of the tests remembers a button that an earlier test pressed, and would drag.
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), QPointF(over), nothing, nothing, no_key)
    QApplication.sendEvent(table.viewport(), event)
    assert table.hovered == 2
    image = table.viewport().grab().toImage()
    assert image.pixelColor(4, place.y() + 8) == look.color("hover")
    assert image.pixelColor(560, place.y() + 8) == look.color("hover")


def test_one_column_takes_what_is_left(table: Table) -> None:
    assert [table.columnWidth(at) for at in (0, 1, 3)] == [56, 160, 78]
    assert sum(table.columnWidth(at) for at in range(4)) == table.viewport().width()


def test_columns_and_rows_grow_with_the_text_size(table: Table, look: Theme) -> None:
    look.set_scale(1.3)
    assert table.columnWidth(1) == 210
    assert table.rowHeight(0) == 42


def test_a_screen_reader_hears_plates_and_words(look: Theme, qtbot: QtBot) -> None:
    table = Table((Column("Kenteken", 124), Column("Toestand", 172), Column("Doen", 32)))
    qtbot.addWidget(table)
    state = state_look("pechhulp", "geopend")
    table.set_rows(
        [[Cell(kenteken=Kenteken.parse("GX482R")), Cell("Geopend", state=state), Cell(icon="wissen", name="Weg")]]
    )
    heard = [table.rows.index(0, at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(3)]
    assert heard == ["Kenteken GX-482-R, Nederland", "Geopend", "Weg"]
    assert table.rows.index(0, 0).data() == "GX-482-R"


def test_titles_keep_their_small_letter_in_a_window(look: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    table = Table((Column("Datum", 112), Column("Omschrijving", None)))
    QVBoxLayout(window).addWidget(table)
    window.show()
    letter = table.horizontalHeader().font()
    assert (letter.pixelSize(), letter.weight()) == (12, 500)


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (1000, [100, 0, 200, 100]),
        (568, [100, 0, 200, 100]),
        (508, [100, 0, 140, 100]),
        (400, [100, 0, 120, 100]),
        (380, [100, 72, 120, 100]),
    ],
)
def test_in_a_narrow_window_free_text_gives_room_and_what_is_left_is_never_nothing(
    room: int, widths: list[int]
) -> None:
    columns = (Column("Kenteken", 100), Column("Merk"), Column("Naam", 200, elastic=True), Column("Datum", 100))
    assert widths_in(columns, room, lambda width: width) == widths


@pytest.mark.parametrize(
    ("room", "titles"),
    [
        (600, ["Kenteken", "Vorige", "Reden", "Doen"]),
        (419, ["Kenteken", "Reden", "Doen"]),
        (319, ["Kenteken", "Reden"]),
        (50, ["Kenteken", "Reden"]),
    ],
)
def test_a_spare_column_leaves_for_what_must_be_read_the_first_one_first(room: int, titles: list[str]) -> None:
    columns = (Column("Kenteken", 100), Column("Vorige", 100, spare=1), Column("Reden"), Column("Doen", 100, spare=2))
    shown = shown_in(columns, room, lambda width: width)
    assert [column.title for column, here in zip(columns, shown, strict=True) if here] == titles


def test_a_spare_column_comes_back_with_the_room(look: Theme, qtbot: QtBot) -> None:
    table = Table((Column("Kenteken", 100), Column("Vorige", 100, spare=1), Column("Reden")))
    qtbot.addWidget(table)
    table.resize(280, 200)
    table.show()
    assert table.isColumnHidden(1)
    assert not table.horizontalScrollBar().isVisible()
    table.resize(500, 200)
    assert not table.isColumnHidden(1)
