"""``backup``, ``herstel``, ``controle`` and ``bijwerken`` as an administrator meets them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from tests.store.maken import add_auto
from tests.store_fixtures import make_wie
from werkplaats.beheer import main
from werkplaats.domain.moment import SysteemKlok
from werkplaats.store.migratie import migrate
from werkplaats.store.openen import open_store
from werkplaats.store.schema import SCHEMA
from werkplaats.store.verbinding import parse_url, sqlite_path

if TYPE_CHECKING:
    from click.testing import Result


@pytest.fixture
def garage(database_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The database of this computer, with one car."""
    monkeypatch.setenv("WERKPLAATS_DATABASE_URL", database_url)
    monkeypatch.setenv("WERKPLAATS_DATA", str(tmp_path / "data"))
    store = open_store(database_url, SysteemKlok())
    add_auto(store, make_wie(store))
    store.close()
    return database_url


@pytest.fixture
def bestand(monkeypatch: pytest.MonkeyPatch, sqlite_url: str) -> Path:
    """The file of the database of this computer."""
    monkeypatch.setenv("WERKPLAATS_DATABASE_URL", sqlite_url)
    return sqlite_path(parse_url(sqlite_url))


def _run(*args: str, code: int = 0) -> Result:
    result = CliRunner().invoke(main, args)
    assert result.exit_code == code, result.output
    return result


def _controle() -> dict[str, object]:
    document: dict[str, object] = json.loads(_run("controle", "--json").stdout)
    return document


def _codes(document: dict[str, object]) -> set[str]:
    bevindingen = document["bevindingen"]
    assert isinstance(bevindingen, list)
    return {bevinding["code"] for bevinding in bevindingen} - {"SLEUTELBOS"}


def test_what_is_backed_up_comes_back(garage: str, tmp_path: Path) -> None:
    weg = tmp_path / "map met spatie" / "garage.werkplaats"
    assert str(weg) in _run("backup", str(weg)).stdout
    store = open_store(garage, SysteemKlok())
    add_auto(store, make_wie(store))
    store.close()
    result = _run("herstel", str(weg))
    assert "_voor_herstel_" in result.stdout
    document = _controle()
    assert document["heel"] is True
    assert document["aantallen"]["voertuig"] == 1  # type: ignore[index]  # a JSON document
    assert _codes(document) == set()


def test_a_backup_and_a_restore_stand_in_the_logboek(garage: str, tmp_path: Path) -> None:
    weg = tmp_path / "garage.werkplaats"
    _run("backup", str(weg))
    store = open_store(garage, SysteemKlok())
    with store.read() as lezing:
        assert [regel.handeling for regel in lezing.logboek.van("database", 0)] == ["backup"]
    store.close()
    _run("herstel", str(weg))
    store = open_store(garage, SysteemKlok())
    with store.read() as lezing:
        assert [regel.handeling for regel in lezing.logboek.van("database", 0)] == ["hersteld"]
    store.close()


def test_a_damaged_backup_is_refused_in_one_line(garage: str, tmp_path: Path) -> None:
    weg = tmp_path / "garage.werkplaats"
    _run("backup", str(weg))
    weg.write_bytes(weg.read_bytes()[:-1] + b"?")
    result = _run("herstel", str(weg), code=1)
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "beschadigd" in result.stderr


def test_a_database_that_was_never_backed_up_is_told_so_and_is_whole(garage: str) -> None:
    assert _codes(_controle()) == {"BACKUP_ONTBREEKT"}
    assert "nooit een back-up" in _run("controle").stdout


def test_where_there_is_no_database_one_is_made_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("WERKPLAATS_DATABASE_URL", f"sqlite:///{tmp_path / 'nieuw' / 'werkplaats.db'}")
    result = _run("controle", "--json")
    assert "werkplaats.db" in result.stderr
    assert json.loads(result.stdout)["schema"] == SCHEMA


def test_a_restore_on_an_empty_computer_needs_no_database(
    garage: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    weg = tmp_path / "garage.werkplaats"
    _run("backup", str(weg))
    monkeypatch.setenv("WERKPLAATS_DATABASE_URL", f"sqlite:///{tmp_path / 'nieuw' / 'werkplaats.db'}")
    assert "_voor_herstel_" not in _run("herstel", str(weg)).stdout
    assert _controle()["aantallen"]["voertuig"] == 1  # type: ignore[index]  # a JSON document


@pytest.mark.parametrize(
    "kapot", ["UPDATE logboek_kop SET aantal = 3", "UPDATE voertuig_kenteken SET voertuig_id = 99"]
)
def test_damaged_data_end_with_1_and_a_line_of_what(bestand: Path, kapot: str) -> None:
    store = open_store(f"sqlite:///{bestand}", SysteemKlok())
    add_auto(store, make_wie(store))
    store.close()
    with closing(sqlite3.connect(bestand)) as verbinding:
        verbinding.execute(kapot)
        verbinding.commit()
    result = _run("controle", code=1)
    assert result.stderr.strip()
    assert "Traceback" not in result.output
    assert json.loads(_run("controle", "--json", code=1).stdout)["heel"] is False


def test_an_end_that_was_cut_off_with_its_head_is_found_beside_a_backup(bestand: Path, tmp_path: Path) -> None:
    weg = tmp_path / "garage.werkplaats"
    for _keer in range(2):
        _run("backup", str(weg))
    assert _codes(json.loads(_run("controle", "--naast", str(weg), "--json").stdout)) == set()
    with closing(sqlite3.connect(bestand)) as verbinding:
        verbinding.execute("DELETE FROM logboek")
        verbinding.execute("UPDATE logboek_kop SET aantal = 0, laatste_hash = ?", ("0" * 64,))
        verbinding.commit()
    assert _controle()["heel"] is True
    result = _run("controle", "--naast", str(weg), code=1)
    assert "ingekort" in result.stderr


def test_a_backup_of_another_database_says_nothing_of_this_logboek(
    bestand: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    weg = tmp_path / "garage.werkplaats"
    _run("backup", str(weg))
    monkeypatch.setenv("WERKPLAATS_DATABASE_URL", f"sqlite:///{tmp_path / 'ander' / 'werkplaats.db'}")
    assert "BACKUP_VAN_ANDER" in _codes(json.loads(_run("controle", "--naast", str(weg), "--json").stdout))


def test_a_file_that_is_missing_is_damage(bestand: Path) -> None:
    with closing(sqlite3.connect(bestand)) as verbinding:
        verbinding.execute(
            "INSERT INTO bijlage (onderwerp, onderwerp_id, naam, soort, grootte, sha256, gemaakt_op, gemaakt_door)"
            " VALUES ('voertuig', 1, 'foto.jpg', 'image/jpeg', 4, 'abcd', '', '')"
        )
        verbinding.commit()
    assert json.loads(_run("controle", "--json", code=1).stdout)["bevindingen"][0]["code"] == "BIJLAGE_STUK"


def test_an_old_backup_and_a_stuck_message_are_warnings(bestand: Path) -> None:
    with closing(sqlite3.connect(bestand)) as verbinding:
        verbinding.execute("INSERT INTO eigenschap VALUES ('laatste_backup', '2020-01-01T00:00:00.000000+00:00')")
        for nummer, staat in enumerate(("wacht", "onzeker", "verzonden")):
            verbinding.execute(
                "INSERT INTO uitgaand (soort, inhoud, sleutel, onderwerp, onderwerp_id, staat, pogingen, gemaakt_op)"
                " VALUES ('carpass', '', ?, 'voertuig', 1, ?, 0, '2020-01-01T00:00:00.000000+00:00')",
                (f"s-{nummer}", staat),
            )
        verbinding.commit()
    document = _controle()
    assert _codes(document) == {"BACKUP_OUD", "POSTBUS_VAST", "POSTBUS_ONZEKER"}
    assert document["postbus"] == {"wacht": 1, "onzeker": 1, "verzonden": 1}


def test_a_file_that_is_no_database_is_one_line(bestand: Path) -> None:
    bestand.write_bytes(b"geen database" * 1000)
    for opdracht in (("controle",), ("backup", "weg.werkplaats"), ("bijwerken",)):
        result = _run(*opdracht, code=1)
        assert result.stderr.count("\n") == 1
        assert "beschadigd" in result.stderr


def test_a_database_that_is_up_to_date_needs_nothing(garage: str) -> None:
    assert "al bij" in _run("bijwerken").stdout


def test_a_program_reads_what_was_done_as_one_document(bestand: Path, tmp_path: Path) -> None:
    back_up = tmp_path / "nacht.werkplaats"
    gemaakt = json.loads(_run("backup", str(back_up), "--json").stdout)
    assert gemaakt["bestand"] == str(back_up)
    assert gemaakt["regels"] > 0
    terug = json.loads(_run("herstel", str(back_up), "--json").stdout)
    assert terug["moment"] == gemaakt["moment"]
    assert Path(terug["opzij"]).parent == bestand.parent
    bij = json.loads(_run("bijwerken", "--json").stdout)
    assert bij == {"van": SCHEMA, "naar": SCHEMA, "proef": False, "backup": None}


def test_a_beheerder_makes_the_database_on_a_server(
    postgres_server: str, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrate(parse_url(postgres_url), "base", omlaag=True)
    monkeypatch.setenv("WERKPLAATS_DATABASE_URL", postgres_url)
    assert "bijwerken" in _run("controle", code=1).stderr
    assert f"van schema 0 naar {SCHEMA}" in _run("bijwerken", "--proef").stdout
    assert "bijwerken" in _run("controle", code=1).stderr
    assert "bijgewerkt" in _run("bijwerken").stdout
    assert _controle()["heel"] is True
