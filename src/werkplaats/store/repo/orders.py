"""The sales orders of the shops, with their plates and what became of the request for a plate."""

from __future__ import annotations

from functools import cache, partial
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import joinedload, selectinload

from werkplaats.domain.merk import merk_sleutel
from werkplaats.domain.order import Goedkeuring, OrderKaart, Plaatregel, VerkoopOrder
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import field_names, to_value
from werkplaats.store.lijsten import pieces
from werkplaats.store.orderfeiten import O, fact_columns
from werkplaats.store.orderlijst import orders_list
from werkplaats.store.ponplanning import Planning
from werkplaats.store.ponvraag import Ponvraag
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.order import MerkRij, OrderPlaatRij, VerkooporderRij

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from sqlalchemy.sql.base import ExecutableOption

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.moment import Moment
    from werkplaats.domain.order import OrderRegel
    from werkplaats.domain.pon import Oordeel, PonKeuze, PonRegel
    from werkplaats.store.repo.lijsten import Lijst

SOORT = "order"
_STUK = 500
_NUMMER, _CODE = itemgetter(0), itemgetter(1)
_EIGEN = frozenset({"relatie", "kenteken", "platen"})
"""Fields of the card that are no column of the same name."""
_P, _M = tabel(OrderPlaatRij), tabel(MerkRij)


@cache
def _with_everything() -> tuple[ExecutableOption, ...]:
    return joinedload(VerkooporderRij.klant), selectinload(VerkooporderRij.plaatrijen)


class Orders(Repo):
    """The orders of all shops; what a person may see is asked by shop."""

    def get(self, nummer: int) -> VerkoopOrder:
        """An order; raises NietGevonden."""
        return _value(self._row(nummer))

    def lock(self, nummer: int) -> None:
        """Keeps others from changing this order until the transaction ends; raises NietGevonden."""
        gevraagd = select(VerkooporderRij.id).where(VerkooporderRij.id == nummer)
        if self.tx.sessie.execute(gevraagd.with_for_update()).first() is None:
            raise NietGevonden(SOORT, nummer)

    def by_number(self, shop_id: int, nummer: str) -> int | None:
        """The id of the living order of a shop with this number."""
        gevraagd = select(O.c.id).where(O.c.shop_id == shop_id, O.c.nummer == nummer, O.c.verwijderd_op.is_(None))
        return self.tx.verbinding.execute(gevraagd).scalar_one_or_none()

    def by_reference(self, shop_id: int, referentie: str) -> int | None:
        """The id of the living order of a shop that bears this number in another package; the first made."""
        gevraagd = select(O.c.id).where(
            O.c.shop_id == shop_id, O.c.referentie == referentie, O.c.verwijderd_op.is_(None)
        )
        return self.tx.verbinding.execute(gevraagd.order_by(O.c.id).limit(1)).scalar_one_or_none()

    def add(self, kaart: OrderKaart, gepland_op: Moment | None = None) -> int:
        """Adds an order of the shop in which one works, with the next number of the year; returns its id.

        ``gepland_op`` is told of an order that was planned elsewhere; one that is planned here was so just now.
        """
        werk = self.werk
        rij = VerkooporderRij(
            shop_id=werk.wie.shop_id,
            nummer=werk.nummers.volgende(f"shop:{werk.wie.shop_id}", SOORT, werk.vandaag.year),
            versie=1,
            gewijzigd_op=werk.nu,
            gewijzigd_door=werk.wie.naam,
            goedkeuren_door="",
            ingetrokken=False,
            aanvraag_loopt=False,
        )
        self._lay(rij, kaart, gepland_op)
        werk.sessie.add(rij)
        werk.sessie.flush()
        self._write_plates(rij.id, kaart.platen)
        return rij.id

    def write(self, nummer: int, kaart: OrderKaart, gepland_op: Moment | None) -> None:
        """Writes the card of an order and since when it is planned; raises NietGevonden."""
        rij = self._row(nummer)
        self._lay(rij, kaart, gepland_op)
        self._touched(rij)
        self._write_plates(nummer, kaart.platen)

    def delete(self, nummer: int) -> None:
        """Puts an order in the bin; raises NietGevonden."""
        rij = self._row(nummer)
        rij.verwijderd_op, rij.verwijderd_door = self.werk.nu, self.werk.wie.naam
        self._touched(rij)

    def restore(self, nummer: int) -> None:
        """Takes an order out of the bin; raises NietGevonden when it is not there any more."""
        rij = self._row(nummer, living=False)
        rij.verwijderd_op = rij.verwijderd_door = None
        self._touched(rij)

    # The request for its plate.

    def approve(self, nummer: int, regel: PonRegel | None = None, dag: date | None = None) -> None:
        """Sets *Goedkeuren*: the request is under way from now on. ``regel`` and ``dag`` when a rule said so."""
        rij = self._row(nummer)
        rij.goedkeuren_op, rij.goedkeuren_door = self.werk.nu, self.werk.wie.naam
        rij.goedkeuren_regel, rij.goedkeuren_dag = regel, dag
        rij.ingetrokken, rij.aanvraag_loopt = False, True
        self._touched(rij)

    def withdraw(self, nummer: int) -> None:
        """A person took *Goedkeuren* off before the request was sent; the program does not set it again."""
        rij = self._row(nummer)
        self._unapprove(rij)
        rij.ingetrokken = True
        self._touched(rij)

    def end_request(self, nummer: int, kenteken: Kenteken | None) -> None:
        """The request is over: the plate was given, or with None it was refused."""
        rij = self._row(nummer)
        rij.aanvraag_loopt = False
        if kenteken is not None:
            _set_plate(rij, kenteken)
        else:
            self._unapprove(rij)
        self._touched(rij)

    def judged(self, shop_id: int, keuze: PonKeuze, vandaag: date) -> Iterator[tuple[int, Oordeel]]:
        """Every living order of a shop with what is decided about its plate today, all of one moment."""
        vraag = Ponvraag(fact_columns(self._via_pon()), keuze, vandaag)
        gevraagd = select(O.c.id, vraag.packed).where(O.c.shop_id == shop_id, O.c.verwijderd_op.is_(None))
        # Past the rows of SQLAlchemy: of a million orders few decisions differ, and each is read once.
        cursor = self.tx.verbinding.execute(gevraagd).cursor
        oordelen = _Gelezen(vraag.unpack)
        return chain.from_iterable(
            zip(map(_NUMMER, stuk), map(oordelen.__getitem__, map(_CODE, stuk)), strict=True)
            for stuk in iter(partial(cursor.fetchmany, _STUK), [])
        )

    def several(self, nummers: Iterable[int]) -> Iterator[VerkoopOrder]:
        """These orders in the order of their ids, those in the bin left out."""
        for stuk in pieces(set(nummers)):
            gevraagd = select(VerkooporderRij).where(
                VerkooporderRij.id.in_(stuk), VerkooporderRij.verwijderd_op.is_(None)
            )
            gevraagd = gevraagd.options(*_with_everything()).order_by(VerkooporderRij.id)
            yield from map(_value, self.tx.sessie.scalars(gevraagd))

    def listed(self, shop_id: int, keuze: PonKeuze, vandaag: date) -> Lijst[OrderRegel]:
        """The long list of the orders of a shop."""
        vraag = Ponvraag(fact_columns(self._via_pon()), keuze, vandaag)
        delen = self.planning(shop_id, keuze, vandaag).parts
        return orders_list(self.tx.verbinding, shop_id, vraag, delen)

    def planning(self, shop_id: int, keuze: PonKeuze, vandaag: date) -> Planning:
        """What is still to happen with the plates of the orders of a shop."""
        feiten = fact_columns(self._via_pon())
        return Planning(self.tx.verbinding, shop_id, feiten, Ponvraag(feiten, keuze, vandaag), keuze, vandaag)

    # Within.

    def _via_pon(self) -> frozenset[str]:
        return frozenset(self.tx.verbinding.scalars(select(_M.c.sleutel).where(_M.c.via_pon)))

    def _row(self, nummer: int, *, living: bool = True) -> VerkooporderRij:
        gevraagd = select(VerkooporderRij).where(VerkooporderRij.id == nummer).options(*_with_everything())
        if living:
            gevraagd = gevraagd.where(VerkooporderRij.verwijderd_op.is_(None))
        rij = self.tx.sessie.scalars(gevraagd.execution_options(populate_existing=True)).one_or_none()
        if rij is None:
            raise NietGevonden(SOORT, nummer)
        return rij

    def _lay(self, rij: VerkooporderRij, kaart: OrderKaart, gepland_op: Moment | None) -> None:
        for naam in field_names(OrderKaart):
            if naam not in _EIGEN:
                setattr(rij, naam, getattr(kaart, naam))
        rij.relatie_id = kaart.relatie.id if kaart.relatie else None
        rij.merk_sleutel = merk_sleutel(kaart.merk)
        rij.gepland_op = gepland_op
        rij.gepland_dag = gepland_op.lokaal(self.werk.wie.zone).date() if gepland_op else None
        _set_plate(rij, kaart.kenteken)

    def _unapprove(self, rij: VerkooporderRij) -> None:
        rij.goedkeuren_op, rij.goedkeuren_door = None, ""
        rij.goedkeuren_regel = rij.goedkeuren_dag = None
        rij.aanvraag_loopt = False

    def _touched(self, rij: VerkooporderRij) -> None:
        rij.versie += 1
        rij.gewijzigd_op, rij.gewijzigd_door = self.werk.nu, self.werk.wie.naam
        self.werk.sessie.flush()

    def _write_plates(self, nummer: int, platen: tuple[Plaatregel, ...]) -> None:
        verbinding = self.werk.verbinding
        verbinding.execute(delete(_P).where(_P.c.order_id == nummer))
        rijen = [
            {"order_id": nummer, "nr": nr, "plaattype": regel.plaattype, "aantal": regel.aantal}
            for nr, regel in enumerate(platen, start=1)
        ]
        if rijen:
            verbinding.execute(insert(_P), rijen)


class _Gelezen(dict[float, "Oordeel"]):
    """The decisions by their code, each read when it is first met."""

    def __init__(self, unpack: Callable[[float], Oordeel]) -> None:
        super().__init__()
        self._unpack = unpack

    def __missing__(self, code: float) -> Oordeel:
        oordeel = self[code] = self._unpack(code)
        return oordeel


def _set_plate(rij: VerkooporderRij, plaat: Kenteken | None) -> None:
    rij.kenteken_compact, rij.kenteken_land = (plaat.compact, plaat.land) if plaat else ("", "")
    rij.kenteken_weergave = plaat.weergave if plaat else ""


def _value(rij: VerkooporderRij) -> VerkoopOrder:
    goedkeuring = None
    if rij.goedkeuren_op is not None:
        goedkeuring = Goedkeuring(rij.goedkeuren_op, rij.goedkeuren_door, rij.goedkeuren_regel, rij.goedkeuren_dag)
    return to_value(rij, VerkoopOrder, kaart=to_value(rij, OrderKaart), goedkeuring=goedkeuring)
