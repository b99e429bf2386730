"""The rows by which the long lists are sorted and filtered: made of the records at each save, nothing of their own."""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped

from werkplaats.store.rows.basis import Rij, persoonlijk, verwijzing, zakelijk
from werkplaats.store.types import SleutelTekst

VOERTUIG_KOLOMMEN = ("kenteken", "omschrijving", "eigenaar", "plaats", "vin", "bouwjaar", "apk", "bezoek", "km")
RELATIE_KOLOMMEN = ("naam", "adres", "postcode", "plaats", "telefoon", "email", "voertuigen")


class VoertuigLijstRij(Rij):
    """What the list of cars sorts one on; ``tekst`` holds the words that its filter looks in."""

    __tablename__ = "voertuig_lijst"
    __table_args__ = tuple(Index(f"ix_voertuig_lijst_{kolom}", kolom, "voertuig_id") for kolom in VOERTUIG_KOLOMMEN)

    voertuig_id: Mapped[int] = verwijzing("voertuig.id", primary_key=True, autoincrement=False)
    kenteken: Mapped[str] = persoonlijk(SleutelTekst)
    omschrijving: Mapped[str] = zakelijk(SleutelTekst)
    eigenaar: Mapped[str] = persoonlijk(SleutelTekst)
    plaats: Mapped[str] = persoonlijk(SleutelTekst)
    vin: Mapped[str] = persoonlijk(SleutelTekst)
    bouwjaar: Mapped[str] = zakelijk(SleutelTekst)
    apk: Mapped[str] = zakelijk(SleutelTekst)
    bezoek: Mapped[str] = zakelijk(SleutelTekst)
    km: Mapped[str] = zakelijk(SleutelTekst, server_default=text("''"))
    actief: Mapped[bool] = zakelijk()
    terugroep: Mapped[bool] = zakelijk()
    tekst: Mapped[str] = persoonlijk(SleutelTekst)


class RelatieLijstRij(Rij):
    """What the list of relaties sorts one on."""

    __tablename__ = "relatie_lijst"
    __table_args__ = tuple(Index(f"ix_relatie_lijst_{kolom}", kolom, "relatie_id") for kolom in RELATIE_KOLOMMEN)

    relatie_id: Mapped[int] = verwijzing("relatie.id", primary_key=True, autoincrement=False)
    naam: Mapped[str] = persoonlijk(SleutelTekst)
    adres: Mapped[str] = persoonlijk(SleutelTekst)
    postcode: Mapped[str] = persoonlijk(SleutelTekst)
    plaats: Mapped[str] = persoonlijk(SleutelTekst)
    telefoon: Mapped[str] = persoonlijk(SleutelTekst)
    email: Mapped[str] = persoonlijk(SleutelTekst)
    voertuigen: Mapped[str] = zakelijk(SleutelTekst)
    bedrijf: Mapped[bool] = zakelijk()
    tekst: Mapped[str] = persoonlijk(SleutelTekst)
