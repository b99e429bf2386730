"""Reminders: note what a car will need, tick off what was done, see what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.herinnering import HerinneringKaart, check_herinnering, next_kaart
from werkplaats.domain.moment import vandaag
from werkplaats.domain.rechten import Recht
from werkplaats.usecases.aandacht import read_aandacht
from werkplaats.usecases.wijzigingen import added_lines, changed_lines, lay_on, refuse_blocking

if TYPE_CHECKING:
    from werkplaats.domain.herinnering import Herinnering
    from werkplaats.domain.moment import Klok
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.treffers import Aandachtspunt
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

ONDERWERP = "herinnering"
LIMIET = 200


class Herinneringen:
    """What somebody must think of, by car."""

    def __init__(self, store: Store, klok: Klok) -> None:
        self._store = store
        self._klok = klok

    def van_voertuig(self, wie: Wie, voertuig_id: int) -> tuple[Herinnering, ...]:
        """The reminders of a car: the open ones by their day, then what was done."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            return lezing.herinneringen.van_voertuig(voertuig_id)

    def load(self, wie: Wie, herinnering_id: int) -> Herinnering:
        """One reminder; raises NietGevonden."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            return lezing.herinneringen.get(herinnering_id)

    def save(
        self, wie: Wie, voertuig_id: int, herinnering_id: int | None, basis: HerinneringKaart, nieuw: HerinneringKaart
    ) -> Herinnering:
        """Writes what I changed, or a new reminder when ``herinnering_id`` is None. Raises Ongeldig, Botsing."""
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        refuse_blocking(check_herinnering(nieuw, vandaag(self._klok, wie.zone)))
        if herinnering_id is None:
            return self._store.run(wie, lambda werk: _add(werk, voertuig_id, nieuw))
        return self._store.run(wie, lambda werk: _change(werk, herinnering_id, basis, nieuw))

    def mark_done(self, wie: Wie, herinnering_id: int) -> Herinnering | None:
        """Ticks a reminder off; gives the one that follows where it comes back. Done twice is done once."""
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        return self._store.run(wie, lambda werk: _mark_done(werk, herinnering_id))

    def delete(self, wie: Wie, herinnering_id: int) -> None:
        """Puts a reminder in the bin."""
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        self._store.run(wie, lambda werk: _delete(werk, herinnering_id))

    def due(self, wie: Wie, limiet: int = LIMIET) -> tuple[Aandachtspunt, ...]:
        """What is due: APK, pechhulppas, and the reminders of the coming days; the earliest first.

        A reminder at a km reading is due when the car is likely to come to it, by what it drives in a year.
        """
        wie.vereis(Recht.VOERTUIG_ZIEN)
        dag = vandaag(self._klok, wie.zone)
        with self._store.read() as lezing:
            return read_aandacht(lezing, wie, dag, limiet)


def _add(werk: Werk, voertuig_id: int, nieuw: HerinneringKaart) -> Herinnering:
    werk.voertuigen.lock(voertuig_id)
    herinnering_id = werk.herinneringen.add(voertuig_id, nieuw)
    for handeling, waarden in added_lines(HerinneringKaart(), nieuw):
        werk.log(ONDERWERP, herinnering_id, handeling, waarden)
    return werk.herinneringen.get(herinnering_id)


def _change(werk: Werk, herinnering_id: int, basis: HerinneringKaart, nieuw: HerinneringKaart) -> Herinnering:
    staand = werk.herinneringen.get(herinnering_id)
    werk.voertuigen.lock(staand.voertuig_id)
    staand = werk.herinneringen.get(herinnering_id)
    kaart, wijzigingen = lay_on(basis, nieuw, staand.kaart, staand.gewijzigd_door, staand)
    if not wijzigingen:
        return staand
    refuse_blocking(check_herinnering(kaart, werk.vandaag))
    werk.herinneringen.write(herinnering_id, wijzigingen)
    for handeling, waarden in changed_lines(staand.kaart, wijzigingen):
        werk.log(ONDERWERP, herinnering_id, handeling, waarden)
    return werk.herinneringen.get(herinnering_id)


def _mark_done(werk: Werk, herinnering_id: int) -> Herinnering | None:
    werk.voertuigen.lock(werk.herinneringen.get(herinnering_id).voertuig_id)
    staand = werk.herinneringen.get(herinnering_id)
    if staand.gedaan_op is not None:
        return None
    werk.herinneringen.mark_done(herinnering_id)
    werk.log(ONDERWERP, herinnering_id, "gewijzigd", {"gedaan_op": ("", werk.vandaag.isoformat())})
    volgende = next_kaart(staand.kaart, werk.vandaag)
    return None if volgende is None else _add(werk, staand.voertuig_id, volgende)


def _delete(werk: Werk, herinnering_id: int) -> None:
    werk.herinneringen.delete(herinnering_id)
    werk.log(ONDERWERP, herinnering_id, "verwijderd")
