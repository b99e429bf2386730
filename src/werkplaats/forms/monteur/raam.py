"""The window of the monteurscherm: its head, its list of cards, its pages; what happens in them is told elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from werkplaats.errors import Ongeldig
from werkplaats.forms.monteur.checklist import ChecklistBlad
from werkplaats.forms.monteur.fotos import FotoBlad
from werkplaats.forms.monteur.kaartjes import Kaartjes
from werkplaats.forms.monteur.km import KmBlad
from werkplaats.forms.monteur.kop import Kop
from werkplaats.forms.monteur.namen import NamenBlad
from werkplaats.forms.monteur.opmerking import OpmerkingBlad, ZoekBlad
from werkplaats.forms.monteur.werk import WerkBlad
from werkplaats.i18n import _
from werkplaats.ui.aanraken import PAD, TouchButton, TouchLine
from werkplaats.ui.labels import Label
from werkplaats.ui.theme import set_look, theme
from werkplaats.zinnen import zin, zin_bij_veld

if TYPE_CHECKING:
    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.toegang import Toegang

_LEFT = 392


class Raam(QFrame):
    """``search_asked``: another card is wanted. ``pages`` shows one page at a time."""

    search_asked = Signal()

    def __init__(self, toegang: Toegang) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Monteurscherm"))
        self._toegang = toegang
        self.kop = Kop()
        self.kaartjes = Kaartjes()
        self.werk = WerkBlad()
        self.km = KmBlad()
        self.checklist = ChecklistBlad()
        self.fotos = FotoBlad(toegang)
        self.opmerking = OpmerkingBlad()
        self.zoeken = ZoekBlad()
        self.namen = NamenBlad()
        self._lay_out()

    def show_page(self, page: QWidget) -> None:
        """Turns to a page; on the card the keyboard stands on the clock."""
        was = self.pages.currentWidget()
        self.pages.setCurrentWidget(page)
        if page is self.werk and was is not page:
            self.werk.clock_button.setFocus()

    def show_problem(self, problem: WerkplaatsError) -> None:
        """Says a problem where it happened."""
        line = getattr(self.pages.currentWidget(), "line", self.werk.line)
        if not isinstance(line, TouchLine):
            return
        if isinstance(problem, Ongeldig):
            line.say(" ".join(zin_bij_veld(een) for een in problem.bevindingen))
            return
        sentence = zin(problem)
        line.say(sentence.wat, sentence.doe)

    def _lay_out(self) -> None:
        set_look(self, box="canvas")
        self.setAutoFillBackground(True)
        self._empty = _empty_page()
        self.pages = QStackedWidget()
        for page in (
            *(self._empty, self.werk, self.km, self.checklist),
            *(self.fotos, self.opmerking, self.zoeken, self.namen),
        ):
            self.pages.addWidget(page)
        right = QFrame()
        set_look(right, box="page")
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.pages)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addWidget(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.kop)
        column.addLayout(row, 1)

    def _left(self) -> QFrame:
        left = QFrame()
        set_look(left, box="canvas")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, PAD)
        column.setSpacing(0)
        column.addWidget(self.kaartjes, 1)
        search = TouchButton(_("Andere kaart"), "scannen", "F7")
        search.clicked.connect(self.search_asked)
        line = QHBoxLayout()
        line.setContentsMargins(PAD, 0, PAD, 0)
        line.addWidget(search)
        column.addLayout(line)
        left.setFixedWidth(theme().px(_LEFT))
        return left


def _empty_page() -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    words = Label(_("Kies links een kaart, of zoek er een met F7."), "touch_title", "text_2", wrap=True)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column.addWidget(words)
    return page
