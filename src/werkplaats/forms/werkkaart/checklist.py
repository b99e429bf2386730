"""Checklists: what was found at the points of the shop's checklist on one card; the counter may answer one too."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.monteurwerk import Antwoord
from werkplaats.domain.rechten import Recht
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.form import Form
from werkplaats.ui.rows import FieldGrid
from werkplaats.ui.table import Cell, Column, Table

if TYPE_CHECKING:
    from werkplaats.domain.monteurwerk import Punt, Werkverslag
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

_SIGNS = {
    Antwoord.OK: ("check-circle", "ok"),
    Antwoord.NIET_OK: ("warning-octagon", "error"),
    Antwoord.NVT: ("minus", "text_2"),
}


class ChecklistForm(Form):
    """The points with their answers; an answer is kept as soon as it is given."""

    standard_size: ClassVar[tuple[int, int]] = (860, 600)

    def __init__(self, toegang: Toegang, deuren: Deuren, kaart_id: int, nummer: str) -> None:
        super().__init__("kaart_checklist", toegang.background, toegang.voorkeuren, None)
        self._toegang, self._deuren, self._kaart_id = toegang, deuren, kaart_id
        self._punten: tuple[Punt, ...] = ()
        self._note = TextField("opmerking", placeholder=_("Wat is er mee?"))
        self._answers: list[Button] = []
        self.set_heading(_("Checklists"), _("Werkkaart {nummer}: wat de monteur naliep").format(nummer=nummer))
        width = 128
        self._table = Table(
            (Column(_("Punt")), Column(_("Antwoord"), width), Column(_("Opmerking"), 176), Column(_("Door"), 240)),
            indent=24,
        )
        self._table.setAccessibleName(_("Punten van de checklist"))
        self._stack = QStackedLayout()
        self._build()
        self._table.chosen.connect(self._fit)
        deuren.changed.connect(self._changed_elsewhere)
        deuren.heard.connect(self._heard)
        self.work(self._ask, self._loaded)

    def _build(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._table)
        empty = _("Een beheerder schrijft de punten op bij Instellingen, Monteurscherm.")
        self._stack.addWidget(EmptyList("checklist", _("Deze vestiging heeft nog geen checklist"), empty))
        grid = FieldGrid("dialog")
        grid.setContentsMargins(24, 0, 24, 12)
        grid.row(_("O&pmerking"), self._note)
        grid.setVisible(self._may_answer)
        column.addWidget(grid)
        self.set_page(page)
        self.register("opmerking", self._note)
        if self._may_answer:
            for words, icon, answer in (
                (_("&Ok"), "check-circle", Antwoord.OK),
                (_("&Niet ok"), "warning-octagon", Antwoord.NIET_OK),
                (_("N.&v.t."), "minus", Antwoord.NVT),
                (_("&Antwoord weghalen"), "wissen", None),
            ):
                button = Button(words, icon=icon, kind="quiet")
                button.clicked.connect(partial(self._give, answer))
                self.bar.add_door(button)
                self._answers.append(button)
        self.bar.name_cancel(_("Sluiten"))

    @property
    def _may_answer(self) -> bool:
        return self._toegang.wie.mag(Recht.MONTEURWERK)

    def _ask(self) -> Werkverslag:
        return self._toegang.monteurwerk.report(self._toegang.wie, self._kaart_id)

    def _loaded(self, verslag: Werkverslag) -> None:
        self._show(verslag)
        self._table.setFocus()

    def _show(self, verslag: Werkverslag) -> None:
        at = self._table.chosen_row()
        self._punten = verslag.checklist
        zone = self._toegang.wie.zone
        self._table.set_rows([_row(punt, zone) for punt in verslag.checklist])
        if 0 < at < len(verslag.checklist):
            self._table.selectRow(at)
        self._stack.setCurrentIndex(0 if verslag.checklist else 1)
        said = _("{klaar} van {punten} gedaan").format(klaar=verslag.answered, punten=len(verslag.checklist))
        self.bar.say(said if verslag.checklist else "")
        self._fit()

    def _fit(self, _at: int = -1) -> None:
        punt = self._chosen()
        for button in self._answers:
            button.setEnabled(punt is not None)
        self._note.set_value(punt.opmerking if punt is not None else "")

    def _chosen(self) -> Punt | None:
        at = self._table.chosen_row()
        return self._punten[at] if 0 <= at < len(self._punten) else None

    def has_changes(self) -> bool:
        punt = self._chosen()
        return self._may_answer and punt is not None and self._note.value() != punt.opmerking

    def _give(self, antwoord: Antwoord | None, _checked: bool = False) -> None:
        """Keeps an answer; with a remark only where something is not in order."""
        punt, toegang = self._chosen(), self._toegang
        if punt is None:
            return
        note = self._note.value() if antwoord is Antwoord.NIET_OK else ""
        given = replace(punt, antwoord=antwoord, opmerking=note)
        call = partial(toegang.monteurwerk.answer, toegang.wie, self._kaart_id, given)
        self.work(call, self._given, writes=True)

    def _given(self, _nothing: None) -> None:
        """The next point is there to be answered."""
        at = self._table.chosen_row()
        self._note.set_value("")
        self._deuren.changed.emit("werkkaart", self._kaart_id)
        if at + 1 < len(self._punten):
            self._table.selectRow(at + 1)
        self._table.setFocus()

    def _heard(self, onderwerp: str) -> None:
        """Somebody changed such a thing, here or elsewhere; which one it was is not told."""
        self._changed_elsewhere(onderwerp, self._kaart_id)

    def _changed_elsewhere(self, onderwerp: str, changed_id: int) -> None:
        if onderwerp == "werkkaart" and changed_id == self._kaart_id and not self.is_busy:
            self.background.run(self, self._ask, self._show, self.show_problem)


def _row(punt: Punt, zone: str) -> tuple[Cell, ...]:
    if punt.antwoord is None:
        return Cell(punt.tekst), Cell(_("nog niet"), role="text_3"), Cell(" "), Cell(" ")
    sign, role = _SIGNS[punt.antwoord]
    words = {Antwoord.OK: _("ok"), Antwoord.NIET_OK: _("niet ok"), Antwoord.NVT: _("n.v.t.")}[punt.antwoord]
    when = f", {punt.op.lokaal(zone):%d-%m %H:%M}" if punt.op is not None else ""
    return (
        Cell(punt.tekst),
        Cell(words, icon=sign, icon_role=role, fill=punt.antwoord is not Antwoord.NVT),
        Cell(punt.opmerking or " ", role="text_2"),
        Cell(f"{punt.door}{when}", role="text_2"),
    )
