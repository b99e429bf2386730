"""The tab Leen/Huur of the vehicle card: whether the car is offered as a loan car, and who had, has or gets it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout

from werkplaats.domain.kmstand import km_text
from werkplaats.domain.leen import Leenstaat, moment_tekst
from werkplaats.domain.rechten import Recht
from werkplaats.forms.muteren.pagina import VeldenPagina
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.chip import state_look
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.fields.choice import Check
from werkplaats.ui.rows import FieldGrid
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.ui.tabs import Tab
from werkplaats.zinnen.leen import woord_leensoort, woord_leenstaat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from werkplaats.domain.leen import Leenperiode
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form
    from werkplaats.usecases.leenperiodes import LeenNu


def leen_tabs(toegang: Toegang, deuren: Deuren, form: Form, voertuig_id: int | None) -> Iterator[Tab]:
    """The tab, for a car that is known and a person who may see werkkaarten."""
    if voertuig_id is not None and toegang.wie.mag(Recht.WERKKAART_ZIEN):
        yield Tab("leen", _("Leen/Huur"), partial(LeenPagina, toegang, deuren, form, voertuig_id))


class LeenPagina(VeldenPagina):
    """The page of the tab: the tick is a field of the card, a period is saved at once, by itself.

    ``form`` is the window that it stands in: there problems are told, and an undo is offered.
    """

    def __init__(self, toegang: Toegang, deuren: Deuren, form: Form, voertuig_id: int) -> None:
        grid = FieldGrid("dialog")
        grid.group(_("Leenauto"))
        hint = _("Een werkkaart biedt hem aan als hij vrij is. Uitlenen kan ook zonder dit vinkje.")
        grid.row("", Check("leenauto", _("Dit is een leenauto")), hint=hint)
        grid.group(_("Wie de auto heeft, kreeg en krijgt"))
        super().__init__(grid)
        self._toegang, self._deuren, self._form, self._voertuig_id = toegang, deuren, form, voertuig_id
        self._lines: tuple[LeenNu, ...] = ()
        self._table = Table(_columns(), indent=12)
        self._table.setAccessibleName(_("Leen en huur van deze auto"))
        self._new = self._button(_("Uitlenen"), "nieuw", "Ins", self._make_new)
        self._open = self._button(_("Openen"), "bewerken", "Enter", self._open_chosen)
        self._back = self._button(_("Terug"), "leen", "Ctrl+T", self._take_in)
        self._remove = self._button(_("Weghalen"), "wissen", "Del", self._delete)
        self._lay_out()
        self._connect()
        self.reload()

    def reload(self) -> None:
        """Reads what stands there now."""
        toegang = self._toegang
        ask = partial(toegang.leenperiodes.van_voertuig, toegang.wie, self._voertuig_id)
        toegang.background.run(self, ask, self._show, self._form.show_problem)

    def _button(self, words: str, icon: str, key: str, act: Callable[[], None]) -> Button:
        button = Button(words, icon=icon, key=key, kind="normal" if key == "Ins" else "quiet")
        button.clicked.connect(lambda _checked=False: act())
        button.setVisible(self._may_change)
        return button

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self._table)
        advice = _("Druk op Uitlenen (Ins) om hem mee te geven.") if self._may_change else ""
        self._stack.addWidget(EmptyList("leen", _("Deze auto is nog niet uitgeleend"), advice))
        page = self.layout()
        if isinstance(page, QVBoxLayout):
            page.setSpacing(8)
            page.addLayout(self._stack, 1)
            row = QHBoxLayout()
            row.setSpacing(8)
            for button in (self._new, self._open, self._back, self._remove):
                row.addWidget(button)
            row.addStretch(1)
            page.addLayout(row)

    def _connect(self) -> None:
        self._table.opened.connect(lambda _at: self._open_chosen())
        self._table.chosen.connect(lambda _at: self._fit())
        self._deuren.changed.connect(self._changed_elsewhere)
        # Also where the list is empty, and nothing of it can have the keyboard.
        QShortcut(QKeySequence("Ins"), self, self._new.click)
        QShortcut(QKeySequence("Ctrl+T"), self, self._back.click)
        QShortcut(QKeySequence("Del"), self._table, self._remove.click, context=Qt.ShortcutContext.WidgetShortcut)
        self._fit()

    @property
    def _may_change(self) -> bool:
        return self._toegang.wie.mag(Recht.WERKKAART_WIJZIGEN)

    def _chosen(self) -> LeenNu | None:
        at = self._table.chosen_row()
        return self._lines[at] if 0 <= at < len(self._lines) else None

    def _show(self, lines: tuple[LeenNu, ...]) -> None:
        before = self._chosen()
        self._lines = lines
        zone = self._toegang.wie.zone
        self._table.set_rows([_row(line, zone) for line in lines])
        ids = [line.periode.id for line in lines]
        if before is not None and before.periode.id in ids:
            self._table.selectRow(ids.index(before.periode.id))
        self._stack.setCurrentIndex(0 if lines else 1)
        self._fit()

    def _fit(self) -> None:
        chosen = self._chosen()
        self._open.setEnabled(chosen is not None)
        self._remove.setEnabled(chosen is not None)
        self._back.setEnabled(chosen is not None and chosen.staat in (Leenstaat.UIT, Leenstaat.TE_LAAT))

    def _make_new(self) -> None:
        self._deuren.leen.new_leen(self._voertuig_id)

    def _open_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self._may_change:
            self._deuren.leen.open_leen(chosen.periode)

    def _take_in(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._deuren.leen.take_in(chosen.periode)

    def _delete(self) -> None:
        chosen, toegang = self._chosen(), self._toegang
        if chosen is not None:
            act = partial(toegang.leenperiodes.delete, toegang.wie, chosen.periode.id)
            toegang.background.run(self, act, self._removed, self._form.show_problem)

    def _removed(self, periode: Leenperiode) -> None:
        words = _("De uitlening aan {wie} is weggehaald.").format(wie=periode.kaart.wie)
        undo = partial(self._put_back, periode.id)
        self._form.problem.show_problem(words, kind="ok", retry=undo, again=_("Ongedaan maken"))
        self._deuren.leen.tell(periode)

    def _put_back(self, nummer: int) -> None:
        toegang = self._toegang
        act = partial(toegang.leenperiodes.put_back, toegang.wie, nummer)
        toegang.background.run(self, act, self._is_back, self._form.show_problem)

    def _is_back(self, periode: Leenperiode) -> None:
        self._form.problem.clear()
        self._deuren.leen.tell(periode)

    def _changed_elsewhere(self, onderwerp: str, changed_id: int) -> None:
        if onderwerp == "voertuig" and changed_id == self._voertuig_id:
            self.reload()


def _columns() -> tuple[Column, ...]:
    when = (Column(_("Van"), 136), Column(_("Tot"), 136))
    readings = (Column(_("Km uit"), 80, right=True), Column(_("Km in"), 80, right=True))
    return (Column(_("Staat"), 112), Column(_("Aan wie"), None), Column(_("Soort"), 64), *when, *readings)


def _row(nu: LeenNu, zone: str) -> tuple[Cell, ...]:
    kaart = nu.periode.kaart
    late = nu.staat is Leenstaat.TE_LAAT
    return (
        Cell(woord_leenstaat(nu.staat.value), state=state_look("leen", nu.staat.value)),
        Cell(kaart.wie, strong=kaart.terug is None),
        Cell(woord_leensoort(kaart.soort.value), role="text_2"),
        Cell(moment_tekst(kaart.van, zone), role="text_2"),
        Cell(moment_tekst(kaart.terug or kaart.tot, zone), role="error" if late else "text_2"),
        Cell(km_text(kaart.km_uit) if kaart.km_uit is not None else ""),
        Cell(km_text(kaart.km_in) if kaart.km_in is not None else ""),
    )
