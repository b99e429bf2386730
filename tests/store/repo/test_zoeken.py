"""The search as one types: what is found, in which order, and that no question ever scans a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from tests.store.maken import auto, find, find_relaties, persoon
from werkplaats.domain.relatie import Aanhef
from werkplaats.domain.vin import Vin
from werkplaats.domain.zoeksleutels import Sleutelsoort, zoekvragen
from werkplaats.store.repo import garanties, leenperiodes, zoeken
from werkplaats.store.repo.voertuigen import _APK, _RECENT, _VAN_RELATIE

if TYPE_CHECKING:
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store
    from werkplaats.store.vraag import Vraag


@pytest.fixture
def volvo(store: Store, wie: Wie) -> int:
    """A car of H. van Dalen in Nijmegen."""
    with store.begin(wie) as werk:
        eigenaar = werk.relaties.add(
            persoon(
                tussenvoegsel="van",
                straat="Hatertseweg",
                huisnr="214",
                postcode="6533 GL",
                telefoon="024 350 12 34",
                telefoon_2="+31 6 12345678",
                email="h.van.dalen@voorbeeld.nl",
            )
        )
        kop = werk.relaties.kop(eigenaar)
        return werk.voertuigen.add(auto(hoofdeigenaar=kop, chassisnummer=Vin.parse("YV1SW5911A2522451")))


@pytest.mark.parametrize(
    "tekst",
    [
        "01-CARS",
        "01cars",
        "01 c",
        "YV1SW5911A2522451",
        "yv1sw59",
        "522451",
        "van dalen",
        "vandalen",
        "dalen",
        "dal",
        "0243501234",
        "024-3501",
        "+31 6 12345678",
        "5678",
        "6533 gl 214",
        "6533GL",
        "6533",
        "h.van.dalen@voorbeeld.nl",
        "h.van.d",
    ],
)
def test_a_car_is_found_by_whatever_one_knows_of_it(store: Store, volvo: int, tekst: str) -> None:
    with store.read() as lezing:
        assert [treffer.id for treffer in find(lezing, tekst)] == [volvo]


@pytest.mark.parametrize(
    "tekst", ["", " ", "-", "🚗", "%", "_", "01-CARX", "dalem", "024350124", "' OR 1=1", "x" * 500]
)
def test_what_nobody_has_finds_nothing(store: Store, volvo: int, tekst: str) -> None:
    with store.read() as lezing:
        assert find(lezing, tekst) == ()
        assert find_relaties(lezing, tekst) == ()


def test_each_word_of_a_name_must_be_there(store: Store, wie: Wie) -> None:
    with store.begin(wie) as werk:
        jan = werk.relaties.add(persoon("Bakker", voornaam="Jan"))
        piet = werk.relaties.add(persoon("Bakker", voornaam="Piet"))
    with store.read() as lezing:
        assert {treffer.id for treffer in find_relaties(lezing, "bakker")} == {jan, piet}
        assert [treffer.id for treffer in find_relaties(lezing, "jan bakker")] == [jan]
        assert [treffer.id for treffer in find_relaties(lezing, "bakk pie")] == [piet]
        assert find_relaties(lezing, "jan bakker jansen") == ()


def test_a_person_in_the_list_says_who_he_is_and_how_many_cars_he_has(store: Store, wie: Wie) -> None:
    with store.begin(wie) as werk:
        nummer = werk.relaties.add(persoon("Smeets", aanhef=Aanhef.BEDRIJF, email="info@voorbeeld.nl"))
        kop = werk.relaties.kop(nummer)
        for kenteken in ("01-CARS", "12-ABC-3"):
            werk.voertuigen.add(auto(kenteken, hoofdeigenaar=kop))
        weg = werk.voertuigen.add(auto("34-DEF-5", hoofdeigenaar=kop))
        werk.voertuigen.write(weg, {"hoofdeigenaar": None}, werk.voertuigen.get(weg).kaart)
    with store.read() as lezing:
        (treffer,) = find_relaties(lezing, "smeets")
    assert (treffer.is_bedrijf, treffer.weergave, treffer.aantal_voertuigen) == (True, "Smeets", 2)


def test_the_exact_plate_comes_before_longer_ones(store: Store, wie: Wie) -> None:
    with store.begin(wie) as werk:
        lang = werk.voertuigen.add(auto("12-AB-34"))
        kort = werk.voertuigen.add(auto("12-AB-3"))
    with store.read() as lezing:
        assert [treffer.id for treffer in find(lezing, "12ab3")] == [kort, lang]


@pytest.mark.parametrize("aantal", [19, 20, 21, 45])
def test_a_list_that_is_cut_off_says_that_there_is_more(store: Store, wie: Wie, aantal: int) -> None:
    with store.begin(wie) as werk:
        for nummer in range(aantal):
            werk.voertuigen.add(auto(f"B-{nummer:03d}-CC"))
    with store.read() as lezing:
        treffers, meer = lezing.zoeken.voertuigen(zoekvragen("B0"), 20)
    assert (len({treffer.id for treffer in treffers}), meer) == (min(aantal, 20), aantal > 20)


def test_an_owner_with_many_names_hides_no_other_behind_the_limit(store: Store, wie: Wie) -> None:
    """One relatie has several keys that begin alike: what is cut off is records, not keys."""
    with store.begin(wie) as werk:
        for _nummer in range(5):
            werk.relaties.add(persoon("Bernard Berend Bert Berg Berger Bergman"))
        laatste = werk.relaties.add(persoon("Berz"))
    with store.read() as lezing:
        treffers, meer = lezing.zoeken.relaties(zoekvragen("ber"), 6)
    assert not meer
    assert len(treffers) == 6
    assert treffers[-1].id == laatste


def test_a_car_that_is_found_in_two_ways_stands_there_once(store: Store, volvo: int) -> None:
    vragen = (*zoekvragen("01cars"), *zoekvragen("dalen"), *zoekvragen("6533"))
    with store.read() as lezing:
        treffers, meer = lezing.zoeken.voertuigen(vragen, 20)
    assert ([treffer.id for treffer in treffers], meer) == ([volvo], False)


_VRAGEN: dict[str, Vraag[Any]] = {
    "by plate or chassis number": zoeken._voertuig_vraag(),
    "by person": zoeken._persoon_vraag(1),
    "by person, three words": zoeken._persoon_vraag(3),
    "relaties": zoeken._relatie_vraag(2),
    "old plate": zoeken._oud_kenteken_vraag(),
    "changed last": _RECENT,
    "of a relatie": _VAN_RELATIE,
    "apk": _APK,
    "warranties that end": garanties._EINDIGEND,
    "expected back": leenperiodes._VERWACHT,
    "loan cars": leenperiodes._LEENAUTOS,
}


@pytest.mark.parametrize("naam", list(_VRAGEN))
def test_no_question_of_a_screen_scans_a_table(sqlite_store: Store, naam: str) -> None:
    vraag = _VRAGEN[naam]
    with sqlite_store.read() as lezing:
        plan = lezing.verbinding.exec_driver_sql("EXPLAIN QUERY PLAN " + vraag.sql, ("1",) * len(vraag.namen)).all()
    stappen = [regel[-1] for regel in plan]
    if naam in ("of a relatie", "old plate"):  # the few cars of one relatie, the few plates of one car
        stappen.remove("USE TEMP B-TREE FOR ORDER BY")
    assert [stap for stap in stappen if "SCAN" in stap and "USING INDEX ix_voertuig_gewijzigd_op" not in stap] == []
    assert [stap for stap in stappen if "TEMP B-TREE" in stap] == []
    van_mensen = [stap for stap in stappen if "ix_voertuig_relatie_relatie_id" in stap]
    assert [stap for stap in van_mensen if "COVERING" not in stap] == [], "the rows are read where the index would do"


def test_a_key_is_found_exactly(store: Store, wie: Wie) -> None:
    with store.begin(wie) as werk:
        nummer = werk.voertuigen.add(auto("ZZ-99-ZZ"))
        werk.voertuigen.add(auto("ZZ-99-ZZ-1"))
        (treffer,) = zoeken.exact(werk.verbinding, Sleutelsoort.KENTEKEN, "ZZ99ZZ")
    assert treffer.id == nummer


def test_keys_are_compared_sign_by_sign_on_postgresql(postgres_store: Store) -> None:
    """A collation by language would put "B" between "a" and "c", and a range would miss what lies in it."""
    with postgres_store.read() as lezing:
        kolommen = lezing.verbinding.execute(
            text("SELECT column_name, collation_name FROM information_schema.columns WHERE table_name = 'zoeksleutel'")
        )
        assert {naam: collation for naam, collation in kolommen if naam != "doel"} == {"soort": "C", "sleutel": "C"}
