"""Historie: everything that ever happened with a car, gathered from the tables that keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.historie import (
    EigenaarPeriode,
    Einde,
    GarantieDag,
    KentekenPeriode,
    LeenStap,
    Soort,
    Voorval,
    acts,
    kind_of,
    newest_first,
)
from werkplaats.domain.rechten import Recht
from werkplaats.domain.schade import read_schade
from werkplaats.domain.wisseling import Rol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from werkplaats.domain.historie import Stap
    from werkplaats.domain.moment import Klok, Moment
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.wisseling import Tijdlijn
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing

LOG_LIMIET = 2000
_BESTANDEN = {
    "schade": Recht.VOERTUIG_ZIEN,
    "garantie": Recht.VOERTUIG_ZIEN,
    "werkkaart": Recht.WERKKAART_ZIEN,
    "carpass": Recht.CARPASS,
}
"""By kind of record of a car: who may see its files."""


class Historie:
    """The line of time of a car."""

    def __init__(self, store: Store, klok: Klok) -> None:
        self._store = store
        self._klok = klok

    def van_voertuig(self, wie: Wie, voertuig_id: int) -> tuple[Voorval, ...]:
        """What happened with this car, the newest first; each kind only for who may see it, visits of this shop only.

        However much happened, it is so many questions to the store as there are kinds.
        """
        wie.vereis(Recht.VOERTUIG_ZIEN)
        nu = self._klok.nu()
        dag = nu.lokaal(wie.zone).date()
        with self._store.read() as lezing:
            tijdlijn = lezing.wisselingen.tijdlijn(voertuig_id)
            wijzigingen = tuple(_changes(lezing, wie, voertuig_id))
            return newest_first(
                [
                    *_plates(tijdlijn),
                    *(_people(tijdlijn) if wie.mag(Recht.RELATIE_ZIEN) else ()),
                    *(_contacts(lezing, wie, voertuig_id) if wie.mag(Recht.RELATIE_ZIEN) else ()),
                    *_readings(lezing, voertuig_id),
                    *(_passes(lezing, wie, voertuig_id) if wie.mag(Recht.PECHHULP) else ()),
                    *_reminders(lezing, voertuig_id),
                    *_warranties(lezing, voertuig_id, dag),
                    *(_lent(lezing, wie, voertuig_id, nu) if wie.mag(Recht.WERKKAART_ZIEN) else ()),
                    *_steps(lezing, wie, voertuig_id),
                    *wijzigingen,
                    *_damages(lezing, voertuig_id, wijzigingen),
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


def _reminders(lezing: Lezing, voertuig_id: int) -> Iterator[Voorval]:
    """What was thought of in time: the reminders that were ticked off."""
    for herinnering in lezing.herinneringen.van_voertuig(voertuig_id, LOG_LIMIET):
        if herinnering.gedaan_op is not None:
            yield Voorval(herinnering.gedaan_op, Soort.HERINNERING, herinnering.gedaan_door, herinnering)


def _warranties(lezing: Lezing, voertuig_id: int, vandaag: date) -> Iterator[Voorval]:
    """The first and last days of warranties that have come; the logboek knows when they were noted."""
    for garantie in lezing.garanties.van_voertuig(voertuig_id):
        kaart = garantie.kaart
        for dag, einde in ((kaart.van, False), (kaart.tot, True)):
            if dag is not None and dag <= vandaag:
                yield Voorval(dag, Soort.GARANTIE, "", GarantieDag(garantie, einde))


def _lent(lezing: Lezing, wie: Wie, voertuig_id: int, nu: Moment) -> Iterator[Voorval]:
    """When the car was given to somebody and when it came back; what is only planned did not happen."""
    for een in lezing.leenperiodes.van_voertuig(voertuig_id):
        kaart = een.kaart
        for moment, terug in ((kaart.van, False), (kaart.terug, True)):
            if moment is not None and moment <= nu:
                dag = moment.lokaal(wie.zone).date()
                yield Voorval(dag, Soort.LEEN, een.gewijzigd_door, LeenStap(kaart, terug), moment)


def _damages(lezing: Lezing, voertuig_id: int, wijzigingen: Iterable[Voorval]) -> Iterator[Voorval]:
    """The days on which damages arose, but for what was noted on that very day."""
    genoteerd = {(voorval.dag, _number(voorval)) for voorval in wijzigingen if voorval.soort is Soort.SCHADE}
    for schade in lezing.schades.van_voertuig(voertuig_id):
        dag = schade.kaart.datum
        if dag is not None and (dag, schade.nummer) not in genoteerd:
            yield Voorval(dag, Soort.SCHADE, "", schade)


def _number(voorval: Voorval) -> int | None:
    """Which damage of the car a line of the logboek adds."""
    daad = voorval.feit
    if not isinstance(daad, tuple) or daad[0].handeling != "toegevoegd":
        return None
    woorden = read_schade(daad[0].na or "")
    return woorden.nummer if woorden is not None else None


def _steps(lezing: Lezing, wie: Wie, voertuig_id: int) -> Iterator[Voorval]:
    """What other tables tell with its moment."""
    loop, hier = lezing.levensloop, (voertuig_id, wie.shop_id)
    if wie.mag(Recht.WERKKAART_ZIEN):
        yield from _told(wie, Soort.WERKKAART, loop.werkkaarten(*hier))
    if wie.mag(Recht.CARPASS):
        yield from _told(wie, Soort.CARPASS, loop.meldingen(*hier))
    if wie.mag(Recht.ORDER_ZIEN):
        yield from _told(wie, Soort.ORDER, loop.orders(*hier))
        yield from _told(wie, Soort.ORDER, loop.aanvragen(*hier))
    soorten = frozenset(soort for soort, recht in _BESTANDEN.items() if wie.mag(recht))
    yield from _told(wie, Soort.BESTAND, loop.bestanden(*hier, soorten))


def _told(wie: Wie, soort: Soort, stappen: Iterable[Stap]) -> Iterator[Voorval]:
    for stap in stappen:
        yield Voorval(stap.moment.lokaal(wie.zone).date(), soort, stap.wie, stap.feit, stap.moment)


def _changes(lezing: Lezing, wie: Wie, voertuig_id: int) -> Iterator[Voorval]:
    for daad in acts(lezing.logboek.van("voertuig", voertuig_id, LOG_LIMIET)):
        eerste = daad[0]
        yield Voorval(eerste.moment.lokaal(wie.zone).date(), kind_of(eerste), eerste.wie, daad, eerste.moment)
