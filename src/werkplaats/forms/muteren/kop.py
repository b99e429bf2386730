"""The head of the vehicle card: plate, country, owner, active, and who changed it last."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from werkplaats.domain.land import LANDEN
from werkplaats.forms.muteren.eigenaar import OwnerField
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.chipstrip import ChipStrip
from werkplaats.ui.fields.choice import Check, Combo
from werkplaats.ui.fields.plate_edit import PlateEdit
from werkplaats.ui.labels import Label, NoteLine
from werkplaats.ui.theme import theme
from werkplaats.ui.tokens import tokens
from werkplaats.zinnen.landen import woord_land

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.forms.muteren.dubbel import DoubleLine
    from werkplaats.ui.fields.base import Field

_LABEL = "two_columns"
_NEIGHBOURS = ("NL", "BE", "DE", "FR", "LU")
_ACTIVE_APART = 32


class Kop(QWidget):
    """The head of the dialog; it stays in sight while the page scrolls. ``land`` is that of the shop: it has the word.

    ``fields`` are those of the card. The country is none of them: it belongs to the plate.
    """

    rdw_asked = Signal()

    def __init__(self, land: str, doubles: DoubleLine) -> None:
        super().__init__()
        self.plate = PlateEdit()
        self.plate.remarks.told_elsewhere = True
        self.plate.remarks.changed.connect(self._tell_plate)
        self.plate.judged.connect(self._follow_plate)
        self.land = Combo("land", countries(), "s")
        self.land.setAccessibleName(_("Land"))
        self.land.changed.connect(self._set_land)
        self.rdw = Button(_("RDW opvragen"), icon="rdw", key=tokens().key["vernieuwen"])
        self.rdw.clicked.connect(self.rdw_asked)
        self.chips = ChipStrip()
        self.owner = OwnerField()
        self.active = Check("actief", _("Actief"))
        self.doubles = doubles
        self.fields = cast(
            "dict[str, Field]", {"kenteken": self.plate, "hoofdeigenaar": self.owner, "actief": self.active}
        )
        self._label = Label(_("N&ummerplaat") if land == "BE" else _("K&enteken"), "body", "text_2")
        self._label.setBuddy(self.plate)
        self._verdict = NoteLine()
        self._last = Label("", "small", "text_2")
        self._grid = QGridLayout(self)
        self._lay_out()
        theme().changed.connect(self._fit)
        self._fit()
        self.plate.set_land(land)

    def show_last_change(self, voertuig: Voertuig, zone: str) -> None:
        """Says when the card was changed last, and by whom."""
        moment = voertuig.gewijzigd_op.lokaal(zone)
        sentence = _("Laatste wijziging op {moment} door {wie}")
        self._last.setText(sentence.format(moment=f"{moment:%d-%m-%Y %H:%M}", wie=voertuig.gewijzigd_door or "-"))
        self._last.show()

    def set_read_only(self, read_only: bool) -> None:
        """The country goes with the plate."""
        self.land.set_read_only(read_only)

    def _set_land(self) -> None:
        self.plate.set_land(str(self.land.value()))

    def _follow_plate(self) -> None:
        """The country is that of the plate; RDW knows Dutch plates only."""
        self.land.set_value(self.plate.land)
        dutch = self.plate.land == "NL"
        self.rdw.setEnabled(dutch)
        self.rdw.setToolTip("" if dutch else _("De RDW kent alleen Nederlandse kentekens."))

    def _tell_plate(self) -> None:
        now = self.plate.remarks.now
        self._verdict.say(now.role if now else "", now.sentence if now else "")

    def _lay_out(self) -> None:
        grid = self._grid
        grid.setContentsMargins(24, 16, 24, 8)
        grid.setHorizontalSpacing(tokens().margin["label_to_field"])
        grid.setVerticalSpacing(tokens().margin["between_fields"])
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._label, 0, 0)
        grid.addLayout(self._plate_row(), 0, 1)
        grid.addWidget(self._verdict, 1, 1)
        grid.addWidget(self.doubles, 2, 1)
        grid.addWidget(Label(_("Hoofdeigenaar"), "body", "text_2"), 3, 0)
        grid.addLayout(self._owner_row(), 3, 1)
        grid.addWidget(self._last, 4, 1)
        self._last.hide()

    def _plate_row(self) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(tokens().margin["label_to_field"])
        for widget in (self.plate, Label(_("Land"), "body", "text_2"), self.land):
            row.addWidget(widget)
        row.setSpacing(tokens().margin["between_fields"])
        row.addWidget(self.rdw)
        row.addWidget(self.chips, 1, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _owner_row(self) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.owner, 3)
        row.addSpacing(_ACTIVE_APART)
        row.addStretch(1)
        row.addWidget(self.active)
        return row

    def _fit(self) -> None:
        self._grid.setColumnMinimumWidth(0, theme().px(tokens().label_width[_LABEL]))


def countries() -> list[tuple[str, str]]:
    """The neighbours first, then all others by name."""
    others = sorted((land for land in LANDEN if land not in _NEIGHBOURS), key=woord_land)
    return [(land, woord_land(land)) for land in (*_NEIGHBOURS, *others)]
