"""The history of a car asked of Car-Pass: ready, not ready, refused, and every answer that is none."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from tests.services.test_carpass import ACCOUNT, WACHTWOORD, service, vin, waarneming
from werkplaats.domain.carpass_antwoord import Uitspraak
from werkplaats.errors import Garbled, PartijFout, Refused, Unreachable
from werkplaats.papier import PdfPapier
from werkplaats.sandbox.carpass_pdf import write_pdf
from werkplaats.services.carpass import CarPassService

if TYPE_CHECKING:
    from tests.sandbox_fixtures import Standins
    from werkplaats.domain.carpass_antwoord import Waarneming
    from werkplaats.domain.carpass_historiek import HistoriekAntwoord

__all__ = ["service"]

PDF = write_pdf("Car-Pass", ["één regel (met haken)"])
GUID = "3f2a9c10-0000-4000-8000-000000000001"


def asked(service: CarPassService, wat: Waarneming) -> str:
    return service.ask_history(ACCOUNT, WACHTWOORD, wat).guid


def look(service: CarPassService, guid: str) -> HistoriekAntwoord:
    return service.history(ACCOUNT, WACHTWOORD, guid)


def answering(body: Any, status: int = 200) -> CarPassService:
    """A service that gets this answer, whatever it asks."""
    inhoud = body if isinstance(body, bytes) else json.dumps(body).encode()
    transport = httpx.MockTransport(lambda _request: httpx.Response(status, content=inhoud))
    return CarPassService(httpx.Client(transport=transport, base_url="https://carpass.example/api"))


def ready(**velden: Any) -> dict[str, Any]:
    return {"status": "ACCEPTED", "publicUrl": "https://public.car-pass.be/vhr/1", "pdf": _b64(PDF), **velden}


def _b64(inhoud: bytes) -> str:
    return base64.b64encode(inhoud).decode()


def test_for_a_right_reading_the_document_comes(service: CarPassService, standins: Standins) -> None:
    chassis = vin("19", 901)
    service.report(ACCOUNT, WACHTWOORD, waarneming(chassis, 120_000 + 1, dagen=30))
    guid = asked(service, waarneming(chassis))

    antwoord = look(service, guid)

    assert (antwoord.uitspraak, antwoord.url) == (Uitspraak.AANVAARD, f"{standins.carpass}/vhr/{guid}")
    assert antwoord.standen[-1].km == 131_501
    assert antwoord.pdf is not None
    (tekst,) = PdfPapier().teksten(antwoord.pdf)
    assert chassis in tekst
    assert look(service, guid).pdf == antwoord.pdf
    assert chassis in httpx.get(antwoord.url).text


def test_it_is_no_report_so_the_same_reading_may_be_reported_afterwards(service: CarPassService) -> None:
    chassis = vin("19", 902)
    guid = asked(service, waarneming(chassis))
    assert look(service, guid).uitspraak is Uitspraak.AANVAARD
    melding = service.report(ACCOUNT, WACHTWOORD, waarneming(chassis))
    assert service.status(ACCOUNT, WACHTWOORD, melding.guid).issues == ()


@pytest.mark.parametrize(
    "wat",
    [
        pytest.param(waarneming(vin("R1", 903)), id="a chassis number that is refused"),
        pytest.param(waarneming("VF1RFB00X620O0519"), id="a chassis number with an O"),
    ],
)
def test_a_wrong_number_is_refused_with_the_words_of_car_pass(service: CarPassService, wat: Waarneming) -> None:
    antwoord = look(service, asked(service, wat))
    assert (antwoord.uitspraak, antwoord.pdf, antwoord.url) == (Uitspraak.GEWEIGERD, None, "")
    assert "chassisnummer" in antwoord.tekst


@pytest.mark.parametrize("stand", [120_000, 250_000])
def test_a_wrong_reading_is_refused(service: CarPassService, stand: int) -> None:
    chassis = vin("19", 904 + stand // 100_000)
    melding = service.report(ACCOUNT, WACHTWOORD, waarneming(chassis, 131_501, dagen=3))
    assert service.status(ACCOUNT, WACHTWOORD, melding.guid).uitspraak is Uitspraak.AANVAARD
    antwoord = look(service, asked(service, waarneming(chassis, stand)))
    assert (antwoord.uitspraak, antwoord.pdf) == (Uitspraak.GEWEIGERD, None)
    assert "kilometerstand" in antwoord.tekst


def test_one_that_is_not_ready_yet_is_ready_at_the_third_question(service: CarPassService) -> None:
    guid = asked(service, waarneming(vin("D1", 910)))
    assert [look(service, guid).uitspraak for _keer in range(2)] == [Uitspraak.BEZIG] * 2
    assert look(service, guid).pdf is not None


@pytest.mark.parametrize(
    ("einde", "soort", "code"),
    [
        ("H1", Garbled, "PARTIJ_GEEN_JSON"),
        ("H2", Garbled, "PARTIJ_AFGEKAPT"),
        ("H3", Garbled, "CARPASS_PDF_STUK"),
        ("H4", Garbled, "PARTIJ_TE_GROOT"),
        ("H5", Garbled, "CARPASS_PDF_STUK"),
        ("H8", Refused, "CARPASS_AANMELDEN"),
        ("H9", Unreachable, "CARPASS_DICHT"),
        ("H0", Unreachable, "PARTIJ_TIJD_OM"),
    ],
)
def test_an_answer_that_is_none_is_called_by_its_name_and_the_next_one_is_good(
    service: CarPassService, einde: str, soort: type[PartijFout], code: str
) -> None:
    guid = asked(service, waarneming(vin(einde, 920)))
    with pytest.raises(soort) as fout:
        look(service, guid)
    assert fout.value.code == code
    assert look(service, guid).pdf is not None


def test_ready_without_a_document_and_a_state_never_seen_before(service: CarPassService) -> None:
    zonder = look(service, asked(service, waarneming(vin("H6", 930))))
    assert (zonder.uitspraak, zonder.pdf) == (Uitspraak.AANVAARD, None)
    vreemd = look(service, asked(service, waarneming(vin("H7", 931))))
    assert (vreemd.uitspraak, vreemd.status) == (Uitspraak.ONBEKEND, "SUSPENDED_BY_BOARD")


@pytest.mark.parametrize(
    ("einde", "code"),
    [("M1", "CARPASS_DICHT"), ("U1", "CARPASS_AANMELDEN"), ("T1", "PARTIJ_TIJD_OM"), ("F2", "PARTIJ_AFGEKAPT")],
)
def test_asking_goes_wrong_as_reporting_does(service: CarPassService, einde: str, code: str) -> None:
    with pytest.raises(PartijFout) as fout:
        asked(service, waarneming(vin(einde, 940)))
    assert fout.value.code == code


def test_a_report_has_no_history_and_an_unknown_name_neither(service: CarPassService) -> None:
    melding = service.report(ACCOUNT, WACHTWOORD, waarneming(vin("19", 950)))
    for guid in (melding.guid, GUID):
        with pytest.raises(Refused) as fout:
            look(service, guid)
        assert fout.value.params["status"] == 404


def test_a_day_that_has_not_come_is_refused(service: CarPassService) -> None:
    with pytest.raises(Refused):
        asked(service, waarneming(vin("19", 951), dagen=-1))


@pytest.mark.parametrize(
    "adres", ["", "javascript:alert(1)", "file:///etc/passwd", "http://elders.example/vhr/1", 7, None, "https://"]
)
def test_an_address_that_no_browser_may_be_given_counts_as_none(adres: object) -> None:
    antwoord = look(answering(ready(publicUrl=adres)), GUID)
    assert antwoord.url == ""


@pytest.mark.parametrize(
    "pdf",
    [
        pytest.param(_b64(PDF[:-20]), id="cut off"),
        pytest.param(_b64(b"<!DOCTYPE html>%%EOF"), id="a page"),
        pytest.param("%%%", id="no base64"),
        pytest.param(17, id="a number"),
        pytest.param(["a"], id="a list"),
    ],
)
def test_a_document_that_is_none_is_not_kept(pdf: object) -> None:
    with pytest.raises(Garbled, match="CARPASS_PDF_STUK"):
        look(answering(ready(pdf=pdf)), GUID)


def test_base64_in_lines_is_read() -> None:
    regels = "\r\n".join(_b64(PDF)[at : at + 76] for at in range(0, len(_b64(PDF)), 76))
    assert look(answering(ready(pdf=regels)), GUID).pdf == PDF


@pytest.mark.parametrize("body", [[], "ACCEPTED", 7, None])
def test_another_shape_is_called_so(body: object) -> None:
    with pytest.raises(Garbled, match="PARTIJ_ANDERE_VORM"):
        look(answering(body), GUID)


def test_readings_that_cannot_be_read_are_left_out_and_the_rest_stays() -> None:
    rommel = [None, 7, {"km": "12"}, {"km": -1, "date": "2026-01-01"}, {"km": 5, "date": "gisteren"}]
    antwoord = look(answering(ready(readings=[*rommel, {"km": 5, "date": "2026-01-02", "origin": 3}])), GUID)
    assert [(een.km, een.herkomst) for een in antwoord.standen] == [(5, "")]
    assert look(answering(ready(readings={"km": 5})), GUID).standen == ()


def test_why_it_is_refused_is_read_from_message_or_issue() -> None:
    gezegd: list[dict[str, Any]] = [
        {"message": "nee"},
        {"issues": [{"message": "stand"}]},
        {"issues": [{"code": "KM"}]},
        {"issues": [7]},
        {},
    ]
    woorden = [look(answering({"status": "REJECTED", **een}), GUID).tekst for een in gezegd]
    assert woorden == ["nee", "stand", "KM", "", ""]
