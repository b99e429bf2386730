"""Reads the parts of an answer of Car-Pass: what has another shape than promised counts as not said."""

from __future__ import annotations

from datetime import date
from typing import Any

_TEKST_HOOGSTENS = 500


def text_of(waarde: Any) -> str:
    """Words, without the spaces around them, at most 500 signs; empty for anything else."""
    return waarde.strip()[:_TEKST_HOOGSTENS] if isinstance(waarde, str) else ""


def day_of(waarde: Any) -> date | None:
    """A day such as ``2026-11-21``, or None."""
    try:
        return date.fromisoformat(waarde[:10])
    except (TypeError, ValueError):
        return None
