"""Sends e-mail through the mail server of a shop (SMTP, RFC 5321), with the standard library.

Each phase of the talk with the server says how sure we are: until the text of the mail is handed over it surely did not
go; from then on only the server's own word counts, and silence leaves in doubt.
"""

from __future__ import annotations

import re
import smtplib
import ssl
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256
from typing import TYPE_CHECKING

import truststore

from werkplaats.domain.mail import Veiligheid, check_mail, is_header_safe
from werkplaats.errors import Refused, Unreachable, WerkplaatsError
from werkplaats.services.http import is_loopback

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from werkplaats.domain.mail import Mail, SmtpServer

PARTIJ = "mailserver"
TIMEOUT = 20.0
"""Seconds for each answer of the server: mail servers look around before they say yes."""

_LATER = range(400, 500)
_ADRES = re.compile(r"<?[^\s<>\"'(),;:]+@[^\s<>\"'(),;:]+>?")
_WEG = "\N{HORIZONTAL ELLIPSIS}"
_LANGST = 300


class MailService:
    """Sends mails; ``alleen_lokaal`` refuses every server that is not on this computer, while practising."""

    def __init__(
        self,
        *,
        alleen_lokaal: bool = False,
        timeout: float = TIMEOUT,
        context: Callable[[], ssl.SSLContext] = lambda: truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
    ) -> None:
        self._alleen_lokaal = alleen_lokaal
        self._timeout = timeout
        self._context = context

    def send(self, server: SmtpServer, mail: Mail, sleutel: str) -> str:
        """Sends a mail and gives the server's answer; ``sleutel`` makes the same Message-ID of the same mail.

        Raises Ongeldig for what may not stand in a header, Refused for what the server will never take, Unreachable
        for what it may take later. PARTIJ_TIJD_OM says that nobody knows whether it went.
        """
        check_mail(mail)
        bericht = write_message(server, mail, sleutel)
        if self._alleen_lokaal and not is_loopback(server.host):
            raise WerkplaatsError("ADRES_NIET_LOKAAL", adres=server.host)
        with self._connected(server) as smtp:
            with _surely_not_sent():
                _sign_in(smtp, server)
                _accepted(*smtp.mail(mail.afzender or server.afzender))
                _accepted(*smtp.rcpt(mail.aan))
            return _hand_over(smtp, bericht)

    @contextmanager
    def _connected(self, server: SmtpServer) -> Iterator[smtplib.SMTP]:
        with _surely_not_sent():
            smtp = self._connect(server)
        try:
            yield smtp
        finally:
            # What is sent is sent: a server that hangs up without a goodbye changes nothing.
            with suppress(smtplib.SMTPException, OSError):
                smtp.quit()
            smtp.close()

    def _connect(self, server: SmtpServer) -> smtplib.SMTP:
        if server.veiligheid is Veiligheid.TLS:
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.poort, timeout=self._timeout, context=self._context()
            )
        else:
            smtp = smtplib.SMTP(server.host, server.poort, timeout=self._timeout)
        if server.veiligheid is Veiligheid.STARTTLS:
            try:
                smtp.starttls(context=self._context())
            except smtplib.SMTPNotSupportedError as fout:
                smtp.close()
                raise Unreachable("MAIL_ZONDER_STARTTLS", PARTIJ) from fout
            except BaseException:
                smtp.close()
                raise
        return smtp


def write_message(server: SmtpServer, mail: Mail, sleutel: str) -> bytes:
    """The mail as it goes over the line."""
    naam = server.naam if is_header_safe(server.naam) else ""
    bericht = EmailMessage(policy=SMTP)
    afzender = mail.afzender or server.afzender
    bericht["From"] = Address(naam, addr_spec=afzender)
    bericht["To"] = Address(addr_spec=mail.aan)
    bericht["Subject"] = mail.onderwerp
    bericht["Date"] = format_datetime(datetime.now(UTC))
    domein = afzender.rpartition("@")[2]
    bericht["Message-ID"] = f"<{sha256(sleutel.encode()).hexdigest()[:32]}@{domein}>"
    if mail.antwoord_aan:
        bericht["Reply-To"] = Address(addr_spec=mail.antwoord_aan)
    bericht.set_content(mail.tekst)
    for bijlage in mail.bijlagen:
        hoofd, _streep, soort = bijlage.soort.partition("/")
        bericht.add_attachment(bijlage.inhoud, maintype=hoofd, subtype=soort, filename=bijlage.naam)
    return bericht.as_bytes()


def _sign_in(smtp: smtplib.SMTP, server: SmtpServer) -> None:
    if not server.gebruiker:
        smtp.ehlo_or_helo_if_needed()
        return
    try:
        smtp.login(server.gebruiker, server.wachtwoord or "")
    except smtplib.SMTPAuthenticationError as fout:
        # The same mail may go as soon as somebody put in the right password.
        raise Unreachable("MAIL_AANMELDEN", PARTIJ, status=fout.smtp_code) from fout
    except smtplib.SMTPNotSupportedError as fout:
        raise Unreachable("MAIL_AANMELDEN", PARTIJ, status=0) from fout


def _accepted(code: int, antwoord: bytes) -> None:
    if code in _LATER:
        raise Unreachable("MAIL_LATER", PARTIJ, status=code, antwoord=_words(antwoord))
    if not 200 <= code < 300:
        raise Refused("MAIL_GEWEIGERD", PARTIJ, status=code, antwoord=_words(antwoord))


def _hand_over(smtp: smtplib.SMTP, bericht: bytes) -> str:
    try:
        code, antwoord = smtp.data(bericht)
    except smtplib.SMTPDataError as fout:
        _accepted(fout.smtp_code, _bytes(fout.smtp_error))
        raise
    except (smtplib.SMTPException, OSError) as fout:
        raise Unreachable("PARTIJ_TIJD_OM", PARTIJ) from fout
    _accepted(code, antwoord)
    return f"{code} {_words(antwoord)}"


@contextmanager
def _surely_not_sent() -> Iterator[None]:
    """Before the text is handed over, whatever goes wrong means that it did not go."""
    try:
        yield
    except smtplib.SMTPResponseException as fout:
        _accepted(fout.smtp_code, _bytes(fout.smtp_error))
        raise Unreachable("PARTIJ_ONBEREIKBAAR", PARTIJ) from fout
    except ssl.SSLError as fout:
        raise Unreachable("PARTIJ_CERTIFICAAT", PARTIJ) from fout
    except (smtplib.SMTPException, OSError) as fout:
        raise Unreachable("PARTIJ_ONBEREIKBAAR", PARTIJ) from fout


def _bytes(antwoord: bytes | str) -> bytes:
    return antwoord if isinstance(antwoord, bytes) else antwoord.encode()


def _words(antwoord: bytes) -> str:
    """What the server said, for a person to read; servers like to repeat the address, which belongs in no log."""
    gezegd = "".join(teken if teken.isprintable() else " " for teken in antwoord.decode("utf-8", "replace"))
    return " ".join(_ADRES.sub(_WEG, gezegd).split())[:_LANGST]
