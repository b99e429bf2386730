"""What one person chose on one computer: window sizes, scheme, text size, Enter as Tab. Kept in QSettings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QByteArray, QPoint, QSettings, QSize
from PySide6.QtGui import QGuiApplication

from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from werkplaats.ui.theme import Scheme

SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark", "system")

_TITLE_BAR = 32
"""What a system's title bar takes: it is known only after showing, and may not push the buttons off the screen."""


class Voorkeuren:
    """The choices of this account; reading never fails: an unreadable value counts as the standard one."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def scheme(self) -> Scheme:
        """Light, dark, or as the system."""
        value = self._settings.value("scheme")
        return cast("Scheme", value) if value in SCHEMES else "system"

    @scheme.setter
    def scheme(self, value: Scheme) -> None:
        self._settings.setValue("scheme", value)

    @property
    def text_scale(self) -> float:
        """The factor of all sizes: 0.9, 1, 1.15 or 1.3."""
        value = str(self._settings.value("text_scale"))
        return next((scale for scale in tokens().scales if str(scale) == value), 1.0)

    @text_scale.setter
    def text_scale(self, value: float) -> None:
        self._settings.setValue("text_scale", str(value))

    @property
    def enter_is_tab(self) -> bool:
        """Whether Enter in a field goes on to the next one."""
        return str(self._settings.value("enter_is_tab")) == "true"

    @enter_is_tab.setter
    def enter_is_tab(self, value: bool) -> None:
        self._settings.setValue("enter_is_tab", "true" if value else "false")

    @property
    def scanner(self) -> bool:
        """Whether signs that come very fast are those of a barcode scanner; so, unless somebody turned it off."""
        return str(self._settings.value("scanner")) != "false"

    @scanner.setter
    def scanner(self, value: bool) -> None:
        self._settings.setValue("scanner", "true" if value else "false")

    @property
    def shop(self) -> int | None:
        """The shop in which this person worked last, at this computer; None when he never chose one."""
        value = str(self._settings.value("shop") or "")
        return int(value) if value.isdecimal() else None

    @shop.setter
    def shop(self, value: int) -> None:
        self._settings.setValue("shop", str(value))

    def columns(self, name: str) -> tuple[str, ...]:
        """The columns that were chosen for a list; empty when nobody chose."""
        return tuple(part for part in str(self._settings.value(f"columns/{name}") or "").split(",") if part)

    def remember_columns(self, name: str, columns: Sequence[str]) -> None:
        """Keeps the columns of a list for the next time."""
        self._settings.setValue(f"columns/{name}", ",".join(columns))

    def sorting(self, name: str) -> tuple[str, bool]:
        """The column by which a list was sorted last, and whether downwards; an empty name when nobody chose."""
        column, _apart, way = str(self._settings.value(f"sorting/{name}") or "").partition(" ")
        return column, way == "down"

    def remember_sorting(self, name: str, column: str, *, down: bool) -> None:
        """Keeps the order of a list for the next time."""
        self._settings.setValue(f"sorting/{name}", f"{column} {'down' if down else 'up'}")

    def printer(self, soort: str) -> str:
        """The printer on which a kind of document was printed last; empty when it never was."""
        return str(self._settings.value(f"printer/{soort}") or "")

    def remember_printer(self, soort: str, naam: str) -> None:
        """Keeps the printer of a kind of document for the next time."""
        self._settings.setValue(f"printer/{soort}", naam)

    def restore_window(self, name: str, window: QWidget, standard: QSize) -> None:
        """Gives a window the size and place it had, never larger than the screen it comes on."""
        state = self._settings.value(f"window/{name}")
        if not (isinstance(state, QByteArray) and window.restoreGeometry(state)):
            window.resize(standard)
        _clamp(window)

    def remember_window(self, name: str, window: QWidget) -> None:
        """Keeps the size and place of a window for the next time."""
        self._settings.setValue(f"window/{name}", window.saveGeometry())


def _clamp(window: QWidget) -> None:
    screen = QGuiApplication.screenAt(window.geometry().center()) or window.screen()
    room = screen.availableGeometry()
    size = window.size().boundedTo(room.size() - QSize(0, _TITLE_BAR)).expandedTo(window.minimumSize())
    window.resize(size)
    left = max(room.left(), min(window.x(), room.right() + 1 - size.width()))
    top = max(room.top(), min(window.y(), room.bottom() + 1 - size.height() - _TITLE_BAR))
    if window.pos() != QPoint(left, top):
        window.move(left, top)
