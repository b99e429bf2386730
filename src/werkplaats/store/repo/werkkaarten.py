"""The werkkaarten of the shops, with their lines, their numbers and their line in the long list."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import selectinload

from werkplaats.domain.lijst import ACHTERAAN, plat, sorteertekst
from werkplaats.domain.werkkaart import (
    LOPEND,
    KaartStaat,
    Opname,
    RegisterRegel,
    Werkkaart,
    WerkkaartInvoer,
    WerkkaartKop,
)
from werkplaats.domain.werkkaart_regel import Regel
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import field_names, to_value
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.werkkaart import WerkkaartLijstRij, WerkkaartRegelRij, WerkkaartRij

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from werkplaats.domain.moment import Moment

SOORT = "werkkaart"
_REGISTER = "garageregister"
_MOMENT = {staat: f"{staat.value.replace(' ', '_')}_op" for staat in KaartStaat}
_L, _R = tabel(WerkkaartLijstRij), tabel(WerkkaartRegelRij)


class Werkkaarten(Repo):
    """The cards of all shops; what a person may see is asked by shop."""

    def get(self, nummer: int) -> Werkkaart:
        """A werkkaart; raises NietGevonden."""
        return _value(self._row(nummer))

    def lock(self, nummer: int) -> None:
        """Keeps others from changing this card until the transaction ends; raises NietGevonden."""
        gevraagd = select(WerkkaartRij.id).where(WerkkaartRij.id == nummer)
        if self.tx.sessie.execute(gevraagd.with_for_update()).first() is None:
            raise NietGevonden(SOORT, nummer)

    def by_number(self, shop_id: int, nummer: str) -> int | None:
        """The id of the card of a shop with this number."""
        gevraagd = select(WerkkaartRij.id).where(WerkkaartRij.shop_id == shop_id, WerkkaartRij.nummer == nummer)
        return self.tx.sessie.execute(gevraagd).scalar_one_or_none()

    def number(self, nummer: int) -> str:
        """The number of a card as people say it; empty where there is no such card."""
        return self.tx.sessie.scalar(select(WerkkaartRij.nummer).where(WerkkaartRij.id == nummer)) or ""

    def van_voertuig(self, voertuig_id: int, shop_id: int) -> tuple[WerkkaartKop, ...]:
        """The visits of a car to a shop, the latest first."""
        gevraagd = select(WerkkaartRij).where(WerkkaartRij.voertuig_id == voertuig_id, WerkkaartRij.shop_id == shop_id)
        rijen = self.tx.sessie.scalars(gevraagd.order_by(WerkkaartRij.nummer.desc()))
        return tuple(
            WerkkaartKop(rij.id, rij.nummer, rij.staat, rij.klacht, _begun(rij), rij.km_stand) for rij in rijen
        )

    def van_relatie(self, relatie_id: int, shop_id: int, limiet: int = 200) -> tuple[int, ...]:
        """The ids of the cards of a shop for cars that were his when they came, the latest first."""
        gevraagd = select(WerkkaartRij.id).where(
            WerkkaartRij.eigenaar_id == relatie_id, WerkkaartRij.shop_id == shop_id
        )
        return tuple(self.tx.sessie.scalars(gevraagd.order_by(WerkkaartRij.nummer.desc()).limit(limiet)))

    def lopend(self, voertuig_id: int, shop_id: int) -> tuple[WerkkaartKop, ...]:
        """The cards of a car on which there is still something to do."""
        return tuple(kop for kop in self.van_voertuig(voertuig_id, shop_id) if kop.staat in LOPEND)

    def add(self, voertuig_id: int, opname: Opname, invoer: WerkkaartInvoer, staat: KaartStaat) -> int:
        """Adds a card of the shop in which one works, with the next number of the year; returns its id."""
        werk = self.werk
        nummer = werk.nummers.volgende(f"shop:{werk.wie.shop_id}", SOORT, werk.vandaag.year)
        rij = WerkkaartRij(
            shop_id=werk.wie.shop_id,
            voertuig_id=voertuig_id,
            nummer=nummer,
            staat=staat,
            vestiging="",
            versie=1,
            gewijzigd_op=werk.nu,
            gewijzigd_door=werk.wie.naam,
        )
        setattr(rij, _MOMENT[staat], werk.nu)
        _lay(rij, opname, invoer)
        werk.sessie.add(rij)
        werk.sessie.flush()
        self._write_lines(rij.id, invoer)
        self._write_listed(rij.id)
        return rij.id

    def write(self, nummer: int, invoer: WerkkaartInvoer) -> None:
        """Writes what people edit of a card, its lines as a whole; raises NietGevonden."""
        rij = self._row(nummer)
        _lay(rij, None, invoer)
        self._touched(rij)
        self._write_lines(nummer, invoer)
        self._write_listed(nummer)

    def set_staat(self, nummer: int, staat: KaartStaat, opname: Opname | None = None) -> None:
        """Puts a card in a state, now; ``opname`` is what is true of the car at that moment. Raises NietGevonden."""
        rij = self._row(nummer)
        rij.staat = staat
        # A car that is put back from the work came in only once: the register stands on that moment.
        if staat is not KaartStaat.BINNEN or rij.binnen_op is None:
            setattr(rij, _MOMENT[staat], self.werk.nu)
        if opname is not None:
            _lay(rij, opname, None)
        self._touched(rij)
        self._write_listed(nummer)

    def register(self, nummer: int, vestiging: str) -> None:
        """Gives a card the next number of the garage register of an establishment; once only."""
        werk, rij = self.werk, self._row(nummer)
        if not rij.registernummer:
            rij.vestiging = vestiging
            rij.registernummer = werk.nummers.volgende(f"vestiging:{vestiging}", _REGISTER, werk.vandaag.year)
            werk.sessie.flush()

    def registered(self, shop_id: int, van: Moment, tot: Moment) -> tuple[RegisterRegel, ...]:
        """The garage register of a shop: entries from a moment until before another, by their number."""
        gevraagd = select(WerkkaartRij).where(
            *(WerkkaartRij.shop_id == shop_id, WerkkaartRij.registernummer.is_not(None)),
            *(WerkkaartRij.binnen_op >= van, WerkkaartRij.binnen_op < tot),
        )
        rijen = self.tx.sessie.scalars(gevraagd.order_by(WerkkaartRij.registernummer))
        return tuple(_registered(rij) for rij in rijen)

    def _row(self, nummer: int) -> WerkkaartRij:
        gevraagd = select(WerkkaartRij).where(WerkkaartRij.id == nummer).options(selectinload(WerkkaartRij.regels))
        rij = self.tx.sessie.scalars(gevraagd.execution_options(populate_existing=True)).one_or_none()
        if rij is None:
            raise NietGevonden(SOORT, nummer)
        return rij

    def _touched(self, rij: WerkkaartRij) -> None:
        werk = self.werk
        rij.versie += 1
        rij.gewijzigd_op, rij.gewijzigd_door = werk.nu, werk.wie.naam
        werk.sessie.flush()

    def _write_lines(self, nummer: int, invoer: WerkkaartInvoer) -> None:
        verbinding = self.werk.verbinding
        verbinding.execute(delete(_R).where(_R.c.werkkaart_id == nummer))
        regels = [
            {naam: getattr(regel, naam) for naam in field_names(Regel)}
            | {"werkkaart_id": nummer, "nr": nr, "bedrag": regel.bedrag}
            for nr, regel in enumerate(invoer.regels, start=1)
        ]
        if regels:
            verbinding.execute(insert(_R), regels)

    def _write_listed(self, nummer: int) -> None:
        rij, verbinding = self._row(nummer), self.werk.verbinding
        verbinding.execute(delete(_L).where(_L.c.werkkaart_id == nummer))
        verbinding.execute(insert(_L), [_listed(rij)])


def _value(rij: WerkkaartRij) -> Werkkaart:
    return Werkkaart(
        *(rij.id, rij.versie, rij.shop_id, rij.voertuig_id, rij.nummer, rij.staat),
        to_value(rij, Opname),
        to_value(rij, WerkkaartInvoer, regels=tuple(to_value(regel, Regel) for regel in rij.regels)),
        rij.gewijzigd_op,
        rij.gewijzigd_door,
        _moments(rij),
        rij.registernummer or "",
    )


def _moments(rij: WerkkaartRij) -> Mapping[KaartStaat, Moment]:
    alle = {staat: getattr(rij, veld) for staat, veld in _MOMENT.items()}
    return MappingProxyType({staat: moment for staat, moment in alle.items() if moment is not None})


def _begun(rij: WerkkaartRij) -> Moment:
    """When the car came; before that when the card was made."""
    momenten = _moments(rij)
    return momenten.get(KaartStaat.BINNEN) or min(momenten.values())


def _lay(rij: WerkkaartRij, opname: Opname | None, invoer: WerkkaartInvoer | None) -> None:
    if opname is not None:
        plaat = opname.kenteken
        rij.kenteken_compact, rij.kenteken_land = (plaat.compact, plaat.land) if plaat else ("", "")
        rij.kenteken_weergave = plaat.weergave if plaat else ""
        for naam in field_names(Opname):
            if naam != "kenteken":
                setattr(rij, naam, getattr(opname, naam))
    if invoer is not None:
        for naam in field_names(WerkkaartInvoer):
            if naam != "regels":
                setattr(rij, naam, getattr(invoer, naam))


def _listed(rij: WerkkaartRij) -> dict[str, Any]:
    inclusief = _value(rij).invoer.totalen.inclusief.centen
    delen = (rij.nummer, rij.kenteken_compact, rij.voertuig, rij.eigenaar, rij.monteur, rij.registernummer or "")
    return {
        "werkkaart_id": rij.id,
        "shop_id": rij.shop_id,
        "staat": rij.staat,
        "nummer": rij.nummer,
        "kenteken": sorteertekst(rij.kenteken_compact),
        "voertuig": sorteertekst(rij.voertuig),
        "eigenaar": sorteertekst(rij.eigenaar),
        "monteur": sorteertekst(rij.monteur),
        "begonnen": _begun(rij).iso,
        "afgesproken": _agreed(rij.afgesproken_op, rij.afgesproken_om),
        # Below nought sorts before it: a credit card comes first.
        "bedrag": f"{inclusief + 10**12:014d}",
        "inclusief": inclusief,
        "tekst": " ".join(plat(deel) for deel in delen),
    }


def _agreed(dag: date | None, om: str) -> str:
    return f"{dag.isoformat()} {om}" if dag else ACHTERAAN


def _registered(rij: WerkkaartRij) -> RegisterRegel:
    momenten = _moments(rij)
    return RegisterRegel(
        rij.id,
        rij.registernummer or "",
        rij.vestiging,
        momenten[KaartStaat.BINNEN],
        rij.kenteken_weergave,
        rij.vin,
        rij.btw_nummer,
        momenten.get(KaartStaat.OPGEHAALD),
        rij.nummer,
    )
