"""What is asked in the bar before it is done: why a car is not reported, and whether its data are right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from werkplaats.domain.carpass import Vrijstelling
from werkplaats.domain.kmstand import km_text
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.tokens import tokens
from werkplaats.zinnen.carpass import woord_vrijstelling

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.melding import Melding
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form
    from werkplaats.usecases.carpass import MeldingBlik


class Vragen:
    """The questions of one window; ``done`` is told of the report once a deed was done."""

    def __init__(self, form: Form, toegang: Toegang, done: Callable[[Melding], None]) -> None:
        self._form, self._toegang, self._done = form, toegang, done
        self.blik: MeldingBlik | None = None

    def ask_reason(self) -> None:
        """Why this car is not reported."""
        answers = []
        for reden in (Vrijstelling.VOERTUIGSOORT, Vrijstelling.KLEIN_BEDRAG):
            button = Button(woord_vrijstelling(reden.value))
            button.clicked.connect(lambda _checked=False, reden=reden: self._exempt(reden))
            answers.append(button)
        other = Button(_("&Anders …"))
        other.clicked.connect(lambda _checked=False: self._ask_words())
        self._form.bar.ask(_("Waarom niet?"), [*answers, other, self._back()])

    def ask_confirm(self) -> None:
        """The second of the two steps: both readings, and that there is no second chance."""
        melding = self.blik.melding if self.blik else None
        issue = next((een for een in melding.issues if een.bevestigbaar), None) if melding else None
        if melding is None or issue is None:
            return
        vorige = issue.vorige_stand if issue.vorige_stand is not None else melding.vorige_km
        words = _("Vorige stand {vorige}, deze melding {deze}. Er is geen tweede kans.").format(
            vorige=km_text(vorige) if vorige is not None else _("onbekend"), deze=km_text(melding.km or 0)
        )
        sure = Button(_("Bevestig {km} km").format(km=km_text(melding.km or 0)), icon="akkoord", kind="danger")
        toegang = self._toegang
        call = partial(toegang.carpass.confirm, toegang.wie, melding.id, melding.versie, issue.issue_id)
        sure.clicked.connect(lambda _checked=False: self._form.work(call, self._done, writes=True))
        self._form.bar.ask(words, [self._back(), sure])

    def decide(self, *, aangekomen: bool) -> None:
        """Says of a report without an answer that it arrived, or has it sent again."""
        melding, toegang = self.blik.melding if self.blik else None, self._toegang
        if melding is not None:
            call = partial(toegang.carpass.decide, toegang.wie, melding.id, melding.versie, aangekomen=aangekomen)
            self._form.work(call, self._done, writes=True)

    def reopen(self) -> None:
        """Takes *niet meldingsplichtig* back."""
        melding, toegang = self.blik.melding if self.blik else None, self._toegang
        if melding is not None:
            call = partial(toegang.carpass.reopen, toegang.wie, melding.id, melding.versie)
            self._form.work(call, self._done, writes=True)

    def _ask_words(self) -> None:
        """Another reason than the two that are known: it is written down."""
        words = TextField("toelichting", "l")
        words.setAccessibleName(_("Reden"))
        keep = Button(_("&Vastleggen"), icon="akkoord", kind="main")
        for pressed in (keep.clicked, words.returnPressed):
            pressed.connect(lambda *_args: self._exempt(Vrijstelling.ANDERS, words.text()))
        self._form.bar.ask(_("Waarom hoeft deze auto niet gemeld?"), [words, keep, self._back()])

    def _exempt(self, reden: Vrijstelling, words: str = "") -> None:
        blik, toegang = self.blik, self._toegang
        if blik is None:
            return
        if blik.melding is None:
            call = partial(toegang.carpass.exempt_new, toegang.wie, blik.kop.voertuig_id, reden, words)
        else:
            call = partial(toegang.carpass.exempt, toegang.wie, blik.melding.id, blik.melding.versie, reden, words)
        self._form.work(call, self._done, writes=True)

    def _back(self) -> Button:
        back = Button(_("Terug"), key=tokens().key["terug"])
        back.clicked.connect(self._form.cancel)
        return back
