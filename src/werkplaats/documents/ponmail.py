"""The words of the daily mail about requests for plates: plain text, one block for each car."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.mail import is_header_safe
from werkplaats.domain.ponaanvraag import Aanvraagstaat
from werkplaats.i18n import _
from werkplaats.zinnen.ponochtend import zin_ochtend
from werkplaats.zinnen.ponstaat import woord_aanvraagstaat, zin_aanvraagreden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.order import VerkoopOrder
    from werkplaats.domain.pon_aandacht import Aandacht
    from werkplaats.domain.ponaanvraag import AanvraagRegel
    from werkplaats.domain.ponmail import Ponbrief

MEESTE = 500
"""So many cars of a kind stand in a mail; of more it says how many there are."""

_AFGELOPEN = (Aanvraagstaat.MISLUKT, Aanvraagstaat.AFGEWEZEN, Aanvraagstaat.ONZEKER)
"""States that a mail may not pass over: it says of each car that it was requested."""


def write_letter(brief: Ponbrief) -> tuple[str, str]:
    """The subject and the text of a mail."""
    aantallen = _("{aangevraagd} aangevraagd, {aandacht} aandacht nodig").format(
        aangevraagd=len(brief.aanvragen), aandacht=len(brief.aandacht)
    )
    kop = _("Kentekens bij PON {datum}: {aantallen}").format(datum=datum_tekst(brief.dag), aantallen=aantallen)
    # The name of a shop is free text: one that may not stand in a header stands in the text only.
    met_naam = f"{kop} ({brief.vestiging})"
    onderwerp = met_naam if brief.vestiging and is_header_safe(met_naam) else kop
    return onderwerp, "\n".join(_lines(brief)) + "\n"


def _lines(brief: Ponbrief) -> Iterator[str]:
    yield _line(brief.vestiging)
    yield _("Kentekens bij PON, {datum}").format(datum=datum_tekst(brief.dag))
    yield from _heading(_("Aangevraagd sinds de vorige e-mail"), len(brief.aanvragen))
    for regel in brief.aanvragen[:MEESTE]:
        yield from _request(regel)
    yield from _rest(len(brief.aanvragen))
    yield from _heading(_("Aandacht nodig"), len(brief.aandacht))
    for order, punt in brief.aandacht[:MEESTE]:
        yield from _attention(order, punt)
    yield from _rest(len(brief.aandacht))


def _heading(kop: str, aantal: int) -> Iterator[str]:
    yield ""
    yield f"{kop}: {aantal}"
    yield "-" * 60


def _rest(aantal: int) -> Iterator[str]:
    if aantal > MEESTE:
        yield ""
        yield _("En nog {aantal}; die staan in Werkplaats.").format(aantal=aantal - MEESTE)


def _request(regel: AanvraagRegel) -> Iterator[str]:
    inhoud = regel.inhoud
    yield ""
    yield _line(regel.omschrijving)
    door = _("met de hand, door {wie}").format(wie=_line(regel.gemaakt_door))
    if regel.regel is not None:
        door = _("vanzelf, regel {regel}").format(regel=regel.regel.value)
    for label, waarde in (
        (_("Chassisnummer"), inhoud.chassisnummer),
        (_("Order"), regel.nummer),
        (_("Aangevraagd"), door),
        (_("Afleverdatum"), datum_tekst(inhoud.afleverdatum) or _("niet bekend")),
        (_("Plaattype"), inhoud.plaattype),
        (_("Aantal platen"), str(inhoud.aantal_platen)),
    ):
        yield f"  {label}: {_line(waarde)}"
    if regel.staat in _AFGELOPEN:
        staat = woord_aanvraagstaat(regel.staat.value, regel.status)
        yield "  " + _line(f"{staat}. {zin_aanvraagreden(regel.reden)}")


def _attention(order: VerkoopOrder, punt: Aandacht) -> Iterator[str]:
    kaart = order.kaart
    yield ""
    yield _line(f"{kaart.merk} {kaart.model}")
    yield f"  {_('Chassisnummer')}: {kaart.chassisnummer.tekst if kaart.chassisnummer else ''}"
    yield f"  {_('Order')}: {order.nummer}"
    zin = zin_ochtend(punt.soort.value, punt.regel, datum_tekst(punt.datum), punt.redenen)
    yield f"  {zin[:1].upper()}{zin[1:]}"


def _line(tekst: str) -> str:
    """A text that came from a file or another party, on one line."""
    return " ".join(tekst.split())
