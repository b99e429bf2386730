"""F3 of a werkkaart: the hours that mechanics worked on it, laid on a line, and what else they left for the counter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from werkplaats.domain.monteurwerk import Antwoord, clock_text, hours, worked
from werkplaats.domain.urencorrectie import clock_key, clock_line
from werkplaats.domain.werkkaart_regel import Regelsoort
from werkplaats.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from werkplaats.domain.moment import Moment
    from werkplaats.domain.monteurwerk import Werkverslag
    from werkplaats.domain.werkkaart_regel import Regel


def billed(regels: Sequence[Regel], regel: Regel, verslag: Werkverslag, nu: Moment) -> tuple[int | None, Regel]:
    """Where the line of the worked hours stands (None: it is new) and what it is to be, with what the clocks counted.

    Without a clock it is as it was, or ``regel``, for who types the hours.
    """
    aantal = hours(worked(verslag.tijden, nu))
    plek = clock_line(regels)
    staand = regels[plek] if plek is not None else replace(regel, sleutel=clock_key(regels))
    return plek, replace(staand, aantal=aantal) if aantal else staand


def estimated(regels: Sequence[Regel]) -> int:
    """What the work was thought to take: the hours on the card but those of the clocks, in thousandths."""
    klok = clock_line(regels)
    return sum(regel.aantal for plek, regel in enumerate(regels) if regel.soort is Regelsoort.UREN and plek != klok)


def told(verslag: Werkverslag, nu: Moment) -> tuple[str, str]:
    """What the mechanics left, in words: their hours, and then remarks and what was not in order."""
    per_mens: dict[str, timedelta] = {}
    for tijd in verslag.tijden:
        per_mens[tijd.monteur.naam] = per_mens.get(tijd.monteur.naam, tijd.duur(nu) * 0) + tijd.duur(nu)
    lopend = {tijd.monteur.naam for tijd in verslag.tijden if tijd.eind is None}
    klaar = {deel.monteur.naam for deel in verslag.delen if deel.klaar_op is not None}
    uren = []
    for naam, duur in per_mens.items():
        how = _("werkt nog") if naam in lopend else _("klaar") if naam in klaar else _("nog niet klaar")
        uren.append(f"{naam} {clock_text(duur)} ({how})")
    said = [f"{deel.monteur.naam}: {deel.opmerking}" for deel in verslag.delen if deel.opmerking]
    said += [
        _("Niet ok: {punt}").format(punt=" - ".join(part for part in (punt.tekst, punt.opmerking) if part))
        for punt in verslag.punten
        if punt.antwoord is Antwoord.NIET_OK
    ]
    return _("Gewerkt: {uren}").format(uren=", ".join(uren)) if uren else "", " · ".join(said)
