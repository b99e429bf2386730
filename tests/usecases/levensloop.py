"""A car with which everything happened, for the tests of its history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.usecases.garage import GOLF
from werkplaats.domain.banden import BandensetKaart, Seizoen
from werkplaats.domain.bijlage import Bijlagesoort
from werkplaats.domain.carpass import MeldingInvoer
from werkplaats.domain.garantie import GarantieKaart, Garantiesoort
from werkplaats.domain.herinnering import HerinneringKaart
from werkplaats.domain.kmstand import KmInvoer
from werkplaats.domain.melding import Daad
from werkplaats.domain.order import OrderKaart, Orderstatus, Plaatregel
from werkplaats.domain.ponaanvraag import AanvraagInhoud, Aanvraagstaat, Aanvraagtype
from werkplaats.domain.schade import Plek, SchadeKaart
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.werkkaart import KaartStaat, WerkkaartInvoer

if TYPE_CHECKING:
    from tests.usecases.garage import Garage
    from werkplaats.domain.voertuig import Voertuig

VIN = Vin("WVWZZZAWZPY000101")
FOTO = b"\x89PNG\r\n\x1a\n" + bytes(64)
DAG = date(2026, 11, 24)


def new_car(garage: Garage) -> Voertuig:
    """A car with a plate, a chassis number and an owner, and with nothing behind it yet."""
    kaart = VoertuigKaart(kenteken=GOLF, merk="Volkswagen", model="Golf", chassisnummer=VIN)
    return garage.new_car(replace(kaart, hoofdeigenaar=garage.new_owner()))


def live(garage: Garage, auto: int, keer: int = 0) -> None:
    """Lets everything happen to a car, for the nth time."""
    _visit(garage, auto)
    _cover(garage, auto, keer)
    _files(garage, auto, keer)
    _sell(garage)
    beurt = garage.herinneringen.save(garage.balie, auto, None, HerinneringKaart(), HerinneringKaart(op_datum=DAG))
    garage.herinneringen.mark_done(garage.balie, beurt.id)
    garage.kmstanden.add(garage.balie, auto, KmInvoer(60_000 + keer, DAG))


def _visit(garage: Garage, auto: int) -> None:
    invoer = WerkkaartInvoer(klacht="APK en lampen")
    kaart = garage.werkkaarten.make(garage.balie, auto, invoer)
    for staat in (KaartStaat.BINNEN, KaartStaat.KLAAR, KaartStaat.OPGEHAALD):
        garage.werkkaarten.set_staat(garage.balie, kaart.id, staat)
    garage.bijlagen.add(garage.balie, "werkkaart", kaart.id, "rem.png", FOTO, Bijlagesoort.FOTO)
    melding = garage.carpass.keep(garage.balie, auto, MeldingInvoer(datum=DAG, stand=60_000, vin=VIN.tekst))
    with garage.store.begin(garage.balie) as werk:
        werk.meldingen.move(melding.id, Daad.VERSTUREN, "versturen")
        werk.meldingen.move(melding.id, Daad.AANVAARDEN, "antwoord")


def _cover(garage: Garage, auto: int, keer: int) -> None:
    balie = garage.balie
    kras = SchadeKaart(Plek.PORTIER_LV, 450, 460, f"Kras {keer}", date(2026, 3, 12))
    schade = garage.schades.save(balie, auto, None, SchadeKaart(), kras)
    garage.bijlagen.add(balie, "schade", schade.id, "kras.png", FOTO, Bijlagesoort.FOTO)
    roest = GarantieKaart(Garantiesoort.ROEST, date(2020, 1, 1), date(2026, 6, 30), None, "Volkswagen")
    garage.garanties.save(balie, auto, None, GarantieKaart(), roest)
    zomer = BandensetKaart(gemonteerd=True, maat="205/55 R16 91V")
    garage.banden.save(balie, auto, None, BandensetKaart(), zomer)
    winter = garage.banden.save(balie, auto, None, BandensetKaart(), BandensetKaart(Seizoen.WINTER))
    garage.banden.mount(balie, winter.id)


def _files(garage: Garage, auto: int, keer: int) -> None:
    balie = garage.balie
    brief = garage.bijlagen.add(balie, "voertuig", auto, f"brief {keer}.txt", b"Hallo", Bijlagesoort.DOCUMENT)
    garage.bijlagen.add(balie, "voertuig", auto, "zij.png", FOTO, Bijlagesoort.FOTO)
    with garage.later(hours=1):
        garage.bijlagen.remove(balie, brief.id)


def _sell(garage: Garage) -> None:
    kaart = OrderKaart(merk="Volkswagen", chassisnummer=VIN, platen=(Plaatregel("27.1", 2),))
    order = garage.new_order(kaart)
    garage.orders.save(garage.verkoper, order.id, kaart, replace(kaart, status=Orderstatus.AFGELEVERD))
    inhoud = AanvraagInhoud(
        *("VOLKSWAGEN", "12345", VIN.tekst, Aanvraagtype.HANDMATIG, DAG, None, "27.1", 2, f"order-{order.nummer}")
    )
    with garage.store.begin(garage.verkoper) as werk:
        nummer = werk.ponaanvragen.add(order.id, inhoud)
        werk.ponaanvragen.write(nummer, staat=Aanvraagstaat.TOEGEKEND, kenteken="GA-482-R")
