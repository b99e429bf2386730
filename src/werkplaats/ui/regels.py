"""Which lines the start page shows: groups of what was found and what can be made of it, or the day's lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from werkplaats.domain.scancode import compact_code
from werkplaats.domain.zoeksleutels import zoekvragen
from werkplaats.i18n import _
from werkplaats.ui.resultaat import NIEUW, Heading, Row, aandacht_row, relatie_row, voertuig_row
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from werkplaats.domain.treffers import Aandachtspunt, VoertuigTreffer, Zoekresultaat
    from werkplaats.ui.entries import Creator
    from werkplaats.ui.resultaat import Line


@dataclass(frozen=True, slots=True)
class Day:
    """Today in the shop, and the shop's country, whose words are used."""

    date: dt.date
    land: str


def result_lines(found: Zoekresultaat, creators: Sequence[Creator], day: Day) -> list[Line]:
    """What was found, by group; only groups that have something. Nothing found repeats the words that were typed.

    A plate that is on file is no new car.
    """
    lines: list[Line] = []
    if found.voertuigen:
        lines.append(Heading(_("Voertuigen"), len(found.voertuigen), found.meer_voertuigen))
        lines += [voertuig_row(treffer, day.date, day.land) for treffer in found.voertuigen]
    if found.relaties:
        lines.append(Heading(_("Relaties"), len(found.relaties), found.meer_relaties))
        lines += [relatie_row(treffer) for treffer in found.relaties]
    text = found.tekst.strip()
    if not lines and not zoekvragen(text):
        lines.append(Heading(_("Typ nog een letter of cijfer")))
    elif not lines:
        lines.append(Heading(_("Niets gevonden voor “{tekst}”").format(tekst=text)))
    is_known = any(treffer.kenteken and treffer.kenteken.compact == compact_code(text) for treffer in found.voertuigen)
    return lines if is_known else lines + new_lines(text, creators)


def new_lines(text: str, creators: Sequence[Creator]) -> list[Line]:
    """What can be made of the text; the row's id is the place of its creator."""
    rows = [
        Row(NIEUW, place, creator.title(text), creator.sentence, icon="nieuw")
        for place, creator in enumerate(creators)
        if creator.fits(text)
    ]
    return [Heading(_("Nieuw"), key=tokens().key["nieuw"]), *rows] if rows else []


def day_lines(punten: Sequence[Aandachtspunt], recent: Sequence[VoertuigTreffer], day: Day) -> list[Line]:
    """What the page shows while nothing is typed: what asks for attention, then the cars worked on last."""
    lines: list[Line] = []
    if punten:
        lines.append(Heading(_("Vraagt aandacht"), len(punten)))
        lines += [aandacht_row(punt, day.date, day.land) for punt in punten]
    if recent:
        lines.append(Heading(_("Laatst gebruikt")))
        lines += [voertuig_row(treffer, day.date, day.land) for treffer in recent]
    return lines
