"""The correction forms of the reports to Car-Pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from werkplaats.domain.correctie import Correctie, CorrectieInvoer, Gezet, Stap
from werkplaats.store.kopie import field_names, to_value
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.correctie import CorrectieRij, CorrectieStapRij

if TYPE_CHECKING:
    from collections.abc import Iterable

_VOLGORDE = list(Stap)


class Correcties(Repo):
    """One form at most for each report; whoever writes holds the report."""

    def of_melding(self, melding_id: int) -> Correctie | None:
        """The form of a report, if there is one."""
        rij = self._row(melding_id)
        return None if rij is None else self._value(rij)

    def write(self, melding_id: int, invoer: CorrectieInvoer) -> None:
        """Keeps what a person filled in; makes the form where there is none."""
        werk = self.werk
        rij = self._row(melding_id)
        if rij is None:
            rij = CorrectieRij(melding_id=melding_id, versie=0)
            werk.sessie.add(rij)
        for naam in field_names(CorrectieInvoer):
            setattr(rij, naam, getattr(invoer, naam))
        self._touch(rij)

    def put_steps(self, melding_id: int, stappen: Iterable[Stap]) -> None:
        """These steps stand now; one that stood keeps its moment and name."""
        werk, gewenst = self.werk, set(stappen)
        rij = self._row(melding_id)
        if rij is None:
            return
        stand = {gezet.stap for gezet in self._steps(rij.id)}
        weg = delete(CorrectieStapRij).where(
            CorrectieStapRij.correctie_id == rij.id, CorrectieStapRij.stap.in_(stand - gewenst)
        )
        werk.sessie.execute(weg)
        werk.sessie.add_all(
            CorrectieStapRij(correctie_id=rij.id, stap=stap, op=werk.nu, door=werk.wie.naam)
            for stap in sorted(gewenst - stand, key=_VOLGORDE.index)
        )
        self._touch(rij)

    def _touch(self, rij: CorrectieRij) -> None:
        rij.versie += 1
        rij.gewijzigd_op, rij.gewijzigd_door = self.werk.nu, self.werk.wie.naam
        self.werk.sessie.flush()

    def _row(self, melding_id: int) -> CorrectieRij | None:
        gevraagd = select(CorrectieRij).where(CorrectieRij.melding_id == melding_id)
        return self.tx.sessie.scalars(gevraagd.execution_options(populate_existing=True)).one_or_none()

    def _steps(self, correctie_id: int) -> tuple[Gezet, ...]:
        gevraagd = select(CorrectieStapRij).where(CorrectieStapRij.correctie_id == correctie_id)
        gezet = (to_value(rij, Gezet) for rij in self.tx.sessie.scalars(gevraagd))
        return tuple(sorted(gezet, key=lambda een: _VOLGORDE.index(een.stap)))

    def _value(self, rij: CorrectieRij) -> Correctie:
        invoer = to_value(rij, CorrectieInvoer)
        stappen = self._steps(rij.id)
        return Correctie(rij.id, rij.melding_id, invoer, stappen, rij.versie, rij.gewijzigd_op, rij.gewijzigd_door)
