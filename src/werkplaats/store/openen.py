"""Opens the database: refuses what is not safe or too new, and migrates an embedded one by itself after a backup."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from werkplaats.store.fouten import translated
from werkplaats.store.opslag import Store
from werkplaats.store.plaats import check_place
from werkplaats.store.plaatsen import bijlagen_folder
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.organisatie import DATABASE_ID, EigenschapRij
from werkplaats.store.schema import SCHEMA, check_schema, read_schema
from werkplaats.store.verbinding import make_engines, parse_url, sqlite_path

if TYPE_CHECKING:
    from pathlib import Path

    from werkplaats.domain.moment import Klok
    from werkplaats.store.verbinding import Engines


def open_store(url: str, klok: Klok, backup_dir: Path | None = None) -> Store:
    """The store at an address such as ``sqlite:////data/werkplaats.db``; raises OpslagFout.

    An embedded database is made when there is none, and migrated when it is older; the backup before that goes to
    ``backup_dir``, or to the folder ``backups`` beside the database. A PostgreSQL database is only opened: a Beheerder
    makes and migrates it (``werkplaats-beheer bijwerken``).
    """
    adres = parse_url(url)
    embedded = adres.get_backend_name() == "sqlite"
    if embedded:
        check_place(sqlite_path(adres))
    engines = make_engines(adres)
    try:
        with translated(engines.plaats):
            _bring_up_to_date(engines, klok, backup_dir)
        _ensure_id(engines)
    except BaseException:
        engines.dispose()
        raise
    return Store(engines, klok, bijlagen_folder(adres) if embedded else None)


def _bring_up_to_date(engines: Engines, klok: Klok, backup_dir: Path | None) -> None:
    nummer = read_schema(engines.schrijven if engines.embedded else engines.lezen)
    if engines.embedded and nummer < SCHEMA:
        # Alembic is loaded only when there is work for it: it costs a tenth of a second at each start.
        from werkplaats.store.bijwerken import update  # noqa: PLC0415 - loaded only when it has work

        update(engines.url, klok, backup_dir)
        nummer = SCHEMA
    check_schema(nummer, engines.plaats)


def _ensure_id(engines: Engines) -> None:
    """Gives a new database its random id, to which its secrets are bound."""
    eigenschap = tabel(EigenschapRij)
    gevraagd = select(eigenschap.c.waarde).where(eigenschap.c.naam == DATABASE_ID)
    with translated(engines.plaats):
        with engines.lezen.connect() as verbinding:
            if verbinding.execute(gevraagd).scalar() is not None:
                return
        with engines.schrijven.begin() as verbinding:
            if verbinding.execute(gevraagd).scalar() is None:
                verbinding.execute(insert(eigenschap).values(naam=DATABASE_ID, waarde=str(uuid.uuid4())))
