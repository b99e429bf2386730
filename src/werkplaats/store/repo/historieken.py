"""The requests for a Car-Pass historiek."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from werkplaats.domain.carpass_historiek import LOOPT, Historiek, HistoriekInvoer, Staat, move
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import field_names, to_value
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.historiek import HistoriekRij
from werkplaats.store.rows.postbus import UitgaandRij

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.carpass_historiek import Daad
    from werkplaats.domain.melding import MeldingKop
    from werkplaats.domain.moment import Moment

ONDERWERP = "historiek"
_H = tabel(HistoriekRij)
_U = tabel(UitgaandRij)


class Historieken(Repo):
    """All requests; nobody deletes one."""

    def get(self, nummer: int) -> Historiek:
        """A request; raises NietGevonden."""
        return to_value(self._row(nummer), Historiek)

    def lock(self, nummer: int) -> None:
        """Keeps others from this request until the transaction ends; raises NietGevonden."""
        gevraagd = select(HistoriekRij.id).where(HistoriekRij.id == nummer)
        if self.tx.sessie.execute(gevraagd.with_for_update()).first() is None:
            raise NietGevonden(ONDERWERP, nummer)

    def van_voertuig(self, voertuig_id: int) -> tuple[Historiek, ...]:
        """The requests of a car, the newest first; a car belongs to all shops, and so does its document."""
        gevraagd = select(HistoriekRij).where(HistoriekRij.voertuig_id == voertuig_id)
        rijen = self.tx.sessie.scalars(gevraagd.order_by(HistoriekRij.id.desc())).all()
        return tuple(to_value(rij, Historiek) for rij in rijen)

    def running(self, voertuig_id: int) -> Historiek | None:
        """The request of a car that is under way, if there is one."""
        return next((een for een in self.van_voertuig(voertuig_id) if een.staat in LOOPT), None)

    def to_ask(self, nu: Moment, limiet: int) -> tuple[tuple[int, int], ...]:
        """The requests of which Car-Pass is asked now whether they are ready, each with its shop."""
        gevraagd = (
            select(_H.c.id, _H.c.shop_id)
            .where(_H.c.staat == Staat.AANGEVRAAGD, _H.c.volgende_vraag <= nu, _H.c.guid != "")
            .order_by(_H.c.volgende_vraag, _H.c.id)
            .limit(limiet)
        )
        return tuple((rij.id, rij.shop_id) for rij in self.tx.verbinding.execute(gevraagd))

    def in_doubt(self, nummer: int) -> int | None:
        """The message of a request of which nobody knows whether it arrived."""
        gevraagd = select(_U.c.id).where(_U.c.onderwerp == ONDERWERP, _U.c.onderwerp_id == nummer)
        gevraagd = gevraagd.where(_U.c.staat == "onzeker").order_by(_U.c.id.desc()).limit(1)
        return self.tx.verbinding.execute(gevraagd).scalar_one_or_none()

    # Writing.

    def add(self, kop: MeldingKop, invoer: HistoriekInvoer, datum: date) -> int:
        """Adds a request that is still to be sent, in the shop of whoever works, and returns its id."""
        werk, kenteken = self.werk, kop.kenteken
        rij = HistoriekRij(
            **{naam: getattr(invoer, naam) for naam in field_names(HistoriekInvoer)},
            shop_id=werk.wie.shop_id,
            voertuig_id=kop.voertuig_id,
            kenteken_compact=kenteken.compact if kenteken else None,
            kenteken_land=kenteken.land if kenteken else None,
            kenteken_weergave=kenteken.weergave if kenteken else None,
            datum=datum,
            eerste_toelating=kop.eerste_toelating,
            staat=Staat.AAN_TE_VRAGEN,
            staat_sinds=werk.nu,
            toelichting="",
            guid="",
            url="",
            standen=(),
            gemaakt_op=werk.nu,
            gemaakt_door=werk.wie.naam,
        )
        werk.sessie.add(rij)
        werk.sessie.flush()
        return rij.id

    def write(self, nummer: int, **velden: Any) -> None:
        """Writes these fields of a request."""
        rij = self._row(nummer)
        for veld, waarde in velden.items():
            setattr(rij, veld, waarde)
        self.werk.sessie.flush()

    def move(self, nummer: int, daad: Daad, **velden: Any) -> Staat:
        """Moves a request along the table; raises HISTORIEK_KAN_NIET, NietGevonden."""
        van = self._row(nummer).staat
        naar = move(van, daad)
        self.write(nummer, staat=naar, staat_sinds=self.werk.nu, **velden)
        # The windows follow the logboek: what Car-Pass answers is to be seen without asking for it.
        self.werk.log(ONDERWERP, nummer, "staat", {"staat": (van.value, naar.value)})
        return naar

    def wake(self, shop_id: int) -> None:
        """Has Car-Pass asked at once about all that a shop waits for: its account was changed."""
        vragen = update(_H).where(_H.c.shop_id == shop_id, _H.c.staat == Staat.AANGEVRAAGD)
        self.werk.verbinding.execute(vragen.values(volgende_vraag=self.werk.nu))

    def _row(self, nummer: int) -> HistoriekRij:
        gevraagd = select(HistoriekRij).where(HistoriekRij.id == nummer).execution_options(populate_existing=True)
        rij = self.tx.sessie.scalars(gevraagd).one_or_none()
        if rij is None:
            raise NietGevonden(ONDERWERP, nummer)
        return rij
