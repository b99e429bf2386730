"""Car-Pass is spoken with: reports, answers, and every answer that is none; against the stand-in that speaks for it."""

from __future__ import annotations

import base64
import json
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from werkplaats.domain.carpass_account import CarPassAccount
from werkplaats.domain.carpass_antwoord import StatusAntwoord, Uitspraak, Waarneming
from werkplaats.domain.kmstand import Eenheid
from werkplaats.errors import Garbled, PartijFout, Refused, Unreachable
from werkplaats.sandbox.carpass import brussels_today
from werkplaats.services.carpass import CarPassService
from werkplaats.services.http import make_client

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.sandbox_fixtures import Standins

ACCOUNT = CarPassAccount("0123456749", "2000000141", "2000000141")
WACHTWOORD = "geheim woord é"


@pytest.fixture(scope="module")
def service(standins: Standins) -> Iterator[CarPassService]:
    with make_client(f"{standins.carpass}/api", 1) as client:
        yield CarPassService(client)


def vin(einde: str, nummer: int = 0) -> str:
    return f"VF1RFB00X62{nummer:04d}{einde}"


def waarneming(chassis: str, stand: int = 131_501, dagen: int = 0) -> Waarneming:
    return Waarneming(chassis, "1ABC123", brussels_today() - timedelta(dagen), stand)


def report(service: CarPassService, wat: Waarneming, keren: int = 1) -> StatusAntwoord:
    guid = service.report(ACCOUNT, WACHTWOORD, wat).guid
    for _keer in range(keren):
        antwoord = service.status(ACCOUNT, WACHTWOORD, guid)
    return antwoord


def codes(antwoord: StatusAntwoord) -> list[str]:
    return [issue.code for issue in antwoord.issues]


def test_the_kinds_of_work_come_in_their_order(service: CarPassService) -> None:
    werken = service.activities(ACCOUNT, WACHTWOORD)
    assert list(werken)[:2] == ["A01", "A02"]
    assert werken["A04"] == "Remmen"


def test_a_good_report_is_taken_and_accepted(service: CarPassService) -> None:
    antwoord = report(service, waarneming(vin("19", 1)))
    assert (antwoord.uitspraak, antwoord.status, antwoord.issues) == (Uitspraak.AANVAARD, "ACCEPTED", ())


@pytest.mark.parametrize(
    ("wat", "code"),
    [
        (waarneming(vin("A1", 1)), "KM_PER_DAY_TOO_HIGH"),
        (waarneming(vin("A2", 1)), "KM_LOWER_THAN_PREVIOUS"),
        (waarneming(vin("A3", 1)), "KM_ROUNDED"),
        (waarneming(vin("19", 2), stand=131_000), "KM_ROUNDED"),
        (waarneming(vin("19", 3), dagen=6), "DATE_TOO_OLD"),
    ],
)
def test_what_car_pass_stumbles_over_has_our_name(service: CarPassService, wat: Waarneming, code: str) -> None:
    antwoord = report(service, wat)
    assert antwoord.uitspraak is Uitspraak.BEOORDEELD
    assert codes(antwoord) == [code]
    assert (antwoord.issues[0].corrigeerbaar, antwoord.issues[0].bevestigbaar) == (True, True)


def test_the_stand_in_keeps_readings_and_judges_by_its_own_rules(service: CarPassService) -> None:
    auto = vin("19", 4)
    assert report(service, waarneming(auto, 50_001)).uitspraak is Uitspraak.AANVAARD
    lager = report(service, waarneming(auto, 49_001))
    assert codes(lager) == ["KM_LOWER_THAN_PREVIOUS"]
    assert lager.issues[0].vorige_stand == 50_001
    assert codes(report(service, waarneming(auto, 51_002))) == ["KM_PER_DAY_TOO_HIGH"]
    assert codes(report(service, waarneming(auto, 50_001))) == ["DUPLICATE_TODAY"]


def test_a_correction_and_a_confirmation_settle_it_and_a_second_word_is_refused(service: CarPassService) -> None:
    beoordeeld = report(service, waarneming(vin("A2", 5)))
    guid, issue = beoordeeld.guid, beoordeeld.issues[0]
    beter = service.correct(ACCOUNT, WACHTWOORD, guid, issue.issue_id, waarneming(vin("A2", 5), 140_001))
    assert beter.uitspraak is Uitspraak.AANVAARD

    rond = report(service, waarneming(vin("A3", 5)))
    ja = service.confirm(ACCOUNT, WACHTWOORD, rond.guid, rond.issues[0].issue_id)
    assert ja.uitspraak is Uitspraak.AANVAARD
    with pytest.raises(Refused) as tweede:
        service.confirm(ACCOUNT, WACHTWOORD, rond.guid, rond.issues[0].issue_id)
    assert tweede.value.params["status"] == 409


def test_div_is_waited_for_twice(service: CarPassService) -> None:
    guid = service.report(ACCOUNT, WACHTWOORD, waarneming(vin("D1"))).guid
    uitspraken = [service.status(ACCOUNT, WACHTWOORD, guid).uitspraak for _keer in range(3)]
    assert uitspraken == [Uitspraak.WACHT_OP_DIV, Uitspraak.WACHT_OP_DIV, Uitspraak.AANVAARD]


def test_a_refusal_cannot_be_corrected(service: CarPassService) -> None:
    antwoord = report(service, waarneming(vin("R1")))
    assert antwoord.uitspraak is Uitspraak.GEWEIGERD
    assert (codes(antwoord), antwoord.issues[0].corrigeerbaar) == (["NOT_CORRECTABLE"], False)


def test_the_description_goes_after_the_report(service: CarPassService) -> None:
    guid = service.report(ACCOUNT, WACHTWOORD, waarneming(vin("19", 6))).guid
    service.describe(ACCOUNT, WACHTWOORD, guid, ("A01",), "Onderhoud", ("Olie",))
    with pytest.raises(Refused, match="CARPASS_GEWEIGERD"):
        service.describe(ACCOUNT, WACHTWOORD, guid, ("B77",), "", ())


@pytest.mark.parametrize(
    ("einde", "soort", "code"),
    [
        ("M1", Unreachable, "CARPASS_DICHT"),
        ("U1", Refused, "CARPASS_AANMELDEN"),
        ("T1", Unreachable, "PARTIJ_TIJD_OM"),
        ("F1", Garbled, "PARTIJ_GEEN_JSON"),
        ("F2", Garbled, "PARTIJ_AFGEKAPT"),
        ("F3", Garbled, "PARTIJ_OMGELEID"),
        ("F4", Unreachable, "PARTIJ_TE_DRUK"),
        ("F5", Unreachable, "PARTIJ_STORING"),
        ("F6", Garbled, "PARTIJ_TE_GROOT"),
        ("F8", Garbled, "PARTIJ_ANDERE_VORM"),
        ("F0", Refused, "CARPASS_GEWEIGERD"),
    ],
)
def test_every_trouble_has_a_name(service: CarPassService, einde: str, soort: type[PartijFout], code: str) -> None:
    with pytest.raises(soort) as fout:
        service.report(ACCOUNT, WACHTWOORD, waarneming(vin(einde)))
    assert (fout.value.code, fout.value.partij) == (code, "Car-Pass")
    if einde == "F4":
        assert fout.value.params["wacht"] == 60


def test_a_status_never_seen_before_is_kept_as_it_came(service: CarPassService) -> None:
    antwoord = report(service, waarneming(vin("F7")))
    assert (antwoord.uitspraak, antwoord.status) == (Uitspraak.ONBEKEND, "SUSPENDED_BY_BOARD")


def test_fields_of_another_kind_are_left_aside(service: CarPassService) -> None:
    guid = service.report(ACCOUNT, WACHTWOORD, waarneming(vin("F9"))).guid
    antwoord = service.status(ACCOUNT, WACHTWOORD, guid)
    assert [(issue.code, issue.corrigeerbaar, issue.vorige_datum) for issue in antwoord.issues] == [
        ("", False, None),
        ("", False, None),
    ]


def test_nobody_there_is_no_doubt() -> None:
    with make_client("http://127.0.0.1:9", 1) as client, pytest.raises(Unreachable, match="PARTIJ_ONBEREIKBAAR"):
        CarPassService(client).activities(ACCOUNT, WACHTWOORD)


def answering(answer: Callable[[httpx.Request], httpx.Response]) -> CarPassService:
    base = "https://carpass.example/api"
    return CarPassService(httpx.Client(base_url=base, transport=httpx.MockTransport(answer)))


def test_the_report_is_the_one_of_the_contract() -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(201, json={"requestGuid": "3f2a", "status": "ONGOING"})

    wat = Waarneming("VF1RFB00X62000519", "", date(2026, 11, 24), 100, Eenheid.MIJL, True, date(2019, 7, 3))
    assert answering(answer).report(ACCOUNT, "wacht", wat).guid == "3f2a"
    (request,) = asked
    assert (request.method, request.url.path) == ("POST", "/api/observation")
    assert request.headers["authorization"] == "Basic " + base64.b64encode(b"2000000141:wacht").decode()
    for name in ("client-software-builder", "client-software-name", "client-software-version"):
        assert request.headers[name]
    assert json.loads(request.content) == {
        "vin": "VF1RFB00X62000519",
        "licensePlate": "",
        "firstUseDate": "2019-07-03",
        "odometerReadingDate": "2026-11-24",
        "odometerReading": 100,
        "observationType": "REPAIR",
        "odometerUnit": "MI",
        "odometerReplaced": True,
        "enterpriseOrganisation": "0123456749",
        "enteredOrganisation": "2000000141",
    }


@pytest.mark.parametrize(
    ("fout", "code"),
    [
        (httpx.ConnectTimeout("x"), "PARTIJ_ONBEREIKBAAR"),
        (httpx.ReadTimeout("x"), "PARTIJ_TIJD_OM"),
        (httpx.WriteError("x"), "PARTIJ_AFGEKAPT"),
        (httpx.ReadError("x"), "PARTIJ_AFGEKAPT"),
    ],
)
def test_what_broke_says_whether_it_may_have_arrived(fout: Exception, code: str) -> None:
    def answer(_request: httpx.Request) -> httpx.Response:
        raise fout

    with pytest.raises(PartijFout, match=code):
        answering(answer).report(ACCOUNT, "wacht", waarneming(vin("19")))


@pytest.mark.parametrize(
    "inhoud", [b"null", b"[]", b'"ja"', b"7", b'{"status": "ACCEPTED"}', b'{"requestGuid": "other", "status": 3}']
)
def test_a_status_of_another_shape_or_report_is_no_answer(inhoud: bytes) -> None:
    service = answering(lambda _request: httpx.Response(200, content=inhoud))
    try:
        antwoord = service.status(ACCOUNT, "wacht", "3f2a")
    except Garbled:
        return
    assert antwoord.guid == "3f2a"


@pytest.mark.parametrize("dagen", [1, -1, 0])
def test_each_answer_says_how_far_our_clock_is_off(dagen: int) -> None:
    daar = format_datetime(datetime.now(UTC) + timedelta(dagen), usegmt=True)
    service = answering(lambda _request: httpx.Response(422, json={}, headers={"Date": daar}))
    assert service.klok_verschil is None
    with pytest.raises(Refused):
        service.activities(ACCOUNT, "wacht")
    assert service.klok_verschil is not None
    assert abs(service.klok_verschil - timedelta(dagen)) < timedelta(minutes=1)


@pytest.mark.parametrize("headers", [{}, {"Date": "gisteren"}, {"Date": "Fri, 31 Dec 9999 23:59:59 -2300"}])
def test_an_answer_without_a_day_says_nothing_about_the_clock(headers: dict[str, str]) -> None:
    service = answering(lambda _request: httpx.Response(422, json={}, headers=headers))
    with pytest.raises(Refused):
        service.activities(ACCOUNT, "wacht")
    assert service.klok_verschil is None


def test_today_at_car_pass_is_today_in_brussels() -> None:
    verschil: Any = brussels_today() - datetime.now(UTC).date()
    assert verschil.days in (0, 1)
