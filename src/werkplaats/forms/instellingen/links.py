"""BV en LPG: the pages of the shop's own providers, opened from the vehicle card."""

from __future__ import annotations

from werkplaats.forms.instellingen.pagina import Pagina
from werkplaats.i18n import _
from werkplaats.ui.fields.text import TextField


class LinksPagina(Pagina):
    """The page of the addresses behind the buttons BV and LPG."""

    name = "links"
    icon = "internet"

    def __init__(self) -> None:
        super().__init__()
        grid = self.grid
        grid.group(_("Webadressen"), _("{kenteken} wordt het kenteken van de auto"))
        example = _("Nog geen webadres")
        grid.row(
            _("BV"),
            TextField("bv_link", placeholder=example),
            hint=_("Bedrijfsvoorraad: de pagina van uw aanbieder voor erkenninghouders."),
        )
        grid.row(
            _("LPG"),
            TextField("lpg_link", placeholder=example),
            hint=_("De pagina waar u een gasinstallatie meldt."),
        )
        self.watch()

    @property
    def title(self) -> str:
        """What the page is called in the list and above itself."""
        return _("BV en LPG")

    def sentence(self, shop: str) -> str:
        """One sentence: what is set here, and for which shop."""
        return _("Wat de knoppen BV en LPG op de kaart van een auto openen. Geldt voor {vestiging}.").format(
            vestiging=shop
        )
