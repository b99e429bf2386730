"""The vehicles as the store keeps them: whole cards, masked codes, plates and owners with their history."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, cast

import pytest

from tests.store.maken import add_auto, add_persoon, auto, change, find, persoon
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.moment import Moment
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import CODES, Code, VoertuigKaart
from werkplaats.errors import NietGevonden

if TYPE_CHECKING:
    from werkplaats.domain.moment import VasteKlok
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store


def _later(klok: VasteKlok, dag: int) -> None:
    klok.moment = Moment(datetime(2026, 3, dag, 9, 30, tzinfo=UTC))


def test_a_card_comes_back_as_it_was_put_in(store: Store, wie: Wie) -> None:
    with store.begin(wie) as werk:
        eigenaar = werk.relaties.kop(werk.relaties.add(persoon()))
        kaart = auto(
            hoofdeigenaar=eigenaar,
            actief=False,
            chassisnummer=Vin.parse("YV1SW5911A2522451"),
            lpg=True,
            co2_uitstoot=0,
            co2_cyclus="WLTP",
            bouwjaar=2009,
            vervaldatum_apk=date(2026, 4, 1),
            datum_deel_1a=date(1899, 12, 31),
        )
        nummer = werk.voertuigen.add(kaart)
    with store.read() as lezing:
        voertuig = lezing.voertuigen.get(nummer)
    assert voertuig.kaart == kaart
    assert voertuig.kaart.hoofdeigenaar is not None
    assert voertuig.kaart.hoofdeigenaar.weergave == eigenaar.weergave != ""
    assert (voertuig.versie, voertuig.gewijzigd_door, voertuig.gewijzigd_op) == (1, wie.naam, store.klok.nu())


@pytest.mark.parametrize("veld", CODES)
def test_a_security_code_stays_masked_until_it_is_asked_for(store: Store, wie: Wie, veld: str) -> None:
    nummer = add_auto(store, wie, VoertuigKaart(**cast("dict[str, Any]", {veld: Code.of("4711-é")})))
    with store.read() as lezing:
        code = getattr(lezing.voertuigen.get(nummer).kaart, veld)
        assert (code.gevuld, code.tekst) == (True, None)
        assert "4711" not in repr(code)
        assert lezing.voertuigen.code(nummer, veld) == "4711-é"


def test_a_code_that_another_replaced_differs_although_both_are_masked(store: Store, wie: Wie) -> None:
    nummer = add_auto(store, wie, auto(radiocode=Code.of("1111")))
    with store.read() as lezing:
        voor = lezing.voertuigen.get(nummer).kaart.radiocode
    with store.begin(wie) as werk:
        change(werk, nummer, radiocode=Code.of("2222"))
    with store.read() as lezing:
        assert lezing.voertuigen.get(nummer).kaart.radiocode != voor


def test_a_masked_code_is_never_written_over_the_real_one(store: Store, wie: Wie) -> None:
    nummer = add_auto(store, wie, auto(radiocode=Code.of("1111")))
    with pytest.raises(Exception, match="masked"), store.begin(wie) as werk:
        change(werk, nummer, radiocode=Code.masked("1111"), startcode=Code.masked("9"))
    with store.read() as lezing:
        assert lezing.voertuigen.code(nummer, "radiocode") == "1111"


def test_only_a_code_can_be_asked_in_the_open(store: Store, wie: Wie) -> None:
    nummer = add_auto(store, wie)
    with store.read() as lezing, pytest.raises(ValueError, match="merk"):
        lezing.voertuigen.code(nummer, "merk")


@pytest.mark.parametrize("vraag", ["get", "lock", "delete"])
def test_a_vehicle_that_is_not_there_is_said_so(store: Store, wie: Wie, vraag: str) -> None:
    with store.begin(wie) as werk, pytest.raises(NietGevonden):
        getattr(werk.voertuigen, vraag)(4242)


def test_a_corrected_plate_leaves_no_old_one(store: Store, wie: Wie) -> None:
    nummer = add_auto(store, wie)
    with store.begin(wie) as werk:
        change(werk, nummer, kenteken=Kenteken.parse("12-ABC-3"))
    with store.read() as lezing:
        assert [treffer.id for treffer in find(lezing, "12abc3")] == [nummer]
        assert find(lezing, "01cars") == ()


def test_a_plate_that_was_taken_off_still_finds_the_car_with_its_last_day(store: Store, wie: Wie) -> None:
    nummer = add_auto(store, wie)
    with store.begin(wie) as werk:
        change(werk, nummer, kenteken=None)
        change(werk, nummer, kenteken=Kenteken.parse("12-ABC-3"))
    with store.read() as lezing:
        (treffer,) = find(lezing, "01-CARS")
    assert treffer.kenteken == Kenteken.parse("12-ABC-3")
    assert (treffer.oud_kenteken, treffer.oud_tot) == (Kenteken.parse("01-CARS"), date(2026, 3, 12))


def test_a_sold_car_is_found_by_its_old_owner_until_the_day_of_the_sale(
    store: Store, wie: Wie, klok: VasteKlok
) -> None:
    with store.begin(wie) as werk:
        oud = werk.relaties.kop(werk.relaties.add(persoon("Verkoper")))
        nieuw = werk.relaties.kop(werk.relaties.add(persoon("Koper")))
        nummer = werk.voertuigen.add(auto(hoofdeigenaar=oud))
    _later(klok, 20)
    with store.begin(wie) as werk:
        change(werk, nummer, hoofdeigenaar=nieuw)
    with store.read() as lezing:
        (bij_oud,) = find(lezing, "verkoper")
        (bij_nieuw,) = find(lezing, "koper")
        assert [treffer.id for treffer in lezing.voertuigen.van_relatie(nieuw.id)] == [nummer]
        assert lezing.voertuigen.van_relatie(oud.id) == ()
    assert (bij_oud.oud_eigenaar, bij_oud.oud_tot) == (oud.weergave, date(2026, 3, 20))
    assert bij_oud.eigenaar == bij_nieuw.eigenaar == nieuw.weergave
    assert (bij_nieuw.oud_eigenaar, bij_nieuw.oud_tot) == ("", None)


def test_an_owner_who_comes_back_is_there_once_in_the_list(store: Store, wie: Wie, klok: VasteKlok) -> None:
    with store.begin(wie) as werk:
        eigenaar = werk.relaties.kop(werk.relaties.add(persoon()))
        nummer = werk.voertuigen.add(auto(hoofdeigenaar=eigenaar))
    for dag, wordt in ((14, None), (16, eigenaar)):
        _later(klok, dag)
        with store.begin(wie) as werk:
            change(werk, nummer, hoofdeigenaar=wordt)
    with store.read() as lezing:
        assert [treffer.id for treffer in find(lezing, "dalen")] == [nummer]
        assert lezing.voertuigen.get(nummer).kaart.hoofdeigenaar == eigenaar


def test_each_save_raises_the_version_and_notes_the_hand(store: Store, wie: Wie, klok: VasteKlok) -> None:
    nummer = add_auto(store, wie)
    _later(klok, 13)
    with store.begin(wie) as werk:
        change(werk, nummer, merk="Saab")
    with store.read() as lezing:
        voertuig = lezing.voertuigen.get(nummer)
    assert (voertuig.versie, voertuig.kaart.merk, voertuig.gewijzigd_op) == (2, "Saab", klok.nu())


def test_a_deleted_car_is_found_nowhere_and_its_number_is_not_given_again(store: Store, wie: Wie) -> None:
    nummer = add_auto(store, wie)
    with store.begin(wie) as werk:
        werk.voertuigen.delete(nummer)
        assert werk.voertuigen.add(auto("12-ABC-3")) > nummer
    with store.read() as lezing:
        assert find(lezing, "01cars") == ()
        assert nummer not in [treffer.id for treffer in lezing.voertuigen.recent()]
        assert lezing.voertuigen.doubles(Kenteken.parse("01-CARS"), None) == ()
        with pytest.raises(NietGevonden):
            lezing.voertuigen.get(nummer)


def test_doubles_are_other_cars_with_this_plate_now_or_this_chassis_number(store: Store, wie: Wie) -> None:
    vin = Vin.parse("YV1SW5911A2522451")
    with store.begin(wie) as werk:
        zelf = werk.voertuigen.add(auto(chassisnummer=vin))
        zelfde_kenteken = werk.voertuigen.add(auto())
        zelfde_vin = werk.voertuigen.add(auto("12-ABC-3", chassisnummer=vin))
        werk.voertuigen.add(auto("01-CARS-1"))
        change(werk, werk.voertuigen.add(auto(None)), kenteken=Kenteken.parse("01CARS", "DE"))
        afgelegd = werk.voertuigen.add(auto())
        change(werk, afgelegd, kenteken=None)
    with store.read() as lezing:
        dubbel = lezing.voertuigen.doubles(Kenteken.parse("01-cars"), vin, zelf)
    assert [treffer.id for treffer in dubbel] == [zelfde_kenteken, zelfde_vin]


def test_the_cars_that_were_changed_last_come_first(store: Store, wie: Wie, klok: VasteKlok) -> None:
    eerste, tweede = add_auto(store, wie), add_auto(store, wie, auto("12-ABC-3"))
    _later(klok, 14)
    with store.begin(wie) as werk:
        change(werk, eerste, merk="Saab")
    with store.read() as lezing:
        assert [treffer.id for treffer in lezing.voertuigen.recent()] == [eerste, tweede]
        assert [treffer.omschrijving for treffer in lezing.voertuigen.recent(1)] == ["Saab V70"]


def test_an_apk_on_the_first_and_on_the_last_day_counts(store: Store, wie: Wie) -> None:
    dagen = [date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 30), date(2026, 5, 1)]
    with store.begin(wie) as werk:
        nummers = [werk.voertuigen.add(auto(None, vervaldatum_apk=dag)) for dag in reversed(dagen)]
        werk.voertuigen.add(auto(None, vervaldatum_apk=date(2026, 4, 15), actief=False))
    with store.read() as lezing:
        april = lezing.voertuigen.apk_tussen(date(2026, 4, 1), date(2026, 4, 30))
        assert [treffer.id for treffer in april] == [nummers[2], nummers[1]]
        assert [treffer.vervaldatum_apk for treffer in april] == dagen[1:3]


def test_the_owner_of_a_car_is_a_relatie_that_exists(store: Store, wie: Wie) -> None:
    nummer = add_persoon(store, wie)
    with store.read() as lezing:
        kop = lezing.relaties.kop(nummer)
    with store.begin(wie) as werk:
        werk.relaties.delete(nummer)
    with pytest.raises(NietGevonden), store.begin(wie) as werk:
        werk.voertuigen.add(auto(hoofdeigenaar=kop))
