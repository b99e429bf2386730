"""A dialog that lists records of one car, such as its warranties: add one, open one, take one away and put it back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.rechten import Recht
from werkplaats.forms.hoofd import AutoHoofd
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.form import Form
from werkplaats.ui.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.table import Cell, Column


class Record(Protocol):
    """A record of a car on file."""

    @property
    def id(self) -> int:
        """Its own number."""


R = TypeVar("R", bound=Record)
L = TypeVar("L")
L_co = TypeVar("L_co", covariant=True)
R_co = TypeVar("R_co", covariant=True)


class Records(Protocol[L_co, R_co]):
    """The use case of such records; the first type is one as it is listed, the second one on file."""

    def van_voertuig(self, wie: Wie, voertuig_id: int, /) -> tuple[L_co, ...]:
        """Those of a car."""

    def delete(self, wie: Wie, nummer: int, /) -> R_co:
        """Puts one in the bin, and returns it as it was."""

    def put_back(self, wie: Wie, nummer: int, /) -> R_co:
        """Takes one out of the bin."""


@dataclass(frozen=True, slots=True)
class Woorden:
    """What such a dialog calls things: its title, what it lists, the button for a new one, and the empty list.

    ``raad`` says how the first one comes, ``raad_lezer`` says it to who may not add one.
    """

    titel: str
    lijst: str
    nieuw: str
    leeg: str
    raad: str
    raad_lezer: str = ""


class RecordsForm(Form, Generic[L, R]):
    """Each record is saved by itself, and one that was taken away can be put back; ``name`` is also its page of help.

    A dialog of this kind says how a line looks (``row``), opens one (``open_one``), and names one that is gone
    (``said_gone``). It may have doors of its own, and lay the list out beside something else (``make_page``).
    """

    indent: ClassVar[int] = 24
    """How far the list stands from the edge that it touches."""

    def __init__(
        self, toegang: Toegang, deuren: Deuren, voertuig_id: int, records: Records[L, R], name: str, woorden: Woorden
    ) -> None:
        super().__init__(name, toegang.background, toegang.voorkeuren, None)
        self.toegang, self.deuren, self.voertuig_id = toegang, deuren, voertuig_id
        self.lines: tuple[L, ...] = ()
        self._records, self._woorden = records, woorden
        self._head = AutoHoofd(lambda: deuren.open_hulp(name), woorden.titel)
        self.table = Table(self.columns(), indent=self.indent)
        self.table.setAccessibleName(woorden.lijst)
        self._stack = QStackedLayout()
        self._build(name)
        self._connect()
        self.work(self._ask, self._loaded)

    # What a dialog of this kind says itself.

    def columns(self) -> Sequence[Column]:
        """The columns of the list."""
        raise NotImplementedError

    def row(self, line: L) -> Sequence[Cell]:
        """A line of the list."""
        raise NotImplementedError

    def record(self, line: L) -> R:
        """The record on a line."""
        raise NotImplementedError

    def open_one(self, record: R | None) -> None:
        """Opens the dialog of a record, or of a new one."""
        raise NotImplementedError

    def said_gone(self, record: R) -> str:
        """What is said once it was taken away."""
        raise NotImplementedError

    def fit_doors(self, chosen: R | None) -> None:
        """Switches the doors of its own on and off for the chosen record."""

    def make_doors(self) -> None:
        """Adds doors of its own, between opening and taking away."""

    def make_page(self, listed: QStackedLayout) -> QWidget:
        """The page with the list on it."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.addLayout(listed, 1)
        return page

    # What it is given.

    @property
    def may_change(self) -> bool:
        """Whether this person may change what is known of cars."""
        return self.toegang.wie.mag(Recht.VOERTUIG_WIJZIGEN)

    @property
    def may_open(self) -> bool:
        """Whether this person opens a record; where it shows more than its line, also who may change nothing."""
        return self.may_change

    def door(self, text: str, icon: str, act: Callable[[], None], *, shown: bool) -> Button:
        """Adds a door to the bar."""
        button = Button(text, icon=icon, kind="quiet")
        button.clicked.connect(act)
        self.bar.add_door(button)
        button.setVisible(shown)
        return button

    def chosen(self) -> R | None:
        """The record that is chosen."""
        at = self.table.chosen_row()
        return self.record(self.lines[at]) if 0 <= at < len(self.lines) else None

    def show_lines(self, lines: tuple[L, ...]) -> None:
        """Shows what stands there now: what was chosen stays so, and what just came is chosen."""
        known, before = {self.record(line).id for line in self.lines}, self.chosen()
        ids = [self.record(line).id for line in lines]
        new = next((at for at, number in enumerate(ids) if self.lines and number not in known), None)
        kept = ids.index(before.id) if before is not None and before.id in ids else 0
        self.lines = lines
        self.table.set_rows([self.row(line) for line in lines])
        if lines:
            self.table.selectRow(kept if new is None else new)
        self._stack.setCurrentIndex(0 if lines else 1)
        self._fit()

    def written(self, _record: Any) -> None:
        """Tells all windows that something of this car was written."""
        self.deuren.changed.emit("voertuig", self.voertuig_id)

    # Within.

    def _build(self, name: str) -> None:
        self.setWindowTitle(self._woorden.titel)
        self.set_header(self._head)
        self._stack.addWidget(self.table)
        advice = self._woorden.raad if self.may_change else self._woorden.raad_lezer
        self._stack.addWidget(EmptyList(name, self._woorden.leeg, advice))
        self.set_page(self.make_page(self._stack))
        if self.may_change:
            self.set_main(self._woorden.nieuw, "nieuw", lambda: self.open_one(None), key="Ins")
        self.bar.name_cancel(_("Sluiten"))
        self._open = self.door(_("Op&enen"), "bewerken", self._open_chosen, shown=self.may_open)
        self.make_doors()
        self._remove = self.door(_("&Weghalen"), "wissen", self._remove_chosen, shown=self.may_change)

    def _connect(self) -> None:
        self.table.opened.connect(self._open_chosen)
        self.table.chosen.connect(self._fit)
        self.deuren.changed.connect(self._changed_elsewhere)
        QShortcut(QKeySequence("Del"), self.table, self._remove.click)

    def _ask(self) -> tuple[tuple[L, ...], Voertuig]:
        return self._read(), self.toegang.voertuigen.load(self.toegang.wie, self.voertuig_id)

    def _read(self) -> tuple[L, ...]:
        return self._records.van_voertuig(self.toegang.wie, self.voertuig_id)

    def _loaded(self, answer: tuple[tuple[L, ...], Voertuig]) -> None:
        lines, voertuig = answer
        self._head.show_car(voertuig)
        self.show_lines(lines)
        self.table.setFocus()

    def _fit(self, _at: int = -1) -> None:
        chosen = self.chosen()
        self._open.setEnabled(chosen is not None)
        self._remove.setEnabled(chosen is not None)
        self.fit_doors(chosen)

    def _open_chosen(self, _at: int = -1) -> None:
        chosen = self.chosen()
        if chosen is not None and self.may_open:
            self.open_one(chosen)

    def _remove_chosen(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.work(partial(self._records.delete, self.toegang.wie, chosen.id), self._removed, writes=True)

    def _removed(self, record: R) -> None:
        undo = partial(self._put_back, record)
        self.problem.show_problem(self.said_gone(record), kind="ok", retry=undo, again=_("Ongedaan maken"))
        self.written(record)

    def _put_back(self, record: R) -> None:
        self.work(partial(self._records.put_back, self.toegang.wie, record.id), self.written, writes=True)

    def _changed_elsewhere(self, onderwerp: str, changed_id: int) -> None:
        if onderwerp == "voertuig" and changed_id == self.voertuig_id:
            self.background.run(self, self._read, self._read_anew, self.show_problem)

    def _read_anew(self, lines: tuple[L, ...]) -> None:
        if lines != self.lines:
            self.show_lines(lines)
