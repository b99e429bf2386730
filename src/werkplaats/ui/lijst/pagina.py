"""The page of a long list: filter and pills above, the table in its card, the keys below; it asks in the background."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.lijst import PAGINA, Lijststand, Lijstvraag
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.filterveld import FilterField
from werkplaats.ui.lijst.export import EXPORT_KEY, Export
from werkplaats.ui.lijst.kader import bar, door_sign, empty_words
from werkplaats.ui.lijst.kolommen import ColumnMenu
from werkplaats.ui.lijst.model import ListModel
from werkplaats.ui.lijst.pil import PillBar
from werkplaats.ui.lijst.soort import first_question
from werkplaats.ui.lijst.tabel import ListTable
from werkplaats.ui.lijst.voet import Foot
from werkplaats.ui.menu import Menu
from werkplaats.ui.pagina import PageWidget
from werkplaats.ui.problem import ProblemLine
from werkplaats.ui.signbutton import SignButton
from werkplaats.ui.theme import set_look, theme
from werkplaats.ui.tokens import tokens
from werkplaats.ui.work import Latest
from werkplaats.zinnen import zin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QResizeEvent

    from werkplaats.domain.rechten import Wie
    from werkplaats.errors import WerkplaatsError
    from werkplaats.ui.lijst.soort import ListKind
    from werkplaats.ui.voorkeuren import Voorkeuren
    from werkplaats.ui.work import Background
    from werkplaats.usecases.lijsten import Beeld, Lijsten

_FILTER_WIDTH, _FILTER_NARROW = 232, 152
_TYPING_MS = 150
_SHOWN = frozenset(("voertuig", "relatie", "werkkaart", "bericht", "melding", "order", "orderlijsten", "instellingen"))
"""What lists show something of."""
_NARROW = 1100
"""A page that is less wide at 100 % leaves its list more room beside the pane."""


class ListPage(PageWidget):
    """One list of one kind; Esc leaves it where nothing is filtered. ``turned`` names the part that is shown now."""

    turned = Signal(str)

    def __init__(
        self, kind: ListKind, lijsten: Lijsten, wie: Wie, background: Background, voorkeuren: Voorkeuren
    ) -> None:
        super().__init__()
        self.kind = kind
        self._lijsten, self._wie, self._background, self._voorkeuren = lijsten, wie, background, voorkeuren
        self._look, self._first, self._counts = (Latest(background, self) for _part in range(3))
        self._stand = Lijststand(0, ())
        self._vraag = first_question(kind, voorkeuren)
        self._round = 0
        self._loaded = False
        self.filter = FilterField(_("Filter in deze lijst"), _("Filter in deze lijst"))
        self.pills = PillBar(kind.choices)
        self.problem = ProblemLine()
        self.columns = ColumnMenu(kind, voorkeuren, self)
        self.model = ListModel(self.columns.chosen, self)
        self.table = ListTable(self.model, kind.title)
        self.export = Export(kind, lijsten, wie, background, self)
        self.pane = kind.pane() if kind.pane is not None else None
        self.foot = Foot(kind.words.copy.lower())
        self._clear = Button(_("Filter wissen"), icon="sluiten")
        self._new = Button(kind.words.new, icon="nieuw", kind="main")
        self.empty = EmptyList(kind.icon, "", "", self._clear, self._new)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._lay_out()
        self._connect()
        self._show_sorted()

    # Asking.

    def refresh(self) -> None:
        self._ask(keep=self._loaded)

    def show_changed(self, onderwerp: str) -> None:
        # Cars show their owners, relaties how many cars they have, and orders what the settings say of their plates.
        if self._loaded and onderwerp in _SHOWN:
            self.refresh()

    def take_focus(self) -> None:
        # No focus proxy: Tab would come back to the table for ever, and never to the filter.
        self.table.setFocus()

    def _ask(self, *, keep: bool) -> None:
        self._round += 1
        vraag, lijsten, wie, soort = self._vraag, self._lijsten, self._wie, self.kind.soort
        if not keep and not vraag.keuze and not vraag.tekst:
            # The first lines of a million are there long before the rest is counted.
            turn = self._round
            self._first.ask(
                lambda: lijsten.first(wie, soort, vraag), lambda lines: self._show_first(turn, lines), self._fail
            )
        top = self.table.top_row() if keep else 0
        boven, gekozen = (self._id_at(top), self._id_at(self.table.chosen_row())) if keep else (None, None)
        self._look.ask(
            lambda: lijsten.look(wie, soort, vraag, boven, gekozen, top),
            lambda beeld: self._show(vraag, beeld, top),
            self._fail,
        )
        self._counts.ask(lambda: lijsten.counts(wie, soort), self._show_counts, self._fail)

    def _want(self, number: int) -> None:
        stand, vraag = self._stand, self._vraag
        self._background.run(
            self,
            lambda: self._lijsten.page(self._wie, self.kind.soort, vraag, stand, number),
            lambda lines: self._show_page(stand, number, lines),
            partial(self._not_come, number),
        )

    def _id_at(self, row: int) -> int | None:
        line = self.model.line(row)
        return None if line is None else int(line.id)

    # Showing.

    def _show_first(self, turn: int, lines: tuple[Any, ...]) -> None:
        if turn == self._round and self._look.is_busy and len(lines) == PAGINA:
            self._stand = Lijststand(len(lines), tuple(line.id for line in lines))
            self.model.set_lines(len(lines), {0: lines})
            self._stack.setCurrentWidget(self.table)
            self.table.selectRow(0)

    def _show(self, vraag: Lijstvraag, beeld: Beeld, top: int) -> None:
        self.problem.clear()
        self._loaded = True
        self._stand = beeld.stand
        self.model.set_lines(beeld.stand.totaal, beeld.paginas)
        boven, gekozen = beeld.plaatsen
        if beeld.stand.totaal:
            self._stack.setCurrentWidget(self.table)
            self._stand_at(top if boven is None else boven, gekozen)
        else:
            self._show_empty(vraag)
        self._show_chosen()

    def _stand_at(self, top: int, chosen: int | None) -> None:
        """Puts the list back as it stood; where the chosen line is gone, the one in its place is chosen."""
        last = self.model.rowCount() - 1
        row = min(top, last) if chosen is None else chosen
        self.table.setCurrentIndex(self.model.index(row, 0))
        self.table.verticalScrollBar().setValue(min(top, last))

    def _show_page(self, stand: Lijststand, number: int, lines: tuple[Any, ...]) -> None:
        if stand is self._stand:
            self.model.set_page(number, lines)
            self._show_chosen()

    def _not_come(self, number: int, problem: WerkplaatsError) -> None:
        self.model.forget_page(number)
        self._fail(problem)

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        self.pills.show_counts(counts)

    def _show_chosen(self) -> None:
        self._show_count()
        if self.pane is not None:
            self.pane.show_line(self.model.line(self.table.chosen_row()))

    def _show_count(self) -> None:
        total = self.kind.words.count(self._stand.totaal)
        chosen = self.table.chosen_row() >= 0 and bool(self._stand.totaal)
        self.foot.set_count(_("1 gekozen · {totaal}").format(totaal=total) if chosen else total)

    def _show_empty(self, vraag: Lijstvraag) -> None:
        self.empty.say(*empty_words(self.kind.words, vraag))
        filtered = bool(vraag.tekst or vraag.keuze)
        self._clear.setVisible(filtered)
        self._new.setVisible(not filtered and self.kind.create is not None)
        self._stack.setCurrentWidget(self.empty)

    def _fail(self, problem: WerkplaatsError) -> None:
        sentence = zin(problem)
        self.problem.show_problem(sentence.wat, sentence.doe, retry=self.refresh)

    # What a person does.

    def _filtered(self) -> None:
        self._vraag = Lijstvraag(
            self._vraag.kolom, self._vraag.aflopend, self._vraag.keuze, " ".join(self.filter.text().split())
        )
        self._ask(keep=False)

    def choose(self, keuze: str, pill: str | None = None) -> None:
        """Shows a part of the list; one without a pill of its own stands under another."""
        self.pills.pills[keuze if pill is None else pill].setChecked(True)
        self._vraag = Lijstvraag(self._vraag.kolom, self._vraag.aflopend, keuze, self._vraag.tekst)
        self.turned.emit(keuze)
        self._ask(keep=False)

    def _clear_filter(self) -> None:
        self.filter.clear()
        self._typing.stop()
        self.pills.pills[""].setChecked(True)
        self._vraag = Lijstvraag(self._vraag.kolom, self._vraag.aflopend)
        self.turned.emit("")
        self.filter.setFocus()
        self._ask(keep=False)

    def _sort(self, section: int) -> None:
        column = self.model.columns[section]
        if column.sort:
            again = column.sort == self._vraag.kolom
            down = not self._vraag.aflopend if again else column.newest_first
            self._vraag = Lijstvraag(column.sort, down, self._vraag.keuze, self._vraag.tekst)
            self._voorkeuren.remember_sorting(self.kind.name, column.sort, down=down)
            self._show_sorted()
            self._ask(keep=False)

    def _show_sorted(self) -> None:
        sorts = [column.sort for column in self.model.columns]
        section = sorts.index(self._vraag.kolom) if self._vraag.kolom in sorts else -1
        self.table.header.show_sorted(section, down=self._vraag.aflopend)

    def _show_columns(self) -> None:
        row, top = self.table.chosen_row(), self.table.top_row()
        self.model.set_columns(self.columns.chosen)
        self.table.show_columns()
        self._show_sorted()
        if self._stand.totaal:
            self._stand_at(top, max(row, 0))

    def _open(self, row: int) -> None:
        line = self.model.line(row)
        if line is not None:
            for first in self.kind.actions(line)[:1]:
                first.run(line.id)

    def _act(self, row: int, sign: str) -> None:
        line = self.model.line(row)
        if line is not None:
            next(action for action in self.kind.actions(line) if action.icon == sign).run(line.id)

    def _copy(self) -> None:
        line = self.model.line(self.table.chosen_row())
        if line is not None:
            QGuiApplication.clipboard().setText(self.kind.copied(line))

    def _show_menu(self, place: QPoint) -> None:
        line = self.model.line(self.table.chosen_row())
        if line is None:
            return
        menu = Menu(self)
        for action in self.kind.actions(line):
            menu.add(action.title, action.icon, action.key).triggered.connect(partial(action.run, line.id))
        menu.addSeparator()
        menu.add(self.kind.words.copy, "kopieren", "Ctrl+C").triggered.connect(self._copy)
        menu.open_once(place)

    def _escape(self) -> None:
        if self._vraag.tekst or self._vraag.keuze or self.filter.text():
            self._clear_filter()
        else:
            self.left.emit()

    # Building.

    def _lay_out(self) -> None:
        card = QFrame()
        set_look(card, box="card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        # A stacked layout that stands nowhere yet would show its first part as a window of its own.
        room = QWidget(card)
        self._stack = QStackedLayout(room)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        inside.addWidget(room, 1)
        inside.addWidget(self.foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 24)
        column.setSpacing(12)
        again = SignButton("vernieuwen", _("Vernieuwen ({toets})").format(toets=tokens().key["vernieuwen"]))
        again.clicked.connect(self.refresh)
        signs = (*map(door_sign, self.kind.doors), self.columns.button, self.export.button, again)
        column.addLayout(bar(self.filter, self.pills, signs))
        column.addWidget(self.problem)
        column.addWidget(self.export.strip)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(card, 1)
        if self.pane is not None:
            beside.addWidget(self.pane)
        column.addLayout(beside, 1)
        theme().changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < theme().px(_NARROW)
        self.filter.setFixedWidth(theme().px(_FILTER_NARROW if narrow else _FILTER_WIDTH))
        if self.pane is not None:
            self.pane.set_narrow(narrow=narrow)

    def _connect(self) -> None:
        self._typing.timeout.connect(self._filtered)
        self.filter.textEdited.connect(lambda _text: self._typing.start())
        self.filter.textChanged.connect(lambda text: None if text else self._typing.start())
        self.filter.down.connect(self.table.setFocus)
        self.filter.opened.connect(lambda: self._open(self.table.chosen_row()))
        self.pills.chosen.connect(self.choose)
        self.export.done.connect(self.exported)
        self.columns.changed.connect(self._show_columns)
        self.export.failed.connect(self._fail)
        self.export.asked.connect(lambda: self.export.choose(self._vraag, self.model.columns))
        self.model.wanted.connect(self._want)
        self.table.sort_asked.connect(self._sort)
        self.table.menu_asked.connect(self._show_menu)
        self.table.copy_asked.connect(self._copy)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(lambda _row: self._show_chosen())
        if self.pane is not None:
            self.pane.acted.connect(self.refresh)
        self.table.act_asked.connect(self._act)
        self._clear.clicked.connect(self._clear_filter)
        QShortcut(QKeySequence("Esc"), self, self._escape)
        QShortcut(QKeySequence(EXPORT_KEY), self, self.export.button.click)
        if self.kind.create is not None:
            create = self.kind.create
            self._new.clicked.connect(lambda _checked: create())
            QShortcut(QKeySequence(tokens().key["nieuw"]), self, create)
