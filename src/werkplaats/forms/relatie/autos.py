"""The cars of a relatie, beside its fields: at a glance, and each a door to its card."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.datum import datum_tekst
from werkplaats.i18n import _
from werkplaats.ui.cards import Heading
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.resultaat import PARTS, voertuig_row
from werkplaats.ui.resultatenlijst import ResultList
from werkplaats.ui.theme import theme
from werkplaats.zinnen.wisseling import woord_rol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QFocusEvent

    from werkplaats.domain.treffers import VoertuigTreffer
    from werkplaats.ui.resultaat import Row

_WIDTH = 336
_HEIGHT = 276
_IN_LINE = 4


class Autos(QWidget):
    """``asked`` names the car that a person wants to see: Enter, or a double click."""

    asked = Signal(int)

    def __init__(self, today: date, land: str) -> None:
        super().__init__()
        self._today = today
        self._land = land
        self._list = _CarList(_("Voertuigen van deze relatie"))
        # In line with the heading above; a chosen line keeps room for its bar.
        self._list.painter.margin = _IN_LINE
        self._list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._list.opened.connect(lambda row: self.asked.emit(row.id))
        empty = EmptyList(
            "voertuig", _("Nog geen voertuigen"), _("Kies deze relatie als hoofdeigenaar op de kaart van een auto.")
        )
        theme().changed.connect(self._fit)
        self._fit()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Heading(_("Voertuigen")))
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._list)
        self._stack.addWidget(empty)

    def show_cars(self, cars: Sequence[VoertuigTreffer]) -> None:
        """Shows the cars; whose they are need not be said here."""
        self._list.show_lines([self._row(car) for car in cars], choose=False, keep=True)
        self._stack.setCurrentIndex(0 if cars else 1)

    def _fit(self) -> None:
        self.setFixedSize(theme().px(_WIDTH), theme().px(_HEIGHT))

    def _row(self, car: VoertuigTreffer) -> Row:
        row = voertuig_row(car, self._today, self._land)
        sentence = row.mark.text if row.mark else ""
        if not sentence and car.laatste_bezoek is not None:
            sentence = _("Laatst hier {datum}").format(datum=datum_tekst(car.laatste_bezoek))
        if car.rol is not None:
            sentence = PARTS.join(part for part in (woord_rol(car.rol.value), sentence) if part)
        return replace(row, sentence=sentence, mark=None, note="")


class _CarList(ResultList):
    """Shows which car Enter opens only while it has the focus."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setCurrentIndex(self.currentIndex())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.clearSelection()
