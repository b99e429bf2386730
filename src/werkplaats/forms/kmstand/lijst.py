"""The readings of a car as a table: the newest first, each with where it comes from and who noted it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.kmstand import Eenheid, km_text
from werkplaats.i18n import _
from werkplaats.ui.table import Cell, Column
from werkplaats.zinnen import zin_bij_veld
from werkplaats.zinnen.termen import woord_eenheid, woord_km_herkomst

if TYPE_CHECKING:
    from werkplaats.domain.kmstand import KmStand
    from werkplaats.errors import Bevinding


def columns() -> tuple[Column, ...]:
    """Day, number, origin, who."""
    return (
        Column(_("Datum"), 112),
        Column(_("Stand"), 96, right=True),
        Column(_("Herkomst"), 88),
        Column(_("Opmerking"), None),
    )


def row(stand: KmStand, reden: Bevinding | None) -> tuple[Cell, ...]:
    """One reading; a doubtful one bears a sign, and its reason where the remark stands."""
    number = km_text(stand.stand)
    if stand.eenheid is not Eenheid.KM:
        number += " " + woord_eenheid(stand.eenheid)
    why = zin_bij_veld(reden) if reden is not None else ""
    work = _("Aan de teller gewerkt") if stand.teller_gewijzigd else ""
    words = " · ".join(part for part in (why, work, stand.opmerking) if part)
    icon = "warning" if reden is not None else "wrench" if work else ""
    return (
        Cell(datum_tekst(stand.datum)),
        Cell(number, strong=True),
        Cell(woord_km_herkomst(stand.herkomst), role="text_2", name=_noted(stand)),
        Cell(words or " ", role="text_2", icon=icon, icon_role="error" if reden is not None else "text_2"),
    )


def _noted(stand: KmStand) -> str:
    return _("{herkomst}, door {wie}").format(herkomst=woord_km_herkomst(stand.herkomst), wie=stand.gewijzigd_door)
