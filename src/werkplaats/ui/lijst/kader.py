"""What stands around the table of a list: the bar above it, and the words where it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from werkplaats.i18n import _
from werkplaats.ui.signbutton import SignButton

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from werkplaats.domain.lijst import Lijstvraag
    from werkplaats.ui.entries import Entry
    from werkplaats.ui.lijst.soort import ListWords


def bar(filter_field: QWidget, pills: QWidget, buttons: Iterable[QWidget]) -> QHBoxLayout:
    """Filter first, then the pills, and at the right what can be done with the list."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(filter_field)
    row.addWidget(pills)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row


def door_sign(door: Entry) -> SignButton:
    """A sign in the bar that opens something else."""
    button = SignButton(door.icon, door.title)
    button.clicked.connect(lambda _checked: door.open())
    return button


def empty_words(words: ListWords, vraag: Lijstvraag) -> tuple[str, str]:
    """Why nothing stands here, and what to do next."""
    if vraag.tekst:
        what = _("Niets gevonden voor “{tekst}”").format(tekst=vraag.tekst)
        return what, _("Laat een woord weg, of kijk in de hele lijst.")
    if vraag.keuze:
        return _("Hier staat nu niets"), _("Kies een ander deel van de lijst.")
    return words.empty, words.empty_advice
