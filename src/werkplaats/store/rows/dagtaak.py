"""The rows of the day's tasks: each task of a day and shop once, whoever runs it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from werkplaats.domain.moment import Moment
from werkplaats.store.rows.basis import Rij, sleutel, technisch, verwijzing


class DagtaakRij(Rij):
    """A task of a day for a shop: ``token`` says who runs it, ``lease_tot`` until when others leave it alone."""

    __tablename__ = "dagtaak"
    __table_args__ = (UniqueConstraint("dag", "shop_id", "taak"),)

    id: Mapped[int] = sleutel()
    dag: Mapped[date] = technisch()
    shop_id: Mapped[int] = verwijzing("shop.id")
    taak: Mapped[str] = technisch()
    staat: Mapped[str] = technisch()
    begonnen_op: Mapped[Moment] = technisch()
    klaar_op: Mapped[Moment | None] = technisch()
    wie: Mapped[str] = technisch()
    werkplek: Mapped[str] = technisch()
    token: Mapped[str] = technisch()
    lease_tot: Mapped[Moment] = technisch()
    code: Mapped[str] = technisch()
    aantal: Mapped[int] = technisch()
    params: Mapped[str] = technisch()
