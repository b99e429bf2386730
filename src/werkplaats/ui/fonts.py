"""The two typefaces: Inter for words, from the system's package, and Phosphor for signs, out of QtAwesome's files.

QtAwesome itself is never imported: that costs more than the whole start page. Only its font file is read, by its path.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from werkplaats.resources import inter_file, resource
from werkplaats.ui.tokens import Letter, tokens

_WEIGHTS = ("Regular", "Medium", "SemiBold")
_OWN_LETTERS = {"chip": Letter(12, 500), "badge": Letter(11, 600), "body_main": Letter(13, 500), "tab": Letter(13, 500)}
"""Uses of the roles of type with the weight that the look gives them: chips, badges, the main button, tabs."""

_SIGN_PX = 256
"""Signs are read at this size and scaled as outlines, so they stay sharp at every ratio."""


class FontMissing(RuntimeError):
    """A font file that belongs to the installation is not there: a fault of the installation, never of the user."""


@cache
def load_inter() -> bool:
    """Loads Inter where the system has not done so already; says whether it is there (else the fallback is used)."""
    if QFontDatabase.hasFamily(tokens().families[0]):
        return True
    files = [file for file in map(inter_file, _WEIGHTS) if file is not None]
    return bool(files) and all(QFontDatabase.addApplicationFont(str(file)) >= 0 for file in files)


def make_font(kind: str, scale: float = 1.0, *, code: bool = False) -> QFont:
    """The font of a role of type (``body``, ``strong``, ``caption`` …); ``code`` tells 0 from O and 1 from I."""
    letter = _OWN_LETTERS.get(kind) or tokens().letter[kind]
    return sized_font(letter.px * scale, letter.weight, code=code)


def sized_font(px: float, weight: int, *, code: bool = False) -> QFont:
    """Inter of a size in logical pixels that need not be whole, with figures of equal width."""
    font = QFont(list(tokens().families))
    font.setPixelSize(max(1, round(px)))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in ("tnum", "zero", "ss02") if code else ("tnum",):
        font.setFeature(QFont.Tag.fromString(feature), 1)
    return font


@cache
def sign_font() -> QRawFont:
    """The Phosphor font, at the size from which its outlines are taken."""
    raw = QRawFont(str(_sign_file("phosphor-*.ttf")), _SIGN_PX, QFont.HintingPreference.PreferNoHinting)
    if not raw.isValid():
        raise FontMissing("Phosphor cannot be read")
    return raw


@cache
def sign_char(name: str) -> str:
    """The sign of a Phosphor name as text in its font; the filled ones are called ``name-fill``."""
    # Only the few that are asked are read as numbers: the first paint waits for this.
    return chr(int(_charmap()[name], 16))


def sign_codes() -> dict[str, int]:
    """The code point of each Phosphor sign by its name."""
    return {name: int(code, 16) for name, code in _charmap().items()}


@cache
def _charmap() -> dict[str, str]:
    codes: dict[str, str] = json.loads(_sign_file("phosphor-charmap-*.json").read_bytes())
    return codes


def _sign_file(pattern: str) -> Path:
    spec = find_spec("qtawesome")
    folder = Path(spec.origin).parent / "fonts" if spec is not None and spec.origin else resource("fonts")
    files = sorted(folder.glob(pattern))
    if not files:
        raise FontMissing(f"no {pattern} in {folder.name}")
    return files[-1]
