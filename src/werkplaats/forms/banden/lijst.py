"""The sets of tyres of a car as a table: season, size, where they are, how worn and how old."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.banden import JAREN_OUD, PROFIEL_WETTELIJK, check_set, profiel_tekst, years_old
from werkplaats.domain.datum import datum_tekst
from werkplaats.i18n import _
from werkplaats.ui.table import Cell, Column
from werkplaats.zinnen import zin_bij_veld
from werkplaats.zinnen.banden import woord_seizoen

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.banden import Bandenset, BandensetKaart


def columns() -> tuple[Column, ...]:
    """The columns of the table."""
    return (
        Column(_("Set"), 140),
        Column(_("Waar"), 176),
        Column(_("Bandenmaat"), 144),
        Column(_("Merk en type"), None),
        Column(_("Minste profiel"), 112, right=True),
        Column(_("Oudste band"), 104, right=True),
        Column(_("Gewisseld op"), 112),
    )


def row(een: Bandenset, vandaag: date) -> tuple[Cell, ...]:
    """One set; what is worn or old bears a sign, with the reason to read."""
    kaart = een.kaart
    return (
        Cell(woord_seizoen(kaart.seizoen.value), icon="banden", strong=True),
        _where(kaart),
        Cell(kaart.maat, code=True),
        Cell(kaart.bandmerk, role="text_2"),
        _tread(kaart, vandaag),
        _age(kaart, vandaag),
        Cell(datum_tekst(kaart.gewisseld_op), role="text_2"),
    )


def _where(kaart: BandensetKaart) -> Cell:
    if kaart.gemonteerd:
        return Cell(_("Op de auto"), icon="akkoord", icon_role="ok")
    return Cell(kaart.opslagplaats)


def _tread(kaart: BandensetKaart, vandaag: date) -> Cell:
    least = kaart.minste_profiel
    if least is None:
        return Cell("")
    text = _("{mm} mm").format(mm=profiel_tekst(least))
    why = [zin_bij_veld(een) for een in check_set(kaart, vandaag) if een.veld.startswith("profiel_")]
    if not why:
        return Cell(text)
    role = "error" if least < PROFIEL_WETTELIJK else "warn"
    return Cell(text, role=role, icon="warning", icon_role=role, fill=True, name=f"{text}: {why[0]}")


def _age(kaart: BandensetKaart, vandaag: date) -> Cell:
    ages = [age for dot in kaart.dots if (age := years_old(dot, vandaag)) is not None]
    if not ages:
        return Cell("")
    text = _("{n} jaar").format(n=max(ages))
    old = max(ages) >= JAREN_OUD
    return Cell(text, role="warn", icon="warning", icon_role="warn", fill=True) if old else Cell(text)
