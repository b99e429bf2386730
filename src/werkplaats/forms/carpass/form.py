"""Car-Pass: the window on one report; every check is said while one types, and nothing here bars a werkkaart."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.carpass import Vrijstelling
from werkplaats.domain.correctie import is_offered
from werkplaats.domain.datum import datum_tekst, parse_datum
from werkplaats.domain.kmstand import Punt, is_possible, km_text
from werkplaats.domain.kmverloop import Verloop, expect, make_verloop
from werkplaats.domain.melding import Daad, Staat, may
from werkplaats.errors import Ernst
from werkplaats.forms.carpass.velden import MeldingVelden
from werkplaats.forms.hoofd import Hoofd
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.cards import Card
from werkplaats.ui.chip import Chip
from werkplaats.ui.form import Form
from werkplaats.ui.grafiek import KmGrafiek, Nieuw
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.plate import Plate
from werkplaats.ui.tokens import tokens
from werkplaats.zinnen.carpass import woord_gebeurtenis, woord_issue, woord_melding, woord_vrijstelling

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.melding import Melding
    from werkplaats.errors import Bevinding
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.usecases.carpass import MeldingBlik

_DOUBTS = frozenset({"KM_LAGER", "KM_HOGER_DAN_LATER", "KM_PER_DAG"})
_EDITABLE = frozenset({Staat.CONCEPT, Staat.UITGESTELD})
_LOOK = {Staat.UITGESTELD: "niet_doorgestuurd", Staat.ONBEKEND: "onzeker"}


class CarPassForm(Form):
    """A report: a new one of ``voertuig_id``, or the known ``melding_id``."""

    standard_size: ClassVar[tuple[int, int]] = (1040, 688)

    def __init__(
        self,
        toegang: Toegang,
        deuren: Deuren,
        voertuig_id: int | None,
        melding_id: int | None,
        *,
        bevestigen: bool = False,
    ) -> None:
        super().__init__("carpass", toegang.background, toegang.voorkeuren, None)
        self._toegang, self._deuren = toegang, deuren
        self._voertuig_id, self._melding_id = voertuig_id, melding_id
        self._blik: MeldingBlik | None = None
        self._doors: list[Button] = []
        self._asks = bevestigen
        today = toegang.vandaag()
        self._velden = MeldingVelden(lambda text, veld: parse_datum(text, veld, today))
        self._build()
        self._velden.changed.connect(self._typed)
        self.work(self._ask, self._show)

    # Building.

    def _build(self) -> None:
        self.setWindowTitle(_("Car-Pass"))
        self.verb = _("verstuurd")
        self._plate, self._car, self._owner = Plate("head"), Label("", "subtitle"), ElidedLabel("", "body", "text_2")
        self._state = Chip()
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Hoofd(lambda: self._deuren.open_hulp("carpass"), self._car, self._owner, plate=self._plate), 1)
        line.addWidget(self._state)
        line.addSpacing(24)
        self.set_header(head)
        self._chart = KmGrafiek(Verloop(), self._toegang.vandaag())
        self._judged = Label("", "body")
        self._judged.setWordWrap(True)
        self._history = Label("", "small", "text_2")
        self._history.setWordWrap(True)
        self.set_page(self._page())
        for veld, field in self._velden.fields.items():
            self.register(veld, cast("QWidget", field))
        self._send = self.set_main(_("&Versturen"), "versturen", self._submit, tokens().key["versturen"])
        self._later = Button(_("NIET DOORSTUREN"), key=tokens().key["niet_doorsturen"])
        self._later.clicked.connect(self._postpone)
        self.bar.add_way_out(self._later)
        QShortcut(QKeySequence(tokens().key["niet_doorsturen"]), self, self._later.click)

    def _page(self) -> QWidget:
        page = QWidget()
        both = QHBoxLayout(page)
        both.setContentsMargins(24, 12, 24, 16)
        both.setSpacing(24)
        both.addWidget(self._velden, 6)
        side = QVBoxLayout()
        side.setSpacing(12)
        drawn = Card()
        drawn.body.addWidget(Label(_("Kilometerhistoriek van dit voertuig"), "strong"))
        drawn.body.addWidget(self._chart, 1)
        side.addWidget(drawn, 1)
        side.addWidget(self._judged)
        side.addWidget(self._history)
        both.addLayout(side, 6)
        return page

    # Showing.

    def _ask(self) -> MeldingBlik:
        toegang = self._toegang
        if self._melding_id is not None:
            return toegang.carpass.look(toegang.wie, self._melding_id)
        return toegang.carpass.prepare(toegang.wie, cast("int", self._voertuig_id))

    def _show(self, blik: MeldingBlik) -> None:
        self._blik = blik
        melding, kop = blik.melding, blik.kop
        staat = melding.staat if melding else Staat.CONCEPT
        self._plate.show_plate(kop.kenteken, blik.invoer.vin)
        self._car.setText(kop.auto)
        self._owner.set_text(kop.eigenaar)
        look = tokens().state["carpass"][_LOOK.get(staat, staat.value)]
        self._state.show_state(woord_melding(staat.value), look.role, look.icon, fill=look.fill)
        self._velden.show_blik(blik, editable=self._may_edit)
        self._send.setVisible(self._may_edit)
        self._later.setVisible(staat in _EDITABLE)
        self._history.setText("\n".join(self._lines(blik)))
        self._offer(melding)
        self._typed()
        if self._may_edit:
            self._velden.focus_first()
        if self._asks:
            self._asks = False
            self._ask_confirm()

    @property
    def _may_edit(self) -> bool:
        melding = self._blik.melding if self._blik else None
        return melding is None or melding.staat in _EDITABLE or melding.may_correct

    def _lines(self, blik: MeldingBlik) -> list[str]:
        zone = self._toegang.wie.zone
        return [
            f"{een.moment.lokaal(zone):%d-%m %H:%M}  {woord_gebeurtenis(een.code, een.naar.value)}"
            + (f" ({woord_issue(een.tekst)})" if een.tekst else "")
            + f", {een.wie}"
            for een in blik.verloop[-6:]
        ]

    def _offer(self, melding: Melding | None) -> None:
        """The other doors of this state, at the left of the bar."""
        for button in self._doors:
            button.deleteLater()
        self._doors.clear()
        staat = melding.staat if melding else Staat.CONCEPT
        if may(staat, Daad.VRIJSTELLEN):
            self._door(_("Niet &meldingsplichtig …"), "", self._ask_reason)
        if melding is None:
            return
        if melding.may_confirm:
            self._door(_("Mijn gegevens &kloppen …"), "akkoord", self._ask_confirm)
        if staat is Staat.ONZEKER:
            self._door(_("&Opnieuw versturen"), "versturen", partial(self._decide, aangekomen=False))
            self._door(_("Is &aangekomen"), "akkoord", partial(self._decide, aangekomen=True))
        if self._has_form(melding):
            self._door(
                _("Correctie&formulier …"), "documenten", partial(self._deuren.carpass.open_correctie, melding.id)
            )
        if may(staat, Daad.TERUGNEMEN):
            self._door(_("&Toch melden"), "bewerken", self._reopen)

    def _has_form(self, melding: Melding) -> bool:
        """Whether the paper is the way, or was."""
        na = self._blik.correcties_hoogstens if self._blik else 0
        return melding.staat in (Staat.CORRECTIEFORMULIER, Staat.GESLOTEN) or is_offered(melding, na)

    def _door(self, text: str, icon: str, act: Callable[[], None]) -> None:
        button = Button(text, icon=icon, kind="quiet")
        button.clicked.connect(lambda _checked=False: act())
        self.bar.add_door(button)
        self._doors.append(button)

    # While one types.

    def _typed(self) -> None:
        blik = self._blik
        if blik is None:
            return
        invoer, unreadable = self._velden.read()
        found = [*unreadable, *self._toegang.carpass.check(self._toegang.wie, invoer, blik)] if self._may_edit else []
        shown = [een for een in found if invoer.stand is not None or een.veld != "stand"]
        self._velden.tell(shown)
        verloop = make_verloop(blik.standen)
        reasons = [een for een in shown if een.code in _DOUBTS]
        km = invoer.km
        nieuw = None
        if km is not None and is_possible(km) and invoer.datum is not None:
            nieuw = Nieuw(Punt(invoer.datum, km, invoer.teller_gewijzigd), reasons[0] if reasons else None)
        day = max(invoer.datum or self._toegang.vandaag(), self._toegang.vandaag())
        self._chart.show_verloop(verloop, expect(verloop, day), nieuw)
        self._say(shown)

    def _say(self, found: list[Bevinding]) -> None:
        melding = self._blik.melding if self._blik else None
        if melding is not None and melding.issue is not None:
            issue = melding.issue
            words = _("Car-Pass: {wat}").format(wat=woord_issue(issue.code or issue.tekst))
            if issue.vorige_stand is not None:
                words += " " + _("(vorige stand {km} op {dag})").format(
                    km=km_text(issue.vorige_stand), dag=datum_tekst(issue.vorige_datum)
                )
        elif melding is not None and melding.toelichting:
            words = woord_issue(melding.toelichting)
        elif melding is not None and melding.reden is not None:
            words = woord_vrijstelling(melding.reden.value)
        elif any(een.ernst is Ernst.ANOMALIE for een in found):
            words = _("Dit is een anomalie. Verbeter het, verstuur het toch als het klopt, of kies NIET DOORSTUREN.")
        else:
            words = _("Meld terwijl het voertuig nog bij u staat.")
        self._judged.setText(words)

    def has_changes(self) -> bool:
        if self._blik is None or not self._may_edit:
            return False
        invoer, unreadable = self._velden.read()
        return bool(unreadable) or invoer != self._blik.invoer

    # The verbs.

    def _submit(self) -> None:
        blik, toegang = self._blik, self._toegang
        if blik is None or not self._may_edit:
            return
        invoer, unreadable = self._velden.read()
        found = [*unreadable, *toegang.carpass.check(toegang.wie, invoer, blik)]
        if any(een.ernst is Ernst.BLOKKEREND for een in found):
            self.show_findings(found)
            return
        if blik.melding is None:
            call = partial(toegang.carpass.report, toegang.wie, blik.kop.voertuig_id, invoer)
        else:
            call = partial(toegang.carpass.submit, toegang.wie, blik.melding.id, blik.melding.versie, invoer)
        self.work(call, self._done, writes=True)

    def _postpone(self) -> None:
        blik, toegang = self._blik, self._toegang
        if blik is None or self._later.isHidden():
            return
        invoer, unreadable = self._velden.read()
        if unreadable:
            self.show_findings(unreadable)
            return
        if blik.melding is None:
            call = partial(toegang.carpass.keep, toegang.wie, blik.kop.voertuig_id, invoer)
        else:
            call = partial(toegang.carpass.postpone, toegang.wie, blik.melding.id, blik.melding.versie, invoer)
        self.work(call, self._done, writes=True)

    def _ask_reason(self) -> None:
        answers = []
        for reden in (Vrijstelling.VOERTUIGSOORT, Vrijstelling.KLEIN_BEDRAG):
            button = Button(woord_vrijstelling(reden.value))
            button.clicked.connect(lambda _checked=False, reden=reden: self._exempt(reden))
            answers.append(button)
        answers.append(self._back())
        self.bar.ask(_("Waarom niet?"), answers)

    def _exempt(self, reden: Vrijstelling) -> None:
        blik, toegang = self._blik, self._toegang
        if blik is None:
            return
        if blik.melding is None:
            call = partial(toegang.carpass.exempt_new, toegang.wie, blik.kop.voertuig_id, reden)
        else:
            call = partial(toegang.carpass.exempt, toegang.wie, blik.melding.id, blik.melding.versie, reden)
        self.work(call, self._done, writes=True)

    def _ask_confirm(self) -> None:
        """The first of the two steps: both readings, and that there is no second chance."""
        melding = self._blik.melding if self._blik else None
        issue = next((een for een in melding.issues if een.bevestigbaar), None) if melding else None
        if melding is None or issue is None:
            return
        vorige = issue.vorige_stand if issue.vorige_stand is not None else melding.vorige_km
        words = _("Vorige stand {vorige}, deze melding {deze}. Bevestigen kan maar één keer.").format(
            vorige=km_text(vorige) if vorige is not None else _("onbekend"), deze=km_text(melding.km or 0)
        )
        sure = Button(_("Ja, mijn gegevens kloppen"), icon="akkoord", kind="danger")
        toegang = self._toegang
        call = partial(toegang.carpass.confirm, toegang.wie, melding.id, melding.versie, issue.issue_id)
        sure.clicked.connect(lambda _checked=False: self.work(call, self._done, writes=True))
        self.bar.ask(words, [self._back(), sure])

    def _back(self) -> Button:
        back = Button(_("Terug"), key=tokens().key["terug"])
        back.clicked.connect(self.cancel)
        return back

    def _decide(self, *, aangekomen: bool) -> None:
        melding, toegang = self._blik.melding if self._blik else None, self._toegang
        if melding is not None:
            call = partial(toegang.carpass.decide, toegang.wie, melding.id, melding.versie, aangekomen=aangekomen)
            self.work(call, self._done, writes=True)

    def _reopen(self) -> None:
        melding, toegang = self._blik.melding if self._blik else None, self._toegang
        if melding is not None:
            call = partial(toegang.carpass.reopen, toegang.wie, melding.id, melding.versie)
            self.work(call, self._done, writes=True)

    def _done(self, melding: Melding) -> None:
        self._deuren.changed.emit("melding", melding.id)
        self._deuren.changed.emit("voertuig", melding.kop.voertuig_id)
        self._discards = True
        self.close()
