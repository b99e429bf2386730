"""A page of the vehicle card that is made of rows of fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from werkplaats.ui.fields.base import Field
    from werkplaats.ui.rows import FieldGrid


class VeldenPagina(QWidget):
    """The page of a tab; ``fields`` are those of the card that stand on it."""

    def __init__(self, grid: FieldGrid) -> None:
        super().__init__()
        self.fields: dict[str, Field] = dict(grid.fields)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 8, 24, 24)
        page.addWidget(grid)
