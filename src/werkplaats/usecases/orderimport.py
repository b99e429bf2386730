"""Orders out of the CSV file of another package: all of them or none, and a second time nothing is changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from werkplaats.domain.moment import Moment, vandaag
from werkplaats.domain.order import OrderKaart
from werkplaats.domain.order_csv import GEPLAND_OP, REFERENTIE, read_header, read_line
from werkplaats.domain.rechten import Recht
from werkplaats.domain.samenvoegen import changed
from werkplaats.errors import Ongeldig, WerkplaatsError
from werkplaats.usecases.orders import ONDERWERP
from werkplaats.usecases.wijzigingen import added_lines, changed_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from werkplaats.domain.moment import Klok
    from werkplaats.domain.rechten import Wie
    from werkplaats.errors import Bevinding
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing, Werk

    Lezer = Callable[[Path], Iterator[tuple[int, list[str]]]]

FOUTEN_HOOGSTENS = 200
"""Of a file with more lines that are wrong, these are told: the column itself is wrong then."""


@dataclass(frozen=True, slots=True)
class Importfout:
    """What is wrong at a line of the file."""

    regel: int
    bevinding: Bevinding


@dataclass(frozen=True, slots=True)
class Importverslag:
    """What an import did, or would do: how many orders, the columns that are not read, and what is wrong where."""

    gelezen: int = 0
    toegevoegd: int = 0
    gewijzigd: int = 0
    ongewijzigd: int = 0
    overgeslagen: tuple[str, ...] = ()
    fouten: tuple[Importfout, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stap:
    """What a line does: to which order (None for a new one), from what to what, and since when it is planned."""

    order_id: int | None
    voor: OrderKaart
    na: OrderKaart
    gepland_op: Moment | None
    was_gepland_op: Moment | None

    @property
    def changes(self) -> bool:
        return self.voor != self.na or self.gepland_op != self.was_gepland_op


class Orderimport:
    """Files of orders for the shop in which a person works; ``lees`` yields the rows of a file with their lines."""

    def __init__(self, store: Store, klok: Klok, lees: Lezer) -> None:
        self._store = store
        self._klok = klok
        self._lees = lees

    def check(self, wie: Wie, bestand: Path) -> Importverslag:
        """What an import of this file would do; nothing is written. Raises OpslagFout, WerkplaatsError."""
        wie.vereis(Recht.ORDER_WIJZIGEN)
        with self._store.read() as lezing:
            return self._plan(wie, lezing, bestand)[0]

    def run(self, wie: Wie, bestand: Path) -> Importverslag:
        """Takes the file in, the whole of it or nothing: raises IMPORT_GEWEIGERD where a line is wrong."""
        wie.vereis(Recht.ORDER_WIJZIGEN)

        def write(werk: Werk) -> Importverslag:
            verslag, stappen = self._plan(wie, werk, bestand)
            if verslag.fouten:
                raise WerkplaatsError("IMPORT_GEWEIGERD", aantal=len(verslag.fouten), regel=verslag.fouten[0].regel)
            for stap in stappen:
                _write(werk, stap)
            return verslag

        return self._store.run(wie, write)

    def _plan(self, wie: Wie, lezing: Lezing, bestand: Path) -> tuple[Importverslag, list[_Stap]]:
        rijen = self._lees(bestand)
        nummer, kop = next(rijen, (0, []))
        try:
            velden, overgeslagen = read_header(kop)
        except Ongeldig as fout:
            fouten = tuple(Importfout(nummer or 1, bevinding) for bevinding in fout.bevindingen)
            return Importverslag(fouten=fouten), []
        dag = vandaag(self._klok, wie.zone)
        stappen: dict[str, _Stap] = {}
        fouten_: list[Importfout] = []
        gelezen = 0
        for regel, cellen in rijen:
            gelezen += 1
            gegeven = {veld: cel for veld, cel in zip(velden, cellen, strict=False) if veld is not None}
            try:
                stap = _step(wie, lezing, stappen, gegeven, dag)
            except Ongeldig as fout:
                fouten_ += [Importfout(regel, bevinding) for bevinding in fout.bevindingen]
            else:
                stappen[stap.na.referentie] = stap
            if len(fouten_) >= FOUTEN_HOOGSTENS:
                break
        return _report(gelezen, stappen.values(), overgeslagen, fouten_), list(stappen.values())


def _report(
    gelezen: int, stappen: Iterable[_Stap], overgeslagen: tuple[str, ...], fouten: list[Importfout]
) -> Importverslag:
    alle = list(stappen)
    nieuw = sum(stap.order_id is None for stap in alle)
    gewijzigd = sum(stap.order_id is not None and stap.changes for stap in alle)
    return Importverslag(gelezen, nieuw, gewijzigd, len(alle) - nieuw - gewijzigd, overgeslagen, tuple(fouten))


def _step(wie: Wie, lezing: Lezing, eerder: Mapping[str, _Stap], gegeven: Mapping[str, str], dag: date) -> _Stap:
    """What a line does; a second line of the same order goes on from the first."""
    referentie = gegeven.get(REFERENTIE, "").strip()
    vorige = eerder.get(referentie)
    if vorige is None:
        vorige = _standing(wie, lezing, referentie)
    na, gepland = read_line(gegeven, vorige.na, dag)
    if na.afleverdatum is None:
        gepland_op = None
    elif GEPLAND_OP in gegeven:
        gepland_op = Moment(datetime.combine(gepland, time(), ZoneInfo(wie.zone))) if gepland else None
    else:
        # What was planned elsewhere was so on a day that nobody told us.
        gepland_op = vorige.gepland_op if vorige.na.afleverdatum is not None else None
    return _Stap(vorige.order_id, vorige.voor, na, gepland_op, vorige.was_gepland_op)


def _standing(wie: Wie, lezing: Lezing, referentie: str) -> _Stap:
    order_id = lezing.orders.by_reference(wie.shop_id, referentie) if referentie else None
    if order_id is None:
        return _Stap(None, OrderKaart(), OrderKaart(), None, None)
    order = lezing.orders.get(order_id)
    return _Stap(order_id, order.kaart, order.kaart, order.gepland_op, order.gepland_op)


def _write(werk: Werk, stap: _Stap) -> None:
    if stap.order_id is None:
        order_id = werk.orders.add(stap.na, stap.gepland_op)
        lijnen = added_lines(OrderKaart(), stap.na)
    elif stap.changes:
        order_id = stap.order_id
        werk.orders.write(order_id, stap.na, stap.gepland_op)
        lijnen = changed_lines(stap.voor, changed(stap.voor, stap.na))
    else:
        return
    for handeling, waarden in lijnen or (("gewijzigd", {}),):
        werk.log(ONDERWERP, order_id, handeling, waarden)
