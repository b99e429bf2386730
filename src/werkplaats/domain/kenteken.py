"""A licence plate: any notation in, the right dashes out; doubted where it should be, never refused for its letters."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from werkplaats.domain.kenteken_be import classify_be
from werkplaats.domain.kenteken_nl import Vorm, classify_nl
from werkplaats.domain.land import LANDEN
from werkplaats.errors import Bevinding, Ernst, Ongeldig

TEKENS_HOOGSTENS = 12
_WEERGAVE_HOOGSTENS = 24

BUITENLANDS = "buitenlands"

_ASCII_HOOFD = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_GEEN_TEKEN = re.compile(r"[^A-Z0-9]+")


@dataclass(frozen=True, slots=True)
class Kenteken:
    """A plate of a country: ``compact`` holds only A-Z and 0-9 (for search and RDW), ``weergave`` is for people."""

    compact: str
    land: str
    weergave: str

    @classmethod
    def parse(cls, tekst: str, land: str = "NL") -> Self:
        """Reads any notation: small letters, dots, spaces, dashes in odd places.

        Raises Ongeldig KENTEKEN_LEEG when there is no letter or digit of A-Z and 0-9 in it, KENTEKEN_TE_LANG
        above 12 of them, or for an unknown shape that does not fit on a plate.
        """
        land = land.strip().upper()
        compact = _compact(tekst)
        if not compact:
            raise Ongeldig([Bevinding("kenteken", "KENTEKEN_LEEG")])
        if len(compact) > TEKENS_HOOGSTENS:
            raise Ongeldig([Bevinding("kenteken", "KENTEKEN_TE_LANG", params={"lengte": len(compact)})])
        vorm = _classify(tekst, land)
        weergave = vorm.weergave if vorm else _capitals(tekst)
        if len(weergave) > _WEERGAVE_HOOGSTENS:
            raise Ongeldig([Bevinding("kenteken", "KENTEKEN_TE_LANG", params={"lengte": len(weergave)})])
        return cls(compact, land, weergave)

    @property
    def soort(self) -> str:
        """The kind of plate by its country's rules: ``regulier``, ``handelaar`` … ``onbekend``, ``buitenlands``."""
        if self.land not in ("NL", "BE"):
            return BUITENLANDS
        return self._vorm.soort if self._vorm else "onbekend"

    @property
    def sidecode(self) -> int | None:
        """The Dutch series, 1 to 14; None for other shapes and other countries."""
        return self._vorm.sidecode if self._vorm else None

    @property
    def geldig(self) -> bool:
        """Whether the shape is one of its country; letters never spoil it, and other countries are not judged."""
        return self.land not in ("NL", "BE") or self._vorm is not None

    @property
    def waarschuwingen(self) -> tuple[str, ...]:
        """What is doubtful: VORM_ONBEKEND, or LETTERS_NIET_UITGEGEVEN (letters that the register does not issue)."""
        if not self.geldig:
            return ("VORM_ONBEKEND",)
        return ("LETTERS_NIET_UITGEGEVEN",) if self.vreemde_letters else ()

    @property
    def vreemde_letters(self) -> tuple[str, ...]:
        """The letters or combinations in it that the register does not issue, such as C and A in ``01-CA-RS``."""
        return self._vorm.vreemde_letters if self._vorm else ()

    @property
    def bij_rdw(self) -> bool:
        """Whether RDW can be asked: each plate in its register is Dutch and has exactly six signs."""
        return self.land == "NL" and len(self.compact) == 6 and self.geldig

    @property
    def landteken(self) -> str:
        """The sign of the country on the plate: NL, B, D …"""
        return LANDEN.get(self.land, self.land)

    @property
    def _vorm(self) -> Vorm | None:
        return _classify(self.weergave, self.land)

    def __str__(self) -> str:
        return self.weergave


def check_kenteken(kenteken: Kenteken) -> tuple[Bevinding, ...]:
    """The warnings of a plate, at the field ``kenteken``."""
    params = {"kenteken": kenteken.weergave, "land": kenteken.land, "letters": kenteken.vreemde_letters}
    return tuple(Bevinding("kenteken", code, Ernst.WAARSCHUWING, params) for code in kenteken.waarschuwingen)


@lru_cache(maxsize=4096)
def _classify(tekst: str, land: str) -> Vorm | None:
    # A letter or digit from outside A-Z and 0-9 may not silently fall out: what is left would be another car's plate.
    if land not in ("NL", "BE") or any(_is_foreign_sign(teken) for teken in tekst):
        return None
    compact = _compact(tekst)
    if land == "NL":
        return classify_nl(compact)
    return classify_be(compact, _GEEN_TEKEN.sub("-", tekst.translate(_ASCII_HOOFD)).strip("-"))


def _is_foreign_sign(teken: str) -> bool:
    return not teken.isascii() and (teken.isalnum() or unicodedata.combining(teken) != 0)


def _compact(tekst: str) -> str:
    return _GEEN_TEKEN.sub("", tekst.translate(_ASCII_HOOFD))


def _capitals(tekst: str) -> str:
    """The text as it stands, in capitals, without control signs and double spaces."""
    zichtbaar = "".join(teken if unicodedata.category(teken)[0] not in "CZ" else " " for teken in tekst)
    return " ".join("".join(_capital(teken) for teken in zichtbaar).split())


def _capital(teken: str) -> str:
    if teken.isascii():
        return teken.translate(_ASCII_HOOFD)
    # Only a capital of its own kind counts: that of the German sharp s is SS and that of the Turkish dotless i is I,
    # which would invent plates.
    hoofd = teken.upper()
    return hoofd if len(hoofd) == 1 and not hoofd.isascii() else teken
