"""Files of this computer: taken in by the piece, refused before they are read, and opened as a copy that goes away."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from typing import TYPE_CHECKING

import pytest

from werkplaats.errors import OpslagFout, PartijFout, WerkplaatsError
from werkplaats.services.bestanden import STUK, Bestanden, open_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MB = 1024 * 1024
HOOGSTENS = 50 * MB


@pytest.fixture
def geopend() -> list[Path]:
    return []


@pytest.fixture
def bestanden(geopend: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bestanden]:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    bestanden = Bestanden(geopend.append)
    yield bestanden
    bestanden.close()


def _sparse(pad: Path, grootte: int) -> Path:
    with pad.open("wb") as bestand:
        bestand.truncate(grootte)
    return pad


@pytest.mark.parametrize("grootte", [1, STUK, STUK + 1, 5 * STUK])
def test_a_file_is_taken_whole_and_its_progress_is_told(bestanden: Bestanden, tmp_path: Path, grootte: int) -> None:
    pad = tmp_path / "voor.jpg"
    pad.write_bytes(os.urandom(grootte))
    verteld: list[tuple[int, int]] = []
    with bestanden.take(pad, HOOGSTENS, lambda *stand: verteld.append(stand)) as bron:
        assert bron.read() == pad.read_bytes()
    assert verteld[-1] == (grootte, grootte)
    assert len(verteld) == -(-grootte // STUK)


@pytest.mark.parametrize(
    ("grootte", "code"), [(300 * MB, "BIJLAGE_TE_GROOT"), (HOOGSTENS + 1, "BIJLAGE_TE_GROOT"), (0, "BIJLAGE_LEEG")]
)
def test_a_size_that_cannot_be_is_refused_before_anything_is_read(
    bestanden: Bestanden, tmp_path: Path, grootte: int, code: str
) -> None:
    verteld: list[tuple[int, int]] = []
    pad = _sparse(tmp_path / "film.mp4", grootte)
    with pytest.raises(WerkplaatsError, match=code), bestanden.take(pad, HOOGSTENS, lambda *s: verteld.append(s)):
        pytest.fail("it was taken")
    assert verteld == []


@pytest.mark.parametrize(("inhoud", "code"), [(b"", "BIJLAGE_LEEG"), (b"12345", "BIJLAGE_TE_GROOT")])
def test_content_of_its_own_keeps_the_same_limits(bestanden: Bestanden, inhoud: bytes, code: str) -> None:
    with pytest.raises(WerkplaatsError, match=code), bestanden.take(inhoud, 4):
        pytest.fail("it was taken")


def test_what_is_not_there_or_is_no_file_is_said(bestanden: Bestanden, tmp_path: Path) -> None:
    for pad in (tmp_path / "weg.jpg", tmp_path):
        with pytest.raises(WerkplaatsError, match="BIJLAGE_WEG"), bestanden.take(pad, HOOGSTENS):
            pytest.fail("it was taken")


def _after_first(act: Callable[[], object]) -> Callable[[int, int], None]:
    def told(klaar: int, _totaal: int) -> None:
        if klaar == STUK:
            act()

    return told


def test_a_file_that_is_cut_off_while_it_is_read_is_not_taken(bestanden: Bestanden, tmp_path: Path) -> None:
    pad = _sparse(tmp_path / "film.mp4", 5 * MB)
    cut = _after_first(lambda: os.truncate(pad, 2 * MB))
    with pytest.raises(WerkplaatsError, match="BIJLAGE_WEG"), bestanden.take(pad, HOOGSTENS, cut):
        pytest.fail("it was taken")


def test_a_file_that_grows_past_the_limit_while_it_is_read_is_refused(bestanden: Bestanden, tmp_path: Path) -> None:
    pad = _sparse(tmp_path / "film.mp4", 2 * MB)
    grow = _after_first(lambda: os.truncate(pad, 9 * MB))
    with pytest.raises(WerkplaatsError, match="BIJLAGE_TE_GROOT"), bestanden.take(pad, 3 * MB, grow):
        pytest.fail("it was taken")


def test_a_person_stops_a_large_file(bestanden: Bestanden, tmp_path: Path) -> None:
    gestopt: list[bool] = []
    stop = _after_first(lambda: gestopt.append(True))
    pad = _sparse(tmp_path / "film.mp4", 5 * MB)
    with pytest.raises(WerkplaatsError, match="GESTOPT"), bestanden.take(pad, HOOGSTENS, stop, lambda: bool(gestopt)):
        pytest.fail("it was taken")


def test_a_copy_is_opened_that_cannot_be_changed_and_goes_at_the_end(
    bestanden: Bestanden, geopend: list[Path], tmp_path: Path
) -> None:
    bestanden.show("brief.pdf", [b"een", b"twee"])
    bestanden.show("brief.pdf", [b"drie"])
    een, twee = geopend
    assert (een.name, een.read_bytes(), twee.read_bytes()) == ("brief.pdf", b"eentwee", b"drie")
    assert not een.stat().st_mode & 0o222
    bestanden.close()
    assert not een.exists()
    assert list(tmp_path.iterdir()) == []


def test_what_an_earlier_run_left_behind_goes_too(bestanden: Bestanden, tmp_path: Path) -> None:
    for naam, uren in (("werkplaats-inzien-oud", 25), ("werkplaats-inzien-nu", 1)):
        (tmp_path / naam / "a").mkdir(parents=True)
        (tmp_path / naam / "a" / "brief.pdf").write_bytes(b"x")
        os.utime(tmp_path / naam, (time.time() - uren * 3600,) * 2)
    bestanden.show("brief.pdf", [b"drie"])
    assert not (tmp_path / "werkplaats-inzien-oud").exists()
    assert (tmp_path / "werkplaats-inzien-nu").exists()


def test_a_place_that_cannot_be_written_is_said_and_the_older_file_stays(bestanden: Bestanden, tmp_path: Path) -> None:
    with pytest.raises(OpslagFout, match="BESTAND_NIET_GESCHREVEN"):
        bestanden.write(tmp_path / "weg" / "brief.pdf", [b"x"])

    def broken() -> Iterator[bytes]:
        yield b"half"
        raise OpslagFout("OPSLAG_STUK")

    (tmp_path / "brief.pdf").write_bytes(b"ouder")
    with pytest.raises(OpslagFout, match="OPSLAG_STUK"):
        bestanden.write(tmp_path / "brief.pdf", broken())
    assert [pad.name for pad in tmp_path.iterdir()] == ["brief.pdf"]
    assert (tmp_path / "brief.pdf").read_bytes() == b"ouder"


def test_a_computer_without_a_program_for_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda _naam: None)
    with pytest.raises(PartijFout, match="BESTAND_NIET_GEOPEND"):
        open_file(tmp_path / "brief.pdf")


def test_the_program_is_handed_the_file_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    gestart: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda naam: f"/usr/bin/{naam}")
    monkeypatch.setattr(subprocess, "Popen", lambda opdracht, **_: gestart.append(opdracht))
    open_file(tmp_path / "een brief; echt.pdf")
    assert gestart == [["/usr/bin/xdg-open", str(tmp_path / "een brief; echt.pdf")]]
