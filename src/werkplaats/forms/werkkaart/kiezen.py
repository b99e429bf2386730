"""Choose an article, a standard text or a package out of the shop's own list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.artikel import Artikel, Voorstel, find, title
from werkplaats.forms.werkkaart.voorstellen import stock_text
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.cards import Card
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.form import Form
from werkplaats.ui.table import Cell, Column, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from werkplaats.forms.toegang import Toegang

_MOST = 500


class KiesForm(Form):
    """``chosen`` is told of the one that a person took; then the dialog is done."""

    standard_size: ClassVar[tuple[int, int]] = (720, 560)

    def __init__(
        self,
        toegang: Toegang,
        heading: str,
        lijst: Sequence[Voorstel],
        chosen: Callable[[Voorstel], None],
        begun: str = "",
        edit: Callable[[], None] | None = None,
    ) -> None:
        super().__init__("werkkaart_kiezen", toegang.background, toegang.voorkeuren, None)
        self._lijst = tuple(lijst)
        self._found: tuple[Voorstel, ...] = ()
        self._tell = chosen
        self.set_heading(heading)
        self._filter = TextField("filter", placeholder=_("Code of woorden"))
        self._filter.setAccessibleName(_("Zoek in {lijst}").format(lijst=heading))
        self._table = Table(
            (
                Column(_("Code"), 136),
                Column(_("Omschrijving")),
                Column("", 168, right=True),
                Column(_("Prijs"), 92, right=True),
            ),
            indent=16,
        )
        self._table.setAccessibleName(heading)
        self._empty = EmptyList("artikel", "", "")
        self._build_page()
        self.set_main(_("&Nemen"), "opslaan", self._take, "Enter")
        self._filter.textChanged.connect(self._show)
        self._filter.installEventFilter(self)
        self._table.opened.connect(lambda _row: self._take())
        if edit is not None:
            self._offer_editing(edit)
        self._filter.setText(begun)
        self._show()
        self._filter.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk the list while one types."""
        walks = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if watched is self._filter and event.type() == QEvent.Type.KeyPress and walks:
            QApplication.sendEvent(self._table, event)
            return True
        return super().eventFilter(watched, event)

    def _build_page(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._filter)
        card = Card(padding=1)
        self._stack = QStackedLayout()
        card.body.addLayout(self._stack)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        column.addWidget(card, 1)
        self.set_page(page)

    def _show(self) -> None:
        text = self._filter.text()
        self._found = tuple(find(self._lijst, text))[:_MOST]
        self._table.set_rows([_row(een) for een in self._found])
        self._stack.setCurrentIndex(0 if self._found else 1)
        if not self._lijst:
            self._empty.say(_("Deze lijst is nog leeg"), _("Een beheerder vult haar met Lijst bewerken."))
        elif not self._found:
            self._empty.say(_("Niets gevonden met “{tekst}”").format(tekst=text), _("Typ minder, of een ander woord."))

    def _offer_editing(self, edit: Callable[[], None]) -> None:
        """Who may change the list goes there from here; what he chooses from is that list then, so this window goes."""
        door = Button(_("Lijst &bewerken"), icon="bewerken", kind="quiet")

        def go() -> None:
            self.close()
            edit()

        door.clicked.connect(go)
        self.bar.add_door(door)

    def _take(self) -> None:
        row = self._table.chosen_row()
        if 0 <= row < len(self._found):
            chosen = self._found[row]
            self.close()
            self._tell(chosen)


def _row(een: Voorstel) -> tuple[Cell, ...]:
    price = Cell(str(een.prijs)) if isinstance(een, Artikel) else Cell(" ")
    return Cell(een.code, role="text_2"), Cell(title(een)), Cell(stock_text(een) or " ", role="text_2"), price
