"""Brands and models as people write them: the register shouts ``MERCEDES-BENZ`` and repeats ``NISSAN NISSAN NOTE``."""

from __future__ import annotations

import re

_LETTER_WORDS = re.compile(
    "AC|AGM|AMG|BMW|BSA|BYD|CDI|CDTI|CNG|CRDI|DAF|DCI|DS|DTI|EV|FSI|GLA|GLE|GMC|GTE|GTI|HDI|HEV|ID|II|III|IV|JCB|JTD|JTDM|"
    "JTS|KTM|LDV|LEVC|LML|MAN|MG|MPI|MPV|PHEV|SEL|SUV|SYM|TCE|TDCI|TDI|TFSI|TGB|TSI|TVR|VDL|VI|VII|VIII"
)
"""Words that are letters and no word; a short one without a vowel needs no entry."""

_OWN_CAPITALS = {"MCLAREN": "McLaren", "SSANGYONG": "SsangYong"}

_WORD = re.compile(r"[^\s\-/+]+")
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-Ý]")
_SHORT = 3


def brand_in_words(merk: str) -> str:
    """``SKODA`` as ``Skoda``, ``MERCEDES-BENZ`` as ``Mercedes-Benz``, ``BMW`` as it is."""
    return _title_case(merk)


def model_in_words(merk: str, handelsbenaming: str) -> str:
    """The trade name without the brand it repeats: ``NISSAN`` with ``NISSAN NOTE`` gives ``Note``."""
    return _title_case(_without_brand(merk, handelsbenaming))


def _without_brand(merk: str, naam: str) -> str:
    rest = naam[len(merk) :]
    if merk and naam.upper().startswith(merk.upper()) and (not rest or not rest[0].isalnum()):
        return rest.strip(" -/,")
    return naam


def _title_case(tekst: str) -> str:
    # A text that is not all capitals was written by somebody who had a reason.
    if tekst != tekst.upper():
        return tekst
    return _WORD.sub(lambda word: _word(word[0]), tekst)


def _word(word: str) -> str:
    if _LETTER_WORDS.fullmatch(word) or any(sign.isdigit() for sign in word):
        return word
    if len(word) <= _SHORT and not _VOWEL.search(word):
        return word
    return _OWN_CAPITALS.get(word, word.capitalize())
