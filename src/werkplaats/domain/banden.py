"""Sets of tyres: which a car has, where they lie, how old and how worn they are; what is odd about them is advice.

Source of the tread: directive 89/459/EEC asks for 1.6 mm in the main grooves, in the Netherlands and in Belgium. The
ages and the 4 mm of a winter tyre are advice of the trade, no law.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from werkplaats.domain.datum import datum_tekst
from werkplaats.errors import Bevinding, Ernst, Ongeldig

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from werkplaats.domain.moment import Moment

TEKST_HOOGSTENS = 200
PROFIEL_WETTELIJK = 16
"""The least tread that the law allows, in tenths of a millimetre."""
PROFIEL_WINTER = 40
"""Below this a winter tyre no longer grips in snow (advice), in tenths of a millimetre."""
PROFIEL_HOOGSTENS = 300
JAREN_OUD = 6
"""From this age a tyre should be looked at each year (advice)."""
JAREN_OP = 10
"""From this age a tyre should be replaced, whatever its tread (advice)."""
WIELEN = ("lv", "rv", "la", "ra")
"""Left and right in front, left and right behind, as a mechanic walks round the car."""

_MAAT = re.compile(
    r"(\d{3})/(\d{2})(Z?R|B|D|-)(\d{2}(?:[.,]5)?)(C?)(?:(\d{2,3}(?:/\d{2,3})?)([A-Z]\d?))?(XL|RF)?", re.ASCII
)
_DOT = re.compile(r"(\d{2})(\d{2})", re.ASCII)
_WEKEN = range(1, 54)


class Seizoen(StrEnum):
    """For which season a set is; the value is what the store keeps."""

    ZOMER = "zomer"
    WINTER = "winter"
    VIERSEIZOENEN = "vierseizoenen"


@dataclass(frozen=True, slots=True)
class BandensetKaart:
    """What a person may edit of a set; the tread is in tenths of a millimetre, DOT is week and year (``2319``).

    ``opslagplaats`` is the rack or number where the set lies while it is not mounted.
    """

    seizoen: Seizoen = Seizoen.ZOMER
    gemonteerd: bool = False
    gewisseld_op: date | None = None
    opslagplaats: str = ""
    maat: str = ""
    bandmerk: str = ""
    velgen: str = ""
    dot_lv: str = ""
    dot_rv: str = ""
    dot_la: str = ""
    dot_ra: str = ""
    profiel_lv: int | None = None
    profiel_rv: int | None = None
    profiel_la: int | None = None
    profiel_ra: int | None = None
    opmerking: str = ""

    @property
    def dots(self) -> tuple[str, ...]:
        """The DOT codes of the four tyres."""
        return self.dot_lv, self.dot_rv, self.dot_la, self.dot_ra

    @property
    def profielen(self) -> tuple[int | None, ...]:
        """The tread of the four tyres."""
        return self.profiel_lv, self.profiel_rv, self.profiel_la, self.profiel_ra

    @property
    def minste_profiel(self) -> int | None:
        """The tread of the tyre that is worn most; None where none was measured."""
        return min((profiel for profiel in self.profielen if profiel is not None), default=None)


@dataclass(frozen=True, slots=True)
class Bandenset:
    """A set on file, with its version and the last hand that changed it."""

    id: int
    voertuig_id: int
    kaart: BandensetKaart
    versie: int
    gewijzigd_op: Moment
    gewijzigd_door: str


def tidy_maat(tekst: str) -> str:
    """A size in its one spelling, ``205/55 R16 91V``; a text of another shape stays as it was typed."""
    gelezen = _MAAT.fullmatch(re.sub(r"[\s_]+", "", tekst).upper().replace("\\", "/"))
    if gelezen is None:
        return tekst.strip()
    breedte, hoogte, bouw, velg, bestel, belasting, snelheid, meer = gelezen.groups(default="")
    delen = (f"{breedte}/{hoogte}", f"{bouw}{velg.replace(',', '.')}{bestel}", f"{belasting}{snelheid}", meer)
    return " ".join(deel for deel in delen if deel)


def tidy_dot(tekst: str) -> str:
    """Week and year of a DOT code: the last four digits, whatever stands before them; any other text as typed."""
    kaal = re.sub(r"[\s/.-]+", "", tekst).upper()
    return kaal[-4:] if kaal[-4:].isdecimal() and len(kaal) >= len("2319") else tekst.strip()


def tidy_set(kaart: BandensetKaart) -> BandensetKaart:
    """A set with size and DOT codes in their one spelling."""
    dots: dict[str, Any] = {f"dot_{wiel}": tidy_dot(getattr(kaart, f"dot_{wiel}")) for wiel in WIELEN}
    teksten: dict[str, Any] = {
        veld: getattr(kaart, veld).strip() for veld in ("opslagplaats", "bandmerk", "velgen", "opmerking")
    }
    return replace(kaart, maat=tidy_maat(kaart.maat), **dots, **teksten)


def week_of(dot: str) -> date | None:
    """The Monday of the week in which a tyre was made; None for what is no week and year of this century."""
    gelezen = _DOT.fullmatch(dot)
    if gelezen is None or int(gelezen[1]) not in _WEKEN:
        return None
    # A year without a 53rd week ends in the first of the next: nobody judges a tyre by that.
    return date.fromisocalendar(2000 + int(gelezen[2]), min(int(gelezen[1]), 52), 1)


def years_old(dot: str, vandaag: date) -> int | None:
    """How many whole years old a tyre is; None where its DOT code says nothing."""
    gemaakt = week_of(dot)
    if gemaakt is None or gemaakt > vandaag:
        return None
    return vandaag.year - gemaakt.year - ((vandaag.month, vandaag.day) < (gemaakt.month, gemaakt.day))


def parse_profiel(tekst: str, veld: str) -> int | None:
    """Tread typed in millimetres, ``6,5`` or ``6.5``, as tenths. Raises Ongeldig PROFIEL_ONLEESBAAR."""
    kaal = tekst.strip().lower().removesuffix("mm").strip().replace(",", ".")
    if not kaal:
        return None
    gelezen = re.fullmatch(r"(\d{1,4})(?:\.(\d))?0?", kaal, re.ASCII)
    if gelezen is None:
        raise Ongeldig([Bevinding(veld, "PROFIEL_ONLEESBAAR")])
    return int(gelezen[1]) * 10 + int(gelezen[2] or 0)


def profiel_tekst(tienden: int | None) -> str:
    """Tread in millimetres: ``6,5``; empty where it was not measured."""
    return "" if tienden is None else f"{tienden // 10},{tienden % 10}"


def check_set(kaart: BandensetKaart, vandaag: date) -> tuple[Bevinding, ...]:
    """The findings at a set; only a text that is too long or unreadable and an impossible tread block."""
    return (
        *_texts(kaart),
        *_size(kaart),
        *(bevinding for wiel in WIELEN for bevinding in _dot(f"dot_{wiel}", getattr(kaart, f"dot_{wiel}"), vandaag)),
        *(bevinding for wiel in WIELEN for bevinding in _tread(kaart, f"profiel_{wiel}")),
        *_day(kaart, vandaag),
    )


def set_tekst(kaart: BandensetKaart) -> str:
    """A set in one line, as the logboek keeps it: ``winter, 205/55 R16 91V, Nokian, profiel 6,5/6,5/5,0/5,0``."""
    profiel = "/".join(profiel_tekst(tienden) or "?" for tienden in kaart.profielen)
    dot = "/".join(code or "?" for code in kaart.dots)
    delen = (
        kaart.seizoen.value,
        kaart.maat,
        kaart.bandmerk,
        f"velgen {kaart.velgen}" if kaart.velgen else "",
        f"DOT {dot}" if any(kaart.dots) else "",
        f"profiel {profiel}" if kaart.minste_profiel is not None else "",
        f"plaats {kaart.opslagplaats}" if kaart.opslagplaats else "",
        "gemonteerd" if kaart.gemonteerd else "",
        datum_tekst(kaart.gewisseld_op),
        kaart.opmerking,
    )
    return ", ".join(deel for deel in delen if deel)


def mounted_first(sets: Iterable[Bandenset]) -> tuple[Bandenset, ...]:
    """The sets of a car as a list shows them: the one that is on it first."""
    return tuple(sorted(sets, key=lambda een: (not een.kaart.gemonteerd, een.id)))


def _texts(kaart: BandensetKaart) -> Iterator[Bevinding]:
    for veld in ("opslagplaats", "maat", "bandmerk", "velgen", "opmerking", *(f"dot_{wiel}" for wiel in WIELEN)):
        tekst = getattr(kaart, veld)
        if len(tekst) > TEKST_HOOGSTENS:
            params = {"hoogstens": TEKST_HOOGSTENS, "lengte": len(tekst)}
            yield Bevinding(veld, "TEKST_TE_LANG", Ernst.BLOKKEREND, params)
        if not tekst.isprintable():
            yield Bevinding(veld, "TEKENS_ONLEESBAAR")


def _size(kaart: BandensetKaart) -> Iterator[Bevinding]:
    if kaart.maat and _MAAT.fullmatch(tidy_maat(kaart.maat).replace(" ", "")) is None:
        yield _advice("maat", "BANDENMAAT_VORM")


def _dot(veld: str, dot: str, vandaag: date) -> Iterator[Bevinding]:
    if not dot:
        return
    gemaakt = week_of(tidy_dot(dot))
    if gemaakt is None or gemaakt > vandaag:
        yield _advice(veld, "DOT_VORM")
        return
    jaren = years_old(tidy_dot(dot), vandaag) or 0
    if jaren >= JAREN_OUD:
        yield _advice(veld, "BAND_OP" if jaren >= JAREN_OP else "BAND_OUD", jaren=jaren)


def _tread(kaart: BandensetKaart, veld: str) -> Iterator[Bevinding]:
    profiel = getattr(kaart, veld)
    if profiel is None:
        return
    if not 0 <= profiel <= PROFIEL_HOOGSTENS:
        yield Bevinding(veld, "PROFIEL_ONMOGELIJK", params={"hoogstens": PROFIEL_HOOGSTENS // 10})
    elif profiel < PROFIEL_WETTELIJK:
        yield _advice(veld, "PROFIEL_WETTELIJK", grens=profiel_tekst(PROFIEL_WETTELIJK))
    elif profiel < PROFIEL_WINTER and kaart.seizoen is Seizoen.WINTER:
        yield _advice(veld, "PROFIEL_WINTER", grens=profiel_tekst(PROFIEL_WINTER))


def _day(kaart: BandensetKaart, vandaag: date) -> Iterator[Bevinding]:
    if kaart.gewisseld_op is not None and kaart.gewisseld_op > vandaag:
        yield _advice("gewisseld_op", "DATUM_TOEKOMST", datum=datum_tekst(kaart.gewisseld_op))


def _advice(veld: str, code: str, **params: object) -> Bevinding:
    return Bevinding(veld, code, Ernst.WAARSCHUWING, params)
