"""An order out of the file of another package: which columns there are, and what a line makes of an order."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from werkplaats.domain.datum import parse_datum
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.lijst import plat
from werkplaats.domain.order import OrderKaart, Ordersoort, Orderstatus, Plaatregel, check_order
from werkplaats.domain.vin import Vin
from werkplaats.errors import Bevinding, Ernst, Ongeldig

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

REFERENTIE = "referentie"
GEPLAND_OP = "gepland_op"
_VELDEN = (
    *(REFERENTIE, "ordersoort", "status", "merk", "model", "chassisnummer", "kenteken", "voorraadauto", "goedgekeurd"),
    *("losdatum", "nlv_datum", "kcode_datum", "afleverdatum", GEPLAND_OP, "platen"),
)
_NAMEN = {veld.replace("_", ""): veld for veld in _VELDEN} | {
    "ordernummer": REFERENTIE,
    "orderstatus": "status",
    "vin": "chassisnummer",
    "voorraad": "voorraadauto",
    "nlv": "nlv_datum",
    "definitieveafleverdatum": "afleverdatum",
}
"""What a column may be called, without spaces, dashes and capitals."""
_DATUMS = ("losdatum", "nlv_datum", "kcode_datum", "afleverdatum", GEPLAND_OP)
_JA = {"ja": True, "j": True, "1": True, "true": True, "x": True, "nee": False, "n": False, "0": False, "": False}
_PLAAT = re.compile(r"(\d)\s*[x\N{MULTIPLICATION SIGN}]\s*(\S+)", re.IGNORECASE | re.ASCII)


def read_header(kop: Sequence[str]) -> tuple[tuple[str | None, ...], tuple[str, ...]]:
    """The field of each column, None for one that is not read; and the names of those that are not.

    Raises Ongeldig without a column for the reference, or with two columns for one field.
    """
    velden = tuple(_NAMEN.get(plat(naam).replace(" ", "")) for naam in kop)
    bekend = [veld for veld in velden if veld is not None]
    if REFERENTIE not in bekend:
        raise Ongeldig([Bevinding(REFERENTIE, "KOLOM_ONTBREEKT")])
    dubbel = sorted({veld for veld in bekend if bekend.count(veld) > 1})
    if dubbel:
        raise Ongeldig([Bevinding(veld, "KOLOM_DUBBEL") for veld in dubbel])
    return velden, tuple(naam for naam, veld in zip(kop, velden, strict=True) if veld is None and naam.strip())


def read_line(cellen: Mapping[str, str], staand: OrderKaart, vandaag: date) -> tuple[OrderKaart, date | None]:
    """What a line makes of the order that stands there (an empty card for a new one), and since when it is planned.

    A column that the file does not have leaves its field as it is. Raises Ongeldig with every cell that is wrong.
    """
    gelezen: dict[str, Any] = {}
    fouten: list[Bevinding] = []
    for veld, tekst in cellen.items():
        try:
            gelezen[veld] = _parser(veld, vandaag)(tekst.strip())
        except Ongeldig as fout:
            fouten += [replace(bevinding, veld=veld) for bevinding in fout.bevindingen]
    gepland = gelezen.pop(GEPLAND_OP, None)
    kaart = replace(staand, **gelezen)
    if not fouten:
        fouten = [een for een in check_order(kaart) if een.ernst is Ernst.BLOKKEREND]
    if not kaart.referentie and not fouten:
        fouten = [Bevinding(REFERENTIE, "REFERENTIE_LEEG")]
    if fouten:
        raise Ongeldig(fouten)
    return kaart, gepland


def _parser(veld: str, vandaag: date) -> Callable[[str], Any]:
    if veld in _DATUMS:
        return lambda tekst: parse_datum(tekst, veld, vandaag) if tekst else None
    return {
        "ordersoort": lambda tekst: _one_of(Ordersoort, veld, tekst),
        "status": lambda tekst: _one_of(Orderstatus, veld, tekst),
        "chassisnummer": lambda tekst: Vin.parse(tekst) if tekst else None,
        "kenteken": lambda tekst: Kenteken.parse(tekst, "NL") if tekst else None,
        "voorraadauto": lambda tekst: _flag(veld, tekst),
        "goedgekeurd": lambda tekst: _flag(veld, tekst),
        "platen": _plates,
    }.get(veld, str)


def _one_of(soort: Any, veld: str, tekst: str) -> Any:
    gevonden = {plat(waarde.value): waarde for waarde in soort}.get(plat(tekst))
    if gevonden is None:
        keuzes = ", ".join(waarde.value for waarde in soort)
        raise Ongeldig([Bevinding(veld, "KEUZE_ONBEKEND", params={"tekst": tekst, "keuzes": keuzes})])
    return gevonden


def _flag(veld: str, tekst: str) -> bool:
    if tekst.lower() not in _JA:
        raise Ongeldig([Bevinding(veld, "JA_NEE_ONLEESBAAR", params={"tekst": tekst})])
    return _JA[tekst.lower()]


def _plates(tekst: str) -> tuple[Plaatregel, ...]:
    delen = [deel.strip() for deel in tekst.split("+")] if tekst else []
    gelezen = [_PLAAT.fullmatch(deel) for deel in delen]
    if not all(gelezen):
        raise Ongeldig([Bevinding("platen", "PLATEN_ONLEESBAAR", params={"tekst": tekst})])
    return tuple(Plaatregel(een[2], int(een[1])) for een in gelezen if een is not None)
