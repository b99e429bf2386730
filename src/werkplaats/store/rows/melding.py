"""The rows of the reports to Car-Pass: each with what was true that day, what Car-Pass said, and what happened."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from werkplaats.domain.carpass import MeldingInvoer, Vrijstelling
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.kmstand import Eenheid
from werkplaats.domain.melding import Melding, MeldingKop, MonteurStand, Staat
from werkplaats.domain.moment import Moment
from werkplaats.store.kopie import to_value
from werkplaats.store.rows.basis import (
    NOOIT_HERGEBRUIKT,
    Bewerkbaar,
    Rij,
    persoonlijk,
    sleutel,
    technisch,
    verwijzing,
    zakelijk,
)
from werkplaats.store.types import EnumType, JsonType, SleutelTekst

_Teksten = tuple[str, ...]

MELDING_KOLOMMEN = ("datum", "kenteken", "auto", "stand", "vorige", "staat", "code")


class MeldingRij(Bewerkbaar, Rij):
    """A report; ``guid`` is the name that Car-Pass gave it, ``status`` its last word on it, as it was spelled."""

    __tablename__ = "melding"
    __table_args__ = (
        Index("ix_melding_voertuig_id", "voertuig_id", "datum"),
        Index("ix_melding_shop_id", "shop_id", "staat", "staat_sinds"),
        Index("ix_melding_staat", "staat", "volgende_vraag"),
        Index("ix_melding_werkkaart_id", "werkkaart_id"),
        NOOIT_HERGEBRUIKT,
    )
    WAARDEN = (MeldingInvoer, Melding, MeldingKop)

    id: Mapped[int] = sleutel()
    shop_id: Mapped[int] = verwijzing("shop.id")
    voertuig_id: Mapped[int] = verwijzing("voertuig.id")
    werkkaart_id: Mapped[int | None] = technisch()
    kenteken_compact: Mapped[str | None] = persoonlijk(SleutelTekst)
    kenteken_land: Mapped[str | None] = zakelijk()
    kenteken_weergave: Mapped[str | None] = persoonlijk()
    auto: Mapped[str] = zakelijk()
    eigenaar: Mapped[str] = persoonlijk()
    eerste_toelating: Mapped[date | None] = zakelijk()
    vin: Mapped[str] = persoonlijk()
    stand: Mapped[int | None] = zakelijk()
    eenheid: Mapped[Eenheid] = zakelijk(EnumType(Eenheid))
    datum: Mapped[date | None] = zakelijk()
    teller_gewijzigd: Mapped[bool] = zakelijk()
    monteur_stand: Mapped[int | None] = zakelijk()
    monteur_wie: Mapped[str | None] = persoonlijk()
    monteur_op: Mapped[Moment | None] = technisch()
    activiteiten: Mapped[_Teksten] = zakelijk(JsonType(_Teksten))
    omschrijving: Mapped[str] = zakelijk()
    regels: Mapped[_Teksten] = zakelijk(JsonType(_Teksten))
    met_regels: Mapped[bool] = zakelijk()
    omschrijving_staat: Mapped[str] = technisch()
    staat: Mapped[Staat] = zakelijk(EnumType(Staat))
    staat_sinds: Mapped[Moment] = technisch()
    vroeg: Mapped[bool] = zakelijk()
    vorige_km: Mapped[int | None] = zakelijk()
    vorige_datum: Mapped[date | None] = zakelijk()
    reden: Mapped[Vrijstelling | None] = zakelijk(EnumType(Vrijstelling))
    toelichting: Mapped[str] = persoonlijk()
    guid: Mapped[str] = technisch()
    status: Mapped[str] = technisch()
    correcties: Mapped[int] = technisch()
    herverzonden: Mapped[bool] = technisch()
    verstuurd_op: Mapped[Moment | None] = technisch()
    volgende_vraag: Mapped[Moment | None] = technisch()
    gemaakt_op: Mapped[Moment] = technisch()
    gemaakt_door: Mapped[str] = technisch()

    @property
    def kenteken(self) -> Kenteken | None:
        """The plate of that day."""
        if not self.kenteken_compact:
            return None
        return Kenteken(self.kenteken_compact, self.kenteken_land or "", self.kenteken_weergave or "")

    @property
    def kop(self) -> MeldingKop:
        """Of which car it is."""
        return to_value(self, MeldingKop)

    @property
    def invoer(self) -> MeldingInvoer:
        """What a person filled in."""
        return to_value(self, MeldingInvoer)

    @property
    def monteur(self) -> MonteurStand | None:
        """What the mechanic read."""
        if self.monteur_stand is None or self.monteur_op is None:
            return None
        return MonteurStand(self.monteur_stand, self.monteur_wie or "", self.monteur_op)


class MeldingIssueRij(Rij):
    """Something that Car-Pass stumbled over; ``opgelost_op`` None while it stands."""

    __tablename__ = "melding_issue"
    __table_args__ = NOOIT_HERGEBRUIKT

    id: Mapped[int] = sleutel()
    melding_id: Mapped[int] = verwijzing("melding.id", index=True)
    issue_id: Mapped[str] = technisch()
    code: Mapped[str] = technisch()
    tekst: Mapped[str] = zakelijk()
    corrigeerbaar: Mapped[bool] = technisch()
    bevestigbaar: Mapped[bool] = technisch()
    vorige_stand: Mapped[int | None] = zakelijk()
    vorige_datum: Mapped[date | None] = zakelijk()
    gezien_op: Mapped[Moment] = technisch()
    opgelost_op: Mapped[Moment | None] = technisch()


class MeldingGebeurtenisRij(Rij):
    """What happened to a report, in order."""

    __tablename__ = "melding_gebeurtenis"
    __table_args__ = NOOIT_HERGEBRUIKT

    id: Mapped[int] = sleutel()
    melding_id: Mapped[int] = verwijzing("melding.id", index=True)
    moment: Mapped[Moment] = technisch()
    wie: Mapped[str] = technisch()
    code: Mapped[str] = technisch()
    van: Mapped[Staat] = zakelijk(EnumType(Staat))
    naar: Mapped[Staat] = zakelijk(EnumType(Staat))
    tekst: Mapped[str] = persoonlijk()


class CarPassActiviteitRij(Rij):
    """A kind of work that Car-Pass knows, kept per shop so that a report can be filled in without a network."""

    __tablename__ = "carpass_activiteit"

    shop_id: Mapped[int] = verwijzing("shop.id", primary_key=True)
    code: Mapped[str] = zakelijk(primary_key=True)
    label: Mapped[str] = zakelijk()
    volgorde: Mapped[int] = technisch()
    opgehaald_op: Mapped[Moment] = technisch()


class MeldingLijstRij(Rij):
    """What the overview sorts a report on, as texts; made of the report at each write.

    ``groep`` is the pill that it counts under: each pill is counted whenever the overview is read.
    """

    __tablename__ = "melding_lijst"
    __table_args__ = tuple(
        Index(f"ix_melding_lijst_{kolom}", "shop_id", kolom, "melding_id") for kolom in (*MELDING_KOLOMMEN, "groep")
    )

    melding_id: Mapped[int] = verwijzing("melding.id", primary_key=True, autoincrement=False)
    shop_id: Mapped[int] = verwijzing("shop.id")
    datum: Mapped[str] = zakelijk(SleutelTekst)
    kenteken: Mapped[str] = persoonlijk(SleutelTekst)
    auto: Mapped[str] = zakelijk(SleutelTekst)
    stand: Mapped[str] = zakelijk(SleutelTekst)
    vorige: Mapped[str] = zakelijk(SleutelTekst)
    staat: Mapped[str] = zakelijk(SleutelTekst)
    code: Mapped[str] = zakelijk(SleutelTekst)
    groep: Mapped[str] = zakelijk(SleutelTekst)
    tekst: Mapped[str] = persoonlijk(SleutelTekst)
