"""The sets of tyres of the cars."""

from __future__ import annotations

from werkplaats.domain.banden import Bandenset, BandensetKaart
from werkplaats.store.repo.per_voertuig import PerVoertuig
from werkplaats.store.rows.banden import BandensetRij


class Banden(PerVoertuig[BandensetKaart, Bandenset]):
    """The sets of all cars, of each in the order in which they came."""

    RIJ, KAART, WAARDE, ONDERWERP = BandensetRij, BandensetKaart, Bandenset, "bandenset"
