"""Wat de RDW anders heeft: field by field what the register would change; the person ticks what he takes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.rdw_vergelijken import seinen
from werkplaats.domain.rechten import Recht
from werkplaats.forms.rdw_bladen import BLAD, Kop, grouped
from werkplaats.forms.waarden import value_text
from werkplaats.i18n import _, ngettext
from werkplaats.ui.button import Button
from werkplaats.ui.chipstrip import ChipStrip
from werkplaats.ui.form import Form
from werkplaats.ui.labels import Label
from werkplaats.ui.plate import Plate
from werkplaats.ui.resultaat import Mark
from werkplaats.ui.seinen import sein_mark
from werkplaats.ui.sign import Sign
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.zinnen import woord_veld
from werkplaats.zinnen.termen import woord_bron

if TYPE_CHECKING:
    from werkplaats.domain.rdw import RdwAntwoord, RdwGegevens, Verschil
    from werkplaats.forms.toegang import Toegang

_GROUND = "raised"
_ALL_KEY = "Ctrl+A"


class RdwVergelijkenForm(Form):
    """Lays the card beside the register; ``taken`` gives the fields that were ticked, nothing is saved here.

    ``cycle`` is how the CO2 figure of the card was measured. Who may not change the card has nothing to tick.
    """

    taken = Signal(frozenset)
    standard_size: ClassVar[tuple[int, int]] = (840, 620)

    def __init__(self, toegang: Toegang, antwoord: RdwAntwoord, verschillen: tuple[Verschil, ...], cycle: str) -> None:
        super().__init__("rdw_vergelijken", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._antwoord = antwoord
        # What neither of the two has (no LPG, no G3) is nothing to show.
        self._lines = tuple(line for line in verschillen if line.rdw is not False or not line.gelijk)
        self._shown = grouped(self._lines)
        self._cycle = cycle
        self._may_take = toegang.wie.mag(Recht.VOERTUIG_WIJZIGEN)
        self._table = Table(_columns(), indent=24, row="row_action")
        self._build()
        self._table.setFocus()

    def _build(self) -> None:
        self.setWindowTitle(_("Wat de RDW anders heeft"))
        self.set_header(self._make_header())
        self._table.setAccessibleName(_("Verschillen met de RDW"))
        self._table.set_rows([self._row(row) for row in self._shown])
        self.set_page(self._make_page())
        if self._may_take:
            self._add_taking()
        else:
            self.bar.name_cancel(_("Sluiten"))
        ovi = Button(_("O&VI openen"), icon="naar_browser", kind="quiet")
        ovi.setToolTip(_("De pagina van de RDW over deze auto, in de browser"))
        ovi.clicked.connect(self._open_ovi)
        self.bar.add_door(ovi)

    def _add_taking(self) -> None:
        self.set_main(_("&Overnemen"), "opslaan", self._take)
        every = Button(_("&Alles aanvinken"), key=_ALL_KEY, kind="quiet")
        every.clicked.connect(self._tick_all)
        QShortcut(QKeySequence(_ALL_KEY), self, self._tick_all)
        self.bar.add_door(every)
        self._table.rows.ticked.connect(self._ticked_row)
        self._count()

    def _make_header(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        line = QHBoxLayout()
        line.setContentsMargins(24, 0, 24, 0)
        line.setSpacing(16)
        plate = Plate("head")
        plate.show_plate(self._antwoord.kenteken, taxi=bool(self._antwoord.gegevens.taxi))
        line.addWidget(plate)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(_("Wat de RDW anders heeft"), "subtitle"))
        words.addWidget(Label(self._summary(), "body", "text_2"))
        line.addLayout(words, 1)
        column.addLayout(line)
        column.addLayout(self._chips())
        return head

    def _chips(self) -> QHBoxLayout:
        gegevens = self._antwoord.gegevens
        strip = ChipStrip(at_left=True)
        strip.show_marks([*map(sein_mark, seinen(gegevens, self._toegang.vandaag())), *_settled(gegevens)])
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.addWidget(strip)
        return row

    def _make_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._table, 1)
        notes = QVBoxLayout()
        notes.setContentsMargins(24, 8, 24, 8)
        notes.setSpacing(4)
        for line in typed_lines(self._lines):
            notes.addLayout(_note(line))
        if notes.count():
            column.addLayout(notes)
        return page

    def _summary(self) -> str:
        moment = self._antwoord.opgevraagd_op.lokaal(self._toegang.wie.zone)
        today = moment.date() == self._toegang.vandaag()
        asked = _("Opgevraagd vandaag om {tijd}") if today else _("Opgevraagd op {dag} om {tijd}")
        different = sum(not line.gelijk for line in self._lines)
        same = len(self._lines) - different
        differences = ngettext("{n} verschil", "{n} verschillen", different).format(n=different)
        equals = ngettext("{n} veld gelijk", "{n} velden gelijk", same).format(n=same)
        return f"{asked.format(tijd=f'{moment:%H:%M}', dag=datum_tekst(moment.date()))} · {differences}, {equals}"

    def _row(self, row: Kop | Verschil) -> tuple[Cell, ...]:
        return self._heading(row) if isinstance(row, Kop) else self._line(row)

    def _heading(self, kop: Kop) -> tuple[Cell, ...]:
        """The heading of a tab, with a box for all of its lines."""
        box = Cell(" ", ground=_GROUND)
        if kop.blad and self._may_take:
            name = _("alles van het blad {blad}").format(blad=kop.titel)
            box = Cell(check=all(line.voorstel for line in self._of_tab(kop.blad)), name=name, ground=_GROUND)
        count = ngettext("{n} veld gelijk", "{n} velden gelijk", kop.aantal)
        if kop.blad:
            count = ngettext("{n} verschil", "{n} verschillen", kop.aantal)
        words = Cell(count.format(n=kop.aantal), role="text_2", ground=_GROUND)
        title = Cell(kop.titel, role="text_2", strong=True, ground=_GROUND)
        return (box, title, words, *(Cell(" ", ground=_GROUND) for _column in range(3)))

    def _of_tab(self, blad: str) -> list[Verschil]:
        return [line for line in self._lines if not line.gelijk and BLAD[line.veld] == blad]

    def _line(self, line: Verschil) -> tuple[Cell, ...]:
        quiet = line.gelijk
        role = "text_2" if quiet else "text"
        register = _text(line.veld, line.rdw, self._antwoord.gegevens.co2_cyclus)
        return (
            self._box(line),
            Cell(woord_veld(line.veld), role=role, strong=not quiet),
            Cell(_text(line.veld, line.nu, self._cycle), role="text_2"),
            Cell(" ") if quiet else Cell(icon="arrow-right", name=_("wordt")),
            Cell(register, role=role, strong=not quiet),
            Cell(woord_bron(line.bron), role="text_2"),
        )

    def _box(self, line: Verschil) -> Cell:
        if line.gelijk:
            return Cell(icon="opslaan", name=_("gelijk"))
        if self._may_take:
            return Cell(check=line.voorstel, name=_("overnemen"))
        return Cell(" ", name=_("anders"))

    def _ticked(self) -> frozenset[str]:
        return frozenset(
            line.veld
            for row, line in enumerate(self._shown)
            if not isinstance(line, Kop) and self._table.rows.is_ticked(row)
        )

    def _ticked_row(self, row: int, on: bool) -> None:
        """The box of a heading turns those of its tab; it is on while all of those are."""
        shown, rows = self._shown[row], self._table.rows
        blad = shown.blad if isinstance(shown, Kop) else BLAD[shown.veld]
        of_tab = [at for at, line in enumerate(self._shown) if line in self._of_tab(blad)]
        if isinstance(shown, Kop):
            for at in of_tab:
                rows.tick(at, on)
        for at, kop in enumerate(self._shown):
            if isinstance(kop, Kop) and kop.blad == blad:
                box, *rest = (rows.cell(at, column) for column in range(rows.columnCount()))
                rows.set_row(at, (replace(box, check=all(map(rows.is_ticked, of_tab))), *rest))
        self._count()

    def _count(self) -> None:
        button, count = self.bar.main_button, len(self._ticked())
        if button is not None:
            button.setText(_("&Overnemen ({n})").format(n=count))
            button.setEnabled(count > 0)
            button.setToolTip("" if count else _("Vink eerst aan wat u wilt overnemen."))

    def _tick_all(self) -> None:
        """Ticks every line, or none when all of them are ticked."""
        boxes = [row for row in range(len(self._shown)) if self._table.rows.has_box(row)]
        on = not all(self._table.rows.is_ticked(row) for row in boxes)
        for row in boxes:
            self._table.rows.tick(row, on)

    def _take(self) -> None:
        ticked = self._ticked()
        if ticked:
            self.taken.emit(ticked)
            self.close()

    def _open_ovi(self) -> None:
        toegang, kenteken = self._toegang, self._antwoord.kenteken
        self.work(lambda: toegang.rdw.open_ovi(toegang.wie, kenteken), lambda _opened: self._count())


def _note(sentence: str) -> QHBoxLayout:
    """A quiet sentence: it explains, and asks nothing."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Sign("info"))
    row.addWidget(Label(sentence, "small", "text_2", wrap=True), 1)
    return row


def typed_lines(lines: tuple[Verschil, ...]) -> list[str]:
    """Who typed the values that differ and are not proposed, one sentence for each person."""
    by_person: dict[str, list[str]] = {}
    for line in lines:
        if not line.gelijk and not line.voorstel and line.ingevuld_door:
            by_person.setdefault(line.ingevuld_door, []).append(woord_veld(line.veld))
    return [_typed_line(person, fields) for person, fields in by_person.items()]


def _typed_line(person: str, fields: list[str]) -> str:
    sentence = ngettext(
        "{velden} is door {wie} ingevuld en wordt alleen vervangen als u het aanvinkt.",
        "{velden} zijn door {wie} ingevuld en worden alleen vervangen als u ze aanvinkt.",
        len(fields),
    )
    quoted = [f"\N{LEFT SINGLE QUOTATION MARK}{field}\N{RIGHT SINGLE QUOTATION MARK}" for field in fields]
    *first, last = quoted
    both = _("{eerste} en {laatste}").format(eerste=", ".join(first), laatste=last) if first else last
    return sentence.format(velden=both, wie=person)


def _columns() -> tuple[Column, ...]:
    return (
        Column("", 56),
        Column(_("Veld"), 160),
        Column(_("Nu in de kaart"), None),
        Column("", 32),
        Column(_("Bij de RDW"), None),
        Column(_("Bron"), 112),
    )


def _text(veld: str, waarde: Any, cycle: str) -> str:
    text = value_text(veld, waarde)
    return f"{text} ({cycle})" if veld == "co2_uitstoot" and text and cycle else text


def _settled(gegevens: RdwGegevens) -> tuple[Mark, ...]:
    """What the register says is in order: quiet."""
    facts = (
        (gegevens.tellerstandoordeel.lower() == "logisch", _("Tellerstand logisch"), "akkoord"),
        (gegevens.verzekerd is True, _("Verzekerd"), "verzekerd"),
        (gegevens.geexporteerd is False, _("Niet geëxporteerd"), "akkoord"),
    )
    return tuple(Mark(text, "ok", icon, fill=False) for holds, text, icon in facts if holds)
