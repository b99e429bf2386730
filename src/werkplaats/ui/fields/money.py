"""The field for an amount of money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from werkplaats.domain.bedrag import parse_bedrag
from werkplaats.ui.fields.base import LineField, Width

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from werkplaats.domain.bedrag import Bedrag


class MoneyField(LineField):
    """An amount in euros, at the right of its field; any common notation goes in, cents come out."""

    def __init__(self, veld: str, width: Width | None = "s", parent: QWidget | None = None) -> None:
        super().__init__(veld, width, parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def value(self) -> Bedrag | None:
        """The amount; None for an empty field. Raises Ongeldig BEDRAG_ONLEESBAAR when the text is no amount."""
        return parse_bedrag(self.text(), self.veld)

    def set_value(self, value: Bedrag | None, /) -> None:
        """Shows an amount."""
        self.setText("" if value is None else str(value))

    def tidy(self) -> None:
        self.tidy_by(lambda: self.set_value(self.value()))
