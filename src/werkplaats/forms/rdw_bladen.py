"""The comparison with RDW by the tabs of the vehicle card: which field stands on which, and the lines in that order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from werkplaats.domain.rdw_vergelijken import BRONNEN
from werkplaats.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkplaats.domain.rdw import Verschil

_EXTRA = ("kleur", "tweede_kleur", "inrichting", "aantal_deuren", "zitplaatsen")
_TECHNISCH = (
    *("europese_categorie", "typegoedkeuring", "typecode", "variant", "uitvoering"),
    *("cilinders", "cilinderinhoud", "vermogen", "emissieklasse"),
    *("wielbasis", "lengte", "max_massa", "trekgewicht_geremd", "trekgewicht_ongeremd"),
)
_OVERIG = ("catalogusprijs", "bpm")
BLAD = {
    **dict.fromkeys(BRONNEN, "algemeen"),
    **dict.fromkeys(_EXTRA, "extra"),
    **dict.fromkeys(_TECHNISCH, "technisch"),
    **dict.fromkeys(_OVERIG, "overig"),
}
"""The tab of the card on which each field of the register stands."""

_VOLGORDE = ("algemeen", "extra", "technisch", "overig")


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading above ``aantal`` lines; ``blad`` is empty above those that are equal."""

    blad: str
    aantal: int

    @property
    def titel(self) -> str:
        """What it says."""
        titels = {"algemeen": _("Algemeen"), "extra": _("Extra"), "technisch": _("Technisch"), "overig": _("Overig")}
        return titels.get(self.blad, _("Gelijk"))


def grouped(lines: Sequence[Verschil]) -> tuple[Kop | Verschil, ...]:
    """The lines that differ by their tab, each tab under its heading, and then the equal ones.

    Where all differences stand on one tab there is nothing to tell apart: then there are no headings.
    """
    by_tab = {blad: [line for line in lines if not line.gelijk and BLAD[line.veld] == blad] for blad in _VOLGORDE}
    filled = {blad: differing for blad, differing in by_tab.items() if differing}
    equal = [line for line in lines if line.gelijk]
    if len(filled) < 2:
        return tuple(lines)
    filled |= {"": equal} if equal else {}
    shown: list[Kop | Verschil] = []
    for blad, group in filled.items():
        shown += [Kop(blad, len(group)), *group]
    return tuple(shown)
