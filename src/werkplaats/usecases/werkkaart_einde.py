"""Einde Service: the work is closed, its reading kept, and in Belgium the report to Car-Pass made; all or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from werkplaats.domain.carpass import REGELS_HOOGSTENS
from werkplaats.domain.carpass_werken import activities_of
from werkplaats.domain.kmstand import KmHerkomst, KmInvoer, is_possible
from werkplaats.domain.melding import AANDACHT, MonteurStand
from werkplaats.domain.werkkaart import KaartStaat
from werkplaats.domain.werkkaart_regel import Regelsoort
from werkplaats.usecases.meldingen_schrijven import Bezoek, concept_for
from werkplaats.usecases.werkkaart_daden import step

if TYPE_CHECKING:
    from werkplaats.domain.werkkaart import Werkkaart
    from werkplaats.store.transactie import Lezing, Werk

OMSCHRIJVING_HOOGSTENS = 500
"""As much of the works is told of itself; a person adds what is missing."""


@dataclass(frozen=True, slots=True)
class Einde:
    """A card whose work was closed, and its report to Car-Pass; None where none is due."""

    kaart: Werkkaart
    melding_id: int | None


def finish(werk: Werk, kaart_id: int) -> Einde:
    """Closes the work of a card; done twice, it is as it was. Raises WerkplaatsError STAAT_KAN_NIET."""
    kaart = step(werk, kaart_id, KaartStaat.KLAAR)
    melding_id = concept_for(werk, kaart.voertuig_id, _visit(werk, kaart))
    _keep_reading(werk, kaart)
    return Einde(kaart, melding_id)


def open_report(lezing: Lezing, kaart_id: int) -> int | None:
    """The report of a card about which somebody still has to decide, while the car stands here."""
    for melding_id in lezing.meldingen.of_werkkaart(kaart_id):
        if lezing.meldingen.get(melding_id).staat in AANDACHT:
            return melding_id
    return None


def _visit(lezing: Lezing, kaart: Werkkaart) -> Bezoek:
    invoer = kaart.invoer
    regels = tuple(regel.omschrijving or regel.code for regel in invoer.regels if regel.is_priced)
    werk = [
        regel.omschrijving or regel.code
        for regel in invoer.regels
        if regel.soort is Regelsoort.PAKKET or (regel.soort is Regelsoort.UREN and not regel.in_pakket)
    ]
    return Bezoek(
        kaart.id,
        invoer.km_stand,
        _of_mechanic(lezing, kaart),
        regels[:REGELS_HOOGSTENS],
        activities_of(
            invoer.regels,
            lezing.artikelen.werken(kaart.shop_id),
            [code for code, _label in lezing.meldingen.activiteiten(kaart.shop_id)],
        ),
        omschrijving=", ".join(werk)[:OMSCHRIJVING_HOOGSTENS],
        bedrag=invoer.totalen.inclusief,
    )


def _of_mechanic(lezing: Lezing, kaart: Werkkaart) -> MonteurStand | None:
    """What the mechanic read off during this visit; it is kept beside what the counter reports."""
    for meting in lezing.kmstanden.van_voertuig(kaart.voertuig_id):
        if meting.herkomst is KmHerkomst.MONTEUR and meting.opmerking == kaart.nummer:
            return MonteurStand(meting.km, meting.gewijzigd_door, meting.gewijzigd_op)
    return None


def _keep_reading(werk: Werk, kaart: Werkkaart) -> None:
    """The reading of the card joins those of the car, once; nothing odd about it may keep the work from closing."""
    stand = kaart.invoer.km_stand
    if stand is None or not is_possible(stand):
        return
    dag = werk.vandaag
    eerder = werk.kmstanden.van_voertuig(kaart.voertuig_id)
    if not any(meting.datum == dag and meting.km == stand for meting in eerder):
        werk.kmstanden.add(kaart.voertuig_id, KmInvoer(stand, dag, herkomst=KmHerkomst.BALIE, opmerking=kaart.nummer))
        werk.log("voertuig", kaart.voertuig_id, "toegevoegd", {"kmstand": ("", str(stand))})
