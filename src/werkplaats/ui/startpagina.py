"""The start page: one box that finds any car and any person, the list of what it found, the chosen one beside it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from werkplaats.domain.moment import vandaag
from werkplaats.i18n import _
from werkplaats.ui.blik import relatie_glance, voertuig_glance
from werkplaats.ui.button import Button
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.entries import Entries
from werkplaats.ui.problem import ProblemLine
from werkplaats.ui.regels import Day, day_lines, result_lines
from werkplaats.ui.resultaat import NIEUW, VOERTUIG, Row
from werkplaats.ui.resultatenlijst import ResultList
from werkplaats.ui.tokens import tokens
from werkplaats.ui.voorbeeld import PreviewPane
from werkplaats.ui.work import Latest
from werkplaats.zinnen import zin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkplaats.domain.treffers import Aandachtspunt, VoertuigTreffer, Zoekresultaat
    from werkplaats.errors import WerkplaatsError
    from werkplaats.ui.blik import Glance
    from werkplaats.ui.bronnen import Bronnen
    from werkplaats.ui.entries import Action
    from werkplaats.ui.resultaat import Line
    from werkplaats.ui.startkader import StartFrame
    from werkplaats.ui.work import Background

_LOOK_MS = 40


class StartPage(QObject):
    """Fills the frame of the start page: list, preview, and what the keys in the search box do."""

    def __init__(self, frame: StartFrame, background: Background) -> None:
        super().__init__(frame)
        self.box = frame.box
        self._bronnen: Bronnen | None = None
        self._entries = Entries()
        self._opens_later: Row | None = None
        self._does_later: int | None = None
        self._search = Latest(background, self)
        self._glance = Latest(background, self)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._look_at_chosen)
        self.problem = ProblemLine()
        self.list = ResultList(_("Gevonden"))
        self.pane = PreviewPane(frame.pane)
        self._new = Button(_("Nieuw voertuig"), icon="nieuw", key=tokens().key["nieuw"], kind="main")
        self._new.clicked.connect(self._create_first)
        self.empty = EmptyList("voertuig", "", "", self._new)
        frame.notice.addWidget(self.problem)
        self._stack = QStackedLayout(frame.card)
        self._stack.setContentsMargins(1, 1, 1, 1)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self.box.textChanged.connect(self._typed)
        self.box.moved.connect(self.list.move_choice)
        self.box.opened.connect(self._enter)
        self.list.chosen.connect(self._look_soon)
        self.list.opened.connect(self._open)
        self.pane.car_asked.connect(self._show_car)
        QShortcut(QKeySequence(tokens().key["nieuw"]), frame, self._create_first)

    def show_first(self, lines: Sequence[Line]) -> None:
        """Shows the day's lines before the page can answer; who has begun to type waits for his answer instead."""
        if lines and self._bronnen is None and not self.box.text().strip():
            self.list.show_lines(lines, choose=False)
            self._stack.setCurrentWidget(self.list)

    def begin(self, bronnen: Bronnen, entries: Entries) -> None:
        """Begins to answer: searches what was typed meanwhile, or shows what asks for attention."""
        self._bronnen = bronnen
        self._entries = entries
        text = self.box.text()
        self._ask(text, keep=not text.strip())
        row, self._opens_later = self._opens_later, None
        if row is not None:
            self._open(row)

    def refresh(self) -> None:
        """Asks again what stands there now, after something was changed elsewhere."""
        self._ask(self.box.text(), keep=True)
        self._look_soon()

    # Asking.

    def _typed(self, text: str) -> None:
        self._does_later = None
        self.pane.wait()
        self._ask(text, keep=False)

    def _ask(self, text: str, *, keep: bool) -> None:
        bronnen = self._bronnen
        if bronnen is None:
            return
        failed = self._fail if keep else self._found_nothing_out
        if text.strip():
            self._search.ask(
                lambda: bronnen.zoeken.find(bronnen.wie, text), lambda found: self._show(found, keep), failed
            )
        else:
            self._search.ask(
                lambda: (bronnen.voertuigen.aandacht(bronnen.wie), bronnen.voertuigen.recent(bronnen.wie)),
                lambda found: self._show_day(*found, keep=keep),
                failed,
            )

    def _show(self, found: Zoekresultaat, keep: bool) -> None:
        self.problem.clear()
        self.list.painter.search = found.tekst
        self._stack.setCurrentWidget(self.list)
        lines = result_lines(found, self._entries.creators, self._day())
        # What has just been made is chosen, not the line that would make it once more.
        keep = keep and _offers_only(self.list.lines) == _offers_only(lines)
        self.list.show_lines(lines, choose=True, keep=keep)
        self._look_soon()
        self._open_entered()

    def _show_day(self, punten: Sequence[Aandachtspunt], recent: Sequence[VoertuigTreffer], *, keep: bool) -> None:
        self.problem.clear()
        self.box.is_entered = False
        self.list.painter.search = ""
        lines = day_lines(punten, recent, self._day())
        self.list.show_lines(lines, choose=False, keep=keep)
        self._look_soon()
        if lines:
            self._stack.setCurrentWidget(self.list)
        else:
            self._show_empty()

    def _day(self) -> Day:
        """The day it is now in the shop, and the words of its country."""
        if self._bronnen is None:
            raise RuntimeError("the store is not open")
        return Day(vandaag(self._bronnen.klok, self._bronnen.wie.zone), self._bronnen.wie.land)

    def _found_nothing_out(self, problem: WerkplaatsError) -> None:
        """What stood there answered another text: Enter would open the wrong car."""
        self.list.show_lines([], choose=False)
        self._fail(problem)

    def _fail(self, problem: WerkplaatsError) -> None:
        self.box.is_entered = False
        sentence = zin(problem)
        self.problem.show_problem(sentence.wat, sentence.doe, retry=self.refresh)

    def _show_empty(self) -> None:
        self.empty.say(
            _("Nog geen voertuigen"), _("Typ een kenteken of een naam om de eerste auto of klant toe te voegen.")
        )
        self._new.setVisible(bool(self._entries.creators))
        self._stack.setCurrentWidget(self.empty)

    # Choosing and opening.

    def _look_soon(self) -> None:
        """The list is painted first: the pane follows when the choice stands still."""
        self.pane.wait()
        self._look.start()

    def _look_at_chosen(self) -> None:
        row = self.list.row
        if self._bronnen is None or row is None or row.soort == NIEUW:
            self._does_later = None
            self._glance.forget()
            self.pane.show_nothing()
        else:
            self._show_glance(row.soort, row.id, self._bronnen)

    def _show_car(self, voertuig_id: int) -> None:
        if self._bronnen is not None:
            self._show_glance(VOERTUIG, voertuig_id, self._bronnen)

    def _show_glance(self, soort: str, subject: int, bronnen: Bronnen) -> None:
        today = self._day().date

        def look() -> Glance:
            if soort == VOERTUIG:
                return voertuig_glance(bronnen.voertuigen.blik(bronnen.wie, subject), today, bronnen.wie)
            return relatie_glance(bronnen.relaties.blik(bronnen.wie, subject))

        self._glance.ask(look, lambda glance: self._seen(glance, self._actions(soort)), self._fail)

    def _seen(self, glance: Glance, actions: Sequence[Action]) -> None:
        acts = [replace(action, run=partial(self._do, place, action)) for place, action in enumerate(actions)]
        self.pane.show_glance(glance, acts)
        # Tab goes from the search box to what can be done with the chosen line.
        for one, following in pairwise([self.box, *self.pane.buttons]):
            QWidget.setTabOrder(one, following)
        if not self._is_settled:
            self.pane.wait()
            return
        place, self._does_later = self._does_later, None
        if place is not None and place < len(actions):
            actions[place].run(glance.id)

    @property
    def _is_settled(self) -> bool:
        """Whether the pane shows the line that is chosen: a hand is faster than the answer about the next car."""
        return not (self._search.is_busy or self._look.isActive() or self._glance.is_busy)

    def _do(self, place: int, action: Action, subject: int) -> None:
        """Does it with what the pane shows; pressed before the chosen line stands there, it is done once it does."""
        if self._is_settled:
            action.run(subject)
        else:
            self._does_later = place

    def _actions(self, soort: str) -> tuple[Action, ...]:
        return self._entries.voertuig if soort == VOERTUIG else self._entries.relatie

    def _enter(self) -> None:
        """Opens the chosen line; pressed before the answer is there, it opens the first line of the answer."""
        if not self._search.is_busy:
            self._open_entered()

    def _open_entered(self) -> None:
        if self.box.is_entered and (self._bronnen is not None or not self.box.text().strip()):
            self.box.is_entered = False
            self.list.open_chosen()

    def _open(self, row: Row) -> None:
        if self._bronnen is None:
            # A line of the first list, which stands there before anything can be opened.
            self._opens_later = row
            return
        if row.soort == NIEUW:
            self._entries.creators[row.id].run(self.box.text().strip())
            return
        actions = self._actions(row.soort)
        if actions:
            actions[0].run(row.id)

    def _create_first(self) -> None:
        """Makes of the text what it fits; where it fits nothing (a phone number), the first of all, without it."""
        text = self.box.text().strip()
        fitting = [(creator, text) for creator in self._entries.creators if creator.fits(text)]
        rest = [(creator, "") for creator in self._entries.creators]
        for creator, words in (*fitting, *rest)[:1]:
            creator.run(words)


def _offers_only(lines: Sequence[Line]) -> bool:
    """Whether nothing was found: the only lines that can be chosen make something new."""
    return all(line.soort == NIEUW for line in lines if isinstance(line, Row))


def start_page(frame: StartFrame, background: Background) -> StartPage:
    """The page that fills this frame: the one that showed the first list, or a new one."""
    page = frame.findChild(StartPage)
    return page if isinstance(page, StartPage) else StartPage(frame, background)
