"""How the warnings of the register look, wherever a car is shown: words, gravity and sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.rdw import Sein
from werkplaats.domain.rdw_vergelijken import seinen
from werkplaats.ui.resultaat import Mark
from werkplaats.zinnen.termen import woord_sein

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.rdw import RdwGegevens

_STOPS = frozenset({Sein.TERUGROEPACTIE_OPEN, Sein.APK_VERLOPEN, Sein.GEEXPORTEERD})
_SIGNS = {
    Sein.TERUGROEPACTIE_OPEN: "terugroepactie",
    Sein.APK_VERLOPEN: "warning-octagon",
    Sein.TELLERSTAND_ONLOGISCH: "km",
    Sein.TAXI: "voertuig",
}


def sein_mark(sein: Sein) -> Mark:
    """The chip of a warning; that a car is a taxi is only good to know."""
    sign = _SIGNS.get(sein, "warning")
    if sein is Sein.TAXI:
        return Mark(woord_sein(sein.value), "idle", sign, fill=False)
    return Mark(woord_sein(sein.value), "error" if sein in _STOPS else "warn", sign)


def warning_marks(gegevens: RdwGegevens, vandaag: date) -> tuple[Mark, ...]:
    """The chips of what the register warns of, the gravest first.

    The day of the APK is not among them: our own card says it, which a person may have corrected since.
    """
    return tuple(sein_mark(sein) for sein in seinen(gegevens, vandaag) if sein is not Sein.APK_VERLOPEN)
