"""The tab Dossier of the vehicle card: the werkkaarten of the car and its reports to Car-Pass, each with its door."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.kmstand import km_text
from werkplaats.domain.rechten import Recht
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.cards import Heading
from werkplaats.ui.chip import state_look
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.ui.tabs import Tab
from werkplaats.ui.tokens import tokens
from werkplaats.zinnen.carpass import teken_melding, woord_melding
from werkplaats.zinnen.termen import woord_kaartstaat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from werkplaats.domain.melding import Melding
    from werkplaats.domain.moment import Moment
    from werkplaats.domain.werkkaart import WerkkaartKop
    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.fields.base import Field

_Answer = tuple["tuple[WerkkaartKop, ...]", "tuple[Melding, ...]"]


class _Line(NamedTuple):
    """A record of the car in the list: when it began, what is said of it, and its door."""

    begun: Moment
    cells: tuple[Cell, ...]
    open: Callable[[], None]


def dossier_tabs(
    toegang: Toegang, deuren: Deuren, voertuig_id: int | None, failed: Callable[[WerkplaatsError], None]
) -> list[Tab]:
    """The tab, for a car that is known and a person who may see anything of it."""
    if voertuig_id is None or not any(map(toegang.wie.mag, (Recht.WERKKAART_ZIEN, Recht.CARPASS))):
        return []
    return [Tab("dossier", _("Dossier"), partial(DossierPagina, toegang, deuren, voertuig_id, failed))]


class DossierPagina(QWidget):
    """The page of the tab: the latest first, Enter opens one; it reads anew when something happens to one."""

    def __init__(
        self, toegang: Toegang, deuren: Deuren, voertuig_id: int, failed: Callable[[WerkplaatsError], None]
    ) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self._toegang, self._deuren, self._voertuig_id, self._failed = toegang, deuren, voertuig_id, failed
        self._lines: list[_Line] = []
        self._table = Table(_columns())
        self._table.setAccessibleName(_("Dossier van deze auto"))
        self._table.opened.connect(lambda at: self._lines[at].open())
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 8, 24, 24)
        page.setSpacing(8)
        page.addWidget(Heading(_("Werkkaarten en meldingen van deze auto")))
        self._stack = QStackedLayout()
        page.addLayout(self._stack, 1)
        self._stack.addWidget(self._table)
        self._stack.addWidget(
            EmptyList("dossier", _("Nog niets"), _("Deze auto is hier nog niet geweest."), *self._new())
        )
        deuren.changed.connect(self._changed)
        self.reload()

    def _new(self) -> Iterator[Button]:
        if self._toegang.wie.mag(Recht.WERKKAART_WIJZIGEN):
            new = Button(_("Nieuwe werkkaart"), icon="nieuw")
            new.clicked.connect(partial(self._deuren.werkkaart.new_werkkaart, self._voertuig_id))
            yield new

    def reload(self) -> None:
        """Reads what there is now."""
        self._toegang.background.run(self, self._ask, self._show, self._failed)

    def _ask(self) -> _Answer:
        toegang, wie = self._toegang, self._toegang.wie
        kaarten = toegang.werkkaarten.van_voertuig(wie, self._voertuig_id) if wie.mag(Recht.WERKKAART_ZIEN) else ()
        meldingen = toegang.carpass.van_voertuig(wie, self._voertuig_id) if wie.mag(Recht.CARPASS) else ()
        return kaarten, meldingen

    def _show(self, answer: _Answer) -> None:
        at = self._table.chosen_row()
        lines = [*self._cards(answer[0]), *self._reports(answer[1])]
        self._lines = sorted(lines, key=lambda line: line.begun.iso, reverse=True)
        self._table.set_rows([line.cells for line in self._lines])
        if 0 < at < len(self._lines):
            self._table.selectRow(at)
        self._stack.setCurrentIndex(0 if self._lines else 1)

    def _cards(self, kaarten: tuple[WerkkaartKop, ...]) -> Iterator[_Line]:
        for kop in kaarten:
            state = kop.staat.value
            look = Cell(woord_kaartstaat(state), state=state_look("werkkaart", state))
            what = Cell(_("Werkkaart {nummer}").format(nummer=kop.nummer), strong=True, icon="werkkaart")
            why = Cell(" ".join(kop.klacht.split()), role="text_2")
            cells = (what, self._day(kop.begonnen), why, _km(kop.km_stand), look)
            yield _Line(kop.begonnen, cells, partial(self._deuren.werkkaart.open_werkkaart, kop.id))

    def _reports(self, meldingen: tuple[Melding, ...]) -> Iterator[_Line]:
        for melding in meldingen:
            look = Cell(
                woord_melding(melding.staat.value), state=state_look("carpass", teken_melding(melding.staat.value))
            )
            what = Cell(_("Melding aan Car-Pass"), strong=True, icon="carpass")
            why = Cell(melding.invoer.omschrijving, role="text_2")
            cells = (what, self._day(melding.gemaakt_op), why, _km(melding.km), look)
            yield _Line(melding.gemaakt_op, cells, partial(self._deuren.carpass.open_melding, melding.id))

    def _day(self, moment: Moment) -> Cell:
        return Cell(f"{moment.lokaal(self._toegang.wie.zone):%d-%m-%Y}", role="text_2")

    def _changed(self, onderwerp: str, _changed_id: int) -> None:
        if onderwerp in ("werkkaart", "melding"):
            self.reload()


def _km(stand: int | None) -> Cell:
    return Cell(km_text(stand) if stand is not None else "")


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Wat"), 212),
        Column(_("Datum"), tokens().column_width["datum"]),
        Column(_("Klacht, wens of werk"), None),
        Column(_("Km"), 88, right=True),
        Column(_("Staat"), 184),
    )
