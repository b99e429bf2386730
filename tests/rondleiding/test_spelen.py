"""A tour that cannot go on ends with 1, one clear line, what was done up to there and a picture of that moment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from werkplaats.rondleiding.spelen import Rondleiding, read_choices
from werkplaats.rondleiding.verslag import read_report

if TYPE_CHECKING:
    from collections.abc import Sequence

PLAY = """
import sys
from pathlib import Path
from werkplaats.errors import WerkplaatsError
from werkplaats.rondleiding import spelen
from werkplaats.rondleiding.hoofdstukken import Hoofdstuk

def first(p, toneel):
    p.step("het venster staat er")
    p.see("Zoeken")
    p.write("alvast getypt")
    p.look("venster")

def second(p, toneel):
    p.step("de tweede")
    {second}

def configure():
    {configure}

spelen.HOOFDSTUKKEN = (Hoofdstuk("Proef", first), Hoofdstuk("Verder", second))
tour = spelen.read_choices(Path(sys.argv[1]), ["100", "light"])
sys.exit(tour.play(configure))
"""
WAIT = "import threading; threading.Event().wait(0.2); raise WerkplaatsError('OEFENOMGEVING_START', map='hier')"


def play(folder: Path, second: str, configure: str = WAIT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PLAY.format(second=second, configure=configure), str(folder)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def last_line(done: subprocess.CompletedProcess[str]) -> str:
    return done.stderr.splitlines()[-1]


def test_a_step_that_does_not_do_what_it_should_is_shown(tmp_path: Path) -> None:
    done = play(tmp_path, "p.expect(False, 'twee is drie')")
    assert (done.returncode, done.stdout) == (1, "")
    assert last_line(done) == "De rondleiding (100 %) stopt bij stap 2, de tweede: niet waar: twee is drie."
    assert "Traceback" not in done.stderr
    verslag = read_report(tmp_path, 100)
    assert (verslag.geslaagd, verslag.fout) == (False, last_line(done))
    assert [stap.plaatjes for stap in verslag.stappen] == [["01-venster-light.png"], ["02-mislukt-light.png"]]
    assert (tmp_path / "02-mislukt-light.png").is_file()


def test_a_program_that_cannot_begin_is_told_at_once(tmp_path: Path) -> None:
    done = play(tmp_path, "p.see('Voertuigen')")
    assert done.returncode == 1
    assert "het programma kan niet beginnen" in last_line(done)
    assert "oefenomgeving" in last_line(done)


def test_a_fault_of_the_tour_itself_keeps_its_traceback(tmp_path: Path) -> None:
    done = play(tmp_path, "1 / 0")
    assert done.returncode == 1
    assert "Traceback" in done.stderr
    assert last_line(done) == "De rondleiding (100 %) stopt bij stap 2, de tweede: ZeroDivisionError: division by zero."


@pytest.mark.parametrize(
    ("choices", "wanted"),
    [
        ([], (100, ("light", "dark"))),
        (["150"], (150, ("light", "dark"))),
        (["150", "dark"], (150, ("dark",))),
        (["dark", "light"], (100, ("light", "dark"))),
    ],
)
def test_without_a_choice_it_is_played_at_100_in_both_schemes(
    choices: Sequence[str], wanted: tuple[int, tuple[str, ...]]
) -> None:
    tour = read_choices(Path("uit"), choices)
    assert (tour.schaal, tour.schemes) == wanted
    assert tour.garage == Path("uit") / f"oefengarage-{wanted[0]}"


def test_only_a_practice_garage_of_an_earlier_tour_is_cleared_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("werkplaats.rondleiding.spelen.logging.basicConfig", lambda **_to: None)
    monkeypatch.setenv("QT_SCALE_FACTOR", "1")
    monkeypatch.setenv("DISPLAY", ":9")
    tour = Rondleiding(tmp_path, 100, ("light",))
    tour.garage.mkdir()
    (tour.garage / "brief.txt").write_text("van mij")
    tour._prepare()
    assert (tour.garage / "brief.txt").exists()
    (tour.garage / "werkplaats.db").write_text("")
    tour._prepare()
    assert list(tour.garage.iterdir()) == []
