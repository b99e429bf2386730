"""Invented cars and people by their number: the same number gives the same car, on every computer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.relatie import Aanhef, RelatieKaart
from werkplaats.domain.vin import Vin

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 1_000_000
"""There are not many more plates of the one shape that is used here."""

_EERSTE, _MIDDEN, _LAATSTE = "BDFGHJKLMNPRSTVWXZ", "BDFGHJKLNPRTVXZ", "AEIU"
_VORM = len(_EERSTE) * 1000 * len(_MIDDEN) * len(_LAATSTE)
_SPREIDING = 611_953
"""Shares no factor with the number of plates: multiplied by it, numbers in a row give plates far apart, each once."""

_AUTOS = (
    ("Volvo", "V70"), ("Volkswagen", "Golf"), ("Opel", "Corsa"), ("Renault", "Clio"), ("Peugeot", "208"),
    ("Ford", "Fiesta"), ("Toyota", "Yaris"), ("Kia", "Picanto"), ("Skoda", "Octavia"), ("Fiat", "Panda"),
)  # fmt: skip
_NAMEN = (
    "Akkermans", "Bakker", "Bos", "Brouwer", "Claes", "Dekker", "Dijkstra", "Dubois", "Gerritsen", "Hendriks",
    "Hoekstra", "Jacobs", "Jansen", "Janssens", "Koning", "Kuipers", "Lambert", "Maes", "Meijer", "Mertens", "Mulder",
    "Peeters", "Peters", "Postma", "Prins", "Sanders", "Schouten", "Smeets", "Smit", "Timmermans", "Verbeek",
    "Vermeulen", "Visser", "Vos", "Willems", "Wouters",
)  # fmt: skip
_ACHTERVOEGSELS = ("", "", "berg", "huis", "kamp", "man", "stra", "veld", "sen", "ma")
_TUSSENVOEGSELS = ("", "", "", "van", "van den", "de", "van der")
_VOORNAMEN = (
    "Anouk", "Bram", "Carla", "Daan", "Els", "Femke", "Gijs", "Hanna", "Ingrid", "Joost", "Karin", "Lotte", "Maarten",
    "Noor", "Olaf", "Petra", "Quinten", "Roos", "Sander", "Tessa", "Umit", "Vera", "Wim", "Yara",
)  # fmt: skip
_PLAATSEN = (("Nijmegen", 65), ("Utrecht", 35), ("Groningen", 97), ("Breda", 48), ("Zwolle", 80), ("Leiden", 23))
_STRATEN = ("Dorpsstraat", "Hatertseweg", "Kerklaan", "Stationsplein", "Molenweg", "Beukenlaan")
_BEGIN = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Auto:
    """A car with what is known of it; ``was`` is a former plate, ``was_van`` the number of a former owner."""

    nummer: int
    kenteken: Kenteken
    vin: Vin
    merk: str
    model: str
    eigenaar: int
    apk: date
    bezoek: date
    was: Kenteken | None
    was_van: int | None


def auto(nummer: int, mensen: int) -> Auto:
    """The car of this number, from 1, in a garage with so many people."""
    die = Random(nummer)
    merk, model = die.choice(_AUTOS)
    return Auto(
        nummer,
        _plate(nummer),
        Vin(f"XZZ{die.randrange(10**6):06d}{die.choice(_EERSTE)}{nummer * 7919 % 10**7:07d}"),
        merk,
        model,
        die.randrange(mensen) + 1,
        _BEGIN + timedelta(die.randrange(-180, 720)),
        _BEGIN - timedelta(die.randrange(900)),
        _belgian(nummer) if nummer % 40 == 0 else None,
        die.randrange(mensen) + 1 if nummer % 25 == 0 else None,
    )


def _plate(nummer: int) -> Kenteken:
    """A plate of the shape X-999-XX whose last letter is a vowel: the register gives out none."""
    rest, laatste = divmod(nummer * _SPREIDING % _VORM, len(_LAATSTE))
    rest, midden = divmod(rest, len(_MIDDEN))
    eerste, cijfers = divmod(rest, 1000)
    delen = _EERSTE[eerste], f"{cijfers:03d}", _MIDDEN[midden] + _LAATSTE[laatste]
    return Kenteken("".join(delen), "NL", "-".join(delen))


def _belgian(nummer: int) -> Kenteken:
    """A Belgian plate with an index that has not been reached."""
    rest, cijfers = divmod(nummer // 40, 1000)
    delen = "6", f"B{_EERSTE[rest // len(_EERSTE)]}{_EERSTE[rest % len(_EERSTE)]}", f"{cijfers:03d}"
    return Kenteken("".join(delen), "BE", "-".join(delen))


def relatie(nummer: int) -> RelatieKaart:
    """The person of this number, from 1."""
    die = Random(-nummer)
    voornaam, naam = die.choice(_VOORNAMEN), die.choice(_NAMEN) + die.choice(_ACHTERVOEGSELS)
    plaats, gebied = die.choice(_PLAATSEN)
    return RelatieKaart(
        aanhef=die.choice((Aanhef.HEER, Aanhef.MEVROUW)),
        voorletters=f"{voornaam[0]}.",
        voornaam=voornaam,
        tussenvoegsel=die.choice(_TUSSENVOEGSELS),
        naam=naam,
        straat=die.choice(_STRATEN),
        huisnr=str(die.randrange(1, 300)),
        postcode=f"{gebied}{die.randrange(100):02d} {die.choice(_MIDDEN)}{die.choice(_MIDDEN)}",
        plaats=plaats,
        telefoon=f"06-{nummer * 10_007 % 10**8:08d}",
        email=f"{voornaam}.{naam}{nummer}@example.com".lower(),
    )


def people_of(rows: int) -> int:
    """How many people own so many cars."""
    return rows // 2 + 1


def _name(nummer: int) -> str:
    kaart = relatie(nummer)
    woorden = (kaart.tussenvoegsel, kaart.naam) if nummer % 2 else (kaart.voornaam, kaart.naam)
    return " ".join(woord for woord in woorden if woord).lower()


KINDS: dict[str, Callable[[int, int], str]] = {
    "plate": lambda nummer, mensen: auto(nummer, mensen).kenteken.weergave.lower(),
    "VIN end": lambda nummer, mensen: auto(nummer, mensen).vin.tekst[-7:],
    "owner": lambda nummer, mensen: _name(nummer % mensen + 1),
    "phone": lambda nummer, mensen: relatie(nummer % mensen + 1).telefoon.replace("-", ""),
}
"""What a person types for the car of a number, in a garage with so many people, by kind."""
