"""A Dutch address as the register of addresses knows it: what is asked, and what comes back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from werkplaats.domain.contact import is_postcode_nl, normalize_postcode

_HUISNR = re.compile(r"\s*([1-9]\d{0,4})(?!\d)\s*(.*?)\s*", re.ASCII | re.DOTALL)
_LETTER = re.compile(r"([A-Za-z])[\s-]*(.*)", re.ASCII | re.DOTALL)
_TOEVOEGING_HOOGSTENS = 4


@dataclass(frozen=True, slots=True)
class AdresVraag:
    """A question to the register: the postcode without a space, the number, and the two parts of an addition."""

    postcode: str
    huisnummer: int
    huisletter: str = ""
    toevoeging: str = ""

    @property
    def has_addition(self) -> bool:
        """Whether it asks for more than the number."""
        return bool(self.huisletter or self.toevoeging)

    def without_addition(self) -> AdresVraag:
        """The same house number, whatever letter or addition stands behind it."""
        return AdresVraag(self.postcode, self.huisnummer)


@dataclass(frozen=True, slots=True)
class GevondenAdres:
    """The street and the place of an address; ``heel`` is False when only its addition is not known there."""

    straat: str
    plaats: str
    heel: bool = True


def split_addition(toevoeging: str) -> tuple[str, str]:
    """The one addition of a screen as the register keeps it: a leading letter is the huisletter, the rest follows.

    ``A-2`` is the letter A and the addition 2; ``12`` is an addition without a letter.
    """
    schoon = toevoeging.strip().strip("-/. ")
    met_letter = _LETTER.fullmatch(schoon)
    return (met_letter[1].upper(), met_letter[2]) if met_letter else ("", schoon)


def address_question(land: str, postcode: str, huisnr: str, toevoeging: str = "") -> AdresVraag | None:
    """What to ask about the typed parts of an address; None unless it is Dutch, with a whole postcode and a number.

    An addition that was typed behind the number (``214 A``) counts as one.
    """
    nummer = _HUISNR.fullmatch(huisnr)
    if land != "NL" or nummer is None or not is_postcode_nl(postcode):
        return None
    letter, rest = split_addition(nummer[2] + toevoeging)
    compact = normalize_postcode(postcode, "NL").replace(" ", "")
    # The register has no longer ones: what is longer is a remark, and would only hide the house.
    return AdresVraag(compact, int(nummer[1]), letter, rest if len(rest) <= _TOEVOEGING_HOOGSTENS else "")
