"""``pon-toets``: what the rules for plate requests decide about orders that come as JSON lines."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from werkplaats.beheer.jsonregels import JsonRegel, read_lines
from werkplaats.beheer.uitvoer import json_option, write_json
from werkplaats.domain.instellingen import ZONES
from werkplaats.domain.merk import PON_MERKEN, merk_sleutel
from werkplaats.domain.moment import SysteemKlok
from werkplaats.domain.pon import PonFeiten, PonKeuze
from werkplaats.domain.pon_regels import judge
from werkplaats.i18n import _

if TYPE_CHECKING:
    from datetime import datetime

_ZONE = ZONES["NL"]
"""PON is a Dutch importer: its days are Dutch days."""
_VIA_PON = {merk_sleutel(merk) for merk, via_pon in PON_MERKEN.items() if via_pon}


@click.command(
    "pon-toets",
    help=_("Leest orders als JSON-regels en zegt per order of en wanneer het kenteken bij PON wordt aangevraagd."),
)
@click.option("--vandaag", type=click.DateTime(["%Y-%m-%d"]), help=_("De dag waarop geoordeeld wordt (vandaag)."))
@json_option
def pon_toets(vandaag: datetime | None, als_json: bool) -> None:
    """Answers each line of stdin with one line; both forms of output are JSON, as programs read them."""
    del als_json
    dag = vandaag.date() if vandaag is not None else SysteemKlok().nu().lokaal(_ZONE).date()
    for regel in read_lines(sys.stdin.buffer):
        keuze = PonKeuze(goedgekeurd_vereist=regel.flag("goedgekeurd_vereist", anders=True))
        oordeel = judge(_facts(regel), keuze, dag)
        write_json(
            {
                "besluit": oordeel.besluit,
                "regel": oordeel.regel,
                "datum": oordeel.datum.isoformat() if oordeel.datum is not None else None,
                "redenen": list(oordeel.redenen),
            }
        )


def _facts(regel: JsonRegel) -> PonFeiten:
    return PonFeiten(
        nieuw=merk_sleutel(regel.text("ordersoort")) == "NIEUW",
        afgeleverd=merk_sleutel(regel.text("status")) == "AFGELEVERD",
        chassis_bekend=bool(regel.text("chassisnummer").strip()),
        kenteken_bekend=bool(regel.text("kenteken").strip()),
        goedgekeurd=regel.flag("goedgekeurd"),
        via_pon=merk_sleutel(regel.text("merk")) in _VIA_PON,
        aanvraag_loopt=regel.flag("aanvraag_loopt"),
        voorraad=regel.flag("voorraad"),
        losdatum=regel.day("losdatum", _ZONE),
        nlv=regel.day("nlv", _ZONE),
        kcode_datum=regel.day("kcode_datum", _ZONE),
        afleverdatum=regel.day("afleverdatum", _ZONE),
        gepland_op=regel.day("gepland_op", _ZONE),
    )
