"""The tab Algemeen of the vehicle card: what the car is, its codes and its dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.voertuig import BRANDSTOFFEN, VOERTUIGSOORTEN
from werkplaats.forms.muteren.vin_veld import VinField
from werkplaats.i18n import _, woord
from werkplaats.ui.fields.base import Remark
from werkplaats.ui.fields.choice import Check, Combo
from werkplaats.ui.fields.text import CodeField, DateField, NumberField, TextField
from werkplaats.ui.rows import CheckBlock, FieldGrid
from werkplaats.ui.theme import theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from werkplaats.ui.fields.base import Field

ParseDate = Callable[[str, str], date | None]

_BETWEEN_COLUMNS = 32
_FIELDS_LEFT_RIGHT = (5, 3)
"""The first column of fields is the wider one: half of it must hold "Mercedes-Benz"."""


class G3Check(Check):
    """G3 is a kind of LPG installation: the box can be turned on only beside LPG, and goes off with it."""

    def __init__(self, lpg: Check) -> None:
        super().__init__("g3", _("G3"))
        self._lpg = lpg
        self._read_only = False
        lpg.toggled.connect(self._fit)
        lpg.changed.connect(self._go_along)
        self.toggled.connect(self._fit)
        self._fit()

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self._fit()

    def _go_along(self) -> None:
        if not self._lpg.value():
            self.set_value(False)

    def _fit(self) -> None:
        possible = self._lpg.isChecked() or self.isChecked()
        self.setEnabled(possible and not self._read_only)
        self.setToolTip("" if possible else _("G3 hoort bij LPG: vink eerst LPG aan."))


class Algemeen(QWidget):
    """The page of the tab; ``fields`` are those of the card, ``reveal_asked`` names a code that a person wants to see.

    ``aside`` stands under the dates: the notes of what asks for attention. ``land`` is that of the shop.
    """

    reveal_asked = Signal(str)

    def __init__(self, parse_date: ParseDate, aside: QWidget, land: str) -> None:
        super().__init__()
        self._codes: dict[str, CodeField] = {}
        self._apk = DateField("vervaldatum_apk", parse_date)
        self._card = self._card_grid()
        self._dates = self._date_grid(parse_date, land)
        self.fields: dict[str, Field] = {**self._card.fields, **self._dates.fields}
        self._lay_out(aside)

    def show_code(self, veld: str, tekst: str) -> None:
        """Shows the security code that was asked for."""
        self._codes[veld].show_code(tekst)

    def tell_of_looks(self, *, told: bool) -> None:
        """Says that looking at a code is noted, to who may look."""
        self._of_codes.show_note(shown=told)

    def mark_apk(self, asks: bool) -> None:
        """Marks the day of the APK where it asks for attention; the note beside the fields says why."""
        now = self._apk.remarks.now
        if now is None or not now.sentence:
            self._apk.remarks.show(Remark("warn") if asks else None)

    def _lay_out(self, aside: QWidget) -> None:
        page = QHBoxLayout(self)
        page.setContentsMargins(24, 8, 24, 24)
        page.setSpacing(_BETWEEN_COLUMNS)
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens().margin["between_groups"])
        column.addWidget(self._dates)
        column.addWidget(aside)
        column.addStretch(1)
        page.addWidget(self._card, 1)
        page.addWidget(self._side)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """The second column is as wide as a label and a date: a long sentence under a date may not widen it."""
        label = theme().px(tokens().label_width["dialog"])
        field = theme().text_px(tokens().field_width["s"])
        self._side.setFixedWidth(label + tokens().margin["label_to_field"] + field)

    def _card_grid(self) -> FieldGrid:
        grid = FieldGrid("two_columns", columns=2, stretch=_FIELDS_LEFT_RIGHT)
        grid.group(_("Algemeen"))
        grid.row(_("&Merk / Model"), _sharing("merk", 2), _sharing("model", 3))
        grid.row(_("Voertuigsoort"), Combo("voertuigsoort", _words(_("Niet bekend"), VOERTUIGSOORTEN)), column=1)
        grid.row(_("Type"), TextField("type"))
        grid.row(_("Motorcode"), TextField("motorcode", code=True), column=1)
        grid.row(_("Chassisnummer"), VinField())
        grid.row(_("Motornummer"), TextField("motornummer", code=True), column=1)
        grid.row(_("Brandstof"), Combo("brandstof", _words(_("Niet bekend"), BRANDSTOFFEN)))
        grid.row(_("Tweede brandstof"), Combo("tweede_brandstof", _words(_("Geen"), BRANDSTOFFEN)), column=1)
        lpg = Check("lpg", _("LPG"))
        grid.row(_("Toevoeging"), CheckBlock([lpg, G3Check(lpg)]))
        grid.row(_("CO2-uitstoot"), NumberField("co2_uitstoot", None), column=1, unit=_("g/km"))
        grid.row(_("Ledig gewicht"), NumberField("ledig_gewicht", None), unit=_("kg"))
        grid.row(_("Bedrijfsklaar"), NumberField("bedrijfsklaar", None), column=1, unit=_("kg"))
        self._add_codes(grid)
        return grid

    def _add_codes(self, grid: FieldGrid) -> None:
        self._of_codes = grid.group(_("Codes"), _("Inzien wordt vastgelegd in het logboek"), "geheim")
        grid.row(_("Co&de sleutel 1"), self._code("code_sleutel_1"))
        grid.row(_("Code sleutel 2"), self._code("code_sleutel_2"), column=1)
        grid.row(_("Radiocode"), self._code("radiocode"))
        grid.row(_("Fabrikantcode"), TextField("fabrikantcode", code=True), column=1)
        grid.row(_("Startcode"), self._code("startcode"))
        grid.row(_("Alarmcode"), self._code("alarmcode"), column=1)

    def _date_grid(self, parse: ParseDate, land: str) -> FieldGrid:
        grid = FieldGrid("dialog", wide_notes=True)
        grid.group(_("Data"))
        grid.row(_("Bou&wjaar"), NumberField("bouwjaar", "s", grouped=False))
        grid.row(_("Vervaldatum {keuring}").format(keuring=woord(land, "keuring")), self._apk)
        grid.row(_("Datum deel 1A"), DateField("datum_deel_1a", parse))
        grid.row(_("Datum deel 1B"), DateField("datum_deel_1b", parse))
        grid.row(_("Laatste bezoek"), DateField("datum_laatste_bezoek", parse))
        grid.row(_("Afgifte Nederland"), DateField("afgifte_nederland", parse))
        return grid

    def _code(self, veld: str) -> CodeField:
        field = CodeField(veld)
        field.reveal_asked.connect(lambda: self.reveal_asked.emit(veld))
        self._codes[veld] = field
        return field


def _words(nothing: str, woorden: tuple[str, ...]) -> list[tuple[str, str]]:
    """A choice of the register's own words, with a word for none of them."""
    return [("", nothing), *((woord_, woord_) for woord_ in woorden)]


def _sharing(veld: str, part: int) -> TextField:
    """A text that shares its row: names of models are longer than those of makes."""
    field = TextField(veld)
    policy = field.sizePolicy()
    policy.setHorizontalStretch(part)
    field.setSizePolicy(policy)
    return field
