"""The cars of the practice garage, each with the card as it stands today."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import Code, VoertuigKaart
from werkplaats.oefen.bron import Model, modellen
from werkplaats.oefen.kans import die
from werkplaats.oefen.kentekens import Uitgifte, sidecode_of
from werkplaats.oefen.techniek import extra, knows_technique, techniek
from werkplaats.oefen.wensen import Wens, make_wensen

if TYPE_CHECKING:
    from random import Random

    from werkplaats.domain.kenteken import Kenteken

GEEN_APK = ("Motorfiets", "Bromfiets", "Aanhangwagen", "Middenasaanhangwagen", "Land- of bosbouwtrekker")
_JAARLETTERS = "ABCDEFGHJKLMNPRSTVWXY123456789"
_EERSTE_LETTER = {"bestel": "V", "motor": "M", "aanhanger": "W", "bromfiets": "D", "trekker": "T"}
_OUDERDOM = 50 * 365
_ZONDAG = 6

_MET_DE_HAND: dict[str, dict[str, Any]] = {
    "GA482R": {
        "datum_deel_1a": date(2020, 2, 11),
        "datum_deel_1b": date(2023, 6, 19),
        "afgifte_nederland": date(2020, 2, 11),
        "motorcode": "DPCA",
        "motornummer": "DPC 048 211",
        "fabrikantcode": "5G1",
        "co2_uitstoot": None,
        "co2_cyclus": "",
        "code_sleutel_1": Code.of("K4417"),
        "code_sleutel_2": Code.of("K4418"),
        "radiocode": Code.of("4417"),
        "startcode": Code.of("20214"),
        "alarmcode": Code(),
        "sleutelnummer": "114",
        "sleutelplek": "Bord 2, haak 14",
        "notitie": "Slotbout ligt in het dashboardkastje.\nKlant wil altijd een belletje bij meer dan 250 euro.",
        "opties": (
            "Trekhaak afneembaar",
            "Navigatie",
            "Parkeersensoren achter",
            "Stoelverwarming",
            "Adaptieve cruise control",
        ),
        "bandenmaat_voor": "205/55 R16 91V",
        "bandenmaat_achter": "205/55 R16 91V",
    },
}
"""What is written by hand of a card: the car that the guided tour shows. Its CO2 is left to be taken from RDW."""


@dataclass(frozen=True, slots=True)
class OefenVoertuig:
    """A car with its card (without owner: the store gives relaties their id), its model, and what was wished of it."""

    sleutel: str
    kaart: VoertuigKaart
    model: Model
    wens: Wens

    @property
    def eigenaar(self) -> str | None:
        """The key of its owner."""
        return self.wens.eigenaar


def make_voertuigen(vandaag: date) -> tuple[OefenVoertuig, ...]:
    """All cars, as they stand on this day."""
    uitgifte = Uitgifte()
    wensen = make_wensen()
    for wens in wensen:
        if wens.kenteken:
            uitgifte.reserve(wens.kenteken.compact)
    return tuple(_make(wens, nummer, uitgifte, vandaag) for nummer, wens in enumerate(wensen))


def _make(wens: Wens, nummer: int, uitgifte: Uitgifte, vandaag: date) -> OefenVoertuig:
    dobbel = die("voertuig", wens.sleutel)
    model = _model(dobbel, wens)
    kaart = _dates(dobbel, wens, _technical(dobbel, model, wens), model, vandaag)
    kaart = replace(
        kaart,
        actief=wens.actief,
        kenteken=wens.kenteken if wens.plaat is not None else _plate(dobbel, wens, kaart, uitgifte),
        chassisnummer=Vin.parse(wens.vin or _vin(dobbel, model, kaart.bouwjaar or vandaag.year, nummer)),
    )
    kaart = replace(kaart, **extra(wens.sleutel, model, kaart))
    if knows_technique(wens.sleutel):
        kaart = replace(kaart, **techniek(wens.sleutel, model, kaart))
    kaart = replace(_codes(dobbel, kaart), **_MET_DE_HAND.get(wens.sleutel, {}))
    return OefenVoertuig(wens.sleutel, kaart, model, wens)


def _model(dobbel: Random, wens: Wens) -> Model:
    passend = [
        model
        for model in modellen(wens.groep)
        if wens.merk in ("", model.merk)
        and wens.model in ("", model.model)
        and (not wens.jaar or model.van <= wens.jaar <= model.tot)
        and (not wens.lpg or model.brandstof == "Benzine")
    ]
    return dobbel.choices(passend, [model.gewicht for model in passend])[0]


def _technical(dobbel: Random, model: Model, wens: Wens) -> VoertuigKaart:
    motornummer = f"{model.motorcode} {dobbel.randint(100, 999)} {dobbel.randint(100, 999)}"
    return VoertuigKaart(
        merk=model.merk,
        model=model.model,
        type=wens.type or model.type,
        voertuigsoort=model.soort,
        motorcode=model.motorcode if dobbel.random() < 0.8 else "",
        brandstof=model.brandstof,
        tweede_brandstof="LPG" if wens.lpg else model.tweede_brandstof,
        lpg=bool(wens.lpg),
        g3=wens.lpg == "g3",
        ledig_gewicht=model.ledig,
        bedrijfsklaar=model.ledig + 100 if model.brandstof else None,
        motornummer=motornummer if model.motorcode and dobbel.random() < 0.25 else "",
        fabrikantcode=f"{dobbel.randint(1, 9)}{dobbel.choice('ABCEGK')}{dobbel.randint(1, 9)}"
        if dobbel.random() < 0.3
        else "",
        # Of some cars nobody filled it in; RDW knows it.
        co2_uitstoot=model.co2 if dobbel.random() > 0.08 else None,
    )


def _dates(dobbel: Random, wens: Wens, kaart: VoertuigKaart, model: Model, vandaag: date) -> VoertuigKaart:
    eerste = _first_day(dobbel, wens, model, vandaag)
    invoer = dobbel.random() < 0.1 and eerste.year > 1990 and not wens.jaar
    in_nederland = _between(dobbel, eerste, vandaag) if invoer else eerste
    bezoek = _last_visit(dobbel, wens, eerste, vandaag)
    return replace(
        kaart,
        bouwjaar=eerste.year,
        co2_cyclus="" if kaart.co2_uitstoot is None else "NEDC" if eerste.year < 2021 else "WLTP",
        datum_deel_1a=eerste,
        datum_deel_1b=in_nederland if dobbel.random() < 0.4 else _between(dobbel, in_nederland, vandaag),
        afgifte_nederland=in_nederland if wens.land == "NL" else None,
        datum_laatste_bezoek=bezoek,
        vervaldatum_apk=_apk(dobbel, wens, kaart, eerste, vandaag),
    )


def _first_day(dobbel: Random, wens: Wens, model: Model, vandaag: date) -> date:
    jaar = wens.jaar or dobbel.randint(model.van, min(model.tot, vandaag.year))
    if wens.klasse == "oldtimer" and wens.land == "BE":
        jaar = min(jaar, vandaag.year - 31)
    return min(date(jaar, 1, 1) + timedelta(days=dobbel.randrange(365)), vandaag - timedelta(days=40))


def _last_visit(dobbel: Random, wens: Wens, eerste: date, vandaag: date) -> date | None:
    if wens.bezoek is None and dobbel.random() < 0.08:
        return None
    if wens.bezoek is not None:
        return max(eerste, vandaag - timedelta(days=wens.bezoek))
    dag = vandaag - timedelta(days=1 + int(800 * dobbel.random() ** 2))
    return max(eerste, dag - timedelta(days=1) if dag.weekday() == _ZONDAG else dag)


def _apk(dobbel: Random, wens: Wens, kaart: VoertuigKaart, eerste: date, vandaag: date) -> date | None:
    """The day the inspection ends: given, or four years after the first day (diesel three), or somewhere this year."""
    if wens.apk is not None:
        return vandaag + timedelta(days=wens.apk)
    if kaart.voertuigsoort in GEEN_APK or (vandaag - eerste).days > _OUDERDOM:
        return None
    nieuw = eerste + timedelta(days=(1095 if kaart.brandstof == "Diesel" else 1461))
    if nieuw > vandaag:
        return nieuw
    kans = dobbel.random()
    if not wens.actief or kans < 0.03:
        return vandaag - timedelta(days=dobbel.randint(3, 55) if wens.actief else dobbel.randint(100, 900))
    return vandaag + timedelta(days=dobbel.randint(1, 30) if kans < 0.08 else dobbel.randint(31, 380))


def _between(dobbel: Random, van: date, tot: date) -> date:
    return van + timedelta(days=dobbel.randint(0, (tot - van).days))


def _plate(dobbel: Random, wens: Wens, kaart: VoertuigKaart, uitgifte: Uitgifte) -> Kenteken:
    if wens.land == "BE":
        return uitgifte.belgisch(dobbel, wens.klasse)
    jaar = (kaart.afgifte_nederland or kaart.datum_deel_1a or date.min).year
    sidecode = wens.sidecode or _series(dobbel, wens.groep, jaar)
    return uitgifte.nederlands(dobbel, sidecode, _EERSTE_LETTER.get(wens.groep, ""))


def _series(dobbel: Random, groep: str, jaar: int) -> int:
    match groep:
        case "motor":
            return 5 if jaar < 2012 else 6
        case "bromfiets" | "aanhanger":
            return 5 if jaar < 2015 else 9
        case "trekker":
            return 11
        case "bestel" if jaar >= 2022:
            return 12
        case _:
            # The last three shapes are rare still; in practice one should meet them.
            return dobbel.choice((12, 13, 14)) if jaar >= 2023 and dobbel.random() < 0.4 else sidecode_of(jaar)


def _vin(dobbel: Random, model: Model, jaar: int, nummer: int) -> str:
    """A chassis number whose last digits are low, as no maker has them for so many models; short before 1981."""
    if jaar < 1981:
        return f"{model.vin[:5]}{10_000 + 7 * nummer}"
    return f"{model.vin}{_JAARLETTERS[(jaar - 1980) % 30]}{dobbel.choice('ABFKMNPW')}{1000 + nummer:06d}"


def _codes(dobbel: Random, kaart: VoertuigKaart) -> VoertuigKaart:
    if dobbel.random() > 0.2:
        return kaart
    cijfers = f"{dobbel.randint(0, 9999):04d}"
    return replace(
        kaart,
        code_sleutel_1=Code.of(f"{dobbel.choice('ABHKN')}{dobbel.randint(1000, 9999)}"),
        code_sleutel_2=Code.of(f"{dobbel.choice('ABHKN')}{dobbel.randint(1000, 9999)}")
        if dobbel.random() < 0.5
        else Code(),
        radiocode=Code.of(cijfers),
        startcode=Code.of(f"{dobbel.randint(10_000, 99_999)}") if dobbel.random() < 0.5 else Code(),
        alarmcode=Code.of(f"{dobbel.randint(0, 999):03d}") if dobbel.random() < 0.2 else Code(),
    )
