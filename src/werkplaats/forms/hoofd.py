"""The head of a dialog: the plate of its car, its title, one grey sentence, and the key that shows the manual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.ui.cards import HairLine
from werkplaats.ui.hulpknop import help_button
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.plate import Plate

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.voertuig import Voertuig


class Hoofd(QWidget):
    """Stays in sight while the page scrolls; ``open_help`` is what F1 does in this window too.

    ``state`` is how the record stands: a chip beside the help, on one line with it.
    """

    def __init__(
        self, open_help: Callable[[], None], *words: QWidget, plate: Plate | None = None, state: QWidget | None = None
    ) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 16, 16, 0)
        line.setSpacing(16)
        if plate is not None:
            line.addWidget(plate)
        column = QVBoxLayout()
        column.setSpacing(2)
        for word in words:
            column.addWidget(word)
        line.addLayout(column, 1)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        for part in (state, help_button(open_help)):
            if part is not None:
                beside.addWidget(part)
        line.addLayout(beside)
        line.setAlignment(beside, Qt.AlignmentFlag.AlignTop)


class AutoHoofd(Hoofd):
    """The head of a dialog about one car, with its plate and what it is called."""

    def __init__(self, open_help: Callable[[], None], title: str) -> None:
        self.plate, self._car = Plate("head"), ElidedLabel("", "body", "text_2")
        super().__init__(open_help, Label(title, "subtitle"), self._car, plate=self.plate)

    def show_car(self, voertuig: Voertuig) -> None:
        """Shows which car it is."""
        kaart = voertuig.kaart
        self.plate.show_plate(kaart.kenteken, kaart.chassisnummer.tekst if kaart.chassisnummer else "")
        self._car.set_text(" ".join(part for part in (kaart.merk, kaart.model, kaart.type) if part))


def over_tabs(tabs: QWidget, *heads: QWidget) -> QWidget:
    """Heads under each other with the tabs of the pages below them."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for head in heads:
        column.addWidget(head)
    row = QVBoxLayout()
    row.setContentsMargins(12, 0, 12, 0)
    row.addWidget(tabs)
    column.addLayout(row)
    column.addWidget(HairLine())
    return whole
