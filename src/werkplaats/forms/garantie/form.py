"""Garantie: the warranties of a car and how each stands today; here a person notes one or takes one away."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.garantie import Garantie, Garantiestaat
from werkplaats.domain.kmstand import km_text
from werkplaats.forms.per_voertuig import RecordsForm, Woorden
from werkplaats.i18n import _
from werkplaats.ui.table import Cell, Column
from werkplaats.zinnen.dekking import woord_garantiesoort, woord_garantiestaat

if TYPE_CHECKING:
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.usecases.garanties import GarantieNu

_SIGNS = {
    Garantiestaat.LOPEND: ("check-circle", "ok"),
    Garantiestaat.BIJNA: ("warning", "warn"),
    Garantiestaat.VERLOPEN: ("prohibit", "text_3"),
    Garantiestaat.TOEKOMST: ("hourglass-medium", "text_2"),
}


class GarantiesForm(RecordsForm["GarantieNu", Garantie]):
    """The warranties of one car."""

    standard_size: ClassVar[tuple[int, int]] = (1000, 480)

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int) -> None:
        advice = _("Leg er een vast met Nieuwe garantie."), _("De balie legt ze vast.")
        words = Woorden(_("Garantie"), _("Garanties"), _("&Nieuwe garantie"), _("Nog geen garantie bekend"), *advice)
        super().__init__(toegang, deuren, voertuig_id, toegang.garanties, "garantie", words)

    def columns(self) -> tuple[Column, ...]:
        return _columns()

    def row(self, line: GarantieNu) -> tuple[Cell, ...]:
        return _row(line)

    def record(self, line: GarantieNu) -> Garantie:
        return line.garantie

    def open_one(self, record: Garantie | None) -> None:
        self.deuren.open_garantie(self.voertuig_id, record)

    def said_gone(self, record: Garantie) -> str:
        return _("{soort} is weggehaald.").format(soort=woord_garantiesoort(record.kaart.soort.value))


def _columns() -> tuple[Column, ...]:
    kind, state = Column(_("Soort"), 196), Column(_("Staat"), 152)
    days = (Column(_("Van"), 112), Column(_("Tot en met"), 112), Column(_("Tot km"), 88, right=True))
    return (kind, state, *days, Column(_("Verstrekker"), 152), Column(_("Nummer"), None))


def _row(nu: GarantieNu) -> tuple[Cell, ...]:
    kaart = nu.garantie.kaart
    sign, role = _SIGNS[nu.staat]
    km = km_text(kaart.tot_km) if kaart.tot_km is not None else ""
    return (
        Cell(woord_garantiesoort(kaart.soort.value)),
        Cell(woord_garantiestaat(nu.staat.value), icon=sign, icon_role=role, fill=True),
        Cell(datum_tekst(kaart.van), role="text_2"),
        Cell(datum_tekst(kaart.tot)),
        Cell(km),
        Cell(kaart.verstrekker, role="text_2"),
        Cell(kaart.nummer, role="text_2"),
    )
