"""Dutch plates: each sidecode with its dashes, each special series, and the letters that RDW does not issue."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.kenteken import Kenteken

SIDECODES = [
    (1, "ND0001", "ND-00-01"),
    (2, "0001TJ", "00-01-TJ"),
    (3, "12DB34", "12-DB-34"),
    (4, "FX12BD", "FX-12-BD"),
    (5, "GBLN07", "GB-LN-07"),
    (6, "66SLSJ", "66-SL-SJ"),
    (7, "11ZKZ3", "11-ZKZ-3"),
    (8, "6TJR64", "6-TJR-64"),
    (9, "GB001B", "GB-001-B"),
    (10, "G001BB", "G-001-BB"),
    (11, "GBB01B", "GBB-01-B"),
    (12, "V95JKV", "V-95-JKV"),
    (13, "9XX999", "9-XX-999"),
    (14, "999XX9", "999-XX-9"),
]


@pytest.mark.parametrize(("sidecode", "compact", "weergave"), SIDECODES)
def test_each_sidecode_gets_its_own_dashes(sidecode: int, compact: str, weergave: str) -> None:
    kenteken = Kenteken.parse(compact)
    assert (kenteken.sidecode, kenteken.weergave) == (sidecode, weergave)
    assert (kenteken.soort, kenteken.geldig, kenteken.waarschuwingen) == ("regulier", True, ())


@pytest.mark.parametrize(("_sidecode", "compact", "weergave"), SIDECODES)
@pytest.mark.parametrize("schrijfwijze", ["{0}", " {1} ", "{1}", "{0[0]}-{0[1]}-{0[2]}{0[3]}{0[4]}{0[5]}", "{1}."])
def test_any_notation_gives_the_same_plate(_sidecode: int, compact: str, weergave: str, schrijfwijze: str) -> None:
    getypt = schrijfwijze.format(compact, weergave).lower()
    assert Kenteken.parse(getypt) == Kenteken(compact, "NL", weergave)


@pytest.mark.parametrize(
    "getypt", ["ga482r", "GA 482 R", "ga.482.r", "g-a-4-8-2-r", "\tGA\u2013482\u2013R\n", "🚗GA482R", "«GA/482/R»"]
)
def test_signs_between_are_no_part_of_the_plate(getypt: str) -> None:
    assert Kenteken.parse(getypt).weergave == "GA-482-R"


@pytest.mark.parametrize(
    ("getypt", "soort", "weergave", "sidecode"),
    [
        ("aa86", "koninklijk", "AA-86", None),
        ("AA1234", "koninklijk", "AA-12-34", 1),
        ("cda123", "diplomatiek", "CDA-123", None),
        ("CD-B-7", "diplomatiek", "CDB-7", None),
        ("CD-J-99", "diplomatiek", "CDJ-99", None),
        ("CDJ001", "diplomatiek", "CDJ-001", None),
        ("CD1234", "diplomatiek", "CD-12-34", 1),
        ("BN1234", "vrijstelling", "BN-12-34", 1),
        ("GN1234", "vrijstelling", "GN-12-34", 1),
        ("ZZ1234", "vrijstelling", "ZZ-12-34", 1),
        ("1234ZZ", "vrijstelling", "12-34-ZZ", 2),
        ("HA1234", "handelaar", "HA-12-34", 1),
        ("HH1234", "handelaar", "HH-12-34", 1),
        ("FH1234", "handelaar", "FH-12-34", 1),
        ("HF1234", "handelaar", "HF-12-34", 1),
        ("OA1234", "handelaar", "OA-12-34", 1),
        ("HC1234", "handelaar", "HC-12-34", 1),
        ("LH1234", "handelaar", "LH-12-34", 1),
        ("HA37OE", "handelaar", "HA-37-OE", 4),
        ("OA211T", "handelaar", "OA-211-T", 9),
        ("KA1234", "onbekend", "KA-12-34", 1),
        ("KZ1234", "onbekend", "KZ-12-34", 1),
        ("LM1234", "onbekend", "LM-12-34", 1),
        ("DM1234", "onbekend", "DM-12-34", 1),
        ("RC1234", "onbekend", "RC-12-34", 1),
        ("GV1234", "onbekend", "GV-12-34", 1),
    ],
)
def test_special_series_are_valid_and_tell_their_kind(
    getypt: str, soort: str, weergave: str, sidecode: int | None
) -> None:
    kenteken = Kenteken.parse(getypt)
    assert (kenteken.soort, kenteken.weergave, kenteken.sidecode) == (soort, weergave, sidecode)
    assert (kenteken.geldig, kenteken.waarschuwingen) == (True, ())


@pytest.mark.parametrize("compact", ["HF123B", "HHBD12", "GN12BD", "BN12BD", "GNTG34", "12HA34", "1234HA"])
def test_the_letters_of_a_special_series_in_another_shape_are_a_regular_plate(compact: str) -> None:
    assert Kenteken.parse(compact).soort == "regulier"


def test_the_demo_plate_is_valid_and_warns_about_its_letters() -> None:
    kenteken = Kenteken.parse("01-CA-RS")
    assert (kenteken.compact, kenteken.weergave, kenteken.sidecode) == ("01CARS", "01-CA-RS", 6)
    assert (kenteken.geldig, kenteken.soort) == (True, "regulier")
    assert kenteken.waarschuwingen == ("LETTERS_NIET_UITGEGEVEN",)
    assert kenteken.vreemde_letters == ("C", "A")


@pytest.mark.parametrize(
    ("compact", "letters"),
    [
        ("FA12BD", ("A",)),
        ("FQ12BD", ("Q",)),
        ("GYLN07", ("Y",)),
        ("66SLOJ", ("O",)),
        ("11GVD3", ("GVD",)),
        ("11KKK3", ("KKK",)),
        ("11KVT3", ("KVT",)),
        ("11LPF3", ("LPF",)),
        ("6NSB64", ("NSB",)),
        ("6PKK64", ("PKK",)),
        ("6PSV64", ("PSV",)),
        ("6TBS64", ("TBS",)),
        ("PVV01B", ("PVV",)),
        ("SGP01B", ("SGP",)),
        ("VVD01B", ("VVD",)),
        ("BBB01B", ("BBB",)),
        ("FVD01B", ("FVD",)),
        ("SS12BD", ("SS",)),
        ("12SDBD", ("SD",)),
        ("SP123B", ("SP",)),
        ("CDQ123", ("Q",)),
    ],
)
def test_letters_that_were_never_issued_warn_and_never_refuse(compact: str, letters: tuple[str, ...]) -> None:
    kenteken = Kenteken.parse(compact)
    assert kenteken.geldig
    assert kenteken.waarschuwingen == ("LETTERS_NIET_UITGEGEVEN",)
    assert kenteken.vreemde_letters == letters


@pytest.mark.parametrize("compact", ["AE1234", "1234IO", "12QU34", "FY12BD", "OB12BD", "12SPBD", "V95JKV", "MB01BD"])
def test_letters_that_were_issued_do_not_warn(compact: str) -> None:
    assert Kenteken.parse(compact).waarschuwingen == ()


@pytest.mark.parametrize(
    "getypt",
    ["GA-482-RX", "1", "ABCDEF", "123456", "A1B2C3", "AA-1", "CD-12", "1-ABC-123", "GA-48-R", "X" * 12],
)
def test_an_unknown_shape_is_kept_as_typed_in_capitals(getypt: str) -> None:
    kenteken = Kenteken.parse(getypt.lower())
    assert (kenteken.weergave, kenteken.geldig) == (getypt, False)
    assert (kenteken.soort, kenteken.sidecode, kenteken.waarschuwingen) == ("onbekend", None, ("VORM_ONBEKEND",))


_LETTER, _CIJFER = "BDFGHJKLNPRSTVXZ", "0123456789"
_PATRONEN = [
    "XX9999",
    "9999XX",
    "99XX99",
    "XX99XX",
    "XXXX99",
    "99XXXX",
    "99XXX9",
    "9XXX99",
    "XX999X",
    "X999XX",
    "XXX99X",
    "X99XXX",
    "9XX999",
    "999XX9",
]


@st.composite
def plates(draw: st.DrawFn) -> str:
    patroon = draw(st.sampled_from(_PATRONEN))
    return "".join(draw(st.sampled_from(_LETTER if teken == "X" else _CIJFER)) for teken in patroon)


@given(plates())
def test_every_regular_plate_has_two_dashes_and_groups_of_one_kind(compact: str) -> None:
    kenteken = Kenteken.parse(compact)
    groepen = kenteken.weergave.split("-")
    assert len(groepen) == 3
    assert all(len(groep) <= 3 and (groep.isalpha() or groep.isdigit()) for groep in groepen)
    assert "".join(groepen) == compact
    assert kenteken.geldig
    assert kenteken.bij_rdw
    assert kenteken.sidecode == _PATRONEN.index("".join("X" if teken.isalpha() else "9" for teken in compact)) + 1
