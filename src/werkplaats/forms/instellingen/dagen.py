"""The field for a number of days before something is due."""

from __future__ import annotations

from werkplaats.domain.controle import DAGEN_HOOGSTENS
from werkplaats.errors import Bevinding, Ongeldig
from werkplaats.ui.fields.text import NumberField


class DagenField(NumberField):
    """A number of days; an empty field is no number of days."""

    def __init__(self, veld: str) -> None:
        super().__init__(veld, "xs", grouped=False)

    def value(self) -> int:
        """The days; raises Ongeldig where no whole number stands."""
        days = super().value()
        if days is None:
            raise Ongeldig([Bevinding(self.veld, "DAGEN_BUITEN_BEREIK", params={"hoogstens": DAGEN_HOOGSTENS})])
        return days
