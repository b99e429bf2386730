"""The garage of these tests: the use cases on a store, a clock that stands still, an invented register and browser."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

from tests.usecases.pondienst import Pon
from werkplaats.config import MopConfig
from werkplaats.documents.ponmail import write_letter
from werkplaats.domain.internet import Pagina
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.moment import Moment, VasteKlok
from werkplaats.domain.order import OrderKaart, VerkoopOrder
from werkplaats.domain.rechten import GROEPEN, Wie
from werkplaats.domain.relatie import Aanhef, RelatieKaart
from werkplaats.domain.voertuig import RelatieKop, Voertuig, VoertuigKaart
from werkplaats.errors import PartijFout, Unreachable
from werkplaats.papier import PdfPapier, drawn_by, printing
from werkplaats.services.bestanden import Bestanden
from werkplaats.services.csvbestand import write_csv
from werkplaats.services.csvlezen import read_rows
from werkplaats.services.kluis import Kluis
from werkplaats.services.mop import MopService
from werkplaats.services.sleutelbos import GeheugenSleutelbos
from werkplaats.store.feed import Feed
from werkplaats.usecases.adressen import Adressen
from werkplaats.usecases.artikelen import Artikelen
from werkplaats.usecases.banden import Banden
from werkplaats.usecases.bijlagen import Bijlagen
from werkplaats.usecases.carpass import CarPass
from werkplaats.usecases.carpass_berichten import carpass_verzenders
from werkplaats.usecases.contacten import Contacten
from werkplaats.usecases.correcties import Correcties
from werkplaats.usecases.dagtaken import Dagtaken
from werkplaats.usecases.garanties import Garanties
from werkplaats.usecases.gebruikers import Gebruikers
from werkplaats.usecases.gebruikersbeheer import Gebruikersbeheer
from werkplaats.usecases.herinneringen import Herinneringen
from werkplaats.usecases.historie import Historie
from werkplaats.usecases.historiek_bericht import HistoriekVerzender
from werkplaats.usecases.historieken import Historieken
from werkplaats.usecases.instellingen import Instellingen
from werkplaats.usecases.internet import Internet
from werkplaats.usecases.kmstanden import Kmstanden
from werkplaats.usecases.koppeling import Koppeling
from werkplaats.usecases.leenperiodes import Leenperiodes
from werkplaats.usecases.lijsten import Lijsten
from werkplaats.usecases.mails import Mails
from werkplaats.usecases.mailverzender import MailVerzender
from werkplaats.usecases.monteurwerk import Monteurwerk
from werkplaats.usecases.orderimport import Orderimport
from werkplaats.usecases.orderlijsten import Ordertabellen
from werkplaats.usecases.orders import Orders
from werkplaats.usecases.pechhulp import Pechhulp
from werkplaats.usecases.pon_aanvragen import PonAanvragen
from werkplaats.usecases.pon_mail import PonMail
from werkplaats.usecases.pon_planning import PonPlanning
from werkplaats.usecases.pon_verzender import PonVerzender
from werkplaats.usecases.postbus import Postbus
from werkplaats.usecases.rdw import Rdw
from werkplaats.usecases.relaties import Relaties
from werkplaats.usecases.schades import Schades
from werkplaats.usecases.taken import bewaren_taak, herinneringen_taak, mail_taak, pon_taak, postbus_taak
from werkplaats.usecases.voertuigen import Voertuigen
from werkplaats.usecases.volgen import Volgen
from werkplaats.usecases.vrije_velden import VrijeVelden
from werkplaats.usecases.werkkaarten import Werkkaarten
from werkplaats.usecases.wisselingen import Wisselingen
from werkplaats.usecases.zoeken import Zoeken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from werkplaats.domain.adres import AdresVraag, GevondenAdres
    from werkplaats.domain.mail import Mail, SmtpServer
    from werkplaats.domain.rdw import RdwGegevens
    from werkplaats.services.carpass import CarPassService
    from werkplaats.services.mail import MailService
    from werkplaats.services.pdok import PdokService
    from werkplaats.services.rdw import RdwService
    from werkplaats.store.opslag import Store

ZONE = "Europe/Amsterdam"
MOP = "https://portaal.example/pechhulp/aanvragen"
OVI = "https://register.example/?kenteken={kenteken}"

PAGINAS = {
    Pagina.OVI: OVI,
    Pagina.TERUGROEP: "https://terugroep.example/",
    Pagina.TERUGROEP_BE: "https://rappel.example/",
}

GOLF = Kenteken.parse("GA-482-R")
DAF = Kenteken.parse("XS-41-BP")


def moment(jaar: int, maand: int, dag: int, uur: int = 9, minuut: int = 0, seconde: int = 0) -> Moment:
    """A moment in UTC."""
    return Moment(datetime(jaar, maand, dag, uur, minuut, seconde, tzinfo=UTC))


@dataclass
class Register:
    """Stands in for the service that asks RDW: answers from a dict, counts, fails when it is told to."""

    autos: dict[str, RdwGegevens] = field(default_factory=dict)
    fout: PartijFout | None = None
    gevraagd: list[str] = field(default_factory=list)
    tijdens: Callable[[], object] | None = None

    def vehicle(self, kenteken: str) -> RdwGegevens | None:
        """What the register knows of the plate."""
        self.gevraagd.append(kenteken)
        if self.tijdens is not None:
            self.tijdens()
        if self.fout is not None:
            raise self.fout
        return self.autos.get(kenteken)


@dataclass
class Adresregister:
    """Stands in for the service that asks PDOK: answers from a dict by postcode and number, fails when told to."""

    adressen: dict[tuple[str, int], GevondenAdres] = field(default_factory=dict)
    toevoegingen: frozenset[str] = frozenset()
    fout: PartijFout | None = None
    gevraagd: list[AdresVraag] = field(default_factory=list)

    def address(self, vraag: AdresVraag) -> GevondenAdres | None:
        """The street and the place of an address."""
        self.gevraagd.append(vraag)
        if self.fout is not None:
            raise self.fout
        bekend = vraag.huisletter + vraag.toevoeging in self.toevoegingen | {""}
        return self.adressen.get((vraag.postcode, vraag.huisnummer)) if bekend else None


@dataclass
class CarPassDienst:
    """Stands in for the service that speaks with Car-Pass: answers from a list, remembers, fails when it is told to.

    ``tijdens`` happens once, while the next question is on its way.
    """

    antwoorden: list[Any] = field(default_factory=list)
    gevraagd: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)
    kent_sleutels: bool = False
    klok_verschil: timedelta | None = None
    tijdens: Callable[[], object] | None = None

    def __getattr__(self, naam: str) -> Callable[..., Any]:
        def call(_account: object, _wachtwoord: str, *waarden: Any) -> Any:
            self.gevraagd.append((naam, waarden))
            tijdens, self.tijdens = self.tijdens, None
            if tijdens is not None:
                tijdens()
            antwoord = self.antwoorden.pop(0) if self.antwoorden else Unreachable("PARTIJ_ONBEREIKBAAR", "Car-Pass")
            if isinstance(antwoord, Exception):
                raise antwoord
            return antwoord

        return call


@dataclass
class Browser:
    """Stands in for the browser: remembers the pages, fails when it is told to."""

    paginas: list[str] = field(default_factory=list)
    kan_openen: bool = True
    tijdens: Callable[[], object] | None = None

    def open(self, adres: str) -> None:
        """Opens a page."""
        if self.tijdens is not None:
            self.tijdens()
        if not self.kan_openen:
            raise PartijFout("BROWSER_NIET_GEOPEND", "browser")
        self.paginas.append(adres)


@dataclass
class Mailserver:
    """Stands in for the service that sends mail: keeps what it is given, fails when it is told to."""

    fout: Exception | None = None
    mails: list[Mail] = field(default_factory=list)

    def send(self, server: SmtpServer, mail: Mail, sleutel: str) -> str:
        """Takes a mail."""
        if self.fout is not None:
            raise self.fout
        self.mails.append(mail)
        return "250 ok"


@dataclass
class Garage:
    """The use cases and what they stand on."""

    store: Store
    klok: VasteKlok
    register: Register = field(default_factory=Register)
    browser: Browser = field(default_factory=Browser)
    adresregister: Adresregister = field(default_factory=Adresregister)
    carpass_dienst: CarPassDienst = field(default_factory=CarPassDienst)
    pon: Pon = field(default_factory=Pon)
    sleutelbos: GeheugenSleutelbos = field(default_factory=lambda: GeheugenSleutelbos(oefensleutels=False))

    def __post_init__(self) -> None:
        store, klok, open_url = self.store, self.klok, self.browser.open
        self.zoeken = Zoeken(store)
        self.voertuigen = Voertuigen(store, klok)
        self.wisselingen = Wisselingen(store)
        self.relaties = Relaties(store, klok)
        self.contacten = Contacten(store, klok)
        self.werkkaarten = Werkkaarten(store, write_csv)
        self.artikelen = Artikelen(store, klok)
        self.geopend: list[Path] = []
        self.bestanden = Bestanden(self.geopend.append)
        self.bijlagen = Bijlagen(store, self.bestanden)
        self.schades, self.garanties = Schades(store, klok), Garanties(store, klok)
        self.leenperiodes = Leenperiodes(store, klok)
        self.banden = Banden(store, klok)
        self.afdrukken, self.papier = printing(store, klok), PdfPapier()
        self.adressen = Adressen(cast("PdokService", self.adresregister))
        self.rdw = Rdw(store, lambda _shop: cast("RdwService", self.register), klok, open_url, OVI)
        self.pechhulp = Pechhulp(store, MopService(open_url, MopConfig(url_template=MOP)), klok, open_url)
        with store.read() as lezing:
            self.kluis = Kluis(self.sleutelbos, lezing.geheimen.database_id())
        self.instellingen = Instellingen(store, self.kluis)
        self.koppeling = Koppeling(store, self.kluis)
        self.gebruikers, self.gebruikersbeheer = Gebruikers(store), Gebruikersbeheer(store)
        self._open_postbus()
        self.carpass = CarPass(store, self.kluis, cast("CarPassService", self.carpass_dienst), klok)
        self.lijsten = Lijsten(store, klok, write_csv)
        self.feed = Feed(store)
        self.volgen = Volgen(self.feed)
        self._add_buttons_of_the_card()
        self.beheerder = self.gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1")

    def _open_postbus(self) -> None:
        store = self.store
        self.mailserver = Mailserver()
        mail = cast("MailService", self.mailserver)
        verzender = MailVerzender(store, mail, ("127.0.0.1", 25))
        dienst = cast("CarPassService", self.carpass_dienst)
        carpass = (*carpass_verzenders(dienst), HistoriekVerzender(dienst))
        self.historieken = Historieken(
            store, self.kluis, dienst, self.klok, self.browser.open, "https://public.example/{guid}"
        )
        self.pon_verzender = PonVerzender(self.pon.dienst)
        self.postbus = Postbus(store, self.kluis, (verzender, *carpass, self.pon_verzender))
        self.mails = Mails(store, self.kluis, mail, verzender)
        vast = (herinneringen_taak(store), bewaren_taak(store))
        self.ponmail = PonMail(store, self.klok, write_letter)
        ochtend = (pon_taak(store), mail_taak(self.ponmail))
        self.dagtaken = Dagtaken(store, (*ochtend, postbus_taak(self.postbus), *vast))

    def _add_buttons_of_the_card(self) -> None:
        store, klok = self.store, self.klok
        draw = drawn_by("correctieformulier")
        self.correcties = Correcties(store, klok, draw, self.browser.open, "https://carpass.example/")
        self.orders, self.ordertabellen = Orders(store, klok), Ordertabellen(store)
        self.aanvragen = PonAanvragen(store, self.kluis, self.pon.dienst, self.pon_verzender, klok)
        self.orderimport = Orderimport(store, klok, read_rows)
        self.planning = PonPlanning(store, klok)
        self.kmstanden = Kmstanden(store, klok)
        self.banden = Banden(store, klok)
        self.vrije_velden = VrijeVelden(store)
        self.internet = Internet(store, self.browser.open, PAGINAS)
        self.historie = Historie(store, klok)
        self.herinneringen = Herinneringen(store, klok)

    def wie(self, groep: str, naam: str = "") -> Wie:
        """Somebody of a ready-made group."""
        return replace(self.beheerder, naam=naam or groep, groepen=(groep,), rechten=GROEPEN[groep])

    @property
    def monteurwerk(self) -> Monteurwerk:
        """What mechanics do."""
        return Monteurwerk(self.store, self.klok)

    @property
    def balie(self) -> Wie:
        """Somebody at the counter."""
        return self.wie("Balie", "Bram")

    @property
    def verkoper(self) -> Wie:
        """Somebody who sells new cars."""
        return self.wie("Verkoop admin nieuw", "Sanne")

    def new_order(self, kaart: OrderKaart) -> VerkoopOrder:
        """An order on file."""
        return self.orders.save(self.verkoper, None, OrderKaart(), kaart)

    def new_car(self, kaart: VoertuigKaart | None = None) -> Voertuig:
        """A car on file."""
        return self.voertuigen.save(
            self.balie, None, VoertuigKaart(), kaart or VoertuigKaart(kenteken=GOLF, merk="Volkswagen")
        )

    def new_owner(self, kaart: RelatieKaart | None = None) -> RelatieKop:
        """A relatie on file, as a car names it."""
        relatie = self.relaties.save(self.balie, None, RelatieKaart(), kaart or VAN_DALEN)
        with self.store.read() as lezing:
            return lezing.relaties.kop(relatie.id)

    def change(self, wie: Wie, auto: Voertuig, **velden: Any) -> Voertuig:
        """Saves a car with these fields changed, as a form does that was opened on ``auto``."""
        return self.voertuigen.save(wie, auto.id, auto.kaart, replace(auto.kaart, **velden))

    def configure(self, **velden: Any) -> None:
        """Changes settings of the shop."""
        nu = self.instellingen.load(self.beheerder).instellingen
        self.instellingen.save(self.beheerder, nu, replace(nu, **velden))

    @contextmanager
    def later(self, **verschil: float) -> Iterator[None]:
        """A while later, and back."""
        toen = self.klok.moment
        self.klok.moment = Moment(toen.utc + timedelta(**verschil))
        yield
        self.klok.moment = toen


VAN_DALEN = RelatieKaart(
    aanhef=Aanhef.HEER,
    voorletters="H",
    tussenvoegsel="van",
    naam="Dalen",
    geboortedatum=date(1971, 4, 3),
    straat="Hatertseweg",
    huisnr="214",
    toevoeging="A",
    postcode="6533 GL",
    plaats="Nijmegen",
    telefoon="06 1234 5678",
    email="h.vandalen@example.com",
)
