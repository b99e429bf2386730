"""Pechhulp: which providers stand in the menu, what each of them opens, and how a request goes to Bovemij."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from werkplaats.domain.pechhulp import NAMEN, Aanbieder, MopMethode
from werkplaats.forms.instellingen.dagen import DagenField
from werkplaats.forms.instellingen.pagina import Pagina
from werkplaats.forms.instellingen.soorten import SoortenField
from werkplaats.forms.instellingen.verschil import method_words
from werkplaats.i18n import _
from werkplaats.ui.fields.choice import Check, Combo
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.labels import Label

if TYPE_CHECKING:
    from werkplaats.domain.instellingen import Shop, ShopInstellingen
    from werkplaats.errors import Bevinding
    from werkplaats.ui.fields.base import Field

_LINKS = "pechhulp_links"
_AS_CONFIGURED = ""


class PechhulpPagina(Pagina):
    """The page of the Pechhulp menu and of the requests at Bovemij."""

    name = "pechhulp"
    icon = "pechhulp"

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[Aanbieder, Check] = {}
        self._links: dict[Aanbieder, TextField] = {}
        self._method = Combo("methode", _methods(), "l")
        self._kinds = SoortenField("mop_soorten")
        self._add_menu()
        self._add_bovemij()
        self.watch()

    @property
    def title(self) -> str:
        """What the page is called in the list and above itself."""
        return _("Pechhulp")

    def sentence(self, shop: str) -> str:
        """One sentence: what is set here, and for which shop."""
        return _("Wat er in het menu Pechhulp staat en wat het opent. Geldt voor {vestiging}.").format(vestiging=shop)

    @property
    def fields(self) -> dict[str, Field]:
        """The fields by the name under which a finding comes to them."""
        return {**self.grid.fields, "mop_soorten": self._kinds}

    def show_settings(self, shop: Shop) -> None:
        super().show_settings(shop)
        inst = shop.instellingen
        links = dict(inst.pechhulp_links)
        for aanbieder, check in self._shown.items():
            check.set_value(aanbieder not in inst.pechhulp_verborgen)
        for aanbieder, field in self._links.items():
            field.set_value(links.get(aanbieder, ""))
        self._method.set_value(inst.mop_methode.value if inst.mop_methode else _AS_CONFIGURED)

    def read(self, basis: ShopInstellingen) -> tuple[ShopInstellingen, list[Bevinding]]:
        inst, findings = super().read(basis)
        method = self._method.value()
        return replace(
            inst,
            pechhulp_verborgen=frozenset(wie for wie, check in self._shown.items() if not check.value()),
            pechhulp_links=self._read_links(basis),
            mop_methode=MopMethode(method) if method else None,
        ), findings

    def place(self, bevinding: Bevinding) -> str:
        """A finding about the addresses names the provider whose address it is about."""
        if bevinding.veld == _LINKS and "aanbieder" in bevinding.params:
            return _link_name(Aanbieder(bevinding.params["aanbieder"]))
        return bevinding.veld

    def _read_links(self, basis: ShopInstellingen) -> tuple[tuple[Aanbieder, str], ...]:
        links = {wie: field.value() for wie, field in self._links.items() if field.value()}
        # The order in which they were kept says nothing: the same addresses are no change.
        return basis.pechhulp_links if links == dict(basis.pechhulp_links) else tuple(links.items())

    def _add_menu(self) -> None:
        grid = self.grid
        grid.group(_("Menu Pechhulp"), _("{kenteken} wordt het kenteken van de auto"))
        for aanbieder in Aanbieder:
            name = NAMEN[aanbieder]
            shown = self._shown[aanbieder] = Check(f"tonen.{aanbieder.value}", _("Tonen"))
            shown.setAccessibleName(_("{aanbieder} tonen").format(aanbieder=name))
            if aanbieder is Aanbieder.BOVEMIJ:
                grid.row(name, shown, Label(_("Opent het aanvraagformulier van Werkplaats"), "body", "text_2"))
                continue
            link = self._links[aanbieder] = TextField(_link_name(aanbieder), placeholder=_("Nog geen webadres"))
            link.setAccessibleName(_("Webadres van {aanbieder}").format(aanbieder=name))
            grid.row(name, shown, link)

    def _add_bovemij(self) -> None:
        grid = self.grid
        grid.group(_("Aanvragen bij Bovemij"))
        grid.row(
            _("Versturen"),
            self._method,
            hint=_("Een formulier houdt geboortedatum en telefoon uit de geschiedenis van de browser."),
        )
        grid.row(
            _("Herinnering pas"),
            DagenField("pechhulp_herinnering_dagen"),
            unit=_("dagen"),
            hint=_("Zoveel dagen voor de einddatum van de pas staat de auto op de startpagina."),
        )
        grid.group(_("Soorten pechhulp"))
        grid.wide(self._kinds)


def _link_name(aanbieder: Aanbieder) -> str:
    return f"{_LINKS}.{aanbieder.value}"


def _methods() -> list[tuple[str, str]]:
    return [(method.value if method else _AS_CONFIGURED, words) for method, words in method_words().items()]
