"""The doors of the vehicle card to pages of others: the menu Int., and the shop's own providers for BV and LPG."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from werkplaats.domain.internet import Pagina
from werkplaats.domain.rechten import Recht
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.menu import Menu
from werkplaats.usecases.werkkaarten import BELGIE
from werkplaats.zinnen import zin
from werkplaats.zinnen.internet import woord_pagina

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.problem import ProblemLine


INTERNET_KEY = "Ctrl+I"
"""Opens the menu: no letter of its word is left for Alt."""


class InternetMenu(Menu):
    """The public pages about one car; it asks which there are each time when it opens, as the plate may change."""

    def __init__(self, toegang: Toegang, voertuig_id: int, problem: ProblemLine, button: QWidget) -> None:
        super().__init__(button)
        self._toegang = toegang
        self._voertuig_id = voertuig_id
        self._problem = problem
        self._fill((Pagina.OVI, Pagina.TERUGROEP))
        self.aboutToShow.connect(self._ask)

    def _ask(self) -> None:
        toegang, voertuig_id = self._toegang, self._voertuig_id
        toegang.background.run(
            self,
            lambda: toegang.internet.pages(toegang.wie, voertuig_id),
            self._fill,
            partial(_tell, self._problem),
        )

    def _fill(self, pages: tuple[Pagina, ...]) -> None:
        self.clear()
        for at, page in enumerate(pages, start=1):
            action = self.add(f"&{at}  {woord_pagina(page.value)}", "naar_browser")
            action.triggered.connect(partial(open_page, self._toegang, self._voertuig_id, page, self._problem, self))


class Aanbieders(QObject):
    """BV and LPG; without an address a button is absent, but a Beheerder comes by it to the page that sets one."""

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int, problem: ProblemLine) -> None:
        super().__init__(problem)
        self._toegang = toegang
        self._deuren = deuren
        self._voertuig_id = voertuig_id
        self._problem = problem
        self._known: frozenset[Pagina] = frozenset()
        words = {Pagina.BV: _("BV"), Pagina.LPG: _("LPG")}
        if not toegang.wie.mag(Recht.VOERTUIG_WIJZIGEN):
            # What nobody puts in a bar would come up as a window of its own.
            words = {}
        self._buttons = {page: Button(word, icon=page.value, kind="quiet") for page, word in words.items()}
        for page, button in self._buttons.items():
            button.hide()
            button.clicked.connect(partial(self._go, page))
        deuren.changed.connect(self._changed)
        # Not before the buttons stand in their bar: shown without one, a button is a window.
        QTimer.singleShot(0, self, self._ask)

    @property
    def buttons(self) -> list[Button]:
        """The two buttons, hidden until it is known where they lead."""
        return list(self._buttons.values())

    def _ask(self) -> None:
        toegang = self._toegang
        ask = partial(toegang.internet.providers, toegang.wie)
        toegang.background.run(self, ask, self._show, partial(_tell, self._problem))

    def _changed(self, onderwerp: str, _changed_id: int) -> None:
        if onderwerp == "instellingen":
            self._ask()

    def _show(self, known: frozenset[Pagina]) -> None:
        self._known = known
        ready, missing = _("Opent de pagina van uw aanbieder."), _("Nog geen webadres. Opent Instellingen, BV en LPG.")
        for page, button in self._buttons.items():
            button.setVisible(page in known or self._may_set)
            button.setToolTip(ready if page in known else missing)

    @property
    def _may_set(self) -> bool:
        """Both are registrations at RDW: a Belgian shop has them only where it set an address for them."""
        return self._toegang.wie.mag(Recht.INSTELLINGEN) and self._toegang.wie.land != BELGIE

    def _go(self, page: Pagina, _checked: bool = False) -> None:
        if page in self._known:
            open_page(self._toegang, self._voertuig_id, page, self._problem, self)
        else:
            self._deuren.open_instellingen("links")


def open_page(
    toegang: Toegang, voertuig_id: int, page: Pagina, problem: ProblemLine, receiver: QObject, _checked: bool = False
) -> None:
    """Opens a page; what goes wrong is said in the problem line of the card."""
    toegang.background.run(
        receiver,
        lambda: toegang.internet.open(toegang.wie, voertuig_id, page),
        lambda _opened: None,
        partial(_tell, problem),
    )


def _tell(problem: ProblemLine, wrong: WerkplaatsError) -> None:
    sentence = zin(wrong)
    problem.show_problem(sentence.wat, sentence.doe)
