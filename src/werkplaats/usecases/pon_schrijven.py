"""Writes a request for a plate inside a transaction that is already open, and moves it along with what PON says.

A request by hand and the morning run write it the same way: *Goedkeuren*, the request and its message together. The
message is locked before the request, the request before its order, the order before the vehicle.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from werkplaats.domain.ponaanvraag import (
    BIJ_PON,
    OPEN,
    SOORT,
    Aanvraagstaat,
    Uitspraak,
    given_plate,
    next_question,
    told_otherwise,
)
from werkplaats.errors import NietGevonden, WerkplaatsError
from werkplaats.usecases.wijzigingen import changed_lines

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.moment import Moment
    from werkplaats.domain.order import VerkoopOrder
    from werkplaats.domain.pon import PonRegel
    from werkplaats.domain.ponaanvraag import AanvraagInhoud, PonAanvraag, PonAntwoord
    from werkplaats.store.transactie import Werk

ORDER = "order"
VOERTUIG = "voertuig"


def write_request(
    werk: Werk,
    order: VerkoopOrder,
    inhoud: AanvraagInhoud,
    regel: PonRegel | None = None,
    regel_dag: date | None = None,
    wachttijd: timedelta = timedelta(0),
) -> int:
    """Sets *Goedkeuren* of an order that the caller locked, and puts its request ready; returns the request's id.

    ``wachttijd`` is for how long a person can still take it back. Raises PON_AANVRAAG_LOOPT.
    """
    if werk.ponaanvragen.has_open(order.id):
        raise WerkplaatsError("PON_AANVRAAG_LOOPT")
    werk.orders.approve(order.id, regel, regel_dag)
    # By the clock of the database, as the senders look: that of this computer may be minutes ahead.
    niet_voor = _after(werk.postbus.nu(werk.nu), wachttijd) if wachttijd else None
    nummer = werk.ponaanvragen.add(order.id, inhoud, regel, regel_dag, niet_voor)
    kop = f"{order.nummer} · {order.kaart.merk} {order.kaart.model} · {inhoud.chassisnummer}"
    payload = {naam: getattr(inhoud, naam) for naam in type(inhoud).__dataclass_fields__}
    bericht_id = werk.postbus.leg_klaar(SOORT, payload, str(uuid4()), SOORT, nummer, niet_voor=niet_voor, kop=kop)
    werk.ponaanvragen.write(nummer, bericht_id=bericht_id)
    door = inhoud.aanvraagtype.value if regel is None else f"{inhoud.aanvraagtype.value} {regel.value} {regel_dag}"
    werk.log(ORDER, order.id, "goedgekeurd", {"goedkeuren": ("nee", "ja"), "aanvraag": ("", door)})
    return nummer


def take_back(werk: Werk, aanvraag: PonAanvraag) -> None:
    """A person took the request back before it was sent: the program does not ask again by itself."""
    werk.ponaanvragen.write(aanvraag.id, staat=Aanvraagstaat.INGETROKKEN, reden="", niet_voor=None)
    _close(werk, aanvraag, "ingetrokken")


def refuse(werk: Werk, aanvraag: PonAanvraag, staat: Aanvraagstaat, reden: str) -> None:
    """PON said no. What it refused once it is not asked again by itself either, but by a person."""
    werk.ponaanvragen.write(aanvraag.id, staat=staat, reden=reden, volgende_vraag=None)
    _close(werk, aanvraag, "geweigerd")


def set_again(werk: Werk, aanvraag: PonAanvraag) -> None:
    """A request that was over is under way again: sent anew by a person, or it arrived after all.

    Raises PON_AANVRAAG_LOOPT when another one took its place, KENTEKEN_AL_BEKEND when the order has its plate.
    """
    werk.orders.lock(aanvraag.order_id)
    if werk.ponaanvragen.has_open(aanvraag.order_id, behalve=aanvraag.id):
        raise WerkplaatsError("PON_AANVRAAG_LOOPT")
    order = _order(werk, aanvraag.order_id)
    if order is None or order.kaart.kenteken is not None:
        raise WerkplaatsError("PON_NIET_MEER_NODIG")
    werk.orders.approve(aanvraag.order_id, aanvraag.regel, aanvraag.regel_dag)


def record_answer(werk: Werk, aanvraag: PonAanvraag, antwoord: PonAntwoord) -> None:
    """Moves a request that was locked along with what PON says of it; one that is over stays as it is."""
    if aanvraag.staat not in (*OPEN, Aanvraagstaat.ONZEKER):
        return
    werk.ponaanvragen.write(aanvraag.id, aanvraag_id=antwoord.aanvraag_id, status=antwoord.status)
    plaat = given_plate(antwoord.kenteken) if antwoord.uitspraak is Uitspraak.TOEGEKEND else None
    if plaat is not None:
        _grant(werk, aanvraag, plaat)
    elif antwoord.uitspraak is Uitspraak.AFGEWEZEN:
        refuse(werk, aanvraag, Aanvraagstaat.AFGEWEZEN, antwoord.reden)
    else:
        _keep_asking(werk, aanvraag, antwoord)


def tell_move(werk: Werk, aanvraag: PonAanvraag, staat: Aanvraagstaat) -> None:
    """Writes in the logboek of the order that its request moved on: open lists follow that."""
    if staat is not aanvraag.staat:
        # The logboek says it as it stands here.
        werk.log(
            ORDER, aanvraag.order_id, staat.value.replace("_", " "), {"aanvraag": (aanvraag.staat.value, staat.value)}
        )


def _keep_asking(werk: Werk, aanvraag: PonAanvraag, antwoord: PonAntwoord) -> None:
    # A plate that cannot be read is no plate yet: PON may still put it right.
    onleesbaar = antwoord.uitspraak is Uitspraak.TOEGEKEND
    staat = Aanvraagstaat.ONBEKEND if onleesbaar else Aanvraagstaat(antwoord.uitspraak.value)
    sinds = aanvraag.staat_sinds if aanvraag.staat in BIJ_PON else werk.nu
    werk.ponaanvragen.write(
        aanvraag.id,
        staat=staat,
        kenteken=antwoord.kenteken if onleesbaar else "",
        reden="PON_KENTEKEN_ONLEESBAAR" if onleesbaar else "",
        niet_voor=None,
        volgende_vraag=_after(werk.nu, next_question(sinds, werk.nu)),
    )
    tell_move(werk, aanvraag, staat)


def _grant(werk: Werk, aanvraag: PonAanvraag, plaat: Kenteken) -> None:
    """The plate goes into the order and the vehicle, in this one transaction; a plate that stands there stays."""
    werk.orders.lock(aanvraag.order_id)
    order = _order(werk, aanvraag.order_id)
    reden = ""
    if order is not None and "chassisnummer" in told_otherwise(aanvraag.inhoud, order.kaart):
        # The order became another car meanwhile: the plate is that of the car that PON was told of.
        werk.orders.withdraw(order.id)
        reden = "PON_ANDERE_AUTO"
        werk.log(ORDER, order.id, "toegekend", {"kenteken": ("", ""), "goedkeuren": ("ja", "nee")})
    elif order is not None:
        eigen = order.kaart.kenteken
        reden = "PON_ANDER_KENTEKEN" if eigen is not None and eigen.compact != plaat.compact else ""
        werk.orders.end_request(order.id, eigen or plaat)
        werk.log(ORDER, order.id, "toegekend", {"kenteken": (_text(eigen), _text(eigen or plaat))})
        reden = reden or _to_vehicle(werk, order, plaat)
    werk.ponaanvragen.write(
        aanvraag.id, staat=Aanvraagstaat.TOEGEKEND, kenteken=plaat.weergave, reden=reden, volgende_vraag=None
    )


def _to_vehicle(werk: Werk, order: VerkoopOrder, plaat: Kenteken) -> str:
    """Gives the vehicle with this chassis number its plate; the code of what a person must know, empty when well."""
    if order.kaart.chassisnummer is None:
        return "PON_GEEN_VOERTUIG"
    autos = werk.voertuigen.doubles(None, order.kaart.chassisnummer)
    if len(autos) != 1:
        return "PON_MEER_VOERTUIGEN" if autos else "PON_GEEN_VOERTUIG"
    nummer = autos[0].id
    werk.voertuigen.lock(nummer)
    kaart = werk.voertuigen.get(nummer).kaart
    if kaart.kenteken is not None:
        return "" if kaart.kenteken.compact == plaat.compact else "PON_ANDER_KENTEKEN"
    wijzigingen = {"kenteken": plaat}
    werk.voertuigen.write(nummer, wijzigingen, kaart)
    for handeling, waarden in changed_lines(kaart, wijzigingen):
        werk.log(VOERTUIG, nummer, handeling, waarden)
    return ""


def _close(werk: Werk, aanvraag: PonAanvraag, handeling: str) -> None:
    """The order is free again, and is not requested by itself: a person who does it sets *Goedkeuren* anew."""
    werk.orders.lock(aanvraag.order_id)
    if _order(werk, aanvraag.order_id) is not None:
        werk.orders.withdraw(aanvraag.order_id)
    werk.log(ORDER, aanvraag.order_id, handeling, {"goedkeuren": ("ja", "nee")})


def _order(werk: Werk, order_id: int) -> VerkoopOrder | None:
    """The order; None when it was put in the bin while its request was under way."""
    try:
        return werk.orders.get(order_id)
    except NietGevonden:
        # Its request goes on all the same, and keeps what PON says of it.
        return None


def _after(nu: Moment, duur: timedelta) -> Moment:
    return replace(nu, utc=nu.utc + duur)


def _text(plaat: Kenteken | None) -> str:
    return plaat.weergave if plaat is not None else ""
