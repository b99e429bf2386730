"""The list of werkkaarten of a shop: the latest number first, each with its car, its state and when it is promised."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.rechten import Recht
from werkplaats.domain.werkkaart import LOPEND, KaartStaat
from werkplaats.i18n import _, ngettext
from werkplaats.ui.cells import Cell
from werkplaats.ui.chip import state_look
from werkplaats.ui.entries import Action
from werkplaats.ui.lijst.soort import Choice, ListColumn, ListKind, ListWords
from werkplaats.ui.tokens import tokens
from werkplaats.usecases.lijsten import WERKKAART
from werkplaats.zinnen.termen import woord_kaartstaat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.werkkaart import WerkkaartRegel
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

_SOMETIMES = frozenset({KaartStaat.OPGEHAALD, KaartStaat.VERVALLEN})


def werkkaarten_list(toegang: Toegang, deuren: Deuren) -> ListKind:
    """The list of werkkaarten for this user."""
    return ListKind(
        name="werkkaarten",
        soort=WERKKAART,
        icon="werkkaart",
        title=_("Werkkaarten"),
        words=ListWords(
            count=_count,
            empty=_("Nog geen werkkaarten"),
            empty_advice=_("Zoek een auto en kies Werkkaart: daar begint het werk."),
            new=_("Nieuwe werkkaart"),
            copy=_("Nummer kopiëren"),
            file="werkkaarten.csv",
        ),
        columns=_columns(toegang),
        choices=(
            Choice("", _("Alle")),
            *(
                Choice(staat.value, woord_kaartstaat(staat.value), only_some=staat in _SOMETIMES)
                for staat in KaartStaat
            ),
        ),
        sort="nummer",
        actions=lambda line: tuple(_actions(toegang, deuren, line)),
        copied=lambda line: line.nummer,
        create=None,
        newest_first=True,
    )


def _count(number: int) -> str:
    words = ngettext("{aantal} werkkaart", "{aantal} werkkaarten", number)
    return words.format(aantal=f"{number:,}".replace(",", "."))


def _actions(toegang: Toegang, deuren: Deuren, line: WerkkaartRegel) -> Iterator[Action]:
    wie, car = toegang.wie, line.voertuig_id
    yield Action(_("Openen"), "werkkaart", deuren.werkkaart.open_werkkaart, key="Enter")
    if wie.mag(Recht.VOERTUIG_ZIEN):
        yield Action(_("Voertuig openen"), "voertuig", lambda _card: deuren.open_voertuig(car))
    yield Action(_("Dossier van deze auto"), "dossier", lambda _card: deuren.werkkaart.open_dossier(car))
    if wie.mag(Recht.WERKKAART_WIJZIGEN):
        yield Action(_("Nieuwe werkkaart van deze auto"), "nieuw", lambda _card: deuren.werkkaart.new_werkkaart(car))
    yield Action(_("Logboek"), "logboek", lambda card: deuren.open_logboek("werkkaart", card, line.nummer))


def _columns(toegang: Toegang) -> tuple[ListColumn, ...]:
    width = tokens().column_width
    begun, promised = partial(_begun_text, toegang.wie.zone), partial(_promised, toegang)
    number = ListColumn(
        "nummer", _("Nummer"), _number, lambda line: line.nummer, 124, sort="nummer", newest_first=True, fixed=True
    )
    entry = ListColumn(
        "begonnen",
        _("Binnen"),
        lambda line: Cell(begun(line)[:5] + begun(line)[10:], role="text_2", name=begun(line)),
        begun,
        96,
        sort="begonnen",
        newest_first=True,
    )
    return (
        number,
        ListColumn("kenteken", _("Kenteken"), _plate, _plate_text, width["kenteken"], sort="kenteken"),
        ListColumn("voertuig", _("Merk en model"), _car, lambda line: line.voertuig, sort="voertuig"),
        ListColumn("eigenaar", _("Eigenaar"), _owner, lambda line: line.eigenaar, 176, sort="eigenaar", elastic=True),
        ListColumn("staat", _("Staat"), _state, lambda line: woord_kaartstaat(line.staat.value), 128),
        ListColumn("monteur", _("Monteur"), _mechanic, lambda line: line.monteur, 104, sort="monteur", spare=2),
        entry,
        ListColumn("afgesproken", _("Afgesproken klaar"), promised, _promised_text, 136, sort="afgesproken"),
        ListColumn("bedrag", _("Incl. btw"), _amount, _amount_text, 96, right=True, sort="bedrag", spare=1),
    )


def _car(line: WerkkaartRegel) -> Cell:
    return Cell(line.voertuig)


def _owner(line: WerkkaartRegel) -> Cell:
    return Cell(line.eigenaar)


def _number(line: WerkkaartRegel) -> Cell:
    return Cell(line.nummer, strong=True)


def _plate(line: WerkkaartRegel) -> Cell:
    return Cell(kenteken=line.kenteken) if line.kenteken is not None else Cell()


def _plate_text(line: WerkkaartRegel) -> str:
    return line.kenteken.weergave if line.kenteken else ""


def _state(line: WerkkaartRegel) -> Cell:
    return Cell(woord_kaartstaat(line.staat.value), state=state_look("werkkaart", line.staat.value))


def _mechanic(line: WerkkaartRegel) -> Cell:
    return Cell(line.monteur, role="text_2")


def _begun_text(zone: str, line: WerkkaartRegel) -> str:
    return f"{line.begonnen.lokaal(zone):%d-%m-%Y %H:%M}"


def _promised(toegang: Toegang, line: WerkkaartRegel) -> Cell:
    """A promise of a day that is over asks for somebody, as long as the work is not done."""
    late = line.afgesproken_op is not None and line.afgesproken_op < toegang.vandaag()
    whole = _promised_text(line)
    text = whole[:5] + whole[10:]
    if late and line.staat in LOPEND - {KaartStaat.KLAAR}:
        return Cell(text, icon="warning", icon_role="warn", name=_("{moment}, voorbij").format(moment=whole))
    return Cell(text, role="text_2", name=whole)


def _promised_text(line: WerkkaartRegel) -> str:
    return " ".join(part for part in (datum_tekst(line.afgesproken_op), line.afgesproken_om) if part)


def _amount(line: WerkkaartRegel) -> Cell:
    return Cell(str(Bedrag(line.inclusief)))


def _amount_text(line: WerkkaartRegel) -> str:
    return str(Bedrag(line.inclusief))
