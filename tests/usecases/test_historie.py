"""Historie: plates, owners, readings, passes and changes of a car on one line of time."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Engine, event

from tests.usecases.garage import DAF, GOLF, VAN_DALEN
from tests.usecases.levensloop import live, new_car
from werkplaats.domain.contactmoment import ContactKaart, Contactmoment
from werkplaats.domain.historie import (
    BestandStap,
    EigenaarPeriode,
    Einde,
    GarantieDag,
    KaartStap,
    KentekenPeriode,
    MeldingStap,
    OrderStap,
    PlaatStap,
    Soort,
)
from werkplaats.domain.kmstand import KmInvoer
from werkplaats.domain.melding import Staat
from werkplaats.domain.order import Orderstatus
from werkplaats.domain.ponaanvraag import Aanvraagstaat
from werkplaats.domain.rechten import Recht
from werkplaats.domain.schade import Plek, SchadeKaart
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.werkkaart import KaartStaat
from werkplaats.domain.wisseling import Rol, RolWissel
from werkplaats.errors import NietGevonden

if TYPE_CHECKING:
    from tests.usecases.garage import Garage
    from werkplaats.domain.rechten import Wie


def test_all_that_happened_stands_on_one_line_the_newest_first(garage: Garage) -> None:
    eerste = garage.new_owner()
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, hoofdeigenaar=eerste))
    garage.kmstanden.add(garage.balie, auto.id, KmInvoer(52_449, date(2025, 3, 1)))
    with garage.later(days=10):
        garage.change(
            garage.balie, auto, hoofdeigenaar=garage.new_owner(replace(VAN_DALEN, tussenvoegsel="", naam="Smeets"))
        )
    with garage.later(days=20):
        garage.pechhulp.aanvragen(garage.balie, auto.id, garage.pechhulp.prepare(garage.balie, auto.id).invoer)
    lijn = garage.historie.van_voertuig(garage.balie, auto.id)
    assert [voorval.soort for voorval in lijn][:3] == [Soort.PECHHULP, Soort.WIJZIGING, Soort.EIGENAAR]
    assert lijn[-1].soort is Soort.KM
    assert [voorval.dag for voorval in lijn] == sorted((voorval.dag for voorval in lijn if voorval.dag), reverse=True)
    eigenaren = [voorval.feit for voorval in lijn if isinstance(voorval.feit, EigenaarPeriode)]
    assert [(feit.eigenaar.weergave, feit.van, feit.tot) for feit in eigenaren] == [
        ("Dhr. H. Smeets", date(2026, 12, 4), None),
        ("Dhr. H. van Dalen", date(2026, 11, 24), date(2026, 12, 4)),
    ]


def test_a_talk_about_the_car_and_a_driver_stand_on_the_line(garage: Garage) -> None:
    dalen = garage.new_owner()
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, hoofdeigenaar=dalen))
    gesprek = ContactKaart(garage.klok.nu(), tekst="Gebeld over de APK", voertuig_id=auto.id)
    garage.contacten.save(garage.balie, None, dalen.id, gesprek, gesprek)
    garage.wisselingen.change_role(garage.balie, auto.id, RolWissel(Rol.BESTUURDER, None, dalen, date(2026, 11, 1)))
    lijn = garage.historie.van_voertuig(garage.balie, auto.id)
    assert [v.feit.kaart.tekst for v in lijn if isinstance(v.feit, Contactmoment)] == ["Gebeld over de APK"]
    (bestuurder,) = [v for v in lijn if v.soort is Soort.BESTUURDER]
    assert (bestuurder.dag, bestuurder.feit) == (
        date(2026, 11, 1),
        EigenaarPeriode(dalen, date(2026, 11, 1), None, Rol.BESTUURDER),
    )
    zonder = replace(garage.balie, rechten=garage.balie.rechten - {Recht.RELATIE_ZIEN})
    soorten = {v.soort for v in garage.historie.van_voertuig(zonder, auto.id)}
    assert not soorten & {Soort.CONTACT, Soort.BESTUURDER, Soort.EIGENAAR}


def test_an_end_that_nothing_follows_is_told_itself(garage: Garage) -> None:
    dalen = garage.new_owner()
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, hoofdeigenaar=dalen))
    with garage.later(days=9):
        garage.change(garage.balie, auto, hoofdeigenaar=None)
    einden = [v for v in garage.historie.van_voertuig(garage.balie, auto.id) if isinstance(v.feit, Einde)]
    assert [(v.dag, v.soort) for v in einden] == [(date(2026, 12, 3), Soort.EIGENAAR)]


def test_a_reading_is_told_once_and_its_correction_as_a_change(garage: Garage) -> None:
    auto = garage.new_car()
    stand = garage.kmstanden.add(garage.balie, auto.id, KmInvoer(100, date(2026, 11, 24)))

    def soorten() -> list[Soort]:
        return [voorval.soort for voorval in garage.historie.van_voertuig(garage.balie, auto.id)]

    assert (soorten().count(Soort.KM), soorten().count(Soort.WIJZIGING)) == (1, 1)
    garage.kmstanden.correct(garage.balie, stand.id, stand.invoer, replace(stand.invoer, stand=101))
    assert (soorten().count(Soort.KM), soorten().count(Soort.WIJZIGING)) == (1, 2)


def test_one_act_is_one_line_however_many_fields_it_touched(garage: Garage) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=DAF, merk="DAF", model="44", bouwjaar=1970))
    (daad,) = [v for v in garage.historie.van_voertuig(garage.balie, auto.id) if v.soort is Soort.WIJZIGING]
    assert isinstance(daad.feit, tuple)
    assert {regel.veld for regel in daad.feit} == {"kenteken", "merk", "model", "bouwjaar"}


def test_a_mechanic_sees_no_passes(garage: Garage) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, hoofdeigenaar=garage.new_owner()))
    garage.pechhulp.aanvragen(garage.balie, auto.id, garage.pechhulp.prepare(garage.balie, auto.id).invoer)
    soorten = {voorval.soort for voorval in garage.historie.van_voertuig(garage.wie("Monteur"), auto.id)}
    assert Soort.PECHHULP not in soorten
    assert Soort.EIGENAAR in soorten


def told(garage: Garage, wie: Wie, auto: int) -> Counter[Soort]:
    """How many lines of each kind this person reads, but for the card itself and its owner."""
    kaart = {Soort.KENTEKEN, Soort.EIGENAAR, Soort.WIJZIGING}
    return Counter(v.soort for v in garage.historie.van_voertuig(wie, auto) if v.soort not in kaart)


def test_visits_reports_cover_tyres_files_and_orders_stand_on_the_line(garage: Garage) -> None:
    auto = new_car(garage).id
    live(garage, auto)
    lijn = garage.historie.van_voertuig(garage.beheerder, auto)
    assert {(v.feit.nummer, v.feit.staat, v.wie) for v in lijn if isinstance(v.feit, KaartStap)} == {
        ("2026-000001", None, "Bram"),
        ("2026-000001", KaartStaat.BINNEN, "Bram"),
        ("2026-000001", KaartStaat.KLAAR, "Bram"),
        ("2026-000001", KaartStaat.OPGEHAALD, "Bram"),
    }
    meldingen = {(v.feit.code, v.feit.naar, v.feit.km) for v in lijn if isinstance(v.feit, MeldingStap)}
    assert meldingen == {
        ("ingevoerd", Staat.CONCEPT, 60_000),
        ("uitgesteld", Staat.UITGESTELD, 60_000),
        ("versturen", Staat.TE_VERSTUREN, 60_000),
        ("antwoord", Staat.AANVAARD, 60_000),
    }
    bestanden = {
        (v.feit.bijlage.naam, v.feit.bijlage.onderwerp, v.feit.weg) for v in lijn if isinstance(v.feit, BestandStap)
    }
    assert bestanden == {
        ("rem.png", "werkkaart", False),
        ("kras.png", "schade", False),
        ("brief 0.txt", "voertuig", False),
        ("brief 0.txt", "voertuig", True),
        ("zij.png", "voertuig", False),
    }
    orders = {v.feit.status for v in lijn if isinstance(v.feit, OrderStap)}
    platen = {(v.feit.staat, v.feit.kenteken) for v in lijn if isinstance(v.feit, PlaatStap)}
    assert orders == {None, Orderstatus.AFGELEVERD}
    assert platen == {(Aanvraagstaat.WACHT, ""), (Aanvraagstaat.TOEGEKEND, "GA-482-R")}
    dagen = {(v.dag, v.feit.einde) for v in lijn if isinstance(v.feit, GarantieDag)}
    assert dagen == {(date(2020, 1, 1), False), (date(2026, 6, 30), True)}
    assert told(garage, garage.beheerder, auto) == {
        Soort.WERKKAART: 4,
        Soort.CARPASS: 4,
        Soort.BESTAND: 5,
        Soort.ORDER: 4,
        Soort.GARANTIE: 3,
        Soort.SCHADE: 2,
        Soort.BANDEN: 4,
        Soort.KM: 1,
        Soort.HERINNERING: 1,
    }


def test_tyres_that_go_on_and_off_the_car_are_told_as_such(garage: Garage) -> None:
    auto = new_car(garage).id
    live(garage, auto)
    lijn = garage.historie.van_voertuig(garage.balie, auto)
    daden = [v.feit[0] for v in lijn if v.soort is Soort.BANDEN and isinstance(v.feit, tuple)]
    assert sorted((regel.handeling, (regel.na or "").split(",")[0]) for regel in daden) == [
        ("gedemonteerd", "zomer"),
        ("gemonteerd", "winter"),
        ("toegevoegd", "winter"),
        ("toegevoegd", "zomer"),
    ]


def test_a_damage_that_was_noted_the_day_it_arose_is_told_once(garage: Garage) -> None:
    auto = new_car(garage).id
    deuk = SchadeKaart(Plek.DAK, None, None, "Deuk", date(2026, 11, 24))
    schade = garage.schades.save(garage.balie, auto, None, SchadeKaart(), deuk)
    assert told(garage, garage.balie, auto)[Soort.SCHADE] == 1
    eerder = replace(deuk, datum=date(2026, 11, 2))
    garage.schades.save(garage.balie, auto, schade.id, deuk, eerder)
    dagen = [v.dag for v in garage.historie.van_voertuig(garage.balie, auto) if v.soort is Soort.SCHADE]
    assert dagen == [date(2026, 11, 24), date(2026, 11, 24), date(2026, 11, 2)]


def test_each_kind_is_for_who_may_see_it_and_for_its_own_shop(garage: Garage) -> None:
    auto = new_car(garage).id
    live(garage, auto)
    kaal = replace(garage.balie, rechten=frozenset({Recht.VOERTUIG_ZIEN}))
    assert set(told(garage, kaal, auto)) == {
        *(Soort.KM, Soort.HERINNERING, Soort.SCHADE, Soort.GARANTIE, Soort.BANDEN, Soort.BESTAND),
    }
    assert told(garage, kaal, auto)[Soort.BESTAND] == 4, "the photo on the werkkaart is not for him"
    elders = replace(garage.beheerder, shop_id=garage.beheerder.shop_id + 1)
    assert not set(told(garage, elders, auto)) & {Soort.WERKKAART, Soort.CARPASS, Soort.ORDER}
    assert told(garage, elders, auto)[Soort.BESTAND] == 4


def test_what_happened_to_another_car_stays_there(garage: Garage) -> None:
    auto, ander = new_car(garage).id, garage.new_car(VoertuigKaart(kenteken=DAF)).id
    live(garage, auto)
    assert told(garage, garage.beheerder, ander) == {}


def test_a_long_life_takes_as_many_questions_as_a_short_one(garage: Garage) -> None:
    """No line asks for itself: that would make a car of twenty years slow."""
    auto = new_car(garage).id

    def questions() -> int:
        asked: list[str] = []

        def note(_verbinding: object, _cursor: object, sql: str, *_rest: object) -> None:
            asked.append(sql)

        event.listen(Engine, "before_cursor_execute", note)
        try:
            garage.historie.van_voertuig(garage.beheerder, auto)
        finally:
            event.remove(Engine, "before_cursor_execute", note)
        return sum(sql.lstrip().upper().startswith("SELECT") for sql in asked)

    live(garage, auto)
    kort = questions()
    for keer in (1, 2):
        live(garage, auto, keer)
    assert questions() == kort
    assert kort <= 20


def test_a_plate_says_until_when(garage: Garage) -> None:
    auto = garage.new_car()
    (plaat,) = [v.feit for v in garage.historie.van_voertuig(garage.balie, auto.id) if v.soort is Soort.KENTEKEN]
    assert plaat == KentekenPeriode(GOLF, date(2026, 11, 24), None)


def test_a_car_that_is_gone_has_no_history(garage: Garage) -> None:
    with pytest.raises(NietGevonden):
        garage.historie.van_voertuig(garage.balie, 4711)
