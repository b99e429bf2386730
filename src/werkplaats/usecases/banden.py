"""The sets of tyres of a car: note one, change it, mount it, take it away; one at a time is on the car."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.banden import BandensetKaart, check_set, mounted_first, set_tekst, tidy_set
from werkplaats.domain.moment import vandaag
from werkplaats.domain.rechten import Recht
from werkplaats.usecases.wijzigingen import lay_on, refuse_blocking

if TYPE_CHECKING:
    from werkplaats.domain.banden import Bandenset
    from werkplaats.domain.moment import Klok
    from werkplaats.domain.rechten import Wie
    from werkplaats.errors import Bevinding
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

ONDERWERP = "voertuig"
"""Sets are logged with their car: there a person looks for who moved one."""
_VELD = "banden"


class Banden:
    """The sets of tyres of the cars of the garage."""

    def __init__(self, store: Store, klok: Klok) -> None:
        self._store = store
        self._klok = klok

    def van_voertuig(self, wie: Wie, voertuig_id: int) -> tuple[Bandenset, ...]:
        """The sets of a car, the one that is on it first."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            return mounted_first(lezing.banden.van_voertuig(voertuig_id))

    def check(self, wie: Wie, kaart: BandensetKaart) -> tuple[Bevinding, ...]:
        """What is wrong or odd about a set; it asks the store nothing, so that a screen can say it while one types."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        return check_set(kaart, vandaag(self._klok, wie.zone))

    def save(
        self, wie: Wie, voertuig_id: int, set_id: int | None, basis: BandensetKaart, nieuw: BandensetKaart
    ) -> Bandenset:
        """Writes what I changed, or a new set when ``set_id`` is None. Raises Ongeldig, Botsing, NietGevonden."""
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        nieuw = tidy_set(nieuw)
        refuse_blocking(check_set(nieuw, vandaag(self._klok, wie.zone)))
        if set_id is None:
            return self._store.run(wie, lambda werk: _add(werk, voertuig_id, nieuw))
        return self._store.run(wie, lambda werk: _change(werk, set_id, basis, nieuw))

    def mount(self, wie: Wie, set_id: int) -> Bandenset:
        """Puts a set on its car, today; the one that was on it comes off. Done twice is done once."""
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        return self._store.run(wie, lambda werk: _mount(werk, set_id))

    def delete(self, wie: Wie, set_id: int) -> Bandenset:
        """Puts a set in the bin, and returns it as it was."""
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        return self._store.run(wie, lambda werk: _delete(werk, set_id))

    def put_back(self, wie: Wie, set_id: int) -> Bandenset:
        """Takes a set out of the bin: the undo of ``delete``. Another one that is on the car by now stays."""
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        return self._store.run(wie, lambda werk: _put_back(werk, set_id))


def _add(werk: Werk, voertuig_id: int, kaart: BandensetKaart) -> Bandenset:
    werk.voertuigen.lock(voertuig_id)
    een = werk.banden.get(werk.banden.add(voertuig_id, kaart))
    werk.log(ONDERWERP, voertuig_id, "toegevoegd", {_VELD: ("", set_tekst(een.kaart))})
    if kaart.gemonteerd:
        _take_off_others(werk, een)
    return een


def _change(werk: Werk, set_id: int, basis: BandensetKaart, nieuw: BandensetKaart) -> Bandenset:
    staand = _locked(werk, set_id)
    kaart, wijzigingen = lay_on(basis, nieuw, staand.kaart, staand.gewijzigd_door, staand)
    if not wijzigingen:
        return staand
    refuse_blocking(check_set(kaart, werk.vandaag))
    een = _write(werk, staand, **wijzigingen)
    if een.kaart.gemonteerd:
        _take_off_others(werk, een)
    return een


def _mount(werk: Werk, set_id: int) -> Bandenset:
    staand = _locked(werk, set_id)
    if staand.kaart.gemonteerd:
        return staand
    een = _write(werk, staand, gemonteerd=True, gewisseld_op=werk.vandaag)
    _take_off_others(werk, een)
    return een


def _take_off_others(werk: Werk, erop: Bandenset) -> None:
    for ander in werk.banden.van_voertuig(erop.voertuig_id):
        if ander.id != erop.id and ander.kaart.gemonteerd:
            _write(werk, ander, gemonteerd=False, gewisseld_op=erop.kaart.gewisseld_op or werk.vandaag)


def _write(werk: Werk, staand: Bandenset, **wijzigingen: object) -> Bandenset:
    werk.banden.write(staand.id, wijzigingen)
    een = werk.banden.get(staand.id)
    waarden = {_VELD: (set_tekst(staand.kaart), set_tekst(een.kaart))}
    werk.log(ONDERWERP, een.voertuig_id, _deed(staand.kaart, een.kaart), waarden)
    return een


def _deed(voor: BandensetKaart, na: BandensetKaart) -> str:
    """What the logboek calls it: a set that goes on or off the car is no mere change."""
    if voor.gemonteerd == na.gemonteerd:
        return "gewijzigd"
    return "gemonteerd" if na.gemonteerd else "gedemonteerd"


def _delete(werk: Werk, set_id: int) -> Bandenset:
    een = _locked(werk, set_id)
    werk.banden.delete(set_id)
    werk.log(ONDERWERP, een.voertuig_id, "verwijderd", {_VELD: (set_tekst(een.kaart), "")})
    return een


def _put_back(werk: Werk, set_id: int) -> Bandenset:
    werk.banden.restore(set_id)
    een = _locked(werk, set_id)
    anderen = [ander for ander in werk.banden.van_voertuig(een.voertuig_id) if ander.id != set_id]
    if een.kaart.gemonteerd and any(ander.kaart.gemonteerd for ander in anderen):
        werk.banden.write(set_id, {"gemonteerd": False})
        een = werk.banden.get(set_id)
    werk.log(ONDERWERP, een.voertuig_id, "hersteld", {_VELD: ("", set_tekst(een.kaart))})
    return een


def _locked(werk: Werk, set_id: int) -> Bandenset:
    """A set as it stands, with its car held: two hands that mount a set come one after the other."""
    werk.voertuigen.lock(werk.banden.get(set_id).voertuig_id)
    return werk.banden.get(set_id)
