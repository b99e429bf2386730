"""The frame of the start page: search box, hints, and the two cards in which list and preview come to stand.

It is all that is painted first. The search box takes keys from that moment; what is typed is kept for the page itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.i18n import _
from werkplaats.ui.chip import KeyCap
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.theme import set_look, theme
from werkplaats.ui.tokens import tokens
from werkplaats.ui.zoekveld import SearchBox

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_WIDE_FROM = 1200
_PANE_SLIM, _PANE_WIDE = 352, 392


class StartFrame(QWidget):
    """``card`` holds the list, ``pane`` what is chosen; both are empty surfaces until they are filled."""

    def __init__(self) -> None:
        super().__init__()
        self.box = SearchBox(_("Zoeken"))
        self.notice = QVBoxLayout()
        self.card, self.pane = _surface(), _surface()
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.box)
        column.addLayout(_hints())
        column.addLayout(self.notice)
        column.addWidget(self.card, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 4, 24, 24)
        row.setSpacing(tokens().margin["between_cards"])
        row.addLayout(column, 1)
        row.addWidget(self.pane)

    def focus_search(self) -> None:
        """Puts the cursor in the search box, with its text chosen so that typing replaces it."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        wide = self.width() >= theme().px(_WIDE_FROM)
        self.pane.setFixedWidth(theme().px(_PANE_WIDE if wide else _PANE_SLIM))


def _surface() -> QFrame:
    surface = QFrame()
    set_look(surface, box="card")
    return surface


def _hints() -> QHBoxLayout:
    """What may be typed, and what the keys do."""
    row = QHBoxLayout()
    row.setSpacing(4)
    what = _("Kenteken, chassisnummer of het einde ervan, naam, telefoon, postcode + huisnummer")
    row.addWidget(ElidedLabel(what, "small", "text_2"), 1)
    for keys, words in ((("↑", "↓"), _("kiezen")), (("Enter",), _("openen")), (("Esc",), _("wissen"))):
        row.addSpacing(8)
        for key in keys:
            row.addWidget(KeyCap(key))
        row.addWidget(Label(words, "small", "text_2"))
    return row
