"""The warning that another card may be of the same person or company, and the way to that card."""

from __future__ import annotations

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

    from werkplaats.domain.relatie import RelatieKaart
    from werkplaats.domain.treffers import DubbeleRelatie
    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.toegang import Toegang

FIELDS = frozenset(
    {"naam", "geboortedatum", "postcode", "huisnr", "toevoeging", "telefoon", "telefoon_2", "telefoons", "email"}
)
"""The fields that may tell that somebody has a card already."""


class DubbelRegel(QWidget):
    """Says who it may be and what tells it; ``open_asked`` gives the id of the other card."""

    open_asked = Signal(int)

    def __init__(self, toegang: Toegang, failed: Callable[[WerkplaatsError], None]) -> None:
        super().__init__()
        self._toegang = toegang
        self._failed = failed
        self._latest = Latest(toegang.background, self)
        self._asked: RelatieKaart | None = None
        self._other = 0
        self._sentence = NoteLine("warn")
        self.open_button = Button(_("Die kaart openen"), icon="relatie", kind="small")
        self.open_button.clicked.connect(lambda: self.open_asked.emit(self._other))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 0)
        row.setSpacing(tokens().margin["label_to_field"])
        row.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.open_button)
        self.hide()

    def ask(self, kaart: RelatieKaart, relatie_id: int | None) -> None:
        """Looks for other cards like this one, unless it was looked for just now."""
        if kaart == self._asked:
            return
        self._asked = kaart
        toegang = self._toegang
        self._latest.ask(lambda: toegang.relaties.doubles(toegang.wie, kaart, relatie_id), self._found, self._failed)

    def _found(self, doubles: Sequence[DubbeleRelatie]) -> None:
        self._other = doubles[0].kop.id if doubles else 0
        self._sentence.say("warn", _sentence(doubles) if doubles else "")
        self.setVisible(bool(doubles))


def _sentence(doubles: Sequence[DubbeleRelatie]) -> str:
    first, more = doubles[0], len(doubles) - 1
    same = {
        "email": _("hetzelfde e-mailadres"),
        "telefoon": _("hetzelfde telefoonnummer"),
        "geboortedatum": _("dezelfde naam en geboortedatum"),
        "adres": _("dezelfde naam, postcode en huisnummer"),
    }[first.reden]
    place = f" ({first.kop.adresregel})" if first.kop.adresregel else ""
    text = _("Staat deze klant er al? {naam}{plaats} heeft {zelfde}.")
    said = text.format(naam=first.kop.weergave, plaats=place, zelfde=same)
    if more:
        said += " " + ngettext("En nog {n} andere kaart.", "En nog {n} andere kaarten.", more).format(n=more)
    return said
