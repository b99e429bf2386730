"""Another name for a file of a record; what the file is, its ending keeps saying."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.bijlage import NAAM, ending
from werkplaats.i18n import _
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.form import Form
from werkplaats.ui.rows import FieldGrid

if TYPE_CHECKING:
    from werkplaats.domain.bijlage import Bijlage
    from werkplaats.errors import Botsing
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class NaamForm(Form):
    """One field: the name without its ending, which stands behind it."""

    standard_size: ClassVar[tuple[int, int]] = (620, 360)

    def __init__(self, toegang: Toegang, deuren: Deuren, bijlage: Bijlage) -> None:
        super().__init__("bijlage_naam", toegang.background, toegang.voorkeuren, None)
        self._toegang, self._deuren, self._bijlage = toegang, deuren, bijlage
        self._field = TextField(NAAM)
        self._field.set_value(self._stem())
        self.set_heading(_("Naam van het bestand"), _("In het logboek blijft staan hoe het heette."))
        grid = FieldGrid("dialog")
        grid.row(_("&Naam"), self._field, unit=ending(bijlage.naam))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 24)
        column.addWidget(grid)
        column.addStretch(1)
        self.set_page(page)
        self.register(NAAM, self._field)
        self.set_main(_("&Opslaan"), "opslaan", self.save)
        self._field.setFocus()
        self._field.selectAll()

    def has_changes(self) -> bool:
        return self._field.value() != self._stem()

    def save(self) -> None:
        """Gives the file the name that stands here."""
        toegang, bijlage = self._toegang, self._bijlage
        call = partial(toegang.bijlagen.rename, toegang.wie, bijlage.id, bijlage.naam, self._field.value())
        self.work(call, self._renamed, writes=True)

    def solve(self, botsing: Botsing) -> None:
        """Somebody was before me: his name is told, and who saves again writes his own over it."""
        self._bijlage = botsing.actueel
        self.show_problem(botsing)

    def _stem(self) -> str:
        return self._bijlage.naam.removesuffix(ending(self._bijlage.naam))

    def _renamed(self, bijlage: Bijlage) -> None:
        self._bijlage = bijlage
        self._field.set_value(self._stem())
        self._deuren.changed.emit("bijlage", bijlage.onderwerp_id)
        self.close()
