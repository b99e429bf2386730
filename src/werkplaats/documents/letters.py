"""The letters of documents: Inter where the window finds it too, else the face that reportlab brings along."""

from __future__ import annotations

import logging
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from reportlab import rl_config
from reportlab.pdfbase.pdfmetrics import getFont, registerFont
from reportlab.pdfbase.ttfonts import TTFont

from werkplaats.documents.opentype import OpenTypeFont
from werkplaats.resources import inter_file

# Bytes as they are, and not as text of seven bits for the mail of the nineties: smaller, and written faster.
rl_config.useA85 = 0

_log = logging.getLogger(__name__)


class Letters(NamedTuple):
    """The names by which reportlab knows the two weights of a document."""

    gewoon: str
    vet: str


@cache
def letters() -> Letters:
    """The letters of every document of this run, known to reportlab from here on."""
    for naam, gewicht, terugval in (("Inter", "Regular", "Vera.ttf"), ("Inter-SemiBold", "SemiBold", "VeraBd.ttf")):
        registerFont(_font(naam, gewicht, terugval))
    return Letters("Inter", "Inter-SemiBold")


def _font(naam: str, gewicht: str, terugval: str) -> OpenTypeFont | TTFont:
    bestand = inter_file(gewicht)
    if bestand is not None and bestand.suffix == ".otf":
        return OpenTypeFont(naam, bestand)
    if bestand is None:
        _log.warning("Inter %s is missing; documents are written in another letter", gewicht)
    return TTFont(naam, str(bestand or terugval))


@lru_cache(maxsize=8192)
def width(tekst: str, letter: str, punten: float) -> float:
    """How wide a text is, in points."""
    return float(getFont(letter).stringWidth(tekst, punten))


def clean(tekst: str) -> str:
    """The text as a font can write it: accents on their letters, and nothing that cannot be seen but line ends."""
    if tekst.isascii() and tekst.isprintable():
        return tekst
    heel = unicodedata.normalize("NFC", tekst.replace("\r\n", "\n"))
    return "".join(teken if teken == "\n" or unicodedata.category(teken)[0] != "C" else " " for teken in heel)


def wrap(tekst: str, letter: str, punten: float, breed: float) -> list[str]:
    """The text in lines that fit in a width; a word that does not is broken, and nothing is ever left out."""
    regels: list[str] = []
    spatie = width(" ", letter, punten)
    for alinea in clean(tekst).split("\n"):
        regel, lang = "", 0.0
        for woord in alinea.split():
            erbij = width(woord, letter, punten)
            if regel and lang + spatie + erbij <= breed:
                regel, lang = f"{regel} {woord}", lang + spatie + erbij
                continue
            if regel:
                regels.append(regel)
            *vol, regel = _pieces(woord, letter, punten, breed) if erbij > breed else [woord]
            regels += vol
            lang = width(regel, letter, punten) if vol else erbij
        regels.append(regel)
    return regels


def _pieces(woord: str, letter: str, punten: float, breed: float) -> list[str]:
    """A word in pieces that fit; each holds at least one sign, so that this ends in any width."""
    stukken = [""]
    for teken in woord:
        if stukken[-1] and width(stukken[-1] + teken, letter, punten) > breed:
            stukken.append("")
        stukken[-1] += teken
    return stukken
