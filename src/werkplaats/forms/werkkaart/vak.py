"""A cell of the grid: how it is drawn, and the field in it while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from werkplaats.domain.werkkaart_regel import Regelsoort
from werkplaats.forms.werkkaart.invullen import cell_text
from werkplaats.forms.werkkaart.raster_model import Kolom
from werkplaats.ui.table import CellDelegate
from werkplaats.ui.theme import set_letter, set_look, theme
from werkplaats.zinnen import zin_bij_veld

if TYPE_CHECKING:
    from werkplaats.errors import Bevinding
    from werkplaats.forms.werkkaart.raster import Raster

    Index = QModelIndex | QPersistentModelIndex

_EDGE = 2


class CellEditor(QLineEdit):
    """The field in a cell; what cannot be read stays in it, with a red edge and the reason."""

    def __init__(self, parent: QWidget, column: int, name: str) -> None:
        super().__init__(parent)
        self.column = column
        self.setProperty("field", True)
        self.setFrame(False)
        self.setAccessibleName(name)
        set_letter(self, "body")
        if column in (Kolom.AANTAL, Kolom.PRIJS, Kolom.KORTING, Kolom.BTW):
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_wrong(self, bevinding: Bevinding | None) -> None:
        """Marks what cannot be read."""
        set_look(self, state="error" if bevinding else "")
        self.setToolTip(zin_bij_veld(bevinding) if bevinding else "")
        self.setAccessibleDescription(self.toolTip())


class RegelDelegate(CellDelegate):
    """Draws headings of packages raised and the cell of the keyboard with an edge; makes the fields."""

    def __init__(self, grid: Raster) -> None:
        super().__init__(grid)
        self._grid = grid

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index == self._grid.currentIndex() and self._grid.hasFocus():
            painter.save()
            painter.setPen(QPen(theme().color("accent"), _EDGE))
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -2))
            painter.restore()

    def _paint_ground(self, painter: QPainter, room: QRectF, index: Index, *, chosen: bool) -> None:
        regel = self._grid.lines.regel(index.row())
        if regel is not None and regel.soort is Regelsoort.PAKKET and not chosen:
            painter.fillRect(room, theme().color("raised"))
        super()._paint_ground(painter, room, index, chosen=chosen)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        return self._grid.make_editor(parent, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor) and not editor.isModified():
            editor.setText(cell_text(self._grid.lines.regel(index.row()), index.column()))
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: object, index: Index) -> None:
        if isinstance(editor, CellEditor) and self._grid.is_open(editor):
            self._grid.take_text(editor.text(), index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(0, 0, 0, -1))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(editor, CellEditor):
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                if self._grid.key_in_cell(editor, event):
                    return True
            elif event.type() == QEvent.Type.FocusOut and not self._grid.can_leave(editor):
                # What cannot be read is not thrown away because somebody looked elsewhere.
                return True
        return super().eventFilter(editor, event)
