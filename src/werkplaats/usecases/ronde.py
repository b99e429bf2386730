"""One round of a window in the background: sending what waits, asking after what was sent, what the morning asks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from werkplaats.errors import WerkplaatsError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from werkplaats.domain.rechten import Wie
    from werkplaats.usecases.dagtaken import Dagtaken
    from werkplaats.usecases.postbus import Postbus


@dataclass(frozen=True, slots=True)
class Ronde:
    """What came of it: the number of attempts, and the faults of our own on the way."""

    pogingen: int
    fouten: tuple[Exception, ...] = ()


def run_round(
    postbus: Postbus, polls: Sequence[Callable[..., int]], dagtaken: Dagtaken, wie: Wie, stopped: Callable[[], bool]
) -> Ronde:
    """Does all; a fault of our own in one does not hold up the others. Raises what the store says.

    ``polls`` ask the outside how what was sent before stands now.
    """
    pogingen = 0
    fouten: list[Exception] = []
    acts = [partial(act, wie, stopped=stopped) for act in (postbus.send_due, *polls)]
    for act in (*acts, partial(_run_due, dagtaken, wie)):
        if stopped():
            break
        try:
            pogingen += act()
        except WerkplaatsError:
            raise
        except Exception as fout:  # noqa: BLE001 -- whoever began the round reports it
            pogingen += 1
            fouten.append(fout)
    return Ronde(pogingen, tuple(fouten))


def _run_due(dagtaken: Dagtaken, wie: Wie) -> int:
    return len(dagtaken.run_due(wie))
