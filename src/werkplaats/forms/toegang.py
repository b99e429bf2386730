"""What the dialogs of one window work with: the person at it, the use cases, and the means of the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from werkplaats.domain.moment import vandaag

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.afdruk import Papier
    from werkplaats.domain.moment import Klok
    from werkplaats.domain.rechten import Wie
    from werkplaats.ui.voorkeuren import Voorkeuren
    from werkplaats.ui.work import Background
    from werkplaats.usecases.adressen import Adressen
    from werkplaats.usecases.afdrukken import Afdrukken
    from werkplaats.usecases.artikelen import Artikelen
    from werkplaats.usecases.banden import Banden
    from werkplaats.usecases.bijlagen import Bijlagen
    from werkplaats.usecases.carpass import CarPass
    from werkplaats.usecases.contacten import Contacten
    from werkplaats.usecases.correcties import Correcties
    from werkplaats.usecases.dagtaken import Dagtaken
    from werkplaats.usecases.garanties import Garanties
    from werkplaats.usecases.gebruikersbeheer import Gebruikersbeheer
    from werkplaats.usecases.herinneringen import Herinneringen
    from werkplaats.usecases.historie import Historie
    from werkplaats.usecases.historieken import Historieken
    from werkplaats.usecases.instellingen import Instellingen
    from werkplaats.usecases.internet import Internet
    from werkplaats.usecases.kmstanden import Kmstanden
    from werkplaats.usecases.leenperiodes import Leenperiodes
    from werkplaats.usecases.lijsten import Lijsten
    from werkplaats.usecases.mails import Mails
    from werkplaats.usecases.monteurwerk import Monteurwerk
    from werkplaats.usecases.pechhulp import Pechhulp
    from werkplaats.usecases.postbus import Postbus
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


@dataclass(frozen=True, slots=True)
class Toegang:
    """Made once, when the store is there; a dialog is handed this whole, and uses of it what its task needs."""

    wie: Wie
    klok: Klok
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
    carpass: CarPass
    historieken: Historieken
    correcties: Correcties
    herinneringen: Herinneringen
    instellingen: Instellingen
    gebruikersbeheer: Gebruikersbeheer
    postbus: Postbus
    mails: Mails
    dagtaken: Dagtaken
    lijsten: Lijsten
    volgen: Volgen
    afdrukken: Afdrukken
    papier: Papier
    background: Background
    voorkeuren: Voorkeuren

    def vandaag(self) -> date:
        """The day it is now in the shop of this person."""
        return vandaag(self.klok, self.wie.zone)
