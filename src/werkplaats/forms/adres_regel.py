"""The line under an address: asks for the street of a postcode and a house number, fills it in or offers it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from werkplaats.domain.adres import address_question
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.labels import NoteLine
from werkplaats.ui.tokens import tokens
from werkplaats.ui.work import Latest
from werkplaats.zinnen import zin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkplaats.domain.adres import AdresVraag, GevondenAdres
    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.fields.base import Field

_ASKED_BY = ("postcode", "huisnr", "toevoeging", "land")
_FILLED = ("straat", "plaats")


class AdresRegel(QWidget):
    """Fills what is empty or came from the register itself; what a person typed is only offered another value.

    It says quietly what it could not find, and holds nobody up: every field stays free to type in.
    """

    def __init__(self, toegang: Toegang) -> None:
        super().__init__()
        self._toegang = toegang
        self._latest = Latest(toegang.background, self)
        self._fields: Mapping[str, Field] = {}
        self._typed: set[str] = set()
        self._ours: dict[str, str] = {}
        self._last: AdresVraag | None = None
        self._offer: GevondenAdres | None = None
        self._sentence = NoteLine()
        self.take_button = Button(_("Overnemen"), icon="check", kind="small")
        self.take_button.clicked.connect(self._take)
        self.take_button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens().margin["label_to_field"])
        row.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.take_button)
        self.hide()

    def attach(self, fields: Mapping[str, Field]) -> None:
        """Watches the fields of one address; they must be ``straat, huisnr, toevoeging, postcode, plaats, land``."""
        self._fields = fields
        for veld in _ASKED_BY:
            fields[veld].changed.connect(partial(self._typed.add, veld))
            fields[veld].left.connect(self._ask)
        fields["land"].changed.connect(self._ask)

    def forget(self) -> None:
        """Another card is shown: what stands in its fields is a person's until he changes it."""
        self._latest.forget()
        self._typed.clear()
        self._ours.clear()
        self._last = None
        self._say("")

    def _question(self) -> AdresVraag | None:
        parts = {veld: str(self._fields[veld].value()) for veld in _ASKED_BY if veld in self._fields}
        return address_question(parts["land"], parts["postcode"], parts["huisnr"], parts.get("toevoeging", ""))

    def _ask(self) -> None:
        if not self._typed:
            return
        vraag = self._question()
        if vraag == self._last:
            return
        self._last = vraag
        self._say("")
        if vraag is None:
            self._latest.forget()
            return
        toegang = self._toegang
        self._latest.ask(
            lambda: toegang.adressen.look_up(toegang.wie, vraag), partial(self._answered, vraag), self._failed
        )

    def _answered(self, vraag: AdresVraag, found: GevondenAdres | None) -> None:
        if vraag != self._question():
            return
        if found is None:
            self._clear_ours()
            self._say(_("PDOK kent geen huis met deze postcode en dit nummer. Zelf invullen kan altijd."))
            return
        new = {"straat": found.straat, "plaats": found.plaats}
        free = {veld for veld in _FILLED if self._is_free(veld)}
        for veld in sorted(free):
            self._fill(veld, new[veld])
        differs = [veld for veld in _FILLED if str(self._fields[veld].value()).casefold() != new[veld].casefold()]
        if differs:
            self._offer = found
            text = _("Bij deze postcode en dit nummer hoort {straat}, {plaats}.")
            self._say(text.format(straat=found.straat, plaats=found.plaats), offers=True)
        elif not found.heel:
            self._say(_("Het nummer bestaat; de toevoeging is bij PDOK niet bekend."))

    def _failed(self, problem: WerkplaatsError) -> None:
        self._say(_("{reden} Vul straat en plaats zelf in.").format(reden=zin(problem).wat))

    def _is_free(self, veld: str) -> bool:
        now = str(self._fields[veld].value()).strip()
        return not now or now == self._ours.get(veld)

    def _fill(self, veld: str, text: str) -> None:
        self._ours[veld] = text
        self._fields[veld].set_value(text)

    def _clear_ours(self) -> None:
        """A street that came with another number says nothing about this one."""
        for veld, text in list(self._ours.items()):
            if str(self._fields[veld].value()) == text:
                self._fields[veld].set_value("")
        self._ours.clear()

    def _take(self) -> None:
        offer = self._offer
        if offer is not None:
            self._fill("straat", offer.straat)
            self._fill("plaats", offer.plaats)
            self._say("")
            cast("QWidget", self._fields["plaats"]).setFocus()

    def _say(self, sentence: str, *, offers: bool = False) -> None:
        if not offers:
            self._offer = None
        self._sentence.say("", sentence)
        self.take_button.setVisible(offers)
        self.setVisible(bool(sentence))
