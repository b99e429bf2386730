"""Why the plate of an order is requested or not: what is decided as a chip, the sentences, and each condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.forms.order.uitleg import staat_uitleg, woord_uitleg, zinnen_uitleg
from werkplaats.i18n import _
from werkplaats.ui.chip import Chip, state_look
from werkplaats.ui.labels import Label, NoteLine
from werkplaats.zinnen.pon import woord_voorwaarde

if TYPE_CHECKING:
    from werkplaats.domain.pon_uitleg import Uitleg


class Toelichting(QWidget):
    """On the tab Verkoopadmin of an order, and beside the overview."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._chip = Chip()
        self._column.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        self._sentences = Label("", wrap=True)
        self._sentences.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self._sentences.setAccessibleName(_("Uitleg bij de aanvraag van het kenteken"))
        self._column.addWidget(self._sentences)
        self._marks: list[NoteLine] = []
        self._shown: Uitleg | None = None
        self._column.addStretch(1)

    def show_explanation(self, uitleg: Uitleg) -> None:
        """Shows what the rules say now; nothing flickers while it is the same."""
        if uitleg == self._shown:
            return
        self._shown = uitleg
        look = state_look("pon", staat_uitleg(uitleg))
        self._chip.show_state(woord_uitleg(uitleg), look.role, look.icon, fill=look.fill)
        self._sentences.setText("\n\n".join(zinnen_uitleg(uitleg)))
        while len(self._marks) < len(uitleg.voorwaarden):
            self._marks.append(NoteLine(letter="body"))
            self._column.insertWidget(self._column.count() - 1, self._marks[-1])
        for at, line in enumerate(self._marks):
            if at < len(uitleg.voorwaarden):
                reden, voldaan = uitleg.voorwaarden[at]
                line.say("ok" if voldaan else "warn", woord_voorwaarde(reden, voldaan=voldaan))
            else:
                line.fall_silent()
