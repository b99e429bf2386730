"""Writes the line of a report in the overview: the texts that it is sorted and filtered on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, update

from werkplaats.domain.lijst import ACHTERAAN, plat, sorteertekst
from werkplaats.domain.melding import AANDACHT, BIJ_CARPASS, Staat
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.melding import MeldingLijstRij
from werkplaats.zinnen.carpass import woord_issue

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from werkplaats.domain.melding import Melding

_L = tabel(MeldingLijstRij)

_VOLGORDE = (
    *(Staat.ANOMALIE, Staat.GEWEIGERD, Staat.ONZEKER, Staat.ONBEKEND, Staat.CORRECTIEFORMULIER, Staat.CONCEPT),
    *(Staat.UITGESTELD, Staat.TE_VERSTUREN, Staat.VERSTUURD, Staat.WACHT_OP_DIV, Staat.AANVAARD, Staat.GESLOTEN),
    Staat.NIET_MELDINGSPLICHTIG,
)
"""Sorted by state, what asks for a person comes first."""


def write_line(verbinding: Connection, melding: Melding) -> None:
    """Makes the line of a report, or makes it anew."""
    regel = line_of(melding)
    geraakt = verbinding.execute(update(_L).where(_L.c.melding_id == melding.id).values(regel))
    if not geraakt.rowcount:
        verbinding.execute(insert(_L), [regel])


def line_of(melding: Melding) -> dict[str, Any]:
    """The line of a report."""
    kop, invoer = melding.kop, melding.invoer
    kenteken = kop.kenteken.compact if kop.kenteken else ""
    code = melding.issue.code or melding.issue.tekst if melding.issue else melding.toelichting
    words = woord_issue(code) if code else ""
    return {
        "melding_id": melding.id,
        "shop_id": melding.shop_id,
        # The day of the report; of one day the latest made comes last, as its id does.
        "datum": (invoer.datum or melding.gemaakt_op.utc.date()).isoformat(),
        "kenteken": sorteertekst(kenteken),
        "auto": sorteertekst(kop.auto),
        "stand": ACHTERAAN if melding.km is None else f"{melding.km:09d}",
        "vorige": ACHTERAAN if melding.vorige_km is None else f"{melding.vorige_km:09d}",
        "staat": f"{_VOLGORDE.index(melding.staat):02d}",
        "code": sorteertekst(code),
        "groep": _group(melding.staat),
        "tekst": " ".join(plat(deel) for deel in (kenteken, kop.auto, kop.eigenaar, invoer.vin, code, words)),
    }


def _group(staat: Staat) -> str:
    if staat in AANDACHT:
        return "aandacht" if staat is not Staat.CORRECTIEFORMULIER else "formulier"
    if staat in BIJ_CARPASS:
        return "carpass"
    return staat.value
