"""The tour as the console plays it: once, whole, in the real window; it leaves pictures, lists and nothing personal."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from werkplaats.beheer import main
from werkplaats.rondleiding.hoofdstukken import klant

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = [sys.executable, "-m", "werkplaats.beheer", "rondleiding"]
ALL_IS_IN = {".png", ".db", ".db-wal", ".db-shm", ".zip"}
"""Files in which a customer may stand: pictures of what was on the screen, the database and its backup."""


class Tour:
    """One playing: all that it wrote, and all that it said."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.uit = place / "rondleiding"
        for name in ("home", "tmp"):
            (place / name).mkdir()
        own = {"HOME": str(place / "home"), "TMPDIR": str(place / "tmp"), "PYTHONPATH": os.pathsep.join(sys.path)}
        self.done = subprocess.run(
            [*COMMAND, "--uit", str(self.uit), "--schaal", "100", "--schema", "licht", "--json"],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
            check=False,
            env={**os.environ, **own},
        )

    @property
    def document(self) -> dict[str, Any]:
        return dict(json.loads(self.done.stdout))


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Tour:
    return Tour(tmp_path_factory.mktemp("rondleiding"))


pytestmark = pytest.mark.timeout(300)


def test_every_step_does_what_it_should(tour: Tour) -> None:
    assert tour.done.returncode == 0, tour.done.stderr
    assert tour.document["geslaagd"]
    assert tour.document["fouten"] == []
    assert tour.document["stappen"] >= 40
    assert "Traceback" not in tour.done.stderr


def test_there_is_a_picture_of_every_screen_in_the_lists(tour: Tour) -> None:
    names = tour.document["plaatjes"]
    lists = [(tour.uit / name).read_text("utf-8") for name in ("index.html", "lijst.md")]
    assert len(set(names)) == len(names) >= 35
    for name in names:
        assert (tour.uit / name).read_bytes().startswith(b"\x89PNG")
        assert all(name in text for text in lists)


def test_it_worked_in_a_database_of_its_own_where_the_pass_was_noted(tour: Tour) -> None:
    database = sqlite3.connect(tour.uit / "oefengarage-100" / "werkplaats.db")
    try:
        asked = "SELECT staat, email FROM pechhulp_aanvraag WHERE geboortedatum = ? ORDER BY id"
        rows = database.execute(asked, (klant.OP_HET_PORTAAL[0],)).fetchall()
    finally:
        database.close()
    assert rows == [("bevestigd", klant.EMAIL), ("geopend", klant.EMAIL)]


def test_nothing_personal_is_left_in_a_log_or_on_disk(tour: Tour) -> None:
    files = [path for path in tour.place.rglob("*") if path.is_file() and path.suffix not in ALL_IS_IN]
    texts = {str(path.relative_to(tour.place)): path.read_bytes() for path in files}
    texts["stdout"], texts["stderr"] = tour.done.stdout.encode(), tour.done.stderr.encode()
    assert any(name.endswith(".log") and text for name, text in texts.items()), "there is a log to search"
    found = [
        (name, words)
        for name, text in texts.items()
        for words in klant.PERSOONLIJK
        if words.encode() in text or words.encode("utf-16-le") in text
    ]
    assert found == []


def test_the_garages_database_holds_what_was_typed_so_the_search_could_have_found_it(tour: Tour) -> None:
    stored = (tour.uit / "oefengarage-100" / "werkplaats.db").read_bytes()
    assert klant.EMAIL.encode() in stored


def test_a_window_that_does_not_come_up_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    done = CliRunner().invoke(main, ["rondleiding", "--uit", str(tmp_path), "--schaal", "100"])
    assert done.exit_code == 1
    assert done.stderr.splitlines()[-1] == "Fout: De rondleiding (100 %) is afgebroken bij stap 0, het begin."


def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    done = CliRunner().invoke(main, ["rondleiding", "--uit", str(tmp_path / "bestand" / "map")])
    assert done.exit_code == 1
    assert done.stderr.startswith("Fout: De map of het bestand")
