"""What a repository is given: the transaction that it works in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

    from werkplaats.domain.moment import Moment
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.repo.nummers import Nummers


class Transactie(Protocol):
    """A transaction in which a repository reads."""

    @property
    def verbinding(self) -> Connection:
        """The connection of the transaction."""

    @property
    def sessie(self) -> Session:
        """The session of the transaction."""

    @property
    def embedded(self) -> bool:
        """Whether this is SQLite."""

    @property
    def bijlagen_map(self) -> Path | None:
        """The folder of files; None where they lie in a table."""


class Schrijvend(Transactie, Protocol):
    """A transaction in which a repository may also write."""

    @property
    def wie(self) -> Wie:
        """For whom."""

    @property
    def nu(self) -> Moment:
        """When."""

    @property
    def vandaag(self) -> date:
        """On which day, where that person works."""

    @property
    def nummers(self) -> Nummers:
        """The number series."""

    def log(
        self,
        onderwerp: str,
        onderwerp_id: int,
        handeling: str,
        waarden: Mapping[str, tuple[str | None, str | None]] | None = None,
    ) -> None:
        """Notes a line of the logboek."""

    def touch(self, voertuigen: Iterable[int]) -> None:
        """Has the lines of these cars in the long list made anew."""


class Repo:
    """A repository in one transaction."""

    def __init__(self, tx: Transactie) -> None:
        self.tx = tx

    @property
    def werk(self) -> Schrijvend:
        """The transaction, where it may write; a TypeError in one that only reads."""
        if not hasattr(self.tx, "wie"):
            raise TypeError("a transaction that only reads cannot write")
        return cast("Schrijvend", self.tx)
