"""The requests for plates at PON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from werkplaats.domain.ponaanvraag import BIJ_PON, OPEN, Aanvraagstaat, PonAanvraag
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import to_value
from werkplaats.store.ponplanning import requests_list, requests_of
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.ponaanvraag import PonAanvraagRij

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from werkplaats.domain.moment import Moment
    from werkplaats.domain.pon import PonRegel
    from werkplaats.domain.ponaanvraag import AanvraagInhoud, AanvraagRegel
    from werkplaats.store.repo.lijsten import Lijst

_A = tabel(PonAanvraagRij)


class PonAanvragen(Repo):
    """All requests; nobody deletes one."""

    def get(self, nummer: int) -> PonAanvraag:
        """A request; raises NietGevonden."""
        return to_value(self._row(nummer), PonAanvraag)

    def lock(self, nummer: int) -> PonAanvraag:
        """A request, kept from others until the transaction ends; raises NietGevonden."""
        gevraagd = select(PonAanvraagRij.id).where(PonAanvraagRij.id == nummer)
        self.tx.sessie.execute(gevraagd.with_for_update()).first()
        return self.get(nummer)

    def van_order(self, order_id: int) -> tuple[PonAanvraag, ...]:
        """The requests of an order, the newest first."""
        gevraagd = select(PonAanvraagRij).where(PonAanvraagRij.order_id == order_id)
        rijen = self.tx.sessie.scalars(gevraagd.order_by(PonAanvraagRij.id.desc()))
        return tuple(to_value(rij, PonAanvraag) for rij in rijen)

    def has_open(self, order_id: int, behalve: int = 0) -> bool:
        """Whether a request of this order is under way, but for one."""
        gevraagd = select(_A.c.id).where(_A.c.order_id == order_id, _A.c.klaar_op.is_(None), _A.c.id != behalve)
        return self.tx.verbinding.execute(gevraagd.limit(1)).first() is not None

    def to_ask(self, nu: Moment, limiet: int) -> tuple[tuple[int, int], ...]:
        """The requests of which PON is asked now how they stand, each with its shop."""
        gevraagd = (
            select(_A.c.id, _A.c.shop_id)
            .where(_A.c.staat.in_(tuple(BIJ_PON)), _A.c.volgende_vraag <= nu, _A.c.aanvraag_id != "")
            .order_by(_A.c.volgende_vraag, _A.c.id)
            .limit(limiet)
        )
        return tuple((rij.id, rij.shop_id) for rij in self.tx.verbinding.execute(gevraagd))

    def listed(self, shop_id: int) -> Lijst[AanvraagRegel]:
        """The long list of the requests of a shop."""
        return requests_list(self.tx.verbinding, shop_id)

    def lines(self, nummers: Iterable[int]) -> tuple[AanvraagRegel, ...]:
        """These requests as lines, in the order in which they were made."""
        return tuple(requests_of(self.tx.verbinding, nummers))

    def in_doubt(self, shop_id: int) -> int:
        """Of how many requests of a shop a person must say whether they arrived."""
        van_shop = _A.c.shop_id == shop_id, _A.c.staat == Aanvraagstaat.ONZEKER
        # One in doubt is under way: saying so lets the index over those serve.
        gevraagd = select(func.count()).where(*van_shop, _A.c.klaar_op.is_(None))
        return int(self.tx.verbinding.execute(gevraagd).scalar_one())

    def add(
        self,
        order_id: int,
        inhoud: AanvraagInhoud,
        regel: PonRegel | None = None,
        regel_dag: date | None = None,
        niet_voor: Moment | None = None,
    ) -> int:
        """Adds a request that waits to be sent, in the shop of whoever works, and returns its id."""
        werk = self.werk
        rij = PonAanvraagRij(
            shop_id=werk.wie.shop_id,
            order_id=order_id,
            staat=Aanvraagstaat.WACHT,
            inhoud=inhoud,
            regel=regel,
            regel_dag=regel_dag,
            bericht_id=None,
            aanvraag_id="",
            status="",
            kenteken="",
            reden="",
            gemaakt_op=werk.nu,
            gemaakt_door=werk.wie.naam,
            niet_voor=niet_voor,
            staat_sinds=werk.nu,
            volgende_vraag=None,
            klaar_op=None,
        )
        werk.sessie.add(rij)
        werk.sessie.flush()
        return rij.id

    def write(self, nummer: int, **velden: Any) -> None:
        """Writes these fields of a request; a new state is one from now on."""
        rij = self._row(nummer)
        if velden.get("staat", rij.staat) is not rij.staat:
            rij.staat_sinds = self.werk.nu
        for veld, waarde in velden.items():
            setattr(rij, veld, waarde)
        rij.klaar_op = None if rij.staat in OPEN else rij.klaar_op or self.werk.nu
        self.werk.sessie.flush()

    def _row(self, nummer: int) -> PonAanvraagRij:
        gevraagd = select(PonAanvraagRij).where(PonAanvraagRij.id == nummer)
        rij = self.tx.sessie.scalars(gevraagd.execution_options(populate_existing=True)).one_or_none()
        if rij is None:
            raise NietGevonden("pon_aanvraag", nummer)
        return rij
