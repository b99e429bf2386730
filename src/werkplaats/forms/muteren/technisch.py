"""The tab Technisch of the vehicle card: type approval, engine, measures and weights, axles and tyres."""

from __future__ import annotations

from werkplaats.errors import Ongeldig
from werkplaats.forms.muteren.pagina import VeldenPagina
from werkplaats.i18n import _
from werkplaats.ui.fields.text import NumberField, TextField
from werkplaats.ui.labels import Label
from werkplaats.ui.rows import FieldGrid

_PK_PER_KW = 1.35962
"""Metric horsepower in one kilowatt."""


def technisch() -> VeldenPagina:
    """The page of the tab Technisch."""
    grid = FieldGrid("dialog", columns=2)
    grid.group(_("Typegoedkeuring"))
    grid.row(_("Eu&ropese categorie"), TextField("europese_categorie", "s", code=True))
    grid.row(_("Typegoedkeuringsnr."), TextField("typegoedkeuring", code=True), column=1)
    grid.row(_("Typecode / Variant"), TextField("typecode", code=True), TextField("variant", code=True))
    grid.row(_("Uitvoering"), TextField("uitvoering", code=True), column=1)
    _add_engine(grid)
    _add_measures(grid)
    _add_tyres(grid)
    return VeldenPagina(grid)


def pk_text(kw: int | None) -> str:
    """Power in metric horsepower, as most people speak of it; empty where it is not known."""
    return _("{pk} pk").format(pk=round(kw * _PK_PER_KW)) if kw else ""


def _add_engine(grid: FieldGrid) -> None:
    grid.group(_("Motor"))
    grid.row(_("Cilinders"), NumberField("cilinders", "s"))
    grid.row(_("Cilinderinhoud"), NumberField("cilinderinhoud", "s"), column=1, unit=_("cc"))
    power, horses = NumberField("vermogen", "s"), Label("", "body", "text_2")
    grid.row(_("Vermogen"), power, _("kW"), horses)
    power.setAccessibleName(_("Vermogen (kW)"))
    power.textChanged.connect(lambda: horses.setText(_horses_of(power)))
    grid.row(_("Emissieklasse"), TextField("emissieklasse"), column=1)


def _horses_of(power: NumberField) -> str:
    try:
        return pk_text(power.value())
    except Ongeldig:
        return ""


def _add_measures(grid: FieldGrid) -> None:
    grid.group(_("Maten en gewichten"))
    grid.row(_("Wielbasis"), NumberField("wielbasis", "s"), unit=_("cm"))
    grid.row(_("Lengte"), NumberField("lengte", "s"), column=1, unit=_("cm"))
    grid.row(_("Max. massa"), NumberField("max_massa", "s"), unit=_("kg"))
    grid.row(_("Trekgewicht geremd"), NumberField("trekgewicht_geremd", "s"), column=1, unit=_("kg"))
    grid.row(_("Aantal assen"), NumberField("aantal_assen", "s"))
    grid.row(_("Trekgewicht ongeremd"), NumberField("trekgewicht_ongeremd", "s"), column=1, unit=_("kg"))


def _add_tyres(grid: FieldGrid) -> None:
    grid.group(_("Banden"))
    example = "205/55 R16 91V"
    grid.row(_("Bandenmaat voor"), TextField("bandenmaat_voor", "m", code=True, placeholder=example))
    grid.row(_("Bandenmaat achter"), TextField("bandenmaat_achter", "m", code=True, placeholder=example), column=1)
