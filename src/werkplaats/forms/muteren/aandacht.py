"""What of this car asks for attention: chips in the head, notes beside the fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.pechhulp import NAMEN
from werkplaats.i18n import _, ngettext, woord
from werkplaats.ui.cards import Note
from werkplaats.ui.labels import Label
from werkplaats.ui.resultaat import Mark, apk_mark
from werkplaats.ui.seinen import warning_marks
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.pechhulp import PechhulpAanvraag
    from werkplaats.domain.rdw import RdwGegevens

_MOST_RECALLS = 2


@dataclass(frozen=True, slots=True)
class Aandacht:
    """What is known today: the day of the APK, what the register says, the pass that ends; ``land`` of the shop."""

    vandaag: date
    land: str
    apk: date | None
    rdw: RdwGegevens | None
    pas: PechhulpAanvraag | None

    @property
    def apk_asks(self) -> bool:
        """Whether the APK has ended or is about to."""
        mark = self._apk_mark
        return mark is not None and mark.fill

    def marks(self) -> tuple[Mark, ...]:
        """The chips of the head: the days that are near, and what the register warns of."""
        apk = (self._apk_mark,) if self._apk_mark is not None and self._apk_mark.fill else ()
        register = warning_marks(self.rdw, self.vandaag) if self.rdw else ()
        pas = (Mark(_("Pas loopt af"), "warn", "pechhulp"),) if self.pas else ()
        return (*apk, *register, *pas)

    @property
    def _apk_mark(self) -> Mark | None:
        return apk_mark(self.apk, self.vandaag, self.land)


class Notes(QWidget):
    """The notes beside the fields: one for each thing that must be thought of, with the day and what it is about."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Aandacht | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens().margin["between_fields"])

    def show_notes(self, aandacht: Aandacht) -> None:
        """Shows what there is to think of."""
        if aandacht == self._shown:
            return
        self._shown = aandacht
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                # Out of the window at once: what is only due to be deleted would still be drawn and read out.
                widget.setParent(None)
                widget.deleteLater()
        for note in _notes(aandacht):
            self._column.addWidget(note)
            note.show()
        self.setVisible(self._column.count() > 0)


def _notes(aandacht: Aandacht) -> list[Note]:
    notes: list[Note] = []
    if aandacht.apk is not None and aandacht.apk_asks:
        what = woord(aandacht.land, "keuring")
        notes.append(_deadline(what[:1].upper() + what[1:], aandacht.apk, aandacht.vandaag, "warning"))
    if aandacht.pas is not None and aandacht.pas.einddatum is not None:
        about = f"{NAMEN[aandacht.pas.aanbieder]} {aandacht.pas.pasnummer}".strip()
        notes.append(_deadline(_("Pechhulppas"), aandacht.pas.einddatum, aandacht.vandaag, "pechhulp", about))
    recalls = aandacht.rdw.terugroepacties if aandacht.rdw else ()
    for recall in recalls[:_MOST_RECALLS]:
        about = f"{recall.referentie}: {recall.omschrijving}" if recall.omschrijving else recall.referentie
        notes.append(_note(_("Terugroepactie staat open"), "error", "terugroepactie", _("RDW {wat}").format(wat=about)))
    return notes


def _deadline(what: str, day: date, today: date, icon: str, about: str = "") -> Note:
    past = day < today
    title = _("{wat} is verlopen op {dag}") if past else _("{wat} verloopt op {dag}")
    sentence = " · ".join(part for part in (_days_left((day - today).days), about) if part)
    return _note(title.format(wat=what, dag=datum_tekst(day)), "error" if past else "warn", icon, sentence)


def _note(title: str, role: str, icon: str, sentence: str) -> Note:
    note = Note(title, role, icon, fill=icon == "warning")
    note.body.addWidget(Label(sentence, "body", "text_2", wrap=True))
    return note


def _days_left(days: int) -> str:
    if days == 0:
        return _("Vandaag is de laatste dag")
    if days > 0:
        return ngettext("Nog {n} dag", "Nog {n} dagen", days).format(n=days)
    return ngettext("{n} dag geleden", "{n} dagen geleden", -days).format(n=-days)
