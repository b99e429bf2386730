"""Values of which these tests draw documents, and the eyes with which they read them back."""

from __future__ import annotations

from datetime import date

from werkplaats.documents.beeld import Pdfium
from werkplaats.domain.afdruk import Briefhoofd
from werkplaats.domain.instellingen import ShopInstellingen

DAG = date(2026, 11, 24)
SHOP = ShopInstellingen(
    "Autobedrijf Van den Berg & Zonen",
    straat="Industrieweg",
    huisnr="12",
    postcode="6541 CW",
    plaats="Nijmegen",
    telefoon="024 123 4567",
    email="info@example.com",
    btw_nummer="NL123456789B01",
    kvk_nummer="12345678",
)
HOOFD = Briefhoofd(SHOP, DAG)


def pages(pdf: bytes) -> tuple[str, ...]:
    """The text of each page on one line, as a reader copies it."""
    return tuple(" ".join(text.split()) for text in Pdfium().teksten(pdf))
