"""What a mechanic's screen reads: the cards of his day, one of them, and another that he looks for."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from werkplaats.domain.kmstand import KmHerkomst
from werkplaats.domain.moment import Moment
from werkplaats.domain.monteurwerk import (
    DagKaart,
    MonteurKaart,
    Punt,
    Puntsoort,
    is_today,
    task_lines,
    work_words,
    works_on,
)
from werkplaats.domain.werkkaart import LOPEND, KaartStaat
from werkplaats.domain.zoeksleutels import zoekvragen
from werkplaats.usecases.werkkaart_lezen import ONDERWERP, own_card

if TYPE_CHECKING:
    from collections.abc import Iterable

    from werkplaats.domain.kmstand import KmStand
    from werkplaats.domain.monteurwerk import Deel, Monteur, Tijdvak
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.werkkaart import Werkkaart
    from werkplaats.store.transactie import Lezing

_NUMMER = re.compile(r"(\d{4})-?(\d{1,6})", re.ASCII)


def midnight(nu: Moment, wie: Wie) -> Moment:
    """When the day began, where this person works."""
    return Moment(datetime.combine(nu.lokaal(wie.zone).date(), time(), ZoneInfo(wie.zone)))


def day_cards(lezing: Lezing, wie: Wie, monteur: Monteur, gewerkt: set[int], begin: Moment) -> list[DagKaart]:
    """His cards of today: those that name him, and those on which he worked today, whoever they name."""
    genoemd = {nummer for nummer, namen in lezing.monteurwerk.cards(wie.shop_id) if works_on(namen, monteur.naam)}
    vandaag_ = begin.lokaal(wie.zone).date()
    uit: list[DagKaart] = []
    for nummer in sorted(genoemd | gewerkt):
        kaart = lezing.werkkaarten.get(nummer)
        deel = lezing.monteurwerk.part(nummer, monteur)
        klaar_vandaag = deel.klaar_op is not None and deel.klaar_op >= begin
        te_doen = is_today(kaart.invoer, kaart.staat, vandaag_) and deel.klaar_op is None
        if kaart.shop_id == wie.shop_id and (te_doen or klaar_vandaag or nummer in gewerkt):
            loopt = lezing.monteurwerk.running(monteur)
            uit.append(_listed(kaart, deel, loopt=loopt is not None and loopt.werkkaart_id == nummer))
    return uit


def _listed(kaart: Werkkaart, deel: Deel, *, loopt: bool) -> DagKaart:
    invoer, opname = kaart.invoer, kaart.opname
    return DagKaart(
        *(kaart.id, kaart.nummer, opname.kenteken, opname.vin, opname.voertuig, work_words(invoer), kaart.staat),
        *(invoer.afgesproken_op, invoer.afgesproken_om, deel.klaar_op, loopt),
    )


def in_order(kaarten: Iterable[DagKaart], loopt: Tijdvak | None) -> tuple[DagKaart, ...]:
    """What runs first, then what stands here, what is to come, what is done; each by the time that was agreed."""
    here = (KaartStaat.IN_UITVOERING, KaartStaat.BINNEN)

    def place(kaart: DagKaart) -> tuple[bool, bool, bool, str, str, str]:
        runs = loopt is not None and loopt.werkkaart_id == kaart.id
        dag = kaart.afgesproken_op.isoformat() if kaart.afgesproken_op else "9"
        done = kaart.klaar_op is not None
        return (not runs, done, kaart.staat not in here, dag, kaart.afgesproken_om or "9", kaart.nummer)

    return tuple(sorted(kaarten, key=place))


def read_card(lezing: Lezing, wie: Wie, monteur: Monteur, kaart_id: int) -> MonteurKaart:
    """A card as a mechanic works on it; raises NietGevonden."""
    kaart = own_card(wie, lezing, kaart_id)
    antwoorden = lezing.monteurwerk.answers(kaart_id)
    gegeven = {(punt.soort, punt.sleutel): punt for punt in antwoorden}
    regels = [
        Punt(Puntsoort.REGEL, regel.sleutel, regel.omschrijving or regel.code)
        for regel in task_lines(kaart.invoer.regels)
    ]
    return MonteurKaart(
        kaart,
        lezing.monteurwerk.part(kaart_id, monteur),
        tuple(tijd for tijd in lezing.monteurwerk.of_card(kaart_id) if tijd.monteur.id == monteur.id),
        checklist_of(lezing, wie, antwoorden),
        tuple(_ticked(punt, gegeven.get((punt.soort, punt.sleutel))) for punt in regels),
        photos_of(lezing, kaart_id),
    )


def checklist_of(lezing: Lezing, wie: Wie, antwoorden: Iterable[Punt]) -> tuple[Punt, ...]:
    """The points of the shop's checklist with what was answered; one that it no longer asks stays where it was."""
    gegeven = {punt.sleutel: punt for punt in antwoorden if punt.soort is Puntsoort.CHECKLIST}
    lijst = lezing.instellingen.get(wie.shop_id).instellingen.checklist
    gevraagd = tuple(gegeven.get(tekst) or Punt(Puntsoort.CHECKLIST, tekst, tekst) for tekst in lijst)
    return gevraagd + tuple(punt for sleutel, punt in gegeven.items() if sleutel not in lijst)


def photos_of(lezing: Lezing, kaart_id: int) -> int:
    """How many photos were taken at a card."""
    return sum(een.is_foto for een in lezing.bijlagen.van(ONDERWERP, kaart_id))


def _ticked(punt: Punt, gegeven: Punt | None) -> Punt:
    """A line with its tick; its words are those of the card now."""
    return punt if gegeven is None else replace(gegeven, tekst=punt.tekst)


def by_number(lezing: Lezing, wie: Wie, tekst: str) -> int | None:
    """The card of this number."""
    gelezen = _NUMMER.fullmatch(tekst)
    return lezing.werkkaarten.by_number(wie.shop_id, f"{gelezen[1]}-{int(gelezen[2]):06d}") if gelezen else None


def by_car(lezing: Lezing, wie: Wie, tekst: str) -> int | None:
    """The running card of the only car that is meant; of several the one that stands here, then the latest."""
    gevonden, _meer = lezing.zoeken.voertuigen(zoekvragen(tekst), 2) if tekst else ((), False)
    if len(gevonden) != 1:
        return None
    kaarten = [kop for kop in lezing.werkkaarten.van_voertuig(gevonden[0].id, wie.shop_id) if kop.staat in LOPEND]
    kaarten.sort(key=lambda kop: kop.staat not in (KaartStaat.IN_UITVOERING, KaartStaat.BINNEN))
    return kaarten[0].id if kaarten else None


def others(standen: Iterable[KmStand], kaart: Werkkaart) -> list[KmStand]:
    """The readings without the one that was entered on this card before: correcting it is no second reading."""
    return [stand for stand in standen if not is_of(stand, kaart)]


def is_of(stand: KmStand, kaart: Werkkaart) -> bool:
    """Whether a reading was entered by a mechanic on this card."""
    return stand.herkomst is KmHerkomst.MONTEUR and stand.opmerking == kaart.nummer
