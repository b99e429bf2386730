"""How a report stands: an answer of Car-Pass moves it along, and an accepted reading is kept with the car."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.carpass_antwoord import meaning, next_question
from werkplaats.domain.kmstand import KmHerkomst, KmInvoer
from werkplaats.domain.melding import Daad, Staat

if TYPE_CHECKING:
    from werkplaats.domain.carpass_antwoord import StatusAntwoord
    from werkplaats.domain.melding import Melding
    from werkplaats.store.transactie import Werk


def record_status(werk: Werk, melding_id: int, antwoord: StatusAntwoord, *, note: bool = True) -> Staat:
    """Moves a report along with what Car-Pass says of it; an answer that comes too late for it changes nothing."""
    melding = werk.meldingen.get(melding_id)
    daad = meaning(antwoord, herverzonden=melding.herverzonden)
    if melding.staat in (Staat.AANVAARD, Staat.GESLOTEN, Staat.CORRECTIEFORMULIER, Staat.GEWEIGERD):
        return melding.staat
    issues = antwoord.issues if daad in (Daad.AFWIJKING, Daad.WEIGEREN) else ()
    werk.meldingen.put_issues(melding_id, issues)
    naar = _target(werk, melding, daad, antwoord, note=note)
    vraag = next_question(naar, melding.verstuurd_op, werk.nu)
    werk.meldingen.write(melding_id, status=antwoord.status, volgende_vraag=vraag, toelichting="")
    if naar is Staat.AANVAARD:
        keep_reading(werk, melding)
    return naar


def _target(werk: Werk, melding: Melding, daad: Daad, antwoord: StatusAntwoord, *, note: bool) -> Staat:
    eerste = antwoord.issues[0] if antwoord.issues else None
    tekst = (eerste.code or eerste.tekst) if eerste is not None else antwoord.status
    stil = not note or (melding.status == antwoord.status and melding.staat in (Staat.VERSTUURD, Staat.WACHT_OP_DIV))
    if stil and daad is Daad.IN_BEHANDELING and melding.staat is Staat.VERSTUURD:
        return melding.staat
    return werk.meldingen.move(melding.id, daad, "antwoord", tekst)


def keep_reading(werk: Werk, melding: Melding) -> None:
    """An accepted reading is one of the car from now on."""
    invoer = melding.invoer
    if invoer.stand is None or invoer.datum is None:
        return
    voertuig_id = melding.kop.voertuig_id
    er_al = {(meting.datum, meting.km) for meting in werk.kmstanden.van_voertuig(voertuig_id)}
    if (invoer.datum, invoer.km) not in er_al:
        stand = KmInvoer(invoer.stand, invoer.datum, invoer.eenheid, KmHerkomst.CARPASS, invoer.teller_gewijzigd)
        werk.kmstanden.add(voertuig_id, stand)
        werk.touch([voertuig_id])
