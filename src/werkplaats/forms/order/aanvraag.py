"""In the group Kenteken of an order: where its request stands, and the buttons to ask for it or take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.ponaanvraag import ANDERE_AUTO, Aanvraagstaat, given_plate, told_otherwise
from werkplaats.domain.postbus import Besluit
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.chip import Chip, state_look
from werkplaats.ui.labels import NoteLine
from werkplaats.ui.plate import Plate
from werkplaats.ui.theme import show_when
from werkplaats.zinnen.ponstaat import teken_aanvraagstaat, woord_aanvraagstaat, zin_aanvraagreden, zin_anders

if TYPE_CHECKING:
    from werkplaats.domain.moment import Klok
    from werkplaats.domain.order import OrderKaart
    from werkplaats.domain.ponaanvraag import AanvraagInhoud, PonAanvraag

_SECOND = 1000
_ASK_EVERY = 5
"""Seconds between two looks at a request that is being sent."""


class AanvraagVak(QWidget):
    """Shows the newest request of an order; the buttons only for who may use them."""

    direct_asked = Signal()
    withdraw_asked = Signal()
    decided = Signal(str)
    stale = Signal()

    def __init__(self, klok: Klok, *, may: bool) -> None:
        super().__init__()
        self._klok = klok
        self._may = may
        self._aanvraag: PonAanvraag | None = None
        self._ticks = 0
        self._chip, self._plate, self._note = Chip(), Plate("head"), NoteLine(letter="body")
        self._otherwise = NoteLine(letter="body")
        self._direct = Button(_("&Direct goedkeuren"), icon="versturen")
        self._withdraw = Button(_("I&ntrekken"), icon="sluiten")
        self._arrived, self._again = Button(_("PON heeft de aanvraag")), Button(_("&Opnieuw verzenden"))
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self._tick)
        self._lay_out()
        self._direct.clicked.connect(self.direct_asked)
        self._withdraw.clicked.connect(self.withdraw_asked)
        self._arrived.clicked.connect(lambda: self.decided.emit(Besluit.AANGEKOMEN.value))
        self._again.clicked.connect(lambda: self.decided.emit(Besluit.OPNIEUW.value))
        self.show_request(None, on_file=False)

    @property
    def aanvraag(self) -> PonAanvraag | None:
        """The request that is shown."""
        return self._aanvraag

    def show_request(self, aanvraag: PonAanvraag | None, *, on_file: bool) -> None:
        """Shows where a request stands; None where nothing was ever asked for."""
        self._aanvraag = aanvraag
        staat = aanvraag.staat if aanvraag is not None else None
        show_when(self._chip, aanvraag is not None)
        plaat = given_plate(aanvraag.kenteken) if aanvraag is not None else None
        self._plate.show_plate(plaat)
        show_when(self._plate, plaat is not None)
        if aanvraag is not None:
            look = state_look("pon", teken_aanvraagstaat(aanvraag.staat.value))
            self._chip.show_state(
                woord_aanvraagstaat(aanvraag.staat.value, aanvraag.status), look.role, look.icon, fill=look.fill
            )
        show_when(self._direct, self._may and on_file and (aanvraag is None or not aanvraag.open) and plaat is None)
        show_when(self._withdraw, self._may and staat is Aanvraagstaat.WACHT)
        for button in (self._arrived, self._again):
            show_when(button, self._may and staat is Aanvraagstaat.ONZEKER)
        self._say()
        self._ticks = 0
        if staat in (Aanvraagstaat.WACHT, Aanvraagstaat.INGEDIEND, Aanvraagstaat.IN_BEHANDELING):
            self._timer.start()
        else:
            self._timer.stop()

    def compare(self, kaart: OrderKaart) -> None:
        """Says what of a card differs from what PON was told, as long as a plate may still come of that."""
        aanvraag = self._aanvraag
        velden = told_otherwise(aanvraag.inhoud, kaart) if aanvraag is not None and aanvraag.open else ()
        if aanvraag is None or not velden:
            self._otherwise.fall_silent()
            return
        andere = bool(ANDERE_AUTO & set(velden))
        told = ", ".join(_told(aanvraag.inhoud, veld) for veld in velden)
        self._otherwise.say("warn" if andere else "info", zin_anders(told, andere_auto=andere))

    def _tick(self) -> None:
        self._say()
        self._ticks += 1
        if self._seconds() <= 0 and self._ticks % _ASK_EVERY == 0:
            self.stale.emit()

    def _seconds(self) -> int:
        """How long a person can surely still take it back."""
        aanvraag = self._aanvraag
        if aanvraag is None or aanvraag.niet_voor is None or aanvraag.staat is not Aanvraagstaat.WACHT:
            return 0
        return max(0, round((aanvraag.niet_voor.utc - self._klok.nu().utc).total_seconds()))

    def _say(self) -> None:
        aanvraag, left = self._aanvraag, self._seconds()
        if aanvraag is None:
            self._note.fall_silent()
        elif left:
            self._note.say("info", _("Wordt over {n} s verzonden; tot dan kunt u het intrekken.").format(n=left))
        elif aanvraag.reden:
            good = aanvraag.staat in (Aanvraagstaat.TOEGEKEND, Aanvraagstaat.WACHT, Aanvraagstaat.INGEDIEND)
            self._note.say("info" if good else "warn", zin_aanvraagreden(aanvraag.reden))
        else:
            self._note.fall_silent()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for pieces in ((self._chip, self._plate), (self._note,), (self._otherwise,), (self._direct, self._withdraw)):
            self._line(column, *pieces)
        self._line(column, self._arrived, self._again)

    def _line(self, column: QVBoxLayout, *pieces: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for piece in pieces:
            row.addWidget(piece, 1 if isinstance(piece, NoteLine) else 0)
        if not isinstance(pieces[0], NoteLine):
            row.addStretch(1)
        column.addLayout(row)


def _told(inhoud: AanvraagInhoud, veld: str) -> str:
    """What PON was told of a field of the order."""
    match veld:
        case "merk":
            return inhoud.merk
        case "chassisnummer":
            return inhoud.chassisnummer
        case "afleverdatum":
            dag = datum_tekst(inhoud.afleverdatum)
            return _("aflevering {datum}").format(datum=dag) if dag else _("zonder afleverdatum")
        case _:
            return f"{inhoud.aantal_platen} x {inhoud.plaattype}"
