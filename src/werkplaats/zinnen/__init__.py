"""The Dutch sentence for each code: what is the matter, where, and what to do about it.

The doors ask for a sentence at the moment of showing it. Tables hold the sentences by topic, marked with ``N_``;
``{name}`` stands for a parameter of the finding or error. No sentence blames; each says what can be done.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from werkplaats.errors import Ernst, Ongeldig
from werkplaats.i18n import N_, _, ngettext
from werkplaats.zinnen.afdrukken import AFDRUKKEN
from werkplaats.zinnen.algemeen import ALGEMEEN
from werkplaats.zinnen.banden import BANDEN
from werkplaats.zinnen.carpass import CARPASS, CARPASS_INVOER
from werkplaats.zinnen.controle import CONTROLE
from werkplaats.zinnen.dekking import DEKKING
from werkplaats.zinnen.diensten import DIENSTEN
from werkplaats.zinnen.gebruikers import GEBRUIKER_INVOER, GEBRUIKERS
from werkplaats.zinnen.historiek import HISTORIEK
from werkplaats.zinnen.internet import INTERNET, INTERNET_INVOER
from werkplaats.zinnen.invoer import INVOER, VOORSTELLEN
from werkplaats.zinnen.kmstand import BLOKKEREND, KMSTAND
from werkplaats.zinnen.landen import woord_land
from werkplaats.zinnen.leen import LEEN, LEEN_INVOER
from werkplaats.zinnen.mail import MAIL, MAIL_INVOER
from werkplaats.zinnen.opslag import OPSLAG
from werkplaats.zinnen.order import ORDER, ORDER_INVOER
from werkplaats.zinnen.pechhulp import PECHHULP, PECHHULP_INVOER
from werkplaats.zinnen.ponaanvraag import PONAANVRAAG
from werkplaats.zinnen.postbus import POSTBUS
from werkplaats.zinnen.termen import woord_aanbieder, woord_onderwerp, woord_recht, woord_register
from werkplaats.zinnen.velden import woord_veld
from werkplaats.zinnen.vrije_velden import VRIJE_VELDEN
from werkplaats.zinnen.werkkaart import WERKKAART, WERKKAART_INVOER
from werkplaats.zinnen.wisseling import WISSELING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from werkplaats.errors import Bevinding, WerkplaatsError

__all__ = ["BIJ_VELD", "FOUTEN", "Zin", "woord_veld", "zin", "zin_bij_veld", "zin_ongeldig"]


@dataclass(frozen=True, slots=True)
class Zin:
    """What the problem line says: what is the matter, and what to do (may be empty)."""

    wat: str
    doe: str = ""


FOUTEN: dict[str, tuple[str, str]] = {
    **ALGEMEEN,
    **OPSLAG,
    **DIENSTEN,
    **INTERNET,
    **PECHHULP,
    **POSTBUS,
    **PONAANVRAAG,
    **WERKKAART,
    **LEEN,
    **ORDER,
    **AFDRUKKEN,
    **MAIL,
    **CARPASS,
    **HISTORIEK,
    **GEBRUIKERS,
}
"""Code of an error to its two sentences."""

BIJ_VELD: dict[str, str] = {
    **INVOER,
    **WISSELING,
    **PECHHULP_INVOER,
    **CONTROLE,
    **KMSTAND,
    **DEKKING,
    **BANDEN,
    **WERKKAART_INVOER,
    **LEEN_INVOER,
    **ORDER_INVOER,
    **MAIL_INVOER,
    **INTERNET_INVOER,
    **VRIJE_VELDEN,
    **CARPASS_INVOER,
    **GEBRUIKER_INVOER,
}
"""Code of a finding to the sentence under its field."""


def zin(fout: WerkplaatsError) -> Zin:
    """The sentences for an error. A code without a sentence is still told, with its code for who must help."""
    if isinstance(fout, Ongeldig):
        return zin_ongeldig(fout, _("opgeslagen"), _("Opslaan"))
    wat, doe = FOUTEN.get(fout.code, _ONBEKEND)
    params = _spoken({"code": fout.code, **fout.params})
    return Zin(_sentence(_fill(_(wat), params)), _sentence(_fill(_(doe), params)))


def zin_ongeldig(fout: Ongeldig, gedaan: str, knop: str) -> Zin:
    """``Nog niet aangevraagd: 2 velden kloppen niet``; ``gedaan`` and ``knop`` say it of the button pressed."""
    aantal = len({bevinding.veld for bevinding in fout.bevindingen if bevinding.ernst is Ernst.BLOKKEREND})
    wat = ngettext("Nog niet {gedaan}: 1 veld klopt niet.", "Nog niet {gedaan}: {aantal} velden kloppen niet.", aantal)
    doe = ngettext(
        "Verbeter het en druk opnieuw op {knop}. Wat u heeft ingevuld blijft staan.",
        "Verbeter ze en druk opnieuw op {knop}. Wat u heeft ingevuld blijft staan.",
        aantal,
    )
    params = {"gedaan": gedaan, "aantal": aantal, "knop": knop}
    return Zin(wat.format(**params), doe.format(**params))


def zin_bij_veld(bevinding: Bevinding) -> str:
    """The sentence under a field, with the likely meant value at its end where there is one."""
    params = _spoken({"veld": bevinding.veld, "code": bevinding.code, **bevinding.params})
    zinnen = {**BIJ_VELD, **BLOKKEREND} if bevinding.ernst is Ernst.BLOKKEREND else BIJ_VELD
    gezegd = _fill(_(zinnen.get(bevinding.code, _ONBEKEND_BIJ_VELD)), params)
    if bevinding.params.get("voorstel"):
        gezegd += " " + _fill(_(VOORSTELLEN.get(bevinding.code, VOORSTELLEN[""])), params)
    return _sentence(gezegd)


def _fill(tekst: str, params: Mapping[str, Any]) -> str:
    # A parameter that the sentence wants and the error lacks is our slip; the person still gets the rest of it.
    return tekst.format_map(_Params(params))


class _Params(dict[str, Any]):
    def __missing__(self, naam: str) -> str:
        return "…"


def _sentence(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


def _spoken(params: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters in words: a country by its name, letters as ``de letters C en A``, seconds as people say them."""
    woorden = {naam: _WOORDEN[naam](waarde) if naam in _WOORDEN else waarde for naam, waarde in params.items()}
    return {"register": woord_register(params.get("land", "")), **woorden}


def _letters(letters: tuple[str, ...]) -> str:
    if not letters:
        return _("deze letters")
    if len(letters) == 1:
        begin = _("de letter {letters}") if len(letters[0]) == 1 else _("de combinatie {letters}")
        return begin.format(letters=letters[0])
    *eerste, laatste = letters
    return _("de letters {eerste} en {laatste}").format(eerste=", ".join(eerste), laatste=laatste)


def _signs(tekens: tuple[str, ...]) -> str:
    if len(tekens) == 1:
        return _("het teken {teken}").format(teken=tekens[0])
    return _("de tekens {tekens}").format(tekens=" ".join(tekens))


def _answer(antwoord: str) -> str:
    return antwoord or _("zonder uitleg")


def _waiting(seconden: int | None) -> str:
    if seconden is None:
        return _("over een paar minuten")
    if seconden < 60:
        return _("over een minuut")
    minuten = -(-seconden // 60)
    if minuten <= 90:
        return ngettext("over {aantal} minuut", "over {aantal} minuten", minuten).format(aantal=minuten)
    uren = -(-minuten // 60)
    return ngettext("over {aantal} uur", "over {aantal} uur", uren).format(aantal=uren)


def _party(naam: str) -> str:
    return _("de {naam}").format(naam=naam) if naam in _MET_LIDWOORD else naam


_MET_LIDWOORD = frozenset({"RDW"})

_WOORDEN: dict[str, Callable[[Any], str]] = {
    "aanbieder": woord_aanbieder,
    "antwoord": _answer,
    "land": woord_land,
    "letters": _letters,
    "onderwerp": woord_onderwerp,
    "partij": _party,
    "recht": woord_recht,
    "veld": woord_veld,
    "leeg": woord_veld,
    "vreemd": _signs,
    "wacht": _waiting,
}

_ONBEKEND = (
    N_("Dit lukte niet."),
    N_("Probeer het opnieuw. Blijft het zo, vraag dan hulp en noem de code {code}."),
)
_ONBEKEND_BIJ_VELD = N_("Dit klopt niet. Controleer het veld {veld} (code {code}).")
