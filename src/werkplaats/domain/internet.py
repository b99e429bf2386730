"""Pages of others about a car: which there are, for which cars, and what address a shop may give one of its own."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from werkplaats.domain.pechhulp_link import PLEK_KENTEKEN
from werkplaats.errors import Bevinding, Ernst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.instellingen import ShopInstellingen
    from werkplaats.domain.kenteken import Kenteken


class Pagina(StrEnum):
    """A page of somebody else; BV and LPG are those of the shop's own provider, with the address that it set."""

    OVI = "ovi"
    TERUGROEP = "terugroep"
    TERUGROEP_BE = "terugroep_be"
    BV = "bv"
    LPG = "lpg"


VAN_DE_SHOP = {Pagina.BV: "bv_link", Pagina.LPG: "lpg_link"}
"""The pages whose address a shop sets itself, with the setting that holds it."""


def pages_of(kenteken: Kenteken | None) -> tuple[Pagina, ...]:
    """The public pages for a car: the register and its recalls for a Dutch plate, those of Car-Pass for a Belgian one.

    A car without a plate, or with one of another country, may have been recalled in either.
    """
    if kenteken is not None and kenteken.land == "NL":
        return (Pagina.OVI, Pagina.TERUGROEP) if kenteken.bij_rdw else (Pagina.TERUGROEP,)
    if kenteken is not None and kenteken.land == "BE":
        return (Pagina.TERUGROEP_BE,)
    return (Pagina.TERUGROEP, Pagina.TERUGROEP_BE)


def is_web_address(adres: str) -> bool:
    """Whether a browser may be sent there: https, or a page of this computer."""
    try:
        delen = urlsplit(adres.replace(PLEK_KENTEKEN, "X"))
        lokaal = delen.hostname in ("localhost", "127.0.0.1", "::1")
    except ValueError:
        return False
    heel = bool(delen.hostname) and not any(teken.isspace() for teken in adres)
    return heel and (delen.scheme == "https" or (delen.scheme == "http" and lokaal))


def check_links(inst: ShopInstellingen) -> Iterator[Bevinding]:
    """The findings at the addresses of the shop's own providers; what is no address of a page blocks."""
    for veld in VAN_DE_SHOP.values():
        adres = getattr(inst, veld).strip()
        if adres and not is_web_address(adres):
            yield Bevinding(veld, "PAGINA_ADRES_ONGELDIG")
        elif adres and PLEK_KENTEKEN not in adres:
            yield Bevinding(veld, "PAGINA_ZONDER_KENTEKEN", Ernst.WAARSCHUWING)
