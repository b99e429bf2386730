"""The field of the chassis number: any notation in, a green mark when it is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.vin import Vin
from werkplaats.errors import Ongeldig
from werkplaats.ui.fields.base import LineField
from werkplaats.ui.theme import set_letter

if TYPE_CHECKING:
    from werkplaats.errors import Bevinding


class VinField(LineField):
    """A chassis number; its value is a Vin, or None when the field is empty."""

    def __init__(self) -> None:
        super().__init__("chassisnummer", None)
        set_letter(self, "body", code=True)

    def value(self) -> Vin | None:
        """The number; raises Ongeldig when it is too long or has no letter or digit."""
        text = self.text().strip()
        return Vin.parse(text) if text else None

    def set_value(self, value: Vin | None, /) -> None:
        """Shows a number."""
        self.setText(value.tekst if value else "")
        self.setCursorPosition(0)

    def set_finding(self, bevinding: Bevinding | None, sentence: str = "") -> None:
        """Shows what is wrong; a whole number is marked as right, for it is what one checks twice."""
        if bevinding is None and self._is_whole():
            self.set_ok()
        else:
            super().set_finding(bevinding, sentence)

    def tidy(self) -> None:
        self.tidy_by(lambda: self.set_value(self.value()))

    def _is_whole(self) -> bool:
        try:
            vin = self.value()
        except Ongeldig:
            return False
        return vin is not None and not vin.waarschuwingen
