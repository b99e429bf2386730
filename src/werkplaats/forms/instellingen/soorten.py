"""The kinds of roadside assistance that Bovemij sells: lines of a code and its words, as many as there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.pechhulp import Soort
from werkplaats.i18n import _
from werkplaats.ui.button import Button, IconButton
from werkplaats.ui.fields.base import FieldBase, Remarks
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.labels import Label, NoteLine
from werkplaats.ui.theme import theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable


class _Line:
    """One kind: its code, its words, and the button that takes it away."""

    def __init__(self, soort: Soort) -> None:
        self.code = TextField("code", "s", code=True)
        self.code.setAccessibleName(_("Code"))
        self.label = TextField("label")
        self.label.setAccessibleName(_("Omschrijving"))
        self.remove = IconButton("wissen", _("Soort weghalen"))
        self.code.set_value(soort.code)
        self.label.set_value(soort.label)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """What stands on the line, from left to right."""
        return self.code, self.label, self.remove

    def soort(self) -> Soort:
        """The kind that stands on the line."""
        return Soort(self.code.value(), self.label.value())


class SoortenField(FieldBase, QWidget):
    """A field whose value is a tuple of kinds; its codes stand in the column of the labels."""

    changed = Signal()
    left = Signal()

    def __init__(self, veld: str) -> None:
        super().__init__()
        self.veld = veld
        self.remarks = Remarks(self)
        self.remarks.changed.connect(self._tell)
        self.setAccessibleName(_("Soorten pechhulp"))
        self._lines: list[_Line] = []
        self._grid = QGridLayout()
        self._note = NoteLine()
        self._add = Button(_("Soort toevoegen"), icon="nieuw", kind="small")
        self._add.clicked.connect(self._add_line)
        self._lay_out()

    def value(self) -> tuple[Soort, ...]:
        """The kinds, in the order in which they are offered."""
        return tuple(line.soort() for line in self._lines)

    def set_value(self, value: Iterable[Soort], /) -> None:
        """Shows kinds."""
        if tuple(value) == self.value():
            return
        for line in list(self._lines):
            self._drop(line)
        for soort in value:
            self._show_line(soort)

    def set_read_only(self, read_only: bool) -> None:
        """Kinds that are only read are off."""
        self.setEnabled(not read_only)

    def _show_line(self, soort: Soort) -> _Line:
        line = _Line(soort)
        self._lines.append(line)
        # A row of the grid is never used twice: the order of the rows is the order of the lines.
        row = self._grid.rowCount()
        for column, widget in enumerate(line.widgets):
            self._grid.addWidget(widget, row, column)
            # A layout shows what is put in it only later; the cursor is to go there now.
            widget.show()
        for field in (line.code, line.label):
            field.changed.connect(self.changed)
            field.left.connect(self._leave)
        line.remove.clicked.connect(lambda: self._remove(line))
        self.setFocusProxy(self._lines[0].code)
        for before, after in zip(self._order(), self._order()[1:], strict=False):
            QWidget.setTabOrder(before, after)
        return line

    def _order(self) -> list[QWidget]:
        return [*(widget for line in self._lines for widget in line.widgets), self._add]

    def _add_line(self) -> None:
        line = self._show_line(Soort("", ""))
        line.code.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _remove(self, line: _Line) -> None:
        at = self._lines.index(line)
        self._drop(line)
        rest = self._lines[min(at, len(self._lines) - 1)].code if self._lines else self._add
        rest.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()
        self.left.emit()

    def _drop(self, line: _Line) -> None:
        self._lines.remove(line)
        if self._lines:
            self.setFocusProxy(self._lines[0].code)
        else:
            self.setFocusProxy(self._add)
        for widget in line.widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _leave(self) -> None:
        """Going from a code to its words is not yet leaving the kinds: a line half filled in is no fault then."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.left.emit()

    def _tell(self) -> None:
        now = self.remarks.now
        if now is None or not now.sentence:
            self._note.fall_silent()
        else:
            self._note.say(now.role, now.sentence)

    def _fit(self) -> None:
        self._grid.setColumnMinimumWidth(0, theme().px(tokens().label_width["settings"]))

    def _lay_out(self) -> None:
        margin = tokens().margin
        self._grid.setHorizontalSpacing(margin["label_to_field"])
        self._grid.setVerticalSpacing(margin["between_fields"])
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(Label(_("Code"), "small", "text_2"), 0, 0)
        self._grid.addWidget(Label(_("Omschrijving op het scherm"), "small", "text_2"), 0, 1)
        below = QHBoxLayout()
        below.addWidget(self._add)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(margin["between_fields"])
        column.addLayout(self._grid)
        column.addWidget(self._note)
        column.addLayout(below)
        self._fit()
        theme().changed.connect(self._fit)
