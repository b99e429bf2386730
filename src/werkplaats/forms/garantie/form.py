"""Garantie: the warranties of a car and how each stands today; here a person notes one or takes one away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.garantie import Garantiestaat
from werkplaats.domain.kmstand import km_text
from werkplaats.domain.rechten import Recht
from werkplaats.forms.hoofd import AutoHoofd
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.form import Form
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.zinnen.dekking import woord_garantiesoort, woord_garantiestaat

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.garantie import Garantie
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.usecases.garanties import GarantieNu

_SIGNS = {
    Garantiestaat.LOPEND: ("check-circle", "ok"),
    Garantiestaat.BIJNA: ("warning", "warn"),
    Garantiestaat.VERLOPEN: ("prohibit", "text_3"),
    Garantiestaat.TOEKOMST: ("hourglass-medium", "text_2"),
}


class _Answer(NamedTuple):
    garanties: tuple[GarantieNu, ...]
    voertuig: Voertuig


class GarantiesForm(Form):
    """The warranties of one car; each is saved by itself, and one that was taken away can be put back."""

    standard_size: ClassVar[tuple[int, int]] = (1000, 480)

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int) -> None:
        super().__init__("garantie", toegang.background, toegang.voorkeuren, None)
        self._toegang, self._deuren, self._voertuig_id = toegang, deuren, voertuig_id
        self._garanties: tuple[GarantieNu, ...] = ()
        self._head = AutoHoofd(lambda: deuren.open_hulp("garantie"), _("Garantie"))
        self._table = Table(_columns(), indent=24)
        self._table.setAccessibleName(_("Garanties"))
        self._stack = QStackedLayout()
        self._build()
        self._connect()
        self.work(self._ask, self._loaded)

    def _build(self) -> None:
        self.setWindowTitle(_("Garantie"))
        self.set_header(self._head)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._table)
        advice = _("Leg er een vast met Nieuwe garantie.") if self._may_change else _("De balie legt ze vast.")
        self._stack.addWidget(EmptyList("garantie", _("Nog geen garantie bekend"), advice))
        self.set_page(page)
        if self._may_change:
            self.set_main(_("&Nieuwe garantie"), "nieuw", self._make_new, key="Ins")
        self.bar.name_cancel(_("Sluiten"))
        self._open = self._door(_("Op&enen"), "bewerken", self._open_chosen)
        self._remove = self._door(_("&Weghalen"), "wissen", self._delete_chosen)

    def _door(self, text: str, icon: str, act: Callable[[], None]) -> Button:
        button = Button(text, icon=icon, kind="quiet")
        button.clicked.connect(act)
        self.bar.add_door(button)
        button.setVisible(self._may_change)
        return button

    def _connect(self) -> None:
        self._table.opened.connect(self._open_chosen)
        self._table.chosen.connect(self._fit)
        self._deuren.changed.connect(self._changed_elsewhere)
        QShortcut(QKeySequence("Del"), self._table, self._remove.click)

    @property
    def _may_change(self) -> bool:
        return self._toegang.wie.mag(Recht.VOERTUIG_WIJZIGEN)

    # Showing.

    def _ask(self) -> _Answer:
        toegang = self._toegang
        garanties = toegang.garanties.van_voertuig(toegang.wie, self._voertuig_id)
        return _Answer(garanties, toegang.voertuigen.load(toegang.wie, self._voertuig_id))

    def _loaded(self, answer: _Answer) -> None:
        self._head.show_car(answer.voertuig)
        self._show(answer.garanties)
        self._table.setFocus()

    def _show(self, garanties: tuple[GarantieNu, ...]) -> None:
        chosen = self._chosen()
        self._garanties = garanties
        self._table.set_rows([_row(een) for een in garanties])
        at = next((at for at, een in enumerate(garanties) if chosen and een.garantie.id == chosen.id), 0)
        if at:
            self._table.selectRow(at)
        self._stack.setCurrentIndex(0 if garanties else 1)
        self._fit()

    def _fit(self, _at: int = -1) -> None:
        for door in (self._open, self._remove):
            door.setEnabled(self._chosen() is not None)

    def _chosen(self) -> Garantie | None:
        at = self._table.chosen_row()
        return self._garanties[at].garantie if 0 <= at < len(self._garanties) else None

    # The verbs.

    def _make_new(self) -> None:
        self._deuren.open_garantie(self._voertuig_id, None)

    def _open_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self._may_change:
            self._deuren.open_garantie(self._voertuig_id, chosen)

    def _delete_chosen(self) -> None:
        chosen, toegang = self._chosen(), self._toegang
        if chosen is not None:
            self.work(lambda: toegang.garanties.delete(toegang.wie, chosen.id), self._deleted, writes=True)

    def _undo(self, garantie: Garantie) -> None:
        toegang = self._toegang
        self.work(lambda: toegang.garanties.put_back(toegang.wie, garantie.id), self._written, writes=True)

    # The answers.

    def _written(self, _garantie: Garantie) -> None:
        self._deuren.changed.emit("voertuig", self._voertuig_id)

    def _deleted(self, garantie: Garantie) -> None:
        said = _("{soort} is weggehaald.").format(soort=woord_garantiesoort(garantie.kaart.soort.value))
        self.problem.show_problem(said, kind="ok", retry=partial(self._undo, garantie), again=_("Ongedaan maken"))
        self._written(garantie)

    def _changed_elsewhere(self, onderwerp: str, changed_id: int) -> None:
        if onderwerp == "voertuig" and changed_id == self._voertuig_id:
            toegang = self._toegang
            load = partial(toegang.garanties.van_voertuig, toegang.wie, self._voertuig_id)
            self.background.run(self, load, self._read_anew, self.show_problem)

    def _read_anew(self, garanties: tuple[GarantieNu, ...]) -> None:
        if garanties != self._garanties:
            self._show(garanties)


def _columns() -> tuple[Column, ...]:
    kind, state = Column(_("Soort"), 196), Column(_("Staat"), 152)
    days = (Column(_("Van"), 112), Column(_("Tot en met"), 112), Column(_("Tot km"), 88, right=True))
    return (kind, state, *days, Column(_("Verstrekker"), 152), Column(_("Nummer"), None))


def _row(nu: GarantieNu) -> tuple[Cell, ...]:
    kaart = nu.garantie.kaart
    sign, role = _SIGNS[nu.staat]
    km = km_text(kaart.tot_km) if kaart.tot_km is not None else ""
    return (
        Cell(woord_garantiesoort(kaart.soort.value)),
        Cell(woord_garantiestaat(nu.staat.value), icon=sign, icon_role=role, fill=True),
        Cell(datum_tekst(kaart.van), role="text_2"),
        Cell(datum_tekst(kaart.tot)),
        Cell(km),
        Cell(kaart.verstrekker, role="text_2"),
        Cell(kaart.nummer, role="text_2"),
    )
