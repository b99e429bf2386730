"""The werkkaart on paper, read back: chassis number, km-stand, every line, and totals that add up."""

from __future__ import annotations

from dataclasses import replace

from tests.documents.afdrukken import HOOFD, pages
from tests.usecases.garage import GOLF, moment
from werkplaats.documents.werkkaart import draw_werkkaart
from werkplaats.domain.afdruk import WerkkaartAfdruk
from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.werkkaart import KaartStaat, Opname, Werkkaart, WerkkaartInvoer
from werkplaats.domain.werkkaart_regel import Regel, Regelsoort


def card(*regels: Regel) -> Werkkaart:
    opname = Opname(GOLF, "Volkswagen Golf", "WVWZZZ1KZAW123456", 1, "Dhr. H. van Dalen", "Hatertseweg 214A")
    invoer = WerkkaartInvoer("Rammelt bij het remmen", km_stand=52449, regels=regels)
    return Werkkaart(1, 1, 1, 1, "W-2026-1", KaartStaat.KLAAR, opname, invoer, moment(2026, 11, 24), "Bram")


def test_it_holds_car_reading_lines_and_totals() -> None:
    regels = (
        Regel("a", code="BR-12", omschrijving="Remblokken voor", aantal=2000, prijs=Bedrag(5000), btw_percentage=2100),
        Regel("b", Regelsoort.UREN, omschrijving="Monteren", aantal=1500, prijs=Bedrag(8000), btw_percentage=2100),
        Regel("c", Regelsoort.OPMERKING, omschrijving="Achter over een half jaar nakijken"),
    )
    text = " ".join(pages(draw_werkkaart(WerkkaartAfdruk(HOOFD, card(*regels)))))
    for word in ("W-2026-1", "WVWZZZ1KZAW123456", "52.449 km", "Rammelt", "BR-12 Remblokken voor", "nakijken"):
        assert word in text, word
    for amount in ("100,00", "120,00", "220,00", "46,20", "€ 266,20"):
        assert amount in text, amount


def test_a_card_of_hundreds_of_lines_is_printed_whole() -> None:
    regels = [Regel(str(nummer), omschrijving=f"Regel-{nummer}.", prijs=Bedrag(100)) for nummer in range(300)]
    found = pages(draw_werkkaart(WerkkaartAfdruk(HOOFD, card(*regels))))
    assert len(found) > 4
    assert all(f"Regel-{nummer}." in " ".join(found) for nummer in range(300))


def test_a_card_without_lines_is_an_order() -> None:
    (page,) = pages(draw_werkkaart(WerkkaartAfdruk(HOOFD, card(), "fr")))
    assert "Totaal" not in page


def test_where_the_law_wants_a_number_that_is_not_known_yet_there_is_room_to_write_it() -> None:
    kaart = card()
    leeg = replace(kaart, opname=replace(kaart.opname, vin=""), invoer=replace(kaart.invoer, km_stand=None))
    text = " ".join(pages(draw_werkkaart(WerkkaartAfdruk(HOOFD, leeg))))
    assert "Chassisnummer" in text
    assert f"{'…' * 8} km" in text
