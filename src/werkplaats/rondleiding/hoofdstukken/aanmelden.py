"""The program closed, and opened again as another person or in another shop: what more than one chapter does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel


def close_program(p: Player, toneel: Toneel) -> None:
    """Closes the window, and waits until it is gone."""
    window = toneel.app.window
    p.close_window()
    p.wait_for(lambda: not window.isVisible(), "dat het venster dicht is")


def open_program(p: Player, toneel: Toneel, wie: tuple[str, str], shop_id: int | None = None) -> None:
    """Closes the window and opens it as this person."""
    p.step(f"{wie[1]} opent het programma")
    close_program(p, toneel)
    toneel.open_as(wie, shop_id)
    p.window(Window)
    p.see(wie[1], "Vraagt aandacht")
