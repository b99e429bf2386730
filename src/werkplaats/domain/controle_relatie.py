"""What is wrong or doubtful about the further addresses and telephones of a relatie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.contact import check_postcode, check_telefoon
from werkplaats.domain.land import LANDEN
from werkplaats.errors import Bevinding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.relatie import RelatieKaart

HOOGSTENS = 20
"""More addresses or telephones than this are not of one person; the card could no longer be read."""

_TEKST = 200


def check_meer(kaart: RelatieKaart) -> Iterator[Bevinding]:
    """The findings at ``adressen`` and ``telefoons``; too many of them, and texts no screen can show, block."""
    yield from _count("adressen", len(kaart.adressen))
    yield from _count("telefoons", len(kaart.telefoons))
    for adres in kaart.adressen:
        if adres.land not in LANDEN:
            yield Bevinding("adressen", "LAND_ONBEKEND", params={"land": adres.land})
        for tekst in (adres.straat, adres.huisnr, adres.toevoeging, adres.postcode, adres.plaats):
            yield from _length("adressen", tekst)
        yield from check_postcode(adres.postcode, adres.land, "adressen")
    for telefoon in kaart.telefoons:
        yield from _length("telefoons", telefoon.nummer)
        yield from check_telefoon(telefoon.nummer, kaart.land, "telefoons")


def _count(veld: str, aantal: int) -> Iterator[Bevinding]:
    if aantal > HOOGSTENS:
        yield Bevinding(veld, "TE_VEEL_REGELS", params={"hoogstens": HOOGSTENS, "aantal": aantal})


def _length(veld: str, tekst: str) -> Iterator[Bevinding]:
    if len(tekst) > _TEKST:
        yield Bevinding(veld, "TEKST_TE_LANG", params={"hoogstens": _TEKST, "lengte": len(tekst)})
