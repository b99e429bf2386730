"""Walks the chain of the logboek and says what does not hold: changed, deleted (the last too), reordered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from werkplaats.domain.logketen import BEGIN, hash_regel, hash_waarde
from werkplaats.domain.moment import Moment
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.logboek import LogboekKopRij, LogboekRij, LogboekWaardeRij

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Connection, RowMapping

    _Regel = RowMapping | Mapping[str, Any]

_L = tabel(LogboekRij)
_W = tabel(LogboekWaardeRij)
_KOP = tabel(LogboekKopRij)

_INHOUD = (
    "id",
    "moment",
    "wie",
    "werkplek",
    "shop_id",
    "onderwerp",
    "onderwerp_id",
    "handeling",
    "veldnamen",
    "waarde_hash",
)
"""The columns of a line that its hash covers, beside the hash of the line before it."""


@dataclass(frozen=True, slots=True)
class LogFout:
    """A line that does not hold: GEWIJZIGD, ONTBREEKT, VOLGORDE or WAARDE_GEWIJZIGD."""

    nummer: int
    code: str


def line_content(regel: _Regel) -> dict[str, str | int | None]:
    """The content of a line as its hash covers it."""
    inhoud = {naam: regel[naam] for naam in _INHOUD}
    return {naam: waarde.iso if isinstance(waarde, Moment) else waarde for naam, waarde in inhoud.items()}


def verify(verbinding: Connection) -> tuple[LogFout, ...]:
    """What does not hold in the logboek; erased values are no fault, a changed one is."""
    kop = verbinding.execute(select(_KOP.c.aantal, _KOP.c.laatste_hash)).one_or_none()
    fouten: list[LogFout] = []
    vorige, verwacht = BEGIN, 1
    waarden = _Waarden(verbinding)
    for regel in verbinding.execute(select(_L).order_by(_L.c.id)).yield_per(1000).mappings():
        fouten += [LogFout(nummer, "ONTBREEKT") for nummer in range(verwacht, regel["id"])]
        fouten += _line_faults(regel, vorige if regel["id"] == verwacht else regel["vorige_hash"], waarden)
        vorige, verwacht = regel["hash"], regel["id"] + 1
    return (*fouten, *_end_faults(kop, verwacht - 1, vorige))


def verify_against(verbinding: Connection, aantal: int, laatste_hash: str) -> tuple[LogFout, ...]:
    """What does not hold beside the head that a backup kept: somebody who cut off the end may have mended the head."""
    if aantal == 0:
        return ()
    gevonden = verbinding.execute(select(_L.c.hash).where(_L.c.id == aantal)).scalar()
    if gevonden == laatste_hash:
        return ()
    return (LogFout(aantal, "ONTBREEKT" if gevonden is None else "GEWIJZIGD"),)


def _line_faults(regel: _Regel, vorige: str, waarden: _Waarden) -> Iterator[LogFout]:
    if regel["vorige_hash"] != vorige:
        yield LogFout(regel["id"], "VOLGORDE")
    elif regel["hash"] != hash_regel(vorige, line_content(regel)):
        yield LogFout(regel["id"], "GEWIJZIGD")
    hashes = dict(zip(regel["veldnamen"].split(","), regel["waarde_hash"].split(" "), strict=False))
    for waarde in waarden.of(regel["id"]):
        if hashes.get(waarde.veld) != hash_waarde(waarde.zout, waarde.veld, waarde.voor, waarde.na):
            yield LogFout(regel["id"], "WAARDE_GEWIJZIGD")


def _end_faults(kop: Any, aantal: int, laatste_hash: str) -> Iterator[LogFout]:
    """The head says how many lines there are: so a cut-off end is found too."""
    if kop is None:
        yield LogFout(0, "ONTBREEKT")
    elif kop.aantal > aantal:
        yield from (LogFout(nummer, "ONTBREEKT") for nummer in range(aantal + 1, kop.aantal + 1))
    elif kop.aantal < aantal or kop.laatste_hash != laatste_hash:
        yield LogFout(aantal, "GEWIJZIGD")


class _Waarden:
    """The values of the lines, read once beside the lines, in their order."""

    def __init__(self, verbinding: Connection) -> None:
        self._rijen = iter(verbinding.execute(select(_W).order_by(_W.c.logboek_id, _W.c.veld)).yield_per(1000))
        self._volgende = next(self._rijen, None)

    def of(self, nummer: int) -> Iterator[Any]:
        """The values of a line; asked for lines in rising order."""
        while self._volgende is not None and self._volgende.logboek_id <= nummer:
            if self._volgende.logboek_id == nummer:
                yield self._volgende
            self._volgende = next(self._rijen, None)
