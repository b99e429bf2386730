"""The query and the explanation agree about every order, on both databases."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Boolean, Column, Date, Integer, MetaData, Table, insert, select

from werkplaats.domain.pon import PonFeiten, PonKeuze
from werkplaats.domain.pon_regels import INGEPLAND, judge
from werkplaats.domain.voorwaarde import VANDAAG, Dag, Eerder, Niet, Waar, alle, een_van, holds
from werkplaats.store.ponvraag import Ponvraag
from werkplaats.store.voorwaarden import to_sql

if TYPE_CHECKING:
    from werkplaats.domain.voorwaarde import Voorwaarde
    from werkplaats.store.opslag import Store

NU = date(2028, 2, 29)
AANTAL = 10_000
_DAGEN = ("losdatum", "nlv", "kcode_datum", "afleverdatum", "gepland_op")
PROEF = Table(
    "ponproef",
    MetaData(),
    Column("id", Integer, primary_key=True),
    *(
        Column(veld.name, Date if veld.name in _DAGEN else Boolean, nullable=veld.name in _DAGEN)
        for veld in fields(PonFeiten)
    ),
    prefixes=["TEMPORARY"],
)


def orders(aantal: int) -> list[PonFeiten]:
    """Orders of which most pass the bars, with days around the edges of the rules."""
    kans = Random(20281)
    goed = {"nieuw": 0.97, "chassis_bekend": 0.97, "goedgekeurd": 0.9, "via_pon": 0.97, "voorraad": 0.3}

    def dag() -> date | None:
        return None if kans.random() < 0.3 else NU + timedelta(days=kans.randint(-30, 30))

    def order() -> PonFeiten:
        waarden: dict[str, Any] = {
            veld.name: dag() if veld.name in _DAGEN else kans.random() < goed.get(veld.name, 0.03)
            for veld in fields(PonFeiten)
        }
        return PonFeiten(**waarden)

    return [order() for _nummer in range(aantal)]


@pytest.mark.parametrize("keuze", [PonKeuze(), PonKeuze(goedgekeurd_vereist=False), PonKeuze(True, True)])
def test_ten_thousand_orders_are_judged_alike(store: Store, keuze: PonKeuze) -> None:
    feiten = orders(AANTAL)
    vraag = Ponvraag(dict(PROEF.c), keuze, NU)
    with store.engines.schrijven.begin() as verbinding:
        PROEF.create(verbinding)
        verbinding.execute(insert(PROEF), [{"id": nummer, **asdict(order)} for nummer, order in enumerate(feiten)])
        rijen = verbinding.execute(select(PROEF, *vraag.columns).order_by(PROEF.c.id)).all()
        gepakt = verbinding.scalars(select(vraag.packed).order_by(PROEF.c.id)).all()
        PROEF.drop(verbinding)
    assert len(rijen) == AANTAL
    besluiten = set()
    for order, rij in zip(feiten, rijen, strict=True):
        oordeel = judge(order, keuze, NU)
        assert vraag.oordeel(rij) == oordeel, order
        assert vraag.unpack(gepakt[rij.id]) == oordeel, order
        besluiten.add(oordeel.besluit)
    assert len(besluiten) == 4, "every outcome came by"


CONDITIONS: list[Voorwaarde] = [
    Eerder(Dag("losdatum") + 14, Dag("gepland_op")),
    Niet(Eerder(Dag("losdatum") + 14, Dag("gepland_op"), of_gelijk=True)),
    Eerder(Dag(VANDAAG) - 3, Dag("nlv")),
    Eerder(Dag("nlv") - 7, Dag(VANDAAG), of_gelijk=True),
    een_van(Waar("voorraad"), Niet(INGEPLAND)),
    alle(),
    een_van(),
    Niet(alle(Waar("goedgekeurd_vereist"), Waar("goedgekeurd"))),
]


@pytest.mark.parametrize("voorwaarde", CONDITIONS, ids=str)
def test_a_condition_finds_the_same_orders_in_a_table(store: Store, voorwaarde: Voorwaarde) -> None:
    feiten = orders(500)
    kolommen: dict[str, Any] = {**dict(PROEF.c), **asdict(PonKeuze())}
    with store.engines.schrijven.begin() as verbinding:
        PROEF.create(verbinding)
        verbinding.execute(insert(PROEF), [{"id": nummer, **asdict(order)} for nummer, order in enumerate(feiten)])
        gevonden = set(verbinding.scalars(select(PROEF.c.id).where(to_sql(voorwaarde, kolommen, NU))))
        PROEF.drop(verbinding)
    waarden = [{**asdict(order), **asdict(PonKeuze()), VANDAAG: NU} for order in feiten]
    assert gevonden == {nummer for nummer, order in enumerate(waarden) if holds(voorwaarde, order)}
