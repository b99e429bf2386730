"""The plates of the Dutch register: fourteen sidecodes, the special series, and the letters that are issued.

Sources: RDW's series as listed on nummerborden.info and kentekenkennis.nl; the special series as in facts of
the trade (royal house, diplomats, trade plates). RDW itself broke its rules on letters now and then (NSB in 2010),
so letters are only ever warned about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SIDECODES = {
    "XX9999": 1,
    "9999XX": 2,
    "99XX99": 3,
    "XX99XX": 4,
    "XXXX99": 5,
    "99XXXX": 6,
    "99XXX9": 7,
    "9XXX99": 8,
    "XX999X": 9,
    "X999XX": 10,
    "XXX99X": 11,
    "X99XXX": 12,
    "9XX999": 13,
    "999XX9": 14,
}

_GEEN_GEWOON_PAAR = frozenset({1, 4, 5, 9})
"""The sidecodes that begin with two letters; pairs with A or C never begin a regular plate from sidecode 4 on."""

_SERIES: dict[str, tuple[str, frozenset[int]]] = {
    "AA": ("koninklijk", _GEEN_GEWOON_PAAR),
    "CD": ("diplomatiek", _GEEN_GEWOON_PAAR),
    "HA": ("handelaar", _GEEN_GEWOON_PAAR),
    "HC": ("handelaar", _GEEN_GEWOON_PAAR),
    "OA": ("handelaar", _GEEN_GEWOON_PAAR),
    # Regular cars of sidecodes 5 and 9 may begin with these four pairs, so there they are no trade plate.
    "HH": ("handelaar", frozenset({1, 4})),
    "HF": ("handelaar", frozenset({1, 4})),
    "FH": ("handelaar", frozenset({1, 4})),
    "LH": ("handelaar", frozenset({1, 4})),
    "BN": ("vrijstelling", frozenset({1})),
    "GN": ("vrijstelling", frozenset({1})),
    "ZZ": ("vrijstelling", frozenset({1, 2, 4})),
} | {
    # Defence, NATO and border traffic: real, but no kind that a garage works with.
    paar: ("onbekend", frozenset({1}))
    for paar in ("KA", *(f"K{letter}" for letter in "LMNPRSTVXZ"), "LM", "LO", "LU", "DM", "RC", "GV")
}

_KONINKLIJK = re.compile(r"AA\d{2}")
_DIPLOMATIEK = re.compile(r"CD([A-Z])\d{1,3}")
_DIPLOMATIEKE_LETTERS = "ABFJNST"

_NOOIT = frozenset("AEICQU")
_NOOIT_PAAR = frozenset({"SA", "SD", "SS"})
_NOOIT_PAAR_NIEUW = _NOOIT_PAAR | {"SP"}
_NOOIT_DRIE = frozenset({"BBB", "FVD", "GVD", "KKK", "KVT", "LPF", "NSB", "PKK", "PSV", "PVV", "SGP", "TBS", "VVD"})


@dataclass(frozen=True, slots=True)
class Vorm:
    """A shape that a register knows: the kind of plate, its display, and the letters in it that are not issued."""

    soort: str
    weergave: str
    sidecode: int | None = None
    vreemde_letters: tuple[str, ...] = ()


def groups(compact: str) -> list[str]:
    """The groups between the dashes: split where letters and digits meet, a run of more than three after its second."""
    reeksen = re.findall(r"[A-Z]+|[0-9]+", compact)
    return [deel for reeks in reeksen for deel in ([reeks[:2], reeks[2:]] if len(reeks) > 3 else [reeks])]


def classify_nl(compact: str) -> Vorm | None:
    """The Dutch shape of a plate without separators; None when the register knows no such shape."""
    weergave = "-".join(groups(compact))
    if _KONINKLIJK.fullmatch(compact):
        return Vorm("koninklijk", weergave)
    if gevonden := _DIPLOMATIEK.fullmatch(compact):
        vreemd = () if gevonden[1] in _DIPLOMATIEKE_LETTERS else (gevonden[1],)
        return Vorm("diplomatiek", weergave, vreemde_letters=vreemd)
    sidecode = _SIDECODES.get(re.sub(r"[A-Z]", "X", re.sub(r"[0-9]", "9", compact)))
    if sidecode is None:
        return None
    soort = _kind(compact, sidecode)
    judged = soort == "regulier" and sidecode >= 4
    return Vorm(soort, weergave, sidecode, _not_issued(groups(compact), sidecode) if judged else ())


def _kind(compact: str, sidecode: int) -> str:
    paar = compact[-2:] if sidecode == 2 else compact[:2]
    soort, sidecodes = _SERIES.get(paar, ("regulier", frozenset()))
    return soort if sidecode in sidecodes else "regulier"


def _not_issued(groepen: list[str], sidecode: int) -> tuple[str, ...]:
    letters = [letter for groep in groepen if groep.isalpha() for letter in groep]
    # O begins the plates of semi-trailers, and stands nowhere else; Y was dropped after sidecode 4.
    nooit = _NOOIT | {"Y"} if sidecode > 4 else _NOOIT
    vreemd = [letter for plek, letter in enumerate(letters) if letter in nooit or (letter == "O" and plek > 0)]
    paren = _NOOIT_PAAR_NIEUW if sidecode >= 9 else _NOOIT_PAAR
    return tuple(dict.fromkeys(vreemd or [groep for groep in groepen if groep in paren or groep in _NOOIT_DRIE]))
