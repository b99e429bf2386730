"""P9: the vehicle card as PDF, on one page and with a note of many pages.

Baseline: a bare canvas of reportlab that puts the same lines of text at the same places, in the same letters. The
plate, the rules, the wrapping and the numbers of the pages are what the product does beside that.
"""

from __future__ import annotations

from datetime import date
from io import BytesIO
from time import perf_counter
from typing import TYPE_CHECKING
from unittest.mock import patch

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from benchmarks.measure import Ratio, Report, Series, in_turn
from benchmarks.people import auto, people_of, relatie
from werkplaats.documents import blad
from werkplaats.documents.letters import letters
from werkplaats.documents.voertuigkaart import draw_voertuigkaart
from werkplaats.domain.afdruk import Briefhoofd, VoertuigAfdruk
from werkplaats.domain.instellingen import ShopInstellingen
from werkplaats.domain.kmstand import Punt
from werkplaats.domain.kmverloop import Verloop
from werkplaats.domain.naam import adresregel, weergave
from werkplaats.domain.voertuig import RelatieKop, VoertuigKaart

if TYPE_CHECKING:
    from benchmarks.options import Options

PROMISED = "0.7 x as fast (ratio 1.43 x)"
NOTES = {"one page": 2, "a long note": 400}
Line = tuple[float, float, str, str, float, str]
_PER_RUN = 5
"""One document takes a few milliseconds; of several the clock of the computer counts less."""


def afdruk(note_lines: int) -> VoertuigAfdruk:
    """A card as a garage has it, with a note of so many lines."""
    wagen, wie = auto(80, people_of(1000)), relatie(80)
    kaart = VoertuigKaart(
        kenteken=wagen.kenteken,
        merk="Volkswagen",
        model="Golf",
        type="1.4 TSI Comfortline",
        chassisnummer=wagen.vin,
        brandstof="Benzine",
        bouwjaar=2017,
        ledig_gewicht=1217,
        vervaldatum_apk=date(2027, 3, 1),
        kleur="Grijs",
        vermogen=92,
        bandenmaat_voor="205/55 R16 91V",
        opties=("Airco", "Trekhaak afneembaar"),
        notitie="\n".join(
            f"Regel {nummer}: de klant wil gebeld worden als er iets bij komt." for nummer in range(note_lines)
        ),
    )
    shop = ShopInstellingen("Autobedrijf Zonnebaan", straat="Zonnebaan", huisnr="12", plaats="Utrecht")
    eigenaar = RelatieKop(80, weergave(wie), adresregel(wie), wie.telefoon)
    km = Verloop((Punt(date(2026, 1, 1), 52449),), (None,), 12300)
    return VoertuigAfdruk(Briefhoofd(shop, date(2026, 11, 24)), kaart, eigenaar, km)


def lines_of(value: VoertuigAfdruk) -> list[list[Line]]:
    """The text of each page with its places and letters, taken down while the product writes it."""
    pages: list[list[Line]] = []

    def take_down(_canvas: Canvas, lines: list[Line]) -> None:
        pages.append([line for line in lines if line[2]])

    with patch.object(blad, "_put", take_down):
        draw_voertuigkaart(value)
    return pages


def draw_bare(pages: list[list[Line]]) -> bytes:
    """The same text, by reportlab alone."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, initialFontName=letters().gewoon, pageCompression=1)
    for page in pages:
        for line in page:
            x, y, text, letter, size, _role = line
            canvas.setFont(letter, size)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def run(options: Options) -> Report:
    """Measures both documents."""
    ratios = tuple(_measure(what, lines, options.pairs) for what, lines in NOTES.items())
    return Report(options.command("p9"), ratios, (_pages(),))


def _measure(what: str, note_lines: int, pairs: int) -> Ratio:
    value = afdruk(note_lines)
    pages = lines_of(value)

    def product() -> float:
        begin = perf_counter()
        for _time in range(_PER_RUN):
            draw_voertuigkaart(value)
        return (perf_counter() - begin) / _PER_RUN

    def baseline() -> float:
        begin = perf_counter()
        for _time in range(_PER_RUN):
            draw_bare(pages)
        return (perf_counter() - begin) / _PER_RUN

    # Once for nothing: the letters are packed with the first document of a run.
    product(), baseline()
    ours, bare = in_turn(pairs, product, baseline)
    return Ratio("P9", f"vehicle card: {what}", PROMISED, Series("draw_voertuigkaart", ours), Series("reportlab", bare))


def _pages() -> str:
    counts = ", ".join(f"{what}: {len(lines_of(afdruk(lines)))}" for what, lines in NOTES.items())
    return f"Pages: {counts}."
