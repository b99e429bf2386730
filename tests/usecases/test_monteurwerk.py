"""The mechanic at the car: one clock at a time, the reading for Einde service, the checklist, and his klaar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier, Thread
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError

from tests.usecases.garage import DAF, GOLF, Garage, moment
from werkplaats.domain.instellingen import ShopInstellingen
from werkplaats.domain.kmstand import KmHerkomst, KmInvoer
from werkplaats.domain.monteurwerk import Antwoord, Monteur, Punt, Puntsoort
from werkplaats.domain.rechten import GROEPEN, Wie
from werkplaats.domain.urencorrectie import TijdvakInvoer
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.werkkaart import KaartStaat, WerkkaartInvoer
from werkplaats.domain.werkkaart_regel import Regel, Regelsoort
from werkplaats.errors import Botsing, GeenRecht, NietGevonden, Ongeldig, WerkplaatsError

if TYPE_CHECKING:
    from werkplaats.domain.moment import Moment, VasteKlok
    from werkplaats.store.opslag import Store

REMMEN = Punt(Puntsoort.CHECKLIST, "Remmen", "Remmen", Antwoord.OK)


@pytest.fixture
def garage(store: Store, klok: VasteKlok) -> Garage:
    """A garage on a Tuesday morning, on either database."""
    klok.moment = moment(2026, 11, 24, 7)
    return Garage(store, klok)


@pytest.fixture
def dennis(garage: Garage) -> Wie:
    """A mechanic with an account of his own."""
    with garage.store.begin(garage.beheerder) as werk:
        nummer = werk.gebruikers.add("dennis", "Dennis Kuipers", ("Monteur",))
    return replace(
        garage.beheerder,
        gebruiker_id=nummer,
        naam="Dennis Kuipers",
        groepen=("Monteur",),
        rechten=GROEPEN["Monteur"],
    )


def _self(wie: Wie) -> Monteur:
    return Monteur(wie.gebruiker_id, wie.naam)


def _card(garage: Garage, staat: KaartStaat = KaartStaat.BINNEN, **velden: object) -> int:
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, merk="Volkswagen", model="Golf"))
    return _card_of(garage, auto.id, staat, **velden)


def _card_of(garage: Garage, auto: int, staat: KaartStaat = KaartStaat.BINNEN, **velden: object) -> int:
    invoer = replace(WerkkaartInvoer(monteur="Dennis Kuipers"), **velden)  # type: ignore[arg-type]  # named at each call
    return garage.werkkaarten.make(garage.balie, auto, invoer, staat).id


def _other_shop(garage: Garage) -> int:
    with garage.store.begin(garage.beheerder) as werk:
        return werk.instellingen.add_shop(ShopInstellingen(naam="Turnhout", land="BE"))


def test_his_day_has_his_cards_and_not_those_of_others(garage: Garage, dennis: Wie) -> None:
    mijn = _card(garage, klacht="Piept")
    auto = garage.new_car(VoertuigKaart(kenteken=DAF)).id
    _card_of(garage, auto, monteur="Ali Demir")
    later = _card_of(garage, auto, KaartStaat.GEPLAND, afgesproken_op=date(2026, 11, 25))
    straks = _card_of(garage, auto, KaartStaat.GEPLAND, afgesproken_op=date(2026, 11, 24))

    dag = garage.monteurwerk.day(dennis, _self(dennis))

    assert [kaart.id for kaart in dag.kaarten] == [mijn, straks]
    assert dag.kaarten[0].werk == "Piept"
    assert later not in [kaart.id for kaart in dag.kaarten]
    assert dag.loopt is None


def test_the_clock_runs_on_through_a_new_start_of_the_program(garage: Garage, dennis: Wie) -> None:
    kaart = _card(garage)
    garage.monteurwerk.start(dennis, _self(dennis), kaart)
    garage.klok.moment = moment(2026, 11, 24, 9, 42)

    # Nothing but the database holds it: another use case on the same store sees it run.
    dag = Garage(garage.store, garage.klok).monteurwerk.day(dennis, _self(dennis))

    assert dag.loopt is not None
    assert dag.loopt.duur(dag.nu) == timedelta(hours=2, minutes=42)
    assert dag.gewerkt == timedelta(hours=2, minutes=42)
    assert dag.kaarten[0].loopt
    assert dag.kaarten[0].staat is KaartStaat.IN_UITVOERING


def test_starting_another_card_stops_the_first_at_that_moment(garage: Garage, dennis: Wie) -> None:
    eerste = _card(garage)
    tweede = _card_of(garage, garage.new_car(VoertuigKaart(kenteken=DAF)).id)
    garage.monteurwerk.start(dennis, _self(dennis), eerste)
    garage.klok.moment = moment(2026, 11, 24, 8)
    garage.monteurwerk.start(dennis, _self(dennis), tweede)
    garage.klok.moment = moment(2026, 11, 24, 8, 30)
    garage.monteurwerk.stop(dennis, _self(dennis))

    tijden = [garage.monteurwerk.report(garage.balie, kaart).tijden for kaart in (eerste, tweede)]

    assert [[tijd.duur(garage.klok.moment) for tijd in lijst] for lijst in tijden] == [
        [timedelta(hours=1)],
        [timedelta(minutes=30)],
    ]
    assert garage.monteurwerk.stop(dennis, _self(dennis)) is None


def test_start_pressed_twice_is_one_stretch(garage: Garage, dennis: Wie) -> None:
    kaart = _card(garage)
    eerste = garage.monteurwerk.start(dennis, _self(dennis), kaart)
    garage.klok.moment = moment(2026, 11, 24, 8)

    assert garage.monteurwerk.start(dennis, _self(dennis), kaart) == eerste


def test_two_screens_of_one_mechanic_at_once_leave_one_clock(garage: Garage, dennis: Wie) -> None:
    kaarten = [_card(garage), _card_of(garage, garage.new_car(VoertuigKaart(kenteken=DAF)).id)]
    barrier = Barrier(2)

    def press(kaart: int) -> None:
        barrier.wait(10)
        garage.monteurwerk.start(dennis, _self(dennis), kaart)

    draden = [Thread(target=press, args=(kaart,)) for kaart in kaarten]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(30)

    tijden = [tijd for kaart in kaarten for tijd in garage.monteurwerk.report(garage.balie, kaart).tijden]
    assert len(tijden) == 2
    assert sum(tijd.eind is None for tijd in tijden) == 1


def test_the_database_itself_refuses_a_second_clock(garage: Garage, dennis: Wie) -> None:
    kaart = _card(garage)
    garage.monteurwerk.start(dennis, _self(dennis), kaart)

    with pytest.raises(IntegrityError), garage.store.engines.schrijven.begin() as verbinding:
        verbinding.exec_driver_sql(
            "INSERT INTO gewerkte_tijd (werkkaart_id, gebruiker_id, monteur, begin)"
            f" VALUES ({kaart}, {dennis.gebruiker_id}, 'Dennis', '2026-11-24T08:00:00.000000+00:00')"
        )


def test_work_over_midnight_stays_on_the_screen_and_counts_by_day(garage: Garage, dennis: Wie) -> None:
    kaart = _card(garage)
    garage.klok.moment = moment(2026, 11, 24, 22)
    garage.monteurwerk.start(dennis, _self(dennis), kaart)
    garage.klok.moment = moment(2026, 11, 25, 0, 30)

    dag = garage.monteurwerk.day(dennis, _self(dennis))

    assert dag.loopt is not None
    assert dag.loopt.duur(dag.nu) == timedelta(hours=2, minutes=30)
    # Midnight in Amsterdam is 23:00 UTC.
    assert dag.gewerkt == timedelta(hours=1, minutes=30)
    assert [een.id for een in dag.kaarten] == [kaart]


@pytest.mark.parametrize(
    ("dag", "maand", "jaar", "uren"), [(25, 10, 2026, 4), (28, 3, 2027, 2)], ids=["terug", "vooruit"]
)
def test_the_nights_of_the_clock_change_count_what_passed(
    garage: Garage, dennis: Wie, dag: int, maand: int, jaar: int, uren: int
) -> None:
    kaart = _card(garage)
    # From one until four o'clock on the wall.
    winter = maand == 10
    garage.klok.moment = moment(jaar, maand, dag - 1, 23) if winter else moment(jaar, maand, dag, 0)
    garage.monteurwerk.start(dennis, _self(dennis), kaart)
    garage.klok.moment = moment(jaar, maand, dag, 3) if winter else moment(jaar, maand, dag, 2)
    tijdvak = garage.monteurwerk.stop(dennis, _self(dennis))

    assert tijdvak is not None
    assert tijdvak.duur(garage.klok.moment) == timedelta(hours=uren)


def test_a_clock_that_was_put_back_ends_no_stretch_before_it_began(garage: Garage, dennis: Wie) -> None:
    kaart = _card(garage)
    garage.monteurwerk.start(dennis, _self(dennis), kaart)
    garage.klok.moment = moment(2026, 11, 24, 6)
    tijdvak = garage.monteurwerk.stop(dennis, _self(dennis))

    assert tijdvak is not None
    assert tijdvak.eind == tijdvak.begin


def test_his_reading_stands_on_the_card_and_with_the_car_and_is_told_what_is_odd(garage: Garage, dennis: Wie) -> None:
    kaart_id = _card(garage)
    kaart = garage.werkkaarten.load(garage.balie, kaart_id)
    garage.kmstanden.add(garage.balie, kaart.voertuig_id, KmInvoer(60_000, date(2026, 11, 1)))

    raad = garage.monteurwerk.check_km(dennis, kaart, 52_449)
    na = garage.monteurwerk.keep_km(dennis, _self(dennis), kaart_id, 52_449)

    assert [een.code for een in raad] == ["KM_LAGER"]
    assert na.invoer.km_stand == 52_449
    standen = garage.kmstanden.van_voertuig(garage.balie, kaart.voertuig_id)
    assert [(een.stand, een.herkomst) for een in standen][1:] == [(52_449, KmHerkomst.MONTEUR)]


def test_a_reading_entered_twice_is_corrected_and_einde_service_adds_none(garage: Garage, dennis: Wie) -> None:
    kaart = _card(garage)
    garage.monteurwerk.keep_km(dennis, _self(dennis), kaart, 62_449)
    garage.monteurwerk.keep_km(dennis, _self(dennis), kaart, 52_449)
    garage.monteurwerk.keep_km(dennis, _self(dennis), kaart, 52_449)
    na = garage.werkkaarten.einde_service(garage.balie, kaart).kaart

    standen = garage.kmstanden.van_voertuig(garage.balie, na.voertuig_id)
    assert [(een.stand, een.herkomst) for een in standen] == [(52_449, KmHerkomst.MONTEUR)]
    assert garage.monteurwerk.check_km(dennis, na, 52_450) == ()


@pytest.mark.parametrize(("km", "code"), [(None, "KM_LEEG"), (2_000_001, "KM_ONGELDIG"), (-1, "KM_ONGELDIG")])
def test_what_no_odometer_can_show_is_not_kept(garage: Garage, dennis: Wie, km: int | None, code: str) -> None:
    kaart_id = _card(garage)
    kaart = garage.werkkaarten.load(garage.balie, kaart_id)

    with pytest.raises(Ongeldig) as fout:
        garage.monteurwerk.keep_km(dennis, _self(dennis), kaart_id, km)

    assert [een.code for een in fout.value.bevindingen] == [code]
    assert [een.code for een in garage.monteurwerk.check_km(dennis, kaart, km)] == [code]


def test_the_checklist_of_the_shop_is_answered_by_whom_and_when(garage: Garage, dennis: Wie) -> None:
    garage.configure(checklist=("Remmen", "Banden"))
    kaart = _card(garage)
    garage.monteurwerk.answer(dennis, kaart, replace(REMMEN, antwoord=Antwoord.NIET_OK, opmerking="Schijf dun"))

    gezien = garage.monteurwerk.card(dennis, _self(dennis), kaart)

    assert [(punt.tekst, punt.antwoord, punt.opmerking) for punt in gezien.punten] == [
        ("Remmen", Antwoord.NIET_OK, "Schijf dun"),
        ("Banden", None, ""),
    ]
    assert (gezien.punten[0].door, gezien.punten[0].op) == ("Dennis Kuipers", garage.klok.moment)
    assert gezien.answered == 1


def test_a_point_that_the_shop_no_longer_asks_keeps_its_answer(garage: Garage, dennis: Wie) -> None:
    garage.configure(checklist=("Remmen",))
    kaart = _card(garage)
    garage.monteurwerk.answer(dennis, kaart, REMMEN)
    garage.configure(checklist=("Banden",))

    gezien = garage.monteurwerk.card(dennis, _self(dennis), kaart)

    assert [(punt.tekst, punt.antwoord) for punt in gezien.punten] == [("Banden", None), ("Remmen", Antwoord.OK)]


def test_an_answer_can_be_changed_and_taken_back(garage: Garage, dennis: Wie) -> None:
    kaart = _card(garage)
    for antwoord in (Antwoord.OK, Antwoord.NVT, None):
        garage.monteurwerk.answer(dennis, kaart, replace(REMMEN, antwoord=antwoord))
        gegeven = garage.monteurwerk.report(dennis, kaart).punten
        assert [punt.antwoord for punt in gegeven] == ([antwoord] if antwoord else [])


def test_a_line_that_is_done_is_ticked(garage: Garage, dennis: Wie) -> None:
    kaart = _card(garage, regels=(Regel("r1", Regelsoort.UREN, omschrijving="Riem vervangen", eenheid="u"),))
    regel = garage.monteurwerk.card(dennis, _self(dennis), kaart).regels[0]
    garage.monteurwerk.answer(dennis, kaart, replace(regel, antwoord=Antwoord.OK))

    assert [een.antwoord for een in garage.monteurwerk.card(dennis, _self(dennis), kaart).regels] == [Antwoord.OK]


def test_klaar_stops_his_clock_and_leaves_the_state_to_the_counter(garage: Garage, dennis: Wie) -> None:
    kaart = _card(garage)
    garage.monteurwerk.start(dennis, _self(dennis), kaart)
    garage.klok.moment = moment(2026, 11, 24, 8)
    garage.monteurwerk.finish(dennis, _self(dennis), kaart)

    dag = garage.monteurwerk.day(dennis, _self(dennis))

    assert dag.loopt is None
    assert [een.klaar_op for een in dag.kaarten] == [garage.klok.moment]
    assert garage.werkkaarten.load(garage.balie, kaart).staat is KaartStaat.IN_UITVOERING
    assert [deel.klaar_op for deel in garage.monteurwerk.report(garage.balie, kaart).delen] == [garage.klok.moment]

    garage.monteurwerk.start(dennis, _self(dennis), kaart)
    assert garage.monteurwerk.card(dennis, _self(dennis), kaart).deel.klaar_op is None


def test_his_remark_is_read_at_the_counter_and_not_laid_over_another(garage: Garage, dennis: Wie) -> None:
    kaart = _card(garage)
    garage.monteurwerk.remark(dennis, _self(dennis), kaart, "", "Lekt olie")

    with pytest.raises(Botsing):
        garage.monteurwerk.remark(dennis, _self(dennis), kaart, "", "Iets anders")

    assert [deel.opmerking for deel in garage.monteurwerk.report(garage.balie, kaart).delen] == ["Lekt olie"]


def test_a_card_that_is_gone_takes_no_hours(garage: Garage, dennis: Wie) -> None:
    kaart = _card(garage)
    garage.werkkaarten.einde_service(garage.balie, kaart)
    garage.werkkaarten.set_staat(garage.balie, kaart, KaartStaat.OPGEHAALD)

    with pytest.raises(WerkplaatsError) as fout:
        garage.monteurwerk.start(dennis, _self(dennis), kaart)

    assert fout.value.code == "MONTEUR_KAART_DICHT"


def test_a_mechanic_works_for_himself_only_the_counter_for_all(garage: Garage, dennis: Wie) -> None:
    kaart = _card(garage)
    ander = Monteur(garage.beheerder.gebruiker_id, "Marieke")

    with pytest.raises(GeenRecht):
        garage.monteurwerk.start(dennis, ander, kaart)

    assert garage.monteurwerk.monteurs(dennis) == (_self(dennis),)
    assert _self(dennis) in garage.monteurwerk.monteurs(garage.beheerder)
    garage.monteurwerk.start(garage.balie, _self(dennis), kaart)
    assert garage.monteurwerk.day(dennis, _self(dennis)).loopt is not None


def test_another_card_is_found_by_number_and_by_plate(garage: Garage, dennis: Wie) -> None:
    kaart = _card(garage)
    nummer = garage.werkkaarten.load(garage.balie, kaart).nummer

    assert garage.monteurwerk.find(dennis, nummer) == kaart
    assert garage.monteurwerk.find(dennis, "2026-1") == kaart
    assert garage.monteurwerk.find(dennis, "ga482r") == kaart
    for tekst in ("", "2026-999", "zz-99-zz"):
        with pytest.raises(WerkplaatsError) as fout:
            garage.monteurwerk.find(dennis, tekst)
        assert fout.value.code == "MONTEUR_KAART_ONBEKEND"


def test_a_card_of_another_shop_is_not_there(garage: Garage, dennis: Wie) -> None:
    kaart = _card(garage)
    elders = replace(dennis, shop_id=_other_shop(garage))

    with pytest.raises(NietGevonden):
        garage.monteurwerk.start(elders, _self(dennis), kaart)
    assert garage.monteurwerk.day(elders, _self(dennis)).kaarten == ()


def _since(uur: int, tot: int | None) -> tuple[Moment, Moment | None]:
    return moment(2026, 11, 24, uur), None if tot is None else moment(2026, 11, 24, tot)


def test_a_forgotten_stop_is_put_right_and_the_logboek_says_why(garage: Garage, dennis: Wie) -> None:
    kaart = _card(garage)
    garage.klok.moment = moment(2026, 11, 24, 8)
    loopt = garage.monteurwerk.start(dennis, _self(dennis), kaart)
    garage.klok.moment = moment(2026, 11, 24, 17)
    invoer = TijdvakInvoer(_self(dennis), *_since(8, 10), "Vergeten te stoppen")

    garage.monteurwerk.correct(garage.balie, kaart, loopt, invoer)

    (tijd,) = garage.monteurwerk.report(garage.balie, kaart).tijden
    assert tijd.duur(garage.klok.nu()) == timedelta(hours=2)
    assert garage.monteurwerk.day(dennis, _self(dennis)).loopt is None
    (regel, *_rest) = garage.werkkaarten.logboek(garage.balie, kaart)
    assert (regel.veld, regel.wie) == ("gewerkt", garage.balie.naam)
    assert regel.voor == "Dennis Kuipers: 24-11-2026 09:00 \N{EN DASH}"
    assert regel.na == "Dennis Kuipers: 24-11-2026 09:00 \N{EN DASH} 11:00 (Vergeten te stoppen)"


def test_a_mechanic_puts_his_own_hours_right_and_not_those_of_another(garage: Garage, dennis: Wie) -> None:
    kaart = _card(garage)
    garage.klok.moment = moment(2026, 11, 24, 17)
    mijn = garage.monteurwerk.correct(
        dennis, kaart, None, TijdvakInvoer(_self(dennis), *_since(8, 10), "Geen telefoon")
    )
    ander = TijdvakInvoer(Monteur(garage.balie.gebruiker_id, "Balie"), *_since(8, 10), "Zomaar")

    with pytest.raises(GeenRecht):
        garage.monteurwerk.correct(dennis, kaart, None, ander)
    garage.monteurwerk.remove(dennis, kaart, mijn, "Was morgen")

    assert garage.monteurwerk.report(dennis, kaart).tijden == ()


def test_on_a_card_that_is_collected_only_the_counter_puts_hours_right(garage: Garage, dennis: Wie) -> None:
    kaart = _card(garage)
    for staat in (KaartStaat.KLAAR, KaartStaat.OPGEHAALD):
        garage.werkkaarten.set_staat(garage.balie, kaart, staat)
    garage.klok.moment = moment(2026, 11, 24, 17)
    invoer = TijdvakInvoer(_self(dennis), *_since(8, 10), "Vergeten")

    with pytest.raises(WerkplaatsError, match="MONTEUR_KAART_DICHT"):
        garage.monteurwerk.correct(dennis, kaart, None, invoer)
    garage.monteurwerk.correct(garage.balie, kaart, None, invoer)

    assert len(garage.monteurwerk.report(dennis, kaart).tijden) == 1


def test_nobody_works_on_two_cars_at_once(garage: Garage, dennis: Wie) -> None:
    een, twee = _card(garage), _card_of(garage, garage.new_car(VoertuigKaart(kenteken=DAF)).id)
    garage.klok.moment = moment(2026, 11, 24, 17)
    garage.monteurwerk.correct(dennis, een, None, TijdvakInvoer(_self(dennis), *_since(8, 10), "Vergeten"))

    with pytest.raises(Ongeldig) as fout:
        garage.monteurwerk.correct(dennis, twee, None, TijdvakInvoer(_self(dennis), *_since(9, 12), "Vergeten"))
    garage.monteurwerk.correct(dennis, twee, None, TijdvakInvoer(_self(dennis), *_since(10, 12), "Vergeten"))

    (botst,) = fout.value.bevindingen
    assert botst.code == "TIJDVAK_OVERLAPT"
    assert botst.params["tijd"] == "24-11-2026 09:00 \N{EN DASH} 11:00"


def test_who_saw_older_hours_is_told_instead_of_writing_over_them(garage: Garage, dennis: Wie) -> None:
    kaart = _card(garage)
    garage.klok.moment = moment(2026, 11, 24, 17)
    invoer = TijdvakInvoer(_self(dennis), *_since(8, 10), "Vergeten")
    gezien = garage.monteurwerk.correct(garage.balie, kaart, None, invoer)
    garage.monteurwerk.correct(garage.balie, kaart, gezien, replace(invoer, eind=moment(2026, 11, 24, 11)))

    with pytest.raises(WerkplaatsError, match="TIJDVAK_GEWIJZIGD"):
        garage.monteurwerk.correct(dennis, kaart, gezien, invoer)
    with pytest.raises(WerkplaatsError, match="TIJDVAK_GEWIJZIGD"):
        garage.monteurwerk.remove(dennis, kaart, gezien, "Weg")


def test_a_card_may_name_the_mechanics_first_and_who_else_works_on_cars(garage: Garage, dennis: Wie) -> None:
    namen = garage.monteurwerk.names(garage.balie)

    assert namen[0] == dennis.naam
    assert garage.beheerder.naam in namen
