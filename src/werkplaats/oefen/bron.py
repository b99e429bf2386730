"""The raw material of the practice garage, read from its resource files: names, places, models, well-known cases."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from werkplaats.resources import resource


class Model(NamedTuple):
    """A model in one version: years on the market, empty weight in kg, CO2 in g/km, power in kW, how its VIN begins."""

    merk: str
    model: str
    type: str
    van: int
    tot: int
    brandstof: str
    ledig: int
    co2: int | None
    kw: int
    vin: str
    motorcode: str
    inrichting: str
    soort: str
    tweede_brandstof: str
    gewicht: int

    @property
    def elektrisch(self) -> bool:
        """Whether it runs on electricity alone."""
        return self.brandstof == "Elektriciteit"


class Plaats(NamedTuple):
    """A place, the digits of its postcodes, its area code, and how often it is drawn."""

    naam: str
    postcodes: tuple[str, ...]
    netnummer: str
    gewicht: int


@dataclass(frozen=True, slots=True)
class Namen:
    """What people, streets and companies of one country may be called; a surname comes with its tussenvoegsel."""

    heren: tuple[str, ...]
    dames: tuple[str, ...]
    achternamen: tuple[tuple[str, str], ...]
    straten: tuple[str, ...]
    bedrijven: tuple[str, ...]


@cache
def namen(land: str) -> Namen:
    """The names of one country."""
    lijsten = {soort: _list(tekst) for soort, tekst in tomllib.loads(_read("namen.toml"))[land].items()}
    achternamen = tuple(_surname(naam) for naam in lijsten.pop("achternamen"))
    return Namen(achternamen=achternamen, **lijsten)


@cache
def plaatsen(land: str) -> tuple[Plaats, ...]:
    """The places of one country."""
    return tuple(
        Plaats(rij["naam"], tuple(rij["postcodes"].split()), rij["netnummer"], int(rij["gewicht"]))
        for rij in rows("plaatsen.csv")
        if rij["land"] == land
    )


@cache
def modellen(groep: str) -> tuple[Model, ...]:
    """The models of one group: auto, bestel, motor, bromfiets, aanhanger, camper, trekker or oldtimer."""
    return tuple(_model(rij) for rij in rows("modellen.csv") if rij["groep"] == groep)


@cache
def rows(bestand: str) -> tuple[dict[str, str], ...]:
    """The rows of one table, each by the names of its head."""
    return tuple(csv.DictReader(_read(bestand).splitlines()))


def _read(bestand: str) -> str:
    return resource("oefen", bestand).read_text(encoding="utf-8")


def _list(tekst: str) -> tuple[str, ...]:
    return tuple(tekst.strip().replace("\n", "|").split("|"))


def _surname(naam: str) -> tuple[str, str]:
    tussenvoegsel, _, rest = naam.rpartition("~")
    return tussenvoegsel, rest


def _model(rij: dict[str, str]) -> Model:
    getallen: dict[str, Any] = {veld: int(rij[veld]) for veld in ("van", "tot", "ledig", "kw", "gewicht")}
    teksten: dict[str, Any] = {veld: rij[veld] for veld in Model._fields if veld not in getallen and veld != "co2"}
    return Model(co2=int(rij["co2"]) if rij["co2"] else None, **getallen, **teksten)
