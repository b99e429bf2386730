"""Wat de RDW anders heeft: field by field what the register would change; the person ticks what he takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.rdw_vergelijken import seinen
from werkplaats.forms.seinen import sein_icon, sein_role, sein_text
from werkplaats.forms.waarden import value_text
from werkplaats.i18n import _, ngettext
from werkplaats.ui.button import Button
from werkplaats.ui.chip import Chip
from werkplaats.ui.form import Form
from werkplaats.ui.labels import Label, NoteLine
from werkplaats.ui.plate import Plate
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.zinnen import woord_veld

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from werkplaats.domain.rdw import RdwAntwoord, RdwGegevens, Verschil
    from werkplaats.forms.toegang import Toegang


class RdwVergelijkenForm(Form):
    """Lays the card beside the register; ``taken`` gives the fields that were ticked, nothing is saved here."""

    taken = Signal(frozenset)

    def __init__(self, toegang: Toegang, antwoord: RdwAntwoord, verschillen: tuple[Verschil, ...], cycle: str) -> None:
        super().__init__("rdw_vergelijken", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._antwoord = antwoord
        self._lines = verschillen
        self._cycle = cycle
        self._table = Table(_columns(), indent=24, row="row_action")
        self._build()
        self._count()
        self._table.setFocus()

    def has_changes(self) -> bool:
        return False

    def _build(self) -> None:
        self.setWindowTitle(_("Wat de RDW anders heeft"))
        self.set_header(self._header())
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 8, 0, 16)
        column.setSpacing(16)
        self._table.set_rows([self._row(line) for line in self._lines])
        self._table.rows.ticked.connect(self._count)
        self._table.setAccessibleName(_("Verschillen met de RDW"))
        column.addWidget(self._table, 1)
        notes = QVBoxLayout()
        notes.setContentsMargins(24, 0, 24, 0)
        for line in self._typed_lines():
            notes.addWidget(NoteLine("info", line))
        column.addLayout(notes)
        self.set_page(page)
        self._main = self.set_main(_("&Overnemen"), "opslaan", self._take)
        every = Button(_("&Alles aanvinken"), key="Ctrl+A", kind="quiet")
        every.clicked.connect(self._tick_all)
        QShortcut(QKeySequence("Ctrl+A"), self, self._tick_all)
        ovi = Button(_("O&VI openen"), icon="naar_browser", kind="quiet")
        ovi.clicked.connect(self._open_ovi)
        self.bar.add_door(every)
        self.bar.add_door(ovi)

    def _header(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(24, 16, 24, 8)
        column.setSpacing(12)
        line = QHBoxLayout()
        line.setSpacing(16)
        plate = Plate("head")
        plate.show_plate(self._antwoord.kenteken)
        line.addWidget(plate)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(_("Wat de RDW anders heeft"), "subtitle"))
        words.addWidget(Label(self._when(), "body", "text_2"))
        line.addLayout(words, 1)
        column.addLayout(line)
        column.addLayout(_chips(self._antwoord.gegevens, self._toegang.vandaag()))
        return head

    def _when(self) -> str:
        moment = self._antwoord.opgevraagd_op.lokaal(self._toegang.wie.zone)
        today = moment.date() == self._toegang.vandaag()
        day = _("vandaag om {tijd}") if today else _("op {dag} om {tijd}")
        asked = day.format(tijd=f"{moment:%H:%M}", dag=datum_tekst(moment.date()))
        different = sum(not line.gelijk for line in self._lines)
        same = len(self._lines) - different
        return " · ".join(
            (
                _("Opgevraagd {wanneer}").format(wanneer=asked),
                ngettext("{n} verschil", "{n} verschillen", different).format(n=different)
                + ", "
                + ngettext("{n} veld gelijk", "{n} velden gelijk", same).format(n=same),
            )
        )

    def _row(self, line: Verschil) -> tuple[Cell, ...]:
        quiet = line.gelijk
        box = Cell(icon="opslaan", name=_("gelijk")) if quiet else Cell(check=line.voorstel, name=_("overnemen"))
        role = "text_2" if quiet else "text"
        register = self._text(line.veld, line.rdw, self._antwoord.gegevens.co2_cyclus)
        return (
            box,
            Cell(woord_veld(line.veld), role=role, strong=not quiet),
            Cell(self._text(line.veld, line.nu, self._cycle), role="text_2"),
            Cell(" ") if quiet else Cell("→", role="text_2", name=_("wordt")),
            Cell(register, role=role, strong=not quiet),
            Cell(line.bron, role="text_2"),
        )

    def _text(self, veld: str, waarde: Any, cycle: str) -> str:
        text = value_text(veld, waarde)
        return f"{text} ({cycle})" if veld == "co2_uitstoot" and text and cycle else text

    def _typed_lines(self) -> list[str]:
        sentence = _("'{veld}' is door {wie} ingevuld en wordt alleen vervangen als u het aanvinkt.")
        return [
            sentence.format(veld=woord_veld(line.veld), wie=line.ingevuld_door)
            for line in self._lines
            if not line.gelijk and not line.voorstel and line.ingevuld_door
        ][:2]

    def _ticked(self) -> frozenset[str]:
        return frozenset(line.veld for row, line in enumerate(self._lines) if self._table.rows.is_ticked(row))

    def _count(self) -> None:
        count = len(self._ticked())
        self._main.setText(_("&Overnemen ({n})").format(n=count))
        self._main.setEnabled(count > 0)
        self._main.setToolTip("" if count else _("Er is niets aangevinkt om over te nemen."))

    def _tick_all(self) -> None:
        boxes = [row for row in range(len(self._lines)) if self._table.rows.has_box(row)]
        on = not all(self._table.rows.is_ticked(row) for row in boxes)
        for row in boxes:
            self._table.rows.tick(row, on)

    def _take(self) -> None:
        if self._ticked():
            self.taken.emit(self._ticked())
            self.close()

    def _open_ovi(self) -> None:
        toegang, kenteken = self._toegang, self._antwoord.kenteken
        self.work(lambda: toegang.rdw.open_ovi(toegang.wie, kenteken), lambda _answer: None)


def _columns() -> tuple[Column, ...]:
    return (
        Column("", 56),
        Column(_("Veld"), 168),
        Column(_("Nu in de kaart"), None),
        Column("", 40),
        Column(_("Bij de RDW"), None),
        Column(_("Bron"), 120),
    )


def _chips(gegevens: RdwGegevens, today: date) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for sein in seinen(gegevens, today):
        row.addWidget(Chip(sein_text(sein), sein_role(sein), sein_icon(sein)))
    good: tuple[tuple[bool, Callable[[], str], str], ...] = (
        (gegevens.tellerstandoordeel.lower() == "logisch", lambda: _("Tellerstand logisch"), "akkoord"),
        (gegevens.verzekerd is True, lambda: _("Verzekerd"), "verzekerd"),
        (gegevens.geexporteerd is False, lambda: _("Niet geëxporteerd"), "akkoord"),
    )
    for holds, text, icon in good:
        if holds:
            row.addWidget(Chip(text(), "ok", icon, fill=False))
    row.addStretch()
    return row
