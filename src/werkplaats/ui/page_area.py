"""Where the page of a dialog scrolls: its bar lies in the margin of the page, so that no field moves when it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QScrollBar

from werkplaats.ui.theme import set_look

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class PageArea(QScrollArea):
    """Shows its page over the whole width; the bar stands there only while there is something to scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        set_look(self, box="page")
        # Qt's own bar would take its width from the page at the moment it comes.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.hide()
        self._bar.valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(self._bar.setValue)
        self.verticalScrollBar().rangeChanged.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()

    def _follow(self) -> None:
        own = self.verticalScrollBar()
        self._bar.setRange(own.minimum(), own.maximum())
        self._bar.setPageStep(own.pageStep())
        self._bar.setSingleStep(own.singleStep())
        width = self._bar.sizeHint().width()
        self._bar.setGeometry(self.width() - width, 0, width, self.viewport().height())
        self._bar.setVisible(own.maximum() > own.minimum())
