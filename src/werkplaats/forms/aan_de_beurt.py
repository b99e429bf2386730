"""Wat is aan de beurt: of all cars the APK, the pass and the reminders of the coming days, to call or to plan."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.kmstand import km_text
from werkplaats.i18n import _, ngettext, woord
from werkplaats.ui.button import Button
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.form import Form
from werkplaats.ui.resultaat import days_from
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.ui.tokens import tokens
from werkplaats.zinnen.dekking import woord_garantiesoort
from werkplaats.zinnen.termen import woord_herinneringsoort

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.treffers import Aandachtspunt
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class AanDeBeurtForm(Form):
    """The list of what is due; Enter opens the card of the car."""

    standard_size: ClassVar[tuple[int, int]] = (1040, 640)

    def __init__(self, toegang: Toegang, deuren: Deuren) -> None:
        super().__init__("aan_de_beurt", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._deuren = deuren
        self._punten: tuple[Aandachtspunt, ...] = ()
        self._table = Table(_columns(), indent=24, row="row_action")
        self._table.setAccessibleName(_("Wat is aan de beurt"))
        self._empty = EmptyList(
            "bell", _("Niets aan de beurt"), _("Hier komt te staan wat deze maand aan de beurt is.")
        )
        self._stack = QStackedLayout()
        self._build()
        self.reload()

    def reload(self) -> None:
        """Reads the list anew."""
        toegang = self._toegang
        self.work(partial(toegang.herinneringen.due, toegang.wie), self._loaded)

    def _build(self) -> None:
        self.set_heading(
            _("Wat is aan de beurt"), _("APK, pechhulppas, garantie, leenauto's, service en eigen herinneringen.")
        )
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        self.set_page(page)
        renew = Button(_("Vernieuwen"), icon="vernieuwen", key=tokens().key["vernieuwen"], kind="quiet")
        renew.clicked.connect(self.reload)
        QShortcut(QKeySequence(tokens().key["vernieuwen"]), self, self.reload)
        self.bar.add_door(renew)
        self.bar.name_cancel(_("Sluiten"))
        self._table.opened.connect(self._open)
        self._deuren.changed.connect(self._changed)
        self._table.setFocus()

    def _changed(self, onderwerp: str, _changed_id: int) -> None:
        if onderwerp in ("voertuig", "pechhulp", "herinnering", "relatie") and not self.is_busy:
            self.reload()

    def _loaded(self, punten: tuple[Aandachtspunt, ...]) -> None:
        at = self._table.chosen_row()
        self._punten = punten
        toegang = self._toegang
        self._table.set_rows([_row(punt, toegang.vandaag(), toegang.wie.land) for punt in punten])
        if 0 < at < len(punten):
            self._table.selectRow(at)
        self._stack.setCurrentIndex(0 if punten else 1)
        count = len(punten)
        self.bar.say(ngettext("{n} regel", "{n} regels", count).format(n=count) if count else "")

    def _open(self, row: int) -> None:
        self._deuren.open_voertuig(self._punten[row].voertuig.id)


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Kenteken"), 136),
        Column(_("Waarvoor"), None),
        Column(_("Op of voor"), 106),
        Column(_("Nog"), 128),
        Column(_("Auto"), 168),
        Column(_("Eigenaar"), 152),
        Column(_("Telefoon"), 120),
    )


def _row(punt: Aandachtspunt, vandaag: date, land: str) -> tuple[Cell, ...]:
    auto = punt.voertuig
    late = punt.datum < vandaag
    return (
        Cell(kenteken=auto.kenteken) if auto.kenteken is not None else Cell(auto.vin[-8:], code=True),
        Cell(_words(punt, land), strong=True),
        Cell(datum_tekst(punt.datum)),
        Cell(days_from(vandaag, punt.datum), role="error" if late else "text"),
        Cell(auto.omschrijving, role="text_2"),
        Cell(auto.eigenaar, role="text_2"),
        Cell(auto.telefoon, role="text_2"),
    )


def _words(punt: Aandachtspunt, land: str) -> str:
    if punt.soort == "apk":
        keuring = woord(land, "keuring")
        return keuring[:1].upper() + keuring[1:]
    if punt.soort == "pechhulp":
        return _("Pechhulppas")
    if punt.soort == "garantie":
        return _("Garantie: {soort}").format(soort=woord_garantiesoort(punt.tekst))
    if punt.soort == "leen":
        return _("Leenauto: {wie}").format(wie=punt.tekst)
    words = punt.tekst or woord_herinneringsoort(punt.soort)
    if punt.bij_km is None:
        return words
    return _("{wat} bij {km} km (verwacht)").format(wat=words, km=km_text(punt.bij_km))
