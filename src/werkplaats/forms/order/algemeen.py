"""The tab Algemeen of an order: what is sold, to whom, and how far that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.order import Ordersoort, Orderstatus
from werkplaats.forms.muteren.eigenaar import OwnerField
from werkplaats.forms.muteren.vin_veld import VinField
from werkplaats.i18n import _
from werkplaats.ui.fields.choice import Check, Combo
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.rows import FieldGrid
from werkplaats.zinnen.termen import woord_ordersoort, woord_orderstatus

if TYPE_CHECKING:
    from werkplaats.domain.order import Orderlijsten
    from werkplaats.ui.fields.base import Field


class OrderAlgemeen(QWidget):
    """The page; ``fields`` are those of the card that stand on it."""

    def __init__(self) -> None:
        super().__init__()
        self.owner = OwnerField("relatie", _("Nog geen klant: een voorraadauto heeft er geen"), _("Klant"))
        self._brand = Combo("merk", (), "l", editable=True)
        grid = FieldGrid("dialog")
        grid.group(_("Verkoop"))
        kinds = [(soort, woord_ordersoort(soort.value)) for soort in Ordersoort]
        states = [(status, woord_orderstatus(status.value)) for status in Orderstatus]
        grid.row(_("Orders&oort"), Combo("ordersoort", kinds, "s"), _("Status"), Combo("status", states, "m"))
        grid.row(_("Klant"), self.owner)
        grid.row(_("Eigen referentie"), TextField("referentie", "m", optional=True))
        grid.group(_("Auto"))
        grid.row(_("&Merk"), self._brand)
        grid.row(_("Model"), TextField("model"))
        grid.row(_("Chassisnummer"), VinField())
        grid.row("", Check("voorraadauto", _("Voorraadauto")))
        self.fields: dict[str, Field] = dict(grid.fields)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 8, 24, 24)
        page.addWidget(grid)

    def offer(self, lijsten: Orderlijsten) -> None:
        """Proposes the brands; another one may be typed too."""
        now = self._brand.currentText()
        self._brand.set_choices([(merk.naam, merk.naam) for merk in lijsten.merken])
        self._brand.set_value(now)


def read_choice(veld: str, value: Any) -> Any:
    """Qt gives the text of a choice back, not the value that it was given."""
    kinds: dict[str, type[Any]] = {"ordersoort": Ordersoort, "status": Orderstatus}
    return cast("Any", kinds[veld](value)) if veld in kinds else value
