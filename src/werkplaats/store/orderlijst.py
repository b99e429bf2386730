"""The list of orders: its lines, made anew for each order and customer that was touched, and how it is read."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, bindparam, select, type_coerce

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.lijst import ACHTERAAN, plat, sorteertekst
from werkplaats.domain.order import OrderRegel, Orderstatus
from werkplaats.store.lijsten import pieces, replace_lines
from werkplaats.store.orderfeiten import DAGEN, O
from werkplaats.store.repo.lijsten import Lijst
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.order import OrderLijstRij
from werkplaats.store.rows.relatie import RelatieRij

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import ColumnElement, Connection, Select

    from werkplaats.store.ponvraag import Ponvraag

_L, _R = tabel(OrderLijstRij), tabel(RelatieRij)
VOLGORDE = {status: str(nr) for nr, status in enumerate(Orderstatus)}
"""What the list is sorted on for a state: how far the sale is."""
_EIND = 8


def write_order_lines(verbinding: Connection, orders: Iterable[int], relaties: Iterable[int]) -> None:
    """Makes the lines of these orders anew, and of the orders of these customers."""
    van_klant = {
        nummer
        for stuk in pieces(set(relaties))
        for nummer in verbinding.scalars(select(O.c.id).where(O.c.relatie_id.in_(stuk)))
    }
    for stuk in pieces(set(orders) | van_klant):
        replace_lines(verbinding, _L, stuk, map(_line, verbinding.execute(_orders(), {"ids": stuk})))


@cache
def _orders() -> Select[Any]:
    return (
        select(
            *(O.c.id, O.c.shop_id, O.c.nummer, O.c.referentie, O.c.merk, O.c.model, O.c.status, O.c.afleverdatum),
            *(type_coerce(O.c.chassisnummer, Text).label("vin"), O.c.kenteken_compact),
            *(_R.c.weergave, _R.c.naam, _R.c.tussenvoegsel),
        )
        .select_from(O.outerjoin(_R, _R.c.id == O.c.relatie_id))
        .where(O.c.verwijderd_op.is_(None), O.c.id.in_(bindparam("ids", expanding=True)))
    )


def _line(rij: Any) -> dict[str, Any]:
    auto = f"{rij.merk} {rij.model}"
    delen = (rij.nummer, rij.referentie, rij.weergave, auto, rij.vin, rij.kenteken_compact)
    return {
        "order_id": rij.id,
        "shop_id": rij.shop_id,
        "nummer": rij.nummer,
        "relatie": sorteertekst(f"{rij.naam or ''} {rij.tussenvoegsel or ''} {rij.weergave or ''}"),
        "auto": sorteertekst(auto),
        "vin": sorteertekst((rij.vin or "")[-_EIND:]),
        "kenteken": sorteertekst(rij.kenteken_compact),
        "status": VOLGORDE[rij.status],
        "aflevering": str(rij.afleverdatum or ACHTERAAN),
        "tekst": " ".join(plat(deel or "") for deel in delen),
    }


def orders_list(
    verbinding: Connection, shop_id: int, vraag: Ponvraag, delen: Mapping[str, Select[Any]]
) -> Lijst[OrderRegel]:
    """The orders of a shop, each with what is decided about its plate; ``delen`` give the ids of parts of the list."""
    regels = (
        select(
            *(O.c.id, O.c.nummer, O.c.ordersoort, O.c.status, _R.c.weergave, O.c.merk, O.c.model),
            *(type_coerce(O.c.chassisnummer, Text).label("vin"), O.c.kenteken_compact, O.c.kenteken_land),
            *(O.c.kenteken_weergave, *DAGEN, *vraag.columns),
        )
        .select_from(O.outerjoin(_R, _R.c.id == O.c.relatie_id))
        .where(O.c.id.in_(bindparam("ids", expanding=True)))
    )

    def make(rij: Any) -> OrderRegel:
        kenteken = None
        if rij.kenteken_compact:
            kenteken = Kenteken(rij.kenteken_compact, rij.kenteken_land, rij.kenteken_weergave)
        return OrderRegel(
            *(rij.id, rij.nummer, rij.ordersoort, rij.status, rij.weergave or "", f"{rij.merk} {rij.model}".strip()),
            *(rij.vin or "", kenteken, rij.afleverdatum, vraag.oordeel(rij)),
        )

    return Lijst(verbinding, _L, _choices(delen), regels, make, altijd=_L.c.shop_id == shop_id)


def _choices(delen: Mapping[str, Select[Any]]) -> Mapping[str, ColumnElement[bool]]:
    afgeleverd = _L.c.status == VOLGORDE[Orderstatus.AFGELEVERD]
    gevonden = {naam: _L.c.order_id.in_(ids) for naam, ids in delen.items()}
    return {"lopend": ~afgeleverd, "afgeleverd": afgeleverd, **gevonden}
