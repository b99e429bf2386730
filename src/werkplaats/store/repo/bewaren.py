"""Retention: what was in the bin long enough, and what old messages and lines of the logboek hold of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, exists, false, func, select, update

from werkplaats.domain.moment import Moment
from werkplaats.domain.postbus import Staat
from werkplaats.store.repo.basis import Repo
from werkplaats.store.repo.bijlagen import Bijlagen
from werkplaats.store.rows import Rij
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.bestanden import BijlageRij
from werkplaats.store.rows.logboek import LogboekRij, LogboekWaardeRij
from werkplaats.store.rows.postbus import UitgaandPogingRij, UitgaandRij

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import timedelta

    from sqlalchemy import ColumnElement, Select, Table

_B = tabel(BijlageRij)
_LOG, _WAARDE = tabel(LogboekRij), tabel(LogboekWaardeRij)
_UITGAAND, _POGING = tabel(UitgaandRij), tabel(UitgaandPogingRij)


class Bewaren(Repo):
    """Counts, and takes away, what need not be kept any longer; each answer is the number of rows by category."""

    def count(self, nu: Moment, prullenbak: timedelta, berichten: timedelta, logboek: timedelta) -> dict[str, int]:
        """How many rows there are to take away."""
        voor = _before(nu, prullenbak)
        vragen = {
            "prullenbak": [_counted(t, t.c.verwijderd_op < voor) for t in _leaves() if t is not _B]
            + [_counted(_B, _file_goes(voor))],
            "berichten": [_counted(_UITGAAND, _old_message(nu, berichten))],
            "logboek": [_counted(_WAARDE, _old_value(nu, logboek))],
        }
        geteld = {naam: sum(map(self._one, delen)) for naam, delen in vragen.items()}
        return {**geteld, "bestanden": len(Bijlagen(self.tx).unnamed(~_file_goes(voor)))}

    def take_away(self, nu: Moment, prullenbak: timedelta, berichten: timedelta, logboek: timedelta) -> None:
        """Empties the bin, what sent messages held, and what the logboek said of fields; the chain of hashes holds.

        What the files held goes afterwards, with ``Bijlagen.sweep``.
        """
        verbinding, voor = self.werk.verbinding, _before(nu, prullenbak)
        verbinding.execute(delete(_B).where(_file_goes(voor)))
        for t in _leaves():
            verbinding.execute(delete(t).where(t.c.verwijderd_op < voor))
        oud = _old_message(nu, berichten)
        pogingen = _POGING.c.uitgaand_id.in_(select(_UITGAAND.c.id).where(oud))
        verbinding.execute(update(_POGING).where(pogingen).values(inhoud="", antwoord=None))
        verbinding.execute(update(_UITGAAND).where(oud).values(inhoud="{}", kop="", tekst="", laatste_antwoord=None))
        verbinding.execute(delete(_WAARDE).where(_old_value(nu, logboek)))

    def _one(self, gevraagd: Select[int]) -> int:
        return self.tx.verbinding.execute(gevraagd).scalar_one()


def _counted(t: Table, waar: ColumnElement[bool]) -> Select[int]:
    return select(func.count()).select_from(t).where(waar)


def _before(nu: Moment, duur: timedelta) -> Moment:
    return Moment(nu.utc - duur)


def _leaves() -> Iterator[Table]:
    """The tables with a bin to which no other table refers: a car with its history goes by another way."""
    alle = Rij.metadata.sorted_tables
    genoemd = {sleutel.column.table.name for t in alle for sleutel in t.foreign_keys}
    yield from (t for t in alle if "verwijderd_op" in t.c and t.name not in genoemd)


def _file_goes(voor: Moment) -> ColumnElement[bool]:
    """A file that was in the bin long enough, or whose record was, so that the record goes as well or is gone."""
    weg: ColumnElement[bool] = func.coalesce(_B.c.verwijderd_op < voor, false())
    for t in _leaves():
        if "id" in t.c and t is not _B:
            blijft = exists().where(
                t.c.id == _B.c.onderwerp_id, t.c.verwijderd_op.is_(None) | (t.c.verwijderd_op >= voor)
            )
            weg = weg | ((_B.c.onderwerp == t.name) & ~blijft)
    return weg


def _old_message(nu: Moment, duur: timedelta) -> ColumnElement[bool]:
    weg = _UITGAAND.c.staat.in_((Staat.VERZONDEN.value, Staat.INGETROKKEN.value))
    return weg & (_UITGAAND.c.gemaakt_op < _before(nu, duur)) & (_UITGAAND.c.inhoud != "{}")


def _old_value(nu: Moment, duur: timedelta) -> ColumnElement[bool]:
    return exists().where(_LOG.c.id == _WAARDE.c.logboek_id, _LOG.c.moment < _before(nu, duur))
