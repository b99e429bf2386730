"""The daily mail about requests for plates: seen beforehand, and put in the postbus once for each day and shop."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from werkplaats.domain.dagtaak import Verslag
from werkplaats.domain.mail import Mail
from werkplaats.domain.moment import Moment, vandaag
from werkplaats.domain.pon_instellingen import mail_addresses
from werkplaats.domain.ponmail import ONDERWERP, Ponbrief, PonMailvoorbeeld
from werkplaats.domain.rechten import Recht
from werkplaats.usecases.mail_schrijven import put_mail
from werkplaats.usecases.pon_ochtend import read_ochtend

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from werkplaats.domain.instellingen import ShopInstellingen
    from werkplaats.domain.moment import Klok
    from werkplaats.domain.ponaanvraag import AanvraagRegel
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing, Werk

    Schrijf = Callable[[Ponbrief], tuple[str, str]]


class PonMail:
    """``schrijf`` makes the subject and the text of what a mail tells."""

    def __init__(self, store: Store, klok: Klok, schrijf: Schrijf) -> None:
        self._store = store
        self._klok = klok
        self._schrijf = schrijf

    def preview(self, wie: Wie, inst: ShopInstellingen) -> PonMailvoorbeeld:
        """The mail as it would go now, with these settings of the shop: those that a person is about to save."""
        wie.vereis(Recht.INSTELLINGEN)
        dag = vandaag(self._klok, wie.zone)
        with self._store.read() as lezing:
            brief = self._brief(lezing, wie, dag, inst)
        onderwerp, tekst = self._schrijf(brief)
        ontvangers = mail_addresses(inst)
        afzender = inst.pon_mail_afzender or inst.smtp_afzender or inst.email
        return PonMailvoorbeeld(afzender, ontvangers, onderwerp, tekst, bool(ontvangers) and _is_wanted(brief, inst))

    def put(self, wie: Wie, dag: date, *, proef: bool) -> Verslag:
        """Puts the mail of a day in the postbus, a message for each recipient; a trial only says what it would do."""
        wie.vereis(Recht.DAGTAKEN)
        with self._store.read() as lezing:
            inst = lezing.instellingen.get(wie.shop_id).instellingen
            geweest = lezing.ponmails.has(wie.shop_id, dag)
            brief = None if geweest or not mail_addresses(inst) else self._brief(lezing, wie, dag, inst)
        if brief is None:
            return Verslag("TAAK_MAIL_GEWEEST" if geweest else "TAAK_MAIL_NIEMAND")
        if not _is_wanted(brief, inst):
            return Verslag("TAAK_MAIL_NIETS")
        if proef:
            return _told("TAAK_MAIL_PROEF", len(mail_addresses(inst)), brief)
        return self._store.run(wie, partial(self._put, brief=brief))

    def _put(self, werk: Werk, brief: Ponbrief) -> Verslag:
        """The mail and all its messages at once: after a crash there is the whole of it, or nothing."""
        shop = werk.wie.shop_id
        werk.instellingen.lock(shop)
        if werk.ponmails.has(shop, brief.dag):
            return Verslag("TAAK_MAIL_GEWEEST")
        inst = werk.instellingen.get(shop).instellingen
        # What was requested while the letter was written is told in it, and not left for another day.
        vanaf = _since(werk, werk.wie, brief.dag)
        brief = replace(brief, aanvragen=_requested(werk, shop, vanaf))
        onderwerp, tekst = self._schrijf(brief)
        mail_id = werk.ponmails.add(brief.dag, vanaf, [regel.id for regel in brief.aanvragen])
        ontvangers = mail_addresses(inst)
        for adres in ontvangers:
            nummer = werk.ponmails.add_recipient(mail_id, adres)
            mail = Mail(adres, onderwerp, tekst, afzender=inst.pon_mail_afzender)
            put_mail(werk, ONDERWERP, nummer, mail, sleutel=f"pon-mail-{nummer}")
        return _told("TAAK_MAIL", len(ontvangers), brief)

    def _brief(self, lezing: Lezing, wie: Wie, dag: date, inst: ShopInstellingen) -> Ponbrief:
        punten = dict(read_ochtend(lezing, wie.shop_id, dag).aandacht)
        aandacht = [(order, punten[order.id]) for order in lezing.orders.several(punten)]
        # What must be decided first stands first; an order with a rule that fell due long ago before all others.
        aandacht.sort(key=lambda regel: (regel[1].datum or dag, regel[0].nummer))
        aanvragen = _requested(lezing, wie.shop_id, _since(lezing, wie, dag))
        return Ponbrief(inst.naam, dag, aanvragen, tuple(aandacht))


def _since(lezing: Lezing, wie: Wie, dag: date) -> Moment:
    """From when on requests are told: of the first mail of a shop, those of the day before it."""
    eerste = lezing.ponmails.vanaf(wie.shop_id)
    return eerste or Moment(datetime.combine(dag - timedelta(1), time(), ZoneInfo(wie.zone)))


def _requested(lezing: Lezing, shop_id: int, vanaf: Moment) -> tuple[AanvraagRegel, ...]:
    return lezing.ponaanvragen.lines(lezing.ponmails.untold(shop_id, vanaf))


def _is_wanted(brief: Ponbrief, inst: ShopInstellingen) -> bool:
    return inst.pon_mail_ook_leeg or not brief.empty


def _told(code: str, ontvangers: int, brief: Ponbrief) -> Verslag:
    return Verslag(code, ontvangers, {"aangevraagd": len(brief.aanvragen), "aandacht": len(brief.aandacht)})
