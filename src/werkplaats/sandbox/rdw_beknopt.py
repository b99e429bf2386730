"""Cars in a few words, written out as the rows that RDW would have of them.

A practice garage names plate, brand, model and first registration; weights, emission, days and colour that it leaves
out are made up, always the same for the same plate.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

BEKNOPT = "beknopt"
"""The key of these cars in a file of rows."""

_KLEUREN = ("GRIJS", "ZWART", "WIT", "BLAUW", "ROOD", "GROEN", "BEIGE")


def rows_of_car(auto: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The rows of one car by data set.

    Needed: ``kenteken`` (capitals without dashes), ``merk``, ``handelsbenaming``, ``eerste_toelating`` (jjjjmmdd).
    May be given: ``voertuigsoort, brandstof, tweede_brandstof, tenaamstelling, afgifte, apk, massa, co2, wltp, kleur,
    inrichting``, the booleans ``lpg, g3, verzekerd, export, taxi``, ``tellerstandoordeel``, and ``terugroep``: a list
    of ``{code, tekst}`` of open recalls.
    """
    plate = {"kenteken": auto["kenteken"]}
    recalls = auto.get("terugroep", [])
    return {
        "m9d7-ebf2": [_vehicle(auto, bool(recalls))],
        "8ys7-d773": _fuels(auto),
        "sghb-dzxx": [{**plate, **_lpg(auto)}] if auto.get("lpg") else [],
        "t49b-isb7": [
            {**plate, "referentiecode_rdw": actie["code"], "code_status": "O", "status": "Openstaande terugroepactie"}
            for actie in recalls
        ],
        "j9yg-7rg9": [
            {"referentiecode_rdw": actie["code"], "omschrijving_defect": actie["tekst"]} for actie in recalls
        ],
    }


def _vehicle(auto: dict[str, Any], recalled: bool) -> dict[str, Any]:
    toelating = auto["eerste_toelating"]
    massa = int(auto.get("massa") or 900 + _pick(auto, "massa", 800))
    row = {
        "kenteken": auto["kenteken"],
        "voertuigsoort": auto.get("voertuigsoort", "Personenauto"),
        "merk": str(auto["merk"]).upper(),
        "handelsbenaming": str(auto["handelsbenaming"]).upper(),
        "inrichting": auto.get("inrichting", "hatchback"),
        "eerste_kleur": auto.get("kleur") or _KLEUREN[_pick(auto, "kleur", len(_KLEUREN))],
        "tweede_kleur": "Niet geregistreerd",
        "massa_ledig_voertuig": str(massa),
        "massa_rijklaar": str(massa + 100),
        "vervaldatum_apk": auto.get("apk") or _first_apk(toelating),
        "datum_eerste_toelating": toelating,
        "datum_eerste_tenaamstelling_in_nederland": auto.get("afgifte") or toelating,
        "datum_tenaamstelling": auto.get("tenaamstelling") or toelating,
        "wacht_op_keuren": "Geen verstrekking in Open Data",
        "wam_verzekerd": _yes(auto.get("verzekerd", True)),
        "export_indicator": _yes(auto.get("export", False)),
        "openstaande_terugroepactie_indicator": _yes(recalled),
        "taxi_indicator": _yes(auto.get("taxi", False)),
        "tellerstandoordeel": auto.get("tellerstandoordeel", "Logisch"),
        "tenaamstellen_mogelijk": _yes(not auto.get("export", False)),
        "europese_voertuigcategorie": "M1",
    }
    return {**row, "type_gasinstallatie": "G3"} if auto.get("g3") else row


def _fuels(auto: dict[str, Any]) -> list[dict[str, Any]]:
    names = [name for name in (auto.get("brandstof", "Benzine"), auto.get("tweede_brandstof")) if name]
    rows = [
        {"kenteken": auto["kenteken"], "brandstof_volgnummer": str(number), "brandstof_omschrijving": name}
        for number, name in enumerate(names, 1)
    ]
    if names[0] != "Elektriciteit":
        rows[0]["co2_uitstoot_gecombineerd"] = str(auto.get("co2") or 95 + _pick(auto, "co2", 90))
    if auto.get("wltp"):
        rows[0]["emissie_co2_gecombineerd_wltp"] = str(auto["wltp"])
    return rows


def _lpg(auto: dict[str, Any]) -> dict[str, Any]:
    return {
        "montagedatum": auto["eerste_toelating"],
        "demontagedatum": "0",
        "soort_toe_te_voegen_object_omschrijving": "LPG Installatie",
        "merkcode_toegevoegd_object": "GEEN",
        "gasinstallatie_tank_inhoud": str(40 + _pick(auto, "tank", 40)),
    }


def _first_apk(toelating: str) -> str:
    """Four years after the first registration; who wants another day gives it."""
    return f"{int(toelating[:4]) + 4}{toelating[4:]}"


def _yes(value: bool) -> str:
    return "Ja" if value else "Nee"


def _pick(auto: dict[str, Any], what: str, choices: int) -> int:
    return int.from_bytes(sha256(f"{auto['kenteken']} {what}".encode()).digest()[:4], "big") % choices
