"""The day's tasks: claimed by one process, told by all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from werkplaats.domain.dagtaak import TaakRegel, Taakstaat, Verslag
from werkplaats.domain.moment import Moment
from werkplaats.store import jsonwaarde
from werkplaats.store.klok import database_clock
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.dagtaak import DagtaakRij

if TYPE_CHECKING:
    from datetime import date, timedelta

    from sqlalchemy import ColumnElement, Row

_DAGTAAK = tabel(DagtaakRij)


class Dagtaken(Repo):
    """What was done on which day for which shop; whoever claims has locked the shop."""

    def claim(self, dag: date, taak: str, token: str, lease: timedelta, *, opnieuw: bool) -> bool:
        """Takes a task of this shop on; False where another did or does it. ``opnieuw`` takes a failed one up again."""
        werk = self.werk
        werk.sessie.flush()
        nu = database_clock(werk.verbinding, werk.nu)
        gevraagd = select(DagtaakRij).where(
            DagtaakRij.dag == dag, DagtaakRij.shop_id == werk.wie.shop_id, DagtaakRij.taak == taak
        )
        rij = werk.sessie.scalars(gevraagd.with_for_update()).one_or_none()
        if rij is None:
            rij = DagtaakRij(dag=dag, shop_id=werk.wie.shop_id, taak=taak)
            werk.sessie.add(rij)
        elif not (_is_left(rij, nu) or (opnieuw and rij.staat == Taakstaat.MISLUKT.value)):
            return False
        rij.staat, rij.token, rij.begonnen_op = Taakstaat.BEZIG.value, token, nu
        rij.klaar_op, rij.lease_tot = None, Moment(nu.utc + lease)
        rij.wie, rij.werkplek = werk.wie.naam, werk.wie.werkplek
        rij.code, rij.aantal, rij.params = "", 0, "{}"
        werk.sessie.flush()
        return True

    def renew(self, token: str, lease: timedelta) -> bool:
        """Whoever does a task is heard of; False where another has taken it over meanwhile."""
        werk = self.werk
        rij = werk.sessie.scalars(select(DagtaakRij).where(DagtaakRij.token == token).with_for_update()).one_or_none()
        if rij is None:
            return False
        rij.lease_tot = Moment(database_clock(werk.verbinding, werk.nu).utc + lease)
        werk.sessie.flush()
        return True

    def finish(self, token: str, staat: Taakstaat, verslag: Verslag) -> None:
        """Notes how a task went; nothing where another has taken it over meanwhile."""
        werk = self.werk
        rij = werk.sessie.scalars(select(DagtaakRij).where(DagtaakRij.token == token).with_for_update()).one_or_none()
        if rij is None:
            return
        rij.staat, rij.klaar_op = staat.value, database_clock(werk.verbinding, werk.nu)
        rij.code, rij.aantal, rij.params = verslag.code, verslag.aantal, jsonwaarde.dump(dict(verslag.params))
        werk.sessie.flush()

    def is_busy(self, dag: date, taak: str) -> bool:
        """Whether somebody does a task of this shop now."""
        werk = self.werk
        gevraagd = select(_DAGTAAK.c.id).where(
            *(_DAGTAAK.c.shop_id == werk.wie.shop_id, _DAGTAAK.c.dag == dag, _DAGTAAK.c.taak == taak),
            *(_DAGTAAK.c.staat == Taakstaat.BEZIG.value, _DAGTAAK.c.lease_tot > self._nu(werk.nu)),
        )
        return werk.verbinding.execute(gevraagd).first() is not None

    def done(self, shop_id: int, dag: date, hier: Moment) -> frozenset[str]:
        """The tasks of a day that somebody does, did or tried; one whose process was not heard of again is none."""
        gevraagd = select(_DAGTAAK.c.taak).where(
            *(_DAGTAAK.c.shop_id == shop_id, _DAGTAAK.c.dag == dag, ~self._left(hier)),
        )
        return frozenset(self.tx.verbinding.execute(gevraagd).scalars())

    def _nu(self, hier: Moment) -> Moment:
        return database_clock(self.tx.verbinding, hier)

    def lijst(self, shop_id: int, limiet: int) -> tuple[TaakRegel, ...]:
        """The tasks of a shop, the latest day first."""
        gevraagd = select(_DAGTAAK).where(_DAGTAAK.c.shop_id == shop_id)
        rijen = self.tx.verbinding.execute(gevraagd.order_by(_DAGTAAK.c.dag.desc(), _DAGTAAK.c.id).limit(limiet))
        return tuple(_regel(rij) for rij in rijen)

    def failed(self, shop_id: int, hier: Moment) -> int:
        """How many tasks failed, or were left half-way, on the latest day on which they ran.

        What was mended since is no news.
        """
        laatste = select(_DAGTAAK.c.taak, func.max(_DAGTAAK.c.dag).label("dag"))
        per_taak = laatste.where(_DAGTAAK.c.shop_id == shop_id).group_by(_DAGTAAK.c.taak).subquery()
        gevraagd = select(func.count()).select_from(
            _DAGTAAK.join(per_taak, (_DAGTAAK.c.taak == per_taak.c.taak) & (_DAGTAAK.c.dag == per_taak.c.dag))
        )
        mislukt = or_(_DAGTAAK.c.staat == Taakstaat.MISLUKT.value, self._left(hier))
        gevraagd = gevraagd.where(_DAGTAAK.c.shop_id == shop_id, mislukt)
        return int(self.tx.verbinding.execute(gevraagd).scalar_one())

    def _left(self, hier: Moment) -> ColumnElement[bool]:
        """Of which tasks nobody was heard of again who began them."""
        return (_DAGTAAK.c.staat == Taakstaat.BEZIG.value) & (_DAGTAAK.c.lease_tot <= self._nu(hier))


def _is_left(rij: DagtaakRij, nu: Moment) -> bool:
    """Whether whoever began it was not heard of again."""
    return rij.staat == Taakstaat.BEZIG.value and rij.lease_tot <= nu


def _regel(rij: Row[Any]) -> TaakRegel:
    return TaakRegel(
        dag=rij.dag,
        shop_id=rij.shop_id,
        taak=rij.taak,
        staat=Taakstaat(rij.staat),
        begonnen_op=rij.begonnen_op,
        klaar_op=rij.klaar_op,
        wie=rij.wie,
        werkplek=rij.werkplek,
        code=rij.code,
        aantal=rij.aantal,
        params=json.loads(rij.params),
    )
