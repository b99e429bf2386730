"""Puts the program together without Qt: store, services and use cases, built from the configuration."""

from __future__ import annotations

import logging
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from werkplaats.documents.ponmail import write_letter
from werkplaats.domain.instellingen import RDW_APP_TOKEN
from werkplaats.domain.internet import Pagina
from werkplaats.domain.moment import SysteemKlok
from werkplaats.errors import GeheimFout, WerkplaatsError
from werkplaats.papier import PdfPapier, drawn_by, printing
from werkplaats.services import browser
from werkplaats.services.bestanden import Bestanden
from werkplaats.services.carpass import CarPassService
from werkplaats.services.csvbestand import write_csv
from werkplaats.services.csvlezen import read_rows
from werkplaats.services.http import check_address, is_loopback, make_client
from werkplaats.services.kluis import Kluis
from werkplaats.services.mop import MopService
from werkplaats.services.pdok import PdokService
from werkplaats.services.pon import PonService
from werkplaats.services.rdw import RdwService
from werkplaats.services.sleutelbos import GeheugenSleutelbos, SysteemSleutelbos
from werkplaats.store.feed import Feed
from werkplaats.store.openen import open_store
from werkplaats.usecases.adressen import Adressen
from werkplaats.usecases.artikelen import Artikelen
from werkplaats.usecases.banden import Banden
from werkplaats.usecases.bijlagen import Bijlagen
from werkplaats.usecases.contacten import Contacten
from werkplaats.usecases.correcties import Correcties
from werkplaats.usecases.garanties import Garanties
from werkplaats.usecases.gebruikers import Gebruikers
from werkplaats.usecases.gebruikersbeheer import Gebruikersbeheer
from werkplaats.usecases.herinneringen import Herinneringen
from werkplaats.usecases.historie import Historie
from werkplaats.usecases.instellingen import Instellingen
from werkplaats.usecases.internet import Internet
from werkplaats.usecases.kmstanden import Kmstanden
from werkplaats.usecases.koppeling import Koppeling
from werkplaats.usecases.leenperiodes import Leenperiodes
from werkplaats.usecases.lijsten import Lijsten
from werkplaats.usecases.monteurwerk import Monteurwerk
from werkplaats.usecases.orderimport import Orderimport
from werkplaats.usecases.orderlijsten import Ordertabellen
from werkplaats.usecases.orders import Orders
from werkplaats.usecases.pechhulp import Pechhulp
from werkplaats.usecases.pon_aanvragen import PonAanvragen
from werkplaats.usecases.pon_mail import PonMail
from werkplaats.usecases.pon_planning import PonPlanning
from werkplaats.usecases.pon_verzender import PonVerzender
from werkplaats.usecases.rdw import Rdw
from werkplaats.usecases.relaties import Relaties
from werkplaats.usecases.schades import Schades
from werkplaats.usecases.verkoop import Verkoop
from werkplaats.usecases.voertuigen import Voertuigen
from werkplaats.usecases.volgen import Volgen
from werkplaats.usecases.vrije_velden import VrijeVelden
from werkplaats.usecases.werkkaarten import Werkkaarten
from werkplaats.usecases.wisselingen import Wisselingen
from werkplaats.usecases.zoeken import Zoeken
from werkplaats.verzending import sending

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from werkplaats.config import Config
    from werkplaats.domain.afdruk import Papier
    from werkplaats.domain.moment import Klok
    from werkplaats.services.sleutelbos import Sleutelbos
    from werkplaats.store.opslag import Store
    from werkplaats.usecases.afdrukken import Afdrukken
    from werkplaats.usecases.carpass import CarPass
    from werkplaats.usecases.dagtaken import Dagtaken
    from werkplaats.usecases.historieken import Historieken
    from werkplaats.usecases.mails import Mails
    from werkplaats.usecases.postbus import Postbus

    OpenUrl = Callable[[str], None]

_log = logging.getLogger(__name__)


class Clients(NamedTuple):
    """The open connections to the outside parties that are asked directly."""

    rdw: httpx.Client
    pdok: httpx.Client
    carpass: httpx.Client
    pon: httpx.Client


@dataclass(frozen=True, slots=True)
class Werkplaats:
    """Everything a door needs: the use cases, and the store to close at the end.

    ``lokale_adressen`` are outside parties that live on this computer although this is no practice: worth a warning.
    """

    store: Store
    kluis: Kluis
    zoeken: Zoeken
    voertuigen: Voertuigen
    wisselingen: Wisselingen
    relaties: Relaties
    contacten: Contacten
    kmstanden: Kmstanden
    werkkaarten: Werkkaarten
    monteurwerk: Monteurwerk
    artikelen: Artikelen
    verkoop: Verkoop
    bijlagen: Bijlagen
    schades: Schades
    garanties: Garanties
    leenperiodes: Leenperiodes
    banden: Banden
    vrije_velden: VrijeVelden
    internet: Internet
    historie: Historie
    adressen: Adressen
    rdw: Rdw
    pechhulp: Pechhulp
    herinneringen: Herinneringen
    instellingen: Instellingen
    koppeling: Koppeling
    gebruikers: Gebruikers
    gebruikersbeheer: Gebruikersbeheer
    postbus: Postbus
    mails: Mails
    dagtaken: Dagtaken
    carpass: CarPass
    historieken: Historieken
    correcties: Correcties
    lijsten: Lijsten
    volgen: Volgen
    afdrukken: Afdrukken
    papier: Papier
    oefenen: bool
    lokale_adressen: tuple[str, ...]
    _feed: Feed
    _bestanden: Bestanden
    _clients: Clients

    def close(self) -> None:
        """Closes what is open: connections to the database and to the outside."""
        self._feed.close()
        self._bestanden.close()
        self._clients.rdw.close()
        self._clients.pdok.close()
        self._clients.carpass.close()
        self._clients.pon.close()
        self.store.close()


def build(config: Config, klok: Klok | None = None, open_url: OpenUrl = browser.open_url) -> Werkplaats:
    """The whole program below a door.

    In practice mode every address must be on this computer (WerkplaatsError ADRES_NIET_LOKAAL) and the keyring is one
    in memory. Raises OpslagFout where the database cannot be opened.
    """
    klok = klok or SysteemKlok()
    if config.oefenen:
        open_url = partial(_open_local, open_url)
    for adres in _addresses(config):
        check_address(adres, config.oefenen)
    _check_database(config)
    with ExitStack() as when_it_fails:
        clients = Clients(
            when_it_fails.enter_context(make_client(config.rdw.base_url, config.rdw.timeout, config.oefenen)),
            when_it_fails.enter_context(make_client(config.pdok.base_url, config.pdok.timeout, config.oefenen)),
            when_it_fails.enter_context(make_client(config.carpass.base_url, config.carpass.timeout, config.oefenen)),
            when_it_fails.enter_context(make_client(config.pon.base_url, config.pon.timeout, config.oefenen)),
        )
        store = open_store(config.database_url, klok)
        when_it_fails.callback(store.close)
        werkplaats = _assemble(config, klok, open_url, clients, store)
        when_it_fails.pop_all()
    return werkplaats


def _assemble(config: Config, klok: Klok, open_url: OpenUrl, clients: Clients, store: Store) -> Werkplaats:
    kluis, feed, bestanden = _vault(config, store), Feed(store), Bestanden()
    verkoop, pon = _selling(clients.pon, klok, store, kluis)
    uit = sending(config, klok, store, kluis, open_url, CarPassService(clients.carpass), pon)
    return Werkplaats(
        store=store,
        kluis=kluis,
        zoeken=Zoeken(store),
        voertuigen=Voertuigen(store, klok),
        wisselingen=Wisselingen(store),
        relaties=Relaties(store, klok),
        contacten=Contacten(store, klok),
        kmstanden=Kmstanden(store, klok),
        werkkaarten=Werkkaarten(store, write_csv),
        monteurwerk=Monteurwerk(store, klok),
        artikelen=Artikelen(store, klok),
        verkoop=verkoop,
        bijlagen=Bijlagen(store, bestanden),
        schades=Schades(store, klok),
        garanties=Garanties(store, klok),
        leenperiodes=Leenperiodes(store, klok),
        banden=Banden(store, klok),
        vrije_velden=VrijeVelden(store),
        internet=Internet(store, open_url, _pages(config)),
        historie=Historie(store, klok),
        adressen=Adressen(PdokService(clients.pdok)),
        rdw=Rdw(store, _rdw_of(clients.rdw, store, kluis), klok, open_url, config.rdw.ovi_url),
        pechhulp=Pechhulp(store, MopService(open_url, config.mop), klok, open_url),
        herinneringen=Herinneringen(store, klok),
        instellingen=Instellingen(store, kluis),
        koppeling=Koppeling(store, kluis),
        gebruikers=Gebruikers(store),
        gebruikersbeheer=Gebruikersbeheer(store),
        postbus=uit.postbus,
        mails=uit.mails,
        dagtaken=uit.dagtaken,
        carpass=uit.carpass,
        historieken=uit.historieken,
        correcties=Correcties(store, klok, drawn_by("correctieformulier"), open_url, config.carpass.website),
        lijsten=Lijsten(store, klok, write_csv),
        volgen=Volgen(feed),
        afdrukken=printing(store, klok),
        papier=PdfPapier(),
        oefenen=config.oefenen,
        _feed=feed,
        _bestanden=bestanden,
        lokale_adressen=() if config.oefenen else tuple(adres for adres in _addresses(config) if _is_local(adres)),
        _clients=clients,
    )


def _vault(config: Config, store: Store) -> Kluis:
    """What seals the secrets of this database."""
    with store.read() as lezing:
        return Kluis(_keyring(config), lezing.geheimen.database_id())


def _selling(client: httpx.Client, klok: Klok, store: Store, kluis: Kluis) -> tuple[Verkoop, PonVerzender]:
    """What is done with orders, and what sends their requests for plates."""
    pon = PonService(client)
    verzender = PonVerzender(pon)
    aanvragen = PonAanvragen(store, kluis, pon, verzender, klok)
    orders, inlezen = Orders(store, klok), Orderimport(store, klok, read_rows)
    planning, ponmail = PonPlanning(store, klok), PonMail(store, klok, write_letter)
    return Verkoop(orders, inlezen, Ordertabellen(store), aanvragen, planning, ponmail), verzender


def _rdw_of(client: httpx.Client, store: Store, kluis: Kluis) -> Callable[[int], RdwService]:
    """The register as a shop asks it: each with its own token."""

    def rdw_of(shop_id: int) -> RdwService:
        return RdwService(client, partial(_secret, store, kluis, shop_id, RDW_APP_TOKEN))

    return rdw_of


def _pages(config: Config) -> dict[Pagina, str]:
    return {
        Pagina.OVI: config.rdw.ovi_url,
        Pagina.TERUGROEP: config.internet.terugroep_url,
        Pagina.TERUGROEP_BE: config.internet.terugroep_be_url,
    }


def _addresses(config: Config) -> tuple[str, ...]:
    # Pages that take nothing from us are not among them: while practising their opener refuses another computer.
    rdw, mop = config.rdw, config.mop
    andere = config.pdok.base_url, config.carpass.base_url, config.pon.base_url
    return rdw.base_url, rdw.ovi_url, mop.url_template, *andere


def _is_local(adres: str) -> bool:
    return is_loopback(urlsplit(adres).hostname or "")


def _check_database(config: Config) -> None:
    """Practice data on a server of somebody else would be no practice."""
    host = urlsplit(config.database_url).hostname
    if config.oefenen and host and not is_loopback(host):
        raise WerkplaatsError("ADRES_NIET_LOKAAL", adres=host)


def _open_local(open_url: OpenUrl, adres: str) -> None:
    """Opens a page of this computer; while practising a shop's own links lead nowhere else either."""
    open_url(check_address(adres, alleen_lokaal=True))


def _keyring(config: Config) -> Sleutelbos:
    return GeheugenSleutelbos() if config.oefenen else SysteemSleutelbos()


def _secret(store: Store, kluis: Kluis, shop_id: int, naam: str) -> str | None:
    """A secret that work goes on without, or None: when there is none, or this account cannot read it."""
    with store.read() as lezing:
        inhoud = lezing.geheimen.get(shop_id, naam)
    if inhoud is None:
        return None
    try:
        return kluis.unseal(shop_id, naam, inhoud)
    except GeheimFout as fout:
        # The register answers without a token too: a closed keyring may not keep a car from the counter.
        _log.warning("secret %s not used: %s", naam, fout.code)
        return None
