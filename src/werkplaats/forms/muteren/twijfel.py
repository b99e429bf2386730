"""Which findings of the domain the vehicle card tells while one types: not what was asked too early or said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.controle import check_voertuig

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from werkplaats.domain.voertuig import VoertuigKaart
    from werkplaats.errors import Bevinding

_MISSING = "KENTEKEN_OF_VIN_NODIG"
_OF_SHAPE = frozenset({"LETTERS_NIET_UITGEGEVEN", "VORM_ONBEKEND", "KENTEKEN_HANDELAAR", "VIN_KORT"})


def doubts(basis: VoertuigKaart, kaart: VoertuigKaart, vandaag: date, *, missing_told: bool) -> Iterator[Bevinding]:
    """What is wrong or doubtful about the card as it stands in the fields.

    An odd shape of a plate or number is told while it is new: who saved it has read it. That a card needs one of them
    is told when one saves without, and from then on (``missing_told``) until it is there.
    """
    for bevinding in check_voertuig(kaart, vandaag):
        veld = bevinding.veld
        said_before = bevinding.code in _OF_SHAPE and getattr(kaart, veld) == getattr(basis, veld)
        too_early = bevinding.code == _MISSING and not missing_told
        if not said_before and not too_early:
            yield bevinding
