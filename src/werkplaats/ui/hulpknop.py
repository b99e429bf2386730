"""The quiet button in the head of a dialog that shows its page of the manual, with the key that does the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def help_button(act: Callable[[], None]) -> Button:
    """The button; by the keyboard it is F1, and Tab goes straight to the fields."""
    button = Button(_("Hulp"), key=tokens().key["help"], kind="quiet")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.clicked.connect(lambda _checked: act())
    return button


def has_help_button(part: QWidget) -> bool:
    """Whether one stands there already."""
    return any(button.key == tokens().key["help"] for button in part.findChildren(Button))
