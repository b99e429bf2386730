"""What can go wrong that is the user's or the world's: a code and parameters, never a sentence.

A door (window, console, portal) says the sentence; ``zinnen`` holds them. Anything that is raised here or in
another room and is no ``WerkplaatsError`` is a fault of our own and ends in the crash dialog.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Ernst(StrEnum):
    """How much a finding weighs: one that blocks must be mended, the others may stand.

    An anomaly is one that Car-Pass will stumble over too; a melding is no more than a word.
    """

    BLOKKEREND = "blokkerend"
    ANOMALIE = "anomalie"
    WAARSCHUWING = "waarschuwing"
    MELDING = "melding"


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One thing that is doubtful or wrong at one field (``veld`` is the name of the field in the input value)."""

    veld: str
    code: str
    ernst: Ernst = Ernst.BLOKKEREND
    params: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


class WerkplaatsError(Exception):
    """A problem that a person can understand and mend; ``code`` picks the sentence, ``params`` fill it."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return self.code


class Ongeldig(WerkplaatsError):
    """The input cannot be taken; each finding names its field."""

    def __init__(self, bevindingen: Iterable[Bevinding]) -> None:
        self.bevindingen = tuple(bevindingen)
        super().__init__("ONGELDIG", aantal=len(self.bevindingen))


class GeenRecht(WerkplaatsError):
    """This user may not do this (rights.md: default deny)."""

    def __init__(self, recht: str) -> None:
        super().__init__("GEEN_RECHT", recht=recht)


class NietGevonden(WerkplaatsError):
    """The record is not there (any more)."""

    def __init__(self, onderwerp: str, sleutel: object) -> None:
        super().__init__("NIET_GEVONDEN", onderwerp=onderwerp, sleutel=sleutel)


@dataclass(frozen=True, slots=True)
class BotsendVeld:
    """One field that two people changed: what I started from, what I made of it, what stands there now.

    ``door`` and ``op`` (a Moment) say who made it so, and when; empty where only the record as a whole knows.
    """

    veld: str
    basis: Any
    mijn: Any
    hun: Any
    door: str = ""
    op: Any = None


class Botsing(WerkplaatsError):
    """Two people changed the same fields of one record; nothing of mine was saved."""

    def __init__(self, velden: Iterable[BotsendVeld], door: str, actueel: Any) -> None:
        self.velden = tuple(velden)
        self.door = door
        self.actueel = actueel
        super().__init__("BOTSING", door=door, aantal=len(self.velden))


class OpslagFout(WerkplaatsError):
    """The store cannot do it: SCHIJF_VOL, ALLEEN_LEZEN, OPSLAG_STUK, OPSLAG_BEZET, SCHEMA_NIEUWER, SCHEMA_OUDER,
    NETWERKSCHIJF, GEEN_VERBINDING, BACKUP_STUK, BACKUP_NIEUWER, HERSTEL_OPEN, MAP_ONBEREIKBAAR, MIGRATIE_VERLIEST,
    BESTAND_NIET_GESCHREVEN."""


class GeheimFout(WerkplaatsError):
    """A secret cannot be read or kept: GEEN_SLEUTEL, SLEUTELBOS_DICHT, SLEUTELBOS_ONTBREEKT, KOPPELCODE_ONJUIST."""


class PartijFout(WerkplaatsError):
    """An outside party did not give what was asked; ``partij`` is its name as people know it."""

    def __init__(self, code: str, partij: str, **params: Any) -> None:
        super().__init__(code, partij=partij, **params)
        self.partij = partij


class Unreachable(PartijFout):
    """No answer: no network, time-out, certificate, outage (5xx), too busy (429)."""


class Refused(PartijFout):
    """The party answered and said no: token refused, query refused, not known there."""


class Garbled(PartijFout):
    """The party's answer is not what it promised: no JSON, cut off, another shape."""
