"""Writes periods in which a car is lent, inside a transaction that holds the car: two counters come one by one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from werkplaats.domain.kmstand import KmHerkomst, KmInvoer
from werkplaats.domain.leen import Leenstaat, check_back, check_leen, leen_tekst, moment_tekst, overlapping, staat_van
from werkplaats.errors import Bevinding, Ongeldig, WerkplaatsError
from werkplaats.usecases.werkkaart_lezen import own_card
from werkplaats.usecases.wijzigingen import lay_on, refuse_blocking

if TYPE_CHECKING:
    from werkplaats.domain.leen import LeenKaart, Leenperiode
    from werkplaats.domain.moment import Moment
    from werkplaats.store.transactie import Werk

VELD = "leen"
"""Under this name the logboek of the car, and of the werkkaart where there is one, keeps what was done."""
_TIJDEN = frozenset({"van", "tot"})


def lend(werk: Werk, voertuig_id: int, kaart: LeenKaart, werkkaart_id: int | None) -> Leenperiode:
    """Adds a period, unless the car is with somebody else then."""
    werk.voertuigen.lock(voertuig_id)
    if werkkaart_id is not None and own_card(werk.wie, werk, werkkaart_id).voertuig_id == voertuig_id:
        raise Ongeldig([Bevinding("voertuig", "LEEN_EIGEN_AUTO")])
    _refuse_taken(werk, voertuig_id, kaart)
    _require_relatie(werk, kaart)
    nummer = werk.leenperiodes.add(voertuig_id, kaart)
    if werkkaart_id is not None:
        werk.leenperiodes.tie(nummer, werkkaart_id)
    return _logged(werk, nummer, "toegevoegd", "")


def change(werk: Werk, nummer: int, basis: LeenKaart, nieuw: LeenKaart) -> Leenperiode:
    """Writes what differs; whether the car is free is asked only where its times change."""
    staand = _locked(werk, nummer)
    kaart, wijzigingen = lay_on(basis, nieuw, staand.kaart, staand.gewijzigd_door, staand)
    if not wijzigingen:
        return staand
    # What another person saved meanwhile may not go together with what I typed.
    refuse_blocking(check_leen(kaart, werk.nu))
    opened = kaart.terug is None and staand.kaart.terug is not None
    if opened or wijzigingen.keys() & _TIJDEN:
        _refuse_taken(werk, staand.voertuig_id, kaart, nummer)
    if "relatie" in wijzigingen:
        _require_relatie(werk, kaart)
    werk.leenperiodes.write(nummer, wijzigingen)
    if kaart.terug is not None and kaart.km_in is not None and wijzigingen.keys() & {"terug", "km_in"}:
        _keep_reading(werk, staand.voertuig_id, kaart.terug, kaart.km_in)
    return _logged(werk, nummer, "gewijzigd", leen_tekst(staand.kaart, werk.wie.zone))


def take_in(werk: Werk, nummer: int, terug: Moment | None, km_in: int | None) -> Leenperiode:
    """Notes that the car is back. However late it is and whoever waits for it: that it came is a fact."""
    staand = _locked(werk, nummer)
    if staand.kaart.terug is not None:
        raise WerkplaatsError("LEEN_AL_TERUG", terug=moment_tekst(staand.kaart.terug, werk.wie.zone))
    refuse_blocking(check_back(replace(staand.kaart, terug=terug, km_in=km_in), werk.nu))
    werk.leenperiodes.write(nummer, {"terug": terug, "km_in": km_in})
    if terug is not None and km_in is not None:
        _keep_reading(werk, staand.voertuig_id, terug, km_in)
    return _logged(werk, nummer, "teruggenomen", leen_tekst(staand.kaart, werk.wie.zone))


def remove(werk: Werk, nummer: int) -> Leenperiode:
    """Puts a period in the bin."""
    weg = _locked(werk, nummer)
    werk.leenperiodes.delete(nummer)
    _log(werk, weg, "verwijderd", leen_tekst(weg.kaart, werk.wie.zone), "")
    return weg


def put_back(werk: Werk, nummer: int) -> Leenperiode:
    """Takes a period out of the bin, unless somebody else got the car meanwhile."""
    werk.leenperiodes.restore(nummer)
    een = _locked(werk, nummer)
    ander = _taken(werk, een.voertuig_id, een.kaart, nummer)
    if ander is not None:
        raise WerkplaatsError("LEEN_PLAATS_BEZET", **_said(werk, ander))
    return _logged(werk, nummer, "hersteld", "")


def _locked(werk: Werk, nummer: int) -> Leenperiode:
    werk.voertuigen.lock(werk.leenperiodes.get(nummer).voertuig_id)
    return werk.leenperiodes.get(nummer)


def _taken(werk: Werk, voertuig_id: int, kaart: LeenKaart, behalve: int | None = None) -> Leenperiode | None:
    anderen = [een for een in werk.leenperiodes.van_voertuig(voertuig_id) if een.id != behalve]
    return overlapping(kaart, anderen, werk.nu)


def _refuse_taken(werk: Werk, voertuig_id: int, kaart: LeenKaart, behalve: int | None = None) -> None:
    ander = _taken(werk, voertuig_id, kaart, behalve)
    if ander is not None:
        late = staat_van(ander.kaart, werk.nu) is Leenstaat.TE_LAAT
        raise Ongeldig([Bevinding("van", "LEEN_NIET_TERUG" if late else "LEEN_BEZET", params=_said(werk, ander))])


def _said(werk: Werk, een: Leenperiode) -> dict[str, str]:
    zone, kaart = werk.wie.zone, een.kaart
    eind = kaart.terug or kaart.tot
    return {"wie": kaart.wie, "van": moment_tekst(kaart.van, zone), "tot": moment_tekst(eind, zone)}


def _require_relatie(werk: Werk, kaart: LeenKaart) -> None:
    if kaart.relatie is not None:
        werk.leenperiodes.require_relatie(kaart.relatie.id)


def _keep_reading(werk: Werk, voertuig_id: int, terug: Moment, km_in: int) -> None:
    """The reading joins those of the car, once; nothing odd about it may keep the car from being back."""
    dag = terug.lokaal(werk.wie.zone).date()
    eerder = werk.kmstanden.van_voertuig(voertuig_id)
    if not any(meting.datum == dag and meting.km == km_in for meting in eerder):
        werk.kmstanden.add(voertuig_id, KmInvoer(km_in, dag, herkomst=KmHerkomst.BALIE, opmerking="leenauto terug"))
        werk.log("voertuig", voertuig_id, "toegevoegd", {"kmstand": ("", str(km_in))})


def _logged(werk: Werk, nummer: int, handeling: str, voor: str) -> Leenperiode:
    een = werk.leenperiodes.get(nummer)
    _log(werk, een, handeling, voor, leen_tekst(een.kaart, werk.wie.zone))
    return een


def _log(werk: Werk, een: Leenperiode, handeling: str, voor: str, na: str) -> None:
    werk.log("voertuig", een.voertuig_id, handeling, {VELD: (voor, na)})
    if een.werkkaart_id is not None:
        werk.log("werkkaart", een.werkkaart_id, "gewijzigd", {VELD: (voor, na)})
