"""The command line of the window: own data, practice, version; a second start ends by itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from werkplaats import __version__
from werkplaats.__main__ import Oefening, main
from werkplaats.errors import WerkplaatsError

if TYPE_CHECKING:
    from pathlib import Path

ADDRESSES = {
    "rdw": "http://127.0.0.1:4001",
    "mop": "http://127.0.0.1:4002/",
    "pdok": "http://127.0.0.1:4003/",
    "database": "sqlite:////tmp/oefen/werkplaats.db",
}


@pytest.fixture
def child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in of the practice environment: says its addresses and waits until its input closes."""
    script = tmp_path / "kind.sh"
    script.write_text(f"#!/bin/sh\necho '{json.dumps(ADDRESSES)}'\nexec cat\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(script))
    return script


def test_versie_says_the_version(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["werkplaats", "--versie"])
    assert main() == 0
    assert capsys.readouterr().out == f"Werkplaats {__version__}\n"


def test_wrong_usage_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["werkplaats", "--onzin"])
    assert main() == 2
    assert capsys.readouterr().err.startswith("Gebruik: werkplaats")


def test_practice_takes_the_addresses_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "adressen.json"
    file.write_text(json.dumps(ADDRESSES), encoding="utf-8")
    config = Oefening(file).configure()
    assert config.oefenen
    assert config.data == tmp_path
    assert config.database_url == ADDRESSES["database"]
    assert config.rdw.base_url == "http://127.0.0.1:4001"
    assert config.rdw.ovi_url == "http://127.0.0.1:4001/default.aspx?kenteken={kenteken}"
    assert config.mop.url_template == "http://127.0.0.1:4002/pechhulp/aanvragen"
    assert config.pdok.base_url == "http://127.0.0.1:4003"


def test_a_file_of_before_the_register_of_addresses_still_opens_the_garage(tmp_path: Path) -> None:
    file = tmp_path / "adressen.json"
    file.write_text(json.dumps({naam: waarde for naam, waarde in ADDRESSES.items() if naam != "pdok"}), "utf-8")
    assert Oefening(file).configure().pdok.base_url == ADDRESSES["rdw"]


@pytest.mark.parametrize("content", ["", "geen json", "[1, 2]", '{"rdw": "http://127.0.0.1:1"}'])
def test_addresses_that_cannot_be_read_are_a_sentence(tmp_path: Path, content: str) -> None:
    file = tmp_path / "adressen.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(WerkplaatsError, match="OEFENOMGEVING_START"):
        Oefening(file).configure()


def test_practice_starts_its_environment_and_stops_it(tmp_path: Path, child: Path) -> None:
    practice = Oefening(tmp_path / "oefen")
    assert practice.configure().rdw.base_url == ADDRESSES["rdw"]
    begin = time.monotonic()
    practice.stop()
    assert time.monotonic() - begin < 5
    practice.stop()


def test_an_environment_that_ends_at_once_is_a_sentence(tmp_path: Path, child: Path) -> None:
    child.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    practice = Oefening(tmp_path / "oefen")
    with pytest.raises(WerkplaatsError, match="OEFENOMGEVING_START"):
        practice.configure()
    practice.stop()


def test_a_second_start_ends_while_the_first_goes_on(tmp_path: Path) -> None:
    data = tmp_path / "data"
    environment = {**os.environ, "WERKPLAATS_DATA": str(data), "WERKPLAATS_CONFIG": str(tmp_path / "geen.toml")}
    command = [sys.executable, "-m", "werkplaats"]
    first = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        while not list(data.glob("werkplaats-*.lock")):
            assert first.poll() is None
            time.sleep(0.05)
        second = subprocess.run(command, env=environment, timeout=30, check=False, stderr=subprocess.DEVNULL)
        assert second.returncode == 0
        assert first.poll() is None
        # What lies there concerns customers; on Windows the folder of the account sees to it.
        assert sys.platform == "win32" or data.stat().st_mode & 0o077 == 0
    finally:
        first.kill()
        first.wait()
