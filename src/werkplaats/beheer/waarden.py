"""``kenteken`` and ``chassisnummer``: what the program makes of a plate or a chassis number that somebody typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from werkplaats.beheer.uitvoer import json_option, write_json
from werkplaats.domain.controle import check_vin
from werkplaats.domain.kenteken import Kenteken, check_kenteken
from werkplaats.domain.vin import Vin, compact_vin
from werkplaats.errors import Ongeldig
from werkplaats.i18n import _
from werkplaats.zinnen import zin_bij_veld
from werkplaats.zinnen.landen import woord_land
from werkplaats.zinnen.termen import woord_kentekensoort

if TYPE_CHECKING:
    from werkplaats.errors import Bevinding

_STREPEN_MOGEN = {"ignore_unknown_options": True}
"""A text that begins with a dash is what somebody typed, and no option."""


@click.command(
    context_settings=_STREPEN_MOGEN, help=_("Leest een kenteken in elke schrijfwijze en zegt wat er bijzonder aan is.")
)
@click.argument("tekst")
@click.option("--land", default="NL", show_default=True, type=click.Choice(["NL", "BE"], case_sensitive=False))
@json_option
def kenteken(tekst: str, land: str, als_json: bool) -> None:
    """Prints a plate with its right dashes, its kind and its warnings; refuses a text without letters and digits."""
    gelezen = Kenteken.parse(tekst, land)
    if als_json:
        write_json(_describe(gelezen))
        return
    sidecode = [_("sidecode {nummer}").format(nummer=gelezen.sidecode)] if gelezen.sidecode else []
    woorden = [woord_land(gelezen.land), woord_kentekensoort(gelezen.soort), *sidecode]
    click.echo(f"{gelezen.weergave} ({', '.join(woorden)})")
    _tell_findings(check_kenteken(gelezen))


def _describe(gelezen: Kenteken) -> dict[str, Any]:
    return {
        "compact": gelezen.compact,
        "weergave": gelezen.weergave,
        "land": gelezen.land,
        "soort": gelezen.soort,
        "sidecode": gelezen.sidecode,
        "waarschuwingen": list(gelezen.waarschuwingen),
        "geldig": gelezen.geldig,
    }


@click.command(
    context_settings=_STREPEN_MOGEN, help=_("Leest een chassisnummer (VIN) en zegt wat er twijfelachtig aan is.")
)
@click.argument("tekst")
@json_option
def chassisnummer(tekst: str, als_json: bool) -> None:
    """Prints a chassis number with its meldcode and its warnings; one that cannot be is answered as not valid."""
    try:
        vin = Vin.parse(tekst)
    except Ongeldig:
        if not als_json:
            raise
        # The contract knows two warnings; that nothing was typed, or too much, is said by geldig alone.
        write_json({"vin": compact_vin(tekst), "meldcode": "", "waarschuwingen": [], "geldig": False})
        return
    if als_json:
        oordeel = {"waarschuwingen": list(vin.waarschuwingen), "geldig": vin.geldig}
        write_json({"vin": vin.tekst, "meldcode": vin.meldcode, **oordeel})
        return
    click.echo(_("{vin} (meldcode {meldcode})").format(vin=vin.tekst, meldcode=vin.meldcode))
    _tell_findings(check_vin(vin))


def _tell_findings(bevindingen: tuple[Bevinding, ...]) -> None:
    for bevinding in bevindingen:
        click.echo(zin_bij_veld(bevinding))
