"""The rows of a vehicle: its card, its plates and its people, each with their dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import FromClause, Index, and_, false, text
from sqlalchemy.orm import Mapped, composite, relationship

from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import Code, RelatieKop, VoertuigKaart
from werkplaats.store.kopie import to_value
from werkplaats.store.rows.basis import (
    NOOIT_HERGEBRUIKT,
    Bewerkbaar,
    Rij,
    Verwijderbaar,
    levend,
    persoonlijk,
    sleutel,
    verwijzing,
    zakelijk,
)
from werkplaats.store.rows.relatie import RelatieRij
from werkplaats.store.types import BedragType, CodeType, JsonType, SleutelTekst, VinType

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    Feit = type["VoertuigKentekenRij" | "VoertuigRelatieRij"] | FromClause

LEEG = text("''")
"""What a column that came later says of the cars that were there already."""

EIGENAAR = "eigenaar"
"""The role of a hoofdeigenaar; the others are bestuurder and contractant."""

_OPEN = "tot IS NULL AND verwijderd_op IS NULL"


def leeft(feit: Feit) -> ColumnElement[bool]:
    """That a dated fact of a car was not taken away; every question about such facts asks it."""
    weg: ColumnElement[Any] = _columns(feit).verwijderd_op
    return weg.is_(None)


def geldt(feit: Feit) -> ColumnElement[bool]:
    """That a dated fact of a car holds now: it was not taken away, and it did not end."""
    return and_(_columns(feit).tot.is_(None), leeft(feit))


def _columns(feit: Feit) -> Any:
    return feit.c if isinstance(feit, FromClause) else feit


class VoertuigRij(Bewerkbaar, Verwijderbaar, Rij):
    """A vehicle; its plate and its hoofdeigenaar are the open rows of the two dated tables below."""

    __tablename__ = "voertuig"
    __table_args__ = (
        Index("ix_voertuig_gewijzigd_op", "gewijzigd_op"),
        Index("ix_voertuig_vervaldatum_apk", "vervaldatum_apk"),
        Index("ix_voertuig_leenauto", "leenauto"),
        NOOIT_HERGEBRUIKT,
    )
    WAARDEN = (VoertuigKaart,)

    id: Mapped[int] = sleutel()
    actief: Mapped[bool] = zakelijk()
    merk: Mapped[str] = zakelijk()
    model: Mapped[str] = zakelijk()
    type: Mapped[str] = zakelijk()
    voertuigsoort: Mapped[str] = zakelijk()
    chassisnummer: Mapped[Vin | None] = persoonlijk(VinType)
    motorcode: Mapped[str] = zakelijk()
    brandstof: Mapped[str] = zakelijk()
    tweede_brandstof: Mapped[str] = zakelijk()
    lpg: Mapped[bool] = zakelijk()
    g3: Mapped[bool] = zakelijk()
    ledig_gewicht: Mapped[int | None] = zakelijk()
    bedrijfsklaar: Mapped[int | None] = zakelijk()
    motornummer: Mapped[str] = zakelijk()
    fabrikantcode: Mapped[str] = zakelijk()
    co2_uitstoot: Mapped[int | None] = zakelijk()
    co2_cyclus: Mapped[str] = zakelijk()
    bouwjaar: Mapped[int | None] = zakelijk()
    vervaldatum_apk: Mapped[date | None] = zakelijk()
    datum_deel_1a: Mapped[date | None] = zakelijk()
    datum_deel_1b: Mapped[date | None] = zakelijk()
    datum_laatste_bezoek: Mapped[date | None] = zakelijk()
    afgifte_nederland: Mapped[date | None] = zakelijk()
    code_sleutel_1: Mapped[Code] = persoonlijk(CodeType)
    code_sleutel_2: Mapped[Code] = persoonlijk(CodeType)
    radiocode: Mapped[Code] = persoonlijk(CodeType)
    startcode: Mapped[Code] = persoonlijk(CodeType)
    alarmcode: Mapped[Code] = persoonlijk(CodeType)
    kleur: Mapped[str] = zakelijk(server_default=LEEG)
    tweede_kleur: Mapped[str] = zakelijk(server_default=LEEG)
    inrichting: Mapped[str] = zakelijk(server_default=LEEG)
    aantal_deuren: Mapped[int | None] = zakelijk()
    zitplaatsen: Mapped[int | None] = zakelijk()
    notitie: Mapped[str] = persoonlijk(server_default=LEEG)
    europese_categorie: Mapped[str] = zakelijk(server_default=LEEG)
    typegoedkeuring: Mapped[str] = zakelijk(server_default=LEEG)
    typecode: Mapped[str] = zakelijk(server_default=LEEG)
    variant: Mapped[str] = zakelijk(server_default=LEEG)
    uitvoering: Mapped[str] = zakelijk(server_default=LEEG)
    cilinders: Mapped[int | None] = zakelijk()
    cilinderinhoud: Mapped[int | None] = zakelijk()
    vermogen: Mapped[int | None] = zakelijk()
    emissieklasse: Mapped[str] = zakelijk(server_default=LEEG)
    wielbasis: Mapped[int | None] = zakelijk()
    lengte: Mapped[int | None] = zakelijk()
    max_massa: Mapped[int | None] = zakelijk()
    trekgewicht_geremd: Mapped[int | None] = zakelijk()
    trekgewicht_ongeremd: Mapped[int | None] = zakelijk()
    aantal_assen: Mapped[int | None] = zakelijk()
    bandenmaat_voor: Mapped[str] = zakelijk(server_default=LEEG)
    bandenmaat_achter: Mapped[str] = zakelijk(server_default=LEEG)
    catalogusprijs: Mapped[Bedrag | None] = zakelijk(BedragType)
    bpm: Mapped[Bedrag | None] = zakelijk(BedragType)
    sleutelnummer: Mapped[str] = persoonlijk(server_default=LEEG)
    sleutelplek: Mapped[str] = persoonlijk(server_default=LEEG)
    contractnummer: Mapped[str] = persoonlijk(server_default=LEEG)
    referentie: Mapped[str] = persoonlijk(server_default=LEEG)
    opties: Mapped[tuple[str, ...]] = zakelijk(JsonType(tuple[str, ...]), server_default="[]")
    leenauto: Mapped[bool] = zakelijk(server_default=false())

    kentekens: Mapped[list[VoertuigKentekenRij]] = relationship(
        lazy="raise",
        order_by="VoertuigKentekenRij.id",
        primaryjoin=lambda: and_(VoertuigRij.id == VoertuigKentekenRij.voertuig_id, leeft(VoertuigKentekenRij)),
    )
    relaties: Mapped[list[VoertuigRelatieRij]] = relationship(
        lazy="raise",
        order_by="VoertuigRelatieRij.id",
        primaryjoin=lambda: and_(VoertuigRij.id == VoertuigRelatieRij.voertuig_id, leeft(VoertuigRelatieRij)),
    )

    @property
    def open_kenteken(self) -> VoertuigKentekenRij | None:
        """The row of the plate that the car bears now."""
        return next((rij for rij in self.kentekens if rij.tot is None), None)

    @property
    def open_eigenaar(self) -> VoertuigRelatieRij | None:
        """The row of the owner that the car has now."""
        return next((rij for rij in self.relaties if rij.tot is None and rij.rol == EIGENAAR), None)

    @property
    def kenteken(self) -> Kenteken | None:
        """The plate that the car bears now."""
        return self.open_kenteken.kenteken if self.open_kenteken else None

    @property
    def hoofdeigenaar(self) -> RelatieKop | None:
        """The owner that the car has now."""
        return to_value(self.open_eigenaar.relatie, RelatieKop) if self.open_eigenaar else None


class VoertuigKentekenRij(Verwijderbaar, Rij):
    """A plate that a car bears or bore; ``tot`` is None for the present one. Deleted: it never bore it."""

    __tablename__ = "voertuig_kenteken"
    __table_args__ = (levend("uq_voertuig_kenteken_open", "voertuig_id", waar=_OPEN),)

    id: Mapped[int] = sleutel()
    voertuig_id: Mapped[int] = verwijzing("voertuig.id", index=True)
    kenteken_compact: Mapped[str] = persoonlijk(SleutelTekst)
    kenteken_land: Mapped[str] = zakelijk()
    kenteken_weergave: Mapped[str] = persoonlijk()
    van: Mapped[date | None] = zakelijk()
    tot: Mapped[date | None] = zakelijk()

    kenteken: Mapped[Kenteken] = composite(Kenteken, "kenteken_compact", "kenteken_land", "kenteken_weergave")


class VoertuigRelatieRij(Verwijderbaar, Rij):
    """A relatie that a car has or had in a role; ``tot`` is None for the present one. Deleted: it never was so."""

    __tablename__ = "voertuig_relatie"
    __table_args__ = (
        levend("uq_voertuig_relatie_open", "voertuig_id", "rol", waar=_OPEN),
        # All that the search by owner asks: the index alone answers it. With a partial one SQLite would read the rows.
        Index("ix_voertuig_relatie_relatie_id", "relatie_id", "rol", "verwijderd_op", "tot", "voertuig_id"),
    )

    id: Mapped[int] = sleutel()
    voertuig_id: Mapped[int] = verwijzing("voertuig.id", index=True)
    relatie_id: Mapped[int] = verwijzing("relatie.id")
    rol: Mapped[str] = zakelijk()
    van: Mapped[date | None] = zakelijk()
    tot: Mapped[date | None] = zakelijk()

    relatie: Mapped[RelatieRij] = relationship(lazy="raise")
