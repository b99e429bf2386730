"""The tab Algemeen of the vehicle card: what the car is, its codes and its dates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.voertuig import BRANDSTOFFEN, CODES, VOERTUIGSOORTEN, VoertuigKaart
from werkplaats.errors import Ongeldig
from werkplaats.forms.muteren.vin_veld import VinField
from werkplaats.i18n import _
from werkplaats.ui.fields.choice import Check, Combo
from werkplaats.ui.fields.text import CodeField, DateField, NumberField, TextField
from werkplaats.ui.rows import CheckBlock, FieldGrid
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from werkplaats.errors import Bevinding
    from werkplaats.ui.fields.base import Field

    ParseDate = Callable[[str, str], date | None]


class Algemeen(QWidget):
    """All fields of the tab; ``read`` and ``show_card`` translate between them and the card."""

    changed = Signal()
    left = Signal(str)
    reveal_asked = Signal(str)

    def __init__(self, parse_date: ParseDate, aside: QWidget) -> None:
        super().__init__()
        self._card = _card_grid(self.reveal_asked.emit)
        self._dates = _date_grid(parse_date)
        self.fields: dict[str, Field] = {**self._card.fields, **self._dates.fields}
        for veld, field in self.fields.items():
            field.changed.connect(self.changed)
            field.left.connect(lambda veld=veld: self.left.emit(veld))
        self._co2_shown: int | None = None
        self._cycle = ""
        self._lay_out(aside)

    def show_card(self, kaart: VoertuigKaart) -> None:
        """Shows a card in the fields."""
        for veld, field in self.fields.items():
            field.set_value(getattr(kaart, veld))
        self._co2_shown, self._cycle = kaart.co2_uitstoot, kaart.co2_cyclus

    def read(self, kaart: VoertuigKaart) -> tuple[VoertuigKaart, list[Bevinding]]:
        """The card with what stands in the fields, and what of it cannot be read (those keep what the card had)."""
        values: dict[str, Any] = {}
        findings: list[Bevinding] = []
        for veld, field in self.fields.items():
            try:
                values[veld] = field.value()
            except Ongeldig as fout:
                findings += fout.bevindingen
        # A figure that a person types was measured by a cycle that nobody told.
        values["co2_cyclus"] = self._cycle if values.get("co2_uitstoot") == self._co2_shown else ""
        return replace(kaart, **values), findings

    def show_code(self, veld: str, tekst: str) -> None:
        """Shows the security code that was asked for."""
        field = self.fields[veld]
        assert isinstance(field, CodeField)
        field.show_code(tekst)

    def set_read_only(self, read_only: bool, *, codes: bool) -> None:
        """For who may see the card but not change it; ``codes`` says whether the security codes may be changed."""
        for veld, field in self.fields.items():
            field.set_read_only(read_only or (veld in CODES and not codes))

    def _lay_out(self, aside: QWidget) -> None:
        page = QHBoxLayout(self)
        page.setContentsMargins(24, 12, 24, 24)
        page.setSpacing(tokens().space[-1])
        left = QVBoxLayout()
        left.addWidget(self._card)
        left.addStretch()
        right = QVBoxLayout()
        right.setSpacing(tokens().margin["between_groups"])
        right.addWidget(self._dates)
        right.addWidget(aside)
        right.addStretch()
        page.addLayout(left, 5)
        page.addLayout(right, 2)
        page.setAlignment(left, Qt.AlignmentFlag.AlignTop)


def _card_grid(reveal: Callable[[str], None]) -> FieldGrid:
    grid = FieldGrid("two_columns", columns=2)
    grid.group(_("Algemeen"))
    grid.row(_("&Merk / Model"), TextField("merk"), TextField("model"))
    grid.row(_("Voertuigsoort"), Combo("voertuigsoort", _words(VOERTUIGSOORTEN)), column=1)
    grid.row(_("Type"), TextField("type"))
    grid.row(_("Motorcode"), TextField("motorcode", code=True), column=1)
    grid.row(_("Chassisnummer"), VinField())
    grid.row(_("Motornummer"), TextField("motornummer", code=True), column=1)
    grid.row(_("Brandstof"), Combo("brandstof", _words(BRANDSTOFFEN)))
    grid.row(_("Tweede brandstof"), Combo("tweede_brandstof", [("", _("Geen")), *_pairs(BRANDSTOFFEN)]), column=1)
    grid.row(_("Toevoeging"), CheckBlock([Check("lpg", _("LPG")), Check("g3", _("G3"))]))
    grid.row(_("CO2-uitstoot"), NumberField("co2_uitstoot", None), column=1, unit=_("g/km"))
    grid.row(_("Ledig gewicht"), NumberField("ledig_gewicht", None), unit=_("kg"))
    grid.row(_("Bedrijfsklaar"), NumberField("bedrijfsklaar", None), column=1, unit=_("kg"))
    grid.group(_("Codes"), _("Inzien wordt vastgelegd in het logboek"), "geheim")
    grid.row(_("&Code sleutel 1"), _code("code_sleutel_1", reveal))
    grid.row(_("Code sleutel 2"), _code("code_sleutel_2", reveal), column=1)
    grid.row(_("Radiocode"), _code("radiocode", reveal))
    grid.row(_("Fabrikantcode"), TextField("fabrikantcode", code=True), column=1)
    grid.row(_("Startcode"), _code("startcode", reveal))
    grid.row(_("Alarmcode"), _code("alarmcode", reveal), column=1)
    return grid


def _date_grid(parse: ParseDate) -> FieldGrid:
    grid = FieldGrid("dialog")
    grid.group(_("Data"))
    grid.row(_("&Bouwjaar"), NumberField("bouwjaar", "s", grouped=False))
    for label, veld in (
        (_("Vervaldatum APK"), "vervaldatum_apk"),
        (_("Datum deel 1A"), "datum_deel_1a"),
        (_("Datum deel 1B"), "datum_deel_1b"),
        (_("Laatste bezoek"), "datum_laatste_bezoek"),
        (_("Afgifte Nederland"), "afgifte_nederland"),
    ):
        grid.row(label, DateField(veld, parse))
    return grid


def _code(veld: str, reveal: Callable[[str], None]) -> CodeField:
    field = CodeField(veld)
    field.reveal_asked.connect(lambda: reveal(veld))
    return field


def _words(woorden: tuple[str, ...]) -> list[tuple[str, str]]:
    return [("", _("Niet bekend")), *_pairs(woorden)]


def _pairs(woorden: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(woord, woord) for woord in woorden]
