"""The contact that the practice garage had with its people: calls, letters and talks at the counter."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from werkplaats.domain.contactmoment import Richting, Wijze
from werkplaats.oefen.gebeurtenissen import ContactGehad, Gebeurtenis, VoertuigToegevoegd
from werkplaats.oefen.geschiedenis import clerk
from werkplaats.oefen.kans import die

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_KANS = 0.3
_GESPREKKEN = (
    (Wijze.TELEFOON, Richting.IN, "Vraagt wat een distributieriem kost. Prijsopgave beloofd voor morgen."),
    (Wijze.TELEFOON, Richting.UIT, "Auto is klaar; wordt na 16:00 uur gehaald."),
    (Wijze.EMAIL, Richting.UIT, "APK-herinnering gestuurd."),
    (Wijze.EMAIL, Richting.IN, "Wil de winterbanden in november laten wisselen."),
    (Wijze.BALIE, Richting.IN, "Hoort een piep bij het remmen. Rijdt nog door; komt terug als het erger wordt."),
    (Wijze.BRIEF, Richting.UIT, "Brief over de terugroepactie verstuurd."),
    (Wijze.TELEFOON, Richting.UIT, "Voicemail ingesproken over het extra werk aan de uitlaat."),
)
_DALEN = (
    (2, Wijze.TELEFOON, Richting.IN, "Belt over de APK van december. Komt het liefst op een vrijdag."),
    (40, Wijze.EMAIL, Richting.UIT, "Offerte voor de distributieriem gestuurd."),
    (41, Wijze.BALIE, Richting.IN, "Vraagt een prijs voor de distributieriem."),
)
_VAST = "dalen"


def make_contacten(autos: Iterable[Gebeurtenis], vandaag: date) -> list[Gebeurtenis]:
    """Contact with the owners of cars, after the day on which their car came."""
    eerste = {
        daad.eigenaar: daad for daad in autos if isinstance(daad, VoertuigToegevoegd) and daad.eigenaar is not None
    }
    gebeurtenissen: list[Gebeurtenis] = []
    for eigenaar, daad in eerste.items():
        gebeurtenissen += _with_dalen(daad, vandaag) if eigenaar == _VAST else _by_chance(eigenaar, daad, vandaag)
    return gebeurtenissen


def _with_dalen(daad: VoertuigToegevoegd, vandaag: date) -> list[Gebeurtenis]:
    return [
        ContactGehad(
            max(daad.dag, vandaag - timedelta(days=geleden)), daad.wie, _VAST, wijze, richting, tekst, daad.over
        )
        for geleden, wijze, richting, tekst in _DALEN
    ]


def _by_chance(eigenaar: str, daad: VoertuigToegevoegd, vandaag: date) -> list[Gebeurtenis]:
    dobbel = die("contact", eigenaar)
    if dobbel.random() > _KANS:
        return []
    land = "BE" if eigenaar.startswith("be-") else "NL"
    uit: list[Gebeurtenis] = []
    for wijze, richting, tekst in dobbel.sample(_GESPREKKEN, dobbel.randint(1, 3)):
        dag = daad.dag + timedelta(days=dobbel.randint(0, (vandaag - daad.dag).days))
        uit.append(ContactGehad(dag, clerk(dobbel, land), eigenaar, wijze, richting, tekst, daad.over))
    return uit
