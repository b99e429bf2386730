"""``dagtaken``: runs the day's tasks from the console, for a task planner or an administrator."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from werkplaats.beheer.database import announce_new
from werkplaats.beheer.uitvoer import json_option, write_json
from werkplaats.config import load_config
from werkplaats.domain.dagtaak import TAKEN, Taakstaat
from werkplaats.i18n import _
from werkplaats.samenstelling import build
from werkplaats.zinnen.dagtaken import woord_taak, zin_taak
from werkplaats.zinnen.ponochtend import regel_ochtend

if TYPE_CHECKING:
    from datetime import datetime

    from werkplaats.domain.dagtaak import TaakRegel


@click.command(help=_("Voert de dagtaken uit; wat vandaag al is gedaan, gebeurt geen tweede keer."))
@click.option("--datum", type=click.DateTime(["%Y-%m-%d"]), help=_("De dag (JJJJ-MM-DD); zonder deze optie vandaag."))
@click.option(
    "--taak",
    "taken",
    multiple=True,
    type=click.Choice(TAKEN),
    help=_("Alleen deze taak; mag vaker."),
)
@click.option("--proef", is_flag=True, help=_("Zeg wat er zou gebeuren en verander niets."))
@json_option
def dagtaken(datum: datetime | None, taken: tuple[str, ...], proef: bool, als_json: bool) -> None:
    """Runs the tasks of a day; exit 1 when one of them failed."""
    config = load_config()
    announce_new(config)
    werkplaats = build(config)
    try:
        wie = werkplaats.gebruikers.console()
        regels = werkplaats.dagtaken.run(wie, datum.date() if datum else None, taken, proef=proef)
        namen = {shop.id: shop.instellingen.naam for shop in werkplaats.instellingen.shops(wie)}
    finally:
        werkplaats.close()
    if als_json:
        write_json({"proef": proef, "taken": [_as_json(regel) for regel in regels]})
    else:
        keren = Counter(regel.taak for regel in regels)
        for regel in regels:
            waar = f", {namen[regel.shop_id]}" if keren[regel.taak] > 1 else ""
            click.echo(f"{woord_taak(regel.taak)}{waar}: {zin_taak(regel.code, regel.aantal, regel.params)}")
            for een in regel.regels:
                click.echo(f"  {regel_ochtend(een)}")
        if not regels:
            click.echo(_("Er was niets meer te doen."))
    mislukt = [woord_taak(regel.taak) for regel in regels if regel.staat is Taakstaat.MISLUKT]
    if mislukt:
        raise click.ClickException(_("Niet gelukt: {taken}.").format(taken=", ".join(mislukt)))


def _as_json(regel: TaakRegel) -> dict[str, object]:
    return {
        "taak": regel.taak,
        "datum": regel.dag.isoformat(),
        "shop": regel.shop_id,
        "staat": regel.staat.value,
        "code": regel.code,
        "aantal": regel.aantal,
        "params": dict(regel.params),
        **({"regels": [dict(een) for een in regel.regels]} if regel.regels else {}),
    }
