"""Migrations: one head, the model is the database, each up and down, children in every table kept, all or nothing."""

from __future__ import annotations

import ast
import os
import random
import signal
import sqlite3
import time
from contextlib import closing, contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Boolean, Date, Integer, LargeBinary, MetaData, Table, func, insert, inspect, select, table, text

from werkplaats.errors import OpslagFout
from werkplaats.store.migratie import SCRIPTS, alembic_config, migrate
from werkplaats.store.rows import Rij
from werkplaats.store.schema import SCHEMA, revision
from werkplaats.store.types import MomentType
from werkplaats.store.verbinding import make_engines, parse_url, sqlite_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import URL, Connection

VERSIES = sorted((SCRIPTS / "versions").glob("*.py"))


@contextmanager
def _connected(url: str | URL) -> Iterator[Connection]:
    engines = make_engines(parse_url(url) if isinstance(url, str) else url)
    try:
        with engines.schrijven.begin() as verbinding:
            yield verbinding
    finally:
        engines.dispose()


def _tables(verbinding: Connection) -> list[Table]:
    metadata = MetaData()
    metadata.reflect(verbinding)
    return [tabel for tabel in metadata.sorted_tables if tabel.name != "alembic_version"]


def _value(kolom: Any, nummer: int) -> Any:
    soort = kolom.type
    if kolom.foreign_keys:
        return 1
    if isinstance(soort, Boolean):
        return True
    if isinstance(soort, Integer):
        return nummer
    if isinstance(soort, Date):
        return date(2026, 1, 1)
    return b"\x00\xff" if isinstance(soort, LargeBinary) else f"{nummer}"


def _fill(verbinding: Connection) -> dict[str, int]:
    """Puts a row in every table, parents first, and counts."""
    tabellen = _tables(verbinding)
    for tabel in tabellen:
        if verbinding.execute(select(func.count()).select_from(tabel)).scalar_one() == 0:
            verbinding.execute(insert(tabel), {kolom.name: _value(kolom, 1) for kolom in tabel.columns})
    return _counts(verbinding)


def _counts(verbinding: Connection) -> dict[str, int]:
    return {
        naam: verbinding.execute(select(func.count()).select_from(table(naam))).scalar_one()
        for naam in inspect(verbinding).get_table_names()
        if naam != "alembic_version"
    }


def _shape(verbinding: Connection) -> Any:
    """Tables, columns, keys and indexes, as the database has them."""
    oog = inspect(verbinding)
    kolommen, vreemd, indexen = oog.get_multi_columns(), oog.get_multi_foreign_keys(), oog.get_multi_indexes()
    return {
        naam: (
            [(kolom["name"], str(kolom["type"]), kolom["nullable"]) for kolom in kolommen[naam]],
            sleutel["constrained_columns"],
            sorted(vreemde["name"] or "" for vreemde in vreemd[naam]),
            sorted(map(_index, indexen[naam]), key=str),
        )
        for naam, sleutel in oog.get_multi_pk_constraint().items()
        if naam[1] != "alembic_version"
    }


def _index(index: Any) -> tuple[Any, ...]:
    return index["name"], index["column_names"], bool(index["unique"]), _condition(index)


def _condition(index: Any) -> str:
    """The condition of a partial index, without the brackets that PostgreSQL adds around it and around its parts."""
    waar = [str(waarde) for naam, waarde in index.get("dialect_options", {}).items() if naam.endswith("_where")]
    return waar[0].replace("(", "").replace(")", "") if waar else ""


def test_there_is_one_head_and_it_is_the_schema_of_the_program() -> None:
    scripts = ScriptDirectory.from_config(alembic_config())
    assert scripts.get_heads() == [revision(SCHEMA)]
    assert [script.revision for script in reversed(list(scripts.walk_revisions()))] == [
        revision(nummer) for nummer in range(1, SCHEMA + 1)
    ]


@pytest.mark.parametrize("bestand", VERSIES, ids=lambda pad: pad.name)
def test_a_script_stands_by_itself(bestand: Path) -> None:
    """What the program is tomorrow may not change what a script did yesterday."""
    boom = ast.parse(bestand.read_text(encoding="utf-8"))
    namen = {deel.name for knoop in ast.walk(boom) if isinstance(knoop, ast.Import) for deel in knoop.names}
    namen |= {knoop.module or "" for knoop in ast.walk(boom) if isinstance(knoop, ast.ImportFrom)}
    assert {naam.split(".")[0] for naam in namen} <= {"__future__", "sqlalchemy", "alembic"}


def test_the_model_is_the_database(database_url: str) -> None:
    with _connected(database_url) as verbinding:
        context = MigrationContext.configure(
            verbinding, opts={"compare_type": _same_type, "compare_server_default": True}
        )
        assert compare_metadata(context, Rij.metadata) == []


def _same_type(_context: Any, _inspected: Any, _kolom: Any, gevonden: Any, model: Any) -> bool | None:
    """A value type of ours is what its column is made of; None leaves the question to alembic."""
    if isinstance(model, MomentType):
        return bool(gevonden.length != 32)
    return str(model.impl) != str(gevonden) if hasattr(model, "impl") else None


def test_the_partial_rules_are_in_the_database_as_in_the_model(database_url: str) -> None:
    """Alembic does not compare the condition of a partial index."""
    with _connected(database_url) as verbinding:
        oog = inspect(verbinding)
        gevonden = {
            index["name"]: _condition(index)
            for tabel in Rij.metadata.tables
            for index in oog.get_indexes(tabel)
            if index["unique"] and "duplicates_constraint" not in index
        }
    model = {
        index.name: str(index.dialect_options["sqlite"]["where"])
        for tabel in Rij.metadata.sorted_tables
        for index in tabel.indexes
        if index.unique
    }
    assert gevonden == model


def test_each_step_goes_up_and_down_with_a_row_in_every_table(database_url: str) -> None:
    url = parse_url(database_url)
    for nummer in range(SCHEMA, 1, -1):
        with _connected(url) as verbinding:
            _fill(verbinding)
        migrate(url, revision(nummer - 1), omlaag=True)
        with _connected(url) as verbinding:
            voor, vorm = _fill(verbinding), _shape(verbinding)
        migrate(url, revision(nummer))
        migrate(url, revision(nummer - 1), omlaag=True)
        with _connected(url) as verbinding:
            assert _counts(verbinding) == voor
            assert _shape(verbinding) == vorm
    migrate(url, "base", omlaag=True)
    with _connected(url) as verbinding:
        assert _tables(verbinding) == []
    migrate(url)
    with _connected(url) as verbinding:
        assert set(_counts(verbinding)) == set(Rij.metadata.tables)


def test_migrating_twice_changes_nothing(database_url: str) -> None:
    with _connected(database_url) as verbinding:
        voor, vorm = _fill(verbinding), _shape(verbinding)
    migrate(parse_url(database_url))
    with _connected(database_url) as verbinding:
        assert (_counts(verbinding), _shape(verbinding)) == (voor, vorm)


# A chain of its own: a garage of two tables whose parent is rebuilt, well and badly.

_BEGIN = """
def upgrade():
    op.create_table("ouder", sa.Column("id", sa.Integer, primary_key=True), sa.Column("naam", sa.Text))
    op.create_table(
        "kind",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("ouder_id", sa.Integer, sa.ForeignKey("ouder.id", ondelete="CASCADE"), nullable=False),
    )

def downgrade():
    op.drop_table("kind")
    op.drop_table("ouder")
"""

_HERBOUW = """
def upgrade():
    with op.batch_alter_table("ouder") as batch:
        batch.add_column(sa.Column("plaats", sa.Text))
        batch.alter_column("naam", nullable=False)

def downgrade():
    with op.batch_alter_table("ouder") as batch:
        batch.alter_column("naam", nullable=True)
        batch.drop_column("plaats")
"""

_VERLIES = """
def upgrade():
    op.execute("DELETE FROM kind WHERE id = 1")

def downgrade():
    pass
"""

_LOS = """
def upgrade():
    op.execute("DELETE FROM ouder WHERE id = 1")
    op.execute("INSERT INTO ouder (id, naam, plaats) VALUES (99, 'x', 'x')")

def downgrade():
    pass
"""

_HALF = """
def upgrade():
    op.create_table("half", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("UPDATE ouder SET naam = 'half'")
    raise RuntimeError("half-way")

def downgrade():
    pass
"""


@pytest.fixture
def keten(tmp_path: Path) -> Path:
    """The scripts of a garage with two tables: 0001 makes them, 0002 rebuilds the parent, the rest go wrong."""
    map_ = tmp_path / "keten"
    (map_ / "versions").mkdir(parents=True)
    (map_ / "env.py").write_text((SCRIPTS / "env.py").read_text(encoding="utf-8"), encoding="utf-8")
    voor = None
    for naam, inhoud in {"0001": _BEGIN, "0002": _HERBOUW}.items():
        _write_script(map_, naam, voor, inhoud)
        voor = naam
    return map_


def _write_script(map_: Path, naam: str, voor: str | None, inhoud: str) -> None:
    kop = f"import sqlalchemy as sa\nfrom alembic import op\nrevision = {naam!r}\ndown_revision = {voor!r}\n"
    (map_ / "versions" / f"{naam}.py").write_text(kop + inhoud, encoding="utf-8")


@pytest.fixture
def gezin_url(request: pytest.FixtureRequest, keten: Path, tmp_path: Path, database_url: str) -> str:
    """A database at 0001 of that chain, with three parents of two children each."""
    url = parse_url(database_url)
    if url.get_backend_name() == "sqlite":
        url = url.set(database=str(tmp_path / "gezin.db"))
    else:
        migrate(url, "base", omlaag=True)
    migrate(url, "0001", keten)
    with _connected(url) as verbinding:
        for ouder in (1, 2, 3):
            verbinding.execute(text("INSERT INTO ouder (id, naam) VALUES (:id, 'Dalen')"), {"id": ouder})
            for kind in (2 * ouder - 1, 2 * ouder):
                regel = text("INSERT INTO kind (id, ouder_id) VALUES (:id, :ouder)")
                verbinding.execute(regel, {"id": kind, "ouder": ouder})
    return url.render_as_string(hide_password=False)


def _family(url: str) -> tuple[dict[str, int], list[str]]:
    with _connected(url) as verbinding:
        kolommen = [kolom["name"] for kolom in inspect(verbinding).get_columns("ouder")]
        return _counts(verbinding), kolommen


def test_a_parent_that_is_rebuilt_keeps_its_children(gezin_url: str, keten: Path) -> None:
    """With foreign keys ON a rebuild drops the old parent, and the cascade empties the child without a word."""
    migrate(parse_url(gezin_url), "0002", keten)
    assert _family(gezin_url) == ({"ouder": 3, "kind": 6}, ["id", "naam", "plaats"])
    with pytest.raises(Exception, match=r"(?i)foreign key"), _connected(gezin_url) as verbinding:
        verbinding.execute(text("INSERT INTO kind (id, ouder_id) VALUES (9, 9)"))
    migrate(parse_url(gezin_url), "0001", keten, omlaag=True)
    assert _family(gezin_url) == ({"ouder": 3, "kind": 6}, ["id", "naam"])


@pytest.mark.parametrize("fout", [_VERLIES, _LOS], ids=["a row is gone", "a reference dangles"])
def test_a_script_that_loses_something_is_undone_with_all_before_it(gezin_url: str, keten: Path, fout: str) -> None:
    _write_script(keten, "0003", "0002", fout)
    # PostgreSQL deletes the children of a deleted parent by itself: there the rows are missed, not the reference.
    with pytest.raises(OpslagFout, match="MIGRATIE_VERLIEST"):
        migrate(parse_url(gezin_url), "0003", keten)
    assert _family(gezin_url) == ({"ouder": 3, "kind": 6}, ["id", "naam"])


def test_a_script_that_fails_half_way_leaves_nothing(gezin_url: str, keten: Path) -> None:
    _write_script(keten, "0003", "0002", _HALF)
    with pytest.raises(RuntimeError, match="half-way"):
        migrate(parse_url(gezin_url), "0003", keten)
    assert _family(gezin_url) == ({"ouder": 3, "kind": 6}, ["id", "naam"])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills child processes as Unix does")
def test_a_migration_that_is_killed_leaves_the_old_or_the_new(gezin_url: str, keten: Path) -> None:
    toeval, gezien = random.Random(7), set()
    for _keer in range(12):
        kind = os.fork()
        if kind == 0:
            try:
                migrate(parse_url(gezin_url), "0002", keten)
            finally:
                os._exit(0)
        time.sleep(toeval.uniform(0.0, 0.12))
        os.kill(kind, signal.SIGKILL)
        os.waitpid(kind, 0)
        aantallen, kolommen = _family(gezin_url)
        assert aantallen == {"ouder": 3, "kind": 6}
        assert kolommen in (["id", "naam"], ["id", "naam", "plaats"])
        gezien.add(len(kolommen))
        migrate(parse_url(gezin_url), "0001", keten, omlaag=True)
    assert gezien


def test_two_processes_that_migrate_at_once_do_it_once(gezin_url: str, keten: Path) -> None:
    kinderen = []
    for _keer in range(3):
        kind = os.fork()
        if kind == 0:
            einde = 1
            try:
                migrate(parse_url(gezin_url), "0002", keten)
                einde = 0
            finally:
                os._exit(einde)
        kinderen.append(kind)
    assert [os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1]) for kind in kinderen] == [0, 0, 0]
    assert _family(gezin_url) == ({"ouder": 3, "kind": 6}, ["id", "naam", "plaats"])


def test_ids_of_records_are_never_given_again(sqlite_url: str) -> None:
    """What the logboek says of a record may not come to be said of another one."""
    with closing(sqlite3.connect(sqlite_path(parse_url(sqlite_url)))) as verbinding:
        regels = verbinding.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'").fetchall()
    model = {
        tabel.name
        for tabel in Rij.metadata.sorted_tables
        if tabel.dialect_options["sqlite"].get("autoincrement", False)
    }
    assert {naam for (naam,) in regels} == model >= {"voertuig", "relatie", "shop", "pechhulp_aanvraag", "bijlage"}
