"""Cars and people that no one has, for the tests of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.relatie import RelatieKaart
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.zoeksleutels import zoekvragen

if TYPE_CHECKING:
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.treffers import RelatieTreffer, VoertuigTreffer
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing, Werk


def auto(kenteken: str | None = "01-CARS", **velden: Any) -> VoertuigKaart:
    """A card of a car."""
    return VoertuigKaart(
        kenteken=Kenteken.parse(kenteken) if kenteken else None, **{"merk": "Volvo", "model": "V70"} | velden
    )


def persoon(naam: str = "Dalen", **velden: Any) -> RelatieKaart:
    """A card of a person."""
    return RelatieKaart(naam=naam, **{"voorletters": "H.", "plaats": "Nijmegen"} | velden)


def add_auto(store: Store, wie: Wie, kaart: VoertuigKaart | None = None) -> int:
    """Adds a car in a transaction of its own."""
    with store.begin(wie) as werk:
        return werk.voertuigen.add(kaart or auto())


def add_persoon(store: Store, wie: Wie, kaart: RelatieKaart | None = None) -> int:
    """Adds a person in a transaction of its own."""
    with store.begin(wie) as werk:
        return werk.relaties.add(kaart or persoon())


def change(werk: Werk, nummer: int, **wijzigingen: Any) -> None:
    """Changes fields of a car as it stands."""
    werk.voertuigen.write(nummer, wijzigingen, werk.voertuigen.get(nummer).kaart)


def find(lezing: Lezing, tekst: str, limiet: int = 20) -> tuple[VoertuigTreffer, ...]:
    """The cars that a typed text finds."""
    return lezing.zoeken.voertuigen(zoekvragen(tekst), limiet)[0]


def find_relaties(lezing: Lezing, tekst: str, limiet: int = 20) -> tuple[RelatieTreffer, ...]:
    """The relaties that a typed text finds."""
    return lezing.zoeken.relaties(zoekvragen(tekst), limiet)[0]
