"""The tab Herinnering of the vehicle card: APK and pass by themselves, service and one's own reminders as a list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.rechten import Recht
from werkplaats.forms.muteren.herinnering_regels import columns, fixed_rows, reminder_row
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.cards import Heading
from werkplaats.ui.labels import Label
from werkplaats.ui.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.herinnering import Herinnering
    from werkplaats.domain.treffers import VoertuigBlik
    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.fields.base import Field

_ROWS = 9


class _Answer(NamedTuple):
    blik: VoertuigBlik
    herinneringen: tuple[Herinnering, ...]


class HerinneringPagina(QWidget):
    """The page of the tab; a reminder is saved at once, by itself: it is no field of the card."""

    def __init__(
        self,
        toegang: Toegang,
        deuren: Deuren,
        voertuig_id: int | None,
        failed: Callable[[WerkplaatsError], None],
    ) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self._toegang = toegang
        self._deuren = deuren
        self._voertuig_id = voertuig_id
        self._failed = failed
        self._fixed = 0
        self._herinneringen: tuple[Herinnering, ...] = ()
        self._table = Table(columns(), indent=12)
        self._table.setAccessibleName(_("Herinneringen"))
        self._note = Label("", "small", "text_2")
        self._add = Button(_("Toevoegen"), icon="nieuw", key="Ins")
        self._open = Button(_("Openen"), icon="bewerken", key="Enter", kind="quiet")
        self._done = Button(_("Gedaan"), icon="akkoord", key="Ctrl+D", kind="quiet")
        self._remove = Button(_("Weghalen"), icon="wissen", key="Del", kind="quiet")
        self._lay_out()
        self._connect()
        self.reload()

    def reload(self) -> None:
        """Reads what stands there now."""
        toegang, voertuig_id = self._toegang, self._voertuig_id
        if voertuig_id is None:
            self._note.setText(_("Sla de auto eerst op; daarna kunt u hier herinneringen toevoegen."))
            return

        def ask() -> _Answer:
            wie = toegang.wie
            blik = toegang.voertuigen.blik(wie, voertuig_id)
            return _Answer(blik, toegang.herinneringen.van_voertuig(wie, voertuig_id))

        toegang.background.run(self, ask, self._show, self._failed)

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 8, 24, 24)
        page.setSpacing(8)
        page.addWidget(Heading(_("Waaraan bij deze auto te denken is")))
        self._table.setFixedHeight(self._table.height_for_rows(_ROWS))
        page.addWidget(self._table)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._add, self._open, self._done, self._remove):
            row.addWidget(button)
            button.setVisible(self._may_change)
        row.addStretch(1)
        row.addWidget(self._note)
        page.addLayout(row)
        page.addStretch(1)

    def _connect(self) -> None:
        self._add.clicked.connect(self._make_new)
        self._open.clicked.connect(self._open_chosen)
        self._done.clicked.connect(self._mark_done)
        self._remove.clicked.connect(self._delete)
        self._table.opened.connect(self._open_chosen)
        self._table.chosen.connect(self._fit)
        self._deuren.changed.connect(self._changed_elsewhere)
        for keys, button in (("Ins", self._add), ("Ctrl+D", self._done), ("Del", self._remove)):
            QShortcut(QKeySequence(keys), self._table, button.click)
        self._fit()

    @property
    def _may_change(self) -> bool:
        return self._toegang.wie.mag(Recht.VOERTUIG_WIJZIGEN)

    def _chosen(self) -> Herinnering | None:
        at = self._table.chosen_row() - self._fixed
        return self._herinneringen[at] if 0 <= at < len(self._herinneringen) else None

    def _show(self, answer: _Answer) -> None:
        toegang, at = self._toegang, self._table.chosen_row()
        today = toegang.vandaag()
        fixed = fixed_rows(answer.blik, today, toegang.wie.land)
        self._fixed, self._herinneringen = len(fixed), answer.herinneringen
        self._table.set_rows([*fixed, *(reminder_row(een, today) for een in answer.herinneringen)])
        if 0 < at < self._table.rows.rowCount():
            self._table.selectRow(at)
        self._note.setText("" if self._table.rows.rowCount() else _("Nog niets om aan te denken."))
        self._fit()

    def _fit(self) -> None:
        """APK and pass come from the card and the pass: they are read here, and changed there."""
        chosen = self._chosen()
        self._add.setEnabled(self._voertuig_id is not None)
        self._open.setEnabled(chosen is not None)
        self._remove.setEnabled(chosen is not None)
        self._done.setEnabled(chosen is not None and chosen.gedaan_op is None)

    def _make_new(self) -> None:
        if self._voertuig_id is not None:
            self._deuren.open_herinnering(self._voertuig_id, None)

    def _open_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self._may_change:
            self._deuren.open_herinnering(chosen.voertuig_id, chosen)

    def _mark_done(self) -> None:
        chosen, toegang = self._chosen(), self._toegang
        if chosen is not None:
            act = partial(toegang.herinneringen.mark_done, toegang.wie, chosen.id)
            toegang.background.run(self, act, self._ticked, self._failed)

    def _ticked(self, following: Herinnering | None) -> None:
        self._tell()
        if following is not None and following.kaart.op_datum is not None:
            sentence = _("Gedaan. De volgende staat op {datum}.")
            self._note.setText(sentence.format(datum=datum_tekst(following.kaart.op_datum)))

    def _delete(self) -> None:
        chosen, toegang = self._chosen(), self._toegang
        if chosen is not None:
            act = partial(toegang.herinneringen.delete, toegang.wie, chosen.id)
            toegang.background.run(self, act, lambda _gone: self._tell(), self._failed)

    def _tell(self) -> None:
        if self._voertuig_id is not None:
            self._deuren.changed.emit("herinnering", self._voertuig_id)

    def _changed_elsewhere(self, onderwerp: str, changed_id: int) -> None:
        if onderwerp == "pechhulp" or changed_id == self._voertuig_id:
            self.reload()
