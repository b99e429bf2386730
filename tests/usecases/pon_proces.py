"""One workstation in the morning, as a process of its own that may be killed: the run, its mail, and the sending.

It is started with its orders as JSON, and writes a dot at each step, so that whoever started it knows how far it is.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from werkplaats.documents.ponmail import write_letter
from werkplaats.domain.moment import Moment, VasteKlok
from werkplaats.services.http import make_client
from werkplaats.services.kluis import Kluis
from werkplaats.services.mail import MailService
from werkplaats.services.pon import PROFIEL, PonService
from werkplaats.services.sleutelbos import GeheugenSleutelbos
from werkplaats.store.openen import open_store
from werkplaats.usecases.dagtaken import Dagtaken
from werkplaats.usecases.gebruikers import Gebruikers
from werkplaats.usecases.mailverzender import MailVerzender
from werkplaats.usecases.pon_mail import PonMail
from werkplaats.usecases.pon_verzender import PonVerzender
from werkplaats.usecases.postbus import Postbus
from werkplaats.usecases.taken import mail_taak, pon_taak

if TYPE_CHECKING:
    from werkplaats.domain.mail import Mail, SmtpServer

TIMEOUT = 1.0


def step(*_: object) -> bool:
    """Says that a step is done, or about to be."""
    os.write(1, b".")
    return True


class Verteller(MailService):
    """Says when a mail is about to go and when it went."""

    def send(self, server: SmtpServer, mail: Mail, sleutel: str) -> str:
        """Sends a mail."""
        step()
        antwoord = super().send(server, mail, sleutel)
        step()
        return antwoord


def main(opdracht: dict[str, Any]) -> None:
    """The morning of one workstation."""
    klok = VasteKlok(Moment(datetime.fromisoformat(opdracht["moment"])))
    store = open_store(opdracht["database"], klok)
    with store.read() as lezing:
        kluis = Kluis(GeheugenSleutelbos(), lezing.geheimen.database_id())
    client = make_client(opdracht["pon"], TIMEOUT, alleen_lokaal=True)
    client.event_hooks = {"request": [step], "response": [step]}
    pon = PonVerzender(PonService(client, replace(PROFIEL, kent_sleutels=opdracht["kent_sleutels"])))
    mail = MailVerzender(store, Verteller(alleen_lokaal=True), ("127.0.0.1", opdracht["smtp"]))
    wie = replace(Gebruikers(store).console(), werkplek=opdracht["werkplek"])
    ochtend = Dagtaken(store, (pon_taak(store), mail_taak(PonMail(store, klok, write_letter))))
    ochtend.run(wie, date.fromisoformat(opdracht["dag"]), progress=step)
    Postbus(store, kluis, (pon, mail)).send_due(wie)
    store.close()


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
