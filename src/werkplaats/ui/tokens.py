"""The numbers and colours of the look, read once from ``resources/look/tokens.json`` into one frozen dataclass."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from werkplaats.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Letter:
    """A role of type: its size in logical pixels at 100 % and its weight."""

    px: int
    weight: int


@dataclass(frozen=True, slots=True)
class StateLook:
    """How a state is shown: its colour role, its icon, and whether its chip is filled (open) or quiet (settled)."""

    role: str
    icon: str
    fill: bool


@dataclass(frozen=True, slots=True)
class PlateMeasures:
    """The proportions of a plate, as parts of its height."""

    heights: Mapping[str, int]
    band_small: float
    band_large: float
    area: float
    area_nine: float
    text: float
    spacing: float
    radius: float
    stars_from: int
    expired: float


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour, size and icon name of the look; lengths in logical pixels at 100 %, times in milliseconds."""

    light: Mapping[str, str]
    dark: Mapping[str, str]
    contrast_minimum: Mapping[str, float]
    families: tuple[str, ...]
    scales: tuple[float, ...]
    letter: Mapping[str, Letter]
    space: tuple[int, ...]
    radius: Mapping[str, int]
    size: Mapping[str, int]
    icon_px: Mapping[str, int]
    field_width: Mapping[str, int]
    label_width: Mapping[str, int]
    column_width: Mapping[str, int]
    margin: Mapping[str, int]
    dialog_max: tuple[int, int]
    main_min: tuple[int, int]
    time_ms: Mapping[str, int]
    key: Mapping[str, str]
    icon: Mapping[str, str]
    state: Mapping[str, Mapping[str, StateLook]]
    plate: PlateMeasures


@cache
def tokens() -> Tokens:
    """The tokens of this installation."""
    return _tokens(json.loads(resource("look", "tokens.json").read_text(encoding="utf-8")))


def _tokens(raw: dict[str, Any]) -> Tokens:
    return Tokens(
        light=raw["color"]["light"],
        dark=raw["color"]["dark"],
        contrast_minimum=raw["contrast_minimum"],
        families=(raw["font"]["family"], *raw["font"]["fallback"]),
        scales=tuple(raw["font"]["scale_setting"]),
        letter={kind: Letter(**values) for kind, values in raw["type"].items()},
        space=tuple(raw["space"]),
        radius=_whole_numbers(raw["radius"]),
        size=_whole_numbers(raw["size"]),
        icon_px=raw["icon_px"],
        field_width=raw["field_width"],
        label_width=raw["label_width"],
        column_width=_whole_numbers(raw["column_width"]),
        margin=_whole_numbers(raw["margin"]),
        dialog_max=tuple(raw["window"]["dialog_max"]),
        main_min=tuple(raw["window"]["main_min"]),
        time_ms=raw["time_ms"],
        key=raw["key"],
        icon=raw["icon"],
        state={kind: _states(states) for kind, states in raw["state"].items()},
        plate=_plate(raw["plate"]),
    )


def _states(raw: dict[str, Any]) -> dict[str, StateLook]:
    return {state: StateLook(**look) for state, look in raw.items()}


def _whole_numbers(raw: dict[str, Any]) -> dict[str, int]:
    """Leaves out the few tokens that are a pair or a sentence: they are for people who read the file."""
    return {name: value for name, value in raw.items() if isinstance(value, int)}


def _plate(raw: dict[str, Any]) -> PlateMeasures:
    return PlateMeasures(
        heights=raw["heights"],
        band_small=raw["band"]["h_lt_26"],
        band_large=raw["band"]["h_ge_26"],
        area=raw["text_area_min"]["up_to_8_characters"],
        area_nine=raw["text_area_min"]["9_characters"],
        text=raw["text_px"],
        spacing=raw["letter_spacing"],
        radius=raw["radius"],
        stars_from=raw["stars_from_height"],
        expired=raw["expired_opacity"],
    )
