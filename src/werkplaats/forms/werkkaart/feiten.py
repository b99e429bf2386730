"""What one wants to know of a car at a glance, beside the buttons of the ribbon: the APK, the checklist, the photos."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout

from werkplaats.domain.datum import datum_tekst
from werkplaats.i18n import _, ngettext
from werkplaats.ui.labels import Label
from werkplaats.ui.sign import Sign
from werkplaats.ui.theme import set_look, show_when

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.monteurwerk import Werkverslag


class Feiten(QFrame):
    """Short words with a sign; what is not known is left out."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 0, 0)
        row.setSpacing(6)
        self._parts: list[tuple[Sign, Label]] = []
        for icon in ("datum", "checklist", "documenten"):
            part = Sign(icon, "text_2"), Label("", "small", "text_2")
            # Where the row is full the words give way, not the buttons.
            part[1].setMinimumWidth(1)
            self._parts.append(part)
            for widget in part:
                row.addWidget(widget)
            row.addSpacing(10)
        self.show_facts(None, None, None)

    def show_facts(self, apk: date | None, verslag: Werkverslag | None, today: date | None) -> None:
        """Shows until when the APK runs, how far the checklist is and how many photos there are."""
        late = apk is not None and today is not None and apk < today
        said = (
            (_("APK tot {dag}").format(dag=datum_tekst(apk)) if apk is not None else "", "warn" if late else "text_2"),
            (_checklist(verslag), "text_2"),
            (_photos(verslag), "text_2"),
        )
        for (sign, label), (words, role) in zip(self._parts, said, strict=True):
            label.setText(words)
            set_look(label, role=role)
            for widget in (sign, label):
                show_when(widget, bool(words))


def _checklist(verslag: Werkverslag | None) -> str:
    if verslag is None or not verslag.checklist:
        return ""
    words = _("Checklist {klaar} van {punten}")
    return words.format(klaar=verslag.answered, punten=len(verslag.checklist))


def _photos(verslag: Werkverslag | None) -> str:
    count = verslag.fotos if verslag is not None else 0
    return ngettext("{n} foto", "{n} foto's", count).format(n=count) if count else ""
