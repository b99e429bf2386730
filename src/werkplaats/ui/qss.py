"""The one style sheet of the application, made from the tokens.

Rules select by class or by property only: a bare ``QWidget`` or ``QFrame`` would reach labels and the system's dialogs.
A field that gets a 2 px edge gives 1 px of padding and 2 px of height back, so that nothing moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

_INPUTS = ("QLineEdit", "QComboBox")


def style_sheet(colors: Mapping[str, str], scale: float) -> str:
    """The style sheet for a scheme (role to colour) and a text size."""
    scaled = (_fields, _tabs, _menus, _views)
    plain = (_frames, _labels, _texts, _buttons, _scroll_bars, _rest)
    return "\n".join([part(colors, scale) for part in scaled] + [part(colors) for part in plain])


def _px(scale: float, length: float) -> int:
    return round(length * scale)


def _frames(c: Mapping[str, str]) -> str:
    radius = tokens().radius
    return f"""
    QFrame[box="card"] {{ background: {c["surface"]}; border: 1px solid {c["line"]};
        border-radius: {radius["card"]}px; }}
    QFrame[box="note"] {{ background: {c["raised"]}; border: 0; border-radius: {radius["dialog_group"]}px; }}
    QFrame[box="page"] {{ background: {c["surface"]}; border: 0; }}
    QFrame[box="canvas"] {{ background: {c["canvas"]}; border: 0; }}
    QFrame[box="nav"] {{ background: {c["nav"]}; border: 0; border-right: 1px solid {c["line"]}; }}
    QFrame[box="status"] {{ background: {c["nav"]}; border: 0; border-top: 1px solid {c["line"]}; }}
    QFrame[box="bar"] {{ background: {c["canvas"]}; border: 0; border-top: 1px solid {c["line"]}; }}
    QFrame[box="toolbar"] {{ background: {c["raised"]}; border: 0; border-bottom: 1px solid {c["line"]}; }}
    QFrame[box="popup"] {{ background: {c["surface"]}; border: 1px solid {c["line_strong"]};
        border-radius: {radius["card"]}px; }}
    QFrame[box="toast"] {{ background: {c["text"]}; border: 0; border-radius: {radius["dialog_group"]}px; }}
    QFrame[box="error"], QFrame[box="warn"], QFrame[box="info"], QFrame[box="ok"] {{
        border: 1px solid; border-radius: {radius["dialog_group"]}px; }}
    QFrame[box="error"] {{ background: {c["error_bg"]}; border-color: {c["error"]}; }}
    QFrame[box="warn"] {{ background: {c["warn_bg"]}; border-color: {c["warn"]}; }}
    QFrame[box="info"] {{ background: {c["info_bg"]}; border-color: {c["info"]}; }}
    QFrame[box="ok"] {{ background: {c["ok_bg"]}; border-color: {c["ok"]}; }}
    QScrollArea[box="page"], QScrollArea[box="clear"] {{ background: transparent; border: 0; }}
    """


def _labels(c: Mapping[str, str]) -> str:
    roles = ("text_2", "text_3", "text_off", "accent", "ok", "warn", "error", "info", "busy", "idle", "on_select")
    rules = [f'QLabel[role="{role}"] {{ color: {c[role]}; }}' for role in roles]
    rules.append(f'QLabel[role="inverse"] {{ color: {c["surface"]}; }}')
    rules.append(f"QLabel:disabled {{ color: {c['text_off']}; }}")
    return "\n".join(rules)


def _fields(c: Mapping[str, str], scale: float) -> str:
    height = _px(scale, tokens().size["field"])
    radius = tokens().radius["control"]
    rules = []
    for kind in _INPUTS:
        # QLineEdit adds 2 px inside its padding, QComboBox does not.
        left = 7 if kind == "QLineEdit" else 9
        plain = f'{kind}[field="true"]'
        # An open calendar or list takes the focus along; the field keeps its size in every state.
        rules.append(f"""
    {plain} {{ background: {c["field"]}; color: {c["text"]}; border: 1px solid {c["line_strong"]};
        border-radius: {radius}px; padding: 0 {left}px; min-height: {height - 2}px; max-height: {height - 2}px;
        selection-background-color: {c["accent"]}; selection-color: {c["on_accent"]}; }}
    {plain}:read-only[readOnly="true"], {plain}:disabled {{ background: {c["field_ro"]}; border-color: {c["line"]}; }}
    {plain}:disabled {{ color: {c["text_off"]}; }}
    {plain}[state="warn"] {{ border-color: {c["warn"]}; }}
    {plain}[state="error"] {{ border: 2px solid {c["error"]}; padding: 0 {left - 1}px;
        min-height: {height - 4}px; max-height: {height - 4}px; }}
    {plain}:focus {{ border: 2px solid {c["focus"]}; padding: 0 {left - 1}px;
        min-height: {height - 4}px; max-height: {height - 4}px; }}""")
    # The plate input paints its own ground; with a style sheet at work its palette would not be heard.
    rules += [
        f"""
    QLineEdit[plate="{ground}"] {{ background: transparent; border: 0; padding: 0; color: {c[f"{ground}_ink"]};
        selection-background-color: {c["accent"]}; selection-color: {c["on_accent"]}; }}"""
        for ground in ("plate_nl", "plate_be", "plate_x", "plate_trade", "plate_taxi")
    ]
    rules.append(f"""
    QComboBox[field="true"]::drop-down {{ border: 0; width: {_px(scale, 24)}px; }}
    QComboBox[field="true"]::down-arrow {{ image: none; width: 0; height: 0; }}
    QComboBox[field="true"] QLineEdit {{ border: 0; padding: 0; background: transparent; color: {c["text"]}; }}
    QComboBox[field="true"] QLineEdit:disabled {{ color: {c["text_off"]}; }}
    QComboBox[field="true"][given="true"] QLineEdit:disabled {{ color: {c["text"]}; }}
    QLineEdit QToolButton {{ min-height: 0; padding: 0; border: 0; background: transparent; }}
    QLineEdit[touch="true"], QPlainTextEdit[touch="true"] {{ background: {c["field"]}; color: {c["text"]};
        border: 1px solid {c["line_strong"]}; border-radius: {tokens().radius["touch"]}px; padding: 0 15px;
        selection-background-color: {c["accent"]}; selection-color: {c["on_accent"]}; }}
    QLineEdit[touch="true"]:focus, QPlainTextEdit[touch="true"]:focus {{ border: 2px solid {c["focus"]};
        padding: 0 14px; }}
    QLineEdit[touch="true"] {{ min-height: {_px(scale, tokens().size["touch_target"]) - 2}px; }}
    QLineEdit[touch="true"]:focus {{ min-height: {_px(scale, tokens().size["touch_target"]) - 4}px; }}
    QLineEdit[search="big"] {{ background: {c["field"]}; color: {c["text"]}; border: 1px solid {c["line_strong"]};
        border-radius: {radius}px; padding: 0 7px; min-height: {_px(scale, tokens().size["search_big"]) - 2}px; }}
    QLineEdit[search="big"]:focus {{ border: 2px solid {c["focus"]}; padding: 0 6px;
        min-height: {_px(scale, tokens().size["search_big"]) - 4}px; }}""")
    return "".join(rules)


def _texts(c: Mapping[str, str]) -> str:
    radius = tokens().radius["control"]
    return f"""
    QPlainTextEdit[field="true"] {{ background: {c["field"]}; color: {c["text"]}; border: 1px solid {c["line_strong"]};
        border-radius: {radius}px; padding: 2px 5px; selection-background-color: {c["accent"]};
        selection-color: {c["on_accent"]}; }}
    QPlainTextEdit[field="true"][state="warn"] {{ border-color: {c["warn"]}; }}
    QPlainTextEdit[field="true"][state="error"] {{ border: 2px solid {c["error"]}; padding: 1px 4px; }}
    QPlainTextEdit[field="true"]:focus {{ border: 2px solid {c["focus"]}; padding: 1px 4px; }}
    QPlainTextEdit[field="true"]:read-only, QPlainTextEdit[field="true"]:disabled {{ background: {c["field_ro"]};
        border-color: {c["line"]}; }}
    """


def _buttons(c: Mapping[str, str]) -> str:
    radius = tokens().radius["control"]
    return f"""
    QPushButton[kind] {{ border: 1px solid {c["line_2"]}; border-radius: {radius}px; background: {c["button"]};
        color: {c["text"]}; padding: 0; }}
    QPushButton[kind]:hover {{ background: {c["hover"]}; }}
    QPushButton[kind]:pressed, QPushButton[kind]:checked {{ background: {c["pressed"]}; }}
    QPushButton[kind]:disabled {{ background: {c["field_ro"]}; border-color: {c["line"]}; color: {c["text_off"]}; }}
    QPushButton[kind="main"] {{ background: {c["accent"]}; border-color: {c["accent"]}; color: {c["on_accent"]}; }}
    QPushButton[kind="main"]:hover {{ background: {c["accent_hover"]}; border-color: {c["accent_hover"]}; }}
    QPushButton[kind="main"]:pressed {{ background: {c["accent_pressed"]}; border-color: {c["accent_pressed"]}; }}
    QPushButton[kind="main"]:disabled {{ background: {c["field_ro"]}; border-color: {c["line"]}; }}
    QPushButton[kind="quiet"] {{ background: transparent; border-color: transparent; }}
    QPushButton[kind="quiet"]:hover {{ background: {c["hover"]}; border-color: {c["hover"]}; }}
    QPushButton[kind="quiet"]:pressed, QPushButton[kind="quiet"]:checked {{ background: {c["pressed"]};
        border-color: {c["pressed"]}; }}
    QPushButton[kind="quiet"]:disabled {{ background: transparent; border-color: transparent; }}
    QPushButton[kind="danger"] {{ border-color: {c["error"]}; color: {c["error"]}; background: {c["surface"]}; }}
    QPushButton[kind="danger"]:hover {{ background: {c["error_bg"]}; }}
    QPushButton[kind="danger"]:disabled {{ border-color: {c["line"]}; background: {c["field_ro"]}; }}
    """


def _tabs(c: Mapping[str, str], scale: float) -> str:
    height = _px(scale, tokens().size["tab"])
    return f"""
    QTabBar {{ background: transparent; border: 0; qproperty-drawBase: 0; }}
    QTabBar::tab {{ background: transparent; color: {c["text_2"]}; border: 0; border-bottom: 2px solid transparent;
        padding: 0 12px; min-height: {height - 2}px; max-height: {height - 2}px; }}
    QTabBar::tab:hover {{ color: {c["text"]}; background: {c["hover"]}; }}
    QTabBar::tab:selected {{ color: {c["accent"]}; border-bottom-color: {c["accent"]}; }}
    QTabBar::tab:disabled {{ color: {c["text_off"]}; }}
    """


def _menus(c: Mapping[str, str], scale: float) -> str:
    item = _px(scale, tokens().size["menu_item"])
    return f"""
    QMenu {{ background: {c["surface"]}; color: {c["text"]}; border: 1px solid {c["line_strong"]}; padding: 4px; }}
    QMenu::item {{ min-height: {item}px; padding: 0 12px 0 40px; border-radius: {tokens().radius["control"]}px; }}
    QMenu::item:selected {{ background: {c["select"]}; color: {c["on_select"]}; }}
    QMenu::item:disabled {{ color: {c["text_off"]}; }}
    QMenu::icon {{ left: 8px; }}
    QMenu::separator {{ height: 1px; background: {c["line"]}; margin: 4px 0; }}
    """


def _views(c: Mapping[str, str], scale: float) -> str:
    header = _px(scale, tokens().size["table_header"])
    return f"""
    QAbstractItemView[list="true"] {{ background: {c["surface"]}; border: 0; outline: 0; }}
    QHeaderView {{ background: {c["raised"]}; border: 0; }}
    QHeaderView::section {{ background: {c["raised"]}; color: {c["text_2"]}; border: 0;
        border-bottom: 1px solid {c["line"]}; padding: 0 8px; min-height: {header - 1}px; }}
    QHeaderView[indented="true"]::section:first {{ padding-left: {tokens().margin["dialog"]}px; }}
    QAbstractItemView[list="popup"] {{ background: {c["surface"]}; color: {c["text"]}; outline: 0;
        border: 1px solid {c["line_strong"]}; padding: 4px; selection-background-color: {c["select"]};
        selection-color: {c["on_select"]}; }}
    """


def _scroll_bars(c: Mapping[str, str]) -> str:
    return f"""
    QScrollBar {{ background: transparent; border: 0; margin: 0; }}
    QScrollBar:vertical {{ width: 12px; }}
    QScrollBar:horizontal {{ height: 12px; }}
    QScrollBar::handle {{ background: {c["line_2"]}; border-radius: 3px; margin: 3px; }}
    QScrollBar::handle:hover {{ background: {c["line_strong"]}; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: 0; background: transparent; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _rest(c: Mapping[str, str]) -> str:
    return f"""
    QProgressBar {{ background: {c["pressed"]}; border: 0; border-radius: 3px; min-height: 6px; max-height: 6px; }}
    QProgressBar::chunk {{ background: {c["accent"]}; border-radius: 3px; }}
    QToolTip {{ background: {c["raised"]}; color: {c["text"]}; border: 1px solid {c["line_strong"]}; padding: 4px; }}
    QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {c["surface"]}; }}
    QCalendarWidget QToolButton {{ background: transparent; color: {c["text"]}; border: 0; border-radius: 4px;
        padding: 4px 8px; }}
    QCalendarWidget QToolButton:hover {{ background: {c["hover"]}; }}
    QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
    QCalendarWidget QAbstractItemView {{ background: {c["surface"]}; color: {c["text"]}; outline: 0;
        selection-background-color: {c["accent"]}; selection-color: {c["on_accent"]}; }}
    QCalendarWidget QAbstractItemView:disabled {{ color: {c["text_off"]}; }}
    QSplitter::handle {{ background: transparent; }}
    """
