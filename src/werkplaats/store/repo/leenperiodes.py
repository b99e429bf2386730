"""The periods in which cars are lent or hired out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, bindparam, or_, select, type_coerce
from sqlalchemy.orm import joinedload

from werkplaats.domain.leen import LeenKaart, Leenperiode
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import to_value
from werkplaats.store.repo.per_voertuig import PerVoertuig
from werkplaats.store.repo.treffers import V, select_voertuigen
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.leen import LeenperiodeRij
from werkplaats.store.rows.relatie import RelatieRij
from werkplaats.store.rows.voertuig import VoertuigRij
from werkplaats.store.treffer import to_treffer, to_verwacht
from werkplaats.store.vraag import Vraag

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Select

    from werkplaats.domain.leen import TerugVerwacht
    from werkplaats.domain.moment import Moment
    from werkplaats.domain.treffers import VoertuigTreffer

_L, _V, _R = tabel(LeenperiodeRij), tabel(VoertuigRij), tabel(RelatieRij)
_VERWACHT = Vraag(
    select(_L.c.voertuig_id, type_coerce(_L.c.tot, Text), _R.c.weergave)
    .join(_V, _V.c.id == _L.c.voertuig_id)
    .join(_R, _R.c.id == _L.c.relatie_id)
    .where(_L.c.terug.is_(None), type_coerce(_L.c.tot, Text) < bindparam("grens"), _L.c.verwijderd_op.is_(None))
    .where(_V.c.verwijderd_op.is_(None))
    .order_by(_L.c.tot, _L.c.id)
    .limit(bindparam("limiet")),
    to_verwacht,
)
_LEENAUTOS = Vraag(select_voertuigen().where(V.c.leenauto.is_(True), V.c.actief.is_(True)).order_by(V.c.id), to_treffer)


class Leenperiodes(PerVoertuig[LeenKaart, Leenperiode]):
    """The periods of all cars, of each by when it began."""

    RIJ, KAART, WAARDE, ONDERWERP = LeenperiodeRij, LeenKaart, Leenperiode, "leenperiode"
    ORDE = ("van", "id")

    def van_werkkaart(self, werkkaart_id: int) -> tuple[Leenperiode, ...]:
        """The periods that serve a visit, by when they began."""
        gevraagd = self._living().where(LeenperiodeRij.werkkaart_id == werkkaart_id)
        rijen = self.tx.sessie.scalars(gevraagd.order_by(LeenperiodeRij.van, LeenperiodeRij.id))
        return tuple(map(self._value, rijen))

    def leenautos(self) -> tuple[VoertuigTreffer, ...]:
        """The active cars that are offered for a visit."""
        return tuple(_LEENAUTOS.run(self.tx.verbinding))

    def na(self, voertuigen: Collection[int], moment: Moment) -> tuple[Leenperiode, ...]:
        """The periods of these cars that were not over at a moment."""
        gevraagd = self._living().where(
            LeenperiodeRij.voertuig_id.in_(voertuigen),
            or_(LeenperiodeRij.terug.is_(None), LeenperiodeRij.terug > moment),
        )
        return tuple(map(self._value, self.tx.sessie.scalars(gevraagd.order_by(LeenperiodeRij.van))))

    def verwacht(self, grens: Moment, limiet: int) -> tuple[TerugVerwacht, ...]:
        """What is not back and is expected before a moment, the longest overdue first."""
        return tuple(_VERWACHT.run(self.tx.verbinding, grens=grens.iso, limiet=limiet))

    def tie(self, nummer: int, werkkaart_id: int) -> None:
        """Says which visit a period serves."""
        self._row(nummer).werkkaart_id = werkkaart_id
        self.werk.sessie.flush()

    def require_relatie(self, nummer: int) -> None:
        """Whoever gets the car may have been deleted since the screen was filled; raises NietGevonden."""
        gevraagd = select(RelatieRij.id).where(RelatieRij.id == nummer, RelatieRij.verwijderd_op.is_(None))
        if self.tx.sessie.execute(gevraagd.with_for_update(read=True)).first() is None:
            raise NietGevonden("relatie", nummer)

    def _living(self) -> Select[Any]:
        return super()._living().options(joinedload(LeenperiodeRij.lener), joinedload(LeenperiodeRij.bezoek))

    def _value(self, rij: LeenperiodeRij) -> Leenperiode:
        nummer = rij.bezoek.nummer if rij.bezoek is not None else ""
        return to_value(rij, Leenperiode, kaart=to_value(rij, LeenKaart), werkkaart=nummer)
