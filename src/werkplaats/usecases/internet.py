"""Opens the page of somebody else about a car: the register, recalls, and the shop's own providers for BV and LPG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.internet import VAN_DE_SHOP, Pagina, pages_of
from werkplaats.domain.pechhulp_link import PLEK_KENTEKEN, fill_link
from werkplaats.domain.rechten import Recht
from werkplaats.errors import Bevinding, Ongeldig, WerkplaatsError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing


class Internet:
    """The pages of others, opened in the browser of the person."""

    def __init__(self, store: Store, open_url: Callable[[str], None], adressen: Mapping[Pagina, str]) -> None:
        """``adressen`` are those of the public pages, with ``{kenteken}`` where the page takes one."""
        self._store = store
        self._open_url = open_url
        self._adressen = adressen

    def pages(self, wie: Wie, voertuig_id: int) -> tuple[Pagina, ...]:
        """The public pages about this car."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            return pages_of(lezing.voertuigen.get(voertuig_id).kaart.kenteken)

    def providers(self, wie: Wie) -> frozenset[Pagina]:
        """The pages of its own providers for which this shop has an address."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            return frozenset(pagina for pagina in VAN_DE_SHOP if _of_shop(lezing, wie, pagina))

    def open(self, wie: Wie, voertuig_id: int, pagina: Pagina) -> None:
        """Opens a page with the kenteken filled in where it takes one.

        Raises WerkplaatsError PAGINA_ZONDER_ADRES where the shop has set none, Ongeldig KENTEKEN_LEEG where the page
        needs a kenteken and the car has none. For the shop's own providers one must be allowed to change the car.
        """
        wie.vereis(Recht.VOERTUIG_WIJZIGEN if pagina in VAN_DE_SHOP else Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            adres = _of_shop(lezing, wie, pagina) if pagina in VAN_DE_SHOP else self._adressen[pagina]
            kenteken = lezing.voertuigen.get(voertuig_id).kaart.kenteken
        if not adres:
            raise WerkplaatsError("PAGINA_ZONDER_ADRES")
        if PLEK_KENTEKEN in adres:
            if kenteken is None:
                raise Ongeldig([Bevinding("kenteken", "KENTEKEN_LEEG")])
            adres = fill_link(adres, kenteken)
        self._open_url(adres)


def _of_shop(lezing: Lezing, wie: Wie, pagina: Pagina) -> str:
    adres: str = getattr(lezing.instellingen.get(wie.shop_id).instellingen, VAN_DE_SHOP[pagina])
    return adres.strip()
