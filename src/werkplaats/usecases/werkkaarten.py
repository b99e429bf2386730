"""The werkkaarten of a shop: make one for a car, work on it with several, bring it from gepland to opgehaald."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from werkplaats.domain.moment import Moment
from werkplaats.domain.rechten import Recht
from werkplaats.domain.werkkaart import (
    KaartStaat,
    Opname,
    WerkkaartInvoer,
    check_werkkaart,
)
from werkplaats.errors import WerkplaatsError
from werkplaats.usecases.werkkaart_csv import REGELS_KOP, REGISTER_KOP, card_rows, register_row
from werkplaats.usecases.werkkaart_daden import make, save, snapshot, step
from werkplaats.usecases.werkkaart_einde import finish, open_report
from werkplaats.usecases.werkkaart_lezen import ONDERWERP, own_card
from werkplaats.usecases.wijzigingen import refuse_blocking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.treffers import LogRegel
    from werkplaats.domain.werkkaart import RegisterRegel, Werkkaart, WerkkaartKop
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk
    from werkplaats.usecases.werkkaart_einde import Einde

    Schrijver = Callable[[Path, Sequence[str], Iterable[Sequence[str]]], int]

LOG_LIMIET = 500
_NUMMER = re.compile(r"(\d{4})-?(\d{1,6})", re.ASCII)
BELGIE = "BE"


@dataclass(frozen=True, slots=True)
class Voorbereiding:
    """What a new card of a car begins with: what is true of the car, and the cards on which there is still work."""

    opname: Opname
    lopend: tuple[WerkkaartKop, ...]


class Werkkaarten:
    """The cards of the shop in which a person works."""

    def __init__(self, store: Store, schrijf: Schrijver) -> None:
        self._store = store
        self._schrijf = schrijf

    def prepare(self, wie: Wie, voertuig_id: int) -> Voorbereiding:
        """What a new card of this car begins with; nothing is written yet. Raises NietGevonden."""
        wie.vereis(Recht.WERKKAART_ZIEN)
        with self._store.read() as lezing:
            return Voorbereiding(snapshot(lezing, voertuig_id), lezing.werkkaarten.lopend(voertuig_id, wie.shop_id))

    def load(self, wie: Wie, kaart_id: int) -> Werkkaart:
        """A card of this shop; raises NietGevonden."""
        wie.vereis(Recht.WERKKAART_ZIEN)
        with self._store.read() as lezing:
            return own_card(wie, lezing, kaart_id)

    def by_number(self, wie: Wie, tekst: str) -> Werkkaart:
        """The card of this number (``2026-000187``, or ``2026-187``).

        Raises WerkplaatsError WERKKAART_ONBEKEND where this shop has none.
        """
        wie.vereis(Recht.WERKKAART_ZIEN)
        gelezen = _NUMMER.fullmatch(tekst.strip())
        with self._store.read() as lezing:
            nummer = f"{gelezen[1]}-{int(gelezen[2]):06d}" if gelezen else ""
            kaart_id = lezing.werkkaarten.by_number(wie.shop_id, nummer)
            if kaart_id is None:
                raise WerkplaatsError("WERKKAART_ONBEKEND", nummer=tekst.strip()[:40])
            return lezing.werkkaarten.get(kaart_id)

    def van_voertuig(self, wie: Wie, voertuig_id: int) -> tuple[WerkkaartKop, ...]:
        """The visits of a car to this shop, the latest first."""
        wie.vereis(Recht.WERKKAART_ZIEN)
        with self._store.read() as lezing:
            return lezing.werkkaarten.van_voertuig(voertuig_id, wie.shop_id)

    def logboek(self, wie: Wie, kaart_id: int) -> tuple[LogRegel, ...]:
        """Who changed what of a card, the newest first."""
        wie.vereis(Recht.WERKKAART_ZIEN)
        with self._store.read() as lezing:
            own_card(wie, lezing, kaart_id)
            return lezing.logboek.van(ONDERWERP, kaart_id, LOG_LIMIET)

    def make(
        self, wie: Wie, voertuig_id: int, invoer: WerkkaartInvoer, staat: KaartStaat = KaartStaat.GEPLAND
    ) -> Werkkaart:
        """Makes a card of a car with the next number; ``staat`` is gepland, or binnen for a car that stands there.

        Raises Ongeldig, NietGevonden.
        """
        wie.vereis(Recht.WERKKAART_WIJZIGEN)
        refuse_blocking(check_werkkaart(invoer))
        if staat not in (KaartStaat.GEPLAND, KaartStaat.BINNEN):
            raise ValueError("a new card is gepland or binnen")
        return self._store.run(wie, lambda werk: make(werk, voertuig_id, invoer, staat))

    def save(
        self,
        wie: Wie,
        kaart_id: int,
        basis: WerkkaartInvoer,
        nieuw: WerkkaartInvoer,
        mijne: Mapping[str, bool] | None = None,
    ) -> Werkkaart:
        """Writes what I changed between ``basis`` and ``nieuw``; what others changed meanwhile stays.

        ``mijne`` says of each field or line of an earlier Botsing whether mine is kept. Raises Ongeldig, Botsing.
        """
        wie.vereis(Recht.WERKKAART_WIJZIGEN)
        refuse_blocking(check_werkkaart(nieuw))
        return self._store.run(wie, lambda werk: save(werk, kaart_id, basis, nieuw, mijne))

    def set_staat(self, wie: Wie, kaart_id: int, staat: KaartStaat, *, zonder_melding: bool = False) -> Werkkaart:
        """Brings a card to a state, now; in Belgium *binnen* gives it its number in the garage register.

        *Klaar* is ``einde_service``. A car is handed out with an open report to Car-Pass only ``zonder_melding``:
        raises WerkplaatsError MELDING_OPEN otherwise, and STAAT_KAN_NIET.
        """
        wie.vereis(Recht.WERKKAART_WIJZIGEN)
        if staat is KaartStaat.KLAAR:
            return self.einde_service(wie, kaart_id).kaart

        def write(werk: Werk) -> Werkkaart:
            kaart = step(werk, kaart_id, staat)
            if staat is KaartStaat.OPGEHAALD and not zonder_melding and open_report(werk, kaart_id) is not None:
                raise WerkplaatsError("MELDING_OPEN", nummer=kaart.nummer)
            return kaart

        return self._store.run(wie, write)

    def einde_service(self, wie: Wie, kaart_id: int) -> Einde:
        """Closes the work: the card is klaar, its reading stands among those of the car, its report is there.

        One transaction: all of it or nothing. Raises WerkplaatsError STAAT_KAN_NIET.
        """
        wie.vereis(Recht.EINDE_SERVICE)
        return self._store.run(wie, lambda werk: finish(werk, kaart_id))

    def open_melding(self, wie: Wie, kaart_id: int) -> int | None:
        """The report to Car-Pass of a card about which somebody still has to decide; None where there is none."""
        wie.vereis(Recht.WERKKAART_ZIEN)
        with self._store.read() as lezing:
            own_card(wie, lezing, kaart_id)
            return open_report(lezing, kaart_id)

    def register(self, wie: Wie, van: date, tot: date) -> tuple[RegisterRegel, ...]:
        """The garage register of this shop, entries from a day until and with another."""
        wie.vereis(Recht.WERKKAART_ZIEN)
        with self._store.read() as lezing:
            return lezing.werkkaarten.registered(wie.shop_id, _midnight(van, wie), _midnight(tot + timedelta(1), wie))

    def export_register(self, wie: Wie, van: date, tot: date, bestand: Path) -> int:
        """Writes the garage register to a CSV file and returns how many lines that were. Raises OpslagFout."""
        regels = self.register(wie, van, tot)
        return self._schrijf(bestand, REGISTER_KOP, (register_row(regel, wie.zone) for regel in regels))

    def export_lines(self, wie: Wie, kaart_id: int, bestand: Path) -> int:
        """Writes the lines of a card to a CSV file for the invoicing package. Raises OpslagFout."""
        return self._schrijf(bestand, REGELS_KOP, card_rows(self.load(wie, kaart_id)))


def _midnight(dag: date, wie: Wie) -> Moment:
    return Moment(datetime.combine(dag, time(), ZoneInfo(wie.zone)))
