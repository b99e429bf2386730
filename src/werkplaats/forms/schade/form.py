"""Schade: the damages of a car on its drawing and in a list; a click on the drawing, or Ins, notes one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.rechten import Recht
from werkplaats.domain.schade import SchadeKaart, Schadestaat
from werkplaats.forms.hoofd import AutoHoofd
from werkplaats.i18n import _
from werkplaats.ui.autotekening import AutoTekening, Mark
from werkplaats.ui.button import Button
from werkplaats.ui.cards import Card
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.form import Form
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.zinnen.dekking import woord_plek, woord_schadestaat

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.schade import Plek, Schade
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class _Answer(NamedTuple):
    schades: tuple[Schade, ...]
    voertuig: Voertuig


class SchadesForm(Form):
    """The damages of one car; each is saved by itself, and one that was taken away can be put back."""

    standard_size: ClassVar[tuple[int, int]] = (1160, 600)

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int) -> None:
        super().__init__("schade", toegang.background, toegang.voorkeuren, None)
        self._toegang, self._deuren, self._voertuig_id = toegang, deuren, voertuig_id
        self._schades: tuple[Schade, ...] = ()
        self._head = AutoHoofd(lambda: deuren.open_hulp("schade"), _("Schade"))
        self._drawing = AutoTekening(lambda plek: woord_plek(plek.value))
        self._drawing.may_pick = self._may_change
        self._table = Table(_columns(), indent=12)
        self._table.setAccessibleName(_("Schades"))
        self._stack = QStackedLayout()
        self._build()
        self._connect()
        self.work(self._ask, self._loaded)

    def _build(self) -> None:
        self.setWindowTitle(_("Schade"))
        self.set_header(self._head)
        self.set_page(self._page())
        if self._may_change:
            self.set_main(_("&Nieuwe schade"), "nieuw", self._make_new, key="Ins")
        self.bar.name_cancel(_("Sluiten"))
        self._open = self._door(_("Op&enen"), "bewerken", self._open_chosen, shown=True)
        self._mend = self._door(_("&Hersteld"), "akkoord", self._mend_chosen, shown=self._may_change)
        self._remove = self._door(_("&Weghalen"), "wissen", self._delete_chosen, shown=self._may_change)

    def _page(self) -> QWidget:
        page = QWidget()
        both = QHBoxLayout(page)
        both.setContentsMargins(24, 12, 24, 16)
        both.setSpacing(16)
        drawn = Card()
        drawn.body.addWidget(self._drawing, 1)
        both.addWidget(drawn, 1)
        listed = Card(padding=1)
        advice = _("Klik op de tekening, of druk op Ins en kies een plek.") if self._may_change else ""
        self._stack.addWidget(self._table)
        self._stack.addWidget(EmptyList("schade", _("Geen schade bekend"), advice))
        listed.body.addLayout(self._stack)
        both.addWidget(listed, 1)
        return page

    def _door(self, text: str, icon: str, act: Callable[[], None], *, shown: bool) -> Button:
        button = Button(text, icon=icon, kind="quiet")
        button.clicked.connect(act)
        self.bar.add_door(button)
        button.setVisible(shown)
        return button

    def _connect(self) -> None:
        self._table.opened.connect(self._open_chosen)
        self._table.chosen.connect(self._chose)
        self._drawing.mark_picked.connect(self._table.selectRow)
        self._drawing.place_picked.connect(self._make_at)
        self._deuren.changed.connect(self._changed_elsewhere)
        QShortcut(QKeySequence("Del"), self._table, self._remove.click)

    @property
    def _may_change(self) -> bool:
        return self._toegang.wie.mag(Recht.VOERTUIG_WIJZIGEN)

    # Showing.

    def _ask(self) -> _Answer:
        toegang = self._toegang
        schades = toegang.schades.van_voertuig(toegang.wie, self._voertuig_id)
        return _Answer(schades, toegang.voertuigen.load(toegang.wie, self._voertuig_id))

    def _loaded(self, answer: _Answer) -> None:
        self._head.show_car(answer.voertuig)
        self._show(answer.schades)
        self._table.setFocus()

    def _show(self, schades: tuple[Schade, ...]) -> None:
        known, before = {een.id for een in self._schades}, self._chosen()
        new = next((at for at, een in enumerate(schades) if self._schades and een.id not in known), None)
        kept = next((at for at, een in enumerate(schades) if before is not None and een.id == before.id), 0)
        self._schades = schades
        self._table.set_rows([_row(een) for een in schades])
        self._drawing.show_marks([_mark(een) for een in schades])
        if schades:
            self._table.selectRow(kept if new is None else new)
        self._stack.setCurrentIndex(0 if schades else 1)
        self._chose(self._table.chosen_row())

    def _chose(self, at: int) -> None:
        self._drawing.choose(at)
        chosen = self._chosen()
        self._open.setEnabled(chosen is not None)
        self._remove.setEnabled(chosen is not None)
        self._mend.setEnabled(chosen is not None and chosen.kaart.staat is Schadestaat.OPEN)

    def _chosen(self) -> Schade | None:
        at = self._table.chosen_row()
        return self._schades[at] if 0 <= at < len(self._schades) else None

    # The verbs.

    def _make_new(self) -> None:
        self._deuren.open_schade(self._voertuig_id, None, SchadeKaart(datum=self._toegang.vandaag()))

    def _make_at(self, plek: Plek, x: int, y: int) -> None:
        self._deuren.open_schade(self._voertuig_id, None, SchadeKaart(plek, x, y, datum=self._toegang.vandaag()))

    def _open_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._deuren.open_schade(self._voertuig_id, chosen, chosen.kaart)

    def _mend_chosen(self) -> None:
        chosen, toegang = self._chosen(), self._toegang
        if chosen is not None:
            kaart = chosen.kaart
            mended = SchadeKaart(kaart.plek, kaart.x, kaart.y, kaart.omschrijving, kaart.datum, Schadestaat.HERSTELD)
            call = partial(toegang.schades.save, toegang.wie, self._voertuig_id, chosen.id, kaart, mended)
            self.work(call, self._written, writes=True)

    def _delete_chosen(self) -> None:
        chosen, toegang = self._chosen(), self._toegang
        if chosen is not None:
            self.work(lambda: toegang.schades.delete(toegang.wie, chosen.id), self._deleted, writes=True)

    def _undo(self, schade: Schade) -> None:
        toegang = self._toegang
        self.work(lambda: toegang.schades.put_back(toegang.wie, schade.id), self._written, writes=True)

    # The answers.

    def _written(self, _schade: Schade) -> None:
        self._deuren.changed.emit("voertuig", self._voertuig_id)

    def _deleted(self, schade: Schade) -> None:
        said = _("Schade {nummer} is weggehaald.").format(nummer=schade.nummer)
        self.problem.show_problem(said, kind="ok", retry=partial(self._undo, schade), again=_("Ongedaan maken"))
        self._written(schade)

    def _changed_elsewhere(self, onderwerp: str, changed_id: int) -> None:
        if onderwerp == "voertuig" and changed_id == self._voertuig_id:
            toegang = self._toegang
            load = partial(toegang.schades.van_voertuig, toegang.wie, self._voertuig_id)
            self.background.run(self, load, self._read_anew, self.show_problem)

    def _read_anew(self, schades: tuple[Schade, ...]) -> None:
        if schades != self._schades:
            self._show(schades)


def _columns() -> tuple[Column, ...]:
    number, place = Column(_("Nr"), 56), Column(_("Plek"), 148)
    return (number, place, Column(_("Omschrijving"), None), Column(_("Datum"), 112), Column(_("Staat"), 96))


def _row(schade: Schade) -> tuple[Cell, ...]:
    kaart = schade.kaart
    is_open = kaart.staat is Schadestaat.OPEN
    sign, role = ("warning-circle", "error") if is_open else ("check-circle", "ok")
    return (
        Cell(str(schade.nummer), strong=True),
        Cell(woord_plek(kaart.plek.value)),
        Cell(" ".join(kaart.omschrijving.split()), role="text_2"),
        Cell(datum_tekst(kaart.datum), role="text_2"),
        Cell(woord_schadestaat(kaart.staat.value), icon=sign, icon_role=role, fill=True),
    )


def _mark(schade: Schade) -> Mark:
    kaart = schade.kaart
    is_open = kaart.staat is Schadestaat.OPEN
    words = f"{woord_schadestaat(kaart.staat.value)}: {kaart.omschrijving}"
    return Mark(schade.nummer, kaart.plek, kaart.x, kaart.y, is_open, words)
