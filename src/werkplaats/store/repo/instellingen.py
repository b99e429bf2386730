"""The shops and their settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from werkplaats.domain.instellingen import ZONES, Shop, ShopInstellingen
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import field_names, to_value
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.organisatie import ShopRij

if TYPE_CHECKING:
    from sqlalchemy import Row

# The table instead of the row: the shops are on the way to the first list (see gebruikers).
_SHOP = tabel(ShopRij)


class Instellingen(Repo):
    """The shops of the organisation, each with its settings."""

    def shops(self) -> tuple[Shop, ...]:
        """All shops, in the order in which they were made."""
        gevraagd = select(_SHOP).where(_SHOP.c.verwijderd_op.is_(None)).order_by(_SHOP.c.id)
        return tuple(_to_shop(rij) for rij in self.tx.verbinding.execute(gevraagd))

    def get(self, shop_id: int) -> Shop:
        """A shop; raises NietGevonden."""
        gevraagd = select(_SHOP).where(_SHOP.c.id == shop_id, _SHOP.c.verwijderd_op.is_(None))
        rij = self.tx.verbinding.execute(gevraagd).one_or_none()
        if rij is None:
            raise NietGevonden("shop", shop_id)
        return _to_shop(rij)

    def lock(self, shop_id: int) -> None:
        """Keeps others from changing the settings of this shop until the transaction ends; raises NietGevonden."""
        gevraagd = select(ShopRij.id).where(ShopRij.id == shop_id, ShopRij.verwijderd_op.is_(None))
        if self.tx.sessie.execute(gevraagd.with_for_update()).first() is None:
            raise NietGevonden("shop", shop_id)

    def add_shop(self, inst: ShopInstellingen) -> int:
        """Adds a shop and returns its id; its time zone follows from its country."""
        werk = self.werk
        eigen = {naam: getattr(inst, naam) for naam in field_names(ShopInstellingen)}
        rij = ShopRij(**eigen, zone=_zone(inst), versie=1, gewijzigd_op=werk.nu, gewijzigd_door=werk.wie.naam)
        werk.sessie.add(rij)
        werk.sessie.flush()
        return rij.id

    def write(self, shop_id: int, inst: ShopInstellingen) -> None:
        """Writes the settings of a shop; raises NietGevonden."""
        werk = self.werk
        rij = self._row(shop_id)
        for naam in field_names(ShopInstellingen):
            setattr(rij, naam, getattr(inst, naam))
        rij.zone = _zone(inst)
        rij.versie += 1
        rij.gewijzigd_op, rij.gewijzigd_door = werk.nu, werk.wie.naam
        werk.sessie.flush()

    def _row(self, shop_id: int) -> ShopRij:
        gevraagd = select(ShopRij).where(ShopRij.id == shop_id, ShopRij.verwijderd_op.is_(None))
        rij = self.tx.sessie.scalars(gevraagd.execution_options(populate_existing=True)).one_or_none()
        if rij is None:
            raise NietGevonden("shop", shop_id)
        return rij


def _zone(inst: ShopInstellingen) -> str:
    return ZONES.get(inst.land, ZONES["NL"])


def _to_shop(rij: Row[Any]) -> Shop:
    return to_value(rij, Shop, instellingen=to_value(rij, ShopInstellingen))
