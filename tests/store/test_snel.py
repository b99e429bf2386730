"""The first list by the driver alone says the same as the whole store."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.store.maken import add_persoon, auto, persoon
from werkplaats.domain.garantie import GarantieKaart
from werkplaats.domain.herinnering import HerinneringKaart
from werkplaats.domain.instellingen import ShopInstellingen
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.kmstand import Eenheid, KmInvoer
from werkplaats.domain.leen import LeenKaart
from werkplaats.domain.moment import Moment, VasteKlok
from werkplaats.domain.pechhulp import Aanbieder, Staat
from werkplaats.domain.vin import Vin
from werkplaats.errors import NietGevonden
from werkplaats.store import snel
from werkplaats.store.openen import open_store
from werkplaats.store.repo import voertuigen
from werkplaats.usecases.gebruikers import Gebruikers
from werkplaats.usecases.voertuigen import Voertuigen
from werkplaats.vooraf import read_vooraf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

NU = VasteKlok(Moment.from_iso("2026-06-15T10:00:00.000000+00:00"))
DAG = date(2026, 6, 15)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'garage.db'}"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    store = open_store(url, NU)
    yield store
    store.close()


@pytest.fixture
def wie(store: Store) -> Wie:
    return Gebruikers(store).sign_in("h.jansen", "Henk Jansen", "")


def _fill(store: Store, wie: Wie) -> None:
    """Cars with and without plate, owner, VIN and dates; one sold, one deleted, one laid up; passes that end."""
    eigenaar = add_persoon(store, wie, persoon(telefoon="024 323 45 67"))
    with store.begin(wie) as werk:
        kop = werk.relaties.kop(eigenaar)
        nummers = [
            werk.voertuigen.add(auto("GA-482-R", hoofdeigenaar=kop, vervaldatum_apk=DAG + timedelta(days=3))),
            werk.voertuigen.add(auto(None, chassisnummer=Vin("XZZ00000000000001"), model="")),
            werk.voertuigen.add(auto("1-ABC-123", vervaldatum_apk=DAG - timedelta(days=4), datum_laatste_bezoek=DAG)),
            werk.voertuigen.add(auto("HT-IP-01", actief=False, vervaldatum_apk=DAG)),
            werk.voertuigen.add(auto("01-CARS", vervaldatum_apk=DAG + timedelta(days=300))),
        ]
        werk.voertuigen.delete(werk.voertuigen.add(auto("WEG-01-X", vervaldatum_apk=DAG)))
        for dagen in (-400, 0, 30, 31):
            werk.herinneringen.add(nummers[0], HerinneringKaart(op_datum=DAG + timedelta(days=dagen)))
        werk.herinneringen.add(nummers[3], HerinneringKaart(omschrijving="laid up", op_datum=DAG))
        werk.herinneringen.mark_done(werk.herinneringen.add(nummers[1], HerinneringKaart(op_datum=DAG)))
        werk.herinneringen.delete(werk.herinneringen.add(nummers[1], HerinneringKaart(op_datum=DAG)))
        for bij_km in (92_000, 200_000):
            werk.herinneringen.add(nummers[4], HerinneringKaart(bij_km=bij_km))
        for dagen, stand in ((400, 70_000), (20, 91_000)):
            werk.kmstanden.add(nummers[4], KmInvoer(stand, DAG - timedelta(days=dagen)))
        werk.kmstanden.add(nummers[4], KmInvoer(56_900, DAG - timedelta(days=5), Eenheid.MIJL))
        for nummer, dagen, tot_km in (
            (nummers[4], 6, 200_000),
            (nummers[4], 8, 90_000),
            (nummers[0], 30, None),
            (nummers[0], 31, None),
            (nummers[0], -1, None),
            (nummers[3], 3, None),
        ):
            werk.garanties.add(nummer, GarantieKaart(tot=DAG + timedelta(days=dagen), tot_km=tot_km))
        werk.garanties.delete(werk.garanties.add(nummers[0], GarantieKaart(tot=DAG)))
        _lend(werk, nummers[4], 0, None)
        _lend(werk, nummers[0], 1, None)
        _lend(werk, nummers[1], -3, None)
        _lend(werk, nummers[1], -4, NU.nu())
        werk.leenperiodes.delete(_lend(werk, nummers[4], -1, None))
        for nummer, dagen, volgt in ((nummers[0], 5, False), (nummers[1], 7, True), (nummers[4], 400, False)):
            _pas(werk, nummer, DAG + timedelta(days=dagen))
            if volgt:
                _pas(werk, nummer, DAG + timedelta(days=dagen + 365))


def _lend(werk: Werk, voertuig_id: int, dagen: int, terug: Moment | None) -> int:
    """A car that is expected back by the end of a day; it was away for two."""
    tot = datetime.combine(DAG + timedelta(days=dagen), time(17), UTC)
    wie = werk.relaties.kop(werk.relaties.add(persoon("Lener")))
    kaart = LeenKaart(relatie=wie, van=Moment(tot - timedelta(days=2)), tot=Moment(tot), terug=terug)
    return werk.leenperiodes.add(voertuig_id, kaart)


def _pas(werk: Werk, voertuig_id: int, einddatum: date) -> None:
    register = werk.pechhulp
    kenteken = Kenteken.parse("GA-482-R")
    nummer = register.add(voertuig_id, Aanbieder.BOVEMIJ, kenteken, f"ref-{voertuig_id}-{einddatum}")
    register.set_staat(nummer, Staat.GEOPEND)
    register.bevestig(nummer, "P-1", einddatum)


def test_the_first_list_is_that_of_the_whole_program(store: Store, wie: Wie, url: str) -> None:
    _fill(store, wie)
    vooraf = read_vooraf(url, "h.jansen", NU)
    assert vooraf is not None
    heel = Voertuigen(store, NU)
    assert (vooraf.dag, vooraf.land) == (DAG, wie.land)
    assert vooraf.punten == heel.aandacht(wie)
    soorten = ["service", "apk", "service", "apk", "service", "pechhulp", "garantie", "garantie", "service"]
    assert [punt.soort for punt in vooraf.punten if punt.soort != "leen"] == soorten
    assert [(punt.datum - DAG).days for punt in vooraf.punten if punt.soort == "leen"] == [-3, 0]
    assert [punt.bij_km for punt in vooraf.punten if punt.bij_km] == [92_000]
    assert vooraf.recent == heel.recent(wie)
    assert len(vooraf.recent) == 5


def test_the_person_is_the_same_with_the_same_rights(store: Store, wie: Wie, url: str) -> None:
    with snel.open_snel(url) as snelle:
        assert snelle is not None
        assert Gebruikers(snelle).known("h.jansen", "") == wie  # type: ignore[arg-type]  # it has all that is asked of it here
        assert Gebruikers(snelle).known("nobody", "") is None  # type: ignore[arg-type]  # it has all that is asked of it here


def test_the_settings_by_which_the_list_is_made_are_those_of_the_shop(store: Store, wie: Wie, url: str) -> None:
    with store.begin(wie) as werk:
        inst = replace(werk.instellingen.get(wie.shop_id).instellingen, land="BE", pechhulp_herinnering_dagen=2)
        werk.instellingen.write(wie.shop_id, inst)
        werk.instellingen.add_shop(ShopInstellingen("Tweede", apk_herinnering_dagen=9))
    with store.read() as lezing, snel.open_snel(url) as snelle:
        assert snelle is not None
        with snelle.read() as snelle_lezing:
            for heel, deel in zip(lezing.instellingen.shops(), snelle_lezing.instellingen.shops(), strict=True):
                assert (deel.id, deel.versie, deel.zone) == (heel.id, heel.versie, heel.zone)
                for veld in ("naam", "land", "apk_herinnering_dagen", "pechhulp_herinnering_dagen"):
                    assert getattr(deel.instellingen, veld) == getattr(heel.instellingen, veld)
            with pytest.raises(NietGevonden):
                snelle_lezing.instellingen.get(99)
            with pytest.raises(NietGevonden):
                snelle_lezing.voertuigen.treffer(99)


@pytest.mark.parametrize("name", ["RECENT", "EEN", "APK"])
def test_the_questions_about_cars_are_the_statements_of_the_repository(name: str) -> None:
    statement = getattr(voertuigen, f"_{name}").sql
    assert getattr(snel, name) == re.sub(r"\s+", " ", statement).strip()


def test_its_connection_has_the_settings_of_all_and_cannot_write(store: Store, wie: Wie, url: str) -> None:
    with snel.open_snel(url) as snelle:
        assert snelle is not None
        verbinding = snelle.verbinding
        gezet = {naam: verbinding.execute(f"PRAGMA {naam}").fetchone()[0] for naam in ("journal_mode", "busy_timeout")}
        assert gezet == {"journal_mode": "wal", "busy_timeout": 30000}
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            verbinding.execute("DELETE FROM voertuig")


def test_strangers_servers_and_databases_to_be_made_wait_for_the_program(store: Store, wie: Wie, url: str) -> None:
    assert read_vooraf(url, "stranger", NU) is None
    assert read_vooraf("postgresql://garage@server/garage", "h.jansen", NU) is None
    assert read_vooraf(f"{url}.none", "h.jansen", NU) is None


def test_who_may_not_see_cars_sees_none(store: Store, wie: Wie, url: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "garage.db")) as database, database:
        database.execute("DELETE FROM groep_recht")
    assert read_vooraf(url, "h.jansen", NU) is None


@pytest.mark.parametrize("statement", ["UPDATE alembic_version SET version_num = '9999'", "DROP TABLE alembic_version"])
def test_a_database_of_another_program_is_left_to_the_store(
    statement: str, store: Store, wie: Wie, url: str, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "garage.db")) as database, database:
        database.execute(statement)
    assert read_vooraf(url, "h.jansen", NU) is None


def test_a_broken_file_is_left_to_the_store(tmp_path: Path) -> None:
    (tmp_path / "stuk.db").write_bytes(b"no database" * 1000)
    assert read_vooraf(f"sqlite:///{tmp_path / 'stuk.db'}", "h.jansen", NU) is None


def test_sqlalchemy_is_not_loaded_for_it() -> None:
    code = "import sys, werkplaats.vooraf; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
