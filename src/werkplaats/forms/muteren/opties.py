"""The tab Opties of the vehicle card: the accessories of the car, one to a line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from werkplaats.forms.muteren.pagina import VeldenPagina
from werkplaats.i18n import _
from werkplaats.ui.fields.list_edit import ListField
from werkplaats.ui.rows import FieldGrid

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.toegang import Toegang


class Opties(VeldenPagina):
    """The page of the tab Opties; it proposes what was filled in at other cars."""

    def __init__(self, toegang: Toegang, failed: Callable[[WerkplaatsError], None]) -> None:
        grid = FieldGrid("dialog")
        grid.group(_("Opties en accessoires"))
        field = ListField("opties", _("Optie"), _("Nieuwe optie"))
        grid.wide_field(field)
        super().__init__(grid)
        used = partial(toegang.voertuigen.used_options, toegang.wie)
        toegang.background.run(self, used, field.suggest, failed)
