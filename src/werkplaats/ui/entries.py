"""What a window offers, as values: the window shows them and knows nothing of the dialogs behind them.

``title`` may hold an Alt letter by "&"; ``key`` is the shortcut and stands in its cap. What a user may not do is simply
not among the entries.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.ui.button import Button
    from werkplaats.ui.pagina import PageWidget


@dataclass(frozen=True, slots=True)
class Entry:
    """A door of the whole program: a line of the navigation, a command of the palette, or both."""

    name: str
    title: str
    icon: str
    open: Callable[[], None]
    key: str = ""
    at_bottom: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the main window, made when it is first opened; ``create`` is its main button, where there is one.

    ``short`` is its name in the navigation, where the title has no room beside its count.
    """

    name: str
    title: str
    icon: str
    key: str
    make: Callable[[], PageWidget]
    help: Callable[[], None]
    new: str = ""
    create: Callable[[], None] | None = None
    short: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be done with the chosen car or relatie, by its id; the first of a list is the main one.

    ``menu`` gives the button a menu instead, which asks for its lines when it opens.
    """

    title: str
    icon: str
    run: Callable[[int], None]
    key: str = ""
    menu: Callable[[int, Button], None] | None = None


@dataclass(frozen=True, slots=True)
class Creator:
    """Makes something new out of what was typed in the search box; ``fits`` says whether that makes sense.

    ``in_palette``: the palette offers it too.
    """

    title: Callable[[str], str]
    sentence: str
    icon: str
    run: Callable[[str], None]
    fits: Callable[[str], bool]
    in_palette: bool = False


@dataclass(frozen=True, slots=True)
class Entries:
    """All that the window offers at this moment, for this user."""

    pages: tuple[Page, ...] = ()
    doors: tuple[Entry, ...] = ()
    commands: tuple[Entry, ...] = ()
    voertuig: tuple[Action, ...] = ()
    relatie: tuple[Action, ...] = ()
    creators: tuple[Creator, ...] = ()
    help: Callable[[], None] | None = None
