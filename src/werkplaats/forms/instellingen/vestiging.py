"""What the window of settings asks of the use cases in one go: a shop with all that its pages show, and its saving."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from werkplaats.domain.instellingen import CARPASS_WACHTWOORD, PON_TOKEN, RDW_APP_TOKEN
from werkplaats.domain.mail import SMTP_WACHTWOORD
from werkplaats.domain.rechten import Recht
from werkplaats.errors import WerkplaatsError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkplaats.domain.instellingen import Shop, ShopInstellingen
    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.rechten import Wie
    from werkplaats.forms.toegang import Toegang


_MET_PAGINA = (RDW_APP_TOKEN, SMTP_WACHTWOORD, CARPASS_WACHTWOORD, PON_TOKEN)
"""The secrets that have a page of their own."""


@dataclass(frozen=True, slots=True)
class Geladen:
    """All shops, the one that is shown, the names of the secrets it has, and a plate to try the register with."""

    shops: tuple[Shop, ...]
    shop: Shop
    geheimen: frozenset[str]
    proefkenteken: Kenteken | None


@dataclass(frozen=True, slots=True)
class Bewaard:
    """The shops as they stand after a save, and what kept its secret from being kept."""

    geladen: Geladen
    probleem: WerkplaatsError | None


@dataclass(frozen=True, slots=True)
class Proef:
    """How a try of the register went: the car it answered with, or what went wrong."""

    auto: str
    probleem: WerkplaatsError | None


def load(toegang: Toegang, wie: Wie) -> Geladen:
    """The shop in which ``wie`` works, and what else its pages show."""
    asked = _MET_PAGINA if wie.mag(Recht.GEHEIMEN) else ()
    recent = toegang.voertuigen.recent(wie) if wie.mag(Recht.VOERTUIG_ZIEN) else ()
    return Geladen(
        shops=toegang.instellingen.shops(wie),
        shop=toegang.instellingen.load(wie),
        geheimen=frozenset(naam for naam in asked if toegang.instellingen.has_geheim(wie, naam)),
        proefkenteken=next((auto.kenteken for auto in recent if auto.kenteken and auto.kenteken.bij_rdw), None),
    )


def save(
    toegang: Toegang, wie: Wie, basis: ShopInstellingen, nieuw: ShopInstellingen, geheimen: Mapping[str, str]
) -> Bewaard:
    """Saves the settings and then the secrets that were changed, by name; raises Ongeldig, Botsing.

    A secret that cannot be kept (a locked keyring) does not undo the settings: both are said.
    """
    toegang.instellingen.save(wie, basis, nieuw)
    problem: WerkplaatsError | None = None
    for naam, tekst in geheimen.items():
        try:
            toegang.instellingen.set_geheim(wie, naam, tekst)
        except WerkplaatsError as fout:
            problem = fout
    return Bewaard(load(toegang, wie), problem)


def try_register(toegang: Toegang, wie: Wie, kenteken: Kenteken) -> Proef:
    """Asks the register anew, with the token of the shop. A plate that it does not know is an answer too."""
    try:
        gegevens = toegang.rdw.look_up(wie, kenteken, vers=True).gegevens
    except WerkplaatsError as fout:
        return Proef("", None if fout.code == "RDW_KENTEKEN_ONBEKEND" else fout)
    return Proef(" ".join(part for part in (gegevens.merk, gegevens.model) if part), None)


@dataclass(frozen=True, slots=True)
class Mailproef:
    """How a test mail went: to whom, what the server said, or what went wrong."""

    antwoord: str
    probleem: WerkplaatsError | None


def try_mail(toegang: Toegang, wie: Wie, shop: ShopInstellingen, onderwerp: str, tekst: str) -> Mailproef:
    """Sends a mail from the shop to itself."""
    try:
        return Mailproef(toegang.mails.test(wie, shop.smtp_afzender or shop.email, onderwerp, tekst), None)
    except WerkplaatsError as fout:
        return Mailproef("", fout)


def try_carpass(toegang: Toegang, wie: Wie) -> tuple[int, WerkplaatsError | None]:
    """Asks Car-Pass for its kinds of work with the account of the shop: how many there are, or what went wrong."""
    try:
        return toegang.carpass.test_connection(wie), None
    except WerkplaatsError as fout:
        return 0, fout


def try_pon(toegang: Toegang, wie: Wie) -> WerkplaatsError | None:
    """Asks PON whether it knows the token of the shop: None, or what went wrong. It requests nothing."""
    try:
        toegang.verkoop.aanvragen.test_connection(wie)
    except WerkplaatsError as fout:
        return fout
    return None
