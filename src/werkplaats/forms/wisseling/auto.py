"""Another car as a field: one line that is only read, and the way to choose one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.fields.base import FieldBase, Remarks
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from werkplaats.domain.treffers import VoertuigTreffer


class CarField(FieldBase, QWidget):
    """The value is the id of the car; choosing is asked of the dialog."""

    changed = Signal()
    left = Signal()
    choose_asked = Signal()

    def __init__(self, veld: str) -> None:
        super().__init__()
        self.veld = veld
        self.remarks = Remarks(self)
        self._id: int | None = None
        self.line = TextField(veld, placeholder=_("Nog geen auto gekozen"))
        self.line.set_read_only(True)
        self.choose_button = Button(_("&Kies"), icon="zoeken", kind="small")
        self.choose_button.setToolTip(_("Een auto zoeken"))
        self.choose_button.clicked.connect(self.choose_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens().margin["between_fields"])
        row.addWidget(self.line)
        row.addWidget(self.choose_button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.choose_button)

    def value(self) -> int | None:
        """The car that was chosen."""
        return self._id

    def set_value(self, value: int | None, /) -> None:
        """Shows that no car was chosen: how one is called comes with the choice."""
        self._id = value
        if value is None:
            self.line.set_value("")

    def choose(self, treffer: VoertuigTreffer) -> None:
        """Makes a person's choice the value."""
        self._id = treffer.id
        plate = treffer.kenteken.weergave if treffer.kenteken else treffer.vin[-8:]
        self.line.set_value(" · ".join(part for part in (plate, treffer.omschrijving) if part))
        self.line.setToolTip(" · ".join(part for part in (self.line.text(), treffer.eigenaar) if part))
        self.changed.emit()
        self.left.emit()

    def set_read_only(self, read_only: bool) -> None:
        """Without the right to change there is nothing to choose."""
        self.choose_button.setVisible(not read_only)
