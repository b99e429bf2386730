"""``dagtaken`` as a task planner and an administrator meet it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from tests.store_fixtures import make_wie
from werkplaats.beheer import main
from werkplaats.domain.instellingen import ShopInstellingen
from werkplaats.domain.moment import SysteemKlok
from werkplaats.domain.order import OrderKaart, Plaatregel
from werkplaats.domain.vin import Vin
from werkplaats.store.openen import open_store
from werkplaats.usecases.gebruikers import Gebruikers

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


@pytest.fixture
def computer(database_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """A computer with a database of one shop."""
    monkeypatch.setenv("WERKPLAATS_DATABASE_URL", database_url)
    monkeypatch.setenv("WERKPLAATS_DATA", str(tmp_path / "data"))
    store = open_store(database_url, SysteemKlok())
    make_wie(store)
    store.close()
    return database_url


def _run(*args: str, code: int = 0) -> Result:
    result = CliRunner().invoke(main, ("dagtaken", *args))
    assert result.exit_code == code, result.output
    return result


def _json(*args: str, code: int = 0) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(_run(*args, "--json", code=code).stdout)
    return document


def _names(document: dict[str, Any]) -> list[str]:
    return [taak["taak"] for taak in document["taken"]]


def test_the_day_is_done_once_and_another_day_again(computer: str) -> None:
    first = _json()
    assert {"postbus", "herinneringen", "bewaren"} <= set(_names(first))
    assert ("backup" in _names(first)) == computer.startswith("sqlite")
    assert {taak["staat"] for taak in first["taken"]} == {"klaar"}

    assert _names(_json()) == []
    assert "niets meer te doen" in _run().stdout
    assert {taak["datum"] for taak in _json("--datum", "2031-05-06")["taken"]} == {"2031-05-06"}


@pytest.mark.usefixtures("computer")
def test_a_trial_says_what_would_happen_and_changes_nothing(tmp_path: Path) -> None:
    said = _run("--proef").stdout
    assert "Bewaartermijnen: Zou weggaan" in said
    assert "Er wachten 0 berichten" in said
    assert not (tmp_path / "data" / "backups").exists()
    assert _names(_json()), "the day is still to be done"


@pytest.mark.usefixtures("computer")
def test_only_the_tasks_that_are_named() -> None:
    assert _names(_json("--taak", "bewaren", "--taak", "herinneringen")) == ["herinneringen", "bewaren"]
    assert "bewaren" not in _names(_json())


@pytest.mark.usefixtures("computer")
def test_wrong_words_are_usage() -> None:
    assert "JJJJ" in _run("--help").stdout
    _run("--datum", "morgen", code=2)
    _run("--taak", "wandelen", code=2)


def test_a_task_that_fails_ends_with_one_line_and_the_others_were_done(computer: str, tmp_path: Path) -> None:
    if not computer.startswith("sqlite"):
        pytest.skip("a server backs itself up")
    in_de_weg = tmp_path / "data" / "backups"
    in_de_weg.parent.mkdir(exist_ok=True)
    in_de_weg.write_text("geen map")

    result = _run(code=1)

    assert result.stderr.strip() == "Fout: Niet gelukt: Back-up."
    assert "Bewaartermijnen: Weggehaald" in result.stdout


def test_a_chosen_folder_that_is_not_there_is_not_made(computer: str, tmp_path: Path) -> None:
    if not computer.startswith("sqlite"):
        pytest.skip("a server backs itself up")
    store = open_store(computer, SysteemKlok())
    wie = make_wie(store)
    with store.begin(wie) as werk:
        (shop,) = werk.instellingen.shops()[:1]
        werk.instellingen.write(shop.id, replace(shop.instellingen, backup_map=str(tmp_path / "schijf-weg")))
    store.close()

    assert "schijf-weg" in _run("--taak", "backup", code=1).stdout
    assert not (tmp_path / "schijf-weg").exists()


@pytest.mark.usefixtures("computer")
def test_two_processes_at_once_do_the_days_work_once() -> None:
    command = [sys.executable, "-m", "werkplaats.beheer", "dagtaken", "--json"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    outcomes = [process.communicate(timeout=60) for process in both]

    assert [process.returncode for process in both] == [0, 0], outcomes
    done = Counter(name for said, _errors in outcomes for name in _names(json.loads(said)))
    assert {"postbus", "herinneringen", "bewaren"} <= set(done)
    assert set(done.values()) == {1}


@pytest.fixture
def showroom(computer: str) -> str:
    """A shop that requests plates by itself, with one order whose rule fell due and one that lacks its plates."""
    store = open_store(computer, SysteemKlok())
    wie = Gebruikers(store).console()
    with store.begin(wie) as werk:
        shop = werk.instellingen.get(wie.shop_id)
        werk.instellingen.write(shop.id, replace(shop.instellingen, pon_automatisch=True))
        werk.orderlijsten.put_dealernummers(shop.id, (("AUDI", "12345"),))
        auto = OrderKaart(merk="audi ", chassisnummer=Vin("WAUZZZGY8TA000104"), goedgekeurd=True)
        auto = replace(auto, losdatum=werk.vandaag - timedelta(14))
        werk.orders.add(replace(auto, platen=(Plaatregel("27.1"),)))
        werk.orders.add(auto)
    store.close()
    return computer


@pytest.mark.usefixtures("showroom")
def test_a_trial_of_the_plate_requests_says_what_and_why_of_each_order() -> None:
    said = _run("--taak", "pon", "--proef").stdout
    assert "PON-aanvragen: Er zouden kentekens worden aangevraagd: 1." in said
    assert "000001 audi WAUZZZGY8TA000104: wordt aangevraagd: 14 dagen na de losdatum" in said
    assert "000002 audi WAUZZZGY8TA000104: is aan de beurt" in said
    assert "welke platen er nodig zijn" in said
    (taak,) = _json("--taak", "pon", "--proef")["taken"]
    assert [(regel["wat"], regel["regel"]) for regel in taak["regels"]] == [("aanvragen", "R1"), ("onvolledig", "R1")]
    (gedaan,) = _json("--taak", "pon")["taken"]
    assert (gedaan["aantal"], gedaan["staat"]) == (1, "klaar")
    assert _json("--taak", "pon")["taken"] == []


def test_with_more_shops_each_line_names_its_own(showroom: str) -> None:
    store = open_store(showroom, SysteemKlok())
    with store.begin(Gebruikers(store).console()) as werk:
        werk.instellingen.add_shop(ShopInstellingen("De Tweede"))
    store.close()
    said = _run("--proef").stdout
    assert "PON-aanvragen, Garage De Linde: Er zouden" in said
    assert "PON-aanvragen, De Tweede: Er zou niets gebeuren" in said
    assert "Bewaartermijnen: " in said
