"""Rows of fields: a dialog reads as a list of rows, labels in one column, fields in another, sentences under them.

    grid = FieldGrid("two_columns", columns=2)
    grid.group(_("Algemeen"))
    grid.row(_("&Merk / Model"), TextField("merk"), TextField("model"))
    grid.row(_("Bedrijfsklaar"), NumberField("bedrijfsklaar", width=None), unit="kg", column=1)
    for veld, field in grid.fields.items(): ...

Tab follows the order of the calls. Labels become buddies (an "&" gives the Alt letter) and accessible names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from werkplaats.ui.cards import Heading
from werkplaats.ui.fields.base import Field, FieldBase
from werkplaats.ui.fields.choice import Check
from werkplaats.ui.labels import Label, NoteLine
from werkplaats.ui.theme import theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LabelKind = Literal["two_columns", "dialog", "settings"]

_BETWEEN_COLUMNS = 32
_UNIT = 36
_BETWEEN_CHECKS = 8
_PARTS = " / "


class Spring:
    """A piece of a row that takes the room that is left, so that what follows stands at the right."""


class FieldGrid(QWidget):
    """Groups of rows, in one or two columns of fields; ``fields`` holds every field by its ``veld``.

    With ``wide_notes`` a sentence begins under the label: for fields that are too narrow for one.
    """

    def __init__(
        self,
        label: LabelKind = "dialog",
        columns: int = 1,
        stretch: Sequence[int] = (),
        *,
        wide_notes: bool = False,
    ) -> None:
        super().__init__()
        self._wide_notes = wide_notes
        self.fields: dict[str, Field] = {}
        self._label_kind = label
        self._columns = columns
        self._next = [0] * columns
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        outer.addLayout(self._grid)
        outer.addStretch(1)
        self._grid.setHorizontalSpacing(tokens().margin["label_to_field"])
        self._grid.setVerticalSpacing(tokens().margin["field_to_note" if wide_notes else "between_fields"])
        for column in range(columns):
            self._grid.setColumnStretch(3 * column + 1, stretch[column] if stretch else 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        theme().changed.connect(self._fit)
        self._fit()

    def group(self, text: str, note: str = "", icon: str = "") -> Heading:
        """Starts a group under all rows so far; ``note`` is a fact about the whole group, at the right."""
        top = max(self._next)
        heading = Heading(text, note, icon)
        if top:
            heading.set_space_above(tokens().margin["between_groups"] - tokens().margin["between_fields"])
        self._grid.addWidget(heading, top, 0, 1, 3 * self._columns - 1)
        self._next = [top + 1] * self._columns
        if self._wide_notes:
            self.wide(_Notes())
        return heading

    def row(self, label: str, *pieces: QWidget | str | Spring, column: int = 0, unit: str = "", hint: str = "") -> Row:
        """Adds a row; pieces stand beside each other, a text among them labels what follows it.

        A label "Straat / Huisnr." names two fields, each by its part. ``hint`` stands under the field while nothing is
        wrong with it.
        """
        notes = _Notes() if self._wide_notes else None
        row = Row(label, pieces, unit, hint, notes)
        at = self._next[column]
        self._grid.addWidget(row.label, at, 3 * column, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(row, at, 3 * column + 1, Qt.AlignmentFlag.AlignTop)
        self._next[column] = at + 1
        if notes is not None:
            # Also in silence the notes part two rows of fields, so that the fields stand as far apart as elsewhere.
            self._grid.addWidget(notes, at + 1, 3 * column, 1, 2)
            self._next[column] = at + 2
        for field in row.fields:
            self.fields[field.veld] = field
        return row

    def wide(self, widget: QWidget) -> None:
        """Adds something that takes all columns, under all rows so far."""
        at = max(self._next)
        self._grid.addWidget(widget, at, 0, 1, 3 * self._columns - 1)
        self._next = [at + 1] * self._columns

    def wide_field(self, field: QWidget) -> None:
        """Adds one field that takes all columns, without a label beside it; its sentence stands under it."""
        row = Row("", (field,), "", "")
        for own in row.fields:
            self.fields[own.veld] = own
        self.wide(row)

    def under(self, widget: QWidget) -> None:
        """Adds something under all rows so far, in line with the fields."""
        at = max(self._next)
        self._grid.addWidget(widget, at, 1, 1, 3 * self._columns - 2)
        self._next = [at + 1] * self._columns

    def _fit(self) -> None:
        for column in range(self._columns):
            self._grid.setColumnMinimumWidth(3 * column, theme().px(tokens().label_width[self._label_kind]))
            if column:
                gap = _BETWEEN_COLUMNS - 2 * tokens().margin["label_to_field"]
                self._grid.setColumnMinimumWidth(3 * column - 1, gap)


class _Notes(QWidget):
    """Room for sentences between two rows, of no height in silence."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(tokens().margin["field_to_note"])


class Row(QWidget):
    """The fields of one row with their sentences under them, or in ``notes``; ``label`` stands beside it."""

    def __init__(
        self,
        label: str,
        pieces: Iterable[QWidget | str | Spring],
        unit: str,
        hint: str,
        notes: _Notes | None = None,
    ) -> None:
        super().__init__()
        self.label = Label(label, "body", "text_2")
        self.fields: list[Field] = []
        self._unit = Label(unit, "body", "text_2") if unit else None
        self._line = QHBoxLayout()
        self._line.setSpacing(tokens().margin["between_fields"])
        self._line.addStrut(theme().size("field"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens().margin["field_to_note"])
        column.addLayout(self._line)
        self._notes: dict[str, NoteLine] = {}
        self._fill(pieces)
        self._hint = NoteLine("", hint)
        lines = notes.lines if notes is not None else column
        lines.addWidget(self._hint)
        for field in self.fields:
            self._notes[field.veld] = NoteLine()
            lines.addWidget(self._notes[field.veld])
            field.remarks.changed.connect(self._tell)
        self._name_fields(label, unit)
        self._tell()
        theme().changed.connect(self._fit)
        self._fit()

    def set_hint(self, hint: str) -> None:
        """Shows another hint under the fields."""
        self._hint.say("", hint)

    def setVisible(self, visible: bool) -> None:
        """Shows or hides the row together with its label."""
        super().setVisible(visible)
        self.label.setVisible(visible)

    def _fill(self, pieces: Iterable[QWidget | str | Spring]) -> None:
        stretches = False
        before: object = None
        for piece in pieces:
            if isinstance(piece, Check) and isinstance(before, Check):
                self._line.addSpacing(_BETWEEN_CHECKS)
            before = piece
            if isinstance(piece, Spring):
                self._line.addStretch(1)
                stretches = True
            elif isinstance(piece, str):
                self._line.addWidget(Label(piece, "body", "text_2"), 0, Qt.AlignmentFlag.AlignVCenter)
            else:
                grows = bool(piece.sizePolicy().expandingDirections() & Qt.Orientation.Horizontal)
                stretch = piece.sizePolicy().horizontalStretch() or 1
                self._line.addWidget(piece, stretch if grows else 0, Qt.AlignmentFlag.AlignVCenter)
                stretches = stretches or grows
                self._note_fields(piece)
        if self._unit is not None:
            self._line.addWidget(self._unit)
        if not stretches:
            self._line.addStretch(1)

    def _note_fields(self, piece: QWidget) -> None:
        if isinstance(piece, FieldBase):
            self.fields.append(cast("Field", piece))
        elif isinstance(piece, CheckBlock):
            self.fields.extend(piece.fields)

    def _name_fields(self, label: str, unit: str) -> None:
        """Gives each field the name that its label says to the eye, and the first one the Alt letter."""
        spoken: tuple[str, QLabel] = (label, self.label)
        following: list[QWidget] = []
        for index in range(self._line.count()):
            item = self._line.itemAt(index)
            widget = item.widget() if item is not None else None
            if isinstance(widget, FieldBase):
                following.append(cast("QWidget", widget))
            elif isinstance(widget, Label) and widget is not self._unit:
                _name(following, *spoken, unit)
                spoken, following = (widget.text(), widget), []
        _name(following, *spoken, unit)

    def _tell(self) -> None:
        """Shows under the fields what is wrong with them; the hint makes room for it."""
        telling = False
        for field in self.fields:
            now = field.remarks.now
            if now is None or not now.sentence or field.remarks.told_elsewhere:
                self._notes[field.veld].fall_silent()
            else:
                self._notes[field.veld].say(now.role, now.sentence)
                telling = True
        self._hint.setVisible(not telling and self._hint.speaks)

    def _fit(self) -> None:
        """The label stands beside the first line, however much is said under it and however high a note is."""
        field, line = theme().size("field"), self._line.sizeHint().height()
        self.label.setMinimumHeight(line if field < line < 2 * field else field)
        if self._unit is not None:
            self._unit.setFixedWidth(max(theme().px(_UNIT), self._unit.sizeHint().width()))


def _name(fields: list[QWidget], text: str, label: QLabel, unit: str) -> None:
    if not fields:
        return
    label.setBuddy(fields[0])
    plain = text.replace("&", "")
    parts = plain.split(_PARTS)
    names = parts if len(parts) == len(fields) else [plain] * len(fields)
    for field, name in zip(fields, names, strict=True):
        if not field.accessibleName() and not (isinstance(field, Check) and field.text()):
            field.setAccessibleName(f"{name} ({unit})" if unit else name)


class CheckBlock(QWidget):
    """Check boxes in rows and columns, as one piece of a row."""

    def __init__(self, *rows: Sequence[Check]) -> None:
        super().__init__()
        self.fields = [cast("Field", check) for row in rows for check in row]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(0)
        for at, row in enumerate(rows):
            for column, check in enumerate(row):
                grid.addWidget(check, at, column)
        grid.setColumnStretch(max(len(row) for row in rows), 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
