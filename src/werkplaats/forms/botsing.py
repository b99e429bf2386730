"""Botsing: two people changed the same fields; field by field the person keeps his own value or takes the other's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from werkplaats.forms.waarden import NOTHING, value_text
from werkplaats.i18n import _, ngettext
from werkplaats.ui.cards import HairLine
from werkplaats.ui.fields.radio import Radio
from werkplaats.ui.form import Form
from werkplaats.ui.labels import Label
from werkplaats.zinnen import woord_veld

if TYPE_CHECKING:
    from werkplaats.errors import BotsendVeld, Botsing
    from werkplaats.forms.toegang import Toegang


class BotsingForm(Form):
    """Shows both values of each field in conflict; ``solved`` gives, per field, whether mine is kept."""

    solved = Signal(dict)
    standard_size: ClassVar[tuple[int, int]] = (720, 400)

    def __init__(self, toegang: Toegang, botsing: Botsing) -> None:
        super().__init__("botsing", toegang.background, toegang.voorkeuren, None)
        self._mine: dict[str, Radio] = {}
        other = botsing.door or _("Iemand anders")
        count = len(botsing.velden)
        self.set_heading(
            _("{wie} was u voor").format(wie=other),
            ngettext(
                "U heeft allebei hetzelfde veld gewijzigd. Kies welke waarde blijft. Er is nog niets opgeslagen.",
                "U heeft allebei dezelfde {n} velden gewijzigd. Kies per veld wat blijft. Er is nog niets opgeslagen.",
                count,
            ).format(n=count),
        )
        self.set_page(self._page(botsing, other))
        self.set_main(_("&Keuze opslaan"), "opslaan", self._solve)
        self._mine[botsing.velden[0].veld].setFocus()

    def _page(self, botsing: Botsing, other: str) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 24, 24)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for at, title in enumerate((_("Veld"), _("Wat u invulde"), _("Wat {wie} invulde").format(wie=other))):
            grid.addWidget(Label(title, "caption", "text_2"), 0, at)
        grid.addWidget(HairLine(), 1, 0, 1, 3)
        for row, veld in enumerate(botsing.velden, start=2):
            self._add(grid, row, veld, other)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        column.addLayout(grid)
        column.addStretch()
        return page

    def _add(self, grid: QGridLayout, row: int, veld: BotsendVeld, other: str) -> None:
        name = woord_veld(veld.veld)
        mine, theirs = Radio(_shown(veld.veld, veld.mijn)), Radio(_shown(veld.veld, veld.hun))
        mine.setAccessibleName(_("{veld}: mijn waarde, {waarde}").format(veld=name, waarde=mine.text()))
        theirs.setAccessibleName(
            _("{veld}: de waarde van {wie}, {waarde}").format(veld=name, wie=other, waarde=theirs.text())
        )
        group = QButtonGroup(self)
        group.addButton(mine)
        group.addButton(theirs)
        mine.setChecked(True)
        self._mine[veld.veld] = mine
        for at, widget in enumerate((Label(name, "strong"), mine, theirs)):
            grid.addWidget(widget, row, at)

    def _solve(self) -> None:
        self.solved.emit({veld: mine.isChecked() for veld, mine in self._mine.items()})
        self.close()


def _shown(veld: str, waarde: Any) -> str:
    return value_text(veld, waarde) or NOTHING
