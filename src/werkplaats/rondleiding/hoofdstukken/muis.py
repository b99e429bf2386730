"""Chapter: the same by mouse, for who likes to point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton

from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.rondleiding.hoofdstukken.klant import KENTEKEN, NAAM
from werkplaats.ui.fields.text import CodeField
from werkplaats.ui.resultatenlijst import ResultList
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel


def play(p: Player, _toneel: Toneel) -> None:
    """Clicks on a line, on Openen, on the eye of a code, on Annuleren."""
    p.step("Een klik op een regel laat de auto zien; Openen opent de kaart")
    window = p.window(Window)
    p.write(NAAM)
    # Each letter brings other lines: one aims at those of the last.
    results = p.find(ResultList)
    p.wait_for(lambda: results.painter.search == NAAM, "wat er bij de hele naam hoort")
    place = next(row for row, line in enumerate(results.lines) if KENTEKEN in getattr(line, "spoken", ""))
    p.click(results.viewport(), results.visualRect(results.model().index(place, 0)).center())
    # Its year stands beside the list only: what was looked at before may still be there.
    p.see("Volkswagen Golf", "· 2020 ·", "Verzekerd")
    p.look("start-muis")
    p.click(p.button("Openen"))
    form = p.window(MuterenForm, KENTEKEN)
    p.step("Een klik op het oog toont een code")
    code = next(field for field in form.findChildren(CodeField) if field.veld == "code_sleutel_1")
    p.click(next(iter(code.findChildren(QAbstractButton))))
    p.wait_for(lambda: "•" not in code.text() and code.text() != "", "de code in leesbare tekens")
    p.click(p.button("Annuleren"))
    p.wait_for(lambda: p.front() is window, "het hoofdvenster")
    p.press("Esc")
