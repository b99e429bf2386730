"""The werkkaart on paper: what was asked and done, with chassis number and km-stand on it as Belgium wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.documents.blad import Blad
from werkplaats.documents.taal import in_language
from werkplaats.documents.tabel import Kolom
from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.kmstand import km_text
from werkplaats.domain.werkkaart_regel import DUIZEND, Regelsoort, number_text
from werkplaats.i18n import _

if TYPE_CHECKING:
    from werkplaats.domain.afdruk import WerkkaartAfdruk
    from werkplaats.domain.btw import Totalen
    from werkplaats.domain.werkkaart import Opname, WerkkaartInvoer
    from werkplaats.domain.werkkaart_regel import Regel


def draw_werkkaart(afdruk: WerkkaartAfdruk) -> bytes:
    """The PDF of a werkkaart, in the language of its owner."""
    return in_language(afdruk.taal, _draw, afdruk)


def _draw(afdruk: WerkkaartAfdruk) -> bytes:
    kaart = afdruk.kaart
    blad = Blad(_("Werkkaart"), afdruk.hoofd, kaart.nummer)
    blad.kop(_("Auto en eigenaar"))
    blad.velden(_filled(_who(kaart.opname, kaart.invoer, kaart.registernummer)))
    if kaart.invoer.klacht:
        blad.kop(_("Klacht of opdracht"))
        blad.alinea(kaart.invoer.klacht)
    if kaart.invoer.regels:
        blad.kop(_("Werk en onderdelen"))
        blad.tabel(_columns(), [_line(regel) for regel in kaart.invoer.regels], _totals(kaart.invoer.totalen))
    return blad.pdf()


_OPEN = "\N{HORIZONTAL ELLIPSIS}" * 8
"""Where the law wants something on paper that is not known yet there is room to write it by hand."""


def _who(opname: Opname, invoer: WerkkaartInvoer, registernummer: str) -> list[tuple[str, str]]:
    km = km_text(invoer.km_stand) if invoer.km_stand is not None else _OPEN
    return [
        (_("Kenteken"), opname.kenteken.weergave if opname.kenteken else ""),
        (_("Eigenaar"), opname.eigenaar),
        (_("Auto"), opname.voertuig),
        (_("Adres"), opname.adres),
        (_("Chassisnummer"), opname.vin or _OPEN),
        (_("Telefoon"), opname.telefoon),
        (_("Kilometerstand"), f"{km} km"),
        (_("BTW-nummer"), opname.btw_nummer),
        (
            _("Afgesproken"),
            " ".join(deel for deel in (datum_tekst(invoer.afgesproken_op), invoer.afgesproken_om) if deel),
        ),
        (_("Nummer in het register"), registernummer),
    ]


def _filled(velden: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(label, waarde) for label, waarde in velden if waarde]


def _columns() -> list[Kolom]:
    return [
        Kolom(_("Omschrijving"), 5.2),
        Kolom(_("Aantal"), 1.1, rechts=True),
        Kolom(_("Prijs"), 1.3, rechts=True),
        Kolom(_("Korting"), 1.1, rechts=True),
        Kolom(_("Btw"), 0.9, rechts=True),
        Kolom(_("Bedrag"), 1.5, rechts=True),
    ]


def _line(regel: Regel) -> tuple[str, ...]:
    naam = " ".join(deel for deel in (regel.code, regel.omschrijving) if deel)
    if not regel.is_priced:
        return (f"{naam}:" if regel.soort is Regelsoort.PAKKET and naam else naam, "", "", "", "", "")
    return (
        naam,
        f"{number_text(regel.aantal, DUIZEND)} {regel.eenheid}".strip(),
        str(regel.prijs),
        f"{number_text(regel.korting, 100)}%" if regel.korting else "",
        f"{number_text(regel.btw_percentage, 100)}%",
        str(regel.bedrag),
    )


def _totals(totalen: Totalen) -> list[tuple[str, ...]]:
    def total(words: str, amount: str) -> tuple[str, ...]:
        return words, "", "", "", "", amount

    btw = [
        total(
            _("Btw {percentage}% over {bedrag}").format(
                percentage=number_text(regel.percentage, 100), bedrag=regel.over
            ),
            str(regel.btw),
        )
        for regel in totalen.btw
    ]
    return [
        total(_("Totaal zonder btw"), str(totalen.exclusief)),
        *btw,
        total(_("Totaal met btw"), f"\N{EURO SIGN} {totalen.inclusief}"),
    ]
