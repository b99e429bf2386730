"""Joins window, dialogs and use cases: the window is painted first, then a worker loads and builds the rest.

What is imported at the top stands between the start and the first paint, so it is little. Database, network and
dialogs take longer to load than the whole window: they are loaded by name, by the worker, once that is painted.
"""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from threading import Event
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QSettings, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from werkplaats.geopend import Opened, Start, ask_waiting, in_shop, open_all, read_first, renew_rights, send
from werkplaats.i18n import SOURCE_LANGUAGE, _
from werkplaats.ui.crash import Crash
from werkplaats.ui.single import Single
from werkplaats.ui.theme import install_theme
from werkplaats.ui.voorkeuren import Voorkeuren
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from pathlib import Path

    from werkplaats.domain.dagtaak import Alarm
    from werkplaats.domain.postbus import Stand
    from werkplaats.errors import WerkplaatsError
    from werkplaats.ui.content import Content
    from werkplaats.ui.progress import ProgressStrip
    from werkplaats.ui.work import Background
    from werkplaats.usecases.ronde import Ronde
    from werkplaats.vooraf import Vooraf

_POSTBUS_MS = 10_000
"""Between two rounds of the postbus: what was put ready just now leaves within this time."""

MONTEUR = "monteurscherm"
"""The name of its door, and what a later start asks of the first; who may not work there sees the window."""

_PAINT_MS = 20
"""For painting the first list before loading takes the processor; nobody notices it in the loading."""

_PATIENCE_MS = 1000


def run(start: Start) -> int:
    """Runs the program until its window is closed; a second start on one database raises the first and ends."""
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("werkplaats")
    _make(start.folder)
    single = Single(start.database, start.folder)
    if not single.claim(MONTEUR if start.monteur else ""):
        return 0
    app = App(qt, start)
    single.raised.connect(app.come_forward)
    app.window.painted.connect(single.listen)
    app.window.show()
    try:
        return qt.exec()
    finally:
        app.close()
        single.release()


class App(QObject):
    """One run of the program: window, background, and once it is there the store with its use cases."""

    def __init__(self, qt: QApplication, start: Start) -> None:
        super().__init__(qt)
        self._qt = qt
        self._start = start
        self._opened: Opened | None = None
        self.content: Content | None = None
        self.voorkeuren = Voorkeuren(QSettings(str(start.folder / "venster.ini"), QSettings.Format.IniFormat))
        install_theme(qt, self.voorkeuren.scheme, self.voorkeuren.text_scale)
        self.background: Background | None = None
        self.window = Window(self.voorkeuren, oefenen=start.oefenen)
        self._crash = Crash(self._show_crash, self)
        self._crash.install()
        self._postbus = QTimer(self)
        self._postbus.setInterval(_POSTBUS_MS)
        self._postbus.timeout.connect(self._send_waiting)
        self._stand: Stand | None = None
        self._sending = False
        self._renewed: Opened | None = None
        self._ending = Event()
        self._waiting: ProgressStrip | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._say_wait)
        self.window.painted.connect(self._begin)

    def come_forward(self, word: str = "") -> None:
        """A second start of the program asks for the window that is there, or for the monteurscherm."""
        self.window.come_forward()
        if word == MONTEUR and self.content is not None:
            self.content.open_door(MONTEUR)

    def close(self) -> None:
        """Waits for what is under way, then closes the store."""
        self._postbus.stop()
        self._ending.set()
        self._patience.stop()
        if self.content is not None:
            self.content.close()
        # A worker that waits for the stand-ins to come up need not wait any longer.
        self._start.stop()
        if self.background is not None:
            self.background.close()
        if self._opened is not None:
            self._opened.werkplaats.close()

    def _begin(self) -> None:
        """After the first paint: the list of the day, which takes little, and then all that takes longer."""
        self.background = background = cast("Background", import_module("werkplaats.ui.work").Background())
        call = partial(read_first, self._start, self.voorkeuren.shop)
        background.run(self, call, partial(self._show_first, background), lambda _problem: self._load_all())

    def _show_first(self, background: Background, vooraf: Vooraf | None) -> None:
        if vooraf is not None:
            regels = import_module("werkplaats.ui.regels")
            lines = regels.day_lines(vooraf.punten, vooraf.recent, regels.Day(vooraf.dag, vooraf.land))
            import_module("werkplaats.ui.startpagina").start_page(self.window.start, background).show_first(lines)
        QTimer.singleShot(_PAINT_MS, self, self._load_all)

    def _load_all(self) -> None:
        _speak_dutch(self._qt)
        import_module("werkplaats.ui.focusring").FocusRing(self._qt)
        self._qt.setWindowIcon(import_module("werkplaats.ui.merk").mark_icon())
        self._load()

    def _load(self) -> None:
        if self.background is not None:
            self._patience.start()
            call = partial(open_all, self._start, self.background, self.voorkeuren)
            self.background.run(self, call, self._show, self._refuse)

    def _say_wait(self) -> None:
        """The store is not there after a second: making a practice garage, or a migration, takes several."""
        strip: ProgressStrip = import_module("werkplaats.ui.progress").ProgressStrip(_("De gegevens worden geopend …"))
        self._waiting = strip
        self.window.start.notice.addWidget(strip)
        strip.show_slow(can_stop=False)

    def _end_wait(self) -> None:
        self._patience.stop()
        if self._waiting is not None:
            self._waiting.deleteLater()
            self._waiting = None

    def _show(self, opened: Opened) -> None:
        self._end_wait()
        self._fill(opened)
        self._postbus.start()
        if self._start.monteur and self.content is not None:
            self.content.open_door(MONTEUR)
        opened.toegang.background.settle()

    def _fill(self, opened: Opened) -> None:
        self._opened = opened
        status = self.window.status
        self.content = content = import_module("werkplaats.forms.venster").fill_window(self.window, opened.toegang)
        content.offer_shops(opened.shops, self._move_to)
        content.changed.connect(self._heard)
        status.opslag.say(_where(opened.config.database_url))
        if opened.werkplaats.lokale_adressen:
            status.let_op.say(_("Let op: een adres wijst naar deze computer"), "warn")
            status.let_op.setToolTip("\n".join(opened.werkplaats.lokale_adressen))
        self._ask_postbus()

    def _move_to(self, shop_id: int) -> None:
        """Goes to work in another shop."""
        opened = self._opened
        if opened is not None and self.background is not None and shop_id != opened.wie.shop_id:
            call = partial(in_shop, self._start, opened, shop_id)
            self.background.run(self, call, self._moved, self._not_moved)

    def _moved(self, opened: Opened) -> None:
        """A new window comes in the place of the old one; one whose dialogs must stay open stays itself."""
        old = self.window
        if not old.may_close():
            return
        self.voorkeuren.shop = opened.wie.shop_id
        if self.content is not None:
            self.content.close()
        self.window = Window(self.voorkeuren, oefenen=self._start.oefenen)
        self.window.setGeometry(old.geometry())
        self.window.setWindowState(old.windowState())
        self.window.show()
        self._fill(opened)
        old.close()
        old.deleteLater()
        # Where the old one had the keyboard, the next key is for the new one.
        self.window.come_forward()

    def _not_moved(self, problem: WerkplaatsError) -> None:
        self._say(import_module("werkplaats.zinnen").zin(problem).wat)

    def _say(self, words: str) -> None:
        if self.content is not None:
            self.content.toast.say(words)

    def _heard(self, onderwerp: str) -> None:
        """A report or history was changed: what waits goes now, while the car is there, and the badges follow."""
        if onderwerp in ("melding", "historiek"):
            self._send_waiting()
        elif onderwerp == "order":
            self._ask_postbus()
        elif onderwerp in ("gebruiker", "groep") and self._opened is not None and self.background is not None:
            call = partial(renew_rights, self._start, self._opened)
            self.background.run(self, call, self._rights_renewed, self._not_moved)

    def _rights_renewed(self, opened: Opened | None) -> None:
        """What one may counts at once; the menus follow as soon as no other window stands open in which one types."""
        if opened is not None:
            self._renewed = opened
            self._say(_("Wat u mag is gewijzigd; dat geldt vanaf nu."))
            self._renew_menus()

    def _renew_menus(self) -> None:
        if self._renewed is not None and self.content is not None and not self.content.has_others:
            opened, self._renewed = self._renewed, None
            self._moved(opened)
            self._say(_("Wat u mag is gewijzigd; dat geldt vanaf nu."))

    def _refuse(self, problem: WerkplaatsError) -> None:
        self._end_wait()
        sentence = import_module("werkplaats.zinnen").zin(problem)
        self.window.show_start()
        page = import_module("werkplaats.ui.storing").FaultPage(sentence.wat, sentence.doe, self._load)
        self.window.show_instead(page)

    def _ask_postbus(self) -> None:
        if self._opened is not None and self.background is not None:
            call = partial(ask_waiting, self._opened)
            self.background.run(self, call, self._show_postbus, self._postbus_unknown)

    def _send_waiting(self) -> None:
        """Sends what waits and runs what the morning asks; a round that still goes on is not begun twice."""
        self._ask_postbus()
        self._renew_menus()
        if self._sending or self._opened is None or self.background is None:
            return
        self._sending = True
        self.background.run(self, partial(send, self._opened, self._ending), self._sent, self._not_sent)

    def _sent(self, ronde: Ronde) -> None:
        self._sending = False
        if ronde.pogingen:
            self._ask_postbus()
        for fault in ronde.fouten:
            # A fault of our own is reported as any other, and the next round goes on without what is at fault.
            sys.excepthook(type(fault), fault, fault.__traceback__)

    def _not_sent(self, _problem: WerkplaatsError) -> None:
        """The database does not answer: the status bar says so, and the next round tries again."""
        self._sending = False

    def _show_postbus(self, waiting: tuple[Stand, Alarm, int, int]) -> None:
        stand, alarm, reports, plates = waiting
        if self.content is not None and stand != self._stand:
            self._stand = stand
            self.content.show_changed("bericht", ())
        self.window.status.show_postbus(stand.wacht + stand.bezig, stand.onzeker, stand.mislukt)
        self.window.status.show_tasks(alarm.aantal, alarm.bij)
        for name, count, role in (
            ("postbus", stand.aandacht, "error" if stand.mislukt else "warn"),
            ("dagtaken", alarm.aantal, "error"),
            ("carpass", reports, "error"),
            ("kentekenaanvragen", plates, "warn"),
        ):
            if name in self.window.navigation.names:
                self.window.navigation.show_count(name, count, role)

    def _postbus_unknown(self, _problem: WerkplaatsError) -> None:
        self.window.status.postbus.say(_("Postbus: niet bekend"), "warn")

    def _show_crash(self, report: str) -> None:
        self._end_wait()
        import_module("werkplaats.ui.crash_dialog").CrashDialog(report, self.window).show()


def _where(database_url: str) -> str:
    server = database_url.partition("@")[2].partition("/")[0]
    return _("Gegevens op {server}").format(server=server) if server else _("Gegevens op deze computer")


def _make(folder: Path) -> None:
    """Makes the folder of data for the lock and the window's sizes; when it cannot be made, the store says so."""
    try:
        # As the store makes it: what lies in it concerns customers, and no other account of this computer.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return


def _speak_dutch(qt: QApplication) -> None:
    """Gives Qt's own buttons and dates the words of the program."""
    QLocale.setDefault(QLocale(SOURCE_LANGUAGE))
    translator = QTranslator(qt)
    if translator.load(f"qtbase_{SOURCE_LANGUAGE}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        qt.installTranslator(translator)
