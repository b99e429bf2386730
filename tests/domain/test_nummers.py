"""What the libraries understand comes back in one spelling; what they do not, as None."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.nummers import read_btw, read_email, read_ondernemingsnummer, read_telefoon


def test_what_is_understood_comes_back_in_one_spelling() -> None:
    assert read_telefoon("+31 (0)6-12005512", "NL") == "06 1200 5512"
    assert read_email("H.vanDalen@Example.COM") == "H.vanDalen@example.com"
    assert read_btw("be 0123.456.749", "BE") == "BE0123456749"
    assert read_ondernemingsnummer("BE 123.456.749") == "0123456749"


@pytest.mark.parametrize("tekst", ["", "x", "12", "06 1200 5512 toestel 3"])
def test_what_is_not_understood_is_none(tekst: str) -> None:
    assert read_telefoon(tekst, "NL") is None
    assert read_email(tekst) is None
    assert read_btw(tekst, "NL") is None
    assert read_ondernemingsnummer(tekst) is None


@given(st.text(max_size=30), st.sampled_from(["NL", "BE", "DE", "GB", "XX", ""]))
def test_no_text_makes_a_library_fail(tekst: str, land: str) -> None:
    for gelezen in (
        read_telefoon(tekst, land),
        read_email(tekst),
        read_btw(tekst, land),
        read_ondernemingsnummer(tekst),
    ):
        assert gelezen is None or gelezen
