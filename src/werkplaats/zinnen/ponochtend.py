"""Sentences about an order in the morning: that its plate is requested, or why a person must look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from werkplaats.i18n import N_, _
from werkplaats.zinnen.pon import woord_regel, zin_reden
from werkplaats.zinnen.ponstaat import zin_gebrek

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WAT = {
    "aanvragen": N_("wordt aangevraagd: {regel} ({code}), sinds {datum}."),
    "kan": N_("kan worden aangevraagd: {regel} ({code}), sinds {datum}."),
    "onvolledig": N_("is aan de beurt sinds {datum} ({code}), maar kan niet verstuurd worden. {redenen}"),
    "goedkeuring": N_("wacht op goedkeuring: aan de beurt sinds {datum} ({code})."),
    "gemist": N_("is ingepland nadat {code} al gold: {regel}. {redenen} Vraag het zelf aan, uiterlijk {datum}."),
    "beslissen": N_("{redenen} Beslis uiterlijk {datum}."),
}


def zin_ochtend(wat: str, regel: str | None, datum: str, redenen: Sequence[str]) -> str:
    """What is to be done about an order, after its name; ``datum`` as people write it."""
    spreek = zin_gebrek if wat == "onvolledig" else zin_reden
    gezegd = _(_WAT[wat]).format(
        regel=woord_regel(regel) if regel else "", code=regel or "", datum=datum, redenen=" ".join(map(spreek, redenen))
    )
    return " ".join(gezegd.split())


def regel_ochtend(regel: Mapping[str, Any]) -> str:
    """A line of a trial: ``2026-000123 Volkswagen Golf WVW…: wordt aangevraagd: …``."""
    dag = "-".join(reversed(str(regel["datum"]).split("-"))) if regel["datum"] else ""
    kop = " ".join(filter(None, (regel["order"], regel["auto"], regel["chassisnummer"])))
    return f"{kop}: {zin_ochtend(regel['wat'], regel['regel'], dag, regel['redenen'])}"
