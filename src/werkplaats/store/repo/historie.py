"""What happened with a car beside its card: its visits, reports, orders and files, each kind in one question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, or_, select

from werkplaats.domain.bijlage import Bijlage
from werkplaats.domain.historie import BestandStap, KaartStap, MeldingStap, OrderStap, PlaatStap, Stap
from werkplaats.domain.kmstand import to_km
from werkplaats.domain.order import Orderstatus
from werkplaats.domain.ponaanvraag import OPEN, Aanvraagstaat
from werkplaats.domain.werkkaart import KaartStaat
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.bestanden import BijlageRij
from werkplaats.store.rows.dekking import GarantieRij, SchadeRij
from werkplaats.store.rows.logboek import LogboekRij, LogboekWaardeRij
from werkplaats.store.rows.melding import MeldingGebeurtenisRij, MeldingRij
from werkplaats.store.rows.order import VerkooporderRij
from werkplaats.store.rows.ponaanvraag import PonAanvraagRij
from werkplaats.store.rows.voertuig import VoertuigRij
from werkplaats.store.rows.werkkaart import WerkkaartRij

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Select, Table

_L, _W = tabel(LogboekRij), tabel(LogboekWaardeRij)
_K, _M, _G = tabel(WerkkaartRij), tabel(MeldingRij), tabel(MeldingGebeurtenisRij)
_O, _P, _V, _B = tabel(VerkooporderRij), tabel(PonAanvraagRij), tabel(VoertuigRij), tabel(BijlageRij)
_VAN_AUTO = {"schade": tabel(SchadeRij), "garantie": tabel(GarantieRij)}
_VAN_SHOP = {"werkkaart": _K, "carpass": _M}

LIMIET = 2000
"""So many lines of a kind at most, the latest ones: nobody reads further back on a line of time."""


class Levensloop(Repo):
    """The past of a car in one shop; what a person may see of it is asked by kind."""

    def werkkaarten(self, voertuig_id: int, shop_id: int) -> Iterator[Stap]:
        """When the werkkaarten of a car were made, and came to each of their states."""
        van_auto = _K.c.voertuig_id == voertuig_id, _K.c.shop_id == shop_id
        kolommen = (_K.c.id, _K.c.nummer, _K.c.klacht)
        for rij in self._rows(_logged(_K, "werkkaart", "staat", *kolommen).where(*van_auto)):
            staat = KaartStaat(rij.na) if rij.na else None
            yield Stap(rij.moment, rij.wie, KaartStap(rij.id, rij.nummer, rij.klacht, staat))

    def orders(self, voertuig_id: int, shop_id: int) -> Iterator[Stap]:
        """When the sales orders with the chassis number of a car were made, and came to each status."""
        gevraagd = _logged(_O, "order", "status", _O.c.id, _O.c.nummer).where(*_sold(voertuig_id, shop_id))
        for rij in self._rows(gevraagd):
            status = Orderstatus(rij.na) if rij.na and rij.handeling != "toegevoegd" else None
            yield Stap(rij.moment, rij.wie, OrderStap(rij.id, rij.nummer, status))

    def aanvragen(self, voertuig_id: int, shop_id: int) -> Iterator[Stap]:
        """The requests at PON for the plate of a car, and how they ended."""
        gevraagd = (
            select(_O.c.id, _O.c.nummer, _P.c.staat, _P.c.kenteken, _P.c.gemaakt_op, _P.c.gemaakt_door)
            .add_columns(_P.c.staat_sinds)
            .join_from(_P, _O, _O.c.id == _P.c.order_id)
            .where(*_sold(voertuig_id, shop_id))
            .order_by(_P.c.id.desc())
        )
        for rij in self._rows(gevraagd):
            yield Stap(rij.gemaakt_op, rij.gemaakt_door, PlaatStap(rij.id, rij.nummer, Aanvraagstaat.WACHT, ""))
            if rij.staat not in OPEN:
                yield Stap(rij.staat_sinds, "", PlaatStap(rij.id, rij.nummer, rij.staat, rij.kenteken))

    def meldingen(self, voertuig_id: int, shop_id: int) -> Iterator[Stap]:
        """What moved the reports of a car to Car-Pass."""
        gevraagd = (
            select(_G.c.moment, _G.c.wie, _G.c.code, _G.c.naar, _G.c.tekst, _M.c.id, _M.c.stand, _M.c.eenheid)
            .join_from(_G, _M, _M.c.id == _G.c.melding_id)
            .where(_M.c.voertuig_id == voertuig_id, _M.c.shop_id == shop_id)
            .where(or_(_G.c.van != _G.c.naar, _G.c.code == "ingevoerd"))
            .order_by(_G.c.id.desc())
        )
        for rij in self._rows(gevraagd):
            km = None if rij.stand is None else to_km(rij.stand, rij.eenheid)
            yield Stap(rij.moment, rij.wie, MeldingStap(rij.id, rij.code, rij.naar, rij.tekst, km))

    def bestanden(self, voertuig_id: int, shop_id: int, soorten: frozenset[str]) -> Iterator[Stap]:
        """When the files of a car came and went, and those of its records of these kinds."""
        gevraagd = select(_B).where(or_(*_owners(voertuig_id, shop_id, soorten))).order_by(_B.c.id.desc())
        for rij in self._rows(gevraagd):
            bijlage = Bijlage(
                *(rij.id, rij.onderwerp, rij.onderwerp_id, rij.naam, rij.soort, rij.grootte, rij.sha256),
                *(rij.gemaakt_op, rij.gemaakt_door),
            )
            yield Stap(rij.gemaakt_op, rij.gemaakt_door, BestandStap(bijlage, weg=False))
            if rij.verwijderd_op is not None:
                yield Stap(rij.verwijderd_op, rij.verwijderd_door or "", BestandStap(bijlage, weg=True))

    def _rows(self, gevraagd: Select[Any]) -> Any:
        return self.tx.verbinding.execute(gevraagd.limit(LIMIET)).all()


def _logged(van: Table, onderwerp: str, veld: str, *kolommen: Any) -> Select[Any]:
    """The making of records and each change of one of their fields, the latest first, with its new value."""
    # A file that joins a record is "toegevoegd" to it too.
    nieuw = and_(_L.c.handeling == "toegevoegd", _L.c.veldnamen != "bijlage")
    return (
        select(_L.c.moment, _L.c.wie, _L.c.handeling, _W.c.na, *kolommen)
        .select_from(
            van.join(_L, and_(_L.c.onderwerp == onderwerp, _L.c.onderwerp_id == van.c.id)).outerjoin(
                _W, and_(_W.c.logboek_id == _L.c.id, _W.c.veld == veld)
            )
        )
        .where(or_(nieuw, _W.c.veld.is_not(None)))
        .order_by(_L.c.id.desc())
    )


def _sold(voertuig_id: int, shop_id: int) -> tuple[ColumnElement[bool], ...]:
    """The living orders of a shop for the car of this chassis number: PON's plate finds the car the same way."""
    vin = select(_V.c.chassisnummer).where(_V.c.id == voertuig_id).scalar_subquery()
    return _O.c.chassisnummer == vin, _O.c.shop_id == shop_id, _O.c.verwijderd_op.is_(None)


def _owners(voertuig_id: int, shop_id: int, soorten: frozenset[str]) -> Iterator[ColumnElement[bool]]:
    """By subject to which records of a car a file may belong."""
    yield and_(_B.c.onderwerp == "voertuig", _B.c.onderwerp_id == voertuig_id)
    for soort, van in (_VAN_AUTO | _VAN_SHOP).items():
        if soort in soorten:
            ids = select(van.c.id).where(van.c.voertuig_id == voertuig_id)
            ids = ids.where(van.c.shop_id == shop_id) if soort in _VAN_SHOP else ids
            yield and_(_B.c.onderwerp == soort, _B.c.onderwerp_id.in_(ids))
