"""How a value of a card is written where it is only read: beside the register, in a conflict, in the logboek."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.eenheden import EENHEDEN, met_eenheid
from werkplaats.domain.garantie import Garantiesoort
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.leen import Leensoort
from werkplaats.domain.schade import read_schade
from werkplaats.domain.voertuig import Code, RelatieKop
from werkplaats.i18n import _
from werkplaats.zinnen.dekking import woord_garantiesoort, woord_plek, woord_schadestaat
from werkplaats.zinnen.leen import woord_leensoort

if TYPE_CHECKING:
    from collections.abc import Callable

NOTHING = "\N{EN DASH}"
"""What stands where there is no value."""

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NUMBER = re.compile(r"\d+", re.ASCII)


def value_text(veld: str, waarde: Any) -> str:
    """A value with its unit; empty for no value. A security code is never written out."""
    if waarde is None or waarde == "":
        return ""
    if isinstance(waarde, bool):
        return _("Ja") if waarde else _("Nee")
    if isinstance(waarde, date):
        return datum_tekst(waarde)
    if isinstance(waarde, int):
        return met_eenheid(veld, waarde)
    if isinstance(waarde, Code):
        return _("gewijzigd") if waarde.gevuld else _("leeggemaakt")
    return _value_object_text(waarde)


def _value_object_text(waarde: Any) -> str:
    if isinstance(waarde, Bedrag):
        return f"\N{EURO SIGN} {waarde}"
    if isinstance(waarde, tuple):
        return ", ".join(map(str, waarde))
    return waarde.weergave if isinstance(waarde, RelatieKop | Kenteken) else str(waarde)


def _damage(tekst: str) -> str:
    words = read_schade(tekst)
    if words is None:
        return tekst
    place, state = woord_plek(words.plek), woord_schadestaat(words.staat).lower()
    return f"{words.nummer}: {place}, {words.omschrijving} ({state})"


def _warranty(tekst: str) -> str:
    kind, comma, rest = tekst.partition(", ")
    return woord_garantiesoort(kind) + comma + rest if kind in list(Garantiesoort) else tekst


def _loan(tekst: str) -> str:
    kind, comma, rest = tekst.partition(", ")
    return woord_leensoort(kind) + comma + rest if kind in list(Leensoort) else tekst


_WORDS: dict[str, Callable[[str], str]] = {"schade": _damage, "garantie": _warranty, "leen": _loan}
"""Fields of which the logboek keeps the codes of our own."""


def logged_text(veld: str, tekst: str) -> str:
    """A value as the logboek kept it, written as the screen writes it: a day as dd-mm-jjjj, a weight in kg."""
    if _ISO_DAY.fullmatch(tekst):
        return datum_tekst(date.fromisoformat(tekst))
    if tekst in ("ja", "nee"):
        return _("Ja") if tekst == "ja" else _("Nee")
    if veld in _WORDS:
        return _WORDS[veld](tekst)
    return met_eenheid(veld, int(tekst)) if veld in EENHEDEN and _NUMBER.fullmatch(tekst) else tekst
