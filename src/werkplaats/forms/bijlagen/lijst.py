"""How a file is shown: a tile for a photo, a row for a document; with its size, its day and who added it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.bijlage import grootte_tekst
from werkplaats.domain.datum import datum_tekst
from werkplaats.i18n import _
from werkplaats.ui.table import Cell, Column
from werkplaats.ui.tegels import Tile

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from werkplaats.domain.bijlage import Bijlage


def tile(bijlage: Bijlage, image: QImage | None, zone: str, *, unreadable: bool = False) -> Tile:
    """A photo; one that cannot be drawn says so."""
    day = datum_tekst(bijlage.gemaakt_op.lokaal(zone).date())
    note = _("Niet te tonen") if unreadable else f"{day} · {grootte_tekst(bijlage.grootte)}"
    return Tile(bijlage.naam, note, "warning" if unreadable else "foto", image)


def columns() -> tuple[Column, ...]:
    """Name, size, day, who."""
    return (
        Column(_("Naam"), None),
        Column(_("Grootte"), 80, right=True),
        Column(_("Toegevoegd"), 112),
        Column(_("Door"), 136),
    )


def row(bijlage: Bijlage, zone: str) -> tuple[Cell, ...]:
    """One document."""
    return (
        Cell(bijlage.naam, icon="file-pdf" if bijlage.soort == "application/pdf" else "file"),
        Cell(grootte_tekst(bijlage.grootte), role="text_2"),
        Cell(datum_tekst(bijlage.gemaakt_op.lokaal(zone).date()), role="text_2"),
        Cell(bijlage.gemaakt_door, role="text_2"),
    )
