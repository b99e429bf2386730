"""The rows of a shop's own lists: articles and hours, standard texts, packages; and the VAT rates of the countries."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from werkplaats.domain.artikel import Artikel, Pakket, PakketDeel, Standaardtekst
from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.btw import BtwCode, BtwTarief
from werkplaats.store.rows.basis import Rij, technisch, verwijzing, zakelijk
from werkplaats.store.types import BedragType, EnumType, JsonType

_Delen = tuple[PakketDeel, ...]
_Codes = tuple[str, ...]


class BtwTariefRij(Rij):
    """A VAT rate of a country over a time."""

    __tablename__ = "btw_tarief"
    WAARDEN = (BtwTarief,)

    land: Mapped[str] = zakelijk(primary_key=True)
    code: Mapped[BtwCode] = zakelijk(EnumType(BtwCode), primary_key=True)
    van: Mapped[date] = zakelijk(primary_key=True)
    percentage: Mapped[int] = zakelijk()
    tot: Mapped[date | None] = zakelijk()


class ArtikelRij(Rij):
    """An article of a shop, by its code."""

    __tablename__ = "artikel"
    WAARDEN = (Artikel,)

    shop_id: Mapped[int] = verwijzing("shop.id", primary_key=True, autoincrement=False)
    code: Mapped[str] = zakelijk(primary_key=True)
    omschrijving: Mapped[str] = zakelijk()
    prijs: Mapped[Bedrag] = zakelijk(BedragType())
    eenheid: Mapped[str] = zakelijk()
    uren: Mapped[bool] = zakelijk()
    btw_code: Mapped[BtwCode] = zakelijk(EnumType(BtwCode))
    voorraad: Mapped[int | None] = zakelijk()
    locatie: Mapped[str] = zakelijk()


class StandaardtekstRij(Rij):
    """A sentence of a shop that is written often."""

    __tablename__ = "standaardtekst"
    WAARDEN = (Standaardtekst,)

    shop_id: Mapped[int] = verwijzing("shop.id", primary_key=True, autoincrement=False)
    code: Mapped[str] = zakelijk(primary_key=True)
    tekst: Mapped[str] = zakelijk()


class PakketRij(Rij):
    """A package of a shop with its lines."""

    __tablename__ = "pakket"
    WAARDEN = (Pakket,)

    shop_id: Mapped[int] = verwijzing("shop.id", primary_key=True, autoincrement=False)
    code: Mapped[str] = technisch(primary_key=True)
    omschrijving: Mapped[str] = zakelijk()
    delen: Mapped[_Delen] = zakelijk(JsonType(_Delen))


class RegelcodeRij(Rij):
    """Which kinds of work of Car-Pass a code on a line stands for; it outlives a new reading of the lists."""

    __tablename__ = "carpass_regelcode"

    shop_id: Mapped[int] = verwijzing("shop.id", primary_key=True, autoincrement=False)
    code: Mapped[str] = zakelijk(primary_key=True)
    activiteiten: Mapped[_Codes] = zakelijk(JsonType(_Codes))
