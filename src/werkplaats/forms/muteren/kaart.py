"""All fields of a vehicle card, in whatever part of the dialog they stand, as one value in and out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from werkplaats.domain.voertuig import CODES, VoertuigKaart
from werkplaats.errors import Ongeldig
from werkplaats.ui.fields.text import CodeField

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from werkplaats.errors import Bevinding
    from werkplaats.ui.fields.base import Field


class Lezing(NamedTuple):
    """What stands in the fields; a field that cannot be read has the value of the basis, and its finding beside it."""

    kaart: VoertuigKaart
    onleesbaar: tuple[Bevinding, ...]


class KaartVelden:
    """The fields of the card by their names; shows a card in them and reads one from them.

    A tab that nobody opened has no fields yet: what is shown there meanwhile is held for it.
    """

    def __init__(self, fields: Mapping[str, Field]) -> None:
        self._by_name = dict(fields)
        self._held = VoertuigKaart()
        self._cycle = ""
        self._measured: int | None = None

    def add(self, fields: Mapping[str, Field]) -> None:
        """Takes in the fields of a tab that is opened, and shows in them what they would have shown before."""
        self._by_name.update(fields)
        for veld, field in fields.items():
            field.set_value(getattr(self._held, veld))

    def show(self, kaart: VoertuigKaart, velden: Collection[str] | None = None) -> None:
        """Shows a card, or only these fields of it: what a person typed in the others stays as it stands there."""
        taken = {veld: getattr(kaart, veld) for veld in velden} if velden is not None else {}
        self._held = kaart if velden is None else replace(self._held, **taken)
        for veld, field in self._by_name.items():
            if velden is None or veld in velden:
                field.set_value(getattr(kaart, veld))
        if velden is None or "co2_uitstoot" in velden:
            self._measured, self._cycle = kaart.co2_uitstoot, kaart.co2_cyclus

    def read(self, basis: VoertuigKaart) -> Lezing:
        """Reads all fields; what has no field, or none yet, is as it was shown last."""
        values: dict[str, Any] = {}
        unreadable: list[Bevinding] = []
        for veld, field in self._by_name.items():
            try:
                values[veld] = field.value()
            except Ongeldig as fout:
                unreadable += fout.bevindingen
                values[veld] = getattr(basis, veld)
        if "co2_uitstoot" not in {bevinding.veld for bevinding in unreadable}:
            # A figure that a person types was measured by a cycle that nobody told.
            values["co2_cyclus"] = self._cycle if values["co2_uitstoot"] == self._measured else ""
        return Lezing(replace(self._held, **values), tuple(unreadable))

    def tell(self, bevindingen: Iterable[Bevinding]) -> None:
        """Shows each finding at its field, and at the others that there is none."""
        found = {bevinding.veld: bevinding for bevinding in bevindingen}
        for veld, field in self._by_name.items():
            field.set_finding(found.get(veld))

    def set_read_only(self, *, card: bool, codes: bool) -> None:
        """For who may see the card but not change it, or not its security codes."""
        for veld, field in self._by_name.items():
            field.set_read_only(card or (codes and veld in CODES))
            if isinstance(field, CodeField):
                field.allow_reveal(not codes)
