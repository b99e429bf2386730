"""The files of records: found by what they hold, so that equal content is kept once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, true

from werkplaats.domain.bijlage import Bijlage
from werkplaats.errors import NietGevonden
from werkplaats.store.inhoud import Inhoud, InMap, InTabel
from werkplaats.store.kopie import to_value
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.bestanden import BijlageRij

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from sqlalchemy import ColumnElement

_B = tabel(BijlageRij)


class Bijlagen(Repo):
    """The files; a list never loads their content."""

    def add(self, onderwerp: str, onderwerp_id: int, naam: str, soort: str, bron: BinaryIO) -> int:
        """Adds a file of at most 50 MB to a record; raises WerkplaatsError BIJLAGE_TE_GROOT."""
        werk = self.werk
        sha256, grootte = self._inhoud().put(bron)
        rij = BijlageRij(
            onderwerp=onderwerp,
            onderwerp_id=onderwerp_id,
            naam=naam,
            soort=soort,
            grootte=grootte,
            sha256=sha256,
            gemaakt_op=werk.nu,
            gemaakt_door=werk.wie.naam,
        )
        werk.sessie.add(rij)
        werk.sessie.flush()
        return rij.id

    def van(self, onderwerp: str, onderwerp_id: int) -> tuple[Bijlage, ...]:
        """The files of a record, in the order in which they came."""
        gevraagd = select(BijlageRij).where(
            BijlageRij.onderwerp == onderwerp,
            BijlageRij.onderwerp_id == onderwerp_id,
            BijlageRij.verwijderd_op.is_(None),
        )
        return tuple(to_value(rij, Bijlage) for rij in self.tx.sessie.scalars(gevraagd.order_by(BijlageRij.id)))

    def get(self, nummer: int) -> Bijlage:
        """A file; raises NietGevonden."""
        return to_value(self._row(nummer), Bijlage)

    def is_there(self, nummer: int) -> bool:
        """Whether a file is there, and not in the bin."""
        gevraagd = select(BijlageRij.id).where(BijlageRij.id == nummer, BijlageRij.verwijderd_op.is_(None))
        return self.tx.sessie.execute(gevraagd).first() is not None

    def read(self, nummer: int) -> Iterator[bytes]:
        """The content of a file, in pieces; raises NietGevonden, and OpslagFout OPSLAG_STUK for damaged content."""
        return self._inhoud().read(self._row(nummer).sha256)

    def delete(self, nummer: int) -> None:
        """Puts a file in the bin; raises NietGevonden."""
        rij = self._row(nummer)
        rij.verwijderd_op, rij.verwijderd_door = self.werk.nu, self.werk.wie.naam
        self.werk.sessie.flush()

    def restore(self, nummer: int) -> None:
        """Takes a file out of the bin again; raises NietGevonden."""
        rij = self.werk.sessie.get(BijlageRij, nummer, populate_existing=True)
        if rij is None:
            raise NietGevonden("bijlage", nummer)
        rij.verwijderd_op, rij.verwijderd_door = None, None
        self.werk.sessie.flush()

    def rename(self, nummer: int, naam: str) -> None:
        """Gives a file another name; raises NietGevonden."""
        self._row(nummer).naam = naam
        self.werk.sessie.flush()

    def unnamed(self, blijft: ColumnElement[bool]) -> frozenset[str]:
        """The content that no file would name any more, if only the files of which ``blijft`` holds were left."""
        genoemd = self.tx.verbinding.scalars(select(_B.c.sha256).where(blijft).distinct())
        return self._inhoud().kept() - frozenset(genoemd)

    def sweep(self) -> int:
        """Takes away the content that no file names, not even one in the bin; returns how many.

        What lies in a folder is gone at once and comes back by no rollback: so this is a transaction of its own, after
        the one that took the rows away.
        """
        inhoud = self._inhoud()
        inhoud.hold(self.unnamed(true()))
        # Asked again under the lock: a file with the same content may have come meanwhile.
        return inhoud.remove(self.unnamed(true()))

    def _row(self, nummer: int) -> BijlageRij:
        gevraagd = select(BijlageRij).where(BijlageRij.id == nummer, BijlageRij.verwijderd_op.is_(None))
        rij = self.tx.sessie.scalars(gevraagd.execution_options(populate_existing=True)).one_or_none()
        if rij is None:
            raise NietGevonden("bijlage", nummer)
        return rij

    def _inhoud(self) -> Inhoud:
        return InTabel(self.tx.verbinding) if self.tx.bijlagen_map is None else InMap(self.tx.bijlagen_map)
