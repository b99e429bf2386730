"""The field for a secret of the shop: dots for what is kept, and never more than that of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from werkplaats.i18n import _
from werkplaats.ui.fields.base import LineField, Width
from werkplaats.ui.theme import set_letter

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_DOTS = "•" * 12


class SecretField(LineField):
    """A password or token: a kept one is dots and cannot be seen again; a new one is typed over them.

    The eye (or Alt+Down) shows only what was typed here, until the dialog saves it.
    """

    def __init__(self, veld: str, width: Width | None = "m", parent: QWidget | None = None) -> None:
        super().__init__(veld, width, parent)
        set_letter(self, "body", code=True)
        self._typed = False
        self._eye = self.add_button("tonen", _("Tonen wat u typt (Alt+↓)"))
        self._eye.clicked.connect(self._turn)
        self.set_kept(kept=False)

    def set_kept(self, *, kept: bool) -> None:
        """Shows whether a secret is kept; what was typed is forgotten here."""
        self._typed = False
        self.clear()
        self.setPlaceholderText(_DOTS if kept else _("Nog niet ingevuld"))
        self._hide()

    def value(self) -> str | None:
        """What was typed in place of the kept secret; None while nothing was typed."""
        return self.text().strip() if self._typed else None

    def set_value(self, value: str | None, /) -> None:
        """Shows a secret that was typed before, as dots."""
        self._typed = value is not None
        self.setText(value or "")
        self._hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._turn()
            return
        super().keyPressEvent(event)

    def _edited(self) -> None:
        self._typed = True
        self.show_button(bool(self.text()))
        super()._edited()

    def _turn(self) -> None:
        if self.echoMode() == QLineEdit.EchoMode.Password:
            self.setEchoMode(QLineEdit.EchoMode.Normal)
            self._eye.show_sign("verbergen", _("Verbergen (Alt+↓)"))
        else:
            self._hide()

    def _hide(self) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye.show_sign("tonen", _("Tonen wat u typt (Alt+↓)"))
        self.show_button(bool(self.text()))
