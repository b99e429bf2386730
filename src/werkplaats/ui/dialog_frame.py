"""The frame of a dialog: toolbar, header, problem line, page in a scroll area, progress, button bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from werkplaats.i18n import _
from werkplaats.ui.bar import ButtonBar
from werkplaats.ui.button import Button
from werkplaats.ui.hulpknop import has_help_button, help_button
from werkplaats.ui.page_area import PageArea
from werkplaats.ui.problem import ProblemLine
from werkplaats.ui.progress import ProgressStrip
from werkplaats.ui.theme import set_letter, set_look
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class DialogFrame(QWidget):
    """A window of its own whose header and bar stay in sight while its page scrolls.

    A dialog builds itself with ``set_heading`` or ``set_header``, ``set_page``, ``set_main`` and ``bar.add_door``.
    """

    help_above: ClassVar[bool] = False
    """Whether F1 stands in the toolbar also where that has nothing else: the head takes the whole width."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._act: Callable[[], None] | None = None
        self._main_text = ""
        self._toolbar = QFrame()
        set_look(self._toolbar, box="toolbar")
        self._toolbar.hide()
        self._tools = QHBoxLayout()
        self._side: QWidget | None = None
        self._header = QWidget()
        self._header_row = QHBoxLayout(self._header)
        self._header_row.setContentsMargins(0, 0, 0, 0)
        self._header_row.setSpacing(0)
        self._header_place = QVBoxLayout()
        self._header_place.setSpacing(0)
        self._header_row.addLayout(self._header_place, 1)
        self.problem = ProblemLine()
        self._scroll = PageArea()
        self._progress = ProgressStrip()
        self.bar = ButtonBar()
        self._lay_out()

    def set_heading(self, title: str, sentence: str = "") -> None:
        """Names the window, and heads it with its title and one grey sentence."""
        self.setWindowTitle(title)
        heading = QWidget()
        column = _column(heading)
        column.setContentsMargins(24, 20, 24, 0)
        column.setSpacing(2)
        for text, letter, role in ((title, "title", ""), (sentence, "body", "text_2")):
            if text:
                label = QLabel(text)
                set_letter(label, letter)
                set_look(label, role=role)
                label.setTextFormat(Qt.TextFormat.PlainText)
                column.addWidget(label)
        self.set_header(heading)

    def set_header(self, header: QWidget) -> None:
        """Puts what stays in sight above the page: plate, name, state."""
        self._header_place.addWidget(header)

    def set_toolbar(self, buttons: Iterable[Button]) -> None:
        """Puts quiet buttons above the header, once the bar has its doors: Tab starts in the page and ends up here."""
        row = self._tools
        last: QWidget = self.bar.cancel_button
        for button in buttons:
            row.addWidget(button)
            self.setTabOrder(last, button)
            last = button
        self._toolbar.show()

    def offer_help(self, act: Callable[[], None]) -> None:
        """Binds F1, and shows it at the right of the toolbar; without one at the right of the head."""
        QShortcut(QKeySequence(tokens().key["help"]), self, act)
        if has_help_button(self._header):
            return
        button = help_button(act)
        if self._tools.count() or self.help_above:
            self._toolbar_row.addWidget(button)
            self._toolbar.setVisible(not self._toolbar.isHidden() or not self._tools.count())
        else:
            place = QVBoxLayout()
            place.setContentsMargins(0, 16, 16, 0)
            place.addWidget(button)
            place.addStretch(1)
            self._header_row.addLayout(place)

    def set_side(self, side: QWidget) -> None:
        """Puts a panel at the left of all the rest, the bar too: the list of its pages."""
        self._side = side
        self._beside.insertWidget(0, side)

    def set_page(self, page: QWidget) -> None:
        """Puts the page in the scroll area; its margins (24) are its own."""
        self._scroll.setWidget(page)
        page.setAutoFillBackground(False)

    def set_main(self, text: str, icon: str, act: Callable[[], None], key: str = "") -> Button:
        """Gives the window its one main button, done with ``key`` (Ctrl+S when left out, or Ctrl+Enter)."""
        key = key or tokens().key["opslaan"]
        button = Button(text, icon=icon, key=key, kind="main")
        button.clicked.connect(self.press_main)
        self._act = act
        self.bar.set_main(button)
        for sequence in {key, key.replace("Enter", "Return")}:
            QShortcut(QKeySequence(sequence), self, self.press_main)
        return button

    def press_main(self) -> None:
        """Does what the main button does."""
        if self._act is not None:
            self.bar.withdraw()
            self._act()

    def reveal(self, field: QWidget) -> None:
        """Brings a field into sight; a dialog with tabs also turns to its tab."""
        self._scroll.ensureWidgetVisible(field, 0, 48)

    def come_forward(self) -> None:
        """Brings a window back that waits behind others with a question or a problem."""
        if self.isVisible():
            self.raise_()
            self.activateWindow()

    def _inputs(self) -> list[QWidget]:
        """All that is held while a call is under way; Annuleren is not among it."""
        main = [self.bar.main_button] if self.bar.main_button is not None else []
        side = [self._side] if self._side is not None else []
        return [*side, self._toolbar, self._header, self._scroll, self.bar.doors, *main]

    def _say_busy(self) -> None:
        button = self.bar.main_button
        if button is not None and not self._main_text:
            self._main_text = button.text()
            button.setMinimumWidth(button.width())
            button.setText(_("Bezig …"))

    def _say_slow(self, *, can_stop: bool) -> None:
        """Shows the progress; while it has a Stoppen, that is what Esc does, and only there it says so."""
        self._progress.show_slow(can_stop=can_stop)
        if can_stop:
            self.bar.cancel_button.setMinimumWidth(self.bar.cancel_button.width())
            self.bar.cancel_button.set_key("")

    def _say_ready(self) -> None:
        button = self.bar.main_button
        if button is not None and self._main_text:
            button.setText(self._main_text)
            button.setMinimumWidth(0)
            self._main_text = ""
        self._progress.start()
        self.bar.cancel_button.setMinimumWidth(0)
        self.bar.cancel_button.set_key(tokens().key["terug"])

    def _lay_out(self) -> None:
        self._toolbar_row = QHBoxLayout(self._toolbar)
        self._toolbar_row.setContentsMargins(16, 4, 16, 4)
        self._toolbar_row.setSpacing(0)
        self._toolbar_row.addLayout(self._tools)
        self._toolbar_row.addStretch(1)
        self._tools.setSpacing(0)
        surface = QFrame()
        set_look(surface, box="page")
        body = _column(surface)
        problem_place = QHBoxLayout()
        problem_place.setContentsMargins(24, 12, 24, 0)
        problem_place.addWidget(self.problem)
        body.addWidget(self._header)
        body.addLayout(problem_place)
        body.addWidget(self._scroll, 1)
        progress_place = QHBoxLayout()
        progress_place.setContentsMargins(24, 0, 24, 0)
        progress_place.addWidget(self._progress)
        body.addLayout(progress_place)
        self._beside = QHBoxLayout(self)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(0)
        window = QVBoxLayout()
        window.setSpacing(0)
        self._beside.addLayout(window, 1)
        window.addWidget(self._toolbar)
        window.addWidget(surface, 1)
        window.addWidget(self.bar)


def _column(parent: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
