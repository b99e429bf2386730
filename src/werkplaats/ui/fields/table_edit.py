"""A short table that one fills in: lines of fields, as many as there are, with a button to add one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from werkplaats.i18n import _
from werkplaats.ui.button import Button, IconButton
from werkplaats.ui.fields.base import FieldBase, Remarks
from werkplaats.ui.labels import Label, NoteLine
from werkplaats.ui.theme import theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Velden = Sequence[Any]


class TabelField(FieldBase, QWidget):
    """A field whose value is a tuple of records; ``make`` gives the fields of a line, ``read`` their record."""

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        veld: str,
        name: str,
        heads: Sequence[str],
        make: Callable[[Any], Velden],
        read: Callable[[Velden], Any],
        adding: str,
    ) -> None:
        super().__init__()
        self.veld = veld
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.remarks = Remarks(self)
        self.remarks.changed.connect(self._tell)
        self._make, self._read = make, read
        self._lines: list[Velden] = []
        self._removers: dict[int, IconButton] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(tokens().margin["label_to_field"])
        self._grid.setVerticalSpacing(tokens().margin["between_fields"])
        for column, head in enumerate(heads):
            self._grid.addWidget(Label(head, "small", "text_2"), 0, column)
        self._grid.setColumnStretch(len(heads) + 1, 1)
        self._heads = heads
        self._note = NoteLine()
        self._add = Button(adding, icon="nieuw", kind="small")
        self._add.clicked.connect(self._add_line)
        below = QHBoxLayout()
        below.addWidget(self._add)
        below.addStretch(1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(tokens().margin["between_fields"])
        column_.addLayout(self._grid)
        column_.addWidget(self._note)
        column_.addLayout(below)

    def value(self) -> tuple[Any, ...]:
        """The records; raises Ongeldig where a line cannot be read."""
        return tuple(self._read(line) for line in self._lines)

    def set_value(self, value: Sequence[Any], /) -> None:
        """Shows records."""
        for line in list(self._lines):
            self._drop(line)
        for record in value:
            self._show_line(record)

    def set_read_only(self, read_only: bool) -> None:
        """A table that is only read is off."""
        self.setEnabled(not read_only)

    def _show_line(self, record: Any) -> Velden:
        line = self._make(record)
        self._lines.append(line)
        remove = self._removers[id(line)] = IconButton("wissen", _("Regel weghalen"))
        remove.clicked.connect(lambda: self._remove(line))
        # A row of the grid is never used twice: the order of the rows is the order of the lines.
        row = self._grid.rowCount()
        self._grid.setRowMinimumHeight(row, theme().size("field"))
        for column, (widget, head) in enumerate(zip(line, self._heads, strict=True)):
            widget.setAccessibleName(head)
            widget.changed.connect(self.changed)
            widget.left.connect(self.left)
            self._grid.addWidget(widget, row, column)
            widget.show()
        self._grid.addWidget(remove, row, len(line))
        remove.show()
        self.setFocusProxy(self._lines[0][0])
        order = [widget for each in self._lines for widget in (*each, self._removers[id(each)])]
        for before, after in zip(order, [*order[1:], self._add], strict=True):
            QWidget.setTabOrder(before, after)
        return line

    def _add_line(self) -> None:
        self._show_line(None)[0].setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _remove(self, line: Velden) -> None:
        self._drop(line)
        (self._lines[-1][0] if self._lines else self._add).setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _drop(self, line: Velden) -> None:
        self._lines.remove(line)
        self._grid.setRowMinimumHeight(self._row_of(line), 0)
        for widget in (*line, self._removers.pop(id(line))):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.setFocusProxy(self._lines[0][0] if self._lines else self._add)

    def _row_of(self, line: Velden) -> int:
        """The row of the grid in which a line stands."""
        at = self._grid.getItemPosition(self._grid.indexOf(line[0]))
        return int(at[0])  # type: ignore[index]  # Qt gives a tuple, its types say object

    def _tell(self) -> None:
        now = self.remarks.now
        if now is None or not now.sentence:
            self._note.fall_silent()
        else:
            self._note.say(now.role, now.sentence)
