"""The reports to Car-Pass of the Belgian practice shop: one in each state, and what Car-Pass itself knows of them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

from werkplaats.domain.carpass import ZONE, MeldingInvoer, Vrijstelling
from werkplaats.domain.carpass_antwoord import StatusAntwoord, Uitspraak
from werkplaats.domain.correctie import CorrectieInvoer, Stap
from werkplaats.domain.kmstand import KmHerkomst
from werkplaats.domain.melding import Daad, Issue, MonteurStand, Staat
from werkplaats.domain.moment import Moment
from werkplaats.domain.postbus import Staat as BerichtStaat
from werkplaats.domain.postbus import Uitkomst
from werkplaats.usecases.carpass_berichten import MELDING, lay_ready, observation_of
from werkplaats.usecases.carpass_stand import record_status
from werkplaats.usecases.meldingen_schrijven import kop_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from werkplaats.domain.melding import Melding
    from werkplaats.domain.moment import VasteKlok
    from werkplaats.domain.rechten import Wie
    from werkplaats.oefen.gebeurtenissen import KmGenoteerd
    from werkplaats.oefen.voertuigen import OefenVoertuig
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

RENAULT = "3DLM096"
"""The car of the old help: its last digits were swapped at the counter, and the mechanic had them right."""

ACTIVITEITEN = {
    "A01": "Onderhoud",
    "A02": "Olie en filters",
    "A03": "Banden",
    "A04": "Remmen",
    "A06": "Motor",
    "A09": "Elektriciteit en elektronica",
    "A11": "Airco",
    "A13": "Kilometerteller vervangen of hersteld",
    "A99": "Andere werken",
}
_HAPERT = re.compile(r"[ADRMUTFH]\d$")
"""The end of a chassis number that makes the stand-in do something odd."""

_WERKEN = "Remblokken en remschijven vooraan vervangen, remvloeistof ververst, klein onderhoud."


class _Geval(NamedTuple):
    """A report: how many days ago, where it stands, what Car-Pass stumbles over, how much further the car had come."""

    geleden: int
    staat: Staat
    code: str = ""
    erbij: int = 420


_ANDERE = (
    _Geval(0, Staat.ANOMALIE, "KM_ROUNDED", 0),
    _Geval(0, Staat.CONCEPT),
    _Geval(0, Staat.VERSTUURD),
    _Geval(1, Staat.ONZEKER),
    _Geval(1, Staat.WACHT_OP_DIV),
    _Geval(1, Staat.CORRECTIEFORMULIER, "KM_LOWER_THAN_PREVIOUS", -3_410),
    _Geval(2, Staat.GEWEIGERD, "NOT_CORRECTABLE"),
    _Geval(3, Staat.UITGESTELD),
    _Geval(4, Staat.NIET_MELDINGSPLICHTIG),
    _Geval(5, Staat.GESLOTEN, "KM_LOWER_THAN_PREVIOUS", -1_205),
    *(_Geval(dag, Staat.AANVAARD) for dag in (0, 1, 2, 2, 3, 4, 5, 6, 7, 8)),
)


@dataclass(frozen=True, slots=True)
class Balie:
    """Who reports, in which database, by which clock; it is set to the day of each report."""

    store: Store
    klok: VasteKlok
    wie: Wie


def fill_meldingen(
    balie: Balie, voertuigen: Iterable[OefenVoertuig], standen: Iterable[KmGenoteerd], ids: Mapping[str, int]
) -> dict[str, Any]:
    """Makes the reports, and gives what Car-Pass knows: readings, and the reports that it was sent."""
    nu = balie.klok.nu()
    autos = {auto.sleutel: auto for auto in voertuigen if auto.sleutel in ids}
    kandidaten = [sleutel for sleutel, auto in autos.items() if sleutel != RENAULT and _fits(auto)]
    gekozen = sorted(
        [(RENAULT, _Geval(0, Staat.ANOMALIE, "KM_LOWER_THAN_PREVIOUS")), *zip(kandidaten, _ANDERE, strict=False)],
        key=lambda paar: -paar[1].geleden,
    )
    balie.store.run(balie.wie, lambda werk: werk.meldingen.put_activiteiten(balie.wie.shop_id, ACTIVITEITEN))
    gemaakt: list[Melding] = []
    nummers = count(1)
    for sleutel, geval in gekozen:
        balie.klok.moment = _at(nu, geval.geleden, len(gemaakt))
        make = _renault if sleutel == RENAULT else _other
        gemaakt.append(balie.store.run(balie.wie, _writer(make, ids[sleutel], geval, next(nummers))))
    balie.klok.moment = nu
    return {"readings": list(_readings(standen, autos)), "observations": [_sent(een) for een in gemaakt if een.guid]}


def write_carpass(kennis: Mapping[str, Any]) -> str:
    """What Car-Pass knows, as the stand-in reads it."""
    return json.dumps(kennis, ensure_ascii=False, indent=1)


def _fits(auto: OefenVoertuig) -> bool:
    kaart = auto.kaart
    vin = kaart.chassisnummer.tekst if kaart.chassisnummer else ""
    return (
        auto.wens.land == "BE" and kaart.voertuigsoort == "Personenauto" and len(vin) == 17 and not _HAPERT.search(vin)
    )


def _at(nu: Moment, geleden: int, plek: int) -> Moment:
    if not geleden:
        return Moment(nu.utc - timedelta(minutes=40 - plek))
    dag = nu.lokaal(ZONE).date() - timedelta(days=geleden)
    return Moment(datetime.combine(dag, time(10, plek), ZoneInfo(ZONE)))


def _writer(
    make: Callable[[Werk, int, _Geval], tuple[MeldingInvoer, MonteurStand | None]],
    voertuig_id: int,
    geval: _Geval,
    nummer: int,
) -> Callable[[Werk], Melding]:
    def write(werk: Werk) -> Melding:
        kaart = werk.voertuigen.get(voertuig_id).kaart
        invoer, monteur = make(werk, voertuig_id, geval)
        kop, vorige = kop_of(voertuig_id, kaart), _before(werk, voertuig_id)
        melding = werk.meldingen.add(kop, invoer, vorige, monteur=monteur, vroeg=True)
        werk.log("melding", melding, "toegevoegd")
        _bring(werk, melding, geval, vorige, f"00000000-0000-4000-8000-{nummer:012d}")
        return werk.meldingen.get(melding)

    return write


def _renault(werk: Werk, voertuig_id: int, _geval: _Geval) -> tuple[MeldingInvoer, MonteurStand | None]:
    monteur = MonteurStand(142_906, "Dennis Kuipers", Moment(werk.nu.utc - timedelta(minutes=5)))
    invoer = MeldingInvoer(124_906, werk.vandaag, _vin(werk, voertuig_id), activiteiten=("A01", "A04"))
    return _told(invoer), monteur


def _other(werk: Werk, voertuig_id: int, geval: _Geval) -> tuple[MeldingInvoer, MonteurStand | None]:
    vorige = _before(werk, voertuig_id)
    stand = (vorige[0] if vorige else 58_214 + 1_003 * voertuig_id % 40_000) + geval.erbij
    if geval.code == "KM_ROUNDED":
        stand = (stand // 1_000 + 1) * 1_000
    elif stand % 1_000 == 0:
        stand += 7
    kaal = geval.staat in (Staat.CONCEPT, Staat.NIET_MELDINGSPLICHTIG)
    invoer = MeldingInvoer(None if kaal else stand, werk.vandaag, _vin(werk, voertuig_id), activiteiten=("A01",))
    return (invoer if kaal else _told(invoer)), None


def _before(werk: Werk, voertuig_id: int) -> tuple[int, date] | None:
    """The highest reading of a car: what Car-Pass compares with."""
    standen = werk.kmstanden.van_voertuig(voertuig_id)
    hoogste = max(standen, key=lambda stand: stand.km, default=None)
    return None if hoogste is None else (hoogste.km, hoogste.datum)


def _told(invoer: MeldingInvoer) -> MeldingInvoer:
    return MeldingInvoer(invoer.stand, invoer.datum, invoer.vin, activiteiten=invoer.activiteiten, omschrijving=_WERKEN)


def _vin(werk: Werk, voertuig_id: int) -> str:
    vin = werk.voertuigen.get(voertuig_id).kaart.chassisnummer
    return vin.tekst if vin else ""


def _bring(werk: Werk, melding: int, geval: _Geval, vorige: tuple[int, date] | None, guid: str) -> None:
    """Brings a report to where it stands, by the way that a real one goes."""
    if geval.staat is Staat.CONCEPT:
        return
    if geval.staat is Staat.UITGESTELD:
        werk.meldingen.move(melding, Daad.UITSTELLEN, "uitgesteld")
        return
    if geval.staat is Staat.NIET_MELDINGSPLICHTIG:
        werk.meldingen.move(melding, Daad.VRIJSTELLEN, "vrijgesteld", reden=Vrijstelling.KLEIN_BEDRAG)
        return
    werk.meldingen.move(melding, Daad.VERSTUREN, "versturen", verstuurd_op=werk.nu)
    if geval.staat is Staat.ONZEKER:
        een = werk.meldingen.get(melding)
        bericht = lay_ready(werk, MELDING, een, waarneming=observation_of(een))
        uitkomst = Uitkomst.onzeker("PARTIJ_TIJD_OM", partij="Car-Pass")
        werk.postbus.move(bericht, BerichtStaat.ONZEKER, uitkomst)
        waarom = uitkomst.reden
        werk.meldingen.move(melding, Daad.GEEN_ANTWOORD, "geen_antwoord", waarom, toelichting=waarom)
        return
    lang_geleden = Moment(werk.nu.utc - timedelta(hours=2))
    werk.meldingen.move(melding, Daad.AANGEKOMEN, "verstuurd", guid=guid, verstuurd_op=lang_geleden)
    record_status(werk, melding, _answer(guid, geval, vorige))
    if geval.staat in (Staat.CORRECTIEFORMULIER, Staat.GESLOTEN):
        werk.meldingen.write(melding, correcties=2)
        werk.meldingen.move(melding, Daad.FORMULIER, "formulier")
        _fill_form(werk, melding, set(Stap) if geval.staat is Staat.GESLOTEN else {Stap.GEDRUKT})
    if geval.staat is Staat.GESLOTEN:
        werk.meldingen.move(melding, Daad.AFHANDELEN, "afgehandeld")


def _fill_form(werk: Werk, nummer: int, stappen: set[Stap]) -> None:
    """The paper of a report, as far as somebody came with it."""
    melding = werk.meldingen.get(nummer)
    juist = (melding.km or 0) + 3_410
    reden = "Bij het intikken twee cijfers omgewisseld; de werkkaart en de foto van de teller tonen de juiste stand."
    bewijzen = ("Foto van de teller", "Kopie van de factuur")
    invoer = CorrectieInvoer(juist, melding.invoer.datum, reden, bewijzen, "Sanne Peeters", plaats="Turnhout")
    werk.correcties.write(nummer, invoer)
    werk.correcties.put_steps(nummer, stappen)


def _answer(guid: str, geval: _Geval, vorige: tuple[int, date] | None) -> StatusAntwoord:
    uitspraak, status = {
        Staat.AANVAARD: (Uitspraak.AANVAARD, "ACCEPTED"),
        Staat.VERSTUURD: (Uitspraak.BEZIG, "ONGOING"),
        Staat.WACHT_OP_DIV: (Uitspraak.WACHT_OP_DIV, "WAITING_FOR_DIV"),
        Staat.GEWEIGERD: (Uitspraak.GEWEIGERD, "REJECTED"),
    }.get(geval.staat, (Uitspraak.BEOORDEELD, "REVIEWING"))
    vast = geval.staat is Staat.GEWEIGERD
    lager = vorige if geval.code == "KM_LOWER_THAN_PREVIOUS" and vorige else (None, None)
    issues = (Issue(f"{guid}-1", geval.code, "", not vast, not vast, *lager),) if geval.code else ()
    return StatusAntwoord(guid, status, uitspraak, issues)


def _readings(standen: Iterable[KmGenoteerd], autos: Mapping[str, OefenVoertuig]) -> Iterator[dict[str, Any]]:
    for stand in standen:
        auto = autos.get(stand.over)
        vin = auto.kaart.chassisnummer if auto else None
        if vin is not None and stand.invoer.herkomst is KmHerkomst.CARPASS and stand.invoer.datum is not None:
            yield {"vin": vin.tekst, "day": stand.invoer.datum.isoformat(), "km": stand.invoer.stand}


def _sent(melding: Melding) -> dict[str, Any]:
    invoer = melding.invoer
    return {
        "guid": melding.guid,
        "vin": invoer.vin,
        "day": invoer.datum.isoformat() if invoer.datum else "",
        "km": melding.km,
        "accepted": melding.staat is Staat.AANVAARD,
        "waits": melding.staat is Staat.WACHT_OP_DIV,
        "issues": [
            {
                "issueId": issue.issue_id,
                "code": issue.code,
                "message": issue.tekst,
                "correctable": issue.corrigeerbaar,
                "confirmable": issue.bevestigbaar,
            }
            for issue in melding.issues
        ],
    }
