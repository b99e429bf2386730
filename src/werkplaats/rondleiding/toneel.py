"""The stage of the tour: the program as a person runs it, a browser to look into, other people at work."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import shiboken6

from werkplaats.app import App
from werkplaats.domain.instellingen import ZONES
from werkplaats.domain.moment import SysteemKlok, VasteKlok, vandaag
from werkplaats.geopend import Start
from werkplaats.rondleiding.browser import TourBrowser
from werkplaats.rondleiding.draad import Draad
from werkplaats.samenstelling import Werkplaats, build
from werkplaats.ui.form import Form

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from werkplaats.config import Config
    from werkplaats.domain.rechten import Wie

BALIE = ("marieke", "Marieke Hendriks")
"""Who plays the tour: the first user of the practice garage."""

COLLEGA = ("tom", "Tom Reijnders")
MONTEUR = ("dennis", "Dennis Kuipers")
VERKOOP = ("sophie", "Sophie Vermeer")
ONTHAAL, TURNHOUT = ("sanne", "Sanne Peeters"), 2
"""Who receives the cars in the Belgian shop, and which shop that is."""
_WERKPLEK = "Balie 2"


class Toneel:
    """Holds what the chapters share; ``end`` closes everything."""

    def __init__(self, qt: QApplication, folder: Path, configure: Callable[[], Config]) -> None:
        self._qt = qt
        self.folder = folder
        self._configure = configure
        self._config: Config | None = None
        self._next_door: Werkplaats | None = None
        self._carpass: Draad | None = None
        self.browser = TourBrowser()
        self.app = self._start(BALIE)

    def open_as(self, account: tuple[str, str], shop_id: int | None = None) -> None:
        """Starts the program anew as another person or in another shop, after its window was closed."""
        self._leave()
        self.app = self._start(account, shop_id)

    def clear_desk(self, wait_for: Callable[[Callable[[], bool], str], None]) -> None:
        """Closes what a chapter left open without keeping it, and goes back to the start page with an empty box."""
        forms = [form for form in self._qt.topLevelWidgets() if isinstance(form, Form) and form.isVisible()]
        for form in forms:
            form.discard()
        wait_for(lambda: not any(shiboken6.isValid(form) and form.isVisible() for form in forms), "een leeg bureau")
        content = self.app.content
        if content is not None and self.app.window.isVisible():
            content.search("")

    def next_door(self) -> tuple[Werkplaats, Wie]:
        """The same garage as a colleague has it open at another desk."""
        if self._next_door is None:
            self._next_door = build(self._remembered())
        return self._next_door, self._next_door.gebruikers.sign_in(*COLLEGA, _WERKPLEK)

    @property
    def carpass(self) -> Draad:
        """The wire to Car-Pass, to be cut and mended."""
        if self._carpass is None:
            raise RuntimeError("nobody asked for the addresses yet")
        return self._carpass

    def ask_after_plates(self, minutes: int) -> None:
        """PON is asked how its requests stand, so many minutes from now: nobody waits that long at a tour."""
        nu = SysteemKlok().nu()
        werkplaats = build(self._remembered(), VasteKlok(replace(nu, utc=nu.utc + timedelta(minutes=minutes))))
        try:
            werkplaats.verkoop.aanvragen.poll(werkplaats.gebruikers.sign_in(*VERKOOP, _WERKPLEK))
        finally:
            werkplaats.close()

    def over(self, days: int) -> date:
        """The day in so many days, as the shop counts them."""
        return vandaag(SysteemKlok(), ZONES["NL"]) + timedelta(days=days)

    def end(self) -> None:
        """Closes the program, also where it was left with open windows, and the desk next door."""
        self._qt.closeAllWindows()
        self._leave()
        if self._next_door is not None:
            self._next_door.close()
        if self._carpass is not None:
            self._carpass.cut()

    def _leave(self) -> None:
        self.app.close()
        # A run of the program ends with its process; here the next one follows in the same, with nothing left of it.
        for part in (self.app.window, self.app):
            shiboken6.delete(part)

    def _start(self, account: tuple[str, str], shop_id: int | None = None) -> App:
        start = Start(self.folder, "", self._remembered, oefenen=True, account=lambda: account, shop_id=shop_id)
        app = App(self._qt, start)
        app.window.show()
        return app

    def _remembered(self) -> Config:
        """The configuration; the stand-ins are started at the first question only."""
        if self._config is None:
            config = self._configure()
            self._carpass = Draad(config.carpass.base_url)
            self._config = replace(config, carpass=replace(config.carpass, base_url=self._carpass.adres))
        return self._config
