"""What all fields have in common: a name, a value, a remark (error, warning, in order) and how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSizePolicy, QWidget

from werkplaats.errors import Ernst, Ongeldig
from werkplaats.ui.icons import paint_icon
from werkplaats.ui.labels import paint_mark
from werkplaats.ui.theme import set_letter, set_look, theme
from werkplaats.ui.tokens import tokens
from werkplaats.zinnen import zin_bij_veld

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from werkplaats.errors import Bevinding

Width = Literal["xs", "s", "m", "l"]

_SLOT = 24
_SLOT_EDGE = 3
_TEXT_INSET = 10


@dataclass(frozen=True, slots=True)
class Remark:
    """What a field says of its own value: ``error`` blocks, ``warn`` may stand, ``ok`` was in doubt and is right."""

    role: Literal["error", "warn", "ok"]
    sentence: str = ""


class Remarks(QObject):
    """The remark of one field; ``changed`` lets the row show the sentence under it, unless it is told elsewhere."""

    changed = Signal()

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self.now: Remark | None = None
        self.told_elsewhere = False

    def show(self, remark: Remark | None) -> None:
        """Shows a remark, or none: at the field itself and to a screen reader."""
        if remark == self.now:
            return
        self.now = remark
        self._field.setAccessibleDescription(remark.sentence if remark else "")
        set_look(self._field, state=remark.role if remark else "")
        self.changed.emit()


class Field(Protocol):
    """A field as rows and forms know it, whatever it edits; every field is a QWidget too.

    ``veld`` is its name in the input value, by which findings come to it. ``changed`` is emitted when a person changed
    the value, never by ``set_value``; ``left`` when the field is left or Enter is pressed, after its text was tidied.
    """

    veld: str
    remarks: Remarks

    @property
    def changed(self) -> SignalInstance: ...

    @property
    def left(self) -> SignalInstance: ...

    def value(self) -> Any:
        """The value that stands in it; raises Ongeldig at its ``veld`` when the text cannot be read."""

    def set_value(self, value: Any, /) -> None:
        """Shows a value."""

    def set_finding(self, bevinding: Bevinding | None, sentence: str = "") -> None:
        """Shows what is wrong or doubtful; None takes it away. Without a sentence the general one is said."""

    def set_read_only(self, read_only: bool) -> None:
        """A field that is only read keeps its text and can still be copied from."""


class FieldBase:
    """The part of every field that does not depend on what it edits."""

    veld: str
    remarks: Remarks

    def set_finding(self, bevinding: Bevinding | None, sentence: str = "") -> None:
        """Shows what is wrong or doubtful; None takes it away. Without a sentence the general one is said."""
        self.remarks.show(remark_of(bevinding, sentence))

    def set_ok(self, sentence: str = "") -> None:
        """Marks as right what was in doubt before (a plate, a VIN, a BTW number)."""
        self.remarks.show(Remark("ok", sentence))


def remark_of(bevinding: Bevinding | None, sentence: str = "") -> Remark | None:
    """The remark that a finding makes at its field."""
    if bevinding is None:
        return None
    role: Literal["error", "warn"] = "error" if bevinding.ernst in (Ernst.BLOKKEREND, Ernst.ANOMALIE) else "warn"
    return Remark(role, sentence or zin_bij_veld(bevinding))


def set_width(widget: QWidget, width: Width | None) -> None:
    """Gives a field the width that says what goes in; without one it takes the rest of its row."""
    if width is None:
        widget.setMinimumWidth(theme().px(tokens().field_width["xs"]))
        widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    else:
        widget.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        widget.setFixedWidth(theme().text_px(tokens().field_width[width]))


class SlotButton(QAbstractButton):
    """A sign inside a field that can be clicked: calendar, eye. By keyboard the field itself does the same."""

    def __init__(self, icon: str, name: str, field: QWidget) -> None:
        super().__init__(field)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._mark = ""
        self.show_sign(icon, name)

    def show_sign(self, icon: str, name: str) -> None:
        """Shows another sign, with the name of what it does."""
        self._sign = icon
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.update()

    def show_mark(self, role: str) -> None:
        """Shows the mark of a remark in place of the sign, where there is no room for both."""
        self._mark = role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = theme().px(tokens().icon_px["button"])
        rect = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        if self._mark:
            paint_mark(painter, rect, self._mark)
            return
        role = "text" if self.underMouse() and self.isEnabled() else "text_2"
        paint_icon(painter, rect, self._sign, theme().color(role if self.isEnabled() else "text_off"))


class LineField(FieldBase, QLineEdit):
    """The line of text that text, date, number and code fields are: edge, mark, and a button at the right."""

    changed = Signal()
    left = Signal()

    def __init__(self, veld: str, width: Width | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.veld = veld
        self.remarks = Remarks(self)
        self.remarks.changed.connect(self._fit)
        self._width = width
        self._button: SlotButton | None = None
        self._mark_on_button = False
        self._button_wanted = True
        self._button_edits = True
        self._unreadable = False
        self.setProperty("field", True)
        set_letter(self, "body")
        self.textEdited.connect(self._edited)
        self.editingFinished.connect(self._leave)
        theme().changed.connect(self._resize)
        self._resize()

    def set_read_only(self, read_only: bool) -> None:
        """A field that is only read keeps its text and can still be copied from."""
        self.setReadOnly(read_only)
        self.style().unpolish(self)
        self.style().polish(self)
        self._fit()

    def add_button(self, icon: str, name: str, *, gives_way: bool = False, edits: bool = True) -> SlotButton:
        """Puts a button at the right end.

        ``gives_way``: a mark takes its place (it still works when clicked). ``edits``: it is gone in a read-only field.
        """
        self._button = SlotButton(icon, name, self)
        self._mark_on_button = gives_way
        self._button_edits = edits
        self._fit()
        return self._button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._has_own_mark() and self.remarks.now is not None:
            painter = QPainter(self)
            side = theme().px(tokens().icon_px["button"])
            middle = self.width() - self._slot_px() * (1.5 if self._shown_button() else 0.5) - _SLOT_EDGE
            paint_mark(
                painter, QRectF(middle - side / 2, (self.height() - side) / 2, side, side), self.remarks.now.role
            )

    def _edited(self) -> None:
        self.changed.emit()

    def _leave(self) -> None:
        self.tidy()
        self.left.emit()

    def tidy(self) -> None:
        """Writes the text as the program shows such a value; a text that cannot be read stays as it was typed."""

    def tidy_by(self, write: Callable[[], None]) -> None:
        """Tidies a value that must be readable: what cannot be read is said at once, and taken back once it can."""
        try:
            write()
        except Ongeldig as fout:
            self._unreadable = True
            self.set_finding(fout.bevindingen[0])
        else:
            if self._unreadable:
                self._unreadable = False
                self.set_finding(None)

    def show_button(self, shown: bool) -> None:
        """Shows the button at the right end only while it can do something."""
        self._button_wanted = shown
        self._fit()

    def _shown_button(self) -> SlotButton | None:
        useful = self._button_wanted and not (self._button_edits and self.isReadOnly())
        return self._button if useful else None

    def _has_own_mark(self) -> bool:
        return self.remarks.now is not None and not (self._mark_on_button and self._shown_button())

    def _slot_px(self) -> int:
        return theme().px(_SLOT)

    def _resize(self) -> None:
        set_width(self, self._width)
        self._fit()

    def _fit(self) -> None:
        """Keeps the text clear of what stands at the right."""
        slot = self._slot_px()
        button = self._shown_button()
        if self._button is not None:
            height = self.height()
            self._button.setGeometry(self.width() - slot - _SLOT_EDGE, (height - slot) // 2, slot, slot)
            self._button.setVisible(button is not None)
            now = self.remarks.now
            self._button.show_mark(now.role if now and self._mark_on_button else "")
        count = (1 if button else 0) + (1 if self._has_own_mark() else 0)
        self.setTextMargins(0, 0, count * slot + _SLOT_EDGE - _TEXT_INSET + 2 if count else 0, 0)
        self.update()
