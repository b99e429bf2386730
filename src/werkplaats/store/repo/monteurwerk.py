"""The work of the mechanics on the cards: their hours, their parts, and what they answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, or_, select

from werkplaats.domain.monteurwerk import Antwoord, Deel, Monteur, Punt, Puntsoort, Tijdvak
from werkplaats.domain.werkkaart import LOPEND
from werkplaats.errors import NietGevonden
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.monteurwerk import GewerkteTijdRij, MonteurAntwoordRij, MonteurDeelRij
from werkplaats.store.rows.toegang import GebruikerGroepRij, GebruikerRij, GroepRechtRij, GroepRij
from werkplaats.store.rows.werkkaart import WerkkaartRij

if TYPE_CHECKING:
    from werkplaats.domain.moment import Moment
    from werkplaats.domain.rechten import Recht

_T = GewerkteTijdRij
_A = MonteurAntwoordRij


class Monteurwerk(Repo):
    """What mechanics did on the cards of all shops."""

    def monteurs(self, recht: Recht) -> tuple[Monteur, ...]:
        """The users with a right, by name."""
        g, gg, gr, groep = (tabel(rij) for rij in (GebruikerRij, GebruikerGroepRij, GroepRechtRij, GroepRij))
        van = g.join(gg, gg.c.gebruiker_id == g.c.id).join(groep, groep.c.id == gg.c.groep_id)
        gevraagd = (
            select(g.c.id, g.c.naam)
            .distinct()
            .select_from(van.join(gr, gr.c.groep_id == groep.c.id))
            .where(gr.c.recht == recht.value, g.c.verwijderd_op.is_(None), groep.c.verwijderd_op.is_(None))
            .order_by(g.c.naam, g.c.id)
        )
        return tuple(Monteur(*rij) for rij in self.tx.verbinding.execute(gevraagd))

    def lock(self, monteur: Monteur) -> None:
        """Has two screens of one mechanic come one after the other; raises NietGevonden."""
        gevraagd = select(GebruikerRij.id).where(GebruikerRij.id == monteur.id)
        if self.tx.sessie.execute(gevraagd.with_for_update()).first() is None:
            raise NietGevonden("gebruiker", monteur.id)

    def cards(self, shop_id: int) -> tuple[tuple[int, str], ...]:
        """The cards of a shop on which there is still something to do, each with whom it names as its mechanic."""
        w = tabel(WerkkaartRij)
        gevraagd = select(w.c.id, w.c.monteur).where(w.c.shop_id == shop_id, w.c.staat.in_(sorted(LOPEND)))
        return tuple((rij[0], rij[1]) for rij in self.tx.verbinding.execute(gevraagd))

    def running(self, monteur: Monteur) -> Tijdvak | None:
        """What this mechanic works on now."""
        gevraagd = select(_T).where(_T.gebruiker_id == monteur.id, _T.eind.is_(None))
        rij = self.tx.sessie.scalars(gevraagd).one_or_none()
        return None if rij is None else _tijdvak(rij)

    def begin(self, kaart_id: int, monteur: Monteur) -> Tijdvak:
        """Begins a stretch of work, now."""
        return self.add(kaart_id, monteur, self.werk.nu, None)

    def add(self, kaart_id: int, monteur: Monteur, begin: Moment, eind: Moment | None) -> Tijdvak:
        """Adds a stretch of work that no clock counted."""
        rij = _T(werkkaart_id=kaart_id, gebruiker_id=monteur.id, monteur=monteur.naam, begin=begin, eind=eind)
        self.werk.sessie.add(rij)
        self.werk.sessie.flush()
        return _tijdvak(rij)

    def remove(self, nummer: int) -> None:
        """Takes a stretch of work away; raises NietGevonden."""
        self.werk.sessie.delete(self._row(nummer))
        self.werk.sessie.flush()

    def end(self, tijdvak: Tijdvak) -> Tijdvak:
        """Ends a stretch of work, now; a clock that was put back makes no time of less than nothing."""
        return self.set_time(tijdvak.id, tijdvak.begin, max(self.werk.nu, tijdvak.begin))

    def set_time(self, nummer: int, begin: Moment, eind: Moment | None) -> Tijdvak:
        """Writes when a stretch began and ended; raises NietGevonden."""
        rij = self._row(nummer)
        rij.begin, rij.eind = begin, eind
        self.werk.sessie.flush()
        return _tijdvak(rij)

    def get(self, nummer: int) -> Tijdvak:
        """A stretch of work; raises NietGevonden."""
        return _tijdvak(self._row(nummer))

    def of_card(self, kaart_id: int) -> tuple[Tijdvak, ...]:
        """All work on a card, by its beginning."""
        gevraagd = select(_T).where(_T.werkkaart_id == kaart_id).order_by(_T.begin, _T.id)
        return tuple(_tijdvak(rij) for rij in self.tx.sessie.scalars(gevraagd))

    def since(self, monteur: Monteur, van: Moment) -> tuple[Tijdvak, ...]:
        """What a mechanic worked on since a moment, also what began before it and ended after or still runs."""
        later = or_(_T.eind.is_(None), _T.eind > van)
        gevraagd = select(_T).where(_T.gebruiker_id == monteur.id, later).order_by(_T.begin, _T.id)
        return tuple(_tijdvak(rij) for rij in self.tx.sessie.scalars(gevraagd))

    def parts(self, kaart_id: int) -> tuple[Deel, ...]:
        """The parts of all mechanics in a card."""
        gevraagd = select(MonteurDeelRij).where(MonteurDeelRij.werkkaart_id == kaart_id)
        rijen = self.tx.sessie.scalars(gevraagd.order_by(MonteurDeelRij.gebruiker_id))
        return tuple(Deel(Monteur(rij.gebruiker_id, rij.monteur), rij.opmerking, rij.klaar_op) for rij in rijen)

    def part(self, kaart_id: int, monteur: Monteur) -> Deel:
        """The part of one mechanic; an empty one where he wrote nothing yet."""
        return next((deel for deel in self.parts(kaart_id) if deel.monteur.id == monteur.id), Deel(monteur))

    def put_part(self, kaart_id: int, deel: Deel) -> None:
        """Writes the part of a mechanic."""
        rij = MonteurDeelRij(
            werkkaart_id=kaart_id,
            gebruiker_id=deel.monteur.id,
            monteur=deel.monteur.naam,
            opmerking=deel.opmerking,
            klaar_op=deel.klaar_op,
        )
        self.werk.sessie.merge(rij)
        self.werk.sessie.flush()

    def answers(self, kaart_id: int) -> tuple[Punt, ...]:
        """What was answered on a card, in the order in which it was."""
        gevraagd = select(_A).where(_A.werkkaart_id == kaart_id).order_by(_A.op, _A.soort, _A.sleutel)
        return tuple(
            Punt(rij.soort, rij.sleutel, rij.tekst, rij.antwoord, rij.opmerking, rij.door, rij.op)
            for rij in self.tx.sessie.scalars(gevraagd)
        )

    def put_answer(self, kaart_id: int, punt: Punt, antwoord: Antwoord, door: str) -> None:
        """Writes an answer, now."""
        rij = _A(
            werkkaart_id=kaart_id,
            soort=punt.soort,
            sleutel=punt.sleutel,
            tekst=punt.tekst,
            antwoord=antwoord,
            opmerking=punt.opmerking,
            door=door,
            op=self.werk.nu,
        )
        self.werk.sessie.merge(rij)
        self.werk.sessie.flush()

    def drop_answer(self, kaart_id: int, soort: Puntsoort, sleutel: str) -> None:
        """Takes an answer back."""
        a = tabel(_A)
        waar = (a.c.werkkaart_id == kaart_id, a.c.soort == soort, a.c.sleutel == sleutel)
        self.werk.verbinding.execute(delete(a).where(*waar))

    def _row(self, nummer: int) -> GewerkteTijdRij:
        rij = self.tx.sessie.get(_T, nummer, populate_existing=True)
        if rij is None:
            raise NietGevonden("gewerkte_tijd", nummer)
        return rij


def _tijdvak(rij: GewerkteTijdRij) -> Tijdvak:
    return Tijdvak(rij.id, rij.werkkaart_id, Monteur(rij.gebruiker_id, rij.monteur), rij.begin, rij.eind)
