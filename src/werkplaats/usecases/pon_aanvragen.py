"""Plates requested at PON: seen beforehand, asked for by hand, taken back, decided on, followed until they are given.

Sending itself is done by the postbus; the morning run writes its requests by the same hand (``pon_schrijven``).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from werkplaats.domain.instellingen import PON_TOKEN
from werkplaats.domain.moment import vandaag
from werkplaats.domain.order import facts
from werkplaats.domain.pon import Besluit as PonBesluit
from werkplaats.domain.pon_regels import judge
from werkplaats.domain.ponaanvraag import BIJ_PON, Aanvraagtype, PonVoorbeeld, contents_of, next_question
from werkplaats.domain.postbus import INGETROKKEN, Besluit, Gevolg, Staat, Uitkomst
from werkplaats.domain.rechten import Recht
from werkplaats.errors import GeheimFout, NietGevonden, PartijFout, Unreachable, WerkplaatsError
from werkplaats.usecases.orders import own_order
from werkplaats.usecases.pon_schrijven import record_answer, write_request

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from werkplaats.domain.moment import Klok
    from werkplaats.domain.order import VerkoopOrder
    from werkplaats.domain.ponaanvraag import PonAanvraag
    from werkplaats.domain.rechten import Wie
    from werkplaats.services.kluis import Kluis
    from werkplaats.services.pon import PonService
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing, Werk
    from werkplaats.usecases.pon_verzender import PonVerzender

PER_RONDE = 200
"""How many requests are asked after in one round."""

_ZONDER_TOEGANG = frozenset({"PON_GEEN_TOEGANG", "PON_NIET_INGESTELD"})


class PonAanvragen:
    """The requests of the shop in which a person works."""

    def __init__(self, store: Store, kluis: Kluis, service: PonService, verzender: PonVerzender, klok: Klok) -> None:
        self._store = store
        self._kluis = kluis
        self._service = service
        self._verzender = verzender
        self._klok = klok

    # By hand.

    def preview(self, wie: Wie, order_id: int) -> PonVoorbeeld:
        """Exactly what *Direct goedkeuren* would send of an order, or all that stands in the way of it."""
        wie.vereis(Recht.DIRECT_GOEDKEUREN)
        dag = vandaag(self._klok, wie.zone)
        with self._store.read() as lezing:
            return _preview(lezing, wie, own_order(wie, lezing, order_id), dag)

    def request(self, wie: Wie, voorbeeld: PonVoorbeeld) -> PonAanvraag:
        """Sets *Goedkeuren* and puts the request ready, exactly as the person saw it beforehand.

        Raises PON_GEWIJZIGD when it would be another one by now, PON_VOLDOET_NIET, PON_AANVRAAG_LOOPT.
        """
        wie.vereis(Recht.DIRECT_GOEDKEUREN)
        return self._store.run(wie, partial(_request, voorbeeld=voorbeeld))

    def withdraw(self, wie: Wie, aanvraag_id: int) -> PonAanvraag:
        """*Intrekken*: takes a request back that did not go. Raises POSTBUS_NIET_INTREKBAAR, POSTBUS_MISSCHIEN_AAN."""
        wie.vereis(Recht.DIRECT_GOEDKEUREN)
        return self._store.run(wie, lambda werk: self._withdraw(werk, aanvraag_id))

    def decide(self, wie: Wie, aanvraag_id: int, besluit: Besluit) -> PonAanvraag:
        """Says of a request in doubt that it arrived, or has it sent again. Raises POSTBUS_NIET_ONZEKER."""
        wie.vereis(Recht.DIRECT_GOEDKEUREN)
        return self._store.run(wie, lambda werk: self._decide(werk, aanvraag_id, besluit))

    def van_order(self, wie: Wie, order_id: int) -> tuple[PonAanvraag, ...]:
        """What was requested for an order, the newest first."""
        wie.vereis(Recht.ORDER_ZIEN)
        with self._store.read() as lezing:
            own_order(wie, lezing, order_id)
            return lezing.ponaanvragen.van_order(order_id)

    # Asking PON.

    def poll(
        self,
        wie: Wie,
        progress: Callable[[int], None] = lambda _aantal: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> int:
        """Asks how the requests stand whose time has come; gives how many were told. No answer: asked later again."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            te_vragen = lezing.ponaanvragen.to_ask(self._klok.nu(), PER_RONDE)
        gevraagd = 0
        stil: set[int] = set()
        for aanvraag_id, shop_id in te_vragen:
            if stopped():
                break
            if shop_id in stil:
                continue
            try:
                self._ask(wie, aanvraag_id, shop_id)
            except (Unreachable, GeheimFout):
                # A shop that gets no answer now gets none for its other requests either.
                stil.add(shop_id)
            except WerkplaatsError as fout:
                stil.update((shop_id,) if fout.code in _ZONDER_TOEGANG else ())
            else:
                gevraagd += 1
                progress(gevraagd)
        return gevraagd

    def to_ask(self, wie: Wie) -> int:
        """How many requests would be asked after now."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            return len(lezing.ponaanvragen.to_ask(self._klok.nu(), PER_RONDE))

    def test_connection(self, wie: Wie) -> None:
        """Whether PON knows the token of this shop; raises what goes wrong. It requests nothing."""
        wie.vereis(Recht.INSTELLINGEN)
        with self._store.read() as lezing:
            token = self._token(lezing, wie.shop_id)
        self._service.test(token)

    # Within.

    def _token(self, lezing: Lezing, shop_id: int) -> str:
        inhoud = lezing.geheimen.get(shop_id, PON_TOKEN)
        if inhoud is None:
            raise WerkplaatsError("PON_NIET_INGESTELD")
        return self._kluis.unseal(shop_id, PON_TOKEN, inhoud)

    def _ask(self, wie: Wie, aanvraag_id: int, shop_id: int) -> None:
        """Asks after one request and writes what PON says; an answer that fails is asked for again later."""
        with self._store.read() as lezing:
            token = self._token(lezing, shop_id)
            aanvraag = lezing.ponaanvragen.get(aanvraag_id)
        # Who sits at this window has no hand in what PON answers.
        hier = replace(wie, shop_id=shop_id, naam="PON")
        try:
            antwoord = self._service.status(token, aanvraag.aanvraag_id)
        except PartijFout:
            self._store.run(hier, partial(_postpone, aanvraag_id=aanvraag_id))
            raise
        self._store.run(hier, lambda werk: record_answer(werk, werk.ponaanvragen.lock(aanvraag_id), antwoord))

    def _withdraw(self, werk: Werk, aanvraag_id: int) -> PonAanvraag:
        bericht_id = _message(werk, aanvraag_id)
        bericht, staat, _token = werk.postbus.lock(bericht_id)
        if staat is not Staat.WACHT:
            raise WerkplaatsError("POSTBUS_NIET_INTREKBAAR", staat=staat.value)
        if werk.postbus.in_doubt(bericht_id):
            raise WerkplaatsError("POSTBUS_MISSCHIEN_AAN")
        werk.postbus.move(bericht_id, Staat.INGETROKKEN, INGETROKKEN)
        self._verzender.record(werk, bericht, INGETROKKEN)
        return werk.ponaanvragen.get(aanvraag_id)

    def _decide(self, werk: Werk, aanvraag_id: int, besluit: Besluit) -> PonAanvraag:
        bericht_id = _message(werk, aanvraag_id)
        bericht, staat, _token = werk.postbus.lock(bericht_id)
        if staat is not Staat.ONZEKER:
            raise WerkplaatsError("POSTBUS_NIET_ONZEKER", staat=staat.value)
        aan = besluit is Besluit.AANGEKOMEN
        uitkomst = Uitkomst(Gevolg.VERZONDEN if aan else Gevolg.OPNIEUW)
        werk.postbus.move(bericht_id, Staat.VERZONDEN if aan else Staat.WACHT, uitkomst)
        self._verzender.record(werk, bericht, uitkomst)
        aanvraag = werk.ponaanvragen.get(aanvraag_id)
        werk.log("order", aanvraag.order_id, besluit.value)
        return aanvraag


def _postpone(werk: Werk, aanvraag_id: int) -> None:
    """One that gives no answer must not stand in the way of those behind it."""
    aanvraag = werk.ponaanvragen.lock(aanvraag_id)
    if aanvraag.staat in BIJ_PON:
        vraag = replace(werk.nu, utc=werk.nu.utc + next_question(aanvraag.staat_sinds, werk.nu))
        werk.ponaanvragen.write(aanvraag_id, volgende_vraag=vraag)


def _message(werk: Werk, aanvraag_id: int) -> int:
    """The message of a request of the shop in which one works; raises NietGevonden."""
    aanvraag = werk.ponaanvragen.get(aanvraag_id)
    if aanvraag.shop_id != werk.wie.shop_id or aanvraag.bericht_id is None:
        raise NietGevonden("pon_aanvraag", aanvraag_id)
    return aanvraag.bericht_id


def _preview(lezing: Lezing, wie: Wie, order: VerkoopOrder, dag: date) -> PonVoorbeeld:
    inst = lezing.instellingen.get(wie.shop_id).instellingen
    lijsten = lezing.orderlijsten.van(wie.shop_id)
    gepland = order.gepland_op.lokaal(wie.zone).date() if order.gepland_op else None
    feiten = facts(order.kaart, gepland, lijsten.via_pon, aanvraag_loopt=order.aanvraag_loopt)
    oordeel = judge(feiten, inst.pon_keuze, dag)
    # By hand the days do not count: only what forbids a request altogether.
    redenen = oordeel.redenen if oordeel.besluit is PonBesluit.VOLDOET_NIET else ()
    inhoud, gebreken = contents_of(order.kaart, order.nummer, lijsten, Aanvraagtype.HANDMATIG, dag)
    return PonVoorbeeld(order.id, order.versie, order.nummer, inhoud, redenen, gebreken, inst.pon_wachttijd)


def _request(werk: Werk, voorbeeld: PonVoorbeeld) -> PonAanvraag:
    werk.orders.lock(voorbeeld.order_id)
    order = own_order(werk.wie, werk, voorbeeld.order_id)
    nu = _preview(werk, werk.wie, order, werk.vandaag)
    if werk.ponaanvragen.has_open(order.id):
        raise WerkplaatsError("PON_AANVRAAG_LOOPT")
    if nu.redenen or nu.gebreken or nu.inhoud is None:
        raise WerkplaatsError("PON_VOLDOET_NIET")
    if nu.inhoud != voorbeeld.inhoud:
        raise WerkplaatsError("PON_GEWIJZIGD")
    nummer = write_request(werk, order, nu.inhoud, wachttijd=timedelta(seconds=nu.wachttijd))
    return werk.ponaanvragen.get(nummer)
