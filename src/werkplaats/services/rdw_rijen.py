"""Rows of RDW's open data sets, read into our own values: pure functions that survive any JSON.

Columns come and go and every value is a text, so each is asked for by name, may be absent, and counts as not said when
it cannot be read. Rules: facts of the data sets as published by RDW (CC0), column list of June 2026.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from werkplaats.domain.rdw import RdwGegevens, Terugroepactie
from werkplaats.errors import Garbled
from werkplaats.services.schrijfwijze import brand_in_words, model_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Rij = dict[str, Any]

NIET_GEZEGD = frozenset(
    {
        "niet geregistreerd",
        "n.v.t.",
        "nvt",
        "geen verstrekking in open data",
        "niet bekend",
        "(nog) niet bekend",
        "onbekend",
    }
)
"""What the register writes where it has nothing to say (small letters)."""

_LONGEST_TEXT = 500
_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:T.*)?", re.ASCII | re.DOTALL)
_NUMBER = re.compile(r"\d{1,7}(?:[.,]\d{0,6})?", re.ASCII)
_RECALL_CODE = re.compile(r"[A-Za-z0-9._/-]{1,40}", re.ASCII)


@dataclass(frozen=True, slots=True)
class RdwRijen:
    """The rows of one car, set by set."""

    voertuigen: Sequence[Rij]
    brandstoffen: Sequence[Rij] = ()
    objecten: Sequence[Rij] = ()
    terugroep_status: Sequence[Rij] = ()
    terugroep_teksten: Sequence[Rij] = field(default=())


def rows_of(answer: Any, partij: str) -> list[Rij]:
    """The rows of an answer; anything but an array of objects does not come from the register (a captive portal)."""
    if not isinstance(answer, list) or not all(isinstance(row, dict) for row in answer):
        raise Garbled("PARTIJ_ANDERE_VORM", partij)
    return answer


def text(row: Mapping[str, Any], *names: str) -> str:
    """The first of the columns that says something, as one line of text; empty when none does."""
    for name in names:
        said = _one_line(row.get(name))
        if said and said.lower() not in NIET_GEZEGD:
            return said
    return ""


def _one_line(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    readable = "".join(sign if sign.isprintable() else " " for sign in str(value)[: 2 * _LONGEST_TEXT])
    return " ".join(readable.split())[:_LONGEST_TEXT]


def whole(row: Mapping[str, Any], *names: str, zero_counts: bool = False) -> int | None:
    """The first of the columns that holds a number, rounded; a nought counts as not said unless told otherwise."""
    for name in names:
        said = text(row, name)
        if not _NUMBER.fullmatch(said):
            continue
        number = int(float(said.replace(",", ".")) + 0.5)
        if number or zero_counts:
            return number
    return None


def day(row: Mapping[str, Any], *names: str) -> date | None:
    """The first of the columns (or its twin ``…_dt``) that holds a day that exists."""
    for name in names:
        for column in (name, f"{name}_dt"):
            found = _DATE.fullmatch(text(row, column))
            if found and (read := _existing_day(*found.groups())):
                return read
    return None


def _existing_day(year: str, month: str, day_of_month: str) -> date | None:
    try:
        return date(int(year), int(month), int(day_of_month))
    except ValueError:
        return None


def yes(row: Mapping[str, Any], name: str) -> bool | None:
    """Ja or Nee; None when the register does not say."""
    return {"ja": True, "nee": False}.get(text(row, name).lower())


def open_recalls(status: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The numbers of the recalls that are still open (``code_status`` O), each once, in the order of the answer."""
    codes = [text(row, "referentiecode_rdw") for row in status if text(row, "code_status").upper() == "O"]
    return tuple(dict.fromkeys(code for code in codes if _RECALL_CODE.fullmatch(code)))


def parse_gegevens(kenteken: str, rijen: RdwRijen) -> RdwGegevens:
    """The car of these rows; the first row of the vehicles counts. Raises Garbled when there is no such row."""
    if not rijen.voertuigen:
        raise Garbled("PARTIJ_ANDERE_VORM", "RDW")
    row = rijen.voertuigen[0]
    merk = text(row, "merk")
    eerste, tweede = _two_fuels(rijen.brandstoffen)
    co2, cyclus = _co2(rijen.brandstoffen)
    toelating = day(row, "datum_eerste_toelating")
    return RdwGegevens(
        kenteken=kenteken,
        merk=brand_in_words(merk),
        model=model_in_words(merk, text(row, "handelsbenaming")),
        voertuigsoort=text(row, "voertuigsoort"),
        brandstof=eerste,
        tweede_brandstof=tweede,
        lpg=_has_lpg(rijen.objecten),
        g3="G3" in text(row, "type_gasinstallatie").upper(),
        ledig_gewicht=whole(row, "massa_ledig_voertuig"),
        bedrijfsklaar=whole(row, "massa_rijklaar"),
        co2_uitstoot=co2,
        co2_cyclus=cyclus,
        bouwjaar=toelating.year if toelating else None,
        vervaldatum_apk=day(row, "vervaldatum_apk"),
        datum_deel_1a=toelating,
        datum_deel_1b=day(row, "datum_tenaamstelling"),
        afgifte_nederland=day(row, "datum_eerste_tenaamstelling_in_nederland", "datum_eerste_afgifte_nederland"),
        kleur=text(row, "eerste_kleur").capitalize(),
        inrichting=text(row, "inrichting"),
        verzekerd=yes(row, "wam_verzekerd"),
        geexporteerd=yes(row, "export_indicator"),
        tellerstandoordeel=text(row, "tellerstandoordeel"),
        taxi=yes(row, "taxi_indicator"),
        tenaamstellen_mogelijk=yes(row, "tenaamstellen_mogelijk"),
        terugroepacties=_recalls(row, rijen),
    )


def _by_number(brandstoffen: Sequence[Rij]) -> list[Rij]:
    # The order is asked for, but a server that ignores it must not swap the first and the second fuel.
    return sorted(brandstoffen, key=lambda row: whole(row, "brandstof_volgnummer") or 0)


def _two_fuels(brandstoffen: Sequence[Rij]) -> tuple[str, str]:
    names = dict.fromkeys(text(row, "brandstof_omschrijving") for row in _by_number(brandstoffen))
    first, second, *_rest = [*filter(None, names), "", ""]
    return first, second


def _co2(brandstoffen: Sequence[Rij]) -> tuple[int | None, str]:
    rows = _by_number(brandstoffen)
    columns = (("co2_uitstoot_gecombineerd", "NEDC"), ("emissie_co2_gecombineerd_wltp", "WLTP"))
    # An electric car says nought in one cycle and nothing in the other; a nought beside a real figure is a blank.
    for zero_counts in (False, True):
        for column, cycle in columns:
            for row in rows:
                if (grams := whole(row, column, zero_counts=zero_counts)) is not None:
                    return grams, cycle
    return None, ""


def _has_lpg(objecten: Iterable[Rij]) -> bool:
    return any(
        text(row, "soort_toe_te_voegen_object_omschrijving").upper().startswith("LPG")
        and day(row, "demontagedatum") is None
        for row in objecten
    )


def _recalls(row: Rij, rijen: RdwRijen) -> tuple[Terugroepactie, ...]:
    words = {
        text(tekst, "referentiecode_rdw"): text(tekst, "omschrijving_defect", "categorie_defect")
        for tekst in rijen.terugroep_teksten
    }
    acties = tuple(Terugroepactie(code, words.get(code, "")) for code in open_recalls(rijen.terugroep_status))
    if not acties and yes(row, "openstaande_terugroepactie_indicator"):
        return (Terugroepactie(""),)
    return acties
