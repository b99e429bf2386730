"""The value that is made of the columns of a car in a list; without SQLAlchemy, so that the first list can use it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from werkplaats.domain.garantie import EindigendeGarantie
from werkplaats.domain.herinnering import OpenHerinnering
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.kmstand import Eenheid, Punt, to_km
from werkplaats.domain.leen import TerugVerwacht
from werkplaats.domain.moment import Moment
from werkplaats.domain.treffers import VoertuigTreffer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def to_treffer(rij: Sequence[Any]) -> VoertuigTreffer:
    """A car in a list, from the columns of ``repo.treffers``; what comes after them is not looked at."""
    nummer, compact, land, weergave, vin, merk, model, eigenaar, plaats, telefoon, apk, bezoek = rij[:12]
    return VoertuigTreffer(
        nummer,
        None if compact is None else Kenteken(compact, land, weergave),
        vin or "",
        f"{merk} {model}".strip(),
        eigenaar or "",
        plaats or "",
        telefoon or "",
        apk and as_date(apk),
        bezoek and as_date(bezoek),
    )


def to_open(rij: Sequence[Any]) -> OpenHerinnering:
    """An open reminder from its columns, as the database or its driver gives them; it always has a day."""
    voertuig_id, soort, omschrijving, op_datum = rij
    dag = date.fromisoformat(op_datum) if isinstance(op_datum, str) else op_datum
    return OpenHerinnering(voertuig_id, soort, omschrijving, dag)


def to_eindigend(rij: Sequence[Any]) -> EindigendeGarantie:
    """A warranty that ends, from its columns, as the database or its driver gives them."""
    voertuig_id, soort, tot, tot_km = rij
    return EindigendeGarantie(voertuig_id, soort, date.fromisoformat(tot) if isinstance(tot, str) else tot, tot_km)


def to_verwacht(rij: Sequence[Any]) -> TerugVerwacht:
    """A car that is expected back, from its columns; the moment is its text."""
    voertuig_id, tot, wie = rij
    return TerugVerwacht(voertuig_id, Moment.from_iso(tot), wie)


def by_car(rijen: Iterable[Sequence[Any]]) -> dict[int, list[Punt]]:
    """Readings by car, in their order, from the columns car, day, reading, unit and work on the odometer."""
    metingen: dict[int, list[Punt]] = {}
    for voertuig_id, datum, stand, eenheid, teller in rijen:
        dag = date.fromisoformat(datum) if isinstance(datum, str) else datum
        metingen.setdefault(voertuig_id, []).append(Punt(dag, to_km(stand, Eenheid(eenheid)), bool(teller)))
    return metingen


def as_date(waarde: str | date | None) -> date | None:
    """A day as the driver gave it: SQLite's gives its text."""
    return date.fromisoformat(waarde) if isinstance(waarde, str) else waarde
