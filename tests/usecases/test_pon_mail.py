"""The daily mail about plates: each request told once, one mail a day, to everybody who takes it."""

from __future__ import annotations

import socket
import threading
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING, Any

import pytest
from aiosmtpd.controller import Controller

from tests.usecases.garage import moment
from tests.usecases.ontvanger import Gedood, let_pass
from tests.usecases.test_pon_aanvragen import POLO, ask, set_up
from werkplaats.domain.dagtaak import TaakRegel, Taakstaat
from werkplaats.domain.instellingen import ShopInstellingen
from werkplaats.domain.ponaanvraag import Aanvraagstaat
from werkplaats.domain.postbus import Staat
from werkplaats.domain.vin import Vin
from werkplaats.errors import Ongeldig
from werkplaats.services.mail import MailService
from werkplaats.usecases.mail_schrijven import put_mail
from werkplaats.usecases.mailverzender import MailVerzender
from werkplaats.usecases.postbus import Postbus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage

    from tests.usecases.garage import Garage
    from werkplaats.domain.mail import Mail
    from werkplaats.domain.order import VerkoopOrder

DAG = date(2026, 11, 24)
BAAS, KANTOOR = "baas@example.com", "kantoor@example.com"


@pytest.fixture(autouse=True)
def _ingesteld(garage: Garage) -> None:
    set_up(garage, wachttijd=0)
    ontvangers = f"{BAAS}, {KANTOOR}; {BAAS.upper()}"
    garage.configure(pon_automatisch=True, pon_mail_ontvangers=ontvangers, smtp_host="127.0.0.1", email="x@example.com")


def order(garage: Garage, nummer: int = 1, **anders: Any) -> VerkoopOrder:
    """An order whose rule R1 fell due, unless it is told otherwise."""
    velden = {"afleverdatum": None, "losdatum": DAG - timedelta(16), "model": f"Polo {nummer}", **anders}
    return garage.new_order(replace(POLO, chassisnummer=Vin(f"WVWZZZAWZPY{nummer:04}01"), **velden))


def morning(garage: Garage, dag: date | None = None) -> TaakRegel:
    """The run and its mail; gives what the mail's task says."""
    return garage.dagtaken.run(garage.beheerder, dag, ("pon", "mail"))[-1]


def sent(garage: Garage) -> list[Mail]:
    """What the mail server took by now."""
    garage.postbus.send_due(garage.balie)
    return garage.mailserver.mails


# What it tells.


def test_it_tells_what_was_requested_by_itself_and_by_hand_and_who_must_look(garage: Garage) -> None:
    order(garage, 1)
    ask(garage, order(garage, 2, afleverdatum=DAG + timedelta(7)))
    order(garage, 3, merk="Porsche", model="Macan")
    regel = morning(garage)
    assert (regel.code, regel.aantal, dict(regel.params)) == ("TAAK_MAIL", 2, {"aangevraagd": 2, "aandacht": 1})
    mails = sent(garage)
    assert [mail.aan for mail in mails] == [BAAS, KANTOOR], "each address once"
    assert mails[0].onderwerp.startswith("Kentekens bij PON 24-11-2026: 2 aangevraagd, 1 aandacht nodig")
    tekst = mails[0].tekst
    for deel in (
        "vanzelf, regel R1",
        "met de hand, door Sanne",
        "Afleverdatum: 01-12-2026",
        "Afleverdatum: niet bekend",
    ):
        assert deel in tekst
    for deel in ("WVWZZZAWZPY000101", "Order: 2026-000001", "Plaattype: 27.1", "Aantal platen: 2", "Polo 1", "Polo 2"):
        assert deel in tekst
    assert "geen dealernummer voor dit merk" in tekst.split("Aandacht nodig: 1")[1]


def test_what_was_told_is_not_told_again(garage: Garage) -> None:
    order(garage, 1)
    morning(garage)
    ask(garage, order(garage, 2, afleverdatum=DAG + timedelta(20), losdatum=DAG - timedelta(3)))
    garage.klok.moment = moment(2026, 11, 25)
    assert morning(garage).params["aangevraagd"] == 1
    tekst = sent(garage)[-1].tekst
    assert "Polo 2" in tekst
    assert "Polo 1" not in tekst


def test_what_was_taken_back_was_not_requested(garage: Garage) -> None:
    garage.configure(pon_wachttijd=10)
    aanvraag = ask(garage, order(garage, afleverdatum=DAG + timedelta(30), losdatum=DAG - timedelta(3)))
    garage.aanvragen.withdraw(garage.verkoper, aanvraag.id)
    assert morning(garage).code == "TAAK_MAIL_NIETS"


def test_what_pon_refused_meanwhile_is_not_told_as_if_all_were_well(garage: Garage) -> None:
    garage.pon.register.take("", {"chassisnummer": "WVWZZZAWZPY000101"})
    ask(garage, order(garage))
    garage.postbus.send_due(garage.balie)
    assert garage.aanvragen.van_order(garage.verkoper, 1)[0].staat is Aanvraagstaat.MISLUKT
    morning(garage)
    assert "Niet aangenomen door PON. Bij PON loopt al een aanvraag" in sent(garage)[0].tekst


def test_the_first_mail_does_not_tell_the_whole_past(garage: Garage) -> None:
    garage.klok.moment = moment(2026, 11, 20)
    ask(garage, order(garage, 1))
    garage.klok.moment = moment(2026, 11, 23, 12)
    ask(garage, order(garage, 2, afleverdatum=date(2026, 12, 30)))
    garage.klok.moment = moment(2026, 11, 24)
    assert morning(garage).params["aangevraagd"] == 1


def test_nothing_to_tell_is_told_only_where_the_shop_asked_for_it(garage: Garage) -> None:
    assert morning(garage).code == "TAAK_MAIL_NIETS"
    garage.configure(pon_mail_ook_leeg=True)
    assert morning(garage, DAG + timedelta(1)).aantal == 2
    assert "0 aangevraagd, 0 aandacht nodig" in sent(garage)[0].onderwerp


def test_an_order_for_a_person_is_worth_a_mail(garage: Garage) -> None:
    order(garage, goedgekeurd=False)
    assert dict(morning(garage).params) == {"aangevraagd": 0, "aandacht": 1}
    assert "Wacht op goedkeuring" in sent(garage)[0].tekst


def test_without_recipients_there_is_no_mail(garage: Garage) -> None:
    order(garage)
    garage.configure(pon_mail_ontvangers="")
    assert morning(garage).code == "TAAK_MAIL_NIEMAND"
    assert sent(garage) == []


def test_each_shop_has_a_mail_of_its_own(garage: Garage) -> None:
    order(garage)
    with garage.store.begin(garage.beheerder) as werk:
        werk.instellingen.add_shop(
            ShopInstellingen("Tweede", pon_mail_ontvangers="tweede@example.com", pon_mail_ook_leeg=True)
        )
    garage.dagtaken.run(garage.beheerder, None, ("pon", "mail"))
    berichten = garage.postbus.list(garage.balie, (Staat.WACHT,))
    assert sorted(regel.kop.split(":")[0] for regel in berichten if regel.soort == "mail") == [
        BAAS,
        KANTOOR,
        "tweede@example.com",
    ]


# Once.


def test_a_day_has_one_mail_however_often_it_is_asked_for(garage: Garage) -> None:
    order(garage)
    morning(garage)
    assert garage.ponmail.put(garage.beheerder, DAG, proef=False).code == "TAAK_MAIL_GEWEEST"
    assert len(sent(garage)) == 2


def test_two_workstations_at_once_mail_once(garage: Garage) -> None:
    order(garage)
    garage.dagtaken.run(garage.beheerder, None, ("pon",))
    begin, codes = threading.Barrier(3), list[str]()

    def start() -> None:
        begin.wait()
        codes.append(garage.ponmail.put(garage.beheerder, DAG, proef=False).code)

    draden = [threading.Thread(target=start) for _werkplek in range(3)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert sorted(codes) == ["TAAK_MAIL", "TAAK_MAIL_GEWEEST", "TAAK_MAIL_GEWEEST"]
    assert len(sent(garage)) == 2


def test_a_crash_half_way_leaves_nothing_and_the_mail_goes_whole_later(
    garage: Garage, monkeypatch: pytest.MonkeyPatch
) -> None:
    order(garage)
    garage.dagtaken.run(garage.beheerder, None, ("pon",))
    geteld = iter(range(9))

    def die_at_the_second(*args: Any, **kwargs: Any) -> int:
        if next(geteld) == 1:
            raise Gedood
        return put_mail(*args, **kwargs)

    monkeypatch.setattr("werkplaats.usecases.pon_mail.put_mail", die_at_the_second)
    with pytest.raises(Gedood):
        garage.dagtaken.run(garage.beheerder, None, ("mail",))
    assert sent(garage) == []
    let_pass(garage.store, garage.balie, garage.klok, minutes=3)
    assert morning(garage).params["aangevraagd"] == 1
    assert [mail.aan for mail in sent(garage)] == [BAAS, KANTOOR]


def test_a_trial_puts_nothing_ready(garage: Garage) -> None:
    order(garage)
    (regel,) = garage.dagtaken.run(garage.beheerder, None, ("mail",), proef=True)
    assert (regel.code, regel.aantal) == ("TAAK_MAIL_NIETS", 0), "the run comes before it"
    garage.dagtaken.run(garage.beheerder, None, ("pon",))
    (regel,) = garage.dagtaken.run(garage.beheerder, None, ("mail",), proef=True)
    assert (regel.code, regel.aantal, regel.params["aangevraagd"]) == ("TAAK_MAIL_PROEF", 2, 1)
    assert [een.soort for een in garage.postbus.list(garage.balie)] == ["pon_aanvraag"]


# Beforehand, and what may not stand in it.


def test_the_preview_is_the_mail_that_goes(garage: Garage) -> None:
    order(garage, goedgekeurd=False)
    inst = garage.instellingen.load(garage.beheerder).instellingen
    voorbeeld = garage.ponmail.preview(garage.beheerder, replace(inst, pon_mail_ontvangers="nieuw@example.com"))
    assert (voorbeeld.ontvangers, voorbeeld.afzender, voorbeeld.gaat) == (("nieuw@example.com",), "x@example.com", True)
    morning(garage)
    mail = sent(garage)[0]
    assert (mail.onderwerp, mail.tekst) == (voorbeeld.onderwerp, voorbeeld.tekst)


@pytest.mark.parametrize("kwaad", ["De Linde\r\nBcc: ieder@example.com", "De Linde =?utf-8?q?x?=", "De\u2028Linde"])
def test_no_name_can_add_to_the_headers(garage: Garage, kwaad: str) -> None:
    order(garage, model="Polo\r\nBcc: ieder@example.com")
    with garage.store.begin(garage.beheerder) as werk:
        inst = werk.instellingen.get(garage.beheerder.shop_id).instellingen
        werk.instellingen.write(garage.beheerder.shop_id, replace(inst, naam=kwaad))
    morning(garage)
    mail = sent(garage)[0]
    assert mail.onderwerp == "Kentekens bij PON 24-11-2026: 1 aangevraagd, 0 aandacht nodig"
    assert not [regel for regel in mail.tekst.splitlines() if regel.startswith("Bcc")]


@pytest.mark.parametrize("veld", ["pon_mail_afzender", "pon_mail_ontvangers"])
def test_an_address_with_a_header_in_it_is_not_kept(garage: Garage, veld: str) -> None:
    with pytest.raises(Ongeldig):
        garage.configure(**{veld: "baas@example.com\r\nBcc: ieder@example.com"})


# Through a real mail server.


@dataclass
class Bus:
    """What a mail server takes; it refuses these recipients, or asks to come back later with them."""

    weigert: str = ""
    later: str = ""
    mails: list[tuple[str, EmailMessage]] = field(default_factory=list)

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _opties: Any) -> str:
        if address == self.weigert:
            return "550 geen postbus"
        if address == self.later:
            return "450 straks"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        self.mails.append((envelope.mail_from, message_from_bytes(envelope.content, policy=default)))
        return "250 aangenomen"


@pytest.fixture
def bus(garage: Garage) -> Iterator[Bus]:
    """A mail server on a free port; the postbus of the garage sends there."""
    bus = Bus()
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        poort = proef.getsockname()[1]
    controller = Controller(bus, hostname="127.0.0.1", port=poort)
    controller.start()
    verzender = MailVerzender(garage.store, MailService(alleen_lokaal=True), ("127.0.0.1", poort))
    garage.postbus = Postbus(garage.store, garage.kluis, (verzender,))
    yield bus
    controller.stop()


def test_of_twelve_recipients_one_is_refused_and_eleven_get_it(garage: Garage, bus: Bus) -> None:
    order(garage)
    namen = [f"ontvanger{nummer}@example.com" for nummer in range(12)]
    garage.configure(pon_mail_ontvangers=", ".join(namen), pon_mail_afzender="kentekens@example.com")
    bus.weigert, bus.later = namen[3], namen[5]
    garage.dagtaken.run(garage.beheerder, None, ("pon", "mail"))
    for _ronde in range(3):
        garage.postbus.send_due(garage.balie)
    assert sorted(mail["To"] for _van, mail in bus.mails) == sorted(set(namen) - {bus.weigert, bus.later})
    assert {(van, mail["From"].addresses[0].addr_spec) for van, mail in bus.mails} == {
        ("kentekens@example.com", "kentekens@example.com")
    }
    assert len({mail["Message-ID"] for _van, mail in bus.mails}) == 10
    bus.later = ""
    let_pass(garage.store, garage.balie, garage.klok, minutes=70)
    garage.postbus.send_due(garage.balie)
    assert len(bus.mails) == 11
    staten = {regel.kop.split(":")[0]: regel.staat for regel in garage.postbus.list(garage.balie)}
    assert staten[bus.weigert] is Staat.MISLUKT


def test_a_failed_task_says_so(garage: Garage) -> None:
    with garage.store.begin(garage.beheerder) as werk:
        inst = werk.instellingen.get(garage.beheerder.shop_id).instellingen
        werk.instellingen.write(garage.beheerder.shop_id, replace(inst, pon_mail_ontvangers="geen adres"))
    order(garage)
    assert morning(garage).staat is Taakstaat.MISLUKT
