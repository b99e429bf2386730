"""Our vehicle card beside the register: what differs, what is proposed, what a person must know first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from werkplaats.domain.rdw import Sein, Verschil

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from werkplaats.domain.rdw import Herkomst, RdwGegevens
    from werkplaats.domain.voertuig import VoertuigKaart

BRONNEN: dict[str, str] = {
    "merk": "voertuig",
    "model": "voertuig",
    "voertuigsoort": "voertuig",
    "brandstof": "brandstof",
    "tweede_brandstof": "brandstof",
    "lpg": "gasinstallatie",
    "g3": "gasinstallatie",
    "ledig_gewicht": "voertuig",
    "bedrijfsklaar": "voertuig",
    "co2_uitstoot": "brandstof",
    "bouwjaar": "voertuig",
    "vervaldatum_apk": "keuring",
    "datum_deel_1a": "voertuig",
    "datum_deel_1b": "voertuig",
    "afgifte_nederland": "voertuig",
    "kleur": "voertuig",
    "tweede_kleur": "voertuig",
    "inrichting": "voertuig",
    "aantal_deuren": "voertuig",
    "zitplaatsen": "voertuig",
    "europese_categorie": "voertuig",
    "typegoedkeuring": "voertuig",
    "typecode": "voertuig",
    "variant": "voertuig",
    "uitvoering": "voertuig",
    "cilinders": "voertuig",
    "cilinderinhoud": "voertuig",
    "vermogen": "brandstof",
    "emissieklasse": "brandstof",
    "wielbasis": "voertuig",
    "lengte": "voertuig",
    "max_massa": "voertuig",
    "trekgewicht_geremd": "voertuig",
    "trekgewicht_ongeremd": "voertuig",
    "catalogusprijs": "voertuig",
    "bpm": "voertuig",
}
"""The fields that the register fills, in the order of the screen, and which of its sets each comes from."""


def seinen(gegevens: RdwGegevens, vandaag: date) -> tuple[Sein, ...]:
    """What a person at the counter must know, the gravest first; what the register does not say gives no sign."""
    apk = gegevens.vervaldatum_apk
    alle = (
        (Sein.TERUGROEPACTIE_OPEN, bool(gegevens.terugroepacties)),
        (Sein.APK_VERLOPEN, apk is not None and apk < vandaag),
        (Sein.NIET_VERZEKERD, gegevens.verzekerd is False),
        (Sein.GEEXPORTEERD, gegevens.geexporteerd is True),
        (Sein.TELLERSTAND_ONLOGISCH, gegevens.tellerstandoordeel.lower() == "onlogisch"),
        (Sein.TENAAMSTELLEN_NIET_MOGELIJK, gegevens.tenaamstellen_mogelijk is False),
        (Sein.TAXI, gegevens.taxi is True),
    )
    return tuple(sein for sein, aan in alle if aan)


def compare(kaart: VoertuigKaart, gegevens: RdwGegevens, herkomst: Mapping[str, Herkomst]) -> tuple[Verschil, ...]:
    """One line for each field of which the register says something, those that differ first.

    Proposed is what fills an empty field or renews what came from the register; what a person typed never is, nor a
    value of which nobody knows where it came from. CO2 is one line with its cycle: ``take`` takes both.
    """
    regels = [_line(veld, bron, kaart, gegevens, herkomst.get(veld)) for veld, bron in BRONNEN.items()]
    gezegd = [regel for regel in regels if regel.rdw not in (None, "")]
    return tuple(sorted(gezegd, key=lambda regel: regel.gelijk))


def take(kaart: VoertuigKaart, gegevens: RdwGegevens, velden: Iterable[str]) -> VoertuigKaart:
    """The card with these fields as the register has them; the others untouched."""
    return replace(kaart, **{veld: getattr(gegevens, veld) for veld in taken_fields(velden)})


def taken_fields(velden: Iterable[str]) -> frozenset[str]:
    """The fields of the card that ``take`` writes for these lines: with a CO2 figure goes its cycle."""
    gekozen = frozenset(velden) & BRONNEN.keys()
    return gekozen | {"co2_cyclus"} if "co2_uitstoot" in gekozen else gekozen


def _line(veld: str, bron: str, kaart: VoertuigKaart, gegevens: RdwGegevens, herkomst: Herkomst | None) -> Verschil:
    nu, rdw = getattr(kaart, veld), getattr(gegevens, veld)
    gelijk = all(_same(getattr(kaart, deel), getattr(gegevens, deel)) for deel in taken_fields((veld,)))
    uit_rdw = herkomst is not None and herkomst.uit_rdw
    # A box that a person unticked says no; an empty field says nothing, whoever emptied it.
    leeg = nu is None or nu == "" or (nu is False and herkomst is None)
    door = herkomst.door if herkomst is not None and not uit_rdw else ""
    return Verschil(veld, nu, rdw, bron, gelijk, not gelijk and (uit_rdw or leeg), door)


def _same(nu: Any, rdw: Any) -> bool:
    # The register writes capitals: the same word in other letters is no difference that a person cares for.
    if isinstance(nu, str) and isinstance(rdw, str):
        return " ".join(nu.split()).casefold() == " ".join(rdw.split()).casefold()
    return bool(nu == rdw)
