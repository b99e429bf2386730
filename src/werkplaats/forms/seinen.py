"""The warnings of the RDW register as chips show them: words, gravity, sign."""

from __future__ import annotations

from werkplaats.domain.rdw import Sein
from werkplaats.i18n import _


def sein_text(sein: Sein) -> str:
    """The short words of a warning of the register."""
    return {
        Sein.TERUGROEPACTIE_OPEN: _("Terugroepactie"),
        Sein.APK_VERLOPEN: _("APK verlopen"),
        Sein.NIET_VERZEKERD: _("Niet verzekerd"),
        Sein.GEEXPORTEERD: _("Geëxporteerd"),
        Sein.TELLERSTAND_ONLOGISCH: _("Tellerstand onlogisch"),
        Sein.TAXI: _("Taxi"),
        Sein.TENAAMSTELLEN_NIET_MOGELIJK: _("Tenaamstellen niet mogelijk"),
    }[sein]


def sein_role(sein: Sein) -> str:
    """How grave a warning of the register is."""
    grave = (Sein.TERUGROEPACTIE_OPEN, Sein.NIET_VERZEKERD, Sein.APK_VERLOPEN)
    return "error" if sein in grave else "idle" if sein is Sein.TAXI else "warn"


def sein_icon(sein: Sein) -> str:
    """The sign of a warning of the register."""
    icons = {Sein.TERUGROEPACTIE_OPEN: "terugroepactie", Sein.TELLERSTAND_ONLOGISCH: "km", Sein.TAXI: "voertuig"}
    return icons.get(sein, "datum" if sein is Sein.APK_VERLOPEN else "verzekerd")
