"""Which columns of a list a person sees: he ticks them in a menu, and they are so the next time too."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from werkplaats.i18n import _
from werkplaats.ui.menu import Menu
from werkplaats.ui.signbutton import SignButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from werkplaats.ui.lijst.soort import ListColumn, ListKind
    from werkplaats.ui.voorkeuren import Voorkeuren


class ColumnMenu(QObject):
    """The button with the menu of columns; ``changed`` when another set is chosen."""

    changed = Signal()

    def __init__(self, kind: ListKind, voorkeuren: Voorkeuren, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = kind
        self._voorkeuren = voorkeuren
        self.button = SignButton("kolommen", _("Kolommen kiezen"))
        self.button.clicked.connect(self.open)
        standard = [column.name for column in kind.columns if column.standard]
        self._names = set(voorkeuren.columns(kind.name) or standard)

    @property
    def chosen(self) -> tuple[ListColumn, ...]:
        """The columns in sight, in their order."""
        return tuple(column for column in self._kind.columns if column.fixed or column.name in self._names)

    def open(self) -> None:
        """Shows the columns, those in sight with a mark."""
        menu = Menu(self.button)
        for column in self._kind.columns:
            shown = column in self.chosen
            action = menu.add(column.title, "akkoord" if shown else "")
            action.setEnabled(not column.fixed)
            action.setObjectName(column.name)
            action.triggered.connect(partial(self._turn, column.name))
        menu.open_once(self.button.mapToGlobal(QPoint(0, self.button.height() + 4)))

    def _turn(self, name: str) -> None:
        self._names ^= {name}
        self._voorkeuren.remember_columns(self._kind.name, [column.name for column in self.chosen])
        self.changed.emit()
