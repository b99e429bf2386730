"""The tab Opties of the vehicle card: the accessories of the car, one to a line."""

from __future__ import annotations

from werkplaats.forms.muteren.pagina import VeldenPagina
from werkplaats.i18n import _
from werkplaats.ui.fields.list_edit import ListField
from werkplaats.ui.rows import FieldGrid


class Opties(VeldenPagina):
    """The page of the tab Opties."""

    def __init__(self) -> None:
        grid = FieldGrid("dialog")
        grid.group(_("Opties en accessoires"))
        grid.wide_field(ListField("opties", _("Optie"), _("Nieuwe optie")))
        super().__init__(grid)
