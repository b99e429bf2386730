"""Joins window, dialogs and use cases: the window is painted first, then a worker imports and builds the rest."""

from __future__ import annotations

import getpass
import os
import platform
import sys
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator

from werkplaats.domain.moment import SysteemKlok
from werkplaats.forms import menu
from werkplaats.forms.deuren import Deuren
from werkplaats.forms.toegang import Toegang
from werkplaats.i18n import SOURCE_LANGUAGE, _
from werkplaats.ui.bronnen import Bronnen
from werkplaats.ui.crash import Crash
from werkplaats.ui.crash_dialog import CrashDialog
from werkplaats.ui.focusring import FocusRing
from werkplaats.ui.theme import install_theme
from werkplaats.ui.window import Window
from werkplaats.ui.work import Background
from werkplaats.zinnen import zin

if sys.platform != "win32":
    import pwd

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QApplication

    from werkplaats.config import Config
    from werkplaats.domain.rechten import Wie
    from werkplaats.errors import WerkplaatsError
    from werkplaats.samenstelling import Werkplaats
    from werkplaats.ui.voorkeuren import Voorkeuren

_POSTBUS_MS = 30_000


class App(QObject):
    """One run of the program: window, background, and once it is there the store with its use cases.

    ``configure`` gives the configuration; it is called off the window's thread, because in practice mode it waits for
    the stand-ins to answer.
    """

    def __init__(
        self, qt: QApplication, configure: Callable[[], Config], voorkeuren: Voorkeuren, *, oefenen: bool
    ) -> None:
        super().__init__(qt)
        self._qt = qt
        self._configure = configure
        self._voorkeuren = voorkeuren
        self._werkplaats: Werkplaats | None = None
        self._wie: Wie | None = None
        install_theme(qt, voorkeuren.scheme, voorkeuren.text_scale)
        FocusRing(qt)
        self.background = Background()
        self.window = Window(self.background, voorkeuren, oefenen=oefenen)
        self._crash = Crash(self._show_crash, self)
        self._crash.install()
        self._postbus = QTimer(self)
        self._postbus.setInterval(_POSTBUS_MS)
        self._postbus.timeout.connect(self._ask_postbus)
        self.window.painted.connect(self._load)

    def show(self) -> None:
        """Shows the window; the store follows by itself after the first paint."""
        self.window.show()

    def run(self) -> int:
        """Runs until the window is closed; returns the exit code."""
        return self._qt.exec()

    def close(self) -> None:
        """Waits for what is under way, then closes the store."""
        self._postbus.stop()
        self.background.close()
        if self._werkplaats is not None:
            self._werkplaats.close()

    def _load(self) -> None:
        _speak_dutch(self._qt)
        self.background.run(self, partial(_open, self._configure), self._opened, self._refused)

    def _opened(self, opened: tuple[Config, Werkplaats, Wie]) -> None:
        config, werkplaats, wie = opened
        self._werkplaats, self._wie = werkplaats, wie
        klok = SysteemKlok()
        toegang = Toegang(
            wie=wie,
            klok=klok,
            zoeken=werkplaats.zoeken,
            voertuigen=werkplaats.voertuigen,
            relaties=werkplaats.relaties,
            rdw=werkplaats.rdw,
            pechhulp=werkplaats.pechhulp,
            instellingen=werkplaats.instellingen,
            background=self.background,
            voorkeuren=self._voorkeuren,
        )
        deuren = Deuren(toegang, self)
        deuren.changed.connect(self._changed)
        bronnen = Bronnen(wie, klok, werkplaats.zoeken, werkplaats.voertuigen, werkplaats.relaties)
        self.window.open_store(bronnen, menu.entries(toegang, deuren))
        self.window.status.opslag.say(_where(config.database_url))
        if werkplaats.lokale_adressen:
            self.window.status.let_op.say(_("Let op: een adres wijst naar deze computer"), "warn")
            self.window.status.let_op.setToolTip("\n".join(werkplaats.lokale_adressen))
        self._ask_postbus()
        self._postbus.start()

    def _changed(self, _onderwerp: str, _id: int) -> None:
        self.window.refresh()
        self._ask_postbus()

    def _refused(self, problem: WerkplaatsError) -> None:
        self.window.show_fault(zin(problem), self._load)

    def _ask_postbus(self) -> None:
        werkplaats, wie = self._werkplaats, self._wie
        if werkplaats is not None and wie is not None:
            call = partial(werkplaats.postbus.stand, wie)
            self.background.run(self, call, self._show_postbus, self._postbus_unknown)

    def _show_postbus(self, stand: Mapping[str, int]) -> None:
        self.window.status.show_postbus(stand.get("wacht", 0), stand.get("onzeker", 0), stand.get("mislukt", 0))

    def _postbus_unknown(self, _problem: WerkplaatsError) -> None:
        self.window.status.postbus.say(_("Postbus: niet bekend"), "warn")

    def _show_crash(self, report: str) -> None:
        CrashDialog(report, self.window).show()


def _open(configure: Callable[[], Config]) -> tuple[Config, Werkplaats, Wie]:
    """Loads the rest of the program (database, network), opens the store and signs the user in."""
    config = configure()
    # Loading the store and the network takes longer than the whole window: it may only begin when that is painted.
    werkplaats = cast("Werkplaats", import_module("werkplaats.samenstelling").build(config))
    try:
        account, name = _account()
        return config, werkplaats, werkplaats.gebruikers.sign_in(account, name, platform.node())
    except BaseException:
        werkplaats.close()
        raise


def _account() -> tuple[str, str]:
    """The account of the operating system and the name of its person, as the system knows them."""
    if sys.platform == "win32":
        account = getpass.getuser()
        return account, account
    entry = pwd.getpwuid(os.getuid())
    return entry.pw_name, entry.pw_gecos.split(",")[0] or entry.pw_name


def _where(database_url: str) -> str:
    host = urlsplit(database_url).hostname
    return _("Gegevens op {server}").format(server=host) if host else _("Gegevens op deze computer")


def _speak_dutch(qt: QApplication) -> None:
    """Gives Qt's own buttons and dates the words of the program."""
    QLocale.setDefault(QLocale(SOURCE_LANGUAGE))
    translator = QTranslator(qt)
    if translator.load(f"qtbase_{SOURCE_LANGUAGE}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        qt.installTranslator(translator)
