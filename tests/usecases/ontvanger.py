"""A receiver of messages that does what a test tells it, and a clock that goes on for senders on both databases."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update

from werkplaats.domain.moment import Moment
from werkplaats.domain.postbus import NIET_KLAAR, Uitkomst
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.dagtaak import DagtaakRij
from werkplaats.store.rows.postbus import UitgaandRij
from werkplaats.usecases.verzenders import BasisVerzender

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.instellingen import Shop
    from werkplaats.domain.moment import VasteKlok
    from werkplaats.domain.postbus import Bericht
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

_UITGAAND, _DAGTAAK = tabel(UitgaandRij), tabel(DagtaakRij)


class Gedood(BaseException):
    """The process is gone: nothing of ours may catch this."""


def arrives(_bericht: Bericht) -> Uitkomst:
    """The receiver takes it."""
    return Uitkomst.verzonden("ontvangen")


@dataclass
class Ontvanger(BasisVerzender):
    """Sends to itself: keeps what arrived in order, each key once where it knows keys."""

    soort: str = "proef"
    kent_sleutels: bool = False
    geheim: str | None = None
    gedrag: Callable[[Bericht], Uitkomst] = arrives
    aangekomen: list[str] = field(default_factory=list)
    verteld: list[tuple[str, str]] = field(default_factory=list)
    geheimen: list[str | None] = field(default_factory=list)
    onderhoud_tot: Moment | None = None
    bij_vertellen: Callable[[Bericht], None] = lambda _bericht: None

    def send(self, bericht: Bericht, shop: Shop | None, geheim: str | None) -> Uitkomst:
        """Lets happen what the test wants; what comes back as sent has arrived."""
        self.geheimen.append(geheim)
        uitkomst = self.gedrag(bericht)
        if uitkomst.gevolg == "verzonden":
            self.take(bericht)
        return uitkomst

    def take(self, bericht: Bericht) -> None:
        """The message arrives."""
        if not (self.kent_sleutels and bericht.sleutel in self.aangekomen):
            self.aangekomen.append(bericht.sleutel)

    def maintenance(self, moment: Moment) -> Moment | None:
        """Until when nothing is sent."""
        return self.onderhoud_tot if self.onderhoud_tot is not None and moment < self.onderhoud_tot else None

    def record(self, werk: Werk, bericht: Bericht, uitkomst: Uitkomst) -> None:
        """What the subject is told."""
        self.bij_vertellen(bericht)
        self.verteld.append((bericht.sleutel, uitkomst.gevolg.value))


def put(store: Store, wie: Wie, *sleutels: str, onderwerp: int = 1, soort: str = "proef") -> tuple[int, ...]:
    """Puts messages ready, all of one subject."""
    with store.begin(wie) as werk:
        return tuple(werk.postbus.leg_klaar(soort, {"tekst": s}, s, "voertuig", onderwerp) for s in sleutels)


def let_pass(store: Store, wie: Wie, klok: VasteKlok, **duur: float) -> None:
    """A while goes by for the senders: the clock of this process moves, on a server the messages become older."""
    verloop = timedelta(**duur)
    if store.embedded:
        klok.moment = Moment(klok.moment.utc + verloop)
        return
    velden = ("gemaakt_op", "niet_voor", "volgende_poging", "lease_tot")
    open_ = _UITGAAND.c.staat.in_([staat.value for staat in NIET_KLAAR])
    vroeger = update(_UITGAAND).where(_UITGAAND.c.id == bindparam("nummer"))
    with store.begin(wie) as werk:
        rijen = [
            {"nummer": rij.id} | {veld: _before(getattr(rij, veld), verloop) for veld in velden}
            for rij in werk.verbinding.execute(select(_UITGAAND).where(open_))
        ]
        if rijen:
            werk.verbinding.execute(vroeger.values({veld: bindparam(veld) for veld in velden}), rijen)
        for rij in werk.verbinding.execute(select(_DAGTAAK)).all():
            eerder = {"lease_tot": _before(rij.lease_tot, verloop)}
            werk.verbinding.execute(update(_DAGTAAK).where(_DAGTAAK.c.id == rij.id).values(eerder))


def _before(moment: Moment | None, verloop: timedelta) -> Moment | None:
    return None if moment is None else Moment(moment.utc - verloop)
