"""The warning that another card already has this plate or this chassis number, and the way to that card."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from werkplaats.i18n import _, ngettext
from werkplaats.ui.button import Button
from werkplaats.ui.labels import NoteLine
from werkplaats.ui.tokens import tokens
from werkplaats.ui.work import Latest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.treffers import VoertuigTreffer
    from werkplaats.domain.voertuig import VoertuigKaart
    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.toegang import Toegang


class DoubleLine(QWidget):
    """Says which other car it is; ``open_asked`` gives its id. Two cards of one car are allowed, but seldom meant."""

    open_asked = Signal(int)

    def __init__(self, toegang: Toegang, failed: Callable[[WerkplaatsError], None]) -> None:
        super().__init__()
        self._toegang = toegang
        self._failed = failed
        self._latest = Latest(toegang.background, self)
        self._other: VoertuigTreffer | None = None
        self._sentence = NoteLine("warn")
        self.open_button = Button(_("Die kaart openen"), icon="voertuig", kind="small")
        self.open_button.clicked.connect(self._ask_open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens().margin["label_to_field"])
        row.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.open_button)
        self.hide()

    def ask(self, kaart: VoertuigKaart, voertuig_id: int | None) -> None:
        """Looks for other cards with this plate or number, and shows what it finds."""
        self._latest.ask(self.question(kaart, voertuig_id), partial(self._found, kaart), self._failed)

    def question(self, kaart: VoertuigKaart, voertuig_id: int | None) -> Callable[[], Sequence[VoertuigTreffer]]:
        """What asks the store for other cards with this plate or number."""
        toegang = self._toegang
        return partial(toegang.voertuigen.doubles, toegang.wie, kaart, voertuig_id)

    def _found(self, kaart: VoertuigKaart, doubles: Sequence[VoertuigTreffer]) -> None:
        self._other = doubles[0] if doubles else None
        self._sentence.say("warn", double_text(kaart, doubles) if doubles else "")
        self.setVisible(bool(doubles))

    def _ask_open(self) -> None:
        if self._other is not None:
            self.open_asked.emit(self._other.id)


def bearer_of(kenteken: Kenteken | None, doubles: Sequence[VoertuigTreffer]) -> VoertuigTreffer | None:
    """The other car that was found to bear this plate now."""
    return next((other for other in doubles if kenteken is not None and other.kenteken == kenteken), None)


def double_text(kaart: VoertuigKaart, doubles: Sequence[VoertuigTreffer]) -> str:
    """Which other card has the same plate or the same chassis number, in words."""
    other, more = doubles[0], len(doubles) - 1
    same_plate = kaart.kenteken is not None and other.kenteken == kaart.kenteken
    number = kaart.kenteken.weergave if same_plate and kaart.kenteken else _("Dit chassisnummer")
    plate = "" if same_plate or other.kenteken is None else other.kenteken.weergave
    car = " ".join(part for part in (plate, other.omschrijving) if part) or _("zonder merk en model")
    also = _("{nummer} staat ook op de kaart van {auto}, {eigenaar}.")
    text = also.format(nummer=number, auto=car, eigenaar=other.eigenaar or _("zonder eigenaar"))
    if more:
        text += " " + ngettext("En op nog {n} kaart.", "En op nog {n} kaarten.", more).format(n=more)
    return text
