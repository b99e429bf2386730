"""Addresses: the street that belongs to a Dutch postcode and a house number."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from werkplaats.domain.rechten import Recht

if TYPE_CHECKING:
    from werkplaats.domain.adres import AdresVraag, GevondenAdres
    from werkplaats.domain.rechten import Wie
    from werkplaats.services.pdok import PdokService


class Adressen:
    """Asks the register of addresses for whoever fills in an address."""

    def __init__(self, pdok: PdokService) -> None:
        self._pdok = pdok

    def look_up(self, wie: Wie, vraag: AdresVraag) -> GevondenAdres | None:
        """The street and the place, or None when there is no such house number.

        A house number of which only the addition is not known still has its street: it comes back with ``heel`` False.
        Raises Unreachable, Refused or Garbled.
        """
        wie.vereis(Recht.RELATIE_WIJZIGEN)
        gevonden = self._pdok.address(vraag)
        if gevonden is not None or not vraag.has_addition:
            return gevonden
        ruimer = self._pdok.address(vraag.without_addition())
        return None if ruimer is None else replace(ruimer, heel=False)
