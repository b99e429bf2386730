"""Every sign of the tokens can be painted, in the colour that was asked."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter

import werkplaats
from werkplaats.ui.icons import has_sign, icon, paint_icon, sign_name
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from werkplaats.ui.theme import Theme

STATE_SIGNS = sorted({look.icon for states in tokens().state.values() for look in states.values()})


@pytest.mark.parametrize("meaning", sorted(tokens().icon))
def test_every_meaning_has_a_sign(qapp: QApplication, meaning: str) -> None:
    assert has_sign(meaning)


@pytest.mark.parametrize("name", STATE_SIGNS)
def test_every_state_has_its_sign_also_filled(qapp: QApplication, name: str) -> None:
    assert has_sign(name)
    assert has_sign(name, fill=True)


def test_an_unknown_sign_is_a_fault_of_ours(look: Theme) -> None:
    assert not has_sign("geen-teken")
    with pytest.raises(KeyError):
        painted("geen-teken")


@pytest.mark.parametrize("name", ["opslaan", "pechhulp", "banden", "check-bold"])
@pytest.mark.parametrize("side", [14, 16, 24, 33])
def test_a_sign_fills_its_square_and_no_more(look: Theme, name: str, side: int) -> None:
    image = painted(name, side)
    inked = [(x, y) for x in range(64) for y in range(64) if image.pixelColor(x, y).alpha() > 40]
    xs, ys = [x for x, _ in inked], [y for _, y in inked]
    assert min(xs) >= 8
    assert min(ys) >= 8
    assert max(xs) < 8 + side
    assert max(ys) < 8 + side
    assert max(xs) - min(xs) > side * 0.6


def painted(name: str, side: int = 24) -> QImage:
    """A sign painted at (8, 8)."""
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    try:
        paint_icon(painter, QRectF(8, 8, side, side), name, QColor("red"))
    finally:
        painter.end()
    return image


def test_an_icon_is_grey_when_it_is_off(look: Theme) -> None:
    made = icon("wissen", "error")
    normal, off = (darkest(made, mode) for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled))
    assert normal.rgb() == look.color("error").rgb()
    assert off.rgb() == look.color("text_off").rgb()


def darkest(made: QIcon, mode: QIcon.Mode) -> QColor:
    """The colour of a pixel that is wholly inked."""
    image = made.pixmap(48, mode).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=lambda color: color.alpha())


def test_meaning_and_name_both_work() -> None:
    assert sign_name("opslaan") == "check"
    assert sign_name("arrow-right") == "arrow-right"


def _named_in_the_source() -> set[str]:
    """Every sign that a window asks by ``icon="…"`` or has as its ``icon``."""
    values: list[ast.expr] = []
    for room in ("ui", "forms"):
        for source in (Path(werkplaats.__file__).parent / room).rglob("*.py"):
            nodes = list(ast.walk(ast.parse(source.read_text(encoding="utf-8"))))
            values += [node.value for node in nodes if isinstance(node, ast.keyword) and node.arg == "icon"]
            given = [node for node in nodes if isinstance(node, ast.Assign)]
            values += [node.value for node in given if ast.unparse(node.targets[0]) == "icon"]
    texts = {value.value for value in values if isinstance(value, ast.Constant)}
    return {text for text in texts if isinstance(text, str) and text}


def test_every_sign_that_a_window_names_can_be_painted(qapp: QApplication) -> None:
    """A name that nobody knows would fail at each painting, and again in the window that says so."""
    names = _named_in_the_source()
    assert len(names) > 40
    assert sorted(name for name in names if not has_sign(name)) == []
