"""One warranty of a car: what kind, who stands for it, from when until when or until which reading."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.datum import parse_datum
from werkplaats.domain.garantie import GarantieKaart, Garantiesoort
from werkplaats.domain.samenvoegen import settle
from werkplaats.errors import Ongeldig
from werkplaats.i18n import _
from werkplaats.ui.fields.choice import Combo
from werkplaats.ui.fields.note import NoteField
from werkplaats.ui.fields.text import DateField, NumberField, TextField
from werkplaats.ui.form import Form
from werkplaats.ui.rows import FieldGrid
from werkplaats.zinnen.dekking import woord_garantiesoort

if TYPE_CHECKING:
    from werkplaats.domain.garantie import Garantie
    from werkplaats.errors import Bevinding, Botsing
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class GarantieForm(Form):
    """A warranty; ``garantie`` None makes a new one. What is odd is told while one types and may be kept."""

    standard_size: ClassVar[tuple[int, int]] = (680, 560)

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int, garantie: Garantie | None) -> None:
        super().__init__("garantie_een", toegang.background, toegang.voorkeuren, None)
        self._toegang, self._deuren, self._voertuig_id = toegang, deuren, voertuig_id
        self._id = garantie.id if garantie is not None else None
        self._basis = garantie.kaart if garantie is not None else GarantieKaart()
        self._grid = self._make_grid()
        self._build()
        self._show(self._basis)

    def _build(self) -> None:
        title = _("Nieuwe garantie") if self._id is None else _("Garantie")
        self.set_heading(title, _("Tot een dag, tot een km-stand, of wat het eerst komt."))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 24)
        column.addWidget(self._grid)
        self.set_page(page)
        for veld, field in self._grid.fields.items():
            self.register(veld, cast("QWidget", field))
            field.left.connect(self._tell)
        self.set_main(_("&Opslaan"), "opslaan", self.save)

    def _make_grid(self) -> FieldGrid:
        today = self._toegang.vandaag()
        grid = FieldGrid("dialog")
        kinds = [(soort, woord_garantiesoort(soort.value)) for soort in Garantiesoort]
        grid.row(_("Soo&rt"), Combo("soort", kinds, "m"))
        grid.row(_("Verstrek&ker"), TextField("verstrekker", placeholder=_("Importeur, dealer, BOVAG …")))
        grid.row(_("&Nummer"), TextField("nummer"))
        grid.group(_("Hoe lang"))
        for label, veld in ((_("&Van"), "van"), (_("&Tot en met"), "tot")):
            grid.row(label, DateField(veld, lambda text, veld: parse_datum(text, veld, today)))
        grid.row(_("Tot k&m-stand"), NumberField("tot_km"), unit=_("km"))
        grid.group(_("Bijzonderheden"))
        grid.row(_("Opmerkin&g"), NoteField("opmerking", 3))
        return grid

    def has_changes(self) -> bool:
        nieuw, unreadable = self._read()
        return nieuw != self._basis or bool(unreadable)

    def save(self) -> None:
        """Saves the warranty, once it can be read."""
        nieuw, unreadable = self._read()
        if unreadable:
            self.show_findings(unreadable)
            return
        toegang = self._toegang
        call = partial(toegang.garanties.save, toegang.wie, self._voertuig_id, self._id, self._basis, nieuw)
        self.work(call, self._saved, writes=True)

    def solve(self, botsing: Botsing) -> None:
        self._deuren.open_botsing(botsing, partial(self._solved, botsing), self)

    def _solved(self, botsing: Botsing, mine: dict[str, bool]) -> None:
        """Both values were weighed: what was chosen is saved on what stands there now."""
        actueel = cast("Garantie", botsing.actueel).kaart
        nieuw = settle(self._basis, self._read()[0], actueel, mine)
        self._basis = actueel
        self._show(nieuw)
        self.save()

    def _show(self, kaart: GarantieKaart) -> None:
        for veld, field in self._grid.fields.items():
            field.set_value(getattr(kaart, veld))

    def _read(self) -> tuple[GarantieKaart, list[Bevinding]]:
        values: dict[str, Any] = {}
        unreadable: list[Bevinding] = []
        for veld, field in self._grid.fields.items():
            try:
                values[veld] = field.value()
            except Ongeldig as fout:
                unreadable += fout.bevindingen
                values[veld] = getattr(self._basis, veld)
        # A combo box gives the plain text of a value back.
        values["soort"] = Garantiesoort(values["soort"])
        return GarantieKaart(**values), unreadable

    def _tell(self) -> None:
        kaart, unreadable = self._read()
        # That nothing was typed yet is said by the button.
        checked = () if kaart == GarantieKaart(kaart.soort) else self._toegang.garanties.check(self._toegang.wie, kaart)
        found = {een.veld: een for een in (*checked, *unreadable)}
        for veld, field in self._grid.fields.items():
            field.set_finding(found.get(veld))

    def _saved(self, garantie: Garantie) -> None:
        self._basis = garantie.kaart
        self._show(garantie.kaart)
        self._deuren.changed.emit("voertuig", garantie.voertuig_id)
        self.close()
