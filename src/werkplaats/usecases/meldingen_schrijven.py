"""Writes a report to Car-Pass inside a transaction that is already open: Einde Service closes a werkkaart with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from werkplaats.domain.carpass import MeldingInvoer, Vrijstelling
from werkplaats.domain.melding import Daad, MeldingKop
from werkplaats.domain.meldingplicht import is_exempt, must_report
from werkplaats.domain.relatie import Aanhef

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.bedrag import Bedrag
    from werkplaats.domain.kmstand import KmStand
    from werkplaats.domain.melding import MonteurStand
    from werkplaats.domain.voertuig import VoertuigKaart
    from werkplaats.store.transactie import Lezing, Werk

ONDERWERP = "melding"
BELGIE = "BE"
VROEG_DAGEN = 5
"""A report made so many days before Einde Service, or less, is of the same visit."""


@dataclass(frozen=True, slots=True)
class Bezoek:
    """What a werkkaart tells of the visit that ends: the reading, the mechanic's own, the works and their price."""

    werkkaart_id: int
    stand: int | None = None
    monteur: MonteurStand | None = None
    regels: tuple[str, ...] = ()
    activiteiten: tuple[str, ...] = ()
    omschrijving: str = ""
    bedrag: Bedrag | None = None


def concept_for(werk: Werk, voertuig_id: int, bezoek: Bezoek) -> int | None:
    """The report of a visit that ends, as concept, in the transaction of whoever calls; None where none is due.

    A werkkaart has one report: called twice, it gives the same one. An early report of this visit is recognised and
    tied to the werkkaart. Raises NietGevonden when the car is gone.
    """
    shop = werk.instellingen.get(werk.wie.shop_id)
    if shop.instellingen.land != BELGIE:
        return None
    # With the car held, two hands that end the same visit come one after the other.
    werk.voertuigen.lock(voertuig_id)
    bestaand = werk.meldingen.of_werkkaart(bezoek.werkkaart_id)
    if bestaand:
        return bestaand[0]
    vroeg = werk.meldingen.early(shop.id, voertuig_id, werk.vandaag - timedelta(VROEG_DAGEN))
    if vroeg is not None:
        werk.meldingen.lock(vroeg)
        werk.meldingen.write(vroeg, werkkaart_id=bezoek.werkkaart_id)
        werk.meldingen.note(vroeg, "herkend")
        return vroeg
    kaart = werk.voertuigen.get(voertuig_id).kaart
    if not must_report(kaart):
        return None
    nummer = write_concept(werk, voertuig_id, _input(werk, kaart, bezoek), bezoek=bezoek)
    vrij = shop.instellingen.carpass_vrijstelling
    if is_exempt(bezoek.bedrag, particulier=is_private(werk, kaart), aan=vrij):
        werk.meldingen.move(nummer, Daad.VRIJSTELLEN, "vrijgesteld", reden=Vrijstelling.KLEIN_BEDRAG)
    return nummer


def write_concept(werk: Werk, voertuig_id: int, invoer: MeldingInvoer, bezoek: Bezoek | None = None) -> int:
    """A report as concept, with the car as it is today; without a visit it is an early one."""
    kaart = werk.voertuigen.get(voertuig_id).kaart
    nummer = werk.meldingen.add(
        kop_of(voertuig_id, kaart),
        invoer,
        previous(werk, voertuig_id, invoer.datum, bezoek.werkkaart_id if bezoek else None),
        werkkaart_id=bezoek.werkkaart_id if bezoek else None,
        monteur=bezoek.monteur if bezoek else None,
        vroeg=bezoek is None,
    )
    werk.log(ONDERWERP, nummer, "toegevoegd")
    return nummer


def kop_of(voertuig_id: int, kaart: VoertuigKaart) -> MeldingKop:
    """Of which car a report is: the plate, the make and the owner of that day."""
    auto = " ".join(deel for deel in (kaart.merk, kaart.model, kaart.type) if deel)
    eigenaar = kaart.hoofdeigenaar.weergave if kaart.hoofdeigenaar else ""
    return MeldingKop(voertuig_id, kaart.kenteken, auto, eigenaar, kaart.datum_deel_1a)


def readings(lezing: Lezing, voertuig_id: int, werkkaart_id: int | None) -> tuple[KmStand, ...]:
    """The readings that a report is judged by: all of the car but those of its own visit, which it may put right."""
    alle = lezing.kmstanden.van_voertuig(voertuig_id)
    nummer = lezing.werkkaarten.number(werkkaart_id) if werkkaart_id is not None else ""
    return tuple(meting for meting in alle if not nummer or meting.opmerking != nummer)


def previous(
    lezing: Lezing, voertuig_id: int, datum: date | None, werkkaart_id: int | None = None
) -> tuple[int, date] | None:
    """The latest reading on or before a day, in kilometres, with its day; those of the visit itself do not count."""
    alle = readings(lezing, voertuig_id, werkkaart_id)
    eerder = [meting for meting in alle if datum is None or meting.datum <= datum]
    laatste = max(eerder, key=lambda meting: (meting.datum, meting.km), default=None)
    return None if laatste is None else (laatste.km, laatste.datum)


def is_private(lezing: Lezing, kaart: VoertuigKaart) -> bool:
    """Whether the owner is known, and a person."""
    if kaart.hoofdeigenaar is None:
        return False
    return lezing.relaties.get(kaart.hoofdeigenaar.id).kaart.aanhef is not Aanhef.BEDRIJF


def _input(werk: Werk, kaart: VoertuigKaart, bezoek: Bezoek) -> MeldingInvoer:
    stand = bezoek.stand if bezoek.stand is not None or bezoek.monteur is None else bezoek.monteur.stand
    return MeldingInvoer(
        stand=stand,
        datum=werk.vandaag,
        vin=kaart.chassisnummer.tekst if kaart.chassisnummer else "",
        activiteiten=bezoek.activiteiten,
        omschrijving=bezoek.omschrijving,
        regels=bezoek.regels,
    )
