"""Our own register of roadside assistance."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from sqlalchemy import select

from werkplaats.domain.pechhulp import Aanbieder, PechhulpAanvraag, Staat
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import to_value
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.pechhulp import PechhulpRij

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.pechhulp import PechhulpInvoer

_LEVEND = PechhulpRij.verwijderd_op.is_(None)


class PechhulpRegister(Repo):
    """The requests that were made, and the provider pages that were opened."""

    def add(
        self,
        voertuig_id: int,
        aanbieder: Aanbieder,
        kenteken: Kenteken,
        ref: str,
        *,
        invoer: PechhulpInvoer | None = None,
        staat: Staat = Staat.CONCEPT,
    ) -> int:
        """Adds a request of the shop for which is worked; ``invoer`` None where only a provider's page is opened."""
        werk = self.werk
        rij = PechhulpRij(
            **_snapshot(invoer),
            shop_id=werk.wie.shop_id,
            voertuig_id=voertuig_id,
            aanbieder=aanbieder,
            kenteken=kenteken,
            staat=staat,
            gemaakt_op=werk.nu,
            gemaakt_door=werk.wie.naam,
            ref=ref,
            pasnummer="",
        )
        werk.sessie.add(rij)
        werk.sessie.flush()
        return rij.id

    def get(self, nummer: int) -> PechhulpAanvraag:
        """A request; raises NietGevonden."""
        return to_value(self._row(nummer), PechhulpAanvraag)

    def van_voertuig(self, voertuig_id: int) -> tuple[PechhulpAanvraag, ...]:
        """All requests for a car, the latest first."""
        gevraagd = select(PechhulpRij).where(PechhulpRij.voertuig_id == voertuig_id, _LEVEND)
        rijen = self.tx.sessie.scalars(gevraagd.order_by(PechhulpRij.gemaakt_op.desc(), PechhulpRij.id.desc()))
        return tuple(to_value(rij, PechhulpAanvraag) for rij in rijen)

    def laatste_per_aanbieder(self, voertuig_id: int) -> dict[Aanbieder, PechhulpAanvraag]:
        """For each provider the latest request for a car that was really opened."""
        laatste: dict[Aanbieder, PechhulpAanvraag] = {}
        for aanvraag in self.van_voertuig(voertuig_id):
            if aanvraag.staat in (Staat.GEOPEND, Staat.BEVESTIGD):
                laatste.setdefault(aanvraag.aanbieder, aanvraag)
        return laatste

    def set_staat(self, nummer: int, staat: Staat) -> None:
        """Notes how far a request is; raises NietGevonden."""
        self._row(nummer).staat = staat
        self.werk.sessie.flush()

    def bevestig(self, nummer: int, pasnummer: str, einddatum: date | None) -> None:
        """Notes what a person read on the pass; raises NietGevonden."""
        rij = self._row(nummer)
        rij.staat, rij.pasnummer, rij.einddatum = Staat.BEVESTIGD, pasnummer, einddatum
        self.werk.sessie.flush()

    def einddatum_tussen(self, van: date, tot: date, shop_id: int) -> tuple[PechhulpAanvraag, ...]:
        """Confirmed passes of a shop that end on a day from ``van`` to ``tot``, the first to end first."""
        gevraagd = (
            select(PechhulpRij)
            .where(PechhulpRij.einddatum.between(van, tot), PechhulpRij.shop_id == shop_id, _LEVEND)
            .where(PechhulpRij.staat == Staat.BEVESTIGD)
            .order_by(PechhulpRij.einddatum, PechhulpRij.id)
        )
        return tuple(to_value(rij, PechhulpAanvraag) for rij in self.tx.sessie.scalars(gevraagd))

    def _row(self, nummer: int) -> PechhulpRij:
        gevraagd = select(PechhulpRij).where(PechhulpRij.id == nummer, _LEVEND)
        rij = self.tx.sessie.scalars(gevraagd.execution_options(populate_existing=True)).one_or_none()
        if rij is None:
            raise NietGevonden("pechhulp", nummer)
        return rij


def _snapshot(invoer: PechhulpInvoer | None) -> dict[str, object]:
    """The columns of what was asked; its plate is the plate of the request."""
    if invoer is None:
        return {}
    return {veld.name: getattr(invoer, veld.name) for veld in fields(invoer) if veld.name != "kenteken"}
