"""``sleutel toon|invoer|controle``: admits this account to the secrets of the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from werkplaats.beheer.programma import opened
from werkplaats.beheer.uitvoer import json_option, tell, write_json
from werkplaats.errors import GeheimFout
from werkplaats.i18n import _
from werkplaats.zinnen import zin

if TYPE_CHECKING:
    from werkplaats.domain.sleutelstand import Sleutelstand


_OPTIES = _("[OPTIES]")


@click.group(
    help=_("De sleutel van de database: toegang tot wachtwoorden en tokens van de vestigingen."),
    subcommand_metavar=_("OPDRACHT [WAARDEN]..."),
)
def sleutel() -> None:
    """Groups the commands; there is nothing to do yet."""


@sleutel.command(
    options_metavar=_OPTIES,
    help=_("Toont de koppelcode waarmee een andere werkplek of een ander account toegang krijgt."),
)
@json_option
def toon(als_json: bool) -> None:
    """Prints the koppelcode; whoever reads it can read all secrets, so each showing is logged."""
    with opened() as (werkplaats, wie):
        code = werkplaats.koppeling.show_code(wie)
    if als_json:
        write_json({"koppelcode": code})
        return
    click.echo(code)
    tell(_("Geef deze code alleen aan wie bij de wachtwoorden en tokens mag. Bewaar haar niet in een bestand of mail."))


@sleutel.command(options_metavar=_OPTIES, help=_("Vraagt om een koppelcode en geeft dit account daarmee toegang."))
def invoer() -> None:
    """Asks for the code on stdin: as an argument it would stay in the history of the shell."""
    code = click.prompt(_("Koppelcode"), err=True)
    with opened() as (werkplaats, wie):
        stand = werkplaats.koppeling.admit(wie, code)
    if stand.past is False:
        raise GeheimFout("SLEUTEL_PAST_NIET")
    click.echo(_("Dit account heeft nu toegang tot de wachtwoorden en tokens."))


@sleutel.command(options_metavar=_OPTIES, help=_("Zegt of dit account de sleutel heeft en of hij past."))
@json_option
def controle(als_json: bool) -> None:
    """Says whether this account has the key; a missing or locked keyring is a warning, as all other work goes on."""
    with opened() as (werkplaats, wie):
        try:
            stand = werkplaats.koppeling.check(wie)
        except GeheimFout as fout:
            _report(als_json, fout.code, sleutelbos=False, sleutel=False, past=None)
        else:
            _report(als_json, _trouble(stand), sleutelbos=True, sleutel=stand.aanwezig, past=stand.past)


def _trouble(stand: Sleutelstand) -> str | None:
    if not stand.aanwezig:
        return "GEEN_SLEUTEL"
    return "SLEUTEL_PAST_NIET" if stand.past is False else None


def _report(als_json: bool, melding: str | None, **stand: bool | None) -> None:
    if als_json:
        write_json({**stand, "melding": melding})
    elif melding:
        gezegd = zin(GeheimFout(melding))
        click.echo(f"{gezegd.wat} {gezegd.doe}")
    else:
        click.echo(_("Dit account heeft de sleutel van de database."))
