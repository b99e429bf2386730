"""Fills an empty database with the practice garage, through the use cases, as if its people had done it all."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import groupby
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from werkplaats.domain.instellingen import ZONES
from werkplaats.domain.moment import Moment, vandaag
from werkplaats.oefen.garage import MARIEKE
from werkplaats.oefen.handelingen import Handelingen
from werkplaats.oefen.historieken import fill_historieken
from werkplaats.oefen.kans import die
from werkplaats.oefen.kmstanden import make_kmstanden
from werkplaats.oefen.leen import fill_leen
from werkplaats.oefen.meldingen import Balie, fill_meldingen, write_carpass
from werkplaats.oefen.monteurs import make_monteurdag
from werkplaats.oefen.opening import Opening
from werkplaats.oefen.orders import fill_orders
from werkplaats.oefen.pon import fill_pon
from werkplaats.oefen.postbus import fill_postbus
from werkplaats.oefen.rdw_register import make_rijen
from werkplaats.oefen.verhaal import make_verhaal
from werkplaats.oefen.voertuigen import make_voertuigen
from werkplaats.oefen.werkkaarten import fill_werkkaarten

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from werkplaats.domain.moment import VasteKlok
    from werkplaats.oefen.gebeurtenissen import Gebeurtenis
    from werkplaats.store.opslag import Store

PECHHULP_BASIS = "https://www.example.org/pechhulp"
"""Where the pages of the providers lie when nobody says where; nothing answers there."""

ZONE = ZONES["NL"]
_OPEN, _DICHT = time(8), time(17, 30)


@dataclass(frozen=True, slots=True)
class Telling:
    """How much was made, by what it is."""

    relaties: int
    voertuigen: int
    wijzigingen: int
    rdw_vragen: int
    pechhulp: int


def fill(
    store: Store,
    klok: VasteKlok,
    rdw_bestand: Path | None = None,
    pechhulp_basis: str = PECHHULP_BASIS,
    carpass_bestand: Path | None = None,
) -> Telling:
    """Makes the practice garage in an empty database, as it stands at the moment of the clock.

    The store must have been opened with this same clock: it is set back and walks through the years, and stands where
    it stood at the end. ``rdw_bestand`` is written with the rows with which a stand-in of RDW knows these cars;
    ``carpass_bestand`` likewise with what the stand-in of Car-Pass knows;
    ``pechhulp_basis`` is the address below which the pages of the other providers lie. The same day and basis give the
    same garage, but for the references of the requests.
    """
    nu = klok.nu()
    dag = vandaag(klok, ZONE)
    voertuigen = make_voertuigen(dag)
    rijen = make_rijen(voertuigen, dag)
    if rdw_bestand is not None:
        rdw_bestand.write_text(json.dumps(rijen, ensure_ascii=False, indent=1), encoding="utf-8")
    verhaal = make_verhaal(voertuigen, dag)
    klok.moment = _at(verhaal[0].dag - timedelta(days=1), 0.5, nu)
    wie = Opening(store).open(pechhulp_basis)
    with Handelingen(store, klok, wie, rijen) as handelingen:
        for moment, gebeurtenis in timed(verhaal, nu):
            klok.moment = moment
            handelingen.do(gebeurtenis)
        ids = dict(handelingen.ids)
    klok.moment = nu
    fill_werkkaarten(store, klok, wie)
    leenautos = fill_leen(store, klok, wie[MARIEKE.account])
    fill_postbus(store, wie[MARIEKE.account])
    make_monteurdag(store, klok, wie)
    fill_orders(store, wie["sophie"])
    standen = make_kmstanden(voertuigen, dag)
    balie = Balie(store, klok, wie["sanne"])
    kennis = fill_meldingen(balie, voertuigen, standen, ids) | fill_historieken(balie, ids)
    if carpass_bestand is not None:
        carpass_bestand.write_text(write_carpass(kennis), encoding="utf-8")
    fill_pon(store, wie["sophie"])
    return _count(verhaal, leenautos)


def timed(verhaal: tuple[Gebeurtenis, ...], nu: Moment) -> Iterator[tuple[Moment, Gebeurtenis]]:
    """Each act with its moment: spread over the opening hours of its day, today over the hours that have passed."""
    for dag, groep in groupby(verhaal, key=lambda gebeurtenis: gebeurtenis.dag):
        lijst = list(groep)
        for plek, gebeurtenis in enumerate(lijst):
            deel = (plek + die("tijd", dag, plek).random()) / len(lijst)
            yield _at(dag, deel, nu), gebeurtenis


def _at(dag: date, deel: float, nu: Moment) -> Moment:
    zone = ZoneInfo(ZONE)
    begin, einde = datetime.combine(dag, _OPEN, zone), datetime.combine(dag, _DICHT, zone)
    lokaal = nu.utc.astimezone(zone)
    if dag == lokaal.date():
        # Before the doors open, the night is all that has passed of today.
        begin, einde = (begin if begin < lokaal else datetime.combine(dag, time(0), zone)), min(einde, lokaal)
    return Moment(begin + (einde - begin) * deel)


def _count(verhaal: tuple[Gebeurtenis, ...], leenautos: int) -> Telling:
    soorten = Counter(type(gebeurtenis).__name__ for gebeurtenis in verhaal)
    return Telling(
        relaties=soorten["RelatieToegevoegd"],
        voertuigen=soorten["VoertuigToegevoegd"] + leenautos,
        wijzigingen=soorten["VoertuigGewijzigd"] + soorten["RelatieGewijzigd"],
        rdw_vragen=soorten["RdwOpgevraagd"],
        pechhulp=soorten["PasAangevraagd"] + soorten["LinkGeopend"],
    )
