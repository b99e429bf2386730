"""What a provider's page is given: the parameters of mijnOndernemersportaal, and addresses with a kenteken in them.

The names and the order are assumed (mOp publishes neither), and stand in the contract that the stand-in speaks too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from werkplaats.domain.contact import clean, compact_telefoon
from werkplaats.domain.relatie import Aanhef

if TYPE_CHECKING:
    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.pechhulp import PechhulpInvoer

PLEK_KENTEKEN = "{kenteken}"

AANHEF_MOP = frozenset({Aanhef.HEER, Aanhef.MEVROUW, Aanhef.BEDRIJF})
"""The ways of address that mOp knows; of a couple or a family a person chooses who asks."""


def mop_params(invoer: PechhulpInvoer, ref: str) -> tuple[tuple[str, str], ...]:
    """The parameters in the order of the contract, empty ones left out; not yet encoded.

    ``ref`` is our own id of the request. A company is sent without a birth date.
    """
    persoon = invoer.aanhef is not Aanhef.BEDRIJF
    alle = (
        ("kenteken", invoer.kenteken.compact if invoer.kenteken else ""),
        ("soort", invoer.soort),
        ("vvv", _flag(invoer.vergelijkbaar_vervoer)),
        ("vveuropa", _flag(invoer.europa_extra)),
        ("aanhanger", _flag(invoer.aanhanger)),
        ("eigenbedrijf", _flag(invoer.eigen_autobedrijf)),
        ("aanhef", invoer.aanhef.value if invoer.aanhef in AANHEF_MOP else ""),
        ("voorletters", clean(invoer.voorletters)),
        ("tussenvoegsel", clean(invoer.tussenvoegsel)),
        ("naam", clean(invoer.naam)),
        ("geboortedatum", invoer.geboortedatum.isoformat() if invoer.geboortedatum and persoon else ""),
        ("straat", clean(invoer.straat)),
        ("huisnr", clean(invoer.huisnr)),
        ("toevoeging", clean(invoer.toevoeging)),
        ("postcode", clean(invoer.postcode).replace(" ", "")),
        ("plaats", clean(invoer.plaats)),
        ("telefoon", compact_telefoon(invoer.telefoon)),
        ("email", clean(invoer.email)),
        ("ref", ref),
    )
    return tuple((naam, waarde) for naam, waarde in alle if waarde)


def _flag(aan: bool) -> str:
    return "1" if aan else "0"


def fill_link(template: str, kenteken: Kenteken) -> str:
    """The address with the compact kenteken in the place of ``{kenteken}``; other braces stay as they are."""
    return template.replace(PLEK_KENTEKEN, quote(kenteken.compact, safe=""))
