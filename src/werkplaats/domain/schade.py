"""Damages of a car: where on the car, what it is, and whether it was mended; each mark keeps its number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from werkplaats.errors import Bevinding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

TEKST_HOOGSTENS = 2000
BREED, HOOG = 1000, 560
"""The drawing of the car is so wide and high, in its own units; the front is at the left."""


class Schadestaat(StrEnum):
    """Whether a damage is still there; the value is what the store keeps."""

    OPEN = "open"
    HERSTELD = "hersteld"


class Plek(StrEnum):
    """A part of a car that people have a name for, from front to rear; left and right as one sits in it."""

    VOORBUMPER = "voorbumper"
    MOTORKAP = "motorkap"
    VOORRUIT = "voorruit"
    DAK = "dak"
    ACHTERRUIT = "achterruit"
    ACHTERKLEP = "achterklep"
    ACHTERBUMPER = "achterbumper"
    SCHERM_LV = "scherm_lv"
    PORTIER_LV = "portier_lv"
    PORTIER_LA = "portier_la"
    SCHERM_LA = "scherm_la"
    RUITEN_L = "ruiten_l"
    DORPEL_L = "dorpel_l"
    WIEL_LV = "wiel_lv"
    WIEL_LA = "wiel_la"
    SCHERM_RV = "scherm_rv"
    PORTIER_RV = "portier_rv"
    PORTIER_RA = "portier_ra"
    SCHERM_RA = "scherm_ra"
    RUITEN_R = "ruiten_r"
    DORPEL_R = "dorpel_r"
    WIEL_RV = "wiel_rv"
    WIEL_RA = "wiel_ra"


@dataclass(frozen=True, slots=True)
class SchadeKaart:
    """What a person may edit of a damage; ``x`` and ``y`` stand on the drawing, None is the middle of the part."""

    plek: Plek = Plek.VOORBUMPER
    x: int | None = None
    y: int | None = None
    omschrijving: str = ""
    datum: date | None = None
    staat: Schadestaat = Schadestaat.OPEN


@dataclass(frozen=True, slots=True)
class Schade:
    """A damage on file; ``nummer`` counts per car and is never given out again."""

    id: int
    voertuig_id: int
    nummer: int
    kaart: SchadeKaart
    gewijzigd_door: str


def check_schade(kaart: SchadeKaart, vandaag: date) -> Iterator[Bevinding]:
    """The findings at a damage: without words it says nothing, and it cannot be of tomorrow."""
    if not kaart.omschrijving.strip():
        yield Bevinding("omschrijving", "SCHADE_ZONDER_TEKST")
    if len(kaart.omschrijving) > TEKST_HOOGSTENS:
        params = {"hoogstens": TEKST_HOOGSTENS, "lengte": len(kaart.omschrijving)}
        yield Bevinding("omschrijving", "TEKST_TE_LANG", params=params)
    if kaart.datum is not None and kaart.datum > vandaag:
        yield Bevinding("datum", "DATUM_TOEKOMST", params={"datum": kaart.datum.strftime("%d-%m-%Y")})
    if (kaart.x is None) != (kaart.y is None) or not (0 <= (kaart.x or 0) <= BREED and 0 <= (kaart.y or 0) <= HOOG):
        yield Bevinding("plek", "SCHADE_NAAST_AUTO")


_TEKST = re.compile(r"(\d+): (\w+), (.*) \((\w+)\)", re.ASCII | re.DOTALL)


class SchadeWoorden(NamedTuple):
    """A damage as the logboek kept it."""

    nummer: int
    plek: str
    omschrijving: str
    staat: str


def read_schade(tekst: str) -> SchadeWoorden | None:
    """What ``schade_tekst`` made of a damage; None for any other text."""
    gelezen = _TEKST.fullmatch(tekst)
    return None if gelezen is None else SchadeWoorden(int(gelezen[1]), gelezen[2], gelezen[3], gelezen[4])


def schade_tekst(schade: Schade) -> str:
    """A damage as the logboek keeps it: its number, its place, its words."""
    kaart = schade.kaart
    return f"{schade.nummer}: {kaart.plek.value}, {kaart.omschrijving} ({kaart.staat.value})"
