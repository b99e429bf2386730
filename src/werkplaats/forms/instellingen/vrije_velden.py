"""Vrije velden: the fields that the shop defines for its cars, as a list with the chosen one to edit beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.vrije_velden import VELDEN_HOOGSTENS, Veldsoort, VrijVeld, new_sleutel
from werkplaats.forms.instellingen.pagina import Pagina
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.fields.base import FieldBase, Remarks
from werkplaats.ui.fields.choice import Check, Combo
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.labels import NoteLine
from werkplaats.ui.rows import FieldGrid
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.zinnen.vrije_velden import woord_veldsoort

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_ROWS = 9


class VrijeVeldenField(FieldBase, QWidget):
    """A field whose value is the tuple of fields; what is typed below the list changes the chosen line at once."""

    changed = Signal()
    left = Signal()

    def __init__(self, veld: str) -> None:
        super().__init__()
        self.veld = veld
        self.remarks = Remarks(self)
        self.remarks.changed.connect(self._say)
        self.setAccessibleName(_("Vrije velden"))
        self._velden: list[VrijVeld] = []
        self._table = Table((Column(_("Naam"), None), Column(_("Soort"), 112), Column(_("Opties"), 220)))
        self._table.setAccessibleName(_("Lijst van vrije velden"))
        self._naam, self._soort = TextField("naam"), Combo("soort", _kinds(), "s")
        self._opties = TextField("opties", placeholder=_("Bijvoorbeeld: rood, geel, groen"))
        self._persoonlijk = Check("persoonlijk", _("Zegt iets over een persoon"))
        self._edit = FieldGrid("settings")
        self._note = NoteLine()
        self._lay_out()
        self._connect()
        self._fit()

    def value(self) -> tuple[VrijVeld, ...]:
        """The fields, in the order in which they are asked."""
        return tuple(self._velden)

    def set_value(self, value: Iterable[VrijVeld], /) -> None:
        """Shows fields."""
        if tuple(value) != self.value():
            self._velden = list(value)
            self._show(0)

    def set_read_only(self, read_only: bool) -> None:
        """Fields that are only read are off."""
        self.setEnabled(not read_only)

    # Building.

    def _lay_out(self) -> None:
        self._table.setFixedHeight(self._table.height_for_rows(_ROWS))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._table)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._add = self._button(row, _("Veld toevoegen"), "nieuw", self._make_new)
        self._up = self._button(row, _("Omhoog"), "caret-up", lambda: self._move(-1))
        self._down = self._button(row, _("Omlaag"), "caret-down", lambda: self._move(1))
        self._retire = self._button(row, _("Laten vervallen"), "prohibit", self._turn_retired)
        self._remove = self._button(row, _("Weghalen"), "wissen", self._take_away)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._note)
        self._edit.row(_("Naam"), self._naam)
        self._edit.row(_("Soort"), self._soort)
        self._edit.row(_("Opties"), self._opties, hint=_("Alleen bij Keuze: met komma's ertussen."))
        self._edit.row("", self._persoonlijk)
        column.addWidget(self._edit)

    def _button(self, row: QHBoxLayout, text: str, icon: str, act: Callable[[], None]) -> Button:
        button = Button(text, icon=icon, kind="small")
        button.clicked.connect(lambda _checked: act())
        row.addWidget(button)
        return button

    def _connect(self) -> None:
        self._table.chosen.connect(lambda _row: self._show_chosen())
        self._table.opened.connect(lambda _row: self._naam.setFocus())
        for field in (self._naam, self._soort, self._opties, self._persoonlijk):
            field.changed.connect(self._edited)
            field.left.connect(self.left)
        self.setFocusProxy(self._table)

    # Showing.

    def _at(self) -> int:
        at = self._table.chosen_row()
        return at if 0 <= at < len(self._velden) else -1

    def _show(self, at: int) -> None:
        self._table.set_rows([_row(veld) for veld in self._velden])
        if 0 < at < len(self._velden):
            self._table.selectRow(at)
        self._show_chosen()

    def _show_chosen(self) -> None:
        at = self._at()
        veld = self._velden[at] if at >= 0 else VrijVeld("")
        self._naam.set_value(veld.naam)
        self._soort.set_value(veld.soort)
        self._opties.set_value(", ".join(veld.opties))
        self._persoonlijk.set_value(veld.persoonlijk)
        self._fit()

    def _fit(self) -> None:
        at = self._at()
        chosen = at >= 0
        self._edit.setEnabled(chosen)
        self._opties.setEnabled(chosen and self._velden[at].soort is Veldsoort.KEUZE)
        for button in (self._retire, self._remove):
            button.setEnabled(chosen)
        self._up.setEnabled(at > 0)
        self._down.setEnabled(chosen and at < len(self._velden) - 1)
        retired = chosen and self._velden[at].vervallen
        self._retire.setText(_("Weer gebruiken") if retired else _("Laten vervallen"))
        living = sum(not veld.vervallen for veld in self._velden)
        self._add.setEnabled(living < VELDEN_HOOGSTENS)
        full = _("Er zijn al {n} velden in gebruik.").format(n=VELDEN_HOOGSTENS)
        self._add.setToolTip("" if living < VELDEN_HOOGSTENS else full)

    def _say(self) -> None:
        now = self.remarks.now
        if now is None or not now.sentence:
            self._note.fall_silent()
        else:
            self._note.say(now.role, now.sentence)

    # What a person does.

    def _edited(self) -> None:
        at = self._at()
        if at < 0:
            return
        soort = Veldsoort(self._soort.value())
        opties = tuple(dict.fromkeys(deel.strip() for deel in self._opties.value().split(",") if deel.strip()))
        self._velden[at] = replace(
            self._velden[at],
            naam=self._naam.value(),
            soort=soort,
            opties=opties if soort is Veldsoort.KEUZE else (),
            persoonlijk=self._persoonlijk.value(),
        )
        self._table.rows.set_row(at, _row(self._velden[at]))
        self._fit()
        self.changed.emit()

    def _make_new(self) -> None:
        self._velden.append(VrijVeld(new_sleutel()))
        self._show(len(self._velden) - 1)
        self._naam.setFocus()
        self.changed.emit()

    def _move(self, step: int) -> None:
        at = self._at()
        self._velden.insert(at + step, self._velden.pop(at))
        self._changed_at(at + step)

    def _turn_retired(self) -> None:
        at = self._at()
        self._velden[at] = replace(self._velden[at], vervallen=not self._velden[at].vervallen)
        self._changed_at(at)

    def _take_away(self) -> None:
        at = self._at()
        del self._velden[at]
        self._changed_at(min(at, len(self._velden) - 1))

    def _changed_at(self, at: int) -> None:
        self._show(at)
        self.changed.emit()
        self.left.emit()


class VrijeVeldenPagina(Pagina):
    """The page of the fields of the shop's own."""

    name = "vrije_velden"
    icon = "vrije_velden"

    def __init__(self) -> None:
        super().__init__()
        self._field = VrijeVeldenField("vrije_velden")
        self.grid.group(
            _("Velden op de kaart van een auto"), _("Hoogstens {n}; bij de auto onder Alt+V").format(n=VELDEN_HOOGSTENS)
        )
        self.grid.wide(self._field)
        self.watch()

    @property
    def title(self) -> str:
        """What the page is called in the list and above itself."""
        return _("Vrije velden")

    def sentence(self, shop: str) -> str:
        """One sentence: what is set here, and for which shop."""
        said = _("Wat {vestiging} van auto's wil weten naast de gewone velden. Een veld dat al gebruikt is, vervalt.")
        return said.format(vestiging=shop)

    @property
    def fields(self) -> dict[str, VrijeVeldenField]:  # type: ignore[override]  # a narrower dictionary is only read
        """The fields by the name under which a finding comes to them."""
        return {"vrije_velden": self._field}


def _row(veld: VrijVeld) -> tuple[Cell, ...]:
    role = "text_2" if veld.vervallen else "text"
    naam = _("{naam} (vervallen)").format(naam=veld.naam) if veld.vervallen else veld.naam
    return (
        Cell(naam, role=role, icon="user" if veld.persoonlijk else ""),
        Cell(woord_veldsoort(veld.soort.value), role=role),
        Cell(", ".join(veld.opties), role="text_2"),
    )


def _kinds() -> list[tuple[Veldsoort, str]]:
    return [(soort, woord_veldsoort(soort.value)) for soort in Veldsoort]
