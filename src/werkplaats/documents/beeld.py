"""Pages of a PDF as pictures, for the preview and for the printer."""

from __future__ import annotations

from contextlib import closing
from threading import Lock

from pypdfium2 import PdfDocument

from werkplaats.domain.afdruk import Bladbeeld

_ONE_AT_A_TIME = Lock()
"""PDFium keeps no threads apart."""


class Pdfium:
    """Reads documents with PDFium, the reader of Chromium."""

    def maten(self, inhoud: bytes) -> tuple[tuple[float, float], ...]:
        """Width and height of each page, in points of 1/72 inch."""
        with _ONE_AT_A_TIME, closing(PdfDocument(inhoud)) as document:
            return tuple(document.get_page_size(number) for number in range(len(document)))

    def beeld(self, inhoud: bytes, nummer: int, breed: int) -> Bladbeeld:
        """A page, counted from 0, as a picture of ``breed`` pixels wide."""
        with _ONE_AT_A_TIME, closing(PdfDocument(inhoud)) as document:
            page = document[nummer]
            bitmap = page.render(scale=breed / page.get_width(), rev_byteorder=True)
            return Bladbeeld(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))

    def teksten(self, inhoud: bytes) -> tuple[str, ...]:
        """The text of each page, as somebody copies it."""
        with _ONE_AT_A_TIME, closing(PdfDocument(inhoud)) as document:
            return tuple(page.get_textpage().get_text_range() for page in document)
