"""``sleutel toon|invoer|controle`` at the console: admit an account, with a keyring and without one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from tests.services.test_sleutelbos import Drawer, drawer
from werkplaats.beheer import main
from werkplaats.domain.moment import SysteemKlok
from werkplaats.store.openen import open_store
from werkplaats.usecases.gebruikers import Gebruikers

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

__all__ = ["drawer"]


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database in which somebody has signed in once."""
    url = f"sqlite:///{tmp_path / 'werkplaats.db'}"
    monkeypatch.setenv("WERKPLAATS_DATABASE_URL", url)
    monkeypatch.setenv("WERKPLAATS_CONFIG", str(tmp_path / "geen.toml"))
    store = open_store(url, SysteemKlok())
    Gebruikers(store).sign_in("mhendriks", "Marieke Hendriks", "balie-1")
    store.close()
    return url


def run(*args: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["sleutel", *args], input=typed)


def test_a_code_that_is_shown_admits_an_account(drawer: Drawer) -> None:
    shown = run("toon")
    assert shown.exit_code == 0
    code = shown.stdout.strip()
    drawer.kept.clear()
    assert json.loads(run("controle", "--json").stdout)["melding"] == "GEEN_SLEUTEL"
    typed = run("invoer", typed=f"{code.lower()}\n")
    assert (typed.exit_code, "toegang" in typed.stdout) == (0, True)
    assert json.loads(run("controle", "--json").stdout) == {
        "sleutelbos": True,
        "sleutel": True,
        "past": True,
        "melding": None,
    }


def test_a_slip_in_the_code_is_one_line_that_names_the_group(drawer: Drawer) -> None:
    code = run("toon", "--json").stdout
    groups = json.loads(code)["koppelcode"].split("-")
    groups[2] = groups[2][:-1] + ("0" if groups[2][-1] != "0" else "1")
    refused = run("invoer", typed="-".join(groups) + "\n")
    assert refused.exit_code == 1
    assert "groep 3" in refused.stderr.lower()


def test_a_key_that_does_not_fit_is_told(drawer: Drawer) -> None:
    run("toon")
    [name] = drawer.kept
    drawer.kept[name] = "A" * 43 + "="
    checked = run("controle")
    assert checked.exit_code == 0
    assert "past niet" in checked.stdout


def test_without_a_keyring_the_check_warns_and_the_rest_refuses() -> None:
    checked = run("controle", "--json")
    assert (checked.exit_code, json.loads(checked.stdout)["melding"]) == (0, "SLEUTELBOS_ONTBREEKT")
    assert "sleutelbos" in run("controle").stdout
    shown = run("toon")
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert "sleutelbos" in shown.stderr


def test_a_database_that_is_new_is_mentioned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drawer: Drawer) -> None:
    monkeypatch.setenv("WERKPLAATS_DATABASE_URL", f"sqlite:///{tmp_path / 'nieuw.db'}")
    shown = run("toon")
    assert shown.exit_code == 1
    assert "nieuw.db wordt gemaakt" in shown.stderr
    assert "nog geen vestiging" in shown.stderr
