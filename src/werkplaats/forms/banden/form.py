"""Banden: the sets of tyres of a car; here a person notes one, mounts one, or takes one away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.rechten import Recht
from werkplaats.forms.banden.lijst import columns, row
from werkplaats.forms.hoofd import Hoofd
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.form import Form
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.plate import Plate
from werkplaats.ui.table import Table
from werkplaats.zinnen.banden import woord_seizoen

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.banden import Bandenset
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class _Answer(NamedTuple):
    sets: tuple[Bandenset, ...]
    voertuig: Voertuig


class BandenForm(Form):
    """The sets of one car; each is saved by itself, and one that was taken away can be put back."""

    standard_size: ClassVar[tuple[int, int]] = (1040, 480)

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int) -> None:
        super().__init__("banden", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._deuren = deuren
        self._voertuig_id = voertuig_id
        self._sets: tuple[Bandenset, ...] = ()
        self._table = Table(columns(), indent=24)
        self._table.setAccessibleName(_("Bandensets"))
        self._stack = QStackedLayout()
        self._plate, self._car = Plate("head"), ElidedLabel("", "body", "text_2")
        self._build()
        self._connect()
        self.work(self._ask, self._loaded)

    def _build(self) -> None:
        self.setWindowTitle(_("Banden"))
        words = (Label(_("Banden"), "subtitle"), self._car)
        self.set_header(Hoofd(lambda: self._deuren.open_hulp("banden"), *words, plate=self._plate))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._table)
        advice = _("Leg een set vast met Nieuwe set.") if self._may_change else _("De balie legt ze vast.")
        self._stack.addWidget(EmptyList("banden", _("Nog geen banden bekend"), advice))
        self.set_page(page)
        if self._may_change:
            self.set_main(_("&Nieuwe set"), "nieuw", self._make_new, key="Ins")
        self.bar.name_cancel(_("Sluiten"))
        self._open = self._door(_("Op&enen"), "bewerken", self._open_chosen)
        self._mount = self._door(_("&Monteren"), "banden", self._mount_chosen)
        self._remove = self._door(_("&Weghalen"), "wissen", self._delete_chosen)

    def _door(self, text: str, icon: str, act: Callable[[], None]) -> Button:
        button = Button(text, icon=icon, kind="quiet")
        button.clicked.connect(act)
        self.bar.add_door(button)
        button.setVisible(self._may_change)
        return button

    def _connect(self) -> None:
        self._table.opened.connect(self._open_chosen)
        self._table.chosen.connect(self._fit)
        self._deuren.changed.connect(self._changed_elsewhere)
        QShortcut(QKeySequence("Del"), self._table, self._remove.click)

    @property
    def _may_change(self) -> bool:
        return self._toegang.wie.mag(Recht.VOERTUIG_WIJZIGEN)

    # Showing.

    def _ask(self) -> _Answer:
        toegang = self._toegang
        sets = toegang.banden.van_voertuig(toegang.wie, self._voertuig_id)
        return _Answer(sets, toegang.voertuigen.load(toegang.wie, self._voertuig_id))

    def _loaded(self, answer: _Answer) -> None:
        kaart = answer.voertuig.kaart
        self._plate.show_plate(kaart.kenteken, kaart.chassisnummer.tekst if kaart.chassisnummer else "")
        self._car.set_text(" ".join(part for part in (kaart.merk, kaart.model, kaart.type) if part))
        self._show(answer.sets)
        self._table.setFocus()

    def _show(self, sets: tuple[Bandenset, ...]) -> None:
        chosen = self._chosen()
        self._sets = sets
        self._table.set_rows([row(een, self._toegang.vandaag()) for een in sets])
        at = next((at for at, een in enumerate(sets) if chosen is not None and een.id == chosen.id), 0)
        if at:
            self._table.selectRow(at)
        self._stack.setCurrentIndex(0 if sets else 1)
        self._fit()

    def _fit(self) -> None:
        chosen = self._chosen()
        self._open.setEnabled(chosen is not None)
        self._remove.setEnabled(chosen is not None)
        self._mount.setEnabled(chosen is not None and not chosen.kaart.gemonteerd)
        mounted = chosen is not None and chosen.kaart.gemonteerd
        self._mount.setToolTip(_("Deze set zit al op de auto.") if mounted else "")

    def _chosen(self) -> Bandenset | None:
        at = self._table.chosen_row()
        return self._sets[at] if 0 <= at < len(self._sets) else None

    # The verbs.

    def _make_new(self) -> None:
        self._deuren.open_bandenset(self._voertuig_id, None)

    def _open_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self._may_change:
            self._deuren.open_bandenset(self._voertuig_id, chosen)

    def _mount_chosen(self) -> None:
        chosen, toegang = self._chosen(), self._toegang
        if chosen is not None:
            self.work(lambda: toegang.banden.mount(toegang.wie, chosen.id), self._written, writes=True)

    def _delete_chosen(self) -> None:
        chosen, toegang = self._chosen(), self._toegang
        if chosen is not None:
            self.work(lambda: toegang.banden.delete(toegang.wie, chosen.id), self._deleted, writes=True)

    def _undo(self, een: Bandenset) -> None:
        toegang = self._toegang
        self.work(lambda: toegang.banden.put_back(toegang.wie, een.id), self._written, writes=True)

    # The answers.

    def _written(self, _een: Bandenset) -> None:
        self._deuren.changed.emit("voertuig", self._voertuig_id)

    def _deleted(self, een: Bandenset) -> None:
        self._show(tuple(ander for ander in self._sets if ander.id != een.id))
        said = _("De set {seizoen} is weggehaald.").format(seizoen=woord_seizoen(een.kaart.seizoen.value).lower())
        self.problem.show_problem(said, kind="ok", retry=partial(self._undo, een), again=_("Ongedaan maken"))
        self._deuren.changed.emit("voertuig", self._voertuig_id)

    def _changed_elsewhere(self, onderwerp: str, changed_id: int) -> None:
        if onderwerp == "voertuig" and changed_id == self._voertuig_id and not self.is_busy:
            toegang = self._toegang
            load = partial(toegang.banden.van_voertuig, toegang.wie, self._voertuig_id)
            self.background.run(self, load, self._read_anew, self.show_problem)

    def _read_anew(self, sets: tuple[Bandenset, ...]) -> None:
        if sets != self._sets:
            self._show(sets)
