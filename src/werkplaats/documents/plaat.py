"""The number plate on paper, drawn with the measures and colours that the window uses."""

from __future__ import annotations

import json
import math
from functools import cache
from typing import TYPE_CHECKING, Any

from werkplaats.documents.kleuren import ink
from werkplaats.documents.letters import letters, width
from werkplaats.resources import resource

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from werkplaats.domain.kenteken import Kenteken

_STARS = 12
_ROUND = 1
_DOT = 0.01
_CAP = 0.727
"""The height of a capital of Inter, as part of its size."""


@cache
def _measures() -> dict[str, Any]:
    measures: dict[str, Any] = json.loads(resource("look", "tokens.json").read_bytes())["plate"]
    return measures


def plate_width(kenteken: Kenteken, hoog: float) -> float:
    """How wide a plate of this height is; wider than its country's plates only where the text does not fit."""
    area = _measures()["text_area_min"]
    least = area["up_to_8_characters" if len(kenteken.weergave) <= 8 else "9_characters"]
    needed = width(kenteken.weergave, letters().vet, _size(hoog)) + 0.4 * hoog
    return _band(hoog) + max(hoog * float(least), needed)


def draw_plate(canvas: Canvas, x: float, y: float, hoog: float, kenteken: Kenteken) -> None:
    """Draws a plate with its lower left corner at x and y."""
    breed, grond = plate_width(kenteken, hoog), _ground(kenteken)
    straal, letter = hoog * _measures()["radius"], letters().vet
    canvas.saveState()
    rand = canvas.beginPath()
    rand.roundRect(x, y, breed, hoog, straal)
    canvas.clipPath(rand, stroke=0, fill=0)
    canvas.setFillColor(ink(grond))
    canvas.rect(x, y, breed, hoog, stroke=0, fill=1)
    canvas.setFillColor(ink("plate_eu"))
    canvas.rect(x, y, _band(hoog), hoog, stroke=0, fill=1)
    canvas.restoreState()
    _draw_band(canvas, x, y, hoog, kenteken)
    canvas.setStrokeColor(ink(f"{grond}_ink"))
    canvas.setLineWidth(max(0.6, hoog / 40))
    canvas.roundRect(x, y, breed, hoog, straal, stroke=1, fill=0)
    canvas.setFillColor(ink(f"{grond}_ink"))
    canvas.setFont(letter, _size(hoog))
    midden = x + _band(hoog) + (breed - _band(hoog)) / 2
    canvas.drawCentredString(midden, y + (hoog - _CAP * _size(hoog)) / 2, kenteken.weergave)


def _draw_band(canvas: Canvas, x: float, y: float, hoog: float, kenteken: Kenteken) -> None:
    midden, ring = x + _band(hoog) / 2, hoog * 0.14
    canvas.setStrokeColor(ink("plate_nl"))
    canvas.setLineCap(_ROUND)
    canvas.setLineWidth(hoog * 0.04)
    angles = [2 * math.pi * step / _STARS for step in range(_STARS)]
    dots = [(midden + ring * math.sin(angle), y + hoog * 0.67 + ring * math.cos(angle)) for angle in angles]
    # A line of next to no length with round ends is a dot, in a twelfth of what a circle takes.
    canvas.lines([(left, up, left + _DOT, up) for left, up in dots])
    canvas.setLineCap(0)
    letter = letters().vet
    vol, ruimte = _band(hoog) * 0.58, _band(hoog) * 0.84
    size = min(vol, vol * ruimte / width(kenteken.landteken, letter, vol))
    canvas.setFillColor(ink("plate_eu_ink"))
    canvas.setFont(letter, size)
    canvas.drawCentredString(midden, y + hoog * 0.14, kenteken.landteken)


def _ground(kenteken: Kenteken) -> str:
    if kenteken.land in ("NL", "BE") and kenteken.soort == "handelaar":
        return "plate_trade"
    return {"NL": "plate_nl", "BE": "plate_be"}.get(kenteken.land, "plate_x")


def _band(hoog: float) -> float:
    return float(hoog * _measures()["band"]["h_ge_26"])


def _size(hoog: float) -> float:
    return float(hoog * _measures()["text_px"])
