"""The start page: one box that finds any car and any person, the list of what it found, the chosen one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.moment import vandaag
from werkplaats.i18n import _
from werkplaats.ui.blik import relatie_glance, voertuig_glance
from werkplaats.ui.button import Button
from werkplaats.ui.chip import KeyCap
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.entries import Entries
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.problem import ProblemLine
from werkplaats.ui.regels import Day, day_lines, result_lines
from werkplaats.ui.resultaat import NIEUW, VOERTUIG, Row
from werkplaats.ui.resultatenlijst import ResultList
from werkplaats.ui.theme import set_look, theme
from werkplaats.ui.tokens import tokens
from werkplaats.ui.voorbeeld import PreviewPane
from werkplaats.ui.work import Latest
from werkplaats.ui.zoekveld import SearchBox
from werkplaats.zinnen import zin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from werkplaats.domain.treffers import Aandachtspunt, VoertuigTreffer, Zoekresultaat
    from werkplaats.errors import WerkplaatsError
    from werkplaats.ui.blik import Glance
    from werkplaats.ui.bronnen import Bronnen
    from werkplaats.ui.entries import Action
    from werkplaats.ui.work import Background

_WIDE_FROM = 1200
_PANE_SLIM, _PANE_WIDE = 352, 392


class StartPage(QWidget):
    """The search box takes keys from the first moment; what was typed before the store is there is searched then."""

    found = Signal(object)

    def __init__(self, background: Background) -> None:
        super().__init__()
        self._bronnen: Bronnen | None = None
        self._entries = Entries()
        self._search = Latest(background, self)
        self._glance = Latest(background, self)
        self._opens_first = False
        self.box = SearchBox(_("Zoeken"))
        self.problem = ProblemLine()
        self.list = ResultList(_("Gevonden"))
        self.pane = PreviewPane()
        self._new = Button(_("Nieuw voertuig"), icon="nieuw", key=tokens().key["nieuw"], kind="main")
        self._new.clicked.connect(self._create_first)
        self.empty = EmptyList("voertuig", "", "", self._new)
        self._card = QFrame()
        self._stack = QStackedLayout(self._card)
        self._lay_out()
        self.box.textChanged.connect(self._typed)
        self.box.moved.connect(self.list.move_choice)
        self.box.opened.connect(self._enter)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self.pane.car_asked.connect(self._show_car)
        QShortcut(QKeySequence(tokens().key["nieuw"]), self, self._create_first)

    def open_store(self, bronnen: Bronnen, entries: Entries) -> None:
        """Begins to answer: searches what was typed meanwhile, or shows what asks for attention."""
        self._bronnen = bronnen
        self._entries = entries
        self._typed(self.box.text())

    def refresh(self) -> None:
        """Asks again what stands there now, after something was changed elsewhere."""
        self._ask(self.box.text(), keep=True)
        self._choose(self.list.row)

    def focus_search(self) -> None:
        """Puts the cursor in the search box, with its text chosen so that typing replaces it."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    # Asking.

    def _typed(self, text: str) -> None:
        self._opens_first = False
        self._ask(text, keep=False)

    def _ask(self, text: str, *, keep: bool) -> None:
        bronnen = self._bronnen
        if bronnen is None:
            return
        if text.strip():
            self._search.ask(
                lambda: bronnen.zoeken.find(bronnen.wie, text), lambda found: self._show(found, keep), self._fail
            )
        else:
            self._search.ask(
                lambda: (bronnen.voertuigen.aandacht(bronnen.wie), bronnen.voertuigen.recent(bronnen.wie)),
                lambda found: self._show_day(*found, keep=keep),
                self._fail,
            )

    def _show(self, found: Zoekresultaat, keep: bool) -> None:
        self.problem.clear()
        self.list.painter.search = found.tekst
        self._stack.setCurrentWidget(self.list)
        self.list.show_lines(result_lines(found, self._entries.creators, self._day()), choose=True, keep=keep)
        self.found.emit(found)
        if self._opens_first:
            self._opens_first = False
            self.list.open_chosen()

    def _show_day(self, punten: Sequence[Aandachtspunt], recent: Sequence[VoertuigTreffer], *, keep: bool) -> None:
        self.problem.clear()
        self.list.painter.search = ""
        lines = day_lines(punten, recent, self._day())
        self.list.show_lines(lines, choose=False, keep=keep)
        if lines:
            self._stack.setCurrentWidget(self.list)
        else:
            self._show_empty()

    def _day(self) -> Day:
        """The day it is now in the shop, and the words of its country."""
        if self._bronnen is None:
            raise RuntimeError("the store is not open")
        return Day(vandaag(self._bronnen.klok, self._bronnen.wie.zone), self._bronnen.wie.land)

    def _fail(self, problem: WerkplaatsError) -> None:
        self._opens_first = False
        sentence = zin(problem)
        self.problem.show_problem(sentence.wat, sentence.doe, retry=self.refresh)

    def _show_empty(self) -> None:
        self.empty.say(
            _("Nog geen voertuigen"), _("Typ een kenteken of een naam om de eerste auto of klant toe te voegen.")
        )
        self._new.setVisible(bool(self._entries.creators))
        self._stack.setCurrentWidget(self.empty)

    # Choosing and opening.

    def _choose(self, row: Row | None) -> None:
        bronnen = self._bronnen
        if bronnen is None or row is None or row.soort == NIEUW:
            self._glance.forget()
            self.pane.show_nothing()
            return
        self._show_glance(row.soort, row.id, bronnen)

    def _show_car(self, voertuig_id: int) -> None:
        if self._bronnen is not None:
            self._show_glance(VOERTUIG, voertuig_id, self._bronnen)

    def _show_glance(self, soort: str, subject: int, bronnen: Bronnen) -> None:
        today = self._day().date

        def look() -> Glance:
            if soort == VOERTUIG:
                return voertuig_glance(bronnen.voertuigen.blik(bronnen.wie, subject), today, bronnen.wie)
            return relatie_glance(bronnen.relaties.blik(bronnen.wie, subject))

        self._glance.ask(look, lambda glance: self.pane.show_glance(glance, self._actions(soort)), self._fail)

    def _actions(self, soort: str) -> tuple[Action, ...]:
        return self._entries.voertuig if soort == VOERTUIG else self._entries.relatie

    def _enter(self) -> None:
        """Opens the chosen line; pressed before the answer is there, it opens the first line of the answer."""
        if self._search.is_busy or (self._bronnen is None and self.box.text()):
            self._opens_first = True
        else:
            self.list.open_chosen()

    def _open(self, row: Row) -> None:
        if row.soort == NIEUW:
            self._entries.creators[row.id].run(self.box.text().strip())
            return
        actions = self._actions(row.soort)
        if actions:
            actions[0].run(row.id)

    def _create_first(self) -> None:
        text = self.box.text().strip()
        creator = next((creator for creator in self._entries.creators if creator.fits(text)), None)
        if creator is not None:
            creator.run(text)

    # Building.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        wide = self.width() >= theme().px(_WIDE_FROM)
        self.pane.setFixedWidth(theme().px(_PANE_WIDE if wide else _PANE_SLIM))

    def _lay_out(self) -> None:
        set_look(self._card, box="card")
        self._stack.setContentsMargins(1, 1, 1, 1)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.box)
        column.addLayout(_hints())
        column.addWidget(self.problem)
        column.addWidget(self._card, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 4, 24, 24)
        row.setSpacing(tokens().margin["between_cards"])
        row.addLayout(column, 1)
        row.addWidget(self.pane)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)


def _hints() -> QHBoxLayout:
    """What may be typed, and what the keys do."""
    row = QHBoxLayout()
    row.setSpacing(4)
    what = _("Kenteken, chassisnummer of het einde ervan, naam, telefoon, postcode + huisnummer")
    row.addWidget(ElidedLabel(what, "small", "text_2"), 1)
    for keys, words in ((("↑", "↓"), _("kiezen")), (("Enter",), _("openen")), (("Esc",), _("wissen"))):
        row.addSpacing(8)
        for key in keys:
            row.addWidget(KeyCap(key))
        row.addWidget(Label(words, "small", "text_2"))
    return row
