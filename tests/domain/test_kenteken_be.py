"""Belgian plates: each class of the register, and personalised ones last."""

from __future__ import annotations

import pytest

from werkplaats.domain.kenteken import Kenteken

KLASSEN = [
    ("1ABC123", "auto", "1-ABC-123"),
    ("2XYZ001", "auto", "2-XYZ-001"),
    ("1123ABC", "auto", "1-123-ABC"),
    ("ABC123", "oud", "ABC-123"),
    ("123ABC", "oud", "123-ABC"),
    ("A1234", "oud", "A-1234"),
    ("AB123", "oud", "AB-123"),
    ("QABC123", "aanhangwagen", "Q-ABC-123"),
    ("1QAB123", "aanhangwagen", "1-QAB-123"),
    ("MABC123", "motor", "M-ABC-123"),
    ("TXAB123", "taxi", "T-XAB-123"),
    ("TLAB123", "taxi", "T-LAB-123"),
    ("1TXA123", "taxi", "1-TXA-123"),
    ("OABC123", "oldtimer", "O-ABC-123"),
    ("OMAB123", "oldtimer", "O-MAB-123"),
    ("SABC123", "bromfiets", "S-ABC-123"),
    ("SBAB123", "bromfiets", "S-BAB-123"),
    ("SPAB123", "bromfiets", "S-PAB-123"),
    ("SUAB123", "bromfiets", "S-UAB-123"),
    ("GLAB123", "tractor", "G-LAB-123"),
    ("ZABC123", "handelaar", "Z-ABC-123"),
    ("YABC123", "handelaar", "Y-ABC-123"),
    ("VABC123", "handelaar", "V-ABC-123"),
    ("UA26ABC", "tijdelijk", "UA-26-ABC"),
    ("WA26ABC", "tijdelijk", "WA-26-ABC"),
    ("XA26ABC", "tijdelijk", "XA-26-ABC"),
    ("1123456", "tijdelijk", "1-123456"),
    ("CDAB123", "diplomatiek", "CD-AB-123"),
    ("A12", "hof", "A-12"),
    ("E1", "hof", "E-1"),
    ("P123", "hof", "P-123"),
    ("12", "hof", "12"),
    ("SMEETS", "gepersonaliseerd", "SMEETS"),
    ("TURBO1", "gepersonaliseerd", "TURBO1"),
]


@pytest.mark.parametrize(("compact", "soort", "weergave"), KLASSEN)
def test_each_class_gets_its_own_dashes(compact: str, soort: str, weergave: str) -> None:
    kenteken = Kenteken.parse(compact.lower(), "BE")
    assert (kenteken.compact, kenteken.soort, kenteken.weergave) == (compact, soort, weergave)
    assert (kenteken.geldig, kenteken.waarschuwingen, kenteken.sidecode) == (True, (), None)


@pytest.mark.parametrize(("compact", "soort", "weergave"), KLASSEN)
@pytest.mark.parametrize("scheiding", [" ", ".", "-", " - "])
def test_dots_spaces_and_dashes_mean_the_same(compact: str, soort: str, weergave: str, scheiding: str) -> None:
    kenteken = Kenteken.parse(weergave.replace("-", scheiding), "BE")
    assert (kenteken.compact, kenteken.soort, kenteken.weergave) == (compact, soort, weergave)


@pytest.mark.parametrize(
    ("getypt", "soort", "letters"),
    [("T-ABC-123", "taxi", ("A",)), ("S-XAB-123", "bromfiets", ("X",)), ("G-ABC-123", "tractor", ("A",))],
)
def test_a_class_letter_that_is_not_issued_warns_only(getypt: str, soort: str, letters: tuple[str, ...]) -> None:
    kenteken = Kenteken.parse(getypt, "BE")
    assert (kenteken.soort, kenteken.weergave, kenteken.geldig) == (soort, getypt, True)
    assert (kenteken.waarschuwingen, kenteken.vreemde_letters) == (("LETTERS_NIET_UITGEGEVEN",), letters)


def test_a_personalised_plate_keeps_the_dashes_of_its_holder() -> None:
    assert Kenteken.parse("my-car", "BE").weergave == "MY-CAR"
    assert Kenteken.parse("my car", "BE").weergave == "MY-CAR"
    assert Kenteken.parse("my-car", "BE").soort == "gepersonaliseerd"


@pytest.mark.parametrize("getypt", ["1-2-3-4-A-B", "NEGENLANG", "12345678", "1234"])
def test_what_is_no_belgian_plate_is_kept_as_typed(getypt: str) -> None:
    kenteken = Kenteken.parse(getypt, "BE")
    assert (kenteken.weergave, kenteken.soort, kenteken.geldig) == (getypt, "onbekend", False)
    assert kenteken.waarschuwingen == ("VORM_ONBEKEND",)


def test_the_country_decides_by_which_rules_a_plate_is_read() -> None:
    assert Kenteken.parse("01-CA-RS", "NL").soort == "regulier"
    assert Kenteken.parse("01-CA-RS", "BE").soort == "gepersonaliseerd"
    assert Kenteken.parse("1-ABC-123", "NL").geldig is False
    assert Kenteken.parse("1-ABC-123", "BE").geldig is True


def test_a_belgian_plate_is_not_asked_of_rdw() -> None:
    assert not Kenteken.parse("ABC-123", "BE").bij_rdw
