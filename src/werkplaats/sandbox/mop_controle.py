"""What the stand-in of mijnOndernemersportaal refuses in a request, in the words of the portal (assumed rules)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

VELDEN = (
    ("kenteken", "Kenteken"),
    ("soort", "Soort pechhulp"),
    ("vvv", "Vergelijkbaar vervangend vervoer"),
    ("vveuropa", "Vervangend vervoer Europa Extra"),
    ("aanhanger", "Aanhangwagen/Caravan"),
    ("eigenbedrijf", "Vervoer naar eigen autobedrijf"),
    ("aanhef", "Aanhef"),
    ("voorletters", "Voorletters"),
    ("tussenvoegsel", "Tussenvoegsel"),
    ("naam", "Naam"),
    ("geboortedatum", "Geboortedatum"),
    ("straat", "Straat"),
    ("huisnr", "Huisnummer"),
    ("toevoeging", "Toevoeging"),
    ("postcode", "Postcode"),
    ("plaats", "Plaats"),
    ("telefoon", "Telefoon"),
    ("email", "E-mailadres"),
    ("ref", "Referentie"),
)
"""The parameters in their order, with the words of the summary."""

VINKJES = frozenset({"vvv", "vveuropa", "aanhanger", "eigenbedrijf"})
BEDRIJF = "B"

_REQUIRED = ("kenteken", "soort", "aanhef", "naam", "straat", "huisnr", "postcode", "plaats")
_FREE_TEXT = ("voorletters", "tussenvoegsel", "naam", "straat", "huisnr", "toevoeging", "plaats")
_SIGNS = frozenset(" '-.,/&")

ONBEKEND = "Het kenteken is onbekend."
GEEN_RECHTEN = "U heeft onvoldoende rechten"
AL_ACTIEF = "Voor dit voertuig is al een pechhulppas actief."


def refusals(aanvraag: Mapping[str, str], is_known: Callable[[str], bool]) -> Sequence[str]:
    """The sentences of refusal, field by field; empty when the portal takes the request."""
    names = dict(VELDEN)
    required = [*_REQUIRED, *(() if aanvraag.get("aanhef") == BEDRIJF else ("geboortedatum",))]
    missing = [f"Veld {names[veld].lower()} is verplicht." for veld in required if not aanvraag.get(veld, "").strip()]
    odd = [
        f"Ongeldige karakters in veld {names[veld].lower()}."
        for veld in _FREE_TEXT
        if not all(sign.isalpha() or sign.isdecimal() or sign in _SIGNS for sign in aanvraag.get(veld, ""))
    ]
    kenteken = aanvraag.get("kenteken", "")
    unknown = [ONBEKEND] if kenteken and not is_known(kenteken) else []
    return [*missing, *unknown, *odd]
