"""The overview of plate requests: what is to happen with the orders of a shop, and what was asked of PON before."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, and_, bindparam, case, func, literal, literal_column, or_, select, type_coerce

from werkplaats.domain.lijst import ACHTERAAN
from werkplaats.domain.order import Orderstatus
from werkplaats.domain.pon import PonFeiten
from werkplaats.domain.pon_planning import (
    ALLEEN_GOEDKEURING,
    VOOR_EEN_MENS,
    VOORUIT,
    Groep,
    Kalenderdag,
    PlanRegel,
    groups,
    is_planned,
    plan_of,
)
from werkplaats.domain.pon_regels import TAKKEN, may_be_requested, objection
from werkplaats.domain.ponaanvraag import GROEPEN, AanvraagRegel, missing_parts
from werkplaats.domain.voorwaarde import VANDAAG, Niet
from werkplaats.store.lijsten import pieces
from werkplaats.store.orderfeiten import O
from werkplaats.store.orderlijst import VOLGORDE
from werkplaats.store.repo.lijsten import Lijst
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.order import DealernummerRij, OrderLijstRij, OrderPlaatRij
from werkplaats.store.rows.ponaanvraag import PonAanvraagRij
from werkplaats.store.rows.relatie import RelatieRij
from werkplaats.store.voorwaarden import Dagtekst

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from sqlalchemy import ColumnElement, Connection, Select, Subquery

    from werkplaats.domain.pon import PonKeuze
    from werkplaats.domain.pon_regels import Tak
    from werkplaats.store.ponvraag import Ponvraag

_L, _R, _A = tabel(OrderLijstRij), tabel(RelatieRij), tabel(PonAanvraagRij)
_P, _D = tabel(OrderPlaatRij), tabel(DealernummerRij)
_TYPEN = select(func.count()).where(_P.c.order_id == O.c.id).correlate(O).scalar_subquery()
"""How many types of plate an order asks for."""
DAG = "dag_{}"
"""The name under which the list of one day of the calendar is asked; the number counts from today."""


class Planning:
    """What is to happen with the orders of a shop; the facts of an order are columns, as the rules ask them."""

    def __init__(
        self,
        verbinding: Connection,
        shop_id: int,
        feiten: Mapping[str, Any],
        vraag: Ponvraag,
        keuze: PonKeuze,
        vandaag: date,
    ) -> None:
        self._verbinding = verbinding
        self._bekend = frozenset(verbinding.scalars(_numbers(shop_id)))
        self._feiten = feiten
        self._vraag = vraag
        self._keuze = keuze
        self._vandaag = vandaag
        self._lijst = self._lines(shop_id)

    def listed(self) -> Lijst[PlanRegel]:
        """The orders with which something is still to happen, as a list of pages."""
        groep = self._lijst.c.groep
        keuzes = {
            "aandacht": groep.in_(VOOR_EEN_MENS),
            "gepland": self._lijst.c.gevraagd == 1,
            "komend": groep == Groep.KOMEND,
            **{DAG.format(plek): self._on_day(plek) for plek in range(VOORUIT)},
        }
        return Lijst(self._verbinding, self._lijst, keuzes, self._orders(), self._to_line, altijd=groep != "")

    @property
    def parts(self) -> Mapping[str, Select[Any]]:
        """The ids of the orders that a person must look at now, and of those that are requested now."""
        gevraagd = select(self._lijst.c.order_id)
        return {
            "aandacht": gevraagd.where(self._lijst.c.groep.in_(VOOR_EEN_MENS)),
            "aanvragen": gevraagd.where(self._on_day(0)),
        }

    def for_a_person(self) -> int:
        """How many orders somebody must look at now."""
        gevraagd = select(func.count()).select_from(self._lijst).where(self._lijst.c.groep.in_(VOOR_EEN_MENS))
        return int(self._verbinding.execute(gevraagd).scalar_one())

    def attention(self) -> Iterator[PlanRegel]:
        """The orders somebody must look at now, in the order of their ids."""
        gevraagd = select(self._lijst.c.order_id).where(self._lijst.c.groep.in_(VOOR_EEN_MENS))
        for stuk in pieces(set(self._verbinding.scalars(gevraagd))):
            regels = map(self._to_line, self._verbinding.execute(self._orders().order_by(O.c.id), {"ids": stuk}))
            yield from (regel for regel in regels if regel is not None)

    def calendar(self) -> tuple[Kalenderdag, ...]:
        """How many plates are requested on each of the coming days, by which rule."""
        dag, tak = self._lijst.c.dag, self._lijst.c.tak
        gevraagd = select(dag, tak, func.count()).where(self._lijst.c.gevraagd == 1).group_by(dag, tak)
        per_dag: dict[str, dict[Any, int]] = {}
        for tekst, nummer, aantal in self._verbinding.execute(gevraagd):
            regels = per_dag.setdefault(max(tekst, self._vandaag.isoformat()), {})
            regel = TAKKEN[nummer].regel
            regels[regel] = regels.get(regel, 0) + aantal
        dagen = (self._vandaag + timedelta(days=plek) for plek in range(VOORUIT))
        return tuple(Kalenderdag(dag, tuple(sorted(per_dag.get(dag.isoformat(), {}).items()))) for dag in dagen)

    # Within.

    def _lines(self, shop_id: int) -> Subquery:
        open_ = _L.c.status < VOLGORDE[Orderstatus.AFGELEVERD]
        return (
            select(
                *(_L.c.order_id, _L.c.nummer, _L.c.relatie, _L.c.auto, _L.c.vin, _L.c.aflevering, _L.c.tekst),
                self._groep().label("groep"),
                self._per_tak(self._day).label("dag"),
                self._per_tak(lambda tak: literal_column(str(TAKKEN.index(tak)))).label("tak"),
                self._gevraagd().label("gevraagd"),
            )
            .select_from(_L.join(O, O.c.id == _L.c.order_id))
            .where(_L.c.shop_id == shop_id, open_)
            .subquery("planning")
        )

    def _groep(self) -> ColumnElement[str]:
        sql = self._vraag.sql
        niets = literal_column("''", Text)

        def in_order(tak: Tak) -> ColumnElement[str]:
            gevallen = ((sql(als), _word(groep)) for groep, als in groups(tak))
            return case((self._stuck(tak), _word(Groep.AANDACHT)), *gevallen, else_=niets)

        def approval(tak: Tak) -> ColumnElement[str]:
            return case((sql(may_be_requested(tak)), _word(Groep.GOEDKEURING)), else_=niets)

        return case(
            (sql(Niet(objection())), self._per_tak(in_order)),
            (sql(ALLEEN_GOEDKEURING), self._per_tak(approval)),
            else_=niets,
        )

    def _gevraagd(self) -> ColumnElement[int]:
        sql = self._vraag.sql
        een: ColumnElement[int] = literal_column("1")
        geen: ColumnElement[int] = literal_column("0")
        binnen = self._per_tak(lambda tak: case((self._stuck(tak), geen), (sql(is_planned(tak)), een), else_=geen))
        return case((sql(Niet(objection())), binnen), else_=geen)

    def _stuck(self, tak: Tak) -> ColumnElement[bool]:
        """Its rule fell due, and the request cannot be sent as the order stands."""
        onvolledig = or_(O.c.merk_sleutel.not_in(sorted(self._bekend)), _TYPEN != 1)
        return and_(self._vraag.sql(may_be_requested(tak)), onvolledig)

    def _day(self, tak: Tak) -> ColumnElement[str]:
        if tak.op is None:
            return literal_column(f"'{ACHTERAAN}'", Text)
        if tak.op.veld == VANDAAG:
            return literal((self._vandaag + timedelta(days=tak.op.erbij)).isoformat())
        return func.coalesce(Dagtekst(self._feiten[tak.op.veld], literal_column(str(tak.op.erbij))), ACHTERAAN)

    def _per_tak(self, waarde: Any) -> ColumnElement[Any]:
        return case(*((self._vraag.sql(tak.als), waarde(tak)) for tak in TAKKEN))

    def _on_day(self, plek: int) -> ColumnElement[bool]:
        dag = (self._vandaag + timedelta(days=plek)).isoformat()
        op = self._lijst.c.dag == dag if plek else self._lijst.c.dag <= dag
        return and_(self._lijst.c.gevraagd == 1, op)

    def _orders(self) -> Select[Any]:
        feiten = (kolom.label(veld) for veld, kolom in self._feiten.items())
        return (
            select(
                *(O.c.id, O.c.nummer, _R.c.weergave, O.c.merk, O.c.model),
                *(type_coerce(O.c.chassisnummer, Text).label("vin"), O.c.merk_sleutel, _TYPEN.label("typen"), *feiten),
            )
            .select_from(O.outerjoin(_R, _R.c.id == O.c.relatie_id))
            .where(O.c.id.in_(bindparam("ids", expanding=True)))
        )

    def _to_line(self, rij: Any) -> PlanRegel | None:
        feiten = PonFeiten(**{veld: getattr(rij, veld) for veld in self._feiten})
        dealer = rij.merk_sleutel in self._bekend
        gebreken = missing_parts(chassis=feiten.chassis_bekend, dealernummer=dealer, plaattypen=rij.typen)
        plan = plan_of(feiten, self._keuze, self._vandaag, gebreken)
        if plan is None:
            return None
        omschrijving = f"{rij.merk} {rij.model}".strip()
        return PlanRegel(rij.id, rij.nummer, rij.weergave or "", omschrijving, rij.vin or "", feiten.afleverdatum, plan)


def _numbers(shop_id: int) -> Select[Any]:
    """The brands at which a shop is known by a number."""
    return select(_D.c.merk_sleutel).where(_D.c.shop_id == shop_id, _D.c.nummer != "")


def _word(groep: Groep) -> ColumnElement[str]:
    return literal_column(f"'{groep.value}'", Text)


@cache
def _requests() -> Subquery:
    """The requests, sorted and filtered on texts; of an order in the bin there is no line to filter on."""
    eigen = func.lower(O.c.nummer + " " + O.c.merk + " " + O.c.model)
    staten = {staat.value: literal_column(f"'{plek}'", Text) for plek, staat in enumerate(GROEPEN)}
    groepen = {staat.value: literal_column(f"'{groep}'", Text) for staat, groep in GROEPEN.items()}
    bron = _A.join(O, O.c.id == _A.c.order_id).outerjoin(_L, _L.c.order_id == _A.c.order_id)
    return (
        select(
            *(_A.c.id, _A.c.shop_id, type_coerce(_A.c.gemaakt_op, Text).label("gemaakt"), O.c.nummer),
            func.coalesce(_L.c.auto, ACHTERAAN).label("auto"),
            func.coalesce(_L.c.kenteken, ACHTERAAN).label("kenteken"),
            func.coalesce(_L.c.tekst, eigen).label("tekst"),
            case(staten, value=type_coerce(_A.c.staat, Text)).label("staat"),
            case(groepen, value=type_coerce(_A.c.staat, Text)).label("groep"),
        )
        .select_from(bron)
        .subquery("aanvragen")
    )


@cache
def _request_lines() -> Select[Any]:
    return (
        select(_A, O.c.nummer, O.c.merk, O.c.model, O.c.verwijderd_op, _R.c.weergave)
        .select_from(_A.join(O, O.c.id == _A.c.order_id).outerjoin(_R, _R.c.id == O.c.relatie_id))
        .where(_A.c.id.in_(bindparam("ids", expanding=True)))
    )


def _to_request(rij: Any) -> AanvraagRegel:
    return AanvraagRegel(
        id=rij.id,
        order_id=rij.order_id,
        in_bak=rij.verwijderd_op is not None,
        nummer=rij.nummer,
        relatie=rij.weergave or "",
        omschrijving=f"{rij.merk} {rij.model}".strip(),
        inhoud=rij.inhoud,
        staat=rij.staat,
        status=rij.status,
        kenteken=rij.kenteken,
        reden=rij.reden,
        regel=rij.regel,
        gemaakt_op=rij.gemaakt_op,
        gemaakt_door=rij.gemaakt_door,
    )


def requests_list(verbinding: Connection, shop_id: int) -> Lijst[AanvraagRegel]:
    """What a shop asked of PON, the newest first as a screen sorts it."""
    lijst = _requests()
    keuzes = {groep: lijst.c.groep == groep for groep in dict.fromkeys(GROEPEN.values())}
    return Lijst(verbinding, lijst, keuzes, _request_lines(), _to_request, altijd=lijst.c.shop_id == shop_id)


def requests_of(verbinding: Connection, nummers: Iterable[int]) -> Iterator[AanvraagRegel]:
    """These requests, in the order of their ids."""
    for stuk in pieces(set(nummers)):
        yield from map(_to_request, verbinding.execute(_request_lines().order_by(_A.c.id), {"ids": stuk}))
