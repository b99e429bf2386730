"""Car-Pass historiek: the history of a car is asked once, fetched when it is ready, and kept with the car.

The request goes through the postbus, so that the window may be closed, the network gone or the program killed, and
nothing is asked twice. Whether it is ready may be asked as often as one likes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import quote

from werkplaats.domain.bijlage import tidy_name
from werkplaats.domain.carpass import ZONE, read_vin
from werkplaats.domain.carpass_account import account_of
from werkplaats.domain.carpass_antwoord import Uitspraak
from werkplaats.domain.carpass_historiek import Daad, HistoriekInvoer, Staat, check_historiek
from werkplaats.domain.melding import is_maintenance
from werkplaats.domain.moment import vandaag
from werkplaats.domain.postbus import Gevolg, Uitkomst
from werkplaats.domain.postbus import Staat as BerichtStaat
from werkplaats.domain.rechten import Recht
from werkplaats.errors import Garbled, PartijFout, Refused, WerkplaatsError
from werkplaats.usecases.carpass_toegang import password_of, sealed_password
from werkplaats.usecases.historiek_bericht import ONDERWERP, VOERTUIG, HistoriekVerzender, lay_request, look_later, note
from werkplaats.usecases.meldingen_schrijven import kop_of, readings
from werkplaats.usecases.navragen import ask_after
from werkplaats.usecases.wijzigingen import refuse_blocking

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from werkplaats.domain.carpass_historiek import Historiek, HistoriekAntwoord
    from werkplaats.domain.kmstand import KmStand
    from werkplaats.domain.melding import MeldingKop
    from werkplaats.domain.moment import Klok, Moment
    from werkplaats.domain.rechten import Wie
    from werkplaats.errors import Bevinding
    from werkplaats.services.carpass import CarPassService
    from werkplaats.services.kluis import Kluis
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

PER_RONDE = 50
"""How many requests are asked after in one round; each may bring a document of some megabytes."""

_PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class HistoriekBlik:
    """All that the window on a car's history needs; ``alle`` are its requests, the newest first."""

    kop: MeldingKop
    invoer: HistoriekInvoer
    standen: tuple[KmStand, ...]
    alle: tuple[Historiek, ...]
    vandaag: date
    nu: Moment

    @property
    def laatste(self) -> Historiek | None:
        """The request that counts: the one under way, else the one that may be shown still, else the newest."""
        lopend = next((een for een in self.alle if een.staat in (Staat.AAN_TE_VRAGEN, Staat.AANGEVRAAGD)), None)
        twijfel = next((een for een in self.alle if een.staat is Staat.ONZEKER), None)
        return lopend or twijfel or _valid(self.alle, self.nu) or next(iter(self.alle), None)


class Historieken:
    """The histories of the cars; ``public_url`` is where a page stands, by its ``{guid}``, if Car-Pass did not say."""

    def __init__(
        self,
        store: Store,
        kluis: Kluis,
        service: CarPassService,
        klok: Klok,
        open_url: Callable[[str], None],
        public_url: str,
    ) -> None:
        self._store = store
        self._kluis = kluis
        self._service = service
        self._klok = klok
        self._open_url = open_url
        self._public_url = public_url

    # Looking.

    def look(self, wie: Wie, voertuig_id: int) -> HistoriekBlik:
        """A car with what was asked of it, and a new request as far as the card fills it in."""
        wie.vereis(Recht.CARPASS)
        with self._store.read() as lezing:
            kaart = lezing.voertuigen.get(voertuig_id).kaart
            vin = kaart.chassisnummer.tekst if kaart.chassisnummer else ""
            standen = readings(lezing, voertuig_id, None)
            dag, nu = vandaag(self._klok, ZONE), self._klok.nu()
            vandaag_gelezen = max((een.stand for een in standen if een.datum == dag), default=None)
            return HistoriekBlik(
                kop_of(voertuig_id, kaart),
                HistoriekInvoer(vandaag_gelezen, vin),
                standen,
                tuple(map(self._with_address, lezing.historieken.van_voertuig(voertuig_id))),
                dag,
                nu,
            )

    def get(self, wie: Wie, historiek_id: int) -> Historiek:
        """A request; raises NietGevonden."""
        wie.vereis(Recht.CARPASS)
        with self._store.read() as lezing:
            return lezing.historieken.get(historiek_id)

    def check(self, wie: Wie, invoer: HistoriekInvoer, blik: HistoriekBlik) -> tuple[Bevinding, ...]:
        """What is wrong or odd about what was typed; it asks the store nothing, so it can be said at each key."""
        wie.vereis(Recht.CARPASS)
        return check_historiek(invoer, blik.standen, blik.vandaag)

    def pdf(self, wie: Wie, historiek_id: int) -> bytes:
        """The document; raises HISTORIEK_PDF_WEG where somebody took it from the files of the car."""
        wie.vereis(Recht.CARPASS)
        with self._store.read() as lezing:
            bijlage_id = lezing.historieken.get(historiek_id).bijlage_id
            if bijlage_id is None or not lezing.bijlagen.is_there(bijlage_id):
                raise WerkplaatsError("HISTORIEK_PDF_WEG")
            return b"".join(lezing.bijlagen.read(bijlage_id))

    def open_public(self, wie: Wie, historiek_id: int) -> str:
        """Opens the public page in the browser, and gives its address. Raises PartijFout BROWSER_NIET_GEOPEND."""
        wie.vereis(Recht.CARPASS)
        with self._store.read() as lezing:
            historiek = self._with_address(lezing.historieken.get(historiek_id))
        if not historiek.url:
            raise WerkplaatsError("HISTORIEK_KAN_NIET", staat=historiek.staat.value, daad="openen")
        self._open_url(historiek.url)
        return historiek.url

    # Deciding.

    def ask(self, wie: Wie, voertuig_id: int, invoer: HistoriekInvoer, *, opnieuw: bool = False) -> Historiek:
        """Asks for the history of a car. One that is under way, or may be shown still, is given instead of a new one.

        ``opnieuw`` asks although one may be shown still. Raises Ongeldig, NietGevonden, CARPASS_NIET_INGESTELD.
        """
        wie.vereis(Recht.CARPASS)
        return self._store.run(wie, lambda werk: _ask(werk, voertuig_id, invoer, opnieuw=opnieuw))

    def decide(self, wie: Wie, historiek_id: int, *, opnieuw: bool) -> Historiek:
        """Has a request without an answer sent again, or lets it be. Raises HISTORIEK_KAN_NIET."""
        wie.vereis(Recht.CARPASS)
        return self._store.run(wie, lambda werk: self._decide(werk, historiek_id, opnieuw))

    def fetch_again(self, wie: Wie, historiek_id: int) -> Historiek:
        """Has the document of a known request fetched anew, which costs no new one. Raises HISTORIEK_KAN_NIET."""
        wie.vereis(Recht.CARPASS)

        def write(werk: Werk) -> Historiek:
            werk.historieken.lock(historiek_id)
            werk.historieken.move(historiek_id, Daad.OPHALEN, volgende_vraag=werk.nu, bijlage_id=None, toelichting="")
            return werk.historieken.get(historiek_id)

        return self._store.run(wie, write)

    # Asking Car-Pass.

    def poll(
        self,
        wie: Wie,
        progress: Callable[[int], None] = lambda _aantal: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> int:
        """Asks whether the documents are ready whose time has come; gives how many were told of."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        nu = self._klok.nu()
        if is_maintenance(nu):
            return 0
        with self._store.read() as lezing:
            te_vragen = lezing.historieken.to_ask(nu, PER_RONDE)
        return ask_after(te_vragen, partial(self._ask_after, wie), progress, stopped)

    def to_ask(self, wie: Wie) -> int:
        """How many documents would be asked after now."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        nu = self._klok.nu()
        with self._store.read() as lezing:
            return 0 if is_maintenance(nu) else len(lezing.historieken.to_ask(nu, PER_RONDE))

    # Inside.

    def _with_address(self, historiek: Historiek) -> Historiek:
        """With its public address; there is none before the document."""
        if historiek.staat is not Staat.ONTVANGEN:
            return historiek
        return replace(historiek, url=historiek.url or self._public_url.format(guid=quote(historiek.guid, safe="")))

    def _ask_after(self, wie: Wie, historiek_id: int, shop_id: int) -> bool:
        """Whether Car-Pass answered at all."""
        wie = replace(wie, shop_id=shop_id)
        try:
            with self._store.read() as lezing:
                account = account_of(lezing.instellingen.get(shop_id).instellingen)
                wachtwoord = password_of(lezing, self._kluis, shop_id)
                guid = lezing.historieken.get(historiek_id).guid
            antwoord = self._service.history(account, wachtwoord, guid)
        except WerkplaatsError as fout:
            self._store.run(wie, partial(_not_told, historiek_id=historiek_id, fout=fout))
            return isinstance(fout, Garbled) or fout.code == "CARPASS_GEWEIGERD"
        self._store.run(wie, lambda werk: _told(werk, historiek_id, antwoord))
        return True

    def _decide(self, werk: Werk, historiek_id: int, opnieuw: bool) -> Historiek:
        werk.historieken.lock(historiek_id)
        historiek = werk.historieken.get(historiek_id)
        bericht_id = werk.historieken.in_doubt(historiek_id)
        if historiek.staat is not Staat.ONZEKER or bericht_id is None:
            raise WerkplaatsError("HISTORIEK_KAN_NIET", staat=historiek.staat.value, daad="beslissen")
        bericht, _staat, _token = werk.postbus.lock(bericht_id)
        uitkomst = Uitkomst(Gevolg.OPNIEUW if opnieuw else Gevolg.VERZONDEN)
        werk.postbus.move(bericht_id, BerichtStaat.WACHT if opnieuw else BerichtStaat.VERZONDEN, uitkomst)
        HistoriekVerzender(self._service).record(werk, bericht, uitkomst)
        return werk.historieken.get(historiek_id)


def _valid(alle: tuple[Historiek, ...], nu: Moment) -> Historiek | None:
    return next((een for een in alle if een.may_be_shown(nu)), None)


def _ask(werk: Werk, voertuig_id: int, invoer: HistoriekInvoer, *, opnieuw: bool) -> Historiek:
    # With the car held, a button that is pressed twice asks once.
    werk.voertuigen.lock(voertuig_id)
    staand = werk.historieken.running(voertuig_id)
    if staand is None and not opnieuw:
        staand = _valid(werk.historieken.van_voertuig(voertuig_id), werk.nu)
    if staand is not None:
        return staand
    invoer = replace(invoer, vin=read_vin(invoer.vin) or invoer.vin.strip())
    vandaag_ = werk.nu.lokaal(ZONE).date()
    refuse_blocking(check_historiek(invoer, readings(werk, voertuig_id, None), vandaag_))
    shop_id = werk.wie.shop_id
    account_of(werk.instellingen.get(shop_id).instellingen)
    sealed_password(werk, shop_id)
    nummer = werk.historieken.add(kop_of(voertuig_id, werk.voertuigen.get(voertuig_id).kaart), invoer, vandaag_)
    werk.log(ONDERWERP, nummer, "toegevoegd")
    historiek = werk.historieken.get(nummer)
    lay_request(werk, historiek)
    return historiek


def _told(werk: Werk, historiek_id: int, antwoord: HistoriekAntwoord) -> None:
    """What Car-Pass says; one that was told already by another window changes nothing."""
    werk.historieken.lock(historiek_id)
    historiek = werk.historieken.get(historiek_id)
    if historiek.staat is not Staat.AANGEVRAAGD:
        return
    if antwoord.uitspraak is Uitspraak.AANVAARD and antwoord.pdf is not None:
        receive(werk, historiek, antwoord)
        return
    if antwoord.uitspraak is Uitspraak.GEWEIGERD:
        werk.historieken.move(historiek_id, Daad.WEIGEREN, toelichting=antwoord.tekst or "HISTORIEK_GEWEIGERD")
        return
    waarom = {Uitspraak.AANVAARD: "HISTORIEK_ZONDER_PDF", Uitspraak.ONBEKEND: antwoord.status or "?"}
    note(werk, historiek, waarom.get(antwoord.uitspraak, ""))
    look_later(werk, historiek)


def receive(werk: Werk, historiek: Historiek, antwoord: HistoriekAntwoord) -> None:
    """Keeps the document with the car, in the transaction in which the request is done."""
    plaat = historiek.kenteken.weergave if historiek.kenteken else historiek.invoer.vin
    naam = tidy_name(f"Car-Pass historiek {plaat} {historiek.datum:%d-%m-%Y}.pdf", _PDF)
    bijlage_id = werk.bijlagen.add(VOERTUIG, historiek.voertuig_id, naam, _PDF, BytesIO(antwoord.pdf or b""))
    werk.log(VOERTUIG, historiek.voertuig_id, "toegevoegd", {"bijlage": ("", naam)})
    velden = {"bijlage_id": bijlage_id, "url": antwoord.url, "standen": antwoord.standen}
    werk.historieken.move(historiek.id, Daad.ONTVANGEN, toelichting="", volgende_vraag=None, **velden)


def _not_told(werk: Werk, historiek_id: int, fout: WerkplaatsError) -> None:
    """No answer, or none that can be read: said beside it, and asked again later. A refusal ends it."""
    werk.historieken.lock(historiek_id)
    historiek = werk.historieken.get(historiek_id)
    if historiek.staat is not Staat.AANGEVRAAGD:
        return
    if isinstance(fout, Refused) and fout.code == "CARPASS_GEWEIGERD":
        werk.historieken.move(historiek_id, Daad.WEIGEREN, toelichting=str(fout.params.get("tekst") or fout.code))
        return
    note(werk, historiek, fout.code)
    if isinstance(fout, PartijFout):
        look_later(werk, historiek)
