"""The tab Overig of the vehicle card: what the car cost, where its key hangs, and the numbers others know it by."""

from __future__ import annotations

from werkplaats.forms.muteren.pagina import VeldenPagina
from werkplaats.i18n import _
from werkplaats.ui.fields.money import MoneyField
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.rows import FieldGrid


def overig() -> VeldenPagina:
    """The page of the tab Overig."""
    grid = FieldGrid("dialog", columns=2)
    grid.group(_("Prijs toen hij nieuw was"))
    grid.row(_("Catalogusp&rijs"), MoneyField("catalogusprijs"), unit=_("euro"))
    grid.row(_("Bpm"), MoneyField("bpm"), column=1, unit=_("euro"))
    grid.group(_("Sleutel"))
    grid.row(_("Sleutelnummer"), TextField("sleutelnummer", "m", code=True), hint=_("Het nummer op het sleutellabel"))
    grid.row(_("Plek van de sleutel"), TextField("sleutelplek"), column=1, hint=_("Bijvoorbeeld: bord 2, haak 14"))
    grid.group(_("Kenmerken"))
    grid.row(_("Contractnummer"), TextField("contractnummer", code=True), hint=_("Van lease of onderhoudscontract"))
    grid.row(_("Eigen referentie"), TextField("referentie"), column=1)
    return VeldenPagina(grid)
