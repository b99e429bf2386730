"""A CSV file: what a Dutch Excel reads, never a formula, whole or not there."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.errors import OpslagFout
from werkplaats.services.csvbestand import guard, write_csv

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def test_excel_opens_it_by_a_double_click(tmp_path: Path) -> None:
    bestand = tmp_path / "lijst.csv"
    assert write_csv(bestand, ("Kenteken", "Naam"), [("GA-482-R", 'Citroën; "Wit"'), ("", "regel\neen")]) == 2
    assert bestand.read_bytes().startswith(b"\xef\xbb\xbfKenteken;Naam\r\n")
    with bestand.open(encoding="utf-8-sig", newline="") as bron:
        assert list(csv.reader(bron, delimiter=";"))[1:] == [["GA-482-R", 'Citroën; "Wit"'], ["", "regel\neen"]]


@pytest.mark.parametrize("tekst", ["=1+1", "+31 6 12", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1"])
def test_what_a_spreadsheet_would_calculate_gets_an_apostrophe(tekst: str) -> None:
    assert guard(tekst) == "'" + tekst


@given(st.text(alphabet="=+-@\t\r\n \0'a1;"))
def test_no_cell_begins_as_a_formula(tekst: str) -> None:
    assert not guard(tekst).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert "\0" not in guard(tekst)


def test_what_fails_half_way_leaves_the_older_file(tmp_path: Path) -> None:
    bestand = tmp_path / "lijst.csv"
    bestand.write_text("ouder", encoding="utf-8")

    def lines() -> Iterator[tuple[str]]:
        yield ("een",)
        raise RuntimeError("stop")

    with pytest.raises(RuntimeError):
        write_csv(bestand, ("Naam",), lines())
    assert bestand.read_text(encoding="utf-8") == "ouder"
    assert list(tmp_path.iterdir()) == [bestand]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OpslagFout, match="BESTAND_NIET_GESCHREVEN"):
        write_csv(tmp_path / "weg" / "lijst.csv", ("Naam",), [])
