"""One article, package or standard text of a shop, added or changed by hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.artikel import Artikel, Pakket, Standaardtekst
from werkplaats.domain.artikel_controle import check_artikel
from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.btw import BtwCode
from werkplaats.domain.werkkaart_regel import number_text
from werkplaats.errors import Ongeldig
from werkplaats.forms.artikelen.delen import AantalField, DelenField
from werkplaats.forms.carpass.werken import Werken
from werkplaats.i18n import _
from werkplaats.ui.fields.choice import Check, Combo
from werkplaats.ui.fields.money import MoneyField
from werkplaats.ui.fields.note import NoteField
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.form import Form
from werkplaats.ui.rows import FieldGrid
from werkplaats.usecases.werkkaarten import BELGIE
from werkplaats.zinnen.termen import woord_btw

if TYPE_CHECKING:
    from werkplaats.domain.artikel import EigenLijsten, Voorstel
    from werkplaats.errors import Bevinding
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class ArtikelForm(Form):
    """``basis`` is the one that is changed, or an empty one of its kind for a new one (``nieuw``)."""

    standard_size: ClassVar[tuple[int, int]] = (680, 700)

    def __init__(
        self, toegang: Toegang, deuren: Deuren, lijsten: EigenLijsten, basis: Voorstel, *, nieuw: bool
    ) -> None:
        super().__init__("artikel", toegang.background, toegang.voorkeuren, None)
        self._toegang, self._deuren, self._lijsten = toegang, deuren, lijsten
        self._basis, self._is_new = basis, nieuw
        self._codes = lijsten.werken_of(basis) if not nieuw else ()
        self._werken: Werken | None = None
        self._grid = self._make_grid()
        self._build()
        self._show()

    def _build(self) -> None:
        kind = type(self._basis)
        new = {Artikel: _("Nieuw artikel"), Pakket: _("Nieuw pakket"), Standaardtekst: _("Nieuwe standaardtekst")}
        old = {Artikel: _("Artikel"), Pakket: _("Pakket"), Standaardtekst: _("Standaardtekst")}
        kept = _("Een werkkaart die er al een regel van heeft, houdt haar eigen regel.")
        self.set_heading((new if self._is_new else old)[kind], kept)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 24)
        column.addWidget(self._grid)
        column.addStretch(1)
        self.set_page(page)
        for veld, field in self._grid.fields.items():
            self.register(veld, cast("QWidget", field))
        self.set_main(_("&Opslaan"), "opslaan", self.save)

    def _make_grid(self) -> FieldGrid:
        grid = FieldGrid("dialog")
        grid.row(_("&Code"), TextField("code", "m", code=True))
        if isinstance(self._basis, Standaardtekst):
            grid.row(_("&Tekst"), NoteField("tekst", 4))
            return grid
        grid.row(_("Omschrijvin&g"), TextField("omschrijving"))
        if isinstance(self._basis, Artikel):
            self._article_rows(grid)
        else:
            parts = DelenField("delen")
            parts.know(self._lijsten.catalogus.artikelen)
            grid.group(_("Artikelen in het pakket"))
            grid.wide_field(parts)
        if self._toegang.wie.land == BELGIE:
            self._werken = Werken()
            self._werken.show_codes(self._lijsten.activiteiten, self._codes)
            grid.group(_("Car-Pass"), _("Wat Einde service als werkzaamheid voorstelt"))
            grid.row(_("Werkzaamheden"), self._werken)
        return grid

    def _article_rows(self, grid: FieldGrid) -> None:
        rates = self._lijsten.catalogus.tarieven or {}
        taxes = [(code, _tax(code, rates.get(code, 0))) for code in BtwCode if code in rates or code is self._btw]
        grid.row(_("&Prijs zonder btw"), MoneyField("prijs"))
        grid.row(_("&Btw"), Combo("btw_code", taxes, "m"))
        grid.row(_("&Eenheid"), TextField("eenheid", "xs"))
        grid.row("", Check("uren", _("Werk per uur: F3 neemt het eerste artikel met dit vinkje")))
        grid.group(_("Magazijn"))
        grid.row(_("&Voorraad"), AantalField("voorraad", None), hint=_("Leeg: wordt niet bijgehouden"))
        grid.row(_("&Locatie"), TextField("locatie", "s"))

    @property
    def _btw(self) -> BtwCode:
        return self._basis.btw_code if isinstance(self._basis, Artikel) else BtwCode.HOOG

    def _show(self) -> None:
        for veld, field in self._grid.fields.items():
            field.set_value(getattr(self._basis, veld))

    def _read(self) -> tuple[Voorstel, list[Bevinding]]:
        values: dict[str, Any] = {}
        unreadable: list[Bevinding] = []
        for veld, field in self._grid.fields.items():
            try:
                values[veld] = field.value()
            except Ongeldig as fout:
                unreadable += fout.bevindingen
                values[veld] = getattr(self._basis, veld)
        for veld in {"code", "omschrijving", "tekst", "eenheid", "locatie"} & set(values):
            # In one line, as it stands on a card.
            values[veld] = " ".join(values[veld].split())
        if "btw_code" in values:
            values["btw_code"] = BtwCode(values["btw_code"])
            values["prijs"] = values["prijs"] or Bedrag(0)
        return type(self._basis)(**values), unreadable

    def _chosen(self) -> tuple[str, ...]:
        return self._werken.codes if self._werken is not None else self._codes

    def has_changes(self) -> bool:
        een, unreadable = self._read()
        return bool(unreadable) or een != self._basis or self._chosen() != self._codes

    def save(self) -> None:
        """Saves it, once it can be read."""
        een, unreadable = self._read()
        found = [*unreadable, *check_artikel(een)]
        if found:
            self.show_findings(found)
            return
        toegang = self._toegang
        basis = None if self._is_new else self._basis
        call = partial(toegang.artikelen.save, toegang.wie, basis, een, self._chosen())
        self.work(call, lambda _nothing: self._saved(een), writes=True)

    def _saved(self, een: Voorstel) -> None:
        self._basis, self._codes, self._is_new = een, self._chosen(), False
        self._show()
        self._deuren.changed.emit("artikelen", self._toegang.wie.shop_id)
        self.close()


def _tax(code: BtwCode, rate: int) -> str:
    """A rate in words, with what it is today: ``hoog (21 %)``."""
    word = woord_btw(code.value)
    return _("{soort} ({percentage} %)").format(soort=word, percentage=number_text(rate, 100)) if rate else word
