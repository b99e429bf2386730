"""Aanvragen Bovemij Pechhulp: a counter clerk asks for a pass for a car and its owner; the browser does the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.controle import check_pechhulp
from werkplaats.domain.datum import datum_tekst, parse_datum
from werkplaats.domain.relatie import Aanhef
from werkplaats.errors import Ernst
from werkplaats.forms.hoofd import Hoofd
from werkplaats.forms.pechhulp_velden import PechhulpVelden
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.form import Form
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.sign import Sign
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from werkplaats.domain.pechhulp import PechhulpAanvraag, PechhulpInvoer, PechhulpVoorstel
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.errors import Bevinding
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class PechhulpForm(Form):
    """Filled in beforehand with what is known; stays open after the browser has, for what the portal may still refuse.

    A request is never sent twice by one press too many: after one, the button is off until something is changed.
    """

    standard_size: ClassVar[tuple[int, int]] = (680, 686)

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int) -> None:
        super().__init__("pechhulp", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._deuren = deuren
        self._voertuig_id = voertuig_id
        self._basis: PechhulpInvoer | None = None
        self._touched: set[str] = set()
        self._has_owner = True
        self._build()
        self.work(self._ask, self._loaded)

    # Building.

    def _build(self) -> None:
        self.verb = _("aangevraagd")
        today = self._toegang.vandaag()
        self._car = ElidedLabel("", "body", "text_2")
        self._velden = PechhulpVelden(lambda text, veld: parse_datum(text, veld, today))
        title = Label(_("Bovemij pechhulp aanvragen"), "title")
        self.set_header(Hoofd(lambda: self._deuren.open_hulp("pechhulp"), title, self._car))
        self.setWindowTitle(_("Aanvragen Bovemij Pechhulp"))
        self.set_page(self._page())
        for veld, field in self._velden.fields.items():
            self.register(veld, cast("QWidget", field))
        self._main = self.set_main(_("&Aanvragen"), "naar_browser", self._request, tokens().key["versturen"])
        self._earlier = Button(_("&Eerdere aanvragen"), icon="historie", kind="quiet")
        self._earlier.clicked.connect(lambda: self._deuren.open_pechhulp_eerder(self._voertuig_id))
        self._earlier.hide()
        self.bar.add_door(self._earlier)
        self._velden.left.connect(self._field_left)
        self._velden.plate.judged.connect(self._judge_plate)
        self._velden.changed.connect(self._changed)

    def _page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        # As close as this, all of it is in sight at 150 % too, with two faults told.
        column.setContentsMargins(24, 8, 24, 0)
        column.setSpacing(8)
        column.addWidget(self._velden)
        note = QHBoxLayout()
        note.setSpacing(8)
        note.addWidget(Sign("info", "text_2"), 0, Qt.AlignmentFlag.AlignTop)
        about = _(
            "Nadat u op de aanvragen-knop klikt, wordt de pagina van 'MijnOndernemersPortaal' geopend, waar u de "
            "aanvraag verder kunt afronden."
        )
        note.addWidget(Label(about, "small", "text_2", wrap=True), 1)
        column.addLayout(note)
        column.addStretch()
        return page

    # Showing and reading.

    def _ask(self) -> tuple[PechhulpVoorstel, Voertuig]:
        toegang = self._toegang
        voorstel = toegang.pechhulp.prepare(toegang.wie, self._voertuig_id)
        return voorstel, toegang.voertuigen.load(toegang.wie, self._voertuig_id)

    def _loaded(self, answer: tuple[PechhulpVoorstel, Voertuig]) -> None:
        voorstel, voertuig = answer
        self._basis = voorstel.invoer
        self._has_owner = voertuig.kaart.hoofdeigenaar is not None
        self._car.set_text(_car_line(voertuig))
        self._velden.show_proposal(voorstel)
        self._show_remarks()
        if not self._has_owner:
            self.problem.show_problem(
                _("Deze auto heeft nog geen eigenaar."),
                _("Vul de klant hier in, of kies eerst een eigenaar op de kaart van de auto."),
                kind="info",
            )
        self._warn_of_earlier(voorstel.eerder)
        first = self._velden.soort if voorstel.invoer.kenteken else self._velden.plate
        first.setFocus()

    def has_changes(self) -> bool:
        if self._basis is None:
            return False
        invoer, unreadable = self._velden.read(self._basis)
        return bool(unreadable) or invoer != _as_read(self._basis)

    def _warn_of_earlier(self, eerder: tuple[PechhulpAanvraag, ...]) -> None:
        self._earlier.setVisible(bool(eerder))
        if not eerder:
            return
        last, today = eerder[0], self._toegang.vandaag()
        asked = last.gemaakt_op.lokaal(self._toegang.wie.zone).date()
        what = _("Pechhulp is al aangevraagd op {datum} door {wie}.")
        has_ended = last.einddatum is not None and last.einddatum < today
        if last.einddatum is None:
            advice = _("Kijk op de pagina van Bovemij of de pas er is. Verlengen kan niet.")
        elif has_ended:
            advice = _("Die pas liep tot {datum}.").format(datum=datum_tekst(last.einddatum))
        else:
            advice = _("De pas loopt tot {datum}. Verlengen kan niet.").format(datum=datum_tekst(last.einddatum))
        kind = "info" if has_ended else "warn"
        self.problem.show_problem(what.format(datum=datum_tekst(asked), wie=last.gemaakt_door), advice, kind=kind)
        if not has_ended:
            self._main.setText(_("Toch &aanvragen"))

    # What is wrong or doubtful, while one types.

    def _found(self) -> dict[str, Bevinding]:
        """The gravest finding of each field; what cannot be read goes before what is thought of it."""
        if self._basis is None:
            return {}
        invoer, unreadable = self._velden.read(self._basis)
        every = (*unreadable, *check_pechhulp(invoer, self._toegang.vandaag()))
        found: dict[str, Bevinding] = {}
        for bevinding in sorted(every, key=lambda bevinding: bevinding.ernst is not Ernst.BLOKKEREND):
            found.setdefault(bevinding.veld, bevinding)
        return found

    def _shown(self, bevinding: Bevinding | None) -> Bevinding | None:
        """What Bovemij may refuse is said from the start; what bars, or was never known, once its field was left."""
        if bevinding is None or bevinding.veld in self._touched:
            return bevinding
        unknown = bevinding.code == "MOP_LEEG" and not self._has_owner
        return bevinding if bevinding.ernst is Ernst.WAARSCHUWING and not unknown else None

    def _show_remarks(self) -> None:
        found = self._found()
        for veld, field in self._velden.fields.items():
            field.set_finding(self._shown(found.get(veld)))

    def _field_left(self, veld: str) -> None:
        self._touched.add(veld)
        self._show_remarks()

    def _judge_plate(self) -> None:
        """Letters that no register gives out are no matter here: Bovemij looks at the shape."""
        self._velden.plate.set_finding(self._shown(self._found().get("kenteken")))

    # The request.

    def _request(self) -> None:
        if self._basis is None or not self._main.isEnabled():
            return
        found = self._found()
        self._touched.update(self._velden.fields)
        if any(bevinding.ernst is Ernst.BLOKKEREND for bevinding in found.values()):
            self.show_findings(found.values())
            return
        toegang, voertuig_id = self._toegang, self._voertuig_id
        invoer, _unreadable = self._velden.read(self._basis)
        self.work(
            lambda: toegang.pechhulp.aanvragen(toegang.wie, voertuig_id, invoer),
            lambda aanvraag: self._requested(invoer, aanvraag),
            writes=True,
        )

    def _requested(self, invoer: PechhulpInvoer, aanvraag: PechhulpAanvraag) -> None:
        self._basis = invoer
        self._main.setText(_("Toch &aanvragen"))
        self._main.setEnabled(False)
        self._main.setToolTip(_("Deze aanvraag is al geopend. Wijzig een veld om opnieuw aan te vragen."))
        self.bar.name_cancel(_("Sluiten"))
        self.bar.cancel_button.setFocus()
        self._earlier.show()
        self.problem.show_problem(
            _("De aanvraag is geopend in de browser."),
            _("Log daar in en rond hem af. Meldt de pagina een fout, verbeter die dan hier."),
            kind="ok",
        )
        self._deuren.changed.emit("pechhulp", aanvraag.id)

    def _changed(self) -> None:
        if not self._main.isEnabled():
            self._main.setEnabled(True)
            self._main.setToolTip("")
            self.bar.name_cancel(_("Annuleren"))
            self.problem.clear()


def _car_line(voertuig: Voertuig) -> str:
    kaart = voertuig.kaart
    car = " ".join(part for part in (kaart.merk, kaart.model, kaart.type) if part)
    return " · ".join(part for part in (car, str(kaart.bouwjaar or "")) if part) or _("Merk nog niet bekend")


def _as_read(basis: PechhulpInvoer) -> PechhulpInvoer:
    """What the fields give back of a request that nobody touched: a company has no birth date there."""
    return replace(basis, geboortedatum=None) if basis.aanhef is Aanhef.BEDRIJF else basis
