"""A page with fields above a list: the list or why it is empty, and no fields for who only reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from werkplaats.ui.empty import EmptyList
from werkplaats.ui.invulpagina import EntryPage
from werkplaats.ui.table import Column, Table

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_list_or_why_there_is_none(qtbot: QtBot) -> None:
    table, empty, field = Table((Column("Wat"),)), EmptyList("crm", "Nog niets"), QLineEdit()
    page = EntryPage((field,), table, empty)
    qtbot.addWidget(page)
    page.show()
    for filled in (False, True, False):
        page.show_list(filled=filled)
        assert (table.isVisible(), empty.isVisible()) == (filled, not filled)
        assert field.isVisible()


def test_who_only_reads_sees_the_list_alone(qtbot: QtBot) -> None:
    table, field = Table((Column("Wat"),)), QLineEdit()
    page = EntryPage((field,), table, EmptyList("crm", "Nog niets"), may_enter=False)
    qtbot.addWidget(page)
    page.show()
    page.show_list(filled=True)
    assert table.isVisible()
    assert not field.isVisible()
