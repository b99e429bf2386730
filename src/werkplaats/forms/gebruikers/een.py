"""One user: with which account he comes in, what he is called in the logboek, and the groups he is in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.gebruiker import GebruikerKaart, card_of, check_gebruiker, tidy_gebruiker
from werkplaats.domain.samenvoegen import settle
from werkplaats.forms.gebruikers.vinkjes import VinkjesField
from werkplaats.i18n import _
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.form import Form
from werkplaats.ui.rows import FieldGrid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkplaats.domain.rechten import Gebruiker
    from werkplaats.errors import Botsing
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

ONDERWERP = "gebruiker"


class GebruikerForm(Form):
    """A user; ``gebruiker`` None lets a new one in. ``groepen`` are those there are."""

    standard_size: ClassVar[tuple[int, int]] = (640, 560)

    def __init__(self, toegang: Toegang, deuren: Deuren, gebruiker: Gebruiker | None, groepen: Sequence[str]) -> None:
        super().__init__("gebruiker", toegang.background, toegang.voorkeuren, None)
        self._toegang, self._deuren = toegang, deuren
        self._id = gebruiker.id if gebruiker is not None else None
        self._basis = card_of(gebruiker) if gebruiker is not None else GebruikerKaart()
        self._grid = _grid(groepen)
        self._build()
        self._show(self._basis)

    def _build(self) -> None:
        title = _("Nieuwe gebruiker") if self._id is None else _("Gebruiker")
        self.set_heading(title, _("Wat iemand mag, volgt uit zijn groepen. Het geldt meteen, ook waar hij al werkt."))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 24)
        column.addWidget(self._grid)
        self.set_page(page)
        for veld, field in self._grid.fields.items():
            self.register(veld, cast("QWidget", field))
            field.left.connect(self._tell)
        self.set_main(_("&Opslaan"), "opslaan", self.save)

    def has_changes(self) -> bool:
        return self._read() != self._basis

    def save(self) -> None:
        """Saves the user."""
        toegang = self._toegang
        call = partial(toegang.gebruikersbeheer.save, toegang.wie, self._id, self._basis, self._read())
        self.work(call, self._saved, writes=True)

    def solve(self, botsing: Botsing) -> None:
        self._deuren.open_botsing(botsing, partial(self._solved, botsing), self)

    def _solved(self, botsing: Botsing, mine: dict[str, bool]) -> None:
        """Both values were weighed: what was chosen is saved on what stands there now."""
        actueel = card_of(cast("Gebruiker", botsing.actueel))
        nieuw = settle(self._basis, self._read(), actueel, mine)
        self._basis = actueel
        self._show(nieuw)
        self.save()

    def _show(self, kaart: GebruikerKaart) -> None:
        for veld, field in self._grid.fields.items():
            field.set_value(getattr(kaart, veld))

    def _read(self) -> GebruikerKaart:
        fields = self._grid.fields
        return GebruikerKaart(fields["account"].value(), fields["naam"].value(), fields["groepen"].value())

    def _tell(self) -> None:
        kaart = tidy_gebruiker(self._read())
        # That nothing was typed yet is said by the button.
        found = {} if kaart == GebruikerKaart() else {een.veld: een for een in check_gebruiker(kaart)}
        for veld, field in self._grid.fields.items():
            # What a person did not come to yet is not wrong.
            if getattr(kaart, veld) or veld not in found:
                field.set_finding(found.get(veld))

    def _saved(self, gebruiker: Gebruiker) -> None:
        self._basis = card_of(gebruiker)
        self._show(self._basis)
        self._deuren.changed.emit(ONDERWERP, gebruiker.id)
        self.close()


def _grid(groepen: Sequence[str]) -> FieldGrid:
    grid = FieldGrid("dialog")
    grid.group(_("Wie"))
    hint = _("Zoals hij zich bij Windows of Linux aanmeldt; een wachtwoord is hier niet nodig.")
    grid.row(_("Aan&meldnaam"), TextField("account", "l"), hint=hint)
    grid.row(_("&Naam"), TextField("naam", "l"))
    grid.group(_("Wat hij mag"))
    grid.row(_("&Groepen"), VinkjesField("groepen", _("Groepen"), [(groep, groep) for groep in groepen]))
    return grid
