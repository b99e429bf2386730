"""The rows of the werkkaart: the card with its snapshot and moments, its lines, and its line in the long list."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, relationship

from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.btw import BtwCode
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.moment import Moment
from werkplaats.domain.werkkaart import KaartStaat, Opname
from werkplaats.domain.werkkaart_regel import Regel, Regelsoort
from werkplaats.store.rows.basis import (
    NOOIT_HERGEBRUIKT,
    Bewerkbaar,
    Rij,
    levend,
    persoonlijk,
    sleutel,
    technisch,
    verwijzing,
    zakelijk,
)
from werkplaats.store.types import BedragType, EnumType, SleutelTekst

WERKKAART_KOLOMMEN = ("nummer", "kenteken", "voertuig", "eigenaar", "monteur", "begonnen", "afgesproken", "bedrag")


class WerkkaartRegelRij(Rij):
    """A line of a werkkaart; numbers in thousandths, money in cents, percentages in hundredths."""

    __tablename__ = "werkkaart_regel"
    WAARDEN = (Regel,)

    werkkaart_id: Mapped[int] = verwijzing("werkkaart.id", primary_key=True, autoincrement=False)
    sleutel: Mapped[str] = technisch(primary_key=True)
    nr: Mapped[int] = technisch()
    soort: Mapped[Regelsoort] = zakelijk(EnumType(Regelsoort))
    code: Mapped[str] = zakelijk()
    # A remark may name whom one spoke on the telephone.
    omschrijving: Mapped[str] = persoonlijk()
    aantal: Mapped[int] = zakelijk()
    eenheid: Mapped[str] = zakelijk()
    prijs: Mapped[Bedrag] = zakelijk(BedragType())
    korting: Mapped[int] = zakelijk()
    bedrag: Mapped[Bedrag] = zakelijk(BedragType())
    btw_code: Mapped[BtwCode] = zakelijk(EnumType(BtwCode))
    btw_percentage: Mapped[int] = zakelijk()
    in_pakket: Mapped[bool] = zakelijk()


class WerkkaartRij(Bewerkbaar, Rij):
    """A werkkaart of a shop: what was true of the car that day, when each state began, what people write on it."""

    __tablename__ = "werkkaart"
    __table_args__ = (
        UniqueConstraint("shop_id", "nummer"),
        Index("ix_werkkaart_staat", "shop_id", "staat"),
        Index("ix_werkkaart_eigenaar_id", "eigenaar_id", "nummer"),
        levend("uq_werkkaart_register", "vestiging", "registernummer", waar="registernummer IS NOT NULL"),
        NOOIT_HERGEBRUIKT,
    )
    WAARDEN = (Opname,)

    id: Mapped[int] = sleutel()
    shop_id: Mapped[int] = verwijzing("shop.id")
    voertuig_id: Mapped[int] = verwijzing("voertuig.id", index=True)
    nummer: Mapped[str] = zakelijk()
    staat: Mapped[KaartStaat] = zakelijk(EnumType(KaartStaat))
    kenteken_compact: Mapped[str] = persoonlijk(SleutelTekst)
    kenteken_land: Mapped[str] = zakelijk()
    kenteken_weergave: Mapped[str] = persoonlijk()
    voertuig: Mapped[str] = zakelijk()
    vin: Mapped[str] = persoonlijk()
    eigenaar_id: Mapped[int | None] = verwijzing("relatie.id")
    eigenaar: Mapped[str] = persoonlijk()
    adres: Mapped[str] = persoonlijk()
    telefoon: Mapped[str] = persoonlijk()
    email: Mapped[str] = persoonlijk()
    btw_nummer: Mapped[str] = persoonlijk()
    klacht: Mapped[str] = persoonlijk()
    monteur: Mapped[str] = persoonlijk()
    afgesproken_op: Mapped[date | None] = zakelijk()
    afgesproken_om: Mapped[str] = zakelijk()
    km_stand: Mapped[int | None] = zakelijk()
    notitie: Mapped[str] = persoonlijk()
    gepland_op: Mapped[Moment | None] = zakelijk()
    binnen_op: Mapped[Moment | None] = zakelijk()
    in_uitvoering_op: Mapped[Moment | None] = zakelijk()
    klaar_op: Mapped[Moment | None] = zakelijk()
    opgehaald_op: Mapped[Moment | None] = zakelijk()
    vervallen_op: Mapped[Moment | None] = zakelijk()
    vestiging: Mapped[str] = zakelijk()
    registernummer: Mapped[str | None] = zakelijk()

    regels: Mapped[list[WerkkaartRegelRij]] = relationship(lazy="raise", order_by=WerkkaartRegelRij.nr)

    @property
    def kenteken(self) -> Kenteken | None:
        """The plate of that day; None for a car without one."""
        if not self.kenteken_compact:
            return None
        return Kenteken(self.kenteken_compact, self.kenteken_land, self.kenteken_weergave)


class WerkkaartLijstRij(Rij):
    """What the list of werkkaarten sorts one on; made anew at each write of a card."""

    __tablename__ = "werkkaart_lijst"
    __table_args__ = tuple(
        Index(f"ix_werkkaart_lijst_{kolom}", "shop_id", kolom, "werkkaart_id") for kolom in WERKKAART_KOLOMMEN
    )

    werkkaart_id: Mapped[int] = verwijzing("werkkaart.id", primary_key=True, autoincrement=False)
    shop_id: Mapped[int] = verwijzing("shop.id")
    staat: Mapped[KaartStaat] = zakelijk(EnumType(KaartStaat))
    nummer: Mapped[str] = zakelijk(SleutelTekst)
    kenteken: Mapped[str] = persoonlijk(SleutelTekst)
    voertuig: Mapped[str] = zakelijk(SleutelTekst)
    eigenaar: Mapped[str] = persoonlijk(SleutelTekst)
    monteur: Mapped[str] = persoonlijk(SleutelTekst)
    begonnen: Mapped[str] = zakelijk(SleutelTekst)
    afgesproken: Mapped[str] = zakelijk(SleutelTekst)
    bedrag: Mapped[str] = zakelijk(SleutelTekst)
    inclusief: Mapped[int] = zakelijk()
    tekst: Mapped[str] = persoonlijk(SleutelTekst)
