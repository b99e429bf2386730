"""An empty list says why it is empty and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.ui.button import Button
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.labels import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from werkplaats.ui.theme import Theme


def said(empty: EmptyList) -> list[str]:
    """The sentences that are seen."""
    return [label.text() for label in empty.findChildren(Label) if label.isVisibleTo(empty)]


def test_it_says_why_and_what_next(look: Theme, qtbot: QtBot) -> None:
    button = Button("Nieuwe relatie", "nieuw", "Ctrl+N", "main")
    empty = EmptyList("relatie", "Nog geen relaties", "Maak er een.", button)
    qtbot.addWidget(empty)
    assert said(empty) == ["Nog geen relaties", "Maak er een."]
    assert button.isVisibleTo(empty)


def test_it_repeats_what_was_searched(look: Theme, qtbot: QtBot) -> None:
    empty = EmptyList("zoeken", "Nog niets gezocht", "Typ een kenteken.")
    qtbot.addWidget(empty)
    empty.say("Niets gevonden voor <smeets>")
    assert said(empty) == ["Niets gevonden voor <smeets>"]
