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
    bijzonder = (*_known(), *_collection(), *_sidecodes(), *_belgian(), *_foreign(), *_special(), *_fleets())
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


def _collection() -> Iterator[Wens]:
    """The nine cars of one collector, with the short chassis numbers of their day."""
    modellen = ("Austin", "Citroën", "DAF", "Fiat", "MG", "Morris", "Volkswagen", "Volvo")
    jaren = (1953, 1972, 1975, 1970, 1968, 1961, 1958, 1966)
    for merk, jaar in zip(modellen, jaren, strict=True):
        yield Wens(f"oldtimer-{merk}", "oldtimer", "akker", merk=merk, jaar=jaar)
    yield Wens("akker-dagelijks", "auto", "akker", merk="Volvo", model="V40", jaar=2016, apk=-20)


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
    yield Wens("be-eigen-keuze", "auto", "hondt", "BE", plaat="WAALBRUG", merk="Mini")
    # In Belgium the plate is its holder's: it moved to the next car, and the old card still bears it.
    yield Wens("be-vorige", "auto", "janssens", "BE", plaat="3BXR417", merk="Volkswagen", model="Polo", actief=False)


def _foreign() -> Iterator[Wens]:
    yield Wens(
        "de-1", "auto", "kranenburg", "DE", plaat="KQ-UL 417", merk="Volkswagen", model="Passat Variant", apk=140
    )
    yield Wens("de-2", "motor", "kranenburg", "DE", plaat="KQ-U 12", merk="BMW")
    yield Wens("fr-1", "auto", drawn_key("BE", False, 30), "FR", plaat="OI-417-UQ", merk="Peugeot", model="308 SW")
    yield Wens("lu-1", "auto", drawn_key("BE", False, 31), "LU", plaat="IO 4171", merk="BMW")
    yield Wens("gb-1", "oldtimer", "hart", "GB", plaat="IQZ 417", merk="MG", jaar=1969)


def _special() -> Iterator[Wens]:
    """What a counter meets only now and then: trade plates, diplomats, taxis, no plate yet, no owner, LPG, doubles."""
    yield Wens("handelaar", "auto", None, plaat="HA0000", merk="Volkswagen", model="Golf", jaar=2019)
    yield Wens("diplomaat", "auto", drawn_key("NL", False, 60), plaat="CDQ417", merk="BMW")
    yield Wens("vrijstelling", "auto", drawn_key("NL", False, 61), plaat="BN0000", merk="Audi")
    yield Wens("ontheffing", "trekker", "loonbedrijf", plaat="ZZ0000", jaar=2022)
    for nummer, merk in enumerate(("Mercedes-Benz", "Toyota", "Tesla")):
        yield Wens(f"taxi-{nummer}", "auto", "taxi-nl", merk=merk, taxi=True, apk=30 * nummer + 12)
    yield Wens("taxi-leysen", "auto", "taxi-be", "BE", klasse="taxi", taxi=True)
    for nummer, eigenaar in enumerate(("verhuur", "wijers", None, None)):
        yield Wens(f"zonder-kenteken-{nummer}", "auto", eigenaar, plaat="", jaar=2026, apk=None)
    for nummer in range(4):
        yield Wens(f"zonder-eigenaar-{nummer}", "auto", None, apk=(-70, 45, 200, 15)[nummer])
    for nummer, lpg in enumerate(("lpg", "lpg", "g3")):
        yield Wens(f"gas-{nummer}", "auto", drawn_key("NL", False, 70 + nummer), jaar=2006 + 3 * nummer, lpg=lpg)
    # The same chassis number on two cards: sold to another customer, who got a new card with a slip in the plate.
    yield Wens(
        "dubbel-oud",
        "auto",
        drawn_key("NL", False, 80),
        merk="Škoda",
        model="Fabia",
        vin="TMBEA6NJ4HZ000417",
        jaar=2017,
        actief=False,
    )
    yield Wens(
        "dubbel-nieuw",
        "auto",
        drawn_key("NL", False, 81),
        merk="Škoda",
        model="Fabia",
        vin="TMBEA6NJ4HZ000417",
        jaar=2017,
    )
    yield Wens(
        "vin-met-letters",
        "auto",
        drawn_key("NL", False, 82),
        merk="Opel",
        model="Corsa",
        vin="W0V7H9ED0K400O193",
        jaar=2019,
    )
    yield Wens("lange-naam", "auto", "lang", merk="Volvo", model="V60", apk=25)
    yield Wens("geen-telefoon", "auto", "geentelefoon", apk=4)
    yield Wens("alleen-naam", "auto", "alleennaam")
    yield Wens("familie", "auto", "familie", merk="Renault", model="Scénic")
    yield Wens("beiden", "camper", "beiden")
    yield Wens("vader", "auto", "jansen-sr", jaar=2012)
    yield Wens("zoon", "auto", "jansen-jr")
    yield Wens("gent", "auto", "gent", "BE", merk="Volvo", model="XC40")
    yield Wens("hart", "auto", "hart", merk="Mini", apk=29)
    yield Wens("bromfiets", "bromfiets", "bromfietser")


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
