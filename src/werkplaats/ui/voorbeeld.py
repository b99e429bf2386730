"""The pane beside the list: the chosen car or relatie at a glance, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.kmstand import km_text
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.cards import HairLine, PageScroll
from werkplaats.ui.chip import Chip
from werkplaats.ui.kmlijn import KmLijn
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.plate import Plate
from werkplaats.ui.sign import Sign
from werkplaats.ui.theme import theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QFrame

    from werkplaats.domain.kmverloop import Verloop
    from werkplaats.domain.treffers import VoertuigTreffer
    from werkplaats.ui.blik import Fact, Glance
    from werkplaats.ui.entries import Action
    from werkplaats.ui.resultaat import Mark

_PADDING = 20
_LABEL_WIDTH = 108
_GAP = 12
_FACT_HEIGHT = 20
_PLATE_COLUMN = 124
_MARKS_WIDTH = 296


class PreviewPane(QObject):
    """Shows one glance at a time in a card; ``car_asked`` is a press on one of a relatie's cars."""

    car_asked = Signal(int)

    def __init__(self, card: QFrame) -> None:
        super().__init__(card)
        card.setAccessibleName(_("Voorbeeld"))
        self.glance: Glance | None = None
        self._stack = QStackedLayout(card)
        self._stack.setContentsMargins(1, 1, 1, 1)
        self._stack.addWidget(_Nothing())
        self._shown: QWidget | None = None

    def show_glance(self, glance: Glance, actions: Sequence[Action]) -> None:
        """Shows a car or a relatie with what can be done with it."""
        self._take_away()
        self.glance = glance
        self._shown = _Content(glance, actions, self.car_asked.emit)
        self._stack.addWidget(self._shown)
        self._stack.setCurrentWidget(self._shown)

    @property
    def buttons(self) -> list[Button]:
        """What can be pressed now, in reading order."""
        return self._shown.findChildren(Button) if self._shown is not None else []

    def wait(self) -> None:
        """Another line was chosen: until it is shown, no menu opens for the one before it."""
        for button in self.buttons:
            if button.menu() is not None:
                button.setEnabled(False)

    def show_nothing(self) -> None:
        """Shows that nothing is chosen."""
        self.glance = None
        self._stack.setCurrentIndex(0)
        self._take_away()

    def _take_away(self) -> None:
        if self._shown is not None:
            self._stack.removeWidget(self._shown)
            self._shown.deleteLater()
            self._shown = None


class _Nothing(QWidget):
    """The pane without a choice."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(_GAP)
        column.addStretch()
        column.addWidget(Sign("voertuig", "text_3", tokens().icon_px["empty"]), 0, Qt.AlignmentFlag.AlignHCenter)
        words = Label(_("Kies een regel om de auto of de relatie hier te zien."), "body", "text_2", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        column.addStretch()


class _Content(QWidget):
    """One glance: what there is to read scrolls where the window is low, the buttons stay."""

    def __init__(
        self,
        glance: Glance,
        actions: Sequence[Action],
        car_asked: Callable[[int], None],
    ) -> None:
        super().__init__()
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(_PADDING, _PADDING, _PADDING, _GAP)
        self._column.setSpacing(0)
        self._add_head(glance)
        self._add_marks(glance.marks)
        for group in glance.groups:
            self._add_rule()
            self._column.addLayout(_facts(group))
        if glance.km is not None:
            self._add_km(glance.km)
        if glance.cars:
            self._add_cars(glance, car_asked)
        if glance.notes:
            self._add_notes(glance.notes)
        self._column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, _PADDING)
        column.setSpacing(0)
        column.addWidget(PageScroll(page), 1)
        column.addLayout(_buttons(glance, actions))

    def _add_head(self, glance: Glance) -> None:
        if glance.kenteken is not None or glance.vin:
            plate = Plate("head")
            plate.show_plate(glance.kenteken, glance.vin, taxi=glance.taxi)
            self._column.addWidget(plate)
            self._column.addSpacing(_GAP)
        elif glance.icon:
            self._column.addWidget(Sign(glance.icon, "text_2", tokens().icon_px["empty"]))
            self._column.addSpacing(_GAP)
        self._column.addWidget(Label(glance.title, "subtitle", wrap=True))
        if glance.sentence:
            self._column.addSpacing(2)
            self._column.addWidget(Label(glance.sentence, "body", "text_2", wrap=True))

    def _add_marks(self, marks: Sequence[Mark]) -> None:
        """Chips beside each other, as many in a row as the narrow pane has room for."""
        row, left = QHBoxLayout(), 0
        above = _GAP
        for mark in marks:
            chip = Chip(mark.text, mark.role, mark.icon, fill=mark.fill)
            width = chip.sizeHint().width()
            if width > left:
                row = QHBoxLayout()
                row.setContentsMargins(0, above, 0, 0)
                row.setSpacing(_GAP)
                row.addStretch()
                self._column.addLayout(row)
                above, left = 4, theme().px(_MARKS_WIDTH)
            row.insertWidget(row.count() - 1, chip)
            left -= width + _GAP

    def _add_rule(self) -> None:
        self._column.addSpacing(_GAP)
        self._column.addWidget(HairLine())
        self._column.addSpacing(_GAP)

    def _add_km(self, verloop: Verloop) -> None:
        """The last reading, what the car drives in a year, and how it went."""
        if verloop.laatste is None:
            return
        self._add_rule()
        row = QHBoxLayout()
        row.addWidget(Label(_("Kilometerstand"), "body", "text_2"), 1)
        row.addWidget(Label(_("{km} km").format(km=km_text(verloop.laatste.km))))
        if verloop.per_jaar is not None:
            year = _("· {km} per jaar").format(km=km_text(verloop.per_jaar))
            row.addWidget(Label(year, "body", "text_2"))
        row.setSpacing(4)
        self._column.addLayout(row)
        if len(verloop.punten) > 1:
            self._column.addSpacing(4)
            self._column.addWidget(KmLijn(verloop))

    def _add_cars(self, glance: Glance, car_asked: Callable[[int], None]) -> None:
        self._add_rule()
        for car in glance.cars:
            self._column.addWidget(_CarLine(car, car_asked))
            self._column.addSpacing(4)
        if glance.more_cars:
            self._column.addWidget(Label(glance.more_cars, "small", "text_2"))

    def _add_notes(self, notes: Sequence[str]) -> None:
        self._add_rule()
        self._column.addWidget(Label(_("Let op"), "strong"))
        self._column.addSpacing(8)
        for note in notes:
            row = QHBoxLayout()
            row.setContentsMargins(0, 0, 0, 4)
            row.setSpacing(8)
            row.addWidget(Sign("opmerking", "text_2"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(note, wrap=True), 1)
            self._column.addLayout(row)


class _CarLine(QWidget):
    """A car of a relatie: its plate and what it is; a press shows the car."""

    def __init__(self, car: VoertuigTreffer, asked: Callable[[int], None]) -> None:
        super().__init__()
        self._id = car.id
        self._asked = asked
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        plate = Plate("list")
        plate.show_plate(car.kenteken, car.vin)
        row.addWidget(plate)
        row.addSpacing(max(0, theme().px(_PLATE_COLUMN) - plate.sizeHint().width()))
        row.addWidget(ElidedLabel(car.omschrijving), 1)

    def mousePressEvent(self, _event: object) -> None:
        self._asked(self._id)


def _facts(group: Sequence[Fact]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(_GAP)
    grid.setVerticalSpacing(2)
    grid.setColumnMinimumWidth(0, theme().px(_LABEL_WIDTH))
    grid.setColumnStretch(1, 1)
    for line, (name, value) in enumerate(group):
        grid.addWidget(Label(name, "body", "text_2"), line, 0, Qt.AlignmentFlag.AlignTop)
        words = Label(value, wrap=True)
        # Below, so that what is wrapped stands as far from the next fact as a single line does.
        words.setContentsMargins(0, 0, 0, max(0, theme().px(_FACT_HEIGHT) - words.fontMetrics().height()))
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(words, line, 1, Qt.AlignmentFlag.AlignTop)
    return grid


def _buttons(glance: Glance, actions: Sequence[Action]) -> QGridLayout:
    """The first action over the whole width, the others two in a row below it."""
    grid = QGridLayout()
    grid.setContentsMargins(_PADDING - 1, _GAP, _PADDING - 1, 0)
    grid.setSpacing(8)
    for place, action in enumerate(actions):
        button = Button(action.title, action.icon, action.key, "main" if place == 0 else "normal")
        button.align_left()
        if action.menu is not None:
            action.menu(glance.id, button)
        else:
            button.clicked.connect(_doing(action.run, glance.id))
        if place == 0:
            grid.addWidget(button, 0, 0, 1, 2)
        else:
            grid.addWidget(button, (place + 1) // 2, (place + 1) % 2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid


def _doing(run: Callable[[int], None], subject: int) -> Callable[[], None]:
    return lambda: run(subject)
