"""What of all cars asks for attention today; apart from the vehicle card, because a start shows it before all else."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from werkplaats.domain.herinnering import DAGEN_VOORUIT
from werkplaats.domain.kmverloop import make_verloop, reach
from werkplaats.domain.leen import at_local
from werkplaats.domain.pechhulp import has_successor
from werkplaats.domain.rechten import Recht
from werkplaats.domain.treffers import Aandachtspunt

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.rechten import Wie
    from werkplaats.store.transactie import Lezing

LIMIET = 50
OP_KM_HOOGSTENS = 900
"""So many reminders at a km reading are reckoned through; a database takes no more cars in one question."""
APK_VERLOPEN_DAGEN = 60
"""How long an overdue APK stays on the start page: after two months the car is gone or laid up."""


def read_aandacht(lezing: Lezing, wie: Wie, dag: date, limiet: int) -> tuple[Aandachtspunt, ...]:
    """An APK that ends or just ended, a reminder that is due, a warranty or pechhulppas that ends, a car that was lent.

    The earliest come first. A reminder at a km reading is due when the car is likely to come to it, by what it drives
    in a year.
    """
    punten = _apk(lezing, wie, dag, limiet) + _reminders(lezing, dag, limiet) + _at_km(lezing, dag)
    punten += _warranties(lezing, wie, dag, limiet)
    if wie.mag(Recht.PECHHULP):
        punten += _passen(lezing, wie, dag)
    if wie.mag(Recht.WERKKAART_ZIEN):
        punten += _lent(lezing, wie, dag, limiet)
    return tuple(sorted(punten, key=lambda punt: (punt.datum, punt.soort, punt.voertuig.id))[:limiet])


def _apk(lezing: Lezing, wie: Wie, dag: date, limiet: int) -> list[Aandachtspunt]:
    dagen = lezing.instellingen.get(wie.shop_id).instellingen.apk_herinnering_dagen
    van, tot = dag - timedelta(days=APK_VERLOPEN_DAGEN), dag + timedelta(days=dagen)
    treffers = lezing.voertuigen.apk_tussen(van, tot, limiet)
    return [Aandachtspunt("apk", treffer, treffer.vervaldatum_apk) for treffer in treffers if treffer.vervaldatum_apk]


def _reminders(lezing: Lezing, dag: date, limiet: int) -> list[Aandachtspunt]:
    return [
        Aandachtspunt(een.soort, lezing.voertuigen.treffer(een.voertuig_id), een.op_datum, een.omschrijving)
        for een in lezing.herinneringen.open_tot(dag + timedelta(days=DAGEN_VOORUIT), limiet)
    ]


def _at_km(lezing: Lezing, dag: date) -> list[Aandachtspunt]:
    """The reminders whose km reading the car is likely to reach soon, or has reached."""
    tot = dag + timedelta(days=DAGEN_VOORUIT)
    open_ = lezing.herinneringen.open_op_km(tot, OP_KM_HOOGSTENS)
    metingen = lezing.kmstanden.metingen({een.voertuig_id for een in open_})
    punten = []
    for een in open_:
        wanneer = reach(make_verloop(metingen.get(een.voertuig_id, ())), een.bij_km)
        if wanneer is not None and wanneer <= tot:
            treffer = lezing.voertuigen.treffer(een.voertuig_id)
            punten.append(Aandachtspunt(een.soort, treffer, wanneer, een.omschrijving, een.bij_km))
    return punten


def _warranties(lezing: Lezing, wie: Wie, dag: date, limiet: int) -> list[Aandachtspunt]:
    """The warranties that end as soon as an APK is told of: time enough for a last visit.

    One that the car drove out of before its day needs no thought.
    """
    dagen = lezing.instellingen.get(wie.shop_id).instellingen.apk_herinnering_dagen
    eindigend = lezing.garanties.eindigend(dag, dag + timedelta(days=dagen), limiet)
    metingen = lezing.kmstanden.metingen({een.voertuig_id for een in eindigend if een.tot_km is not None})
    punten = []
    for een in eindigend:
        laatste = make_verloop(metingen.get(een.voertuig_id, ())).laatste
        if not een.is_over(laatste.km if laatste else None):
            punten.append(Aandachtspunt("garantie", lezing.voertuigen.treffer(een.voertuig_id), een.tot, een.soort))
    return punten


def _passen(lezing: Lezing, wie: Wie, dag: date) -> list[Aandachtspunt]:
    """The passes that end soon; one that a later pass of the same car already follows needs no thought."""
    dagen = lezing.instellingen.get(wie.shop_id).instellingen.pechhulp_herinnering_dagen
    eindigend = lezing.pechhulp.einddatum_tussen(dag, dag + timedelta(days=dagen), wie.shop_id)
    return [
        Aandachtspunt("pechhulp", lezing.voertuigen.treffer(pas.voertuig_id), pas.einddatum)
        for pas in eindigend
        if pas.einddatum and not has_successor(pas, lezing.pechhulp.van_voertuig(pas.voertuig_id))
    ]


def _lent(lezing: Lezing, wie: Wie, dag: date, limiet: int) -> list[Aandachtspunt]:
    """The cars that should be back today, or should have been before."""
    morgen = at_local(dag + timedelta(days=1), time(), wie.zone)
    return [
        Aandachtspunt("leen", lezing.voertuigen.treffer(een.voertuig_id), een.tot.lokaal(wie.zone).date(), een.wie)
        for een in lezing.leenperiodes.verwacht(morgen, limiet)
    ]
