"""The tab Leen/Huur of the ribbon: the car that the customer has meanwhile, and the buttons to give and take it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout

from werkplaats.domain.leen import Leenstaat, moment_tekst
from werkplaats.domain.rechten import Recht
from werkplaats.forms.leen.bezoek import Bezoek
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.chip import Chip, state_look
from werkplaats.ui.labels import ElidedLabel
from werkplaats.ui.plate import Plate
from werkplaats.ui.theme import show_when
from werkplaats.zinnen.leen import woord_leenstaat

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.werkkaart import Werkkaart
    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.usecases.leenperiodes import LeenNu


class LeenLint(QFrame):
    """Shows the car of this visit that is not back yet, else the one that was lent last."""

    def __init__(self, toegang: Toegang, deuren: Deuren, failed: Callable[[WerkplaatsError], None]) -> None:
        super().__init__()
        self._toegang, self._deuren, self._failed = toegang, deuren, failed
        self._bezoek: Bezoek | None = None
        self._nu: LeenNu | None = None
        self._lend = self._button(_("Uit&lenen"), "nieuw", self._give)
        self._back = self._button(_("Te&rug"), "leen", self._take_in)
        self._open = self._button(_("O&penen"), "bewerken", self._open_it)
        self._plate, self._state, self._words = Plate("list"), Chip("", "idle"), ElidedLabel("", "small", "text_2")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(4)
        for button in (self._lend, self._back, self._open):
            row.addWidget(button)
        row.addSpacing(12)
        for part in (self._plate, self._state):
            row.addWidget(part)
            row.addSpacing(4)
        row.addWidget(self._words, 1)
        deuren.changed.connect(self._changed)
        deuren.heard.connect(self._heard)
        self._show(())

    def show_card(self, kaart: Werkkaart | None) -> None:
        """Shows the car of a visit; None: the card is not on file yet, and nothing can be lent for it."""
        self._bezoek = Bezoek(kaart.id, kaart.nummer) if kaart is not None else None
        self._reload()

    def _button(self, words: str, icon: str, act: Callable[[], None]) -> Button:
        button = Button(words, icon=icon, kind="quiet")
        button.clicked.connect(lambda _checked=False: act())
        button.setVisible(self._toegang.wie.mag(Recht.WERKKAART_WIJZIGEN))
        return button

    def _reload(self) -> None:
        toegang = self._toegang
        if self._bezoek is None:
            self._show(())
            return
        ask = partial(toegang.leenperiodes.van_werkkaart, toegang.wie, self._bezoek.kaart_id)
        toegang.background.run(self, ask, self._show, self._failed)

    def _show(self, lines: tuple[LeenNu, ...]) -> None:
        out = [line for line in lines if line.staat is not Leenstaat.TERUG]
        self._nu = next(iter([*out, *lines]), None)
        self._fit()
        for part in (self._plate, self._state):
            show_when(part, self._nu is not None)
        if self._nu is None:
            first = _("Sla de kaart eerst op; daarna kunt u een auto meegeven.")
            self._words.set_text(first if self._bezoek is None else _("Nog geen auto meegegeven bij dit bezoek."))
            return
        auto, staat = self._nu.auto, self._nu.staat.value
        self._plate.show_plate(auto.kenteken, auto.vin)
        look = state_look("leen", staat)
        self._state.show_state(woord_leenstaat(staat), look.role, look.icon, fill=look.fill)
        self._words.set_text(_told(self._nu, self._toegang.wie.zone))

    def _fit(self) -> None:
        staat = self._nu.staat if self._nu is not None else None
        self._lend.setEnabled(self._bezoek is not None)
        self._open.setEnabled(self._nu is not None)
        self._back.setEnabled(staat in (Leenstaat.UIT, Leenstaat.TE_LAAT))

    def _give(self) -> None:
        if self._bezoek is not None:
            self._deuren.leen.lend_for(self._bezoek)

    def _take_in(self) -> None:
        if self._nu is not None:
            self._deuren.leen.take_in(self._nu.periode)

    def _open_it(self) -> None:
        if self._nu is not None:
            self._deuren.leen.open_leen(self._nu.periode)

    def _heard(self, onderwerp: str) -> None:
        if onderwerp == "werkkaart":
            self._reload()

    def _changed(self, onderwerp: str, changed_id: int) -> None:
        if onderwerp == "werkkaart" and self._bezoek is not None and changed_id == self._bezoek.kaart_id:
            self._reload()


def _told(nu: LeenNu, zone: str) -> str:
    kaart, words = (
        nu.periode.kaart,
        {
            Leenstaat.GEPLAND: _("{auto}, vanaf {van}"),
            Leenstaat.TERUG: _("{auto}, terug op {terug}"),
        }.get(nu.staat, _("{auto}, tot {tot}")),
    )
    moments = {veld: moment_tekst(getattr(kaart, veld), zone) for veld in ("van", "tot", "terug")}
    return words.format(auto=nu.auto.omschrijving, **moments)
