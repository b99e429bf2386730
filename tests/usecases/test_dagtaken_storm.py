"""The day's tasks by several processes that are killed: each is done, and never twice where nobody died over it."""

from __future__ import annotations

import os
import random
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from tests.usecases.garage import Garage, moment
from tests.usecases.programmas import die, die_at_statement, ended, in_child
from werkplaats.domain.dagtaak import Taakstaat, Verslag
from werkplaats.domain.moment import Moment
from werkplaats.store.openen import open_store
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.dagtaak import DagtaakRij
from werkplaats.usecases.dagtaken import Dagtaken, Taak

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from werkplaats.domain.rechten import Wie

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills child processes as Unix does")

NAMEN = ("postbus", "mail", "bewaren")
DAGEN = int(os.environ.get("WERKPLAATS_DAGEN", "8"))
TEGELIJK = 3
_DAGTAAK = tabel(DagtaakRij)


class Ochtend:
    """The tasks as a process has them: each writes a line in one file when it begins and one when it is done."""

    def __init__(self, url: str, garage: Garage, bestand: Path) -> None:
        self._url, self._garage, self._bestand = url, garage, bestand

    def live(self, opdracht: int = 0, during: str = "") -> Callable[[], None]:
        """The life of one window in the morning; it dies at a statement, or in the middle of a task."""

        def live() -> None:
            store = open_store(self._url, self._garage.klok)
            die_at_statement(opdracht)
            taken = [Taak(naam, self._work(naam, dies=naam == during)) for naam in NAMEN]
            Dagtaken(store, taken).run_due(self._garage.balie)

        return live

    def done(self, dag: date, naam: str, woord: str) -> int:
        """How often a task of a day was begun or done."""
        return self._bestand.read_text().count(f"{dag} {naam} {woord}\n")

    def _work(self, naam: str, *, dies: bool) -> Callable[..., Verslag]:
        def work(_wie: Wie, dag: date, _proef: bool, *_door: object) -> Verslag:
            self._write(f"{dag} {naam} begonnen\n")
            if dies:
                die()
            self._write(f"{dag} {naam} klaar\n")
            return Verslag("TAAK_POSTBUS", 1)

        return work

    def _write(self, regel: str) -> None:
        einde = os.open(self._bestand, os.O_WRONLY | os.O_APPEND)
        os.write(einde, regel.encode())
        os.close(einde)


@pytest.fixture
def ochtend(garage: Garage, database_url: str, tmp_path: Path) -> Ochtend:
    """What is done in the morning, and where it is noted."""
    bestand = tmp_path / "gedaan.txt"
    bestand.touch()
    return Ochtend(database_url, garage, bestand)


def hear_no_more(garage: Garage) -> None:
    """Whoever was at work was not heard of for longer than his lease, by whichever clock it is told."""
    with garage.store.begin(garage.beheerder) as werk:
        bezig = _DAGTAAK.c.staat == Taakstaat.BEZIG.value
        werk.verbinding.execute(update(_DAGTAAK).where(bezig).values(lease_tot=moment(2020, 1, 1)))


def test_a_task_that_was_killed_half_way_is_told_and_taken_up_again_by_itself(garage: Garage, ochtend: Ochtend) -> None:
    assert ended(in_child(ochtend.live(during="mail"))) == "gedood"
    dag = moment(2026, 11, 24).utc.date()
    assert ended(in_child(ochtend.live())) == "klaar"
    assert [ochtend.done(dag, naam, "klaar") for naam in NAMEN] == [1, 0, 1]

    hear_no_more(garage)
    dagtaken = Dagtaken(garage.store, ())
    assert dagtaken.failed(garage.balie).aantal == 1
    assert ended(in_child(ochtend.live())) == "klaar"

    assert [ochtend.done(dag, naam, "klaar") for naam in NAMEN] == [1, 1, 1]
    assert dagtaken.failed(garage.balie).aantal == 0


@pytest.mark.timeout(1800 if DAGEN > 50 else 120)
def test_each_task_of_each_day_is_done_whoever_dies(garage: Garage, ochtend: Ochtend) -> None:
    toeval = random.Random(DAGEN)
    gedood_over = 0
    for _dag in range(DAGEN):
        dag = garage.klok.moment.utc.date()
        einden = [ended(kind) for kind in [in_child(_life(ochtend, toeval)) for _een in range(TEGELIJK)]]
        doden = einden.count("gedood")
        hear_no_more(garage)
        assert ended(in_child(ochtend.live())) == "klaar"
        for naam in NAMEN:
            assert 1 <= ochtend.done(dag, naam, "klaar") <= 1 + doden, "forgotten, or done twice without a reason"
            assert doden or ochtend.done(dag, naam, "begonnen") == 1
        gedood_over += doden
        garage.klok.moment = Moment(garage.klok.moment.utc + timedelta(days=1))
    regels = Dagtaken(garage.store, ()).log(garage.beheerder, limiet=DAGEN * len(NAMEN) + 1)
    assert [regel.staat for regel in regels] == [Taakstaat.KLAAR] * (DAGEN * len(NAMEN))
    assert gedood_over > DAGEN // 4, "nobody died"


def _life(ochtend: Ochtend, toeval: random.Random) -> Callable[[], None]:
    lot = toeval.random()
    if lot < 0.4:
        return ochtend.live(opdracht=toeval.randrange(1, 30))
    return ochtend.live(during=toeval.choice(NAMEN)) if lot < 0.8 else ochtend.live()
