"""The logboek: lines in a hash chain, written last in a transaction under the lock of its head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from werkplaats.domain.logketen import hash_regel, hash_waarde, new_zout
from werkplaats.domain.rdw import Herkomst
from werkplaats.domain.treffers import LogRegel
from werkplaats.store.logcontrole import LogFout, line_content, verify
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.logboek import LogboekKopRij, LogboekRij, LogboekWaardeRij

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkplaats.domain.moment import Moment
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.repo.basis import Transactie

RDW = "rdw"
"""The act of taking a value from the register on a person's tick."""

_L = tabel(LogboekRij)
_W = tabel(LogboekWaardeRij)
_KOP = tabel(LogboekKopRij)


@dataclass(frozen=True, slots=True)
class _Notitie:
    wie: Wie
    moment: Moment
    onderwerp: str
    onderwerp_id: int
    handeling: str
    waarden: Mapping[str, tuple[str | None, str | None]]


class Logboek(Repo):
    """Who did what, when, at which workstation, with each field before and after."""

    def __init__(self, tx: Transactie) -> None:
        super().__init__(tx)
        self._notities: list[_Notitie] = []

    def note(
        self,
        wie: Wie,
        moment: Moment,
        *,
        onderwerp: str,
        onderwerp_id: int,
        handeling: str,
        waarden: Mapping[str, tuple[str | None, str | None]],
    ) -> None:
        """Keeps a line for the end of the transaction."""
        self._notities.append(_Notitie(wie, moment, onderwerp, onderwerp_id, handeling, dict(waarden)))

    def write_lines(self) -> None:
        """Writes the lines that were noted; from the lock of the head on, ids come in the order of commits."""
        if not self._notities:
            return
        verbinding = self.tx.verbinding
        kop = verbinding.execute(select(_KOP.c.aantal, _KOP.c.laatste_hash).with_for_update()).one()
        aantal, vorige = kop.aantal, kop.laatste_hash
        regels: list[dict[str, Any]] = []
        waarden: list[dict[str, Any]] = []
        for notitie in self._notities:
            aantal += 1
            regel, delen = _line(aantal, vorige, notitie)
            vorige = regel["hash"]
            regels.append(regel)
            waarden += delen
        verbinding.execute(insert(LogboekRij), regels)
        if waarden:
            verbinding.execute(insert(LogboekWaardeRij), waarden)
        verbinding.execute(update(_KOP).values(aantal=aantal, laatste_hash=vorige))
        self._notities.clear()

    def van(self, onderwerp: str, nummer: int, limiet: int = 500) -> tuple[LogRegel, ...]:
        """What was done to a record, the latest first, a line for each field."""
        gevraagd = (
            select(LogboekRij, LogboekWaardeRij)
            .outerjoin(LogboekWaardeRij, LogboekWaardeRij.logboek_id == LogboekRij.id)
            .where(LogboekRij.onderwerp == onderwerp, LogboekRij.onderwerp_id == nummer)
            .order_by(LogboekRij.id.desc(), LogboekWaardeRij.veld)
            .limit(limiet)
        )
        return tuple(_to_regel(regel, waarde) for regel, waarde in self.tx.sessie.execute(gevraagd))

    def herkomst(self, onderwerp: str, nummer: int) -> dict[str, Herkomst]:
        """For each field of a record who filled it last: a person, or the register on a person's tick."""
        gevraagd = (
            select(_L.c.veldnamen, _L.c.wie, _L.c.handeling)
            .where(_L.c.onderwerp == onderwerp, _L.c.onderwerp_id == nummer, _L.c.handeling.in_(_VULLEND))
            .order_by(_L.c.id)
        )
        return {
            veld: Herkomst(wie, handeling == RDW)
            for veldnamen, wie, handeling in self.tx.verbinding.execute(gevraagd)
            for veld in veldnamen.split(",")
            if veld
        }

    def laatste_hand(self, onderwerp: str, nummer: int) -> dict[str, tuple[str, Moment]]:
        """For each field of a record whose hand changed it last, and when."""
        gevraagd = (
            select(_L.c.veldnamen, _L.c.wie, _L.c.moment)
            .where(_L.c.onderwerp == onderwerp, _L.c.onderwerp_id == nummer, _L.c.handeling.in_(_VULLEND))
            .order_by(_L.c.id)
        )
        return {
            veld: (wie, moment)
            for veldnamen, wie, moment in self.tx.verbinding.execute(gevraagd)
            for veld in veldnamen.split(",")
            if veld
        }

    def laatste_id(self) -> int:
        """The id of the last line; a poller asks what came after the one it saw."""
        return int(self.tx.verbinding.execute(select(_KOP.c.aantal)).scalar_one())

    def na(self, nummer: int) -> tuple[tuple[int, str, int], ...]:
        """What was changed after a line: its id, subject and the id of the record."""
        gevraagd = select(_L.c.id, _L.c.onderwerp, _L.c.onderwerp_id).where(_L.c.id > nummer).order_by(_L.c.id)
        return tuple((regel.id, regel.onderwerp, regel.onderwerp_id) for regel in self.tx.verbinding.execute(gevraagd))

    def verify(self) -> tuple[LogFout, ...]:
        """What does not hold in the chain; empty when nobody touched it."""
        return verify(self.tx.verbinding)


_VULLEND = ("toegevoegd", "gewijzigd", RDW)


def _line(nummer: int, vorige: str, notitie: _Notitie) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    delen: list[dict[str, Any]] = [
        {"logboek_id": nummer, "veld": veld, "voor": voor, "na": na, "zout": new_zout()}
        for veld, (voor, na) in sorted(notitie.waarden.items())
    ]
    regel: dict[str, Any] = {
        "id": nummer,
        "moment": notitie.moment,
        "wie": notitie.wie.naam,
        "werkplek": notitie.wie.werkplek,
        "shop_id": notitie.wie.shop_id or None,
        "onderwerp": notitie.onderwerp,
        "onderwerp_id": notitie.onderwerp_id,
        "handeling": notitie.handeling,
        "veldnamen": ",".join(str(deel["veld"]) for deel in delen),
        "waarde_hash": " ".join(hash_waarde(deel["zout"], deel["veld"], deel["voor"], deel["na"]) for deel in delen),
        "vorige_hash": vorige,
    }
    regel["hash"] = hash_regel(vorige, line_content(regel))
    return regel, delen


def _to_regel(regel: LogboekRij, waarde: LogboekWaardeRij | None) -> LogRegel:
    return LogRegel(
        moment=regel.moment,
        wie=regel.wie,
        werkplek=regel.werkplek,
        handeling=regel.handeling,
        veld=waarde.veld if waarde else regel.veldnamen,
        voor=waarde.voor if waarde else None,
        na=waarde.na if waarde else None,
    )
