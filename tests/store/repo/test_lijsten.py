"""The long lists: sorted as people read, any page at once, kept up by every save, the same on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from tests.store.maken import auto, persoon
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.kmstand import Eenheid, KmInvoer
from werkplaats.domain.lijst import PAGINA, Lijstvraag
from werkplaats.domain.moment import Moment
from werkplaats.domain.rdw import RdwAntwoord, RdwGegevens, Terugroepactie
from werkplaats.domain.vin import Vin
from werkplaats.domain.wisseling import Rol
from werkplaats.store.migratie import migrate
from werkplaats.store.openen import open_store
from werkplaats.store.repo import lijsten
from werkplaats.store.rows.lijst import RELATIE_KOLOMMEN, VOERTUIG_KOLOMMEN
from werkplaats.store.schema import revision
from werkplaats.store.verbinding import parse_url

if TYPE_CHECKING:
    from werkplaats.domain.lijst import VoertuigRegel
    from werkplaats.domain.moment import VasteKlok
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store

VANDAAG, TOT = date(2026, 11, 24), date(2026, 12, 24)


def _cars(store: Store, vraag: Lijstvraag) -> tuple[VoertuigRegel, ...]:
    with store.read() as lezing:
        lijst = lezing.lijsten.voertuigen(VANDAAG, TOT)
        return lijst.page(vraag, lijst.stand(vraag), 0)


def _plates(store: Store, kolom: str = "kenteken", **vraag: Any) -> list[str]:
    return [regel.kenteken.weergave if regel.kenteken else "" for regel in _cars(store, Lijstvraag(kolom, **vraag))]


@pytest.fixture
def gevuld(store: Store, wie: Wie) -> Store:
    """Four cars: two of Smeets, one of nobody that does not run any more, one without a plate."""
    with store.begin(wie) as werk:
        smeets = werk.relaties.kop(werk.relaties.add(persoon(naam="Smeets", plaats="Lent")))
        for kaart in (
            auto("GA-482-R", merk="Škoda", model="Fabia", hoofdeigenaar=smeets, vervaldatum_apk=date(2026, 12, 2)),
            auto("01-CARS", merk="Citroën", model="C4", hoofdeigenaar=smeets, vervaldatum_apk=date(2026, 11, 23)),
            auto("XS-41-BP", merk="DAF", model="44", actief=False, vervaldatum_apk=None, hoofdeigenaar=None),
            replace(auto("12-ABC-3", merk="Alfa Romeo", model="159", vervaldatum_apk=date(2028, 1, 1)), kenteken=None),
        ):
            werk.voertuigen.add(replace(kaart, chassisnummer=Vin.parse("W0L000051T2123456")))
    return store


def test_cars_stand_in_the_order_of_their_plates_and_one_without_comes_last(gevuld: Store) -> None:
    assert _plates(gevuld) == ["01-CA-RS", "GA-482-R", "XS-41-BP", ""]
    assert _plates(gevuld, aflopend=True) == ["", "XS-41-BP", "GA-482-R", "01-CA-RS"]


def test_accents_and_capitals_do_not_sort_a_car_elsewhere(gevuld: Store) -> None:
    assert [regel.omschrijving for regel in _cars(gevuld, Lijstvraag("omschrijving"))] == [
        "Alfa Romeo 159",
        "Citroën C4",
        "DAF 44",
        "Škoda Fabia",
    ]


@pytest.mark.parametrize(
    ("keuze", "kentekens"),
    [
        ("", ["01-CA-RS", "GA-482-R", "XS-41-BP", ""]),
        ("apk", ["GA-482-R"]),
        ("verlopen", ["01-CA-RS"]),
        ("inactief", ["XS-41-BP"]),
        ("terugroep", []),
    ],
)
def test_a_choice_shows_what_it_says_and_counts_it(gevuld: Store, keuze: str, kentekens: list[str]) -> None:
    assert _plates(gevuld, keuze=keuze) == kentekens
    with gevuld.read() as lezing:
        assert lezing.lijsten.voertuigen(VANDAAG, TOT).total(Lijstvraag("kenteken", keuze=keuze)) == len(kentekens)


@pytest.mark.parametrize(
    ("tekst", "kentekens"),
    [
        ("ga-482", ["GA-482-R"]),
        ("ga482r", ["GA-482-R"]),
        ("citroen", ["01-CA-RS"]),
        ("SMEETS lent", ["01-CA-RS", "GA-482-R"]),
        ("smeets škoda", ["GA-482-R"]),
        ("123456", ["01-CA-RS", "GA-482-R", "XS-41-BP", ""]),
        ("%", ["01-CA-RS", "GA-482-R", "XS-41-BP", ""]),
        ("zzz", []),
    ],
)
def test_the_filter_finds_each_word_anywhere_in_the_line(gevuld: Store, tekst: str, kentekens: list[str]) -> None:
    assert _plates(gevuld, tekst=tekst) == kentekens


def test_an_open_recall_shows_as_soon_as_rdw_has_answered(gevuld: Store, wie: Wie, klok: VasteKlok) -> None:
    gegevens = RdwGegevens("GA482R", terugroepacties=(Terugroepactie("R1"),))
    with gevuld.begin(wie) as werk:
        werk.rdw.put(RdwAntwoord(Kenteken.parse("GA-482-R"), gegevens, klok.nu(), bewaard=False))
    assert _plates(gevuld, keuze="terugroep") == ["GA-482-R"]
    with gevuld.begin(wie) as werk:
        werk.rdw.put(RdwAntwoord(Kenteken.parse("GA-482-R"), RdwGegevens("GA482R"), klok.nu(), bewaard=False))
    assert _plates(gevuld, keuze="terugroep") == []


def test_a_save_moves_the_line_of_the_car_and_of_all_that_its_owner_has(gevuld: Store, wie: Wie) -> None:
    with gevuld.begin(wie) as werk:
        werk.relaties.write(1, {"naam": "Aarts", "plaats": "Elst"}, werk.relaties.get(1).kaart)
        werk.voertuigen.write(3, {"merk": "Audi", "actief": True}, werk.voertuigen.get(3).kaart)
    assert [regel.plaats for regel in _cars(gevuld, Lijstvraag("plaats"))][:2] == ["Elst", "Elst"]
    assert _plates(gevuld, "eigenaar")[:2] == ["GA-482-R", "01-CA-RS"]
    assert _plates(gevuld, keuze="inactief") == []


def test_what_is_deleted_or_sold_leaves_the_lists(gevuld: Store, wie: Wie) -> None:
    with gevuld.begin(wie) as werk:
        werk.voertuigen.delete(1)
        werk.voertuigen.write(2, {"hoofdeigenaar": None}, werk.voertuigen.get(2).kaart)
    assert _plates(gevuld) == ["01-CA-RS", "XS-41-BP", ""]
    with gevuld.read() as lezing:
        lijst = lezing.lijsten.relaties
        vraag = Lijstvraag("naam", keuze="zonder")
        assert [(regel.weergave, regel.aantal_voertuigen) for regel in lijst.page(vraag, lijst.stand(vraag), 0)] == [
            ("Dhr. H. Smeets", 0)
        ]


def test_what_was_not_written_does_not_show(gevuld: Store, wie: Wie) -> None:
    def fail() -> None:
        with gevuld.begin(wie) as werk:
            werk.voertuigen.delete(1)
            raise RuntimeError("away")

    with pytest.raises(RuntimeError):
        fail()
    assert len(_plates(gevuld)) == 4


@pytest.mark.parametrize("aflopend", [False, True])
@pytest.mark.parametrize("geheel", [0, 20_000], ids=["by places", "by ids"])
def test_every_page_of_a_long_list_is_the_slice_that_it_should_be(
    store: Store, wie: Wie, monkeypatch: pytest.MonkeyPatch, aflopend: bool, geheel: int
) -> None:
    monkeypatch.setattr(lijsten, "GEHEEL", geheel)
    monkeypatch.setattr(lijsten, "PAGINA", 7)
    with store.begin(wie) as werk:
        for nummer in range(40):
            werk.voertuigen.add(auto(f"{nummer // 3:02d}-AB-CD"))
    with store.read() as lezing:
        lijst = lezing.lijsten.voertuigen(VANDAAG, TOT)
        vraag = Lijstvraag("kenteken", aflopend)
        stand = lijst.stand(vraag)
        geheel_lijst = [regel.id for nummer in range(6) for regel in lijst.page(vraag, stand, nummer)]
        assert stand.totaal == 40
        assert (stand.ids is None) == (geheel == 0)
        assert geheel_lijst == sorted(range(1, 41), reverse=aflopend)
        assert [lijst.place(vraag, stand, nummer) for nummer in geheel_lijst] == list(range(40))
        assert lijst.place(vraag, stand, 99) is None
        assert [regel.id for regel in lijst.first(vraag)] == geheel_lijst[:7]
    assert PAGINA == 500


def test_the_last_reading_of_a_car_stands_on_its_line_in_kilometres(
    gevuld: Store, wie: Wie, database_url: str, klok: VasteKlok
) -> None:
    with gevuld.begin(wie) as werk:
        for auto_id, stand, dag, eenheid in (
            (1, 131_000, 2, Eenheid.KM),
            (1, 9_500, 1, Eenheid.KM),
            (2, 88_120, 1, Eenheid.KM),
            (2, 99_999, 1, Eenheid.MIJL),
            (3, 500, 3, Eenheid.KM),
        ):
            werk.kmstanden.add(auto_id, KmInvoer(stand, date(2026, 11, dag), eenheid))
    with gevuld.begin(wie) as werk:
        werk.kmstanden.delete(werk.kmstanden.van_voertuig(3)[0].id)
    verwacht = {1: 131_000, 2: 160_933, 3: None, 4: None}
    assert {regel.id: regel.km for regel in _cars(gevuld, Lijstvraag("km"))} == verwacht
    assert [regel.id for regel in _cars(gevuld, Lijstvraag("km", aflopend=True))] == [2, 1, 4, 3]
    gevuld.close()
    migrate(parse_url(database_url), revision(15), omlaag=True)
    migrate(parse_url(database_url))
    weer = open_store(database_url, klok)
    assert {regel.id: regel.km for regel in _cars(weer, Lijstvraag("km"))} == verwacht
    weer.close()


@pytest.mark.parametrize("kolom", VOERTUIG_KOLOMMEN)
def test_each_column_of_cars_sorts(gevuld: Store, kolom: str) -> None:
    op = [regel.id for regel in _cars(gevuld, Lijstvraag(kolom))]
    assert op == [regel.id for regel in _cars(gevuld, Lijstvraag(kolom, aflopend=True))][::-1]
    assert len(op) == 4


@pytest.mark.parametrize("kolom", RELATIE_KOLOMMEN)
def test_each_column_of_relaties_sorts(store: Store, wie: Wie, kolom: str) -> None:
    with store.begin(wie) as werk:
        for naam in ("Zwart", "Ångström", "de Wit"):
            werk.relaties.add(persoon(naam=naam, telefoon=naam, plaats=naam))
    with store.read() as lezing:
        lijst = lezing.lijsten.relaties
        stand = lijst.stand(Lijstvraag(kolom))
        assert len(lijst.page(Lijstvraag(kolom), stand, 0)) == 3
        if kolom in ("naam", "plaats", "telefoon"):
            namen = [regel.weergave.rpartition(" ")[2] for regel in lijst.page(Lijstvraag(kolom), stand, 0)]
            assert namen == ["Ångström", "Wit", "Zwart"]


def test_a_garage_of_the_first_schema_gets_the_same_lists(gevuld: Store, database_url: str, klok: VasteKlok) -> None:
    url = parse_url(database_url)
    tabellen = [text(f"SELECT * FROM {naam} ORDER BY 1") for naam in ("voertuig_lijst", "relatie_lijst")]
    with gevuld.engines.lezen.connect() as verbinding:
        voor = [verbinding.execute(vraag).all() for vraag in tabellen]
    gevuld.close()
    migrate(url, revision(1), omlaag=True)
    migrate(url)
    weer = open_store(database_url, klok)
    with weer.engines.lezen.connect() as verbinding:
        assert verbinding.execute(tabellen[0]).all() == voor[0]
    weer.close()
    assert isinstance(klok.nu(), Moment)


def test_the_filter_finds_who_drives_a_car_also_in_an_older_garage(
    gevuld: Store, wie: Wie, database_url: str, klok: VasteKlok
) -> None:
    with gevuld.begin(wie) as werk:
        anouk = werk.relaties.add(persoon(naam="Übach", voorletters="A"))
        werk.wisselingen.open_rol(3, Rol.BESTUURDER, anouk, VANDAAG)
    assert _plates(gevuld, tekst="ubach") == ["XS-41-BP"]
    tabel = text("SELECT * FROM voertuig_lijst ORDER BY 1")
    with gevuld.engines.lezen.connect() as verbinding:
        voor = verbinding.execute(tabel).all()
    gevuld.close()
    for schema in (20, 1):
        migrate(parse_url(database_url), revision(schema), omlaag=True)
        migrate(parse_url(database_url))
        weer = open_store(database_url, klok)
        with weer.engines.lezen.connect() as verbinding:
            assert verbinding.execute(tabel).all() == voor
        weer.close()
