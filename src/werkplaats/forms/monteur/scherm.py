"""The monteurscherm: the cards of the day at the left, the card at which one works at the right, nothing else.

It lies over the whole screen; Esc or F12 leads back, page by page. What is shown is read anew every few seconds: the
counter adds a line, and a second screen of the same mechanic starts and stops his clock too.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QDate, QLocale, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from werkplaats.domain.kmstand import km_text
from werkplaats.domain.monteurwerk import Monteur, hours
from werkplaats.domain.werkkaart_regel import DUIZEND, number_text
from werkplaats.errors import Ernst
from werkplaats.forms.monteur.raam import Raam
from werkplaats.forms.monteur.werk import KEYS
from werkplaats.i18n import SOURCE_LANGUAGE, _, ngettext
from werkplaats.ui.tokens import tokens
from werkplaats.zinnen import zin_bij_veld

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from werkplaats.domain.monteurwerk import Deel, MonteurKaart, Punt, Tijdvak, Werkdag
    from werkplaats.domain.werkkaart import Werkkaart
    from werkplaats.errors import Bevinding, WerkplaatsError
    from werkplaats.forms.toegang import Toegang

T = TypeVar("T")

_TICK_MS = 1000
_AGAIN_MS = 5000


class Monteurscherm(Raam):
    """``changed`` is emitted after each write, as dialogs tell it; ``closed`` when the screen is left."""

    changed = Signal(str, int)
    closed = Signal()

    def __init__(self, toegang: Toegang) -> None:
        super().__init__(toegang)
        self._monteur = Monteur(toegang.wie.gebruiker_id, toegang.wie.naam)
        self._chosen: int | None = None
        self._day: Werkdag | None = None
        self._writing = False
        self._asked_km: int | None = None
        self._connect()
        self._timers()
        self._ask_names()
        self.reload()

    @property
    def is_busy(self) -> bool:
        """Whether something is being written."""
        return self._writing

    @property
    def _zone(self) -> str:
        return self._toegang.wie.zone

    # Reading.

    def reload(self) -> None:
        """Reads the day and the card anew."""
        toegang, monteur, chosen = self._toegang, self._monteur, self._chosen

        def ask() -> tuple[Werkdag, MonteurKaart | None]:
            day = toegang.monteurwerk.day(toegang.wie, monteur)
            at = chosen if chosen is not None else next((kaart.id for kaart in day.kaarten), None)
            return day, None if at is None else toegang.monteurwerk.card(toegang.wie, monteur, at)

        toegang.background.run(self, ask, partial(self._loaded, monteur, chosen), self._lost)

    def _loaded(self, monteur: Monteur, asked: int | None, answer: tuple[Werkdag, MonteurKaart | None]) -> None:
        if monteur != self._monteur or asked != self._chosen:
            return
        self.kop.show_connected(connected=True)
        self._day, card = answer
        if card is not None:
            self._chosen = card.kaart.id
            self.werk.show_card(card, self._toegang.klok.nu(), self._zone)
            self.checklist.show_points(card.punten, self._zone)
        today = self._toegang.vandaag()
        self.kaartjes.show_cards(self._day.kaarten, self._chosen, today, self._zone)
        self._tell_day()
        if self.pages.currentWidget() in (self.werk, self._empty):
            self.show_page(self.werk if card is not None else self._empty)

    def _lost(self, problem: WerkplaatsError) -> None:
        self.kop.show_connected(connected=False)
        self.show_problem(problem)

    def _tell_day(self) -> None:
        day = self._day
        if day is None:
            return
        cards = ngettext("{n} kaart vandaag", "{n} kaarten vandaag", len(day.kaarten)).format(n=len(day.kaarten))
        worked = _("{uren} uur gewerkt").format(uren=number_text(round(hours(day.gewerkt) / 100) * 100, DUIZEND))
        self.kop.show_day(self._monteur.naam, f"{cards} · {worked}")

    def _tick(self) -> None:
        nu = self._toegang.klok.nu()
        here = nu.lokaal(self._zone)
        words = QLocale(SOURCE_LANGUAGE).toString(QDate(here.year, here.month, here.day), "ddd d MMMM")
        self.kop.show_time(words, f"{here:%H:%M}")
        self.werk.tick(nu, self._zone)

    # Doing.

    def open_card(self, kaart_id: int) -> None:
        """Opens a card, also one that is not among those of the day."""
        self._chosen = kaart_id
        self.show_page(self.werk)
        self.werk.line.clear()
        self.reload()

    def find_card(self, tekst: str) -> None:
        """Opens the card of this number or plate; a scanner asks so too."""
        toegang = self._toegang
        call = partial(toegang.monteurwerk.find, toegang.wie, tekst)
        toegang.background.run(self, call, self.open_card, self.show_problem)

    def work_as(self, monteur: Monteur) -> None:
        """Shows the day of another mechanic, on a screen that several share."""
        self._monteur, self._chosen = monteur, None
        self.show_page(self.werk)
        self.reload()

    def toggle_clock(self) -> None:
        """Starts the clock on this card, or stops it."""
        toegang, monteur, kaart_id = self._toegang, self._monteur, self._chosen
        if kaart_id is None or not self.werk.clock_button.isEnabled():
            return
        if self.werk.runs:
            self._write(partial(toegang.monteurwerk.stop, toegang.wie, monteur), self._stopped)
        else:
            before = self._day.loopt if self._day is not None else None
            call = partial(toegang.monteurwerk.start, toegang.wie, monteur, kaart_id)
            self._write(call, lambda _tijdvak: self._started(before))

    def _stopped(self, _tijdvak: Tijdvak | None) -> None:
        self.werk.line.clear()

    def _started(self, before: Tijdvak | None) -> None:
        other = self._day and next((k for k in self._day.kaarten if before and k.id == before.werkkaart_id), None)
        if other:
            plate = other.kenteken.weergave if other.kenteken else other.nummer
            self.werk.line.say(_("{kenteken} is gestopt; nu loopt deze kaart.").format(kenteken=plate), kind="info")
        else:
            self.werk.line.clear()

    def finish(self, klaar: bool) -> None:
        """Marks the part of this mechanic as done, or not done after all."""
        toegang, monteur, kaart_id = self._toegang, self._monteur, self._chosen
        if kaart_id is not None:
            call = partial(toegang.monteurwerk.finish, toegang.wie, monteur, kaart_id, klaar=klaar)
            self._write(call, self._finished)

    def _finished(self, deel: Deel) -> None:
        card = self.werk.kaart
        if deel.klaar_op is None or card is None:
            self.werk.line.clear()
        elif card.kaart.invoer.km_stand is None:
            said, advice = _("Klaar. De kilometerstand ontbreekt nog."), _("Vul hem in als u bij de auto bent (F2).")
            self.werk.line.say(said, advice, "warn")
        else:
            self.werk.line.say(_("Klaar. De balie ziet dat uw werk gedaan is."), kind="ok")

    def _tick_line(self, punt: Punt) -> None:
        toegang, kaart_id = self._toegang, self._chosen
        if kaart_id is not None:
            self._write(partial(toegang.monteurwerk.answer, toegang.wie, kaart_id, punt), lambda _none: None)

    def _keep_km(self, km: int | None) -> None:
        toegang, monteur, kaart_id = self._toegang, self._monteur, self._chosen
        if kaart_id is not None:
            call = partial(toegang.monteurwerk.keep_km, toegang.wie, monteur, kaart_id, km)
            self._write(call, self._kept_km)

    def _kept_km(self, _kaart: Werkkaart) -> None:
        self.show_page(self.werk)

    def _judge_km(self, km: int | None) -> None:
        card = self.werk.kaart
        self._asked_km = km
        if card is None or km is None:
            self.km.line.clear()
            return
        toegang = self._toegang
        call = partial(toegang.monteurwerk.check_km, toegang.wie, card.kaart, km)
        toegang.background.run(self, call, partial(self._judged_km, km), self.show_problem)

    def _judged_km(self, km: int, findings: tuple[Bevinding, ...]) -> None:
        if km != self._asked_km:
            return
        if not findings:
            self.km.line.clear()
            return
        blocks = any(een.ernst is Ernst.BLOKKEREND for een in findings)
        advice = "" if blocks else _("Klopt de stand, dan kunt u hem gewoon bewaren.")
        self.km.line.say(" ".join(zin_bij_veld(een) for een in findings), advice, "error" if blocks else "warn")

    def _keep_remark(self, basis: str, tekst: str) -> None:
        toegang, monteur, kaart_id = self._toegang, self._monteur, self._chosen
        if kaart_id is not None:
            call = partial(toegang.monteurwerk.remark, toegang.wie, monteur, kaart_id, basis, tekst)
            self._write(call, lambda _deel: self.show_page(self.werk))

    def _write(self, call: Callable[[], T], done: Callable[[T], None]) -> None:
        """One write at a time; what is pressed meanwhile is not taken."""
        if self._writing:
            return
        self._writing = True
        kaart_id = self._chosen or 0

        def wrote(answer: T) -> None:
            self._writing = False
            done(answer)
            self.changed.emit("werkkaart", kaart_id)
            self.reload()

        def failed(problem: WerkplaatsError) -> None:
            self._writing = False
            self.show_problem(problem)

        self._toegang.background.run(self, call, wrote, failed)

    # The pages.

    def open_page(self, name: str) -> None:
        """Opens one of the pages of the card."""
        card = self.werk.kaart
        if card is None or self.pages.currentWidget() is not self.werk or not self.werk.tiles[name].isEnabled():
            return
        page = {"km": self.km, "checklist": self.checklist, "fotos": self.fotos, "opmerking": self.opmerking}[name]
        self.show_page(page)
        if name == "km":
            km = card.kaart.invoer.km_stand
            known = (
                _("Op de kaart: {km} km").format(km=km_text(km)) if km is not None else _("Wat de teller nu laat zien")
            )
            self.km.begin(km, known)
        elif name == "checklist":
            self.checklist.begin()
        elif name == "fotos":
            self.fotos.begin(card.kaart.id)
        else:
            self.opmerking.begin(card.deel.opmerking)

    def back(self) -> None:
        """From a page to the card, from the card to the window behind; a remark that was typed is kept first."""
        page = self.pages.currentWidget()
        if page is self.opmerking and self.opmerking.has_changes():
            self.opmerking.keep.click()
        elif page in (self.werk, self._empty):
            self.close()
        else:
            self.show_page(self.werk if self.werk.kaart is not None else self._empty)
            self.reload()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _search(self) -> None:
        self.show_page(self.zoeken)
        self.zoeken.begin()

    def _choose_name(self) -> None:
        self.show_page(self.namen)
        self.namen.begin()

    def _ask_names(self) -> None:
        toegang = self._toegang
        call = partial(toegang.monteurwerk.monteurs, toegang.wie)
        toegang.background.run(self, call, self._know_names, self._lost)

    def _know_names(self, monteurs: tuple[Monteur, ...]) -> None:
        self.namen.show_names(monteurs)
        self.kop.may_choose(may=len(monteurs) > 1)

    # Building.

    def _connect(self) -> None:
        self.kaartjes.chosen.connect(self.open_card)
        self.werk.asked.connect(self.open_page)
        self.werk.clock.connect(self.toggle_clock)
        self.werk.finished.connect(self.finish)
        self.werk.ticked.connect(self._tick_line)
        self.km.typed.connect(self._judge_km)
        self.km.kept.connect(self._keep_km)
        self.checklist.answered.connect(self._tick_line)
        self.fotos.changed.connect(self.reload)
        self.opmerking.kept.connect(self._keep_remark)
        self.zoeken.asked.connect(self.find_card)
        self.namen.chosen.connect(self.work_as)
        self.kop.left.connect(self.close)
        self.search_asked.connect(self._search)
        self.kop.name_asked.connect(self._choose_name)
        for page in (self.km, self.checklist, self.fotos, self.opmerking, self.zoeken, self.namen):
            page.back.connect(self.back)
        for key in ("Esc", tokens().key["monteurscherm"]):
            QShortcut(QKeySequence(key), self, self.back)
        for name in ("km", "checklist", "fotos", "opmerking"):
            QShortcut(QKeySequence(KEYS[name]), self, partial(self.open_page, name))
        QShortcut(QKeySequence(KEYS["klok"]), self, self.toggle_clock)
        QShortcut(QKeySequence(KEYS["klaar"]), self, self.werk.ready.click)
        QShortcut(QKeySequence("F7"), self, self._search)

    def _timers(self) -> None:
        for interval, act in ((_TICK_MS, self._tick), (_AGAIN_MS, self._again)):
            timer = QTimer(self)
            timer.setInterval(interval)
            timer.timeout.connect(act)
            timer.start()
        self._tick()

    def _again(self) -> None:
        if not self._writing and self.isVisible():
            self.reload()
