"""The messages to Car-Pass in the postbus: what each holds, how it is sent, and how its answer moves the report."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from werkplaats.domain.carpass import read_vin
from werkplaats.domain.carpass_account import account_of
from werkplaats.domain.carpass_antwoord import (
    DUBBEL,
    Handcorrectie,
    StatusAntwoord,
    Waarneming,
    after_maintenance,
)
from werkplaats.domain.correctie import Stap
from werkplaats.domain.instellingen import CARPASS_WACHTWOORD
from werkplaats.domain.melding import Daad, Staat, is_maintenance
from werkplaats.domain.postbus import Gevolg, Uitkomst
from werkplaats.errors import PartijFout, Refused, WerkplaatsError
from werkplaats.store import jsonwaarde
from werkplaats.usecases.carpass_stand import keep_reading, record_status
from werkplaats.usecases.meldingen_schrijven import ONDERWERP
from werkplaats.usecases.verzenders import BasisVerzender

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkplaats.domain.carpass_account import CarPassAccount
    from werkplaats.domain.instellingen import Shop
    from werkplaats.domain.melding import Melding
    from werkplaats.domain.moment import Moment
    from werkplaats.domain.postbus import Bericht
    from werkplaats.services.carpass import CarPassService
    from werkplaats.store.transactie import Werk

MELDING = "carpass_melding"
CORRECTIE = "carpass_correctie"
BEVESTIGING = "carpass_bevestiging"
OMSCHRIJVING = "carpass_omschrijving"
FORMULIER = "carpass_formulier"

_AANMELDEN_WACHT = timedelta(hours=12)
"""After a refused password nothing is tried for so long, unless somebody changes the settings."""

_DICHT_WACHT = timedelta(minutes=5)
NOOIT_AAN = frozenset(
    {"CARPASS_DICHT", "PARTIJ_ONBEREIKBAAR", "PARTIJ_CERTIFICAAT", "PARTIJ_TE_DRUK", "PARTIJ_OMGELEID"}
)
"""After these nothing arrived: closed, no connection, too busy, or led to another address."""


def observation_of(melding: Melding) -> Waarneming:
    """The reading that a report sends."""
    invoer, kenteken = melding.invoer, melding.kop.kenteken
    if invoer.stand is None or invoer.datum is None:
        raise ValueError("a report without a reading or a day was not checked")
    return Waarneming(
        read_vin(invoer.vin),
        kenteken.compact if kenteken else "",
        invoer.datum,
        invoer.stand,
        invoer.eenheid,
        invoer.teller_gewijzigd,
        melding.kop.eerste_toelating,
    )


def lay_ready(werk: Werk, soort: str, melding: Melding, **inhoud: Any) -> int:
    """Puts a message about a report in the postbus, in the transaction that moves the report, and gives its id."""
    payload = {naam: _plain(waarde) for naam, waarde in inhoud.items()}
    kenteken = melding.kop.kenteken
    kop = " ".join(deel for deel in (kenteken.weergave if kenteken else melding.invoer.vin, melding.kop.auto) if deel)
    return werk.postbus.leg_klaar(soort, payload, str(uuid4()), ONDERWERP, melding.id, kop=kop)


def _plain(waarde: Any) -> Any:
    return json.loads(jsonwaarde.dump(waarde))


def _waarneming(inhoud: Mapping[str, Any]) -> Waarneming:
    gelezen: Waarneming = jsonwaarde.load(Waarneming, json.dumps(inhoud["waarneming"]))
    return gelezen


class CarPassVerzender(BasisVerzender):
    """What the messages share: the account, the maintenance, and what an error means."""

    soort = ""
    geheim = CARPASS_WACHTWOORD
    kent_sleutels = True
    """A correction, a confirmation and a description may be sent again: a second one is told as such, and asked."""

    def __init__(self, service: CarPassService) -> None:
        self._service = service

    def ready(self, shop: Shop | None, geheim: str | None) -> bool:
        """Whether the shop has an account and its password."""
        if shop is None or not geheim:
            return False
        return bool(shop.instellingen.carpass_btw and shop.instellingen.carpass_gebruiker)

    def maintenance(self, moment: Moment) -> Moment | None:
        """The end of the evening of maintenance; None on all other hours."""
        return after_maintenance(moment) if is_maintenance(moment) else None

    def send(self, bericht: Bericht, shop: Shop | None, geheim: str | None) -> Uitkomst:
        """Sends; what goes wrong is told as an Uitkomst."""
        if shop is None or not geheim:
            return Uitkomst.opnieuw("CARPASS_NIET_INGESTELD", _AANMELDEN_WACHT)
        try:
            antwoord = self._call(account_of(shop.instellingen), geheim, bericht)
        except PartijFout as fout:
            return self._outcome(fout, bericht)
        except WerkplaatsError as fout:
            return Uitkomst.opnieuw(fout.code, _AANMELDEN_WACHT, **fout.params)
        return Uitkomst.verzonden(jsonwaarde.dump(antwoord) if antwoord is not None else "")

    def _call(self, account: CarPassAccount, wachtwoord: str, bericht: Bericht) -> StatusAntwoord | None:
        raise NotImplementedError

    def _outcome(self, fout: PartijFout, bericht: Bericht) -> Uitkomst:
        if isinstance(fout, Refused):
            if fout.code == "CARPASS_GEWEIGERD":
                return self._refused(fout, bericht)
            return Uitkomst.opnieuw(fout.code, _AANMELDEN_WACHT, **fout.params)
        wacht = fout.params.get("wacht")
        over = timedelta(seconds=wacht) if wacht is not None else None
        if fout.code == "CARPASS_DICHT":
            return Uitkomst.opnieuw(fout.code, over or _DICHT_WACHT, **fout.params)
        if fout.code in NOOIT_AAN:
            return Uitkomst.opnieuw(fout.code, over, **fout.params)
        return self._doubtful(fout)

    def _refused(self, fout: PartijFout, _bericht: Bericht) -> Uitkomst:
        return Uitkomst.mislukt(fout.code, **fout.params)

    def _doubtful(self, fout: PartijFout) -> Uitkomst:
        """It may have arrived; these may go again."""
        return Uitkomst.opnieuw(fout.code, **fout.params)


class MeldingVerzender(CarPassVerzender):
    """Sends the report itself: the one message that may never arrive twice unseen."""

    soort = MELDING
    kent_sleutels = False

    def _call(self, account: CarPassAccount, wachtwoord: str, bericht: Bericht) -> StatusAntwoord | None:
        return self._service.report(account, wachtwoord, _waarneming(bericht.inhoud))

    def _refused(self, fout: PartijFout, bericht: Bericht) -> Uitkomst:
        if bericht.poging > 1 and fout.params.get("eigen") == DUBBEL:
            return Uitkomst.verzonden(DUBBEL)
        return super()._refused(fout, bericht)

    def _doubtful(self, fout: PartijFout) -> Uitkomst:
        return Uitkomst.onzeker(fout.code, **fout.params)

    def record(self, werk: Werk, bericht: Bericht, uitkomst: Uitkomst) -> None:
        """Moves the report along with what came of sending it."""
        werk.meldingen.lock(bericht.onderwerp_id)
        melding = werk.meldingen.get(bericht.onderwerp_id)
        if uitkomst.gevolg is Gevolg.VERZONDEN:
            _arrived(werk, melding, uitkomst.antwoord)
        elif uitkomst.gevolg is Gevolg.OPNIEUW:
            _again(werk, melding, uitkomst)
        elif melding.staat is Staat.TE_VERSTUREN:
            daad, code = _MISGEGAAN[uitkomst.gevolg]
            werk.meldingen.move(melding.id, daad, code, words_of(uitkomst), toelichting=words_of(uitkomst))


_MISGEGAAN = {
    Gevolg.ONZEKER: (Daad.GEEN_ANTWOORD, "geen_antwoord"),
    Gevolg.MISLUKT: (Daad.WEIGEREN, "geweigerd"),
    Gevolg.INGETROKKEN: (Daad.INTREKKEN, "ingetrokken"),
}


def words_of(uitkomst: Uitkomst) -> str:
    """What is kept of what went wrong: Car-Pass's own words, or the code of our sentence."""
    return str(uitkomst.params.get("tekst") or uitkomst.reden)


def _arrived(werk: Werk, melding: Melding, antwoord: str) -> None:
    if not antwoord:
        if melding.staat is Staat.ONZEKER:
            werk.meldingen.move(melding.id, Daad.AANGEKOMEN, "aangekomen_volgens", toelichting="")
        return
    if antwoord == DUBBEL:
        if melding.staat is Staat.TE_VERSTUREN:
            werk.meldingen.move(melding.id, Daad.AANVAARDEN, "dubbel_aanvaard", verstuurd_op=werk.nu, toelichting="")
            keep_reading(werk, werk.meldingen.get(melding.id))
        return
    gelezen: StatusAntwoord = jsonwaarde.load(StatusAntwoord, antwoord)
    if melding.staat not in (Staat.TE_VERSTUREN, Staat.ONZEKER):
        return
    daad = Daad.AANGEKOMEN if melding.staat is Staat.TE_VERSTUREN else Daad.NAGEKOMEN
    velden: dict[str, Any] = {"guid": gelezen.guid, "verstuurd_op": werk.nu, "toelichting": ""}
    werk.meldingen.move(melding.id, daad, "verstuurd", **velden)
    record_status(werk, melding.id, gelezen, note=False)
    _describe(werk, werk.meldingen.get(melding.id))


def _describe(werk: Werk, melding: Melding) -> None:
    """The description is a message of its own that waits for the report: only now it has a guid to name."""
    invoer = melding.invoer
    regels = invoer.regels if invoer.met_regels else ()
    if melding.omschrijving_staat or not (invoer.activiteiten or invoer.omschrijving or regels):
        return
    inhoud = {"activiteiten": invoer.activiteiten, "omschrijving": invoer.omschrijving, "regels": regels}
    lay_ready(werk, OMSCHRIJVING, melding, guid=melding.guid, **inhoud)
    werk.meldingen.write(melding.id, omschrijving_staat="wacht")


def _again(werk: Werk, melding: Melding, uitkomst: Uitkomst) -> None:
    if melding.staat in (Staat.ONZEKER, Staat.GEWEIGERD):
        # A person had it sent again: if the first one had arrived, Car-Pass calls this one double.
        dubbel = melding.herverzonden or melding.staat is Staat.ONZEKER
        werk.meldingen.move(melding.id, Daad.VERSTUREN, "opnieuw", herverzonden=dubbel, toelichting="")
    elif melding.staat is Staat.TE_VERSTUREN and melding.toelichting != words_of(uitkomst):
        werk.meldingen.write(melding.id, toelichting=words_of(uitkomst))


class _Antwoordend(CarPassVerzender):
    """A correction or a confirmation: the answer says at once how the report stands."""

    def record(self, werk: Werk, bericht: Bericht, uitkomst: Uitkomst) -> None:
        """Moves the report along; what was refused brings it back to the anomaly, for a person."""
        werk.meldingen.lock(bericht.onderwerp_id)
        melding = werk.meldingen.get(bericht.onderwerp_id)
        if melding.staat is not Staat.TE_VERSTUREN:
            return
        if uitkomst.gevolg is Gevolg.VERZONDEN:
            self._answered(werk, melding, uitkomst.antwoord)
        elif uitkomst.gevolg is Gevolg.MISLUKT and _is_late(uitkomst):
            self._answered(werk, melding, "")
        elif uitkomst.gevolg in (Gevolg.MISLUKT, Gevolg.INGETROKKEN):
            code = "geweigerd" if uitkomst.gevolg is Gevolg.MISLUKT else "ingetrokken"
            self._failed(werk, melding, Daad.AFWIJKING, code, words_of(uitkomst))
        elif melding.toelichting != words_of(uitkomst):
            werk.meldingen.write(melding.id, toelichting=words_of(uitkomst))

    def _answered(self, werk: Werk, melding: Melding, antwoord: str) -> None:
        if not antwoord:
            # It was there already: how the report stands now is asked at once.
            velden: dict[str, Any] = {"volgende_vraag": werk.nu, "toelichting": ""}
            werk.meldingen.move(melding.id, Daad.IN_BEHANDELING, "verstuurd", **velden)
            return
        naar = record_status(werk, melding.id, jsonwaarde.load(StatusAntwoord, antwoord))
        if naar is Staat.ANOMALIE:
            self._count(werk, melding)

    def _failed(self, werk: Werk, melding: Melding, daad: Daad, code: str, tekst: str) -> None:
        werk.meldingen.move(melding.id, daad, code, tekst, toelichting=tekst)
        if code == "geweigerd":
            self._count(werk, melding)

    def _count(self, werk: Werk, melding: Melding) -> None:
        """Counts what failed, where it counts."""


def _is_late(uitkomst: Uitkomst) -> bool:
    """Whether Car-Pass refuses because it has the message already, or the issue is gone."""
    return uitkomst.params.get("status") == 409 or uitkomst.params.get("eigen") == "ISSUE_UNKNOWN"


class CorrectieVerzender(_Antwoordend):
    """Sends other data for a report that Car-Pass stumbled over."""

    soort = CORRECTIE

    def _call(self, account: CarPassAccount, wachtwoord: str, bericht: Bericht) -> StatusAntwoord | None:
        inhoud = bericht.inhoud
        return self._service.correct(account, wachtwoord, inhoud["guid"], inhoud["issue_id"], _waarneming(inhoud))

    def _count(self, werk: Werk, melding: Melding) -> None:
        werk.meldingen.write(melding.id, correcties=melding.correcties + 1)


class BevestigingVerzender(_Antwoordend):
    """Says that the data were right; there is no way back."""

    soort = BEVESTIGING

    def _call(self, account: CarPassAccount, wachtwoord: str, bericht: Bericht) -> StatusAntwoord | None:
        return self._service.confirm(account, wachtwoord, bericht.inhoud["guid"], bericht.inhoud["issue_id"])


class OmschrijvingVerzender(CarPassVerzender):
    """Sends the description of the works after the report."""

    soort = OMSCHRIJVING

    def _call(self, account: CarPassAccount, wachtwoord: str, bericht: Bericht) -> StatusAntwoord | None:
        inhoud = bericht.inhoud
        activiteiten, regels = tuple(inhoud["activiteiten"]), tuple(inhoud["regels"])
        self._service.describe(account, wachtwoord, inhoud["guid"], activiteiten, inhoud["omschrijving"], regels)
        return None

    def record(self, werk: Werk, bericht: Bericht, uitkomst: Uitkomst) -> None:
        """Notes beside the report how its description stands."""
        staat = {
            Gevolg.VERZONDEN: "verzonden",
            Gevolg.MISLUKT: "mislukt",
            Gevolg.INGETROKKEN: "ingetrokken",
        }.get(uitkomst.gevolg, "wacht")
        melding = werk.meldingen.get(bericht.onderwerp_id)
        if melding.omschrijving_staat != staat:
            werk.meldingen.note(melding.id, f"omschrijving_{staat}", "" if staat == "verzonden" else words_of(uitkomst))
            werk.meldingen.write(melding.id, omschrijving_staat=staat)


class FormulierVerzender(CarPassVerzender):
    """Asks for a correction by hand, beside the paper that is signed."""

    soort = FORMULIER

    def _call(self, account: CarPassAccount, wachtwoord: str, bericht: Bericht) -> StatusAntwoord | None:
        self._service.ask_by_hand(account, wachtwoord, bericht.inhoud["guid"], _handcorrectie(bericht.inhoud))
        return None

    def record(self, werk: Werk, bericht: Bericht, uitkomst: Uitkomst) -> None:
        """Notes beside the report what came of it; once sent, the step of the paper is ticked."""
        nummer = bericht.onderwerp_id
        correctie = werk.correcties.of_melding(nummer)
        if uitkomst.gevolg is Gevolg.VERZONDEN and correctie is not None:
            werk.meldingen.note(nummer, "formulier_verstuurd")
            werk.correcties.put_steps(nummer, {*(gezet.stap for gezet in correctie.stappen), Stap.VERSTUURD})
        elif uitkomst.gevolg is Gevolg.MISLUKT:
            werk.meldingen.note(nummer, "formulier_geweigerd", words_of(uitkomst))


def _handcorrectie(inhoud: Mapping[str, Any]) -> Handcorrectie:
    gelezen: Handcorrectie = jsonwaarde.load(
        Handcorrectie, json.dumps({veld: inhoud[veld] for veld in Handcorrectie.__dataclass_fields__})
    )
    return gelezen


def carpass_verzenders(service: CarPassService) -> tuple[CarPassVerzender, ...]:
    """What sends the messages of Car-Pass."""
    soorten = (MeldingVerzender, CorrectieVerzender, BevestigingVerzender, OmschrijvingVerzender, FormulierVerzender)
    return tuple(soort(service) for soort in soorten)
