"""What the window shows as a page beside its start page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class PageWidget(QWidget):
    """A page; ``left`` is Esc where it goes no further, ``exported`` tells of a file that was made, and its lines."""

    left = Signal()
    exported = Signal(str, int)

    def refresh(self) -> None:
        """Reads anew what stands here; the chosen line and the place stay."""
        raise NotImplementedError

    def show_changed(self, onderwerp: str) -> None:
        """Something was changed, here or elsewhere."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """The keyboard comes to what one works with first."""
        raise NotImplementedError
