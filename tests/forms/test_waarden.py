"""A value that is only read is written as the fields write it, and a security code never."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.usecases.garage import GOLF
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import Code, RelatieKop
from werkplaats.forms.waarden import logged_text, value_text


@pytest.mark.parametrize(
    ("veld", "waarde", "text"),
    [
        ("merk", "", ""),
        ("bouwjaar", None, ""),
        ("bouwjaar", 2020, "2020"),
        ("ledig_gewicht", 1214, "1.214 kg"),
        ("ledig_gewicht", 0, "0 kg"),
        ("co2_uitstoot", 126, "126 g/km"),
        ("vervaldatum_apk", date(2026, 12, 2), "02-12-2026"),
        ("lpg", False, "Nee"),
        ("kenteken", GOLF, "GA-482-R"),
        ("chassisnummer", Vin("WVWZZZCDZLW000417"), "WVWZZZCDZLW000417"),
        ("hoofdeigenaar", RelatieKop(1, "Dhr. H. van Dalen"), "Dhr. H. van Dalen"),
        ("radiocode", Code.of("4417"), "gewijzigd"),
        ("radiocode", Code(), "leeggemaakt"),
    ],
)
def test_a_value_has_its_unit_and_its_dutch_form(veld: str, waarde: Any, text: str) -> None:
    assert value_text(veld, waarde) == text


@pytest.mark.parametrize(
    ("veld", "kept", "text"),
    [
        ("vervaldatum_apk", "2026-12-02", "02-12-2026"),
        ("lpg", "ja", "Ja"),
        ("bedrijfsklaar", "1314", "1.314 kg"),
        ("bouwjaar", "2020", "2020"),
        ("model", "208", "208"),
        ("hoofdeigenaar", "Dhr. H. van Dalen", "Dhr. H. van Dalen"),
        ("merk", "", ""),
    ],
)
def test_the_logboek_reads_as_the_screen(veld: str, kept: str, text: str) -> None:
    assert logged_text(veld, kept) == text
