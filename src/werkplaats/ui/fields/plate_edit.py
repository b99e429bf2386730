"""The plate as an input: what one types stands on the plate itself, in any notation; the dashes come on leaving."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from werkplaats.domain.kenteken import Kenteken, check_kenteken
from werkplaats.errors import Ongeldig
from werkplaats.i18n import _
from werkplaats.ui.fields.base import FieldBase, Remarks
from werkplaats.ui.labels import NoteLine
from werkplaats.ui.plate import PlateLook, band_width, paint_ground, plate_font, plate_look
from werkplaats.ui.theme import set_look, theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from werkplaats.errors import Bevinding

_AREA = 4.65
"""The width of the text, as part of the height: wide enough for the longest plates of both countries."""


class PlateEdit(FieldBase, QLineEdit):
    """An input that is the plate; ``set_land`` changes ground and dashes.

    ``judged`` comes on leaving and after ``set_value``: ``PlateVerdict`` shows it beside the plate.
    """

    changed = Signal()
    left = Signal()
    judged = Signal()

    def __init__(self, veld: str = "kenteken", kind: str = "input", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.veld = veld
        self.remarks = Remarks(self)
        self.remarks.changed.connect(self.update)
        self._kind = kind
        self._land = "NL"
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Kenteken"))
        self.textEdited.connect(self._edited)
        self.editingFinished.connect(self._leave)
        theme().changed.connect(self._fit)
        self._fit()

    def value(self) -> Kenteken | None:
        """The kenteken; None for an empty plate. Raises Ongeldig when it has no letter or digit, or too many."""
        if not self.text().strip():
            return None
        try:
            return Kenteken.parse(self.text(), self._land)
        except Ongeldig as fout:
            raise Ongeldig(replace(bevinding, veld=self.veld) for bevinding in fout.bevindingen) from fout

    def set_value(self, value: Kenteken | None, /) -> None:
        """Shows a kenteken with its dashes, on the plate of its country."""
        self.setText(value.weergave if value is not None else "")
        if value is not None:
            self._land = value.land
        self._fit()
        self.judge()

    def set_read_only(self, read_only: bool) -> None:
        """A plate that is only read looks the same: it is the plate."""
        self.setReadOnly(read_only)

    @property
    def land(self) -> str:
        """The country whose plate this is."""
        return self._land

    def set_land(self, land: str) -> None:
        """Makes it a plate of another country; the text is read anew."""
        self._land = land
        self._leave()
        self._fit()

    def judge(self) -> None:
        """Marks what is doubtful or wrong about the plate; says so by ``judged``."""
        self.set_finding(self._finding())
        self.judged.emit()

    def is_known_shape(self) -> bool:
        """Whether the plate stands there in a shape that its country, the Netherlands or Belgium, issues."""
        kenteken = self._readable()
        return kenteken is not None and kenteken.land in ("NL", "BE") and kenteken.geldig

    def sizeHint(self) -> QSize:
        height = self._height()
        return QSize(round(band_width(height, stars=False) + height * _AREA), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, QRectF(self.rect()), self._look(), stars=False)
        self._paint_edge(painter)
        painter.end()
        super().paintEvent(event)

    def _paint_edge(self, painter: QPainter) -> None:
        role, width = self._edge()
        if role:
            radius = self.height() * tokens().plate.radius
            half = width / 2
            painter.setPen(QPen(theme().color(role), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)

    def _edge(self) -> tuple[str, int]:
        if self.hasFocus():
            return "focus", 2
        now = self.remarks.now
        if now is None or now.role == "ok":
            return "", 0
        return now.role, 2 if now.role == "error" else 1

    def _look(self) -> PlateLook:
        return plate_look(self._readable() or Kenteken("", self._land, ""))

    def _readable(self) -> Kenteken | None:
        try:
            return self.value()
        except Ongeldig:
            return None

    def _finding(self) -> Bevinding | None:
        try:
            kenteken = self.value()
        except Ongeldig as fout:
            return fout.bevindingen[0]
        findings = check_kenteken(kenteken) if kenteken is not None else ()
        return replace(findings[0], veld=self.veld) if findings else None

    def _edited(self) -> None:
        self._fit()
        self.changed.emit()

    def _leave(self) -> None:
        kenteken = self._readable()
        if kenteken is not None and kenteken.weergave != self.text():
            self.setText(kenteken.weergave)
        self._fit()
        self.judge()
        self.left.emit()

    def _height(self) -> int:
        return theme().px(tokens().plate.heights[self._kind])

    def _fit(self) -> None:
        """The text takes the ink of its plate; the ground is painted below it."""
        height = self._height()
        self.setFont(plate_font(height))
        self.setTextMargins(round(band_width(height, stars=False)), 0, 0, 0)
        set_look(self, plate=self._look().ground)
        self.updateGeometry()
        self.update()


class PlateVerdict(NoteLine):
    """Right of a plate input: a green tick with "Geldig kenteken", or what is doubtful or wrong.

    Foreign plates are not judged, so they get no tick. With a verdict beside it, the row under the plate stays silent.
    """

    def __init__(self, plate: PlateEdit) -> None:
        super().__init__(letter="body")
        self._plate = plate
        plate.remarks.told_elsewhere = True
        plate.judged.connect(self._tell)
        plate.remarks.changed.connect(self._tell)
        plate.changed.connect(self.fall_silent)
        self._tell()

    def _tell(self) -> None:
        now = self._plate.remarks.now
        if now is not None:
            self.say(now.role, now.sentence)
        elif self._plate.is_known_shape():
            self.say("ok", _("Geldig kenteken"))
        else:
            self.fall_silent()
