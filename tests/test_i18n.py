"""The words of the two countries."""

from __future__ import annotations

import pytest

from werkplaats.i18n import woord


@pytest.mark.parametrize(
    ("land", "begrip", "gezegd"),
    [
        ("NL", "kenteken", "kenteken"),
        ("BE", "kenteken", "nummerplaat"),
        ("BE", "keuring", "keuring"),
        ("NL", "bedrijfsnummer", "KvK-nummer"),
        ("DE", "kenteken", "kenteken"),
    ],
)
def test_a_shop_says_it_as_its_country_does(land: str, begrip: str, gezegd: str) -> None:
    assert woord(land, begrip) == gezegd


def test_a_notion_that_the_list_lacks_is_our_fault() -> None:
    with pytest.raises(KeyError):
        woord("NL", "stuurwiel")
