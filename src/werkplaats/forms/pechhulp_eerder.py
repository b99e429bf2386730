"""Eerdere aanvragen: what was asked for a car before; here a person fills in the pass that came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.datum import datum_tekst, parse_datum
from werkplaats.domain.pechhulp import NAMEN, Staat
from werkplaats.errors import Ongeldig
from werkplaats.forms.hoofd import Hoofd
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.cards import HairLine
from werkplaats.ui.chip import state_look
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.fields.text import DateField, TextField
from werkplaats.ui.form import Form
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.plate import Plate
from werkplaats.ui.rows import FieldGrid
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.zinnen.termen import woord_staat

if TYPE_CHECKING:
    from werkplaats.domain.pechhulp import PechhulpAanvraag
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class PechhulpEerderForm(Form):
    """The requests of one car, the newest first; what is typed about one is kept while another is looked at."""

    standard_size: ClassVar[tuple[int, int]] = (940, 560)

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int) -> None:
        super().__init__("pechhulp_eerder", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._deuren = deuren
        self._voertuig_id = voertuig_id
        self._requests: tuple[PechhulpAanvraag, ...] = ()
        self._now: PechhulpAanvraag | None = None
        self._typed: dict[int, tuple[str, str]] = {}
        self._build()
        self._table.chosen.connect(self._choose)
        deuren.changed.connect(self._changed_elsewhere)
        self.work(self._ask, self._loaded)

    # Building.

    def _build(self) -> None:
        self.verb = _("bevestigd")
        self._plate, self._car = Plate("head"), ElidedLabel("", "body", "text_2")
        self._table = Table(_columns(), indent=24, row="row_action")
        self._table.setAccessibleName(_("Eerdere aanvragen"))
        ask = Button(_("Pechhulp aanvragen"), icon="pechhulp")
        ask.clicked.connect(self._ask_anew)
        self._empty = EmptyList("pechhulp", _("Nog geen aanvragen voor deze auto"), "", ask)
        today = self._toegang.vandaag()
        self._number = TextField("pasnummer", "m")
        self._last_day = DateField("einddatum", lambda text, veld: parse_datum(text, veld, today))
        self._about = Label("", "strong")
        self.setWindowTitle(_("Eerdere aanvragen"))
        title = Label(_("Eerdere aanvragen"), "subtitle")
        self.set_header(Hoofd(lambda: self._deuren.open_hulp("pechhulp"), title, self._car, plate=self._plate))
        self.set_page(self._page())
        for field in (self._number, self._last_day):
            self.register(field.veld, field)
        self._main = self.set_main(_("&Bevestigen"), "opslaan", self._confirm)
        self._failed = Button(_("&Mislukt"), icon="prohibit")
        self._failed.clicked.connect(self._fail_request)
        self.bar.add_way_out(self._failed)
        self.bar.name_cancel(_("Sluiten"))
        again = Button(_("Nieuwe &aanvraag"), icon="pechhulp", kind="quiet")
        again.clicked.connect(self._ask_anew)
        self.bar.add_door(again)

    def _page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(0)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        self._pass = QWidget()
        below = QVBoxLayout(self._pass)
        below.setContentsMargins(0, 0, 0, 12)
        below.setSpacing(12)
        below.addWidget(HairLine())
        fields = QVBoxLayout()
        fields.setContentsMargins(24, 0, 24, 0)
        fields.setSpacing(12)
        fields.addWidget(self._about)
        grid = FieldGrid("two_columns")
        grid.row(_("&Pasnummer"), self._number, _("Einddatum"), self._last_day)
        fields.addWidget(grid)
        below.addLayout(fields)
        column.addWidget(self._pass)
        return page

    # Showing.

    def _ask(self) -> tuple[tuple[PechhulpAanvraag, ...], Voertuig]:
        toegang = self._toegang
        voertuig = toegang.voertuigen.load(toegang.wie, self._voertuig_id)
        return toegang.pechhulp.eerder(toegang.wie, self._voertuig_id), voertuig

    def _loaded(self, answer: tuple[tuple[PechhulpAanvraag, ...], Voertuig]) -> None:
        requests, voertuig = answer
        kaart = voertuig.kaart
        self._plate.show_plate(kaart.kenteken, kaart.chassisnummer.tekst if kaart.chassisnummer else "")
        self._car.set_text(" ".join(part for part in (kaart.merk, kaart.model, kaart.type) if part))
        self._show(requests)
        (self._table if requests else self.bar.cancel_button).setFocus()

    def _show(self, requests: tuple[PechhulpAanvraag, ...]) -> None:
        keep = self._now.id if self._now is not None else 0
        self._stash()
        self._now = None
        self._requests = requests
        self._table.set_rows([self._row(request) for request in requests])
        at = next((place for place, request in enumerate(requests) if request.id == keep), 0)
        if at:
            self._table.selectRow(at)
        self._stack.setCurrentIndex(0 if requests else 1)
        for part in (self._pass, self._main, self._failed):
            part.setVisible(bool(requests))

    def _row(self, request: PechhulpAanvraag) -> tuple[Cell, ...]:
        asked = request.gemaakt_op.lokaal(self._toegang.wie.zone)
        kind = f" · {request.invoer.soort}" if request.invoer is not None and request.invoer.soort else ""
        return (
            Cell(f"{asked:%d-%m-%Y %H:%M}"),
            Cell(f"{NAMEN[request.aanbieder]}{kind}"),
            Cell(woord_staat(request.staat), state=state_look("pechhulp", request.staat)),
            Cell(request.pasnummer, code=True),
            Cell(datum_tekst(request.einddatum)),
            Cell(request.gemaakt_door, role="text_2"),
        )

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self._requests):
            return
        self._stash()
        request = self._now = self._requests[row]
        number, end = self._typed.get(request.id, _written(request))
        self._number.set_value(number)
        self._last_day.setText(end)
        for field in (self._number, self._last_day):
            field.set_finding(None)
        about = _("Welke pas kwam er van de aanvraag van {datum}?")
        asked = request.gemaakt_op.lokaal(self._toegang.wie.zone).date()
        self._about.setText(about.format(datum=datum_tekst(asked)))
        done = {Staat.BEVESTIGD: _("Hiervan is al een pas ontvangen."), Staat.MISLUKT: _("Staat al op mislukt.")}
        self._failed.setEnabled(request.staat not in done)
        self._failed.setToolTip(done.get(request.staat, ""))

    def _stash(self) -> None:
        """Keeps what was typed about a request when another is looked at."""
        if self._now is not None:
            typed = (self._number.text(), self._last_day.text())
            self._typed.pop(self._now.id, None)
            if typed != _written(self._now):
                self._typed[self._now.id] = typed

    def has_changes(self) -> bool:
        self._stash()
        return bool(self._typed)

    # The verbs.

    def _confirm(self) -> None:
        request, toegang, pasnummer = self._now, self._toegang, self._number.value()
        if request is None:
            return
        try:
            end = self._last_day.value()
        except Ongeldig as fout:
            self.show_findings(fout.bevindingen)
            return
        self.work(
            lambda: toegang.pechhulp.confirm(toegang.wie, request.id, pasnummer, end), self._confirmed, writes=True
        )

    def _fail_request(self) -> None:
        request, toegang = self._now, self._toegang
        if request is not None:
            self.work(lambda: toegang.pechhulp.fail(toegang.wie, request.id), self._marked, writes=True)

    def _ask_anew(self) -> None:
        self._deuren.open_pechhulp(self._voertuig_id)

    # The answers.

    def _confirmed(self, request: PechhulpAanvraag) -> None:
        self._typed.pop(request.id, None)
        # What was typed is kept now; it is no longer of the person alone.
        self._number.set_value(request.pasnummer)
        self._last_day.set_value(request.einddatum)
        self._marked(request)
        self.problem.show_problem(_("De pas is vastgelegd."), kind="ok")

    def _marked(self, request: PechhulpAanvraag) -> None:
        if self._now is not None and self._now.id == request.id:
            self._now = request
        self._show(tuple(request if other.id == request.id else other for other in self._requests))
        self._table.setFocus()
        self._deuren.changed.emit("pechhulp", request.id)

    def _changed_elsewhere(self, onderwerp: str, _changed_id: int) -> None:
        if onderwerp == "pechhulp" and not self.is_busy:
            toegang, voertuig_id = self._toegang, self._voertuig_id
            self.background.run(
                self,
                lambda: toegang.pechhulp.eerder(toegang.wie, voertuig_id),
                self._read_anew,
                self.show_problem,
            )

    def _read_anew(self, requests: tuple[PechhulpAanvraag, ...]) -> None:
        if requests != self._requests:
            self._show(requests)


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Aangevraagd"), 164),
        Column(_("Aanbieder")),
        Column(_("Toestand"), 188),
        Column(_("Pasnummer"), 136),
        Column(_("Einddatum"), 106),
        Column(_("Door"), 148),
    )


def _written(request: PechhulpAanvraag) -> tuple[str, str]:
    return request.pasnummer, datum_tekst(request.einddatum)
