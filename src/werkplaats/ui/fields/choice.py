"""The fields where one chooses: from a list, or yes and no."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QWidget

from werkplaats.ui.fields.base import FieldBase, Remarks, Width, set_width
from werkplaats.ui.icons import paint_icon
from werkplaats.ui.labels import paint_mark
from werkplaats.ui.theme import set_letter, set_look, theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

_BOX_GAP = 8
_CARET = 12


class Combo(FieldBase, QComboBox):
    """A choice of values, each with its word; ``editable`` lets a person type a text of his own.

    A value that is not in the list (an old one) is added to it, so that a save never loses what was there.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        veld: str,
        choices: Iterable[tuple[Any, str]],
        width: Width | None = None,
        *,
        editable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.veld = veld
        self.remarks = Remarks(self)
        self.remarks.changed.connect(self.update)
        self._width = width
        self._read_only = False
        self.setProperty("field", True)
        self.setEditable(editable)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.view().setProperty("list", "popup")
        set_letter(self, "body")
        self.set_choices(choices)
        self.activated.connect(self._chosen)
        self._watch_text()
        theme().changed.connect(self._resize)
        self._resize()

    def set_choices(self, choices: Iterable[tuple[Any, str]]) -> None:
        """Offers other values; the one that stands here stays when it is among them."""
        now = self.currentData() if self.count() else None
        self.clear()
        for value, word in choices:
            self.addItem(word, value)
        index = self.findData(now)
        self.setCurrentIndex(max(index, 0) if self.count() else -1)

    def value(self) -> Any:
        """The value of the chosen word; of an editable one the text, or the value whose word it is."""
        if self.isEditable():
            index = self.findText(self.currentText().strip(), Qt.MatchFlag.MatchFixedString)
            return self.itemData(index) if index >= 0 else self.currentText().strip()
        return self.currentData()

    def set_value(self, value: Any, /) -> None:
        """Shows a value."""
        index = self.findData(value)
        if index < 0 and not self.isEditable():
            self.addItem(str(value), value)
            index = self.count() - 1
        if index >= 0:
            self.setCurrentIndex(index)
        else:
            self.setEditText(str(value))

    def set_read_only(self, read_only: bool) -> None:
        """A choice that is only read is off, but as readable as a text."""
        self._read_only = read_only
        set_look(self, given="true" if read_only else "")
        self.setEnabled(not read_only)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as every field."""
        return QSize(super().sizeHint().width(), theme().size("field"))

    def minimumSizeHint(self) -> QSize:
        """Narrow columns may cut the longest word; the list shows it whole."""
        return QSize(theme().px(tokens().field_width["xs"]), theme().size("field"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page: it must never change a value in passing."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        self.style().drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, self)
        self._paint_text(painter, option)
        side = theme().px(_CARET)
        right = self.width() - theme().px(8)
        role = "text_2" if self.isEnabled() else "text_off"
        caret = QRectF(right - side, (self.height() - side) / 2, side, side)
        paint_icon(painter, caret, "menu_open", theme().color(role))
        self._paint_mark(painter, right - side - 4)

    def _paint_text(self, painter: QPainter, option: QStyleOptionComboBox) -> None:
        if self.isEditable():
            return
        room = QRectF(10, 0, self.width() - 10 - theme().px(28), self.height())
        word = QFontMetricsF(self.font()).elidedText(option.currentText, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(self.font())
        painter.setPen(theme().color("text" if self.isEnabled() or self._read_only else "text_off"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), word)

    def _paint_mark(self, painter: QPainter, right: float) -> None:
        if self.remarks.now is not None:
            side = theme().px(tokens().icon_px["button"])
            paint_mark(painter, QRectF(right - side, (self.height() - side) / 2, side, side), self.remarks.now.role)

    def _watch_text(self) -> None:
        line = self.lineEdit()
        if line is not None:
            line.textEdited.connect(self.changed)
            line.editingFinished.connect(self.left)

    def _chosen(self) -> None:
        self.changed.emit()
        self.left.emit()

    def _resize(self) -> None:
        set_width(self, self._width)
        self.updateGeometry()


class Check(FieldBase, QCheckBox):
    """Yes or no: a box of 18 px, in the accent with a tick when it is on; the word belongs to it and is clicked too."""

    changed = Signal()
    left = Signal()

    def __init__(self, veld: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.veld = veld
        self.remarks = Remarks(self)
        self._read_only = False
        set_letter(self, "body")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._clicked)
        theme().changed.connect(self.updateGeometry)

    def value(self) -> bool:
        """Whether it is on."""
        return self.isChecked()

    def set_value(self, value: bool, /) -> None:
        """Turns it on or off."""
        self.setChecked(value)

    def set_read_only(self, read_only: bool) -> None:
        """A box that is only read is off, but as readable as a text."""
        self._read_only = read_only
        self.setEnabled(not read_only)
        self.update()

    def sizeHint(self) -> QSize:
        """The box, the word, and a target of at least 24 px."""
        width = theme().size("checkbox")
        if self.text():
            flags = int(Qt.TextFlag.TextShowMnemonic)
            width += _BOX_GAP + round(QFontMetricsF(self.font()).size(flags, self.text()).width() + 0.5)
        return QSize(max(width, theme().size("min_target_mouse")), theme().size("min_target_mouse"))

    def minimumSizeHint(self) -> QSize:
        """No word is cut off."""
        return self.sizeHint()

    def hitButton(self, pos: Any) -> bool:
        """The whole width answers a click."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme().size("checkbox")
        box = QRectF(0, (self.height() - side) / 2, side, side)
        readable = self.isEnabled() or self._read_only
        paint_check(
            painter,
            box,
            checked=self.isChecked(),
            enabled=self.isEnabled(),
            hover=self.underMouse(),
            tick_off="text_2" if self._read_only else "text_off",
        )
        painter.setFont(self.font())
        painter.setPen(theme().color("text" if readable else "text_off"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine
        room = QRectF(side + _BOX_GAP, 0, self.width() - side, self.height())
        painter.drawText(room, int(flags), self.text())

    def _clicked(self) -> None:
        self.changed.emit()
        self.left.emit()


def paint_check(
    painter: QPainter,
    box: QRectF,
    *,
    checked: bool,
    enabled: bool = True,
    hover: bool = False,
    tick_off: str = "text_off",
) -> None:
    """Draws the box of a check, also for the cells of a table."""
    radius = tokens().radius["control"]
    ground, edge = ("field", "line_strong") if enabled else ("field_ro", "line_2")
    if checked:
        ground = ("accent_hover" if hover else "accent") if enabled else "pressed"
        edge = ground
    elif hover and enabled:
        ground = "hover"
    painter.setPen(QPen(theme().color(edge), 1))
    painter.setBrush(theme().color(ground))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    if checked:
        inner = box.adjusted(2, 2, -2, -2)
        paint_icon(painter, inner, "check-bold", theme().color("on_accent" if enabled else tick_off))
