"""The mark of the program is drawn in its own colours, so those are there."""

from __future__ import annotations

from tests.ui.conftest import one_theme

__all__ = ["one_theme"]
