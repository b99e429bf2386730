"""The keys by which cars and people are found, and what a typed text may mean.

Keys are plain ASCII and are searched by their beginning only, with a range over an index. What people know by its
end (the last digits of a telephone or chassis number) is kept reversed.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from werkplaats.domain.land import BELCODES
from werkplaats.domain.naam import to_ascii

if TYPE_CHECKING:
    from collections.abc import Iterable

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.relatie import RelatieKaart
    from werkplaats.domain.vin import Vin


class Sleutelsoort(StrEnum):
    """What a key is made of; the value is what the store keeps."""

    KENTEKEN = "kenteken"
    VIN = "vin"
    VIN_EIND = "vin_eind"
    NAAM = "naam"
    TELEFOON = "telefoon"
    TELEFOON_EIND = "telefoon_eind"
    POSTCODE = "postcode"
    EMAIL = "email"


Sleutel = tuple[Sleutelsoort, str]

SLEUTEL_HOOGSTENS = 64
"""No key is longer; what comes after is not searched."""

_TEKST_HOOGSTENS = 100
_WOORDEN_HOOGSTENS = 12

_TUSSENVOEGSELS = frozenset(
    {"van", "de", "den", "der", "het", "t", "ten", "ter", "te", "aan", "bij", "in", "op", "onder", "over", "uit",
     "voor", "s", "d", "la", "le", "les", "du", "des", "von", "zu", "zum", "zur", "el", "al"}
)  # fmt: skip
_VIN_VERGISSING = str.maketrans("OIQ", "010")
_BELCODE = re.compile(r"(?:\+|00)\s*(" + "|".join(sorted(set(BELCODES.values()), key=len, reverse=True)) + ")")
_POSTCODE_NL = re.compile(
    r"(?<![0-9a-z])([1-9]\d{3})\s?([a-z]{2})(?![a-z])(?:[\s,]*(\d{1,5}(?:[\s-]?[a-z0-9]{1,6})?)?\s*$)?"
)
_POSTCODE_CIJFERS = re.compile(r"([1-9]\d{3})(?:[\s,]+(\d{1,5}[a-z]?))?")
_TELEFOON = re.compile(r"\+?[\d\s()./-]+")


def voertuig_sleutels(kentekens: Iterable[Kenteken], vin: Vin | None) -> frozenset[Sleutel]:
    """The keys of a car: each plate that it ever bore, its chassis number and that number reversed."""
    sleutels = {(Sleutelsoort.KENTEKEN, kenteken.compact) for kenteken in kentekens}
    if vin is not None and (compact := _vin_key(vin.tekst)):
        sleutels |= {(Sleutelsoort.VIN, compact), (Sleutelsoort.VIN_EIND, compact[::-1])}
    return frozenset(sleutels)


def relatie_sleutels(kaart: RelatieKaart) -> frozenset[Sleutel]:
    """The keys of a relatie: the words of its names, both telephone numbers, postcode with number, e-mail."""
    namen = (f"{kaart.tussenvoegsel} {kaart.naam}", kaart.voornaam, kaart.contactpersoon)
    sleutels = {(Sleutelsoort.NAAM, woord) for naam in namen for woord in _name_keys(naam)}
    for nummer in (kaart.telefoon, kaart.telefoon_2):
        if cijfers := _national_digits(nummer):
            sleutels |= {(Sleutelsoort.TELEFOON, cijfers), (Sleutelsoort.TELEFOON_EIND, cijfers[::-1])}
    if postcode := _alnum(kaart.postcode):
        sleutels.add((Sleutelsoort.POSTCODE, postcode + _alnum(kaart.huisnr) + _alnum(kaart.toevoeging)))
    if email := to_ascii(kaart.email).lower().strip():
        sleutels.add((Sleutelsoort.EMAIL, email))
    return frozenset((soort, sleutel[:SLEUTEL_HOOGSTENS]) for soort, sleutel in sleutels)


def zoekvragen(tekst: str) -> tuple[Sleutel, ...]:
    """What a typed text may mean: beginnings of keys, the most specific first; empty for a text without meaning.

    All questions of the kind NAAM belong together (a relatie must have a name for each of them); each other question
    stands by itself.
    """
    schoon = " ".join(to_ascii(tekst[:_TEKST_HOOGSTENS]).lower().split())
    if "@" in schoon:
        return _unique([(Sleutelsoort.EMAIL, schoon.replace(" ", ""))])
    vragen = [*_postcode_questions(schoon), *_phone_questions(schoon), *_car_questions(schoon)]
    vragen.sort(key=lambda vraag: not _is_sure(vraag, schoon))
    if "." in schoon and " " not in schoon and any(teken.isalpha() for teken in schoon):
        vragen.append((Sleutelsoort.EMAIL, schoon))
    return _unique([*vragen, *((Sleutelsoort.NAAM, woord) for woord in _name_question(schoon))])


def _unique(vragen: Iterable[Sleutel]) -> tuple[Sleutel, ...]:
    return tuple(dict.fromkeys((soort, sleutel[:SLEUTEL_HOOGSTENS]) for soort, sleutel in vragen if sleutel))


def _is_sure(vraag: Sleutel, schoon: str) -> bool:
    """Whether the text is hardly anything else: it starts as a telephone number, or is a postcode with a number."""
    soort, sleutel = vraag
    if soort in (Sleutelsoort.TELEFOON, Sleutelsoort.TELEFOON_EIND):
        return schoon.startswith("+") or (schoon.startswith("0") and len(sleutel) >= 7)
    return soort is Sleutelsoort.POSTCODE and len(sleutel) > 6 and sleutel[4:6].isalpha()


def _alnum(tekst: str) -> str:
    return re.sub(r"[^a-z0-9]", "", to_ascii(tekst).lower())


def _vin_key(tekst: str) -> str:
    # O, I and Q are no VIN letters; read as digits on both sides, a mistyped number is found all the same.
    return _alnum(tekst).upper().translate(_VIN_VERGISSING)


def _words(tekst: str) -> list[str]:
    """The words of a name: dots between initials and apostrophes join, every other sign parts."""
    plat = re.sub(r"(?<![a-z0-9])([a-z])\.(?=[a-z]\b)", r"\1", to_ascii(tekst).lower())
    return re.findall(r"[a-z0-9]+", re.sub(r"(?<=[a-z0-9])['`](?=[a-z0-9])", "", plat))[:_WOORDEN_HOOGSTENS]


def _name_keys(naam: str) -> set[str]:
    """Each word, and from each tussenvoegsel on all up to the next main word joined: vandenberg, denberg, berg."""
    woorden = _words(naam)
    sleutels = set(woorden)
    for begin, woord in enumerate(woorden):
        if woord in _TUSSENVOEGSELS:
            sleutels.add(_joined(woorden[begin:])[0])
    return sleutels


def _joined(woorden: list[str]) -> tuple[str, int]:
    """The leading tussenvoegsels joined with the word after them, and how many words that took."""
    aantal = next((plek for plek, woord in enumerate(woorden) if woord not in _TUSSENVOEGSELS), len(woorden) - 1) + 1
    return "".join(woorden[:aantal]), aantal


def _name_question(schoon: str) -> list[str]:
    stukken = [stuk for stuk in schoon.split(" ") if not _is_number_piece(stuk)]
    if not any(teken.isalpha() for stuk in stukken for teken in stuk):
        return []
    woorden = _words(re.sub(r"\b(v\.?\s?d\.?[nr]?)(?=[\s.])", " ", " ".join(stukken))) or _words(schoon)
    vragen: list[str] = []
    while woorden:
        vraag, aantal = _joined(woorden)
        vragen.append(vraag)
        woorden = woorden[aantal:]
    # One letter is an initial or a word that is still being typed: it narrows nothing beside a whole word.
    lang = [vraag for vraag in vragen if len(vraag) > 1]
    return lang or [vraag for vraag in vragen if len(vraag) > 1]


def _is_number_piece(stuk: str) -> bool:
    """Whether a piece of the text is a number, a plate or a postcode rather than a word of a name."""
    return stuk.isdigit() or (
        any(teken.isdigit() for teken in stuk) and ("-" in stuk or bool(_POSTCODE_NL.fullmatch(stuk)))
    )


def _postcode_questions(schoon: str) -> list[Sleutel]:
    if gevonden := _POSTCODE_NL.search(schoon):
        return [(Sleutelsoort.POSTCODE, gevonden[1] + gevonden[2] + _alnum(gevonden[3] or ""))]
    if gevonden := _POSTCODE_CIJFERS.fullmatch(schoon):
        return [(Sleutelsoort.POSTCODE, gevonden[1] + (gevonden[2] or ""))]
    return []


def _national_digits(tekst: str) -> str:
    """The digits of a telephone number without country code and trunk zero."""
    zonder_nul = re.sub(r"\(0\)", "", tekst)
    zonder_land = _BELCODE.sub("", zonder_nul, count=1) if re.match(r"\s*(\+|00)", zonder_nul) else zonder_nul
    return re.sub(r"\D", "", zonder_land, flags=re.ASCII).lstrip("0")


def _phone_questions(schoon: str) -> list[Sleutel]:
    cijfers = _national_digits(schoon)
    if not _TELEFOON.fullmatch(schoon) or len(cijfers) < 4 - (schoon[0] in "+0"):
        return []
    einde = (Sleutelsoort.TELEFOON_EIND, cijfers[::-1])
    return [(Sleutelsoort.TELEFOON, cijfers), *([einde] if len(cijfers) >= 4 else [])]


def _car_questions(schoon: str) -> list[Sleutel]:
    compact = _alnum(schoon).upper()
    cijfer = any(teken.isdigit() for teken in compact)
    een_woord = " " not in schoon
    vragen: list[Sleutel] = []
    if 2 <= len(compact) <= 8 and (cijfer or een_woord):
        vragen.append((Sleutelsoort.KENTEKEN, compact))
    vin = _vin_key(compact)
    if 4 <= len(vin) <= 17 and cijfer and (een_woord or len(vin) > 8):
        vragen.append((Sleutelsoort.VIN_EIND, vin[::-1]))
    if 3 <= len(vin) <= 17 and (een_woord or (cijfer and len(vin) > 8)):
        vragen.append((Sleutelsoort.VIN, vin))
    return vragen
