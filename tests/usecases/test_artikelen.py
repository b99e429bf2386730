"""The lists of a shop by hand, and the kinds of work of Car-Pass that its codes stand for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.usecases.garage import GOLF, Garage, moment
from werkplaats.domain.artikel import Artikel, Pakket, PakketDeel, Standaardtekst, Voorstel
from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.instellingen import ShopInstellingen
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.werkkaart import KaartStaat, WerkkaartInvoer
from werkplaats.domain.werkkaart_regel import Regel
from werkplaats.errors import Ongeldig, WerkplaatsError

if TYPE_CHECKING:
    from werkplaats.domain.moment import VasteKlok
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store

OLIE = Artikel("OL-5W30", "Motorolie", Bedrag(1395), "l")
REM = Artikel("REM", "Remblokken", Bedrag(6280))
BEURT = Pakket("PK-KB", "Kleine beurt", (PakketDeel("OL-5W30", 4250),))
GEB = Standaardtekst("GEB", "Klant gebeld")
WERKEN = {"A01": "Onderhoud", "A02": "Remmen", "A04": "Banden"}


@pytest.fixture
def garage(store: Store, klok: VasteKlok) -> Garage:
    """A Belgian garage with small lists, on either database."""
    klok.moment = moment(2026, 11, 24)
    garage = Garage(store, klok)
    garage.configure(land="BE", carpass_btw="0123456749", carpass_gebruiker="2000000141")
    garage.artikelen.put(garage.beheerder, (OLIE, REM, BEURT, GEB))
    _know(garage, WERKEN)
    return garage


def _know(garage: Garage, werken: dict[str, str]) -> None:
    garage.store.run(garage.beheerder, lambda werk: werk.meldingen.put_activiteiten(garage.beheerder.shop_id, werken))


def _belg(garage: Garage) -> Wie:
    return replace(garage.balie, land="BE", zone="Europe/Brussels")


def _codes(garage: Garage) -> tuple[list[str], ...]:
    lijst = garage.artikelen.catalogus(garage.balie)
    return tuple([een.code for een in soort] for soort in (lijst.artikelen, lijst.pakketten, lijst.teksten))


def _findings(garage: Garage, basis: Voorstel | None, nieuw: Voorstel) -> list[tuple[str, str]]:
    with pytest.raises(Ongeldig) as fout:
        garage.artikelen.save(garage.beheerder, basis, nieuw)
    return [(een.veld, een.code) for een in fout.value.bevindingen]


def test_each_kind_is_added_changed_and_taken_away_by_hand(garage: Garage) -> None:
    accu, tekst = Artikel("ACCU", "Accu 70 Ah", Bedrag(12900)), Standaardtekst("PROEF", "Proefrit gemaakt")
    garage.artikelen.save(garage.beheerder, None, accu)
    garage.artikelen.save(garage.beheerder, None, tekst)
    garage.artikelen.save(garage.beheerder, accu, replace(accu, prijs=Bedrag(13900)))
    garage.artikelen.save(garage.beheerder, None, Pakket("PK-AC", "Accu", (PakketDeel("ACCU"),)))
    garage.artikelen.remove(garage.beheerder, GEB)

    assert _codes(garage) == (["ACCU", "OL-5W30", "REM"], ["PK-AC", "PK-KB"], ["PROEF"])
    gevonden = garage.artikelen.catalogus(garage.balie).article("accu")
    assert gevonden is not None
    assert gevonden.prijs == Bedrag(13900)


def test_a_code_stands_once_in_its_list_in_capitals_or_not(garage: Garage) -> None:
    assert _findings(garage, None, Artikel("ol-5w30", "Olie")) == [("code", "ARTIKEL_CODE_BEZET")]
    assert _findings(garage, REM, replace(REM, code="OL-5W30")) == [("code", "ARTIKEL_CODE_BEZET")]
    assert _codes(garage)[0] == ["OL-5W30", "REM"]


def test_a_package_follows_its_article_to_a_new_code_and_holds_only_what_is_there(garage: Garage) -> None:
    garage.artikelen.save(garage.beheerder, OLIE, replace(OLIE, code="OLIE"))

    (pakket,) = garage.artikelen.catalogus(garage.balie).pakketten
    assert pakket.delen == (PakketDeel("OLIE", 4250),)
    assert _findings(garage, pakket, replace(pakket, delen=(PakketDeel("WEG"),))) == [("delen", "PAKKET_DEEL_ONBEKEND")]


def test_an_article_in_a_package_stays(garage: Garage) -> None:
    with pytest.raises(WerkplaatsError, match="ARTIKEL_IN_PAKKET") as fout:
        garage.artikelen.remove(garage.beheerder, OLIE)

    assert fout.value.params == {"artikel": "OL-5W30", "pakketten": "PK-KB"}
    garage.artikelen.remove(garage.beheerder, BEURT)
    garage.artikelen.remove(garage.beheerder, OLIE)
    assert _codes(garage)[0] == ["REM"]


def test_what_another_changed_meanwhile_is_not_written_over(garage: Garage) -> None:
    garage.artikelen.save(garage.beheerder, REM, replace(REM, prijs=Bedrag(7000)))

    with pytest.raises(WerkplaatsError, match="ARTIKEL_GEWIJZIGD"):
        garage.artikelen.save(garage.beheerder, REM, replace(REM, omschrijving="Anders"))
    with pytest.raises(WerkplaatsError, match="ARTIKEL_GEWIJZIGD"):
        garage.artikelen.remove(garage.beheerder, REM)


def test_a_card_that_used_an_article_keeps_its_own_line(garage: Garage) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF)).id
    regel = garage.artikelen.catalogus(garage.balie).line(REM, "r")
    kaart = garage.werkkaarten.make(garage.balie, auto, WerkkaartInvoer(regels=(regel,)))
    garage.artikelen.save(garage.beheerder, REM, replace(REM, code="RB", prijs=Bedrag(1)))
    garage.artikelen.remove(garage.beheerder, replace(REM, code="RB", prijs=Bedrag(1)))

    assert garage.werkkaarten.load(garage.balie, kaart.id).invoer.regels == (regel,)


def test_another_shop_has_lists_of_its_own(garage: Garage) -> None:
    with garage.store.begin(garage.beheerder) as werk:
        ander = replace(garage.beheerder, shop_id=werk.instellingen.add_shop(ShopInstellingen(naam="Gent")))
    garage.artikelen.save(ander, None, REM, ("A04",))

    assert [een.code for een in garage.artikelen.catalogus(ander).artikelen] == ["REM"]
    assert garage.artikelen.lijsten(garage.beheerder).werken_of(REM) == ()


def _report(garage: Garage, *regels: Regel) -> tuple[str, ...]:
    """What the report says was done, after the work on a card with these lines was closed."""
    belg = _belg(garage)
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF)).id
    kaart = garage.werkkaarten.make(belg, auto, WerkkaartInvoer(regels=regels), KaartStaat.BINNEN)
    melding_id = garage.werkkaarten.einde_service(belg, kaart.id).melding_id
    assert melding_id is not None
    return garage.carpass.look(belg, melding_id).invoer.activiteiten


def test_einde_service_proposes_the_works_of_the_codes_on_the_card(garage: Garage) -> None:
    garage.artikelen.save(garage.beheerder, REM, REM, ("A02",))
    garage.artikelen.save(garage.beheerder, BEURT, BEURT, ("A01", "A02"))

    assert _report(garage, Regel("a", code="rem"), Regel("b", code="pk-kb"), Regel("c", code="ZELF")) == ("A01", "A02")


def test_what_car_pass_no_longer_knows_is_not_proposed(garage: Garage) -> None:
    garage.artikelen.save(garage.beheerder, REM, REM, ("A02", "A04"))
    _know(garage, {"A04": "Banden", "A09": "Anders"})

    assert _report(garage, Regel("a", code="REM")) == ("A04",)
    assert garage.artikelen.lijsten(garage.beheerder).werken_of(REM) == ("A02", "A04")


def test_the_works_outlive_a_new_reading_of_the_list_and_go_with_the_code(garage: Garage) -> None:
    garage.artikelen.save(garage.beheerder, REM, REM, ("A02",))
    garage.artikelen.read_artikelen(garage.beheerder, b"code;omschrijving;prijs\nREM;Remblokken nieuw;65,00\n")
    nieuw = next(een for een in garage.artikelen.lijsten(garage.beheerder).catalogus.artikelen if een.code == "REM")
    assert garage.artikelen.lijsten(garage.beheerder).werken_of(nieuw) == ("A02",)

    garage.artikelen.remove(garage.beheerder, nieuw)

    assert garage.artikelen.lijsten(garage.beheerder).werken == {}
