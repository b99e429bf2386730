"""Historie: everything that ever happened with a car on one line of time, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from werkplaats.forms.historie.openen import open_voorval
from werkplaats.forms.historie.regels import columns, kinds, row
from werkplaats.forms.hoofd import AutoHoofd
from werkplaats.i18n import _, ngettext
from werkplaats.ui.button import Button
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.fields.choice import Combo
from werkplaats.ui.form import Form
from werkplaats.ui.labels import Label
from werkplaats.ui.table import Table

if TYPE_CHECKING:
    from werkplaats.domain.historie import Voorval
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

_ELSEWHERE = frozenset({"pechhulp", "contact", "werkkaart", "melding", "order", "schade", "garantie", "herinnering"})
"""Subjects of which a line may come that does not name the car."""


class HistorieForm(Form):
    """The line of time of one car; a choice above it leaves one kind of thing, Enter opens what a line tells of."""

    standard_size: ClassVar[tuple[int, int]] = (940, 640)

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int) -> None:
        super().__init__("historie", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._deuren = deuren
        self._voertuig_id = voertuig_id
        self._title = ""
        self._voorvallen: tuple[Voorval, ...] = ()
        self._shown: list[Voorval] = []
        self._head = AutoHoofd(lambda: deuren.open_hulp("historie"), _("Historie"))
        self._kind = Combo("soort", kinds(toegang.wie.land), "m")
        self._kind.setAccessibleName(_("Soort"))
        self._found = Label("", "small", "text_2")
        self._table = Table(columns(), indent=24)
        self._table.setAccessibleName(_("Historie, het nieuwste eerst"))
        self._empty = EmptyList("historie", _("Niets van deze soort"), _("Kies een andere soort om meer te zien."))
        self._stack = QStackedLayout()
        self._open = Button(_("Op&enen"), icon="bewerken", kind="quiet")
        self._build()
        self.reload()

    def reload(self) -> None:
        """Reads all anew: something happened with this car."""
        self.work(self._ask, self._loaded)

    def _build(self) -> None:
        self.setWindowTitle(_("Historie"))
        self.set_header(self._head)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        line = QHBoxLayout()
        line.setContentsMargins(24, 0, 24, 0)
        line.setSpacing(12)
        line.addWidget(self._kind)
        line.addWidget(self._found, 1)
        column.addLayout(line)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        self.set_page(page)
        self.bar.add_door(self._open)
        self.bar.name_cancel(_("Sluiten"))
        self._open.clicked.connect(self._open_chosen)
        self._table.opened.connect(self._open_chosen)
        self._kind.changed.connect(self._show)
        self._deuren.changed.connect(self._changed_elsewhere)

    def _ask(self) -> tuple[tuple[Voorval, ...], Voertuig]:
        toegang = self._toegang
        voorvallen = toegang.historie.van_voertuig(toegang.wie, self._voertuig_id)
        return voorvallen, toegang.voertuigen.load(toegang.wie, self._voertuig_id)

    def _loaded(self, answer: tuple[tuple[Voorval, ...], Voertuig]) -> None:
        self._voorvallen, voertuig = answer
        kaart = voertuig.kaart
        self._head.show_car(voertuig)
        self._title = kaart.kenteken.weergave if kaart.kenteken else f"{kaart.merk} {kaart.model}".strip()
        self._show()
        self._table.setFocus()

    def _read_anew(self, answer: tuple[tuple[Voorval, ...], Voertuig]) -> None:
        """What happened beside this window joins the line; what was chosen stays chosen."""
        if answer[0] != self._voorvallen:
            self._voorvallen = answer[0]
            self._show()

    def _show(self) -> None:
        chosen, kind = self._chosen(), str(self._kind.value())
        self._shown = [voorval for voorval in self._voorvallen if kind in ("", voorval.soort.value)]
        self._table.set_rows([row(voorval, self._toegang.wie.land) for voorval in self._shown])
        if chosen in self._shown:
            self._table.selectRow(self._shown.index(chosen))
        count = len(self._shown)
        self._found.setText(ngettext("{n} gebeurtenis", "{n} gebeurtenissen", count).format(n=count))
        self._stack.setCurrentIndex(0 if self._shown else 1)
        self._open.setEnabled(bool(self._shown))

    def _chosen(self) -> Voorval | None:
        at = self._table.chosen_row()
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def _open_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            open_voorval(self._deuren, self._voertuig_id, self._title, chosen, self)

    def _changed_elsewhere(self, onderwerp: str, changed_id: int) -> None:
        if onderwerp in _ELSEWHERE or (onderwerp == "voertuig" and changed_id == self._voertuig_id):
            self.background.run(self, self._ask, self._read_anew, self.show_problem)
