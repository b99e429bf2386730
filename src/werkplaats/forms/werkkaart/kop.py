"""The head of a werkkaart: plate, car and owner, number, and how far the work is; the tabs stand below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.werkkaart import KaartStaat
from werkplaats.i18n import _
from werkplaats.ui.cards import HairLine
from werkplaats.ui.chip import state_look
from werkplaats.ui.hulpknop import help_button
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.plate import Plate
from werkplaats.ui.sign import Sign
from werkplaats.ui.theme import set_look
from werkplaats.zinnen.termen import woord_kaartstaat

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from werkplaats.domain.moment import Moment
    from werkplaats.domain.werkkaart import Opname, Werkkaart

_WEG = (KaartStaat.GEPLAND, KaartStaat.BINNEN, KaartStaat.IN_UITVOERING, KaartStaat.KLAAR, KaartStaat.OPGEHAALD)


class Stappen(QWidget):
    """The states in their order: those behind, the one in which the card is, those to come."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._parts: dict[KaartStaat, tuple[Sign, Label, Label]] = {}
        for staat in (*_WEG, KaartStaat.VERVALLEN):
            sign, word = Sign("circle", "text_3"), Label(woord_kaartstaat(staat.value), "small", "text_2")
            when = Label("", "caption", "text_2")
            self._parts[staat] = sign, word, when
            if self._parts and staat is not KaartStaat.GEPLAND:
                row.addSpacing(8)
            row.addWidget(sign)
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(word)
            column.addWidget(when)
            row.addLayout(column)

    def show_state(self, staat: KaartStaat, momenten: Mapping[KaartStaat, Moment], zone: str) -> None:
        """Shows how far the card is; under each step stands when it began."""
        at = _WEG.index(staat) if staat in _WEG else -1
        for place, (step, (sign, word, when)) in enumerate(self._parts.items()):
            here = step is staat
            look = state_look("werkkaart", step.value)
            if here:
                sign.set_sign(look.icon, look.role, fill=look.fill)
            elif place < at and step in momenten:
                sign.set_sign("check-circle", "ok", fill=True)
            else:
                sign.set_sign("circle", "text_3")
            set_look(word, role=look.role if here else "text_2")
            moment = momenten.get(step)
            when.setText(f"{moment.lokaal(zone):%d-%m %H:%M}" if moment else "")
            when.setToolTip(f"{moment.lokaal(zone):%d-%m-%Y %H:%M}" if moment else "")
            seen = step is not KaartStaat.VERVALLEN or here
            sign.setVisible(seen)
            word.setVisible(seen)
            when.setVisible(seen and moment is not None)
        self.setAccessibleName(_("Staat: {staat}").format(staat=woord_kaartstaat(staat.value)))


class Kop(QWidget):
    """Stays in sight; ``strip`` are the words of the tabs, ``open_help`` is what F1 does in this window too."""

    def __init__(self, strip: QWidget, open_help: Callable[[], None]) -> None:
        super().__init__()
        self.plate = Plate("head")
        self.stappen = Stappen()
        self._car, self._owner = Label("", "subtitle"), ElidedLabel("", "body", "text_2")
        self._number, self._entry, self._register = (Label("", "strong") for _part in range(3))
        self._register_word = Label(_("Garageregister"), "caption", "text_2")
        self._help = help_button(open_help)
        self._lay_out(strip)

    def show_car(self, opname: Opname) -> None:
        """Shows what was true of the car."""
        self.plate.show_plate(opname.kenteken, opname.vin)
        self._car.setText(opname.voertuig or _("Voertuig"))
        self._owner.set_text(
            " · ".join(part for part in (opname.eigenaar, opname.telefoon) if part) or _("Geen eigenaar")
        )

    def show_card(self, kaart: Werkkaart, zone: str) -> None:
        """Shows number, entry and state of a card on file."""
        self.show_car(kaart.opname)
        self._number.setText(kaart.nummer)
        entry = kaart.momenten.get(KaartStaat.BINNEN)
        self._entry.setText(f"{entry.lokaal(zone):%d-%m %H:%M}" if entry else "\N{EN DASH}")
        self._register.setText(kaart.registernummer)
        for part in (self._register, self._register_word):
            part.setVisible(bool(kaart.registernummer))
        self.stappen.show_state(kaart.staat, kaart.momenten, zone)

    def show_new(self, opname: Opname) -> None:
        """Shows a card that is not on file yet: it gets its number when it is saved."""
        self.show_car(opname)
        self._number.setText(_("nieuw"))
        self._entry.setText("\N{EN DASH}")
        self._register.hide()
        self._register_word.hide()
        self.stappen.show_state(KaartStaat.GEPLAND, {}, "UTC")

    def _lay_out(self, strip: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(24, 14, 16, 10)
        top.setSpacing(24)
        top.addWidget(self.plate)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._car)
        words.addWidget(self._owner)
        top.addLayout(words, 1)
        for word, value in (
            (Label(_("Werkkaart"), "caption", "text_2"), self._number),
            (Label(_("Binnen"), "caption", "text_2"), self._entry),
            (self._register_word, self._register),
        ):
            fact = QVBoxLayout()
            fact.setSpacing(2)
            fact.addWidget(word)
            fact.addWidget(value)
            top.addLayout(fact)
        top.addWidget(self._help, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        below = QHBoxLayout()
        below.setContentsMargins(12, 0, 24, 0)
        below.addWidget(strip)
        below.addStretch()
        below.addWidget(self.stappen)
        column.addLayout(below)
        column.addWidget(HairLine())
