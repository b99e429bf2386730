"""The practice garage: demo data made through the use cases; every plate, name and number in it is invented."""

from __future__ import annotations

from werkplaats.oefen.garage import MARIEKE, MEDEWERKERS
from werkplaats.oefen.opening import Opening
from werkplaats.oefen.vullen import Telling, fill

__all__ = ["MARIEKE", "MEDEWERKERS", "Opening", "Telling", "fill"]
