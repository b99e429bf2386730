"""One group: its name, and what who is in it may do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.gebruiker import GroepKaart
from werkplaats.domain.rechten import Recht
from werkplaats.forms.gebruikers.een import ONDERWERP
from werkplaats.forms.gebruikers.vinkjes import VinkjesField
from werkplaats.i18n import _
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.form import Form
from werkplaats.ui.rows import FieldGrid
from werkplaats.zinnen.termen import woord_recht

if TYPE_CHECKING:
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class GroepForm(Form):
    """A group; ``basis`` None makes a new one. The name of one that is there stays: shops refer to it."""

    standard_size: ClassVar[tuple[int, int]] = (820, 620)

    def __init__(self, toegang: Toegang, deuren: Deuren, basis: GroepKaart | None) -> None:
        super().__init__("groep", toegang.background, toegang.voorkeuren, None)
        self._toegang, self._deuren = toegang, deuren
        self._basis = basis
        self._grid = _grid()
        self._build()
        self._show(basis or GroepKaart())

    def _build(self) -> None:
        title = _("Nieuwe groep") if self._basis is None else _("Groep {naam}").format(naam=self._basis.naam)
        self.set_heading(title, _("Wie in meer groepen zit, mag wat één van die groepen mag."))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 24)
        column.addWidget(self._grid)
        self.set_page(page)
        for veld, field in self._grid.fields.items():
            self.register(veld, cast("QWidget", field))
        self._grid.fields["naam"].set_read_only(self._basis is not None)
        self.set_main(_("&Opslaan"), "opslaan", self.save)

    def has_changes(self) -> bool:
        return self._read() != (self._basis or GroepKaart())

    def save(self) -> None:
        """Saves the group."""
        toegang = self._toegang
        call = partial(toegang.gebruikersbeheer.save_groep, toegang.wie, self._basis, self._read())
        self.work(call, self._saved, writes=True)

    def _show(self, kaart: GroepKaart) -> None:
        self._grid.fields["naam"].set_value(kaart.naam)
        self._grid.fields["rechten"].set_value(kaart.rechten)

    def _read(self) -> GroepKaart:
        rechten = frozenset(Recht(recht) for recht in self._grid.fields["rechten"].value())
        return GroepKaart(self._grid.fields["naam"].value(), rechten)

    def _saved(self, kaart: GroepKaart) -> None:
        self._basis = kaart
        self._show(kaart)
        self._deuren.changed.emit(ONDERWERP, 0)
        self.close()


def _grid() -> FieldGrid:
    grid = FieldGrid("dialog")
    grid.row(_("&Naam"), TextField("naam", "l"))
    grid.group(_("Wat deze groep mag"))
    choices = [(recht.value, _capital(woord_recht(recht.value))) for recht in Recht]
    grid.row(_("&Rechten"), VinkjesField("rechten", _("Rechten"), choices, columns=2))
    return grid


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
