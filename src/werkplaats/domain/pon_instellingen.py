"""How a shop requests plates: what of its settings cannot be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.contact import check_email
from werkplaats.domain.ponaanvraag import WACHTTIJD_HOOGSTENS
from werkplaats.errors import Bevinding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.instellingen import ShopInstellingen


def mail_addresses(inst: ShopInstellingen) -> tuple[str, ...]:
    """Who gets the daily mail."""
    return tuple(adres for deel in inst.pon_mail_ontvangers.replace(";", ",").split(",") if (adres := deel.strip()))


def check_pon(inst: ShopInstellingen) -> Iterator[Bevinding]:
    """A waiting time that is no second thought any more, and addresses that are none."""
    if not 0 <= inst.pon_wachttijd <= WACHTTIJD_HOOGSTENS:
        yield Bevinding("pon_wachttijd", "PON_WACHTTIJD", params={"hoogstens": WACHTTIJD_HOOGSTENS})
    yield from check_email(inst.pon_mail_afzender, "pon_mail_afzender")
    for adres in mail_addresses(inst):
        yield from check_email(adres, "pon_mail_ontvangers")
