"""The relaties: the people and companies that the garage works for."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from werkplaats.domain.contact import tidy_relatie
from werkplaats.domain.controle import check_relatie
from werkplaats.domain.moment import vandaag
from werkplaats.domain.rechten import Recht
from werkplaats.domain.relatie import RelatieKaart
from werkplaats.domain.samenvoegen import changed
from werkplaats.domain.treffers import RelatieBlik
from werkplaats.usecases.wijzigingen import added_lines, changed_lines, lay_on, refuse_blocking

if TYPE_CHECKING:
    from werkplaats.domain.moment import Klok
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.relatie import Relatie
    from werkplaats.domain.treffers import DubbeleRelatie, LogRegel
    from werkplaats.domain.werkkaart import WerkkaartRegel
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

ONDERWERP = "relatie"
LOG_LIMIET = 500


class Relaties:
    """The cards of people and companies."""

    def __init__(self, store: Store, klok: Klok) -> None:
        self._store = store
        self._klok = klok

    def load(self, wie: Wie, relatie_id: int) -> Relatie:
        """One relatie; raises NietGevonden."""
        wie.vereis(Recht.RELATIE_ZIEN)
        with self._store.read() as lezing:
            return lezing.relaties.get(relatie_id)

    def save(self, wie: Wie, relatie_id: int | None, basis: RelatieKaart, nieuw: RelatieKaart) -> Relatie:
        """Writes what I changed between ``basis`` and ``nieuw``, or a new relatie when ``relatie_id`` is None.

        Raises Ongeldig, Botsing.
        """
        wie.vereis(Recht.RELATIE_WIJZIGEN)
        nieuw = _tidy_changed(basis, nieuw)
        refuse_blocking(check_relatie(nieuw, vandaag(self._klok, wie.zone)))
        if relatie_id is None:
            return self._store.run(wie, lambda werk: _add(werk, nieuw))
        return self._store.run(wie, lambda werk: _change(werk, relatie_id, basis, nieuw))

    def blik(self, wie: Wie, relatie_id: int) -> RelatieBlik:
        """The relatie at a glance; its cars only for who may see cars."""
        wie.vereis(Recht.RELATIE_ZIEN)
        with self._store.read() as lezing:
            voertuigen = lezing.voertuigen.van_relatie(relatie_id) if wie.mag(Recht.VOERTUIG_ZIEN) else ()
            return RelatieBlik(
                lezing.relaties.get(relatie_id),
                voertuigen,
                lezing.relaties.toestemmingen(relatie_id),
                lezing.contacten.van_relatie(relatie_id),
            )

    def bezoeken(self, wie: Wie, relatie_id: int) -> tuple[WerkkaartRegel, ...]:
        """The visits of his cars to the shop in which one works, the latest first; those of a car since it was his."""
        wie.vereis(Recht.RELATIE_ZIEN)
        wie.vereis(Recht.WERKKAART_ZIEN)
        with self._store.read() as lezing:
            ids = lezing.werkkaarten.van_relatie(relatie_id, wie.shop_id)
            return lezing.lijsten.werkkaarten(wie.shop_id).lines(ids)

    def doubles(self, wie: Wie, kaart: RelatieKaart, relatie_id: int | None) -> tuple[DubbeleRelatie, ...]:
        """Other cards that are likely of the same person or company: worth a warning, never a refusal."""
        wie.vereis(Recht.RELATIE_ZIEN)
        with self._store.read() as lezing:
            return lezing.relaties.doubles(tidy_relatie(kaart), relatie_id)

    def logboek(self, wie: Wie, relatie_id: int) -> tuple[LogRegel, ...]:
        """Who changed what of this relatie; the newest first."""
        wie.vereis(Recht.RELATIE_ZIEN)
        with self._store.read() as lezing:
            return lezing.logboek.van(ONDERWERP, relatie_id, LOG_LIMIET)


def _tidy_changed(basis: RelatieKaart, nieuw: RelatieKaart) -> RelatieKaart:
    """What a person typed, in its one spelling; a field that he did not touch is no change of his."""
    netjes = tidy_relatie(nieuw)
    return replace(nieuw, **{veld: getattr(netjes, veld) for veld in changed(basis, nieuw)})


def _add(werk: Werk, nieuw: RelatieKaart) -> Relatie:
    relatie_id = werk.relaties.add(nieuw)
    for handeling, waarden in added_lines(RelatieKaart(), nieuw):
        werk.log(ONDERWERP, relatie_id, handeling, waarden)
    return werk.relaties.get(relatie_id)


def _change(werk: Werk, relatie_id: int, basis: RelatieKaart, nieuw: RelatieKaart) -> Relatie:
    werk.relaties.lock(relatie_id)
    staand = werk.relaties.get(relatie_id)
    hands = partial(werk.logboek.laatste_hand, ONDERWERP, relatie_id)
    kaart, wijzigingen = lay_on(basis, nieuw, staand.kaart, staand.gewijzigd_door, staand, hands)
    if not wijzigingen:
        return staand
    # What another person saved meanwhile may not go together with what I typed.
    refuse_blocking(check_relatie(kaart, werk.vandaag))
    werk.relaties.write(relatie_id, wijzigingen, staand.kaart)
    for handeling, waarden in changed_lines(staand.kaart, wijzigingen):
        werk.log(ONDERWERP, relatie_id, handeling, waarden)
    return werk.relaties.get(relatie_id)
