"""Car-Pass: the window on one report; every check is said while one types, and nothing here bars a werkkaart."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.correctie import is_offered
from werkplaats.domain.datum import datum_tekst, parse_datum
from werkplaats.domain.kmstand import Punt, is_possible, km_text
from werkplaats.domain.kmverloop import Verloop, expect, make_verloop
from werkplaats.domain.melding import Daad, Staat, may
from werkplaats.errors import Ernst
from werkplaats.forms.carpass.oordeel import MeldingHoofd, Oordeel
from werkplaats.forms.carpass.velden import MeldingVelden
from werkplaats.forms.carpass.vragen import Vragen
from werkplaats.forms.hoofd import Hoofd
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.cards import Card
from werkplaats.ui.chip import Chip, state_look
from werkplaats.ui.form import Form
from werkplaats.ui.grafiek import KmGrafiek, Nieuw
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.plate import Plate
from werkplaats.ui.tokens import tokens
from werkplaats.zinnen import zin_bij_veld
from werkplaats.zinnen.carpass import (
    teken_melding,
    woord_gebeurtenis,
    woord_issue,
    woord_melding,
    woord_vrijstelling,
    zin_stand,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from werkplaats.domain.kmverloop import Verwachting
    from werkplaats.domain.melding import Melding
    from werkplaats.errors import Bevinding
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.usecases.carpass import MeldingBlik

_DOUBTS = frozenset({"KM_LAGER", "KM_HOGER_DAN_LATER", "KM_PER_DAG"})
_EDITABLE = frozenset({Staat.CONCEPT, Staat.UITGESTELD})


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
        self._velden = MeldingVelden(lambda text, veld: parse_datum(text, veld, today), today, toegang.wie.zone)
        self._kept = False
        self._vragen = Vragen(self, toegang, self._done)
        self._build()
        self._velden.changed.connect(self._typed)
        self.work(self._ask, self._show)

    # Building.

    def _build(self) -> None:
        self.setWindowTitle(_("Car-Pass"))
        self.verb = _("verstuurd")
        self._plate, self._car, self._owner = Plate("head"), Label("", "subtitle"), ElidedLabel("", "body", "text_2")
        self._state = Chip()
        words = (self._car, self._owner)
        open_help = partial(self._deuren.open_hulp, "carpass")
        self._head = MeldingHoofd(Hoofd(open_help, *words, plate=self._plate, state=self._state))
        self.set_header(self._head)
        self._chart = KmGrafiek(Verloop(), self._toegang.vandaag())
        self._oordeel = Oordeel()
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
        side.addWidget(self._oordeel)
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
        self._blik = self._vragen.blik = blik
        melding, kop = blik.melding, blik.kop
        staat = melding.staat if melding else Staat.CONCEPT
        self._plate.show_plate(kop.kenteken, blik.invoer.vin)
        if kop.kenteken is not None:
            self.setWindowTitle(_("Car-Pass {kenteken}").format(kenteken=kop.kenteken.weergave))
        self._car.setText(kop.auto)
        self._owner.set_text(kop.eigenaar)
        look = state_look("carpass", teken_melding(staat.value))
        self._state.show_state(woord_melding(staat.value), look.role, look.icon, fill=look.fill)
        self._velden.show_blik(blik, editable=self._may_edit)
        self._send.setVisible(self._may_edit)
        self._later.setVisible(staat in _EDITABLE)
        self._history.setText("\n".join(self._lines(blik)))
        self._offer(melding)
        self.bar.say(_("Sluiten is NIET DOORSTUREN; de werkkaart sluit in elk geval.") if self._is_fresh else "")
        self._typed()
        if self._may_edit:
            self._velden.focus_first()
        if self._asks:
            self._asks = False
            self._vragen.ask_confirm()

    @property
    def _is_fresh(self) -> bool:
        """Whether nobody decided yet about what Einde Service made."""
        melding = self._blik.melding if self._blik else None
        return melding is not None and melding.staat is Staat.CONCEPT

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
            self._door(_("Niet &meldingsplichtig …"), "", self._vragen.ask_reason)
        if melding is None:
            return
        if melding.may_confirm:
            self._door(_("Mijn &gegevens kloppen …"), "akkoord", self._vragen.ask_confirm)
        if staat is Staat.ONZEKER:
            self._door(_("&Opnieuw versturen"), "versturen", partial(self._vragen.decide, aangekomen=False))
            self._door(_("Is &aangekomen"), "akkoord", partial(self._vragen.decide, aangekomen=True))
        if self._has_form(melding):
            self._door(
                _("Correctie&formulier …"), "documenten", partial(self._deuren.carpass.open_correctie, melding.id)
            )
        if may(staat, Daad.TERUGNEMEN):
            self._door(_("&Toch melden"), "bewerken", self._vragen.reopen)

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
        verwacht = expect(verloop, day)
        self._chart.show_verloop(verloop, verwacht, nieuw)
        self._head.warn(_alarm(shown))
        self._say(shown, verwacht)

    def _say(self, found: list[Bevinding], verwacht: Verwachting | None) -> None:
        """What is to be said of the whole: of what is typed first, then what Car-Pass said, then the good advice."""
        melding = self._blik.melding if self._blik else None
        odd = next((een for een in found if een.ernst is Ernst.ANOMALIE), None)
        mend, act = self._mechanic(melding)
        if odd is not None:
            about = _("Verbeter het, verstuur het toch als het klopt, of kies NIET DOORSTUREN.")
            if verwacht is not None and odd.code in _DOUBTS:
                between = _("Verwacht wordt {laag} tot {hoog} km.")
                about = f"{between.format(laag=km_text(verwacht.laag), hoog=km_text(verwacht.hoog))} {about}"
            self._oordeel.say("error", _("Anomalie"), f"{zin_bij_veld(odd)} {about}", mend, act)
        elif melding is not None and melding.issue is not None and melding.staat is not Staat.TE_VERSTUREN:
            self._oordeel.say("error", _("Car-Pass: {wat}").format(wat=_wrong(melding)), _before(melding), mend, act)
        elif melding is not None and melding.reden is not None:
            self._oordeel.say("info", "", woord_vrijstelling(melding.reden.value))
        elif melding is not None and (stand := zin_stand(melding.staat.value, melding.toelichting, melding.status))[0]:
            self._oordeel.say("warn", *stand, mend, act)
        else:
            self._oordeel.say("info", "", _("Meld terwijl het voertuig nog bij u staat."), mend, act)

    def _mechanic(self, melding: Melding | None) -> tuple[str, Callable[[], None] | None]:
        """What the mechanic read, to take over with one press where it is something else."""
        monteur = melding.monteur if melding is not None else None
        if monteur is None or not self._may_edit or self._velden.read()[0].km == monteur.stand:
            return "", None
        words = _("&Neem {km} over").format(km=km_text(monteur.stand))
        return words, partial(self._velden.take_reading, monteur.stand)

    def has_changes(self) -> bool:
        if self._blik is None or not self._may_edit:
            return False
        invoer, unreadable = self._velden.read()
        return bool(unreadable) or invoer != self._blik.invoer

    def closeEvent(self, event: QCloseEvent) -> None:
        """To close a fresh report without an answer is NIET DOORSTUREN; once: what cannot be kept bars no way out."""
        if self._is_fresh and not self._kept and not self._discards and not self.is_busy:
            event.ignore()
            self._kept = True
            self._postpone()
            return
        super().closeEvent(event)

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
        if unreadable and self._kept:
            # Closing: what cannot be read is not kept, the report itself is.
            invoer = blik.invoer
        elif unreadable:
            self.show_findings(unreadable)
            return
        if blik.melding is None:
            call = partial(toegang.carpass.keep, toegang.wie, blik.kop.voertuig_id, invoer)
        else:
            call = partial(toegang.carpass.postpone, toegang.wie, blik.melding.id, blik.melding.versie, invoer)
        self.work(call, self._done, writes=True)

    def _done(self, melding: Melding) -> None:
        self._deuren.changed.emit("melding", melding.id)
        self._deuren.changed.emit("voertuig", melding.kop.voertuig_id)
        # Decided: a second press of the same button finds nothing to do.
        self._blik = self._vragen.blik = None
        self._discards = True
        self.close()


def _alarm(found: list[Bevinding]) -> str:
    """Why the head is red: one is late, or the number has not its seventeen signs."""
    said = {
        "DATUM_VERLEDEN": _("De reparatiedatum ligt in het verleden"),
        "VIN_KORT": _("Het chassisnummer is korter dan 17 tekens"),
    }
    return " · ".join(said[een.code] for een in found if een.code in said)


def _wrong(melding: Melding) -> str:
    issue = melding.issue
    return woord_issue(issue.code or issue.tekst) if issue is not None else ""


def _before(melding: Melding) -> str:
    """What is known of it: the reading before, else Car-Pass's words; and why a correction was refused."""
    issue = melding.issue
    if issue is None:
        return ""
    words = issue.tekst if issue.code else ""
    if issue.vorige_stand is not None:
        words = _("Vorige stand {km} op {dag}.").format(
            km=km_text(issue.vorige_stand), dag=datum_tekst(issue.vorige_datum)
        )
    refused = " ".join(zin_stand(melding.staat.value, melding.toelichting, melding.status))
    return " ".join(part for part in (words, refused.strip()) if part)
