"""Both typefaces are there and are what the look asks for."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF

from werkplaats.ui.fonts import load_inter, make_font, sign_codes, sign_font
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_inter_is_installed(qapp: QApplication) -> None:
    assert load_inter(), "Inter is missing: install the package fonts-inter"
    assert QFontInfo(make_font("body")).family() == "Inter"


def test_phosphor_is_found_without_importing_qtawesome() -> None:
    code = (
        "import sys; from PySide6.QtGui import QGuiApplication; app = QGuiApplication([]);"
        "from werkplaats.ui.fonts import sign_font, sign_codes;"
        "assert sign_font().isValid() and sign_codes(); assert 'qtawesome' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@pytest.mark.parametrize("kind", ["body", "strong", "title", "caption", "figure"])
@pytest.mark.parametrize("code", [False, True])
def test_figures_have_one_width(qapp: QApplication, kind: str, code: bool) -> None:
    metrics = QFontMetricsF(make_font(kind, code=code))
    widths = [metrics.horizontalAdvance(figure * 8) for figure in "0123456789"]
    assert max(widths) / min(widths) < 1.005, "a column of amounts stands straight"


def test_a_code_tells_one_from_i_and_nought_from_o(qapp: QApplication) -> None:
    plain, code = QFontMetricsF(make_font("body")), QFontMetricsF(make_font("body", code=True))
    assert code.horizontalAdvance("I" * 10) > plain.horizontalAdvance("I" * 10), "the I of codes has serifs"


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.15, 1.3])
def test_text_grows_with_the_setting(qapp: QApplication, scale: float) -> None:
    for kind, letter in tokens().letter.items():
        assert make_font(kind, scale).pixelSize() == round(letter.px * scale)


def test_the_sign_font_covers_its_own_names(qapp: QApplication) -> None:
    codes = sign_codes()
    glyphs = sign_font().glyphIndexesForString("".join(chr(code) for code in codes.values()))
    assert all(glyphs)
