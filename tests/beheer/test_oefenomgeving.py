"""The practice garage as a person starts it: one line with addresses that answer, gone when it is told to go."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from werkplaats.config import MopConfig
from werkplaats.domain.adres import AdresVraag, GevondenAdres
from werkplaats.services.http import make_client
from werkplaats.services.mop import MopService
from werkplaats.services.pdok import PdokService
from werkplaats.services.rdw import RdwService

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMMAND = [sys.executable, "-m", "werkplaats.beheer", "oefenomgeving"]


@contextmanager
def running(folder: Path) -> Iterator[tuple[subprocess.Popen[str], dict[str, Any]]]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [*COMMAND, "--map", str(folder), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as child:
        assert child.stdout is not None
        try:
            yield child, json.loads(child.stdout.readline() or "{}")
        finally:
            child.kill()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("oefengarage") / "nog" / "niet er"


def stop(child: subprocess.Popen[str], number: signal.Signals) -> float:
    begin = monotonic()
    child.send_signal(number)
    assert child.wait(10) == 0
    return monotonic() - begin


def count(folder: Path, table: str) -> int:
    database = sqlite3.connect(folder / "werkplaats.db")
    try:
        return int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    finally:
        database.close()


def known_plates(folder: Path) -> list[str]:
    rows = json.loads((folder / "rdw.json").read_text("utf-8"))["m9d7-ebf2"]
    return [row["kenteken"] for row in rows]


def links(folder: Path) -> str:
    database = sqlite3.connect(folder / "werkplaats.db")
    try:
        return "\n".join(line for line in database.iterdump() if "aanbieder/" in line and "logboek" not in line)
    finally:
        database.close()


def test_the_garage_is_filled_once_and_its_addresses_answer(folder: Path) -> None:
    with running(folder) as (child, addresses):
        assert addresses.keys() >= {"rdw", "mop", "pdok", "pon", "database"}
        assert addresses["database"] == f"sqlite:///{folder / 'werkplaats.db'}"
        with make_client(addresses["rdw"], 10, alleen_lokaal=True) as client:
            service = RdwService(client, lambda: None)
            assert service.vehicle("01CARS")
            assert service.vehicle(known_plates(folder)[0])
        with make_client(addresses["pdok"], 10, alleen_lokaal=True) as client:
            assert PdokService(client).address(AdresVraag("6511XR", 417)) == GevondenAdres("Waalkade", "Nijmegen")
        opened: list[str] = []
        MopService(opened.append, MopConfig(f"{addresses['mop']}/pechhulp/aanvragen")).open((("kenteken", "01CARS"),))
        assert "Mobi-ID" in httpx.get(opened[0], follow_redirects=True, trust_env=False).text
        cars = count(folder, "voertuig")
        assert cars >= 290
        assert stop(child, signal.SIGTERM) < 5
    files = sorted(path.name for path in folder.iterdir() if not path.is_dir())
    assert files == ["carpass.json", "rdw.json", "werkplaats.db"]
    with running(folder) as (child, addresses):
        assert count(folder, "voertuig") == cars
        assert addresses["mop"] in links(folder)
        assert stop(child, signal.SIGINT) < 5


def test_a_garage_that_is_stopped_while_it_is_filled_leaves_no_half_one(tmp_path: Path) -> None:
    folder = tmp_path / "map"
    with subprocess.Popen(
        [*COMMAND, "--map", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as child:
        try:
            assert child.stderr is not None
            assert "oefengarage" in child.stderr.readline()
            assert stop(child, signal.SIGTERM) < 5
        finally:
            child.kill()
    assert list(folder.iterdir()) == []


def test_a_child_ends_with_the_program_that_started_it(tmp_path: Path) -> None:
    """The input closes when the parent closes it, and also when the parent is killed and can do nothing any more."""
    child = [*COMMAND, "--map", str(tmp_path / "map"), "--met-invoer"]
    parent = "import subprocess, sys; c = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE); print(c.pid); c.wait()"
    with subprocess.Popen(
        [sys.executable, "-c", parent, *child],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as started:
        assert started.stderr is not None
        assert "oefengarage" in started.stderr.readline()
        started.kill()
        # Both hold the other end: the line ends when the child is gone too.
        assert started.stderr.read() == ""
    assert list((tmp_path / "map").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    done = subprocess.run(
        [*COMMAND, "--map", str(tmp_path / "bestand" / "map")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1].startswith("Fout: De map of het bestand")
    assert "Traceback" not in done.stderr
