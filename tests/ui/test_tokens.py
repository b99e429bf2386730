"""The tokens are one frozen value, and every pair of colours that is read together can be read."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from werkplaats.ui.tokens import tokens

UI = Path(__file__).parents[2] / "src" / "werkplaats" / "ui"


def luminance(color: str) -> float:
    """Relative luminance by WCAG 2.2."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio by WCAG 2.2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_pairs_can_be_read(scheme: str) -> None:
    colors = tokens().light if scheme == "light" else tokens().dark
    too_low = {}
    for pair, least in tokens().contrast_minimum.items():
        ink, ground = pair.split(" on ")
        ratio = contrast(colors[ink], colors[ground])
        if ratio < least:
            too_low[pair] = round(ratio, 2)
    assert too_low == {}


def test_both_schemes_have_the_same_roles() -> None:
    assert tokens().light.keys() == tokens().dark.keys()


def test_tokens_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        tokens().families = ()  # type: ignore[misc]  # that it is refused is what is tried here


def test_every_state_has_a_colour_on_its_own_ground() -> None:
    roles = {look.role for states in tokens().state.values() for look in states.values()}
    assert {f"{role} on {role}_bg" for role in roles} <= tokens().contrast_minimum.keys()


def test_no_colour_stands_outside_the_tokens() -> None:
    literal = re.compile(r"#[0-9A-Fa-f]{6}\b")
    found = {file.name for file in UI.rglob("*.py") if literal.search(file.read_text(encoding="utf-8"))}
    assert found == set()
