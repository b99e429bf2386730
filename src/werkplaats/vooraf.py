"""What the start page shows while the rest of the program is still loading: the list of the day, without SQLAlchemy."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from werkplaats.domain.moment import SysteemKlok, vandaag
from werkplaats.domain.rechten import Recht
from werkplaats.errors import WerkplaatsError
from werkplaats.store.snel import open_snel
from werkplaats.usecases.aandacht import LIMIET, read_aandacht
from werkplaats.usecases.gebruikers import Gebruikers

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.moment import Klok
    from werkplaats.domain.treffers import Aandachtspunt, VoertuigTreffer
    from werkplaats.store.opslag import Store


@dataclass(frozen=True, slots=True)
class Vooraf:
    """The list of the day, for the day and the country of the user's shop."""

    dag: date
    land: str
    punten: tuple[Aandachtspunt, ...]
    recent: tuple[VoertuigTreffer, ...]


def read_vooraf(database_url: str, account: str, klok: Klok | None = None, shop_id: int | None = None) -> Vooraf | None:
    """The first list of this user; None where that takes the whole program.

    So it is for a server, for a database that must be made or migrated first, for a user who comes for the first time,
    and where anything is wrong: the store says so a moment later, with what to do about it.
    """
    try:
        with open_snel(database_url) as snel:
            return None if snel is None else _read(cast("Store", snel), account, klok or SysteemKlok(), shop_id)
    except (sqlite3.Error, OSError, WerkplaatsError):
        return None


def _read(store: Store, account: str, klok: Klok, shop_id: int | None) -> Vooraf | None:
    wie = Gebruikers(store).known(account, "", shop_id)
    if wie is None or not wie.mag(Recht.VOERTUIG_ZIEN):
        return None
    dag = vandaag(klok, wie.zone)
    with store.read() as lezing:
        return Vooraf(dag, wie.land, read_aandacht(lezing, wie, dag, LIMIET), lezing.voertuigen.recent())
