"""The werkkaarten of a shop: make one for a car, work on it with several, bring it from gepland to opgehaald."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from werkplaats.domain.kmstand import KmHerkomst, KmInvoer, is_possible
from werkplaats.domain.moment import Moment
from werkplaats.domain.naam import adresregel, weergave
from werkplaats.domain.rechten import Recht
from werkplaats.domain.samenvoegen import changed
from werkplaats.domain.werkkaart import (
    KaartStaat,
    Opname,
    WerkkaartInvoer,
    check_step,
    check_werkkaart,
)
from werkplaats.domain.werkkaart_samen import merge_kaart
from werkplaats.errors import Botsing, WerkplaatsError
from werkplaats.usecases.werkkaart_csv import REGELS_KOP, REGISTER_KOP, card_rows, register_row
from werkplaats.usecases.werkkaart_lezen import ONDERWERP, own_card
from werkplaats.usecases.wijzigingen import log_text, refuse_blocking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.treffers import LogRegel
    from werkplaats.domain.werkkaart import RegisterRegel, Werkkaart, WerkkaartKop
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing, Werk

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
            return Voorbereiding(_snapshot(lezing, voertuig_id), lezing.werkkaarten.lopend(voertuig_id, wie.shop_id))

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
        return self._store.run(wie, lambda werk: _make(werk, voertuig_id, invoer, staat))

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
        return self._store.run(wie, lambda werk: _save(werk, kaart_id, basis, nieuw, mijne))

    def set_staat(self, wie: Wie, kaart_id: int, staat: KaartStaat) -> Werkkaart:
        """Brings a card to a state, now; in Belgium *binnen* gives it its number in the garage register.

        Closing the work is ``einde_service``. Raises WerkplaatsError STAAT_KAN_NIET.
        """
        wie.vereis(Recht.WERKKAART_WIJZIGEN)
        if staat is KaartStaat.KLAAR:
            wie.vereis(Recht.EINDE_SERVICE)
        return self._store.run(wie, lambda werk: _step(werk, kaart_id, staat))

    def einde_service(self, wie: Wie, kaart_id: int) -> Werkkaart:
        """Closes the work: the card is klaar, and its reading stands among those of the car. One transaction."""
        wie.vereis(Recht.EINDE_SERVICE)
        return self._store.run(wie, lambda werk: _finish(werk, kaart_id))

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


def _snapshot(lezing: Lezing, voertuig_id: int) -> Opname:
    kaart = lezing.voertuigen.get(voertuig_id).kaart
    auto = Opname(
        kenteken=kaart.kenteken,
        voertuig=" ".join(deel for deel in (kaart.merk, kaart.model, kaart.type) if deel),
        vin=kaart.chassisnummer.tekst if kaart.chassisnummer else "",
    )
    if kaart.hoofdeigenaar is None:
        return auto
    relatie = lezing.relaties.get(kaart.hoofdeigenaar.id).kaart
    return Opname(
        kenteken=auto.kenteken,
        voertuig=auto.voertuig,
        vin=auto.vin,
        eigenaar_id=kaart.hoofdeigenaar.id,
        eigenaar=weergave(relatie),
        adres=adresregel(relatie),
        telefoon=relatie.telefoon,
        email=relatie.email,
        btw_nummer=relatie.btw_nummer,
    )


def _make(werk: Werk, voertuig_id: int, invoer: WerkkaartInvoer, staat: KaartStaat) -> Werkkaart:
    kaart_id = werk.werkkaarten.add(voertuig_id, _snapshot(werk, voertuig_id), invoer, staat)
    if staat is KaartStaat.BINNEN:
        _register(werk, kaart_id)
    kaart = werk.werkkaarten.get(kaart_id)
    werk.log(ONDERWERP, kaart_id, "toegevoegd", {"nummer": ("", kaart.nummer)} | _logged(WerkkaartInvoer(), invoer))
    return kaart


def _save(
    werk: Werk,
    kaart_id: int,
    basis: WerkkaartInvoer,
    nieuw: WerkkaartInvoer,
    mijne: Mapping[str, bool] | None,
) -> Werkkaart:
    werk.werkkaarten.lock(kaart_id)
    staand = own_card(werk.wie, werk, kaart_id)
    invoer, botsingen = merge_kaart(basis, nieuw, staand.invoer, mijne)
    if botsingen:
        raise Botsing(botsingen, staand.gewijzigd_door, staand)
    if invoer == staand.invoer:
        return staand
    # What another person saved meanwhile may not go together with what I typed.
    refuse_blocking(check_werkkaart(invoer))
    werk.werkkaarten.write(kaart_id, invoer)
    werk.log(ONDERWERP, kaart_id, "gewijzigd", _logged(staand.invoer, invoer))
    return werk.werkkaarten.get(kaart_id)


def _step(werk: Werk, kaart_id: int, staat: KaartStaat) -> Werkkaart:
    werk.werkkaarten.lock(kaart_id)
    kaart = own_card(werk.wie, werk, kaart_id)
    if kaart.staat is staat:
        # Pressed twice, or by two people at once: it is as they want it, and its moment stays.
        return kaart
    check_step(kaart, staat)
    comes_in = staat is KaartStaat.BINNEN and staat not in kaart.momenten
    opname = _snapshot(werk, kaart.voertuig_id) if comes_in else None
    werk.werkkaarten.set_staat(kaart_id, staat, opname)
    if comes_in:
        _register(werk, kaart_id)
    werk.log(ONDERWERP, kaart_id, "gewijzigd", {"staat": (kaart.staat.value, staat.value)})
    return werk.werkkaarten.get(kaart_id)


def _register(werk: Werk, kaart_id: int) -> None:
    """Belgium: each car that comes in gets the next number of its establishment, never out of a plan."""
    if werk.wie.land == BELGIE:
        nummer = werk.instellingen.get(werk.wie.shop_id).instellingen.vestigingsnummer
        vestiging = "".join(teken for teken in nummer if teken.isdecimal())
        werk.werkkaarten.register(kaart_id, vestiging or f"shop {werk.wie.shop_id}")


def _finish(werk: Werk, kaart_id: int) -> Werkkaart:
    kaart = _step(werk, kaart_id, KaartStaat.KLAAR)
    _keep_reading(werk, kaart)
    return kaart


def _keep_reading(werk: Werk, kaart: Werkkaart) -> None:
    """The reading of the card joins those of the car, once; nothing odd about it may keep the work from closing."""
    stand = kaart.invoer.km_stand
    if stand is None or not is_possible(stand):
        return
    dag = werk.vandaag
    eerder = werk.kmstanden.van_voertuig(kaart.voertuig_id)
    if not any(meting.datum == dag and meting.km == stand for meting in eerder):
        werk.kmstanden.add(kaart.voertuig_id, KmInvoer(stand, dag, herkomst=KmHerkomst.BALIE, opmerking=kaart.nummer))
        werk.log("voertuig", kaart.voertuig_id, "toegevoegd", {"kmstand": ("", str(stand))})


def _logged(voor: WerkkaartInvoer, na: WerkkaartInvoer) -> dict[str, tuple[str, str]]:
    """What the logboek says: each field before and after; of the lines those that came, went or changed."""
    waarden = {
        veld: (log_text(getattr(voor, veld)), log_text(getattr(na, veld)))
        for veld in changed(voor, na)
        if veld != "regels"
    }
    was, is_ = ({regel.sleutel: str(regel) for regel in invoer.regels} for invoer in (voor, na))
    weg = [tekst for sleutel, tekst in was.items() if is_.get(sleutel) != tekst]
    erbij = [tekst for sleutel, tekst in is_.items() if was.get(sleutel) != tekst]
    return waarden | ({"regels": ("; ".join(weg), "; ".join(erbij))} if voor.regels != na.regels else {})


def _midnight(dag: date, wie: Wie) -> Moment:
    return Moment(datetime.combine(dag, time(), ZoneInfo(wie.zone)))
