"""The grid of lines: one types in place, Enter goes to the next cell that wants input, proposals open below."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from werkplaats.domain.artikel import Catalogus, propose
from werkplaats.domain.werkkaart_regel import Regel
from werkplaats.errors import Ongeldig
from werkplaats.forms.werkkaart.invullen import filled_in, lines_of, next_cell
from werkplaats.forms.werkkaart.raster_model import Kolom, RegelModel, columns
from werkplaats.forms.werkkaart.vak import CellEditor, RegelDelegate
from werkplaats.forms.werkkaart.voorstellen import Voorstellen
from werkplaats.i18n import _
from werkplaats.ui.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from werkplaats.domain.artikel import Voorstel
    from werkplaats.ui.cells import Cell

    Index = QModelIndex | QPersistentModelIndex

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROWS = 6


def new_key() -> str:
    """A name of its own for a new line."""
    return secrets.token_hex(8)


class Raster(Table):
    """The lines of a card. ``edited``: they changed; ``articles_asked``: F2 while one types, with the words."""

    edited = Signal()
    articles_asked = Signal(str)
    deleted = Signal(str)

    def __init__(self) -> None:
        super().__init__(columns(), row="row")
        self.lines = RegelModel(self)
        self.setModel(self.lines)
        delegate = RegelDelegate(self)
        delegate.closeEditor.connect(self._forget_editor)
        self.setItemDelegate(delegate)
        self.setAccessibleName(_("Regels van de werkkaart"))
        self.catalogus = Catalogus()
        self._editor: CellEditor | None = None
        self._gone: list[tuple[int, Regel]] = []
        self.proposals: Voorstellen | None = None
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.lines.edited.connect(self.edited)
        self._fit()

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell."""
        return self.lines.cell(row, column)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height_for_rows(_ROWS))

    def show_regels(self, regels: Sequence[Regel]) -> None:
        """Shows lines; the cell of the keyboard stays where it is, as far as there are lines."""
        at = self.currentIndex()
        self.lines.set_regels(regels)
        row = at.row() if at.isValid() else len(regels)
        last = max(0, self.lines.rowCount() - 1)
        self.setCurrentIndex(self.lines.index(min(row, last), at.column() if at.isValid() else Kolom.CODE))

    # Typing in a cell.

    def make_editor(self, parent: QWidget, index: Index) -> CellEditor:
        """The field of a cell."""
        name = self.lines.columns[index.column()].title
        editor = CellEditor(parent, index.column(), f"{name} {index.row() + 1}")
        self._editor = editor
        if index.column() in (Kolom.CODE, Kolom.OMSCHRIJVING):
            editor.textEdited.connect(lambda text: self._propose(editor, text))
        editor.textEdited.connect(lambda _text: editor.show_wrong(None))
        return editor

    def take_text(self, text: str, index: Index) -> bool:
        """Puts what was typed in the line; false where it cannot be read."""
        row, column = index.row(), index.column()
        standing = self.lines.regel(row)
        if standing is None and not text.strip():
            return True
        before = standing or Regel(new_key(), btw_percentage=self.catalogus.rate(Regel("").btw_code))
        try:
            after = filled_in(before, column, text, self.catalogus)
        except Ongeldig as wrong:
            if self._editor is not None:
                self._editor.show_wrong(wrong.bevindingen[0])
            return False
        if after != standing:
            self.lines.put(row, after)
        return True

    def can_leave(self, editor: CellEditor) -> bool:
        """Whether what stands in the field can be read; one that was given up holds nothing back."""
        if not self.is_open(editor):
            return True
        regel = self.lines.regel(self.currentIndex().row()) or Regel("")
        try:
            filled_in(regel, editor.column, editor.text(), self.catalogus)
        except Ongeldig as wrong:
            editor.show_wrong(wrong.bevindingen[0])
            return False
        return True

    def key_in_cell(self, editor: CellEditor, event: QKeyEvent) -> bool:
        """A key while one types in a cell; true where it was used here."""
        key, popup = event.key(), self.proposals
        shown = popup is not None and popup.isVisible()
        if key in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            chosen = popup.chosen if popup is not None else None
            if chosen is not None:
                self.take_proposal(chosen)
            else:
                self._enter(editor)
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if popup is not None and shown:
                popup.move_choice(1 if key == Qt.Key.Key_Down else -1)
                return True
            return not self._leave_to(editor, self.currentIndex().row() + (1 if key == Qt.Key.Key_Down else -1))
        if key == Qt.Key.Key_Escape:
            if popup is not None and shown:
                popup.hide()
            else:
                self._close(editor)
            return True
        if key == Qt.Key.Key_F2:
            self.articles_asked.emit(editor.text())
            return True
        return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not self.can_leave(editor)

    def take_proposal(self, een: Voorstel) -> None:
        """Puts an article, a text or a package where the keyboard is, and goes on."""
        if self._editor is not None:
            self._close(self._editor)
        row = max(0, self.currentIndex().row())
        regels = lines_of(een, self.catalogus, new_key)
        standing = self.lines.regel(row)
        if standing is not None and len(regels) == 1 and not (standing.code and standing.omschrijving):
            self.lines.put(row, regels[0])
        else:
            row += standing is not None
            self.lines.insert(row, regels)
        last = row + len(regels) - 1
        one = len(regels) == 1
        self.edit_cell(*next_cell(regels[-1], last, Kolom.CODE if one else Kolom.BEDRAG))

    def edit_cell(self, row: int, column: int) -> None:
        """Goes to a cell and opens it, where something can be typed in it."""
        row = min(max(row, 0), self.lines.rowCount() - 1)
        index = self.lines.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus()
        if self.lines.is_editable(row, column):
            self.edit(index)

    def is_open(self, editor: CellEditor) -> bool:
        """Whether what stands in this field still counts: not once it was taken or given up."""
        return editor is self._editor

    @property
    def is_typing(self) -> bool:
        """Whether something was typed in a field that is still open."""
        return self._editor is not None and self._editor.isModified()

    def finish(self) -> bool:
        """Takes what still stands in an open field; false where it cannot be read: the keyboard is there then."""
        editor = self._editor
        if editor is None:
            return True
        if not self.take_text(editor.text(), self.currentIndex()):
            editor.setFocus()
            return False
        self._close(editor)
        return True

    def _enter(self, editor: CellEditor) -> None:
        index = self.currentIndex()
        row, column = index.row(), index.column()
        if not self.take_text(editor.text(), index):
            return
        self._close(editor)
        self.edit_cell(*next_cell(self.lines.regel(row), row, column))

    def _leave_to(self, editor: CellEditor, row: int) -> bool:
        index = self.currentIndex()
        if not self.take_text(editor.text(), index):
            return True
        self._close(editor)
        self.setCurrentIndex(self.lines.index(min(max(row, 0), self.lines.rowCount() - 1), index.column()))
        return False

    def _close(self, editor: CellEditor) -> None:
        self._hide_proposals()
        self._editor = None
        self.setFocus()
        self.closeEditor(editor, RegelDelegate.EndEditHint.NoHint)

    def _forget_editor(self, gone: QWidget) -> None:
        """A field was closed because the keyboard went elsewhere; what stood in it was taken."""
        if self._editor is gone:
            self._editor = None
            self._hide_proposals()

    def _propose(self, editor: CellEditor, text: str) -> None:
        if self.proposals is None:
            self.proposals = Voorstellen(self.window())
            self.proposals.picked.connect(self.take_proposal)
        self.proposals.show_lines(propose(self.catalogus, text), editor)

    def _hide_proposals(self) -> None:
        if self.proposals is not None:
            self.proposals.hide()

    # Whole lines.

    def add_line(self, regel: Regel, column: int) -> None:
        """Puts a new line under the one of the keyboard, and opens one of its cells."""
        if not self.finish():
            return
        row = self.currentIndex().row() if self.currentIndex().isValid() else len(self.lines.regels)
        row += self.lines.regel(row) is not None
        self.lines.insert(row, [regel])
        self.edit_cell(row, column)

    def put_line(self, row: int, regel: Regel, column: int) -> None:
        """Puts a line in place of what it was, and opens one of its cells."""
        self.lines.put(row, regel)
        self.edit_cell(row, column)

    def restore(self, regel: Regel) -> None:
        """Makes a line what it was before, wherever it stands by now."""
        if self._editor is not None:
            self._close(self._editor)
        row = next((at for at, een in enumerate(self.lines.regels) if een.sleutel == regel.sleutel), None)
        if row is not None:
            self.lines.put(row, regel)

    def delete_line(self) -> None:
        """Takes the line of the keyboard away; ``put_back`` undoes it."""
        row = self.currentIndex().row()
        if self.lines.read_only or self.lines.regel(row) is None:
            return
        if self._editor is not None:
            self._close(self._editor)
        regel = self.lines.take(row)
        self._gone.append((row, regel))
        self.setCurrentIndex(self.lines.index(min(row, self.lines.rowCount() - 1), Kolom.CODE))
        self.deleted.emit(str(regel))

    def put_back(self) -> None:
        """Puts the line that was taken away last back in its place."""
        if self._gone:
            row, regel = self._gone.pop()
            self.lines.insert(min(row, len(self.lines.regels)), [regel])
            self.setCurrentIndex(self.lines.index(row, Kolom.CODE))

    def move_line(self, by: int) -> None:
        """Moves the line of the keyboard up or down."""
        at = self.currentIndex()
        if not self.lines.read_only and self.finish() and self.lines.move(at.row(), by):
            self.setCurrentIndex(self.lines.index(at.row() + by, at.column()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and index.isValid():
            column = index.column() if self.lines.is_editable(index.row(), index.column()) else Kolom.OMSCHRIJVING
            self.edit_cell(index.row(), column)
            return
        QAbstractItemView.keyPressEvent(self, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A remark above the grid takes room from it; the line of the keyboard stays in sight."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def mouseReleaseEvent(self, event: object) -> None:
        QAbstractItemView.mouseReleaseEvent(self, event)  # type: ignore[arg-type]  # the event as Qt gave it

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(current.row())
