"""Further addresses and telephones of a relatie: as many lines as there are, each with what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from werkplaats.domain.relatie import Adres, Adressoort, Telefoonnummer, Telefoonsoort
from werkplaats.i18n import _
from werkplaats.ui.button import Button, IconButton
from werkplaats.ui.fields.base import FieldBase, Remarks
from werkplaats.ui.fields.choice import Combo
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.landen import country_choices
from werkplaats.ui.tokens import tokens
from werkplaats.zinnen.termen import woord_keuze

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from werkplaats.ui.fields.base import Field


class Regel(Protocol):
    """One line: its fields in the rows in which they stand, and the value that they make."""

    @property
    def rows(self) -> tuple[tuple[QWidget, ...], ...]:
        """The fields, row by row."""

    def value(self) -> Any:
        """The value of the line."""


class AdresLijn:
    """An address on two rows: what it is for and the street, then the place."""

    def __init__(self, adres: Adres) -> None:
        self._soort = Combo("soort", [(soort, woord_keuze("adressoort", soort)) for soort in Adressoort], "s")
        self._land = Combo("land", country_choices(), "s")
        self._texts = {
            "straat": TextField("straat", placeholder=_("Straat")),
            "huisnr": TextField("huisnr", "xs", placeholder=_("Nr.")),
            "toevoeging": TextField("toevoeging", "xs", placeholder=_("Toev.")),
            "postcode": TextField("postcode", "s", placeholder=_("Postcode")),
            "plaats": TextField("plaats", placeholder=_("Plaats")),
        }
        straat, huisnr, toevoeging, postcode, plaats = self._texts.values()
        self.rows = ((self._soort, straat, huisnr, toevoeging), (postcode, plaats, self._land))
        self._name()
        for naam, field in self._texts.items():
            field.set_value(getattr(adres, naam))
        self._soort.set_value(adres.soort)
        self._land.set_value(adres.land)

    def value(self) -> Adres:
        """The address that stands on the line."""
        teksten = {naam: field.value() for naam, field in self._texts.items()}
        return Adres(Adressoort(self._soort.value()), land=self._land.value(), **teksten)

    def _name(self) -> None:
        names = {
            "straat": _("Straat van een ander adres"),
            "huisnr": _("Huisnr. van een ander adres"),
            "toevoeging": _("Toevoeging van een ander adres"),
            "postcode": _("Postcode van een ander adres"),
            "plaats": _("Plaats van een ander adres"),
        }
        for naam, field in self._texts.items():
            field.setAccessibleName(names[naam])
        self._soort.setAccessibleName(_("Soort adres"))
        self._land.setAccessibleName(_("Land van een ander adres"))


class NummerLijn:
    """A telephone: what kind it is, and its number."""

    def __init__(self, telefoon: Telefoonnummer) -> None:
        self._soort = Combo("soort", [(soort, woord_keuze("telefoonsoort", soort)) for soort in Telefoonsoort], "s")
        self._nummer = TextField("nummer", "m", placeholder=_("Nummer"))
        self._soort.setAccessibleName(_("Soort nummer"))
        self._nummer.setAccessibleName(_("Ander nummer"))
        self._soort.set_value(telefoon.soort)
        self._nummer.set_value(telefoon.nummer)
        self.rows = ((self._soort, self._nummer),)

    def value(self) -> Telefoonnummer:
        """The telephone that stands on the line."""
        return Telefoonnummer(Telefoonsoort(self._soort.value()), self._nummer.value())


class RegelsField(FieldBase, QWidget):
    """A field whose value is a tuple, one line each; what was never filled in is no line."""

    changed = Signal()
    left = Signal()

    def __init__(self, veld: str, words: tuple[str, str, str], make: Callable[[Any], Regel], empty: Any) -> None:
        super().__init__()
        name, add, self._remove_word = words
        self.veld = veld
        self.remarks = Remarks(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self._make = make
        self._empty = empty
        self._lines: list[tuple[Regel, QWidget]] = []
        self._read_only = False
        self._add = Button(add, icon="nieuw", kind="small")
        self._add.clicked.connect(self._add_line)
        self.setFocusProxy(self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens().margin["between_fields"])
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> tuple[Any, ...]:
        """What stands on the lines, in their order."""
        values = (line.value() for line, _widget in self._lines)
        return tuple(value for value in values if not _is_blank(value))

    def set_value(self, value: Iterable[Any], /) -> None:
        """Shows lines."""
        if tuple(value) == self.value():
            return
        for line in list(self._lines):
            self._drop(line)
        for part in value:
            self._show_line(part)

    def set_read_only(self, read_only: bool) -> None:
        """Lines that are only read have nothing to add or take away."""
        self._read_only = read_only
        self._add.setVisible(not read_only)
        for _line, widget in self._lines:
            _still(widget, read_only)

    def _show_line(self, part: Any) -> Regel:
        line = self._make(part)
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens().margin["field_to_note"])
        remove = IconButton("wissen", self._remove_word)
        entry = (line, widget)
        for at, fields in enumerate(line.rows):
            row = QHBoxLayout()
            row.setSpacing(tokens().margin["between_fields"])
            for field in (*fields, *((remove,) if at == 0 else ())):
                row.addWidget(field)
            if not any(field.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding for field in fields):
                row.addStretch(1)
            column.addLayout(row)
            for field in fields:
                cast("Field", field).changed.connect(self.changed)
                cast("Field", field).left.connect(self._leave)
        remove.clicked.connect(lambda: self._remove(entry))
        self._lines.append(entry)
        self._column.insertWidget(self._column.count() - 1, widget)
        # A layout shows what is put in it only later; the cursor is to go there now.
        widget.setVisible(True)
        _still(widget, self._read_only)
        self.updateGeometry()
        return line

    def _add_line(self) -> None:
        line = self._show_line(self._empty)
        line.rows[0][1].setFocus(Qt.FocusReason.TabFocusReason)

    def _remove(self, entry: tuple[Regel, QWidget]) -> None:
        self._drop(entry)
        self._add.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()
        self.left.emit()

    def _drop(self, entry: tuple[Regel, QWidget]) -> None:
        self._lines.remove(entry)
        self._column.removeWidget(entry[1])
        entry[1].hide()
        entry[1].deleteLater()
        self.updateGeometry()

    def _leave(self) -> None:
        """Going from the street to the place is not yet leaving the address."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.left.emit()


def _is_blank(value: Any) -> bool:
    return value.is_empty if isinstance(value, Adres) else not value.nummer


def _still(widget: QWidget, read_only: bool) -> None:
    for part in widget.findChildren(QWidget):
        if isinstance(part, FieldBase):
            cast("Field", part).set_read_only(read_only)
        elif isinstance(part, IconButton):
            part.setVisible(not read_only)


def adressen_field() -> RegelsField:
    """The field of the further addresses."""
    words = (_("Andere adressen"), _("Adres toevoegen"), _("Dit adres weghalen"))
    return RegelsField("adressen", words, AdresLijn, Adres())


def telefoons_field() -> RegelsField:
    """The field of the further telephones."""
    words = (_("Andere nummers"), _("Nummer toevoegen"), _("Dit nummer weghalen"))
    return RegelsField("telefoons", words, NummerLijn, Telefoonnummer())
