"""What RDW says of the Dutch cars of the practice garage: rows as its open data have them, with differences on purpose.

Our cards differ here and there: an inspection elsewhere, a new owner, a figure that is missing, an open recall.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import httpx

from werkplaats.domain.naam import to_ascii
from werkplaats.oefen.kans import die
from werkplaats.oefen.techniek import techniek

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from random import Random

    from werkplaats.oefen.voertuigen import OefenVoertuig

Rij = dict[str, str]
Rijen = dict[str, list[Rij]]

VOERTUIGEN = "m9d7-ebf2"
BRANDSTOFFEN = "8ys7-d773"
OBJECTEN = "sghb-dzxx"
TERUGROEP_STATUS = "t49b-isb7"
TERUGROEP_TEKST = "j9yg-7rg9"

TERUGROEPACTIES = {
    "MGP240417": "Gordelspanner voor: de spanner kan bij een botsing te laat werken.",
    "MGP230118": "Airbag bestuurder: de gasgenerator kan bij vocht te krachtig ontsteken.",
    "MGP250262": "Remleiding achter: de leiding kan langs de bodemplaat schuren.",
    "MGP220093": "Hogedrukpomp: brandstof kan lekken bij een koude start.",
}
"""Invented recalls: number and text."""

_KOLOM = {
    "inrichting": "inrichting",
    "europese_categorie": "europese_voertuigcategorie",
    "typegoedkeuring": "typegoedkeuringsnummer",
    "typecode": "type",
    "variant": "variant",
    "uitvoering": "uitvoering",
    "aantal_deuren": "aantal_deuren",
    "zitplaatsen": "aantal_zitplaatsen",
    "cilinders": "aantal_cilinders",
    "cilinderinhoud": "cilinderinhoud",
    "wielbasis": "wielbasis",
    "lengte": "lengte",
    "max_massa": "toegestane_maximum_massa_voertuig",
    "trekgewicht_geremd": "maximum_trekken_massa_geremd",
    "trekgewicht_ongeremd": "maximum_massa_trekken_ongeremd",
}
"""The fields of our card that stand in a column of the register as they are."""
_HERHAALT_MERK = ("NISSAN", "MITSUBISHI", "MAZDA", "PEUGEOT", "KIA")
"""Makers whose name the register writes before the model once more."""


def make_rijen(voertuigen: Iterable[OefenVoertuig], vandaag: date) -> Rijen:
    """The rows by data set, of every car that the register can know: Dutch plates of six signs."""
    rijen: Rijen = {VOERTUIGEN: [], BRANDSTOFFEN: [], OBJECTEN: [], TERUGROEP_STATUS: []}
    for voertuig in voertuigen:
        if is_registered(voertuig):
            _add(rijen, voertuig, vandaag)
    teksten = [{"referentiecode_rdw": code, "omschrijving_defect": tekst} for code, tekst in TERUGROEPACTIES.items()]
    return {**rijen, TERUGROEP_TEKST: teksten}


def is_registered(voertuig: OefenVoertuig) -> bool:
    """Whether the register has this car: trade plates are no car, and of a few the plate was misread."""
    kenteken = voertuig.kaart.kenteken
    if kenteken is None or not kenteken.bij_rdw or kenteken.soort != "regulier":
        return False
    return voertuig.wens.sinds is not None or die("rdw onbekend", voertuig.sleutel).random() > 0.02


def transport(rijen: Rijen) -> httpx.MockTransport:
    """Answers the questions of the program from these rows without a network, so that demo data need no stand-in."""

    def answer(vraag: httpx.Request) -> httpx.Response:
        dataset = vraag.url.path.removeprefix("/resource/").removesuffix(".json")
        sleutels = {naam: waarde for naam, waarde in vraag.url.params.items() if not naam.startswith("$")}
        gevonden = [rij for rij in rijen[dataset] if sleutels.items() <= rij.items()]
        return httpx.Response(200, json=gevonden)

    return httpx.MockTransport(answer)


def _add(rijen: Rijen, voertuig: OefenVoertuig, vandaag: date) -> None:
    dobbel = die("rdw", voertuig.sleutel)
    acties = _recalls(dobbel, voertuig)
    plaat = {"kenteken": voertuig.kaart.kenteken.compact if voertuig.kaart.kenteken else ""}
    rijen[VOERTUIGEN].append(plaat | _vehicle(dobbel, voertuig, "O" in acties.values(), vandaag))
    rijen[BRANDSTOFFEN].extend(plaat | rij for rij in _fuels(voertuig))
    rijen[OBJECTEN].extend(plaat | rij for rij in _lpg(voertuig))
    rijen[TERUGROEP_STATUS].extend(plaat | _status(code, staat) for code, staat in acties.items())


def _recalls(dobbel: Random, voertuig: OefenVoertuig) -> dict[str, str]:
    """Numbers of recalls with O for open and P for repaired."""
    if voertuig.sleutel == "GA482R":
        return {"MGP240417": "O"}
    if voertuig.sleutel == "GE731P" or dobbel.random() > 0.1:
        return {}
    eerste, tweede = dobbel.sample(list(TERUGROEPACTIES), 2)
    return dobbel.choice(({eerste: "O"}, {eerste: "P"}, {eerste: "P", tweede: "O"}))


def _status(code: str, staat: str) -> Rij:
    woorden = {"O": "Openstaande terugroepactie", "P": "Producent heeft herstel gemeld"}
    return {"referentiecode_rdw": code, "code_status": staat, "status": woorden[staat]}


def _vehicle(dobbel: Random, voertuig: OefenVoertuig, terugroep: bool, vandaag: date) -> Rij:
    kaart, model = voertuig.kaart, voertuig.model
    merk = to_ascii(kaart.merk).upper()
    naam = to_ascii(kaart.model).upper()
    massa = model.ledig - (12 if dobbel.random() < 0.05 else 0)
    return {
        "voertuigsoort": kaart.voertuigsoort,
        "merk": merk,
        "handelsbenaming": f"{merk} {naam}" if merk in _HERHAALT_MERK else naam,
        "tweede_kleur": "Niet geregistreerd",
        "massa_ledig_voertuig": str(massa),
        "massa_rijklaar": str(massa + 100),
        "aantal_wielen": "2" if kaart.voertuigsoort in ("Motorfiets", "Bromfiets") else "4",
        "breedte": "0",
        **_technique(voertuig),
        "wacht_op_keuren": "Geen verstrekking in Open Data",
        "openstaande_terugroepactie_indicator": _yes(terugroep),
        **_days(dobbel, voertuig, vandaag),
        **_signs(dobbel, voertuig, vandaag),
    }


def _technique(voertuig: OefenVoertuig) -> Rij:
    bekend = techniek(voertuig.sleutel, voertuig.model, voertuig.kaart)
    kolommen = {kolom: bekend.get(veld) for veld, kolom in _KOLOM.items()}
    euro = {"catalogusprijs": bekend.get("catalogusprijs"), "bruto_bpm": bekend.get("bpm")}
    return {
        **{kolom: str(waarde) for kolom, waarde in kolommen.items() if waarde},
        **{kolom: str(bedrag.centen // 100) for kolom, bedrag in euro.items() if bedrag is not None},
        "eerste_kleur": bekend["kleur"].upper(),
    }


def _days(dobbel: Random, voertuig: OefenVoertuig, vandaag: date) -> Rij:
    kaart = voertuig.kaart
    apk = kaart.vervaldatum_apk
    # Inspected elsewhere: the register is a year further than our card.
    elders = voertuig.sleutel == "GA482R" or dobbel.random() < 0.12
    if apk is not None and elders and apk < vandaag + timedelta(days=60):
        apk = apk.replace(year=apk.year + 1) if (apk.month, apk.day) != (2, 29) else apk + timedelta(days=365)
    naam = kaart.datum_deel_1b
    if naam is not None and (voertuig.sleutel == "GA482R" or dobbel.random() < 0.05):
        naam = min(naam + timedelta(days=2 if voertuig.sleutel == "GA482R" else 400), vandaag)
    dagen = {
        "vervaldatum_apk": apk,
        "datum_tenaamstelling": naam,
        "datum_eerste_toelating": kaart.datum_deel_1a,
        "datum_eerste_tenaamstelling_in_nederland": kaart.afgifte_nederland,
    }
    bekend = {veld: dag for veld, dag in dagen.items() if dag is not None}
    return {veld: f"{dag:%Y%m%d}" for veld, dag in bekend.items()} | {
        f"{veld}_dt": f"{dag:%Y-%m-%d}T00:00:00.000" for veld, dag in bekend.items()
    }


def _signs(dobbel: Random, voertuig: OefenVoertuig, vandaag: date) -> Rij:
    gewoon = voertuig.wens.sinds is not None
    weg = not voertuig.kaart.actief
    oordeel, code = dobbel.choices((("Logisch", "00"), ("Onlogisch", "04"), ("Geen oordeel", "01")), (90, 3, 7))[0]
    kansen = [dobbel.random() for _ in range(3)]
    return {
        "wam_verzekerd": _yes(gewoon or (kansen[0] > 0.03 and not weg)),
        "export_indicator": _yes(weg and kansen[1] < 0.5),
        "taxi_indicator": _yes(voertuig.wens.taxi),
        "tellerstandoordeel": "Logisch" if gewoon else oordeel,
        "code_toelichting_tellerstandoordeel": "00" if gewoon else code,
        "jaar_laatste_registratie_tellerstand": str(vandaag.year - 1),
        "tenaamstellen_mogelijk": _yes(gewoon or kansen[2] > 0.02),
        **({"type_gasinstallatie": "G3"} if voertuig.kaart.g3 else {}),
    }


def _fuels(voertuig: OefenVoertuig) -> list[Rij]:
    kaart, model = voertuig.kaart, voertuig.model
    namen = [naam for naam in (kaart.brandstof, kaart.tweede_brandstof) if naam]
    rijen = [
        {"brandstof_volgnummer": str(nummer), "brandstof_omschrijving": naam} for nummer, naam in enumerate(namen, 1)
    ]
    if rijen:
        rijen[0]["nettomaximumvermogen"] = f"{model.kw:.2f}"
        euro = techniek(voertuig.sleutel, model, kaart).get("emissieklasse")
        if euro:
            rijen[0]["uitlaatemissieniveau"] = euro
    if rijen and model.co2 is not None:
        jaar = kaart.bouwjaar or 0
        rijen[0]["emissie_co2_gecombineerd_wltp" if jaar >= 2021 else "co2_uitstoot_gecombineerd"] = str(model.co2)
    return rijen


def _lpg(voertuig: OefenVoertuig) -> list[Rij]:
    if not voertuig.kaart.lpg or voertuig.kaart.afgifte_nederland is None:
        return []
    gemonteerd = voertuig.kaart.afgifte_nederland + timedelta(days=90)
    return [
        {
            "montagedatum": f"{gemonteerd:%Y%m%d}",
            "demontagedatum": "0",
            "soort_toe_te_voegen_object_omschrijving": "LPG Installatie",
            "merkcode_toegevoegd_object": "GEEN",
            "gasinstallatie_tank_inhoud": "60",
        }
    ]


def _yes(waarde: Any) -> str:
    return "Ja" if waarde else "Nee"
