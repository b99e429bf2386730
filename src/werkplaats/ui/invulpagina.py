"""A page on which one fills in something above the list of what was filled in before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from werkplaats.ui.cards import HairLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkplaats.ui.empty import EmptyList
    from werkplaats.ui.table import Table

_GAP = 12


class EntryPage(QWidget):
    """``entry`` stands above the line, the table or ``empty`` below it; ``may_enter`` is off for who only reads."""

    def __init__(self, entry: Sequence[QWidget], table: Table, empty: EmptyList, *, may_enter: bool = True) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _GAP, 0, 0)
        column.setSpacing(_GAP)
        above = QWidget()
        fields = QVBoxLayout(above)
        fields.setContentsMargins(24, 0, 24, 0)
        fields.setSpacing(_GAP)
        for widget in entry:
            fields.addWidget(widget)
        above.setVisible(may_enter)
        column.addWidget(above)
        column.addWidget(HairLine())
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(table)
        self._stack.addWidget(empty)

    def show_list(self, *, filled: bool) -> None:
        """Shows the table, or why it would be empty."""
        self._stack.setCurrentIndex(0 if filled else 1)
