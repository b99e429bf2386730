"""The message that asks Car-Pass for the history of a car, and what becomes of the request when it was sent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from werkplaats.domain.carpass_antwoord import StatusAntwoord, Uitspraak, Waarneming
from werkplaats.domain.carpass_historiek import Daad, Staat, next_look
from werkplaats.domain.postbus import Gevolg, Uitkomst
from werkplaats.store import jsonwaarde
from werkplaats.usecases.carpass_berichten import CarPassVerzender, words_of

if TYPE_CHECKING:
    from werkplaats.domain.carpass_account import CarPassAccount
    from werkplaats.domain.carpass_historiek import Historiek
    from werkplaats.domain.postbus import Bericht
    from werkplaats.errors import PartijFout
    from werkplaats.store.transactie import Werk

HISTORIEK = "carpass_historiek"
ONDERWERP = "historiek"
VOERTUIG = "voertuig"


def lay_request(werk: Werk, historiek: Historiek) -> int:
    """Puts the request in the postbus, in the transaction that makes it."""
    invoer, kenteken = historiek.invoer, historiek.kenteken
    waarneming = Waarneming(
        invoer.vin,
        kenteken.compact if kenteken else "",
        historiek.datum,
        invoer.stand or 0,
        invoer.eenheid,
        eerste_toelating=historiek.eerste_toelating,
    )
    payload = {"waarneming": json.loads(jsonwaarde.dump(waarneming))}
    kop = f"Car-Pass {kenteken.weergave if kenteken else invoer.vin}"
    return werk.postbus.leg_klaar(HISTORIEK, payload, str(uuid4()), ONDERWERP, historiek.id, kop=kop)


class HistoriekVerzender(CarPassVerzender):
    """Asks for a history. A second one would be a second document: in doubt a person decides."""

    soort = HISTORIEK
    kent_sleutels = False

    def _call(self, account: CarPassAccount, wachtwoord: str, bericht: Bericht) -> StatusAntwoord | None:
        waarneming: Waarneming = jsonwaarde.load(Waarneming, json.dumps(bericht.inhoud["waarneming"]))
        return self._service.ask_history(account, wachtwoord, waarneming)

    def _doubtful(self, fout: PartijFout) -> Uitkomst:
        return Uitkomst.onzeker(fout.code, **fout.params)

    def record(self, werk: Werk, bericht: Bericht, uitkomst: Uitkomst) -> None:
        """Moves the request along with what came of sending it."""
        werk.historieken.lock(bericht.onderwerp_id)
        historiek = werk.historieken.get(bericht.onderwerp_id)
        if uitkomst.gevolg is Gevolg.VERZONDEN:
            _arrived(werk, historiek, uitkomst.antwoord)
        elif uitkomst.gevolg is Gevolg.OPNIEUW:
            _again(werk, historiek, uitkomst)
        elif historiek.staat is Staat.AAN_TE_VRAGEN:
            werk.historieken.move(historiek.id, _MISGEGAAN[uitkomst.gevolg], toelichting=words_of(uitkomst))


_MISGEGAAN = {
    Gevolg.ONZEKER: Daad.GEEN_ANTWOORD,
    Gevolg.MISLUKT: Daad.WEIGEREN,
    Gevolg.INGETROKKEN: Daad.LATEN,
}


def _arrived(werk: Werk, historiek: Historiek, antwoord: str) -> None:
    if not antwoord:
        # A person says that it arrived; without the name that Car-Pass gave it nobody can fetch it.
        if historiek.staat is Staat.ONZEKER:
            werk.historieken.move(historiek.id, Daad.LATEN, toelichting="HISTORIEK_ZONDER_NAAM")
        return
    if historiek.staat in (Staat.AAN_TE_VRAGEN, Staat.ONZEKER, Staat.VERVALLEN):
        record_arrival(werk, historiek, jsonwaarde.load(StatusAntwoord, antwoord))


def record_arrival(werk: Werk, historiek: Historiek, gelezen: StatusAntwoord) -> None:
    """Car-Pass has the request, under a name by which it is asked after; or it refuses it at once."""
    velden: dict[str, Any] = {"guid": gelezen.guid, "gevraagd_op": werk.nu, "toelichting": ""}
    # Asked after at once: mostly it is ready, and somebody waits for it.
    werk.historieken.move(historiek.id, Daad.AANNEMEN, volgende_vraag=werk.nu, **velden)
    if gelezen.uitspraak is Uitspraak.GEWEIGERD:
        reden = gelezen.issues[0].tekst if gelezen.issues else "HISTORIEK_GEWEIGERD"
        werk.historieken.move(historiek.id, Daad.WEIGEREN, toelichting=reden)


def _again(werk: Werk, historiek: Historiek, uitkomst: Uitkomst) -> None:
    if historiek.staat in (Staat.ONZEKER, Staat.GEWEIGERD):
        werk.historieken.move(historiek.id, Daad.OPNIEUW, toelichting="")
    elif historiek.staat is Staat.AAN_TE_VRAGEN:
        note(werk, historiek, words_of(uitkomst))


def note(werk: Werk, historiek: Historiek, toelichting: str) -> None:
    """Says beside a request why it waits; said once, so that the windows are not told the same each round."""
    if historiek.toelichting != toelichting:
        werk.historieken.write(historiek.id, toelichting=toelichting)
        werk.log(ONDERWERP, historiek.id, "toelichting")


def look_later(werk: Werk, historiek: Historiek) -> None:
    """Sets when Car-Pass is asked again."""
    werk.historieken.write(historiek.id, volgende_vraag=next_look(historiek.gevraagd_op, werk.nu))
