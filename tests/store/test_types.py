"""How values stand in a column, and snapshots in JSON: what goes in comes out, on both databases."""

from __future__ import annotations

import string
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, Date, Integer, LargeBinary, MetaData, Table, Text, insert, select

from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.moment import Moment
from werkplaats.domain.pechhulp import Aanbieder, Soort
from werkplaats.domain.rdw import RdwGegevens, Terugroepactie
from werkplaats.domain.vin import Vin
from werkplaats.store import jsonwaarde
from werkplaats.store.copytekst import read_rows
from werkplaats.store.types import BedragType, EnumType, MomentType, VinType

if TYPE_CHECKING:
    from werkplaats.store.opslag import Store

MOMENTEN = st.datetimes(
    min_value=datetime(1, 1, 2),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime(9999, 12, 30),  # noqa: DTZ001 - hypothesis adds the zone
    timezones=st.just(UTC),
).map(Moment)


@pytest.mark.parametrize(
    ("soort", "waarde"),
    [
        (MomentType(), Moment(datetime(2026, 3, 12, 9, 30, 0, 1, UTC))),
        (MomentType(), Moment(datetime(1, 1, 2, tzinfo=UTC))),
        (BedragType(), Bedrag(-199)),
        (BedragType(), Bedrag(2_000_000_000)),
        (VinType(), Vin("YV1SW5911A2522451")),
        (EnumType(Aanbieder), Aanbieder.VHD),
    ],
)
@pytest.mark.parametrize("leeg", [False, True])
def test_a_value_comes_back_from_its_column(store: Store, soort: object, waarde: object, leeg: bool) -> None:
    tabel = Table("proef", MetaData(), Column("id", Integer, primary_key=True), Column("waarde", soort))  # type: ignore[arg-type]  # one of four column types
    with store.engines.schrijven.begin() as verbinding:
        tabel.create(verbinding)
        verbinding.execute(insert(tabel), {"id": 1, "waarde": None if leeg else waarde})
        assert verbinding.execute(select(tabel.c.waarde)).scalar() == (None if leeg else waarde)


@given(st.lists(MOMENTEN, min_size=2, max_size=2))
def test_moments_in_a_column_sort_as_they_happened(momenten: list[Moment]) -> None:
    een, twee = (MomentType().process_bind_param(moment, None) for moment in momenten)  # type: ignore[arg-type]  # no dialect asked
    assert een is not None
    assert twee is not None
    assert (een < twee) == (momenten[0] < momenten[1])


@dataclass(frozen=True)
class _Alles:
    kenteken: Kenteken | None
    moment: Moment
    dag: date | None
    soort: Aanbieder
    namen: tuple[str, ...]
    paren: tuple[tuple[Aanbieder, str], ...]
    kinderen: tuple[Soort, ...]
    set_: frozenset[Aanbieder]
    getal: int
    waar: bool


@given(
    st.builds(
        _Alles,
        kenteken=st.none() | st.just(Kenteken.parse("01-CARS")),
        moment=MOMENTEN,
        dag=st.none() | st.dates(),
        soort=st.sampled_from(Aanbieder),
        namen=st.tuples(st.text(), st.text()),
        paren=st.lists(st.tuples(st.sampled_from(Aanbieder), st.text())).map(tuple),
        kinderen=st.lists(st.builds(Soort, st.text(), st.text())).map(tuple),
        set_=st.frozensets(st.sampled_from(Aanbieder)),
        getal=st.integers(),
        waar=st.booleans(),
    )
)
def test_a_snapshot_comes_back_as_it_was(waarde: _Alles) -> None:
    assert jsonwaarde.load(_Alles, jsonwaarde.dump(waarde)) == waarde


def test_a_snapshot_of_an_older_program_is_read_by_a_newer_one() -> None:
    """A field that went away is passed over, one that came takes its default."""
    tekst = '{"kenteken":"01CARS","merk":"VOLVO","verdwenen":1,"terugroepacties":[{"referentie":"r"}]}'
    gelezen = jsonwaarde.load(RdwGegevens, tekst)
    assert gelezen == RdwGegevens("01CARS", merk="VOLVO", terugroepacties=(Terugroepactie("r"),))


_PROEF = Table(
    "proef",
    MetaData(),
    Column("getal", Integer),
    Column("tekst", Text),
    Column("dag", Date),
    Column("rauw", LargeBinary),
)


@given(
    st.none() | st.integers(-(2**31), 2**31 - 1),
    st.none()
    | st.text(st.sampled_from(string.printable + "\\éß🚗") | st.characters(exclude_characters="\x00", codec="utf-8")),
    st.none() | st.dates(),
    st.none() | st.binary(),
)
def test_a_row_of_a_copy_is_read_as_it_was_written(
    getal: int | None, tekst: str | None, dag: date | None, rauw: bytes | None
) -> None:
    velden = [
        r"\N" if getal is None else str(getal),
        r"\N" if tekst is None else _escaped(tekst),
        r"\N" if dag is None else dag.isoformat(),
        r"\N" if rauw is None else "\\\\x" + rauw.hex(),
    ]
    regel = "\t".join(velden).encode() + b"\n"
    (gelezen,) = read_rows([regel], _PROEF, ["getal", "tekst", "dag", "rauw"])
    assert gelezen == {"getal": getal, "tekst": tekst, "dag": dag, "rauw": rauw}


def _escaped(tekst: str) -> str:
    """As PostgreSQL writes it: a backslash before itself, and letters for the signs that would end a field or row."""
    for teken, letter in (("\\", "\\"), ("\b", "b"), ("\f", "f"), ("\n", "n"), ("\r", "r"), ("\t", "t"), ("\v", "v")):
        tekst = tekst.replace(teken, "\\" + letter)
    return tekst
