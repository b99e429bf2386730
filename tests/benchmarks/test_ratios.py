"""Each benchmark runs, and times two things that give the same answer; how fast they are is not judged here."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from benchmarks import p1a_window, p1b_list, p2_search, p3_scroll, p9_pdf, p10_werkkaart, p11_reports
from benchmarks.__main__ import main
from benchmarks.garage import garage, url_of
from benchmarks.measure import Ratio, Series, in_turn, table
from benchmarks.options import Options
from benchmarks.people import KINDS, auto, people_of, relatie
from benchmarks.statements import connect, send, taken_down
from werkplaats.documents.beeld import Pdfium
from werkplaats.documents.voertuigkaart import draw_voertuigkaart
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.moment import SysteemKlok
from werkplaats.domain.vin import Vin
from werkplaats.domain.zoeksleutels import relatie_sleutels, voertuig_sleutels
from werkplaats.store.openen import open_store
from werkplaats.usecases.gebruikers import Gebruikers
from werkplaats.usecases.zoeken import Zoeken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from werkplaats.store.opslag import Store

ROWS = 2000


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> Options:
    return Options(rows=ROWS, pairs=1, cache=tmp_path_factory.mktemp("metingen"))


@pytest.fixture(scope="module")
def path(options: Options) -> Path:
    return garage(options.rows, options.cache)


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    store = open_store(url_of(path), SysteemKlok())
    yield store
    store.close()


def test_the_window_is_timed_beside_a_bare_one_and_loses_no_key(options: Options) -> None:
    report = p1a_window.run(options)
    (ratio,) = report.ratios
    assert len(ratio.product.seconds) == len(ratio.baseline.seconds) == options.pairs
    assert report.notes[0].endswith("lost: 0.")


def test_the_list_is_timed_beside_one_that_shows_the_same_rows(options: Options) -> None:
    report = p1b_list.run(options)
    assert len(report.ratios[0].product.seconds) == options.pairs
    assert "the same 1" in report.notes[0], "fifty cars at least, and what asks for attention"


def test_the_search_is_timed_by_kind_and_in_the_real_window(options: Options) -> None:
    report = p2_search.run(options)
    assert [ratio.what.partition(": ")[2] for ratio in report.ratios[:-1]] == list(KINDS)
    assert "From a key to the painted list" in report.notes[0]


def test_the_lines_of_a_card_are_typed_and_scrolled_beside_a_bare_table(options: Options) -> None:
    report = p10_werkkaart.run(options)
    for ratio in report.ratios:
        assert len(ratio.product.seconds) == len(ratio.baseline.seconds) > 0
    assert "amounts as typed: True" in report.notes[0]


def test_the_list_is_scrolled_beside_a_bare_table_and_typed_in(options: Options) -> None:
    report = p3_scroll.run(options)
    (ratio,) = report.ratios
    assert len(ratio.product.seconds) == len(ratio.baseline.seconds) > 0
    assert "A key in the filter" in report.notes[0]


def test_the_reports_and_the_messages_are_scrolled_and_read(tmp_path: Path) -> None:
    report = p11_reports.run(Options(rows=400, pairs=1, cache=tmp_path))
    assert [ratio.what for ratio in report.ratios] == [
        *("carpass: scroll 400 rows", "carpass: the first page"),
        *("postbus: scroll 400 rows", "postbus: the first page"),
    ]
    for note in report.notes:
        assert "a key in the filter is painted" in note
        assert "sort (" in note


def test_a_pdf_is_timed_beside_a_bare_one_with_the_same_text(options: Options) -> None:
    report = p9_pdf.run(options)
    assert [ratio.what for ratio in report.ratios] == ["vehicle card: one page", "vehicle card: a long note"]
    pages = p9_pdf.lines_of(p9_pdf.afdruk(100))
    bare = Pdfium().teksten(p9_pdf.draw_bare(pages))
    ours = Pdfium().teksten(draw_voertuigkaart(p9_pdf.afdruk(100)))
    assert len(ours) > 1
    # The plate is a drawing, and its signs are all that the bare one lacks.
    plate = p9_pdf.afdruk(1).kaart.kenteken
    assert plate is not None
    assert _signs(ours) - _signs(bare) == Counter(plate.landteken + plate.weergave)
    assert not _signs(bare) - _signs(ours)


def _signs(pages: tuple[str, ...]) -> Counter[str]:
    return Counter("".join("".join(pages).split()))


@pytest.mark.parametrize("kind", KINDS)
def test_the_bare_search_finds_the_same_cars(kind: str, store: Store, path: Path) -> None:
    wie, zoeken = Gebruikers(store).console(), Zoeken(store)
    for text in p2_search.typed_texts(kind, ROWS, of_each=5):
        with taken_down(store) as taken:
            found = zoeken.find(wie, text)
        with closing(connect(str(path), taken.settings)) as database:
            answers = send(database, taken.statements)
        assert [treffer.id for treffer in found.voertuigen] == p2_search.found_by(answers), text


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_typed_in_full_finds_its_car(kind: str, store: Store) -> None:
    nummer = 700
    text = KINDS[kind](nummer, people_of(ROWS))
    found = Zoeken(store).find(Gebruikers(store).console(), text)
    assert found.voertuigen or found.relaties, text


def test_the_cars_have_the_keys_that_the_program_would_give_them(path: Path) -> None:
    wagen, kaart = auto(80, people_of(ROWS)), relatie(80)
    assert wagen.was is not None
    keys = voertuig_sleutels([wagen.kenteken, wagen.was], wagen.vin) | relatie_sleutels(kaart)
    with closing(sqlite3.connect(path)) as database:
        kept = set(database.execute("SELECT soort, sleutel FROM zoeksleutel WHERE doel = 80"))
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert kept == {(str(soort), sleutel) for soort, sleutel in keys}


def test_the_cars_and_people_can_be_opened(store: Store) -> None:
    with store.read() as lezing:
        voertuig, persoon = lezing.voertuigen.get(80), lezing.relaties.get(80)
    assert voertuig.kaart.kenteken == auto(80, people_of(ROWS)).kenteken
    assert voertuig.kaart.hoofdeigenaar is not None
    assert persoon.kaart == relatie(80)


def test_plates_are_whole_and_each_its_own() -> None:
    wagens = [auto(nummer, 10) for nummer in range(1, 3000)]
    assert len({wagen.kenteken for wagen in wagens}) == len({wagen.vin for wagen in wagens}) == len(wagens)
    for wagen in wagens[::100]:
        for kenteken in (wagen.kenteken, wagen.was):
            assert kenteken is None or Kenteken.parse(kenteken.weergave, kenteken.land) == kenteken
        assert Vin.parse(wagen.vin.tekst).geldig


def test_every_car_and_person_stands_in_the_long_lists(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        cars = database.execute("SELECT count(*), count(DISTINCT voertuig_id) FROM voertuig_lijst").fetchone()
        people = database.execute("SELECT count(*) FROM relatie_lijst").fetchone()
    assert cars == (ROWS, ROWS)
    assert people == (people_of(ROWS),)


def test_a_garage_is_made_once(options: Options, path: Path) -> None:
    made = path.stat().st_mtime_ns
    assert garage(options.rows, options.cache) == path
    assert path.stat().st_mtime_ns == made


def test_an_empty_garage_or_one_of_two_million_is_refused(tmp_path: Path) -> None:
    for rows in (0, 2_000_000):
        with pytest.raises(ValueError, match="from 1 to"):
            garage(rows, tmp_path)


def test_both_run_in_turn_and_each_as_often_first() -> None:
    order: list[str] = []

    def run(name: str) -> float:
        order.append(name)
        return 1.0

    in_turn(4, lambda: run("a"), lambda: run("b"))
    assert "".join(order) == "abbaabba"


def test_a_table_shows_medians_the_slowest_of_a_hundred_and_their_ratios() -> None:
    slow = Series("slow", tuple(0.001 * number for number in range(1, 201)))
    fast = Series("fast", (0.001,) * 200)
    assert (round(slow.median, 4), round(slow.p99, 4)) == (0.1005, 0.198)
    text = table([Ratio("P0", "nothing", "2 x", slow, fast)])
    assert "100.50 x" in text
    assert "198.00 x" in text


def test_a_promise_that_is_none_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["p99"])
    assert "no such promise: p99" in capsys.readouterr().err
