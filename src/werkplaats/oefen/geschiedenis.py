"""How the cards of the practice garage came to be what they are: who added them, who corrected what, and when.

Told backwards: the card of today is known, and each change takes it one step further back to how it was first typed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.rdw_vergelijken import BRONNEN
from werkplaats.domain.voertuig import CODES, Code
from werkplaats.oefen.garage import MARIEKE
from werkplaats.oefen.gebeurtenissen import (
    BestuurderGekozen,
    CodeBekeken,
    Gebeurtenis,
    PlaatGewisseld,
    RdwOpgevraagd,
    RelatieGewijzigd,
    RelatieToegevoegd,
    VoertuigGewijzigd,
    VoertuigToegevoegd,
)
from werkplaats.oefen.kans import die
from werkplaats.oefen.rdw_register import is_registered
from werkplaats.oefen.relaties import AANTAL, drawn_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from werkplaats.oefen.relaties import OefenRelatie
    from werkplaats.oefen.voertuigen import OefenVoertuig

LANG_GELEDEN = 2200
"""Days since the garage began to keep its cards here."""

GOLF = timedelta(days=177)
"""How long ago the card of the car of the guided tour was changed last."""

VERTYPT = frozenset({"GA482R", "72IOXE", "3DLM096", "sidecode-6", "be-oud"})
"""The cars whose plate was typed wrongly at first."""


def first_day(voertuig: OefenVoertuig, vandaag: date) -> date:
    """The day on which a car got its card."""
    eerste, bezoek = voertuig.kaart.datum_deel_1a, voertuig.kaart.datum_laatste_bezoek
    vroegst = max(eerste or date.min, vandaag - timedelta(days=LANG_GELEDEN))
    laatst = max(vroegst, bezoek or vandaag - timedelta(days=1))
    if voertuig.wens.sinds is not None:
        return max(vroegst, vandaag - timedelta(days=voertuig.wens.sinds))
    return vroegst + timedelta(days=die("begin", voertuig.sleutel).randint(0, (laatst - vroegst).days))


def clerk(dobbel: Random, land: str, codes: bool = False) -> str:
    """Who did it at the counter of that country's shop; a planner may not touch security codes."""
    if land == "BE":
        return "joris" if not codes and dobbel.random() < 0.2 else "sanne"
    return "tom" if dobbel.random() < 0.3 else "marieke"


def history_of(voertuig: OefenVoertuig, vandaag: date) -> list[Gebeurtenis]:
    """What happened to the card of one car, the oldest first."""
    verloop = _Verloop(voertuig, vandaag)
    for stap in (_visit, _plate, _hands, _driver, _owner, _figures, _typing, _codes, _end, _looks):
        stap(verloop)
    return verloop.told()


class _Verloop:
    """The card of a car on its way back, with the changes that were met."""

    def __init__(self, voertuig: OefenVoertuig, vandaag: date) -> None:
        self.voertuig = voertuig
        self.slot = voertuig.kaart
        self.begin = first_day(voertuig, vandaag)
        self.vandaag = vandaag
        self.dobbel = die("geschiedenis", voertuig.sleutel)
        self.land = "BE" if voertuig.wens.land == "BE" else "NL"
        self.codes_since = self.begin
        self._kaart = voertuig.kaart
        self._eigenaar = voertuig.eigenaar
        self._later: list[Gebeurtenis] = []

    @property
    def bekend(self) -> bool:
        """Whether this is one of the cars that were written by hand."""
        return self.voertuig.wens.sinds is not None

    @property
    def gewisseld(self) -> bool:
        """Whether its owners and plates are told by hand."""
        return self.voertuig.sleutel in _HANDEN

    def day(self, van: date | None = None) -> date:
        """A day since the card was made (or since ``van``), at the latest today."""
        van = max(self.begin, van or self.begin)
        return van + timedelta(days=self.dobbel.randint(0, max(0, (self.vandaag - van).days)))

    def clerk(self, codes: bool = False) -> str:
        """Who did something to this card; to the car of the guided tour it was always Marieke."""
        return MARIEKE.account if self.voertuig.sleutel == "GA482R" else clerk(self.dobbel, self.land, codes)

    def was(self, dag: date, voor: dict[str, Any], uit_rdw: Iterable[str] = (), wie: str = "") -> None:
        """On this day these fields got what they are now; before it they were as in ``voor``."""
        wie = wie or self.clerk(codes=any(veld in CODES for veld in voor))
        na = {veld: getattr(self.slot, veld) for veld in voor}
        self._later.append(
            VoertuigGewijzigd(dag, wie, self.voertuig.sleutel, velden=na, uit_rdw=frozenset(uit_rdw) & na.keys())
        )
        self._kaart = replace(self._kaart, **voor)

    def owned_by(self, dag: date, eigenaar: str) -> None:
        """On this day the car came to its owner of today; before it was another's."""
        self._later.append(VoertuigGewijzigd(dag, self.clerk(), self.voertuig.sleutel, eigenaar=self._eigenaar))
        self._eigenaar = eigenaar

    def plated(self, dag: date, kenteken: Kenteken) -> None:
        """On this day the car got the plate that it bears now; before it bore this one."""
        nu = self._kaart.kenteken
        if nu is not None:
            self._later.append(PlaatGewisseld(dag, self.clerk(), self.voertuig.sleutel, nu))
        self._kaart = replace(self._kaart, kenteken=kenteken)

    def also(self, gebeurtenis: Gebeurtenis) -> None:
        """Something that changes no card."""
        self._later.append(gebeurtenis)

    def told(self) -> list[Gebeurtenis]:
        """All of it, from the day on which the card was made."""
        codes = any(getattr(self._kaart, veld).gevuld for veld in CODES)
        wie = self.clerk(codes)
        uit_rdw: frozenset[str] = frozenset()
        if is_registered(self.voertuig) and (self.bekend or self.dobbel.random() < 0.5):
            uit_rdw = frozenset(BRONNEN) - {"datum_deel_1b"}
        begin = VoertuigToegevoegd(self.begin, wie, self.voertuig.sleutel, self._kaart, self._eigenaar, uit_rdw)
        return [begin, *sorted(self._later, key=lambda gebeurtenis: gebeurtenis.dag)]


def _visit(verloop: _Verloop) -> None:
    """The last visit: its day, and the inspection that was done with it."""
    bezoek, apk, eerste = verloop.slot.datum_laatste_bezoek, verloop.slot.vervaldatum_apk, verloop.slot.datum_deel_1a
    if bezoek is None or (bezoek - verloop.begin).days < 20 or not (verloop.bekend or verloop.dobbel.random() < 0.6):
        return
    voor: dict[str, Any] = {"datum_laatste_bezoek": verloop.begin}
    gekeurd = apk is not None and eerste is not None and (apk - bezoek).days > 150 and (apk - eerste).days > 1500
    if apk is not None and (gekeurd or verloop.voertuig.sleutel == "GA482R"):
        voor["vervaldatum_apk"] = apk - timedelta(days=365)
    verloop.was(bezoek, voor, {"vervaldatum_apk"} if is_registered(verloop.voertuig) else ())


def _plate(verloop: _Verloop) -> None:
    kenteken = verloop.slot.kenteken
    if (
        kenteken is None
        or verloop.voertuig.sleutel in _HANDEN
        or not (verloop.voertuig.sleutel in VERTYPT or verloop.dobbel.random() < 0.02)
    ):
        return
    dag = min(verloop.begin + timedelta(days=verloop.dobbel.randint(0, 3)), verloop.vandaag)
    verloop.was(dag, {"kenteken": _slip(kenteken)}, wie="tom" if verloop.voertuig.sleutel == "GA482R" else "")


def _slip(kenteken: Kenteken) -> Kenteken:
    """The plate with the first two unequal neighbours of one kind swapped, as a hand types it in a hurry."""
    tekens = kenteken.compact
    for plek in range(len(tekens) - 1):
        links, rechts = tekens[plek], tekens[plek + 1]
        if links != rechts and links.isdigit() == rechts.isdigit():
            return Kenteken.parse(tekens[:plek] + rechts + links + tekens[plek + 2 :], kenteken.land)
    return kenteken


_HANDEN = {"gent": ("hondt", "janssens")}
"""The earlier owners of the car that is told through time, the first one first; it bore another plate meanwhile."""

_EERSTE_PLAAT = Kenteken.parse("1-WIS-417", "BE")
_BESTUURDERS = {"EZU19B": "dalen"}
"""Who drives the car of another: a car of a company, by its key."""
_RIJDT_SINDS = timedelta(days=160)


def _hands(verloop: _Verloop) -> None:
    """Three owners and two plates, spread over the years since the card was made."""
    eerder = _HANDEN.get(verloop.voertuig.sleutel, ())
    stap = (verloop.vandaag - verloop.begin) / (len(eerder) + 2)
    if eerder:
        verloop.plated(verloop.begin + stap, _EERSTE_PLAAT)
    for nummer in reversed(range(len(eerder))):
        verloop.owned_by(verloop.begin + stap * (nummer + 2), eerder[nummer])


def _driver(verloop: _Verloop) -> None:
    bestuurder = _BESTUURDERS.get(verloop.voertuig.sleutel)
    if bestuurder is not None:
        dag = verloop.vandaag - _RIJDT_SINDS
        verloop.also(BestuurderGekozen(dag, verloop.clerk(), verloop.voertuig.sleutel, bestuurder))


def _owner(verloop: _Verloop) -> None:
    if (
        verloop.bekend
        or verloop.voertuig.sleutel in _HANDEN
        or verloop.voertuig.eigenaar is None
        or verloop.dobbel.random() > 0.09
    ):
        return
    vorige = drawn_key(verloop.land, False, verloop.dobbel.randrange(AANTAL[verloop.land, False]))
    if vorige != verloop.voertuig.eigenaar:
        verloop.owned_by(verloop.day(), vorige)


def _figures(verloop: _Verloop) -> None:
    """Figures that were looked up at RDW later."""
    slot = verloop.slot
    if not is_registered(verloop.voertuig) or verloop.bekend or verloop.dobbel.random() > 0.15:
        return
    leeg: dict[str, Any] = {"ledig_gewicht": None, "bedrijfsklaar": None}
    if slot.co2_uitstoot is not None:
        leeg |= {"co2_uitstoot": None, "co2_cyclus": ""}
    dag = verloop.day()
    verloop.was(dag, leeg, leeg)
    verloop.also(RdwOpgevraagd(dag, verloop.clerk(), verloop.voertuig.sleutel))


def _typing(verloop: _Verloop) -> None:
    """Words that a person filled in or put right."""
    slot = verloop.slot
    if verloop.voertuig.sleutel == "GA482R":
        verloop.was(verloop.vandaag - GOLF, {"type": "1.5 TSI", "motornummer": "", "fabrikantcode": ""})
    elif slot.type and verloop.dobbel.random() < 0.12:
        verloop.was(verloop.day(), {"type": slot.type.split()[0], "motorcode": ""})


def _codes(verloop: _Verloop) -> None:
    gevuld = [veld for veld in CODES if getattr(verloop.slot, veld).gevuld]
    if gevuld and (verloop.bekend or verloop.dobbel.random() < 0.4):
        golf = verloop.voertuig.sleutel == "GA482R"
        verloop.codes_since = verloop.vandaag - GOLF if golf else verloop.day()
        verloop.was(verloop.codes_since, dict.fromkeys(gevuld, Code()))


def _end(verloop: _Verloop) -> None:
    """The day on which the car left: sold, scrapped, exported."""
    if not verloop.slot.actief:
        verloop.was(verloop.day(verloop.slot.datum_laatste_bezoek), {"actief": True})


def _looks(verloop: _Verloop) -> None:
    """Looks at a code, and questions to the register that changed nothing."""
    sleutel, dobbel = verloop.voertuig.sleutel, verloop.dobbel
    gevuld = [veld for veld in CODES if getattr(verloop.slot, veld).gevuld]
    if gevuld and (verloop.bekend or dobbel.random() < 0.5):
        dag = verloop.day(verloop.codes_since)
        verloop.also(CodeBekeken(dag, verloop.clerk(codes=True), sleutel, dobbel.choice(gevuld)))
    bijzonder = verloop.bekend or verloop.voertuig.wens.taxi or not verloop.slot.actief
    if is_registered(verloop.voertuig) and (bijzonder or dobbel.random() < 0.12):
        dag = max(verloop.begin, verloop.vandaag - timedelta(days=dobbel.randint(3, 40)))
        verloop.also(RdwOpgevraagd(dag, verloop.clerk(), sleutel))


def relatie_history(relatie: OefenRelatie, eerste_auto: date | None, vandaag: date) -> list[Gebeurtenis]:
    """How the card of a relatie came to be: on the day of the first car, and put right later for some."""
    dobbel = die("relatiegeschiedenis", relatie.sleutel)
    begin = eerste_auto or vandaag - timedelta(days=dobbel.randint(1, LANG_GELEDEN))
    wie = clerk(dobbel, relatie.kaart.land)
    voor = [veld for veld in ("telefoon", "email", "let_op", "toevoeging") if getattr(relatie.kaart, veld)]
    if not voor or dobbel.random() > 0.3:
        return [RelatieToegevoegd(begin, wie, relatie.sleutel, relatie.kaart)]
    veld = dobbel.choice(voor)
    voor_dag: dict[str, Any] = {veld: ""}
    dag = begin + timedelta(days=dobbel.randint(0, (vandaag - begin).days))
    return [
        RelatieToegevoegd(begin, wie, relatie.sleutel, replace(relatie.kaart, **voor_dag)),
        RelatieGewijzigd(dag, clerk(dobbel, relatie.kaart.land), relatie.sleutel, {veld: getattr(relatie.kaart, veld)}),
    ]
