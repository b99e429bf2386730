"""What of this car asks for attention: chips in the head, notes beside the fields."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.pechhulp import NAMEN
from werkplaats.domain.rdw import Sein
from werkplaats.domain.rdw_vergelijken import seinen
from werkplaats.forms.seinen import sein_icon, sein_role, sein_text
from werkplaats.i18n import _, ngettext, woord
from werkplaats.ui.cards import Note
from werkplaats.ui.chip import Chip
from werkplaats.ui.labels import Label
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.pechhulp import PechhulpAanvraag
    from werkplaats.domain.rdw import RdwGegevens

DAGEN_VOORAF = 30
_MOST_RECALLS = 2


def deadline_text(what: str, day: date, today: date) -> str:
    """How far a day is, as one says it: ``APK over 8 dagen``, ``APK vandaag``, ``APK 3 dagen verlopen``."""
    days = (day - today).days
    if days == 0:
        return _("{wat} tot vandaag").format(wat=what)
    if days > 0:
        return ngettext("{wat} over {n} dag", "{wat} over {n} dagen", days).format(wat=what, n=days)
    return ngettext("{wat} {n} dag verlopen", "{wat} {n} dagen verlopen", -days).format(wat=what, n=-days)


def is_due(day: date | None, today: date) -> bool:
    """Whether a day is so near, or past, that one must think of it."""
    return day is not None and day - today <= timedelta(days=DAGEN_VOORAF)


def head_chips(apk: date | None, rdw: RdwGegevens | None, today: date, land: str) -> list[Chip]:
    """The chips of the head: the date that is near, and what the register warns of."""
    chips: list[Chip] = []
    if apk is not None and is_due(apk, today):
        role = "error" if apk < today else "warn"
        chips.append(Chip(deadline_text(woord(land, "keuring"), apk, today), role, "datum"))
    for sein in seinen(rdw, today) if rdw else ():
        if sein is not Sein.APK_VERLOPEN:
            chips.append(Chip(sein_text(sein), sein_role(sein), sein_icon(sein)))
    return chips


class Aandacht(QWidget):
    """The notes beside the fields: one for each thing that must be thought of."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens().margin["between_fields"])

    def show_notes(
        self, apk: date | None, rdw: RdwGegevens | None, pas: PechhulpAanvraag | None, today: date, land: str
    ) -> None:
        """Shows what there is to think of today."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if apk is not None and is_due(apk, today):
            self._add_deadline(woord(land, "keuring"), apk, today)
        if pas is not None and pas.einddatum is not None and is_due(pas.einddatum, today):
            self._add_deadline(NAMEN[pas.aanbieder], pas.einddatum, today)
        for recall in (rdw.terugroepacties if rdw else ())[:_MOST_RECALLS]:
            about = f"{recall.referentie}: {recall.omschrijving}" if recall.omschrijving else recall.referentie
            self._add(Note(_("Terugroepactie staat open"), "error", "terugroepactie"), _("RDW {wat}").format(wat=about))

    def _add_deadline(self, what: str, day: date, today: date) -> None:
        past = day < today
        title = _("{wat} is verlopen op {dag}") if past else _("{wat} verloopt op {dag}")
        note = Note(title.format(wat=what, dag=datum_tekst(day)), "error" if past else "warn", "datum")
        self._add(note, _days_left((day - today).days))

    def _add(self, note: Note, sentence: str) -> None:
        note.body.addWidget(Label(sentence, "body", "text_2", wrap=True))
        self._column.addWidget(note)


def _days_left(days: int) -> str:
    if days == 0:
        return _("Vandaag is de laatste dag")
    if days > 0:
        return ngettext("Nog {n} dag", "Nog {n} dagen", days).format(n=days)
    return ngettext("{n} dag geleden", "{n} dagen geleden", -days).format(n=-days)
