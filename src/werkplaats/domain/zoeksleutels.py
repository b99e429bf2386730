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
    from werkplaats.domain.relatie import Adres, RelatieKaart
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

_TITELS = frozenset({"dhr", "mw", "mevr", "mevrouw", "meneer", "heer", "fam", "familie"})
_VAN_DER_KORT = re.compile(r"\bv(?:\.\s?d\.?[nr]?|d[nr]?)(?=[\s.])\.?")
"""The abbreviations of van de, van den and van der; which of the three is meant cannot be known."""

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
_POSTCODE_PLAATS = re.compile(r"([1-9]\d{3}) [a-z]{3}")
_GEEN_ALNUM = re.compile(r"[^a-z0-9]+")
_PUNT_TUSSEN_VOORLETTERS = re.compile(r"(?<![a-z0-9])([a-z])\.(?=[a-z]\b)")
_APOSTROF = re.compile(r"(?<=[a-z0-9])['`](?=[a-z0-9])")
_WOORD = re.compile(r"[a-z0-9]+")
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
    if voorletters := _alnum(kaart.voorletters):
        sleutels.add((Sleutelsoort.NAAM, voorletters))
    for nummer in (kaart.telefoon, kaart.telefoon_2, *(telefoon.nummer for telefoon in kaart.telefoons)):
        if cijfers := _national_digits(nummer):
            sleutels |= {(Sleutelsoort.TELEFOON, cijfers), (Sleutelsoort.TELEFOON_EIND, cijfers[::-1])}
    adressen: list[RelatieKaart | Adres] = [kaart, *kaart.adressen]
    for adres in adressen:
        if postcode := _alnum(adres.postcode):
            sleutels.add((Sleutelsoort.POSTCODE, postcode + _alnum(adres.huisnr) + _alnum(adres.toevoeging)))
    if email := _email_key(kaart.email):
        sleutels.add((Sleutelsoort.EMAIL, email))
    return frozenset((soort, sleutel[:SLEUTEL_HOOGSTENS]) for soort, sleutel in sleutels)


def zoekvragen(tekst: str) -> tuple[Sleutel, ...]:
    """What a typed text may mean: beginnings of keys, the most specific first; empty for a text without meaning.

    All questions of the kind NAAM belong together (a relatie must have a name for each of them); each other question
    stands by itself.
    """
    schoon = " ".join(to_ascii(tekst[:_TEKST_HOOGSTENS]).lower().split())
    if "@" in schoon:
        return _unique([(Sleutelsoort.EMAIL, _email_key(schoon))])
    namen = [(Sleutelsoort.NAAM, woord) for woord in _name_question(schoon)]
    vragen = [*_car_questions(schoon), *_phone_questions(schoon), *_postcode_questions(schoon, bool(namen))]
    vragen.sort(key=lambda vraag: not _is_sure(vraag, schoon))
    email = [(Sleutelsoort.EMAIL, _email_key(schoon))] if _looks_like_email(schoon) else []
    return _unique([*vragen, *email, *namen])


def _unique(vragen: Iterable[Sleutel]) -> tuple[Sleutel, ...]:
    return tuple(dict.fromkeys((soort, sleutel[:SLEUTEL_HOOGSTENS]) for soort, sleutel in vragen if sleutel))


def _is_sure(vraag: Sleutel, schoon: str) -> bool:
    """Whether the text is hardly anything else: it starts as a telephone number, or is a postcode with a number."""
    soort, sleutel = vraag
    if soort in (Sleutelsoort.TELEFOON, Sleutelsoort.TELEFOON_EIND):
        return schoon.startswith("+") or (schoon.startswith("0") and len(sleutel) >= 7)
    return soort is Sleutelsoort.POSTCODE and len(sleutel) > 6 and sleutel[4:6].isalpha()


def _alnum(tekst: str) -> str:
    return _GEEN_ALNUM.sub("", to_ascii(tekst).lower())


def _email_key(tekst: str) -> str:
    return re.sub(r"[^!-~]", "", to_ascii(tekst).lower())


def _vin_key(tekst: str) -> str:
    # O, I and Q are no VIN letters; read as digits on both sides, a mistyped number is found all the same.
    return _alnum(tekst).upper().translate(_VIN_VERGISSING)


def _words(tekst: str) -> list[str]:
    """The words of a name: dots between initials and apostrophes join, every other sign parts."""
    plat = _PUNT_TUSSEN_VOORLETTERS.sub(r"\1", to_ascii(tekst).lower())
    return _WOORD.findall(_APOSTROF.sub("", plat))[:_WOORDEN_HOOGSTENS]


def _name_keys(naam: str) -> set[str]:
    """Each word, and from each tussenvoegsel on all up to the next main word joined: vandenberg, denberg, berg."""
    woorden = _words(naam)
    sleutels = set(woorden)
    for begin, woord in enumerate(woorden):
        if woord in _TUSSENVOEGSELS:
            # Behind the name (Berg, van den) they belong before its first word.
            sleutels.add(_joined([*woorden[begin:], *woorden[:begin]])[0])
    return sleutels


def _joined(woorden: list[str]) -> tuple[str, int]:
    """The leading tussenvoegsels joined with the word after them, and how many words that took."""
    aantal = next((plek for plek, woord in enumerate(woorden) if woord not in _TUSSENVOEGSELS), len(woorden) - 1) + 1
    return "".join(woorden[:aantal]), aantal


def _name_question(schoon: str) -> list[str]:
    woorden = [woord for stuk in _name_pieces(schoon) for woord in _words(stuk)]
    zonder_titel = [woord for woord in woorden if woord not in _TITELS]
    vragen: list[str] = []
    rest = zonder_titel or woorden
    while rest:
        vraag, aantal = _joined(rest)
        vragen.append(vraag)
        rest = rest[aantal:]
    # One letter is an initial, or a word that is still being typed: it narrows nothing beside a whole word.
    return [vraag for vraag in vragen if len(vraag) > 1]


def _name_pieces(schoon: str) -> list[str]:
    """The pieces of the text that can be words of a name: beside a number, no short group of letters is one."""
    plat = _VAN_DER_KORT.sub(" ", _POSTCODE_NL.sub(" ", schoon)).replace("de heer ", " ")
    stukken = plat.split()
    if not any(teken.isdigit() for teken in schoon):
        return stukken
    woorden = [stuk for stuk in stukken if not any(teken.isdigit() for teken in stuk) and len(_alnum(stuk)) > 3]
    if not woorden:
        # A single piece such as auto2000 may be a firm; 1abc123 finds no firm and costs nothing.
        return stukken if len(stukken) == 1 and stukken[0].isalnum() and not stukken[0].isdigit() else []
    return [stuk for stuk in stukken if stuk in woorden or (stuk.isalnum() and not stuk.isdigit() and len(stuk) <= 3)]


def _looks_like_email(schoon: str) -> bool:
    return " " not in schoon and bool(re.search(r"[a-z][._]|[._][a-z]", schoon))


def _postcode_questions(schoon: str, met_naam: bool) -> list[Sleutel]:
    gevonden = _POSTCODE_NL.search(schoon)
    # Behind a name a postcode would only bring all the neighbours; before one it is what is known for sure.
    if gevonden and (not met_naam or gevonden.start() == 0):
        return [(Sleutelsoort.POSTCODE, gevonden[1] + gevonden[2] + _alnum(gevonden[3] or ""))]
    if cijfers := _POSTCODE_CIJFERS.fullmatch(schoon):
        return [(Sleutelsoort.POSTCODE, cijfers[1] + (cijfers[2] or ""))]
    plaats = _POSTCODE_PLAATS.match(schoon)
    return [(Sleutelsoort.POSTCODE, plaats[1])] if plaats else []


def _national_digits(tekst: str) -> str:
    """The digits of a telephone number without country code and trunk nought."""
    zonder_nul = tekst.replace("(0)", "")
    met_land = re.match(r"[\s(]*(\+|00)", zonder_nul)
    return _digits(_BELCODE.sub("", zonder_nul, count=1) if met_land else zonder_nul).lstrip("0")


def _digits(tekst: str) -> str:
    return re.sub(r"\D", "", tekst, flags=re.ASCII)


def _phone_questions(schoon: str) -> list[Sleutel]:
    if not schoon or not _TELEFOON.fullmatch(schoon):
        return []
    cijfers = _national_digits(schoon)
    begin = [cijfers] if len(cijfers) >= (2 if schoon[0] in "+0" else 4) else []
    # A country code may be typed without its plus.
    if schoon[0] not in "+0" and len(cijfers) >= 10 and cijfers.startswith(("31", "32")):
        begin.append(cijfers[2:].lstrip("0"))
    einde = [nummer[::-1] for nummer in begin if len(nummer) >= 4]
    return [
        *((Sleutelsoort.TELEFOON, nummer) for nummer in begin),
        *((Sleutelsoort.TELEFOON_EIND, nummer) for nummer in einde),
    ]


def _car_questions(schoon: str) -> list[Sleutel]:
    compact = _alnum(schoon).upper()
    cijfer = any(teken.isdigit() for teken in compact)
    vragen: list[Sleutel] = []
    if 2 <= len(compact) <= 8 and (cijfer or schoon.replace("-", "").isalnum()) and schoon[0] != "+":
        vragen.append((Sleutelsoort.KENTEKEN, compact))
    vin = _vin_key(compact)
    if not 4 <= len(vin) <= 17 or not _may_be_vin(schoon):
        return vragen
    einde = [(Sleutelsoort.VIN_EIND, vin[::-1])] if cijfer else []
    return [*vragen, *einde, (Sleutelsoort.VIN, vin)]


def _may_be_vin(schoon: str) -> bool:
    """Whether the text can be a part of a chassis number: one piece, or a long one in groups; no telephone number."""
    if _TELEFOON.fullmatch(schoon) and (schoon[0] == "+" or (schoon[0] == "0" and len(_digits(schoon)) >= 9)):
        return False
    stukken = schoon.split()
    if len(stukken) == 1:
        return schoon.replace("-", "").isalnum()
    gegroepeerd = any(teken.isdigit() for teken in schoon) and len(_alnum(schoon)) >= 9
    return gegroepeerd and not any(len(stuk) > 4 and stuk.isalpha() for stuk in stukken)
