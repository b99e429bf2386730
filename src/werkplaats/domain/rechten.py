"""Who may do what: rights, the ready-made groups, and Wie, the person for whom a use case works.

Source: the table of rights that the garage gets ready-made; a Beheerder can change the groups.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from werkplaats.errors import GeenRecht


class Recht(StrEnum):
    """One thing that a person may be allowed to do; the value is what the store keeps."""

    VOERTUIG_ZIEN = "voertuig_zien"
    VOERTUIG_WIJZIGEN = "voertuig_wijzigen"
    KM_INVOEREN = "km_invoeren"
    FOTO_TOEVOEGEN = "foto_toevoegen"
    RELATIE_ZIEN = "relatie_zien"
    RELATIE_WIJZIGEN = "relatie_wijzigen"
    CODES_ZIEN = "codes_zien"
    PECHHULP = "pechhulp"
    POSTBUS = "postbus"
    DAGTAKEN = "dagtaken"
    WERKKAART_ZIEN = "werkkaart_zien"
    WERKKAART_WIJZIGEN = "werkkaart_wijzigen"
    EINDE_SERVICE = "einde_service"
    CARPASS = "carpass"
    ORDER_ZIEN = "order_zien"
    ORDER_WIJZIGEN = "order_wijzigen"
    DIRECT_GOEDKEUREN = "direct_goedkeuren"
    MONTEURWERK = "monteurwerk"
    INSTELLINGEN = "instellingen"
    GEHEIMEN = "geheimen"
    GEBRUIKERS = "gebruikers"
    BACKUP = "backup"
    LOGBOEK_CONTROLEREN = "logboek_controleren"


_ZIEN = frozenset({Recht.VOERTUIG_ZIEN, Recht.RELATIE_ZIEN})
_KAARTEN = _ZIEN | {Recht.VOERTUIG_WIJZIGEN, Recht.RELATIE_WIJZIGEN, Recht.KM_INVOEREN, Recht.FOTO_TOEVOEGEN}
_WERK = frozenset({Recht.WERKKAART_ZIEN, Recht.WERKKAART_WIJZIGEN, Recht.EINDE_SERVICE, Recht.MONTEURWERK})

_VERKOOP = _KAARTEN | {
    Recht.PECHHULP,
    Recht.POSTBUS,
    Recht.ORDER_ZIEN,
    Recht.ORDER_WIJZIGEN,
    Recht.DIRECT_GOEDKEUREN,
}

BEHEERDER = "Beheerder"

VAN_BEHEERDER = frozenset(Recht) - {Recht.DIRECT_GOEDKEUREN}
"""All that a Beheerder may: to have a plate requested at once is the work of the four sales groups alone."""

GROEPEN: dict[str, frozenset[Recht]] = {
    "Balie": _KAARTEN | _WERK | {Recht.CODES_ZIEN, Recht.PECHHULP, Recht.POSTBUS, Recht.CARPASS},
    "Monteur": _ZIEN | {Recht.KM_INVOEREN, Recht.FOTO_TOEVOEGEN, Recht.WERKKAART_ZIEN, Recht.MONTEURWERK},
    "Planner schade": _KAARTEN | _WERK | {Recht.PECHHULP, Recht.POSTBUS, Recht.CARPASS},
    "Verkoop admin nieuw": _VERKOOP,
    "Verkoop admin gebruikt": _VERKOOP,
    "Verkoop manager nieuw": _VERKOOP,
    "Verkoop manager gebruikt": _VERKOOP,
    BEHEERDER: VAN_BEHEERDER,
}
"""The ready-made groups; rights for work that does not exist yet are added with that work."""


class Toegekend:
    """The rights that somebody who sits at a window has by now: whoever signed him in keeps them up to date."""

    def __init__(self, nu: frozenset[Recht]) -> None:
        self.nu = nu


@dataclass(frozen=True, slots=True)
class Wie:
    """For whom a use case works: the user with his rights, in a shop, at a workstation.

    ``rechten`` are those with which he signed in. Who stays for hours has ``toegekend``, and of him that counts.
    """

    gebruiker_id: int
    naam: str
    groepen: tuple[str, ...]
    rechten: frozenset[Recht]
    shop_id: int
    shop_naam: str
    land: str
    zone: str
    werkplek: str
    toegekend: Toegekend | None = field(default=None, compare=False, repr=False)

    def mag(self, recht: Recht) -> bool:
        """Whether this person has the right."""
        return recht in (self.rechten if self.toegekend is None else self.toegekend.nu)

    def vereis(self, recht: Recht) -> None:
        """Raises GeenRecht unless this person has the right."""
        if not self.mag(recht):
            raise GeenRecht(recht.value)


@dataclass(frozen=True, slots=True)
class Gebruiker:
    """A user of this database: the account of the operating system, his name, and his groups."""

    id: int
    account: str
    naam: str
    groepen: tuple[str, ...]


CONSOLE = "console"
"""Name of the built-in user of ``werkplaats-beheer``; it has a Beheerder's rights."""
