"""What a name means that somebody typed in one line: who it is, as far as that can be told, for a new relatie."""

from __future__ import annotations

import re

from werkplaats.domain.naam import initials
from werkplaats.domain.relatie import Aanhef, RelatieKaart

_AANHEF = {
    "dhr": Aanhef.HEER,
    "heer": Aanhef.HEER,
    "meneer": Aanhef.HEER,
    "mw": Aanhef.MEVROUW,
    "mevr": Aanhef.MEVROUW,
    "mevrouw": Aanhef.MEVROUW,
    "fam": Aanhef.FAMILIE,
    "familie": Aanhef.FAMILIE,
}
_TUSSENVOEGSELS = frozenset(
    {"van", "de", "den", "der", "het", "'t", "ten", "ter", "te", "aan", "bij", "in", "op", "onder", "uit", "voor",
     "'s", "d'", "la", "le", "les", "du", "des", "von", "zu", "zum", "zur", "el", "al"}
)  # fmt: skip
_RECHTSVORMEN = frozenset({"bv", "nv", "vof", "cv", "bvba", "sprl", "srl"})
_BEDRIJF = _RECHTSVORMEN | {
    "gmbh", "ltd", "stichting", "vereniging", "gemeente", "garage", "autobedrijf", "bakkerij", "holding", "maatschap",
    "school", "taxi", "transport", "bouw", "bouwbedrijf",
}  # fmt: skip
_EMAIL = re.compile(r"\S+@\S+", re.ASCII)
_TELEFOON = re.compile(r"\+?[\d\s()./-]{8,}", re.ASCII)
_POSTCODE = re.compile(r"([1-9]\d{3}\s?[A-Za-z]{2})(?:[\s,]+(\d{1,5}))?", re.ASCII)


def read_name(tekst: str, land: str) -> RelatieKaart:
    """The card of a new relatie as far as the text tells: ``jan smeets``, ``Smeets, Jan``, ``fam. de Vries``.

    A telephone number, an e-mail or a postcode goes where it belongs. What is not understood is the name.
    """
    schoon = " ".join(tekst.split())
    if _EMAIL.fullmatch(schoon):
        return RelatieKaart(email=schoon, land=land)
    if _TELEFOON.fullmatch(schoon):
        return RelatieKaart(telefoon=schoon, land=land)
    if postcode := _POSTCODE.fullmatch(schoon):
        return RelatieKaart(postcode=postcode[1], huisnr=postcode[2] or "", land=land)
    if any(_bare(woord) in _BEDRIJF for woord in schoon.split()):
        return RelatieKaart(aanhef=Aanhef.BEDRIJF, naam=_capitals(schoon), land=land)
    return _person(schoon, land)


def _person(tekst: str, land: str) -> RelatieKaart:
    aanhef, woorden = _take_address(tekst.split())
    achter, komma, voor = " ".join(woorden).partition(",")
    if komma:
        # As in a telephone book: what belongs before the name stands behind it.
        voorin, erachter = _split(voor.split())
        tussenvoegsels, namen = _split_off(achter.split())
        tussenvoegsels = [*erachter, *tussenvoegsels]
    else:
        begin, rest = _split(woorden)
        tussenvoegsels, namen = _split_off(rest)
        voorin = begin if rest else begin[:-1]
        namen = namen or begin[-1:]
    letters = [woord for woord in voorin if _is_initial(woord)]
    voornamen = [woord for woord in voorin if woord not in letters]
    return RelatieKaart(
        aanhef=aanhef,
        voorletters="".join(map(initials, letters)) or "".join(f"{n[0].upper()}." for n in voornamen if n[0].isalpha()),
        voornaam=_capitals(" ".join(voornamen)),
        tussenvoegsel=" ".join(tussenvoegsels).lower(),
        naam=_capitals(" ".join(namen)),
        land=land,
    )


def _split(woorden: list[str]) -> tuple[list[str], list[str]]:
    """The words before the first tussenvoegsel, and from there; one word alone is a name."""
    plek = next((plek for plek, woord in enumerate(woorden) if _is_between(woord)), len(woorden))
    return (woorden[:plek], woorden[plek:]) if len(woorden) > 1 or plek else (woorden, [])


def _split_off(woorden: list[str]) -> tuple[list[str], list[str]]:
    """The tussenvoegsels in front, and the name; a last word is always the name."""
    aantal = 0
    while aantal < len(woorden) - 1 and _is_between(woorden[aantal]):
        aantal += 1
    return woorden[:aantal], woorden[aantal:]


def _take_address(woorden: list[str]) -> tuple[Aanhef, list[str]]:
    """Takes ``dhr.``, ``de heer``, ``fam.`` off the front."""
    if len(woorden) > 2 and woorden[0].lower() == "de" and _bare(woorden[1]) in _AANHEF:
        woorden = woorden[1:]
    if len(woorden) > 1 and _bare(woorden[0]) in _AANHEF:
        return _AANHEF[_bare(woorden[0])], woorden[1:]
    return Aanhef.HEER, woorden


def _is_between(woord: str) -> bool:
    return woord.lower() in _TUSSENVOEGSELS


def _is_initial(woord: str) -> bool:
    return woord[0].isalpha() and ("." in woord or len(woord) == 1 or (len(woord) <= 3 and woord.isupper()))


def _bare(woord: str) -> str:
    return woord.lower().replace(".", "").strip(",")


def _capitals(tekst: str) -> str:
    """Capitals for who typed none at all; any other spelling is meant."""
    if not tekst.islower():
        return tekst
    return " ".join(
        woord if plek and _is_between(woord) else _capital(woord) for plek, woord in enumerate(tekst.split())
    )


def _capital(woord: str) -> str:
    if _bare(woord) in _RECHTSVORMEN:
        return woord.upper()
    return "-".join(deel[:1].upper() + deel[1:] for deel in woord.split("-"))
