"""The words of the page that sends the user on to mijnOndernemersportaal."""

from __future__ import annotations

from dataclasses import dataclass

from werkplaats.i18n import SOURCE_LANGUAGE, _


@dataclass(frozen=True, slots=True)
class Doorstuurwoorden:
    """What the page says while it sends on, and on the button for browsers without scripts."""

    taal: str
    titel: str
    uitleg: str
    knop: str


def doorstuurwoorden() -> Doorstuurwoorden:
    """The words in the language in use."""
    return Doorstuurwoorden(
        taal=SOURCE_LANGUAGE,
        titel=_("U gaat naar mijnOndernemersportaal"),
        uitleg=_("De pagina opent vanzelf. Gebeurt er niets, druk dan op Doorgaan."),
        knop=_("Doorgaan"),
    )
