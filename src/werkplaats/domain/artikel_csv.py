"""Reads a shop's articles, standard texts or packages from a CSV file, whole or not at all; a fault names its line."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from werkplaats.domain.artikel import Artikel, Pakket, PakketDeel, Standaardtekst
from werkplaats.domain.bedrag import parse_bedrag
from werkplaats.domain.btw import BtwCode
from werkplaats.domain.werkkaart_regel import (
    AANTAL_HOOGSTENS,
    CODE_HOOGSTENS,
    DUIZEND,
    NIETS,
    OMSCHRIJVING_HOOGSTENS,
    parse_number,
)
from werkplaats.errors import Ongeldig, WerkplaatsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from werkplaats.domain.bedrag import Bedrag

BYTES_HOOGSTENS = 5_000_000
REGELS_HOOGSTENS = 20_000
_VELD_HOOGSTENS = 1000
_JA = frozenset({"ja", "j", "1", "x", "true"})
_BTW = {
    "": BtwCode.HOOG,
    "21": BtwCode.HOOG,
    "12": BtwCode.MIDDEN,
    "9": BtwCode.LAAG,
    "6": BtwCode.LAAG,
    "0": BtwCode.NUL,
}
_FORMULE = ("=", "+", "-", "@")


def read_artikelen(inhoud: bytes) -> tuple[Artikel, ...]:
    """Articles from columns ``code``, ``omschrijving``, ``prijs`` and, where they are there, ``eenheid``, ``uren``
    (ja), ``btw`` (a percentage or a word), ``voorraad`` and ``locatie``. Raises WerkplaatsError CSV_….
    """
    return tuple(_article(nr, rij) for nr, rij in _rows(inhoud, ("code", "omschrijving", "prijs")))


def read_teksten(inhoud: bytes) -> tuple[Standaardtekst, ...]:
    """Standard texts from columns ``code`` and ``tekst``. Raises WerkplaatsError CSV_…."""
    return tuple(
        Standaardtekst(_code(nr, rij), _words(nr, "tekst", rij["tekst"]))
        for nr, rij in _rows(inhoud, ("code", "tekst"))
    )


def read_pakketten(inhoud: bytes, bekend: Iterable[str]) -> tuple[Pakket, ...]:
    """Packages from columns ``pakket``, ``omschrijving``, ``code`` and ``aantal``: one line for each article in one.

    ``bekend`` are the codes of the shop's articles; a line with another is refused. Raises WerkplaatsError CSV_….
    """
    codes = {code.casefold(): code for code in bekend}
    titels: dict[str, tuple[str, str]] = {}
    delen: dict[str, list[PakketDeel]] = {}
    for nr, rij in _rows(inhoud, ("pakket", "omschrijving", "code"), uniek=("pakket", "code")):
        naam = _code(nr, rij, "pakket")
        sleutel = naam.casefold()
        if sleutel not in titels:
            titels[sleutel] = naam, _words(nr, "omschrijving", rij["omschrijving"])
        if rij["code"].casefold() not in codes:
            raise WerkplaatsError("CSV_REGEL", regel=nr, kolom="code", tekst=rij["code"][:40])
        deel = PakketDeel(codes[rij["code"].casefold()], _count(nr, rij.get("aantal", "")))
        delen.setdefault(sleutel, []).append(deel)
    return tuple(Pakket(*titels[sleutel], tuple(van)) for sleutel, van in delen.items())


def _rows(
    inhoud: bytes, nodig: tuple[str, ...], uniek: tuple[str, ...] = ("code",)
) -> Iterator[tuple[int, dict[str, str]]]:
    """The lines with their number; ``uniek`` are the columns that together stand in one line only."""
    if len(inhoud) > BYTES_HOOGSTENS:
        raise WerkplaatsError("CSV_TE_GROOT", hoogstens=f"{BYTES_HOOGSTENS // 1_000_000} MB")
    tekst = _decoded(inhoud)
    kop, _rest, _meer = tekst.partition("\n")
    lezer = csv.reader(io.StringIO(tekst), delimiter=";" if ";" in kop else ",")
    namen: list[str] = []
    codes: set[tuple[str, ...]] = set()
    try:
        for nr, cellen in enumerate(lezer, start=1):
            if nr == 1:
                namen = [cel.strip().casefold() for cel in cellen]
                for kolom in nodig:
                    if kolom not in namen:
                        raise WerkplaatsError("CSV_KOLOM", kolom=kolom)
            elif any(cel.strip() for cel in cellen):
                rij = _cells(nr, namen, cellen)
                sleutel = tuple(rij[kolom].casefold() for kolom in uniek)
                if sleutel in codes:
                    raise WerkplaatsError("CSV_DUBBEL", regel=nr, artikel=" ".join(sleutel)[:40])
                codes.add(sleutel)
                yield nr, rij
    except csv.Error as fout:
        raise WerkplaatsError("CSV_REGEL", regel=lezer.line_num, kolom="", tekst=str(fout)) from fout
    if not codes:
        raise WerkplaatsError("CSV_LEEG")


def _decoded(inhoud: bytes) -> str:
    if b"\0" in inhoud:
        raise WerkplaatsError("CSV_GEEN_TEKST")
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What an older Excel writes.
        return inhoud.decode("cp1252", errors="replace")


def _cells(nr: int, namen: list[str], cellen: list[str]) -> dict[str, str]:
    if nr > REGELS_HOOGSTENS + 1:
        raise WerkplaatsError("CSV_TE_VEEL", hoogstens=REGELS_HOOGSTENS)
    rij = dict.fromkeys(namen, "") | {naam: _bare(cel) for naam, cel in zip(namen, cellen, strict=False)}
    for kolom, waarde in rij.items():
        if len(waarde) > _VELD_HOOGSTENS:
            raise WerkplaatsError("CSV_REGEL", regel=nr, kolom=kolom, tekst=waarde[:40])
    return rij


def _bare(cel: str) -> str:
    """A cell without the apostrophe that an export puts before what a spreadsheet would calculate."""
    schoon = " ".join(cel.split())
    return schoon[1:] if schoon[:1] == "'" and schoon[1:].lstrip(" ").startswith(_FORMULE) else schoon


def _article(nr: int, rij: dict[str, str]) -> Artikel:
    btw = rij.get("btw", "").rstrip(" %").casefold()
    if btw not in _BTW and btw not in set(BtwCode):
        raise WerkplaatsError("CSV_REGEL", regel=nr, kolom="btw", tekst=btw[:40])
    uren = rij.get("uren", "").casefold() in _JA
    return Artikel(
        _code(nr, rij),
        _words(nr, "omschrijving", rij["omschrijving"]),
        _price(nr, rij["prijs"]),
        rij.get("eenheid", "")[:10] or ("u" if uren else "st"),
        uren,
        _BTW[btw] if btw in _BTW else BtwCode(btw),
        _stock(nr, rij.get("voorraad", "")),
        rij.get("locatie", "")[:CODE_HOOGSTENS],
    )


def _code(nr: int, rij: dict[str, str], kolom: str = "code") -> str:
    code = rij[kolom]
    if not code or len(code) > CODE_HOOGSTENS:
        raise WerkplaatsError("CSV_REGEL", regel=nr, kolom=kolom, tekst=code[:40])
    return code


def _words(nr: int, kolom: str, tekst: str) -> str:
    if not tekst or len(tekst) > OMSCHRIJVING_HOOGSTENS:
        raise WerkplaatsError("CSV_REGEL", regel=nr, kolom=kolom, tekst=tekst[:40])
    return tekst


def _price(nr: int, tekst: str) -> Bedrag:
    try:
        return parse_bedrag(tekst, "prijs") or NIETS
    except Ongeldig as fout:
        raise WerkplaatsError("CSV_REGEL", regel=nr, kolom="prijs", tekst=tekst[:40]) from fout


def _count(nr: int, tekst: str) -> int:
    try:
        aantal = parse_number(tekst, "aantal", DUIZEND) if tekst else DUIZEND
    except Ongeldig as fout:
        raise WerkplaatsError("CSV_REGEL", regel=nr, kolom="aantal", tekst=tekst[:40]) from fout
    if abs(aantal) > AANTAL_HOOGSTENS:
        raise WerkplaatsError("CSV_REGEL", regel=nr, kolom="aantal", tekst=tekst[:40])
    return aantal


def _stock(nr: int, tekst: str) -> int | None:
    try:
        return parse_number(tekst, "voorraad", DUIZEND) if tekst else None
    except Ongeldig as fout:
        raise WerkplaatsError("CSV_REGEL", regel=nr, kolom="voorraad", tekst=tekst[:40]) from fout
