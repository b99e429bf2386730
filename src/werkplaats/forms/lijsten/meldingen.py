"""The overview of the reports to Car-Pass: when, which car, both readings, the state, and why it asks for a person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.kmstand import km_text
from werkplaats.domain.melding import AANDACHT, Staat
from werkplaats.domain.rechten import Recht
from werkplaats.errors import NietGevonden
from werkplaats.forms.carpass.paneel import MeldingPaneel
from werkplaats.i18n import _, ngettext
from werkplaats.ui.cells import Cell
from werkplaats.ui.chip import state_look
from werkplaats.ui.entries import Action, Entry
from werkplaats.ui.lijst.soort import Choice, ListColumn, ListKind, ListWords
from werkplaats.ui.tokens import tokens
from werkplaats.usecases.lijsten import MELDING
from werkplaats.zinnen.carpass import teken_melding, woord_issue, woord_melding, woord_vrijstelling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.melding import Melding, MeldingRegel
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

_ACTS = ("bewerken", "bericht", "akkoord")
"""Pencil, envelope, green tick."""


def meldingen_list(toegang: Toegang, deuren: Deuren) -> ListKind:
    """The list of reports of this shop."""
    return ListKind(
        name="carpass",
        soort=MELDING,
        icon="carpass",
        title=_("Car-Pass"),
        words=ListWords(
            count=_count,
            empty=_("Nog geen meldingen"),
            empty_advice=_("Einde Service maakt ze; met Nieuwe melding meldt u een auto vroeger."),
            new=_("Nieuwe melding"),
            copy=_("Kenteken kopiëren"),
            file="car-pass.csv",
        ),
        columns=_columns(),
        choices=(
            Choice("", _("Alles")),
            Choice("aandacht", _("Aandacht nodig")),
            Choice("te_versturen", _("Te versturen")),
            Choice("carpass", _("Bij Car-Pass")),
            Choice("formulier", _("Correctieformulier"), only_some=True),
        ),
        sort="staat",
        actions=lambda line: tuple(_actions(toegang, deuren, line)),
        copied=lambda line: line.kenteken.weergave if line.kenteken else "",
        create=deuren.carpass.new_melding,
        pane=lambda: MeldingPaneel(toegang, lambda line: _shown(toegang, deuren, line)),
        doors=tuple(_doors(toegang, deuren)),
    )


def _count(number: int) -> str:
    words = ngettext("{aantal} melding", "{aantal} meldingen", number)
    return words.format(aantal=f"{number:,}".replace(",", "."))


def _actions(toegang: Toegang, deuren: Deuren, line: MeldingRegel) -> Iterator[Action]:
    needed = line.may_correct or line.staat in (Staat.CONCEPT, Staat.UITGESTELD)
    title = _("Verbeteren en versturen …") if needed else _("Openen")
    asked = needed or line.staat in AANDACHT
    yield Action(title, "bewerken" if asked else "carpass", deuren.carpass.open_melding, key="Enter")
    if needed:
        send = partial(_send_as_it_is, toegang, deuren)
        yield Action(_("&Versturen zoals het er staat"), "bericht", send)
    if line.may_confirm:
        yield Action(_("&Mijn gegevens kloppen …"), "akkoord", partial(deuren.carpass.open_melding, bevestigen=True))
    yield Action(_("Voertuig openen"), "voertuig", lambda _melding: deuren.open_voertuig(line.voertuig_id))
    yield Action(_("KM stand"), "km", lambda _melding: deuren.open_kmstand(line.voertuig_id))


def _shown(toegang: Toegang, deuren: Deuren, line: MeldingRegel) -> list[Action]:
    """What stands as buttons beside the list: what one does with the report itself."""
    return [action for action in _actions(toegang, deuren, line) if action.icon in (*_ACTS, "carpass")]


def _doors(toegang: Toegang, deuren: Deuren) -> Iterator[Entry]:
    if toegang.wie.mag(Recht.INSTELLINGEN):
        about = partial(deuren.open_instellingen, "carpass")
        yield Entry("carpass_instellingen", _("Instellingen en Test connectie"), "instellingen", about)


def _send_as_it_is(toegang: Toegang, deuren: Deuren, melding_id: int) -> None:
    """Sends a report without opening it; where that cannot be, its window says why."""

    def send() -> Melding:
        melding = toegang.carpass.look(toegang.wie, melding_id).melding
        if melding is None:
            raise NietGevonden("melding", melding_id)
        return toegang.carpass.submit(toegang.wie, melding_id, melding.versie, melding.invoer)

    toegang.background.run(
        deuren,
        send,
        lambda melding: deuren.changed.emit("melding", melding.id),
        lambda _problem: deuren.carpass.open_melding(melding_id),
    )


def _columns() -> tuple[ListColumn, ...]:
    """Where the window is narrow, what the pane beside the list shows as well leaves first."""
    width = tokens().column_width
    return (
        ListColumn("datum", _("Gemeld"), _day, _day_text, 64, sort="datum", newest_first=True, spare=3),
        ListColumn("kenteken", _("Kenteken"), _plate, _plate_text, width["kenteken"], sort="kenteken", fixed=True),
        ListColumn("stand", _("Km"), _reading, _reading_text, 84, right=True, sort="stand"),
        ListColumn("vorige", _("Vorige"), _before, _before_text, 84, right=True, sort="vorige", spare=1),
        ListColumn("staat", _("Toestand"), _state, lambda line: woord_melding(line.staat.value), 164, sort="staat"),
        ListColumn("reden", _("Reden"), _why, _why_text, sort="code"),
        ListColumn("doen", _("Doen"), _acts, _acts_text, 96, spare=2),
        ListColumn("auto", _("Merk en model"), _car, lambda line: line.auto, 200, sort="auto", standard=False),
    )


def _acts(line: MeldingRegel) -> Cell:
    """The signs of the old overview: pencil, envelope, green tick."""
    needed = line.may_correct or line.staat in (Staat.CONCEPT, Staat.UITGESTELD)
    acts = (_ACTS[0], _ACTS[1]) if needed else ((_ACTS[0],) if line.staat in AANDACHT else ())
    acts = (*acts, _ACTS[2]) if line.may_confirm else acts
    return Cell(" " if not acts else "", acts=acts, name=_acts_text(line))


def _acts_text(line: MeldingRegel) -> str:
    return _("verbeteren, versturen") if line.may_correct else ""


def _car(line: MeldingRegel) -> Cell:
    return Cell(line.auto)


def _day(line: MeldingRegel) -> Cell:
    return Cell(_day_text(line)[:5], name=_day_text(line))


def _day_text(line: MeldingRegel) -> str:
    return datum_tekst(line.datum)


def _plate(line: MeldingRegel) -> Cell:
    return Cell(kenteken=line.kenteken) if line.kenteken else Cell("")


def _plate_text(line: MeldingRegel) -> str:
    return line.kenteken.weergave if line.kenteken else ""


def _reading(line: MeldingRegel) -> Cell:
    return Cell(_reading_text(line), strong=line.staat in AANDACHT)


def _reading_text(line: MeldingRegel) -> str:
    return km_text(line.km) if line.km is not None else ""


def _before(line: MeldingRegel) -> Cell:
    return Cell(_before_text(line), role="text_2")


def _before_text(line: MeldingRegel) -> str:
    return km_text(line.vorige_km) if line.vorige_km is not None else ""


def _state(line: MeldingRegel) -> Cell:
    look = state_look("carpass", teken_melding(line.staat.value))
    return Cell(woord_melding(line.staat.value), state=look)


def _why(line: MeldingRegel) -> Cell:
    return Cell(_why_text(line) or " ", role="text" if line.staat in AANDACHT else "text_2")


def _why_text(line: MeldingRegel) -> str:
    if line.reden is not None:
        return woord_vrijstelling(line.reden.value)
    return woord_issue(line.code or line.tekst)
