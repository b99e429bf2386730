"""The fields for words, days, whole numbers and security codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.voertuig import Code
from werkplaats.errors import Bevinding, Ongeldig
from werkplaats.i18n import _
from werkplaats.ui.datepicker import DatePicker
from werkplaats.ui.fields.base import LineField, Width
from werkplaats.ui.theme import set_letter

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_NUMBER = re.compile(r"-?\d+|-?\d{1,3}(\.\d{3})+", re.ASCII)
_DOT = "•"
_DOTS = _DOT * 6


class TextField(LineField):
    """A line of words; ``code`` is for VIN, motor code and article: it tells 0 from O and 1 from I."""

    def __init__(
        self,
        veld: str,
        width: Width | None = None,
        *,
        code: bool = False,
        placeholder: str = "",
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(veld, width, parent)
        self.setPlaceholderText(placeholder or (_("(mag leeg)") if optional else ""))
        if code:
            set_letter(self, "body", code=True)

    def value(self) -> str:
        """The text, without the spaces around it."""
        return self.text().strip()

    def set_value(self, value: str, /) -> None:
        """Shows a text from its beginning."""
        if value != self.text():
            self.setText(value)
            self.setCursorPosition(0)

    def tidy(self) -> None:
        self.set_value(self.value())


class DateField(LineField):
    """A day that is typed, with a calendar for who likes to point (button, or Alt+Down).

    ``parse(text, veld)`` reads any form a person types and raises Ongeldig at ``veld`` for what is no day.
    """

    def __init__(
        self, veld: str, parse: Callable[[str, str], date | None], width: Width = "s", parent: QWidget | None = None
    ) -> None:
        super().__init__(veld, width, parent)
        self._parse = parse
        self.setPlaceholderText(_("dd-mm-jjjj"))
        button = self.add_button("datum", _("Kalender (Alt+↓)"), gives_way=True)
        button.clicked.connect(self.open_calendar)

    def value(self) -> date | None:
        """The day; None for an empty field. Raises Ongeldig when the text is no day."""
        return self._parse(self.text(), self.veld)

    def set_value(self, value: date | None, /) -> None:
        """Shows a day."""
        self.setText(datum_tekst(value))

    def tidy(self) -> None:
        self.tidy_by(lambda: self.set_value(self.value()))

    def open_calendar(self) -> None:
        """Shows the calendar at the day that stands here, or at today."""
        try:
            shown = self.value()
        except Ongeldig:
            shown = None
        picker = DatePicker(shown, self)
        picker.picked.connect(self._picked)
        picker.open_below(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if not self.isReadOnly():
                self.open_calendar()
            return
        super().keyPressEvent(event)

    def _picked(self, day: date) -> None:
        self.set_value(day)
        self.set_finding(None)
        self.changed.emit()
        self.left.emit()
        self.setFocus()


class NumberField(LineField):
    """A whole number, at the right of its field; ``grouped`` sets dots between thousands (not for a year)."""

    def __init__(
        self, veld: str, width: Width | None = "s", *, grouped: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(veld, width, parent)
        self._grouped = grouped
        if grouped:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def value(self) -> int | None:
        """The number; None for an empty field. Raises Ongeldig GETAL_ONLEESBAAR when the text is no whole number."""
        text = self.text().strip().replace(" ", "")
        if not text:
            return None
        if not _NUMBER.fullmatch(text):
            raise Ongeldig([Bevinding(self.veld, "GETAL_ONLEESBAAR", params={"tekst": text[:40]})])
        return int(text.replace(".", ""))

    def set_value(self, value: int | None, /) -> None:
        """Shows a number."""
        self.setText("" if value is None else self._written(value))

    def tidy(self) -> None:
        self.tidy_by(lambda: self.set_value(self.value()))

    def _written(self, value: int) -> str:
        return f"{value:,}".replace(",", ".") if self._grouped else str(value)


class CodeField(LineField):
    """A security code: dots until a person asks to see it, which the use case writes in the logboek.

    ``reveal_asked`` asks the form for the code (eye, or Alt+Down); the form answers with ``show_code``. Typing over the
    dots replaces the code.
    """

    reveal_asked = Signal()

    def __init__(self, veld: str, width: Width | None = None, parent: QWidget | None = None) -> None:
        super().__init__(veld, width, parent)
        set_letter(self, "body", code=True)
        self._kept = Code()
        self._shown = False
        self._may_reveal = True
        self._eye = self.add_button("tonen", _("Tonen (Alt+↓)"), edits=False)
        self._eye.clicked.connect(self._turn)
        self._paint_eye()

    def value(self) -> Code:
        """The code: as it came (masked or shown) while nobody changed it, else what was typed."""
        return self._kept

    def set_value(self, value: Code, /) -> None:
        """Shows a code, as dots."""
        self._kept = value
        self._shown = False
        self._write()

    def allow_reveal(self, allowed: bool) -> None:
        """Whether this person may see codes at all: who may not gets no eye that could only refuse."""
        self._may_reveal = allowed
        self._paint_eye()

    def show_code(self, tekst: str) -> None:
        """Shows the code that was asked for."""
        self._kept = Code.of(tekst)
        self._shown = True
        self._write()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._turn()
            return
        super().keyPressEvent(event)

    def _edited(self) -> None:
        if self._is_masked():
            # One cannot edit what one cannot see: whatever is typed, pasted or deleted starts the code anew.
            self.setText(self.text().replace(_DOT, ""))
        self._shown = True
        self._kept = Code.of(self.text().strip())
        self._paint_eye()
        super()._edited()

    def _turn(self) -> None:
        if not self._may_reveal:
            return
        if self._shown:
            self._shown = False
            self._write()
        elif self._kept.tekst is not None:
            self._shown = True
            self._write()
        elif self._kept.gevuld:
            self.reveal_asked.emit()

    def _is_masked(self) -> bool:
        return self._kept.gevuld and not self._shown

    def _write(self) -> None:
        self.setText(_DOTS if self._is_masked() else self._kept.tekst or "")
        self._paint_eye()

    def _paint_eye(self) -> None:
        self.show_button(self._kept.gevuld and self._may_reveal)
        if self._is_masked():
            self._eye.show_sign("tonen", _("Tonen (Alt+↓); wordt vastgelegd in het logboek"))
        else:
            self._eye.show_sign("verbergen", _("Verbergen (Alt+↓)"))
