"""Puts a mail in the postbus, inside the transaction of whoever causes it; each recipient gets a message of his own."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from werkplaats.domain.mail import MAIL, Mail, check_mail

if TYPE_CHECKING:
    from collections.abc import Iterable

    from werkplaats.domain.moment import Moment
    from werkplaats.store.transactie import Werk


def put_mail(
    werk: Werk,
    onderwerp: str,
    onderwerp_id: int,
    mail: Mail,
    *,
    bijlagen: Iterable[int] = (),
    sleutel: str = "",
    niet_voor: Moment | None = None,
) -> int:
    """Puts a mail about a record ready, returns the id of the message; ``bijlagen`` are the ids of kept files.

    Raises Ongeldig where a header would hold what may not stand in one. The files of ``mail`` itself are not kept.
    """
    check_mail(mail)
    inhoud = {
        "aan": mail.aan,
        "onderwerp": mail.onderwerp,
        "tekst": mail.tekst,
        "antwoord_aan": mail.antwoord_aan,
        "afzender": mail.afzender,
        "bijlagen": list(bijlagen),
    }
    sleutel = sleutel or f"mail-{secrets.token_hex(16)}"
    kop = f"{mail.aan}: {mail.onderwerp}"
    return werk.postbus.leg_klaar(MAIL, inhoud, sleutel, onderwerp, onderwerp_id, niet_voor=niet_voor, kop=kop)
