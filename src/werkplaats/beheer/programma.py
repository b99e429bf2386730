"""The program below the console: opened for one command, closed after it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from werkplaats.beheer.database import announce_new
from werkplaats.config import load_config
from werkplaats.samenstelling import build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.rechten import Wie
    from werkplaats.samenstelling import Werkplaats


@contextmanager
def opened() -> Iterator[tuple[Werkplaats, Wie]]:
    """The use cases of this computer's database, and the console's own user; a database that is made is mentioned."""
    config = load_config()
    announce_new(config)
    werkplaats = build(config)
    try:
        yield werkplaats, werkplaats.gebruikers.console()
    finally:
        werkplaats.close()
