"""Tiles: pictures with their names side by side, chosen with the arrows; a picture may come after its name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from werkplaats.ui.icons import paint_icon
from werkplaats.ui.theme import set_look, theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    Index = QModelIndex | QPersistentModelIndex

TILE = int(Qt.ItemDataRole.UserRole)
_WIDE, _HIGH, _WORDS, _GAP = 168, 112, 40, 8


@dataclass(frozen=True, slots=True)
class Tile:
    """A name, a small grey line, and a picture; without it the sign stands in its place."""

    name: str
    note: str
    icon: str
    image: QImage | None = None


class TileModel(QAbstractListModel):
    """The tiles, in their order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.tiles: list[Tile] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- the default that Qt itself has
        return 0 if parent.isValid() else len(self.tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        tile = self.tiles[index.row()]
        if role == TILE:
            return tile
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tile.name}, {tile.note}"
        return tile.name if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        """Shows other tiles."""
        self.beginResetModel()
        self.tiles = list(tiles)
        self.endResetModel()

    def set_tile(self, row: int, **parts: Any) -> None:
        """Changes parts of a tile."""
        self.tiles[row] = replace(self.tiles[row], **parts)
        index = self.index(row)
        self.dataChanged.emit(index, index)


class TileDelegate(QStyledItemDelegate):
    """Draws a tile: the picture whole in its frame, its name and note under it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().px(_WIDE + 2 * _GAP), theme().px(_HIGH + 2 * _GAP) + theme().text_px(_WORDS))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tile: Tile = index.data(TILE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(option.state & QStyle.StateFlag.State_Active) and _has_focus(self.parent())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(option.rect).adjusted(2, 2, -2, -2)
        if chosen:
            radius = tokens().radius["control"]
            painter.setPen(QPen(theme().color("focus"), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("select" if focused else "select_idle"))
            painter.drawRoundedRect(room, radius, radius)
        gap = theme().px(_GAP)
        frame = QRectF(room.left() + gap - 2, room.top() + gap - 2, theme().px(_WIDE), theme().px(_HIGH))
        _paint_picture(painter, frame, tile)
        _paint_words(painter, QRectF(frame.left(), frame.bottom() + 4, frame.width(), theme().text_px(_WORDS)), tile)
        painter.restore()


def _has_focus(view: QObject | None) -> bool:
    return isinstance(view, QListView) and view.hasFocus()


def _paint_picture(painter: QPainter, frame: QRectF, tile: Tile) -> None:
    path = QPainterPath()
    radius = tokens().radius["control"]
    path.addRoundedRect(frame, radius, radius)
    painter.fillPath(path, theme().color("raised"))
    if tile.image is None:
        side = theme().px(tokens().icon_px["empty"])
        place = QRectF(frame.center() - QPointF(side / 2, side / 2), frame.center() + QPointF(side / 2, side / 2))
        paint_icon(painter, place, tile.icon, theme().color("text_3"))
    else:
        size = tile.image.size().scaled(frame.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(frame.center())
        painter.save()
        painter.setClipPath(path)
        painter.drawImage(place, tile.image)
        painter.restore()
    painter.setPen(QPen(theme().color("line_2"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _paint_words(painter: QPainter, room: QRectF, tile: Tile) -> None:
    for text, letter, role, top, bottom in (
        (tile.name, "body", "text", 0.0, room.height() / 2),
        (tile.note, "small", "text_2", room.height() / 2, room.height()),
    ):
        painter.setFont(theme().font(letter))
        painter.setPen(theme().color(role))
        line = QRectF(room.left(), room.top() + top, room.width(), bottom - top)
        cut = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), cut)


class TileGrid(QListView):
    """A grid of tiles; ``opened`` is Enter or a double click, ``chosen`` the tile that has the keyboard."""

    opened = Signal(int)
    chosen = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.tiles = TileModel(self)
        self.setModel(self.tiles)
        self.setItemDelegate(TileDelegate(self))
        self.setAccessibleName(name)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAcceptDrops(False)
        set_look(self, box="page")
        self.selectionModel().currentChanged.connect(lambda now, _before: self.chosen.emit(now.row()))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        theme().changed.connect(self.doItemsLayout)

    def show_tiles(self, tiles: Sequence[Tile], choose: int = 0) -> None:
        """Shows other tiles, one of them chosen."""
        self.tiles.set_tiles(tiles)
        if tiles:
            self.choose(max(0, min(choose, len(tiles) - 1)))
        else:
            self.chosen.emit(-1)

    def choose(self, row: int) -> None:
        """Chooses a tile and brings it into sight."""
        self.setCurrentIndex(self.tiles.index(row))

    def chosen_row(self) -> int:
        """The chosen tile, or -1."""
        return self.currentIndex().row()

    def height_for_rows(self, count: int) -> int:
        """The height that shows so many rows of tiles."""
        return count * (theme().px(_HIGH + 2 * _GAP) + theme().text_px(_WORDS)) + 2 * self.frameWidth()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.chosen_row() >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit(self.chosen_row())
            return
        super().keyPressEvent(event)
