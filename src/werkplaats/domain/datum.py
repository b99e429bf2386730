"""Days as people type them at a counter, and as the screen shows them."""

from __future__ import annotations

import re
from datetime import date

from werkplaats.errors import Bevinding, Ongeldig

_MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MAAND_BEGIN = {naam: nummer for nummer, naam in enumerate(_MAANDEN, start=1)} | {"maa": 3, "mar": 3, "oct": 10}

_DAG_MAAND_JAAR = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})", re.ASCII)
_JAAR_MAAND_DAG = re.compile(r"(\d{4})[-/. ]+(\d{1,2})[-/. ]+(\d{1,2})(?:t[0-9:.]*)?", re.ASCII)
_MET_WOORD = re.compile(r"(\d{1,2})[-/. ]*([a-z]{3,9})[-/. ]*(\d{4}|\d{2})", re.ASCII)
_AANEEN = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})", re.ASCII)
_AANEEN_JAAR_EERST = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)

_EERSTE_JAAR = 1850
_LAATSTE_JAAR = 2199
_VOORUIT = 20
"""A year of two digits lies at most this many years ahead; a birth year never does."""


def parse_datum(tekst: str, veld: str, vandaag: date) -> date | None:
    """Reads a day in any form that is common in Dutch; None for an empty text.

    Takes ``1-2-2026``, ``01022026``, ``1/2/26``, ``2026-02-01``, ``1 feb 2026``. A year of two digits is the nearest
    that makes sense for the field: in the past for a geboortedatum, else at most 20 years ahead. Raises Ongeldig
    DATUM_ONLEESBAAR at ``veld`` for a text that is no day, 29 February of a common year included.
    """
    schoon = " ".join(tekst.split()).lower()
    if not schoon:
        return None
    for jaar, maand, dag in _readings(schoon):
        gevonden = _day(_full_year(jaar, maand, dag, veld, vandaag), maand, dag)
        if gevonden is not None:
            return gevonden
    raise Ongeldig([Bevinding(veld, "DATUM_ONLEESBAAR", params={"tekst": tekst.strip()[:40]})])


def datum_tekst(dag: date | None) -> str:
    """The day as the screen shows it, ``dd-mm-jjjj``; empty for None."""
    return f"{dag.day:02d}-{dag.month:02d}-{dag.year:04d}" if dag else ""


def _readings(schoon: str) -> list[tuple[str, int, int]]:
    lezingen: list[tuple[str, int, int]] = []
    if (gevonden := _DAG_MAAND_JAAR.fullmatch(schoon)) or (gevonden := _AANEEN.fullmatch(schoon)):
        lezingen.append((gevonden[3], int(gevonden[2]), int(gevonden[1])))
    if (gevonden := _JAAR_MAAND_DAG.fullmatch(schoon)) or (gevonden := _AANEEN_JAAR_EERST.fullmatch(schoon)):
        lezingen.append((gevonden[1], int(gevonden[2]), int(gevonden[3])))
    if (gevonden := _MET_WOORD.fullmatch(schoon)) and gevonden[2][:3] in _MAAND_BEGIN:
        lezingen.append((gevonden[3], _MAAND_BEGIN[gevonden[2][:3]], int(gevonden[1])))
    return lezingen


def _full_year(jaar: str, maand: int, dag: int, veld: str, vandaag: date) -> int:
    if len(jaar) == 4:
        return int(jaar)
    if veld == "geboortedatum":
        kandidaat = vandaag.year - vandaag.year % 100 + int(jaar)
        return kandidaat if (kandidaat, maand, dag) <= (vandaag.year, vandaag.month, vandaag.day) else kandidaat - 100
    uiterste = vandaag.year + _VOORUIT
    return uiterste - (uiterste - int(jaar)) % 100


def _day(jaar: int, maand: int, dag: int) -> date | None:
    if not _EERSTE_JAAR <= jaar <= _LAATSTE_JAAR:
        return None
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None
