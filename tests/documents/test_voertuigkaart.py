"""The vehicle card on paper, read back: all that is known, but no security code."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from tests.documents.afdrukken import DAG, HOOFD, SHOP, pages
from werkplaats.documents.voertuigkaart import draw_voertuigkaart, printed_fields
from werkplaats.domain.afdruk import Briefhoofd, VoertuigAfdruk
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.kmstand import Punt
from werkplaats.domain.kmverloop import Verloop
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import CODES, Code, RelatieKop, VoertuigKaart

GOLF = VoertuigKaart(
    kenteken=Kenteken.parse("GA-482-R"),
    merk="Volkswagen",
    model="Golf",
    chassisnummer=Vin.parse("WVWZZZ1KZAW123456"),
    ledig_gewicht=1217,
    bouwjaar=2017,
    lpg=True,
    vervaldatum_apk=date(2027, 3, 1),
    radiocode=Code.of("geheim4711"),
    opties=("Airco", "Trekhaak"),
    notitie="Eerste regel\nTweede regel",
)
EIGENAAR = RelatieKop(1, "Dhr. H. van Dalen", "Hatertseweg 214A, 6533 GL Nijmegen", "06 1234 5678")
KM = Verloop((Punt(date(2026, 1, 1), 52449),), (None,), 12300)


def test_the_card_says_what_is_known_of_the_car() -> None:
    (page,) = pages(draw_voertuigkaart(VoertuigAfdruk(HOOFD, GOLF, EIGENAAR, KM)))
    for word in (
        "GA-482-R",
        "WVWZZZ1KZAW123456",
        "Dhr. H. van Dalen",
        "Hatertseweg 214A, 6533 GL Nijmegen",
        "52.449 km (01-01-2026)",
        "1.217 kg",
        "Bouwjaar 2017",
        "LPG Ja",
        "Vervaldatum APK 01-03-2027",
        "Airco, Trekhaak",
        "Tweede regel",
        "24-11-2026",
    ):
        assert word in page, word


def test_no_security_code_is_printed_and_every_other_field_has_its_place() -> None:
    (page,) = pages(draw_voertuigkaart(VoertuigAfdruk(HOOFD, GOLF, EIGENAAR, KM)))
    assert "4711" not in page
    assert {veld.name for veld in fields(VoertuigKaart)} - printed_fields() == set(CODES)


def test_a_card_without_owner_plate_or_readings_is_a_card_too() -> None:
    kaart = replace(GOLF, kenteken=None)
    (page,) = pages(draw_voertuigkaart(VoertuigAfdruk(HOOFD, kaart, None, Verloop())))
    assert "Volkswagen Golf" in page
    assert "Eigenaar" not in page
    assert "Kilometerstand" not in page
    assert len(pages(draw_voertuigkaart(VoertuigAfdruk(HOOFD, VoertuigKaart(), None, Verloop())))) == 1


def test_a_belgian_shop_speaks_of_keuring() -> None:
    hoofd = Briefhoofd(replace(SHOP, land="BE"), DAG)
    (page,) = pages(draw_voertuigkaart(VoertuigAfdruk(hoofd, GOLF, None, KM)))
    assert "Vervaldatum keuring" in page
    assert "ondernemingsnummer" in page


def test_a_note_of_many_pages_is_printed_whole() -> None:
    note = "\n".join(f"regel-{nummer}." for nummer in range(200))
    found = pages(draw_voertuigkaart(VoertuigAfdruk(HOOFD, replace(GOLF, notitie=note), EIGENAAR, KM)))
    assert len(found) > 2
    assert all(f"regel-{nummer}." in " ".join(found) for nummer in range(200))
