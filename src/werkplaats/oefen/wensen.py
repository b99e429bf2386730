"""Which cars stand in the practice garage: what kind, whose, with which plate; what is left open is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from werkplaats.domain.kenteken import Kenteken
from werkplaats.oefen.bron import rows
from werkplaats.oefen.kans import die
from werkplaats.oefen.kentekens import BELGISCH
from werkplaats.oefen.relaties import AANTAL, drawn_key

if TYPE_CHECKING:
    from collections.abc import Iterator

AANTAL_VOERTUIGEN = 300
GEEN_PLAAT = "-"
"""In a table: this car has no plate; an empty field means that one is drawn."""


@dataclass(frozen=True, slots=True)
class Wens:
    """A car that is wanted; what is left empty is drawn.

    ``groep`` is a group of models, ``plaat`` a plate chosen by hand ("" for none at all, None to draw one),
    ``klasse`` a Belgian class; ``apk``, ``bezoek`` and ``sinds`` count days from today.
    """

    sleutel: str
    groep: str
    eigenaar: str | None
    land: str = "NL"
    plaat: str | None = None
    klasse: str = "auto"
    sidecode: int = 0
    merk: str = ""
    model: str = ""
    type: str = ""
    vin: str = ""
    jaar: int = 0
    apk: int | None = None
    bezoek: int | None = None
    sinds: int | None = None
    actief: bool = True
    taxi: bool = False
    lpg: str = ""

    @property
    def kenteken(self) -> Kenteken | None:
        """The plate that was chosen by hand."""
        return Kenteken.parse(self.plaat, self.land) if self.plaat else None


def make_wensen() -> tuple[Wens, ...]:
    """All cars, the well-known ones first."""
    bijzonder = (*_known(), *_written(), *_sidecodes(), *_belgian(), *_fleets())
    return (*bijzonder, *_others(AANTAL_VOERTUIGEN - len(bijzonder)))


def _known() -> Iterator[Wens]:
    for rij in rows("bekende_voertuigen.csv"):
        yield Wens(
            sleutel=rij["kenteken"],
            groep=rij["groep"],
            eigenaar=rij["eigenaar"],
            land=rij["land"],
            plaat=rij["kenteken"],
            merk=rij["merk"],
            model=rij["model"],
            type=rij["type"],
            vin=rij["vin"],
            jaar=int(rij["jaar"]),
            apk=int(rij["apk"]),
            bezoek=int(rij["bezoek"]),
            sinds=int(rij["sinds"]),
        )


def _written() -> Iterator[Wens]:
    """The cars that are there for what is special about them: a collection, foreign and trade plates, doubles."""
    for rij in rows("bijzondere_voertuigen.csv"):
        yield Wens(
            sleutel=rij["sleutel"],
            groep=rij["groep"],
            eigenaar=rij["eigenaar"] or None,
            land=rij["land"],
            plaat=rij["plaat"].removeprefix(GEEN_PLAAT) if rij["plaat"] else None,
            klasse=rij["klasse"],
            merk=rij["merk"],
            model=rij["model"],
            vin=rij["vin"],
            jaar=int(rij["jaar"] or 0),
            apk=int(rij["apk"]) if rij["apk"] else None,
            actief=rij["actief"] != "nee",
            taxi=rij["taxi"] == "ja",
            lpg=rij["lpg"],
        )


def _sidecodes() -> Iterator[Wens]:
    """A car of each Dutch series that a car can have, so that every shape of plate can be found."""
    jaren = {4: 1985, 5: 1993, 6: 2004, 7: 2011, 8: 2014, 9: 2017, 10: 2021, 11: 2024, 12: 2025, 13: 2025, 14: 2025}
    for sidecode, jaar in jaren.items():
        yield Wens(f"sidecode-{sidecode}", "auto", drawn_key("NL", False, sidecode), sidecode=sidecode, jaar=jaar)


def _belgian() -> Iterator[Wens]:
    """A vehicle of each Belgian class."""
    groepen = {
        "oldtimer": "oldtimer",
        "aanhangwagen": "aanhanger",
        "motor": "motor",
        "bromfiets": "bromfiets",
        "tractor": "trekker",
    }
    eigenaren = {"taxi": "taxi-be", "handelaar": None, "tractor": "dakwerken", "aanhangwagen": "dakwerken"}
    for nummer, klasse in enumerate(klasse for klasse in BELGISCH if klasse != "auto"):
        eigenaar = eigenaren.get(klasse, drawn_key("BE", False, nummer))
        yield Wens(f"be-{klasse}", groepen.get(klasse, "auto"), eigenaar, "BE", klasse=klasse, taxi=klasse == "taxi")


def _fleets() -> Iterator[Wens]:
    vloten = (
        ("smeets-i", "bestel", 5, "NL"),
        ("hees", "bestel", 3, "NL"),
        ("aarts", "bestel", 2, "NL"),
        ("linden", "auto", 3, "NL"),
        ("verhuur", "auto", 5, "NL"),
        ("rijschool", "auto", 4, "NL"),
        ("loonbedrijf", "bestel", 2, "NL"),
        ("loonbedrijf", "aanhanger", 2, "NL"),
        ("dakwerken", "bestel", 3, "BE"),
    )
    for eigenaar, groep, aantal, land in vloten:
        for nummer in range(aantal):
            yield Wens(f"{eigenaar}-{groep}-{nummer}", groep, eigenaar, land)


def _others(aantal: int) -> Iterator[Wens]:
    """The cars of people as they come."""
    groepen = {"auto": 82, "bestel": 9, "motor": 4, "aanhanger": 3, "camper": 1, "bromfiets": 1}
    for nummer in range(aantal):
        dobbel = die("wens", nummer)
        land = dobbel.choices(("NL", "BE"), (4, 1))[0]
        groep = dobbel.choices(list(groepen), list(groepen.values()))[0]
        bedrijf = groep == "bestel" or dobbel.random() < 0.08
        eigenaar = drawn_key(land, bedrijf, dobbel.randrange(AANTAL[land, bedrijf]))
        klasse = {"motor": "motor", "aanhanger": "aanhangwagen", "bromfiets": "bromfiets"}.get(groep, "auto")
        yield Wens(f"auto-{nummer}", groep, eigenaar, land, klasse=klasse, actief=dobbel.random() > 0.05)
