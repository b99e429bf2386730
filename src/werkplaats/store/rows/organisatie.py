"""Rows of the organisation: what the database is, its shops with their settings, and its secrets under seal."""

from __future__ import annotations

from sqlalchemy import LargeBinary, false, text, true
from sqlalchemy.orm import Mapped

from werkplaats.domain.instellingen import ShopInstellingen
from werkplaats.domain.mail import Veiligheid
from werkplaats.domain.pechhulp import Aanbieder, MopMethode, Soort
from werkplaats.domain.vrije_velden import VrijVeld
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
from werkplaats.store.types import EnumType, JsonType

DATABASE_ID = "database_id"
"""The name of the row that holds the random id of the database."""

LAATSTE_BACKUP = "laatste_backup"
"""The name of the row that holds when a backup was last made."""

LEEG = text("''")

_Verborgen = frozenset[Aanbieder]
_Links = tuple[tuple[Aanbieder, str], ...]
_Soorten = tuple[Soort, ...]
_VrijeVelden = tuple[VrijVeld, ...]
_Checklist = tuple[str, ...]


class EigenschapRij(Rij):
    """A fact of the database itself, such as its random id."""

    __tablename__ = "eigenschap"

    naam: Mapped[str] = technisch(primary_key=True)
    waarde: Mapped[str] = technisch()


class ShopRij(Bewerkbaar, Verwijderbaar, Rij):
    """A shop of the organisation with its settings."""

    __tablename__ = "shop"
    __table_args__ = NOOIT_HERGEBRUIKT
    WAARDEN = (ShopInstellingen,)

    id: Mapped[int] = sleutel()
    zone: Mapped[str] = zakelijk()
    naam: Mapped[str] = zakelijk()
    land: Mapped[str] = zakelijk()
    straat: Mapped[str] = zakelijk()
    huisnr: Mapped[str] = zakelijk()
    postcode: Mapped[str] = zakelijk()
    plaats: Mapped[str] = zakelijk()
    telefoon: Mapped[str] = zakelijk()
    email: Mapped[str] = zakelijk()
    btw_nummer: Mapped[str] = zakelijk()
    kvk_nummer: Mapped[str] = zakelijk()
    vestigingsnummer: Mapped[str] = zakelijk()
    rdw_nummer: Mapped[str] = zakelijk()
    pechhulp_verborgen: Mapped[_Verborgen] = zakelijk(JsonType(_Verborgen))
    pechhulp_links: Mapped[_Links] = zakelijk(JsonType(_Links))
    pechhulp_herinnering_dagen: Mapped[int] = zakelijk()
    apk_herinnering_dagen: Mapped[int] = zakelijk()
    standaardgroep: Mapped[str] = zakelijk()
    mop_methode: Mapped[MopMethode | None] = zakelijk(EnumType(MopMethode))
    checklist: Mapped[_Checklist] = zakelijk(JsonType(_Checklist), server_default=text("'[]'"))
    vrije_velden: Mapped[_VrijeVelden] = zakelijk(JsonType(_VrijeVelden), server_default=text("'[]'"))
    bv_link: Mapped[str] = zakelijk(server_default=text("''"))
    lpg_link: Mapped[str] = zakelijk(server_default=text("''"))
    mop_soorten: Mapped[_Soorten] = zakelijk(JsonType(_Soorten))
    smtp_host: Mapped[str] = zakelijk(server_default=LEEG)
    smtp_poort: Mapped[int] = zakelijk(server_default=text("587"))
    smtp_veiligheid: Mapped[Veiligheid] = zakelijk(EnumType(Veiligheid), server_default=text("'starttls'"))
    smtp_afzender: Mapped[str] = zakelijk(server_default=LEEG)
    smtp_gebruiker: Mapped[str] = zakelijk(server_default=LEEG)
    carpass_btw: Mapped[str] = zakelijk(server_default=LEEG)
    carpass_organisatie: Mapped[str] = zakelijk(server_default=LEEG)
    carpass_gebruiker: Mapped[str] = zakelijk(server_default=LEEG)
    carpass_vrijstelling: Mapped[bool] = zakelijk(server_default=false())
    carpass_correcties: Mapped[int] = zakelijk(server_default=text("2"))
    pon_goedgekeurd_vereist: Mapped[bool] = zakelijk(server_default=true())
    pon_nlv_bij_latere_aflevering: Mapped[bool] = zakelijk(server_default=false())
    dagtaken_aan: Mapped[bool] = zakelijk(server_default=true())
    dagtaken_uur: Mapped[int] = zakelijk(server_default=text("7"))
    backup_map: Mapped[str] = zakelijk(server_default=LEEG)
    backup_aantal: Mapped[int] = zakelijk(server_default=text("0"))
    pon_automatisch: Mapped[bool] = zakelijk(server_default=false())
    pon_wachttijd: Mapped[int] = zakelijk(server_default=text("10"))
    pon_mail_afzender: Mapped[str] = zakelijk(server_default=LEEG)
    pon_mail_ontvangers: Mapped[str] = zakelijk(server_default=LEEG)
    pon_mail_ook_leeg: Mapped[bool] = zakelijk(server_default=false())


class GeheimRij(Rij):
    """A password or token of a shop, sealed under the key of the database; the store never sees it open."""

    __tablename__ = "geheim"

    shop_id: Mapped[int] = verwijzing("shop.id", primary_key=True)
    naam: Mapped[str] = technisch(primary_key=True)
    versie: Mapped[int] = technisch()
    inhoud: Mapped[bytes] = persoonlijk(LargeBinary)


class NummerreeksRij(Rij):
    """The last number given out in a series, such as the werkkaarten of a shop in a year."""

    __tablename__ = "nummerreeks"

    eigenaar: Mapped[str] = technisch(primary_key=True)
    soort: Mapped[str] = technisch(primary_key=True)
    jaar: Mapped[int] = technisch(primary_key=True, autoincrement=False)
    laatste: Mapped[int] = technisch()
