"""The rows of a sales order: the order, its plates, its line in the long list, and the lists that fill it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, relationship

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.moment import Moment
from werkplaats.domain.order import Merk, Ordersoort, Orderstatus, Plaatregel, Plaattype
from werkplaats.domain.pon import PonRegel
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import RelatieKop
from werkplaats.store.kopie import to_value
from werkplaats.store.rows.basis import (
    NOOIT_HERGEBRUIKT,
    Bewerkbaar,
    Rij,
    Verwijderbaar,
    persoonlijk,
    sleutel,
    technisch,
    verwijzing,
    zakelijk,
)
from werkplaats.store.rows.relatie import RelatieRij
from werkplaats.store.types import EnumType, SleutelTekst, VinType

ORDER_KOLOMMEN = ("nummer", "relatie", "auto", "vin", "kenteken", "status", "aflevering")


class MerkRij(Rij):
    """A brand of the organisation, by its name as it is compared."""

    __tablename__ = "merk"
    WAARDEN = (Merk,)

    sleutel: Mapped[str] = zakelijk(SleutelTekst, primary_key=True)
    naam: Mapped[str] = zakelijk()
    via_pon: Mapped[bool] = zakelijk()


class PlaattypeRij(Rij):
    """A model of plate of the organisation; ``nr`` is its place among them."""

    __tablename__ = "plaattype"
    WAARDEN = (Plaattype,)

    code: Mapped[str] = zakelijk(primary_key=True)
    nr: Mapped[int] = technisch()
    naam: Mapped[str] = zakelijk()
    breed: Mapped[int] = zakelijk()
    hoog: Mapped[int] = zakelijk()
    rijen: Mapped[int] = zakelijk()


class DealernummerRij(Rij):
    """Under which number the importer of a brand knows a shop."""

    __tablename__ = "dealernummer"

    shop_id: Mapped[int] = verwijzing("shop.id", primary_key=True, autoincrement=False)
    merk_sleutel: Mapped[str] = zakelijk(SleutelTekst, primary_key=True)
    nummer: Mapped[str] = zakelijk()


class OrderPlaatRij(Rij):
    """How many plates of a type an order asks for."""

    __tablename__ = "order_plaat"
    WAARDEN = (Plaatregel,)

    order_id: Mapped[int] = verwijzing("verkooporder.id", primary_key=True, autoincrement=False)
    nr: Mapped[int] = technisch(primary_key=True, autoincrement=False)
    plaattype: Mapped[str] = zakelijk()
    aantal: Mapped[int] = zakelijk()


class VerkooporderRij(Bewerkbaar, Verwijderbaar, Rij):
    """A sales order of a shop.

    ``gepland_dag`` is the day of ``gepland_op`` in the zone of the shop: the rules know days only. The four columns of
    *Goedkeuren* are filled together; ``ingetrokken`` and ``aanvraag_loopt`` follow the request for the plate.
    """

    __tablename__ = "verkooporder"
    __table_args__ = (
        UniqueConstraint("shop_id", "nummer"),
        Index("ix_verkooporder_referentie", "shop_id", "referentie"),
        NOOIT_HERGEBRUIKT,
    )

    id: Mapped[int] = sleutel()
    shop_id: Mapped[int] = verwijzing("shop.id")
    nummer: Mapped[str] = zakelijk()
    referentie: Mapped[str] = zakelijk(SleutelTekst)
    ordersoort: Mapped[Ordersoort] = zakelijk(EnumType(Ordersoort))
    status: Mapped[Orderstatus] = zakelijk(EnumType(Orderstatus))
    relatie_id: Mapped[int | None] = verwijzing("relatie.id", index=True)
    merk: Mapped[str] = zakelijk()
    merk_sleutel: Mapped[str] = zakelijk(SleutelTekst)
    model: Mapped[str] = zakelijk()
    chassisnummer: Mapped[Vin | None] = persoonlijk(VinType, index=True)
    kenteken_compact: Mapped[str] = persoonlijk(SleutelTekst)
    kenteken_land: Mapped[str] = zakelijk()
    kenteken_weergave: Mapped[str] = persoonlijk()
    voorraadauto: Mapped[bool] = zakelijk()
    goedgekeurd: Mapped[bool] = zakelijk()
    losdatum: Mapped[date | None] = zakelijk()
    nlv_datum: Mapped[date | None] = zakelijk()
    kcode_datum: Mapped[date | None] = zakelijk()
    afleverdatum: Mapped[date | None] = zakelijk()
    gepland_op: Mapped[Moment | None] = zakelijk()
    gepland_dag: Mapped[date | None] = zakelijk()
    goedkeuren_op: Mapped[Moment | None] = zakelijk()
    goedkeuren_door: Mapped[str] = technisch()
    goedkeuren_regel: Mapped[PonRegel | None] = zakelijk(EnumType(PonRegel))
    goedkeuren_dag: Mapped[date | None] = zakelijk()
    ingetrokken: Mapped[bool] = technisch()
    aanvraag_loopt: Mapped[bool] = technisch()

    klant: Mapped[RelatieRij | None] = relationship(lazy="raise")
    plaatrijen: Mapped[list[OrderPlaatRij]] = relationship(lazy="raise", order_by=OrderPlaatRij.nr)

    @property
    def relatie(self) -> RelatieKop | None:
        """The customer; a stock car has none."""
        return None if self.klant is None else to_value(self.klant, RelatieKop)

    @property
    def platen(self) -> tuple[Plaatregel, ...]:
        """The plates to be made."""
        return tuple(to_value(rij, Plaatregel) for rij in self.plaatrijen)

    @property
    def kenteken(self) -> Kenteken | None:
        """The plate; None until it is given."""
        if not self.kenteken_compact:
            return None
        return Kenteken(self.kenteken_compact, self.kenteken_land, self.kenteken_weergave)


class OrderLijstRij(Rij):
    """What the list of orders sorts one on; made anew at each write of an order or its customer."""

    __tablename__ = "order_lijst"
    __table_args__ = tuple(Index(f"ix_order_lijst_{kolom}", "shop_id", kolom, "order_id") for kolom in ORDER_KOLOMMEN)

    order_id: Mapped[int] = verwijzing("verkooporder.id", primary_key=True, autoincrement=False)
    shop_id: Mapped[int] = verwijzing("shop.id")
    nummer: Mapped[str] = zakelijk(SleutelTekst)
    relatie: Mapped[str] = persoonlijk(SleutelTekst)
    auto: Mapped[str] = zakelijk(SleutelTekst)
    vin: Mapped[str] = persoonlijk(SleutelTekst)
    kenteken: Mapped[str] = persoonlijk(SleutelTekst)
    status: Mapped[str] = zakelijk(SleutelTekst)
    aflevering: Mapped[str] = zakelijk(SleutelTekst)
    tekst: Mapped[str] = persoonlijk(SleutelTekst)
