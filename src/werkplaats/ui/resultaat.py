"""The lines of a result list as values: what stands in them, made from what the use cases answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.kmstand import km_text
from werkplaats.i18n import _, ngettext, woord
from werkplaats.ui.plate import PlateLook, plate_look
from werkplaats.zinnen.termen import woord_herinneringsoort
from werkplaats.zinnen.wisseling import woord_rol

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.treffers import Aandachtspunt, RelatieTreffer, VoertuigTreffer

VOERTUIG, RELATIE, NIEUW, OPDRACHT = "voertuig", "relatie", "nieuw", "opdracht"

PARTS = " · "
"""Between the parts of a second line."""

_SOON_DAYS = 30
_IN_SIGHT_DAYS = 60
_LONGEST_CHIP = 24


@dataclass(frozen=True, slots=True)
class Heading:
    """A grey line above a group; ``key`` is what its first line listens to."""

    text: str
    count: int | None = None
    more: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A chip at the right of a line; without fill it is quiet."""

    text: str
    role: str
    icon: str
    fill: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A line that can be chosen: ``soort`` and ``id`` say what it stands for."""

    soort: str
    id: int
    title: str
    sentence: str = ""
    plate: PlateLook | None = None
    vin: str = ""
    icon: str = ""
    mark: Mark | None = None
    note: str = ""

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        parts = (
            self.plate.text if self.plate else self.vin,
            self.title,
            self.sentence,
            self.mark and self.mark.text,
            self.note,
        )
        return ", ".join(part for part in parts if part)


Line = Heading | Row


def voertuig_row(treffer: VoertuigTreffer, vandaag: date, land: str) -> Row:
    """A car: its plate first, then make and model, then the person."""
    return Row(
        VOERTUIG,
        treffer.id,
        treffer.omschrijving or _("Merk nog niet bekend"),
        PARTS.join(part for part in (_formerly(treffer), treffer.eigenaar, treffer.plaats, treffer.telefoon) if part),
        plate=plate_look(treffer.kenteken) if treffer.kenteken else None,
        vin=treffer.vin[-8:],
        icon="voertuig",
        mark=apk_mark(treffer.vervaldatum_apk, vandaag, land),
        note=_day(treffer.laatste_bezoek, vandaag),
    )


def relatie_row(treffer: RelatieTreffer) -> Row:
    """A person or a company, with the address and how many cars."""
    count = treffer.aantal_voertuigen
    cars = ngettext("{aantal} voertuig", "{aantal} voertuigen", count).format(aantal=count)
    return Row(
        RELATIE,
        treffer.id,
        treffer.weergave,
        PARTS.join(part for part in (treffer.adresregel, treffer.telefoon, treffer.email) if part),
        icon="bedrijf" if treffer.is_bedrijf else "persoon",
        note=cars if count else _("geen voertuig"),
    )


def aandacht_row(punt: Aandachtspunt, vandaag: date, land: str) -> Row:
    """A car that must be thought of, with the reason as its chip and the day at the right."""
    row = voertuig_row(punt.voertuig, vandaag, land)
    mark = row.mark
    if punt.soort == "pechhulp":
        mark = Mark(_("Pechhulppas tot"), "warn", "pechhulp")
    elif punt.soort == "garantie":
        mark = Mark(_("Garantie tot"), "warn", "garantie")
    elif punt.soort == "leen":
        mark, row = loan_mark(punt.datum, vandaag), replace(row, sentence=_("bij {wie}").format(wie=punt.tekst))
    elif punt.soort != "apk":
        mark = reminder_mark(punt, vandaag)
    elif mark is None:
        mark = Mark(_days(woord(land, "keuring"), (punt.datum - vandaag).days), "idle", "datum", fill=False)
    day = datum_tekst(punt.datum)
    note = day if punt.bij_km is None else _("rond {datum}").format(datum=day)
    return replace(row, mark=mark, note=note)


def reminder_mark(punt: Aandachtspunt, vandaag: date) -> Mark:
    """The chip of a reminder: what a person wrote, or what it is about; it asks once its day has come."""
    text = punt.tekst or woord_herinneringsoort(punt.soort)
    text = text if len(text) <= _LONGEST_CHIP else f"{text[:_LONGEST_CHIP].rstrip()}…"
    if punt.bij_km is not None:
        text = _("{wat} bij {km} km").format(wat=text, km=km_text(punt.bij_km))
    is_due = punt.datum <= vandaag
    return Mark(text, "warn" if is_due else "idle", "bell", fill=is_due)


def loan_mark(terug: date, vandaag: date) -> Mark:
    """The chip of a car that somebody has still: it comes back today, or should have before."""
    if terug < vandaag:
        return Mark(_("Leenauto te laat"), "error", "warning-octagon")
    return Mark(_("Leenauto terug"), "warn", "leen")


def apk_mark(vervalt: date | None, vandaag: date, land: str) -> Mark | None:
    """What to say of the day on which the APK (Belgium: keuring) ends; None while that is far away."""
    if vervalt is None:
        return None
    days = (vervalt - vandaag).days
    text = _days(woord(land, "keuring"), days)
    if days < 0:
        return Mark(text, "error", "warning-octagon")
    if days <= _SOON_DAYS:
        return Mark(text, "warn", "warning")
    return Mark(text, "idle", "datum", fill=False) if days <= _IN_SIGHT_DAYS else None


def days_from(vandaag: date, day: date) -> str:
    """How far a day is from today: ``53 dagen``, ``vandaag``, ``3 dagen geleden``."""
    days = (day - vandaag).days
    if days == 0:
        return _("vandaag")
    words = ngettext("{dagen} dag", "{dagen} dagen", abs(days)).format(dagen=abs(days))
    return words if days > 0 else _("{dagen} geleden").format(dagen=words)


def _days(what: str, days: int) -> str:
    what = what[:1].upper() + what[1:]
    if days < 0:
        return _("{wat} verlopen").format(wat=what)
    if days == 0:
        return _("{wat} vandaag").format(wat=what)
    return ngettext("{wat} over {dagen} dag", "{wat} over {dagen} dagen", days).format(wat=what, dagen=days)


def _formerly(treffer: VoertuigTreffer) -> str:
    """Why the car is found although it bears another plate now, is another person's, or is driven by him only."""
    until = datum_tekst(treffer.oud_tot)
    if treffer.oud_kenteken is not None:
        return _("had {kenteken} tot {datum}").format(kenteken=treffer.oud_kenteken.weergave, datum=until)
    if treffer.oud_eigenaar:
        return _("was van {eigenaar} tot {datum}").format(eigenaar=treffer.oud_eigenaar, datum=until)
    if treffer.rol is not None and treffer.persoon:
        rol = woord_rol(treffer.rol.value).lower()
        role = _("was {rol} tot {datum}").format(rol=rol, datum=until) if until else rol
        return _("{rol}: {persoon}").format(rol=role, persoon=treffer.persoon)
    return ""


def _day(day: date | None, vandaag: date) -> str:
    return _("vandaag") if day == vandaag else datum_tekst(day)
