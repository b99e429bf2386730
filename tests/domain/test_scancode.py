"""What a barcode of the garage looks like."""

from __future__ import annotations

import pytest

from werkplaats.domain.scancode import compact_code, is_known_shape


@pytest.mark.parametrize("code", ["GA482R", "ga-482-r", "1-ABC-123", "WVWZZZCDZLW000417"])
def test_a_plate_and_a_chassis_number_are_known(code: str) -> None:
    assert is_known_shape(code)


@pytest.mark.parametrize("code", ["", "-", "8710400145981", "WVWZZZCDZLO000417", "correct-horse-battery-9", "🚗"])
def test_another_code_is_not(code: str) -> None:
    assert not is_known_shape(code)


def test_codes_are_compared_without_what_stands_between() -> None:
    assert compact_code(" ga-482 r\n") == "GA482R"
