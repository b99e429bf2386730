"""Rows of RDW's open data sets, read into our own values: pure functions that survive any JSON.

Columns come and go and every value is a text, so each is asked for by name, may be absent, and counts as not said when
it cannot be read. Rules: facts of the data sets as published by RDW (CC0), column list of June 2026.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from werkplaats.domain.rdw import RdwGegevens, Terugroepactie
from werkplaats.errors import Garbled
from werkplaats.services.rdw_techniek import techniek
from werkplaats.services.rdw_waarden import Rij, day, text, whole, yes
from werkplaats.services.schrijfwijze import brand_in_words, model_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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
        tweede_kleur=text(row, "tweede_kleur").capitalize(),
        inrichting=text(row, "inrichting"),
        **techniek(row, _by_number(rijen.brandstoffen)),
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
