"""An e-mail of a shop, and the rules that keep anybody from writing header fields of his own into it.

The check is our own: Python's guard of header fields was bypassed more than once (CVE-2024-6923, CVE-2026-1299).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from werkplaats.errors import Bevinding, Ongeldig

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.instellingen import ShopInstellingen

SMTP_WACHTWOORD = "smtp_wachtwoord"
"""Name of the secret with which a shop signs in to its mail server; a server in the building may need none."""

MAIL = "mail"
"""The kind of message of the postbus that is an e-mail."""

KOP_HOOGSTENS = 200

_ADRES = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)*[A-Za-z0-9-]{1,63}", re.ASCII)
_HOST = re.compile(r"(?:[A-Za-z0-9-]{1,63}\.)*[A-Za-z0-9-]{1,63}\.?|[0-9A-Fa-f:]{2,45}", re.ASCII)


class Veiligheid(StrEnum):
    """How the connection with the mail server is protected; the value is what the store keeps."""

    NONE = "none"
    STARTTLS = "starttls"
    TLS = "tls"


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Where and as whom a shop sends its mail."""

    host: str
    poort: int
    veiligheid: Veiligheid
    afzender: str
    naam: str
    gebruiker: str = ""
    wachtwoord: str | None = None


@dataclass(frozen=True, slots=True)
class MailBijlage:
    """A file in a mail; ``soort`` is its MIME type."""

    naam: str
    soort: str
    inhoud: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail to one recipient; each recipient gets a message of his own, so that one refusal sends nothing twice.

    Without an ``afzender`` it comes from that of the shop.
    """

    aan: str
    onderwerp: str
    tekst: str
    bijlagen: tuple[MailBijlage, ...] = ()
    antwoord_aan: str = ""
    afzender: str = ""


def is_header_safe(tekst: str) -> bool:
    """Whether a text may stand in a header field: nothing that ends the line, and no encoded word."""
    # isprintable refuses every control sign and every line or paragraph end that Unicode knows, NUL included.
    return tekst.isprintable() and "=?" not in tekst and len(tekst) <= KOP_HOOGSTENS


def is_address(tekst: str) -> bool:
    """Whether a text is one bare mail address that every server takes."""
    return is_header_safe(tekst) and len(tekst) <= 254 and _ADRES.fullmatch(tekst) is not None


def check_mail(mail: Mail) -> None:
    """Raises Ongeldig where a header field of a mail would hold what may not stand in one."""
    gevonden = tuple(_findings(mail))
    if gevonden:
        raise Ongeldig(gevonden)


def _findings(mail: Mail) -> Iterator[Bevinding]:
    if not is_address(mail.aan):
        yield Bevinding("aan", "MAIL_ADRES")
    for veld in ("antwoord_aan", "afzender"):
        adres = getattr(mail, veld)
        if adres and not is_address(adres):
            yield Bevinding(veld, "MAIL_ADRES")
    if not is_header_safe(mail.onderwerp):
        yield Bevinding("onderwerp", "MAIL_KOP")
    for bijlage in mail.bijlagen:
        if not is_header_safe(bijlage.naam) or not re.fullmatch(r"[\w.+-]+/[\w.+-]+", bijlage.soort, re.ASCII):
            yield Bevinding("bijlagen", "MAIL_KOP")


def check_smtp(inst: ShopInstellingen) -> Iterator[Bevinding]:
    """The findings at the mail settings of a shop; without a server there is nothing to find."""
    if not inst.smtp_host:
        if inst.smtp_gebruiker:
            yield Bevinding("smtp_host", "SMTP_HOST_LEEG")
        return
    if _HOST.fullmatch(inst.smtp_host) is None:
        yield Bevinding("smtp_host", "SMTP_HOST")
    if not 1 <= inst.smtp_poort <= 65535:
        yield Bevinding("smtp_poort", "SMTP_POORT")
    if not is_address(inst.smtp_afzender or inst.email):
        yield Bevinding("smtp_afzender", "SMTP_AFZENDER")


def smtp_of(inst: ShopInstellingen, wachtwoord: str | None) -> SmtpServer | None:
    """The mail server of a shop; None where it has none, or cannot sign in as it should."""
    afzender = inst.smtp_afzender or inst.email
    if not inst.smtp_host or not is_address(afzender) or (inst.smtp_gebruiker and not wachtwoord):
        return None
    return SmtpServer(
        inst.smtp_host,
        inst.smtp_poort,
        inst.smtp_veiligheid,
        afzender,
        inst.naam if is_header_safe(inst.naam) else "",
        inst.smtp_gebruiker,
        wachtwoord,
    )
