"""A dated fact that never was so is taken away, and put back: what happens inside the transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.wisseling import Periode, PlaatRegel, Weggehaald, check_periode
from werkplaats.errors import BotsendVeld, Botsing, NietGevonden
from werkplaats.usecases.wijzigingen import refuse_blocking
from werkplaats.usecases.wisselingen_schrijven import (
    ONDERWERP,
    PERIODE,
    bearers,
    period_text,
    refuse_elsewhere,
    refuse_nameless,
    set_periode,
)

if TYPE_CHECKING:
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.domain.wisseling import Regel
    from werkplaats.store.transactie import Werk

VELD = "weghalen"
"""Where a door shows why a fact cannot be taken away or put back."""


def remove(werk: Werk, gezien: Regel, *, reopen: bool) -> Weggehaald:
    """Takes a fact away as it was seen; with ``reopen`` the one whose place it took holds again."""
    voertuig_id = _lock(werk, gezien)
    tijdlijn = werk.wisselingen.tijdlijn(voertuig_id)
    _same(werk, voertuig_id, gezien, tijdlijn.staand(gezien))
    voorganger = tijdlijn.voorganger(gezien) if reopen else None
    if isinstance(gezien, PlaatRegel) and gezien.periode.tot is None and voorganger is None:
        refuse_nameless(werk, voertuig_id, VELD)
    werk.wisselingen.delete(gezien)
    werk.log(ONDERWERP, voertuig_id, "verwijderd", {PERIODE: (period_text(gezien), "")})
    if voorganger is not None:
        refuse_elsewhere(werk, voertuig_id, voorganger, VELD)
        set_periode(werk, voertuig_id, voorganger, Periode(voorganger.periode.van))
    werk.voertuigen.mark_changed(voertuig_id)
    return Weggehaald(gezien, voorganger, bearers(werk, voertuig_id, gezien))


def put_back(werk: Werk, weg: Weggehaald) -> Voertuig:
    """Puts a fact back as long as nothing else took its place, and ends again what held again instead of it."""
    regel = weg.regel
    voertuig_id = _lock(werk, regel)
    # Of two who undo it the second finds that it stands there.
    if werk.wisselingen.tijdlijn(voertuig_id).staand(regel) is None:
        _end_again(werk, voertuig_id, weg.heropend)
        anderen = werk.wisselingen.tijdlijn(voertuig_id).soortgenoten(regel)
        refuse_blocking(check_periode(regel.periode, anderen, werk.vandaag))
        if regel.periode.tot is None:
            refuse_elsewhere(werk, voertuig_id, regel, VELD, weg.ook_op)
        werk.wisselingen.restore(regel)
        werk.log(ONDERWERP, voertuig_id, "hersteld", {PERIODE: ("", period_text(regel))})
        werk.voertuigen.mark_changed(voertuig_id)
    return werk.voertuigen.get(voertuig_id)


def _end_again(werk: Werk, voertuig_id: int, heropend: Regel | None) -> None:
    """What somebody ended or changed since is left as he made it."""
    if heropend is not None:
        staand = werk.wisselingen.tijdlijn(voertuig_id).staand(heropend)
        if staand is not None and staand.periode == Periode(heropend.periode.van):
            set_periode(werk, voertuig_id, staand, heropend.periode)


def _lock(werk: Werk, regel: Regel) -> int:
    voertuig_id = werk.wisselingen.car_of(type(regel), regel.id)
    werk.voertuigen.lock(voertuig_id)
    return voertuig_id


def _same(werk: Werk, voertuig_id: int, gezien: Regel, staand: Regel | None) -> None:
    """Raises NietGevonden where another hand took it away, Botsing where one changed it."""
    if staand is None:
        raise NietGevonden("wisseling", gezien.id)
    if staand != gezien:
        auto = werk.voertuigen.get(voertuig_id)
        veld = BotsendVeld(PERIODE, period_text(gezien), "", period_text(staand))
        raise Botsing([veld], auto.gewijzigd_door, auto)
