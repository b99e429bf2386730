"""The car through time: sell it, give it another plate, move a plate to the next car, put a date right."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from werkplaats.domain.rechten import Recht
from werkplaats.domain.wisseling import (
    PlaatRegel,
    Rol,
    Tijdlijn,
    check_dag,
    check_periode,
    check_plaat,
    check_rol,
)
from werkplaats.errors import Bevinding, BotsendVeld, Botsing, NietGevonden
from werkplaats.usecases.wijzigingen import lay_on, log_text, refuse_blocking
from werkplaats.usecases.wisselingen_schrijven import (
    change_plate,
    close,
    end_elsewhere,
    note,
    refuse_elsewhere,
    refuse_nameless,
    set_periode,
)
from werkplaats.usecases.wisselingen_weghalen import put_back, remove

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.domain.wisseling import Periode, PlaatWissel, Regel, RolWissel, Verhuizing, Weggehaald
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

VELDEN = {Rol.EIGENAAR: "hoofdeigenaar", Rol.BESTUURDER: "bestuurder", Rol.CONTRACTANT: "contractant"}
"""How the logboek calls each role."""


class Wisselingen:
    """The dated facts of the cars: plates, owners, drivers, holders of a contract."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def tijdlijn(self, wie: Wie, voertuig_id: int) -> Tijdlijn:
        """All dated facts of a car; its people only for who may see relaties. Raises NietGevonden."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            tijdlijn = lezing.wisselingen.tijdlijn(voertuig_id)
        return tijdlijn if wie.mag(Recht.RELATIE_ZIEN) else Tijdlijn(tijdlijn.kentekens)

    def change_role(self, wie: Wie, voertuig_id: int, invoer: RolWissel) -> Voertuig:
        """A sale, another driver, another holder of the contract; without a new one the present one just ends.

        Raises Ongeldig, NietGevonden, and Botsing where somebody else changed it meanwhile.
        """
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        return self._store.run(wie, lambda werk: _change_role(werk, voertuig_id, invoer))

    def change_plate(self, wie: Wie, voertuig_id: int, invoer: PlaatWissel) -> Voertuig:
        """Another plate from a day on, or none. Raises Ongeldig, NietGevonden, Botsing."""
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        return self._store.run(wie, lambda werk: _change_plate(werk, voertuig_id, invoer))

    def move_plate(self, wie: Wie, voertuig_id: int, invoer: Verhuizing) -> Voertuig:
        """The plate goes to the next car, whole or not at all. Raises Ongeldig, NietGevonden, Botsing."""
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        return self._store.run(wie, lambda werk: _move_plate(werk, voertuig_id, invoer))

    def correct(self, wie: Wie, regel: Regel, nieuw: Periode) -> Voertuig:
        """Puts the days of a fact right; ``regel`` is as the person saw it. Raises Ongeldig, NietGevonden, Botsing."""
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        return self._store.run(wie, lambda werk: _correct(werk, regel, nieuw))

    def remove(self, wie: Wie, regel: Regel, *, reopen: bool = False) -> Weggehaald:
        """Takes away a fact that never was so; ``reopen``: the one whose place it took holds again, if there is one.

        ``regel`` is as the person saw it. Raises Ongeldig, NietGevonden, Botsing.
        """
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        return self._store.run(wie, lambda werk: remove(werk, regel, reopen=reopen))

    def put_back(self, wie: Wie, weg: Weggehaald) -> Voertuig:
        """The undo of ``remove``. Raises Ongeldig where something else took the place of the fact, NietGevonden."""
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        return self._store.run(wie, lambda werk: put_back(werk, weg))


def _change_role(werk: Werk, voertuig_id: int, invoer: RolWissel) -> Voertuig:
    werk.voertuigen.lock(voertuig_id)
    tijdlijn = werk.wisselingen.tijdlijn(voertuig_id)
    oud = tijdlijn.nu(invoer.rol)
    _same(werk, voertuig_id, VELDEN[invoer.rol], (invoer.gezien, invoer.nieuw, oud.relatie if oud else None))
    refuse_blocking(check_rol(invoer, tijdlijn, werk.vandaag))
    dag = cast("date", invoer.dag)
    close(werk, oud, dag)
    if invoer.nieuw is not None:
        werk.wisselingen.open_rol(voertuig_id, invoer.rol, invoer.nieuw.id, dag)
    voor, na = log_text(oud.relatie if oud else None), log_text(invoer.nieuw)
    note(werk, voertuig_id, VELDEN[invoer.rol], voor, na, dag)
    return werk.voertuigen.get(voertuig_id)


def _change_plate(werk: Werk, voertuig_id: int, invoer: PlaatWissel) -> Voertuig:
    _lock(werk, voertuig_id, invoer.einde_elders.voertuig_id if invoer.einde_elders else None)
    tijdlijn = werk.wisselingen.tijdlijn(voertuig_id)
    _same(werk, voertuig_id, "kenteken", (invoer.gezien, invoer.nieuw, _plate(tijdlijn)))
    refuse_blocking(check_plaat(invoer.nieuw, invoer.dag, tijdlijn, werk.vandaag))
    if invoer.nieuw is None:
        refuse_nameless(werk, voertuig_id, "nieuw")
    change_plate(werk, voertuig_id, invoer.nieuw, cast("date", invoer.dag))
    end_elsewhere(werk, invoer.nieuw, invoer.einde_elders)
    return werk.voertuigen.get(voertuig_id)


def _move_plate(werk: Werk, voertuig_id: int, invoer: Verhuizing) -> Voertuig:
    _lock(werk, voertuig_id, invoer.naar, invoer.einde_elders.voertuig_id if invoer.einde_elders else None)
    plaat = _plate(werk.wisselingen.tijdlijn(voertuig_id))
    _same(werk, voertuig_id, "kenteken", (invoer.gezien, invoer.nieuw, plaat))
    refuse_blocking(_check_move(werk, voertuig_id, invoer))
    dag = cast("date", invoer.dag)
    change_plate(werk, voertuig_id, invoer.nieuw, dag)
    end_elsewhere(werk, invoer.nieuw, invoer.einde_elders)
    naar = cast("int", invoer.naar)
    # Where it stood on both cards already, it only ends here.
    if _plate(werk.wisselingen.tijdlijn(naar)) != plaat:
        change_plate(werk, naar, plaat, dag)
    return werk.voertuigen.get(voertuig_id)


def _lock(werk: Werk, *voertuigen: int | None) -> None:
    """Holds cars, always in one order: else two plates that change places would wait for each other."""
    for nummer in sorted({nummer for nummer in voertuigen if nummer is not None}):
        werk.voertuigen.lock(nummer)


def _check_move(werk: Werk, voertuig_id: int, invoer: Verhuizing) -> tuple[Bevinding, ...]:
    """All that is wrong with it at once: the day, the other car, and what becomes of this one."""
    gevonden = list(check_dag(invoer.dag, werk.vandaag))
    if invoer.gezien is None:
        gevonden.append(Bevinding("naar", "WISSEL_GEEN_PLAAT"))
    if invoer.naar is None:
        gevonden.append(Bevinding("naar", "WISSEL_AUTO_LEEG"))
    elif invoer.naar == voertuig_id:
        gevonden.append(Bevinding("naar", "WISSEL_DEZELFDE_AUTO"))
    if invoer.nieuw is None and werk.voertuigen.get(voertuig_id).kaart.chassisnummer is None:
        gevonden.append(Bevinding("nieuw", "WISSEL_NAAMLOOS"))
    return tuple(gevonden)


def _correct(werk: Werk, gezien: Regel, nieuw: Periode) -> Voertuig:
    voertuig_id = werk.wisselingen.car_of(type(gezien), gezien.id)
    werk.voertuigen.lock(voertuig_id)
    tijdlijn = werk.wisselingen.tijdlijn(voertuig_id)
    staand = tijdlijn.staand(gezien)
    if staand is None:
        raise NietGevonden("wisseling", gezien.id)
    auto = werk.voertuigen.get(voertuig_id)
    periode, wijzigingen = lay_on(gezien.periode, nieuw, staand.periode, auto.gewijzigd_door, auto)
    if not wijzigingen:
        return auto
    refuse_blocking(check_periode(periode, tijdlijn.soortgenoten(staand), werk.vandaag))
    if isinstance(staand, PlaatRegel) and periode.tot is not None and staand.periode.tot is None:
        refuse_nameless(werk, voertuig_id, "tot")
    if periode.tot is None and staand.periode.tot is not None:
        refuse_elsewhere(werk, voertuig_id, staand, "tot")
    set_periode(werk, voertuig_id, staand, periode)
    werk.voertuigen.mark_changed(voertuig_id)
    return werk.voertuigen.get(voertuig_id)


def _plate(tijdlijn: Tijdlijn) -> Kenteken | None:
    return tijdlijn.plaat.kenteken if tijdlijn.plaat else None


def _same(werk: Werk, voertuig_id: int, veld: str, waarden: tuple[object, object, object]) -> None:
    """Raises Botsing where what stands there is no longer what was seen."""
    gezien, mijn, hun = waarden
    if hun != gezien:
        auto = werk.voertuigen.get(voertuig_id)
        raise Botsing([BotsendVeld(veld, gezien, mijn, hun)], auto.gewijzigd_door, auto)
