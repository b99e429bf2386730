"""The own lists of a shop: articles, standard texts and packages, and the VAT rates of all countries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select

from werkplaats.domain.artikel import Artikel, Pakket, Standaardtekst
from werkplaats.domain.btw import BtwTarief
from werkplaats.store.kopie import field_names, to_value
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.artikel import ArtikelRij, BtwTariefRij, PakketRij, RegelcodeRij, StandaardtekstRij
from werkplaats.store.rows.basis import tabel

if TYPE_CHECKING:
    from collections.abc import Iterable

_RIJ: dict[type, Any] = {Artikel: ArtikelRij, Standaardtekst: StandaardtekstRij, Pakket: PakketRij}


class Artikelen(Repo):
    """What fills the lines of a werkkaart."""

    def artikelen(self, shop_id: int) -> tuple[Artikel, ...]:
        """The articles and hours of a shop, by code."""
        return self._all(Artikel, shop_id)

    def teksten(self, shop_id: int) -> tuple[Standaardtekst, ...]:
        """The standard texts of a shop, by code."""
        return self._all(Standaardtekst, shop_id)

    def pakketten(self, shop_id: int) -> tuple[Pakket, ...]:
        """The packages of a shop, by code."""
        return self._all(Pakket, shop_id)

    def tarieven(self) -> tuple[BtwTarief, ...]:
        """All VAT rates of all countries."""
        rijen = self.tx.sessie.scalars(select(BtwTariefRij).order_by(BtwTariefRij.land, BtwTariefRij.van))
        return tuple(to_value(rij, BtwTarief) for rij in rijen)

    def put(self, shop_id: int, waarden: Iterable[Artikel | Standaardtekst | Pakket]) -> None:
        """Puts these on the shop's lists; one of the same code is replaced."""
        verbinding = self.werk.verbinding
        for waarde in waarden:
            soort: Any = type(waarde)
            lijst = tabel(_RIJ[soort])
            velden = {naam: getattr(waarde, naam) for naam in field_names(soort)}
            verbinding.execute(
                delete(lijst).where(lijst.c.shop_id == shop_id, func.lower(lijst.c.code) == func.lower(waarde.code))
            )
            verbinding.execute(insert(lijst), [velden | {"shop_id": shop_id}])

    def drop(self, shop_id: int, waarde: Artikel | Standaardtekst | Pakket) -> bool:
        """Takes one off its list; false where it stands there no more."""
        lijst = tabel(_RIJ[type(waarde)])
        waar = (lijst.c.shop_id == shop_id, lijst.c.code == waarde.code)
        return self.werk.verbinding.execute(delete(lijst).where(*waar)).rowcount > 0

    def werken(self, shop_id: int) -> dict[str, tuple[str, ...]]:
        """The kinds of work of Car-Pass that a shop tied to its codes."""
        rijen = self.tx.sessie.scalars(select(RegelcodeRij).where(RegelcodeRij.shop_id == shop_id))
        return {rij.code: rij.activiteiten for rij in rijen}

    def put_werken(self, shop_id: int, code: str, activiteiten: tuple[str, ...]) -> None:
        """Ties these to a code, in capitals or not, in place of those before; none unties it."""
        lijst, verbinding = tabel(RegelcodeRij), self.werk.verbinding
        verbinding.execute(
            delete(lijst).where(lijst.c.shop_id == shop_id, func.lower(lijst.c.code) == func.lower(code))
        )
        if activiteiten:
            verbinding.execute(insert(lijst), [{"shop_id": shop_id, "code": code, "activiteiten": activiteiten}])

    def _all(self, soort: type[Any], shop_id: int) -> tuple[Any, ...]:
        rij = _RIJ[soort]
        rijen = self.tx.sessie.scalars(select(rij).where(rij.shop_id == shop_id).order_by(rij.code))
        return tuple(to_value(een, soort) for een in rijen)
