"""Logboek: who changed what of a record, when, and what stood there before and after."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from werkplaats.forms.waarden import logged_text
from werkplaats.i18n import _, ngettext
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.form import Form
from werkplaats.ui.labels import Label
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.zinnen import woord_veld
from werkplaats.zinnen.termen import woord_handeling

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.treffers import LogRegel
    from werkplaats.forms.toegang import Toegang

_SAME = 3
"""The first columns (when, who, what) are said once for the lines of one act."""


def source_of(toegang: Toegang, onderwerp: str) -> Callable[[Wie, int], tuple[LogRegel, ...]]:
    """Who knows the lines of a record of this subject."""
    sources = {
        "voertuig": toegang.voertuigen.logboek,
        "werkkaart": toegang.werkkaarten.logboek,
        "order": toegang.verkoop.orders.logboek,
    }
    return sources.get(onderwerp, toegang.relaties.logboek)


class LogboekForm(Form):
    """The lines of the logboek of one record, the newest first; a filter picks those with certain words in them."""

    standard_size: ClassVar[tuple[int, int]] = (1000, 600)

    def __init__(self, toegang: Toegang, title: str, load: Callable[[], tuple[LogRegel, ...]]) -> None:
        super().__init__("logboek", toegang.background, toegang.voorkeuren, None)
        self._zone = toegang.wie.zone
        self._load = load
        self._lines: list[tuple[Cell, ...]] = []
        self._filter = TextField("filter", "l", placeholder=_("Filter: veld, naam of waarde"))
        self._filter.setAccessibleName(_("Filter in het logboek"))
        self._found = Label("", "small", "text_2")
        self._table = Table(_columns(), indent=24)
        self._table.setAccessibleName(_("Logboek"))
        self._empty = EmptyList("logboek", "")
        self._stack = QStackedLayout()
        self._build(title)
        self.reload()

    def reload(self) -> None:
        """Reads the lines anew: something was saved."""
        self.work(self._load, self._loaded)

    def _build(self, title: str) -> None:
        self.set_heading(_("Logboek"), title)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        line = QVBoxLayout()
        line.setContentsMargins(24, 0, 24, 0)
        line.setSpacing(4)
        line.addWidget(self._filter)
        line.addWidget(self._found)
        column.addLayout(line)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        self.set_page(page)
        self.bar.name_cancel(_("Sluiten"))
        self._filter.textChanged.connect(self._show)
        self._filter.setFocus()

    def _loaded(self, lines: tuple[LogRegel, ...]) -> None:
        self._lines = [_row(line, self._zone) for line in lines]
        self._show()

    def _show(self) -> None:
        text = self._filter.text().strip()
        rows = [cells for cells in self._lines if _matches(cells, text.casefold().split())]
        self._table.set_rows(_said_once(rows))
        self._found.setText(ngettext("{n} regel", "{n} regels", len(rows)).format(n=len(rows)))
        self._stack.setCurrentIndex(0 if rows else 1)
        if text:
            self._empty.say(
                _("Niets gevonden voor “{tekst}”").format(tekst=text), _("Haal een woord weg om meer te zien.")
            )
        else:
            self._empty.say(_("Nog geen regels"), _("Hier komt te staan wie wat wijzigt."))


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Wanneer"), 152),
        Column(_("Wie"), 144),
        Column(_("Wat"), 184),
        Column(_("Veld"), 168),
        Column(_("Was"), None),
        Column(_("Werd"), None),
    )


def _row(line: LogRegel, zone: str) -> tuple[Cell, ...]:
    moment = line.moment.lokaal(zone)
    was, became = _values(line)
    return (
        Cell(f"{moment:%d-%m-%Y %H:%M}"),
        Cell(line.wie, name=_("{wie}, op {werkplek}").format(wie=line.wie, werkplek=line.werkplek)),
        Cell(woord_handeling(line.handeling), role="text_2"),
        Cell(woord_veld(line.veld), strong=True),
        Cell(was, role="text_2"),
        Cell(became),
    )


def _values(line: LogRegel) -> tuple[str, str]:
    """Before and after; of a security code only the act is kept."""
    if line.voor is None and line.na is None:
        return " ", " " if line.handeling == "bekeken" else _("niet vastgelegd")
    return logged_text(line.veld, line.voor or ""), logged_text(line.veld, line.na or "")


def _said_once(rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The rows with when, who and what only at the first line of an act; a screen reader hears them at each."""
    shown = rows[:1]
    for before, row in pairwise(rows):
        if before[:_SAME] == row[:_SAME]:
            again = tuple(Cell(" ", name=cell.spoken) for cell in row[:_SAME])
            shown.append((*again, *row[_SAME:]))
        else:
            shown.append(row)
    return shown


def _matches(cells: tuple[Cell, ...], words: list[str]) -> bool:
    text = " ".join(cell.text for cell in cells).casefold()
    return all(word in text for word in words)
