"""All controls together: nothing is cut off at any text size or ratio, and the sheets can be painted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from tests.ui.clipping import cut_texts
from tests.ui.gallery import SHEETS
from werkplaats.ui.labels import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from werkplaats.ui.theme import Theme

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("text", [0.9, 1.0, 1.15, 1.3])
@pytest.mark.parametrize("name", sorted(SHEETS))
def test_no_text_is_cut_off(look: Theme, qtbot: QtBot, name: str, text: float) -> None:
    look.set_scale(text)
    build, width, height = SHEETS[name]
    sheet = build()
    qtbot.addWidget(sheet)
    sheet.resize(round(width * max(text, 1)), round(height * max(text, 1)))
    sheet.show()
    assert cut_texts(sheet) == []


def test_a_cut_text_is_found(look: Theme, qtbot: QtBot) -> None:
    sheet = SHEETS["pechhulp"][0]()
    qtbot.addWidget(sheet)
    sheet.resize(680, 500)
    sheet.show()
    label = sheet.findChildren(Label)[0]
    label.setFixedWidth(10)
    assert cut_texts(sheet) == [label.text()]


@pytest.mark.parametrize(("scheme", "scale"), [("light", 1.5), ("dark", 2.0)])
def test_a_sheet_is_painted_at_the_ratio_of_the_screen(tmp_path: Path, scheme: str, scale: float) -> None:
    out = tmp_path / "sheet.png"
    command = [sys.executable, "-m", "tests.ui.gallery", str(out), "--scheme", scheme, "--scale", str(scale), "--check"]
    done = subprocess.run(command, cwd=ROOT, check=False, timeout=100, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    picture = QImage(str(out))
    assert picture.width() >= 1440 * scale
