"""Chapter: the shop's own lists by keyboard, and what a code means to Car-Pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.artikelen.een import ArtikelForm
from werkplaats.forms.artikelen.form import LijstenForm
from werkplaats.rondleiding.hoofdstukken.aanmelden import open_program
from werkplaats.rondleiding.toneel import BALIE, TURNHOUT
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel


def play(p: Player, toneel: Toneel) -> None:
    """Makes an article, ties a code to a kind of work in the Belgian shop, looks at a package."""
    open_program(p, toneel, BALIE, TURNHOUT)
    _search_and_make(p)
    _tie_works(p)
    _look_at_package(p)
    p.press("Esc")
    p.window(Window)
    open_program(p, toneel, BALIE)


def _search_and_make(p: Player) -> None:
    p.step("De eigen lijsten: wat u zocht en niet vond, maakt u met Ins")
    p.press("Ctrl+K")
    p.write("artikelen, pak")
    p.see("Artikelen, pakketten en teksten")
    p.press("Enter")
    p.window(LijstenForm)
    p.see("Motorolie 5W-30 low SAPS", "A04, A20")
    p.look("eigen-lijsten")
    p.write("ACCU-80")
    p.see("Niets gevonden met")
    p.look("eigen-lijsten-leeg")
    p.press("Ins")
    p.window(ArtikelForm)
    p.fill("omschrijving", "Accu 80 Ah")
    p.fill("prijs", "149")
    p.press("Ctrl+S")
    p.window(LijstenForm)
    p.see("Accu 80 Ah", "149,00")


def _tie_works(p: Player) -> None:
    p.step("Wat een code voor Car-Pass betekent, ook als Car-Pass een werkzaamheid niet meer kent")
    p.replace("REMVL")
    p.see("Remvloeistof DOT 4")
    p.press("Enter")
    p.window(ArtikelForm)
    p.see("A20 (kent Car-Pass niet meer)")
    p.look("artikel-car-pass")
    p.press("Esc")
    p.window(LijstenForm)


def _look_at_package(p: Player) -> None:
    p.step("Een pakket, regel voor regel")
    p.press("Alt+P")
    p.see("Pakket kleine beurt")
    p.press("Enter")
    p.window(ArtikelForm)
    p.see("Artikel toevoegen")
    p.look("pakket")
    p.press("Esc")
    p.window(LijstenForm)
