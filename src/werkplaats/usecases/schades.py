"""The damages of a car: note one on its drawing, change it, say that it was mended, take it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.moment import vandaag
from werkplaats.domain.rechten import Recht
from werkplaats.domain.schade import SchadeKaart, check_schade, schade_tekst
from werkplaats.usecases.wijzigingen import lay_on, refuse_blocking

if TYPE_CHECKING:
    from werkplaats.domain.moment import Klok
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.schade import Schade
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

ONDERWERP = "voertuig"
"""Damages are logged with their car: there a person looks for who noted one."""
_VELD = "schade"


class Schades:
    """The damages of the cars of the garage; their photos are files of the subject ``schade``."""

    def __init__(self, store: Store, klok: Klok) -> None:
        self._store = store
        self._klok = klok

    def van_voertuig(self, wie: Wie, voertuig_id: int) -> tuple[Schade, ...]:
        """The damages of a car by their number."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            return lezing.schades.van_voertuig(voertuig_id)

    def save(self, wie: Wie, voertuig_id: int, schade_id: int | None, basis: SchadeKaart, nieuw: SchadeKaart) -> Schade:
        """Writes what I changed, or a new damage when ``schade_id`` is None. Raises Ongeldig, Botsing, NietGevonden."""
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        refuse_blocking(check_schade(nieuw, vandaag(self._klok, wie.zone)))
        if schade_id is None:
            return self._store.run(wie, lambda werk: _add(werk, voertuig_id, nieuw))
        return self._store.run(wie, lambda werk: _change(werk, schade_id, basis, nieuw))

    def delete(self, wie: Wie, schade_id: int) -> Schade:
        """Puts a damage in the bin, and returns it as it was."""
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        return self._store.run(wie, lambda werk: _delete(werk, schade_id))

    def put_back(self, wie: Wie, schade_id: int) -> Schade:
        """Takes a damage out of the bin: the undo of ``delete``."""
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        return self._store.run(wie, lambda werk: _put_back(werk, schade_id))


def _add(werk: Werk, voertuig_id: int, kaart: SchadeKaart) -> Schade:
    # With the car held, two hands that note a damage get two numbers.
    werk.voertuigen.lock(voertuig_id)
    schade = werk.schades.get(werk.schades.add(voertuig_id, kaart))
    werk.log(ONDERWERP, voertuig_id, "toegevoegd", {_VELD: ("", schade_tekst(schade))})
    return schade


def _change(werk: Werk, schade_id: int, basis: SchadeKaart, nieuw: SchadeKaart) -> Schade:
    staand = _locked(werk, schade_id)
    kaart, wijzigingen = lay_on(basis, nieuw, staand.kaart, staand.gewijzigd_door, staand)
    if not wijzigingen:
        return staand
    refuse_blocking(check_schade(kaart, werk.vandaag))
    werk.schades.write(schade_id, wijzigingen)
    schade = werk.schades.get(schade_id)
    werk.log(ONDERWERP, schade.voertuig_id, "gewijzigd", {_VELD: (schade_tekst(staand), schade_tekst(schade))})
    return schade


def _delete(werk: Werk, schade_id: int) -> Schade:
    schade = _locked(werk, schade_id)
    werk.schades.delete(schade_id)
    werk.log(ONDERWERP, schade.voertuig_id, "verwijderd", {_VELD: (schade_tekst(schade), "")})
    return schade


def _put_back(werk: Werk, schade_id: int) -> Schade:
    werk.schades.restore(schade_id)
    schade = _locked(werk, schade_id)
    werk.log(ONDERWERP, schade.voertuig_id, "hersteld", {_VELD: ("", schade_tekst(schade))})
    return schade


def _locked(werk: Werk, schade_id: int) -> Schade:
    werk.voertuigen.lock(werk.schades.get(schade_id).voertuig_id)
    return werk.schades.get(schade_id)
