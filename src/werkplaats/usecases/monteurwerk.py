"""The mechanic at the car: the cards of his day, his clock, the reading, the checklist, his remark, and his klaar."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from werkplaats.domain.kmstand import KmHerkomst, KmInvoer, advise, check_kmstand, point
from werkplaats.domain.moment import vandaag
from werkplaats.domain.monteurwerk import (
    Monteur,
    MonteurKaart,
    Punt,
    Werkdag,
    Werkverslag,
    check_opmerking,
    clock_text,
    is_open,
)
from werkplaats.domain.rechten import Recht
from werkplaats.domain.urencorrectie import check_reden
from werkplaats.domain.werkkaart import KaartStaat
from werkplaats.errors import BotsendVeld, Botsing, WerkplaatsError
from werkplaats.usecases.kmstanden import reading_text
from werkplaats.usecases.monteurdag import (
    by_car,
    by_number,
    checklist_of,
    day_cards,
    in_order,
    is_of,
    midnight,
    others,
    photos_of,
    read_card,
)
from werkplaats.usecases.urencorrectie import correct_time, remove_time
from werkplaats.usecases.werkkaart_lezen import ONDERWERP, own_card
from werkplaats.usecases.wijzigingen import refuse_blocking

if TYPE_CHECKING:
    from werkplaats.domain.moment import Klok
    from werkplaats.domain.monteurwerk import Deel, Tijdvak
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.urencorrectie import TijdvakInvoer
    from werkplaats.domain.werkkaart import Werkkaart
    from werkplaats.errors import Bevinding
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk


class Monteurwerk:
    """What a mechanic sees and does; who may change cards does it for another, a mechanic for himself only."""

    def __init__(self, store: Store, klok: Klok) -> None:
        self._store = store
        self._klok = klok

    def monteurs(self, wie: Wie) -> tuple[Monteur, ...]:
        """Whose screen this person may open: his own first, and those of others where he may change cards."""
        wie.vereis(Recht.MONTEURWERK)
        ik = Monteur(wie.gebruiker_id, wie.naam)
        if not wie.mag(Recht.WERKKAART_WIJZIGEN):
            return (ik,)
        with self._store.read() as lezing:
            anderen = lezing.monteurwerk.monteurs(Recht.MONTEURWERK)
        return (ik, *(een for een in anderen if een.id != ik.id))

    def day(self, wie: Wie, monteur: Monteur) -> Werkdag:
        """The cards of a mechanic today, and what he worked."""
        _may(wie, monteur)
        nu = self._klok.nu()
        begin = midnight(nu, wie)
        with self._store.read() as lezing:
            tijden = lezing.monteurwerk.since(monteur, begin)
            loopt = next((tijd for tijd in tijden if tijd.eind is None), None)
            kaarten = day_cards(lezing, wie, monteur, {tijd.werkkaart_id for tijd in tijden}, begin)
        gewerkt = sum((tijd.within(begin, nu) for tijd in tijden), timedelta())
        return Werkdag(monteur, nu, in_order(kaarten, loopt), gewerkt, loopt)

    def card(self, wie: Wie, monteur: Monteur, kaart_id: int) -> MonteurKaart:
        """A card as this mechanic works on it; raises NietGevonden."""
        _may(wie, monteur)
        with self._store.read() as lezing:
            return read_card(lezing, wie, monteur, kaart_id)

    def find(self, wie: Wie, tekst: str) -> int:
        """The card with this number, or the running card of the car with this plate or chassis number.

        Raises WerkplaatsError MONTEUR_KAART_ONBEKEND.
        """
        wie.vereis(Recht.MONTEURWERK)
        with self._store.read() as lezing:
            gevonden = by_number(lezing, wie, tekst.strip()) or by_car(lezing, wie, tekst.strip())
        if gevonden is None:
            raise WerkplaatsError("MONTEUR_KAART_ONBEKEND", tekst=tekst.strip()[:40])
        return gevonden

    def start(self, wie: Wie, monteur: Monteur, kaart_id: int) -> Tijdvak:
        """Starts the clock on a card; what ran on another stops at the same moment. A car that stands here is now
        being worked on. Raises NietGevonden, WerkplaatsError MONTEUR_KAART_DICHT."""
        _may(wie, monteur)
        return self._store.run(wie, lambda werk: _start(werk, monteur, kaart_id))

    def stop(self, wie: Wie, monteur: Monteur) -> Tijdvak | None:
        """Stops the clock; None where none ran (somebody stopped it already)."""
        _may(wie, monteur)
        return self._store.run(wie, lambda werk: _stop(werk, monteur))

    def check_km(self, wie: Wie, kaart: Werkkaart, km: int | None) -> tuple[Bevinding, ...]:
        """What is odd about a reading beside those of the car; advice, but for what no odometer can show."""
        wie.vereis(Recht.MONTEURWERK)
        invoer = KmInvoer(km, vandaag(self._klok, wie.zone), herkomst=KmHerkomst.MONTEUR)
        with self._store.read() as lezing:
            standen = others(lezing.kmstanden.van_voertuig(kaart.voertuig_id), kaart)
        punt = point(invoer)
        return check_kmstand(invoer, standen, vandaag(self._klok, wie.zone)) if punt is None else advise(punt, standen)

    def keep_km(self, wie: Wie, monteur: Monteur, kaart_id: int, km: int | None) -> Werkkaart:
        """Keeps a reading with the car and on the card, where Einde service finds it. Raises Ongeldig."""
        _may(wie, monteur)
        wie.vereis(Recht.KM_INVOEREN)
        return self._store.run(wie, lambda werk: _keep_km(werk, kaart_id, km))

    def answer(self, wie: Wie, kaart_id: int, punt: Punt) -> None:
        """Answers a point of the checklist or ticks a line; without ``antwoord`` it is taken back."""
        wie.vereis(Recht.MONTEURWERK)
        refuse_blocking(check_opmerking(punt.opmerking))
        self._store.run(wie, lambda werk: _answer(werk, kaart_id, punt))

    def remark(self, wie: Wie, monteur: Monteur, kaart_id: int, basis: str, tekst: str) -> Deel:
        """Writes the remark of a mechanic on a card; raises Ongeldig, and Botsing where it changed meanwhile."""
        _may(wie, monteur)
        refuse_blocking(check_opmerking(tekst))
        return self._store.run(wie, lambda werk: _remark(werk, monteur, kaart_id, basis, tekst))

    def finish(self, wie: Wie, monteur: Monteur, kaart_id: int, *, klaar: bool = True) -> Deel:
        """Marks the part of a mechanic as done and stops his clock on it; the card itself is the counter's."""
        _may(wie, monteur)
        return self._store.run(wie, lambda werk: _finish(werk, monteur, kaart_id, klaar))

    def correct(self, wie: Wie, kaart_id: int, basis: Tijdvak | None, invoer: TijdvakInvoer) -> Tijdvak:
        """Puts a stretch of work right that ``basis`` shows, or adds one that no clock counted (``basis`` None).

        Raises Ongeldig, NietGevonden, WerkplaatsError TIJDVAK_GEWIJZIGD, MONTEUR_KAART_DICHT.
        """
        _may(wie, invoer.monteur)
        return self._store.run(wie, lambda werk: correct_time(werk, kaart_id, basis, invoer))

    def remove(self, wie: Wie, kaart_id: int, basis: Tijdvak, reden: str) -> None:
        """Takes a stretch away that was no work. Raises as ``correct`` does."""
        _may(wie, basis.monteur)
        refuse_blocking(check_reden(reden))
        self._store.run(wie, lambda werk: remove_time(werk, kaart_id, basis, reden))

    def names(self, wie: Wie) -> tuple[str, ...]:
        """Whom a card may name as its mechanic: first those who are nothing else, then who may work on cards too."""
        wie.vereis(Recht.WERKKAART_ZIEN)
        with self._store.read() as lezing:
            allen = lezing.monteurwerk.monteurs(Recht.MONTEURWERK)
            balie = {een.id for een in lezing.monteurwerk.monteurs(Recht.WERKKAART_WIJZIGEN)}
        return tuple(een.naam for een in sorted(allen, key=lambda een: een.id in balie))

    def report(self, wie: Wie, kaart_id: int) -> Werkverslag:
        """What mechanics did on a card: everybody's hours, remarks and answers."""
        wie.vereis(Recht.WERKKAART_ZIEN)
        with self._store.read() as lezing:
            own_card(wie, lezing, kaart_id)
            werk = lezing.monteurwerk
            antwoorden = werk.answers(kaart_id)
            return Werkverslag(
                werk.of_card(kaart_id),
                werk.parts(kaart_id),
                antwoorden,
                checklist_of(lezing, wie, antwoorden),
                photos_of(lezing, kaart_id),
            )


def _may(wie: Wie, monteur: Monteur) -> None:
    wie.vereis(Recht.MONTEURWERK)
    if monteur.id != wie.gebruiker_id:
        wie.vereis(Recht.WERKKAART_WIJZIGEN)


def _start(werk: Werk, monteur: Monteur, kaart_id: int) -> Tijdvak:
    werk.monteurwerk.lock(monteur)
    kaart = _writable(werk, kaart_id)
    loopt = werk.monteurwerk.running(monteur)
    if loopt is not None and loopt.werkkaart_id == kaart_id:
        # Pressed twice, or on two screens: it runs already.
        return loopt
    if loopt is not None:
        _end(werk, loopt)
    deel = werk.monteurwerk.part(kaart_id, monteur)
    if deel.klaar_op is not None:
        werk.monteurwerk.put_part(kaart_id, replace(deel, klaar_op=None))
    tijdvak = werk.monteurwerk.begin(kaart_id, monteur)
    werk.log(ONDERWERP, kaart_id, "gewijzigd", {"gewerkt": ("", f"{monteur.naam}: start")})
    if kaart.staat is KaartStaat.BINNEN:
        werk.werkkaarten.set_staat(kaart_id, KaartStaat.IN_UITVOERING)
        werk.log(ONDERWERP, kaart_id, "gewijzigd", {"staat": (kaart.staat.value, KaartStaat.IN_UITVOERING.value)})
    return tijdvak


def _stop(werk: Werk, monteur: Monteur) -> Tijdvak | None:
    werk.monteurwerk.lock(monteur)
    loopt = werk.monteurwerk.running(monteur)
    return None if loopt is None else _end(werk, loopt)


def _end(werk: Werk, loopt: Tijdvak) -> Tijdvak:
    tijdvak = werk.monteurwerk.end(loopt)
    duur = clock_text(tijdvak.duur(werk.nu))
    werk.log(ONDERWERP, loopt.werkkaart_id, "gewijzigd", {"gewerkt": ("", f"{loopt.monteur.naam}: {duur}")})
    return tijdvak


def _writable(werk: Werk, kaart_id: int) -> Werkkaart:
    werk.werkkaarten.lock(kaart_id)
    kaart = own_card(werk.wie, werk, kaart_id)
    if not is_open(kaart.staat):
        raise WerkplaatsError("MONTEUR_KAART_DICHT", nummer=kaart.nummer, staat=kaart.staat.value)
    return kaart


def _keep_km(werk: Werk, kaart_id: int, km: int | None) -> Werkkaart:
    kaart = _writable(werk, kaart_id)
    invoer = KmInvoer(km, werk.vandaag, herkomst=KmHerkomst.MONTEUR, opmerking=kaart.nummer)
    refuse_blocking(check_kmstand(invoer, (), werk.vandaag))
    if kaart.invoer.km_stand != km:
        werk.werkkaarten.write(kaart_id, replace(kaart.invoer, km_stand=km))
        was = "" if kaart.invoer.km_stand is None else str(kaart.invoer.km_stand)
        werk.log(ONDERWERP, kaart_id, "gewijzigd", {"km_stand": (was, str(km))})
    _keep_reading(werk, kaart, invoer)
    return werk.werkkaarten.get(kaart_id)


def _keep_reading(werk: Werk, kaart: Werkkaart, invoer: KmInvoer) -> None:
    """The reading joins those of the car; one that he entered on this card before is corrected, not doubled."""
    werk.voertuigen.lock(kaart.voertuig_id)
    standen = werk.kmstanden.van_voertuig(kaart.voertuig_id)
    eerder = next((stand for stand in standen if is_of(stand, kaart) and stand.datum == invoer.datum), None)
    if eerder is None:
        werk.kmstanden.add(kaart.voertuig_id, invoer)
    elif eerder.stand != invoer.stand:
        werk.kmstanden.write(eerder.id, {"stand": invoer.stand})
    else:
        return
    was = "" if eerder is None else reading_text(eerder.invoer)
    handeling = "toegevoegd" if eerder is None else "gewijzigd"
    werk.log("voertuig", kaart.voertuig_id, handeling, {"kmstand": (was, reading_text(invoer))})


def _answer(werk: Werk, kaart_id: int, punt: Punt) -> None:
    _writable(werk, kaart_id)
    staand = {(een.soort, een.sleutel): een for een in werk.monteurwerk.answers(kaart_id)}
    was = staand.get((punt.soort, punt.sleutel))
    if was is not None and (was.antwoord, was.opmerking) == (punt.antwoord, punt.opmerking):
        return
    if punt.antwoord is None:
        werk.monteurwerk.drop_answer(kaart_id, punt.soort, punt.sleutel)
    else:
        werk.monteurwerk.put_answer(kaart_id, punt, punt.antwoord, werk.wie.naam)
    werk.log(ONDERWERP, kaart_id, "gewijzigd", {"checklist": (_said(was), _said(punt))})


def _said(punt: Punt | None) -> str:
    if punt is None or punt.antwoord is None:
        return ""
    zin = f"{punt.tekst}: {punt.antwoord.value}"
    return f"{zin} ({punt.opmerking})" if punt.opmerking else zin


def _remark(werk: Werk, monteur: Monteur, kaart_id: int, basis: str, tekst: str) -> Deel:
    _writable(werk, kaart_id)
    deel = werk.monteurwerk.part(kaart_id, monteur)
    if deel.opmerking not in (basis, tekst):
        raise Botsing([BotsendVeld("opmerking", basis, tekst, deel.opmerking)], monteur.naam, deel)
    nieuw = replace(deel, opmerking=tekst)
    if nieuw != deel:
        werk.monteurwerk.put_part(kaart_id, nieuw)
        werk.log(ONDERWERP, kaart_id, "gewijzigd", {"opmerking": (deel.opmerking, tekst)})
    return nieuw


def _finish(werk: Werk, monteur: Monteur, kaart_id: int, klaar: bool) -> Deel:
    werk.monteurwerk.lock(monteur)
    _writable(werk, kaart_id)
    loopt = werk.monteurwerk.running(monteur)
    if klaar and loopt is not None and loopt.werkkaart_id == kaart_id:
        _end(werk, loopt)
    deel = werk.monteurwerk.part(kaart_id, monteur)
    if (deel.klaar_op is not None) == klaar:
        return deel
    nieuw = replace(deel, klaar_op=werk.nu if klaar else None)
    werk.monteurwerk.put_part(kaart_id, nieuw)
    said = f"{monteur.naam}: {'klaar' if klaar else 'niet klaar'}"
    werk.log(ONDERWERP, kaart_id, "gewijzigd", {"klaar": ("", said)})
    return nieuw
