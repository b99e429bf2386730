"""The health of a database: whether it is whole, and what asks for attention.

What is damaged blocks (Ernst.BLOKKEREND), the rest is a warning; each is a Bevinding with its code.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select, text

from werkplaats.domain.moment import Moment
from werkplaats.errors import Bevinding, Ernst, OpslagFout
from werkplaats.store.inhoud import InMap, InTabel
from werkplaats.store.logcontrole import verify_against
from werkplaats.store.rows.basis import Rij, tabel
from werkplaats.store.rows.bestanden import BijlageRij
from werkplaats.store.rows.postbus import UitgaandRij
from werkplaats.store.schema import SCHEMA, schema_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Connection

    from werkplaats.store.backup_bestand import Manifest
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing

BACKUP_DAGEN = 7
"""A backup that is older, in days, is a warning."""

VAST_NA = timedelta(minutes=10)
"""A message that waits longer is stuck."""

KLOK_VERSCHIL = 300
"""A clock that is further off, in seconds, is a warning."""


@dataclass(frozen=True, slots=True)
class Gezondheid:
    """How a database is: what was counted, and what was found."""

    schema: int
    programma: int
    aantallen: Mapping[str, int]
    postbus: Mapping[str, int]
    laatste_backup: Moment | None
    klokverschil: int
    bevindingen: tuple[Bevinding, ...]

    @property
    def is_heel(self) -> bool:
        """Whether nothing is damaged."""
        return all(bevinding.ernst is not Ernst.BLOKKEREND for bevinding in self.bevindingen)


def check_health(store: Store, naast: Manifest | None = None) -> Gezondheid:
    """Looks at everything in the database, the files included; raises OpslagFout when it cannot be read at all.

    ``naast`` is what an earlier backup of this database says of itself: the logboek must still hold all that it held.
    """
    nu = store.klok.nu()
    with store.read() as lezing:
        verbinding = lezing.verbinding
        verschil = _clock_difference(verbinding, nu)
        laatste = lezing.eigenschappen.laatste_backup()
        bevindingen = (
            *_database(verbinding),
            *_log(lezing),
            *_log_beside(lezing, naast),
            *_files(lezing),
            *_backup(laatste, nu),
            *_postbus(verbinding, nu),
            *_clock(verschil),
        )
        return Gezondheid(
            schema_of(verbinding),
            SCHEMA,
            {naam: _count(verbinding, naam) for naam in sorted(Rij.metadata.tables)},
            lezing.postbus.stand(),
            laatste,
            verschil,
            bevindingen,
        )


def _count(verbinding: Connection, naam: str) -> int:
    return int(verbinding.execute(select(func.count()).select_from(Rij.metadata.tables[naam])).scalar_one())


def _database(verbinding: Connection) -> Iterator[Bevinding]:
    if verbinding.dialect.name != "sqlite":
        return
    regels = verbinding.execute(text("PRAGMA integrity_check")).scalars().all()
    if regels != ["ok"]:
        yield Bevinding("database", "DATABASE_STUK", params={"reden": regels[0]})
    los = len(verbinding.execute(text("PRAGMA foreign_key_check")).all())
    if los:
        yield Bevinding("database", "VERWIJZING_LOS", params={"aantal": los})


def _log(lezing: Lezing) -> Iterator[Bevinding]:
    fouten = lezing.logboek.verify()
    if fouten:
        params = {"aantal": len(fouten), "nummer": fouten[0].nummer, "wat": fouten[0].code}
        yield Bevinding("logboek", "LOGBOEK_STUK", params=params)


def _log_beside(lezing: Lezing, naast: Manifest | None) -> Iterator[Bevinding]:
    if naast is None:
        return
    if naast.database_id != lezing.geheimen.database_id():
        yield _warning("logboek", "BACKUP_VAN_ANDER")
        return
    for fout in verify_against(lezing.verbinding, naast.logboek_aantal, naast.logboek_hash):
        yield Bevinding("logboek", "LOGBOEK_INGEKORT", params={"nummer": fout.nummer, "wat": fout.code})


def _files(lezing: Lezing) -> Iterator[Bevinding]:
    """Reads each file once; a file in the bin counts as well."""
    inhoud = InTabel(lezing.verbinding) if lezing.bijlagen_map is None else InMap(lezing.bijlagen_map)
    kolommen = tabel(BijlageRij).c
    gevraagd = select(kolommen.sha256, func.min(kolommen.id)).group_by(kolommen.sha256)
    for sha256, nummer in lezing.verbinding.execute(gevraagd).all():
        try:
            for _stuk in inhoud.read(sha256):
                pass
        except OpslagFout:
            yield Bevinding("bijlagen", "BIJLAGE_STUK", params={"nummer": nummer})


def _backup(laatste: Moment | None, nu: Moment) -> Iterator[Bevinding]:
    if laatste is None:
        yield _warning("backup", "BACKUP_ONTBREEKT")
    elif (dagen := (nu.utc - laatste.utc).days) >= BACKUP_DAGEN:
        yield _warning("backup", "BACKUP_OUD", dagen=dagen)


def _postbus(verbinding: Connection, nu: Moment) -> Iterator[Bevinding]:
    grens = Moment(nu.utc - VAST_NA)
    kolommen = tabel(UitgaandRij).c
    vast = verbinding.execute(
        select(func.count()).where(
            kolommen.staat.in_(("wacht", "bezig")),
            func.coalesce(kolommen.niet_voor, kolommen.gemaakt_op) < grens,
        )
    ).scalar_one()
    if vast:
        yield _warning("postbus", "POSTBUS_VAST", aantal=vast)
    onzeker = verbinding.execute(select(func.count()).where(kolommen.staat == "onzeker")).scalar_one()
    if onzeker:
        yield _warning("postbus", "POSTBUS_ONZEKER", aantal=onzeker)


def _clock_difference(verbinding: Connection, nu: Moment) -> int:
    """How many seconds this computer's clock is ahead of the server's; an embedded database has no other clock."""
    if verbinding.dialect.name == "sqlite":
        return 0
    server = verbinding.execute(select(func.extract("epoch", func.clock_timestamp()))).scalar_one()
    return round((nu.utc - datetime.fromtimestamp(float(server), UTC)).total_seconds())


def _clock(verschil: int) -> Iterator[Bevinding]:
    if abs(verschil) > KLOK_VERSCHIL:
        yield _warning("klok", "KLOK_WIJKT_AF", seconden=verschil)


def _warning(veld: str, code: str, **params: object) -> Bevinding:
    return Bevinding(veld, code, Ernst.WAARSCHUWING, params)
