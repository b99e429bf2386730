"""``carpass-toets``: what the program would say of a report before it is sent, line by line."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import click

from werkplaats.beheer.uitvoer import json_option, write_json
from werkplaats.domain.carpass import ZONE, Gemeld, MeldingInvoer, check_melding, read_vin
from werkplaats.domain.kmstand import KM_HOOGSTENS, Eenheid, Punt, is_possible, to_km
from werkplaats.errors import Bevinding, Ongeldig
from werkplaats.i18n import _

_TE_VEEL = KM_HOOGSTENS + 1
"""Stands for a number that is none: as impossible as one that is too high."""


@click.command(
    "carpass-toets",
    help=_("Leest meldingen als regels JSON van de invoer en zegt per regel wat Car-Pass ervan zou vinden."),
)
@json_option
def carpass_toets(als_json: bool) -> None:
    """One line in, one line out; a line that is no report is refused, and what was answered before it stands."""
    for nummer, regel in enumerate(sys.stdin.buffer, start=1):
        if not regel.strip():
            continue
        bevindingen = _judge(_read(regel, nummer), nummer)
        if als_json:
            write_json({"bevindingen": bevindingen})
        else:
            codes = [f"{bevinding['code']} ({bevinding['ernst']})" for bevinding in bevindingen]
            click.echo(", ".join(codes) or _("niets aan te merken"))


@dataclass(frozen=True, slots=True)
class _Regel:
    invoer: MeldingInvoer
    vandaag: date
    metingen: tuple[Punt, ...]
    gemeld: tuple[Gemeld, ...]


def _read(regel: bytes, nummer: int) -> dict[str, Any]:
    try:
        gelezen = json.loads(regel)
    except (ValueError, RecursionError) as fout:
        raise _unreadable(nummer) from fout
    if not isinstance(gelezen, dict):
        raise _unreadable(nummer)
    return gelezen


def _unreadable(nummer: int) -> Ongeldig:
    return Ongeldig([Bevinding("regel", "TOETS_ONLEESBAAR", params={"nummer": nummer})])


def _judge(gelezen: dict[str, Any], nummer: int) -> list[dict[str, str]]:
    try:
        regel = _line(gelezen)
    except (ValueError, TypeError, KeyError, AttributeError) as fout:
        raise _unreadable(nummer) from fout
    gevonden = check_melding(regel.invoer, regel.metingen, regel.vandaag, regel.gemeld)
    return [{"code": een.code, "ernst": een.ernst.value} for een in gevonden]


def _line(gelezen: dict[str, Any]) -> _Regel:
    vandaag = _day(gelezen.get("vandaag")) or datetime.now(ZoneInfo(ZONE)).date()
    vin = gelezen.get("vin") or ""
    invoer = MeldingInvoer(
        stand=_km(gelezen.get("km")),
        datum=_day(gelezen.get("datum")),
        vin=str(vin),
        eenheid=Eenheid(gelezen.get("eenheid") or Eenheid.KM),
        teller_gewijzigd=bool(gelezen.get("teller_gewijzigd")),
    )
    historie = [_reading(een) for een in gelezen.get("historie") or []]
    gemeld = tuple(
        Gemeld(read_vin(invoer.vin), punt.km, punt.datum) for punt, gemeld_op in historie if gemeld_op == vandaag
    )
    return _Regel(invoer, vandaag, tuple(punt for punt, _op in historie if is_possible(punt.km)), gemeld)


def _reading(een: dict[str, Any]) -> tuple[Punt, date | None]:
    datum, km = _day(een["datum"]), _km(een["km"])
    if datum is None or km is None:
        raise ValueError("a reading has a day and a number")
    km = to_km(km, Eenheid(een.get("eenheid") or Eenheid.KM))
    return Punt(datum, km, bool(een.get("teller_gewijzigd"))), _day(een.get("gemeld_op"))


def _km(ruw: Any) -> int | None:
    """A whole number; of anything else one that no odometer shows."""
    if ruw is None:
        return None
    if isinstance(ruw, float) and ruw.is_integer():
        return int(ruw)
    return ruw if type(ruw) is int else _TE_VEEL


def _day(ruw: Any) -> date | None:
    """A day; of a moment the day that it was in Brussels."""
    if not ruw:
        return None
    if len(ruw) == len("2026-11-24"):
        return date.fromisoformat(ruw)
    moment = datetime.fromisoformat(ruw)
    return (moment if moment.tzinfo is None else moment.astimezone(ZoneInfo(ZONE))).date()
