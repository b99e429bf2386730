"""Puts the hours of a mechanic right inside a transaction: what he forgot to start or stop, with the reason why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.monteurwerk import is_open
from werkplaats.domain.rechten import Recht
from werkplaats.domain.urencorrectie import check_tijdvak, overlapping
from werkplaats.errors import Bevinding, Ongeldig, WerkplaatsError
from werkplaats.usecases.werkkaart_lezen import ONDERWERP, own_card
from werkplaats.usecases.wijzigingen import refuse_blocking

if TYPE_CHECKING:
    from werkplaats.domain.monteurwerk import Tijdvak
    from werkplaats.domain.urencorrectie import TijdvakInvoer
    from werkplaats.store.transactie import Werk

_GEWERKT = "gewerkt"


def correct_time(werk: Werk, kaart_id: int, basis: Tijdvak | None, invoer: TijdvakInvoer) -> Tijdvak:
    """Writes when a stretch of work was; ``basis`` is it as the person saw it, None adds one that nobody clocked."""
    werk.monteurwerk.lock(invoer.monteur)
    _writable(werk, kaart_id)
    if basis is not None:
        _unchanged(werk, kaart_id, basis)
    loopt = basis is not None and basis.eind is None
    refuse_blocking(check_tijdvak(invoer, werk.nu, loopt=loopt))
    _refuse_overlap(werk, basis, invoer)
    if invoer.begin is None:
        raise ValueError("a stretch without a beginning was refused before")
    if basis is None:
        tijdvak = werk.monteurwerk.add(kaart_id, invoer.monteur, invoer.begin, invoer.eind)
    else:
        tijdvak = werk.monteurwerk.set_time(basis.id, invoer.begin, invoer.eind)
    was = "" if basis is None else _said(werk, basis)
    werk.log(ONDERWERP, kaart_id, "gewijzigd", {_GEWERKT: (was, f"{_said(werk, tijdvak)} ({invoer.reden.strip()})")})
    return tijdvak


def remove_time(werk: Werk, kaart_id: int, basis: Tijdvak, reden: str) -> None:
    """Takes a stretch away that was no work: the clock was started on the wrong card."""
    werk.monteurwerk.lock(basis.monteur)
    _writable(werk, kaart_id)
    _unchanged(werk, kaart_id, basis)
    werk.monteurwerk.remove(basis.id)
    werk.log(ONDERWERP, kaart_id, "gewijzigd", {_GEWERKT: (_said(werk, basis), f"({reden.strip()})")})


def _writable(werk: Werk, kaart_id: int) -> None:
    """A mechanic writes on a card as long as it is open; who may change cards puts hours right afterwards too."""
    kaart = own_card(werk.wie, werk, kaart_id)
    if not werk.wie.mag(Recht.WERKKAART_WIJZIGEN) and not is_open(kaart.staat):
        raise WerkplaatsError("MONTEUR_KAART_DICHT", nummer=kaart.nummer, staat=kaart.staat.value)


def _unchanged(werk: Werk, kaart_id: int, basis: Tijdvak) -> None:
    staand = werk.monteurwerk.get(basis.id)
    if staand.werkkaart_id != kaart_id or (staand.begin, staand.eind) != (basis.begin, basis.eind):
        raise WerkplaatsError("TIJDVAK_GEWIJZIGD", monteur=basis.monteur.naam)


def _refuse_overlap(werk: Werk, basis: Tijdvak | None, invoer: TijdvakInvoer) -> None:
    if invoer.begin is None:
        return
    anderen = [
        tijd for tijd in werk.monteurwerk.since(invoer.monteur, invoer.begin) if basis is None or tijd.id != basis.id
    ]
    botst = overlapping(invoer, anderen, werk.nu)
    if botst is not None:
        nummer = werk.werkkaarten.number(botst.werkkaart_id)
        params = {"monteur": invoer.monteur.naam, "nummer": nummer, "tijd": _times(werk, botst)}
        raise Ongeldig([Bevinding("begin", "TIJDVAK_OVERLAPT", params=params)])


def _said(werk: Werk, tijdvak: Tijdvak) -> str:
    return f"{tijdvak.monteur.naam}: {_times(werk, tijdvak)}"


def _times(werk: Werk, tijdvak: Tijdvak) -> str:
    zone = werk.wie.zone
    begin, eind = tijdvak.begin.lokaal(zone), tijdvak.eind.lokaal(zone) if tijdvak.eind else None
    if eind is None:
        return f"{begin:%d-%m-%Y %H:%M} \N{EN DASH}"
    tot = f"{eind:%H:%M}" if eind.date() == begin.date() else f"{eind:%d-%m-%Y %H:%M}"
    return f"{begin:%d-%m-%Y %H:%M} \N{EN DASH} {tot}"
