"""The page of the settings about who may work here: the users with their groups, and the groups."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from werkplaats.domain.gebruiker import GroepKaart, Toegangslijst
from werkplaats.forms.gebruikers.een import ONDERWERP
from werkplaats.forms.instellingen.pagina import Pagina
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.table import Cell, Column, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from werkplaats.domain.rechten import Gebruiker
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form

_ROWS = 5
_GROUP_ROWS = 4


class GebruikersPagina(Pagina):
    """Each user and group is saved by itself, in a dialog of its own; ``form`` is the window that tells problems."""

    name = "gebruikers"
    icon = "persoon"

    def __init__(self, toegang: Toegang, deuren: Deuren, form: Form) -> None:
        super().__init__()
        self._toegang, self._deuren, self._form = toegang, deuren, form
        self._lijst = Toegangslijst((), {})
        self._people = self._table(_("Gebruikers"), _ROWS, Column(_("Naam"), 190), Column(_("Aanmeldnaam"), 130))
        self._groups = self._table(_("Groepen"), _GROUP_ROWS, Column(_("Groep"), 190), Column(_("Gebruikers"), 130))
        self.grid.group(_("Gebruikers"))
        self.grid.wide(self._people)
        self._row(self._people, self._open_user, self._remove_user, _("Gebruiker toevoegen …"), self._new_user)
        self.grid.group(_("Groepen"), _("Wat een groep mag, geldt voor iedereen die erin zit"))
        self.grid.wide(self._groups)
        new = partial(deuren.gebruikers.open_groep, None)
        self._row(self._groups, self._open_group, self._remove_group, _("Groep toevoegen …"), new)
        deuren.changed.connect(self._changed_elsewhere)

    @property
    def title(self) -> str:
        """What the page is called in the list and above itself."""
        return _("Gebruikers")

    def sentence(self, _shop: str) -> str:
        """One sentence: what is set here, and for which shop."""
        return _("Wie met Werkplaats mag werken, en wat hij mag. Geldt voor alle vestigingen.")

    def focus_first(self) -> None:
        """Puts the keyboard on the list of users."""
        self._people.setFocus()

    def words(self) -> list[tuple[str, QWidget]]:
        """What can be searched for."""
        return [(_("Gebruikers"), self._people), (_("Groepen en rechten"), self._groups)]

    def showEvent(self, event: QShowEvent) -> None:
        """The lists are read when one comes to them."""
        super().showEvent(event)
        self.reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del takes away what is chosen in the list that has the keyboard; the lists leave that key to their page."""
        acts = {self._people: self._remove_user, self._groups: self._remove_group}
        act = next((act for table, act in acts.items() if table.hasFocus()), None)
        if event.key() == Qt.Key.Key_Delete and act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def reload(self) -> None:
        """Reads what stands there now."""
        toegang = self._toegang
        load = partial(toegang.gebruikersbeheer.lijst, toegang.wie)
        toegang.background.run(self, load, self._loaded, self._form.show_problem)

    # Building.

    def _table(self, name: str, rows: int, *columns: Column) -> Table:
        last = Column(_("Groepen"), None) if rows == _ROWS else Column(_("Rechten"), None)
        table = Table((*columns, last), indent=12)
        table.setAccessibleName(name)
        table.setMinimumHeight(table.height_for_rows(rows))
        return table

    def _row(
        self,
        table: Table,
        change: Callable[[], None],
        remove: Callable[[], None],
        new: str,
        make: Callable[[], None],
    ) -> None:
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        edit, away = (_("Wijzigen …"), "bewerken", change), (_("Weghalen"), "wissen", remove)
        for text, icon, act in ((new, "nieuw", make), edit, away):
            button = Button(text, icon=icon, kind="small")
            button.clicked.connect(lambda _checked, act=act: act())
            row.addWidget(button)
        row.addStretch(1)
        self.grid.wide(buttons)
        table.opened.connect(lambda _at: change())

    # Showing.

    def _loaded(self, lijst: Toegangslijst) -> None:
        if lijst != self._lijst:
            self._lijst = lijst
            _show(self._people, [_user_row(een) for een in lijst.gebruikers])
            _show(self._groups, [self._group_row(naam) for naam in lijst.groepen])

    def _group_row(self, naam: str) -> tuple[Cell, ...]:
        rechten = len(self._lijst.groepen[naam])
        members = self._lijst.members(naam)
        return Cell(naam, strong=True), Cell(str(members or "")), Cell(str(rechten or ""), role="text_2")

    def _changed_elsewhere(self, onderwerp: str, _changed_id: int) -> None:
        if onderwerp == ONDERWERP and self.isVisible():
            self.reload()

    # The verbs.

    def _user(self) -> Gebruiker | None:
        at = self._people.chosen_row()
        return self._lijst.gebruikers[at] if 0 <= at < len(self._lijst.gebruikers) else None

    def _group(self) -> GroepKaart | None:
        at, names = self._groups.chosen_row(), tuple(self._lijst.groepen)
        return GroepKaart(names[at], self._lijst.groepen[names[at]]) if 0 <= at < len(names) else None

    def _new_user(self) -> None:
        self._deuren.gebruikers.open_gebruiker(None, tuple(self._lijst.groepen))

    def _open_user(self) -> None:
        user = self._user()
        if user is not None:
            self._deuren.gebruikers.open_gebruiker(user, tuple(self._lijst.groepen))

    def _open_group(self) -> None:
        group = self._group()
        if group is not None:
            self._deuren.gebruikers.open_groep(group)

    def _remove_user(self) -> None:
        user, toegang = self._user(), self._toegang
        if user is not None:
            act = partial(toegang.gebruikersbeheer.remove, toegang.wie, user.id)
            toegang.background.run(self, act, self._removed, self._form.show_problem)

    def _removed(self, user: Gebruiker) -> None:
        said = _("{naam} kan niet meer binnen.").format(naam=user.naam)
        undo = partial(self._put_back, user)
        self._form.problem.show_problem(said, kind="ok", retry=undo, again=_("Ongedaan maken"))
        self._deuren.changed.emit(ONDERWERP, user.id)

    def _put_back(self, user: Gebruiker) -> None:
        toegang = self._toegang
        self._form.problem.clear()
        act = partial(toegang.gebruikersbeheer.put_back, toegang.wie, user.id)
        done = partial(self._deuren.changed.emit, ONDERWERP, user.id)
        toegang.background.run(self, act, lambda _user: done(), self._form.show_problem)

    def _remove_group(self) -> None:
        group, toegang = self._group(), self._toegang
        if group is not None:
            act = partial(toegang.gebruikersbeheer.remove_groep, toegang.wie, group.naam)
            done = partial(self._deuren.changed.emit, ONDERWERP, 0)
            toegang.background.run(self, act, lambda _none: done(), self._form.show_problem)


def _show(table: Table, rows: list[tuple[Cell, ...]]) -> None:
    at = table.chosen_row()
    table.set_rows(rows)
    if 0 < at < len(rows):
        table.selectRow(at)


def _user_row(user: Gebruiker) -> tuple[Cell, ...]:
    return (
        Cell(user.naam, strong=True),
        Cell(user.account, role="text_2"),
        Cell(", ".join(user.groepen), role="text_2"),
    )
