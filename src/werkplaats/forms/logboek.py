"""Logboek: who changed what of a record, when, and what stood there before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from werkplaats.forms.waarden import logged_text
from werkplaats.i18n import _
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.form import Form
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.zinnen import woord_veld

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.treffers import LogRegel
    from werkplaats.forms.toegang import Toegang


class LogboekForm(Form):
    """The lines of the logboek of one record, the newest first; a filter picks those with a word in them."""

    def __init__(self, toegang: Toegang, title: str, load: Callable[[], tuple[LogRegel, ...]]) -> None:
        super().__init__("logboek", toegang.background, toegang.voorkeuren, None)
        self._zone = toegang.wie.zone
        self._lines: tuple[LogRegel, ...] = ()
        self._filter = TextField("filter", "l", placeholder=_("Filter: veld, naam of waarde"))
        self._filter.setAccessibleName(_("Filter in het logboek"))
        self._table = Table(_columns(), indent=24)
        self._table.setAccessibleName(_("Logboek"))
        self._empty = EmptyList("logboek", _("Nog geen regels"))
        self._build(title)
        self.work(load, self._loaded)

    def _build(self, title: str) -> None:
        self.set_heading(_("Logboek"), title)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        line = QVBoxLayout()
        line.setContentsMargins(24, 0, 24, 0)
        line.addWidget(self._filter)
        column.addLayout(line)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        column.addLayout(self._stack, 1)
        self.set_page(page)
        self.bar.name_cancel(_("Sluiten"))
        self._filter.textChanged.connect(self._show)

    def _loaded(self, lines: tuple[LogRegel, ...]) -> None:
        self._lines = lines
        self._show()
        self._table.setFocus()

    def _show(self) -> None:
        words = self._filter.text().casefold().split()
        rows = [cells for line in self._lines if _matches(cells := self._row(line), words)]
        self._table.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        if words:
            self._empty.say(_("Niets gevonden"), _("Geen regel met '{tekst}'.").format(tekst=self._filter.text()))
        else:
            self._empty.say(_("Nog geen regels"))

    def _row(self, line: LogRegel) -> tuple[Cell, ...]:
        moment = line.moment.lokaal(self._zone)
        return (
            Cell(f"{moment:%d-%m-%Y %H:%M}", role="text_2"),
            Cell(line.wie),
            Cell(_act(line.handeling), role="text_2"),
            Cell(woord_veld(line.veld), strong=True),
            Cell(_value(line.voor, line), role="text_2"),
            Cell(_value(line.na, line)),
        )


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Wanneer"), 164),
        Column(_("Wie"), 148),
        Column(_("Wat"), 128),
        Column(_("Veld"), 148),
        Column(_("Was"), None),
        Column(_("Werd"), None),
    )


def _act(handeling: str) -> str:
    words = {
        "toegevoegd": _("toegevoegd"),
        "gewijzigd": _("gewijzigd"),
        "rdw": _("van de RDW"),
        "bekeken": _("bekeken"),
        "verwijderd": _("verwijderd"),
    }
    return words.get(handeling, handeling)


def _value(text: str | None, line: LogRegel) -> str:
    if text is not None:
        return logged_text(text)
    return _("niet vastgelegd") if line.voor is None and line.na is None else ""


def _matches(cells: tuple[Cell, ...], words: list[str]) -> bool:
    text = " ".join(cell.text for cell in cells).casefold()
    return all(word in text for word in words)
