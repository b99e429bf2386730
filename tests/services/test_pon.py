"""PON is asked for plates: requests, answers, and each answer that is none; against the stand-in that speaks for it."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from werkplaats.domain.ponaanvraag import AanvraagInhoud, Aanvraagtype, Uitspraak
from werkplaats.errors import Garbled, PartijFout, Refused, Unreachable
from werkplaats.sandbox.pon import EXPIRED, create_pon
from werkplaats.sandbox.pon_register import PonRegister
from werkplaats.services.http import make_client
from werkplaats.services.pon import PROFIEL, PonService

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.sandbox_fixtures import Standins

TOKEN = "geheim"


@pytest.fixture(scope="module")
def service(standins: Standins) -> Iterator[PonService]:
    with make_client(standins.pon, 1) as client:
        yield PonService(client)


def inhoud(einde: str = "01", nummer: int = 1, merk: str = "VOLKSWAGEN") -> AanvraagInhoud:
    return AanvraagInhoud(
        merk=merk,
        dealernummer="12345",
        chassisnummer=f"WVWZZZ1KZAW{nummer:04d}{einde}",
        aanvraagtype=Aanvraagtype.HANDMATIG,
        aanvraagdatum=date(2026, 11, 21),
        afleverdatum=date(2026, 12, 1),
        plaattype="27.1",
        aantal_platen=2,
        referentie="order-4711",
    )


def speak(answer: Callable[[httpx.Request], httpx.Response]) -> PonService:
    return PonService(httpx.Client(base_url="https://pon.example/api", transport=httpx.MockTransport(answer)))


def test_a_request_is_taken_handled_and_granted(service: PonService) -> None:
    genomen = service.request(TOKEN, "sleutel-1", inhoud())
    assert genomen.uitspraak is Uitspraak.INGEDIEND
    assert service.status(TOKEN, genomen.aanvraag_id).uitspraak is Uitspraak.IN_BEHANDELING
    gegeven = service.status(TOKEN, genomen.aanvraag_id)
    assert (gegeven.uitspraak, bool(gegeven.kenteken)) == (Uitspraak.TOEGEKEND, True)


def test_the_request_is_the_one_of_the_contract() -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(202, json={"aanvraag_id": "1", "status": "INGEDIEND"})

    speak(answer).request(TOKEN, "sleutel", inhoud())

    assert asked[0].url == "https://pon.example/api/v1/kentekenaanvragen"
    assert asked[0].headers["Authorization"] == "Bearer geheim"
    assert asked[0].headers["Idempotency-Key"] == "sleutel"
    assert json.loads(asked[0].content) == {
        "merk": "VOLKSWAGEN",
        "dealernummer": "12345",
        "chassisnummer": "WVWZZZ1KZAW000101",
        "aanvraagtype": "HANDMATIG",
        "aanvraagdatum": "2026-11-21",
        "afleverdatum": "2026-12-01",
        "plaattype": "27.1",
        "aantal_platen": 2,
        "referentie": "order-4711",
    }


def test_a_receiver_that_honours_keys_gives_the_same_answer_again(service: PonService) -> None:
    eerst = service.request(TOKEN, "zelfde", inhoud(nummer=2))
    assert service.request(TOKEN, "zelfde", inhoud(nummer=2)) == eerst


def test_a_receiver_that_does_not_know_keys_refuses_the_same_car_again() -> None:
    transport = httpx.WSGITransport(create_pon(PonRegister(honours_keys=False)))
    with httpx.Client(base_url="http://pon", transport=transport) as client:
        service = PonService(client)
        service.request(TOKEN, "zelfde", inhoud())
        with pytest.raises(Refused, match="PON_AL_AANGEVRAAGD"):
            service.request(TOKEN, "zelfde", inhoud())


def test_keys_are_not_trusted_until_pon_confirms_them() -> None:
    assert PROFIEL.kent_sleutels is False


@pytest.mark.parametrize(
    ("einde", "soort", "code"),
    [
        ("G1", Refused, "PON_AL_AANGEVRAAGD"),
        ("G2", Refused, "PON_KENTEKEN_BEKEND"),
        ("G3", Refused, "PON_CHASSIS_ONBEKEND"),
        ("G4", Refused, "PON_MERK_NIET_ONDERSTEUND"),
        ("G5", Refused, "PON_PLAATTYPE_ONBEKEND"),
        ("G6", Refused, "PON_VALIDATIE"),
        ("G7", Refused, "PON_GEEN_TOEGANG"),
        ("F0", Refused, "PON_GEWEIGERD"),
        ("N1", Unreachable, "PON_NIET_BESCHIKBAAR"),
        ("F4", Unreachable, "PARTIJ_TE_DRUK"),
        ("F5", Unreachable, "PARTIJ_STORING"),
        ("T1", Unreachable, "PARTIJ_TIJD_OM"),
        ("F1", Garbled, "PARTIJ_GEEN_JSON"),
        ("F2", Garbled, "PARTIJ_AFGEKAPT"),
        ("F3", Garbled, "PARTIJ_OMGELEID"),
        ("F6", Garbled, "PARTIJ_TE_GROOT"),
        ("F8", Garbled, "PARTIJ_ANDERE_VORM"),
    ],
)
def test_every_trouble_is_told_for_what_it_is(
    service: PonService, einde: str, soort: type[PartijFout], code: str
) -> None:
    with pytest.raises(soort) as gezegd:
        service.request(TOKEN, f"sleutel-{einde}", inhoud(einde, 9))
    assert gezegd.value.code == code
    assert gezegd.value.partij == "PON"


def test_a_brand_that_pon_does_not_handle_is_refused(service: PonService) -> None:
    with pytest.raises(Refused, match="PON_MERK_NIET_ONDERSTEUND"):
        service.request(TOKEN, "cupra", inhoud(nummer=3, merk="CUPRA"))


def test_what_is_wrong_with_the_fields_is_told_in_pons_words(service: PonService) -> None:
    with pytest.raises(Refused) as gezegd:
        service.request(TOKEN, "leeg", AanvraagInhoud(**{**_fields(inhoud(nummer=4)), "dealernummer": ""}))
    assert gezegd.value.params["tekst"] == "dealernummer ontbreekt"


def _fields(van: AanvraagInhoud) -> dict[str, Any]:
    return {naam: getattr(van, naam) for naam in AanvraagInhoud.__dataclass_fields__}


def test_a_late_answer_has_taken_the_request(service: PonService, standins: Standins) -> None:
    with pytest.raises(Unreachable, match="PARTIJ_TIJD_OM"):
        service.request(TOKEN, "laat", inhoud("T1", 5))
    # The same car under another key: it was taken.
    with pytest.raises(Refused, match="PON_AL_AANGEVRAAGD"):
        service.request(TOKEN, "anders", inhoud("T1", 5))


def test_a_word_that_nobody_knows_is_kept_as_it_is(service: PonService) -> None:
    genomen = service.request(TOKEN, "raar", inhoud("F7", 6))
    antwoord = service.status(TOKEN, genomen.aanvraag_id)
    assert (antwoord.uitspraak, antwoord.status) == (Uitspraak.ONBEKEND, "BIJ_DE_DIRECTIE")


def test_fields_too_many_and_of_another_kind_are_survived(service: PonService) -> None:
    genomen = service.request(TOKEN, "veel", inhoud("F9", 7))
    assert (genomen.uitspraak, genomen.status) == (Uitspraak.ONBEKEND, "")
    service.status(TOKEN, genomen.aanvraag_id)
    assert service.status(TOKEN, genomen.aanvraag_id).kenteken == ""


def test_a_rejection_says_why(service: PonService) -> None:
    genomen = service.request(TOKEN, "af", inhoud("W1", 8))
    service.status(TOKEN, genomen.aanvraag_id)
    antwoord = service.status(TOKEN, genomen.aanvraag_id)
    assert antwoord.uitspraak is Uitspraak.AFGEWEZEN
    assert "dealernummer" in antwoord.reden


@pytest.mark.parametrize("answer", [{"aanvraag_id": "ander"}, {"aanvraag_id": "ander", "status": "TOEGEKEND"}, [], 7])
def test_the_answer_about_another_request_is_not_taken(answer: object) -> None:
    with pytest.raises(Garbled, match="PARTIJ_ANDERE_VORM"):
        speak(lambda _request: httpx.Response(200, json=answer)).status(TOKEN, "mijne")


def test_an_expired_token_is_told_as_such(service: PonService) -> None:
    with pytest.raises(Refused, match="PON_GEEN_TOEGANG"):
        service.test(EXPIRED)
    service.test(TOKEN)


def test_pon_asks_for_patience_and_gets_it() -> None:
    service = speak(lambda _request: httpx.Response(503, headers={"Retry-After": "120"}))
    with pytest.raises(Unreachable) as gezegd:
        service.request(TOKEN, "sleutel", inhoud())
    assert gezegd.value.params["wacht"] == 120


@pytest.mark.parametrize(
    ("fout", "soort", "code"),
    [
        (httpx.ConnectTimeout("niets"), Unreachable, "PARTIJ_ONBEREIKBAAR"),
        (httpx.ConnectError("niets"), Unreachable, "PARTIJ_ONBEREIKBAAR"),
        (httpx.WriteError("half"), Garbled, "PARTIJ_AFGEKAPT"),
        (httpx.WriteTimeout("half"), Unreachable, "PARTIJ_TIJD_OM"),
        (httpx.ReadTimeout("laat"), Unreachable, "PARTIJ_TIJD_OM"),
    ],
)
def test_what_surely_never_left_is_told_apart_from_what_may_have_arrived(
    fout: httpx.HTTPError, soort: type[PartijFout], code: str
) -> None:
    def answer(_request: httpx.Request) -> httpx.Response:
        raise fout

    with pytest.raises(soort, match=code):
        speak(answer).request(TOKEN, "sleutel", inhoud())
