"""Mail of a shop: the test that shows whether its mail server works."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from werkplaats.domain.mail import SMTP_WACHTWOORD, Mail
from werkplaats.domain.rechten import Recht
from werkplaats.errors import WerkplaatsError

if TYPE_CHECKING:
    from werkplaats.domain.rechten import Wie
    from werkplaats.services.kluis import Kluis
    from werkplaats.services.mail import MailService
    from werkplaats.store.opslag import Store
    from werkplaats.usecases.mailverzender import MailVerzender


class Mails:
    """The mail server of a shop."""

    def __init__(self, store: Store, kluis: Kluis, service: MailService, verzender: MailVerzender) -> None:
        self._store = store
        self._kluis = kluis
        self._service = service
        self._verzender = verzender

    def test(self, wie: Wie, aan: str, onderwerp: str, tekst: str) -> str:
        """Sends a mail at once, past the postbus, and gives the server's answer; the words are those of the door.

        Raises WerkplaatsError MAIL_NIET_INGESTELD, Ongeldig for the address, PartijFout, GeheimFout.
        """
        wie.vereis(Recht.INSTELLINGEN)
        with self._store.read() as lezing:
            shop = lezing.instellingen.get(wie.shop_id)
            verzegeld = lezing.geheimen.get(wie.shop_id, SMTP_WACHTWOORD)
        wachtwoord = None if verzegeld is None else self._kluis.unseal(wie.shop_id, SMTP_WACHTWOORD, verzegeld)
        server = self._verzender.server(shop, wachtwoord)
        if server is None:
            raise WerkplaatsError("MAIL_NIET_INGESTELD")
        return self._service.send(server, Mail(aan, onderwerp, tekst), f"proef-{secrets.token_hex(16)}")
