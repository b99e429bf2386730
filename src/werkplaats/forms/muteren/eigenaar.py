"""The owner of a car as one line of the vehicle card: only to read; take away, choose another, open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from werkplaats.i18n import _
from werkplaats.ui.button import Button, IconButton
from werkplaats.ui.fields.base import FieldBase, Remarks
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from werkplaats.domain.voertuig import RelatieKop

_EDGE_AND_PADDING = 20


class OwnerLine(TextField):
    """Name and address in one line; what does not fit ends in "…", with the whole and the telephone in the tooltip."""

    def __init__(self, veld: str, placeholder: str, name: str) -> None:
        super().__init__(veld, placeholder=placeholder)
        self._whole = ""
        self.set_read_only(True)
        self.setAccessibleName(name)

    def show_owner(self, owner: RelatieKop | None) -> None:
        """Shows an owner, or that there is none."""
        parts = (owner.weergave, owner.adresregel) if owner else ()
        self._whole = " · ".join(part for part in parts if part)
        self.setToolTip(" · ".join(part for part in (*parts, owner.telefoon if owner else "") if part))
        self.setAccessibleDescription(self.toolTip())
        self._fit_text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_text()

    def _fit_text(self) -> None:
        room = self.width() - _EDGE_AND_PADDING
        text = QFontMetricsF(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)


class OwnerField(FieldBase, QWidget):
    """Somebody as a field, the owner unless another is named; choosing and opening is asked of the dialog."""

    changed = Signal()
    left = Signal()
    choose_asked = Signal()
    open_asked = Signal()

    def __init__(self, veld: str = "hoofdeigenaar", placeholder: str = "", name: str = "") -> None:
        super().__init__()
        self.veld = veld
        self.remarks = Remarks(self)
        self._owner: RelatieKop | None = None
        self._read_only = False
        self.line = OwnerLine(veld, placeholder or _("Nog geen eigenaar"), name or _("Hoofdeigenaar"))
        self.clear_button = IconButton("sluiten", _("Weghalen") if name else _("Eigenaar weghalen"))
        self.choose_button = Button(_("&Kies"), icon="zoeken", kind="small")
        self.choose_button.setToolTip(_("Een relatie zoeken of toevoegen"))
        self.open_button = IconButton("bewerken", _("Openen") if name else _("Eigenaar openen"))
        self.clear_button.clicked.connect(self._take_away)
        self.choose_button.clicked.connect(self.choose_asked)
        self.open_button.clicked.connect(self.open_asked)
        self._lay_out()
        self._show()

    def value(self) -> RelatieKop | None:
        """The owner that stands here."""
        return self._owner

    def set_value(self, value: RelatieKop | None, /) -> None:
        """Shows an owner."""
        self._owner = value
        self._show()

    def choose(self, owner: RelatieKop) -> None:
        """Makes a person's choice the owner."""
        self.set_value(owner)
        self.changed.emit()
        self.left.emit()

    def set_read_only(self, read_only: bool) -> None:
        """Who may not change a card can still open its owner."""
        self._read_only = read_only
        self._show()

    def _take_away(self) -> None:
        self.set_value(None)
        self.choose_button.setFocus()
        self.changed.emit()
        self.left.emit()

    def _show(self) -> None:
        self.line.show_owner(self._owner)
        self.clear_button.setVisible(self._owner is not None and not self._read_only)
        self.choose_button.setVisible(not self._read_only)
        self.open_button.setVisible(self._owner is not None)

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens().margin["between_fields"])
        for widget in (self.line, self.clear_button, self.choose_button, self.open_button):
            row.addWidget(widget)
        for button in (self.clear_button, self.open_button):
            # Their place stays free while there is no owner: nothing moves when one is chosen.
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
