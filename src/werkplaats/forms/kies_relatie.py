"""Kies relatie: find the person or company to choose, or make a new one of the words that were typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.rechten import Recht
from werkplaats.domain.voertuig import RelatieKop
from werkplaats.forms.hoofd import Hoofd
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.cards import Card
from werkplaats.ui.chip import KeyCap
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.form import Form
from werkplaats.ui.labels import Label
from werkplaats.ui.resultaat import NIEUW, Heading, Row, relatie_row
from werkplaats.ui.resultatenlijst import ResultList
from werkplaats.ui.work import Latest
from werkplaats.ui.zoekveld import SearchBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.treffers import RelatieTreffer
    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.resultaat import Line

_MOST = 50


class KiesRelatieForm(Form):
    """``chosen`` is told of the relatie that a person chose, or made anew; then the dialog is done."""

    standard_size: ClassVar[tuple[int, int]] = (640, 560)

    def __init__(self, toegang: Toegang, deuren: Deuren, chosen: Callable[[RelatieKop], None]) -> None:
        super().__init__("kies_relatie", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._deuren = deuren
        self._tell = chosen
        self._found: tuple[RelatieTreffer, ...] = ()
        self._may_make = toegang.wie.mag(Recht.RELATIE_WIJZIGEN)
        self._entered = False
        self._search = Latest(toegang.background, self)
        self._build()
        self._box.textChanged.connect(self._typed)
        self._box.moved.connect(self._list.move_choice)
        self._list.opened.connect(self._pick)
        self._box.setFocus()

    def _build(self) -> None:
        self.setWindowTitle(_("Kies een relatie"))
        self._box = SearchBox(_("Zoek een relatie"), _("Naam, postcode + nummer, telefoon of e-mail"))
        self._list = ResultList(_("Gevonden relaties"))
        about = _("Typ een deel van de naam, het telefoonnummer, het e-mailadres of de postcode met huisnummer.")
        self._empty = EmptyList("relatie", _("Wie zoekt u?"), about)
        self.set_header(self._make_head())
        self.set_page(self._page())
        self.set_main(_("&Kiezen"), "opslaan", self._choose, "Enter")
        if self._may_make:
            new = Button(_("&Nieuwe relatie …"), icon="nieuw", kind="quiet")
            new.clicked.connect(self._make)
            self.bar.add_door(new)

    def _make_head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Hoofd(lambda: self._deuren.open_hulp("relatie"), Label(_("Kies een relatie"), "title")))
        box = QVBoxLayout()
        box.setContentsMargins(24, 0, 24, 0)
        box.addWidget(self._box)
        column.addLayout(box)
        return head

    def _page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        card = Card(padding=1)
        self._stack = QStackedLayout()
        card.body.addLayout(self._stack)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._list)
        column.addWidget(card, 1)
        keys = QHBoxLayout()
        keys.setSpacing(4)
        for cap in ("↑", "↓"):
            keys.addWidget(KeyCap(cap))
        keys.addWidget(Label(_("langs de lijst, terwijl u verder typt"), "small", "text_2"))
        keys.addStretch()
        column.addLayout(keys)
        return page

    # Searching.

    def _typed(self, text: str) -> None:
        self._entered = False
        toegang = self._toegang
        if text.strip():
            self._search.ask(
                lambda: toegang.zoeken.relaties(toegang.wie, text, _MOST),
                partial(self._show, text),
                self._search_failed,
            )
        else:
            self._search.forget()
            self._found = ()
            self._stack.setCurrentWidget(self._empty)

    def _show(self, text: str, found: tuple[RelatieTreffer, ...]) -> None:
        self.problem.clear()
        self._found = found
        self._list.painter.search = text
        lines: list[Line] = [relatie_row(treffer) for treffer in found]
        if not found:
            lines.append(Heading(_("Niemand gevonden met '{tekst}'").format(tekst=text.strip())))
        if self._may_make:
            title = _("Nieuwe relatie '{tekst}' …").format(tekst=text.strip())
            lines.append(Row(NIEUW, 0, title, _("Maakt een kaart met wat u typte"), icon="nieuw"))
        self._list.show_lines(lines, choose=True)
        self._stack.setCurrentWidget(self._list)
        if self._entered:
            self._choose()

    def _search_failed(self, problem: WerkplaatsError) -> None:
        self._entered = False
        self.show_problem(problem, lambda: self._typed(self._box.text()))

    # Choosing.

    def _choose(self) -> None:
        """Enter, pressed before the answer is there, takes the first line of the answer."""
        if self._search.is_busy:
            self._entered = True
        elif self._stack.currentWidget() is self._list:
            self._list.open_chosen()

    def _pick(self, row: Row) -> None:
        if row.soort == NIEUW:
            self._make()
            return
        treffer = next(treffer for treffer in self._found if treffer.id == row.id)
        self._tell(RelatieKop(treffer.id, treffer.weergave, treffer.adresregel, treffer.telefoon))
        self.close()

    def _make(self) -> None:
        self._deuren.new_relatie(self._box.text().strip(), self._tell)
        self.close()
