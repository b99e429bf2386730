"""What a tour did is kept step by step, and without a word that was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.rondleiding.lijst import merge, write_lists
from werkplaats.rondleiding.verslag import Stap, Verslag, read_report, report_file

if TYPE_CHECKING:
    from pathlib import Path


def make(schaal: int, mark: str, steps: int = 2) -> Verslag:
    stappen = [
        Stap("Zoeken", "Een <naam>", ["Ctrl+K", "…"], [f"01-palet-light{mark}.png"], 0.2),
        Stap("Muteren", "De kaart", ["Enter"], [f"02-muteren-light{mark}.png"], 0.3),
    ]
    return Verslag(schaal, stappen[:steps], klaar=steps == 2)


def test_a_key_pressed_again_is_counted() -> None:
    stap = Stap("h", "t")
    for key in ("Tab", "Tab", "Tab", "Enter", "…", "…", "Tab"):
        stap.add_key(key)
    assert stap.toetsen == ["Tab \N{MULTIPLICATION SIGN} 3", "Enter", "…", "Tab"]


def test_a_tour_is_read_as_it_was_kept(tmp_path: Path) -> None:
    make(150, "@1.5x").write(tmp_path)
    assert read_report(tmp_path, 150) == make(150, "@1.5x")
    assert read_report(tmp_path, 150).geslaagd


def test_a_tour_that_broke_off_says_at_which_step(tmp_path: Path) -> None:
    make(100, "", steps=1).write(tmp_path)
    verslag = read_report(tmp_path, 100)
    assert not verslag.geslaagd
    assert verslag.fout == "De rondleiding (100 %) is afgebroken bij stap 1, Een <naam>."


def test_a_tour_that_never_began_and_one_that_is_cut_off_say_so(tmp_path: Path) -> None:
    for text in (None, '{"schaal": 100, "stap'):
        if text is not None:
            report_file(tmp_path, 100).write_text(text)
        verslag = read_report(tmp_path, 100)
        assert verslag.fout == "De rondleiding (100 %) is afgebroken bij stap 0, het begin."


def test_the_pictures_of_all_scales_stand_at_their_step(tmp_path: Path) -> None:
    regels = merge([make(100, ""), make(150, "@1.5x", steps=1)])
    assert [regel.titel for regel in regels] == ["Een <naam>", "De kaart"]
    assert regels[0].plaatjes == ["01-palet-light.png", "01-palet-light@1.5x.png"]
    assert regels[1].plaatjes == ["02-muteren-light.png"]


def test_the_lists_say_every_step_and_what_went_wrong(tmp_path: Path) -> None:
    broken = make(150, "@1.5x", steps=1)
    broken.fout = "De rondleiding (150 %) stopt bij stap 1."
    write_lists(tmp_path, [make(100, ""), broken])
    page, plain = (tmp_path / "index.html").read_text("utf-8"), (tmp_path / "lijst.md").read_text("utf-8")
    assert "Een &lt;naam&gt;" in page
    assert '<img src="01-palet-light@1.5x.png"' in page
    assert "1. Een <naam> (Ctrl+K · …)" in plain
    assert "2. De kaart (Enter)" in plain
    assert all("stopt bij stap 1" in text for text in (page, plain))
