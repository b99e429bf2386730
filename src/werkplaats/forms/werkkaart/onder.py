"""What stands under the grid of a werkkaart: the complaint, who works on it, when it is promised, and the totals."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.tijd import parse_tijd
from werkplaats.domain.werkkaart_regel import number_text
from werkplaats.errors import Bevinding, Ongeldig
from werkplaats.forms.werkkaart.monteurveld import MonteurVeld
from werkplaats.forms.werkkaart.urenbalk import Urenbalk
from werkplaats.i18n import _
from werkplaats.ui.fields.note import NoteField
from werkplaats.ui.fields.text import DateField, NumberField, TextField
from werkplaats.ui.labels import ElidedLabel, Label, NoteLine
from werkplaats.zinnen.termen import woord_btw

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from werkplaats.domain.btw import BtwRegel, Totalen
    from werkplaats.domain.werkkaart import WerkkaartInvoer
    from werkplaats.ui.fields.base import Field

_ROWS = 12


class TimeField(TextField):
    """A time of day: ``1630`` and ``16.30`` become ``16:30``."""

    def value(self) -> str:
        """The time as ``uu:mm``; empty for an empty field. Raises Ongeldig TIJD_ONLEESBAAR."""
        return f"{parse_tijd(self.text(), self.veld):%H:%M}" if self.text().strip() else ""

    def tidy(self) -> None:
        self.tidy_by(lambda: self.set_value(self.value()))


class Onder(QWidget):
    """The fields of the card that are no lines, and the totals; ``changed``: a person typed in one."""

    changed = Signal()

    def __init__(self, parse_day: Callable[[str, str], date | None]) -> None:
        super().__init__()
        self.klacht = NoteField("klacht", 2)
        self.notitie = NoteField("notitie", 2)
        self.monteur = MonteurVeld("monteur")
        self.afgesproken_op = DateField("afgesproken_op", parse_day)
        self.afgesproken_om = TimeField("afgesproken_om", "xs", placeholder=_("uu:mm"))
        self.km_stand = NumberField("km_stand", "s")
        names = {
            "klacht": _("Klacht of wens van de klant"),
            "notitie": _("Notitie, niet voor de klant"),
            "monteur": _("Monteur"),
            "afgesproken_op": _("Afgesproken klaar, dag"),
            "afgesproken_om": _("Afgesproken klaar, tijd"),
            "km_stand": _("Kilometerstand"),
        }
        self.fields = {veld: cast("Field", getattr(self, veld)) for veld in names}
        for veld, name in names.items():
            field = cast("QWidget", self.fields[veld])
            field.setAccessibleName(name)
            self.fields[veld].changed.connect(self.changed)
        self.uren = Urenbalk()
        self._about = NoteLine()
        self.monteur.remarks.changed.connect(self._tell_about)
        self._totals = QGridLayout()
        self._pairs: list[tuple[ElidedLabel, Label]] = []
        self._whole = Label("", "subtitle"), Label("", "subtitle")
        self._lay_out()

    def show_invoer(self, invoer: WerkkaartInvoer) -> None:
        """Shows what stands on the card."""
        for veld, field in self.fields.items():
            field.set_value(getattr(invoer, veld))
        self.show_totals(invoer.totalen)

    def read(self) -> tuple[dict[str, object], list[Bevinding]]:
        """What stands in the fields, and what of it cannot be read."""
        read: dict[str, object] = {}
        wrong: list[Bevinding] = []
        for veld, field in self.fields.items():
            try:
                read[veld] = field.value()
            except Ongeldig as fault:
                wrong += fault.bevindingen
        return read, wrong

    def show_totals(self, totalen: Totalen) -> None:
        """Shows the totals, that of all at the end."""
        taxes = [(_vat_words(regel), str(regel.btw)) for regel in totalen.btw]
        whole = _("Totaal incl. btw"), f"\N{EURO SIGN} {totalen.inclusief}"
        rows = [(_("Totaal excl. btw"), str(totalen.exclusief)), *taxes]
        while len(self._pairs) < len(rows):
            self._add_pair()
        for at, (said, value) in enumerate(self._pairs):
            seen = at < len(rows)
            words, amount = rows[at] if seen else ("", "")
            said.set_text(words)
            value.setText(amount)
            value.setAccessibleName(f"{words}: {amount}")
            said.setVisible(seen)
            value.setVisible(seen)
        for label, text in zip(self._whole, whole, strict=True):
            label.setText(text)
        self._whole[1].setAccessibleName(": ".join(whole))

    def _add_pair(self) -> None:
        # In a narrow window the words give way, never the amount.
        said, value = ElidedLabel("", "body", "text_2"), Label("", "body")
        at = len(self._pairs)
        self._totals.addWidget(said, at, 0)
        self._totals.addWidget(value, at, 1, Qt.AlignmentFlag.AlignRight)
        self._pairs.append((said, value))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(24)
        row.addLayout(self._told(), 4)
        row.addLayout(self._agreed(), 3)
        self._totals.setHorizontalSpacing(24)
        self._totals.setVerticalSpacing(2)
        self._totals.setColumnStretch(0, 1)
        # The rows stand at the top; room that is left is below them.
        self._totals.addWidget(self._whole[0], _ROWS - 1, 0)
        self._totals.addWidget(self._whole[1], _ROWS - 1, 1, Qt.AlignmentFlag.AlignRight)
        self._totals.setRowStretch(_ROWS, 1)
        row.addLayout(self._totals, 3)

    def _tell_about(self) -> None:
        now = self.monteur.remarks.now
        if now is None:
            self._about.fall_silent()
        else:
            self._about.say(now.role, now.sentence)

    def _told(self) -> QVBoxLayout:
        told = QVBoxLayout()
        told.setSpacing(4)
        title = Label(_("Klacht of &wens"), "strong")
        title.setBuddy(self.klacht)
        told.addWidget(title)
        told.addWidget(self.klacht)
        own = Label(_("&Notitie, intern"), "body", "text_2")
        own.setBuddy(self.notitie)
        told.addWidget(own)
        told.addWidget(self.notitie)
        told.addStretch()
        return told

    def _agreed(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        rows: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            (_("&Monteur"), (self.monteur,)),
            (_("K&ilometerstand"), (self.km_stand,)),
            (_("A&fgesproken"), (self.afgesproken_op, self.afgesproken_om)),
        )
        for nr, (words, fields) in enumerate(rows):
            # Under whom the card names there is room to say that nobody is called so.
            at = nr + (nr > 0)
            label = Label(words, "body", "text_2")
            label.setBuddy(fields[0])
            line = QHBoxLayout()
            line.setSpacing(8)
            for field in fields:
                line.addWidget(field)
            line.addStretch()
            grid.addWidget(label, at, 0)
            grid.addLayout(line, at, 1)
        grid.addWidget(self._about, 1, 1)
        below = len(rows) + 1
        grid.addWidget(Label(_("Uren"), "body", "text_2"), below, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.uren, below, 1)
        grid.setRowStretch(below + 1, 1)
        return grid


def _vat_words(regel: BtwRegel) -> str:
    if regel.percentage or regel.code.value == "nul":
        percentage = number_text(regel.percentage, 100)
        return _("Btw {percentage} % over {bedrag}").format(percentage=percentage, bedrag=regel.over)
    return _("Btw {soort} over {bedrag}").format(soort=woord_btw(regel.code.value), bedrag=regel.over)
