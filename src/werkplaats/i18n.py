"""The words of the program: gettext with Dutch as source language, asked at the moment of showing.

``_`` is called in forms, ui, zinnen, portal, beheer and documents only; below them there are codes and values.
"""

from __future__ import annotations

import gettext
from contextvars import ContextVar
from functools import cache

from werkplaats.resources import resource

DOMAIN = "werkplaats"
SOURCE_LANGUAGE = "nl"

_language: ContextVar[str] = ContextVar("language", default=SOURCE_LANGUAGE)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == SOURCE_LANGUAGE:
        # Its catalogue says each text as it stands; reading it would hold up the first paint.
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, resource("locale"), [language], fallback=True)


def use_language(language: str) -> None:
    """Sets the language of this thread or task from here on, such as ``nl`` or ``fr``."""
    _language.set(language)


def _(text: str) -> str:
    """The text in the language in use."""
    return _catalogue(_language.get()).gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The text for one or for several, in the language in use."""
    return _catalogue(_language.get()).ngettext(one, many, count)


def N_(text: str) -> str:
    """Marks a text for the catalogue that is translated later, where it is shown."""
    return text


_WOORDEN = {
    "kenteken": {"NL": N_("kenteken"), "BE": N_("nummerplaat")},
    "keuring": {"NL": N_("APK"), "BE": N_("keuring")},
    "bedrijfsnummer": {"NL": N_("KvK-nummer"), "BE": N_("ondernemingsnummer")},
}


def woord(land: str, begrip: str) -> str:
    """The word of a shop's country (NL or BE) for a notion that the two countries name differently."""
    vormen = _WOORDEN[begrip]
    return _(vormen.get(land, vormen["NL"]))
