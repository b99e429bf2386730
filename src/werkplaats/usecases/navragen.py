"""Asking a receiver how things stand that were sent before, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def ask_after(
    due: Iterable[tuple[int, int]],
    ask: Callable[[int, int], bool],
    progress: Callable[[int], None],
    stopped: Callable[[], bool],
) -> int:
    """Asks after each of ``due``, an id with its shop; gives how many were answered, as ``ask`` says of each."""
    answered = 0
    silent: set[int] = set()
    for asked_id, shop_id in due:
        if stopped():
            break
        if shop_id in silent:
            continue
        if ask(asked_id, shop_id):
            answered += 1
            progress(answered)
        else:
            # A shop that gets no answer now gets none for its others either.
            silent.add(shop_id)
    return answered
