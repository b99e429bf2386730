"""The program from its start: painted first, then the store; what goes wrong on the way is a page, no traceback."""

from __future__ import annotations

import sys
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.conftest import look, one_theme
from werkplaats.app import App
from werkplaats.config import Config, SmtpConfig
from werkplaats.domain.dagtaak import Alarm
from werkplaats.domain.gebruiker import GebruikerKaart
from werkplaats.domain.instellingen import ShopInstellingen
from werkplaats.domain.mail import Mail
from werkplaats.domain.moment import SysteemKlok
from werkplaats.domain.rechten import BEHEERDER
from werkplaats.errors import WerkplaatsError
from werkplaats.geopend import Start, account_of_system
from werkplaats.sandbox.post import Mailvanger, Post
from werkplaats.store.openen import open_store
from werkplaats.ui.crash_dialog import CrashDialog
from werkplaats.ui.resultaat import Heading
from werkplaats.ui.storing import FaultPage
from werkplaats.usecases.gebruikers import Gebruikers
from werkplaats.usecases.gebruikersbeheer import Gebruikersbeheer
from werkplaats.usecases.mail_schrijven import put_mail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from werkplaats.ui.theme import Theme

__all__ = ["look", "one_theme"]


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(data=tmp_path / "data", database_url=f"sqlite:///{tmp_path / 'data' / 'werkplaats.db'}")


@pytest.fixture
def started(
    qtbot: QtBot, look: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Callable[[], Config]], App]]:
    """Starts the program on a configuration, and takes back what it did to the process."""
    apps: list[App] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr("werkplaats.app.install_theme", lambda *_choices: look)
    # The application of the tests lives on: a ring that follows the focus in it for good would be one too many.
    monkeypatch.setattr("werkplaats.ui.focusring.FocusRing", lambda _qt: None)
    locale = QLocale()
    qt = QApplication.instance()
    assert isinstance(qt, QApplication)

    def start(configure: Callable[[], Config]) -> App:
        app = App(qt, Start(tmp_path, "", configure, oefenen=False))
        apps.append(app)
        with qtbot.waitActive(app.window), qtbot.waitSignal(app.window.painted):
            app.window.show()
            app.window.activateWindow()
        return app

    yield start
    for app in apps:
        app.close()
        app.window.deleteLater()
        app.deleteLater()
    QLocale.setDefault(locale)


def _words(app: App) -> str:
    return " ".join(label.text() for label in app.window.findChildren(QLabel) if label.isVisible())


def test_the_window_comes_first_and_keeps_the_keys_for_the_store(
    qtbot: QtBot, config: Config, started: Callable[[Callable[[], Config]], App]
) -> None:
    gate = threading.Event()

    def configure() -> Config:
        gate.wait(5)
        return config

    app = started(configure)
    assert app.content is None
    assert app.window.start.box.hasFocus()
    QTest.keyClicks(app.window.start.box, "smeets")
    gate.set()
    qtbot.waitUntil(lambda: app.content is not None, timeout=20_000)
    assert app.content is not None
    qtbot.waitUntil(lambda: bool(app.content and app.content.start.list.lines))
    assert app.content.start.list.lines[0] == Heading("Niets gevonden voor “smeets”")
    assert app.window.status.user.text.endswith("Beheerder")
    qtbot.waitUntil(lambda: app.window.status.postbus.text == "Postbus: alles verzonden")
    assert app.window.status.opslag.text == "Gegevens op deze computer"


def test_a_store_that_takes_its_time_is_told(
    qtbot: QtBot, config: Config, started: Callable[[Callable[[], Config]], App]
) -> None:
    gate = threading.Event()

    def configure() -> Config:
        gate.wait(10)
        return config

    app = started(configure)
    qtbot.waitUntil(lambda: "De gegevens worden geopend …" in _words(app))
    gate.set()
    qtbot.waitUntil(lambda: "De gegevens worden geopend …" not in _words(app), timeout=20_000)
    assert app.content is not None


def test_what_stands_in_the_way_is_a_page_and_opnieuw_goes_on(
    qtbot: QtBot, config: Config, started: Callable[[Callable[[], Config]], App]
) -> None:
    broken = [True]

    def configure() -> Config:
        if broken:
            raise WerkplaatsError("CONFIG_ONLEESBAAR", bestand="werkplaats.toml", reden="regel 3")
        return config

    app = started(configure)
    qtbot.waitUntil(lambda: bool(app.window.findChildren(FaultPage)), timeout=20_000)
    page = app.window.findChildren(FaultPage)[0]
    assert "werkplaats.toml" in _words(app)
    assert page.again.hasFocus()
    broken.clear()
    page.again.click()
    qtbot.waitUntil(lambda: app.content is not None, timeout=20_000)
    assert app.window.start.isVisible()


def test_an_unknown_user_is_sent_to_a_beheerder(
    qtbot: QtBot, config: Config, started: Callable[[Callable[[], Config]], App]
) -> None:
    config.data.mkdir()
    store = open_store(config.database_url, SysteemKlok())
    Gebruikers(store).sign_in("eerste", "Eerste", "BALIE-1")
    store.close()
    app = started(lambda: config)
    qtbot.waitUntil(lambda: bool(app.window.findChildren(FaultPage)), timeout=20_000)
    assert "Vraag een beheerder om u toe te voegen." in _words(app)
    assert app.content is None


def test_a_fault_of_our_own_is_a_report_without_personal_data(
    qtbot: QtBot, started: Callable[[Callable[[], Config]], App], capsys: pytest.CaptureFixture[str]
) -> None:
    def configure() -> Config:
        raise ValueError("Dhr. H. van Dalen")

    app = started(configure)
    qtbot.waitUntil(lambda: bool(app.window.findChildren(CrashDialog)), timeout=20_000)
    report = app.window.findChildren(CrashDialog)[0].report
    assert "builtins.ValueError" in report
    assert "Dalen" not in report + capsys.readouterr().err


def test_closing_while_the_store_opens_leaves_nothing_open(
    config: Config, started: Callable[[Callable[[], Config]], App]
) -> None:
    app = started(lambda: config)
    app.window.close()
    app.close()
    assert app.content is None


@pytest.fixture
def short_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """The postbus is looked at often enough for a test."""
    monkeypatch.setattr("werkplaats.app._POSTBUS_MS", 100)


def _mail(config: Config, aan: str) -> None:
    store = open_store(config.database_url, SysteemKlok())
    wie = Gebruikers(store).sign_in(account_of_system()[0], "Iemand", "BALIE-1")
    with store.begin(wie) as werk:
        (shop,) = werk.instellingen.shops()
        werk.instellingen.write(shop.id, replace(shop.instellingen, email="balie@example.com"))
    store.run(wie, lambda werk: put_mail(werk, "voertuig", 1, Mail(aan, "Uw auto is klaar", "Tot straks.\n")))
    store.close()


@pytest.mark.usefixtures("short_rounds")
def test_what_waits_leaves_by_itself_while_the_window_is_open(
    qtbot: QtBot, config: Config, started: Callable[[Callable[[], Config]], App]
) -> None:
    post = Post()
    with Mailvanger(post) as vanger:
        config.data.mkdir()
        _mail(config, "klant@example.com")
        app = started(lambda: _with_mail(config, vanger))
        qtbot.waitUntil(lambda: bool(post.mails), timeout=30_000)
        qtbot.waitUntil(lambda: app.window.status.postbus.text == "Postbus: alles verzonden", timeout=10_000)

    assert post.mails[0]["To"] == "klant@example.com"


@pytest.mark.usefixtures("short_rounds")
def test_a_fault_of_our_own_in_the_sender_is_told_and_the_rounds_go_on(
    qtbot: QtBot,
    config: Config,
    started: Callable[[Callable[[], Config]], App],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rounds: list[int] = []

    def fails(*_args: object, **_more: object) -> int:
        rounds.append(1)
        raise ZeroDivisionError

    monkeypatch.setattr("werkplaats.usecases.postbus.Postbus.send_due", fails)
    # The task of the day sends too, from seven in the morning, and would tell of the same fault a second time.
    monkeypatch.setattr("werkplaats.usecases.dagtaken.Dagtaken.run_due", lambda *_: ())
    app = started(lambda: config)
    qtbot.waitUntil(lambda: bool(app.window.findChildren(CrashDialog)), timeout=30_000)
    so_far = len(rounds)
    qtbot.waitUntil(lambda: len(rounds) > so_far + 1, timeout=10_000)

    assert len(app.window.findChildren(CrashDialog)) == 1
    assert "ZeroDivisionError" in app.window.findChildren(CrashDialog)[0].report


@pytest.mark.usefixtures("short_rounds")
def test_a_failed_task_of_the_day_stands_in_the_status_bar_with_whom_to_call(
    qtbot: QtBot, config: Config, started: Callable[[Callable[[], Config]], App], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("werkplaats.usecases.dagtaken.Dagtaken.failed", lambda *_: Alarm(1, ("Marieke Hendriks",)))
    app = started(lambda: config)
    qtbot.waitUntil(lambda: bool(app.window.status.taken.text), timeout=30_000)

    assert app.window.status.taken.text == "1 dagtaak mislukt: waarschuw Marieke Hendriks"


def _with_mail(config: Config, vanger: Mailvanger) -> Config:
    host, _colon, port = vanger.address.rpartition(":")
    return replace(config, smtp=SmtpConfig(host, int(port)))


def test_one_goes_to_work_in_another_shop_and_comes_back_there_the_next_time(
    config: Config, started: Callable[[Callable[[], Config]], App], qtbot: QtBot
) -> None:
    store = open_store(config.database_url, SysteemKlok())
    account, name = account_of_system()
    wie = Gebruikers(store).sign_in(account, name, "balie")
    turnhout = store.run(wie, lambda werk: werk.instellingen.add_shop(ShopInstellingen("Turnhout", land="BE")))
    store.close()
    app = started(lambda: config)
    qtbot.waitUntil(lambda: app.content is not None, timeout=20_000)
    assert "carpass" not in app.window.navigation.names
    app.window.status.shop_asked.emit(turnhout)
    qtbot.waitUntil(lambda: "carpass" in app.window.navigation.names, timeout=20_000)
    assert "Turnhout" in app.window.status.shop_name
    assert app.voorkeuren.shop == turnhout


def _to_the_counter(config: Config, app: App) -> None:
    """A Beheerder at another workstation makes this one somebody of the counter; the window hears of it."""
    store = open_store(config.database_url, SysteemKlok())
    account, name = account_of_system()
    wie = Gebruikers(store).sign_in(account, name, "elders")
    beheer, was = Gebruikersbeheer(store), GebruikerKaart(account, name, (BEHEERDER,))
    beheer.save(wie, None, GebruikerKaart(), GebruikerKaart("ander", "Ander", (BEHEERDER,)))
    beheer.save(wie, wie.gebruiker_id, was, replace(was, groepen=("Balie",)))
    store.close()
    assert app.content is not None
    app.content.show_changed("gebruiker", ())


def test_what_one_may_follows_without_a_new_start(
    config: Config, started: Callable[[Callable[[], Config]], App], qtbot: QtBot
) -> None:
    app = started(lambda: config)
    qtbot.waitUntil(lambda: "dagtaken" in app.window.navigation.names, timeout=20_000)
    before = app.window

    _to_the_counter(config, app)

    qtbot.waitUntil(lambda: app.window is not before and "postbus" in app.window.navigation.names, timeout=20_000)
    assert "dagtaken" not in app.window.navigation.names
    assert app.content is not None
    assert app.content.toast.isVisible()


def test_the_menus_wait_for_a_window_in_which_somebody_types(
    config: Config, started: Callable[[Callable[[], Config]], App], qtbot: QtBot
) -> None:
    app = started(lambda: config)
    qtbot.waitUntil(lambda: "dagtaken" in app.window.navigation.names, timeout=20_000)
    before, other = app.window, QWidget()
    qtbot.addWidget(other)
    other.show()

    _to_the_counter(config, app)

    qtbot.waitUntil(lambda: app.content is not None and app.content.toast.isVisible(), timeout=20_000)
    assert app.window is before
    other.close()
    assert app.content is not None
    app.content.show_changed("melding", ())
    qtbot.waitUntil(lambda: app.window is not before, timeout=20_000)
