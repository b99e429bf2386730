"""The day's tasks: once for each day and shop, and one that fails stops no other."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.usecases.garage import moment
from tests.usecases.ontvanger import Gedood, let_pass
from werkplaats.domain.dagtaak import Alarm, TaakRegel, Taakstaat, Verslag, is_time
from werkplaats.domain.instellingen import ShopInstellingen
from werkplaats.domain.kmstand import KmInvoer
from werkplaats.domain.moment import Moment
from werkplaats.errors import OpslagFout
from werkplaats.usecases.dagtaken import Dagtaken, Taak
from werkplaats.usecases.taken import backup_taak, bewaren_taak

if TYPE_CHECKING:
    from tests.usecases.garage import Garage
    from werkplaats.domain.rechten import Wie

DAG = date(2026, 11, 24)


class Teller:
    """A task that counts how often it was done, and fails when it is told to."""

    def __init__(self) -> None:
        self.keren: list[tuple[int, date]] = []
        self.fout: Exception | None = None

    def __call__(self, wie: Wie, datum: date, proef: bool, _door: object = None, /) -> Verslag:
        if self.fout is not None:
            raise self.fout
        if not proef:
            self.keren.append((wie.shop_id, datum))
        return Verslag("TAAK_POSTBUS", len(self.keren))


@pytest.fixture
def teller() -> Teller:
    """The work of a task."""
    return Teller()


@pytest.fixture
def dagtaken(garage: Garage, teller: Teller) -> Dagtaken:
    """Two tasks: one that counts, and one after it."""
    return Dagtaken(garage.store, (Taak("mail", teller), Taak("bewaren", lambda *_: Verslag("TAAK_POSTBUS"))))


def test_the_tasks_of_a_day_are_done_once(garage: Garage, dagtaken: Dagtaken, teller: Teller) -> None:
    assert [regel.taak for regel in dagtaken.run(garage.beheerder)] == ["mail", "bewaren"]
    assert dagtaken.run(garage.beheerder) == ()

    assert teller.keren == [(garage.beheerder.shop_id, DAG)]
    assert {regel.staat for regel in dagtaken.log(garage.beheerder)} == {Taakstaat.KLAAR}


def test_another_day_is_another_turn(garage: Garage, dagtaken: Dagtaken, teller: Teller) -> None:
    dagtaken.run(garage.beheerder)
    dagtaken.run(garage.beheerder, date(2026, 11, 25))

    assert [dag for _shop, dag in teller.keren] == [DAG, date(2026, 11, 25)]


def test_each_shop_has_its_own_turn_and_a_task_of_the_database_only_one(garage: Garage, teller: Teller) -> None:
    with garage.store.begin(garage.beheerder) as werk:
        tweede = werk.instellingen.add_shop(ShopInstellingen("Tweede", land="BE"))
    eenmaal = Teller()
    dagtaken = Dagtaken(garage.store, (Taak("mail", teller), Taak("backup", eenmaal, eenmaal=True)))

    dagtaken.run(garage.beheerder)

    assert [shop for shop, _dag in teller.keren] == [garage.beheerder.shop_id, tweede]
    assert len(eenmaal.keren) == 1


def test_a_task_that_fails_stops_no_other_and_asks_for_a_person(
    garage: Garage, dagtaken: Dagtaken, teller: Teller
) -> None:
    teller.fout = OpslagFout("SCHIJF_VOL", plaats="D:")

    staten = {regel.taak: (regel.staat, regel.code) for regel in dagtaken.run(garage.beheerder)}

    assert staten == {"mail": (Taakstaat.MISLUKT, "SCHIJF_VOL"), "bewaren": (Taakstaat.KLAAR, "TAAK_POSTBUS")}
    assert dagtaken.failed(garage.balie).aantal == 1


def test_a_failed_task_is_taken_up_again_by_a_person_but_not_by_itself(
    garage: Garage, dagtaken: Dagtaken, teller: Teller
) -> None:
    teller.fout = OpslagFout("SCHIJF_VOL")
    dagtaken.run(garage.beheerder)
    teller.fout = None

    assert dagtaken.run_due(garage.balie) == ()
    assert [regel.taak for regel in dagtaken.run(garage.beheerder)] == ["mail"]
    assert dagtaken.failed(garage.balie).aantal == 0


def test_a_fault_of_our_own_stands_in_the_log_too(garage: Garage, dagtaken: Dagtaken, teller: Teller) -> None:
    teller.fout = ZeroDivisionError()

    with pytest.raises(ZeroDivisionError):
        dagtaken.run(garage.beheerder)

    assert dagtaken.log(garage.beheerder)[0].code == "FOUT_IN_PROGRAMMA"


def test_a_trial_changes_nothing(garage: Garage, dagtaken: Dagtaken, teller: Teller) -> None:
    assert len(dagtaken.run(garage.beheerder, proef=True)) == 2

    assert teller.keren == []
    assert dagtaken.log(garage.beheerder) == ()


def test_only_the_task_that_was_asked_for(garage: Garage, dagtaken: Dagtaken, teller: Teller) -> None:
    assert [regel.taak for regel in dagtaken.run(garage.beheerder, None, ("bewaren",))] == ["bewaren"]
    assert teller.keren == []


def test_it_stops_between_two_tasks(garage: Garage, dagtaken: Dagtaken) -> None:
    regels = dagtaken.run(garage.beheerder, progress=lambda gedaan, _totaal: gedaan < 1)

    assert [regel.taak for regel in regels] == ["mail"]


def test_two_processes_at_once_do_the_work_once(garage: Garage, teller: Teller) -> None:
    deuren = [Dagtaken(garage.store, (Taak("mail", teller), Taak("bewaren", teller))) for _deur in range(4)]
    begin = threading.Barrier(len(deuren))

    def start(deur: Dagtaken) -> None:
        begin.wait()
        deur.run(garage.beheerder)

    draden = [threading.Thread(target=start, args=(deur,)) for deur in deuren]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()

    assert len(teller.keren) == 2


def test_they_begin_by_themselves_in_the_morning_and_not_in_the_night(
    garage: Garage, dagtaken: Dagtaken, teller: Teller
) -> None:
    garage.klok.moment = moment(2026, 11, 24, 5, 59)
    assert dagtaken.run_due(garage.balie) == ()

    garage.klok.moment = moment(2026, 11, 24, 6, 0)
    assert len(dagtaken.run_due(garage.balie)) == 2
    assert dagtaken.run_due(garage.balie) == ()
    assert dagtaken.log(garage.beheerder)[0].wie == "dagtaken"


@pytest.mark.parametrize(
    ("dag", "van"),
    [
        (date(2026, 3, 29), datetime(2026, 3, 28, 12, tzinfo=UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 24, 12, tzinfo=UTC)),
    ],
    ids=["the night that is an hour shorter", "the night that is an hour longer"],
)
def test_the_change_of_the_clock_gives_each_day_one_turn(
    garage: Garage, dagtaken: Dagtaken, teller: Teller, dag: date, van: datetime
) -> None:
    for half_uur in range(2 * 48):
        garage.klok.moment = Moment(van + timedelta(minutes=30 * half_uur))
        dagtaken.run_due(garage.balie)

    dagen = [gedaan for _shop, gedaan in teller.keren]
    assert dagen == [dag - timedelta(days=1), dag, dag + timedelta(days=1)]


def _set(garage: Garage, shop_id: int, **veranderd: Any) -> None:
    with garage.store.begin(garage.beheerder) as werk:
        werk.instellingen.write(shop_id, replace(werk.instellingen.get(shop_id).instellingen, **veranderd))


def test_a_shop_chooses_its_hour(garage: Garage, dagtaken: Dagtaken) -> None:
    _set(garage, garage.balie.shop_id, dagtaken_uur=13)
    assert dagtaken.begin(garage.beheerder) == time(13)

    garage.klok.moment = moment(2026, 11, 24, 11, 59)
    assert dagtaken.run_due(garage.balie) == ()
    garage.klok.moment = moment(2026, 11, 24, 12, 0)
    assert len(dagtaken.run_due(garage.balie)) == 2


def test_a_shop_turns_them_off_and_another_goes_on(garage: Garage, teller: Teller) -> None:
    with garage.store.begin(garage.beheerder) as werk:
        tweede = werk.instellingen.add_shop(ShopInstellingen("Tweede", land="BE", dagtaken_uur=9))
    _set(garage, garage.balie.shop_id, dagtaken_aan=False)
    dagtaken = Dagtaken(garage.store, (Taak("mail", teller),))

    assert dagtaken.begin(garage.beheerder) is None
    dagtaken.run_due(garage.balie)
    assert teller.keren == [(tweede, DAG)]
    dagtaken.run(garage.beheerder)
    assert (garage.balie.shop_id, DAG) in teller.keren


def test_a_missed_morning_is_made_up_for_that_day_and_on_no_other(
    garage: Garage, dagtaken: Dagtaken, teller: Teller
) -> None:
    garage.klok.moment = moment(2026, 11, 20, 15)
    dagtaken.run_due(garage.balie)
    garage.klok.moment = moment(2026, 11, 24, 22, 30)
    dagtaken.run_due(garage.balie)

    assert [dag for _shop, dag in teller.keren] == [date(2026, 11, 20), DAG]


def test_a_fault_of_our_own_stops_no_other_task(garage: Garage, dagtaken: Dagtaken, teller: Teller) -> None:
    teller.fout = ZeroDivisionError()

    with pytest.raises(ZeroDivisionError):
        dagtaken.run_due(garage.balie)

    assert {regel.taak: regel.staat for regel in dagtaken.log(garage.beheerder)} == {
        "mail": Taakstaat.MISLUKT,
        "bewaren": Taakstaat.KLAAR,
    }


def test_the_counter_hears_whom_to_call(garage: Garage, dagtaken: Dagtaken, teller: Teller) -> None:
    assert dagtaken.failed(garage.balie) == Alarm()
    teller.fout = OpslagFout("SCHIJF_VOL")
    dagtaken.run_due(garage.balie)

    assert dagtaken.failed(garage.balie) == Alarm(1, ("Marieke Hendriks",))


def test_the_wall_clock_counts_on_both_sides_of_the_change() -> None:
    assert not is_time(moment(2026, 3, 29, 4, 59), "Europe/Amsterdam")
    assert is_time(moment(2026, 3, 29, 5, 0), "Europe/Amsterdam")
    assert not is_time(moment(2026, 10, 25, 5, 59), "Europe/Amsterdam")
    assert is_time(moment(2026, 10, 25, 6, 0), "Europe/Amsterdam")


def test_the_daily_backup_keeps_as_many_as_are_asked_for(garage: Garage, tmp_path: Path) -> None:
    map_ = tmp_path / "backups"
    map_.mkdir()
    for dag in range(1, 6):
        (map_ / f"werkplaats-2026-11-0{dag}.zip").write_text("oud")
    (map_ / "eigen.zip").write_text("van de klant")
    taak = backup_taak(garage.store, map_, 3, Path.touch)

    taak.run(garage.beheerder, DAG, True)
    assert len(list(map_.iterdir())) == 6
    taak.run(garage.beheerder, DAG, False)

    assert sorted(bestand.name for bestand in map_.iterdir()) == [
        "eigen.zip",
        "werkplaats-2026-11-04.zip",
        "werkplaats-2026-11-05.zip",
        "werkplaats-2026-11-24.zip",
    ]


def test_the_first_shop_says_where_backups_go_and_how_many_stay(garage: Garage, tmp_path: Path) -> None:
    elders = tmp_path / "schijf 2"
    elders.mkdir()
    (elders / "werkplaats-2026-11-20.zip").write_text("oud")
    _set(garage, garage.balie.shop_id, backup_map=str(elders), backup_aantal=1)

    verslag = backup_taak(garage.store, tmp_path / "gewoon", 14, Path.touch).run(garage.beheerder, DAG, False)

    assert [bestand.name for bestand in elders.iterdir()] == ["werkplaats-2026-11-24.zip"]
    assert verslag.params["bestand"] == str(elders / "werkplaats-2026-11-24.zip")


def test_a_backup_that_fails_takes_no_older_one_away(garage: Garage, tmp_path: Path) -> None:
    oud = tmp_path / "werkplaats-2026-11-01.zip"
    oud.write_text("oud")

    def fail(_bestand: Path) -> None:
        raise OpslagFout("SCHIJF_VOL")

    with pytest.raises(OpslagFout):
        backup_taak(garage.store, tmp_path, 1, fail).run(garage.beheerder, DAG, False)

    assert oud.exists()


def test_the_bin_is_emptied_after_its_time_and_the_logboek_stays_whole(garage: Garage) -> None:
    auto = garage.new_car()
    stand = garage.kmstanden.add(garage.balie, auto.id, KmInvoer(1200, DAG))
    garage.kmstanden.take_back(garage.balie, stand.id)
    taak = bewaren_taak(garage.store)
    with garage.later(days=89):
        assert taak.run(garage.beheerder, DAG, False).params["prullenbak"] == 0
    with garage.later(days=91):
        assert taak.run(garage.beheerder, DAG, True).params["prullenbak"] == 1
        assert taak.run(garage.beheerder, DAG, False).params["prullenbak"] == 1
        assert taak.run(garage.beheerder, DAG, False).params["prullenbak"] == 0
    with garage.later(days=8 * 365):
        assert taak.run(garage.beheerder, DAG, False).params["logboek"] > 0
    with garage.store.read() as lezing:
        assert lezing.logboek.verify() == ()


def test_a_task_that_tells_of_another_waits_while_that_is_under_way(garage: Garage) -> None:
    verteld: list[tuple[TaakRegel, ...]] = []
    mail = Taak("mail", lambda *_: Verslag("TAAK_POSTBUS"), na="pon")

    def elsewhere(*_: object) -> Verslag:
        verteld.append(Dagtaken(garage.store, (mail,)).run(garage.beheerder))
        return Verslag("TAAK_POSTBUS")

    dagtaken = Dagtaken(garage.store, (Taak("pon", elsewhere), mail))
    assert [regel.taak for regel in dagtaken.run(garage.beheerder)] == ["pon", "mail"]
    assert verteld == [()]


def test_what_a_process_left_behind_goes_on_by_itself(garage: Garage, teller: Teller) -> None:
    dood = Taak("mail", teller, lease=timedelta(minutes=2))
    teller.fout = Gedood()  # type: ignore[assignment]  # a process that is gone raises nothing that one may catch
    with pytest.raises(Gedood):
        Dagtaken(garage.store, (dood,)).run_due(garage.balie)
    teller.fout = None
    assert Dagtaken(garage.store, (dood,)).run_due(garage.balie) == ()
    let_pass(garage.store, garage.balie, garage.klok, minutes=3)
    assert [regel.taak for regel in Dagtaken(garage.store, (dood,)).run_due(garage.balie)] == ["mail"]
