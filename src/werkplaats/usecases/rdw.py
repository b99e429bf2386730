"""What the RDW register says of a car: asked at most once a day, laid beside our card, taken field by field."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from werkplaats.domain.pechhulp_link import fill_link
from werkplaats.domain.rdw import RdwAntwoord
from werkplaats.domain.rdw_vergelijken import compare
from werkplaats.domain.rechten import Recht
from werkplaats.errors import WerkplaatsError

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.moment import Klok, Moment
    from werkplaats.domain.rdw import Verschil
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.voertuig import VoertuigKaart
    from werkplaats.services.rdw import RdwService
    from werkplaats.store.opslag import Store

BEWAARTIJD = timedelta(hours=24)


class Rdw:
    """Looks cars up in the register and compares them with our cards."""

    def __init__(
        self,
        store: Store,
        service_of: Callable[[int], RdwService],
        klok: Klok,
        open_url: Callable[[str], None],
        ovi_url: str,
    ) -> None:
        """``service_of`` gives the service of a shop by its id: each shop has an app token of its own."""
        self._store = store
        self._service_of = service_of
        self._klok = klok
        self._open_url = open_url
        self._ovi_url = ovi_url

    def look_up(self, wie: Wie, kenteken: Kenteken, vers: bool = False) -> RdwAntwoord:
        """What the register says, at most a day old; ``vers`` asks anew.

        Raises WerkplaatsError RDW_ALLEEN_NL and RDW_KENTEKEN_ONBEKEND, and what the service raises; an answer that
        was kept earlier stays where ``last`` finds it.
        """
        wie.vereis(Recht.VOERTUIG_ZIEN)
        _require_register(kenteken)
        bewaard = None if vers else self.last(wie, kenteken)
        if bewaard is not None and _is_fresh(bewaard.opgevraagd_op, self._klok.nu()):
            return bewaard
        gegevens = self._service_of(wie.shop_id).vehicle(kenteken.compact)
        if gegevens is None:
            raise WerkplaatsError("RDW_KENTEKEN_ONBEKEND", kenteken=kenteken.weergave)
        antwoord = RdwAntwoord(kenteken, gegevens, self._klok.nu(), bewaard=False)
        self._store.run(wie, lambda werk: werk.rdw.put(antwoord))
        return antwoord

    def last(self, wie: Wie, kenteken: Kenteken) -> RdwAntwoord | None:
        """The answer that was kept last, however old, without asking the register."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        if not kenteken.bij_rdw:
            return None
        with self._store.read() as lezing:
            return lezing.rdw.get(kenteken)

    def compare(
        self, wie: Wie, voertuig_id: int | None, kaart: VoertuigKaart, antwoord: RdwAntwoord
    ) -> tuple[Verschil, ...]:
        """The card field by field beside the answer; by the logboek it is known which values a person typed."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        if voertuig_id is None:
            return compare(kaart, antwoord.gegevens, {})
        with self._store.read() as lezing:
            return compare(kaart, antwoord.gegevens, lezing.logboek.herkomst("voertuig", voertuig_id))

    def open_ovi(self, wie: Wie, kenteken: Kenteken) -> None:
        """Opens the register's own page of this car in the browser."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        _require_register(kenteken)
        self._open_url(fill_link(self._ovi_url, kenteken))


def _require_register(kenteken: Kenteken) -> None:
    if not kenteken.bij_rdw:
        raise WerkplaatsError("RDW_ALLEEN_NL", kenteken=kenteken.weergave)


def _is_fresh(opgevraagd_op: Moment, nu: Moment) -> bool:
    # An answer from the future means that a clock was set back: how old it is cannot be known.
    return timedelta(0) <= nu.utc - opgevraagd_op.utc < BEWAARTIJD
