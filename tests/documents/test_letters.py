"""The letters: Inter goes along in the document, and its text can be read back whatever its accents."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from tests.documents.afdrukken import HOOFD, pages
from werkplaats.documents import letters as letters_module
from werkplaats.documents.blad import Blad
from werkplaats.documents.letters import clean, letters, width
from werkplaats.documents.opentype import OpenTypeFont
from werkplaats.resources import inter_file

NAMES = "Zoë Çelik, Łukasz Dąbrowski, Nguyễn Đức, Ștefan, Ĳsbrand, Müßig, Ωμέγα, Юрий, € 1.234,56 \N{EN DASH} \\ (x)"


def test_names_from_everywhere_can_be_read_back() -> None:
    blad = Blad("Brief", HOOFD)
    blad.alinea(NAMES)
    assert NAMES in pages(blad.pdf())[0]


def test_letters_and_accents_apart_become_one_sign_and_control_signs_go() -> None:
    assert clean("Zoe\u0308\u0000\tx\r\ny") == "Zo\u00eb  x\ny"


def test_inter_is_carried_by_the_document() -> None:
    blad = Blad("Brief", HOOFD)
    blad.alinea("x", vet=True)
    pdf = blad.pdf()
    assert pdf.count(b"CIDFontType0C") == 2
    assert len(pdf) < 200_000


def test_a_document_has_letters_where_inter_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters_module, "inter_file", lambda _weight: None)
    assert isinstance(letters_module._font("Proef", "Regular", "Vera.ttf"), TTFont)


def test_a_sign_that_the_font_lacks_still_takes_room() -> None:
    assert width("\u6f22", letters().gewoon, 10) > 0


def test_a_glyph_that_is_kept_is_as_wide_as_the_font_says() -> None:
    path = inter_file("Regular")
    assert isinstance(path, Path)
    font = OpenTypeFont("Proef", path)
    assert font.stringWidth("ii", 10) == pytest.approx(2 * font.stringWidth("i", 10))
    assert font.stringWidth("M", 10) > font.stringWidth("i", 10)
