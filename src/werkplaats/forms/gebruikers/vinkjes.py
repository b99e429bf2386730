"""A field of boxes under each other: its value is the names of those that are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from werkplaats.ui.fields.base import FieldBase, Remarks
from werkplaats.ui.fields.choice import Check

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class VinkjesField(FieldBase, QWidget):
    """``choices`` are names with their words; ``columns`` of boxes stand beside each other, read downward."""

    changed = Signal()
    left = Signal()

    def __init__(self, veld: str, name: str, choices: Sequence[tuple[str, str]], columns: int = 1) -> None:
        super().__init__()
        self.veld = veld
        self.remarks = Remarks(self)
        self.setAccessibleName(name)
        self._checks = {value: Check(f"{veld}_{value}", words) for value, words in choices}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        rows = -(-len(choices) // columns)
        for at, check in enumerate(self._checks.values()):
            grid.addWidget(check, at % rows, at // rows)
            check.changed.connect(self.changed)
            check.left.connect(self._leave)
        grid.setColumnStretch(columns, 1)
        self.setFocusProxy(next(iter(self._checks.values())))

    def value(self) -> tuple[str, ...]:
        """The names of the boxes that are ticked."""
        return tuple(value for value, check in self._checks.items() if check.value())

    def set_value(self, value: Iterable[str], /) -> None:
        """Ticks these and no others."""
        ticked = set(value)
        for name, check in self._checks.items():
            check.set_value(name in ticked)

    def set_read_only(self, read_only: bool) -> None:
        """Boxes that are only read are off, but as readable as a text."""
        for check in self._checks.values():
            check.set_read_only(read_only)

    def _leave(self) -> None:
        """Going from box to box is not yet leaving the field."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.left.emit()
