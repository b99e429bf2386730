"""What leaves of the werkkaarten as CSV: the lines for the invoicing package, and the garage register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.werkkaart_regel import DUIZEND, number_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.moment import Moment
    from werkplaats.domain.werkkaart import RegisterRegel, Werkkaart

REGELS_KOP = (
    *("werkkaart", "staat", "kenteken", "chassisnummer", "kilometerstand", "relatienummer", "eigenaar", "btw_nummer"),
    *("regel", "soort", "code", "omschrijving", "aantal", "eenheid", "prijs_excl", "korting_pct", "bedrag_excl"),
    *("btw_code", "btw_pct"),
)
REGISTER_KOP = (
    *("volgnummer", "vestiging", "datum_binnen", "kenteken", "chassisnummer", "btw_nummer_opdrachtgever"),
    *("datum_buiten", "werkkaart"),
)
"""The names of the columns are for the package that reads them, and the same in every language."""


def card_rows(kaart: Werkkaart) -> Iterator[tuple[str, ...]]:
    """The lines of a card; remarks and headings too, so that nothing of the order is lost."""
    opname, invoer = kaart.opname, kaart.invoer
    kop = (
        kaart.nummer,
        kaart.staat.value,
        opname.kenteken.weergave if opname.kenteken else "",
        opname.vin,
        "" if invoer.km_stand is None else str(invoer.km_stand),
        "" if opname.eigenaar_id is None else str(opname.eigenaar_id),
        opname.eigenaar,
        opname.btw_nummer,
    )
    for nr, regel in enumerate(invoer.regels, start=1):
        getallen = ("", "", "", "", "", "", "")
        if regel.is_priced:
            getallen = (
                number_text(regel.aantal, DUIZEND),
                regel.eenheid,
                str(regel.prijs).replace(".", ""),
                number_text(regel.korting, 100),
                str(regel.bedrag).replace(".", ""),
                regel.btw_code.value,
                number_text(regel.btw_percentage, 100),
            )
        yield (*kop, str(nr), regel.soort.value, regel.code, regel.omschrijving, *getallen)


def register_row(regel: RegisterRegel, zone: str) -> tuple[str, ...]:
    """A line of the garage register."""

    def day(moment: Moment | None) -> str:
        return datum_tekst(moment.lokaal(zone).date()) if moment is not None else ""

    return (
        regel.nummer,
        regel.vestiging,
        day(regel.binnen),
        regel.kenteken,
        regel.vin,
        regel.btw_nummer,
        day(regel.opgehaald),
        regel.werkkaart,
    )
