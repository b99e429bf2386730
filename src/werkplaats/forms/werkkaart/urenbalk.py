"""The hours of a card at a glance: how much was worked of what was estimated, and whether somebody works on it now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from werkplaats.domain.monteurwerk import hours, worked
from werkplaats.domain.urencorrectie import clock_line
from werkplaats.domain.werkkaart_regel import DUIZEND, number_text
from werkplaats.forms.werkkaart.uren import estimated
from werkplaats.i18n import _
from werkplaats.ui.labels import Label
from werkplaats.ui.theme import set_look, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from werkplaats.domain.moment import Moment
    from werkplaats.domain.monteurwerk import Werkverslag
    from werkplaats.domain.werkkaart_regel import Regel

_HIGH = 4


class Urenbalk(QWidget):
    """Words with a bar under them; more than was estimated turns it orange, and the words say it."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._now = Label("", "body"), Label("", "body", "busy")
        self._bar = _Balk()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addWidget(self._now)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self._bar)

    def show_hours(self, regels: Sequence[Regel], verslag: Werkverslag, nu: Moment) -> None:
        """Shows the hours of these lines and of these clocks."""
        gewerkt, begroot = hours(worked(verslag.tijden, nu)), estimated(regels)
        said, thought = number_text(gewerkt, DUIZEND), number_text(begroot, DUIZEND)
        words = _("{gewerkt} gewerkt van {begroot}").format(gewerkt=said, begroot=thought)
        self._words.setText(words if begroot else _("{gewerkt} gewerkt").format(gewerkt=said))
        klok = clock_line(regels)
        runs = any(tijd.eind is None for tijd in verslag.tijden)
        forgotten = any(tijd.is_forgotten(nu) for tijd in verslag.tijden)
        behind = klok is not None and bool(gewerkt) and regels[klok].aantal != gewerkt
        update = _("F3 werkt de regel bij")
        going = _("vergeten te stoppen?") if forgotten else _("loopt nu")
        self._now.setText(going if runs else update if behind else "")
        set_look(self._now, role="warn" if forgotten else "busy")
        self._bar.show_part(gewerkt, begroot)
        self.setAccessibleName(" ".join(part for part in (_("Uren:"), words, self._now.text()) if part))


class _Balk(QWidget):
    """A thin bar of which a part is full."""

    def __init__(self) -> None:
        super().__init__()
        self._part, self._whole = 0, 0
        self.setFixedHeight(_HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, part: int, whole: int) -> None:
        """Shows so much of so much."""
        self._part, self._whole = part, whole
        self.setVisible(whole > 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._whole <= 0:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        room = QRectF(self.rect())
        radius = room.height() / 2
        painter.setBrush(theme().color("line"))
        painter.drawRoundedRect(room, radius, radius)
        full = QRectF(room)
        full.setWidth(room.width() * min(1.0, max(0.0, self._part / self._whole)))
        painter.setBrush(theme().color("warn" if self._part > self._whole else "accent"))
        painter.drawRoundedRect(full, radius, radius)
