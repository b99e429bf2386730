"""How a relatie is written: on a screen, in a list, in the order of a list."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from werkplaats.domain.relatie import Aanhef
from werkplaats.domain.voertuig import RelatieKop

if TYPE_CHECKING:
    from werkplaats.domain.relatie import Adres, Relatie, RelatieKaart

_TITEL = {
    Aanhef.HEER: "Dhr.",
    Aanhef.MEVROUW: "Mw.",
    Aanhef.HEER_MEVROUW: "Dhr./mw.",
    Aanhef.FAMILIE: "Fam.",
}

_LETTERS_DIE_NIET_ONTLEDEN = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
     "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH", "\N{LATIN SMALL LETTER DOTLESS I}": "i"}
)  # fmt: skip

_VOORLETTERS_AANEEN = 4


def to_ascii(tekst: str) -> str:
    """The text in plain ASCII: accents off, ligatures opened, what has no such form left out."""
    if tekst.isascii():
        return tekst
    ontleed = unicodedata.normalize("NFKD", tekst.translate(_LETTERS_DIE_NIET_ONTLEDEN))
    return ontleed.encode("ascii", "ignore").decode("ascii")


def initials(tekst: str) -> str:
    """Initials as they are written: ``jp``, ``J P`` and ``j.p.`` become ``J.P.``; ``Th.`` stays ``Th.``."""
    schoon = tekst.strip()
    delen = [deel for deel in re.split(r"[.\s]+", schoon) if deel]
    # Letters of one size without a dot are initials side by side; Th is one initial of two letters.
    if len(schoon) <= _VOORLETTERS_AANEEN and schoon.isalpha() and (schoon.islower() or schoon.isupper()):
        delen = list(schoon)
    return "".join(f"{deel[0].upper()}{deel[1:]}." for deel in delen)


def full_name(kaart: RelatieKaart) -> str:
    """The name without a title: ``H. van Dalen``, ``A. (Anouk) Smeets``, or the company's name."""
    if kaart.is_bedrijf:
        return kaart.naam.strip()
    letters = initials(kaart.voorletters)
    voornaam = kaart.voornaam.strip()
    tussen = f"({voornaam})" if letters and voornaam else voornaam
    return " ".join(deel for deel in (letters, tussen, kaart.tussenvoegsel.strip(), kaart.naam.strip()) if deel)


def weergave(kaart: RelatieKaart) -> str:
    """The name as a list or a field shows it: ``Dhr. H. van Dalen``, ``Mw. A. (Anouk) Smeets``, or the company's."""
    naam = full_name(kaart)
    titel = _TITEL.get(kaart.aanhef, "")
    return f"{titel} {naam}" if titel and naam else naam


def surname(kaart: RelatieKaart) -> str:
    """The surname with what stands before it, as on a key label: ``Van Dalen``, or the company's name."""
    tekst = " ".join(deel for deel in (kaart.tussenvoegsel.strip(), kaart.naam.strip()) if deel)
    return tekst if kaart.is_bedrijf else f"{tekst[:1].upper()}{tekst[1:]}"


def adresregel(kaart: RelatieKaart | Adres) -> str:
    """The address in one line: ``Hatertseweg 214A, 6533 GL Nijmegen``; parts that are not known are left out."""
    huis = " ".join(deel for deel in (kaart.straat.strip(), kaart.huisnr.strip()) if deel)
    toevoeging = kaart.toevoeging.strip()
    if huis and toevoeging.lower().startswith("bus"):
        # The Belgian word for a letter box stands apart: 12 bus 3.
        huis += f" {toevoeging}"
    elif huis and toevoeging:
        # A letter sticks to the number (214A); a number as addition needs a dash, or 214 2 would read as 2142.
        huis += toevoeging if toevoeging[0].isalpha() or not toevoeging[0].isalnum() else f"-{toevoeging}"
    plaats = " ".join(deel for deel in (kaart.postcode.strip(), kaart.plaats.strip()) if deel)
    return ", ".join(deel for deel in (huis, plaats) if deel)


def sorteersleutel(kaart: RelatieKaart) -> str:
    """What a list of relaties is sorted on: the name first (without tussenvoegsel), as in a telephone book."""
    delen = (kaart.naam, kaart.tussenvoegsel, kaart.voorletters, kaart.voornaam)
    return " ".join(to_ascii(deel).casefold().strip() for deel in delen if deel.strip())


def kop(relatie: Relatie) -> RelatieKop:
    """The relatie in one line, as a field or a list shows it."""
    kaart = relatie.kaart
    return RelatieKop(relatie.id, weergave(kaart), adresregel(kaart), kaart.telefoon)
