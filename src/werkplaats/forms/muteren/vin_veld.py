"""The field of the chassis number: any notation in, a green mark when it is whole."""

from __future__ import annotations

from werkplaats.domain.vin import Vin
from werkplaats.ui.fields.base import LineField
from werkplaats.ui.theme import set_letter


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

    def tidy(self) -> None:
        self.tidy_by(lambda: self.set_value(self.value()))

    def mark_whole(self) -> None:
        """Marks a number of 17 proper signs as right: it is the one thing one checks twice."""
        vin = self.value()
        if vin is not None and not vin.waarschuwingen:
            self.set_ok()
