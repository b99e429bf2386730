"""Kies een auto: find the car that another dialog is about, by its plate, chassis number or owner."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from werkplaats.i18n import _
from werkplaats.ui.cards import Card
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.form import Form
from werkplaats.ui.resultaat import Heading, Row, voertuig_row
from werkplaats.ui.resultatenlijst import ResultList
from werkplaats.ui.work import Latest
from werkplaats.ui.zoekveld import SearchBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.treffers import VoertuigTreffer, Zoekresultaat
    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.resultaat import Line

_MOST = 50


class Aanbod(NamedTuple):
    """Cars to choose from before anything is typed: how they are asked, what they are called, what none means."""

    ask: Callable[[], tuple[VoertuigTreffer, ...]]
    words: str
    none: str


class KiesVoertuigForm(Form):
    """``chosen`` is told of the car that a person chose; then the dialog is done. ``offer`` are the likely ones."""

    standard_size: ClassVar[tuple[int, int]] = (640, 560)

    def __init__(
        self, toegang: Toegang, chosen: Callable[[VoertuigTreffer], None], offer: Aanbod | None = None
    ) -> None:
        super().__init__("kies_voertuig", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._tell = chosen
        self._offer = offer
        self._found: tuple[VoertuigTreffer, ...] = ()
        self._entered = False
        self._search = Latest(toegang.background, self)
        self._box = SearchBox(_("Zoek een auto"), _("Kenteken, chassisnummer of eigenaar"))
        self._list = ResultList(_("Gevonden auto's"))
        self._stack = QStackedLayout()
        self._build()
        self._box.textChanged.connect(self._typed)
        self._box.moved.connect(self._list.move_choice)
        self._list.opened.connect(self._pick)
        self._box.setFocus()
        self._typed("")

    def _build(self) -> None:
        self.setWindowTitle(_("Kies een auto"))
        self.set_heading(_("Kies een auto"), _("Staat hij er nog niet bij? Maak dan eerst zijn kaart."))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._box)
        card = Card(padding=1)
        card.body.addLayout(self._stack)
        about = _("Typ een deel van het kenteken, het chassisnummer of de naam van de eigenaar.")
        empty = _("Welke auto?") if self._offer is None else self._offer.none
        self._stack.addWidget(EmptyList("voertuig", empty, about))
        self._stack.addWidget(self._list)
        column.addWidget(card, 1)
        self.set_page(page)
        self.set_main(_("&Kiezen"), "opslaan", self._choose, "Enter")

    def _typed(self, text: str) -> None:
        self._entered = False
        toegang = self._toegang
        if text.strip():
            search = partial(toegang.zoeken.find, toegang.wie, text, _MOST)
            self._search.ask(search, self._show, self._failed)
            return
        self._search.forget()
        self._found = ()
        self._stack.setCurrentIndex(0)
        if self._offer is not None:
            self._search.ask(self._offer.ask, self._show_offer, self._failed)

    def _show_offer(self, treffers: tuple[VoertuigTreffer, ...]) -> None:
        """What is offered before anything is typed; where there is nothing, why."""
        if self._offer is None or not treffers:
            return
        today, land = self._toegang.vandaag(), self._toegang.wie.land
        self._found = treffers
        self._list.painter.search = ""
        rows = [voertuig_row(treffer, today, land) for treffer in treffers]
        self._list.show_lines([Heading(self._offer.words, len(rows)), *rows], choose=True)
        self._stack.setCurrentIndex(1)

    def _show(self, result: Zoekresultaat) -> None:
        self.problem.clear()
        self._found = result.voertuigen
        self._list.painter.search = result.tekst
        today, land = self._toegang.vandaag(), self._toegang.wie.land
        lines: list[Line] = [voertuig_row(treffer, today, land) for treffer in self._found]
        if not lines:
            lines.append(Heading(_("Geen auto gevonden met '{tekst}'").format(tekst=result.tekst.strip())))
        self._list.show_lines(lines, choose=True)
        self._stack.setCurrentIndex(1)
        if self._entered:
            self._choose()

    def _failed(self, problem: WerkplaatsError) -> None:
        self._entered = False
        self.show_problem(problem, lambda: self._typed(self._box.text()))

    def _choose(self) -> None:
        """Enter, pressed before the answer is there, takes the first line of the answer."""
        if self._search.is_busy:
            self._entered = True
        elif self._stack.currentIndex() == 1:
            self._list.open_chosen()

    def _pick(self, row: Row) -> None:
        self._tell(next(treffer for treffer in self._found if treffer.id == row.id))
        self.close()
