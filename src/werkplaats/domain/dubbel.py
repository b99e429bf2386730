"""Two cards of one person or company: when that is likely, and what tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.naam import to_ascii
from werkplaats.domain.zoeksleutels import Sleutelsoort, relatie_sleutels

if TYPE_CHECKING:
    from werkplaats.domain.relatie import RelatieKaart


def double_reason(een: RelatieKaart, ander: RelatieKaart) -> str:
    """What two cards share: ``email``, ``telefoon``, ``geboortedatum`` or ``adres`` (with one name too), or ``""``.

    One e-mail or telephone is enough: whoever is called there answers for both. A name is not; nor is an address.
    """
    gelijk = {soort for soort, _sleutel in relatie_sleutels(een) & relatie_sleutels(ander)}
    for soort, reden in ((Sleutelsoort.EMAIL, "email"), (Sleutelsoort.TELEFOON, "telefoon")):
        if soort in gelijk:
            return reden
    if not _name(een) or _name(een) != _name(ander):
        return ""
    if een.geboortedatum is not None and een.geboortedatum == ander.geboortedatum:
        return "geboortedatum"
    return "adres" if een.huisnr.strip() and Sleutelsoort.POSTCODE in gelijk else ""


def _name(kaart: RelatieKaart) -> str:
    """Only the letters and digits: ``Van den Berg`` and ``v. d. Berg`` differ, ``Möller`` and ``Moller`` do not."""
    return "".join(teken for teken in to_ascii(kaart.naam).casefold() if teken.isalnum())
