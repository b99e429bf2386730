"""The program below the console: opened for one command, closed after it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from werkplaats.beheer.uitvoer import tell
from werkplaats.config import load_config
from werkplaats.i18n import _
from werkplaats.samenstelling import build
from werkplaats.store.verbinding import parse_url, sqlite_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.rechten import Wie
    from werkplaats.samenstelling import Werkplaats


@contextmanager
def opened() -> Iterator[tuple[Werkplaats, Wie]]:
    """The use cases of this computer's database, and the console's own user; a database that is made is mentioned."""
    config = load_config()
    adres = parse_url(config.database_url)
    if adres.get_backend_name() == "sqlite" and not sqlite_path(adres).exists():
        tell(_("Er was nog geen database; {plaats} wordt gemaakt.").format(plaats=sqlite_path(adres)))
    werkplaats = build(config)
    try:
        yield werkplaats, werkplaats.gebruikers.console()
    finally:
        werkplaats.close()
