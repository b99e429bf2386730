"""The reading of the odometer by large figures; what is odd about it is told while it is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from werkplaats.domain.kmstand import km_text
from werkplaats.forms.monteur.blad import Blad
from werkplaats.i18n import _
from werkplaats.ui.aanraken import GAP, PAD, TouchButton, TouchLine
from werkplaats.ui.labels import Label
from werkplaats.ui.theme import set_letter, set_look, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_MOST = 7
_KEYS = ("7", "8", "9", "4", "5", "6", "1", "2", "3")


class KmBlad(Blad):
    """``typed``: another number stands there; ``kept``: it is to be kept."""

    typed = Signal(object)
    kept = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Kilometerstand"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._digits = ""
        self._fresh = True
        self.shown = Label("", "touch_figure")
        self.shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._last = Label("", "touch_body", "text_2", wrap=True)
        self.line = TouchLine()
        self.keep = TouchButton(_("Bewaren"), "opslaan", "Enter", "main")
        self.keep.clicked.connect(self._keep)
        self._lay_out()

    @property
    def km(self) -> int | None:
        """The number that stands there."""
        return int(self._digits) if self._digits else None

    def begin(self, km: int | None, last: str) -> None:
        """Shows what stands on the card; the first figure that is typed begins anew."""
        self._digits, self._fresh = str(km) if km is not None else "", True
        self._last.setText(last)
        self.line.clear()
        self._show()
        self.setFocus()

    def press(self, key: str) -> None:
        """Types a figure."""
        digits = "" if self._fresh else self._digits
        self._fresh = False
        if len(digits) < _MOST:
            self._digits = (digits + key).lstrip("0") or "0"
        self._show()

    def rub_out(self) -> None:
        """Takes the last figure away."""
        self._digits, self._fresh = self._digits[:-1], False
        self._show()

    def clear(self) -> None:
        """Takes all figures away."""
        self._digits = ""
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isascii() and event.text().isdecimal():
            self.press(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self.rub_out()
        elif event.key() == Qt.Key.Key_Delete:
            self.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep.click()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        km = self.km
        self.shown.setText(f"{km_text(km)} km" if km is not None else "km")
        self.shown.setAccessibleName(_("Kilometerstand {km}").format(km=self.shown.text()))
        self.keep.setEnabled(km is not None)
        self.typed.emit(km)

    def _keep(self) -> None:
        self.kept.emit(self.km)

    def _lay_out(self) -> None:
        pane = QFrame()
        set_look(pane, box="card")
        inside = QHBoxLayout(pane)
        inside.setContentsMargins(PAD, PAD, PAD, PAD)
        inside.addWidget(self._last, 1)
        inside.addWidget(self.shown, 1)
        self.column.addWidget(pane)
        keys = QGridLayout()
        keys.setSpacing(GAP)
        for at, sign in enumerate(_KEYS):
            keys.addWidget(self._key(sign), at // 3, at % 3)
        for at in range(3):
            keys.setColumnStretch(at, 1)
            keys.setColumnMinimumWidth(at, theme().px(160))
        wipe = TouchButton(_("Wissen"), "wissen")
        wipe.clicked.connect(self.clear)
        back = TouchButton("", "backspace")
        back.setAccessibleName(_("Laatste cijfer weg"))
        back.clicked.connect(self.rub_out)
        for place, button in enumerate((wipe, self._key("0"), back)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setMinimumHeight(theme().size("touch_main"))
            keys.addWidget(button, 3, place)
        beside = QVBoxLayout()
        beside.addWidget(self.line)
        beside.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(2 * GAP)
        middle.addLayout(keys, 3)
        middle.addLayout(beside, 2)
        self.column.addLayout(middle)
        self.column.addStretch(1)
        self.column.addWidget(self.keep)

    def _key(self, sign: str) -> TouchButton:
        button = TouchButton(sign, "")
        set_letter(button, "touch_title")
        button.setMinimumHeight(theme().size("touch_main"))
        # By the keyboard one types the figure itself.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(partial(self._tap, sign))
        return button

    def _tap(self, sign: str) -> None:
        self.press(sign)
        self.setFocus()
