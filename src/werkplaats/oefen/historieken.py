"""The Car-Pass histories of the Belgian practice shop: one that may be shown still, and one that is too old."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from werkplaats.domain.carpass_antwoord import StatusAntwoord, Uitspraak
from werkplaats.domain.carpass_historiek import HistoriekAntwoord, HistoriekInvoer, HistoriekStand
from werkplaats.domain.kmstand import KmHerkomst
from werkplaats.domain.moment import Moment
from werkplaats.domain.postbus import Staat as BerichtStaat
from werkplaats.domain.postbus import Uitkomst
from werkplaats.usecases.historiek_bericht import lay_request, record_arrival
from werkplaats.usecases.historieken import receive
from werkplaats.usecases.meldingen_schrijven import kop_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkplaats.domain.carpass_historiek import Historiek
    from werkplaats.oefen.meldingen import Balie
    from werkplaats.store.transactie import Werk


class _Geval(NamedTuple):
    """A history: of which car, and how many days ago it was asked."""

    sleutel: str
    geleden: int


_GEMELD = (KmHerkomst.CARPASS, KmHerkomst.IMPORT)
"""What another garage may have reported: what came with the card is of before this one."""

_GEVALLEN = (_Geval("gent", 96), _Geval("3DLM096", 19))


def fill_historieken(balie: Balie, ids: Mapping[str, int]) -> dict[str, Any]:
    """Makes the histories, and gives those that Car-Pass knows."""
    nu = balie.klok.nu()
    gemaakt: list[Historiek] = []
    for nummer, geval in enumerate(_GEVALLEN, 1):
        balie.klok.moment = Moment(nu.utc - timedelta(days=geval.geleden))
        guid = f"00000000-0000-4000-9000-{nummer:012d}"
        gemaakt.append(balie.store.run(balie.wie, partial(_write, voertuig_id=ids[geval.sleutel], guid=guid)))
    balie.klok.moment = nu
    return {"histories": [_sent(een) for een in gemaakt]}


def _write(werk: Werk, voertuig_id: int, guid: str) -> Historiek:
    """By the way that a real one goes: laid ready, sent, and fetched."""
    kaart = werk.voertuigen.get(voertuig_id).kaart
    vin = kaart.chassisnummer.tekst if kaart.chassisnummer else ""
    standen = [een for een in werk.kmstanden.van_voertuig(voertuig_id) if een.datum <= werk.vandaag]
    bekend = [HistoriekStand(een.datum, een.km, "Car-Pass") for een in standen if een.herkomst in _GEMELD]
    stand = max((een.km for een in standen), default=64_000) + 12
    nummer = werk.historieken.add(kop_of(voertuig_id, kaart), HistoriekInvoer(stand, vin), werk.vandaag)
    werk.log("historiek", nummer, "toegevoegd")
    historiek = werk.historieken.get(nummer)
    bericht = lay_request(werk, historiek)
    werk.postbus.move(bericht, BerichtStaat.VERZONDEN, Uitkomst.verzonden())
    record_arrival(werk, historiek, StatusAntwoord(guid, "ONGOING", Uitspraak.BEZIG))
    alle = (*sorted(bekend, key=lambda een: een.datum), HistoriekStand(werk.vandaag, stand, "Opgegeven"))
    antwoord = HistoriekAntwoord("ACCEPTED", Uitspraak.AANVAARD, "", _draw(vin, alle), alle)
    receive(werk, werk.historieken.get(nummer), antwoord)
    return werk.historieken.get(nummer)


def _draw(vin: str, standen: tuple[HistoriekStand, ...]) -> bytes:
    """A document like that of Car-Pass; the same readings give the same bytes."""
    blad = BytesIO()
    canvas = Canvas(blad, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica-Bold", 20)
    canvas.drawString(60, 780, "Car-Pass: historiek (oefenen)")
    canvas.setFont("Helvetica", 11)
    canvas.drawString(60, 740, f"Chassisnummer: {vin}")
    for plek, stand in enumerate(standen):
        canvas.drawString(60, 700 - 20 * plek, f"{stand.datum:%d-%m-%Y}    {stand.km} km    {stand.herkomst}")
    canvas.save()
    return blad.getvalue()


def _sent(historiek: Historiek) -> dict[str, Any]:
    invoer = historiek.invoer
    bekend = [{"day": een.datum.isoformat(), "km": een.km} for een in historiek.standen[:-1]]
    asked = {"guid": historiek.guid, "vin": invoer.vin, "day": historiek.datum.isoformat(), "km": invoer.km}
    return {**asked, "readings": bekend}
