"""What of an article, a standard text or a package cannot be kept, when a person types it by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from werkplaats.domain.artikel import Artikel, Pakket, Standaardtekst, title
from werkplaats.domain.werkkaart_regel import (
    AANTAL_HOOGSTENS,
    CODE_HOOGSTENS,
    OMSCHRIJVING_HOOGSTENS,
    PRIJS_HOOGSTENS,
)
from werkplaats.errors import Bevinding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from werkplaats.domain.artikel import Voorstel

EENHEID_HOOGSTENS = 10
DELEN_HOOGSTENS = 100


def check_artikel(een: Voorstel) -> Iterator[Bevinding]:
    """What cannot be kept of one of the three."""
    yield from _length("code", een.code, CODE_HOOGSTENS, "ARTIKEL_CODE_LEEG")
    woorden = "tekst" if isinstance(een, Standaardtekst) else "omschrijving"
    yield from _length(woorden, title(een), OMSCHRIJVING_HOOGSTENS, "ARTIKEL_TEKST_LEEG")
    if isinstance(een, Artikel):
        yield from _length("eenheid", een.eenheid, EENHEID_HOOGSTENS)
        yield from _length("locatie", een.locatie, CODE_HOOGSTENS)
        if abs(een.prijs.centen) > PRIJS_HOOGSTENS.centen:
            yield Bevinding("prijs", "ARTIKEL_PRIJS_GROOT", params={"hoogstens": str(PRIJS_HOOGSTENS)})
        if een.voorraad is not None and abs(een.voorraad) > AANTAL_HOOGSTENS:
            yield Bevinding("voorraad", "ARTIKEL_AANTAL_GROOT")
    elif isinstance(een, Pakket):
        yield from _parts(een)


def unknown_parts(pakket: Pakket, artikelen: Iterable[Artikel]) -> Iterator[Bevinding]:
    """The parts of a package that are no article of the shop."""
    bekend = {artikel.code.casefold() for artikel in artikelen}
    for deel in pakket.delen:
        if deel.code and deel.code.casefold() not in bekend:
            yield Bevinding("delen", "PAKKET_DEEL_ONBEKEND", params={"artikel": deel.code[:CODE_HOOGSTENS]})


def holding(pakketten: Iterable[Pakket], code: str) -> tuple[Pakket, ...]:
    """The packages that have this article in them."""
    gezocht = code.casefold()
    return tuple(een for een in pakketten if any(deel.code.casefold() == gezocht for deel in een.delen))


def renamed(pakket: Pakket, oud: str, nieuw: str) -> Pakket:
    """A package with an article under its new code."""
    delen = (replace(deel, code=nieuw) if deel.code.casefold() == oud.casefold() else deel for deel in pakket.delen)
    return replace(pakket, delen=tuple(delen))


def _length(veld: str, tekst: str, hoogstens: int, leeg: str = "") -> Iterator[Bevinding]:
    if leeg and not tekst.strip():
        yield Bevinding(veld, leeg)
    elif len(tekst) > hoogstens:
        yield Bevinding(veld, "TEKST_TE_LANG", params={"hoogstens": hoogstens, "lengte": len(tekst)})


def _parts(pakket: Pakket) -> Iterator[Bevinding]:
    if not pakket.delen:
        yield Bevinding("delen", "PAKKET_LEEG")
    elif len(pakket.delen) > DELEN_HOOGSTENS:
        params = {"hoogstens": DELEN_HOOGSTENS, "aantal": len(pakket.delen)}
        yield Bevinding("delen", "TE_VEEL_REGELS", params=params)
    for deel in pakket.delen:
        if not deel.code:
            yield Bevinding("delen", "PAKKET_DEEL_LEEG")
        elif abs(deel.aantal) > AANTAL_HOOGSTENS:
            yield Bevinding("delen", "ARTIKEL_AANTAL_GROOT")
