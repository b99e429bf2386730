"""The long lists: how many lines there are, where each page begins, and the lines of a page."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import Integer, Text, and_, bindparam, cast, func, select, tuple_, type_coerce

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.lijst import (
    PAGINA,
    Lijststand,
    Lijstvraag,
    RelatieRegel,
    VoertuigRegel,
    filterwoorden,
)
from werkplaats.domain.melding import MeldingRegel, Staat
from werkplaats.domain.moment import Moment
from werkplaats.domain.relatie import Aanhef
from werkplaats.domain.werkkaart import KaartStaat, WerkkaartRegel
from werkplaats.store.repo.basis import Repo
from werkplaats.store.repo.treffers import E, K, R, V
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.lijst import RelatieLijstRij, VoertuigLijstRij
from werkplaats.store.rows.melding import MeldingIssueRij, MeldingLijstRij, MeldingRij
from werkplaats.store.rows.relatie import RelatieRij
from werkplaats.store.rows.voertuig import EIGENAAR, geldt
from werkplaats.store.rows.werkkaart import WerkkaartLijstRij, WerkkaartRij

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from sqlalchemy import ColumnElement, Connection, FromClause, Select

T = TypeVar("T")

GEHEEL = 20_000
"""Of a list up to this length the id of every line is read: its pages need no search."""

_VL, _RL, _ML = tabel(VoertuigLijstRij), tabel(RelatieLijstRij), tabel(MeldingLijstRij)
_M, _I = tabel(MeldingRij), tabel(MeldingIssueRij)
_P = tabel(RelatieRij).alias("p")
_WL, _W = tabel(WerkkaartLijstRij), tabel(WerkkaartRij).alias("wk")


class Lijst(Generic[T]):
    """One kind of list in one transaction; ``altijd`` holds of all its lines, as that they are of one shop."""

    def __init__(
        self,
        verbinding: Connection,
        lijst: Any,
        keuzes: Mapping[str, ColumnElement[bool]],
        regels: Select[Any],
        make: Callable[[Sequence[Any]], T | None],
        altijd: ColumnElement[bool] | None = None,
    ) -> None:
        self._verbinding = verbinding
        self._lijst = lijst
        self._keuzes = keuzes
        self._regels = regels
        self._make = make
        self._altijd = () if altijd is None else (altijd,)
        (self._id,) = lijst.primary_key

    def total(self, vraag: Lijstvraag) -> int:
        """How many lines the list has."""
        gevraagd = select(func.count()).select_from(self._lijst).where(*self._conditions(vraag))
        return int(self._verbinding.execute(gevraagd).scalar_one())

    def stand(self, vraag: Lijstvraag) -> Lijststand:
        """Where the pages begin: the ids of a shorter list, the place of each 500th line of a longer one."""
        totaal = self.total(vraag)
        sleutel = self._lijst.c[vraag.kolom]
        rijen = select(sleutel, self._id).where(*self._conditions(vraag))
        if totaal <= GEHEEL:
            ids = self._verbinding.execute(rijen.order_by(*self._order(vraag))).all()
            return Lijststand(len(ids), tuple(nummer for _sleutel, nummer in ids))
        nummering = func.row_number().over(order_by=self._order(vraag)).label("nr")
        genummerd = rijen.add_columns(nummering).subquery("genummerd")
        begin = select(genummerd.c[0], genummerd.c[1]).where(genummerd.c.nr % PAGINA == 1).order_by(genummerd.c.nr)
        return Lijststand(totaal, None, tuple((tekst, nummer) for tekst, nummer in self._verbinding.execute(begin)))

    def page(self, vraag: Lijstvraag, stand: Lijststand, nummer: int) -> tuple[T, ...]:
        """The lines of a page; where a line was added or taken away since, one more or less."""
        if stand.ids is not None:
            return self.lines(stand.ids[nummer * PAGINA : (nummer + 1) * PAGINA])
        voorwaarden = [*self._conditions(vraag), self._from(vraag, stand.begin[nummer])]
        if nummer + 1 < len(stand.begin):
            voorwaarden.append(~self._from(vraag, stand.begin[nummer + 1]))
        gevraagd = select(self._id).where(*voorwaarden).order_by(*self._order(vraag)).limit(PAGINA)
        return self.lines(tuple(self._verbinding.scalars(gevraagd)))

    def first(self, vraag: Lijstvraag) -> tuple[T, ...]:
        """The first page of a list of which nothing is known yet."""
        gevraagd = select(self._id).where(*self._conditions(vraag)).order_by(*self._order(vraag)).limit(PAGINA)
        return self.lines(tuple(self._verbinding.scalars(gevraagd)))

    def lines(self, ids: Sequence[int]) -> tuple[T, ...]:
        """The lines of these records in this order; what was deleted meanwhile, or stands here no more, is left out."""
        rijen = self._verbinding.execute(self._regels, {"ids": list(ids)}) if ids else ()
        gevonden = {rij[0]: regel for rij in rijen if (regel := self._make(rij)) is not None}
        return tuple(gevonden[nummer] for nummer in ids if nummer in gevonden)

    def place(self, vraag: Lijstvraag, stand: Lijststand, nummer: int) -> int | None:
        """On which line a record stands; None when it is not in the list."""
        if stand.ids is not None:
            return stand.ids.index(nummer) if nummer in stand.ids else None
        gevraagd = select(self._lijst.c[vraag.kolom]).where(self._id == nummer, *self._conditions(vraag))
        tekst = self._verbinding.execute(gevraagd).scalar_one_or_none()
        if tekst is None:
            return None
        pagina = _page_of((tekst, nummer), stand, aflopend=vraag.aflopend)
        voor = select(func.count()).where(
            *self._conditions(vraag),
            self._from(vraag, stand.begin[pagina]),
            ~self._from(vraag, (tekst, nummer)),
        )
        return pagina * PAGINA + int(self._verbinding.execute(voor).scalar_one())

    def _order(self, vraag: Lijstvraag) -> tuple[Any, Any]:
        sleutel = self._lijst.c[vraag.kolom]
        return (sleutel.desc(), self._id.desc()) if vraag.aflopend else (sleutel, self._id)

    def _from(self, vraag: Lijstvraag, plaats: tuple[str, int]) -> ColumnElement[bool]:
        """From a place on, that place included."""
        paar = tuple_(self._lijst.c[vraag.kolom], self._id)
        return paar <= tuple_(*plaats) if vraag.aflopend else paar >= tuple_(*plaats)

    def _conditions(self, vraag: Lijstvraag) -> list[ColumnElement[bool]]:
        woorden = [self._lijst.c.tekst.contains(woord, autoescape=True) for woord in filterwoorden(vraag.tekst)]
        keuze = [self._keuzes[vraag.keuze]] if vraag.keuze else []
        return [*self._altijd, *keuze, *woorden]


def _page_of(plaats: tuple[str, int], stand: Lijststand, *, aflopend: bool) -> int:
    """The page on which a place lies; keys are ASCII, so that Python sorts them as the databases do."""
    if aflopend:
        rug = stand.begin[::-1]
        # The last page whose beginning is not below the place.
        return max(0, len(rug) - 1 - next((at for at, begin in enumerate(rug) if begin >= plaats), len(rug) - 1))
    return max(0, bisect_right(stand.begin, plaats) - 1)


class Lijsten(Repo):
    """The lists of cars and relaties."""

    def voertuigen(self, vandaag: date, tot: date) -> Lijst[VoertuigRegel]:
        """The cars; ``tot`` is the last day of what counts as an APK that ends soon."""
        keuzes: dict[str, ColumnElement[bool]] = {
            "apk": and_(_VL.c.actief, _VL.c.apk >= vandaag.isoformat(), _VL.c.apk <= tot.isoformat()),
            "verlopen": and_(_VL.c.actief, _VL.c.apk < vandaag.isoformat()),
            "terugroep": _VL.c.terugroep,
            "inactief": ~_VL.c.actief,
        }
        return Lijst(self.tx.verbinding, _VL, keuzes, _car_lines(), _to_car)

    def meldingen(self, shop_id: int) -> Lijst[MeldingRegel]:
        """The reports of a shop to Car-Pass."""
        keuzes: dict[str, ColumnElement[bool]] = {
            "aandacht": _ML.c.groep.in_(("aandacht", "formulier")),
            "te_versturen": _ML.c.groep == "te_versturen",
            "carpass": _ML.c.groep == "carpass",
            "formulier": _ML.c.groep == "formulier",
        }
        van_shop = _ML.c.shop_id == shop_id
        return Lijst(self.tx.verbinding, _ML, keuzes, _report_lines(), _to_report, van_shop)

    @cached_property
    def relaties(self) -> Lijst[RelatieRegel]:
        """The relaties."""
        keuzes: dict[str, ColumnElement[bool]] = {
            "personen": ~_RL.c.bedrijf,
            "bedrijven": _RL.c.bedrijf,
            "zonder": _RL.c.voertuigen == "0000",
        }
        return Lijst(self.tx.verbinding, _RL, keuzes, _people_lines(), _to_person)

    def werkkaarten(self, shop_id: int) -> Lijst[WerkkaartRegel]:
        """The werkkaarten of a shop."""
        keuzes: dict[str, ColumnElement[bool]] = {staat.value: _WL.c.staat == staat for staat in KaartStaat}
        return Lijst(self.tx.verbinding, _WL, keuzes, _card_lines(), _to_card, altijd=_WL.c.shop_id == shop_id)


@cache
def _card_lines() -> Select[Any]:
    return (
        select(
            *(_W.c.id, _W.c.nummer, _W.c.kenteken_compact, _W.c.kenteken_land, _W.c.kenteken_weergave),
            *(_W.c.voertuig_id, _W.c.voertuig, _W.c.eigenaar, _W.c.staat, _W.c.monteur, _WL.c.begonnen),
            *(_W.c.afgesproken_op, _W.c.afgesproken_om, _WL.c.inclusief),
        )
        .select_from(_WL.join(_W, _W.c.id == _WL.c.werkkaart_id))
        .where(_WL.c.werkkaart_id.in_(bindparam("ids", expanding=True)))
    )


def _to_card(rij: Sequence[Any]) -> WerkkaartRegel:
    nummer_id, nummer, compact, land, weergave, *rest = rij
    voertuig_id, voertuig, eigenaar, staat, monteur, begonnen, op, om, inclusief = rest
    kenteken = Kenteken(compact, land, weergave) if compact else None
    return WerkkaartRegel(
        *(nummer_id, nummer, kenteken, voertuig_id, voertuig, eigenaar, staat, monteur),
        *(Moment.from_iso(begonnen), op, om, inclusief),
    )


@cache
def _car_lines() -> Select[Any]:
    bron: FromClause = (
        _VL.join(V, V.c.id == _VL.c.voertuig_id)
        .outerjoin(K, and_(K.c.voertuig_id == V.c.id, geldt(K)))
        .outerjoin(E, and_(E.c.voertuig_id == V.c.id, E.c.rol == EIGENAAR, geldt(E)))
        .outerjoin(R, R.c.id == E.c.relatie_id)
    )
    return (
        select(
            *(V.c.id, K.c.kenteken_compact, K.c.kenteken_land, K.c.kenteken_weergave),
            *(type_coerce(V.c.chassisnummer, Text), V.c.merk, V.c.model, R.c.id, R.c.weergave, R.c.plaats),
            *(V.c.bouwjaar, V.c.vervaldatum_apk, V.c.datum_laatste_bezoek, V.c.actief, _VL.c.terugroep),
            _VL.c.km,
        )
        .select_from(bron)
        .where(_VL.c.voertuig_id.in_(bindparam("ids", expanding=True)))
    )


def _to_car(rij: Sequence[Any]) -> VoertuigRegel:
    nummer, compact, land, weergave, vin, merk, model, *rest = rij
    kenteken = None if compact is None else Kenteken(compact, land, weergave)
    eigenaar_id, eigenaar, plaats, bouwjaar, apk, bezoek, actief, terugroep, km = rest
    return VoertuigRegel(
        nummer,
        kenteken,
        vin or "",
        f"{merk} {model}".strip(),
        eigenaar_id,
        eigenaar or "",
        plaats or "",
        bouwjaar,
        apk,
        bezoek,
        actief,
        terugroep,
        int(km) if km else None,
    )


@cache
def _report_lines() -> Select[Any]:
    issues = select(
        _I.c.melding_id,
        func.min(_I.c.code).label("code"),
        func.min(_I.c.tekst).label("tekst"),
        func.max(cast(_I.c.corrigeerbaar, Integer)).label("corrigeerbaar"),
        func.max(cast(_I.c.bevestigbaar, Integer)).label("bevestigbaar"),
    ).where(_I.c.opgelost_op.is_(None), _I.c.melding_id.in_(bindparam("ids", expanding=True)))
    open_ = issues.group_by(_I.c.melding_id).subquery("open_issues")
    return (
        select(
            *(_M.c.id, _M.c.voertuig_id, _M.c.kenteken_compact, _M.c.kenteken_land, _M.c.kenteken_weergave),
            *(_M.c.auto, _M.c.eigenaar, _M.c.datum, _M.c.stand, _M.c.eenheid, _M.c.vorige_km, _M.c.staat),
            *(_M.c.toelichting, _M.c.reden, _M.c.guid, open_.c.code, open_.c.tekst),
            *(open_.c.corrigeerbaar, open_.c.bevestigbaar),
        )
        .select_from(_M.outerjoin(open_, open_.c.melding_id == _M.c.id))
        .where(_M.c.id.in_(bindparam("ids", expanding=True)))
    )


def _to_report(rij: Sequence[Any]) -> MeldingRegel:
    nummer, voertuig_id, compact, land, weergave, *wat = rij
    auto, eigenaar, datum, stand, eenheid, vorige_km, staat, *waarom = wat
    toelichting, reden, guid, code, tekst, corrigeerbaar, bevestigbaar = waarom
    anomaly = staat is Staat.ANOMALIE
    unsent = staat is Staat.GEWEIGERD and not guid
    return MeldingRegel(
        *(nummer, voertuig_id, Kenteken(compact, land, weergave) if compact else None),
        *(auto, eigenaar, datum, stand, eenheid, vorige_km, staat),
        *(code or "", tekst or toelichting, reden),
        may_correct=unsent or (anomaly and bool(corrigeerbaar)),
        may_confirm=anomaly and bool(bevestigbaar),
    )


@cache
def _people_lines() -> Select[Any]:
    return (
        select(
            *(_P.c.id, _P.c.aanhef, _P.c.weergave, _P.c.straat, _P.c.huisnr, _P.c.toevoeging, _P.c.postcode),
            *(_P.c.plaats, _P.c.telefoon, _P.c.email, _RL.c.voertuigen, _P.c.let_op),
        )
        .select_from(_RL.join(_P, _P.c.id == _RL.c.relatie_id))
        .where(_RL.c.relatie_id.in_(bindparam("ids", expanding=True)))
    )


def _to_person(rij: Sequence[Any]) -> RelatieRegel:
    nummer, aanhef, weergave, straat, huisnr, toevoeging, postcode, plaats, telefoon, email, autos, let_op = rij
    adres = " ".join(deel for deel in (straat, huisnr, toevoeging) if deel)
    bedrijf = aanhef is Aanhef.BEDRIJF
    return RelatieRegel(nummer, bedrijf, weergave, adres, postcode, plaats, telefoon, email, int(autos), let_op)
