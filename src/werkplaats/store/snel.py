"""The first list of the start page, read from an embedded database by the driver alone.

SQLAlchemy takes longer to load than the whole window. So the few questions of the first list stand here as text; a test
holds them against the answers of the repositories, and those about cars against the very statements.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from werkplaats.domain.herinnering import OpKm
from werkplaats.domain.instellingen import Shop, ShopInstellingen
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.moment import Moment
from werkplaats.domain.pechhulp import Aanbieder, PechhulpAanvraag, Staat
from werkplaats.domain.rechten import Gebruiker, Recht
from werkplaats.errors import NietGevonden
from werkplaats.store.plaats import check_place
from werkplaats.store.treffer import as_date, by_car, to_eindigend, to_open, to_treffer, to_verwacht
from werkplaats.store.vast import ALTIJD, BUSY_MS, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from werkplaats.domain.garantie import EindigendeGarantie
    from werkplaats.domain.herinnering import OpenHerinnering
    from werkplaats.domain.kmstand import Punt
    from werkplaats.domain.leen import TerugVerwacht
    from werkplaats.domain.treffers import VoertuigTreffer

_BEGIN_ADRES = "sqlite:///"
_EIGENAAR = "eigenaar"

_AUTOS = (
    "SELECT v.id, k.kenteken_compact, k.kenteken_land, k.kenteken_weergave, v.chassisnummer AS chassisnummer, v.merk,"
    " v.model, r.weergave, r.plaats, r.telefoon, v.vervaldatum_apk, v.datum_laatste_bezoek"
    " FROM voertuig AS v LEFT OUTER JOIN voertuig_kenteken AS k ON k.voertuig_id = v.id AND k.tot IS NULL"
    " AND k.verwijderd_op IS NULL LEFT OUTER JOIN voertuig_relatie AS e ON e.voertuig_id = v.id AND e.rol = ?"
    " AND e.tot IS NULL AND e.verwijderd_op IS NULL LEFT OUTER JOIN relatie AS r ON r.id = e.relatie_id"
    " WHERE v.verwijderd_op IS NULL"
)
RECENT = f"{_AUTOS} ORDER BY v.gewijzigd_op DESC LIMIT ? OFFSET ?"
EEN = f"{_AUTOS} AND v.id = ?"
APK = (
    f"{_AUTOS} AND v.actief IS 1 AND v.vervaldatum_apk BETWEEN ? AND ?"
    " ORDER BY v.vervaldatum_apk, v.id LIMIT ? OFFSET ?"
)
_SHOPS = (
    "SELECT id, versie, zone, naam, land, pechhulp_herinnering_dagen, apk_herinnering_dagen"
    " FROM shop WHERE verwijderd_op IS NULL ORDER BY id"
)
_GEBRUIKER = "SELECT id, account, naam FROM gebruiker WHERE account = ? AND verwijderd_op IS NULL"
_GROEPEN_VAN = (
    "SELECT g.naam FROM groep AS g JOIN gebruiker_groep AS i ON i.groep_id = g.id"
    " WHERE i.gebruiker_id = ? AND g.verwijderd_op IS NULL ORDER BY g.id"
)
_GROEPEN = (
    "SELECT g.naam, r.recht FROM groep AS g LEFT OUTER JOIN groep_recht AS r ON r.groep_id = g.id"
    " WHERE g.verwijderd_op IS NULL ORDER BY g.id"
)
_PASSEN = (
    "SELECT id, voertuig_id, aanbieder, kenteken_compact, kenteken_land, kenteken_weergave, staat, gemaakt_op,"
    " gemaakt_door, ref, pasnummer, einddatum FROM pechhulp_aanvraag WHERE verwijderd_op IS NULL"
)
_EINDIGEND = f"{_PASSEN} AND einddatum BETWEEN ? AND ? AND shop_id = ? AND staat = ? ORDER BY einddatum, id"
_VAN_VOERTUIG = f"{_PASSEN} AND voertuig_id = ? ORDER BY gemaakt_op DESC, id DESC"
HERINNERINGEN = (
    "SELECT h.voertuig_id, h.soort, h.omschrijving, h.op_datum FROM herinnering AS h JOIN voertuig AS v"
    " ON v.id = h.voertuig_id WHERE h.gedaan_op IS NULL AND h.op_datum <= ? AND h.verwijderd_op IS NULL"
    " AND v.verwijderd_op IS NULL AND v.actief IS 1 ORDER BY h.op_datum, h.id LIMIT ?"
)
OP_KM = (
    "SELECT h.voertuig_id, h.soort, h.omschrijving, h.bij_km FROM herinnering AS h JOIN voertuig AS v"
    " ON v.id = h.voertuig_id WHERE h.gedaan_op IS NULL AND h.bij_km IS NOT NULL AND h.verwijderd_op IS NULL"
    " AND (h.op_datum IS NULL OR h.op_datum > ?) AND v.verwijderd_op IS NULL AND v.actief IS 1 ORDER BY h.id LIMIT ?"
)
GARANTIES = (
    "SELECT g.voertuig_id, g.soort, g.tot, g.tot_km FROM garantie AS g JOIN voertuig AS v ON v.id = g.voertuig_id"
    " WHERE g.tot BETWEEN ? AND ? AND g.verwijderd_op IS NULL AND v.verwijderd_op IS NULL AND v.actief IS 1"
    " ORDER BY g.tot, g.id LIMIT ?"
)
VERWACHT = (
    "SELECT l.voertuig_id, l.tot, r.weergave FROM leenperiode AS l JOIN voertuig AS v ON v.id = l.voertuig_id"
    " JOIN relatie AS r ON r.id = l.relatie_id WHERE l.terug IS NULL AND l.tot < ? AND l.verwijderd_op IS NULL"
    " AND v.verwijderd_op IS NULL ORDER BY l.tot, l.id LIMIT ?"
)
_METINGEN = (
    "SELECT voertuig_id, datum, stand, eenheid, teller_gewijzigd FROM kmstand"
    " WHERE voertuig_id IN (SELECT value FROM json_each(?)) AND verwijderd_op IS NULL ORDER BY datum, id"
)


@contextmanager
def open_snel(database_url: str) -> Iterator[SnelleStore | None]:
    """The embedded database at an address; None where there is none, or one of another schema.

    Raises OpslagFout where the file may not lie, and what the driver raises.
    """
    bestand = database_url.removeprefix(_BEGIN_ADRES)
    if not database_url.startswith(_BEGIN_ADRES) or "?" in bestand or not Path(bestand).is_file():
        yield None
        return
    check_place(Path(bestand))
    with closing(sqlite3.connect(bestand, timeout=BUSY_MS / 1000, isolation_level=None)) as verbinding:
        for regel in (*ALTIJD, "PRAGMA query_only=ON"):
            verbinding.execute(regel)
        yield SnelleStore(verbinding) if _is_current(verbinding) else None


def _is_current(verbinding: sqlite3.Connection) -> bool:
    gemaakt = verbinding.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    if gemaakt is None:
        return False
    rij = verbinding.execute("SELECT version_num FROM alembic_version").fetchone()
    return rij is not None and int(rij[0]) == SCHEMA


class SnelleStore:
    """The part of a store that the first list needs."""

    def __init__(self, verbinding: sqlite3.Connection) -> None:
        self.verbinding = verbinding

    @contextmanager
    def read(self) -> Iterator[SnelleLezing]:
        """A read-only snapshot."""
        self.verbinding.execute("BEGIN")
        try:
            yield SnelleLezing(self.verbinding)
        finally:
            self.verbinding.rollback()


class SnelleLezing:
    """The same questions by the same names as in a full read, of the repositories that the first list needs."""

    def __init__(self, verbinding: sqlite3.Connection) -> None:
        self.voertuigen = _Voertuigen(verbinding)
        self.pechhulp = _Passen(verbinding)
        self.herinneringen = _Herinneringen(verbinding)
        self.garanties = _Garanties(verbinding)
        self.leenperiodes = _Leenperiodes(verbinding)
        self.kmstanden = _Kmstanden(verbinding)
        self.instellingen = _Instellingen(verbinding)
        self.gebruikers = _Gebruikers(verbinding)


class _Deel:
    def __init__(self, verbinding: sqlite3.Connection) -> None:
        self._verbinding = verbinding

    def _ask(self, sql: str, *waarden: Any) -> list[tuple[Any, ...]]:
        return self._verbinding.execute(sql, waarden).fetchall()


class _Voertuigen(_Deel):
    def recent(self, limiet: int = 50) -> tuple[VoertuigTreffer, ...]:
        """The vehicles that were changed last."""
        return tuple(map(to_treffer, self._ask(RECENT, _EIGENAAR, limiet, 0)))

    def apk_tussen(self, van: date, tot: date, limiet: int = 50) -> tuple[VoertuigTreffer, ...]:
        """Active vehicles whose APK ends on a day from ``van`` to ``tot``."""
        rijen = self._ask(APK, _EIGENAAR, van.isoformat(), tot.isoformat(), limiet, 0)
        return tuple(map(to_treffer, rijen))

    def treffer(self, nummer: int) -> VoertuigTreffer:
        """A vehicle as a list shows it; raises NietGevonden."""
        rijen = self._ask(EEN, _EIGENAAR, nummer)
        if not rijen:
            raise NietGevonden("voertuig", nummer)
        return to_treffer(rijen[0])


class _Herinneringen(_Deel):
    def open_tot(self, tot: date, limiet: int) -> tuple[OpenHerinnering, ...]:
        """Open reminders of active cars whose day is not later than this one, the earliest first."""
        return tuple(map(to_open, self._ask(HERINNERINGEN, tot.isoformat(), limiet)))

    def open_op_km(self, na: date, limiet: int) -> tuple[OpKm, ...]:
        """Open reminders of active cars at a km reading, but for those that are due by their day until ``na``."""
        return tuple(OpKm(*rij) for rij in self._ask(OP_KM, na.isoformat(), limiet))


class _Garanties(_Deel):
    def eindigend(self, van: date, tot: date, limiet: int) -> tuple[EindigendeGarantie, ...]:
        """Warranties of active cars whose last day lies from ``van`` to ``tot``, the first to end first."""
        return tuple(map(to_eindigend, self._ask(GARANTIES, van.isoformat(), tot.isoformat(), limiet)))


class _Leenperiodes(_Deel):
    def verwacht(self, grens: Moment, limiet: int) -> tuple[TerugVerwacht, ...]:
        """What is not back and is expected before a moment, the longest overdue first."""
        return tuple(map(to_verwacht, self._ask(VERWACHT, grens.iso, limiet)))


class _Kmstanden(_Deel):
    def metingen(self, voertuigen: Collection[int]) -> dict[int, list[Punt]]:
        """The readings of these cars by day, by car."""
        return by_car(self._ask(_METINGEN, json.dumps(sorted(voertuigen)))) if voertuigen else {}


class _Passen(_Deel):
    """Passes as a reminder looks at them: who asked for what is left out."""

    def einddatum_tussen(self, van: date, tot: date, shop_id: int) -> tuple[PechhulpAanvraag, ...]:
        """Confirmed passes of a shop that end on a day from ``van`` to ``tot``, the first to end first."""
        dagen = van.isoformat(), tot.isoformat()
        return tuple(map(_to_pas, self._ask(_EINDIGEND, *dagen, shop_id, Staat.BEVESTIGD.value)))

    def van_voertuig(self, voertuig_id: int) -> tuple[PechhulpAanvraag, ...]:
        """All requests for a car, the latest first."""
        return tuple(map(_to_pas, self._ask(_VAN_VOERTUIG, voertuig_id)))


def _to_pas(rij: tuple[Any, ...]) -> PechhulpAanvraag:
    nummer, voertuig_id, aanbieder, compact, land, weergave, staat, op, door, ref, pasnummer, einddatum = rij
    return PechhulpAanvraag(
        nummer,
        voertuig_id,
        Aanbieder(aanbieder),
        Kenteken(compact, land, weergave),
        Staat(staat),
        Moment.from_iso(op),
        door,
        ref,
        None,
        pasnummer,
        as_date(einddatum),
    )


class _Instellingen(_Deel):
    """Shops with those settings by which the first list is made."""

    def shops(self) -> tuple[Shop, ...]:
        """All shops, in the order in which they were made."""
        return tuple(map(_to_shop, self._ask(_SHOPS)))

    def get(self, shop_id: int) -> Shop:
        """A shop; raises NietGevonden."""
        gevonden = [shop for shop in self.shops() if shop.id == shop_id]
        if not gevonden:
            raise NietGevonden("shop", shop_id)
        return gevonden[0]


def _to_shop(rij: tuple[Any, ...]) -> Shop:
    nummer, versie, zone, naam, land, pas_dagen, apk_dagen = rij
    inst = ShopInstellingen(naam, land, pechhulp_herinnering_dagen=pas_dagen, apk_herinnering_dagen=apk_dagen)
    return Shop(nummer, versie, zone, inst)


class _Gebruikers(_Deel):
    def by_account(self, account: str) -> Gebruiker | None:
        """The user with this account of the operating system; None for an unknown one."""
        rijen = self._ask(_GEBRUIKER, account)
        if not rijen:
            return None
        nummer, account, naam = rijen[0]
        return Gebruiker(nummer, account, naam, tuple(groep for (groep,) in self._ask(_GROEPEN_VAN, nummer)))

    def groepen(self) -> dict[str, frozenset[Recht]]:
        """The groups with their rights; a right that this program does not know is left out."""
        bekend = {recht.value for recht in Recht}
        rechten: dict[str, set[Recht]] = {}
        for naam, recht in self._ask(_GROEPEN):
            rechten.setdefault(naam, set()).update({Recht(recht)} if recht in bekend else set())
        return {naam: frozenset(deel) for naam, deel in rechten.items()}
