"""The theme of the running program: light or dark, the text size, and with them the palette, style sheet and fonts.

There is one theme per application (Qt itself knows one palette and one style sheet per application). ``install_theme``
makes it before the first widget; every painter asks ``theme()`` at the moment of painting and keeps nothing.
"""

from __future__ import annotations

import math
from itertools import count
from typing import TYPE_CHECKING, Final, Literal
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette, QPixmapCache

from werkplaats.ui.fonts import load_inter, make_font
from werkplaats.ui.qss import style_sheet
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QApplication, QWidget

Scheme = Literal["light", "dark", "system"]
_editions = count()
_LETTER: Final = "letter"
_CODE: Final = "letter_code"

_SYSTEM_ROLES: Final = {
    "canvas": QPalette.ColorRole.Window,
    "nav": QPalette.ColorRole.Window,
    "raised": QPalette.ColorRole.Window,
    "button": QPalette.ColorRole.Button,
    "accent": QPalette.ColorRole.Highlight,
    "on_accent": QPalette.ColorRole.HighlightedText,
    "select": QPalette.ColorRole.Base,
    "select_idle": QPalette.ColorRole.Base,
    "surface": QPalette.ColorRole.Base,
    "field": QPalette.ColorRole.Base,
    "hover": QPalette.ColorRole.Base,
    "pressed": QPalette.ColorRole.Base,
}

_PALETTE: Final = {
    QPalette.ColorGroup.All: {
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.Base: "field",
        QPalette.ColorRole.AlternateBase: "raised",
        QPalette.ColorRole.PlaceholderText: "text_3",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.ToolTipBase: "raised",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Light: "surface",
        QPalette.ColorRole.Mid: "line_2",
        QPalette.ColorRole.Dark: "line_strong",
    },
    QPalette.ColorGroup.Inactive: {
        QPalette.ColorRole.Highlight: "select_idle",
        QPalette.ColorRole.HighlightedText: "text",
    },
    QPalette.ColorGroup.Disabled: {
        QPalette.ColorRole.WindowText: "text_off",
        QPalette.ColorRole.Text: "text_off",
        QPalette.ColorRole.ButtonText: "text_off",
        QPalette.ColorRole.PlaceholderText: "text_off",
        QPalette.ColorRole.Base: "field_ro",
        QPalette.ColorRole.Highlight: "select_idle",
        QPalette.ColorRole.HighlightedText: "text_off",
    },
}


class Theme(QObject):
    """Gives colours, fonts and lengths as they are now; ``changed`` says that they have become others."""

    changed = Signal()

    def __init__(self, app: QApplication, scheme: Scheme = "system", scale: float = 1.0) -> None:
        super().__init__(app)
        self._app = app
        self._scheme: Scheme = scheme
        self._scale = scale
        self.lettered: WeakSet[QWidget] = WeakSet()
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, bool], QFont] = {}
        self.edition = 0
        self.dark = False
        self.high_contrast = False
        load_inter()
        app.setStyle("Fusion")
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._apply)
        self._tell_system()
        self._apply()

    @property
    def scheme(self) -> Scheme:
        """The setting: light, dark, or as the system says."""
        return self._scheme

    @property
    def scale(self) -> float:
        """The text size as a factor: 0.9, 1.0, 1.15 or 1.3."""
        return self._scale

    def set_scheme(self, scheme: Scheme) -> None:
        """Shows the program light, dark, or as the system says."""
        if scheme != self._scheme:
            self._scheme = scheme
            self._tell_system()
            self._apply()

    def set_scale(self, scale: float) -> None:
        """Sets the text size; widths and heights of controls grow with it."""
        if scale != self._scale:
            self._scale = scale
            self._apply()

    def color(self, role: str, opacity: float = 1.0) -> QColor:
        """The colour of a role of the tokens, such as ``text_2`` or ``warn_bg``."""
        color = QColor(self._colors[role])
        if opacity < 1:
            color.setAlphaF(opacity)
        return color

    def font(self, kind: str = "body", *, code: bool = False) -> QFont:
        """The font of a role of type at the text size in use."""
        if (kind, code) not in self._fonts:
            self._fonts[kind, code] = make_font(kind, self._scale, code=code)
        return self._fonts[kind, code]

    def px(self, length: float) -> int:
        """A length of the tokens at the text size in use."""
        return round(length * self._scale)

    def text_px(self, length: float) -> int:
        """A width that must hold a text: grows as the letters do, whose sizes are whole pixels."""
        return math.ceil(length * self.font().pixelSize() / tokens().letter["body"].px)

    def size(self, name: str) -> int:
        """The height of a kind of control at the text size in use."""
        return self.px(tokens().size[name])

    def _roles(self) -> Mapping[str, str]:
        return tokens().dark if self.dark else tokens().light

    def _system_color(self, role: str) -> QColor:
        """In high contrast the system's own colours stand for ours; plates keep theirs: they picture a thing."""
        if role.startswith("plate_"):
            return QColor(self._roles()[role])
        if role.endswith("_bg"):
            return self._app.palette().color(QPalette.ColorRole.Base)
        return self._app.palette().color(_SYSTEM_ROLES.get(role, QPalette.ColorRole.WindowText))

    def _tell_system(self) -> None:
        """Turns the title bars of the system as well; ``Unknown`` hands the choice back to it."""
        wanted = {
            "light": Qt.ColorScheme.Light,
            "dark": Qt.ColorScheme.Dark,
            "system": Qt.ColorScheme.Unknown,
        }
        self._app.styleHints().setColorScheme(wanted[self._scheme])

    def _wants_contrast(self) -> bool:
        preference = self._app.styleHints().accessibility().contrastPreference()
        return preference == Qt.ContrastPreference.HighContrast

    def _follow(self) -> None:
        if self._scheme == "system":
            self._apply()

    def _apply(self) -> None:
        hints = self._app.styleHints()
        system_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        self.dark = system_dark if self._scheme == "system" else self._scheme == "dark"
        self.high_contrast = self._wants_contrast()
        QPixmapCache.clear()
        self._fonts.clear()
        # What was made for the colours and letters of before is known by this number.
        self.edition = next(_editions)
        self._app.setFont(self.font())
        if self.high_contrast:
            self._app.setPalette(self._app.style().standardPalette())
            self._app.setStyleSheet("")
            self._colors = {role: self._system_color(role) for role in self._roles()}
        else:
            self._colors = {role: QColor(value) for role, value in self._roles().items()}
            self._app.setPalette(self._palette())
            self._app.setStyleSheet(style_sheet(self._roles(), self._scale))
        self._renew_letters()
        self.changed.emit()

    def _renew_letters(self) -> None:
        # Asking Qt for all its widgets is no way: what it made itself may be gone while its Python name is still held.
        for widget in list(self.lettered):
            if shiboken6.isValid(widget):
                kind, code = str(widget.property(_LETTER)), bool(widget.property(_CODE))
                widget.setFont(self.font(kind, code=code))

    def _palette(self) -> QPalette:
        palette = QPalette(self.color("button"), self.color("canvas"))
        for group, roles in _PALETTE.items():
            for role, name in roles.items():
                palette.setColor(group, role, self.color(name))
        return palette


_themes: list[Theme] = []


def install_theme(app: QApplication, scheme: Scheme = "system", scale: float = 1.0) -> Theme:
    """Makes the theme of this application; call it once, before the first widget."""
    _themes[:] = [Theme(app, scheme, scale)]
    return _themes[0]


def theme() -> Theme:
    """The theme of the running application."""
    return _themes[0]


def set_letter(widget: QWidget, kind: str, *, code: bool = False) -> None:
    """Gives a widget a role of type, and keeps it when the text size changes."""
    widget.setProperty(_LETTER, kind)
    widget.setProperty(_CODE, code)
    widget.setFont(theme().font(kind, code=code))
    theme().lettered.add(widget)


def set_look(widget: QWidget, **properties: str | bool) -> None:
    """Sets the properties by which the style sheet selects, and has the widget drawn by them at once."""
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    if changed:
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def show_when(widget: QWidget, shown: bool) -> None:
    """Shows or hides a part. One that has no place yet is not shown now: it would come up as a window of its own."""
    if shown and widget.parentWidget() is None:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, on=False)
    else:
        widget.setVisible(shown)
