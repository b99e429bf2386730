"""``backup``, ``herstel``, ``controle`` and ``bijwerken``: the database as an administrator cares for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from werkplaats.beheer.database import announce_new, opened_store
from werkplaats.beheer.uitvoer import json_option, write_json
from werkplaats.config import load_config
from werkplaats.domain.moment import Moment, SysteemKlok
from werkplaats.domain.rechten import Recht
from werkplaats.errors import Bevinding, Ernst, GeheimFout
from werkplaats.i18n import _
from werkplaats.services.sleutelbos import SysteemSleutelbos
from werkplaats.store.backup import check_backup, make_backup
from werkplaats.store.bijwerken import present_schema, update
from werkplaats.store.controle import check_health
from werkplaats.store.herstel import restore
from werkplaats.store.schema import SCHEMA
from werkplaats.store.verbinding import parse_url
from werkplaats.usecases.gebruikers import Gebruikers
from werkplaats.zinnen import zin_bij_veld

if TYPE_CHECKING:
    from werkplaats.store.controle import Gezondheid

ONDERWERP = "database"

_bestand = click.argument("bestand", type=click.Path(dir_okay=False, path_type=Path))


@click.command(help=_("Maakt een back-up van de database: één bestand, dat meteen wordt nagekeken."))
@_bestand
@json_option
def backup(bestand: Path, als_json: bool) -> None:
    """Writes a backup, tries it out, and notes in the database that there is one."""
    config, klok = load_config(), SysteemKlok()
    with opened_store(config) as store:
        wie = Gebruikers(store).console()
        wie.vereis(Recht.BACKUP)
        manifest = make_backup(parse_url(config.database_url), bestand.absolute(), klok)
        with store.begin(wie) as werk:
            werk.eigenschappen.note_backup(klok.nu())
            werk.log(ONDERWERP, 0, "backup")
    regels = sum(manifest.aantallen.values())
    if als_json:
        write_json({"bestand": str(bestand.absolute()), "moment": manifest.moment, "regels": regels})
        return
    click.echo(_("Back-up gemaakt en nagekeken: {bestand} ({regels} regels).").format(bestand=bestand, regels=regels))


@click.command(help=_("Zet een back-up terug; de database van nu wordt opzij gezet en blijft bewaard."))
@_bestand
@json_option
def herstel(bestand: Path, als_json: bool) -> None:
    """Restores a backup, and notes it in the logboek of the database that came back."""
    config, klok = load_config(), SysteemKlok()
    hersteld = restore(bestand.absolute(), parse_url(config.database_url), klok)
    moment = Moment.from_iso(hersteld.manifest.moment)
    with opened_store(config) as store:
        wie = Gebruikers(store).console()
        with store.begin(wie) as werk:
            werk.eigenschappen.note_backup(moment)
            werk.log(ONDERWERP, 0, "hersteld", {"backup": (None, moment.iso)})
    if als_json:
        write_json({"moment": moment.iso, "opzij": hersteld.opzij or None})
        return
    click.echo(_("De back-up van {moment:%d-%m-%Y %H:%M} staat terug.").format(moment=moment.lokaal(wie.zone)))
    if hersteld.opzij:
        click.echo(_("De vorige database is bewaard als {opzij}.").format(opzij=hersteld.opzij))


@click.command(help=_("Kijkt na of de database heel is en of er iets aandacht vraagt."))
@click.option(
    "--naast",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("Legt het logboek naast een eerdere back-up: is er aan het eind niets afgehaald?"),
)
@json_option
@click.pass_context
def controle(ctx: click.Context, naast: Path | None, als_json: bool) -> None:
    """Tells what is found; ends with 1 only when data are damaged."""
    manifest = check_backup(naast.absolute()) if naast else None
    with opened_store(load_config()) as store:
        gezondheid = check_health(store, manifest)
    bevindingen = (*gezondheid.bevindingen, *_keyring())
    if als_json:
        write_json(_describe(gezondheid, bevindingen))
    else:
        _tell(gezondheid, bevindingen)
    if not gezondheid.is_heel:
        ctx.exit(1)


@click.command(help=_("Werkt de database bij voor deze versie van Werkplaats, na een back-up."))
@click.option("--proef", is_flag=True, help=_("Zegt wat er zou gebeuren en wijzigt niets."))
@json_option
def bijwerken(proef: bool, als_json: bool) -> None:
    """Migrates the database to this program's schema."""
    config = load_config()
    url = parse_url(config.database_url)
    announce_new(config)
    nu = present_schema(url)
    back_up = None
    if nu != SCHEMA and not proef:
        back_up = update(url, SysteemKlok(), config.data / "backups")
        with opened_store(config) as store, store.begin(Gebruikers(store).console()) as werk:
            werk.log(ONDERWERP, 0, "bijgewerkt", {"schema": (str(nu), str(SCHEMA))})
    if als_json:
        write_json({"van": nu, "naar": SCHEMA, "proef": proef, "backup": str(back_up) if back_up else None})
        return
    _tell_update(nu, back_up, proef)


def _tell_update(nu: int, back_up: Path | None, proef: bool) -> None:
    if back_up is not None:
        click.echo(_("Back-up vooraf: {bestand}").format(bestand=back_up))
    if nu == SCHEMA:
        click.echo(_("De database is al bij (schema {schema}).").format(schema=SCHEMA))
    elif proef:
        click.echo(_("De database gaat van schema {van} naar {naar}.").format(van=nu, naar=SCHEMA))
    else:
        click.echo(_("De database is bijgewerkt van schema {van} naar {naar}.").format(van=nu, naar=SCHEMA))


def _keyring() -> tuple[Bevinding, ...]:
    try:
        SysteemSleutelbos().read("controle")
    except GeheimFout:
        return (Bevinding("sleutelbos", "SLEUTELBOS", Ernst.WAARSCHUWING),)
    return ()


def _describe(gezondheid: Gezondheid, bevindingen: tuple[Bevinding, ...]) -> dict[str, Any]:
    return {
        "heel": gezondheid.is_heel,
        "schema": gezondheid.schema,
        "aantallen": dict(gezondheid.aantallen),
        "postbus": dict(gezondheid.postbus),
        "laatste_backup": gezondheid.laatste_backup.iso if gezondheid.laatste_backup else None,
        "klokverschil": gezondheid.klokverschil,
        "bevindingen": [
            {"onderwerp": bevinding.veld, "code": bevinding.code, "ernst": bevinding.ernst.value, **bevinding.params}
            for bevinding in bevindingen
        ],
    }


def _tell(gezondheid: Gezondheid, bevindingen: tuple[Bevinding, ...]) -> None:
    """What is damaged goes to stderr, in the manner of a failed command; warnings are part of the answer."""
    for bevinding in bevindingen:
        click.echo(zin_bij_veld(bevinding), err=bevinding.ernst is Ernst.BLOKKEREND)
    if gezondheid.is_heel:
        click.echo(_("De database is heel (schema {schema}).").format(schema=gezondheid.schema))
