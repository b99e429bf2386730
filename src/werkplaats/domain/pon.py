"""Plate requests at PON: what an order must tell, and what is decided about it.

Source: the conditions and the four rules of the importer's plate requests, as the readings in docs/decisions take them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class Besluit(StrEnum):
    """What is to be done about the plate of an order."""

    AANVRAGEN = "aanvragen"
    WACHTEN = "wachten"
    AANDACHT = "aandacht"
    VOLDOET_NIET = "voldoet_niet"


class PonRegel(StrEnum):
    """The rule by which a plate is requested by itself."""

    R1 = "R1"
    R2 = "R2"
    R3 = "R3"
    R4 = "R4"


class Reden(StrEnum):
    """Why an order is not requested now; the value is what the console prints and the store keeps."""

    ORDERSOORT = "ORDERSOORT"
    STATUS_AFGELEVERD = "STATUS_AFGELEVERD"
    CHASSIS_ONTBREEKT = "CHASSIS_ONTBREEKT"
    KENTEKEN_BEKEND = "KENTEKEN_BEKEND"
    NIET_GOEDGEKEURD = "NIET_GOEDGEKEURD"
    MERK_NIET_VIA_PON = "MERK_NIET_VIA_PON"
    AANVRAAG_LOOPT = "AANVRAAG_LOOPT"
    GOEDKEURING_INGETROKKEN = "GOEDKEURING_INGETROKKEN"
    LOSDATUM_ONBEKEND = "LOSDATUM_ONBEKEND"
    GEPLAND_OP_ONBEKEND = "GEPLAND_OP_ONBEKEND"
    TE_LAAT_INGEPLAND = "TE_LAAT_INGEPLAND"
    AFLEVERDATUM_NA_NLV = "AFLEVERDATUM_NA_NLV"
    KCODE_ONTBREEKT = "KCODE_ONTBREEKT"


@dataclass(frozen=True, slots=True)
class PonFeiten:
    """What the rules ask of an order. Days are days in the shop's zone; None is not known.

    ``ingetrokken`` says that a person took *Goedkeuren* off again: the program does not set it a second time.
    """

    nieuw: bool = False
    afgeleverd: bool = False
    chassis_bekend: bool = False
    kenteken_bekend: bool = False
    goedgekeurd: bool = False
    via_pon: bool = False
    aanvraag_loopt: bool = False
    ingetrokken: bool = False
    voorraad: bool = False
    losdatum: date | None = None
    nlv: date | None = None
    kcode_datum: date | None = None
    afleverdatum: date | None = None
    gepland_op: date | None = None


@dataclass(frozen=True, slots=True)
class PonKeuze:
    """What a dealer chooses.

    ``goedgekeurd_vereist``: the sale must be approved. ``nlv_bij_latere_aflevering``: a car that is delivered on or
    after its NLV day is requested seven days before that day, instead of being brought to a person's attention.
    """

    goedgekeurd_vereist: bool = True
    nlv_bij_latere_aflevering: bool = False


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What is decided about an order on a day.

    ``datum`` is the day on which the rule falls due, or by which a person must decide. ``gemist`` is a rule that had
    fallen due before the car was planned and that no run has acted on. ``letterlijk`` are the rules that by the letter
    of the source would have asked today although this decision does not.
    """

    besluit: Besluit
    regel: PonRegel | None = None
    datum: date | None = None
    redenen: tuple[Reden, ...] = ()
    gemist: PonRegel | None = None
    letterlijk: tuple[PonRegel, ...] = ()
