"""What a file is, by its content; and a name that every file system takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.bijlage import (
    NAAM_HOOGSTENS,
    ONBEKEND,
    calls_itself_foto,
    grootte_tekst,
    is_foto,
    may_open,
    recognise,
    tidy_name,
)

BMP = b"BM" + bytes(12) + (40).to_bytes(4, "little")


@pytest.mark.parametrize(
    ("kop", "soort"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "image/webp"),
        (b"RIFF\x10\0\0\0WAVEfmt ", ONBEKEND),
        (b"\0\0\0\x18ftypheic", "image/heic"),
        (BMP, "image/bmp"),
        (b"BMW 320i, geel", "text/plain"),
        (b"%PDF-1.7", "application/pdf"),
        (b"PK\x03\x04", "application/zip"),
        (b"MZ\x90\0", ONBEKEND),
        (b"MZ gewoon tekst", ONBEKEND),
        ("Geachte heer, café".encode(), "text/plain"),
        (b"", ONBEKEND),
    ],
)
def test_the_first_bytes_say_what_a_file_is(kop: bytes, soort: str) -> None:
    assert recognise(kop) == soort
    assert is_foto(soort) == soort.startswith("image/")


@given(st.binary(max_size=80))
def test_any_bytes_are_something(kop: bytes) -> None:
    assert recognise(kop)


@pytest.mark.parametrize(
    ("naam", "soort", "schoon"),
    [
        ("voor.jpg", "image/jpeg", "voor.jpg"),
        ("C:\\Users\\balie\\voor.jpg", "image/jpeg", "voor.jpg"),
        ("../../etc/passwd", "text/plain", "passwd"),
        ("voor.txt", "image/png", "voor.txt.png"),
        ("", "image/png", "bestand.png"),
        ("...", "application/pdf", "bestand"),
        ("con.pdf", "application/pdf", "_con.pdf"),
        ("a\tb\n.pdf", "application/pdf", "a b .pdf"),
        ("factuur\u202efdp.exe", ONBEKEND, "factuur fdp.exe"),
    ],
)
def test_a_name_is_made_fit_for_every_computer(naam: str, soort: str, schoon: str) -> None:
    assert tidy_name(naam, soort) == schoon


@pytest.mark.parametrize("lengte", [NAAM_HOOGSTENS - 4, NAAM_HOOGSTENS - 3, 251, 5000])
def test_a_long_name_is_shortened_and_keeps_its_ending(lengte: int) -> None:
    naam = tidy_name("k" * lengte + ".jpg", "image/jpeg")
    assert len(naam) <= NAAM_HOOGSTENS
    assert naam.endswith(".jpg")
    assert ("…" in naam) == (lengte + 4 > NAAM_HOOGSTENS)


@given(st.text(max_size=400), st.sampled_from(["image/jpeg", "application/pdf", ONBEKEND]))
def test_every_name_becomes_one_that_a_file_can_have(naam: str, soort: str) -> None:
    schoon = tidy_name(naam, soort)
    assert 0 < len(schoon) <= NAAM_HOOGSTENS
    assert not set(schoon) & set('<>:"/\\|?*\0\n\u202e')
    assert tidy_name(schoon, soort) == schoon


@pytest.mark.parametrize(
    ("naam", "soort", "mag"),
    [
        ("brief.pdf", "application/pdf", True),
        ("brief.PDF", "application/pdf", True),
        ("offerte.docx", "application/zip", True),
        ("brief.pdf", ONBEKEND, False),
        ("brief.pdf.exe", ONBEKEND, False),
        ("programma.exe", "application/pdf", False),
        ("script.bat", "text/plain", False),
        ("script.js", "text/plain", False),
        ("macro.docm", "application/zip", False),
        ("programma.jar", "application/zip", False),
    ],
)
def test_only_what_starts_no_program_may_be_opened(naam: str, soort: str, mag: bool) -> None:
    assert may_open(naam, soort) is mag


def test_a_file_may_call_itself_a_photo() -> None:
    assert calls_itself_foto("Voor.JPG")
    assert not calls_itself_foto("voor.pdf")


@pytest.mark.parametrize(
    ("grootte", "tekst"), [(1, "1 kB"), (12_400, "12 kB"), (3_400_000, "3,4 MB"), (52_428_800, "52,4 MB")]
)
def test_a_size_as_people_say_it(grootte: int, tekst: str) -> None:
    assert grootte_tekst(grootte) == tekst
