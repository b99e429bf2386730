"""Mail through a real SMTP server: signing in, protection, refusals, and headers that nobody can add to."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.mail import Mail, MailBijlage, SmtpServer, Veiligheid, check_mail
from werkplaats.domain.postbus import Gevolg, uitkomst_bij
from werkplaats.errors import Ongeldig, PartijFout, Refused, Unreachable, WerkplaatsError
from werkplaats.services.mail import MailService, write_message
from werkplaats.zinnen import zin

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage
    from pathlib import Path

MAIL = Mail("klant@example.com", "Uw auto is klaar", "Beste klant,\nTot straks.\n")


@dataclass
class Bus:
    """What a mail server takes: each answer may be put in by a test."""

    rcpt: str = "250 OK"
    data: str = "250 aangenomen"
    mails: list[EmailMessage] = field(default_factory=list)
    verbreek: bool = False

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, _opties: Any) -> str:
        if self.rcpt.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.rcpt

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.verbreek:
            server.transport.abort()
            return "250 te laat"
        if self.data.startswith("250"):
            self.mails.append(message_from_bytes(envelope.content, policy=default))
        return self.data


class Poort(Controller):
    """A mail server on a free port of this computer."""

    def factory(self) -> SMTP:
        return SMTP(self.handler, **self.SMTP_kwargs)


def _start(bus: Bus, **kwargs: Any) -> Controller:
    poort = Poort(bus, hostname="127.0.0.1", port=_free_port(), **kwargs)
    poort.start()
    return poort


def _free_port() -> int:
    import socket  # noqa: PLC0415 - one use

    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return int(proef.getsockname()[1])


@pytest.fixture
def bus() -> Bus:
    """What arrived."""
    return Bus()


@pytest.fixture
def poort(bus: Bus) -> Iterator[Controller]:
    """A server without protection."""
    controller = _start(bus)
    yield controller
    controller.stop()


@pytest.fixture(scope="module")
def certificaat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for this computer by its number, with its key: a bare system may not know the name localhost."""
    sleutel = ec.generate_private_key(ec.SECP256R1())
    naam = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    nu = datetime.now(UTC)
    cert = (
        x509.CertificateBuilder()
        .subject_name(naam)
        .issuer_name(naam)
        .public_key(sleutel.public_key())
        .serial_number(1)
        .not_valid_before(nu - timedelta(days=1))
        .not_valid_after(nu + timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(sleutel, hashes.SHA256())
    )
    bestand = tmp_path_factory.mktemp("cert") / "server.pem"
    prive = sleutel.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    bestand.write_bytes(cert.public_bytes(serialization.Encoding.PEM) + prive)
    return bestand


def _server(poort: Controller, **anders: Any) -> SmtpServer:
    velden: dict[str, Any] = {"host": "127.0.0.1", "poort": poort.port, "veiligheid": Veiligheid.NONE} | anders
    return SmtpServer(afzender="info@example.com", naam="Garage Zuid & Zn", **velden)


def _tls(certificaat: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificaat)
    return context


def test_a_mail_arrives_with_its_file(poort: Controller, bus: Bus) -> None:
    bijlage = MailBijlage("Rapport é.pdf", "application/pdf", b"%PDF-1.7 proef")
    antwoord = MailService().send(_server(poort), Mail(MAIL.aan, MAIL.onderwerp, MAIL.tekst, (bijlage,)), "sleutel")

    (mail,) = bus.mails
    assert antwoord == "250 aangenomen"
    assert (mail["to"], mail["subject"]) == ("klant@example.com", "Uw auto is klaar")
    assert mail["from"] == "Garage Zuid & Zn <info@example.com>"
    (deel,) = mail.iter_attachments()
    assert (deel.get_filename(), deel.get_content()) == ("Rapport é.pdf", b"%PDF-1.7 proef")


def test_the_same_mail_has_the_same_message_id(poort: Controller) -> None:
    eerste, tweede = (message_from_bytes(write_message(_server(poort), MAIL, "s")) for _keer in range(2))
    ander = message_from_bytes(write_message(_server(poort), MAIL, "t"))

    assert eerste["message-id"] == tweede["message-id"] != ander["message-id"]


def test_a_server_with_starttls_and_a_password(bus: Bus, certificaat: Path) -> None:
    gezien: list[bytes] = []

    def check(_server: Any, _session: Any, _envelope: Any, _mechanism: str, auth: Any) -> AuthResult:
        assert isinstance(auth, LoginPassword)
        gezien.append(auth.password)
        return AuthResult(success=auth.password == b"goed", handled=False)

    poort = _start(bus, tls_context=_tls(certificaat), require_starttls=True, auth_required=True, authenticator=check)
    service = MailService(context=lambda: ssl.create_default_context(cafile=certificaat))
    server = _server(poort, host="127.0.0.1", veiligheid=Veiligheid.STARTTLS, gebruiker="garage", wachtwoord="goed")
    try:
        service.send(server, MAIL, "a")
        with pytest.raises(Unreachable, match="MAIL_AANMELDEN"):
            service.send(
                _server(poort, host="127.0.0.1", veiligheid=Veiligheid.STARTTLS, gebruiker="garage", wachtwoord="mis"),
                MAIL,
                "b",
            )
        with pytest.raises(Unreachable, match="PARTIJ_CERTIFICAAT"):
            MailService(context=ssl.create_default_context).send(server, MAIL, "c")
    finally:
        poort.stop()
    assert len(bus.mails) == 1
    assert set(gezien) == {b"goed", b"mis"}


def test_a_server_without_starttls_gets_nothing_of_who_asks_for_it(poort: Controller, bus: Bus) -> None:
    with pytest.raises(Unreachable, match="MAIL_ZONDER_STARTTLS") as fout:
        MailService().send(_server(poort, veiligheid=Veiligheid.STARTTLS), MAIL, "a")

    assert uitkomst_bij(fout.value).gevolg is Gevolg.OPNIEUW
    assert bus.mails == []


@pytest.mark.parametrize(
    ("rcpt", "data", "gevolg"),
    [
        ("550 onbekend", "250 ok", Gevolg.MISLUKT),
        ("450 bus vol", "250 ok", Gevolg.OPNIEUW),
        ("250 OK", "554 spam", Gevolg.MISLUKT),
        ("250 OK", "451 later", Gevolg.OPNIEUW),
    ],
)
def test_a_refusal_is_for_ever_or_for_now_as_the_server_says(
    poort: Controller, bus: Bus, rcpt: str, data: str, gevolg: Gevolg
) -> None:
    bus.rcpt, bus.data = rcpt, data

    with pytest.raises(PartijFout) as fout:
        MailService().send(_server(poort), MAIL, "a")

    assert uitkomst_bij(fout.value).gevolg is gevolg
    assert isinstance(fout.value, Refused) == (gevolg is Gevolg.MISLUKT)


def test_the_servers_own_words_are_kept_without_the_address(poort: Controller, bus: Bus) -> None:
    bus.rcpt = "550 5.1.1 <klant@example.com>: mailbox of klant@example.com is full"

    with pytest.raises(Refused) as fout:
        MailService().send(_server(poort), MAIL, "a")

    uitkomst = uitkomst_bij(fout.value)
    assert uitkomst.antwoord == "5.1.1 \N{HORIZONTAL ELLIPSIS}: mailbox of \N{HORIZONTAL ELLIPSIS} is full"
    assert uitkomst.params == {"partij": "mailserver", "status": 550}
    assert "5.1.1" in zin(fout.value).wat


def test_a_server_that_gives_no_reason_is_said_to_give_none() -> None:
    assert zin(Refused("MAIL_GEWEIGERD", "mailserver", status=550, antwoord="")).wat.endswith(
        "(code 550: zonder uitleg)."
    )


def test_a_server_that_hangs_up_on_the_text_leaves_in_doubt(poort: Controller, bus: Bus) -> None:
    bus.verbreek = True

    with pytest.raises(Unreachable) as fout:
        MailService().send(_server(poort), MAIL, "a")

    assert uitkomst_bij(fout.value).gevolg is Gevolg.ONZEKER


def test_a_server_that_is_not_there_surely_got_nothing() -> None:
    server = SmtpServer("127.0.0.1", _free_port(), Veiligheid.NONE, "info@example.com", "Garage")

    with pytest.raises(Unreachable) as fout:
        MailService().send(server, MAIL, "a")

    assert uitkomst_bij(fout.value).gevolg is Gevolg.OPNIEUW


def test_while_practising_nothing_leaves_this_computer() -> None:
    server = SmtpServer("smtp.example.com", 25, Veiligheid.NONE, "info@example.com", "Garage")

    with pytest.raises(WerkplaatsError, match="ADRES_NIET_LOKAAL"):
        MailService(alleen_lokaal=True).send(server, MAIL, "a")


@pytest.mark.parametrize("teken", ["\r", "\n", "\0", "\r\n", "\u2028", "\x85", "\v", "\f", "=?utf-8?q?x?="])
@pytest.mark.parametrize("veld", ["aan", "onderwerp", "antwoord_aan", "bestand"])
def test_nothing_that_ends_a_line_may_stand_in_a_header(veld: str, teken: str) -> None:
    waarden = {"aan": "a@example.com", "onderwerp": "Onderwerp", "antwoord_aan": "b@example.com", "bestand": "a.pdf"}
    waarden[veld] += f"{teken}Bcc: dief@example.com"
    bijlagen = (MailBijlage(waarden["bestand"], "application/pdf", b""),)

    with pytest.raises(Ongeldig):
        check_mail(Mail(waarden["aan"], waarden["onderwerp"], "", bijlagen, waarden["antwoord_aan"]))


@given(st.text(max_size=80), st.text(max_size=80))
def test_whatever_is_taken_adds_no_header(onderwerp: str, bestand: str) -> None:
    mail = Mail("a@example.com", onderwerp, "tekst", (MailBijlage(bestand or "x", "text/plain", b"x"),))
    server = SmtpServer("127.0.0.1", 25, Veiligheid.NONE, "info@example.com", onderwerp)
    try:
        check_mail(mail)
    except Ongeldig:
        return
    gelezen = message_from_bytes(write_message(server, mail, "s"), policy=default)
    assert sorted(naam.lower() for naam in gelezen) == sorted(
        ["from", "to", "subject", "date", "message-id", "content-type", "mime-version"]
    )
    assert gelezen["to"] == "a@example.com"
