"""The list of the postbus: what must reach another system, how far each message is, and why one needs a person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from werkplaats.domain.postbus import Staat
from werkplaats.domain.rechten import Recht
from werkplaats.errors import WerkplaatsError
from werkplaats.forms.postbus import PostbusPaneel
from werkplaats.i18n import _, ngettext
from werkplaats.ui.cells import Cell
from werkplaats.ui.chip import state_look
from werkplaats.ui.entries import Action
from werkplaats.ui.lijst.soort import Choice, ListColumn, ListKind, ListWords
from werkplaats.usecases.lijsten import BERICHT
from werkplaats.zinnen import zin
from werkplaats.zinnen.postbus import woord_poststaat, woord_soort

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from werkplaats.domain.moment import Moment
    from werkplaats.domain.postbus import BerichtRegel
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

_SOMETIMES = frozenset({Staat.BEZIG, Staat.INGETROKKEN})
_ORDER = (Staat.ONZEKER, Staat.MISLUKT, Staat.WACHT, Staat.BEZIG, Staat.VERZONDEN, Staat.INGETROKKEN)
"""What needs a person first."""


def postbus_list(toegang: Toegang, deuren: Deuren) -> ListKind:
    """The list of messages for this user."""
    return ListKind(
        name="postbus",
        soort=BERICHT,
        icon="postbus",
        title=_("Postbus"),
        words=ListWords(
            count=_count,
            empty=_("Niets in de postbus"),
            empty_advice=_("Hier komt te staan wat naar buiten gaat; verzenden gaat vanzelf."),
            new="",
            copy=_("Onderwerp kopiëren"),
            file="postbus.csv",
        ),
        columns=_columns(toegang.wie.zone),
        choices=(
            Choice("", _("Alles")),
            *(Choice(staat.value, woord_poststaat(staat.value), only_some=staat in _SOMETIMES) for staat in _ORDER),
        ),
        sort="gemaakt",
        actions=lambda line: tuple(_actions(toegang, deuren, line)),
        copied=lambda line: line.kop,
        create=None,
        newest_first=True,
        pane=partial(PostbusPaneel, toegang, lambda line: subject_door(toegang, deuren, line)),
    )


def subject_door(toegang: Toegang, deuren: Deuren, line: BerichtRegel) -> Action | None:
    """Opens what a message is about, where this user may."""
    doors: dict[str, tuple[str, str, Recht, Callable[[int], None]]] = {
        "voertuig": (_("Voertuig openen"), "voertuig", Recht.VOERTUIG_ZIEN, deuren.open_voertuig),
        "relatie": (_("Relatie openen"), "relatie", Recht.RELATIE_ZIEN, deuren.open_relatie),
        "werkkaart": (_("Werkkaart openen"), "werkkaart", Recht.WERKKAART_ZIEN, deuren.werkkaart.open_werkkaart),
        "melding": (_("Melding openen"), "carpass", Recht.CARPASS, deuren.carpass.open_melding),
        "historiek": (_("Historiek openen"), "carpass", Recht.CARPASS, deuren.carpass.open_historiek_of),
        "order": (_("Order openen"), "handshake", Recht.ORDER_ZIEN, deuren.verkoop.open_order),
    }
    door = doors.get(line.onderwerp)
    if door is None or not toegang.wie.mag(door[2]):
        return None
    title, icon, _recht, open_ = door
    return Action(title, icon, lambda _message: open_(line.onderwerp_id), key="Enter")


def _count(number: int) -> str:
    words = ngettext("{aantal} bericht", "{aantal} berichten", number)
    return words.format(aantal=f"{number:,}".replace(",", "."))


def _actions(toegang: Toegang, deuren: Deuren, line: BerichtRegel) -> Iterator[Action]:
    door = subject_door(toegang, deuren, line)
    if door is not None:
        yield door


def _columns(zone: str) -> tuple[ListColumn, ...]:
    def quiet(text: Callable[[BerichtRegel], str]) -> Callable[[BerichtRegel], Cell]:
        return lambda line: Cell(text(line), role="text_2")

    made, tried, again = partial(_made, zone), partial(_tried, zone), partial(_again, zone)
    return (
        ListColumn(
            "gemaakt",
            _("Gemaakt"),
            quiet(made),
            made,
            96,
            sort="gemaakt",
            newest_first=True,
        ),
        ListColumn("soort", _("Soort"), quiet(_kind), _kind, 132, sort="soort", spare=1),
        ListColumn("kop", _("Waarover"), lambda line: Cell(_head(line)), _head, sort="tekst", fixed=True),
        ListColumn("staat", _("Toestand"), _state, lambda line: woord_poststaat(line.staat), 124, sort="volgorde"),
        ListColumn("reden", _("Reden"), lambda line: Cell(_reason(line)), _reason, 184),
        ListColumn("poging", _("Laatste poging"), quiet(tried), tried, 112, standard=False),
        ListColumn("volgende", _("Volgende"), quiet(again), again, 112, standard=False),
        ListColumn(
            "pogingen",
            _("Pogingen"),
            lambda line: Cell(str(line.pogingen or ""), role="text_2"),
            lambda line: str(line.pogingen),
            80,
            right=True,
            standard=False,
        ),
    )


def _head(line: BerichtRegel) -> str:
    return line.kop or line.onderwerp


def _kind(line: BerichtRegel) -> str:
    return woord_soort(line.soort)


def _state(line: BerichtRegel) -> Cell:
    return Cell(woord_poststaat(line.staat), state=state_look("postbus", line.staat.value))


def _reason(line: BerichtRegel) -> str:
    """Why it stands as it does; what arrived or was taken back needs none."""
    if not line.reden or line.staat in (Staat.VERZONDEN, Staat.INGETROKKEN):
        return ""
    return zin(WerkplaatsError(line.reden, **line.params)).wat


def _made(zone: str, line: BerichtRegel) -> str:
    return moment_text(line.gemaakt_op, zone)


def _tried(zone: str, line: BerichtRegel) -> str:
    return "" if line.laatste_poging is None else moment_text(line.laatste_poging, zone)


def _again(zone: str, line: BerichtRegel) -> str:
    moments = [moment for moment in (line.niet_voor, line.volgende_poging) if moment is not None]
    return moment_text(max(moments), zone) if moments and line.staat is Staat.WACHT else ""


def moment_text(moment: Moment, zone: str) -> str:
    """Day, month and time: a list of messages is of these weeks."""
    return format(moment.lokaal(zone), "%d-%m %H:%M")
