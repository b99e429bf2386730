"""One transaction on the database: a snapshot that is read, or a write with the logboek lines at its end.

Repositories are made when they are first asked for, so that a transaction pays only for what it uses.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from werkplaats.store.geraakt import Geraakt
from werkplaats.store.repo.artikelen import Artikelen
from werkplaats.store.repo.banden import Banden
from werkplaats.store.repo.bewaren import Bewaren
from werkplaats.store.repo.bijlagen import Bijlagen
from werkplaats.store.repo.contacten import Contacten
from werkplaats.store.repo.correcties import Correcties
from werkplaats.store.repo.dagtaken import Dagtaken
from werkplaats.store.repo.eigenschappen import Eigenschappen
from werkplaats.store.repo.garanties import Garanties
from werkplaats.store.repo.gebruikers import Gebruikers
from werkplaats.store.repo.geheimen import Geheimen
from werkplaats.store.repo.herinneringen import Herinneringen
from werkplaats.store.repo.historie import Levensloop
from werkplaats.store.repo.historieken import Historieken
from werkplaats.store.repo.instellingen import Instellingen
from werkplaats.store.repo.kmstanden import KmStanden
from werkplaats.store.repo.leenperiodes import Leenperiodes
from werkplaats.store.repo.lijsten import Lijsten
from werkplaats.store.repo.logboek import Logboek
from werkplaats.store.repo.meldingen import Meldingen
from werkplaats.store.repo.monteurwerk import Monteurwerk
from werkplaats.store.repo.nummers import Nummers
from werkplaats.store.repo.orderlijsten import Orderlijst
from werkplaats.store.repo.orders import Orders
from werkplaats.store.repo.pechhulp import PechhulpRegister
from werkplaats.store.repo.ponaanvragen import PonAanvragen
from werkplaats.store.repo.ponmails import PonMails
from werkplaats.store.repo.postbus import Postbus
from werkplaats.store.repo.rdw import RdwAntwoorden
from werkplaats.store.repo.relaties import Relaties
from werkplaats.store.repo.schades import Schades
from werkplaats.store.repo.voertuigen import Voertuigen
from werkplaats.store.repo.vrije_velden import VrijeWaarden
from werkplaats.store.repo.werkkaarten import Werkkaarten
from werkplaats.store.repo.wisselingen import Wisselingen
from werkplaats.store.repo.zoeken import Zoeken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from sqlalchemy import Connection

    from werkplaats.domain.moment import Moment
    from werkplaats.domain.rechten import Wie


class Lezing:
    """A read-only snapshot; its attributes are the repositories."""

    def __init__(self, verbinding: Connection, bijlagen_map: Path | None) -> None:
        self.verbinding = verbinding
        self.bijlagen_map = bijlagen_map

    @property
    def embedded(self) -> bool:
        """Whether this is SQLite."""
        return self.verbinding.dialect.name == "sqlite"

    @cached_property
    def sessie(self) -> Session:
        """The session of this transaction; queries never flush by themselves, a repository flushes what it writes."""
        return Session(self.verbinding, autoflush=False, expire_on_commit=False)

    @cached_property
    def voertuigen(self) -> Voertuigen:
        """The vehicles."""
        return Voertuigen(self)

    @cached_property
    def wisselingen(self) -> Wisselingen:
        """The dated facts of the vehicles: plates and people, each with their days."""
        return Wisselingen(self)

    @cached_property
    def werkkaarten(self) -> Werkkaarten:
        """The werkkaarten."""
        return Werkkaarten(self)

    @cached_property
    def monteurwerk(self) -> Monteurwerk:
        """What mechanics did on the werkkaarten."""
        return Monteurwerk(self)

    @cached_property
    def orders(self) -> Orders:
        """The sales orders."""
        return Orders(self)

    @cached_property
    def orderlijsten(self) -> Orderlijst:
        """What fills the choices of an order."""
        return Orderlijst(self)

    @cached_property
    def ponaanvragen(self) -> PonAanvragen:
        """The requests for plates at PON."""
        return PonAanvragen(self)

    @cached_property
    def ponmails(self) -> PonMails:
        """The daily mails about them."""
        return PonMails(self)

    @cached_property
    def artikelen(self) -> Artikelen:
        """The shops' own lists for the lines of a werkkaart."""
        return Artikelen(self)

    @cached_property
    def relaties(self) -> Relaties:
        """The relaties."""
        return Relaties(self)

    @cached_property
    def contacten(self) -> Contacten:
        """The contact that there was with relaties."""
        return Contacten(self)

    @cached_property
    def kmstanden(self) -> KmStanden:
        """The odometer readings."""
        return KmStanden(self)

    @cached_property
    def banden(self) -> Banden:
        """The sets of tyres."""
        return Banden(self)

    @cached_property
    def vrije_waarden(self) -> VrijeWaarden:
        """What stands in the fields that a shop defined itself."""
        return VrijeWaarden(self)

    @cached_property
    def schades(self) -> Schades:
        """The damages of the cars."""
        return Schades(self)

    @cached_property
    def garanties(self) -> Garanties:
        """The warranties of the cars."""
        return Garanties(self)

    @cached_property
    def leenperiodes(self) -> Leenperiodes:
        """The periods in which cars are lent or hired out."""
        return Leenperiodes(self)

    @cached_property
    def pechhulp(self) -> PechhulpRegister:
        """Our own register of roadside assistance."""
        return PechhulpRegister(self)

    @cached_property
    def meldingen(self) -> Meldingen:
        """The reports to Car-Pass."""
        return Meldingen(self)

    @cached_property
    def historieken(self) -> Historieken:
        """The requests for a Car-Pass historiek."""
        return Historieken(self)

    @cached_property
    def correcties(self) -> Correcties:
        """The correction forms of the reports."""
        return Correcties(self)

    @cached_property
    def rdw(self) -> RdwAntwoorden:
        """What the RDW register answered."""
        return RdwAntwoorden(self)

    @cached_property
    def instellingen(self) -> Instellingen:
        """The shops and their settings."""
        return Instellingen(self)

    @cached_property
    def herinneringen(self) -> Herinneringen:
        """The reminders of the cars."""
        return Herinneringen(self)

    @cached_property
    def gebruikers(self) -> Gebruikers:
        """The users and their groups."""
        return Gebruikers(self)

    @cached_property
    def geheimen(self) -> Geheimen:
        """The sealed secrets."""
        return Geheimen(self)

    @cached_property
    def levensloop(self) -> Levensloop:
        """What happened with a car beside its card."""
        return Levensloop(self)

    @cached_property
    def logboek(self) -> Logboek:
        """Who did what."""
        return Logboek(self)

    @cached_property
    def postbus(self) -> Postbus:
        """What must reach another system."""
        return Postbus(self)

    @cached_property
    def dagtaken(self) -> Dagtaken:
        """The day's tasks."""
        return Dagtaken(self)

    @cached_property
    def bewaren(self) -> Bewaren:
        """What need not be kept any longer."""
        return Bewaren(self)

    @cached_property
    def zoeken(self) -> Zoeken:
        """The search as one types."""
        return Zoeken(self)

    @cached_property
    def lijsten(self) -> Lijsten:
        """The long lists."""
        return Lijsten(self)

    @cached_property
    def eigenschappen(self) -> Eigenschappen:
        """What the database knows of itself."""
        return Eigenschappen(self)

    @cached_property
    def bijlagen(self) -> Bijlagen:
        """The files."""
        return Bijlagen(self)

    @cached_property
    def nummers(self) -> Nummers:
        """The number series."""
        return Nummers(self)


class Werk(Lezing):
    """A write for a person at a moment; what it logs is written last, when the transaction ends."""

    def __init__(self, verbinding: Connection, bijlagen_map: Path | None, wie: Wie, nu: Moment) -> None:
        super().__init__(verbinding, bijlagen_map)
        self.wie = wie
        self.nu = nu
        self._geraakt = Geraakt()

    @cached_property
    def sessie(self) -> Session:
        """The session of this transaction, with an ear to the rows that it writes."""
        sessie = super().sessie
        self._geraakt.watch(sessie)
        return sessie

    def touch(self, voertuigen: Iterable[int]) -> None:
        """Has the lines of these cars made anew, for what is written past the session."""
        self._geraakt.add("voertuig", voertuigen)

    @property
    def vandaag(self) -> date:
        """The day it is now, where this person works."""
        return self.nu.lokaal(self.wie.zone).date()

    def log(
        self,
        onderwerp: str,
        onderwerp_id: int,
        handeling: str,
        waarden: Mapping[str, tuple[str | None, str | None]] | None = None,
    ) -> None:
        """Notes a line of the logboek: what was done to which record, with each field before and after."""
        self._geraakt.add(onderwerp, (onderwerp_id,))
        self.logboek.note(
            self.wie,
            self.nu,
            onderwerp=onderwerp,
            onderwerp_id=onderwerp_id,
            handeling=handeling,
            waarden=waarden or {},
        )

    def finish(self) -> None:
        """Writes what is still open, the logboek last: from its lock on, no other write can come in between."""
        self.sessie.flush()
        self._geraakt.write_lines(self.verbinding)
        self.logboek.write_lines()
