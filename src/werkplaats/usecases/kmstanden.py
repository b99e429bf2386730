"""The odometer readings of a car: see them, add one, correct one, take one back; odd ones are told, seldom barred."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.kmstand import KmInvoer, check_kmstand, km_text
from werkplaats.domain.moment import vandaag
from werkplaats.domain.rechten import Recht
from werkplaats.domain.samenvoegen import changed
from werkplaats.usecases.wijzigingen import lay_on, log_text, refuse_blocking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkplaats.domain.kmstand import KmStand
    from werkplaats.domain.moment import Klok
    from werkplaats.domain.rechten import Wie
    from werkplaats.errors import Bevinding
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

ONDERWERP = "voertuig"
"""Readings are logged with their car: there a person looks for who corrected one."""
_VELD = "kmstand"
_SAMEN = frozenset({"stand", "datum", "eenheid"})


class Kmstanden:
    """The readings of the cars of the garage."""

    def __init__(self, store: Store, klok: Klok) -> None:
        self._store = store
        self._klok = klok

    def van_voertuig(self, wie: Wie, voertuig_id: int) -> tuple[KmStand, ...]:
        """All readings of a car by day, the oldest first."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            return lezing.kmstanden.van_voertuig(voertuig_id)

    def check(
        self, wie: Wie, invoer: KmInvoer, standen: Sequence[KmStand], behalve: int | None = None
    ) -> tuple[Bevinding, ...]:
        """What is wrong or odd about a reading beside those of its car; ``behalve`` is the one that is corrected.

        It asks the store nothing, so that a screen can say it while one types.
        """
        wie.vereis(Recht.VOERTUIG_ZIEN)
        anderen = [stand for stand in standen if stand.id != behalve]
        return check_kmstand(invoer, anderen, vandaag(self._klok, wie.zone), [stand.invoer for stand in anderen])

    def add(self, wie: Wie, voertuig_id: int, invoer: KmInvoer) -> KmStand:
        """Adds a reading. Raises Ongeldig for what cannot be, NietGevonden when the car is gone; odd ones are kept."""
        wie.vereis(Recht.KM_INVOEREN)
        return self._store.run(wie, lambda werk: _add(werk, voertuig_id, invoer))

    def correct(self, wie: Wie, stand_id: int, basis: KmInvoer, nieuw: KmInvoer) -> KmStand:
        """Writes what I changed of a reading between ``basis`` and ``nieuw``. Raises Ongeldig, Botsing."""
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        return self._store.run(wie, lambda werk: _correct(werk, stand_id, basis, nieuw))

    def take_back(self, wie: Wie, stand_id: int) -> KmStand:
        """Puts a reading in the bin, and returns it as it was."""
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        return self._store.run(wie, lambda werk: _take_back(werk, stand_id))

    def put_back(self, wie: Wie, stand_id: int) -> KmStand:
        """Takes a reading out of the bin: the undo of ``take_back``."""
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        return self._store.run(wie, lambda werk: _put_back(werk, stand_id))


def _add(werk: Werk, voertuig_id: int, invoer: KmInvoer) -> KmStand:
    # With the car held, two hands that enter the same reading come one after the other.
    werk.voertuigen.lock(voertuig_id)
    standen = werk.kmstanden.van_voertuig(voertuig_id)
    _refuse(werk, invoer, standen)
    stand = werk.kmstanden.get(werk.kmstanden.add(voertuig_id, invoer))
    werk.log(ONDERWERP, voertuig_id, "toegevoegd", {_VELD: ("", reading_text(stand.invoer))})
    return stand


def _correct(werk: Werk, stand_id: int, basis: KmInvoer, nieuw: KmInvoer) -> KmStand:
    werk.kmstanden.lock(stand_id)
    staand = werk.kmstanden.get(stand_id)
    invoer, wijzigingen = lay_on(basis, nieuw, staand.invoer, staand.gewijzigd_door, staand)
    if not wijzigingen:
        return staand
    anderen = [ander for ander in werk.kmstanden.van_voertuig(staand.voertuig_id) if ander.id != stand_id]
    _refuse(werk, invoer, anderen)
    werk.kmstanden.write(stand_id, wijzigingen)
    stand = werk.kmstanden.get(stand_id)
    werk.log(ONDERWERP, stand.voertuig_id, "gewijzigd", _logged(staand.invoer, stand.invoer))
    return stand


def _take_back(werk: Werk, stand_id: int) -> KmStand:
    stand = werk.kmstanden.get(stand_id)
    werk.kmstanden.delete(stand_id)
    werk.log(ONDERWERP, stand.voertuig_id, "verwijderd", {_VELD: (reading_text(stand.invoer), "")})
    return stand


def _put_back(werk: Werk, stand_id: int) -> KmStand:
    werk.kmstanden.restore(stand_id)
    stand = werk.kmstanden.get(stand_id)
    werk.log(ONDERWERP, stand.voertuig_id, "hersteld", {_VELD: ("", reading_text(stand.invoer))})
    return stand


def _refuse(werk: Werk, invoer: KmInvoer, standen: Sequence[KmStand]) -> None:
    refuse_blocking(check_kmstand(invoer, standen, werk.vandaag, [stand.invoer for stand in standen]))


def reading_text(invoer: KmInvoer) -> str:
    """A reading as the logboek keeps it: ``52.449 km, 24-11-2026``."""
    return f"{km_text(invoer.stand or 0)} {invoer.eenheid.value}, {datum_tekst(invoer.datum)}"


def _logged(voor: KmInvoer, na: KmInvoer) -> dict[str, tuple[str, str]]:
    """What the logboek says of a correction: the number with its day as one, the rest by field."""
    gewijzigd = changed(voor, na).keys()
    waarden = {veld: (log_text(getattr(voor, veld)), log_text(getattr(na, veld))) for veld in gewijzigd - _SAMEN}
    return waarden | ({_VELD: (reading_text(voor), reading_text(na))} if gewijzigd & _SAMEN else {})
