"""The kit of all documents on A4: pages with the shop's head, headings, fields, text, tables, and page x van y.

What is drawn is noted first and put on paper at the end, when it is known how many pages there are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from werkplaats.documents.kleuren import ink
from werkplaats.documents.letters import clean, letters, width, wrap
from werkplaats.documents.tabel import MARGE, lay_out, widths
from werkplaats.domain.afdruk import POINTS_PER_MM
from werkplaats.domain.datum import datum_tekst
from werkplaats.i18n import _, woord

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from werkplaats.documents.tabel import Cellen, Kolom
    from werkplaats.domain.afdruk import Briefhoofd
    from werkplaats.domain.instellingen import ShopInstellingen

LINKS = 18 * POINTS_PER_MM
_BOVEN = 16 * POINTS_PER_MM
_ONDER = 20 * POINTS_PER_MM
_GEWOON, _KLEIN, _KOP, _TITEL, _NAAM = 9.5, 8.0, 11.0, 17.0, 14.0
_REGEL = 1.38
"""A line is so many times its letters high."""
_LABEL = 0.46
"""The share of a field's width that its label takes."""
_TUSSEN = 14.0


_Tekst = tuple[float, float, str, str, float, str]
"""A piece of text: where it begins, what it says, in which letter, how large, in the colour of which role."""


@dataclass(slots=True)
class _Pagina:
    """What stands on a page: drawings below, text on them."""

    tekeningen: list[Callable[[Canvas], None]] = field(default_factory=list)
    tekst: list[_Tekst] = field(default_factory=list)


class Blad:
    """A document that grows downward and goes on on a next page by itself; sizes are in points, ``y`` from below."""

    def __init__(self, titel: str, hoofd: Briefhoofd, kenmerk: str = "") -> None:
        self._titel = clean(titel)
        self._kenmerk = clean(kenmerk)
        self._hoofd = hoofd
        self._letters = letters()
        self._paginas: list[_Pagina] = []
        self.breed = A4[0] - 2 * LINKS
        self.y = 0.0
        self._new_page()

    # What a document puts in it.

    def kop(self, tekst: str) -> None:
        """A heading; it never stands alone at the foot of a page."""
        self.room(_KOP * _REGEL + 3 * _GEWOON * _REGEL)
        self.y -= 8
        self._line(LINKS, tekst, self._letters.vet, _KOP, "text")
        self._rule(self.y - 3)
        self.y -= 7

    def alinea(self, tekst: str, *, vet: bool = False, rol: str = "text") -> None:
        """Text over the whole width."""
        letter = self._letters.vet if vet else self._letters.gewoon
        for regel in wrap(tekst, letter, _GEWOON, self.breed):
            self.room(_GEWOON * _REGEL)
            self._line(LINKS, regel, letter, _GEWOON, rol)

    def velden(self, velden: Sequence[tuple[str, str]], naast: int = 2) -> None:
        """Labels with their values, so many beside each other; a long value goes on under itself."""
        breed = (self.breed - (naast - 1) * _TUSSEN) / naast
        # Labels are as wide whether there is one field on a line or two, so that values stand under each other.
        label = (self.breed - _TUSSEN) / 2 * _LABEL
        for begin in range(0, len(velden), naast):
            rij = velden[begin : begin + naast]
            gelegd = [lay_out(paar, (label, breed - label), self._letters.gewoon, _GEWOON) for paar in rij]
            self._rows(gelegd, [LINKS + nummer * (breed + _TUSSEN) for nummer in range(naast)], label)

    def tabel(
        self, kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]], totalen: Sequence[Sequence[str]] = ()
    ) -> None:
        """A table; its head is repeated on each page, and a row that is too high for a page goes on on the next."""
        breedtes = widths(kolommen, self.breed)
        kop = lay_out([kolom.kop for kolom in kolommen], breedtes, self._letters.vet, _KLEIN)
        self.room((kop.hoogte + 2) * _GEWOON * _REGEL)
        self._head(kolommen, breedtes, kop)
        for teksten in rijen:
            self._row(kolommen, breedtes, kop, lay_out(teksten, breedtes, self._letters.gewoon, _GEWOON))
        for teksten in totalen:
            self._row(kolommen, breedtes, kop, lay_out(teksten, breedtes, self._letters.vet, _GEWOON), vet=True)

    def draw(self, hoogte: float, tekening: Callable[[Canvas, float, float], None]) -> float:
        """Gives a drawing its room at the left, with its lower left corner at the x and y that it is called with."""
        self.room(hoogte)
        self.y -= hoogte
        self._note(partial(_draw_at, tekening, LINKS, self.y))
        return self.y

    def beside(self, x: float, y: float, regels: Sequence[tuple[str, bool]]) -> None:
        """Lines of text at a place, from above; True is bold."""
        for tekst, vet in regels:
            letter = self._letters.vet if vet else self._letters.gewoon
            punten = _NAAM if vet else _GEWOON
            for regel in wrap(tekst, letter, punten, LINKS + self.breed - x):
                y -= punten * 1.25
                self._write((x, y, regel, letter, punten, "text" if vet else "text_2"))

    def space(self, punten: float) -> None:
        """Leaves room."""
        self.y -= punten

    def room(self, hoogte: float) -> None:
        """Goes on on a next page where less than this is left."""
        if self.y - hoogte < _ONDER and self.y < self._top:
            self._new_page()

    def pdf(self) -> bytes:
        """The document."""
        uit = BytesIO()
        canvas = Canvas(uit, pagesize=A4, initialFontName=self._letters.gewoon, pageCompression=1)
        canvas.setTitle(self._titel)
        canvas.setAuthor(clean(self._hoofd.shop.naam))
        canvas.setCreator("Werkplaats")
        for nummer, pagina in enumerate(self._paginas, 1):
            for tekening in pagina.tekeningen:
                tekening(canvas)
            _put(canvas, [*pagina.tekst, *self._foot(nummer)])
            canvas.showPage()
        canvas.save()
        return uit.getvalue()

    # Pages.

    def _new_page(self) -> None:
        self._paginas.append(_Pagina())
        self.y = A4[1] - _BOVEN
        if len(self._paginas) == 1:
            self._letterhead(self._hoofd.shop)
        else:
            self._line(LINKS, self._titel, self._letters.vet, _KLEIN, "text_2", rechts=self._kenmerk)
            self._rule(self.y - 3)
            self.y -= 10
        self._top = self.y

    def _letterhead(self, shop: ShopInstellingen) -> None:
        """The shop at the right with what the law wants of it, the title of the document at the left."""
        boven, half = self.y, self.breed / 2
        for tekst, letter, punten in self._shop_lines(shop):
            for regel in wrap(tekst, letter, punten, half):
                self.y -= punten * _REGEL
                x = LINKS + self.breed - width(regel, letter, punten)
                self._write((x, self.y, regel, letter, punten, "text"))
        onder, self.y = self.y, boven
        for regel in wrap(self._titel, self._letters.vet, _TITEL, half - _TUSSEN):
            self._line(LINKS, regel, self._letters.vet, _TITEL, "text")
        onder_titel = " · ".join(deel for deel in (self._kenmerk, datum_tekst(self._hoofd.datum)) if deel)
        for regel in wrap(onder_titel, self._letters.gewoon, _GEWOON, half - _TUSSEN):
            self._line(LINKS, regel, self._letters.gewoon, _GEWOON, "text_2")
        self.y = min(self.y, onder) - 8
        self._rule(self.y)
        self.y -= 10

    def _shop_lines(self, shop: ShopInstellingen) -> list[tuple[str, str, float]]:
        nummer = woord(shop.land, "bedrijfsnummer")
        regels = [
            " ".join(deel for deel in (shop.straat, shop.huisnr) if deel),
            " ".join(deel for deel in (shop.postcode, shop.plaats) if deel),
            " · ".join(deel for deel in (shop.telefoon, shop.email) if deel),
            _("BTW {nummer}").format(nummer=shop.btw_nummer) if shop.btw_nummer else "",
            f"{nummer} {shop.kvk_nummer}" if shop.kvk_nummer else "",
        ]
        kleine = [(regel, self._letters.gewoon, _KLEIN) for regel in regels if regel]
        return [(shop.naam, self._letters.vet, _KOP), *kleine]

    def _foot(self, nummer: int) -> list[_Tekst]:
        pagina = _("Pagina {nummer} van {aantal}").format(nummer=nummer, aantal=len(self._paginas))
        y, letter = _ONDER - 18, self._letters.gewoon
        x = LINKS + self.breed - width(pagina, letter, _KLEIN)
        return [(LINKS, y, self._kenmerk, letter, _KLEIN, "text_2"), (x, y, pagina, letter, _KLEIN, "text_2")]

    # Lines.

    def _write(self, tekst: _Tekst) -> None:
        self._paginas[-1].tekst.append(tekst)

    def _note(self, tekening: Callable[[Canvas], None]) -> None:
        self._paginas[-1].tekeningen.append(tekening)

    def _line(self, x: float, tekst: str, letter: str, punten: float, rol: str, rechts: str = "") -> None:
        self.y -= punten * _REGEL
        self._write((x, self.y, tekst, letter, punten, rol))
        if rechts:
            x = LINKS + self.breed - width(rechts, letter, punten)
            self._write((x, self.y, rechts, letter, punten, rol))

    def _rule(self, y: float) -> None:
        self._note(partial(_rule, LINKS, LINKS + self.breed, y))

    def _rows(self, gelegd: Sequence[Cellen], plekken: Sequence[float], label: float) -> None:
        """Fields beside each other, over as many pages as the highest of them needs."""
        for nummer in range(max(cellen.hoogte for cellen in gelegd)):
            self.room(_GEWOON * _REGEL)
            self.y -= _GEWOON * _REGEL
            for x, cellen in zip(plekken, gelegd, strict=False):
                for regels, bij, rol in zip(cellen.regels, (0.0, label), ("text_2", "text"), strict=True):
                    if nummer < len(regels):
                        letter = self._letters.gewoon
                        self._write((x + bij, self.y, regels[nummer], letter, _GEWOON, rol))

    def _head(self, kolommen: Sequence[Kolom], breedtes: Sequence[float], kop: Cellen) -> None:
        self._cells(kolommen, breedtes, kop, self._letters.vet, _KLEIN)
        self._rule(self.y - 3)
        self.y -= 5

    def _row(
        self, kolommen: Sequence[Kolom], breedtes: Sequence[float], kop: Cellen, rij: Cellen, *, vet: bool = False
    ) -> None:
        hoog = _GEWOON * _REGEL
        if self.y - rij.hoogte * hoog < _ONDER:
            past = int((self.y - _ONDER) / hoog)
            vol = int((self._top - _ONDER) / hoog) - kop.hoogte - 1
            if rij.hoogte > vol and past > 0:
                eerst, rij = rij.cut(past)
                self._cells(kolommen, breedtes, eerst, self._letters.gewoon, _GEWOON)
            self._new_page()
            self._head(kolommen, breedtes, kop)
            if rij.hoogte > vol:
                self._row(kolommen, breedtes, kop, rij, vet=vet)
                return
        self._cells(kolommen, breedtes, rij, self._letters.vet if vet else self._letters.gewoon, _GEWOON)
        self.y -= 2

    def _cells(
        self, kolommen: Sequence[Kolom], breedtes: Sequence[float], rij: Cellen, letter: str, punten: float
    ) -> None:
        boven, x = self.y, LINKS
        for kolom, breed, regels in zip(kolommen, breedtes, rij.regels, strict=True):
            for nummer, regel in enumerate(regels, 1):
                over = breed - 2 * MARGE - width(regel, letter, punten) if kolom.rechts else 0
                y = boven - nummer * punten * _REGEL
                self._write((x + MARGE + over, y, regel, letter, punten, "text"))
            x += breed
        self.y = boven - rij.hoogte * punten * _REGEL


def _put(canvas: Canvas, teksten: Sequence[_Tekst]) -> None:
    """Writes the text of a page in one go; letter and colour are named where they change."""
    uit = canvas.beginText()
    vorige: tuple[str, float, str] | None = None
    for x, y, tekst, letter, punten, rol in teksten:
        if not tekst:
            continue
        if (letter, punten, rol) != vorige:
            uit.setFont(letter, punten)
            uit.setFillColor(ink(rol))
            vorige = (letter, punten, rol)
        uit.setTextOrigin(x, y)
        uit.textOut(tekst)
    canvas.drawText(uit)


def _rule(links: float, rechts: float, y: float, canvas: Canvas) -> None:
    canvas.setStrokeColor(ink("line_2"))
    canvas.setLineWidth(0.6)
    canvas.line(links, y, rechts, y)


def _draw_at(tekening: Callable[[Canvas, float, float], None], x: float, y: float, canvas: Canvas) -> None:
    tekening(canvas, x, y)
