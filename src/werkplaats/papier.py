"""The documents on paper: what draws them and what reads them, loaded with the first one so that no start waits."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, cast

from werkplaats.services.pdfbestand import write_document
from werkplaats.usecases.afdrukken import Afdrukken, Tekenaars

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from werkplaats.documents.beeld import Pdfium
    from werkplaats.domain.afdruk import Bladbeeld
    from werkplaats.domain.moment import Klok
    from werkplaats.store.opslag import Store


def printing(store: Store, klok: Klok) -> Afdrukken:
    """The documents; what draws and reads them is loaded with the first one, and holds up no start."""
    return Afdrukken(store, klok, Tekenaars(*map(drawn_by, ("voertuigkaart", "sleutellabel", "werkkaart"))))


def drawn_by(document: str) -> Callable[[object], bytes]:
    """A document by the name of its module, which holds ``draw_`` and that name."""

    def draw(afdruk: object) -> bytes:
        module = import_module(f"werkplaats.documents.{document}")
        return cast("bytes", getattr(module, f"draw_{document}")(afdruk))

    return draw


class PdfPapier:
    """Reads documents with PDFium, loaded with the first one."""

    def maten(self, inhoud: bytes) -> tuple[tuple[float, float], ...]:
        """Width and height of each page, in points."""
        return self._pdfium.maten(inhoud)

    def beeld(self, inhoud: bytes, nummer: int, breed: int) -> Bladbeeld:
        """A page as a picture."""
        return self._pdfium.beeld(inhoud, nummer, breed)

    def teksten(self, inhoud: bytes) -> tuple[str, ...]:
        """The text of each page."""
        return self._pdfium.teksten(inhoud)

    def write(self, bestand: Path, inhoud: bytes) -> None:
        """Writes it to a file, whole or not at all."""
        write_document(bestand, inhoud)

    @cached_property
    def _pdfium(self) -> Pdfium:
        return cast("Pdfium", import_module("werkplaats.documents.beeld").Pdfium())
