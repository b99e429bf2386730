"""Cars that are lent or hired out: give one to somebody, take it back; a car is with one person at a time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from werkplaats.domain.leen import LeenKaart, Leenstaat, at_local, check_leen, overlapping, staat_van
from werkplaats.domain.moment import Moment
from werkplaats.domain.rechten import Recht
from werkplaats.domain.tijd import parse_tijd
from werkplaats.errors import Ongeldig
from werkplaats.usecases.leen_schrijven import change, lend, put_back, remove, take_in
from werkplaats.usecases.werkkaart_lezen import own_card
from werkplaats.usecases.wijzigingen import refuse_blocking

if TYPE_CHECKING:
    from werkplaats.domain.leen import Leenperiode
    from werkplaats.domain.moment import Klok
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.treffers import VoertuigTreffer
    from werkplaats.domain.werkkaart import Werkkaart
    from werkplaats.errors import Bevinding
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing


class LeenNu(NamedTuple):
    """A period, how it stands now, and the car that it is about."""

    periode: Leenperiode
    staat: Leenstaat
    auto: VoertuigTreffer


class Leenperiodes:
    """The loans of all cars; whoever may see or change werkkaarten may see or change them."""

    def __init__(self, store: Store, klok: Klok) -> None:
        self._store = store
        self._klok = klok

    def van_voertuig(self, wie: Wie, voertuig_id: int) -> tuple[LeenNu, ...]:
        """The periods of a car, the newest first."""
        wie.vereis(Recht.WERKKAART_ZIEN)
        with self._store.read() as lezing:
            return self._now(lezing, lezing.leenperiodes.van_voertuig(voertuig_id))

    def van_werkkaart(self, wie: Wie, kaart_id: int) -> tuple[LeenNu, ...]:
        """The cars that were given along with a visit to this shop, the newest first."""
        wie.vereis(Recht.WERKKAART_ZIEN)
        with self._store.read() as lezing:
            own_card(wie, lezing, kaart_id)
            return self._now(lezing, lezing.leenperiodes.van_werkkaart(kaart_id))

    def vrij(self, wie: Wie, van: Moment | None, tot: Moment | None) -> tuple[VoertuigTreffer, ...]:
        """The loan cars that nobody has from one moment until another; without them, those that are free now."""
        wie.vereis(Recht.WERKKAART_ZIEN)
        nu = self._klok.nu()
        begin = van or nu
        gevraagd = LeenKaart(van=begin, tot=tot if tot is not None and tot > begin else _next_minute(begin))
        with self._store.read() as lezing:
            autos = lezing.leenperiodes.leenautos()
            bezet = lezing.leenperiodes.na({auto.id for auto in autos}, begin)
        return tuple(
            auto
            for auto in autos
            if overlapping(gevraagd, [een for een in bezet if een.voertuig_id == auto.id], nu) is None
        )

    def propose(self, wie: Wie, kaart_id: int | None) -> LeenKaart:
        """What a new period begins with: from now on; for a visit to its owner, until the work should be ready."""
        wie.vereis(Recht.WERKKAART_ZIEN)
        nu = self._klok.nu()
        if kaart_id is None:
            return LeenKaart(van=nu)
        with self._store.read() as lezing:
            kaart = own_card(wie, lezing, kaart_id)
            eigenaar = kaart.opname.eigenaar_id
            klaar = _ready(kaart, wie)
            return LeenKaart(
                relatie=lezing.relaties.kop(eigenaar) if eigenaar is not None else None,
                van=nu,
                tot=klaar if klaar is not None and klaar > nu else None,
            )

    def check(self, wie: Wie, kaart: LeenKaart) -> tuple[Bevinding, ...]:
        """What is wrong with a period; it asks the store nothing."""
        wie.vereis(Recht.WERKKAART_ZIEN)
        return tuple(check_leen(kaart, self._klok.nu()))

    def lend(self, wie: Wie, voertuig_id: int, kaart: LeenKaart, werkkaart_id: int | None = None) -> Leenperiode:
        """Gives a car to somebody, for a visit or without one. Raises Ongeldig, also where another has it then."""
        wie.vereis(Recht.WERKKAART_WIJZIGEN)
        refuse_blocking(check_leen(kaart, self._klok.nu()))
        return self._store.run(wie, lambda werk: lend(werk, voertuig_id, kaart, werkkaart_id))

    def save(self, wie: Wie, periode_id: int, basis: LeenKaart, nieuw: LeenKaart) -> Leenperiode:
        """Writes what I changed of a period. Raises Ongeldig, Botsing, NietGevonden."""
        wie.vereis(Recht.WERKKAART_WIJZIGEN)
        refuse_blocking(check_leen(nieuw, self._klok.nu()))
        return self._store.run(wie, lambda werk: change(werk, periode_id, basis, nieuw))

    def take_in(self, wie: Wie, periode_id: int, terug: Moment | None, km_in: int | None) -> Leenperiode:
        """The car is back; its reading joins those of the car. Raises Ongeldig, WerkplaatsError LEEN_AL_TERUG."""
        wie.vereis(Recht.WERKKAART_WIJZIGEN)
        return self._store.run(wie, lambda werk: take_in(werk, periode_id, terug, km_in))

    def delete(self, wie: Wie, periode_id: int) -> Leenperiode:
        """Puts a period in the bin, and returns it as it was."""
        wie.vereis(Recht.WERKKAART_WIJZIGEN)
        return self._store.run(wie, lambda werk: remove(werk, periode_id))

    def put_back(self, wie: Wie, periode_id: int) -> Leenperiode:
        """Takes a period out of the bin. Raises WerkplaatsError LEEN_PLAATS_BEZET where another has the car then."""
        wie.vereis(Recht.WERKKAART_WIJZIGEN)
        return self._store.run(wie, lambda werk: put_back(werk, periode_id))

    def _now(self, lezing: Lezing, periodes: tuple[Leenperiode, ...]) -> tuple[LeenNu, ...]:
        nu = self._klok.nu()
        autos = {nummer: lezing.voertuigen.treffer(nummer) for nummer in {een.voertuig_id for een in periodes}}
        return tuple(LeenNu(een, staat_van(een.kaart, nu), autos[een.voertuig_id]) for een in reversed(periodes))


def _next_minute(moment: Moment) -> Moment:
    return Moment(moment.utc + timedelta(minutes=1))


def _ready(kaart: Werkkaart, wie: Wie) -> Moment | None:
    """When the work was promised; None where nobody said a day and a time."""
    invoer = kaart.invoer
    if invoer.afgesproken_op is None or not invoer.afgesproken_om:
        return None
    try:
        return at_local(invoer.afgesproken_op, parse_tijd(invoer.afgesproken_om, "afgesproken_om"), wie.zone)
    except Ongeldig:
        return None
