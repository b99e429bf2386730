"""The head of the vehicle card: plate, country, owner, active, and who changed it last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.land import LANDEN
from werkplaats.i18n import _
from werkplaats.ui.button import Button, IconButton
from werkplaats.ui.fields.choice import Check, Combo
from werkplaats.ui.fields.plate_edit import PlateEdit, PlateVerdict
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.labels import Label
from werkplaats.ui.plate import land_name
from werkplaats.ui.theme import theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from werkplaats.domain.voertuig import RelatieKop, Voertuig
    from werkplaats.ui.chip import Chip

_LABEL = "two_columns"
_FIRST = ("NL", "BE", "DE")


class OwnerField(QWidget):
    """The owner in one line, only to read: take away, choose another, open."""

    changed = Signal()
    choose_asked = Signal()
    open_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._owner: RelatieKop | None = None
        self._line = TextField("hoofdeigenaar", placeholder=_("Nog geen eigenaar"))
        self._line.set_read_only(True)
        self._line.setAccessibleName(_("Hoofdeigenaar"))
        self._clear = IconButton("sluiten", _("Eigenaar weghalen"))
        self._choose = Button(_("&Kies"), icon="zoeken", kind="small")
        self._open = IconButton("bewerken", _("Eigenaar openen"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens().margin["between_fields"])
        for widget in (self._line, self._clear, self._choose, self._open):
            row.addWidget(widget)
        self._clear.clicked.connect(self._take_away)
        self._choose.clicked.connect(self.choose_asked)
        self._open.clicked.connect(self.open_asked)

    def owner(self) -> RelatieKop | None:
        """The owner that stands here."""
        return self._owner

    def show_owner(self, owner: RelatieKop | None) -> None:
        """Shows an owner with his address; his telephone is in the tooltip."""
        self._owner = owner
        parts = (owner.weergave, owner.adresregel) if owner else ()
        self._line.set_value(" · ".join(part for part in parts if part))
        self._line.setToolTip(" · ".join(part for part in (*parts, owner.telefoon if owner else "") if part))
        self._clear.setVisible(owner is not None)
        self._open.setVisible(owner is not None)

    def choose(self, owner: RelatieKop) -> None:
        """Makes a person's choice the owner."""
        self.show_owner(owner)
        self.changed.emit()

    def set_read_only(self, read_only: bool) -> None:
        """Who may not change a card can still open its owner."""
        self._choose.setVisible(not read_only)
        self._clear.setVisible(not read_only and self._owner is not None)

    def _take_away(self) -> None:
        self.show_owner(None)
        self._choose.setFocus()
        self.changed.emit()


class Kop(QWidget):
    """The head of the dialog; it stays in sight while the page scrolls."""

    rdw_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.plate = PlateEdit()
        self.verdict = PlateVerdict(self.plate)
        self.land = Combo("land", _countries(), "s")
        self.land.setAccessibleName(_("Land"))
        self.land.changed.connect(lambda: self.plate.set_land(self.land.value()))
        self.rdw = Button(_("&RDW opvragen"), icon="rdw", key=tokens().key["vernieuwen"])
        self.rdw.clicked.connect(self.rdw_asked)
        self.owner = OwnerField()
        self.active = Check("actief", _("Ac&tief"))
        self._last = Label("", "small", "text_2")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(tokens().margin["between_buttons"])
        self._lay_out()

    def show_chips(self, chips: list[Chip]) -> None:
        """Shows what a person must know of this car, at the right."""
        while (item := self._chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for chip in chips:
            self._chips.addWidget(chip)

    def show_last_change(self, voertuig: Voertuig, zone: str) -> None:
        """Says when the card was changed last, and by whom."""
        moment = voertuig.gewijzigd_op.lokaal(zone)
        sentence = _("Laatste wijziging op {moment} door {wie}")
        self._last.setText(sentence.format(moment=f"{moment:%d-%m-%Y %H:%M}", wie=voertuig.gewijzigd_door or "-"))

    def set_read_only(self, read_only: bool) -> None:
        """For who may see the card but not change it."""
        self.plate.set_read_only(read_only)
        self.owner.set_read_only(read_only)
        for field in (self.land, self.active):
            field.set_read_only(read_only)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 12, 24, 8)
        grid.setHorizontalSpacing(tokens().margin["label_to_field"])
        grid.setVerticalSpacing(tokens().margin["between_fields"])
        grid.setColumnMinimumWidth(0, theme().px(tokens().label_width[_LABEL]))
        grid.setColumnStretch(1, 1)
        label = Label(_("K&enteken"), "body", "text_2")
        label.setBuddy(self.plate)
        grid.addWidget(label, 0, 0)
        grid.addLayout(self._first_row(), 0, 1)
        grid.addWidget(Label(_("Hoofdeigenaar"), "body", "text_2"), 1, 0)
        grid.addLayout(self._second_row(), 1, 1)
        under = QVBoxLayout()
        under.setSpacing(4)
        under.addWidget(self.verdict)
        under.addWidget(self._last)
        grid.addLayout(under, 2, 1)

    def _first_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(tokens().margin["between_fields"])
        land = Label(_("Land"), "body", "text_2")
        for widget in (self.plate, land, self.land, self.rdw):
            row.addWidget(widget)
        row.addStretch()
        row.addLayout(self._chips)
        return row

    def _second_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(tokens().margin["between_groups"])
        row.addWidget(self.owner, 3)
        row.addStretch(1)
        row.addWidget(self.active)
        return row


def _countries() -> list[tuple[str, str]]:
    others = sorted((land for land in LANDEN if land not in _FIRST), key=land_name)
    return [(land, land_name(land)) for land in (*_FIRST, *others)]
