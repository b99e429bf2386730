"""Plates that look right and that no register ever gave out.

Dutch: since sidecode 4 the RDW gives out no vowels, and C and Q never; so one letter is a vowel, and in the three
oldest shapes a Q. Belgian: the index 3 to 7 of the present shape has not been reached, and the letters I, O and Q are
not given out in the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.kenteken import Kenteken

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

SIDECODES = {
    1: "XX9999", 2: "9999XX", 3: "99XX99", 4: "XX99XX", 5: "XXXX99", 6: "99XXXX", 7: "99XXX9",
    8: "9XXX99", 9: "XX999X", 10: "X999XX", 11: "XXX99X", 12: "X99XXX", 13: "9XX999", 14: "999XX9",
}  # fmt: skip
"""The shapes of Dutch plates: X a letter, 9 a digit."""

_EERSTE_JAAR = {1951: 1, 1966: 2, 1974: 3, 1979: 4, 1992: 5, 2000: 6, 2009: 7, 2013: 8, 2016: 9, 2020: 10, 2024: 11}

BELGISCH = {
    "auto": "#XXX999", "oud": "QXX999", "oud_cijfers": "999QXX", "aanhangwagen": "qQXX999", "motor": "mQXX999",
    "taxi": "txQX999", "oldtimer": "oQXX999", "bromfiets": "saQX999", "tractor": "glQX999", "handelaar": "vQXX999",
    "tijdelijk": "wa26QXX", "diplomatiek": "cdQX999",
}  # fmt: skip
"""The shapes of Belgian plates: # the index, Q a letter that is not given out, X another; small letters stay."""

_TEKENS = {"#": "34567", "9": "0123456789", "X": "BDFGHJKLNPRSTVXZ", "Q": "IOQ"}
_KLINKERS = "AEIU"
_NIET = frozenset({"SEX", "KUT", "LUL", "HIV", "NSB", "KKK", "GVD", "SS", "SD", "SA", "PIS", "SUF", "GEK", "BEF"})


def sidecode_of(jaar: int) -> int:
    """The sidecode that a car got which came on the road in this year."""
    return _EERSTE_JAAR[max(begin for begin in _EERSTE_JAAR if begin <= max(jaar, 1951))]


class Uitgifte:
    """Gives out each plate once."""

    def __init__(self) -> None:
        self._uitgegeven: set[str] = set()

    def reserve(self, compact: str) -> None:
        """Keeps back a plate that was chosen by hand."""
        self._uitgegeven.add(compact)

    def nederlands(self, dobbel: Random, sidecode: int, eerste: str = "") -> Kenteken:
        """A Dutch plate of this sidecode; ``eerste`` is the letter of the category, such as V for a van."""
        merkletters = "Q" if sidecode < 4 else _KLINKERS
        return self._new("NL", "regulier", lambda: _dutch(dobbel, SIDECODES[sidecode], eerste, merkletters))

    def belgisch(self, dobbel: Random, klasse: str) -> Kenteken:
        """A Belgian plate of this class (a key of ``BELGISCH``)."""
        vorm = BELGISCH[klasse]
        return self._new("BE", klasse.partition("_")[0], lambda: "".join(_sign(dobbel, teken) for teken in vorm))

    def _new(self, land: str, soort: str, draw: Callable[[], str]) -> Kenteken:
        """Draws until it is a plate of that kind that was not given out here before and spells nothing rude."""
        while True:
            kenteken = Kenteken.parse(draw(), land)
            if kenteken.soort == soort and kenteken.compact not in self._uitgegeven and _is_decent(kenteken):
                self._uitgegeven.add(kenteken.compact)
                return kenteken


def _sign(dobbel: Random, teken: str) -> str:
    return dobbel.choice(_TEKENS[teken]) if teken in _TEKENS else teken.upper()


def _dutch(dobbel: Random, vorm: str, eerste: str, merkletters: str) -> str:
    """Fills the shape; one letter, never that of the category, is one that is not given out."""
    plekken = [plek for plek, teken in enumerate(vorm) if teken == "X"]
    bijzonder = dobbel.choice(plekken[1:] if eerste else plekken)
    tekens = [_sign(dobbel, teken) for teken in vorm]
    if eerste:
        tekens[plekken[0]] = eerste
    tekens[bijzonder] = dobbel.choice(merkletters)
    return "".join(tekens)


def _is_decent(kenteken: Kenteken) -> bool:
    return _NIET.isdisjoint(kenteken.weergave.split("-"))
