"""The visits of a relatie: the werkkaarten of cars that were his when they came, each a door to its card."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from werkplaats.i18n import _
from werkplaats.ui.chip import state_look
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.ui.tokens import tokens
from werkplaats.zinnen.termen import woord_kaartstaat

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.werkkaart import WerkkaartRegel
    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.toegang import Toegang


class Bezoeken(QWidget):
    """Reads the visits when it is made; ``asked`` names the werkkaart that a person wants to see."""

    asked = Signal(int)

    def __init__(self, toegang: Toegang, relatie_id: int, failed: Callable[[WerkplaatsError], None]) -> None:
        super().__init__()
        self._toegang = toegang
        self._relatie_id = relatie_id
        self._failed = failed
        self._visits: tuple[WerkkaartRegel, ...] = ()
        self._table = Table(_columns(), indent=24)
        self._table.setAccessibleName(_("Bezoeken van deze relatie"))
        self._table.opened.connect(lambda at: self.asked.emit(self._visits[at].id))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._table)
        advice = _("Hier komen de werkkaarten van zijn auto's te staan.")
        self._stack.addWidget(EmptyList("werkkaart", _("Nog geen bezoeken"), advice))
        self.reload()

    def reload(self) -> None:
        """Reads them anew: something happened to a werkkaart."""
        toegang = self._toegang
        read = partial(toegang.relaties.bezoeken, toegang.wie, self._relatie_id)
        toegang.background.run(self, read, self._show, self._failed)

    def _show(self, visits: tuple[WerkkaartRegel, ...]) -> None:
        at = self._table.chosen_row()
        self._visits = visits
        self._table.set_rows([_row(visit, self._toegang.wie.zone) for visit in visits])
        if 0 < at < len(visits):
            self._table.selectRow(at)
        self._stack.setCurrentIndex(0 if visits else 1)


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Werkkaart"), 128),
        Column(_("Binnen"), 112),
        Column(_("Kenteken"), tokens().column_width["kenteken"]),
        Column(_("Merk en model"), None),
        Column(_("Staat"), 136),
    )


def _row(visit: WerkkaartRegel, zone: str) -> tuple[Cell, ...]:
    state = visit.staat.value
    return (
        Cell(visit.nummer, strong=True),
        Cell(f"{visit.begonnen.lokaal(zone):%d-%m-%Y}", role="text_2"),
        Cell(kenteken=visit.kenteken) if visit.kenteken is not None else Cell(),
        Cell(visit.voertuig),
        Cell(woord_kaartstaat(state), state=state_look("werkkaart", state)),
    )
