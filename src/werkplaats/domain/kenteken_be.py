"""The plates of the Belgian register, by class.

Source: Royal Decree of 20 July 2001 and Ministerial Decree of 23 July 2001 on the registration of vehicles.
The letter indexes T, O, M and Q are of 2014 or 2021 (sources differ), so no year is derived from a plate.
"""

from __future__ import annotations

import re

from werkplaats.domain.kenteken_nl import Vorm

_KLASSEN: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (soort, re.compile(patroon))
    for soort, patroon in (
        # Before 2014 trailers and taxis had the index 1 and told their class by the letter after it.
        ("aanhangwagen", r"(\d)(Q[A-Z]{2})(\d{3})"),
        ("taxi", r"(\d)(T[XL][A-Z])(\d{3})"),
        ("auto", r"(\d)([A-Z]{3})(\d{3})"),
        ("auto", r"(\d)(\d{3})([A-Z]{3})"),
        ("oud", r"([A-Z]{3})(\d{3})"),
        ("oud", r"(\d{3})([A-Z]{3})"),
        ("oud", r"([A-Z])(\d{4})"),
        ("oud", r"([A-Z]{2})(\d{3})"),
        ("aanhangwagen", r"(Q)([A-Z]{3})(\d{3})"),
        ("motor", r"(M)([A-Z]{3})(\d{3})"),
        ("taxi", r"(T)([A-Z]{3})(\d{3})"),
        ("oldtimer", r"(O)([A-Z]{3})(\d{3})"),
        ("bromfiets", r"(S)([A-Z]{3})(\d{3})"),
        ("tractor", r"(G)([A-Z]{3})(\d{3})"),
        ("handelaar", r"([ZYV])([A-Z]{3})(\d{3})"),
        ("tijdelijk", r"([UWX][A-Z])(\d{2})([A-Z]{3})"),
        ("tijdelijk", r"(\d)(\d{6})"),
        ("diplomatiek", r"(CD)([A-Z]{2})(\d{3})"),
        ("hof", r"([AEP])(\d{1,3})"),
        ("hof", r"(\d{1,3})"),
    )
)

_EERSTE_LETTER = {"taxi": "XL", "bromfiets": "ABPU", "tractor": "L"}
"""The first letter after the index, for the classes where the register issues only some."""

_EIGEN_KEUZE = re.compile(r"(?=.{1,8}$)(?=.*[A-Z])[A-Z0-9]+(-[A-Z0-9]+)*")


def classify_be(compact: str, geschreven: str) -> Vorm | None:
    """The Belgian shape of a plate; None when the register knows no such shape.

    ``geschreven`` is the plate with its own separators as dashes: a personalised plate (free, at most 8 signs with
    its dashes) is shown as its holder writes it, and is tried last because most plates look like one.
    """
    for soort, patroon in _KLASSEN:
        if gevonden := patroon.fullmatch(compact):
            delen = gevonden.groups()
            return Vorm(soort, "-".join(delen), vreemde_letters=_not_issued(soort, delen))
    if _EIGEN_KEUZE.fullmatch(geschreven):
        return Vorm("gepersonaliseerd", geschreven)
    return None


def _not_issued(soort: str, delen: tuple[str, ...]) -> tuple[str, ...]:
    # The plates of before 2014 bear a digit first; their letters are what told their class.
    if delen[0].isdigit() or soort not in _EERSTE_LETTER or delen[1][0] in _EERSTE_LETTER[soort]:
        return ()
    return (delen[1][0],)
