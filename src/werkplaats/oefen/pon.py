"""The requests for plates of the practice garage: an order with a request in each state, and one without."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.order import OrderKaart, Plaatregel
from werkplaats.domain.pon import PonRegel
from werkplaats.domain.ponaanvraag import Aanvraagstaat, Aanvraagtype, contents_of
from werkplaats.domain.postbus import INGETROKKEN, Staat, Uitkomst
from werkplaats.domain.vin import Vin
from werkplaats.oefen.orders import DEALERNUMMERS
from werkplaats.usecases.pon_schrijven import refuse, take_back, write_request

if TYPE_CHECKING:
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

_AUTOS = (
    ("Volkswagen", "ID.3", None),
    ("Volkswagen", "Golf Variant", Aanvraagstaat.INGEDIEND),
    ("Audi", "A3 Sportback", Aanvraagstaat.IN_BEHANDELING),
    ("Škoda", "Octavia Combi", Aanvraagstaat.TOEGEKEND),
    ("SEAT", "Ibiza", Aanvraagstaat.AFGEWEZEN),
    ("Volkswagen", "Tiguan", Aanvraagstaat.ONZEKER),
    ("Audi", "Q4 e-tron", Aanvraagstaat.ONBEKEND),
    ("Škoda", "Enyaq", Aanvraagstaat.MISLUKT),
    ("Volkswagen", "T-Roc", Aanvraagstaat.INGETROKKEN),
)
_VANZELF = (Aanvraagstaat.IN_BEHANDELING, Aanvraagstaat.TOEGEKEND)
"""Requests that a morning run made."""
_BERICHT = {
    Aanvraagstaat.MISLUKT: (Staat.MISLUKT, Uitkomst.mislukt("PON_CHASSIS_ONBEKEND", partij="PON")),
    Aanvraagstaat.ONZEKER: (Staat.ONZEKER, Uitkomst.onzeker("PARTIJ_TIJD_OM", partij="PON")),
    Aanvraagstaat.INGETROKKEN: (Staat.INGETROKKEN, INGETROKKEN),
}


def fill_pon(store: Store, wie: Wie) -> None:
    """Makes the orders with their requests, as if PON had answered each in its own way."""
    store.run(wie, _make_all)


def _make_all(werk: Werk) -> None:
    werk.orderlijsten.put_dealernummers(werk.wie.shop_id, DEALERNUMMERS)
    lijsten = werk.orderlijsten.van(werk.wie.shop_id)
    for nummer, (merk, model, staat) in enumerate(_AUTOS):
        kaart = OrderKaart(
            merk=merk,
            model=model,
            chassisnummer=Vin(f"WVWZZZE1ZRP{nummer + 41:04}17"),
            goedgekeurd=True,
            losdatum=werk.vandaag - timedelta(days=nummer),
            afleverdatum=werk.vandaag + timedelta(days=10 + nummer),
            platen=(Plaatregel("27.1", 2),),
        )
        order = werk.orders.get(werk.orders.add(kaart, werk.nu))
        werk.log("order", order.id, "toegevoegd", {"merk": ("", merk)})
        regel = PonRegel.R3 if staat in _VANZELF else None
        soort = Aanvraagtype.HANDMATIG if regel is None else Aanvraagtype.AUTOMATISCH
        inhoud, _gebreken = contents_of(kaart, order.nummer, lijsten, soort, werk.vandaag)
        if staat is not None and inhoud is not None:
            _let_be(werk, write_request(werk, order, inhoud, regel, werk.vandaag if regel else None), staat)


def _let_be(werk: Werk, nummer: int, staat: Aanvraagstaat) -> None:
    """A request as it stands after PON's answer; the stand-in knows none of them, so that it is not asked."""
    aanvraag = werk.ponaanvragen.get(nummer)
    if aanvraag.bericht_id is not None:
        werk.postbus.move(aanvraag.bericht_id, *_BERICHT.get(staat, (Staat.VERZONDEN, Uitkomst.verzonden())))
    if staat is Aanvraagstaat.INGETROKKEN:
        take_back(werk, aanvraag)
    elif staat is Aanvraagstaat.MISLUKT:
        refuse(werk, aanvraag, staat, "PON_CHASSIS_ONBEKEND")
    elif staat is Aanvraagstaat.AFGEWEZEN:
        refuse(werk, aanvraag, staat, "Het voertuig staat niet op uw dealernummer.")
    elif staat is Aanvraagstaat.TOEGEKEND:
        plaat = Kenteken.parse("Z-417-XB")
        werk.orders.end_request(aanvraag.order_id, plaat)
        werk.ponaanvragen.write(nummer, staat=staat, kenteken=plaat.weergave, reden="PON_GEEN_VOERTUIG")
    else:
        reden = "PARTIJ_TIJD_OM" if staat is Aanvraagstaat.ONZEKER else ""
        status = "BIJ_DE_DIRECTIE" if staat is Aanvraagstaat.ONBEKEND else ""
        werk.ponaanvragen.write(nummer, staat=staat, reden=reden, status=status)
