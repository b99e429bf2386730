"""The list of orders of a shop: what is sold to whom, and what becomes of the request for its plate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.order import Orderstatus
from werkplaats.domain.pon import Besluit, Reden
from werkplaats.domain.rechten import Recht
from werkplaats.forms.order.uitleg import staat_oordeel, woord_oordeel
from werkplaats.i18n import _, ngettext
from werkplaats.ui.cells import Cell
from werkplaats.ui.chip import state_look
from werkplaats.ui.entries import Action
from werkplaats.ui.lijst.soort import Choice, ListColumn, ListKind, ListWords
from werkplaats.ui.tokens import tokens
from werkplaats.usecases.lijsten import ORDER
from werkplaats.zinnen.pon import zin_reden
from werkplaats.zinnen.termen import woord_ordersoort, woord_orderstatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.order import OrderRegel
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

_VIN_EIND = 8


def orders_list(toegang: Toegang, deuren: Deuren) -> ListKind:
    """The list of orders for this user."""
    return ListKind(
        name="orders",
        soort=ORDER,
        icon="handshake",
        title=_("Orders"),
        words=ListWords(
            count=_count,
            empty=_("Nog geen orders"),
            empty_advice=_("Maak de eerste order, of neem ze over uit het bestand van een ander pakket (Ctrl+K)."),
            new=_("Nieuwe order"),
            copy=_("Chassisnummer kopiëren"),
            file="orders.csv",
        ),
        columns=_columns(),
        choices=(
            Choice("", _("Alle")),
            Choice("lopend", _("Lopend")),
            Choice("aanvragen", _("Nu aanvragen"), only_some=True),
            Choice("aandacht", _("Aandacht nodig"), only_some=True),
            Choice("afgeleverd", _("Afgeleverd"), only_some=True),
        ),
        sort="nummer",
        actions=lambda line: tuple(_actions(toegang, deuren, line)),
        copied=lambda line: line.chassisnummer,
        create=deuren.verkoop.new_order if toegang.wie.mag(Recht.ORDER_WIJZIGEN) else None,
        newest_first=True,
    )


def _count(number: int) -> str:
    words = ngettext("{aantal} order", "{aantal} orders", number)
    return words.format(aantal=f"{number:,}".replace(",", "."))


def _actions(toegang: Toegang, deuren: Deuren, line: OrderRegel) -> Iterator[Action]:
    yield Action(_("Openen"), "handshake", deuren.verkoop.open_order, key="Enter")
    if toegang.wie.mag(Recht.ORDER_WIJZIGEN):
        yield Action(_("Nieuwe order"), "nieuw", lambda _order: deuren.verkoop.new_order())
    title = _("Order {nummer}").format(nummer=line.nummer)
    yield Action(_("Logboek"), "logboek", lambda order: deuren.open_logboek("order", order, title))


def _columns() -> tuple[ListColumn, ...]:
    width = tokens().column_width
    number = ListColumn("nummer", _("Nummer"), _number, lambda line: line.nummer, 116, sort="nummer", newest_first=True)
    return (
        number,
        ListColumn("auto", _("Merk en model"), _car, lambda line: line.omschrijving, sort="auto"),
        ListColumn("relatie", _("Klant"), _who, lambda line: line.relatie, 168, sort="relatie", elastic=True),
        ListColumn(
            "vin", _("Chassisnr."), _vin, lambda line: line.chassisnummer, width["chassisnr_einde"], sort="vin", spare=1
        ),
        ListColumn("kenteken", _("Kenteken"), _plate, _plate_text, width["kenteken"], sort="kenteken"),
        ListColumn("soort", _("Ordersoort"), _kind, _kind_text, 88, standard=False),
        ListColumn("status", _("Status"), _state, _state_text, 144, sort="status", spare=2),
        ListColumn("aflevering", _("Aflevering"), _delivery, _delivery_text, width["datum"], sort="aflevering"),
        ListColumn("aanvraag", _("Aanvraag kenteken"), _request, request_text, 228),
    )


def _number(line: OrderRegel) -> Cell:
    return Cell(line.nummer, strong=True)


def _car(line: OrderRegel) -> Cell:
    return Cell(line.omschrijving)


def _who(line: OrderRegel) -> Cell:
    return Cell(line.relatie)


def _vin(line: OrderRegel) -> Cell:
    vin = line.chassisnummer
    return Cell(f"…{vin[-_VIN_EIND:]}" if vin else "", role="text_2", code=True, name=vin)


def _plate(line: OrderRegel) -> Cell:
    return Cell(kenteken=line.kenteken) if line.kenteken is not None else Cell()


def _plate_text(line: OrderRegel) -> str:
    return line.kenteken.weergave if line.kenteken else ""


def _kind(line: OrderRegel) -> Cell:
    return Cell(_kind_text(line), role="text_2")


def _kind_text(line: OrderRegel) -> str:
    return woord_ordersoort(line.ordersoort.value)


def _state(line: OrderRegel) -> Cell:
    return Cell(_state_text(line), role="text_3" if line.status is Orderstatus.AFGELEVERD else "text")


def _state_text(line: OrderRegel) -> str:
    return woord_orderstatus(line.status.value)


def _delivery(line: OrderRegel) -> Cell:
    return Cell(_delivery_text(line), role="text_2")


def _delivery_text(line: OrderRegel) -> str:
    return datum_tekst(line.afleverdatum)


def _request(line: OrderRegel) -> Cell:
    """A chip where something is still to happen; for the rest the first reason why nothing does."""
    oordeel = line.oordeel
    if oordeel.besluit is Besluit.VOLDOET_NIET and oordeel.redenen != (Reden.AANVRAAG_LOOPT,):
        return Cell(request_text(line), role="text_3")
    return Cell(woord_oordeel(oordeel), state=state_look("pon", staat_oordeel(oordeel)))


def request_text(line: OrderRegel) -> str:
    """What is decided in one word, or the first reason why nothing is requested."""
    oordeel = line.oordeel
    if oordeel.besluit is Besluit.VOLDOET_NIET and oordeel.redenen != (Reden.AANVRAAG_LOOPT,):
        return zin_reden(oordeel.redenen[0])
    return woord_oordeel(oordeel)
