"""Merken en platen: a Beheerder says which brands PON handles, which plates there are, and the dealer numbers."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.order import Merk, Orderlijsten, Plaattype
from werkplaats.errors import Ongeldig
from werkplaats.i18n import _
from werkplaats.ui.cards import Heading
from werkplaats.ui.fields.choice import Check
from werkplaats.ui.fields.table_edit import TabelField
from werkplaats.ui.fields.text import NumberField, TextField
from werkplaats.ui.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkplaats.errors import Bevinding
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class OrdertabellenForm(Form):
    """The lists of the organisation, and the dealer numbers of this shop beside the brands."""

    standard_size: ClassVar[tuple[int, int]] = (820, 680)

    def __init__(self, toegang: Toegang, deuren: Deuren) -> None:
        super().__init__("ordertabellen", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._deuren = deuren
        self._basis = Orderlijsten()
        shop = toegang.wie.shop_naam
        self.set_heading(_("Merken, platen en dealernummers"), _("De dealernummers zijn van {shop}").format(shop=shop))
        self._brands = TabelField(
            "merken",
            _("Merken"),
            (_("Merk"), _("Via PON"), _("Dealernummer")),
            _brand_fields,
            _read_brand,
            _("Merk toevoegen"),
        )
        self._plates = TabelField(
            "plaattypen",
            _("Plaattypen"),
            (_("Type"), _("Naam"), _("Breed (mm)"), _("Hoog (mm)"), _("Twee regels")),
            _plate_fields,
            _read_plate,
            _("Plaattype toevoegen"),
        )
        for field in (self._brands, self._plates):
            self.register(field.veld, field)
        self.register("dealernummers", self._brands)
        self.set_page(self._page())
        self.set_main(_("&Opslaan"), "opslaan", self.save)
        self.work(partial(toegang.verkoop.tabellen.load, toegang.wie), self._stand_on)

    def _page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 24)
        column.setSpacing(12)
        for title, field in ((_("Merken"), self._brands), (_("Plaattypen"), self._plates)):
            column.addWidget(Heading(title))
            column.addWidget(field)
        column.addStretch(1)
        return page

    def _stand_on(self, lijsten: Orderlijsten) -> None:
        self._basis = lijsten
        self._brands.set_value([(merk, lijsten.dealernummer(merk.naam)) for merk in lijsten.merken])
        self._plates.set_value(lijsten.plaattypen)

    def _read(self) -> tuple[Orderlijsten, list[Bevinding]]:
        unreadable: list[Bevinding] = []
        brands: Sequence[tuple[Merk, str]] = self._brands.value()
        try:
            plates = self._plates.value()
        except Ongeldig as fout:
            unreadable = [replace(bevinding, veld="plaattypen") for bevinding in fout.bevindingen]
            plates = self._basis.plaattypen
        numbers = tuple(sorted((merk.sleutel, number) for merk, number in brands if number))
        merken = tuple(sorted((merk for merk, _number in brands), key=lambda merk: merk.sleutel))
        return Orderlijsten(merken, plates, numbers), unreadable

    def has_changes(self) -> bool:
        nieuw, unreadable = self._read()
        return nieuw != self._basis or bool(unreadable)

    def save(self) -> None:
        """Saves what was changed, once it can be read."""
        nieuw, unreadable = self._read()
        if unreadable:
            self.show_findings(unreadable)
            return
        toegang = self._toegang
        call = partial(toegang.verkoop.tabellen.save, toegang.wie, self._basis, nieuw)
        self.work(call, self._saved, writes=True)

    def _saved(self, lijsten: Orderlijsten) -> None:
        self._stand_on(lijsten)
        self._deuren.changed.emit("orderlijsten", self._toegang.wie.shop_id)
        self.close()


def _brand_fields(record: tuple[Merk, str] | None) -> Sequence[Any]:
    merk, number = record or (Merk("", via_pon=True), "")
    fields: tuple[Any, ...] = TextField("naam", "l"), Check("via_pon", ""), TextField("dealernummer", "s", code=True)
    for field, value in zip(fields, (merk.naam, merk.via_pon, number), strict=True):
        field.set_value(value)
    return fields


def _read_brand(fields: Sequence[Any]) -> tuple[Merk, str]:
    name, handled, number = (field.value() for field in fields)
    return Merk(name.strip(), handled), number.strip()


def _plate_fields(record: Plaattype | None) -> Sequence[Any]:
    een = record or Plaattype("", "", 520, 110)
    fields: tuple[Any, ...] = (
        TextField("code", "xs", code=True),
        TextField("naam", "m"),
        NumberField("breed", "xs"),
        NumberField("hoog", "xs"),
        Check("rijen", ""),
    )
    for field, value in zip(fields, (een.code, een.naam, een.breed, een.hoog, een.rijen > 1), strict=True):
        field.set_value(value)
    return fields


def _read_plate(fields: Sequence[Any]) -> Plaattype:
    code, name, breed, hoog, two = (field.value() for field in fields)
    return Plaattype(code.strip(), name.strip(), breed or 0, hoog or 0, 2 if two else 1)
