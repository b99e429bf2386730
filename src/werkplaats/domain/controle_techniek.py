"""What is wrong or doubtful about the technical side of a vehicle card, its prices and its options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.getal import GROOTSTE_GETAL, outside
from werkplaats.errors import Bevinding, Ernst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.voertuig import VoertuigKaart

OPTIES_HOOGSTENS = 200
OPTIE_HOOGSTENS = 200

BEREIK: dict[str, tuple[int, int]] = {
    "aantal_deuren": (1, 9),
    "zitplaatsen": (1, 120),
    "cilinders": (1, 16),
    "cilinderinhoud": (20, 20_000),
    "vermogen": (1, 1500),
    "wielbasis": (50, 1500),
    "lengte": (100, 2600),
    "max_massa": (50, 60_000),
    "trekgewicht_geremd": (50, 60_000),
    "trekgewicht_ongeremd": (20, 5000),
    "aantal_assen": (1, 10),
}
"""Between which numbers a field is likely, both included; a figure in the wrong field falls outside most of them."""

_NUL_MAG = frozenset({"cilinders", "cilinderinhoud", "trekgewicht_geremd", "trekgewicht_ongeremd"})
"""Nought is an answer here: an electric car has no cylinders, and many a car may tow nothing."""


def check_techniek(kaart: VoertuigKaart) -> Iterator[Bevinding]:
    """The findings at the tabs Extra, Technisch, Overig and Opties; only what cannot be kept blocks."""
    yield from _figures(kaart)
    if kaart.max_massa and kaart.ledig_gewicht and kaart.max_massa < kaart.ledig_gewicht:
        yield _warning("max_massa", "MAX_MASSA_LICHTER", ledig=kaart.ledig_gewicht)
    if kaart.trekgewicht_geremd and (kaart.trekgewicht_ongeremd or 0) > kaart.trekgewicht_geremd:
        yield _warning("trekgewicht_ongeremd", "TREKGEWICHT_VERWISSELD", geremd=kaart.trekgewicht_geremd)
    yield from _prices(kaart)
    yield from _options(kaart.opties)


def _figures(kaart: VoertuigKaart) -> Iterator[Bevinding]:
    for veld, (laagst, hoogst) in BEREIK.items():
        getal = getattr(kaart, veld)
        if getal is None or laagst <= getal <= hoogst or (getal == 0 and veld in _NUL_MAG):
            continue
        yield outside(veld, getal, "GETAL_ONWAARSCHIJNLIJK", laagst=laagst, hoogst=hoogst)


def _prices(kaart: VoertuigKaart) -> Iterator[Bevinding]:
    for veld in ("catalogusprijs", "bpm"):
        bedrag = getattr(kaart, veld)
        if bedrag is not None and not 0 <= bedrag.centen <= GROOTSTE_GETAL:
            yield Bevinding(veld, "BEDRAG_ONMOGELIJK", Ernst.BLOKKEREND, {"bedrag": str(bedrag)})
    if kaart.catalogusprijs and kaart.bpm and kaart.bpm > kaart.catalogusprijs:
        yield _warning("bpm", "BPM_HOGER", prijs=str(kaart.catalogusprijs))


def _options(opties: tuple[str, ...]) -> Iterator[Bevinding]:
    if len(opties) > OPTIES_HOOGSTENS:
        params: dict[str, object] = {"hoogstens": OPTIES_HOOGSTENS, "aantal": len(opties)}
        yield Bevinding("opties", "OPTIES_TE_VEEL", Ernst.BLOKKEREND, params)
    for optie in opties:
        if not optie.strip():
            yield Bevinding("opties", "OPTIE_LEEG")
        elif len(optie) > OPTIE_HOOGSTENS:
            params = {"hoogstens": OPTIE_HOOGSTENS, "lengte": len(optie), "optie": optie[:40]}
            yield Bevinding("opties", "OPTIE_TE_LANG", Ernst.BLOKKEREND, params)
        elif not optie.isprintable():
            yield Bevinding("opties", "OPTIE_ONLEESBAAR", Ernst.BLOKKEREND, {"optie": optie[:40]})


def _warning(veld: str, code: str, **params: object) -> Bevinding:
    return Bevinding(veld, code, Ernst.WAARSCHUWING, params)
