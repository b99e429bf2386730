"""Car-Pass: a report is prepared, sent, put right, confirmed or exempted, and asked after until it is accepted.

Sending itself is done by the postbus. Every deed names the version of the report that the person saw: of two
workstations on one report the second is told what the first did, and nothing goes twice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from werkplaats.domain.carpass import Gemeld, MeldingInvoer, Vrijstelling, beside_clock, check_melding
from werkplaats.domain.carpass_account import account_of
from werkplaats.domain.carpass_antwoord import next_question
from werkplaats.domain.melding import Daad, Staat, is_maintenance
from werkplaats.domain.moment import Moment, vandaag
from werkplaats.domain.postbus import Gevolg, Uitkomst
from werkplaats.domain.postbus import Staat as BerichtStaat
from werkplaats.domain.rechten import Recht
from werkplaats.errors import PartijFout, Refused, WerkplaatsError
from werkplaats.usecases.carpass_berichten import NOOIT_AAN, MeldingVerzender
from werkplaats.usecases.carpass_daden import (
    begin_of_day,
    confirm,
    exempt,
    locked,
    moved,
    new,
    of_shop,
    postpone,
    submit,
)
from werkplaats.usecases.carpass_stand import record_status
from werkplaats.usecases.carpass_toegang import password_of
from werkplaats.usecases.carpass_werken import keep_works, renew_works
from werkplaats.usecases.meldingen_schrijven import ONDERWERP, kop_of, previous, readings
from werkplaats.usecases.navragen import ask_after

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from werkplaats.domain.carpass_antwoord import StatusAntwoord
    from werkplaats.domain.kmstand import KmStand
    from werkplaats.domain.melding import Gebeurtenis, Melding, MeldingKop
    from werkplaats.domain.moment import Klok
    from werkplaats.domain.rechten import Wie
    from werkplaats.errors import Bevinding
    from werkplaats.services.carpass import CarPassService
    from werkplaats.services.kluis import Kluis
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing, Werk

_LATER = timedelta(hours=1)
"""When a report is asked after again that Car-Pass will say nothing of."""

_STRAKS = timedelta(minutes=2)
"""When at the earliest a report is asked after again of which Car-Pass said nothing that can be read."""

PER_RONDE = 200
"""How many reports are asked after in one round."""


@dataclass(frozen=True, slots=True)
class MeldingBlik:
    """All that a window on a report needs; ``melding`` is None for a new one.

    ``correcties_hoogstens`` is after how many failed corrections the form is offered.
    """

    kop: MeldingKop
    invoer: MeldingInvoer
    melding: Melding | None
    standen: tuple[KmStand, ...]
    gemeld: tuple[Gemeld, ...]
    activiteiten: tuple[tuple[str, str], ...]
    verloop: tuple[Gebeurtenis, ...]
    correcties_hoogstens: int
    vorige: tuple[int, date] | None


class CarPass:
    """The reports of a shop."""

    def __init__(self, store: Store, kluis: Kluis, service: CarPassService, klok: Klok) -> None:
        self._store = store
        self._kluis = kluis
        self._service = service
        self._klok = klok

    # Looking.

    def prepare(self, wie: Wie, voertuig_id: int) -> MeldingBlik:
        """A new report of a car, as far as the card fills it in."""
        wie.vereis(Recht.CARPASS)
        dag = vandaag(self._klok, wie.zone)
        with self._store.read() as lezing:
            kaart = lezing.voertuigen.get(voertuig_id).kaart
            vin = kaart.chassisnummer.tekst if kaart.chassisnummer else ""
            invoer = MeldingInvoer(datum=dag, vin=vin)
            return self._look(lezing, wie, kop_of(voertuig_id, kaart), invoer, None)

    def look(self, wie: Wie, melding_id: int) -> MeldingBlik:
        """A report with everything around it."""
        wie.vereis(Recht.CARPASS)
        with self._store.read() as lezing:
            melding = of_shop(lezing, wie, melding_id)
            return self._look(lezing, wie, melding.kop, melding.invoer, melding)

    def check(self, wie: Wie, invoer: MeldingInvoer, blik: MeldingBlik) -> tuple[Bevinding, ...]:
        """What is wrong or odd about what was typed; it asks the store nothing, so it can be said at each key."""
        wie.vereis(Recht.CARPASS)
        gevonden = check_melding(invoer, blik.standen, vandaag(self._klok, wie.zone), blik.gemeld)
        return beside_clock(gevonden, self._service.klok_verschil, self._klok.nu(), wie.zone)

    def badge(self, wie: Wie) -> int:
        """How many reports of this shop ask for a person; 0 is the aim."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        if not wie.mag(Recht.CARPASS):
            return 0
        with self._store.read() as lezing:
            return lezing.meldingen.badge(wie.shop_id, self._klok.nu())

    def van_voertuig(self, wie: Wie, voertuig_id: int) -> tuple[Melding, ...]:
        """The reports of a car, the newest first."""
        wie.vereis(Recht.CARPASS)
        with self._store.read() as lezing:
            alle = lezing.meldingen.van_voertuig(voertuig_id)
        return tuple(melding for melding in alle if melding.shop_id == wie.shop_id)

    # Deciding.

    def report(self, wie: Wie, voertuig_id: int, invoer: MeldingInvoer) -> Melding:
        """Makes an early report and has it sent. Raises Ongeldig, NietGevonden, CARPASS_NIET_INGESTELD."""
        wie.vereis(Recht.CARPASS)
        return self._store.run(wie, lambda werk: new(werk, voertuig_id, invoer, send=True))

    def keep(self, wie: Wie, voertuig_id: int, invoer: MeldingInvoer) -> Melding:
        """Makes an early report that is not sent yet: NIET DOORSTUREN."""
        wie.vereis(Recht.CARPASS)
        return self._store.run(wie, lambda werk: new(werk, voertuig_id, invoer, send=False))

    def submit(self, wie: Wie, melding_id: int, versie: int, invoer: MeldingInvoer) -> Melding:
        """Has a report sent, or its correction. Raises Ongeldig, MELDING_GEWIJZIGD, MELDING_KAN_NIET."""
        wie.vereis(Recht.CARPASS)
        return self._store.run(wie, lambda werk: submit(werk, melding_id, versie, invoer))

    def postpone(self, wie: Wie, melding_id: int, versie: int, invoer: MeldingInvoer) -> Melding:
        """NIET DOORSTUREN: keeps what was typed, and leaves the report open in the overview."""
        wie.vereis(Recht.CARPASS)
        return self._store.run(wie, lambda werk: postpone(werk, melding_id, versie, invoer))

    def exempt(self, wie: Wie, melding_id: int, versie: int, reden: Vrijstelling, toelichting: str = "") -> Melding:
        """Niet meldingsplichtig, with its reason. Raises MELDING_REDEN_LEEG for *anders* without words."""
        wie.vereis(Recht.CARPASS)
        return self._store.run(wie, lambda werk: exempt(werk, melding_id, versie, reden, toelichting.strip()))

    def exempt_new(self, wie: Wie, voertuig_id: int, reden: Vrijstelling, toelichting: str = "") -> Melding:
        """Notes of a car that its visit is not reported, where no werkkaart did."""
        wie.vereis(Recht.CARPASS)

        def write(werk: Werk) -> Melding:
            melding = new(werk, voertuig_id, MeldingInvoer(datum=werk.vandaag), send=None)
            return exempt(werk, melding.id, melding.versie, reden, toelichting.strip())

        return self._store.run(wie, write)

    def reopen(self, wie: Wie, melding_id: int, versie: int) -> Melding:
        """Takes *niet meldingsplichtig* back."""
        wie.vereis(Recht.CARPASS)
        return self._store.run(wie, lambda werk: moved(werk, melding_id, versie, Daad.TERUGNEMEN, "teruggenomen"))

    def confirm(self, wie: Wie, melding_id: int, versie: int, issue_id: str) -> Melding:
        """Says to Car-Pass that the data were right. There is no second chance: the door asks twice."""
        wie.vereis(Recht.CARPASS)
        return self._store.run(wie, lambda werk: confirm(werk, melding_id, versie, issue_id))

    def decide(self, wie: Wie, melding_id: int, versie: int, *, aangekomen: bool) -> Melding:
        """Says of a report without an answer that it arrived, or has it sent again."""
        wie.vereis(Recht.CARPASS)
        return self._store.run(wie, lambda werk: self._decide(werk, melding_id, versie, aangekomen))

    # Asking Car-Pass.

    def poll(
        self,
        wie: Wie,
        progress: Callable[[int], None] = lambda _aantal: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> int:
        """Asks how the reports stand whose time has come; gives how many were told. No answer: asked later again."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        nu = self._klok.nu()
        if is_maintenance(nu):
            return 0
        with self._store.read() as lezing:
            te_vragen = lezing.meldingen.to_ask(nu, PER_RONDE)
        return ask_after(te_vragen, partial(self._ask, wie), progress, stopped)

    def to_ask(self, wie: Wie) -> int:
        """How many reports would be asked after now."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        nu = self._klok.nu()
        with self._store.read() as lezing:
            return 0 if is_maintenance(nu) else len(lezing.meldingen.to_ask(nu, PER_RONDE))

    def test_connection(self, wie: Wie) -> int:
        """Asks for the kinds of work, keeps them, and gives how many; raises what goes wrong. It reports nothing."""
        wie.vereis(Recht.CARPASS)
        with self._store.read() as lezing:
            account = account_of(lezing.instellingen.get(wie.shop_id).instellingen)
            wachtwoord = password_of(lezing, self._kluis, wie.shop_id)
        activiteiten = self._service.activities(account, wachtwoord)
        self._store.run(wie, partial(keep_works, wie.shop_id, activiteiten))
        return len(activiteiten)

    def renew(self, wie: Wie) -> int:
        """Asks for the kinds of work anew where the list of a shop is old, and gives how many shops had an answer."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        return renew_works(self._store, self._service, self._kluis, wie, self._klok.nu())

    # Inside.

    def _look(
        self, lezing: Lezing, wie: Wie, kop: MeldingKop, invoer: MeldingInvoer, melding: Melding | None
    ) -> MeldingBlik:
        nummer = melding.id if melding else None
        vanaf = begin_of_day(vandaag(self._klok, wie.zone), wie.zone)
        kaart_id = melding.werkkaart_id if melding else None
        vorige = previous(lezing, kop.voertuig_id, invoer.datum, kaart_id)
        return MeldingBlik(
            kop,
            invoer,
            melding,
            readings(lezing, kop.voertuig_id, kaart_id),
            lezing.meldingen.gemeld(kop.voertuig_id, vanaf, nummer),
            lezing.meldingen.activiteiten(wie.shop_id),
            lezing.meldingen.history(nummer) if nummer else (),
            lezing.instellingen.get(wie.shop_id).instellingen.carpass_correcties,
            vorige,
        )

    def _ask(self, wie: Wie, melding_id: int, shop_id: int) -> bool:
        wie = replace(wie, shop_id=shop_id)
        try:
            with self._store.read() as lezing:
                account = account_of(lezing.instellingen.get(shop_id).instellingen)
                wachtwoord = password_of(lezing, self._kluis, shop_id)
                melding = lezing.meldingen.get(melding_id)
            antwoord = self._service.status(account, wachtwoord, melding.guid)
        except PartijFout as fout:
            # Car-Pass answers, but not about this one: the others need not wait for it.
            refused = fout.code == "CARPASS_GEWEIGERD"
            if refused or (not isinstance(fout, Refused) and fout.code not in NOOIT_AAN):
                self._store.run(wie, lambda werk: _ask_later(werk, melding, _LATER if refused else _STRAKS))
            return refused
        except WerkplaatsError:
            # It stays in the list of what is to be asked, and its line says since when nothing was heard.
            return False
        self._store.run(wie, lambda werk: _tell(werk, melding, antwoord))
        return True

    def _decide(self, werk: Werk, melding_id: int, versie: int, aangekomen: bool) -> Melding:
        melding = locked(werk, melding_id, versie)
        bericht_id = werk.meldingen.in_doubt(melding_id)
        if melding.staat is not Staat.ONZEKER or bericht_id is None:
            raise WerkplaatsError("MELDING_KAN_NIET", staat=melding.staat.value, daad=Daad.AANGEKOMEN.value)
        bericht, _staat, _token = werk.postbus.lock(bericht_id)
        uitkomst = Uitkomst(Gevolg.VERZONDEN if aangekomen else Gevolg.OPNIEUW)
        werk.postbus.move(bericht_id, BerichtStaat.VERZONDEN if aangekomen else BerichtStaat.WACHT, uitkomst)
        MeldingVerzender(self._service).record(werk, bericht, uitkomst)
        werk.log(ONDERWERP, melding_id, "aangekomen" if aangekomen else "opnieuw")
        return werk.meldingen.get(melding_id)


def _unchanged(werk: Werk, melding: Melding) -> bool:
    """Whether a report still stands as when Car-Pass was asked; it is kept from others from now on.

    Who corrected or confirmed it meanwhile is not told what Car-Pass said before: that answer is of yesterday.
    """
    werk.meldingen.lock(melding.id)
    return werk.meldingen.get(melding.id).versie == melding.versie


def _tell(werk: Werk, melding: Melding, antwoord: StatusAntwoord) -> None:
    if _unchanged(werk, melding):
        record_status(werk, melding.id, antwoord)


def _ask_later(werk: Werk, melding: Melding, over: timedelta) -> None:
    """Puts a report behind the others: one whose answer nobody can read would stand before them at each round."""
    if _unchanged(werk, melding):
        gewoon = next_question(melding.staat, melding.verstuurd_op, werk.nu)
        werk.meldingen.write(melding.id, volgende_vraag=max(gewoon or werk.nu, Moment(werk.nu.utc + over)))
