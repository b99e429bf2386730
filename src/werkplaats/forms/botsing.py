"""Botsing: two people changed the same fields; field by field the person keeps his own value or takes the other's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from werkplaats.forms.waarden import value_text
from werkplaats.i18n import _
from werkplaats.ui.fields.choice import Combo
from werkplaats.ui.form import Form
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.zinnen import woord_veld

if TYPE_CHECKING:
    from werkplaats.errors import BotsendVeld, Botsing
    from werkplaats.forms.toegang import Toegang


class BotsingForm(Form):
    """Shows both values of each field in conflict; ``solved`` gives, per field, whether mine is kept."""

    solved = Signal(dict)

    def __init__(self, toegang: Toegang, botsing: Botsing) -> None:
        super().__init__("botsing", toegang.background, toegang.voorkeuren, None)
        self._choices: dict[str, Combo] = {}
        self.set_heading(
            _("Iemand was u voor"),
            _("{wie} bewaarde deze velden terwijl u ze ook wijzigde. Kies per veld wat blijft.").format(
                wie=botsing.door or _("Iemand anders")
            ),
        )
        self.set_page(self._page(botsing))
        self.set_main(_("&Bewaren"), "opslaan", self._solve)
        next(iter(self._choices.values())).setFocus()

    def _page(self, botsing: Botsing) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 24, 16)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for at, title in enumerate((_("Veld"), _("Mijn waarde"), _("Staat er nu"), _("Wat blijft"))):
            grid.addWidget(Label(title, "caption", "text_2"), 0, at)
        for row, veld in enumerate(botsing.velden, start=1):
            self._add(grid, row, veld)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        column.addLayout(grid)
        column.addStretch()
        return page

    def _add(self, grid: QGridLayout, row: int, veld: BotsendVeld) -> None:
        name = woord_veld(veld.veld)
        choice = Combo(veld.veld, [(True, _("De mijne")), (False, _("Die er staat"))], "m")
        choice.setAccessibleName(_("Wat blijft van {veld}").format(veld=name))
        self._choices[veld.veld] = choice
        grid.addWidget(Label(name, "strong"), row, 0)
        grid.addWidget(ElidedLabel(_shown(veld.veld, veld.mijn)), row, 1)
        grid.addWidget(ElidedLabel(_shown(veld.veld, veld.hun), "body", "text_2"), row, 2)
        grid.addWidget(choice, row, 3)

    def _solve(self) -> None:
        self.solved.emit({veld: bool(choice.value()) for veld, choice in self._choices.items()})
        self.close()


def _shown(veld: str, waarde: Any) -> str:
    return value_text(veld, waarde) or "–"
