"""The technical side of the cars of the practice garage: the same figures on our cards and in the register's rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from werkplaats.domain.bedrag import Bedrag
from werkplaats.oefen.kans import die

if TYPE_CHECKING:
    from random import Random

    from werkplaats.domain.voertuig import VoertuigKaart
    from werkplaats.oefen.bron import Model

_KLEUREN = ("Grijs", "Grijs", "Zwart", "Zwart", "Wit", "Wit", "Blauw", "Blauw", "Rood", "Groen", "Bruin", "Beige")
_CATEGORIE = {"Personenauto": "M1", "Bedrijfsauto": "N1", "Motorfiets": "L3e", "Bromfiets": "L1e"}
_AUTOS = ("Personenauto", "Bedrijfsauto")
_DEUREN = {"hatchback": 4, "stationwagen": 4, "sedan": 4, "cabriolet": 2, "coupe": 2}
_OPTIES = (
    "Airconditioning",
    "Navigatie",
    "Parkeersensoren achter",
    "Achteruitrijcamera",
    "Stoelverwarming",
    "Cruise control",
    "Adaptieve cruise control",
    "Lichtmetalen velgen 17 inch",
    "Panoramadak",
    "LED-koplampen",
    "Trekhaak afneembaar",
    "Trekhaak vast",
    "Dakrails",
    "Keyless entry",
    "Getint glas achter",
    "Apple CarPlay / Android Auto",
)
_NOTITIES = (
    "Klant wil altijd een belletje bij meer dan 250 euro.",
    "Slotbout ligt in het dashboardkastje.",
    "Hond in de auto: stofzuigen na elke beurt.",
    "Krikpunt links voor is vernieuwd.",
    "Let op: velgen met TPMS, nieuwe ventielen meenemen.",
)
_VAN_HET_REGISTER = 0.06
_EURO = ((2021, "EURO 6 D"), (2015, "EURO 6"), (2010, "EURO 5"), (2005, "EURO 4"), (2000, "EURO 3"))


def techniek(sleutel: str, model: Model, kaart: VoertuigKaart) -> dict[str, Any]:
    """What the register knows of the technique of a car, by the fields of the card."""
    dobbel = die("techniek", sleutel)
    auto = kaart.voertuigsoort in _AUTOS
    prijs = 9000 + 12 * model.ledig + 41 * model.kw
    return {
        "kleur": dobbel.choice(_KLEUREN),
        "inrichting": model.inrichting,
        "europese_categorie": _CATEGORIE.get(kaart.voertuigsoort, "O2"),
        "max_massa": round(model.ledig * 1.38),
        "catalogusprijs": Bedrag(prijs * 100),
        **(_approval(dobbel, model) if auto else {}),
        **(_engine(dobbel, model, kaart) if model.brandstof else {}),
        **(_body(dobbel, model, prijs) if auto else {}),
    }


def extra(sleutel: str, model: Model, kaart: VoertuigKaart) -> dict[str, Any]:
    """What the garage itself noted of a car: its options, where its key hangs, something to remember."""
    dobbel = die("extra", sleutel)
    if kaart.voertuigsoort not in _AUTOS:
        return {}
    maat = 15 + min(model.kw // 60, 4)
    breedte, hoogte = dobbel.choice((185, 195, 205, 225)), dobbel.choice((45, 50, 55, 60))
    banden = f"{breedte}/{hoogte} R{maat} {dobbel.randint(85, 98)}V"
    return {
        "opties": tuple(dobbel.sample(_OPTIES, dobbel.randint(2, 7))) if dobbel.random() < 0.5 else (),
        "notitie": dobbel.choice(_NOTITIES) if dobbel.random() < 0.12 else "",
        "sleutelnummer": f"{dobbel.randint(1, 240):03d}" if dobbel.random() < 0.2 else "",
        "bandenmaat_voor": banden,
        "bandenmaat_achter": banden,
        "aantal_assen": 2,
    }


def knows_technique(sleutel: str) -> bool:
    """Whether our card has what the register knows; of a few cars nobody filled it in."""
    return sleutel == "GA482R" or die("kaart", sleutel).random() > _VAN_HET_REGISTER


def _approval(dobbel: Random, model: Model) -> dict[str, Any]:
    letters = model.vin[-4:] or "AA"
    return {
        "typegoedkeuring": f"e{dobbel.choice((1, 2, 4, 11, 13))}*2007/46*{dobbel.randint(100, 1999):04d}*05",
        "typecode": letters[:2],
        "variant": f"{letters[-3:]}{dobbel.choice('ABCX')}{dobbel.randint(1, 9)}",
        "uitvoering": f"{dobbel.choice('FK')}M{dobbel.randint(5, 7)}{model.motorcode[:4]}{dobbel.randint(10, 99)}",
    }


def _engine(dobbel: Random, model: Model, kaart: VoertuigKaart) -> dict[str, Any]:
    if model.elektrisch:
        return {"vermogen": model.kw}
    cilinders = 1 if kaart.voertuigsoort == "Bromfiets" else dobbel.choice((3, 4, 4, 4)) if model.kw < 150 else 6
    jaar = kaart.bouwjaar or 0
    euro = next((klasse for vanaf, klasse in _EURO if jaar >= vanaf), "")
    inhoud = 49 if kaart.voertuigsoort == "Bromfiets" else 333 * cilinders - dobbel.randint(1, 3)
    return {"cilinders": cilinders, "cilinderinhoud": inhoud, "vermogen": model.kw, "emissieklasse": euro}


def _body(dobbel: Random, model: Model, prijs: int) -> dict[str, Any]:
    wielbasis = 230 + model.ledig // 35
    return {
        "aantal_deuren": _DEUREN.get(model.inrichting, 4),
        "zitplaatsen": 5 if model.inrichting in _DEUREN else 3,
        "wielbasis": wielbasis,
        "lengte": round(wielbasis * 1.62),
        "trekgewicht_geremd": 100 * dobbel.randint(10, 18),
        "trekgewicht_ongeremd": min(10 * (model.ledig // 20), 750),
        "bpm": None if model.elektrisch else Bedrag(100 * round(prijs * 0.16)),
    }
