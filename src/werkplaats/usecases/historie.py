"""Historie: everything that ever happened with a car, gathered from the tables that keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.historie import RDW, EigenaarPeriode, Einde, KentekenPeriode, Soort, Voorval, acts, newest_first
from werkplaats.domain.rechten import Recht
from werkplaats.domain.wisseling import Rol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.wisseling import Tijdlijn
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing

LOG_LIMIET = 2000


class Historie:
    """The line of time of a car."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def van_voertuig(self, wie: Wie, voertuig_id: int) -> tuple[Voorval, ...]:
        """What happened with this car, the newest first; owners and passes only for who may see those."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            tijdlijn = lezing.wisselingen.tijdlijn(voertuig_id)
            return newest_first(
                [
                    *_plates(tijdlijn),
                    *(_people(tijdlijn) if wie.mag(Recht.RELATIE_ZIEN) else ()),
                    *(_contacts(lezing, wie, voertuig_id) if wie.mag(Recht.RELATIE_ZIEN) else ()),
                    *_readings(lezing, voertuig_id),
                    *(_passes(lezing, wie, voertuig_id) if wie.mag(Recht.PECHHULP) else ()),
                    *_changes(lezing, wie, voertuig_id),
                ]
            )


def _plates(tijdlijn: Tijdlijn) -> Iterator[Voorval]:
    begonnen = {regel.periode.van for regel in tijdlijn.kentekens}
    for regel in tijdlijn.kentekens:
        feit = KentekenPeriode(regel.kenteken, regel.periode.van, regel.periode.tot)
        yield from _begin_and_end(Soort.KENTEKEN, feit, begonnen)


def _people(tijdlijn: Tijdlijn) -> Iterator[Voorval]:
    for regel in tijdlijn.rollen:
        begonnen = {ander.periode.van for ander in tijdlijn.rollen if ander.rol is regel.rol}
        soort = Soort.EIGENAAR if regel.rol is Rol.EIGENAAR else Soort.BESTUURDER
        feit = EigenaarPeriode(regel.relatie, regel.periode.van, regel.periode.tot, regel.rol)
        yield from _begin_and_end(soort, feit, begonnen)


def _begin_and_end(
    soort: Soort, feit: KentekenPeriode | EigenaarPeriode, begonnen: Collection[date | None]
) -> Iterator[Voorval]:
    """That it began, and that it ended where nothing followed: what follows on the same day says so itself."""
    yield Voorval(feit.van, soort, "", feit)
    if feit.tot is not None and feit.tot not in begonnen:
        yield Voorval(feit.tot, soort, "", Einde(feit))


def _contacts(lezing: Lezing, wie: Wie, voertuig_id: int) -> Iterator[Voorval]:
    for contact in lezing.contacten.van_voertuig(voertuig_id):
        moment = contact.kaart.moment
        yield Voorval(moment.lokaal(wie.zone).date(), Soort.CONTACT, contact.door, contact, moment)


def _readings(lezing: Lezing, voertuig_id: int) -> Iterator[Voorval]:
    for stand in lezing.kmstanden.van_voertuig(voertuig_id):
        yield Voorval(stand.datum, Soort.KM, stand.gewijzigd_door, stand)


def _passes(lezing: Lezing, wie: Wie, voertuig_id: int) -> Iterator[Voorval]:
    for aanvraag in lezing.pechhulp.van_voertuig(voertuig_id):
        dag = aanvraag.gemaakt_op.lokaal(wie.zone).date()
        yield Voorval(dag, Soort.PECHHULP, aanvraag.gemaakt_door, aanvraag, aanvraag.gemaakt_op)


def _changes(lezing: Lezing, wie: Wie, voertuig_id: int) -> Iterator[Voorval]:
    for daad in acts(lezing.logboek.van("voertuig", voertuig_id, LOG_LIMIET)):
        eerste = daad[0]
        soort = Soort.RDW if eerste.handeling == RDW else Soort.WIJZIGING
        yield Voorval(eerste.moment.lokaal(wie.zone).date(), soort, eerste.wie, daad, eerste.moment)
