"""A small invented garage in memory: the use cases that the window asks, as plain classes that remember questions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.moment import Moment, VasteKlok
from werkplaats.domain.rdw import RdwAntwoord, RdwGegevens, Terugroepactie
from werkplaats.domain.rechten import Recht, Wie
from werkplaats.domain.relatie import Aanhef, Relatie, RelatieKaart
from werkplaats.domain.treffers import (
    Aandachtspunt,
    RelatieBlik,
    RelatieTreffer,
    VoertuigBlik,
    VoertuigTreffer,
    Zoekresultaat,
)
from werkplaats.domain.voertuig import Voertuig, VoertuigKaart
from werkplaats.ui.bronnen import Bronnen

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.errors import WerkplaatsError
    from werkplaats.usecases.relaties import Relaties
    from werkplaats.usecases.voertuigen import Voertuigen
    from werkplaats.usecases.zoeken import Zoeken

VANDAAG = dt.date(2026, 11, 24)
NU = Moment(dt.datetime(2026, 11, 24, 10, 52, tzinfo=dt.UTC))
WIE = Wie(
    1, "Marieke Hendriks", ("Balie",), frozenset(Recht), 1, "Waalbrug Nijmegen", "NL", "Europe/Amsterdam", "BALIE-1"
)


def car(number: int, kenteken: str, what: str, owner: str, apk: dt.date | None = None) -> VoertuigTreffer:
    """A car as a search finds it."""
    return VoertuigTreffer(
        number, Kenteken.parse(kenteken), "", what, owner, "Lent", "06 1200 4186", apk, dt.date(2026, 1, 16)
    )


YARIS = car(1, "GE-731-P", "Toyota Yaris 1.5 Hybrid", "Mw. A. Smeets", dt.date(2027, 1, 16))
OCTAVIA = car(2, "K-217-EX", "Škoda Octavia Combi 1.0 TSI", "Dhr. B. Smeets", dt.date(2026, 12, 2))
ANOUK = RelatieTreffer(11, False, "Mw. A. (Anouk) Smeets", "Griftdijk 118, 6663 AE Lent", "06 1200 4186", "", 1)


@dataclass
class Garage:
    """Answers every search that has an "s" in it with two cars and a person; ``fault`` refuses instead."""

    asked: list[str] = field(default_factory=list)
    fault: WerkplaatsError | None = None
    wait: Callable[[], object] = lambda: None
    punten: tuple[Aandachtspunt, ...] = ()
    recent_cars: tuple[VoertuigTreffer, ...] = (YARIS,)

    def find(self, _wie: Wie, tekst: str, _limiet: int = 20) -> Zoekresultaat:
        self.wait()
        self._answer(tekst)
        if "s" not in tekst:
            return Zoekresultaat(tekst)
        return Zoekresultaat(tekst, (YARIS, OCTAVIA), (ANOUK,))

    def aandacht(self, _wie: Wie) -> tuple[Aandachtspunt, ...]:
        self._answer("aandacht")
        return self.punten

    def recent(self, _wie: Wie) -> tuple[VoertuigTreffer, ...]:
        return self.recent_cars

    def _answer(self, question: str) -> None:
        self.asked.append(question)
        if self.fault is not None:
            raise self.fault

    def bronnen(self) -> Bronnen:
        """The garage as the window asks it."""
        return Bronnen(
            WIE,
            VasteKlok(NU),
            cast("Zoeken", self),
            cast("Voertuigen", _Cars(self)),
            cast("Relaties", _People()),
        )


@dataclass
class _Cars:
    garage: Garage

    def aandacht(self, wie: Wie) -> tuple[Aandachtspunt, ...]:
        return self.garage.aandacht(wie)

    def recent(self, wie: Wie) -> tuple[VoertuigTreffer, ...]:
        return self.garage.recent(wie)

    def blik(self, _wie: Wie, number: int) -> VoertuigBlik:
        treffer = YARIS if number == YARIS.id else OCTAVIA
        kaart = VoertuigKaart(treffer.kenteken, merk=treffer.omschrijving, vervaldatum_apk=treffer.vervaldatum_apk)
        recall = (Terugroepactie("R1"),) if number == OCTAVIA.id else ()
        rdw = RdwGegevens("GE731P", verzekerd=True, terugroepacties=recall)
        assert treffer.kenteken is not None
        return VoertuigBlik(
            Voertuig(number, 1, kaart, NU, "Marieke"), _person(), RdwAntwoord(treffer.kenteken, rdw, NU, True), None
        )


class _People:
    def blik(self, _wie: Wie, _number: int) -> RelatieBlik:
        return RelatieBlik(_person(), (YARIS,))


def _person() -> Relatie:
    kaart = RelatieKaart(Aanhef.MEVROUW, "A", "Anouk", naam="Smeets", let_op="Liever bellen na 17:00 uur")
    return Relatie(11, 1, kaart, NU, "Marieke")
