"""Eigen lijsten: the articles, packages and standard texts of a shop; one adds, changes or takes away by hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.artikel import Artikel, Pakket, Standaardtekst, find, title
from werkplaats.domain.werkkaart_regel import DUIZEND, number_text
from werkplaats.forms.artikelen.inlezen import ask_file, read_file
from werkplaats.i18n import _, ngettext
from werkplaats.ui.button import Button
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.filterveld import FilterField
from werkplaats.ui.form import Form
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.ui.tabs import TabStrip
from werkplaats.usecases.werkkaarten import BELGIE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from werkplaats.domain.artikel import EigenLijsten, Voorstel
    from werkplaats.domain.rechten import Wie
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

SOORTEN: tuple[type[Artikel | Pakket | Standaardtekst], ...] = (Artikel, Pakket, Standaardtekst)
_MOST = 500
_SEARCH = "Ctrl+F"


class LijstenForm(Form):
    """One tab for each list; ``soort`` is the one that is shown first."""

    standard_size: ClassVar[tuple[int, int]] = (960, 640)

    def __init__(self, toegang: Toegang, deuren: Deuren, soort: type[Voorstel] = Artikel) -> None:
        super().__init__("eigen_lijsten", toegang.background, toegang.voorkeuren, None)
        self._toegang, self._deuren = toegang, deuren
        self._lijsten: EigenLijsten | None = None
        self._found: tuple[Voorstel, ...] = ()
        self._strip = TabStrip()
        for words in (_("&Artikelen"), _("&Pakketten"), _("&Standaardteksten")):
            self._strip.addTab(words)
        self._filter = FilterField(_("Zoek in deze lijst"), _("Code of woorden"), _SEARCH)
        belgian = toegang.wie.land == BELGIE
        self._tables = [Table(_columns(kind, belgian=belgian), indent=24) for kind in SOORTEN]
        self._stack = QStackedLayout()
        self._empty = EmptyList("artikel", "", "")
        self._build()
        self._connect()
        self._strip.setCurrentIndex(SOORTEN.index(soort))
        self.work(partial(toegang.artikelen.lijsten, toegang.wie), self._loaded)

    def _build(self) -> None:
        shop = self._toegang.wie.shop_naam
        self.set_heading(_("Eigen lijsten"), _("Waarmee {shop} een werkkaart vult").format(shop=shop))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        above = QVBoxLayout()
        above.setContentsMargins(24, 0, 24, 0)
        above.setSpacing(12)
        above.addWidget(self._strip)
        above.addWidget(self._filter)
        column.addLayout(above)
        column.addLayout(self._stack, 1)
        for table, words in zip(self._tables, (_("Artikelen"), _("Pakketten"), _("Standaardteksten")), strict=True):
            table.setAccessibleName(words)
            self._stack.addWidget(table)
        self._stack.addWidget(self._empty)
        self.set_page(page)
        self.set_main(_("&Nieuw"), "nieuw", self._make_new, key="Ins")
        self._open = self._door(_("Op&enen"), "bewerken", self._open_chosen)
        self._remove = self._door(_("&Weghalen"), "wissen", self._take_away)
        self._door(_("&Inlezen uit CSV …"), "lijsten", self._choose_file)
        self.bar.name_cancel(_("Sluiten"))

    def _door(self, text: str, icon: str, act: Callable[[], None]) -> Button:
        button = Button(text, icon=icon, kind="quiet")
        button.clicked.connect(lambda _checked: act())
        self.bar.add_door(button)
        return button

    def _connect(self) -> None:
        self._strip.currentChanged.connect(self._turned)
        self._filter.textChanged.connect(self._show)
        self._filter.opened.connect(self._open_chosen)
        self._filter.down.connect(self._go_down)
        QShortcut(QKeySequence(_SEARCH), self, self._filter.setFocus)
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            QShortcut(QKeySequence(keys), self, partial(self._turn, step))
        for table in self._tables:
            table.opened.connect(self._open_chosen)
            table.chosen.connect(self._fit)
            QShortcut(QKeySequence("Del"), table, self._take_away, context=Qt.ShortcutContext.WidgetShortcut)
        self._deuren.changed.connect(self._heard)
        self._deuren.heard.connect(self._heard)

    def open_tab(self, soort: type[Voorstel]) -> None:
        """Turns to one of the lists."""
        self._strip.setCurrentIndex(SOORTEN.index(soort))

    # Showing.

    @property
    def _kind(self) -> type[Artikel | Pakket | Standaardtekst]:
        return SOORTEN[self._strip.currentIndex()]

    @property
    def _table(self) -> Table:
        return self._tables[self._strip.currentIndex()]

    def _loaded(self, lijsten: EigenLijsten) -> None:
        self._read_anew(lijsten)
        self._filter.setFocus()

    def _read_anew(self, lijsten: EigenLijsten) -> None:
        self._lijsten = lijsten
        self._show()

    def _turn(self, step: int) -> None:
        self._strip.setCurrentIndex((self._strip.currentIndex() + step) % len(SOORTEN))

    def _turned(self) -> None:
        self._filter.clear()
        self._show()

    def _go_down(self) -> None:
        self._table.setFocus()

    def _whole(self, lijsten: EigenLijsten) -> Sequence[Voorstel]:
        catalogus = lijsten.catalogus
        lists: tuple[Sequence[Voorstel], ...] = (catalogus.artikelen, catalogus.pakketten, catalogus.teksten)
        return lists[self._strip.currentIndex()]

    def _show(self) -> None:
        lijsten = self._lijsten
        if lijsten is None:
            return
        chosen = self._chosen()
        text, whole = self._filter.text(), self._whole(lijsten)
        everything = tuple(find(whole, text))
        self._found = everything[:_MOST]
        belgian = self._toegang.wie.land == BELGIE
        self._table.set_rows([_row(een, lijsten, belgian=belgian) for een in self._found])
        at = next((at for at, een in enumerate(self._found) if chosen and een.code == chosen.code), 0)
        if at:
            self._table.selectRow(at)
        self._say_empty(text, bool(whole))
        self._stack.setCurrentIndex(self._strip.currentIndex() if self._found else len(SOORTEN))
        count = ngettext("{n} regel", "{n} regels", len(everything)).format(n=len(everything))
        more = _("{n} regels, de eerste {m} staan hier: typ meer").format(n=len(everything), m=_MOST)
        self.bar.say(count if len(everything) == len(self._found) else more)
        self._fit()

    def _say_empty(self, text: str, filled: bool) -> None:
        if filled:
            self._empty.say(
                _("Niets gevonden met “{tekst}”").format(tekst=text), _("Typ minder, of maak het met Nieuw (Ins).")
            )
        else:
            self._empty.say(
                _("Deze lijst is nog leeg"), _("Begin met Nieuw (Ins), of lees haar in uit een CSV-bestand.")
            )

    def _fit(self, _at: int = -1) -> None:
        for button in (self._open, self._remove):
            button.setEnabled(self._chosen() is not None)

    def _chosen(self) -> Voorstel | None:
        at = self._table.chosen_row()
        return self._found[at] if 0 <= at < len(self._found) else None

    # The verbs.

    def _make_new(self) -> None:
        if self._lijsten is not None:
            code = self._filter.text().strip() if not self._found else ""
            blank = Standaardtekst(code, "") if self._kind is Standaardtekst else self._kind(code, "")
            self._deuren.werkkaart.open_artikel(self._lijsten, blank, nieuw=True)

    def _open_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self._lijsten is not None:
            self._deuren.werkkaart.open_artikel(self._lijsten, chosen, nieuw=False)

    def _take_away(self) -> None:
        chosen, toegang, lijsten = self._chosen(), self._toegang, self._lijsten
        if chosen is not None and lijsten is not None:
            back = partial(toegang.artikelen.save, toegang.wie, None, chosen, lijsten.werken_of(chosen))
            call = partial(toegang.artikelen.remove, toegang.wie, chosen)
            self.work(call, lambda _nothing: self._taken_away(chosen, back), writes=True)

    def _taken_away(self, een: Voorstel, back: Callable[[], None]) -> None:
        said = _("{code} is weggehaald.").format(code=een.code)

        def undo() -> None:
            self.problem.clear()
            self.work(back, lambda _nothing: self._tell_changed(), writes=True)

        self.problem.show_problem(said, title(een), kind="ok", retry=undo, again=_("Ongedaan maken"))
        self._tell_changed()

    def _tell_changed(self) -> None:
        self._deuren.changed.emit("artikelen", self._toegang.wie.shop_id)

    def _heard(self, onderwerp: str, _changed_id: int = 0) -> None:
        if onderwerp == "artikelen":
            load = partial(self._toegang.artikelen.lijsten, self._toegang.wie)
            self.background.run(self, load, self._read_anew, self.show_problem)

    # From a file.

    def _choose_file(self) -> None:
        ask_file(self, self._read_file)

    def _read_file(self, path: Path) -> None:
        artikelen = self._toegang.artikelen
        read: Callable[[Wie, bytes], int] = {
            Artikel: artikelen.read_artikelen,
            Pakket: artikelen.read_pakketten,
            Standaardtekst: artikelen.read_teksten,
        }[self._kind]
        self.work(lambda: read_file(path, partial(read, self._toegang.wie)), self._was_read, writes=True)

    def _was_read(self, count: int) -> None:
        self.problem.show_problem(_("{aantal} ingelezen.").format(aantal=count), kind="ok")
        self._tell_changed()


def _columns(kind: type[Voorstel], *, belgian: bool) -> tuple[Column, ...]:
    begin = (Column(_("Code"), 144), Column(_("Tekst") if kind is Standaardtekst else _("Omschrijving")))
    works = (Column(_("Car-Pass"), 120),) if belgian else ()
    if kind is Artikel:
        stock = (Column(_("Voorraad"), 96, right=True), Column(_("Locatie"), 88))
        return (*begin, *works, *stock, Column(_("Eenheid"), 80), Column(_("Prijs"), 96, right=True))
    return (*begin, *works, Column(_("Artikelen"), 96, right=True)) if kind is Pakket else begin


def _row(een: Voorstel, lijsten: EigenLijsten, *, belgian: bool) -> tuple[Cell, ...]:
    begin = (Cell(een.code, strong=True), Cell(title(een)))
    works = (_works(een, lijsten),) if belgian else ()
    if isinstance(een, Artikel):
        stock = number_text(een.voorraad, DUIZEND) if een.voorraad is not None else ""
        where = Cell(stock), Cell(een.locatie, role="text_2")
        unit = Cell(een.eenheid, role="text_2", icon="uren" if een.uren else "", name=een.eenheid)
        return (*begin, *works, *where, unit, Cell(str(een.prijs)))
    return (*begin, *works, Cell(str(len(een.delen)))) if isinstance(een, Pakket) else begin


def _works(een: Voorstel, lijsten: EigenLijsten) -> Cell:
    """The kinds of work of Car-Pass; one that it no longer knows is marked."""
    codes, known = lijsten.werken_of(een), {code for code, _label in lijsten.activiteiten}
    gone = bool(known) and any(code not in known for code in codes)
    return Cell(", ".join(codes), role="text_2", icon="warning" if gone else "", icon_role="warn")
