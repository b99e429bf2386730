"""Does what the story of the practice garage says, each act by its person and through the use case of a real person."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import singledispatchmethod
from typing import TYPE_CHECKING, Any, Self

import httpx

from werkplaats.config import MopConfig
from werkplaats.domain.banden import BandensetKaart
from werkplaats.domain.bijlage import Bijlagesoort
from werkplaats.domain.contactmoment import ContactKaart
from werkplaats.domain.garantie import GarantieKaart
from werkplaats.domain.herinnering import HerinneringKaart
from werkplaats.domain.naam import kop
from werkplaats.domain.relatie import RelatieKaart
from werkplaats.domain.schade import SchadeKaart
from werkplaats.domain.voertuig import RelatieKop, VoertuigKaart
from werkplaats.domain.wisseling import PlaatWissel, Rol, RolWissel
from werkplaats.errors import PartijFout
from werkplaats.oefen.gebeurtenissen import (
    BandenGenoteerd,
    BandenGewisseld,
    BestuurderGekozen,
    BijlageToegevoegd,
    BijlageWeggehaald,
    CodeBekeken,
    ContactGehad,
    GarantieGenoteerd,
    Gebeurtenis,
    HerinneringGedaan,
    HerinneringGenoteerd,
    KmGenoteerd,
    LinkGeopend,
    PasAangevraagd,
    PasBevestigd,
    PasMislukt,
    PlaatGewisseld,
    RdwOpgevraagd,
    RelatieGewijzigd,
    RelatieToegevoegd,
    SchadeGenoteerd,
    VoertuigGewijzigd,
    VoertuigToegevoegd,
    VrijeVeldenIngevuld,
)
from werkplaats.oefen.rdw_register import transport
from werkplaats.services.bestanden import Bestanden
from werkplaats.services.mop import MopService
from werkplaats.services.rdw import RdwService
from werkplaats.usecases.banden import Banden
from werkplaats.usecases.bijlagen import Bijlagen
from werkplaats.usecases.contacten import Contacten
from werkplaats.usecases.garanties import Garanties
from werkplaats.usecases.herinneringen import Herinneringen
from werkplaats.usecases.kmstanden import Kmstanden
from werkplaats.usecases.pechhulp import Pechhulp
from werkplaats.usecases.rdw import Rdw
from werkplaats.usecases.relaties import Relaties
from werkplaats.usecases.schades import Schades
from werkplaats.usecases.voertuigen import Voertuigen
from werkplaats.usecases.vrije_velden import VrijeVelden
from werkplaats.usecases.wisselingen import Wisselingen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkplaats.domain.moment import Klok
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.oefen.rdw_register import Rijen
    from werkplaats.store.opslag import Store


class Afgebroken(BaseException):
    """The program was stopped between noting a request and opening the browser: the request stays a concept."""


class Browser:
    """Opens nothing; fails when told to: "browser" as a browser does, "afgebroken" as a computer that stops."""

    def __init__(self) -> None:
        self.hapert = ""

    def open(self, adres: str) -> None:
        """Takes an address and forgets it."""
        if self.hapert == "browser":
            raise PartijFout("BROWSER_NIET_GEOPEND", "browser", adres=adres)
        if self.hapert:
            raise Afgebroken


class Handelingen:
    """The people of the practice garage at work; what they made is found back by its key."""

    def __init__(self, store: Store, klok: Klok, wie: Mapping[str, Wie], rijen: Rijen) -> None:
        self._wie = wie
        self._browser = Browser()
        self._client = httpx.Client(transport=transport(rijen), base_url="http://rdw.oefenomgeving")
        service = RdwService(self._client, lambda: None)
        self._klok = klok
        self._relaties = Relaties(store, klok)
        self._contacten = Contacten(store, klok)
        self._voertuigen = Voertuigen(store, klok)
        self._wisselingen = Wisselingen(store)
        self._kmstanden = Kmstanden(store, klok)
        self._banden = Banden(store, klok)
        self._vrije_velden = VrijeVelden(store)
        self._bijlagen = Bijlagen(store, Bestanden())
        self._schades = Schades(store, klok)
        self._garanties = Garanties(store, klok)
        self._herinneringen = Herinneringen(store, klok)
        self._rdw = Rdw(store, lambda _shop_id: service, klok, self._browser.open, "")
        self._pechhulp = Pechhulp(store, MopService(self._browser.open, MopConfig()), klok, self._browser.open)
        self._koppen: dict[str, RelatieKop] = {}
        self._ids: dict[str, int] = {}
        self._aanvragen: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fout: object) -> None:
        self._client.close()

    @property
    def ids(self) -> Mapping[str, int]:
        """The cars that were made, by their keys."""
        return self._ids

    @singledispatchmethod
    def do(self, gebeurtenis: Gebeurtenis) -> None:
        """Does one act; an act that nobody taught this class is a fault of ours."""
        raise NotImplementedError(type(gebeurtenis).__name__)

    @do.register(RelatieToegevoegd)
    def _add_relatie(self, daad: RelatieToegevoegd) -> None:
        kaart = daad.kaart
        relatie = self._relaties.save(self._wie[daad.wie], None, RelatieKaart(), kaart)
        self._koppen[daad.over] = kop(relatie)

    @do.register(RelatieGewijzigd)
    def _change_relatie(self, daad: RelatieGewijzigd) -> None:
        wie, nummer = self._wie[daad.wie], self._koppen[daad.over].id
        basis = self._relaties.load(wie, nummer).kaart
        self._relaties.save(wie, nummer, basis, replace(basis, **daad.velden))

    @do.register(ContactGehad)
    def _talk(self, daad: ContactGehad) -> None:
        wie, nummer = self._wie[daad.wie], self._koppen[daad.over].id
        kaart = ContactKaart(self._klok.nu(), daad.wijze, daad.richting, daad.tekst, self._ids[daad.auto])
        self._contacten.save(wie, None, nummer, kaart, kaart)

    @do.register(VoertuigToegevoegd)
    def _add_voertuig(self, daad: VoertuigToegevoegd) -> None:
        kaart = replace(daad.kaart, hoofdeigenaar=self._koppen[daad.eigenaar] if daad.eigenaar else None)
        voertuig = self._voertuigen.save(self._wie[daad.wie], None, VoertuigKaart(), kaart, daad.uit_rdw)
        self._ids[daad.over] = voertuig.id

    @do.register(VoertuigGewijzigd)
    def _change_voertuig(self, daad: VoertuigGewijzigd) -> None:
        velden: dict[str, Any] = dict(daad.velden)
        if daad.eigenaar:
            velden["hoofdeigenaar"] = self._koppen[daad.eigenaar]
        basis = self._voertuig(daad).kaart
        nummer = self._ids[daad.over]
        self._voertuigen.save(self._wie[daad.wie], nummer, basis, replace(basis, **velden), daad.uit_rdw)

    @do.register(PlaatGewisseld)
    def _change_plate(self, daad: PlaatGewisseld) -> None:
        oud = self._voertuig(daad).kaart.kenteken
        wissel = PlaatWissel(oud, daad.kenteken, daad.dag)
        self._wisselingen.change_plate(self._wie[daad.wie], self._ids[daad.over], wissel)

    @do.register(BestuurderGekozen)
    def _choose_driver(self, daad: BestuurderGekozen) -> None:
        wissel = RolWissel(Rol.BESTUURDER, None, self._koppen[daad.bestuurder], daad.dag)
        self._wisselingen.change_role(self._wie[daad.wie], self._ids[daad.over], wissel)

    @do.register(CodeBekeken)
    def _look_at_code(self, daad: CodeBekeken) -> None:
        self._voertuigen.reveal_code(self._wie[daad.wie], self._ids[daad.over], daad.veld)

    @do.register(KmGenoteerd)
    def _note_km(self, daad: KmGenoteerd) -> None:
        self._kmstanden.add(self._wie[daad.wie], self._ids[daad.over], daad.invoer)

    @do.register(BandenGenoteerd)
    def _note_tyres(self, daad: BandenGenoteerd) -> None:
        self._banden.save(self._wie[daad.wie], self._ids[daad.over], None, BandensetKaart(), daad.kaart)

    @do.register(BandenGewisseld)
    def _change_tyres(self, daad: BandenGewisseld) -> None:
        wie = self._wie[daad.wie]
        for een in self._banden.van_voertuig(wie, self._ids[daad.over]):
            if een.kaart.seizoen is daad.seizoen:
                self._banden.mount(wie, een.id)

    @do.register(VrijeVeldenIngevuld)
    def _fill_free_fields(self, daad: VrijeVeldenIngevuld) -> None:
        self._vrije_velden.save(self._wie[daad.wie], self._ids[daad.over], {}, daad.waarden)

    @do.register(BijlageToegevoegd)
    def _add_file(self, daad: BijlageToegevoegd) -> None:
        wie, nummer = self._wie[daad.wie], self._ids[daad.over]
        self._bijlagen.add(wie, "voertuig", nummer, daad.naam, daad.inhoud, daad.soort)

    @do.register(BijlageWeggehaald)
    def _take_file_away(self, daad: BijlageWeggehaald) -> None:
        wie = self._wie[daad.wie]
        for een in self._bijlagen.van(wie, "voertuig", self._ids[daad.over]):
            if een.naam == daad.naam:
                self._bijlagen.remove(wie, een.id)

    @do.register(SchadeGenoteerd)
    def _note_damage(self, daad: SchadeGenoteerd) -> None:
        wie = self._wie[daad.wie]
        schade = self._schades.save(wie, self._ids[daad.over], None, SchadeKaart(), daad.kaart)
        self._bijlagen.add(wie, "schade", schade.id, "schade.png", daad.foto, Bijlagesoort.FOTO)

    @do.register(GarantieGenoteerd)
    def _note_warranty(self, daad: GarantieGenoteerd) -> None:
        self._garanties.save(self._wie[daad.wie], self._ids[daad.over], None, GarantieKaart(), daad.kaart)

    @do.register(HerinneringGenoteerd)
    def _note_reminder(self, daad: HerinneringGenoteerd) -> None:
        nummer = self._ids[daad.over]
        self._herinneringen.save(self._wie[daad.wie], nummer, None, HerinneringKaart(), daad.kaart)

    @do.register(HerinneringGedaan)
    def _tick_reminder(self, daad: HerinneringGedaan) -> None:
        wie = self._wie[daad.wie]
        for een in self._herinneringen.van_voertuig(wie, self._ids[daad.over]):
            if een.gedaan_op is None and een.kaart.omschrijving == daad.tekst:
                self._herinneringen.mark_done(wie, een.id)

    @do.register(RdwOpgevraagd)
    def _ask_rdw(self, daad: RdwOpgevraagd) -> None:
        kenteken = self._voertuig(daad).kaart.kenteken
        if kenteken is not None:
            self._rdw.look_up(self._wie[daad.wie], kenteken)

    @do.register(LinkGeopend)
    def _open_link(self, daad: LinkGeopend) -> None:
        self._pechhulp.open_link(self._wie[daad.wie], self._ids[daad.over], daad.aanbieder)

    @do.register(PasAangevraagd)
    def _request_pas(self, daad: PasAangevraagd) -> None:
        wie, nummer = self._wie[daad.wie], self._ids[daad.over]
        invoer = self._pechhulp.prepare(wie, nummer).invoer
        self._browser.hapert = daad.hapert
        # What goes wrong here goes wrong on purpose: the register must show requests in each state.
        with suppress(PartijFout, Afgebroken):
            self._aanvragen[daad.over] = self._pechhulp.aanvragen(wie, nummer, invoer).id
        self._browser.hapert = ""

    @do.register(PasBevestigd)
    def _confirm_pas(self, daad: PasBevestigd) -> None:
        self._pechhulp.confirm(self._wie[daad.wie], self._aanvragen[daad.over], daad.pasnummer, daad.einddatum)

    @do.register(PasMislukt)
    def _fail_pas(self, daad: PasMislukt) -> None:
        self._pechhulp.fail(self._wie[daad.wie], self._aanvragen[daad.over])

    def _voertuig(self, daad: Gebeurtenis) -> Voertuig:
        return self._voertuigen.load(self._wie[daad.wie], self._ids[daad.over])
