"""The door behind a line of Historie: each leads to the record that it tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.contactmoment import Contactmoment
from werkplaats.domain.historie import (
    BestandStap,
    EigenaarPeriode,
    Einde,
    KaartStap,
    MeldingStap,
    OrderStap,
    PlaatStap,
    Soort,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.historie import Voorval
    from werkplaats.forms.deuren import Deuren
    from werkplaats.ui.form import Form


def open_voorval(deuren: Deuren, voertuig_id: int, title: str, voorval: Voorval, owner: Form) -> None:
    """Opens what a line tells of; ``title`` is what the logboek of the car is called, ``owner`` the window it is in."""
    match voorval.feit:
        case EigenaarPeriode(eigenaar) | Einde(EigenaarPeriode(eigenaar)):
            deuren.open_relatie(eigenaar.id)
        case Contactmoment(relatie_id=relatie_id):
            deuren.open_contacten(relatie_id, voertuig_id)
        case KaartStap(kaart_id):
            deuren.werkkaart.open_werkkaart(kaart_id)
        case MeldingStap(melding_id):
            deuren.carpass.open_melding(melding_id)
        case OrderStap(order_id) | PlaatStap(order_id):
            deuren.verkoop.open_order(order_id)
        case BestandStap() as stap:
            _open_file(deuren, voertuig_id, stap, owner)
        case _:
            _by_kind(deuren, voertuig_id, title)[voorval.soort]()


def _open_file(deuren: Deuren, voertuig_id: int, stap: BestandStap, owner: Form) -> None:
    """A photo is shown; anything else, and what is gone, at the record it belongs to."""
    bijlage = stap.bijlage
    if bijlage.is_foto and not stap.weg:
        deuren.open_foto((bijlage,), 0, owner)
        return
    doors: dict[str, Callable[[], None]] = {
        "voertuig": lambda: deuren.open_documenten(voertuig_id),
        "schade": lambda: deuren.open_schades(voertuig_id),
        "garantie": lambda: deuren.open_garanties(voertuig_id),
        "werkkaart": lambda: deuren.werkkaart.open_werkkaart(bijlage.onderwerp_id),
        "carpass": lambda: deuren.carpass.open_melding(bijlage.onderwerp_id),
    }
    doors[bijlage.onderwerp]()


def _by_kind(deuren: Deuren, voertuig_id: int, title: str) -> dict[Soort, Callable[[], None]]:
    """Where the lines without a record of their own lead."""
    return {
        Soort.KENTEKEN: lambda: deuren.wisseling.open_tijdlijn(voertuig_id),
        Soort.KM: lambda: deuren.open_kmstand(voertuig_id),
        Soort.PECHHULP: lambda: deuren.open_pechhulp_eerder(voertuig_id),
        Soort.HERINNERING: lambda: deuren.open_voertuig(voertuig_id),
        Soort.SCHADE: lambda: deuren.open_schades(voertuig_id),
        Soort.GARANTIE: lambda: deuren.open_garanties(voertuig_id),
        Soort.BANDEN: lambda: deuren.open_banden(voertuig_id),
        Soort.BESTAND: lambda: deuren.open_documenten(voertuig_id),
        Soort.RDW: lambda: deuren.open_logboek("voertuig", voertuig_id, title),
        Soort.WIJZIGING: lambda: deuren.open_logboek("voertuig", voertuig_id, title),
    }
