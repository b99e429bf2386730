"""The reports to Car-Pass, what happened to each, and the kinds of work that Car-Pass knows."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import and_, delete, func, insert, or_, select, update

from werkplaats.domain.carpass import Gemeld, MeldingInvoer
from werkplaats.domain.kmstand import to_km
from werkplaats.domain.melding import (
    AANDACHT,
    BIJ_CARPASS,
    VAST_NA,
    Gebeurtenis,
    Issue,
    Melding,
    Staat,
    is_maintenance,
    move,
)
from werkplaats.domain.moment import Moment
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import field_names, to_value
from werkplaats.store.meldinglijst import write_line
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.melding import (
    CarPassActiviteitRij,
    MeldingGebeurtenisRij,
    MeldingIssueRij,
    MeldingRij,
)
from werkplaats.store.rows.postbus import UitgaandRij

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from sqlalchemy import ColumnElement

    from werkplaats.domain.melding import Daad, MeldingKop, MonteurStand

_OPEN = (Staat.CONCEPT, Staat.UITGESTELD)
_GEMELD = (Staat.TE_VERSTUREN, Staat.VERSTUURD, Staat.WACHT_OP_DIV, Staat.ONBEKEND, Staat.AANVAARD, Staat.ONZEKER)
_M = tabel(MeldingRij)
_A = tabel(CarPassActiviteitRij)
_U = tabel(UitgaandRij)


class Meldingen(Repo):
    """All reports; nobody deletes one."""

    def get(self, nummer: int) -> Melding:
        """A report; raises NietGevonden."""
        return self._value(self._row(nummer))

    def lock(self, nummer: int) -> None:
        """Keeps others from this report until the transaction ends; raises NietGevonden."""
        gevraagd = select(MeldingRij.id).where(MeldingRij.id == nummer)
        if self.tx.sessie.execute(gevraagd.with_for_update()).first() is None:
            raise NietGevonden("melding", nummer)

    def van_voertuig(self, voertuig_id: int) -> tuple[Melding, ...]:
        """The reports of a car, the newest first."""
        gevraagd = select(MeldingRij).where(MeldingRij.voertuig_id == voertuig_id)
        rijen = self.tx.sessie.scalars(gevraagd.order_by(MeldingRij.id.desc())).all()
        return tuple(self._value(rij) for rij in rijen)

    def early(self, shop_id: int, voertuig_id: int, vanaf: date) -> int | None:
        """The latest report of a car that was made before its werkkaart was closed, from a day on."""
        gevraagd = select(MeldingRij.id).where(
            MeldingRij.shop_id == shop_id,
            MeldingRij.voertuig_id == voertuig_id,
            MeldingRij.vroeg.is_(True),
            MeldingRij.werkkaart_id.is_(None),
            MeldingRij.datum >= vanaf,
            MeldingRij.staat != Staat.NIET_MELDINGSPLICHTIG,
        )
        return self.tx.sessie.scalars(gevraagd.order_by(MeldingRij.id.desc()).limit(1)).one_or_none()

    def of_werkkaart(self, werkkaart_id: int) -> tuple[int, ...]:
        """The reports that belong to a werkkaart."""
        gevraagd = select(MeldingRij.id).where(MeldingRij.werkkaart_id == werkkaart_id).order_by(MeldingRij.id)
        return tuple(self.tx.sessie.scalars(gevraagd))

    def gemeld(self, voertuig_id: int, vanaf: Moment, behalve: int | None = None) -> tuple[Gemeld, ...]:
        """What was reported of a car from a moment on, but for one report."""
        gevraagd = select(_M.c.vin, _M.c.stand, _M.c.eenheid, _M.c.datum).where(
            _M.c.voertuig_id == voertuig_id,
            _M.c.staat.in_(_GEMELD),
            _M.c.verstuurd_op >= vanaf,
            _M.c.id != (behalve or 0),
        )
        return tuple(
            Gemeld(rij.vin, to_km(rij.stand, rij.eenheid), rij.datum) for rij in self.tx.verbinding.execute(gevraagd)
        )

    def to_ask(self, nu: Moment, limiet: int) -> tuple[tuple[int, int], ...]:
        """The reports of which Car-Pass is asked now how they stand, each with its shop."""
        gevraagd = (
            select(_M.c.id, _M.c.shop_id)
            .where(_M.c.staat.in_(tuple(BIJ_CARPASS)), _M.c.volgende_vraag <= nu, _M.c.guid != "")
            .order_by(_M.c.volgende_vraag, _M.c.id)
            .limit(limiet)
        )
        return tuple((rij.id, rij.shop_id) for rij in self.tx.verbinding.execute(gevraagd))

    def badge(self, shop_id: int, nu: Moment) -> int:
        """How many reports of a shop ask for a person."""
        staten: ColumnElement[bool] = _M.c.staat.in_(tuple(AANDACHT))
        if not is_maintenance(nu):
            vast = Moment(nu.utc - VAST_NA)
            staten = or_(staten, and_(_M.c.staat == Staat.TE_VERSTUREN, _M.c.staat_sinds < vast))
        gevraagd = select(func.count()).select_from(_M).where(_M.c.shop_id == shop_id, staten)
        return int(self.tx.verbinding.execute(gevraagd).scalar_one())

    def history(self, nummer: int) -> tuple[Gebeurtenis, ...]:
        """What happened to a report, in order."""
        rij = MeldingGebeurtenisRij
        rijen = self.tx.sessie.scalars(select(rij).where(rij.melding_id == nummer).order_by(rij.id))
        return tuple(to_value(een, Gebeurtenis) for een in rijen)

    # Writing.

    def add(
        self,
        kop: MeldingKop,
        invoer: MeldingInvoer,
        vorige: tuple[int, date] | None,
        *,
        werkkaart_id: int | None = None,
        monteur: MonteurStand | None = None,
        vroeg: bool = False,
    ) -> int:
        """Adds a report as concept, in the shop of whoever works, and returns its id."""
        werk = self.werk
        rij = MeldingRij(
            **_kop(kop),
            **_input(invoer),
            **_mechanic(monteur),
            shop_id=werk.wie.shop_id,
            werkkaart_id=werkkaart_id,
            staat=Staat.CONCEPT,
            staat_sinds=werk.nu,
            vroeg=vroeg,
            vorige_km=vorige[0] if vorige else None,
            vorige_datum=vorige[1] if vorige else None,
            gemaakt_op=werk.nu,
            gemaakt_door=werk.wie.naam,
            versie=1,
            gewijzigd_op=werk.nu,
            gewijzigd_door=werk.wie.naam,
            **_LEEG,
        )
        werk.sessie.add(rij)
        werk.sessie.flush()
        self._note(rij, "ingevoerd", Staat.CONCEPT, "")
        write_line(werk.verbinding, self._value(rij))
        return rij.id

    def write(self, nummer: int, **velden: Any) -> None:
        """Writes these fields of a report."""
        self._set(self._row(nummer), velden)

    def write_invoer(self, nummer: int, invoer: MeldingInvoer) -> None:
        """Writes what a person filled in."""
        self._set(self._row(nummer), _input(invoer))

    def move(self, nummer: int, daad: Daad, code: str, tekst: str = "", **velden: Any) -> Staat:
        """Moves a report along the table and notes it; raises MELDING_KAN_NIET, NietGevonden."""
        rij = self._row(nummer)
        van, naar = rij.staat, move(rij.staat, daad)
        if van is not naar:
            velden = {"staat": naar, "staat_sinds": self.werk.nu} | velden
        rij.staat = naar
        self._note(rij, code, van, tekst)
        if van is not naar:
            # The windows follow the logboek: an answer of Car-Pass is to be seen without asking for it.
            self.werk.log("melding", nummer, "staat", {"staat": (van.value, naar.value)})
        self._set(rij, velden)
        return naar

    def note(self, nummer: int, code: str, tekst: str = "") -> None:
        """Notes what happened without moving the report."""
        rij = self._row(nummer)
        self._note(rij, code, rij.staat, tekst)

    def put_issues(self, nummer: int, issues: Iterable[Issue]) -> None:
        """What Car-Pass stumbles over now; what it no longer names is solved."""
        werk, nieuw = self.werk, {issue.issue_id: issue for issue in issues}
        rij = MeldingIssueRij
        staand = werk.sessie.scalars(select(rij).where(rij.melding_id == nummer, rij.opgelost_op.is_(None))).all()
        for een in staand:
            if een.issue_id not in nieuw or to_value(een, Issue) != nieuw[een.issue_id]:
                een.opgelost_op = werk.nu
            else:
                nieuw.pop(een.issue_id)
        werk.sessie.add_all(
            rij(melding_id=nummer, gezien_op=werk.nu, **{naam: getattr(issue, naam) for naam in field_names(Issue)})
            for issue in nieuw.values()
        )
        werk.sessie.flush()
        write_line(werk.verbinding, self.get(nummer))

    # The kinds of work.

    def activiteiten(self, shop_id: int) -> tuple[tuple[str, str], ...]:
        """The kinds of work that Car-Pass knows, in its order: code and words."""
        gevraagd = select(_A.c.code, _A.c.label).where(_A.c.shop_id == shop_id).order_by(_A.c.volgorde)
        return tuple((rij.code, rij.label) for rij in self.tx.verbinding.execute(gevraagd))

    def activiteiten_sinds(self, shop_id: int) -> Moment | None:
        """When they were asked for last; None: never."""
        gevraagd = select(func.max(_A.c.opgehaald_op)).where(_A.c.shop_id == shop_id)
        return cast("Moment | None", self.tx.verbinding.scalar(gevraagd))

    def put_activiteiten(self, shop_id: int, activiteiten: Mapping[str, str]) -> None:
        """Keeps the kinds of work in place of the older ones."""
        werk = self.werk
        werk.verbinding.execute(delete(_A).where(_A.c.shop_id == shop_id))
        rijen = [
            {"shop_id": shop_id, "code": code, "label": label, "volgorde": plek, "opgehaald_op": werk.nu}
            for plek, (code, label) in enumerate(activiteiten.items())
        ]
        if rijen:
            werk.verbinding.execute(insert(_A), rijen)

    def wake(self, shop_id: int) -> None:
        """Has all that waits at a shop go at once: its account was changed."""
        nu, verbinding = self.werk.nu, self.werk.verbinding
        vragen = update(_M).where(_M.c.shop_id == shop_id, _M.c.staat.in_(tuple(BIJ_CARPASS)))
        verbinding.execute(vragen.values(volgende_vraag=nu))
        wacht = update(_U).where(_U.c.shop_id == shop_id, _U.c.soort.startswith("carpass_"), _U.c.staat == "wacht")
        verbinding.execute(wacht.values(volgende_poging=None))

    def in_doubt(self, nummer: int) -> int | None:
        """The message about a report of which nobody knows whether it arrived."""
        gevraagd = select(_U.c.id).where(_U.c.onderwerp == "melding", _U.c.onderwerp_id == nummer)
        gevraagd = (
            gevraagd.where(_U.c.staat == "onzeker", _U.c.soort == "carpass_melding").order_by(_U.c.id.desc()).limit(1)
        )
        return self.tx.verbinding.execute(gevraagd).scalar_one_or_none()

    # Rows.

    def _row(self, nummer: int) -> MeldingRij:
        gevraagd = select(MeldingRij).where(MeldingRij.id == nummer).execution_options(populate_existing=True)
        rij = self.tx.sessie.scalars(gevraagd).one_or_none()
        if rij is None:
            raise NietGevonden("melding", nummer)
        return rij

    def _value(self, rij: MeldingRij) -> Melding:
        een = MeldingIssueRij
        open_ = select(een).where(een.melding_id == rij.id, een.opgelost_op.is_(None)).order_by(een.id)
        return to_value(rij, Melding, issues=tuple(to_value(ander, Issue) for ander in self.tx.sessie.scalars(open_)))

    def _set(self, rij: MeldingRij, velden: Mapping[str, Any]) -> None:
        werk = self.werk
        for veld, waarde in velden.items():
            setattr(rij, veld, waarde)
        rij.versie += 1
        rij.gewijzigd_op, rij.gewijzigd_door = werk.nu, werk.wie.naam
        werk.sessie.flush()
        write_line(werk.verbinding, self._value(rij))

    def _note(self, rij: MeldingRij, code: str, van: Staat, tekst: str) -> None:
        werk = self.werk
        werk.sessie.add(
            MeldingGebeurtenisRij(
                melding_id=rij.id, moment=werk.nu, wie=werk.wie.naam, code=code, van=van, naar=rij.staat, tekst=tekst
            )
        )
        werk.sessie.flush()


_LEEG: dict[str, Any] = {
    "toelichting": "",
    "guid": "",
    "status": "",
    "omschrijving_staat": "",
    "correcties": 0,
    "herverzonden": False,
}


def _kop(kop: MeldingKop) -> dict[str, Any]:
    kenteken = kop.kenteken
    return {
        "voertuig_id": kop.voertuig_id,
        "kenteken_compact": kenteken.compact if kenteken else None,
        "kenteken_land": kenteken.land if kenteken else None,
        "kenteken_weergave": kenteken.weergave if kenteken else None,
        "auto": kop.auto,
        "eigenaar": kop.eigenaar,
        "eerste_toelating": kop.eerste_toelating,
    }


def _input(invoer: MeldingInvoer) -> dict[str, Any]:
    return {veld.name: getattr(invoer, veld.name) for veld in fields(MeldingInvoer)}


def _mechanic(monteur: MonteurStand | None) -> dict[str, Any]:
    if monteur is None:
        return {}
    return {"monteur_stand": monteur.stand, "monteur_wie": monteur.wie, "monteur_op": monteur.op}
