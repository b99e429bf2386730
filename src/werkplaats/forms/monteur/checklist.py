"""The checklist on the card: each point is in order, is not, or does not apply; what is not, with a word about it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from werkplaats.domain.monteurwerk import OPMERKING_HOOGSTENS, Antwoord
from werkplaats.forms.monteur.blad import Blad
from werkplaats.i18n import _
from werkplaats.ui.aanraken import GAP, PAD, TouchButton, TouchLine, finger_area
from werkplaats.ui.cards import HairLine
from werkplaats.ui.labels import Label
from werkplaats.ui.theme import set_letter, set_look, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkplaats.domain.monteurwerk import Punt

_ANSWER = 132
_SIGNS = {
    Antwoord.OK: ("check-circle", "ok"),
    Antwoord.NIET_OK: ("warning-octagon", "error"),
    Antwoord.NVT: ("minus", ""),
}


class _Regel(QWidget):
    """One point with its three answers; ``answered`` gives the point as it is now."""

    answered = Signal(object)

    def __init__(self, punt: Punt, zone: str) -> None:
        super().__init__()
        self.punt = punt
        row = QHBoxLayout(self)
        row.setContentsMargins(PAD, 10, PAD, 10)
        row.setSpacing(GAP)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(Label(punt.tekst, "touch_body", wrap=True))
        self._who = Label(_who(punt, zone), "touch_small", "text_2", wrap=True)
        self._who.setVisible(bool(self._who.text()))
        words.addWidget(self._who)
        self.note = QLineEdit(punt.opmerking)
        self.note.setProperty("touch", True)
        self.note.setMaxLength(OPMERKING_HOOGSTENS)
        self.note.setPlaceholderText(_("Wat is er mee?"))
        self.note.setAccessibleName(_("Opmerking bij {punt}").format(punt=punt.tekst))
        self.note.setVisible(punt.antwoord is Antwoord.NIET_OK)
        set_letter(self.note, "touch_body")
        self.note.editingFinished.connect(self._tell_note)
        words.addWidget(self.note)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.buttons = {antwoord: self._button(antwoord) for antwoord in Antwoord}
        for button in self.buttons.values():
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _button(self, antwoord: Antwoord) -> TouchButton:
        said = {Antwoord.OK: _("Ok"), Antwoord.NIET_OK: _("Niet ok"), Antwoord.NVT: _("N.v.t.")}[antwoord]
        icon, role = _SIGNS[antwoord]
        button = TouchButton(said, icon)
        button.setCheckable(True)
        button.setChecked(self.punt.antwoord is antwoord)
        button.edge = role if button.isChecked() else ""
        button.setAccessibleName(f"{self.punt.tekst}: {said}")
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setFixedWidth(theme().px(_ANSWER))
        button.clicked.connect(partial(self._choose, antwoord))
        return button

    def _choose(self, antwoord: Antwoord) -> None:
        # Pressed once more it is taken back.
        given = None if self.punt.antwoord is antwoord else antwoord
        note = self.note.text().strip() if given is Antwoord.NIET_OK else ""
        self.answered.emit(replace(self.punt, antwoord=given, opmerking=note))

    def _tell_note(self) -> None:
        note = self.note.text().strip()
        if note != self.punt.opmerking and self.punt.antwoord is not None:
            self.answered.emit(replace(self.punt, opmerking=note))


class ChecklistBlad(Blad):
    """``answered``: a point that was answered, as it is now."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Checklist"))
        self.line = TouchLine()
        self._zone = "UTC"
        self._punten: Sequence[Punt] | None = None
        self.rows: list[_Regel] = []
        self._none = Label("", "touch_body", "text_2", wrap=True)
        card = QFrame()
        set_look(card, box="card")
        self._list = QVBoxLayout(card)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(card)
        inside.addStretch(1)
        self._area = finger_area(page)
        self.column.addWidget(self.line)
        self.column.addWidget(self._none)
        self.column.addWidget(self._area, 1)

    def show_points(self, punten: Sequence[Punt], zone: str) -> None:
        """Shows the points with their answers; the focus stays where it was."""
        if punten == self._punten:
            return
        focus = self._place_of_focus()
        self._punten, self._zone = punten, zone
        self._fill(punten)
        self._none.setVisible(not punten)
        self._none.setText(
            _("Deze vestiging heeft nog geen checklist. Een beheerder maakt hem bij Instellingen, Monteurscherm.")
        )
        self._area.setVisible(bool(punten))
        if focus is not None and focus[0] < len(self.rows):
            row = self.rows[focus[0]]
            asks = row.punt.antwoord is Antwoord.NIET_OK and focus[1] is Antwoord.NIET_OK
            (row.note if asks and not row.punt.opmerking else row.buttons[focus[1]]).setFocus()

    def begin(self) -> None:
        """Puts the keyboard on the first point without an answer."""
        self.line.clear()
        rest = next((row for row in self.rows if row.punt.antwoord is None), self.rows[0] if self.rows else None)
        (rest.buttons[Antwoord.OK] if rest is not None else self.back_button).setFocus()

    def _place_of_focus(self) -> tuple[int, Antwoord] | None:
        for at, row in enumerate(self.rows):
            for antwoord, button in row.buttons.items():
                if button.hasFocus():
                    return at, antwoord
        return None

    def _fill(self, punten: Sequence[Punt]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for punt in punten:
            if self.rows:
                self._list.addWidget(HairLine())
            row = _Regel(punt, self._zone)
            row.answered.connect(self.answered)
            self.rows.append(row)
            self._list.addWidget(row)
            # A layout shows what is put in it only later; the focus is to go there now.
            row.show()


def _who(punt: Punt, zone: str) -> str:
    if punt.op is None:
        return ""
    return _("{wie}, {moment}").format(wie=punt.door, moment=f"{punt.op.lokaal(zone):%d-%m %H:%M}")
