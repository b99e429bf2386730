"""What the logboek says of a value."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.pechhulp import Aanbieder, MopMethode, Soort
from werkplaats.domain.relatie import Aanhef
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import Code, RelatieKop, VoertuigKaart
from werkplaats.errors import Bevinding, Ernst, Ongeldig
from werkplaats.usecases.wijzigingen import added_lines, changed_lines, keep_masked, log_text, refuse_blocking


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (None, ""),
        ("", ""),
        ("Golf", "Golf"),
        (2020, "2020"),
        (True, "ja"),
        (False, "nee"),
        (date(2026, 12, 2), "2026-12-02"),
        (Kenteken.parse("1-ABC-123", "BE"), "1-ABC-123 (BE)"),
        (Vin.parse("wvw zzz cdzlw000417"), "WVWZZZCDZLW000417"),
        (RelatieKop(3, "Dhr. H. van Dalen", "Hatertseweg 214"), "Dhr. H. van Dalen"),
        (Aanhef.MEVROUW, "V"),
        (MopMethode.GET, "GET"),
        (frozenset({Aanbieder.VHD, Aanbieder.BOSCH}), "bosch, vhd"),
        (((Aanbieder.BOSCH, "https://bosch.example"),), "bosch = https://bosch.example"),
        ((Soort("NL", "Nederland"), Soort("EU", "Europa")), "NL = Nederland, EU = Europa"),
        ((), ""),
    ],
)
def test_a_value_is_logged_as_text(waarde: Any, tekst: str) -> None:
    assert log_text(waarde) == tekst


def test_a_code_is_logged_without_its_value() -> None:
    (lijn,) = changed_lines(VoertuigKaart(), {"radiocode": Code.of("4711"), "merk": "Seat"})

    assert lijn == ("gewijzigd", {"radiocode": (None, None), "merk": ("", "Seat")})


def test_what_came_from_the_register_stands_apart() -> None:
    lijnen = changed_lines(VoertuigKaart(), {"merk": "Seat", "model": "Ibiza"}, frozenset({"model", "bouwjaar"}))

    assert lijnen == (("gewijzigd", {"merk": ("", "Seat")}), ("rdw", {"model": ("", "Ibiza")}))


def test_where_all_came_from_the_register_nobody_typed_anything() -> None:
    assert changed_lines(VoertuigKaart(), {"merk": "Seat"}, frozenset({"merk"})) == (("rdw", {"merk": ("", "Seat")}),)


def test_a_new_record_is_logged_even_when_it_is_empty() -> None:
    assert added_lines(VoertuigKaart(), VoertuigKaart()) == (("toegevoegd", {}),)


def test_a_masked_code_is_taken_from_the_basis() -> None:
    basis = VoertuigKaart(radiocode=Code.masked("4711"), startcode=Code.masked("1"), alarmcode=Code.masked("2"))
    nieuw = VoertuigKaart(merk="Seat", startcode=Code.of("9"), alarmcode=Code.of(""))

    samen = keep_masked(basis, nieuw)

    assert samen == VoertuigKaart(merk="Seat", radiocode=Code.masked("4711"), startcode=Code.of("9"))


def test_only_what_blocks_is_refused() -> None:
    blokkeert, waarschuwt = Bevinding("naam", "NAAM_LEEG"), Bevinding("naam", "TEKENS", Ernst.WAARSCHUWING)

    refuse_blocking([waarschuwt])
    with pytest.raises(Ongeldig) as fout:
        refuse_blocking([waarschuwt, blokkeert])

    assert fout.value.bevindingen == (blokkeert,)
