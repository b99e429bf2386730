"""KM stand: the readings of a car with their chart; here a person adds one, puts one right, or takes one back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.datum import parse_datum
from werkplaats.domain.kmstand import KmHerkomst, KmInvoer, km_text, point
from werkplaats.domain.kmverloop import Verloop, expect, make_verloop
from werkplaats.domain.rechten import Recht
from werkplaats.forms.hoofd import Hoofd
from werkplaats.forms.kmstand.lijst import columns, row
from werkplaats.forms.kmstand.velden import KmVelden
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.cards import Card
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.form import Form
from werkplaats.ui.grafiek import KmGrafiek, Nieuw
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.plate import Plate
from werkplaats.ui.table import Table
from werkplaats.ui.theme import show_when

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.kmstand import KmStand
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.errors import Bevinding
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

_DOUBTS = frozenset({"KM_LAGER", "KM_HOGER_DAN_LATER", "KM_PER_DAG"})


class KmStandForm(Form):
    """The readings of one car; what is typed is drawn and judged while one types, and odd is never forbidden."""

    standard_size: ClassVar[tuple[int, int]] = (1040, 688)

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int) -> None:
        super().__init__("kmstand", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._deuren = deuren
        self._voertuig_id = voertuig_id
        self._standen: tuple[KmStand, ...] = ()
        self._verloop = Verloop()
        self._correcting: KmStand | None = None
        today = toegang.vandaag()
        self._velden = KmVelden(lambda text, veld: parse_datum(text, veld, today))
        self._build()
        self._connect()
        self._start_new()
        self.work(self._ask, self._loaded)

    # Building.

    def _build(self) -> None:
        self.setWindowTitle(_("KM stand"))
        self.verb = _("toegevoegd")
        self._plate, self._car = Plate("head"), ElidedLabel("", "body", "text_2")
        self.set_header(
            Hoofd(
                lambda: self._deuren.open_hulp("kmstand"),
                Label(_("KM stand"), "subtitle"),
                self._car,
                plate=self._plate,
            )
        )
        self._table = Table(columns(), indent=24)
        self._table.setAccessibleName(_("Standen, de nieuwste eerst"))
        self._empty = EmptyList("km", _("Nog geen standen"), _("Typ hierboven de eerste stand."))
        self._chart = KmGrafiek(self._verloop, self._toegang.vandaag())
        self._per_year = Label("", "body", "text_2")
        self.set_page(self._page())
        for veld, field in self._velden.fields.items():
            self.register(veld, cast("QWidget", field))
        if self._may_add:
            self._main = self.set_main(_("&Toevoegen"), "nieuw", self._save)
        show_when(self._velden, self._may_add)
        self.bar.name_cancel(_("Sluiten"))
        self._put_right = self._door(_("&Verbeteren"), "bewerken", self._begin_correction)
        self._take = self._door(_("Te&rugnemen"), "wissen", self._take_back)

    def _door(self, text: str, icon: str, act: Callable[[], None]) -> Button:
        button = Button(text, icon=icon, kind="quiet")
        button.clicked.connect(act)
        self.bar.add_door(button)
        button.setVisible(self._may_correct)
        return button

    def _page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(16)
        column.addWidget(self._velden)
        both = QHBoxLayout()
        both.setSpacing(16)
        listed = Card(padding=1)
        self._stack = QStackedLayout()
        listed.body.addLayout(self._stack)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        both.addWidget(listed, 5)
        drawn = Card()
        head = QHBoxLayout()
        head.addWidget(Label(_("Verloop"), "strong"), 1)
        head.addWidget(self._per_year)
        drawn.body.addLayout(head)
        drawn.body.addWidget(self._chart, 1)
        both.addWidget(drawn, 6)
        column.addLayout(both, 1)
        return page

    def _connect(self) -> None:
        self._velden.changed.connect(self._typed)
        self._velden.left.connect(self._field_left)
        self._table.chosen.connect(self._chosen)
        self._table.opened.connect(self._opened)
        self._chart.pointed.connect(self._chart.choose)
        self._deuren.changed.connect(self._changed_elsewhere)

    @property
    def _may_add(self) -> bool:
        return self._toegang.wie.mag(Recht.KM_INVOEREN)

    @property
    def _may_correct(self) -> bool:
        return self._toegang.wie.mag(Recht.VOERTUIG_WIJZIGEN)

    # Showing.

    def _ask(self) -> tuple[tuple[KmStand, ...], Voertuig]:
        toegang = self._toegang
        standen = toegang.kmstanden.van_voertuig(toegang.wie, self._voertuig_id)
        return standen, toegang.voertuigen.load(toegang.wie, self._voertuig_id)

    def _loaded(self, answer: tuple[tuple[KmStand, ...], Voertuig]) -> None:
        standen, voertuig = answer
        kaart = voertuig.kaart
        self._plate.show_plate(kaart.kenteken, kaart.chassisnummer.tekst if kaart.chassisnummer else "")
        self._car.set_text(" ".join(part for part in (kaart.merk, kaart.model, kaart.type) if part))
        self._show(standen)
        if self._may_add:
            self._velden.focus_number()

    def _show(self, standen: tuple[KmStand, ...]) -> None:
        self._standen = standen
        self._verloop = make_verloop(standen)
        pairs = list(zip(standen, self._verloop.twijfel, strict=True))
        self._table.set_rows([row(stand, reden) for stand, reden in reversed(pairs)])
        self._stack.setCurrentIndex(0 if standen else 1)
        for door in (self._put_right, self._take):
            door.setEnabled(bool(standen))
        year = self._verloop.per_jaar
        self._per_year.setText(_("{km} km per jaar").format(km=km_text(year)) if year is not None else "")
        self._draw()

    def _chosen(self, at: int) -> None:
        self._chart.choose(len(self._standen) - 1 - at if at >= 0 else -1)

    def _stand_at(self, at: int) -> KmStand | None:
        return self._standen[len(self._standen) - 1 - at] if 0 <= at < len(self._standen) else None

    # While one types.

    def _typed(self) -> None:
        """Draws the new reading at each key; it is judged once it is about as long as a reading of this car."""
        invoer, _unreadable = self._velden.read()
        last = self._verloop.laatste
        whole = last is None or len(self._velden.typed.replace(".", "")) >= len(str(last.km))
        self._velden.tell(self._findings(invoer) if whole else ())
        self._draw(whole=whole)

    def _field_left(self) -> None:
        invoer, unreadable = self._velden.read()
        self._velden.tell([*unreadable, *self._findings(invoer)])
        self._draw()

    def _findings(self, invoer: KmInvoer) -> list[Bevinding]:
        """What there is to say of what was typed; that something is still empty is said by the button."""
        if invoer.stand is None:
            return []
        toegang = self._toegang
        but = self._correcting.id if self._correcting else None
        found = toegang.kmstanden.check(toegang.wie, invoer, self._standen, but)
        return [bevinding for bevinding in found if not bevinding.code.endswith("_LEEG")]

    def _draw(self, *, whole: bool = True) -> None:
        invoer, _unreadable = self._velden.read()
        correcting = self._correcting
        shown = self._verloop
        if correcting is not None:
            shown = make_verloop(stand for stand in self._standen if stand.id != correcting.id)
        punt = point(invoer)
        reasons = [een for een in self._findings(invoer) if een.code in _DOUBTS] if whole else []
        nieuw = Nieuw(punt, reasons[0] if reasons else None) if punt is not None else None
        day = max(invoer.datum or self._toegang.vandaag(), self._toegang.vandaag())
        self._chart.show_verloop(shown, expect(shown, day), nieuw)

    def has_changes(self) -> bool:
        if self._correcting is not None:
            invoer, unreadable = self._velden.read()
            return bool(unreadable) or invoer != self._correcting.invoer
        return self._may_add and self._velden.is_touched

    # The verbs.

    def _start_new(self) -> None:
        self._correcting = None
        mechanic = self._may_add and not self._may_correct
        origin = KmHerkomst.MONTEUR if mechanic else KmHerkomst.BALIE
        self._velden.show_invoer(KmInvoer(datum=self._toegang.vandaag(), herkomst=origin))
        self._velden.set_heading(_("Nieuwe stand"))
        self._name_main(_("&Toevoegen"))

    def _name_main(self, text: str) -> None:
        if self._may_add:
            self._main.setText(text)

    def _begin_correction(self) -> None:
        stand = self._stand_at(self._table.chosen_row())
        if stand is not None:
            self._correcting = stand
            self._velden.show_invoer(stand.invoer)
            self._velden.set_heading(_("Stand verbeteren"))
            self._name_main(_("&Opslaan"))
            self._field_left()
            self._velden.focus_number()

    def _opened(self, at: int) -> None:
        if self._may_correct and self._stand_at(at) is not None:
            self._begin_correction()

    def _save(self) -> None:
        invoer, unreadable = self._velden.read()
        if unreadable:
            self.show_findings([*unreadable, *self._findings(invoer)])
            return
        toegang, correcting = self._toegang, self._correcting
        if correcting is None:
            call = partial(toegang.kmstanden.add, toegang.wie, self._voertuig_id, invoer)
        else:
            call = partial(toegang.kmstanden.correct, toegang.wie, correcting.id, correcting.invoer, invoer)
        self.work(call, self._saved, writes=True)

    def _take_back(self) -> None:
        stand, toegang = self._stand_at(self._table.chosen_row()), self._toegang
        if stand is not None:
            self.work(lambda: toegang.kmstanden.take_back(toegang.wie, stand.id), self._was_taken_back, writes=True)

    def _undo(self, stand: KmStand) -> None:
        toegang = self._toegang
        self.work(lambda: toegang.kmstanden.put_back(toegang.wie, stand.id), self._saved, writes=True)

    # The answers.

    def _saved(self, stand: KmStand) -> None:
        kept = [ander for ander in self._standen if ander.id != stand.id]
        self._start_new()
        self._show(tuple(sorted([*kept, stand], key=lambda een: (een.datum, een.id))))
        self._velden.focus_number()
        self._deuren.changed.emit("voertuig", self._voertuig_id)

    def _was_taken_back(self, stand: KmStand) -> None:
        if self._correcting is not None and self._correcting.id == stand.id:
            self._start_new()
        self._show(tuple(ander for ander in self._standen if ander.id != stand.id))
        said = _("De stand van {km} is teruggenomen.").format(km=km_text(stand.stand))
        self.problem.show_problem(said, kind="ok", retry=partial(self._undo, stand), again=_("Ongedaan maken"))
        self._deuren.changed.emit("voertuig", self._voertuig_id)

    def _changed_elsewhere(self, onderwerp: str, changed_id: int) -> None:
        if onderwerp == "voertuig" and changed_id == self._voertuig_id and not self.is_busy:
            toegang = self._toegang
            load = partial(toegang.kmstanden.van_voertuig, toegang.wie, self._voertuig_id)
            self.background.run(self, load, self._read_anew, self.show_problem)

    def _read_anew(self, standen: tuple[KmStand, ...]) -> None:
        if standen != self._standen:
            self._show(standen)
