"""Lending a car: to one person at a time, also when two counters try at once; it comes back with its reading."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from threading import Barrier
from typing import TYPE_CHECKING, Any

import pytest

from tests.usecases.garage import DAF, GOLF, Garage, moment
from werkplaats.domain.historie import LeenStap
from werkplaats.domain.kmstand import KmHerkomst
from werkplaats.domain.leen import LeenKaart, Leenperiode, Leensoort
from werkplaats.domain.voertuig import RelatieKop, VoertuigKaart
from werkplaats.domain.werkkaart import KaartStaat, WerkkaartInvoer
from werkplaats.errors import Botsing, NietGevonden, Ongeldig, WerkplaatsError
from werkplaats.store.openen import open_store
from werkplaats.usecases.leenperiodes import Leenperiodes

if TYPE_CHECKING:
    from werkplaats.store.opslag import Store

VAN, TOT = moment(2026, 11, 24, 8), moment(2026, 11, 25, 16)


@pytest.fixture
def auto(garage: Garage) -> int:
    return garage.new_car(VoertuigKaart(kenteken=DAF, merk="DAF", model="44", leenauto=True)).id


def _kaart(garage: Garage, **velden: Any) -> LeenKaart:
    wie = velden.pop("relatie", None) or garage.new_owner()
    return replace(LeenKaart(relatie=wie, van=VAN, tot=TOT, km_uit=1_000), **velden)


def _lend(garage: Garage, auto: int, **velden: Any) -> Leenperiode:
    return garage.leenperiodes.lend(garage.balie, auto, _kaart(garage, **velden))


def _visit(garage: Garage, invoer: WerkkaartInvoer | None = None) -> int:
    klant = garage.new_car(VoertuigKaart(kenteken=GOLF, hoofdeigenaar=garage.new_owner())).id
    return garage.werkkaarten.make(garage.balie, klant, invoer or WerkkaartInvoer(), KaartStaat.BINNEN).id


def _codes(fout: pytest.ExceptionInfo[Ongeldig]) -> list[tuple[str, str]]:
    return [(een.veld, een.code) for een in fout.value.bevindingen]


def test_a_car_is_lent_for_a_visit_and_stands_on_both_cards(garage: Garage, auto: int) -> None:
    kaart_id = _visit(garage)
    een = garage.leenperiodes.lend(garage.balie, auto, _kaart(garage), kaart_id)
    (van_auto,) = garage.leenperiodes.van_voertuig(garage.balie, auto)
    (van_bezoek,) = garage.leenperiodes.van_werkkaart(garage.balie, kaart_id)
    assert van_auto == van_bezoek
    assert (van_auto.periode, van_auto.staat.value, van_auto.periode.werkkaart) == (een, "uit", "2026-000001")
    for regels in (garage.voertuigen.logboek(garage.balie, auto), garage.werkkaarten.logboek(garage.balie, kaart_id)):
        assert "24-11-2026 09:00 \N{EN DASH} 25-11-2026 17:00" in str(regels[0].na)


def test_what_a_visit_proposes_is_its_owner_until_the_work_is_promised(garage: Garage) -> None:
    morgen = WerkkaartInvoer(afgesproken_op=date(2026, 11, 25), afgesproken_om="16:30")
    voorstel = garage.leenperiodes.propose(garage.balie, _visit(garage, morgen))
    assert (voorstel.wie, voorstel.van, voorstel.tot) == (
        "Dhr. H. van Dalen",
        garage.klok.nu(),
        moment(2026, 11, 25, 15, 30),
    )
    gisteren = WerkkaartInvoer(afgesproken_op=date(2026, 11, 23), afgesproken_om="16:30")
    assert garage.leenperiodes.propose(garage.balie, _visit(garage, gisteren)).tot is None
    assert garage.leenperiodes.propose(garage.balie, None) == LeenKaart(van=garage.klok.nu())


def test_the_car_of_the_visit_itself_does_not_go_along(garage: Garage) -> None:
    kaart_id = _visit(garage)
    eigen = garage.werkkaarten.load(garage.balie, kaart_id).voertuig_id
    with pytest.raises(Ongeldig) as fout:
        garage.leenperiodes.lend(garage.balie, eigen, _kaart(garage), kaart_id)
    assert _codes(fout) == [("voertuig", "LEEN_EIGEN_AUTO")]


def test_who_has_it_and_until_when_is_said_to_the_next(garage: Garage, auto: int) -> None:
    _lend(garage, auto)
    with pytest.raises(Ongeldig) as fout:
        _lend(garage, auto, van=moment(2026, 11, 25, 15), tot=moment(2026, 11, 26))
    assert _codes(fout) == [("van", "LEEN_BEZET")]
    params = {"wie": "Dhr. H. van Dalen", "van": "24-11-2026 09:00", "tot": "25-11-2026 17:00"}
    assert dict(fout.value.bevindingen[0].params) == params
    assert _lend(garage, auto, van=TOT, tot=moment(2026, 11, 26)).id == 2


def test_a_late_car_is_taken_in_first(garage: Garage, auto: int) -> None:
    laat = _lend(garage, auto, van=moment(2026, 11, 20), tot=moment(2026, 11, 23))
    with pytest.raises(Ongeldig) as fout:
        _lend(garage, auto)
    assert _codes(fout) == [("van", "LEEN_NIET_TERUG")]
    garage.leenperiodes.take_in(garage.balie, laat.id, VAN, 1_234)
    _lend(garage, auto)


def test_it_comes_back_once_and_its_reading_joins_those_of_the_car(garage: Garage, auto: int) -> None:
    een = _lend(garage, auto)
    with pytest.raises(Ongeldig) as fout:
        garage.leenperiodes.take_in(garage.balie, een.id, garage.klok.nu(), 999)
    assert _codes(fout) == [("km_in", "LEEN_KM_LAGER")]
    terug = garage.leenperiodes.take_in(garage.balie, een.id, garage.klok.nu(), 1_100)
    assert (terug.kaart.terug, terug.kaart.km_in) == (garage.klok.nu(), 1_100)
    with pytest.raises(WerkplaatsError, match="LEEN_AL_TERUG"):
        garage.leenperiodes.take_in(garage.balie, een.id, garage.klok.nu(), 1_200)
    (stand,) = garage.kmstanden.van_voertuig(garage.balie, auto)
    assert (stand.km, stand.herkomst, stand.opmerking) == (1_100, KmHerkomst.BALIE, "leenauto terug")
    assert [nu.staat.value for nu in garage.leenperiodes.van_voertuig(garage.balie, auto)] == ["terug"]


def test_a_reading_that_is_put_right_joins_too_and_is_not_written_twice(garage: Garage, auto: int) -> None:
    een = garage.leenperiodes.take_in(garage.balie, _lend(garage, auto).id, garage.klok.nu(), 1_100)
    beter = replace(een.kaart, km_in=1_110)
    garage.leenperiodes.save(garage.balie, een.id, een.kaart, beter)
    garage.leenperiodes.save(garage.balie, een.id, beter, replace(beter, opmerking="Deuk"))
    assert [stand.km for stand in garage.kmstanden.van_voertuig(garage.balie, auto)] == [1_100, 1_110]


def test_a_next_one_that_waits_does_not_keep_a_late_car_from_coming_back(garage: Garage, auto: int) -> None:
    laat = _lend(garage, auto, van=moment(2026, 11, 20), tot=moment(2026, 11, 23))
    _lend(garage, auto, van=moment(2026, 11, 24, 11), tot=TOT)
    with garage.later(hours=5):
        garage.leenperiodes.take_in(garage.balie, laat.id, garage.klok.nu(), 1_100)
        alle = garage.leenperiodes.van_voertuig(garage.balie, auto)
    assert [nu.staat.value for nu in alle] == ["uit", "terug"]


def test_two_who_change_other_fields_both_keep_theirs(garage: Garage, auto: int) -> None:
    een = _lend(garage, auto)
    garage.leenperiodes.save(garage.balie, een.id, een.kaart, replace(een.kaart, soort=Leensoort.HUUR))
    beide = garage.leenperiodes.save(garage.balie, een.id, een.kaart, replace(een.kaart, opmerking="Tank vol"))
    assert (beide.kaart.soort, beide.kaart.opmerking) == (Leensoort.HUUR, "Tank vol")
    with pytest.raises(Botsing):
        garage.leenperiodes.save(garage.balie, een.id, een.kaart, replace(een.kaart, opmerking="Tank leeg"))


def test_longer_is_refused_where_the_next_one_begins(garage: Garage, auto: int) -> None:
    een = _lend(garage, auto)
    _lend(garage, auto, van=TOT, tot=moment(2026, 11, 27))
    with pytest.raises(Ongeldig) as fout:
        garage.leenperiodes.save(garage.balie, een.id, een.kaart, replace(een.kaart, tot=moment(2026, 11, 26)))
    assert _codes(fout) == [("van", "LEEN_BEZET")]


def test_one_is_taken_away_and_put_back_unless_its_place_was_given(garage: Garage, auto: int) -> None:
    een = _lend(garage, auto)
    garage.leenperiodes.delete(garage.balie, een.id)
    assert garage.leenperiodes.van_voertuig(garage.balie, auto) == ()
    assert garage.leenperiodes.put_back(garage.balie, een.id) == een
    garage.leenperiodes.delete(garage.balie, een.id)
    _lend(garage, auto)
    with pytest.raises(WerkplaatsError, match="LEEN_PLAATS_BEZET"):
        garage.leenperiodes.put_back(garage.balie, een.id)
    assert len(garage.leenperiodes.van_voertuig(garage.balie, auto)) == 1


def test_somebody_who_was_deleted_gets_no_car(garage: Garage, auto: int) -> None:
    with pytest.raises(NietGevonden):
        _lend(garage, auto, relatie=RelatieKop(999, "Niemand"))


def test_a_card_of_another_shop_is_not_there(garage: Garage, auto: int) -> None:
    with pytest.raises(NietGevonden):
        garage.leenperiodes.lend(replace(garage.balie, shop_id=99), auto, _kaart(garage), _visit(garage))


def test_offered_are_the_loan_cars_that_are_free_then(garage: Garage, auto: int) -> None:
    vrij = garage.new_car(VoertuigKaart(kenteken=GOLF, leenauto=True)).id
    garage.new_car(VoertuigKaart(kenteken=GOLF))
    garage.new_car(VoertuigKaart(kenteken=GOLF, leenauto=True, actief=False))
    _lend(garage, auto)

    def free(*wanneer: Any) -> list[int]:
        return [een.id for een in garage.leenperiodes.vrij(garage.balie, *wanneer)]

    assert free(None, None) == [vrij]
    assert free(VAN, None) == [vrij], "at the very moment at which it leaves"
    assert free(moment(2026, 11, 25), moment(2026, 11, 27)) == [vrij]
    assert free(TOT, moment(2026, 11, 27)) == free(TOT, None) == [auto, vrij]


def test_the_start_page_tells_of_what_should_be_back_today_or_before(garage: Garage, auto: int) -> None:
    def due() -> list[tuple[str, str, date]]:
        punten = garage.voertuigen.aandacht(garage.balie)
        return [(een.soort, een.tekst, een.datum) for een in punten if een.soort == "leen"]

    een = _lend(garage, auto)
    assert due() == []
    with garage.later(hours=13, minutes=59):
        assert due() == []
    with garage.later(hours=14):
        # Midnight by the clock of the shop: from now on it is the day on which the car is expected.
        assert due() == [("leen", "Dhr. H. van Dalen", date(2026, 11, 25))]
    with garage.later(days=9):
        assert due() == [("leen", "Dhr. H. van Dalen", date(2026, 11, 25))]
        garage.leenperiodes.take_in(garage.balie, een.id, garage.klok.nu(), 1_500)
        assert due() == []


def test_the_line_of_time_tells_both_and_not_what_is_only_planned(garage: Garage, auto: int) -> None:
    een = _lend(garage, auto)
    _lend(garage, auto, van=TOT, tot=moment(2026, 11, 27))
    garage.leenperiodes.take_in(garage.balie, een.id, garage.klok.nu(), 1_100)
    lijn = [voorval.feit for voorval in garage.historie.van_voertuig(garage.balie, auto) if voorval.soort == "leen"]
    assert [feit.terug for feit in lijn if isinstance(feit, LeenStap)] == [True, False]
    assert len(lijn) == 2


def test_two_counters_that_lend_one_car_at_once_lend_it_once(
    store: Store, garage: Garage, auto: int, database_url: str
) -> None:
    kaarten = [_kaart(garage) for _balie in range(6)]
    begin = Barrier(len(kaarten))

    def lend(kaart: LeenKaart) -> str:
        eigen = open_store(database_url, garage.klok)
        try:
            begin.wait()
            Leenperiodes(eigen, garage.klok).lend(garage.balie, auto, kaart)
        except Ongeldig as fout:
            return fout.bevindingen[0].code
        finally:
            eigen.close()
        return "gelukt"

    with ThreadPoolExecutor(len(kaarten)) as pool:
        uitkomst = sorted(pool.map(lend, kaarten))
    assert uitkomst == ["LEEN_BEZET"] * 5 + ["gelukt"]
    assert len(garage.leenperiodes.van_voertuig(garage.balie, auto)) == 1
    with store.read() as lezing:
        assert lezing.logboek.verify() == ()
