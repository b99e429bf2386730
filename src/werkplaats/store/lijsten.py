"""Writes the rows of the long lists: anew for each car and relatie that a transaction touched, before it ends."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, and_, bindparam, delete, func, insert, select, type_coerce

from werkplaats.domain.kmstand import to_km
from werkplaats.domain.lijst import ACHTERAAN, aaneen, km_sleutel, plat, sorteertekst
from werkplaats.domain.relatie import Aanhef
from werkplaats.store.repo.treffers import E, K, R, V
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.kmstand import KmStandRij
from werkplaats.store.rows.lijst import RelatieLijstRij, VoertuigLijstRij
from werkplaats.store.rows.rdw import RdwRij
from werkplaats.store.rows.relatie import RelatieRij
from werkplaats.store.rows.voertuig import EIGENAAR, VoertuigKentekenRij, VoertuigRelatieRij, geldt, leeft

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection, ScalarSelect, Select, Table

STUK = 500
"""How many ids a statement is given."""

W = tabel(RdwRij).alias("w")
_VR = tabel(VoertuigRelatieRij)
_K = tabel(VoertuigKentekenRij)
_KM = tabel(KmStandRij)
_LAATSTE = _KM.alias("m")
_ANDER = tabel(RelatieRij).alias("ander")
_EIND = 8

TERUGROEP = '"terugroepacties":[{'
"""How an answer of RDW with an open recall is written."""


def cars_with_plate(verbinding: Connection, compact: str) -> set[int]:
    """The cars that bear this plate now: what RDW answers about it shows on their lines."""
    gevraagd = select(_K.c.voertuig_id).where(_K.c.kenteken_compact == compact, geldt(_K))
    return set(verbinding.scalars(gevraagd))


def write_lines(verbinding: Connection, voertuigen: Iterable[int], relaties: Iterable[int]) -> None:
    """Makes the lines of these cars and relaties anew; an owner's cars and a car's owners follow."""
    voertuigen, relaties = set(voertuigen), set(relaties)
    van_relatie = {
        nummer
        for stuk in pieces(relaties)
        for nummer in verbinding.scalars(select(_VR.c.voertuig_id).where(_VR.c.relatie_id.in_(stuk), leeft(_VR)))
    }
    # Also whose the car never was: the line of him from whom it was just taken away counts one car less.
    van_auto = {
        nummer
        for stuk in pieces(voertuigen)
        for nummer in verbinding.scalars(select(_VR.c.relatie_id).where(_VR.c.voertuig_id.in_(stuk)))
    }
    for stuk in pieces(voertuigen | van_relatie):
        replace_lines(verbinding, tabel(VoertuigLijstRij), stuk, map(_car, verbinding.execute(_cars(), {"ids": stuk})))
    for stuk in pieces(relaties | van_auto):
        replace_lines(
            verbinding, tabel(RelatieLijstRij), stuk, map(_person, verbinding.execute(_people(), {"ids": stuk}))
        )


def pieces(nummers: set[int]) -> Iterator[list[int]]:
    """The ids in lists that a statement can be given."""
    # In order, so that two transactions that touch the same records do not wait for each other in a ring.
    lijst = sorted(nummers)
    for begin in range(0, len(lijst), STUK):
        yield lijst[begin : begin + STUK]


def replace_lines(verbinding: Connection, lijst: Table, nummers: list[int], regels: Iterable[dict[str, Any]]) -> None:
    """Writes the lines of these records anew; one that has none any more is gone."""
    (sleutel,) = lijst.primary_key.columns
    verbinding.execute(delete(lijst).where(sleutel.in_(nummers)))
    nieuw = list(regels)
    if nieuw:
        verbinding.execute(insert(lijst), nieuw)


@cache
def _cars() -> Select[Any]:
    return (
        select(
            *(V.c.id, V.c.actief, V.c.merk, V.c.model, type_coerce(V.c.chassisnummer, Text).label("vin")),
            *(V.c.bouwjaar, V.c.vervaldatum_apk, V.c.datum_laatste_bezoek, K.c.kenteken_compact),
            *(R.c.naam, R.c.tussenvoegsel, R.c.weergave, R.c.plaats, type_coerce(W.c.gegevens, Text).label("rdw")),
            *(_LAATSTE.c.stand, _LAATSTE.c.eenheid, _others().label("anderen")),
        )
        .select_from(
            V.outerjoin(K, and_(K.c.voertuig_id == V.c.id, geldt(K)))
            .outerjoin(E, and_(E.c.voertuig_id == V.c.id, E.c.rol == EIGENAAR, geldt(E)))
            .outerjoin(R, R.c.id == E.c.relatie_id)
            .outerjoin(W, and_(W.c.kenteken_compact == K.c.kenteken_compact, K.c.kenteken_land == "NL"))
            .outerjoin(_LAATSTE, _LAATSTE.c.id == _last_reading())
        )
        .where(V.c.verwijderd_op.is_(None), V.c.id.in_(bindparam("ids", expanding=True)))
    )


def _others() -> ScalarSelect[str]:
    """Who drives the car or has its contract, by name; their order is no matter to a filter."""
    gelezen = select(func.aggregate_strings(_ANDER.c.weergave, " ")).select_from(
        _VR.join(_ANDER, _ANDER.c.id == _VR.c.relatie_id)
    )
    nu = _VR.c.voertuig_id == V.c.id, _VR.c.rol != EIGENAAR, geldt(_VR)
    return gelezen.where(*nu).correlate(V).scalar_subquery()


def _last_reading() -> ScalarSelect[int]:
    """The reading of the latest day; of one day the one that came last."""
    gelezen = select(_KM.c.id).where(_KM.c.voertuig_id == V.c.id, _KM.c.verwijderd_op.is_(None))
    return gelezen.order_by(_KM.c.datum.desc(), _KM.c.id.desc()).limit(1).correlate(V).scalar_subquery()


def _car(rij: Any) -> dict[str, Any]:
    omschrijving = f"{rij.merk} {rij.model}"
    delen = [rij.kenteken_compact, omschrijving, rij.weergave, rij.plaats, rij.vin, *filter(None, [rij.anderen])]
    return {
        "voertuig_id": rij.id,
        "kenteken": sorteertekst(rij.kenteken_compact or ""),
        "omschrijving": sorteertekst(omschrijving),
        "eigenaar": sorteertekst(f"{rij.naam or ''} {rij.tussenvoegsel or ''} {rij.weergave or ''}"),
        "plaats": sorteertekst(rij.plaats or ""),
        "vin": sorteertekst((rij.vin or "")[-_EIND:]),
        "bouwjaar": str(rij.bouwjaar or ACHTERAAN),
        "apk": str(rij.vervaldatum_apk or ACHTERAAN),
        # Newest first is how this one is read: there what is not known comes last.
        "bezoek": str(rij.datum_laatste_bezoek or ""),
        "km": "" if rij.stand is None else km_sleutel(to_km(rij.stand, rij.eenheid)),
        "actief": rij.actief,
        "terugroep": TERUGROEP in (rij.rdw or ""),
        "tekst": " ".join(plat(deel or "") for deel in delen),
    }


@cache
def _people() -> Select[Any]:
    relatie = tabel(RelatieRij)
    autos = (
        select(func.count())
        .select_from(_VR.join(V, V.c.id == _VR.c.voertuig_id))
        .where(_VR.c.relatie_id == relatie.c.id, _VR.c.rol == EIGENAAR, geldt(_VR))
        .where(V.c.verwijderd_op.is_(None))
        .correlate(relatie)
        .scalar_subquery()
    )
    return select(relatie, autos.label("autos")).where(
        relatie.c.verwijderd_op.is_(None), relatie.c.id.in_(bindparam("ids", expanding=True))
    )


def _person(rij: Any) -> dict[str, Any]:
    adres = f"{rij.straat} {rij.huisnr}"
    delen = (rij.weergave, adres, rij.postcode, rij.plaats, rij.telefoon, rij.email)
    return {
        "relatie_id": rij.id,
        "naam": sorteertekst(f"{rij.naam} {rij.tussenvoegsel} {rij.voorletters} {rij.voornaam}"),
        "adres": sorteertekst(adres),
        "postcode": sorteertekst(rij.postcode),
        "plaats": sorteertekst(rij.plaats),
        "telefoon": sorteertekst(rij.telefoon),
        "email": sorteertekst(rij.email),
        "voertuigen": f"{rij.autos:04d}",
        "bedrijf": rij.aanhef is Aanhef.BEDRIJF,
        "tekst": " ".join([*map(plat, delen), *filter(None, map(aaneen, (rij.postcode, rij.telefoon)))]),
    }
