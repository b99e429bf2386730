"""Historie: everything that ever happened with a car, gathered from the tables that keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.historie import RDW, Soort, Voorval, acts, newest_first
from werkplaats.domain.rechten import Recht

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.rechten import Wie
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
            return newest_first(
                [
                    *_plates(lezing, voertuig_id),
                    *(_owners(lezing, voertuig_id) if wie.mag(Recht.RELATIE_ZIEN) else ()),
                    *_readings(lezing, voertuig_id),
                    *(_passes(lezing, wie, voertuig_id) if wie.mag(Recht.PECHHULP) else ()),
                    *_changes(lezing, wie, voertuig_id),
                ]
            )


def _plates(lezing: Lezing, voertuig_id: int) -> Iterator[Voorval]:
    for periode in lezing.voertuigen.kentekens(voertuig_id):
        yield Voorval(periode.van, Soort.KENTEKEN, "", periode)


def _owners(lezing: Lezing, voertuig_id: int) -> Iterator[Voorval]:
    for periode in lezing.voertuigen.eigenaren(voertuig_id):
        yield Voorval(periode.van, Soort.EIGENAAR, "", periode)


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
