"""The mail catcher: what is sent while practising is caught, shown, and goes nowhere."""

from __future__ import annotations

import pytest

from werkplaats.domain.mail import Mail, SmtpServer, Veiligheid
from werkplaats.errors import Refused, Unreachable
from werkplaats.sandbox.post import Mailvanger, Post, create_post
from werkplaats.services.mail import MailService


def _send(vanger: Mailvanger, aan: str) -> None:
    host, _colon, poort = vanger.address.rpartition(":")
    server = SmtpServer(host, int(poort), Veiligheid.NONE, "info@example.com", "Garage De Linde")
    MailService(alleen_lokaal=True).send(server, Mail(aan, "Uw auto is klaar", "Tot <straks>.\n"), aan)


def test_a_mail_is_caught_and_shown() -> None:
    post = Post()
    pagina = create_post(post).test_client()
    assert "Nog geen mail" in pagina.get("/").text

    with Mailvanger(post) as vanger:
        _send(vanger, "klant@example.com")

    assert "klant@example.com" in pagina.get("/").text
    een = pagina.get("/0").text
    assert "Uw auto is klaar" in een
    assert "Tot &lt;straks&gt;." in een
    assert pagina.get("/1").status_code == 404


def test_some_addresses_are_refused_as_their_name_says() -> None:
    with Mailvanger(Post()) as vanger:
        with pytest.raises(Refused):
            _send(vanger, "weiger@example.com")
        with pytest.raises(Unreachable, match="MAIL_LATER"):
            _send(vanger, "later@example.com")
