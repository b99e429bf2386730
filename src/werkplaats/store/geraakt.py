"""Which cars, relaties and orders a transaction touched, so that their lines in the lists are made anew at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import event

from werkplaats.store.lijsten import write_lines
from werkplaats.store.orderlijst import write_order_lines
from werkplaats.store.rows.kmstand import KmStandRij
from werkplaats.store.rows.order import VerkooporderRij
from werkplaats.store.rows.relatie import RelatieRij
from werkplaats.store.rows.voertuig import VoertuigKentekenRij, VoertuigRelatieRij, VoertuigRij

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session, UOWTransaction


class Geraakt:
    """Hears of every row that is flushed; what is written past the session is told by ``add``."""

    def __init__(self) -> None:
        self.voertuigen: set[int] = set()
        self.relaties: set[int] = set()
        self.orders: set[int] = set()

    def watch(self, sessie: Session) -> None:
        """Listens to a session."""
        event.listen(sessie, "after_flush", self._flushed)

    def add(self, onderwerp: str, nummers: Iterable[int]) -> None:
        """Tells of records of a subject; subjects without a list are no matter."""
        soort = {"voertuig": self.voertuigen, "relatie": self.relaties, "order": self.orders}.get(onderwerp)
        if soort is not None:
            soort.update(nummers)

    def write_lines(self, verbinding: Connection) -> None:
        """Makes the lines anew."""
        if self.voertuigen or self.relaties:
            write_lines(verbinding, self.voertuigen, self.relaties)
        if self.orders or self.relaties:
            write_order_lines(verbinding, self.orders, self.relaties)

    def _flushed(self, sessie: Session, _context: UOWTransaction) -> None:
        for rij in (*sessie.new, *sessie.dirty, *sessie.deleted):
            if isinstance(rij, VoertuigRij):
                self.voertuigen.add(rij.id)
            elif isinstance(rij, (VoertuigKentekenRij, VoertuigRelatieRij, KmStandRij)):
                self.voertuigen.add(rij.voertuig_id)
            elif isinstance(rij, RelatieRij):
                self.relaties.add(rij.id)
            elif isinstance(rij, VerkooporderRij):
                self.orders.add(rij.id)
