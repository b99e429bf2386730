"""The lines of the tab Herinnering: what each reminder says in a row of its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.datum import datum_tekst
from werkplaats.i18n import _, ngettext, woord
from werkplaats.ui.resultaat import days_from
from werkplaats.ui.table import Cell, Column
from werkplaats.zinnen.termen import woord_herinneringsoort

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.herinnering import Herinnering, HerinneringKaart
    from werkplaats.domain.treffers import VoertuigBlik


def columns() -> tuple[Column, ...]:
    """The columns of the table."""
    return (
        Column(_("Waarvoor"), None),
        Column(_("Op of voor"), 106),
        Column(_("Bij km-stand"), 106, right=True),
        Column(_("Nog"), 160),
        Column(_("Komt terug"), 220),
    )


def fixed_rows(blik: VoertuigBlik, vandaag: date, land: str) -> list[tuple[Cell, ...]]:
    """APK and pechhulppas: their day stands on the card and the pass, so that nobody keeps it twice."""
    rows = []
    apk = blik.voertuig.kaart.vervaldatum_apk
    if apk is not None:
        keuring = woord(land, "keuring")
        rows.append(_fixed(keuring[:1].upper() + keuring[1:], apk, vandaag, _("van de kaart")))
    pas = blik.aflopend
    if pas is not None and pas.einddatum is not None:
        rows.append(_fixed(_("Pechhulppas"), pas.einddatum, vandaag, _("van de pas")))
    return rows


def reminder_row(herinnering: Herinnering, vandaag: date) -> tuple[Cell, ...]:
    """A reminder of our own; one that was done is quiet."""
    kaart = herinnering.kaart
    words = kaart.omschrijving or woord_herinneringsoort(kaart.soort.value)
    km = f"{kaart.bij_km:,}".replace(",", ".") if kaart.bij_km is not None else ""
    if herinnering.gedaan_op is not None:
        done = _("gedaan {datum}").format(datum=datum_tekst(herinnering.gedaan_op))
        quiet = [Cell(text, role="text_2") for text in (datum_tekst(kaart.op_datum), km, done)]
        return (Cell(words, role="text_2", icon="opslaan", name=done), *quiet, Cell(herinnering.gedaan_door, "text_2"))
    late = kaart.op_datum is not None and kaart.op_datum <= vandaag
    left = days_from(vandaag, kaart.op_datum) if kaart.op_datum is not None else ""
    return (
        Cell(words, icon="bell", icon_role="warn" if late else "text_2", fill=late),
        Cell(datum_tekst(kaart.op_datum)),
        Cell(km),
        Cell(left, role="warn" if late else "text"),
        Cell(repeat_text(kaart), role="text_2"),
    )


def repeat_text(kaart: HerinneringKaart) -> str:
    """When a reminder comes back: ``elke 12 maanden of 15.000 km``; empty when it does not."""
    parts = []
    if kaart.herhaal_maanden:
        count = kaart.herhaal_maanden
        parts.append(ngettext("{n} maand", "{n} maanden", count).format(n=count))
    if kaart.herhaal_km:
        parts.append(_("{km} km").format(km=f"{kaart.herhaal_km:,}".replace(",", ".")))
    return _("elke {termijn}").format(termijn=_(" of ").join(parts)) if parts else ""


def _fixed(words: str, dag: date, vandaag: date, source: str) -> tuple[Cell, ...]:
    late = dag < vandaag
    return (
        Cell(words, icon="datum", icon_role="error" if late else "text_2"),
        Cell(datum_tekst(dag)),
        Cell(""),
        Cell(days_from(vandaag, dag), role="error" if late else "text"),
        Cell(source, role="text_2"),
    )
