"""The database of this computer, opened for one command and closed after it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from werkplaats.beheer.uitvoer import tell
from werkplaats.domain.moment import SysteemKlok
from werkplaats.i18n import _
from werkplaats.store.openen import open_store
from werkplaats.store.verbinding import parse_url, place, sqlite_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.config import Config
    from werkplaats.store.opslag import Store


def announce_new(config: Config) -> None:
    """Says that an embedded database is about to be made, where there is none yet."""
    url = parse_url(config.database_url)
    if url.get_backend_name() == "sqlite" and not sqlite_path(url).exists():
        tell(_("Er was nog geen database; {plaats} wordt gemaakt.").format(plaats=place(url)))


@contextmanager
def opened_store(config: Config) -> Iterator[Store]:
    """The store alone, for a command that needs no use case with an outside party."""
    announce_new(config)
    store = open_store(config.database_url, SysteemKlok())
    try:
        yield store
    finally:
        store.close()
