"""The palette (Ctrl+K): one line that finds any command, car and person, over whatever is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStyle, QVBoxLayout, QWidget

from werkplaats.domain.moment import vandaag
from werkplaats.i18n import _
from werkplaats.ui.cards import HairLine
from werkplaats.ui.chip import KeyCap, keycap_width, paint_keycap
from werkplaats.ui.gevonden import closeness, find_spans
from werkplaats.ui.icons import paint_icon
from werkplaats.ui.labels import Label
from werkplaats.ui.plate import paint_plate
from werkplaats.ui.resultaat import NIEUW, OPDRACHT, Heading, Row, relatie_row, voertuig_row
from werkplaats.ui.resultaat_delegate import LINE, Pen, ResultDelegate
from werkplaats.ui.resultatenlijst import ResultList
from werkplaats.ui.theme import set_look, theme
from werkplaats.ui.tokens import tokens
from werkplaats.ui.work import Latest
from werkplaats.ui.zoekveld import SearchBox
from werkplaats.zinnen import zin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from werkplaats.domain.treffers import Zoekresultaat
    from werkplaats.errors import WerkplaatsError
    from werkplaats.ui.bronnen import Bronnen
    from werkplaats.ui.entries import Creator, Entry
    from werkplaats.ui.resultaat import Line
    from werkplaats.ui.resultaat_delegate import Index
    from werkplaats.ui.work import Background

_DIM = 0.35
_MOST = 8
_TOP = 110
_PADDING = 12


class PaletteDelegate(ResultDelegate):
    """The palette's lines are one row high: sign or plate, the word, and in grey what belongs to it."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, theme().size("palette_item" if isinstance(index.data(LINE), Row) else "row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Heading):
            at = QPointF(rect.left() + _PADDING, rect.center().y())
            self.draw_text(painter, at, line.text, Pen("chip", "text_2"))
        elif isinstance(line, Row):
            self._paint_line(painter, rect, line, chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRectF, row: Row, *, chosen: bool) -> None:
        middle, right = rect.center().y(), rect.right() - _PADDING
        if chosen:
            painter.fillRect(rect, theme().color("select"))
            right -= keycap_width("Enter")
            paint_keycap(painter, right, middle, "Enter", ink=theme().color("text_2"), edge=theme().color("line_2"))
        x = self._paint_sign(painter, rect.left() + _PADDING, middle, row)
        pen = Pen("body_main", "on_select" if chosen else "text", "surface" if chosen else "select")
        x += self.draw_found(painter, QRectF(x, rect.top(), right - x, rect.height()), row.title, pen) + _PADDING
        if row.sentence and x < right:
            pen = Pen("small", "text_2", pen.mark)
            self.draw_found(painter, QRectF(x, rect.top(), right - x - _PADDING, rect.height()), row.sentence, pen)

    def _paint_sign(self, painter: QPainter, left: float, middle: float, row: Row) -> float:
        """Paints the plate or the sign, and says where the text begins."""
        if row.plate is not None:
            height = theme().px(tokens().plate.heights["table"])
            return left + paint_plate(painter, left, round(middle - height / 2), height, row.plate) + _PADDING
        side = theme().px(tokens().icon_px["button"])
        paint_icon(painter, QRectF(left, middle - side / 2, side, side), row.icon, theme().color("text_2"))
        return left + side + _PADDING


class Palette(QWidget):
    """Lies over the dimmed window until a line is chosen or Esc; ``picked`` gives kind and id of a car or relatie."""

    picked = Signal(str, int)

    def __init__(self, window: QWidget, background: Background, bronnen: Bronnen) -> None:
        super().__init__(window)
        self._window = window
        self._bronnen = bronnen
        self._commands: tuple[Entry, ...] = ()
        self._creators: tuple[Creator, ...] = ()
        self._before: QWidget | None = None
        self._search = Latest(background, self)
        self.box = SearchBox(_("Zoek kenteken, naam of opdracht"), _("Zoek kenteken, naam of opdracht …"))
        self.list = ResultList(_("Gevonden"), PaletteDelegate)
        self._card = QFrame(self)
        self._lay_out()
        self.box.textChanged.connect(self._typed)
        self.box.moved.connect(self.list.move_choice)
        self.box.opened.connect(self._enter)
        self.list.opened.connect(self._pick)
        window.installEventFilter(self)
        self.hide()

    def set_commands(self, commands: Sequence[Entry], creators: Sequence[Creator] = ()) -> None:
        """The doors and commands that can be found by their words, and what opens by what was typed itself."""
        self._commands = tuple(commands)
        self._creators = tuple(creator for creator in creators if creator.in_palette)

    def add_commands(self, commands: Sequence[Entry]) -> None:
        """More of them, behind those that are there."""
        self._commands = (*self._commands, *commands)

    def open(self) -> None:
        """Comes up, empty, with the cursor in its line."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.box.clear()
        self._typed("")
        self._fit()
        self.show()
        self.raise_()
        self.box.setFocus()

    def dismiss(self) -> None:
        """Goes away; the focus is where it was."""
        self._search.forget()
        self.hide()
        if self._before is not None and shiboken6.isValid(self._before):
            self._before.setFocus()
        self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab stays inside: what lies below is dimmed."""
        self.box.setFocus()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().color("plate_x_ink", _DIM))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return False

    def _typed(self, text: str) -> None:
        bronnen = self._bronnen
        if not text.strip():
            self._search.forget()
            self._show(text, None)
            return
        self._search.ask(
            lambda: bronnen.zoeken.find(bronnen.wie, text, _MOST), lambda found: self._show(text, found), self._fail
        )

    def _show(self, text: str, found: Zoekresultaat | None) -> None:
        self.list.painter.search = text
        lines: list[Line] = self._command_lines(text)
        if found is not None:
            day, land = vandaag(self._bronnen.klok, self._bronnen.wie.zone), self._bronnen.wie.land
            if found.voertuigen:
                lines.append(Heading(_("Voertuigen")))
                lines += [voertuig_row(treffer, day, land) for treffer in found.voertuigen]
            if found.relaties:
                lines.append(Heading(_("Relaties")))
                lines += [relatie_row(treffer) for treffer in found.relaties]
        self.list.show_lines(lines or [Heading(_("Niets gevonden"))], choose=True)
        self._fit()
        self._open_entered()

    def _command_lines(self, text: str) -> list[Line]:
        rows = [
            Row(OPDRACHT, place, entry.title.replace("&", ""), entry.key, icon=entry.icon)
            for place, entry in enumerate(self._commands)
            if not text.strip() or find_spans(entry.title.replace("&", ""), text)
        ]
        if text.strip():
            rows.sort(key=lambda row: closeness(row.title, text))
        rows += [
            Row(NIEUW, place, creator.title(text.strip()), creator.sentence, icon=creator.icon)
            for place, creator in enumerate(self._creators)
            if creator.fits(text)
        ]
        return [Heading(_("Opdrachten")), *rows] if rows else []

    def _fail(self, problem: WerkplaatsError) -> None:
        self.box.is_entered = False
        self.list.show_lines([Heading(zin(problem).wat)], choose=False)

    def _enter(self) -> None:
        """Does the chosen line; pressed before the answer is there, the first line of the answer and no older one."""
        if not self._search.is_busy:
            self._open_entered()

    def _open_entered(self) -> None:
        if self.box.is_entered:
            self.box.is_entered = False
            self.list.open_chosen()

    def _pick(self, row: Row) -> None:
        self.dismiss()
        if row.soort == OPDRACHT:
            self._commands[row.id].open()
        elif row.soort == NIEUW:
            self._creators[row.id].run(self.box.text().strip())
        else:
            self.picked.emit(row.soort, row.id)

    def _fit(self) -> None:
        window = self._window
        self.setGeometry(window.rect())
        width = min(theme().size("palette_width"), window.width() - 2 * _PADDING)
        rows = self.list.model().rowCount()
        wanted = sum(self.list.sizeHintForRow(row) for row in range(rows))
        room = window.height() - theme().px(_TOP) - 160
        self.list.setFixedHeight(max(theme().size("palette_item"), min(wanted, room)))
        self._card.resize(width, self._card.sizeHint().height())
        self._card.move((window.width() - width) // 2, min(theme().px(_TOP), window.height() // 8))

    def _lay_out(self) -> None:
        set_look(self._card, box="popup")
        column = QVBoxLayout(self._card)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.box)
        column.addWidget(self.list)
        column.addWidget(HairLine())
        keys = QHBoxLayout()
        keys.setContentsMargins(_PADDING, 0, _PADDING, 0)
        keys.setSpacing(4)
        for caps, words in ((("↑", "↓"), _("kiezen")), (("Enter",), _("doen")), (("Esc",), _("terug"))):
            for cap in caps:
                keys.addWidget(KeyCap(cap))
            keys.addWidget(Label(words, "small", "text_2"))
            keys.addSpacing(8)
        keys.addStretch()
        keys.addWidget(Label(_("kenteken, naam of opdracht"), "small", "text_2"))
        column.addLayout(keys)
