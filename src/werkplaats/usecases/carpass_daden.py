"""What is done to a report to Car-Pass inside a transaction: made, sent, put right, postponed, exempted, confirmed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from werkplaats.domain.carpass import MeldingInvoer, Vrijstelling, check_melding, read_vin
from werkplaats.domain.carpass_account import account_of
from werkplaats.domain.contact import clean_texts
from werkplaats.domain.melding import Daad, Staat
from werkplaats.domain.moment import Moment
from werkplaats.errors import NietGevonden, WerkplaatsError
from werkplaats.usecases.carpass_berichten import BEVESTIGING, CORRECTIE, MELDING, lay_ready, observation_of
from werkplaats.usecases.meldingen_schrijven import ONDERWERP, previous, readings, write_concept
from werkplaats.usecases.wijzigingen import refuse_blocking

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.melding import Melding
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.transactie import Lezing, Werk


def begin_of_day(dag: date, zone: str) -> Moment:
    """The moment at which a day begins in a zone."""
    return Moment(datetime.combine(dag, time(), ZoneInfo(zone)))


def of_shop(lezing: Lezing, wie: Wie, melding_id: int) -> Melding:
    """A report of the shop in which a person works; raises NietGevonden for one of another."""
    melding = lezing.meldingen.get(melding_id)
    if melding.shop_id != wie.shop_id:
        raise NietGevonden(ONDERWERP, melding_id)
    return melding


def locked(werk: Werk, melding_id: int, versie: int) -> Melding:
    """The report, kept from others; raises MELDING_GEWIJZIGD where somebody was there first."""
    werk.meldingen.lock(melding_id)
    melding = of_shop(werk, werk.wie, melding_id)
    if melding.versie != versie:
        raise WerkplaatsError("MELDING_GEWIJZIGD", door=melding.gewijzigd_door, staat=melding.staat.value)
    return melding


def _tidy(invoer: MeldingInvoer) -> MeldingInvoer:
    netjes = clean_texts(invoer)
    omschrijving = "\n".join(" ".join(regel.split()) for regel in invoer.omschrijving.splitlines()).strip()
    return replace(netjes, vin=read_vin(invoer.vin) or invoer.vin.strip(), omschrijving=omschrijving)


def _refuse(werk: Werk, melding: Melding | None, voertuig_id: int, invoer: MeldingInvoer) -> None:
    melding_id, kaart_id = (melding.id, melding.werkkaart_id) if melding else (None, None)
    vanaf = begin_of_day(werk.vandaag, werk.wie.zone)
    gemeld = werk.meldingen.gemeld(voertuig_id, vanaf, melding_id)
    refuse_blocking(check_melding(invoer, readings(werk, voertuig_id, kaart_id), werk.vandaag, gemeld))


def new(werk: Werk, voertuig_id: int, invoer: MeldingInvoer, *, send: bool | None) -> Melding:
    """An early report: sent at once, kept for later, or (None) left as concept."""
    werk.voertuigen.lock(voertuig_id)
    invoer = _tidy(invoer)
    if send:
        _refuse(werk, None, voertuig_id, invoer)
    nummer = write_concept(werk, voertuig_id, invoer)
    if send:
        _send_first(werk, werk.meldingen.get(nummer))
    elif send is False:
        werk.meldingen.move(nummer, Daad.UITSTELLEN, "uitgesteld")
    return werk.meldingen.get(nummer)


def submit(werk: Werk, melding_id: int, versie: int, invoer: MeldingInvoer) -> Melding:
    """Has a report sent, or its correction."""
    melding = locked(werk, melding_id, versie)
    invoer = _tidy(invoer)
    _refuse(werk, melding, melding.kop.voertuig_id, invoer)
    corrected = melding.staat is Staat.ANOMALIE
    stuck = melding.staat in (Staat.ANOMALIE, Staat.GEWEIGERD) and not melding.may_correct
    if stuck or melding.staat is Staat.ONZEKER:
        # In doubt it may not go out with other data: whether it arrived is decided first.
        raise WerkplaatsError("MELDING_KAN_NIET", staat=melding.staat.value, daad=Daad.VERSTUREN.value)
    vorige = previous(werk, melding.kop.voertuig_id, invoer.datum, melding.werkkaart_id)
    if not corrected:
        vorige_km, vorige_datum = vorige or (None, None)
        werk.meldingen.write(melding_id, vorige_km=vorige_km, vorige_datum=vorige_datum)
    werk.meldingen.write_invoer(melding_id, invoer)
    melding = werk.meldingen.get(melding_id)
    if corrected:
        _send_correction(werk, melding)
    else:
        _send_first(werk, melding)
    return werk.meldingen.get(melding_id)


def _send_first(werk: Werk, melding: Melding) -> None:
    account_of(werk.instellingen.get(melding.shop_id).instellingen)
    werk.meldingen.move(melding.id, Daad.VERSTUREN, "versturen", toelichting="", verstuurd_op=werk.nu)
    lay_ready(werk, MELDING, melding, waarneming=observation_of(melding))
    werk.log(ONDERWERP, melding.id, "verstuurd")


def _send_correction(werk: Werk, melding: Melding) -> None:
    issue = next(issue for issue in melding.issues if issue.corrigeerbaar)
    werk.meldingen.move(melding.id, Daad.VERSTUREN, "corrigeren", toelichting="")
    inhoud = {"guid": melding.guid, "issue_id": issue.issue_id, "waarneming": observation_of(melding)}
    lay_ready(werk, CORRECTIE, melding, **inhoud)
    werk.log(ONDERWERP, melding.id, "gecorrigeerd")


def postpone(werk: Werk, melding_id: int, versie: int, invoer: MeldingInvoer) -> Melding:
    """Keeps what was typed, and leaves the report open."""
    melding = locked(werk, melding_id, versie)
    if melding.staat in (Staat.CONCEPT, Staat.UITGESTELD, Staat.ANOMALIE, Staat.GEWEIGERD):
        werk.meldingen.write_invoer(melding_id, _tidy(invoer))
    if melding.staat is Staat.CONCEPT:
        werk.meldingen.move(melding_id, Daad.UITSTELLEN, "uitgesteld")
    return werk.meldingen.get(melding_id)


def exempt(werk: Werk, melding_id: int, versie: int, reden: Vrijstelling, toelichting: str) -> Melding:
    """Notes why a car is not reported."""
    locked(werk, melding_id, versie)
    if reden is Vrijstelling.ANDERS and not toelichting:
        raise WerkplaatsError("MELDING_REDEN_LEEG")
    werk.meldingen.move(melding_id, Daad.VRIJSTELLEN, "vrijgesteld", toelichting, reden=reden, toelichting=toelichting)
    werk.log(ONDERWERP, melding_id, "vrijgesteld", {"reden": ("", reden.value)})
    return werk.meldingen.get(melding_id)


def moved(werk: Werk, melding_id: int, versie: int, daad: Daad, code: str) -> Melding:
    """Moves a report without more."""
    locked(werk, melding_id, versie)
    werk.meldingen.move(melding_id, daad, code, reden=None, toelichting="")
    werk.log(ONDERWERP, melding_id, code)
    return werk.meldingen.get(melding_id)


def confirm(werk: Werk, melding_id: int, versie: int, issue_id: str) -> Melding:
    """Lays the word ready that the data are right."""
    melding = locked(werk, melding_id, versie)
    issue = next((issue for issue in melding.issues if issue.issue_id == issue_id), None)
    if issue is None or not issue.bevestigbaar or not melding.may_confirm:
        raise WerkplaatsError("MELDING_KAN_NIET", staat=melding.staat.value, daad="bevestigen")
    werk.meldingen.move(melding_id, Daad.VERSTUREN, "bevestigen", issue.code or issue.tekst, toelichting="")
    lay_ready(werk, BEVESTIGING, melding, guid=melding.guid, issue_id=issue_id)
    werk.log(ONDERWERP, melding_id, "bevestigd")
    return werk.meldingen.get(melding_id)
