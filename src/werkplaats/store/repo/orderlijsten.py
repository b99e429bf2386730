"""What fills the choices of an order: the brands, the plate types, and the dealer numbers of the shops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from werkplaats.domain.merk import merk_sleutel
from werkplaats.domain.order import Merk, Orderlijsten, Plaattype
from werkplaats.store.kopie import field_names, to_value
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.order import DealernummerRij, MerkRij, PlaattypeRij

if TYPE_CHECKING:
    from collections.abc import Iterable

_M, _T, _D = tabel(MerkRij), tabel(PlaattypeRij), tabel(DealernummerRij)


class Orderlijst(Repo):
    """The lists; each is written as a whole."""

    def van(self, shop_id: int) -> Orderlijsten:
        """All lists as a shop has them."""
        verbinding = self.tx.verbinding
        merken = verbinding.execute(select(_M).order_by(_M.c.sleutel))
        typen = verbinding.execute(select(_T).order_by(_T.c.nr))
        nummers = select(_D.c.merk_sleutel, _D.c.nummer).where(_D.c.shop_id == shop_id).order_by(_D.c.merk_sleutel)
        return Orderlijsten(
            tuple(to_value(rij, Merk) for rij in merken),
            tuple(to_value(rij, Plaattype) for rij in typen),
            tuple((sleutel, nummer) for sleutel, nummer in verbinding.execute(nummers)),
        )

    def via_pon(self) -> frozenset[str]:
        """The keys of the brands that PON handles."""
        return frozenset(self.tx.verbinding.scalars(select(_M.c.sleutel).where(_M.c.via_pon)))

    def put_merken(self, merken: Iterable[Merk]) -> None:
        """Writes the brands."""
        rijen = [{"sleutel": merk.sleutel, "naam": merk.naam, "via_pon": merk.via_pon} for merk in merken]
        self.werk.verbinding.execute(delete(_M))
        if rijen:
            self.werk.verbinding.execute(insert(_M), rijen)

    def put_plaattypen(self, typen: Iterable[Plaattype]) -> None:
        """Writes the plate types, in this order."""
        rijen = [
            {naam: getattr(type_, naam) for naam in field_names(Plaattype)} | {"nr": nr}
            for nr, type_ in enumerate(typen, start=1)
        ]
        self.werk.verbinding.execute(delete(_T))
        if rijen:
            self.werk.verbinding.execute(insert(_T), rijen)

    def put_dealernummers(self, shop_id: int, nummers: Iterable[tuple[str, str]]) -> None:
        """Writes the dealer numbers of a shop: pairs of a brand and its number."""
        rijen = [{"shop_id": shop_id, "merk_sleutel": merk_sleutel(merk), "nummer": nr} for merk, nr in nummers]
        self.werk.verbinding.execute(delete(_D).where(_D.c.shop_id == shop_id))
        if rijen:
            self.werk.verbinding.execute(insert(_D), rijen)
