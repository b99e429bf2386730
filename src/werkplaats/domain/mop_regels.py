"""What mijnOndernemersportaal may refuse of a request for roadside assistance.

Bovemij publishes no limits: those here are assumed, so they only warn. Its own page has the last word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from werkplaats.domain.contact import compact_telefoon, is_postcode_be, is_postcode_nl
from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.pechhulp_link import AANHEF_MOP
from werkplaats.domain.relatie import Aanhef
from werkplaats.errors import Bevinding, Ernst

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from werkplaats.domain.pechhulp import PechhulpInvoer

MEERDERJARIG = 18

HOOGSTENS = {"naam": 50, "voorletters": 10, "tussenvoegsel": 10, "toevoeging": 6}
"""The most signs that a field is assumed to take."""

_TEKSTEN = ("voorletters", "tussenvoegsel", "naam", "straat", "huisnr", "toevoeging", "plaats")
_VERPLICHT = ("soort", "naam", "straat", "huisnr", "postcode", "plaats")
_TOEGESTAAN = "' -.,/&"
_HUISNR = re.compile(r"[1-9]\d{0,4}", re.ASCII)
_TELEFOON = re.compile(r"0\d{9}|\+31\d{9}", re.ASCII)


def leeftijd(geboren: date, vandaag: date) -> int:
    """The age in whole years; who is born on 29 February has his birthday on 1 March in a common year."""
    return vandaag.year - geboren.year - ((vandaag.month, vandaag.day) < (geboren.month, geboren.day))


def likely_birth_date(getypt: date, vandaag: date) -> date | None:
    """The day that was probably meant by a birth date that is too late, where one slip of the hand explains it.

    A day in the future has the wrong century; 2011 for 1971 is a 1 that was a 7. None when nothing is evident.
    """
    if getypt > vandaag:
        jaar = getypt.year - 100
    elif 2010 <= getypt.year <= 2019:
        jaar = getypt.year - 40
    else:
        return None
    try:
        beter = getypt.replace(year=jaar)
    except ValueError:
        return None
    return beter if MEERDERJARIG <= leeftijd(beter, vandaag) <= 100 else None


def check_mop(invoer: PechhulpInvoer, vandaag: date) -> tuple[Bevinding, ...]:
    """What Bovemij may refuse, in the order of the form; all of it may be sent."""
    return (
        *_kenteken(invoer),
        *_required(invoer),
        *_signs(invoer),
        *_birth_date(invoer, vandaag),
        *_address_and_phone(invoer),
    )


def _warning(veld: str, code: str, **params: object) -> Bevinding:
    return Bevinding(veld, code, Ernst.WAARSCHUWING, params)


def _kenteken(invoer: PechhulpInvoer) -> Iterator[Bevinding]:
    kenteken = invoer.kenteken
    if kenteken is None:
        return
    if kenteken.land != "NL":
        yield _warning("kenteken", "MOP_KENTEKEN_BUITENLAND", kenteken=kenteken.weergave)
    elif not kenteken.geldig:
        yield _warning("kenteken", "MOP_KENTEKEN_VORM", kenteken=kenteken.weergave)


def _required(invoer: PechhulpInvoer) -> Iterator[Bevinding]:
    if invoer.aanhef not in AANHEF_MOP:
        yield _warning("aanhef", "MOP_AANHEF")
    for veld in _VERPLICHT:
        if not getattr(invoer, veld).strip():
            yield _warning(veld, "MOP_LEEG", leeg=veld)


def _signs(invoer: PechhulpInvoer) -> Iterator[Bevinding]:
    for veld in _TEKSTEN:
        tekst = getattr(invoer, veld)
        vreemd = dict.fromkeys(teken for teken in tekst if not _is_allowed(teken))
        if vreemd:
            yield _warning(veld, "MOP_TEKENS", vreemd=tuple(vreemd))
        if len(tekst) > HOOGSTENS.get(veld, len(tekst)):
            yield _warning(veld, "MOP_TE_LANG", hoogstens=HOOGSTENS[veld], lengte=len(tekst))


def _is_allowed(teken: str) -> bool:
    return teken.isalpha() or (teken.isascii() and teken.isdigit()) or teken in _TOEGESTAAN


def _birth_date(invoer: PechhulpInvoer, vandaag: date) -> Iterator[Bevinding]:
    geboren = invoer.geboortedatum
    if invoer.aanhef is Aanhef.BEDRIJF:
        return
    if geboren is None:
        yield _warning("geboortedatum", "MOP_LEEG", leeg="geboortedatum")
    elif geboren <= vandaag and leeftijd(geboren, vandaag) < MEERDERJARIG:
        voorstel = likely_birth_date(geboren, vandaag)
        yield _warning("geboortedatum", "MOP_TE_JONG", datum=datum_tekst(geboren), voorstel=datum_tekst(voorstel))


def _address_and_phone(invoer: PechhulpInvoer) -> Iterator[Bevinding]:
    if invoer.huisnr.strip() and not _HUISNR.fullmatch(invoer.huisnr.strip()):
        yield _warning("huisnr", "MOP_HUISNR", huisnr=invoer.huisnr.strip())
    postcode = invoer.postcode.strip()
    if postcode and not is_postcode_nl(postcode):
        yield _warning("postcode", "MOP_POSTCODE_BE" if is_postcode_be(postcode) else "MOP_POSTCODE", postcode=postcode)
    if invoer.telefoon.strip() and not _TELEFOON.fullmatch(compact_telefoon(invoer.telefoon)):
        yield _warning("telefoon", "MOP_TELEFOON", telefoon=invoer.telefoon.strip())
