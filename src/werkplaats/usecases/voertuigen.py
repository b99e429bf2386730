"""The vehicle card: see it, correct it, look at a security code, and what of all cars asks for attention."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from werkplaats.domain.controle import check_voertuig
from werkplaats.domain.kmverloop import make_verloop
from werkplaats.domain.moment import vandaag
from werkplaats.domain.pechhulp import Staat, has_successor
from werkplaats.domain.rechten import Recht
from werkplaats.domain.treffers import VoertuigBlik
from werkplaats.domain.voertuig import CODES, VoertuigKaart
from werkplaats.usecases.aandacht import LIMIET, read_aandacht
from werkplaats.usecases.wijzigingen import added_lines, changed_lines, keep_masked, lay_on, refuse_blocking
from werkplaats.usecases.wisselingen_schrijven import end_elsewhere

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.moment import Klok
    from werkplaats.domain.pechhulp import PechhulpAanvraag
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.treffers import Aandachtspunt, LogRegel, VoertuigTreffer
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.domain.wisseling import EindeElders
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing, Werk

ONDERWERP = "voertuig"
LOG_LIMIET = 500


class Voertuigen:
    """The vehicle cards of the garage."""

    def __init__(self, store: Store, klok: Klok) -> None:
        self._store = store
        self._klok = klok

    def load(self, wie: Wie, voertuig_id: int) -> Voertuig:
        """One vehicle, its security codes masked; raises NietGevonden."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            return lezing.voertuigen.get(voertuig_id)

    def save(
        self,
        wie: Wie,
        voertuig_id: int | None,
        basis: VoertuigKaart,
        nieuw: VoertuigKaart,
        uit_rdw: frozenset[str] = frozenset(),
        einde_elders: EindeElders | None = None,
    ) -> Voertuig:
        """Writes what I changed between ``basis`` and ``nieuw``, or a new vehicle when ``voertuig_id`` is None.

        ``uit_rdw`` names the fields whose value was taken from the register; ``einde_elders`` ends the plate at the
        other car that bears it too. Raises Ongeldig, Botsing, GeenRecht.
        """
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        nieuw = keep_masked(basis, nieuw)
        if any(getattr(nieuw, veld) != getattr(basis, veld) for veld in CODES):
            wie.vereis(Recht.CODES_ZIEN)
        refuse_blocking(check_voertuig(nieuw, vandaag(self._klok, wie.zone)))

        def write(werk: Werk) -> Voertuig:
            if voertuig_id is None:
                saved = _add(werk, nieuw, uit_rdw)
            else:
                saved = _change(werk, voertuig_id, basis, nieuw, uit_rdw)
            end_elsewhere(werk, saved.kaart.kenteken, einde_elders)
            return saved

        return self._store.run(wie, write)

    def reveal_code(self, wie: Wie, voertuig_id: int, veld: str) -> str:
        """The text of one security code; the look itself goes into the logboek, the code does not."""
        wie.vereis(Recht.CODES_ZIEN)
        if veld not in CODES:
            raise ValueError(f"{veld} is no security code")
        with self._store.begin(wie) as werk:
            code = werk.voertuigen.code(voertuig_id, veld)
            werk.log(ONDERWERP, voertuig_id, "bekeken", {veld: (None, None)})
            return code

    def blik(self, wie: Wie, voertuig_id: int) -> VoertuigBlik:
        """The vehicle at a glance; owner and pass only for who may see those."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            voertuig = lezing.voertuigen.get(voertuig_id)
            kaart = voertuig.kaart
            eigenaar = kaart.hoofdeigenaar if wie.mag(Recht.RELATIE_ZIEN) else None
            passen = lezing.pechhulp.van_voertuig(voertuig_id) if wie.mag(Recht.PECHHULP) else ()
            return VoertuigBlik(
                voertuig,
                lezing.relaties.get(eigenaar.id) if eigenaar else None,
                lezing.rdw.get(kaart.kenteken) if kaart.kenteken and kaart.kenteken.bij_rdw else None,
                next((aanvraag for aanvraag in passen if aanvraag.is_gedaan), None),
                _ending(lezing, wie, passen, vandaag(self._klok, wie.zone)),
                make_verloop(lezing.kmstanden.van_voertuig(voertuig_id)),
            )

    def used_options(self, wie: Wie) -> tuple[str, ...]:
        """The names of options that the last cars have, the most frequent first: proposals while one types."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            return lezing.voertuigen.used_options()

    def recent(self, wie: Wie, limiet: int = 50) -> tuple[VoertuigTreffer, ...]:
        """The vehicles that were worked on last, for a start page where nothing is typed yet."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            return lezing.voertuigen.recent(limiet)

    def logboek(self, wie: Wie, voertuig_id: int) -> tuple[LogRegel, ...]:
        """Who changed what of this vehicle, and who looked at a code; the newest first."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            return lezing.logboek.van(ONDERWERP, voertuig_id, LOG_LIMIET)

    def doubles(self, wie: Wie, kaart: VoertuigKaart, voertuig_id: int | None) -> tuple[VoertuigTreffer, ...]:
        """Other vehicles that bear this kenteken or chassis number now: a warning, never a bar."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        if kaart.kenteken is None and kaart.chassisnummer is None:
            return ()
        with self._store.read() as lezing:
            return lezing.voertuigen.doubles(kaart.kenteken, kaart.chassisnummer, voertuig_id)

    def aandacht(self, wie: Wie, limiet: int = LIMIET) -> tuple[Aandachtspunt, ...]:
        """What must be thought of: an APK that ends or just ended, a pechhulppas that ends; the earliest first."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            return read_aandacht(lezing, wie, vandaag(self._klok, wie.zone), limiet)


def _add(werk: Werk, nieuw: VoertuigKaart, uit_rdw: frozenset[str]) -> Voertuig:
    voertuig_id = werk.voertuigen.add(nieuw)
    for handeling, waarden in added_lines(VoertuigKaart(), nieuw, uit_rdw):
        werk.log(ONDERWERP, voertuig_id, handeling, waarden)
    return werk.voertuigen.get(voertuig_id)


def _change(
    werk: Werk, voertuig_id: int, basis: VoertuigKaart, nieuw: VoertuigKaart, uit_rdw: frozenset[str]
) -> Voertuig:
    werk.voertuigen.lock(voertuig_id)
    staand = werk.voertuigen.get(voertuig_id)
    hands = partial(werk.logboek.laatste_hand, ONDERWERP, voertuig_id)
    kaart, wijzigingen = lay_on(basis, nieuw, staand.kaart, staand.gewijzigd_door, staand, hands)
    if not wijzigingen:
        return staand
    # What another person saved meanwhile may not go together with what I typed.
    refuse_blocking(check_voertuig(kaart, werk.vandaag))
    werk.voertuigen.write(voertuig_id, wijzigingen, staand.kaart)
    for handeling, waarden in changed_lines(staand.kaart, wijzigingen, uit_rdw):
        werk.log(ONDERWERP, voertuig_id, handeling, waarden)
    return werk.voertuigen.get(voertuig_id)


def _ending(lezing: Lezing, wie: Wie, passen: tuple[PechhulpAanvraag, ...], dag: date) -> PechhulpAanvraag | None:
    """The pass of one car to be reminded of: the first to end within the days that the shop has set."""
    if not passen:
        return None
    uiterlijk = dag + timedelta(days=lezing.instellingen.get(wie.shop_id).instellingen.pechhulp_herinnering_dagen)
    eindigend = [
        (pas.einddatum, pas)
        for pas in passen
        if pas.staat is Staat.BEVESTIGD and pas.einddatum is not None and dag <= pas.einddatum <= uiterlijk
    ]
    open_ = [(einde, pas) for einde, pas in eindigend if not has_successor(pas, passen)]
    return min(open_, key=lambda paar: paar[0])[1] if open_ else None
