"""The program as it is put together: in practice on this computer only, and for real."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from werkplaats import samenstelling
from werkplaats.config import CarPassConfig, Config, MopConfig, PdokConfig, PonConfig, RdwConfig
from werkplaats.domain.instellingen import RDW_APP_TOKEN
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.pechhulp import Aanbieder, Staat
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.errors import GeheimFout, WerkplaatsError
from werkplaats.samenstelling import build
from werkplaats.zinnen.postbus import woord_soort

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.sandbox_fixtures import Standins
    from werkplaats.domain.moment import VasteKlok
    from werkplaats.samenstelling import Werkplaats

LOKAAL = RdwConfig(base_url="http://127.0.0.1:9", ovi_url="http://127.0.0.1:9/ovi?kenteken={kenteken}")
PDOK_LOKAAL = PdokConfig(base_url="http://127.0.0.1:9")
CARPASS_LOKAAL = CarPassConfig(base_url="http://127.0.0.1:9/api")
PON_LOKAAL = PonConfig(base_url="http://127.0.0.1:9")
MOP_LOKAAL = MopConfig(url_template="http://localhost:9/pechhulp/aanvragen")
GOLF = Kenteken.parse("GA-482-R")


@pytest.fixture
def config(sqlite_url: str, tmp_path: Path) -> Config:
    """Practice on this computer."""
    practice = Config(data=tmp_path, database_url=sqlite_url, oefenen=True, rdw=LOKAAL, mop=MOP_LOKAAL)
    return replace(practice, pdok=PDOK_LOKAAL, carpass=CARPASS_LOKAAL, pon=PON_LOKAAL)


@pytest.fixture
def paginas() -> list[str]:
    """The pages that the browser was asked to open."""
    return []


@pytest.fixture
def werkplaats(config: Config, klok: VasteKlok, paginas: list[str]) -> Iterator[Werkplaats]:
    """The program, practising."""
    werkplaats = build(config, klok, paginas.append)
    yield werkplaats
    werkplaats.close()


def test_the_journey_runs_from_the_first_start(werkplaats: Werkplaats, paginas: list[str]) -> None:
    wie = werkplaats.gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1")
    auto = werkplaats.voertuigen.save(wie, None, VoertuigKaart(), VoertuigKaart(kenteken=GOLF, merk="Volkswagen"))
    invoer = werkplaats.pechhulp.prepare(wie, auto.id).invoer

    aanvraag = werkplaats.pechhulp.aanvragen(wie, auto.id, invoer)

    assert [treffer.id for treffer in werkplaats.zoeken.find(wie, "ga482").voertuigen] == [auto.id]
    assert aanvraag.staat is Staat.GEOPEND
    assert [adres.partition("?")[0] for adres in paginas] == ["http://localhost:9/pechhulp/aanvragen"]
    assert (werkplaats.oefenen, werkplaats.lokale_adressen) == (True, ())


def test_the_register_is_asked_where_the_configuration_says(
    config: Config, standins: Standins, klok: VasteKlok
) -> None:
    werkplaats = build(replace(config, rdw=replace(LOKAAL, base_url=standins.rdw)), klok)
    wie = werkplaats.gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1")

    antwoord = werkplaats.rdw.look_up(wie, Kenteken.parse("01-CA-RS"))

    assert antwoord.gegevens.merk
    werkplaats.close()


@pytest.mark.parametrize(
    "anders",
    [
        {"rdw": RdwConfig(ovi_url=LOKAAL.ovi_url)},
        {"rdw": RdwConfig(base_url=LOKAAL.base_url)},
        {"mop": MopConfig()},
        {"pdok": PdokConfig()},
        {"carpass": CarPassConfig()},
        {"pon": PonConfig()},
        {"database_url": "postgresql://garage@server.example/werkplaats"},
    ],
    ids=["register", "page of the register", "portal", "addresses", "reports", "plates", "database"],
)
def test_practice_with_an_address_elsewhere_is_refused(config: Config, klok: VasteKlok, anders: dict[str, Any]) -> None:
    with pytest.raises(WerkplaatsError) as fout:
        build(replace(config, **anders), klok)

    assert fout.value.code == "ADRES_NIET_LOKAAL"


def test_while_practising_a_link_of_the_shop_opens_nothing_elsewhere(
    werkplaats: Werkplaats, paginas: list[str]
) -> None:
    wie = werkplaats.gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1")
    auto = werkplaats.voertuigen.save(wie, None, VoertuigKaart(), VoertuigKaart(kenteken=GOLF))
    nu = werkplaats.instellingen.load(wie).instellingen
    links = ((Aanbieder.BOSCH, "https://bosch.example/{kenteken}"),)
    werkplaats.instellingen.save(wie, nu, replace(nu, pechhulp_links=links))

    with pytest.raises(WerkplaatsError) as fout:
        werkplaats.pechhulp.open_link(wie, auto.id, Aanbieder.BOSCH)

    assert fout.value.code == "ADRES_NIET_LOKAAL"
    assert [rij.staat for rij in werkplaats.pechhulp.eerder(wie, auto.id)] == [Staat.MISLUKT]
    assert paginas == []


def test_practice_needs_no_keyring(werkplaats: Werkplaats) -> None:
    wie = werkplaats.gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1")

    werkplaats.instellingen.set_geheim(wie, RDW_APP_TOKEN, "oefentoken")

    assert werkplaats.instellingen.has_geheim(wie, RDW_APP_TOKEN)


def test_for_real_an_address_of_this_computer_is_worth_a_warning(config: Config, klok: VasteKlok) -> None:
    away = replace(config, oefenen=False, rdw=RdwConfig(), pdok=PdokConfig())
    elsewhere = replace(away, carpass=CarPassConfig(), pon=PonConfig())
    werkplaats = build(elsewhere, klok)

    assert werkplaats.lokale_adressen == (MOP_LOKAAL.url_template,)
    werkplaats.close()


def test_for_real_the_keyring_of_the_system_is_used(config: Config, klok: VasteKlok) -> None:
    werkplaats = build(replace(config, oefenen=False), klok)
    wie = werkplaats.gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1")

    # The tests have a keyring that refuses everything, as a computer without one has.
    with pytest.raises(GeheimFout):
        werkplaats.instellingen.set_geheim(wie, RDW_APP_TOKEN, "token")

    assert not werkplaats.instellingen.has_geheim(wie, RDW_APP_TOKEN)
    werkplaats.close()


# --- the app token of the shop ---------------------------------------------------------------------------------------


@pytest.fixture
def tokens(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The app tokens that the register saw; it answers that it knows no car."""
    gezien: list[str | None] = []

    def answer(request: httpx.Request) -> httpx.Response:
        gezien.append(request.headers.get("X-App-Token"))
        return httpx.Response(200, json=[])

    def make_client(*_args: object) -> httpx.Client:
        return httpx.Client(base_url="http://127.0.0.1:9", transport=httpx.MockTransport(answer))

    monkeypatch.setattr(samenstelling, "make_client", make_client)
    return gezien


def ask(werkplaats: Werkplaats) -> None:
    """Asks the register about a car that it does not know."""
    wie = werkplaats.gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1")
    with pytest.raises(WerkplaatsError, match="RDW_KENTEKEN_ONBEKEND"):
        werkplaats.rdw.look_up(wie, GOLF)


def test_the_register_sees_the_token_of_the_shop(tokens: list[str | None], werkplaats: Werkplaats) -> None:
    wie = werkplaats.gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1")
    ask(werkplaats)
    werkplaats.instellingen.set_geheim(wie, RDW_APP_TOKEN, "oefentoken")
    ask(werkplaats)

    assert tokens == [None, "oefentoken"]


def test_an_account_without_the_key_asks_without_a_token(
    tokens: list[str | None], config: Config, klok: VasteKlok, werkplaats: Werkplaats
) -> None:
    wie = werkplaats.gebruikers.sign_in("mhendriks", "Marieke Hendriks", "balie-1")
    werkplaats.instellingen.set_geheim(wie, RDW_APP_TOKEN, "oefentoken")
    ander = build(replace(config, oefenen=False), klok)

    ask(ander)

    assert tokens == [None]
    ander.close()


def test_a_database_that_cannot_be_opened_leaves_nothing_open(config: Config, klok: VasteKlok) -> None:
    with pytest.raises(WerkplaatsError):
        build(replace(config, database_url="sqlite:////proc/werkplaats/werkplaats.db"), klok)


def test_every_kind_of_message_has_a_word_for_the_list(werkplaats: Werkplaats) -> None:
    soorten = set(werkplaats.postbus._verzenders)
    assert soorten
    assert {soort for soort in soorten if woord_soort(soort) == soort} == set()
