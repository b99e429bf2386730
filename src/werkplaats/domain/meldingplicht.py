"""Which cars must be reported to Car-Pass at all.

Source: the law of 11 June 2004, art. 2 (personenauto, auto voor dubbel gebruik, minibus, lichte vrachtauto,
kampeerauto), and the exemption of the KB of 8 June 2007: works of at most 125 euro, VAT included, for private use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.bedrag import Bedrag

if TYPE_CHECKING:
    from werkplaats.domain.voertuig import VoertuigKaart

VRIJ_BEDRAG = Bedrag(12_500)
"""Works up to this amount need no report where the shop uses the exemption and the car is of a private person."""

_MINIBUS_PLAATSEN = 9
_LICHT_KG = 3_500
_KLASSEN = {"M1": True, "M2": False, "M3": False, "N1": True, "N2": False, "N3": False}
_ANDERE_KLASSEN = ("L", "O", "T", "R", "C", "S")


def must_report(kaart: VoertuigKaart) -> bool:
    """Whether cars of this class are reported; one whose class is not known is."""
    klasse = kaart.europese_categorie.strip().upper()
    if klasse[:2] in _KLASSEN:
        return _KLASSEN[klasse[:2]]
    if klasse[:1] in _ANDERE_KLASSEN and klasse[1:2].isdigit():
        return False
    soort = kaart.voertuigsoort.strip()
    if not soort:
        return True
    if soort == "Bedrijfsauto":
        return kaart.max_massa is None or kaart.max_massa <= _LICHT_KG
    if soort == "Bus":
        return kaart.zitplaatsen is None or kaart.zitplaatsen <= _MINIBUS_PLAATSEN
    return _is_car(soort)


def _is_car(soort: str) -> bool:
    # A word that is not of the register was typed by a person: then the class is not known.
    return soort not in _GEEN_AUTO


_GEEN_AUTO = frozenset(
    {
        "Motorfiets",
        "Motorfiets met zijspan",
        "Bromfiets",
        "Aanhangwagen",
        "Middenasaanhangwagen",
        "Oplegger",
        "Autonome aanhangwagen",
        "Driewielig motorrijtuig",
        "Land- of bosbouwtrekker",
        "Land- of bosb aanhw of getr uitr stuk",
        "Motorrijtuig met beperkte snelheid",
        "Mobiele machine",
    }
)


def is_exempt(bedrag: Bedrag | None, *, particulier: bool, aan: bool) -> bool:
    """Whether the exemption for small works holds; ``aan`` is the switch of the shop."""
    return aan and particulier and bedrag is not None and bedrag <= VRIJ_BEDRAG
