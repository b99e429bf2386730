"""The kit of documents: what does not fit goes on, and nothing is left out."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.afdrukken import HOOFD, pages
from werkplaats.documents.blad import Blad
from werkplaats.documents.letters import letters, width, wrap
from werkplaats.documents.taal import in_language
from werkplaats.documents.tabel import Kolom
from werkplaats.i18n import _, use_language

KOLOMMEN = [Kolom("Omschrijving", 5), Kolom("Aantal", 1, rechts=True), Kolom("Bedrag", 1.5, rechts=True)]


def test_the_first_page_says_who_writes_and_each_page_which_it_is() -> None:
    blad = Blad("Voertuigkaart", HOOFD, "GA-482-R")
    for nummer in range(120):
        blad.alinea(f"Regel {nummer}")
    first, *others = pages(blad.pdf())
    for word in ("Autobedrijf Van den Berg & Zonen", "Industrieweg 12", "6541 CW Nijmegen", "NL123456789B01"):
        assert word in first
    total = len(others) + 1
    assert total > 1
    assert [page.count(f"Pagina {nummer} van {total}") for nummer, page in enumerate((first, *others), 1)] == [
        1
    ] * total
    assert all("Voertuigkaart" in page for page in others)


def test_a_table_repeats_its_head_and_loses_no_row() -> None:
    blad = Blad("Werkkaart", HOOFD, "W-2026-1")
    rows = [(f"Regel {nummer:03d} " + "lang " * (nummer % 40), "1", "1.234,00") for nummer in range(100)]
    blad.tabel(KOLOMMEN, rows, [("Totaal", "", "123.400,00")])
    found = pages(blad.pdf())
    assert len(found) > 2
    assert all("Omschrijving Aantal Bedrag" in page for page in found)
    assert re.findall(r"Regel (\d+)", " ".join(found)) == [f"{nummer:03d}" for nummer in range(100)]
    assert "123.400,00" in found[-1]


def test_a_row_higher_than_a_page_goes_on_on_the_next() -> None:
    blad = Blad("Werkkaart", HOOFD)
    words = [f"w{nummer}" for nummer in range(4000)]
    blad.tabel(KOLOMMEN, [("kort", "1", "2"), (" ".join(words), "1", "2"), ("daarna", "1", "2")])
    found = pages(blad.pdf())
    assert re.findall(r"\bw\d+", " ".join(found)) == words
    assert "daarna" in found[-1]


def test_long_values_and_names_wrap_and_are_never_cut() -> None:
    name = "Van-der-Wal" * 30
    blad = Blad("Voertuigkaart", HOOFD, name)
    blad.velden([("Naam", name), ("Adres", "Straat 1")])
    text = "".join(" ".join(pages(blad.pdf())).split())
    assert text.count("Van-der-Wal") >= 60


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200), st.floats(min_value=8, max_value=400))
def test_wrapped_lines_fit_and_hold_every_sign(tekst: str, breed: float) -> None:
    letter = letters().gewoon
    lines = wrap(tekst, letter, 10, breed)
    assert all(len(line) == 1 or width(line, letter, 10) <= breed for line in lines if line)
    # Compared as the font writes it: accents joined to their letters, control signs gone.
    once = wrap(tekst, letter, 10, 1e9)
    assert "".join("".join(lines).split()) == "".join("".join(once).split())


def test_the_language_is_that_of_who_reads_it_and_the_window_keeps_its_own() -> None:
    use_language("nl")
    assert in_language("fr", lambda: _("Kenteken")) == "Kenteken", "without a catalogue the Dutch word stands"
    assert _("Opslaan") == "Opslaan"
