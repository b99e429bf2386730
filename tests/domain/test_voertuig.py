"""The vehicle card: its security codes stay hidden until they are asked for."""

from __future__ import annotations

from werkplaats.domain.voertuig import CODES, Code, RelatieKop, VoertuigKaart


def test_the_five_security_codes_are_known_as_such() -> None:
    assert set(CODES) == {"code_sleutel_1", "code_sleutel_2", "radiocode", "startcode", "alarmcode"}


def test_a_masked_code_says_only_that_there_is_one() -> None:
    code = Code.masked("1234")
    assert (code.gevuld, code.tekst) == (True, None)
    assert "1234" not in repr(code)
    assert "1234" not in repr(VoertuigKaart(radiocode=Code.of("1234")))


def test_shown_or_masked_the_same_code_is_equal_and_another_is_not() -> None:
    assert Code.of("1234") == Code.masked("1234")
    assert Code.of("1234") != Code.masked("4321")
    assert Code.of("") == Code.masked("") == Code()


def test_two_heads_that_name_the_same_relatie_are_equal_whatever_their_words() -> None:
    assert RelatieKop(7, "Dhr. H. van Dalen") == RelatieKop(7, "Dhr. H. van Daalen", "Hatertseweg 214")
    assert RelatieKop(7, "Smeets") != RelatieKop(8, "Smeets")
