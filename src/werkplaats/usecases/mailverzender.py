"""Sends the mails of the postbus through the mail server of their shop, with the files that were kept for them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from werkplaats.domain.mail import MAIL, SMTP_WACHTWOORD, Mail, MailBijlage, Veiligheid, smtp_of
from werkplaats.domain.postbus import Uitkomst, uitkomst_bij
from werkplaats.errors import NietGevonden, Ongeldig, PartijFout
from werkplaats.usecases.verzenders import BasisVerzender

if TYPE_CHECKING:
    from werkplaats.domain.instellingen import Shop
    from werkplaats.domain.mail import SmtpServer
    from werkplaats.domain.postbus import Bericht
    from werkplaats.services.mail import MailService
    from werkplaats.store.opslag import Store


class MailVerzender(BasisVerzender):
    """One mail per message; no mail server knows keys, so that a mail in doubt goes to a person.

    ``omleiding`` is the mail server of this computer's configuration, which takes the place of that of every shop.
    """

    soort = MAIL
    geheim = SMTP_WACHTWOORD

    def __init__(self, store: Store, service: MailService, omleiding: tuple[str, int] | None) -> None:
        self._store = store
        self._service = service
        self._omleiding = omleiding

    def ready(self, shop: Shop | None, geheim: str | None) -> bool:
        """Whether the shop has a mail server, and the password where that asks for one."""
        return self.server(shop, geheim) is not None

    def server(self, shop: Shop | None, geheim: str | None) -> SmtpServer | None:
        """The mail server through which this computer sends the mails of a shop."""
        if shop is None:
            return None
        inst = shop.instellingen
        if self._omleiding is not None:
            host, poort = self._omleiding
            inst = replace(inst, smtp_host=host, smtp_poort=poort, smtp_veiligheid=Veiligheid.NONE, smtp_gebruiker="")
        return smtp_of(inst, geheim)

    def send(self, bericht: Bericht, shop: Shop | None, geheim: str | None) -> Uitkomst:
        """Sends the mail of a message."""
        server = self.server(shop, geheim)
        if server is None:
            return Uitkomst.opnieuw("MAIL_NIET_INGESTELD")
        try:
            return Uitkomst.verzonden(self._service.send(server, self._mail(bericht.inhoud), bericht.sleutel))
        except PartijFout as fout:
            return uitkomst_bij(fout)
        except Ongeldig:
            return Uitkomst.mislukt("MAIL_NIET_GESCHREVEN")
        except NietGevonden:
            return Uitkomst.mislukt("MAIL_BIJLAGE_WEG")

    def _mail(self, inhoud: Any) -> Mail:
        return Mail(
            aan=inhoud["aan"],
            onderwerp=inhoud["onderwerp"],
            tekst=inhoud["tekst"],
            antwoord_aan=inhoud.get("antwoord_aan", ""),
            afzender=inhoud.get("afzender", ""),
            bijlagen=tuple(map(self._file, inhoud.get("bijlagen", ()))),
        )

    def _file(self, nummer: int) -> MailBijlage:
        with self._store.read() as lezing:
            bijlage = lezing.bijlagen.get(nummer)
            return MailBijlage(bijlage.naam, bijlage.soort, b"".join(lezing.bijlagen.read(nummer)))
