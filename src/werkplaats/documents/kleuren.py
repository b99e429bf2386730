"""The colours of documents: those of the light scheme, as ink has no dark one."""

from __future__ import annotations

import json
from functools import cache

from reportlab.lib.colors import Color, HexColor

from werkplaats.resources import resource


@cache
def _tokens() -> dict[str, str]:
    kleuren: dict[str, str] = json.loads(resource("look", "tokens.json").read_bytes())["color"]["light"]
    return kleuren


@cache
def ink(role: str) -> Color:
    """The colour of a role such as ``text_2`` or ``line``."""
    return HexColor(_tokens()[role])
