"""The daily mail of a shop about its requests for plates: what it tells, and when there is something to tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.order import VerkoopOrder
    from werkplaats.domain.pon_aandacht import Aandacht
    from werkplaats.domain.ponaanvraag import AanvraagRegel

ONDERWERP = "pon_mail"
"""The subject under which its messages are kept in the postbus."""


@dataclass(frozen=True, slots=True)
class Ponbrief:
    """What the mail of a day tells: what was requested since the one before, and the orders for a person."""

    vestiging: str
    dag: date
    aanvragen: tuple[AanvraagRegel, ...]
    aandacht: tuple[tuple[VerkoopOrder, Aandacht], ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell: such a mail goes only where the shop asked for it."""
        return not self.aanvragen and not self.aandacht


@dataclass(frozen=True, slots=True)
class PonMailvoorbeeld:
    """The mail as it would go now; ``gaat`` says whether it would."""

    afzender: str
    ontvangers: tuple[str, ...]
    onderwerp: str
    tekst: str
    gaat: bool
