"""``carpass-toets``: what the program would say of a report before it is sent, line by line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from werkplaats.beheer.jsonregels import read_lines
from werkplaats.beheer.uitvoer import json_option, write_json
from werkplaats.domain.carpass import ZONE, Gemeld, MeldingInvoer, check_melding, read_vin
from werkplaats.domain.kmstand import KM_HOOGSTENS, Eenheid, Punt, is_possible, to_km
from werkplaats.domain.moment import SysteemKlok
from werkplaats.i18n import _

if TYPE_CHECKING:
    from werkplaats.beheer.jsonregels import JsonRegel
    from werkplaats.errors import Bevinding

_TE_VEEL = KM_HOOGSTENS + 1
"""Stands for a number that is none: as impossible as one that is too high."""


@click.command(
    "carpass-toets",
    help=_("Leest meldingen als regels JSON van de invoer en zegt per regel wat Car-Pass ervan zou vinden."),
)
@json_option
def carpass_toets(als_json: bool) -> None:
    """One line in, one line out; a line that is no report is refused, and what was answered before it stands."""
    for regel in read_lines(sys.stdin.buffer):
        bevindingen = [{"code": een.code, "ernst": een.ernst.value} for een in _judge(regel)]
        if als_json:
            write_json({"bevindingen": bevindingen})
        else:
            codes = [f"{bevinding['code']} ({bevinding['ernst']})" for bevinding in bevindingen]
            click.echo(", ".join(codes) or _("niets aan te merken"))


def _judge(regel: JsonRegel) -> tuple[Bevinding, ...]:
    vandaag = regel.day("vandaag", ZONE) or SysteemKlok().nu().lokaal(ZONE).date()
    invoer = MeldingInvoer(
        stand=_km(regel),
        datum=regel.day("datum", ZONE),
        vin=regel.text("vin"),
        eenheid=_unit(regel),
        teller_gewijzigd=regel.flag("teller_gewijzigd"),
    )
    historie = [(_reading(een), een.day("gemeld_op", ZONE)) for een in regel.each("historie")]
    vin = read_vin(invoer.vin)
    gemeld = tuple(Gemeld(vin, punt.km, punt.datum) for punt, gemeld_op in historie if gemeld_op == vandaag)
    metingen = tuple(punt for punt, _gemeld_op in historie if is_possible(punt.km))
    return tuple(check_melding(invoer, metingen, vandaag, gemeld))


def _reading(regel: JsonRegel) -> Punt:
    datum, km = regel.day("datum", ZONE), _km(regel)
    if datum is None or km is None:
        raise regel.wrong("historie")
    return Punt(datum, to_km(km, _unit(regel)), regel.flag("teller_gewijzigd"))


def _km(regel: JsonRegel) -> int | None:
    """A whole number; of anything else one that no odometer shows."""
    ruw = regel.velden.get("km")
    if isinstance(ruw, float) and ruw.is_integer():
        return int(ruw)
    return ruw if ruw is None or type(ruw) is int else _TE_VEEL


def _unit(regel: JsonRegel) -> Eenheid:
    try:
        return Eenheid(regel.text("eenheid") or Eenheid.KM)
    except ValueError:
        raise regel.wrong("eenheid") from None
