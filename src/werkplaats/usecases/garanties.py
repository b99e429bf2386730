"""The warranties of a car: note one, change it, take it away; and how each stands today, by day and by reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from werkplaats.domain.garantie import (
    Garantie,
    GarantieKaart,
    Garantiestaat,
    check_garantie,
    garantie_tekst,
    staat_van,
)
from werkplaats.domain.kmstand import that_count
from werkplaats.domain.moment import vandaag
from werkplaats.domain.rechten import Recht
from werkplaats.usecases.wijzigingen import lay_on, refuse_blocking

if TYPE_CHECKING:
    from werkplaats.domain.moment import Klok
    from werkplaats.domain.rechten import Wie
    from werkplaats.errors import Bevinding
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

ONDERWERP = "voertuig"
"""Warranties are logged with their car: there a person looks for who noted one."""
_VELD = "garantie"
_ORDE = (Garantiestaat.BIJNA, Garantiestaat.LOPEND, Garantiestaat.TOEKOMST, Garantiestaat.VERLOPEN)


class GarantieNu(NamedTuple):
    """A warranty and how it stands today."""

    garantie: Garantie
    staat: Garantiestaat


class Garanties:
    """The warranties of the cars of the garage."""

    def __init__(self, store: Store, klok: Klok) -> None:
        self._store = store
        self._klok = klok

    def van_voertuig(self, wie: Wie, voertuig_id: int) -> tuple[GarantieNu, ...]:
        """The warranties of a car with their state: those that end soon first, those that ended last."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        dag = vandaag(self._klok, wie.zone)
        with self._store.read() as lezing:
            garanties = lezing.garanties.van_voertuig(voertuig_id)
            standen = that_count(lezing.kmstanden.van_voertuig(voertuig_id))
        km = standen[-1].km if standen else None
        alle = [GarantieNu(een, staat_van(een.kaart, dag, km)) for een in garanties]
        return tuple(sorted(alle, key=lambda nu: (_ORDE.index(nu.staat), str(nu.garantie.kaart.tot), nu.garantie.id)))

    def check(self, wie: Wie, kaart: GarantieKaart) -> tuple[Bevinding, ...]:
        """What is wrong or odd about a warranty; it asks the store nothing."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        return tuple(check_garantie(kaart))

    def save(
        self, wie: Wie, voertuig_id: int, garantie_id: int | None, basis: GarantieKaart, nieuw: GarantieKaart
    ) -> Garantie:
        """Writes what I changed, or a new one when ``garantie_id`` is None. Raises Ongeldig, Botsing, NietGevonden."""
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        refuse_blocking(check_garantie(nieuw))
        if garantie_id is None:
            return self._store.run(wie, lambda werk: _add(werk, voertuig_id, nieuw))
        return self._store.run(wie, lambda werk: _change(werk, garantie_id, basis, nieuw))

    def delete(self, wie: Wie, garantie_id: int) -> Garantie:
        """Puts a warranty in the bin, and returns it as it was."""
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        return self._store.run(wie, lambda werk: _delete(werk, garantie_id))

    def put_back(self, wie: Wie, garantie_id: int) -> Garantie:
        """Takes a warranty out of the bin: the undo of ``delete``."""
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        return self._store.run(wie, lambda werk: _put_back(werk, garantie_id))


def _add(werk: Werk, voertuig_id: int, kaart: GarantieKaart) -> Garantie:
    werk.voertuigen.lock(voertuig_id)
    garantie = werk.garanties.get(werk.garanties.add(voertuig_id, kaart))
    werk.log(ONDERWERP, voertuig_id, "toegevoegd", {_VELD: ("", garantie_tekst(garantie.kaart))})
    return garantie


def _change(werk: Werk, garantie_id: int, basis: GarantieKaart, nieuw: GarantieKaart) -> Garantie:
    staand = _locked(werk, garantie_id)
    kaart, wijzigingen = lay_on(basis, nieuw, staand.kaart, staand.gewijzigd_door, staand)
    if not wijzigingen:
        return staand
    refuse_blocking(check_garantie(kaart))
    werk.garanties.write(garantie_id, wijzigingen)
    garantie = werk.garanties.get(garantie_id)
    waarden = {_VELD: (garantie_tekst(staand.kaart), garantie_tekst(garantie.kaart))}
    werk.log(ONDERWERP, garantie.voertuig_id, "gewijzigd", waarden)
    return garantie


def _delete(werk: Werk, garantie_id: int) -> Garantie:
    garantie = _locked(werk, garantie_id)
    werk.garanties.delete(garantie_id)
    werk.log(ONDERWERP, garantie.voertuig_id, "verwijderd", {_VELD: (garantie_tekst(garantie.kaart), "")})
    return garantie


def _put_back(werk: Werk, garantie_id: int) -> Garantie:
    werk.garanties.restore(garantie_id)
    garantie = _locked(werk, garantie_id)
    werk.log(ONDERWERP, garantie.voertuig_id, "hersteld", {_VELD: ("", garantie_tekst(garantie.kaart))})
    return garantie


def _locked(werk: Werk, garantie_id: int) -> Garantie:
    werk.voertuigen.lock(werk.garanties.get(garantie_id).voertuig_id)
    return werk.garanties.get(garantie_id)
