"""What all rows share: the metadata with its naming rule, the tag of each column, the marks of editing and deleting."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, cast

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, MetaData, Table, Text, text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column

from werkplaats.domain.moment import Moment
from werkplaats.store.types import MomentType

PERSOONLIJK = {"tag": "persoonlijk"}
ZAKELIJK = {"tag": "zakelijk"}
TECHNISCH = {"tag": "technisch"}

NOOIT_HERGEBRUIKT = {"sqlite_autoincrement": True}
"""For tables whose id stands in the logboek: the id of a row that was emptied from the bin is not given out again."""


class Rij(DeclarativeBase):
    """A row of the database; ``WAARDEN`` names the domain values that are copied from it."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        int: Integer(),
        bool: Boolean(),
        date: Date(),
        Moment: MomentType(),
    }
    WAARDEN: ClassVar[tuple[type[Any], ...]] = ()


def tabel(rij: type[Rij]) -> Table:
    """The table of a row, for statements in SQLAlchemy Core."""
    return cast("Table", rij.__table__)


def persoonlijk(*args: Any, **kwargs: Any) -> MappedColumn[Any]:
    """A column about a person: erased when he is."""
    return mapped_column(*args, info=PERSOONLIJK, **kwargs)


def zakelijk(*args: Any, **kwargs: Any) -> MappedColumn[Any]:
    """A column about cars, shops and work: kept as long as the record."""
    return mapped_column(*args, info=ZAKELIJK, **kwargs)


def technisch(*args: Any, **kwargs: Any) -> MappedColumn[Any]:
    """A column for the program's own housekeeping: keys, versions, states."""
    return mapped_column(*args, info=TECHNISCH, **kwargs)


def sleutel() -> MappedColumn[Any]:
    """The id of a row."""
    return technisch(primary_key=True)


def verwijzing(doel: str, **kwargs: Any) -> MappedColumn[Any]:
    """A reference to another row, such as ``verwijzing("voertuig.id")``."""
    return technisch(ForeignKey(doel), **kwargs)


def levend(naam: str, *kolommen: str, waar: str) -> Index:
    """A unique rule over some rows only, on both databases; ``waar`` is plain SQL that both understand.

    It is named for SQLite alone: naming PostgreSQL here would load all its drivers at each start, and tables are made
    by migrations only, which name both (a test compares).
    """
    return Index(naam, *kolommen, unique=True, sqlite_where=text(waar))


class Bewerkbaar:
    """A record that people edit: its version goes up at each save; and the last hand that changed it."""

    versie: Mapped[int] = technisch(default=1)
    gewijzigd_op: Mapped[Moment] = technisch()
    gewijzigd_door: Mapped[str] = technisch()


class Verwijderbaar:
    """A record that a person can delete: it stays until the bin is emptied; None while it lives."""

    verwijderd_op: Mapped[Moment | None] = technisch()
    verwijderd_door: Mapped[str | None] = technisch()
