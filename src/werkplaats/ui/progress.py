"""The progress of work that takes longer than a second: what is counted, the time left, a thin bar, and Stoppen."""

from __future__ import annotations

import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout

from werkplaats.i18n import _, ngettext
from werkplaats.ui.button import Button
from werkplaats.ui.theme import set_letter, set_look


class ProgressStrip(QFrame):
    """Hidden until the work is slow; says ``text`` as long as nothing is counted."""

    stopped = Signal()

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._text = text or _("Bezig …")
        self._count = QLabel()
        self._left = QLabel()
        set_letter(self._left, "small")
        set_look(self._left, role="text_2")
        self.stop_button = Button(_("Stoppen"), key="Esc", kind="small")
        self.stop_button.clicked.connect(self.stopped)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Voortgang"))
        self._begin = 0.0
        self._lay_out()
        self.start()

    def start(self) -> None:
        """Begins anew: nothing counted yet, and out of sight."""
        self._begin = time.monotonic()
        self._bar.setRange(0, 0)
        self._count.setText(self._text)
        self._left.clear()
        self.hide()

    def show_slow(self, *, can_stop: bool) -> None:
        """Comes into sight, with the button only when stopping is possible."""
        self.stop_button.setVisible(can_stop)
        self.show()

    def report(self, done: int, total: int) -> None:
        """Counts: ``done`` of ``total``."""
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._count.setText(_("{klaar} van {totaal}").format(klaar=_thousands(done), totaal=_thousands(total)))
        self._left.setText(_time_left(time.monotonic() - self._begin, done, total))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._count)
        row.addStretch()
        row.addWidget(self._left)
        row.addWidget(self.stop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 12)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._bar)


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _time_left(seconds: float, done: int, total: int) -> str:
    """Says nothing while it cannot be known."""
    if not 0 < done < total:
        return ""
    left = round(seconds / done * (total - done))
    if left < 90:
        return _("nog {seconden} s").format(seconden=max(left, 1))
    minuten = round(left / 60)
    return ngettext("nog {minuten} minuut", "nog {minuten} minuten", minuten).format(minuten=minuten)
