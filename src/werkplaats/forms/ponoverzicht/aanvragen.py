"""The list of what was asked of PON: when, by whom or which rule, where it stands, and the plate or the reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from werkplaats.domain.ponaanvraag import given_plate
from werkplaats.forms.ponoverzicht.aanvraag_paneel import AanvraagPaneel
from werkplaats.forms.ponoverzicht.planning import ICON
from werkplaats.i18n import _, ngettext
from werkplaats.ui.cells import Cell
from werkplaats.ui.chip import state_look
from werkplaats.ui.entries import Action
from werkplaats.ui.lijst.soort import Choice, ListColumn, ListKind, ListWords
from werkplaats.ui.tokens import tokens
from werkplaats.usecases.lijsten import AANVRAAG
from werkplaats.zinnen.ponstaat import kort_aanvraagstaat, teken_aanvraagstaat, woord_aanvraagstaat, zin_aanvraagreden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.ponaanvraag import AanvraagRegel
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


def requests_list(toegang: Toegang, deuren: Deuren) -> ListKind:
    """The list for this user."""
    zone = toegang.wie.zone
    return ListKind(
        name="ponaanvragen",
        soort=AANVRAAG,
        icon=ICON,
        title=_("Aangevraagd"),
        words=ListWords(
            count=_count,
            empty=_("Er is nog niets aangevraagd"),
            empty_advice=_("Vraag een kenteken aan vanuit de planning of vanuit een order: dan staat het hier."),
            new="",
            copy=_("Chassisnummer kopiëren"),
            file="kentekens-aangevraagd.csv",
        ),
        columns=_columns(zone),
        choices=(
            Choice("", _("Alles")),
            Choice("te_beslissen", _("Te beslissen"), only_some=True),
            Choice("onderweg", _("Onderweg")),
            Choice("toegekend", _("Toegekend")),
            Choice("geweigerd", _("Geweigerd")),
            Choice("ingetrokken", _("Ingetrokken"), only_some=True),
        ),
        sort="gemaakt",
        newest_first=True,
        actions=lambda line: tuple(_actions(deuren, line)),
        copied=lambda line: line.inhoud.chassisnummer,
        create=None,
        pane=lambda: AanvraagPaneel(toegang, deuren),
    )


def _actions(deuren: Deuren, line: AanvraagRegel) -> Iterator[Action]:
    if not line.in_bak:
        yield Action(_("Order openen"), "handshake", lambda _nr: deuren.verkoop.open_order(line.order_id), key="Enter")
    title = _("Order {nummer}").format(nummer=line.nummer)
    yield Action(_("Logboek"), "logboek", lambda _nr: deuren.open_logboek("order", line.order_id, title))


def _count(number: int) -> str:
    words = ngettext("{aantal} aanvraag", "{aantal} aanvragen", number)
    return words.format(aantal=f"{number:,}".replace(",", "."))


def _columns(zone: str) -> tuple[ListColumn, ...]:
    width, when = tokens().column_width, partial(_when_text, zone)
    return (
        ListColumn("gemaakt", _("Aangevraagd"), partial(_when, zone), when, 148, sort="gemaakt", newest_first=True),
        ListColumn("auto", _("Merk en model"), _car, lambda line: line.omschrijving, sort="auto"),
        ListColumn("staat", _("Toestand"), _state, _state_text, 204, sort="staat"),
        ListColumn("kenteken", _("Kenteken"), _plate, lambda line: line.kenteken, width["kenteken"], sort="kenteken"),
        ListColumn("reden", _("Reden"), _why, _why_text, 160, elastic=True),
        ListColumn("regel", _("Regel"), _rule, _rule_text, 92, standard=False),
        ListColumn("door", _("Door"), _who, lambda line: line.gemaakt_door, 132, standard=False),
        ListColumn("nummer", _("Order"), _number, lambda line: line.nummer, 108, sort="nummer", standard=False),
        ListColumn("relatie", _("Klant"), _customer, lambda line: line.relatie, 168, standard=False),
        ListColumn("vin", _("Chassisnr."), _vin, lambda line: line.inhoud.chassisnummer, 168, standard=False),
        ListColumn("platen", _("Platen"), _plates, _plates_text, 84, standard=False),
    )


def _when(zone: str, line: AanvraagRegel) -> Cell:
    return Cell(_when_text(zone, line))


def _when_text(zone: str, line: AanvraagRegel) -> str:
    return f"{line.gemaakt_op.lokaal(zone):%d-%m-%Y %H:%M}"


def _car(line: AanvraagRegel) -> Cell:
    return Cell(line.omschrijving)


def _state(line: AanvraagRegel) -> Cell:
    look = state_look("pon", teken_aanvraagstaat(line.staat.value))
    return Cell(kort_aanvraagstaat(line.staat.value, line.status), state=look, name=_state_text(line))


def _state_text(line: AanvraagRegel) -> str:
    return woord_aanvraagstaat(line.staat.value, line.status)


def _plate(line: AanvraagRegel) -> Cell:
    plate = given_plate(line.kenteken)
    return Cell(kenteken=plate) if plate is not None else Cell(line.kenteken)


def _why(line: AanvraagRegel) -> Cell:
    return Cell(_why_text(line), role="text_2")


def _why_text(line: AanvraagRegel) -> str:
    return zin_aanvraagreden(line.reden)


def _rule(line: AanvraagRegel) -> Cell:
    return Cell(_rule_text(line), role="text_2")


def _rule_text(line: AanvraagRegel) -> str:
    return line.regel.value if line.regel is not None else _("met de hand")


def _who(line: AanvraagRegel) -> Cell:
    return Cell(line.gemaakt_door, role="text_2")


def _number(line: AanvraagRegel) -> Cell:
    return Cell(line.nummer, role="text_2")


def _customer(line: AanvraagRegel) -> Cell:
    return Cell(line.relatie)


def _vin(line: AanvraagRegel) -> Cell:
    return Cell(line.inhoud.chassisnummer, role="text_2", code=True)


def _plates(line: AanvraagRegel) -> Cell:
    return Cell(_plates_text(line), role="text_2")


def _plates_text(line: AanvraagRegel) -> str:
    return f"{line.inhoud.aantal_platen} x {line.inhoud.plaattype}"
