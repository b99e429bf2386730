"""The postbus of the practice garage: a message in each state, so that everything on its screen can be tried."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from werkplaats.domain.mail import MAIL, Mail
from werkplaats.domain.moment import Moment
from werkplaats.domain.postbus import INGETROKKEN, Staat, Uitkomst
from werkplaats.store.repo.postbus import Soortplek
from werkplaats.usecases.mail_schrijven import put_mail

if TYPE_CHECKING:
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

_BERICHTEN = (
    ("a.smeets@example.com", "Uw auto is klaar", Staat.VERZONDEN, Uitkomst.verzonden("250 aangenomen")),
    ("j.peeters@example.com", "Uw APK verloopt binnenkort", Staat.INGETROKKEN, INGETROKKEN),
    (
        "weiger@example.com",
        "Bevestiging van uw afspraak",
        Staat.MISLUKT,
        Uitkomst.mislukt("MAIL_GEWEIGERD", status=550, antwoord="onbekende ontvanger"),
    ),
    (
        "m.dewit@example.com",
        "Uw winterbanden liggen klaar",
        Staat.ONZEKER,
        Uitkomst.onzeker("PARTIJ_TIJD_OM", partij="mailserver"),
    ),
    ("h.vandalen@example.com", "Herinnering aan uw afspraak", Staat.WACHT, Uitkomst.opnieuw("")),
)
_DUUR_MS = 840
_TEKST = "Goedendag,\n\nDit is een bericht uit de oefengarage.\n"


def fill_postbus(store: Store, wie: Wie) -> None:
    """Puts a message in each state; the one that waits goes tomorrow."""
    store.run(wie, _put_all)


def _put_all(werk: Werk) -> None:
    # Each is about a car of its own, so that the one in doubt holds up no other.
    autos = werk.voertuigen.recent(len(_BERICHTEN))
    morgen = Moment(werk.nu.utc + timedelta(days=1))
    shop = werk.wie.shop_id
    for auto, (aan, onderwerp, staat, uitkomst) in zip(autos, _BERICHTEN, strict=True):
        niet_voor = morgen if staat is Staat.WACHT else None
        mail = Mail(aan, onderwerp, _TEKST)
        bericht = put_mail(werk, "voertuig", auto.id, mail, sleutel=f"oefen-{auto.id}", niet_voor=niet_voor)
        if staat not in (Staat.WACHT, Staat.INGETROKKEN):
            _attempt(werk, Soortplek(MAIL, shop), bericht, uitkomst)
        werk.postbus.move(bericht, staat, uitkomst)


def _attempt(werk: Werk, plek: Soortplek, bericht: int, uitkomst: Uitkomst) -> None:
    """What a sender leaves behind of one attempt; the message stands alone among those that may go."""
    token = f"oefen-{bericht}"
    gepakt = werk.postbus.claim(plek, token, timedelta(minutes=2))
    if gepakt is None or gepakt.id != bericht:
        raise ValueError("another message of the practice garage stood ready")
    werk.postbus.close_attempt(token, uitkomst, uitkomst.gevolg.value, _DUUR_MS)
