"""The tab Opties of the vehicle card: the accessories of the car, one to a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.muteren.pagina import VeldenPagina
from werkplaats.i18n import _
from werkplaats.ui.fields.list_edit import ListField
from werkplaats.ui.rows import FieldGrid

if TYPE_CHECKING:
    from collections.abc import Iterable


class Opties(VeldenPagina):
    """The page of the tab Opties."""

    def __init__(self) -> None:
        self._list = ListField("opties", _("Optie"), _("Nieuwe optie"))
        grid = FieldGrid("dialog")
        grid.group(_("Opties en accessoires"))
        grid.wide_field(self._list)
        super().__init__(grid)

    def propose(self, opties: Iterable[str]) -> None:
        """Offers, while one types, the options that other cars of the garage have."""
        self._list.propose(opties)
