"""How a shop requests plates: what of its settings cannot be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.contact import check_email
from werkplaats.domain.mail import is_address
from werkplaats.domain.ponaanvraag import WACHTTIJD_HOOGSTENS
from werkplaats.errors import Bevinding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.instellingen import ShopInstellingen


def mail_addresses(inst: ShopInstellingen) -> tuple[str, ...]:
    """Who gets the daily mail, each once and as it was written first."""
    adressen: dict[str, str] = {}
    for deel in inst.pon_mail_ontvangers.replace(";", ",").split(","):
        if adres := deel.strip():
            adressen.setdefault(adres.casefold(), adres)
    return tuple(adressen.values())


def check_pon(inst: ShopInstellingen) -> Iterator[Bevinding]:
    """A waiting time that is no second thought any more, and addresses that are none."""
    if not 0 <= inst.pon_wachttijd <= WACHTTIJD_HOOGSTENS:
        yield Bevinding("pon_wachttijd", "PON_WACHTTIJD", params={"hoogstens": WACHTTIJD_HOOGSTENS})
    for veld, adressen in (
        ("pon_mail_afzender", (inst.pon_mail_afzender,)),
        ("pon_mail_ontvangers", mail_addresses(inst)),
    ):
        for adres in filter(None, adressen):
            # One address that no mail server takes would keep the mail from all others.
            onleesbaar = Bevinding(veld, "EMAIL_ONLEESBAAR", params={"email": adres})
            yield from check_email(adres, veld) or (() if is_address(adres) else (onleesbaar,))
