"""The postbus: a message is a row that is written in the same transaction as the change that caused it.

A sender claims a message under a lease with a token, by the clock of the database; see ``usecases/postbus.py``.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Text, bindparam, case, func, or_, select, type_coerce

from werkplaats.domain.lijst import plat
from werkplaats.domain.postbus import NIET_KLAAR, VERLOPEN, Bericht, BerichtRegel, Gevolg, Poging, Staat, Uitkomst
from werkplaats.errors import NietGevonden
from werkplaats.store import jsonwaarde
from werkplaats.store.klok import database_clock
from werkplaats.store.repo.basis import Repo
from werkplaats.store.repo.lijsten import Lijst
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.postbus import UitgaandPogingRij, UitgaandRij

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import timedelta

    from sqlalchemy import ColumnElement, Row, ScalarSelect, Select

    from werkplaats.domain.moment import Moment

WACHT = Staat.WACHT.value

_UITGAAND = tabel(UitgaandRij)
_POGING = tabel(UitgaandPogingRij)


class Soortplek(NamedTuple):
    """A kind of message of a shop (0: of none): what a process may or may not be able to send."""

    soort: str
    shop_id: int


class Postbus(Repo):
    """What must reach another system."""

    def leg_klaar(
        self,
        soort: str,
        payload: Mapping[str, Any],
        sleutel: str,
        onderwerp: str,
        onderwerp_id: int,
        *,
        niet_voor: Moment | None = None,
        kop: str = "",
    ) -> int:
        """Puts a message ready, returns its id; ``sleutel`` is its idempotency key, ``payload`` holds no password.

        ``kop`` says in a few words what it is, for the list.
        """
        werk = self.werk
        rij = UitgaandRij(
            shop_id=werk.wie.shop_id or None,
            soort=soort,
            inhoud=jsonwaarde.dump(dict(payload)),
            sleutel=sleutel,
            onderwerp=onderwerp,
            onderwerp_id=onderwerp_id,
            kop=kop,
            tekst=plat(f"{kop} {soort}"),
            staat=WACHT,
            pogingen=0,
            gemaakt_op=self.nu(werk.nu),
            niet_voor=niet_voor,
        )
        werk.sessie.add(rij)
        werk.sessie.flush()
        return rij.id

    def nu(self, hier: Moment) -> Moment:
        """The moment it is for the database; ``hier`` is the moment it is here."""
        return database_clock(self.tx.verbinding, hier)

    def stand(self) -> dict[str, int]:
        """How many messages there are in each state."""
        gevraagd = select(_UITGAAND.c.staat, func.count().label("aantal")).group_by(_UITGAAND.c.staat)
        return {rij.staat: rij.aantal for rij in self.tx.verbinding.execute(gevraagd)}

    def due(self, hier: Moment) -> tuple[Soortplek, ...]:
        """Of which kinds and shops something may go now."""
        shop = func.coalesce(_UITGAAND.c.shop_id, 0)
        gevraagd = select(_UITGAAND.c.soort, shop.label("shop_id")).where(_due(self.nu(hier))).distinct()
        rijen = self.tx.verbinding.execute(gevraagd.order_by(_UITGAAND.c.soort, shop))
        return tuple(Soortplek(rij.soort, rij.shop_id) for rij in rijen)

    def claim(self, plek: Soortplek, token: str, lease: timedelta) -> Bericht | None:
        """Claims the oldest message of a kind and shop that may go; None where there is none."""
        werk = self.werk
        nu = self.nu(werk.nu)
        gevraagd = select(UitgaandRij).where(
            _due(nu), UitgaandRij.soort == plek.soort, func.coalesce(UitgaandRij.shop_id, 0) == plek.shop_id
        )
        gevraagd = gevraagd.order_by(UitgaandRij.id).limit(1).with_for_update(skip_locked=True)
        rij = werk.sessie.scalars(gevraagd).one_or_none()
        if rij is None:
            return None
        rij.staat, rij.pogingen, rij.volgende_poging = Staat.BEZIG.value, rij.pogingen + 1, None
        rij.lease_wie, rij.lease_token, rij.lease_tot = werk.wie.werkplek, token, _after(nu, lease)
        poging = UitgaandPogingRij(
            uitgaand_id=rij.id,
            token=token,
            wie=werk.wie.naam,
            werkplek=werk.wie.werkplek,
            begonnen_op=nu,
            inhoud=rij.inhoud,
        )
        werk.sessie.add(poging)
        werk.sessie.flush()
        return _bericht(rij)

    def expired(self, hier: Moment) -> tuple[tuple[int, str], ...]:
        """The messages whose sender was not heard of before its lease ran out, each with the token of the lease."""
        gevraagd = select(_UITGAAND.c.id, _UITGAAND.c.lease_token).where(
            _UITGAAND.c.staat == Staat.BEZIG.value, _UITGAAND.c.lease_tot <= self.nu(hier)
        )
        rijen = self.tx.verbinding.execute(gevraagd.order_by(_UITGAAND.c.id))
        return tuple((rij.id, rij.lease_token or "") for rij in rijen)

    def lock(self, nummer: int) -> tuple[Bericht, Staat, str]:
        """A message with its state and the token of its last lease, kept from others; raises NietGevonden."""
        gevraagd = select(UitgaandRij).where(UitgaandRij.id == nummer).with_for_update()
        rij = self.tx.sessie.scalars(gevraagd.execution_options(populate_existing=True)).one_or_none()
        if rij is None:
            raise NietGevonden("bericht", nummer)
        return _bericht(rij), Staat(rij.staat), rij.lease_token or ""

    def close_attempt(self, token: str, uitkomst: Uitkomst, gevolg: str, duur_ms: int | None) -> None:
        """Notes what came of an attempt: what its sender says counts over what was supposed of it."""
        gevraagd = select(UitgaandPogingRij).where(UitgaandPogingRij.token == token).with_for_update()
        rij = self.werk.sessie.scalars(gevraagd).one()
        rij.klaar_op, rij.uitkomst, rij.duur_ms = self.nu(self.werk.nu), gevolg, duur_ms
        rij.reden, rij.antwoord = _reden(uitkomst), uitkomst.antwoord
        self.werk.sessie.flush()

    def move(self, nummer: int, staat: Staat, uitkomst: Uitkomst, over: timedelta | None = None) -> None:
        """Gives a message that was locked its new state; ``over`` is how long it waits before the next attempt."""
        sessie = self.werk.sessie
        rij = sessie.get_one(UitgaandRij, nummer)
        rij.staat, rij.reden = staat.value, _reden(uitkomst)
        rij.volgende_poging = None if over is None else _after(self.nu(self.werk.nu), over)
        if uitkomst.antwoord:
            rij.laatste_antwoord = uitkomst.antwoord
        sessie.flush()

    def in_doubt(self, nummer: int) -> bool:
        """Whether an earlier attempt at this message may have arrived after all."""
        gevraagd = select(_POGING.c.id).where(
            _POGING.c.uitgaand_id == nummer,
            or_(_POGING.c.uitkomst.is_(None), _POGING.c.uitkomst.in_((VERLOPEN, Gevolg.ONZEKER.value))),
        )
        return self.tx.verbinding.execute(gevraagd.limit(1)).first() is not None

    def lijst(self, staten: Collection[Staat], limiet: int) -> tuple[BerichtRegel, ...]:
        """The messages in these states, the newest first."""
        gevraagd = select(*_REGEL, _last_attempt().label("laatste_poging")).where(
            _UITGAAND.c.staat.in_([staat.value for staat in staten])
        )
        rijen = self.tx.verbinding.execute(gevraagd.order_by(_UITGAAND.c.id.desc()).limit(limiet))
        return tuple(_regel(rij) for rij in rijen)

    def listed(self) -> Lijst[BerichtRegel]:
        """All messages as a list of pages; those of one state by the name of that."""
        keuzes = {staat.value: _LIJST.c.staat == staat.value for staat in Staat}
        return Lijst(self.tx.verbinding, _LIJST, keuzes, _lines(), _regel)

    def standing_still(self, hier: Moment, duur: timedelta) -> dict[str, int]:
        """How many messages of each kind could have gone so long ago and did not."""
        sinds = _after(self.nu(hier), -duur)
        gevraagd = select(_UITGAAND.c.soort, func.count().label("aantal")).where(
            _UITGAAND.c.staat.in_((Staat.WACHT.value, Staat.BEZIG.value)),
            _UITGAAND.c.gemaakt_op <= sinds,
            or_(_UITGAAND.c.niet_voor.is_(None), _UITGAAND.c.niet_voor <= sinds),
        )
        return {rij.soort: rij.aantal for rij in self.tx.verbinding.execute(gevraagd.group_by(_UITGAAND.c.soort))}

    def attempts(self, nummer: int) -> tuple[Poging, ...]:
        """The attempts at a message, the latest first."""
        gevraagd = select(_POGING).where(_POGING.c.uitgaand_id == nummer).order_by(_POGING.c.id.desc())
        return tuple(_poging(rij) for rij in self.tx.verbinding.execute(gevraagd))


_REGEL = tuple(
    _UITGAAND.c[naam]
    for naam in (
        *("id", "shop_id", "soort", "staat", "onderwerp", "onderwerp_id", "pogingen", "gemaakt_op", "niet_voor"),
        *("volgende_poging", "reden", "laatste_antwoord", "kop"),
    )
)
"""What stands on a line; the payload of a message may be long, and a list never shows it."""

_VOLGORDE = (Staat.ONZEKER, Staat.MISLUKT, Staat.WACHT, Staat.BEZIG, Staat.VERZONDEN, Staat.INGETROKKEN)
"""Sorted by state, what asks for a person comes first."""

_LIJST = select(
    *(_UITGAAND.c.id, _UITGAAND.c.staat, _UITGAAND.c.soort, _UITGAAND.c.tekst),
    type_coerce(_UITGAAND.c.gemaakt_op, Text).label("gemaakt"),
    case({staat.value: str(plek) for plek, staat in enumerate(_VOLGORDE)}, value=_UITGAAND.c.staat).label("volgorde"),
).subquery("berichten")


def _last_attempt() -> ScalarSelect[Any]:
    gevraagd = select(func.max(_POGING.c.begonnen_op)).where(_POGING.c.uitgaand_id == _UITGAAND.c.id)
    return gevraagd.scalar_subquery()


@cache
def _lines() -> Select[Any]:
    gevraagd = select(*_REGEL, _last_attempt().label("laatste_poging"))
    return gevraagd.where(_UITGAAND.c.id.in_(bindparam("ids", expanding=True)))


def _due(nu: Moment) -> ColumnElement[bool]:
    """Whether a message may go now: it waits, its time has come, and no earlier one of its subject stands open."""
    eerder = _UITGAAND.alias("eerder")
    open_ = select(eerder.c.id).where(
        eerder.c.onderwerp == _UITGAAND.c.onderwerp,
        eerder.c.onderwerp_id == _UITGAAND.c.onderwerp_id,
        eerder.c.id < _UITGAAND.c.id,
        eerder.c.staat.in_([staat.value for staat in NIET_KLAAR]),
    )
    return (
        (_UITGAAND.c.staat == WACHT)
        & or_(_UITGAAND.c.niet_voor.is_(None), _UITGAAND.c.niet_voor <= nu)
        & or_(_UITGAAND.c.volgende_poging.is_(None), _UITGAAND.c.volgende_poging <= nu)
        & ~open_.exists()
    )


def _after(nu: Moment, duur: timedelta) -> Moment:
    return replace(nu, utc=nu.utc + duur)


def _bericht(rij: UitgaandRij) -> Bericht:
    return Bericht(
        id=rij.id,
        shop_id=rij.shop_id or 0,
        soort=rij.soort,
        sleutel=rij.sleutel,
        onderwerp=rij.onderwerp,
        onderwerp_id=rij.onderwerp_id,
        inhoud=json.loads(rij.inhoud),
        poging=rij.pogingen,
        gemaakt_op=rij.gemaakt_op,
    )


def _reden(uitkomst: Uitkomst) -> str | None:
    if not uitkomst.reden:
        return None
    return jsonwaarde.dump({"code": uitkomst.reden, "params": dict(uitkomst.params)})


def _code(reden: str | None, antwoord: str | None) -> tuple[str, Mapping[str, Any]]:
    """Why a message stands as it does; the receiver's own words stand apart, as they may go sooner than the reason."""
    gelezen = json.loads(reden) if reden else {}
    return gelezen.get("code", ""), {"antwoord": antwoord or "", **gelezen.get("params", {})}


def _regel(rij: Any) -> BerichtRegel:
    code, params = _code(rij.reden, rij.laatste_antwoord)
    return BerichtRegel(
        id=rij.id,
        shop_id=rij.shop_id or 0,
        soort=rij.soort,
        staat=Staat(rij.staat),
        onderwerp=rij.onderwerp,
        onderwerp_id=rij.onderwerp_id,
        pogingen=rij.pogingen,
        gemaakt_op=rij.gemaakt_op,
        niet_voor=rij.niet_voor,
        volgende_poging=rij.volgende_poging,
        laatste_poging=rij.laatste_poging,
        reden=code,
        params=params,
        kop=rij.kop,
    )


def _poging(rij: Row[Any]) -> Poging:
    code, params = _code(rij.reden, rij.antwoord)
    return Poging(
        id=rij.id,
        begonnen_op=rij.begonnen_op,
        klaar_op=rij.klaar_op,
        wie=rij.wie,
        werkplek=rij.werkplek,
        duur_ms=rij.duur_ms,
        gevolg=rij.uitkomst or "",
        reden=code,
        params=params,
        antwoord=rij.antwoord or "",
        inhoud=rij.inhoud,
    )
