"""The files of records: kept by what they hold, the same in a folder and in a table."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from tests.store_fixtures import make_wie
from werkplaats.domain import bijlage
from werkplaats.errors import NietGevonden, OpslagFout, WerkplaatsError
from werkplaats.store import inhoud

if TYPE_CHECKING:
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store


def _add(store: Store, wie: Wie, tekst: bytes, naam: str = "brief.txt") -> int:
    with store.begin(wie) as werk:
        return werk.bijlagen.add("voertuig", 7, naam, "text/plain", io.BytesIO(tekst))


@pytest.mark.parametrize("grootte", [0, 1, inhoud.STUK, inhoud.STUK + 1, 3 * inhoud.STUK])
def test_a_file_comes_back_as_it_was(store: Store, wie: Wie, grootte: int) -> None:
    tekst = bytes(index % 251 for index in range(1000)) * (grootte // 1000 + 1)
    nummer = _add(store, wie, tekst[:grootte])
    with store.read() as lezing:
        (gevonden,) = lezing.bijlagen.van("voertuig", 7)
        assert (gevonden.id, gevonden.naam, gevonden.grootte) == (nummer, "brief.txt", grootte)
        assert b"".join(lezing.bijlagen.read(nummer)) == tekst[:grootte]


def test_two_files_that_hold_the_same_are_kept_once(store: Store, wie: Wie) -> None:
    nummers = [_add(store, wie, b"zelfde", naam) for naam in ("een.txt", "twee.txt")]
    with store.begin(wie) as werk:
        werk.bijlagen.delete(nummers[0])
    with store.read() as lezing:
        assert [deel.naam for deel in lezing.bijlagen.van("voertuig", 7)] == ["twee.txt"]
        assert b"".join(lezing.bijlagen.read(nummers[1])) == b"zelfde"
        with pytest.raises(NietGevonden):
            lezing.bijlagen.read(nummers[0])
        if lezing.bijlagen_map is None:
            assert lezing.verbinding.execute(text("SELECT count(*) FROM bijlage_stuk")).scalar() == 1
        else:
            assert len([pad for pad in lezing.bijlagen_map.rglob("*") if pad.is_file()]) == 1


def test_a_file_that_is_too_large_is_refused_and_leaves_nothing(
    store: Store, wie: Wie, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bijlage.GROOTTE_HOOGSTENS == 50 * 1024 * 1024
    monkeypatch.setattr(inhoud, "GROOTTE_HOOGSTENS", 10)
    _add(store, wie, b"0123456789")
    with pytest.raises(WerkplaatsError, match="BIJLAGE_TE_GROOT"):
        _add(store, wie, b"01234567890")
    with store.read() as lezing:
        assert len(lezing.bijlagen.van("voertuig", 7)) == 1
        if lezing.bijlagen_map is not None:
            assert len([pad for pad in lezing.bijlagen_map.rglob("*") if pad.is_file()]) == 1


def test_content_that_changed_or_went_away_is_said_so(sqlite_store: Store) -> None:
    nummer = _add(sqlite_store, make_wie(sqlite_store), b"heel")
    assert sqlite_store.bijlagen_map is not None
    (pad,) = (pad for pad in sqlite_store.bijlagen_map.rglob("*") if pad.is_file())
    pad.write_bytes(b"stuk")
    with sqlite_store.read() as lezing:
        with pytest.raises(OpslagFout, match="OPSLAG_STUK"):
            list(lezing.bijlagen.read(nummer))
        pad.unlink()
        with pytest.raises(OpslagFout, match="OPSLAG_STUK"):
            list(lezing.bijlagen.read(nummer))
