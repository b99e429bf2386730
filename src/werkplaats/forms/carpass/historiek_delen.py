"""The parts of the window on a Car-Pass historiek: what is asked, and the document with its public address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from werkplaats.domain.carpass_historiek import HistoriekInvoer
from werkplaats.domain.kmstand import Eenheid
from werkplaats.errors import Ongeldig
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.cards import Card
from werkplaats.ui.fields.choice import Combo
from werkplaats.ui.fields.text import NumberField, TextField
from werkplaats.ui.labels import Label
from werkplaats.ui.rows import FieldGrid
from werkplaats.zinnen.termen import woord_eenheid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkplaats.domain.carpass_historiek import Historiek
    from werkplaats.errors import Bevinding

_VIN = 17


class HistoriekVelden(FieldGrid):
    """``changed`` at each key; ``read`` gives what stands there and what cannot be read."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("dialog")
        self._stand = NumberField("stand", "m")
        eenheid = Combo("eenheid", [(een, woord_eenheid(een)) for een in Eenheid], "xs")
        eenheid.setAccessibleName(_("Eenheid"))
        self._vin = TextField("vin", "l", code=True)
        self._length = Label("", "body", "text_2")
        self.group(_("Aanvraag"))
        self.row(_("&Kilometerstand"), self._stand, eenheid, hint=_("Wat de teller nu toont."))
        self.row(_("&Chassisnummer"), self._vin, self._length)
        for field in self.fields.values():
            field.changed.connect(self.changed)
        self.changed.connect(self._count)

    def show_invoer(self, invoer: HistoriekInvoer, *, editable: bool) -> None:
        """Shows what is asked, or was."""
        for veld, field in self.fields.items():
            field.set_value(getattr(invoer, veld))
            field.set_read_only(not editable)
        self._count()

    def read(self) -> tuple[HistoriekInvoer, list[Bevinding]]:
        """What stands in the fields, and what cannot be read of it."""
        values: dict[str, Any] = {}
        unreadable: list[Bevinding] = []
        for veld, field in self.fields.items():
            try:
                values[veld] = field.value()
            except Ongeldig as fout:
                unreadable += fout.bevindingen
        values["eenheid"] = Eenheid(values["eenheid"])
        return HistoriekInvoer(**values), unreadable

    def tell(self, bevindingen: Sequence[Bevinding]) -> None:
        """Shows at each field what is wrong or odd."""
        for veld, field in self.fields.items():
            field.set_finding(next((een for een in bevindingen if een.veld == veld), None))

    def focus_first(self) -> None:
        """Puts the keyboard where the reading is typed."""
        self._stand.setFocus()
        self._stand.selectAll()

    def _count(self) -> None:
        length = len("".join(self._vin.text().split()))
        self._length.setText(_("{n} / {van}").format(n=length, van=_VIN))


class Document(Card):
    """The document and the address for the advertisement; ``copied`` tells that the address is on the clipboard."""

    shown = Signal()
    opened = Signal()
    copied = Signal()

    def __init__(self) -> None:
        super().__init__(_("Document"))
        self._address = TextField("adres")
        self._address.set_read_only(True)
        # Tab passes it by: it would come up selected, and shown from its end.
        self._address.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._address.setAccessibleName(_("Openbaar adres"))
        self.body.addWidget(Label(_("Openbaar adres, voor bij de advertentie"), "small", "text_2"))
        self.body.addWidget(self._address)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._pdf = Button(_("&PDF bekijken"), icon="file-text")
        self._pdf.clicked.connect(self.shown)
        browse = Button(_("&Openen in de browser"), icon="internet")
        browse.clicked.connect(self.opened)
        copy = Button(_("Adre&s kopiëren"), icon="kopieren")
        copy.clicked.connect(self._copy)
        for button in (self._pdf, browse, copy):
            row.addWidget(button)
        row.addStretch()
        self.body.addLayout(row)

    @property
    def address(self) -> str:
        """The public address."""
        return self._address.text()

    def show_document(self, historiek: Historiek) -> None:
        """Shows the address of a history that was received."""
        self._address.set_value(historiek.url)

    def focus_first(self) -> None:
        """Puts the keyboard on what one mostly comes for."""
        self._pdf.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.address)
        self.copied.emit()
