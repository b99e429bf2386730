"""The logboek: who did what, and that nobody can change, cut or reorder it unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from werkplaats.domain.rdw import Herkomst

if TYPE_CHECKING:
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

REGELS = 6


@pytest.fixture
def gevuld(store: Store, wie: Wie) -> Store:
    """A store with a few lines of a car, in three transactions."""
    for ronde in range(REGELS // 2):
        with store.begin(wie) as werk:
            werk.log("voertuig", 7, "gewijzigd", {"merk": (f"oud-{ronde}", "nieuw"), "model": (None, "V70")})
            werk.log("voertuig", 7, "bekeken", {"radiocode": (None, None)})
    return store


def _faults(store: Store) -> set[tuple[int, str]]:
    with store.read() as lezing:
        return {(fout.nummer, fout.code) for fout in lezing.logboek.verify()}


def _tamper(store: Store, *regels: str) -> None:
    """Somebody with the file and a tool."""
    with store.engines.schrijven.begin() as verbinding:
        for regel in regels:
            verbinding.execute(text(regel))


def test_what_was_done_is_read_back_the_latest_first(store: Store, wie: Wie) -> None:
    with store.begin(wie) as werk:
        werk.log("voertuig", 7, "toegevoegd", {"merk": (None, "Volvo")})
        werk.log("voertuig", 8, "toegevoegd", {"merk": (None, "Saab")})
        werk.log("relatie", 7, "toegevoegd", {"naam": (None, "Dalen")})
    with store.begin(wie) as werk:
        werk.log("voertuig", 7, "verwijderd")
    with store.read() as lezing:
        laatste, eerste = lezing.logboek.van("voertuig", 7)
    assert (laatste.handeling, laatste.veld, laatste.voor, laatste.na) == ("verwijderd", "", None, None)
    assert (eerste.handeling, eerste.veld, eerste.voor, eerste.na) == ("toegevoegd", "merk", None, "Volvo")
    assert (eerste.wie, eerste.werkplek, eerste.moment) == (wie.naam, wie.werkplek, store.klok.nu())


def test_a_transaction_that_fails_leaves_no_line(store: Store, wie: Wie) -> None:
    def note_and_fail(werk: Werk) -> None:
        werk.log("voertuig", 7, "gewijzigd", {"merk": ("a", "b")})
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.run(wie, note_and_fail)
    with store.read() as lezing:
        assert lezing.logboek.van("voertuig", 7) == ()
        assert lezing.logboek.laatste_id() == 0


def test_lines_are_numbered_without_gaps_and_a_poller_asks_what_is_new(gevuld: Store, wie: Wie) -> None:
    with gevuld.begin(wie) as werk:
        werk.log("relatie", 3, "toegevoegd")
    with gevuld.read() as lezing:
        assert lezing.logboek.laatste_id() == REGELS + 1
        assert lezing.logboek.na(REGELS - 1) == ((REGELS, "voertuig", 7), (REGELS + 1, "relatie", 3))


def test_a_field_was_filled_by_whoever_did_so_last(store: Store, wie: Wie) -> None:
    with store.begin(wie) as werk:
        werk.log("voertuig", 7, "toegevoegd", {"merk": (None, "Volvo"), "model": (None, "V70")})
        werk.log("voertuig", 7, "rdw", {"merk": ("Volvo", "VOLVO"), "bouwjaar": (None, "2009")})
        werk.log("voertuig", 7, "bekeken", {"radiocode": (None, None)})
        werk.log("voertuig", 7, "gewijzigd", {"bouwjaar": ("2009", "2010")})
    with store.read() as lezing:
        assert lezing.logboek.herkomst("voertuig", 7) == {
            "merk": Herkomst(wie.naam, uit_rdw=True),
            "model": Herkomst(wie.naam, uit_rdw=False),
            "bouwjaar": Herkomst(wie.naam, uit_rdw=False),
        }


def test_an_untouched_logboek_holds(gevuld: Store) -> None:
    assert _faults(gevuld) == set()


@pytest.mark.parametrize(
    ("kolom", "waarde"),
    [
        ("moment", "2020-01-01T00:00:00.000000+00:00"),
        ("wie", "Piet"),
        ("werkplek", "balie-9"),
        ("shop_id", "9"),
        ("onderwerp", "relatie"),
        ("onderwerp_id", "8"),
        ("handeling", "bekeken"),
        ("veldnamen", "merk"),
        ("waarde_hash", "0"),
        ("hash", "0"),
        ("vorige_hash", "0"),
    ],
)
@pytest.mark.parametrize("nummer", [3, REGELS])
def test_a_changed_line_is_found(gevuld: Store, kolom: str, waarde: str, nummer: int) -> None:
    if (kolom, nummer) == ("handeling", REGELS):
        waarde = "gewijzigd"
    _tamper(gevuld, f"UPDATE logboek SET {kolom} = '{waarde}' WHERE id = {nummer}")
    assert nummer in {bij for bij, _code in _faults(gevuld)}


@pytest.mark.parametrize("nummer", [1, 3, REGELS])
def test_a_deleted_line_is_found_the_last_too(gevuld: Store, nummer: int) -> None:
    _tamper(
        gevuld, f"DELETE FROM logboek_waarde WHERE logboek_id = {nummer}", f"DELETE FROM logboek WHERE id = {nummer}"
    )
    assert (nummer, "ONTBREEKT") in _faults(gevuld)


def test_a_logboek_that_was_emptied_is_found(gevuld: Store) -> None:
    _tamper(gevuld, "DELETE FROM logboek_waarde", "DELETE FROM logboek")
    assert len(_faults(gevuld)) == REGELS


def test_a_missing_head_is_found(gevuld: Store) -> None:
    _tamper(gevuld, "DELETE FROM logboek_kop")
    assert _faults(gevuld) == {(0, "ONTBREEKT")}


def test_two_lines_that_changed_places_are_found(gevuld: Store) -> None:
    _tamper(
        gevuld,
        "DELETE FROM logboek_waarde",
        "UPDATE logboek SET id = 99 WHERE id = 2",
        "UPDATE logboek SET id = 2 WHERE id = 4",
        "UPDATE logboek SET id = 4 WHERE id = 99",
    )
    assert {2, 4} <= {nummer for nummer, _code in _faults(gevuld)}


def test_a_line_that_was_put_in_between_is_found(gevuld: Store) -> None:
    _tamper(
        gevuld,
        "INSERT INTO logboek SELECT id + 1, moment, wie, werkplek, shop_id, onderwerp, onderwerp_id, handeling, "
        f"veldnamen, waarde_hash, hash, hash FROM logboek WHERE id = {REGELS}",
    )
    assert REGELS + 1 in {nummer for nummer, _code in _faults(gevuld)}


@pytest.mark.parametrize("kolom", ["voor", "na", "zout"])
def test_a_changed_value_is_found(gevuld: Store, kolom: str) -> None:
    _tamper(gevuld, f"UPDATE logboek_waarde SET {kolom} = 'x' WHERE logboek_id = 3 AND veld = 'merk'")
    assert _faults(gevuld) == {(3, "WAARDE_GEWIJZIGD")}


def test_erasing_a_person_deletes_values_and_the_chain_still_holds(gevuld: Store, wie: Wie) -> None:
    _tamper(gevuld, "DELETE FROM logboek_waarde WHERE logboek_id IN (1, 3) AND veld = 'merk'")
    assert _faults(gevuld) == set()
    with gevuld.begin(wie) as werk:
        werk.log("voertuig", 7, "gewijzigd", {"merk": ("a", "b")})
    assert _faults(gevuld) == set()


def test_what_remains_beside_an_erased_value_is_still_guarded(gevuld: Store) -> None:
    _tamper(
        gevuld,
        "DELETE FROM logboek_waarde WHERE logboek_id = 1 AND veld = 'merk'",
        "UPDATE logboek_waarde SET na = 'V90' WHERE logboek_id = 1 AND veld = 'model'",
    )
    assert _faults(gevuld) == {(1, "WAARDE_GEWIJZIGD")}
