"""The correction form of Car-Pass: filled in, printed or mailed to oneself, sent by hand, and ticked step by step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

from werkplaats.domain.afdruk import Briefhoofd, CorrectieAfdruk
from werkplaats.domain.bijlage import Bijlagesoort
from werkplaats.domain.contact import clean_texts, normalize_email
from werkplaats.domain.correctie import Correctie, CorrectieInvoer, Stap, check_correctie, is_offered
from werkplaats.domain.melding import Daad, Staat
from werkplaats.domain.moment import vandaag
from werkplaats.domain.rechten import Recht
from werkplaats.errors import WerkplaatsError
from werkplaats.usecases.carpass_berichten import FORMULIER, lay_ready
from werkplaats.usecases.carpass_daden import locked, of_shop
from werkplaats.usecases.mail_schrijven import put_mail
from werkplaats.usecases.meldingen_schrijven import ONDERWERP
from werkplaats.usecases.wijzigingen import refuse_blocking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from werkplaats.domain.mail import Mail
    from werkplaats.domain.melding import Melding
    from werkplaats.domain.moment import Klok
    from werkplaats.domain.rechten import Wie
    from werkplaats.errors import Bevinding
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing, Werk

BESTAND = "carpass"
"""Under which subject the form is kept as a file of its report."""


@dataclass(frozen=True, slots=True)
class CorrectieBlik:
    """All that the window on the form needs; ``correctie`` is None until it was kept for the first time."""

    melding: Melding
    invoer: CorrectieInvoer
    correctie: Correctie | None


class Correcties:
    """The forms of the reports of a shop."""

    def __init__(
        self,
        store: Store,
        klok: Klok,
        teken: Callable[[CorrectieAfdruk], bytes],
        open_url: Callable[[str], None],
        website: str,
    ) -> None:
        self._store = store
        self._klok = klok
        self._teken = teken
        self._open_url = open_url
        self._website = website

    def look(self, wie: Wie, melding_id: int) -> CorrectieBlik:
        """The form of a report, filled in as far as the report and the shop know. Raises CORRECTIE_NOG_NIET."""
        wie.vereis(Recht.CARPASS)
        with self._store.read() as lezing:
            melding = of_shop(lezing, wie, melding_id)
            correctie = lezing.correcties.of_melding(melding_id)
            if correctie is not None:
                return CorrectieBlik(melding, correctie.invoer, correctie)
            if melding.staat not in (Staat.CORRECTIEFORMULIER, Staat.GESLOTEN):
                _require_offered(lezing, melding)
            shop = lezing.instellingen.get(wie.shop_id).instellingen
            begin = CorrectieInvoer(None, melding.invoer.datum, contact=wie.naam, contact_email=shop.email)
            return CorrectieBlik(melding, replace(begin, plaats=shop.plaats), None)

    def check(self, wie: Wie, invoer: CorrectieInvoer) -> tuple[Bevinding, ...]:
        """What keeps the form from being printed."""
        wie.vereis(Recht.CARPASS)
        return check_correctie(invoer, vandaag(self._klok, wie.zone))

    def save(self, wie: Wie, melding_id: int, versie: int, invoer: CorrectieInvoer) -> Correctie:
        """Keeps the form; the first time it becomes the way of the report. Raises Ongeldig, MELDING_GEWIJZIGD."""
        wie.vereis(Recht.CARPASS)
        return self._store.run(wie, lambda werk: _save(werk, melding_id, versie, invoer))

    def tick(self, wie: Wie, melding_id: int, versie: int, stappen: Iterable[Stap]) -> Correctie:
        """These steps of the paper are done; with *afgehandeld* the report is closed. Raises MELDING_KAN_NIET."""
        wie.vereis(Recht.CARPASS)
        gewenst = frozenset(stappen)
        return self._store.run(wie, lambda werk: _tick(werk, melding_id, versie, gewenst))

    def send(self, wie: Wie, melding_id: int, versie: int) -> Correctie:
        """Has the correction asked of Car-Pass by hand through the interface, as far as it takes it."""
        wie.vereis(Recht.CARPASS)
        return self._store.run(wie, lambda werk: _send(werk, melding_id, versie))

    def formulier(self, wie: Wie, melding_id: int) -> bytes:
        """The form as PDF. Raises CORRECTIE_NOG_NIET before it was kept."""
        wie.vereis(Recht.CARPASS)
        with self._store.read() as lezing:
            afdruk = self._print(lezing, wie, melding_id)
        return self._teken(afdruk)

    def mail(self, wie: Wie, melding_id: int, bestand: str, mail: Mail) -> int:
        """Mails the form to oneself through the postbus, and keeps it with the report; gives the message's id."""
        wie.vereis(Recht.CARPASS)
        inhoud = self.formulier(wie, melding_id)

        def write(werk: Werk) -> int:
            bijlage = werk.bijlagen.add(BESTAND, melding_id, bestand, Bijlagesoort.DOCUMENT, BytesIO(inhoud))
            werk.meldingen.note(melding_id, "formulier_gemaild")
            werk.log(ONDERWERP, melding_id, "formulier_gemaild")
            return put_mail(werk, ONDERWERP, melding_id, mail, bijlagen=[bijlage])

        return self._store.run(wie, write)

    def open_website(self, wie: Wie) -> None:
        """Opens the page of Car-Pass for professionals, where a correction can be made as well."""
        wie.vereis(Recht.CARPASS)
        self._open_url(self._website)

    def _print(self, lezing: Lezing, wie: Wie, melding_id: int) -> CorrectieAfdruk:
        melding, correctie = of_shop(lezing, wie, melding_id), lezing.correcties.of_melding(melding_id)
        invoer, gemeld = correctie.invoer if correctie else CorrectieInvoer(), melding.invoer
        dagen = (gemeld.datum, invoer.juist_op)
        if correctie is None or invoer.juist is None or melding.km is None or None in dagen:
            raise WerkplaatsError("CORRECTIE_NOG_NIET")
        hoofd = Briefhoofd(lezing.instellingen.get(wie.shop_id).instellingen, vandaag(self._klok, wie.zone))
        kenteken = melding.kop.kenteken
        return CorrectieAfdruk(
            hoofd,
            f"{invoer.contact} {invoer.contact_email}".strip(),
            gemeld.vin,
            kenteken.weergave if kenteken else "",
            melding.kop.auto,
            melding.km,
            gemeld.datum or hoofd.datum,
            invoer.juist,
            invoer.juist_op or hoofd.datum,
            invoer.reden,
            invoer.bewijzen,
            invoer.plaats,
            melding.guid,
        )


def _require_offered(lezing: Lezing, melding: Melding) -> None:
    na = lezing.instellingen.get(melding.shop_id).instellingen.carpass_correcties
    if not is_offered(melding, na):
        raise WerkplaatsError("CORRECTIE_NOG_NIET")


def _save(werk: Werk, melding_id: int, versie: int, invoer: CorrectieInvoer) -> Correctie:
    melding = locked(werk, melding_id, versie)
    netjes = clean_texts(invoer)
    bewijzen = tuple(regel for bewijs in invoer.bewijzen if (regel := " ".join(bewijs.split())))
    netjes = replace(netjes, bewijzen=bewijzen, contact_email=normalize_email(invoer.contact_email))
    refuse_blocking(check_correctie(netjes, werk.vandaag))
    if melding.staat is not Staat.CORRECTIEFORMULIER:
        _require_offered(werk, melding)
        werk.meldingen.move(melding_id, Daad.FORMULIER, "formulier")
    werk.correcties.write(melding_id, netjes)
    werk.log(ONDERWERP, melding_id, "formulier")
    return _kept(werk, melding_id)


def _tick(werk: Werk, melding_id: int, versie: int, gewenst: frozenset[Stap]) -> Correctie:
    melding = locked(werk, melding_id, versie)
    if melding.staat is not Staat.CORRECTIEFORMULIER:
        raise WerkplaatsError("MELDING_KAN_NIET", staat=melding.staat.value, daad=Daad.AFHANDELEN.value)
    stond = {gezet.stap for gezet in _kept(werk, melding_id).stappen}
    werk.correcties.put_steps(melding_id, gewenst)
    for stap in sorted(gewenst - stond, key=list(Stap).index):
        werk.meldingen.note(melding_id, f"formulier_{stap.value}")
        werk.log(ONDERWERP, melding_id, f"formulier_{stap.value}")
    if Stap.AFGEHANDELD in gewenst - stond:
        werk.meldingen.move(melding_id, Daad.AFHANDELEN, "afgehandeld")
    return _kept(werk, melding_id)


def _send(werk: Werk, melding_id: int, versie: int) -> Correctie:
    melding, correctie = locked(werk, melding_id, versie), _kept(werk, melding_id)
    if melding.staat is not Staat.CORRECTIEFORMULIER or not melding.guid:
        raise WerkplaatsError("MELDING_KAN_NIET", staat=melding.staat.value, daad=Daad.FORMULIER.value)
    invoer = correctie.invoer
    inhoud = {
        "guid": melding.guid,
        "reden": invoer.reden,
        "juist": invoer.juist,
        "juist_op": invoer.juist_op,
        "contact": invoer.contact,
        "contact_email": invoer.contact_email,
    }
    lay_ready(werk, FORMULIER, melding, **inhoud)
    werk.meldingen.note(melding_id, "formulier_klaargezet")
    werk.log(ONDERWERP, melding_id, "formulier_klaargezet")
    return correctie


def _kept(werk: Werk, melding_id: int) -> Correctie:
    correctie = werk.correcties.of_melding(melding_id)
    if correctie is None:
        raise WerkplaatsError("CORRECTIE_NOG_NIET")
    return correctie
