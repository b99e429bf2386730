"""The card at which a mechanic works: car, clock, what the customer said, what is to be done, and the large buttons."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.kmstand import km_text
from werkplaats.domain.monteurwerk import Antwoord, clock_text, is_open, worked
from werkplaats.domain.werkkaart_regel import DUIZEND, Regelsoort, number_text
from werkplaats.i18n import _, ngettext
from werkplaats.ui.aanraken import GAP, PAD, TouchButton, TouchCheck, TouchLine, TouchTile, finger_area
from werkplaats.ui.cards import HairLine
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.plate import Plate
from werkplaats.ui.sign import Sign
from werkplaats.ui.theme import set_look, theme

if TYPE_CHECKING:
    from werkplaats.domain.moment import Moment
    from werkplaats.domain.monteurwerk import MonteurKaart, Punt

MARGIN = 24
KEYS = {"km": "F2", "checklist": "F3", "fotos": "F4", "opmerking": "F6", "klok": "F8", "klaar": "F9"}


class WerkBlad(QWidget):
    """``asked``: one of the pages (km, checklist, fotos, opmerking); ``clock``: start or stop; ``ticked``: a line."""

    asked = Signal(str)
    clock = Signal()
    finished = Signal(bool)
    ticked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._kaart: MonteurKaart | None = None
        self._regels: tuple[Punt, ...] | None = None
        self.plate = Plate("touch_head")
        self._car = ElidedLabel("", "touch_title")
        self._owner = ElidedLabel("", "touch_body", "text_2")
        self._since = Label("", "touch_small", "text_2")
        self.timer = Label("", "touch_figure", "text_2")
        self.line = TouchLine()
        self._said = ElidedLabel("", "touch_body")
        self.checks: list[TouchCheck] = []
        self.tiles = {
            "km": TouchTile(_("Kilometerstand"), "km", KEYS["km"]),
            "checklist": TouchTile(_("Checklist"), "checklist", KEYS["checklist"]),
            "fotos": TouchTile(_("Foto's"), "foto", KEYS["fotos"]),
            "opmerking": TouchTile(_("Opmerking"), "opmerking", KEYS["opmerking"]),
        }
        for name, tile in self.tiles.items():
            tile.clicked.connect(partial(self.asked.emit, name))
        self.clock_button = TouchButton(_("Start werk"), "start_werk", KEYS["klok"])
        self.clock_button.clicked.connect(self.clock)
        self.ready = TouchButton(_("Klaar"), "akkoord", KEYS["klaar"], "main")
        self.ready.clicked.connect(self._finish)
        self._lay_out()

    @property
    def kaart(self) -> MonteurKaart | None:
        """The card that is shown."""
        return self._kaart

    @property
    def runs(self) -> bool:
        """Whether the clock of this mechanic runs on this card."""
        return self._kaart is not None and any(tijd.eind is None for tijd in self._kaart.tijden)

    def show_card(self, kaart: MonteurKaart, nu: Moment, zone: str) -> None:
        """Shows a card as it stands on file."""
        self._kaart = kaart
        card = kaart.kaart
        self.plate.show_plate(card.opname.kenteken, card.opname.vin)
        self._car.set_text(card.opname.voertuig or _("Voertuig"))
        self._owner.set_text(" · ".join(part for part in (card.opname.eigenaar, card.nummer) if part))
        said = " ".join(card.invoer.klacht.split())
        self._said.set_text(said)
        self._complaint.setVisible(bool(said))
        self._show_lines(kaart)
        self._show_tiles(kaart)
        self._show_buttons(kaart)
        self.tick(nu, zone)

    def tick(self, nu: Moment, zone: str) -> None:
        """Shows the time that has passed."""
        if self._kaart is None:
            return
        runs = next((tijd for tijd in self._kaart.tijden if tijd.eind is None), None)
        if runs is not None:
            begin = runs.begin.lokaal(zone)
            today = begin.date() == nu.lokaal(zone).date()
            forgotten = runs.is_forgotten(nu)
            words = _("Vergeten te stoppen? Loopt sinds {tijd}") if forgotten else _("Loopt sinds {tijd}")
            self._since.setText(words.format(tijd=f"{begin:%H:%M}" if today else f"{begin:%d-%m %H:%M}"))
            self.timer.setText(clock_text(runs.duur(nu)))
            set_look(self.timer, role="warn" if forgotten else "busy")
        else:
            self._since.setText(_("Gewerkt op deze kaart"))
            self.timer.setText(clock_text(worked(self._kaart.tijden, nu)))
            set_look(self.timer, role="text_2")
        self.timer.setAccessibleName(f"{self._since.text()}: {self.timer.text()}")

    def _show_tiles(self, kaart: MonteurKaart) -> None:
        km = kaart.kaart.invoer.km_stand
        self.tiles["km"].show_value(f"{km_text(km)} km" if km is not None else _("nog invullen"), "ok" if km else "")
        total, done = len(kaart.punten), kaart.answered
        said = _("{gedaan} van {totaal} gedaan").format(gedaan=done, totaal=total) if total else _("geen")
        wrong = any(punt.antwoord is Antwoord.NIET_OK for punt in kaart.punten)
        self.tiles["checklist"].show_value(said, "warn" if wrong else "ok" if total and done == total else "")
        fotos = ngettext("{n} foto", "{n} foto's", kaart.fotos).format(n=kaart.fotos)
        self.tiles["fotos"].show_value(fotos if kaart.fotos else _("geen"))
        self.tiles["opmerking"].show_value(" ".join(kaart.deel.opmerking.split()) or _("geen"))

    def _show_buttons(self, kaart: MonteurKaart) -> None:
        still_open = is_open(kaart.kaart.staat)
        if self.runs:
            self.clock_button.say(_("Stop werk"), "stop_werk")
        else:
            self.clock_button.say(_("Start werk"), "start_werk")
        done = kaart.deel.klaar_op is not None
        self.ready.say(_("Toch niet klaar") if done else _("Klaar"), "vernieuwen" if done else "akkoord")
        self.clock_button.setEnabled(still_open or self.runs)
        self.ready.setEnabled(still_open)
        for name in ("km", "opmerking"):
            self.tiles[name].setEnabled(still_open)

    def _finish(self) -> None:
        if self._kaart is not None:
            self.finished.emit(self._kaart.deel.klaar_op is None)

    # The lines.

    def _show_lines(self, kaart: MonteurKaart) -> None:
        if kaart.regels == self._regels:
            return
        at = next((nr for nr, check in enumerate(self.checks) if check.hasFocus()), None)
        self._regels = kaart.regels
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        notes = {regel.sleutel: _note(regel.aantal, regel.eenheid, regel.soort) for regel in kaart.kaart.invoer.regels}
        self.checks = []
        for punt in kaart.regels:
            if self.checks:
                self._list.addWidget(HairLine())
            check = TouchCheck(punt.tekst, notes.get(punt.sleutel, ""), ticked=punt.antwoord is not None)
            check.clicked.connect(lambda checked, punt=punt: self._tick_line(punt, checked))
            check.setEnabled(is_open(kaart.kaart.staat))
            self.checks.append(check)
            self._list.addWidget(check)
            # A layout shows what is put in it only later; the focus is to go there now.
            check.show()
        self._card.setVisible(bool(self.checks))
        if at is not None and at < len(self.checks):
            self.checks[at].setFocus()

    def _tick_line(self, punt: Punt, checked: bool) -> None:
        self.ticked.emit(replace(punt, antwoord=Antwoord.OK if checked else None))

    # Building.

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 20, MARGIN, MARGIN)
        column.setSpacing(PAD)
        column.addLayout(self._head())
        column.addWidget(self.line)
        column.addWidget(self._told())
        column.addWidget(self._lines(), 1)
        column.addLayout(self._buttons())

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(MARGIN)
        head.addWidget(self.plate)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._car)
        words.addWidget(self._owner)
        head.addLayout(words, 1)
        clock = QVBoxLayout()
        clock.setSpacing(0)
        clock.addWidget(self._since, 0, Qt.AlignmentFlag.AlignRight)
        clock.addWidget(self.timer, 0, Qt.AlignmentFlag.AlignRight)
        head.addLayout(clock)
        return head

    def _told(self) -> QFrame:
        self._complaint = QFrame()
        set_look(self._complaint, box="note")
        row = QHBoxLayout(self._complaint)
        row.setContentsMargins(PAD, GAP, PAD, GAP)
        row.setSpacing(GAP)
        row.addWidget(Sign("chat-circle-text", "text_2", 24))
        row.addWidget(self._said, 1)
        return self._complaint

    def _lines(self) -> QWidget:
        self._card = QFrame()
        set_look(self._card, box="card")
        self._list = QVBoxLayout(self._card)
        self._list.setContentsMargins(1, 1, 1, 1)
        self._list.setSpacing(0)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._card)
        inside.addStretch(1)
        area = finger_area(page)
        area.setMinimumHeight(theme().size("touch_target"))
        return area

    def _buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(PAD)
        for at, tile in enumerate(self.tiles.values()):
            grid.addWidget(tile, 0, 3 * at, 1, 3)
        grid.addWidget(self.clock_button, 1, 0, 1, 5)
        grid.addWidget(self.ready, 1, 5, 1, 7)
        for column in range(12):
            grid.setColumnStretch(column, 1)
        self.clock_button.setMinimumHeight(theme().size("touch_main"))
        return grid


def _note(aantal: int, eenheid: str, soort: Regelsoort) -> str:
    if soort is Regelsoort.UREN:
        return _("{uren} uur begroot").format(uren=number_text(aantal, DUIZEND))
    return f"{number_text(aantal, DUIZEND)} {eenheid}" if soort is Regelsoort.ARTIKEL else ""
