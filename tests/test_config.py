"""The configuration of one computer: what it is without a file, what a file and the environment make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from werkplaats.config import Config, MopConfig, RdwConfig, config_path, load_config
from werkplaats.errors import WerkplaatsError
from werkplaats.zinnen import zin

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The configuration file of this test, which is not there yet; the environment says nothing else."""
    path = tmp_path / "werkplaats.toml"
    monkeypatch.setenv("WERKPLAATS_CONFIG", str(path))
    monkeypatch.delenv("WERKPLAATS_DATA", raising=False)
    monkeypatch.delenv("WERKPLAATS_DATABASE_URL", raising=False)
    return path


def test_without_a_file_everything_has_a_value(file: Path) -> None:
    config = load_config()
    assert config.data.name == "werkplaats"
    assert config.database_url == f"sqlite:///{config.data}/werkplaats.db"
    assert (config.oefenen, config.rdw, config.mop) == (False, RdwConfig(), MopConfig())


def test_the_file_sets_what_it_names_and_leaves_the_rest(file: Path, tmp_path: Path) -> None:
    file.write_text(f'data = "{tmp_path}"\noefenen = true\n[rdw]\ntimeout = 3\n[mop]\nmethod = "POST_FORM"\n', "utf-8")
    assert load_config() == Config(
        data=tmp_path,
        database_url=f"sqlite:///{tmp_path}/werkplaats.db",
        oefenen=True,
        rdw=RdwConfig(timeout=3),
        mop=MopConfig(method="POST_FORM"),
    )


def test_the_environment_goes_before_the_file(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text('data = "/elders"\ndatabase_url = "postgresql://elders/garage"\n', "utf-8")
    monkeypatch.setenv("WERKPLAATS_DATA", str(tmp_path))
    monkeypatch.setenv("WERKPLAATS_DATABASE_URL", "postgresql://server/garage")
    config = load_config()
    assert (config.data, config.database_url) == (tmp_path, "postgresql://server/garage")


def test_without_a_variable_the_file_lies_in_the_platforms_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("WERKPLAATS_CONFIG", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert config_path() == tmp_path / "werkplaats" / "werkplaats.toml"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("databank = 'x'", "databank"),
        ("data = 5", "data"),
        ("database_url = false", "database_url"),
        ("oefenen = 'ja'", "oefenen"),
        ("rdw = 'nee'", "rdw"),
        ("[rdw]\nsnelheid = 5", "rdw.snelheid"),
        ("[rdw]\nbase_url = 5", "rdw.base_url"),
        ("[rdw]\ntimeout = true", "rdw.timeout"),
        ("[mop]\nmethod = 1", "mop.method"),
    ],
)
def test_a_setting_that_is_unknown_or_of_the_wrong_kind_is_named(file: Path, text: str, key: str) -> None:
    file.write_text(text, "utf-8")
    with pytest.raises(WerkplaatsError, match="CONFIG_ONBEKEND") as caught:
        load_config()
    assert caught.value.params == {"bestand": str(file), "sleutel": key}
    assert key in zin(caught.value).wat


@pytest.mark.parametrize(
    "content", [b"data = ", b"\xff\xfe", b"data = 'a'\ndata = 'b'"], ids=["toml", "utf-8", "twice"]
)
def test_a_file_that_cannot_be_read_is_named_with_the_reason(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(WerkplaatsError, match="CONFIG_ONLEESBAAR") as caught:
        load_config()
    assert str(file) in zin(caught.value).wat
    assert caught.value.params["reden"]


def test_a_folder_in_the_place_of_the_file_is_named(file: Path) -> None:
    file.mkdir()
    with pytest.raises(WerkplaatsError, match="CONFIG_ONLEESBAAR"):
        load_config()
