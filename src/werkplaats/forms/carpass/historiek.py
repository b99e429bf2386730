"""Car-Pass historiek: somebody who sells a car asks for its history, and has the document and its public address."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.carpass import ZONE
from werkplaats.domain.carpass_historiek import Geldigheid, Staat
from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.kmstand import Punt, is_possible
from werkplaats.domain.kmverloop import Verloop, expect, make_verloop
from werkplaats.errors import Ernst
from werkplaats.forms.carpass.historiek_delen import Document, HistoriekVelden
from werkplaats.forms.carpass.oordeel import Oordeel
from werkplaats.forms.hoofd import Hoofd
from werkplaats.i18n import _, ngettext
from werkplaats.ui.button import Button
from werkplaats.ui.cards import Card
from werkplaats.ui.chip import Chip
from werkplaats.ui.form import Form
from werkplaats.ui.grafiek import KmGrafiek, Nieuw
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.plate import Plate
from werkplaats.ui.theme import show_when
from werkplaats.ui.tokens import tokens
from werkplaats.ui.work import Latest
from werkplaats.zinnen.historiek import woord_historiek, woord_reden

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.carpass_historiek import Historiek
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.usecases.historieken import HistoriekBlik

_UNDER_WAY = frozenset({Staat.AAN_TE_VRAGEN, Staat.AANGEVRAAGD})
_LOOK = {
    "aan_te_vragen": "te_versturen",
    "aangevraagd": "bezig",
    "ontvangen": "aanvaard",
    "verlopen": "gesloten",
    "vervallen": "gesloten",
}
"""The look of a report that stands likewise."""


class HistoriekForm(Form):
    """The history of one car: what may be shown still, what is under way, or the fields of a new request."""

    standard_size: ClassVar[tuple[int, int]] = (960, 600)

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int) -> None:
        super().__init__("carpass_historiek", toegang.background, toegang.voorkeuren, None)
        self._toegang, self._deuren, self._voertuig_id = toegang, deuren, voertuig_id
        self._blik: HistoriekBlik | None = None
        self._anew = False
        self._doors: list[Button] = []
        self._following = Latest(toegang.background, self)
        self._velden, self._document, self._oordeel = HistoriekVelden(), Document(), Oordeel()
        self._plate, self._car, self._owner = Plate("head"), Label("", "subtitle"), ElidedLabel("", "body", "text_2")
        self._state = Chip()
        self._chart, self._chart_title = KmGrafiek(Verloop(), toegang.vandaag()), Label("", "strong")
        self._earlier = Label("", "small", "text_2")
        self._build()
        self._connect()
        self.work(self._ask, self._show)

    # Building.

    def _build(self) -> None:
        self.setWindowTitle(_("Car-Pass historiek"))
        self.verb = _("aangevraagd")
        open_help = partial(self._deuren.open_hulp, "carpass")
        self.set_header(Hoofd(open_help, self._car, self._owner, plate=self._plate, state=self._state))
        self._earlier.setWordWrap(True)
        page = QWidget()
        both = QHBoxLayout(page)
        both.setContentsMargins(24, 12, 24, 16)
        both.setSpacing(24)
        left, right = QVBoxLayout(), QVBoxLayout()
        for widget in (self._oordeel, self._document, self._velden, self._earlier):
            left.addWidget(widget)
        left.addStretch()
        left.setSpacing(12)
        drawn = Card()
        drawn.body.addWidget(self._chart_title)
        drawn.body.addWidget(self._chart, 1)
        right.addWidget(drawn, 1)
        both.addLayout(left, 6)
        both.addLayout(right, 5)
        self.set_page(page)
        for veld, field in self._velden.fields.items():
            self.register(veld, cast("QWidget", field))
        self._send = self.set_main(_("&Aanvragen"), "versturen", self._submit, tokens().key["versturen"])
        self.bar.name_cancel(_("Sluiten"))

    def _connect(self) -> None:
        self._velden.changed.connect(self._typed)
        self._document.shown.connect(self._preview)
        self._document.opened.connect(self._open_public)
        self._document.copied.connect(self._copied)
        self._deuren.heard.connect(self._heard)

    # Showing.

    def _ask(self) -> HistoriekBlik:
        return self._toegang.historieken.look(self._toegang.wie, self._voertuig_id)

    def _show(self, blik: HistoriekBlik) -> None:
        is_first, self._blik = self._blik is None, blik
        historiek, kop = blik.laatste, blik.kop
        if is_first:
            self._plate.show_plate(kop.kenteken, blik.invoer.vin)
            plate = kop.kenteken.weergave if kop.kenteken else blik.invoer.vin
            self.setWindowTitle(_title(plate))
            self._car.setText(kop.auto)
            self._owner.set_text(kop.eigenaar)
        may_ask = self._may_ask
        self._show_state(historiek)
        show_when(self._document, historiek is not None and historiek.staat is Staat.ONTVANGEN)
        if historiek is not None:
            self._document.show_document(historiek)
        self._velden.setVisible(may_ask or (historiek is not None and historiek.staat is not Staat.ONTVANGEN))
        asked = historiek.invoer if historiek is not None and historiek.staat is not Staat.ONTVANGEN else blik.invoer
        self._velden.show_invoer(asked, editable=may_ask)
        self._send.setVisible(may_ask)
        self._offer(historiek)
        self._say(historiek)
        self._earlier.setText("\n".join(self._lines(blik)))
        self._typed()
        if may_ask:
            self._velden.focus_first()
        elif historiek is not None and historiek.staat is Staat.ONTVANGEN:
            self._document.focus_first()

    @property
    def _may_ask(self) -> bool:
        blik = self._blik
        if blik is None:
            return False
        historiek = blik.laatste
        if historiek is None or self._anew:
            return True
        if historiek.staat is Staat.ONTVANGEN:
            return not historiek.may_be_shown(blik.nu)
        return historiek.staat in (Staat.GEWEIGERD, Staat.VERVALLEN)

    def _show_state(self, historiek: Historiek | None) -> None:
        show_when(self._state, historiek is not None)
        if historiek is not None:
            staat = self._word(historiek)
            look = tokens().state["carpass"][_LOOK.get(staat, staat)]
            self._state.show_state(woord_historiek(staat), look.role, look.icon, fill=look.fill)

    def _word(self, historiek: Historiek) -> str:
        blik = self._blik
        is_old = blik is not None and historiek.geldigheid(blik.nu) is Geldigheid.VERLOPEN
        return "verlopen" if is_old else historiek.staat.value

    def _say(self, historiek: Historiek | None) -> None:
        blik = self._blik
        if blik is None:
            return
        if historiek is None or self._anew:
            words = _("Car-Pass geeft het document alleen bij de juiste stand en het juiste chassisnummer.")
            self._oordeel.say("info", "", words)
        elif historiek.staat is Staat.ONTVANGEN:
            self._say_received(historiek, blik)
        else:
            self._oordeel.say(*_judgement(historiek))

    def _say_received(self, historiek: Historiek, blik: HistoriekBlik) -> None:
        tot, gevraagd = historiek.geldig_tot, historiek.gevraagd_op
        if tot is None or gevraagd is None:
            return
        asked = _("Aangevraagd op {dag} door {wie}.").format(
            dag=datum_tekst(gevraagd.lokaal(ZONE).date()), wie=historiek.gemaakt_door
        )
        how = historiek.geldigheid(blik.nu)
        if how is Geldigheid.VERLOPEN:
            title = _("Verlopen: was geldig tot en met {dag}").format(dag=datum_tekst(tot))
            self._oordeel.say("warn", title, f"{asked} {_('Vraag voor de verkoop een nieuwe aan.')}")
            return
        left = (tot - blik.vandaag).days
        days = ngettext("Nog {n} dag.", "Nog {n} dagen.", left).format(n=left)
        days = days if left else _("Vandaag is de laatste dag.")
        title = _("Geldig tot en met {dag}").format(dag=datum_tekst(tot))
        self._oordeel.say("ok" if how is Geldigheid.GELDIG else "warn", title, f"{days} {asked}")

    def _offer(self, historiek: Historiek | None) -> None:
        """The other doors of this state, at the left of the bar."""
        for button in self._doors:
            button.deleteLater()
        self._doors.clear()
        if historiek is None:
            return
        if historiek.staat is Staat.ONZEKER:
            self._door(_("Op&nieuw versturen"), "versturen", partial(self._decide, historiek.id, opnieuw=True))
            self._door(_("&Laat maar"), "", partial(self._decide, historiek.id, opnieuw=False))
        if historiek.staat is Staat.ONTVANGEN and not self._may_ask:
            self._door(_("Nieuwe aan&vragen …"), "versturen", self._begin_anew)
        if historiek.staat is Staat.ONTVANGEN:
            self._door(_("Opnieuw op&halen"), "vernieuwen", partial(self._fetch_again, historiek.id))

    def _door(self, text: str, icon: str, act: Callable[[], None]) -> None:
        button = Button(text, icon=icon, kind="quiet")
        button.clicked.connect(lambda _checked=False: act())
        self.bar.add_door(button)
        self._doors.append(button)

    def _lines(self, blik: HistoriekBlik) -> list[str]:
        """The requests before the one that is shown."""
        before = [een for een in blik.alle if een != blik.laatste][:5]
        return [f"{datum_tekst(een.datum)}  {woord_historiek(self._word(een))}, {een.gemaakt_door}" for een in before]

    # While one types.

    def _typed(self) -> None:
        blik = self._blik
        if blik is None:
            return
        historiek = blik.laatste
        if historiek is not None and historiek.standen and not self._may_ask:
            self._chart_title.setText(_("Standen volgens Car-Pass"))
            self._chart.show_verloop(make_verloop(historiek.standen), None)
            return
        self._chart_title.setText(_("Kilometerhistoriek van dit voertuig"))
        invoer, unreadable = self._velden.read()
        found = [*unreadable, *self._toegang.historieken.check(self._toegang.wie, invoer, blik)]
        shown = [een for een in found if invoer.stand is not None or een.veld != "stand"] if self._may_ask else []
        self._velden.tell(shown)
        verloop = make_verloop(blik.standen)
        nieuw, km = None, invoer.km
        if km is not None and is_possible(km) and self._may_ask:
            doubt = next((een for een in shown if een.ernst is Ernst.ANOMALIE), None)
            nieuw = Nieuw(Punt(blik.vandaag, km), doubt)
        self._chart.show_verloop(verloop, expect(verloop, blik.vandaag), nieuw)

    def has_changes(self) -> bool:
        if self._blik is None or not self._may_ask:
            return False
        invoer, unreadable = self._velden.read()
        historiek = self._blik.laatste
        asked = historiek.invoer if historiek is not None and historiek.staat is not Staat.ONTVANGEN else None
        return bool(unreadable) or invoer not in (self._blik.invoer, asked)

    # Following.

    def _heard(self, onderwerp: str) -> None:
        """Something of a history was changed, here or elsewhere: perhaps ours is ready."""
        is_open = self.isVisible() and self._blik is not None and not self.is_busy
        if onderwerp == "historiek" and is_open:
            self._following.ask(self._ask, self._follow, self.show_problem)

    def _follow(self, blik: HistoriekBlik) -> None:
        before = self._blik.laatste if self._blik is not None else None
        now = blik.laatste
        if before == now or self.is_busy:
            return
        self._anew = False
        self._show(blik)
        waited = before is not None and before.staat in _UNDER_WAY
        if now is not None and waited and now.staat is Staat.ONTVANGEN:
            # Who waits for it, gets it in hand: the document, and the page for the advertisement.
            self._preview()
            self._open_public()

    # The verbs.

    def _submit(self) -> None:
        blik, toegang = self._blik, self._toegang
        if blik is None or not self._may_ask:
            return
        invoer, unreadable = self._velden.read()
        found = [*unreadable, *toegang.historieken.check(toegang.wie, invoer, blik)]
        if any(een.ernst is Ernst.BLOKKEREND for een in found):
            self.show_findings(found)
            return
        call = partial(toegang.historieken.ask, toegang.wie, self._voertuig_id, invoer, opnieuw=self._anew)
        self.work(call, self._asked, writes=True)

    def _begin_anew(self) -> None:
        """A new one although the known one may be shown still: the fields come back, and a second press asks."""
        if self._blik is not None:
            self._anew = True
            self._show(self._blik)

    def _decide(self, historiek_id: int, *, opnieuw: bool) -> None:
        toegang = self._toegang
        call = partial(toegang.historieken.decide, toegang.wie, historiek_id, opnieuw=opnieuw)
        self.work(call, self._asked, writes=True)

    def _fetch_again(self, historiek_id: int) -> None:
        toegang = self._toegang
        self.work(partial(toegang.historieken.fetch_again, toegang.wie, historiek_id), self._asked, writes=True)

    def _preview(self) -> None:
        historiek = self._blik.laatste if self._blik is not None else None
        if historiek is None:
            return
        toegang = self._toegang
        plate = historiek.kenteken.weergave if historiek.kenteken else historiek.invoer.vin
        make = partial(toegang.historieken.pdf, toegang.wie, historiek.id)
        self._deuren.open_afdruk(_title(plate), f"Car-Pass historiek {plate}", make, "carpass_historiek")

    def _copied(self) -> None:
        self.problem.show_problem(_("Het adres staat op het klembord."), kind="ok")

    def _open_public(self) -> None:
        historiek = self._blik.laatste if self._blik is not None else None
        if historiek is not None:
            toegang = self._toegang
            self.work(partial(toegang.historieken.open_public, toegang.wie, historiek.id), lambda _address: None)

    # The answers.

    def _asked(self, _historiek: Historiek) -> None:
        self._anew = False
        self._deuren.changed.emit("historiek", self._voertuig_id)
        self.work(self._ask, self._show)


def _title(plate: str) -> str:
    return _("Car-Pass historiek {kenteken}").format(kenteken=plate)


def _judgement(historiek: Historiek) -> tuple[str, str, str]:
    """What is to be said of a request that brought no document (yet): kind, title, advice."""
    reden = woord_reden(historiek.toelichting) if historiek.toelichting else ""
    waits = _("U mag dit venster sluiten: het document komt bij de bijlagen van de auto.")
    kind = "warn" if reden else "info"
    if historiek.staat is Staat.AAN_TE_VRAGEN:
        goes = _("De aanvraag wacht en gaat vanzelf weg.")
        return kind, reden or _("De aanvraag ligt klaar"), f"{goes} {waits}"
    if historiek.staat is Staat.AANGEVRAAGD:
        again = _("Het wordt vanzelf opnieuw opgehaald; er wordt niets dubbel aangevraagd.")
        return kind, reden or _("Car-Pass maakt het document"), f"{again} {waits}" if reden else waits
    if historiek.staat is Staat.ONZEKER:
        perhaps = _("Misschien heeft Car-Pass de aanvraag. Kijk op de website van Car-Pass, of verstuur ze opnieuw.")
        return "warn", reden or _("Geen antwoord ontvangen"), perhaps
    if historiek.staat is Staat.GEWEIGERD:
        mend = _("Kijk de stand en het chassisnummer na en vraag opnieuw aan.")
        return "error", _("Car-Pass weigert: {reden}").format(reden=reden), mend
    return kind, _("De vorige aanvraag is vervallen"), reden
