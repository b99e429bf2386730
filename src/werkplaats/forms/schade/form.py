"""Schade: the damages of a car on its drawing and in a list; a click on the drawing, or Ins, notes one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.schade import Schade, SchadeKaart, Schadestaat
from werkplaats.forms.per_voertuig import RecordsForm, Woorden
from werkplaats.i18n import _
from werkplaats.ui.autotekening import AutoTekening, Mark
from werkplaats.ui.cards import Card
from werkplaats.ui.table import Cell, Column
from werkplaats.zinnen.dekking import woord_plek, woord_schadestaat

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedLayout

    from werkplaats.domain.schade import Plek
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class SchadesForm(RecordsForm[Schade, Schade]):
    """The damages of one car; what is chosen in the list is chosen on the drawing."""

    standard_size: ClassVar[tuple[int, int]] = (1160, 600)
    indent = 12

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int) -> None:
        advice = _("Klik op de tekening, of druk op Ins en kies een plek.")
        words = Woorden(_("Schade"), _("Schades"), _("&Nieuwe schade"), _("Geen schade bekend"), advice)
        super().__init__(toegang, deuren, voertuig_id, toegang.schades, "schade", words)

    def make_page(self, listed: QStackedLayout) -> QWidget:
        self._drawing = AutoTekening(lambda plek: woord_plek(plek.value))
        self._drawing.may_pick = self.may_change
        self._drawing.mark_picked.connect(self.table.selectRow)
        self._drawing.place_picked.connect(self._make_at)
        page = QWidget()
        both = QHBoxLayout(page)
        both.setContentsMargins(24, 12, 24, 16)
        both.setSpacing(16)
        drawn, beside = Card(), Card(padding=1)
        drawn.body.addWidget(self._drawing, 1)
        beside.body.addLayout(listed)
        both.addWidget(drawn, 1)
        both.addWidget(beside, 1)
        return page

    def make_doors(self) -> None:
        self._mend = self.door(_("&Hersteld"), "akkoord", self._mend_chosen, shown=self.may_change)

    @property
    def may_open(self) -> bool:
        """Everybody: behind its line a damage has photos."""
        return True

    def columns(self) -> tuple[Column, ...]:
        return _columns()

    def row(self, line: Schade) -> tuple[Cell, ...]:
        return _row(line)

    def record(self, line: Schade) -> Schade:
        return line

    def show_lines(self, lines: tuple[Schade, ...]) -> None:
        self._drawing.show_marks([_mark(een) for een in lines])
        super().show_lines(lines)

    def fit_doors(self, chosen: Schade | None) -> None:
        self._drawing.choose(self.table.chosen_row())
        self._mend.setEnabled(chosen is not None and chosen.kaart.staat is Schadestaat.OPEN)

    def open_one(self, record: Schade | None) -> None:
        kaart = SchadeKaart(datum=self.toegang.vandaag()) if record is None else record.kaart
        self.deuren.open_schade(self.voertuig_id, record, kaart)

    def said_gone(self, record: Schade) -> str:
        return _("Schade {nummer} is weggehaald.").format(nummer=record.nummer)

    def _make_at(self, plek: Plek, x: int, y: int) -> None:
        self.deuren.open_schade(self.voertuig_id, None, SchadeKaart(plek, x, y, datum=self.toegang.vandaag()))

    def _mend_chosen(self) -> None:
        chosen, toegang = self.chosen(), self.toegang
        if chosen is not None:
            mended = replace(chosen.kaart, staat=Schadestaat.HERSTELD)
            call = partial(toegang.schades.save, toegang.wie, self.voertuig_id, chosen.id, chosen.kaart, mended)
            self.work(call, self.written, writes=True)


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
