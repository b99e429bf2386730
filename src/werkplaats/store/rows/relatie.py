"""The rows of a relatie: its card, its further addresses and telephones, the consents that were noted."""

from __future__ import annotations

from datetime import date

from sqlalchemy import text
from sqlalchemy.orm import Mapped, relationship

from werkplaats.domain.moment import Moment
from werkplaats.domain.relatie import (
    Aanhef,
    Adres,
    Adressoort,
    RelatieKaart,
    Taal,
    Telefoonnummer,
    Telefoonsoort,
    Toestemming,
    ToestemmingRegel,
    Voorkeur,
)
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
from werkplaats.store.types import EnumType

LEEG = text("''")
"""What a column that came later says of the people who were there already."""


class RelatieRij(Bewerkbaar, Verwijderbaar, Rij):
    """A person or company; ``weergave`` and ``adresregel`` are derived at each save, so that no list computes them."""

    __tablename__ = "relatie"
    __table_args__ = NOOIT_HERGEBRUIKT
    WAARDEN = (RelatieKaart, RelatieKop)

    id: Mapped[int] = sleutel()
    aanhef: Mapped[Aanhef] = persoonlijk(EnumType(Aanhef))
    voorletters: Mapped[str] = persoonlijk()
    voornaam: Mapped[str] = persoonlijk()
    tussenvoegsel: Mapped[str] = persoonlijk()
    naam: Mapped[str] = persoonlijk()
    geboortedatum: Mapped[date | None] = persoonlijk()
    contactpersoon: Mapped[str] = persoonlijk()
    btw_nummer: Mapped[str] = persoonlijk()
    kvk_nummer: Mapped[str] = zakelijk()
    straat: Mapped[str] = persoonlijk()
    huisnr: Mapped[str] = persoonlijk()
    toevoeging: Mapped[str] = persoonlijk()
    postcode: Mapped[str] = persoonlijk()
    plaats: Mapped[str] = persoonlijk()
    land: Mapped[str] = zakelijk()
    telefoon: Mapped[str] = persoonlijk()
    telefoon_2: Mapped[str] = persoonlijk()
    email: Mapped[str] = persoonlijk()
    let_op: Mapped[str] = persoonlijk()
    taal: Mapped[Taal] = persoonlijk(EnumType(Taal), server_default=text("'nl'"))
    voorkeur: Mapped[Voorkeur] = persoonlijk(EnumType(Voorkeur), server_default=LEEG)
    mag_email: Mapped[Toestemming] = persoonlijk(EnumType(Toestemming), server_default=LEEG)
    mag_sms: Mapped[Toestemming] = persoonlijk(EnumType(Toestemming), server_default=LEEG)
    mag_bellen: Mapped[Toestemming] = persoonlijk(EnumType(Toestemming), server_default=LEEG)
    notitie: Mapped[str] = persoonlijk(server_default=LEEG)
    weergave: Mapped[str] = persoonlijk()
    adresregel: Mapped[str] = persoonlijk()

    adres_rijen: Mapped[list[RelatieAdresRij]] = relationship(
        lazy="raise", order_by="RelatieAdresRij.id", cascade="all, delete-orphan"
    )
    telefoon_rijen: Mapped[list[RelatieTelefoonRij]] = relationship(
        lazy="raise", order_by="RelatieTelefoonRij.id", cascade="all, delete-orphan"
    )

    @property
    def adressen(self) -> tuple[Adres, ...]:
        """The addresses beside the first one."""
        return tuple(to_value(rij, Adres) for rij in self.adres_rijen)

    @property
    def telefoons(self) -> tuple[Telefoonnummer, ...]:
        """The telephones beside the first two."""
        return tuple(to_value(rij, Telefoonnummer) for rij in self.telefoon_rijen)


class RelatieAdresRij(Rij):
    """An address beside the first one; the rows of a relatie are replaced as a whole when one of them changes."""

    __tablename__ = "relatie_adres"
    WAARDEN = (Adres,)

    id: Mapped[int] = sleutel()
    relatie_id: Mapped[int] = verwijzing("relatie.id", index=True)
    soort: Mapped[Adressoort] = zakelijk(EnumType(Adressoort))
    straat: Mapped[str] = persoonlijk()
    huisnr: Mapped[str] = persoonlijk()
    toevoeging: Mapped[str] = persoonlijk()
    postcode: Mapped[str] = persoonlijk()
    plaats: Mapped[str] = persoonlijk()
    land: Mapped[str] = zakelijk()


class RelatieTelefoonRij(Rij):
    """A telephone beside the first two; replaced as a whole, as the addresses are."""

    __tablename__ = "relatie_telefoon"
    WAARDEN = (Telefoonnummer,)

    id: Mapped[int] = sleutel()
    relatie_id: Mapped[int] = verwijzing("relatie.id", index=True)
    soort: Mapped[Telefoonsoort] = zakelijk(EnumType(Telefoonsoort))
    nummer: Mapped[str] = persoonlijk()


class RelatieToestemmingRij(Rij):
    """A consent given or taken back, with the wording of that day; rows are only added."""

    __tablename__ = "relatie_toestemming"
    WAARDEN = (ToestemmingRegel,)

    id: Mapped[int] = sleutel()
    relatie_id: Mapped[int] = verwijzing("relatie.id", index=True)
    doel: Mapped[str] = zakelijk()
    staat: Mapped[Toestemming] = persoonlijk(EnumType(Toestemming))
    tekst_versie: Mapped[str] = zakelijk()
    moment: Mapped[Moment] = technisch()
    door: Mapped[str] = technisch()
