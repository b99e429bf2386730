"""The bar above a page: its title, one grey sentence, and light or dark."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from werkplaats.i18n import _
from werkplaats.ui.signbutton import SignButton
from werkplaats.ui.theme import set_letter, set_look, theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


class TopBar(QFrame):
    """One per window; the page tells it what to say."""

    scheme_asked = Signal()
    search_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_look(self, box="canvas")
        self._title = QLabel()
        set_letter(self._title, "title")
        self._sentence = QLabel()
        set_look(self._sentence, role="text_2")
        self._scheme = SignButton("donker", _("Donker"))
        self._scheme.clicked.connect(self.scheme_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._sentence, 1)
        self._row = row
        self._parts: tuple[QWidget, ...] = ()
        row.addWidget(self._scheme)
        self._fit()
        theme().changed.connect(self._fit)

    def show_title(self, title: str, sentence: str) -> None:
        """Says which page this is, and one thing about it."""
        self._title.setText(title)
        self._sentence.setText(sentence)

    def show_search(self, create: Callable[[], None] | None, words: str) -> None:
        """Shows the way to the search, and the main button of the page where it makes something new."""
        self.hide_search()
        # Imported with the first page that has them: nothing of it is painted at the start.
        parts: list[QWidget] = [search := import_module("werkplaats.ui.zoekdeur").SearchDoor()]
        search.clicked.connect(self.search_asked)
        if create is not None:
            button = import_module("werkplaats.ui.button").Button(words, "nieuw", tokens().key["nieuw"], "main")
            button.clicked.connect(lambda _checked: create())
            parts.append(button)
        for place, part in enumerate(parts):
            self._row.insertWidget(2 + place, part)
        self._parts = tuple(parts)

    def hide_search(self) -> None:
        """Takes both away, for a page with a search box of its own."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = ()

    def _fit(self) -> None:
        self.setFixedHeight(theme().size("topbar"))
        if theme().dark:
            self._scheme.show_sign("licht", _("Licht"))
        else:
            self._scheme.show_sign("donker", _("Donker"))


def day_sentence(day: date) -> str:
    """A day as it is said in full: ``dinsdag 24 november 2026 · week 48``."""
    days = (_("maandag"), _("dinsdag"), _("woensdag"), _("donderdag"), _("vrijdag"), _("zaterdag"), _("zondag"))
    months = (
        *(_("januari"), _("februari"), _("maart"), _("april"), _("mei"), _("juni")),
        *(_("juli"), _("augustus"), _("september"), _("oktober"), _("november"), _("december")),
    )
    return _("{dag} {nummer} {maand} {jaar} · week {week}").format(
        dag=days[day.weekday()],
        nummer=day.day,
        maand=months[day.month - 1],
        jaar=day.year,
        week=day.isocalendar().week,
    )
