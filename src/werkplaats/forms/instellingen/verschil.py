"""Two values of one setting in words, to choose between: of a whole list only that in which they differ."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from werkplaats.domain.pechhulp import NAMEN, Aanbieder, MopMethode
from werkplaats.errors import Botsing
from werkplaats.i18n import _
from werkplaats.zinnen.landen import woord_land

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from werkplaats.domain.pechhulp import Soort
    from werkplaats.domain.vrije_velden import VrijVeld

Links = tuple[tuple[Aanbieder, str], ...]


def in_words(botsing: Botsing) -> Botsing:
    """The same conflict with its values as a person reads them."""
    velden = [
        replace(veld, mijn=words(veld.mijn, veld.hun), hun=words(veld.hun, veld.mijn))
        if (words := _WORDS.get(veld.veld))
        else veld
        for veld in botsing.velden
    ]
    return Botsing(velden, botsing.door, botsing.actueel)


def _hidden(this: frozenset[Aanbieder], other: frozenset[Aanbieder]) -> str:
    differ = [wie for wie in Aanbieder if wie in this ^ other]
    return ", ".join(f"{NAMEN[wie]} {_('verborgen') if wie in this else _('getoond')}" for wie in differ)


def _links(this: Links, other: Links) -> str:
    mine, theirs = dict(this), dict(other)
    differ = [wie for wie in Aanbieder if mine.get(wie, "") != theirs.get(wie, "")]
    return ", ".join(f"{NAMEN[wie]}: {mine.get(wie) or _('geen webadres')}" for wie in differ)


def _kinds(this: tuple[Soort, ...], other: tuple[Soort, ...]) -> str:
    return ", ".join(f"{soort.code} ({soort.label})" for soort in this if soort not in other) or ", ".join(
        soort.code for soort in this
    )


def _free_fields(this: tuple[VrijVeld, ...], other: tuple[VrijVeld, ...]) -> str:
    differ = [veld for veld in this if veld not in other] or this
    words = [_("{naam} (vervallen)").format(naam=veld.naam) if veld.vervallen else veld.naam for veld in differ]
    return ", ".join(words) or _("geen velden")


def _points(this: tuple[str, ...], _other: tuple[str, ...]) -> str:
    return ", ".join(this) or _("geen punten")


def method_words() -> dict[MopMethode | None, str]:
    """How a request reaches Bovemij, in words."""
    return {
        None: _("Zoals op deze computer ingesteld"),
        MopMethode.GET: _("In het webadres (GET)"),
        MopMethode.POST_FORM: _("Als formulier (POST)"),
    }


def nobody() -> str:
    """What stands for no standard group."""
    return _("Geen: een beheerder voegt hem toe")


_WORDS: Mapping[str, Callable[[Any, Any], str]] = {
    "land": lambda this, _other: woord_land(this),
    "pechhulp_verborgen": _hidden,
    "pechhulp_links": _links,
    "mop_soorten": _kinds,
    "vrije_velden": _free_fields,
    "checklist": _points,
    "mop_methode": lambda this, _other: method_words()[this],
    "standaardgroep": lambda this, _other: this or nobody(),
}
