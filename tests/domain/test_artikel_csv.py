"""A shop's lists from a CSV file: whole or not at all, and each fault with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.artikel import Artikel, Pakket, PakketDeel, Standaardtekst
from werkplaats.domain.artikel_csv import (
    BYTES_HOOGSTENS,
    REGELS_HOOGSTENS,
    read_artikelen,
    read_pakketten,
    read_teksten,
)
from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.btw import BtwCode
from werkplaats.errors import WerkplaatsError

KOP = "code;omschrijving;prijs"


def test_a_file_of_excel_is_read() -> None:
    kop = "\ufeffCode;Omschrijving;Prijs;Eenheid;Uren;Btw;Voorraad;Locatie"
    tekst = f"{kop}\r\nOL;Olie 5W;13,95;l;;9 %;4;B-07\r\n\r\nARB;Arbeid;84,50;;ja;;;\r\n"
    assert read_artikelen(tekst.encode()) == (
        Artikel("OL", "Olie 5W", Bedrag(1395), "l", False, BtwCode.LAAG, 4000, "B-07"),
        Artikel("ARB", "Arbeid", Bedrag(8450), "u", True),
    )


def test_an_older_excel_and_commas_are_read_too() -> None:
    inhoud = 'code,tekst\nGEB,"Cliënt gebeld, akkoord."\n'.encode("cp1252")
    assert read_teksten(inhoud) == (Standaardtekst("GEB", "Cliënt gebeld, akkoord."),)


def test_what_an_export_guarded_comes_back_as_it_was() -> None:
    assert read_teksten(b"code;tekst\nA;'=1+1\nB;'s avonds")[0].tekst == "=1+1"
    assert read_teksten(b"code;tekst\nA;'=1+1\nB;'s avonds")[1].tekst == "'s avonds"


@pytest.mark.parametrize(
    ("inhoud", "code", "regel"),
    [
        ("", "CSV_LEEG", None),
        (f"{KOP}\n", "CSV_LEEG", None),
        ("code;prijs\nA;1", "CSV_KOLOM", None),
        (f"{KOP}\nA;Bout;1\nB;Moer;veel", "CSV_REGEL", 3),
        (f"{KOP}\nA;;1", "CSV_REGEL", 2),
        (f"{KOP}\n;Bout;1", "CSV_REGEL", 2),
        (f"{KOP}\n{'x' * 41};Bout;1", "CSV_REGEL", 2),
        (f"{KOP}\nA;{'x' * 501};1", "CSV_REGEL", 2),
        (f"{KOP};btw\nA;Bout;1;17", "CSV_REGEL", 2),
        (f"{KOP};voorraad\nA;Bout;1;x", "CSV_REGEL", 2),
        (f"{KOP}\nA;Bout;1\na;Moer;1", "CSV_DUBBEL", 3),
        (f"{KOP}\nA;Bo\0ut;1", "CSV_GEEN_TEKST", None),
    ],
)
def test_a_fault_names_its_line_and_nothing_is_taken(inhoud: str, code: str, regel: int | None) -> None:
    with pytest.raises(WerkplaatsError) as gevangen:
        read_artikelen(inhoud.encode())
    assert (gevangen.value.code, gevangen.value.params.get("regel")) == (code, regel)


def test_a_file_has_an_end() -> None:
    with pytest.raises(WerkplaatsError, match="CSV_TE_GROOT"):
        read_artikelen(b"x" * (BYTES_HOOGSTENS + 1))
    veel = "\n".join([KOP, *(f"A{nr};x;1" for nr in range(REGELS_HOOGSTENS + 1))])
    with pytest.raises(WerkplaatsError, match="CSV_TE_VEEL"):
        read_artikelen(veel.encode())


@given(st.binary(max_size=300))
def test_whatever_is_read_ends_in_a_list_or_in_words(inhoud: bytes) -> None:
    code = ""
    try:
        read_artikelen(b"code;omschrijving;prijs\n" + inhoud)
    except WerkplaatsError as fout:
        code = fout.code
    assert code == "" or code.startswith("CSV_")


def test_a_package_is_its_lines_together() -> None:
    tekst = "pakket;omschrijving;code;aantal\nPK-KB;Kleine beurt;ol;4,25\nPK-APK;Keuring;APK;\npk-kb;;ARB;0,8\n"
    assert read_pakketten(tekst.encode(), ("OL", "ARB", "APK")) == (
        Pakket("PK-KB", "Kleine beurt", (PakketDeel("OL", 4250), PakketDeel("ARB", 800))),
        Pakket("PK-APK", "Keuring", (PakketDeel("APK"),)),
    )


@pytest.mark.parametrize(
    ("regels", "code", "kolom"),
    [
        ("A;Beurt;OL;1\nA;;WEG;1", "CSV_REGEL", "code"),
        ("A;Beurt;OL;1\nA;;ARB;veel", "CSV_REGEL", "aantal"),
        ("A;Beurt;OL;1\nA;;ARB;100000", "CSV_REGEL", "aantal"),
        ("A;Beurt;OL;1\nB;;ARB;1", "CSV_REGEL", "omschrijving"),
        ("A;Beurt;OL;1\n;Beurt;ARB;1", "CSV_REGEL", "pakket"),
        ("A;Beurt;OL;1\na;Beurt;ol;1", "CSV_DUBBEL", None),
    ],
)
def test_a_package_of_what_is_not_there_is_refused_with_its_line(regels: str, code: str, kolom: str | None) -> None:
    inhoud = f"pakket;omschrijving;code;aantal\n{regels}".encode()
    with pytest.raises(WerkplaatsError) as gevangen:
        read_pakketten(inhoud, ("OL", "ARB"))
    assert (gevangen.value.code, gevangen.value.params.get("kolom")) == (code, kolom)
    assert gevangen.value.params["regel"] == 3
