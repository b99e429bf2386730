"""The cards of a mechanic's day, under each other at the left of the screen."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from werkplaats.i18n import _
from werkplaats.ui.aanraken import GAP, PAD, Touch, finger_area, paint_touch_chip
from werkplaats.ui.chip import state_look
from werkplaats.ui.labels import Label
from werkplaats.ui.plate import paint_plate, plate_look, plate_name
from werkplaats.ui.theme import theme
from werkplaats.zinnen.termen import woord_kaartstaat

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from werkplaats.domain.monteurwerk import DagKaart

_PLATE = 32
_HEIGHT = 104


class Kaartje(Touch):
    """One card: plate and state, what is to be done, which car, and by when."""

    def __init__(self, kaart: DagKaart, vandaag: date, zone: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.kaart = kaart
        self._when = _when(kaart, vandaag, zone)
        word, self._role, self._icon = _state(kaart)
        self._word = word
        plate = plate_name(kaart.kenteken) if kaart.kenteken else kaart.vin
        self.setAccessibleName(
            ", ".join(part for part in (plate, word, kaart.werk, kaart.voertuig, self._when) if part)
        )

    def sizeHint(self) -> QSize:
        lines = sum(QFontMetricsF(theme().font(letter)).height() for letter in ("touch_strong", "touch_small"))
        return QSize(theme().px(300), max(theme().px(_HEIGHT), math.ceil(theme().px(_PLATE) + lines + 2 * PAD)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        ground = "select" if chosen else ("pressed" if self.isDown() else "hover" if self.underMouse() else "surface")
        self._paint_ground(painter, ground, "accent" if chosen else "line", 2 if chosen else 1)
        high = theme().px(_PLATE)
        self._paint_plate(painter, high)
        paint_touch_chip(painter, self.width() - PAD, PAD + high / 2, self._word, self._role, self._icon)
        room = self.width() - 2 * PAD
        top = PAD + high + 6.0
        top = self._line(painter, top, room, self.kaart.werk or _("Geen omschrijving"), "touch_strong", "text")
        when = QFontMetricsF(theme().font("touch_small")).horizontalAdvance(self._when)
        self._line(painter, top, room - when - GAP, self.kaart.voertuig, "touch_small", "text_2")
        painter.drawText(
            QRectF(PAD, top, room, QFontMetricsF(painter.font()).height()),
            int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
            self._when,
        )

    def _paint_plate(self, painter: QPainter, high: int) -> None:
        if self.kaart.kenteken is not None:
            paint_plate(painter, PAD, PAD, high, plate_look(self.kaart.kenteken))
            return
        painter.setFont(theme().font("touch_strong", code=True))
        painter.setPen(theme().color("text"))
        words = self.kaart.vin[-8:] or self.kaart.nummer
        painter.drawText(QRectF(PAD, PAD, self.width(), high), int(Qt.AlignmentFlag.AlignVCenter), words)

    def _line(self, painter: QPainter, top: float, room: float, text: str, letter: str, role: str) -> float:
        painter.setFont(theme().font(letter))
        painter.setPen(theme().color("on_select" if self.isChecked() and role == "text" else role))
        metrics = QFontMetricsF(painter.font())
        said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(PAD, top, room, metrics.height()), int(Qt.AlignmentFlag.AlignVCenter), said)
        return top + metrics.height()


class Kaartjes(QFrame):
    """All cards of the day; ``chosen`` is the one that is opened."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Kaarten van vandaag"))
        self._cards: list[Kaartje] = []
        self._shown: tuple[DagKaart, ...] | None = None
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(PAD, PAD, PAD, PAD)
        self._column.setSpacing(GAP)
        self._none = Label("", "touch_body", "text_2", wrap=True)
        self._column.addWidget(self._none)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(finger_area(page))

    def show_cards(self, kaarten: tuple[DagKaart, ...], chosen: int | None, vandaag: date, zone: str) -> None:
        """Shows the cards; what did not change keeps its place and the focus."""
        if kaarten != self._shown:
            focused = next((card.kaart.id for card in self._cards if card.hasFocus()), None)
            self._fill(kaarten, vandaag, zone)
            for card in self._cards:
                if card.kaart.id == focused:
                    card.setFocus()
        for card in self._cards:
            card.setChecked(card.kaart.id == chosen)

    @property
    def cards(self) -> tuple[Kaartje, ...]:
        """The cards, from above."""
        return tuple(self._cards)

    def _fill(self, kaarten: tuple[DagKaart, ...], vandaag: date, zone: str) -> None:
        self._shown = kaarten
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [Kaartje(kaart, vandaag, zone) for kaart in kaarten]
        for at, card in enumerate(self._cards):
            card.clicked.connect(partial(self.chosen.emit, card.kaart.id))
            self._column.insertWidget(at, card)
            # A layout shows what is put in it only later; the focus is to go there now.
            card.show()
        self._none.setVisible(not kaarten)
        self._none.setText(
            _("Vandaag staat er geen kaart op uw naam. De balie zet hem op een werkkaart; of zoek er hieronder een.")
        )


def _state(kaart: DagKaart) -> tuple[str, str, str]:
    """Word, role and sign: his own part first, then how far the card is."""
    if kaart.loopt:
        look = state_look("werkkaart", "in uitvoering")
        return _("Bezig"), look.role, look.icon
    if kaart.klaar_op is not None:
        look = state_look("werkkaart", "klaar")
        return _("Klaar"), look.role, look.icon
    look = state_look("werkkaart", kaart.staat.value)
    return woord_kaartstaat(kaart.staat.value), look.role, look.icon


def _when(kaart: DagKaart, vandaag: date, zone: str) -> str:
    if kaart.klaar_op is not None:
        return _("klaar {tijd}").format(tijd=f"{kaart.klaar_op.lokaal(zone):%H:%M}")
    if kaart.afgesproken_op is None or kaart.afgesproken_op == vandaag:
        return _("tot {tijd}").format(tijd=kaart.afgesproken_om) if kaart.afgesproken_om else ""
    return f"{kaart.afgesproken_op:%d-%m} {kaart.afgesproken_om}".strip()
