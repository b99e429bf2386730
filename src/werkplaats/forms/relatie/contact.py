"""The latest contact with a relatie, under its cars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.i18n import _, ngettext
from werkplaats.ui.cards import Heading
from werkplaats.ui.labels import Label
from werkplaats.ui.resultaat import Row
from werkplaats.ui.resultatenlijst import ResultList
from werkplaats.ui.theme import theme
from werkplaats.zinnen.termen import woord_keuze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkplaats.domain.contactmoment import Contactmoment

_MOST = 3
_WIDTH, _HEIGHT = 336, 168
_ICONS = {"telefoon": "phone", "email": "bericht", "balie": "relatie", "brief": "bericht"}


class LaatsteContact(QWidget):
    """``asked`` is Enter or a double click on a line: all contact is wanted."""

    asked = Signal()

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self._list = ResultList(_("Laatste contactmomenten"))
        self._list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._list.opened.connect(lambda _row: self.asked.emit())
        self._rest = Label("", "small", "text_2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Heading(_("Contactmomenten")))
        column.addWidget(self._list)
        column.addWidget(self._rest)
        theme().changed.connect(self._fit)
        self._fit()

    def show_contacts(self, contacts: Sequence[Contactmoment]) -> None:
        """Shows the latest few; how many more there are is said under them."""
        self._list.show_lines([self._row(contact) for contact in contacts[:_MOST]], choose=False, keep=True)
        self._list.setVisible(bool(contacts))
        more = len(contacts) - _MOST
        if not contacts:
            self._rest.setText(_("Nog geen contact vastgelegd; dat kan bij CRM."))
        elif more > 0:
            self._rest.setText(ngettext("En nog {n} bij CRM.", "En nog {n} bij CRM.", more).format(n=more))
        else:
            self._rest.setText("")

    def _fit(self) -> None:
        self.setFixedWidth(theme().px(_WIDTH))
        self._list.setFixedHeight(theme().px(_HEIGHT))

    def _row(self, contact: Contactmoment) -> Row:
        kaart = contact.kaart
        moment = kaart.moment.lokaal(self._zone)
        when = f"{moment:%d-%m-%Y} · {woord_keuze('wijze', kaart.wijze)} · {contact.door}"
        return Row("contact", contact.id, " ".join(kaart.tekst.split()), when, icon=_ICONS[kaart.wijze])
