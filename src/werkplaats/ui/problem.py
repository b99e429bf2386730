"""The problem line: what is wrong, bold, then what to do; one per window, under its header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.sign import Sign
from werkplaats.ui.theme import set_letter, set_look, theme

if TYPE_CHECKING:
    from collections.abc import Callable

_SIGNS = {"error": "warning-octagon", "warn": "warning", "info": "info", "ok": "check-circle"}


class ProblemLine(QFrame):
    """Says one problem at a time; hidden while there is none. An ``error`` stops, a ``warn`` lets one go on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Sign("warning-octagon", "error", fill=True)
        self._what = _label("strong")
        self._advice = _label("body")
        self.retry_button = Button(_("Opnieuw"), icon="vernieuwen", kind="small")
        self.retry_button.clicked.connect(self._retry)
        self._again: Callable[[], None] | None = None
        # With its edge from the start: what is given one while hidden has room for it only after the next polish.
        set_look(self, box="error")
        self._lay_out()
        self.hide()

    @property
    def text(self) -> str:
        """What the line says now, as one reads it."""
        return (
            " ".join(part for part in (self._what.text(), self._advice.text()) if part) if not self.isHidden() else ""
        )

    def show_problem(
        self,
        what: str,
        advice: str = "",
        *,
        kind: str = "error",
        retry: Callable[[], None] | None = None,
        again: str = "",
    ) -> None:
        """Shows a problem; with ``retry`` a button does the same thing again, or undoes it and says so (``again``)."""
        self._what.setText(what)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self._again = retry
        self.retry_button.setText(again or _("Opnieuw"))
        self.retry_button.setVisible(retry is not None)
        self._sign.set_sign(_SIGNS[kind], kind, fill=True)
        set_look(self, box=kind)
        self.setAccessibleName(f"{what} {advice}".strip())
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Takes the problem away."""
        self._again = None
        self.hide()

    def _retry(self) -> None:
        if self._again is not None:
            self._again()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._what)
        words.addWidget(self._advice)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, theme().px(1), 0, 0)
        mark.addWidget(self._sign)
        mark.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addLayout(mark)
        row.addLayout(words, 1)
        row.addWidget(self.retry_button, 0, Qt.AlignmentFlag.AlignVCenter)


def _label(kind: str) -> QLabel:
    label = QLabel()
    set_letter(label, kind)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
