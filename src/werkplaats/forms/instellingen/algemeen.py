"""Bedrijf en adres: who the shop is, when it reminds of the APK, and what a new colleague may do."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from werkplaats.domain.rechten import GROEPEN
from werkplaats.forms.instellingen.dagen import DagenField
from werkplaats.forms.instellingen.pagina import Pagina
from werkplaats.forms.instellingen.verschil import nobody
from werkplaats.i18n import _, woord
from werkplaats.ui.fields.choice import Combo
from werkplaats.ui.fields.text import TextField
from werkplaats.zinnen.landen import woord_land

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from werkplaats.domain.instellingen import Shop
    from werkplaats.ui.rows import Row


class AlgemeenPagina(Pagina):
    """The page that every shop fills in first."""

    name = "algemeen"
    icon = "vestiging"

    def __init__(self) -> None:
        super().__init__()
        self._country = Combo("land", [(land, woord_land(land)) for land in ("NL", "BE")], "m")
        self._add_company()
        self._add_address()
        self._add_rest()
        self._country.changed.connect(self._say_country)
        self.watch()

    @property
    def title(self) -> str:
        """What the page is called in the list and above itself."""
        return _("Bedrijf en adres")

    def sentence(self, shop: str) -> str:
        """One sentence: what is set here, and for which shop."""
        return _("Wie deze vestiging is en hoe klanten haar bereiken. Geldt voor {vestiging}.").format(vestiging=shop)

    def show_settings(self, shop: Shop) -> None:
        super().show_settings(shop)
        self._say_country()

    def _add_company(self) -> None:
        grid = self.grid
        grid.group(_("Bedrijf"))
        grid.row(_("Naam van de vestiging"), TextField("naam", "l"))
        grid.row(_("Land"), self._country)
        grid.row(_("BTW-nummer"), TextField("btw_nummer", "m", code=True, optional=True))
        self._register = grid.row(_("KvK-nummer"), TextField("kvk_nummer", "m", code=True, optional=True))
        grid.row(_("Vestigingsnummer"), TextField("vestigingsnummer", "m", code=True, optional=True))
        self._rdw = grid.row(
            _("RDW-bedrijfsnummer"),
            TextField("rdw_nummer", "m", code=True, optional=True),
            hint=_("Het nummer van uw erkenning bij de RDW."),
        )

    def _add_address(self) -> None:
        grid = self.grid
        grid.group(_("Adres en bereikbaarheid"))
        grid.row(_("Straat / Huisnr."), TextField("straat", "l"), TextField("huisnr", "xs"))
        grid.row(_("Postcode / Plaats"), TextField("postcode", "s"), TextField("plaats", "m"))
        grid.row(_("Telefoon"), TextField("telefoon", "m"))
        grid.row(_("E-mailadres"), TextField("email", "l"))

    def _add_rest(self) -> None:
        grid = self.grid
        grid.group(_("Herinneren"))
        self._reminder = grid.row(
            "",
            DagenField("apk_herinnering_dagen"),
            unit=_("dagen"),
            hint=_("Zoveel dagen voor de vervaldatum staat de auto op de startpagina."),
        )
        grid.group(_("Nieuwe gebruikers"))
        grid.row(
            _("Rechten van groep"),
            Combo("standaardgroep", [("", nobody()), *((g, g) for g in GROEPEN)], "l"),
            hint=_("Voor wie Werkplaats voor het eerst start op een account dat hier nog niet bekend is."),
        )

    def _say_country(self) -> None:
        """Uses the words of the country: KvK-nummer or ondernemingsnummer, APK or keuring."""
        land = self._country.value()
        number = woord(land, "bedrijfsnummer")
        _rename(self._register, number[:1].upper() + number[1:])
        reminder = _("Herinnering {keuring}").format(keuring=woord(land, "keuring"))
        _rename(self._reminder, reminder, _("{veld} (dagen)").format(veld=reminder))
        self._rdw.setVisible(land == "NL" or bool(self.fields["rdw_nummer"].value()))


def _rename(row: Row, text: str, spoken: str = "") -> None:
    row.label.setText(text)
    for field in row.fields:
        cast("QWidget", field).setAccessibleName(spoken or text)
