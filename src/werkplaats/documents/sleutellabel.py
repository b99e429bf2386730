"""The label on a car's key: the plate large, which car and whose, the day, and a code for the scanner."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from reportlab.graphics.barcode.code128 import Code128
from reportlab.pdfgen.canvas import Canvas

from werkplaats.documents.kleuren import ink
from werkplaats.documents.letters import clean, letters, width, wrap
from werkplaats.documents.plaat import draw_plate, plate_width
from werkplaats.domain.afdruk import POINTS_PER_MM
from werkplaats.domain.datum import datum_tekst
from werkplaats.i18n import _

if TYPE_CHECKING:
    from werkplaats.domain.afdruk import LabelAfdruk

_RAND = 2.5 * POINTS_PER_MM
_SMALLEST = 0.19 * POINTS_PER_MM
"""The narrowest bar that a label printer of 300 dots per inch prints and a common scanner reads."""
_WIDEST = 0.4 * POINTS_PER_MM
_LEAST_LETTER = 5.0


def draw_sleutellabel(afdruk: LabelAfdruk) -> bytes:
    """The PDF of a label, on a page of exactly the label's size."""
    breed, hoog = (maat * POINTS_PER_MM for maat in afdruk.maat.mm)
    uit = BytesIO()
    canvas = Canvas(uit, pagesize=(breed, hoog), initialFontName=letters().gewoon, pageCompression=1)
    canvas.setTitle(_("Sleutellabel"))
    canvas.setCreator("Werkplaats")
    plaat = hoog * 0.34
    _plate(canvas, afdruk, breed - 2 * _RAND, hoog - _RAND - plaat, plaat)
    streep = hoog * 0.24 if afdruk.code else 0.0
    _words(canvas, afdruk, breed - 2 * _RAND, (_RAND + streep, hoog - _RAND - plaat))
    if afdruk.code:
        _bars(canvas, afdruk.code, breed, streep)
    canvas.showPage()
    canvas.save()
    return uit.getvalue()


def _plate(canvas: Any, afdruk: LabelAfdruk, ruimte: float, y: float, hoog: float) -> None:
    """The plate, and at its right the number of the key; a car without a plate is told by the code under it."""
    rechts = _RAND
    if afdruk.kenteken is not None:
        hoog = min(hoog, hoog * ruimte / plate_width(afdruk.kenteken, hoog))
        draw_plate(canvas, _RAND, y, hoog, afdruk.kenteken)
        rechts += plate_width(afdruk.kenteken, hoog) + _RAND
    else:
        _fitted(canvas, _RAND, y + hoog * 0.3, afdruk.code, letters().vet, hoog * 0.5, ruimte)
        return
    over = _RAND + ruimte - rechts
    if afdruk.sleutelnummer and over > 12:
        canvas.setFillColor(ink("text"))
        _fitted(canvas, rechts, y + hoog * 0.25, afdruk.sleutelnummer, letters().vet, hoog * 0.55, over)


def _words(canvas: Any, afdruk: LabelAfdruk, breed: float, tussen: tuple[float, float]) -> None:
    """Car, owner and day in the room between plate and bars, as large as they fit; a long text goes on under itself."""
    onder, boven = tussen
    dag = datum_tekst(afdruk.datum)
    teksten = [
        (afdruk.auto, letters().gewoon),
        (" · ".join(deel for deel in (afdruk.eigenaar, dag) if deel), letters().vet),
    ]
    punten = (boven - onder) * 0.34
    while True:
        regels = [(regel, letter) for tekst, letter in teksten for regel in wrap(tekst, letter, punten, breed) if regel]
        if len(regels) * punten * 1.25 <= boven - onder - 2 or punten <= _LEAST_LETTER:
            break
        punten -= 0.5
    canvas.setFillColor(ink("text"))
    for nummer, (regel, letter) in enumerate(regels, 1):
        canvas.setFont(letter, punten)
        canvas.drawString(_RAND, boven - 1 - nummer * punten * 1.2, regel)


def _fitted(canvas: Any, x: float, y: float, tekst: str, letter: str, punten: float, breed: float) -> None:
    schoon = clean(tekst)
    punten = min(punten, punten * breed / max(width(schoon, letter, punten), 1))
    canvas.setFont(letter, punten)
    canvas.drawString(x, y, schoon)


def _bars(canvas: Any, code: str, breed: float, hoog: float) -> None:
    """The bars in the middle, as wide as fit; without the white at both ends no scanner finds them."""
    modules = Code128(code, barWidth=1, barHeight=1, quiet=False).width
    dikte = min(_WIDEST, (breed - 2 * _RAND) / modules)
    if dikte < _SMALLEST:
        return
    streep = Code128(code, barWidth=dikte, barHeight=hoog - 2, quiet=False)
    streep.drawOn(canvas, (breed - streep.width) / 2, _RAND)
