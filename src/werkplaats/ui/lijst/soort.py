"""What makes one list differ from another: its columns, its choices, and its words, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from werkplaats.domain.lijst import Lijstvraag
from werkplaats.ui.cells import Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.ui.cells import Cell
    from werkplaats.ui.entries import Action, Entry
    from werkplaats.ui.lijst.paneel import ListPane
    from werkplaats.ui.voorkeuren import Voorkeuren


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column: ``sort`` is what the store sorts it on (empty: it does not), ``text`` what an export says of a line.

    A column that is not ``standard`` shows only for who chose it; one that is ``fixed`` cannot be left out.
    ``elastic`` and ``spare`` say how it gives way in a narrow window (``ui.cells.Column``).
    """

    name: str
    title: str
    cell: Callable[[Any], Cell]
    text: Callable[[Any], str]
    width: int | None = None
    right: bool = False
    sort: str = ""
    newest_first: bool = False
    standard: bool = True
    fixed: bool = False
    elastic: bool = False
    spare: int = 0

    @property
    def column(self) -> Column:
        """The column as a table draws it."""
        return Column(self.title, self.width, self.right, self.elastic, self.spare)


@dataclass(frozen=True, slots=True)
class Choice:
    """A pill: part of the list, with its count; ``only_some`` hides it while it counts nothing."""

    name: str
    title: str
    only_some: bool = False


@dataclass(frozen=True, slots=True)
class ListWords:
    """What a list says of itself."""

    count: Callable[[int], str]
    empty: str
    empty_advice: str
    new: str
    copy: str
    file: str


@dataclass(frozen=True, slots=True)
class ListKind:
    """A list: what it is of, how it begins, what can be done with a line; ``copied`` is what Ctrl+C takes of it.

    ``pane`` makes what stands beside the list and shows the chosen line at length; ``doors`` are signs beside those
    of the list itself.
    """

    name: str
    soort: str
    icon: str
    title: str
    words: ListWords
    columns: tuple[ListColumn, ...]
    choices: tuple[Choice, ...]
    sort: str
    actions: Callable[[Any], tuple[Action, ...]]
    copied: Callable[[Any], str]
    create: Callable[[], None] | None
    newest_first: bool = False
    pane: Callable[[], ListPane] | None = None
    doors: tuple[Entry, ...] = ()


def first_question(kind: ListKind, voorkeuren: Voorkeuren) -> Lijstvraag:
    """The order of the last time, where the list still knows that column; else its own."""
    column, down = voorkeuren.sorting(kind.name)
    known = {each.sort for each in kind.columns if each.sort}
    return Lijstvraag(column, down) if column in known else Lijstvraag(kind.sort, kind.newest_first)
