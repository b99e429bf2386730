"""The correction form: what must be put right and why, on a paper that is printed, signed, sent and ticked off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.correctie import CorrectieInvoer, Stap
from werkplaats.domain.datum import datum_tekst, parse_datum
from werkplaats.domain.kmstand import km_text
from werkplaats.domain.mail import Mail
from werkplaats.domain.melding import Staat
from werkplaats.errors import Ongeldig
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.fields.choice import Check
from werkplaats.ui.fields.note import NoteField
from werkplaats.ui.fields.text import DateField, NumberField, TextField
from werkplaats.ui.form import Form
from werkplaats.ui.rows import FieldGrid
from werkplaats.zinnen.carpass import woord_stap

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.correctie import Correctie
    from werkplaats.errors import Bevinding
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.usecases.correcties import CorrectieBlik


class CorrectieForm(Form):
    """The form of one report; it is kept before it is printed, and each tick is kept at once."""

    standard_size: ClassVar[tuple[int, int]] = (920, 688)

    def __init__(self, toegang: Toegang, deuren: Deuren, melding_id: int) -> None:
        super().__init__("carpass_correctie", toegang.background, toegang.voorkeuren, None)
        self._toegang, self._deuren, self._melding_id = toegang, deuren, melding_id
        self._blik: CorrectieBlik | None = None
        self._ticks = {stap: Check(stap.value, woord_stap(stap.value)) for stap in Stap}
        self._paper: list[Button] = []
        self._grid = self._make_grid()
        self._build()
        self.work(self._ask, self._show)

    def _build(self) -> None:
        self.setWindowTitle(_("Correctieformulier Car-Pass"))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 24)
        column.addWidget(self._grid)
        self.set_page(page)
        for veld, field in self._grid.fields.items():
            self.register(veld, cast("QWidget", field))
        self._save_button = self.set_main(_("&Opslaan"), "opslaan", self.save)
        self.bar.name_cancel(_("Sluiten"))
        self._paper = [
            self._door(_("A&fdrukken"), "afdrukken", self._print),
            self._door(_("Naar mezelf &mailen"), "envelope-simple", self._mail),
            self._door(_("Aan&vragen"), "versturen", self._send),
        ]
        self._door(_("Correctie op de &website"), "internet", self._website)
        for button in self._paper:
            # There is no paper before the form is kept.
            button.hide()
        for stap, tick in self._ticks.items():
            tick.changed.connect(partial(self._tick, stap))

    def _make_grid(self) -> FieldGrid:
        today = self._toegang.vandaag()
        grid = FieldGrid("dialog")
        grid.group(_("Juiste gegevens"))
        grid.row(_("&Juiste stand"), NumberField("juist"), unit=_("km"))
        grid.row(_("Juist o&p"), DateField("juist_op", lambda text, veld: parse_datum(text, veld, today)))
        grid.row(_("&Reden"), NoteField("reden", 2))
        grid.row(_("&Bewijsstukken"), NoteField("bewijzen", 2), hint=_("Op elke regel één, bijvoorbeeld een factuur."))
        grid.group(_("Wie Car-Pass kan bereiken"))
        grid.row(_("&Contactpersoon"), TextField("contact"))
        grid.row(_("&E-mail"), TextField("contact_email"))
        grid.row(_("P&laats"), TextField("plaats"))
        grid.group(_("Hoe ver het formulier is"))
        for tick in self._ticks.values():
            grid.row("", tick)
        return grid

    def _door(self, text: str, icon: str, act: Callable[[], None]) -> Button:
        button = Button(text, icon=icon, kind="quiet")
        button.clicked.connect(lambda _checked=False: act())
        self.bar.add_door(button)
        return button

    # Showing.

    def _ask(self) -> CorrectieBlik:
        return self._toegang.correcties.look(self._toegang.wie, self._melding_id)

    def _show(self, blik: CorrectieBlik) -> None:
        is_first, self._blik = self._blik is None, blik
        melding = blik.melding
        plate = melding.kop.kenteken.weergave if melding.kop.kenteken else melding.invoer.vin
        said = _("{kenteken} · gemeld: {km} km op {dag}").format(
            kenteken=plate, km=km_text(melding.km or 0), dag=datum_tekst(melding.invoer.datum)
        )
        if is_first:
            self.set_heading(_("Correctieformulier Car-Pass"), said)
        for veld, field in self._typed.items():
            waarde = getattr(blik.invoer, veld)
            field.set_value("\n".join(waarde) if veld == "bewijzen" else waarde)
        is_open = melding.staat is not Staat.GESLOTEN
        for field in self._typed.values():
            field.set_read_only(not is_open)
        self._show_ticks(blik.correctie, is_open)
        self._save_button.setVisible(is_open)
        for button in self._paper:
            button.setVisible(blik.correctie is not None)
        self._paper[-1].setVisible(blik.correctie is not None and is_open and bool(melding.guid))

    def _show_ticks(self, correctie: Correctie | None, is_open: bool) -> None:
        zone = self._toegang.wie.zone
        gezet = {een.stap: een for een in correctie.stappen} if correctie is not None else {}
        for stap, tick in self._ticks.items():
            done = gezet.get(stap)
            word = woord_stap(stap.value)
            tick.setText(f"{word}, {done.op.lokaal(zone):%d-%m-%Y} · {done.door}" if done is not None else word)
            tick.set_value(done is not None)
            tick.set_read_only(correctie is None or not is_open)

    @property
    def _typed(self) -> dict[str, Any]:
        """What a person fills in; the ticks are kept by themselves."""
        steps = {stap.value for stap in Stap}
        return {veld: field for veld, field in self._grid.fields.items() if veld not in steps}

    def has_changes(self) -> bool:
        if self._blik is None:
            return False
        invoer, unreadable = self._read()
        return bool(unreadable) or invoer != self._blik.invoer

    # The verbs.

    def save(self) -> None:
        """Keeps the form; from then on the paper can be printed."""
        blik, toegang = self._blik, self._toegang
        if blik is None:
            return
        invoer, unreadable = self._read()
        found = [*unreadable, *toegang.correcties.check(toegang.wie, invoer)]
        if found:
            self.show_findings(found)
            return
        melding = blik.melding
        call = partial(toegang.correcties.save, toegang.wie, melding.id, melding.versie, invoer)
        self.work(call, self._written, writes=True)

    def _tick(self, stap: Stap) -> None:
        blik, toegang = self._blik, self._toegang
        if blik is None or blik.correctie is None:
            return
        steps = {een.stap for een in blik.correctie.stappen} | {stap}
        if not self._ticks[stap].value():
            steps.discard(stap)
        call = partial(toegang.correcties.tick, toegang.wie, blik.melding.id, blik.melding.versie, steps)
        self.work(call, self._written, writes=True)

    def _print(self) -> None:
        toegang = self._toegang
        make = partial(toegang.correcties.formulier, toegang.wie, self._melding_id)
        self._deuren.open_afdruk(_("Correctieformulier Car-Pass"), self._file_name, make, "correctieformulier")

    def _mail(self) -> None:
        toegang, address = self._toegang, str(self._typed["contact_email"].value()).strip()
        if not address:
            self._typed["contact_email"].setFocus()
            self.problem.show_problem(_("Vul uw e-mailadres in en sla het formulier op."))
            return
        text = _("In de bijlage staat het correctieformulier. Druk het af en onderteken het voor u het opstuurt.")
        mail = Mail(address, _("Correctieformulier Car-Pass"), text)
        call = partial(toegang.correcties.mail, toegang.wie, self._melding_id, self._file_name, mail)
        self.work(call, lambda _id: self._said(_("De mail ligt klaar in de postbus.")), writes=True)

    def _send(self) -> None:
        blik, toegang = self._blik, self._toegang
        if blik is not None:
            call = partial(toegang.correcties.send, toegang.wie, blik.melding.id, blik.melding.versie)
            self.work(call, self._sent, writes=True)

    def _website(self) -> None:
        toegang = self._toegang
        self.work(partial(toegang.correcties.open_website, toegang.wie), lambda _done: None)

    @property
    def _file_name(self) -> str:
        return f"correctieformulier-{self._melding_id}.pdf"

    # The answers.

    def _written(self, _correctie: Correctie) -> None:
        self._deuren.changed.emit("melding", self._melding_id)
        self.work(self._ask, self._show)

    def _sent(self, correctie: Correctie) -> None:
        self._written(correctie)
        self._said(_("De aanvraag aan Car-Pass ligt klaar in de postbus."))

    def _said(self, words: str) -> None:
        self.problem.show_problem(words, kind="ok")

    def _read(self) -> tuple[CorrectieInvoer, list[Bevinding]]:
        values: dict[str, Any] = {}
        unreadable: list[Bevinding] = []
        for veld, field in self._typed.items():
            try:
                values[veld] = field.value()
            except Ongeldig as fout:
                unreadable += fout.bevindingen
                values[veld] = None
        values["bewijzen"] = tuple(line for line in str(values["bewijzen"] or "").splitlines() if line.strip())
        return CorrectieInvoer(**values), unreadable
