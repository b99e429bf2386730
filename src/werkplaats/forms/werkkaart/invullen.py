"""What a typed cell makes of a line; and which cell wants input next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from werkplaats.domain.artikel import Catalogus, Pakket, Standaardtekst
from werkplaats.domain.bedrag import parse_bedrag
from werkplaats.domain.btw import BtwCode
from werkplaats.domain.werkkaart_regel import (
    CODE_HOOGSTENS,
    DUIZEND,
    NIETS,
    OMSCHRIJVING_HOOGSTENS,
    Regel,
    Regelsoort,
    number_text,
    parse_number,
)
from werkplaats.errors import Bevinding, Ongeldig
from werkplaats.forms.werkkaart.raster_model import Kolom, vat_text
from werkplaats.zinnen.termen import woord_btw

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.artikel import Voorstel

PROCENT = 100


def cell_text(regel: Regel | None, kolom: int) -> str:
    """What stands in a cell when one begins to type in it."""
    if regel is None:
        return ""
    teksten: dict[int, Callable[[], str]] = {
        Kolom.CODE: lambda: regel.code,
        Kolom.OMSCHRIJVING: lambda: regel.omschrijving,
        Kolom.AANTAL: lambda: number_text(regel.aantal, DUIZEND),
        Kolom.PRIJS: lambda: str(regel.prijs),
        Kolom.KORTING: lambda: number_text(regel.korting, PROCENT),
        Kolom.BTW: lambda: vat_text(regel),
    }
    return teksten[kolom]()


def filled_in(regel: Regel, kolom: int, tekst: str, catalogus: Catalogus) -> Regel:
    """The line with this typed in one of its cells. Raises Ongeldig for what cannot be read."""
    tekst = " ".join(tekst.replace("\0", "").split())
    match kolom:
        case Kolom.CODE:
            return _with_code(regel, tekst, catalogus)
        case Kolom.OMSCHRIJVING:
            return replace(regel, omschrijving=tekst[:OMSCHRIJVING_HOOGSTENS])
        case Kolom.AANTAL:
            return replace(regel, aantal=parse_number(tekst or "0", "regels", DUIZEND))
        case Kolom.PRIJS:
            return replace(regel, prijs=parse_bedrag(tekst, "regels") or NIETS)
        case Kolom.KORTING:
            return replace(regel, korting=_discount(tekst))
        case _:
            code = _vat(tekst, catalogus)
            return replace(regel, btw_code=code, btw_percentage=catalogus.rate(code))


def lines_of(een: Voorstel, catalogus: Catalogus, new_key: Callable[[], str]) -> list[Regel]:
    """The lines that a proposal makes: an article one, a package its heading and its parts."""
    if isinstance(een, Standaardtekst):
        return [Regel(new_key(), Regelsoort.OPMERKING, omschrijving=een.tekst)]
    if not isinstance(een, Pakket):
        return [catalogus.line(een, new_key())]
    regels = [Regel(new_key(), Regelsoort.PAKKET, een.code, een.omschrijving)]
    for deel in een.delen:
        artikel = catalogus.article(deel.code)
        # What is no longer on the list is still named, so that nobody forgets to do it.
        regel = catalogus.line(artikel, new_key(), deel.aantal) if artikel else Regel(new_key(), code=deel.code)
        regels.append(replace(regel, aantal=deel.aantal, in_pakket=True))
    return regels


def next_cell(regel: Regel | None, row: int, kolom: int) -> tuple[int, int]:
    """Where Enter goes: to the next cell of the line that wants input, else to the code of the next line."""
    if regel is None:
        return row, Kolom.OMSCHRIJVING if kolom == Kolom.CODE else Kolom.CODE
    if kolom == Kolom.CODE and not regel.omschrijving:
        return row, Kolom.OMSCHRIJVING
    if kolom in (Kolom.CODE, Kolom.OMSCHRIJVING) and regel.is_priced:
        return row, Kolom.AANTAL
    if kolom == Kolom.AANTAL and not regel.prijs.centen:
        return row, Kolom.PRIJS
    return row + 1, Kolom.CODE


def _with_code(regel: Regel, tekst: str, catalogus: Catalogus) -> Regel:
    artikel = catalogus.article(tekst) if tekst else None
    if artikel is None or tekst == regel.code:
        return replace(regel, code=tekst[:CODE_HOOGSTENS])
    return replace(catalogus.line(artikel, regel.sleutel, regel.aantal), in_pakket=regel.in_pakket)


def _discount(tekst: str) -> int:
    korting = parse_number(tekst or "0", "regels", PROCENT)
    if not 0 <= korting <= PROCENT * PROCENT:
        raise Ongeldig([Bevinding("regels", "DECIMAAL_ONLEESBAAR", params={"tekst": tekst})])
    return korting


def _vat(tekst: str, catalogus: Catalogus) -> BtwCode:
    """By its percentage, or by the beginning of its word."""
    for code, percentage in (catalogus.tarieven or {}).items():
        if percentage and tekst.rstrip(" %") == number_text(percentage, PROCENT):
            return code
    if tekst.rstrip(" %") == "0":
        return BtwCode.NUL
    klein = tekst.casefold()
    codes = [code for code in catalogus.tarieven or {} if woord_btw(code.value).startswith(klein)]
    if not klein or not codes:
        raise Ongeldig([Bevinding("regels", "BTW_ONBEKEND", params={"tekst": tekst[:40]})])
    return codes[0]
