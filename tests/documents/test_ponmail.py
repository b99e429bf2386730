"""The words of the daily mail: every car with all that there is to know, and never more than one can read."""

from __future__ import annotations

from datetime import UTC, date, datetime

from werkplaats.documents.ponmail import MEESTE, write_letter
from werkplaats.domain.moment import Moment
from werkplaats.domain.order import OrderKaart, VerkoopOrder
from werkplaats.domain.pon import PonRegel
from werkplaats.domain.pon_aandacht import Aandacht, Aandachtsoort
from werkplaats.domain.ponaanvraag import AanvraagInhoud, AanvraagRegel, Aanvraagstaat, Aanvraagtype
from werkplaats.domain.ponmail import Ponbrief

DAG = date(2028, 2, 29)
NU = Moment(datetime(2028, 2, 29, 6, tzinfo=UTC))


def request(nummer: int = 1, staat: Aanvraagstaat = Aanvraagstaat.WACHT, reden: str = "") -> AanvraagRegel:
    """A request that a rule made."""
    inhoud = AanvraagInhoud(
        "AUDI", "12345", f"WAU{nummer:014}", Aanvraagtype.AUTOMATISCH, DAG, date(2028, 3, 7), "27.1", 2, "order-1"
    )
    return AanvraagRegel(
        *(nummer, nummer, False, f"2028-{nummer:06}", "", "Audi\nA3", inhoud),
        *(staat, "", "", reden, PonRegel.R3, NU, "dagtaken"),
    )


def text(*aanvragen: AanvraagRegel, aandacht: tuple[tuple[VerkoopOrder, Aandacht], ...] = ()) -> str:
    return write_letter(Ponbrief("De Linde", DAG, aanvragen, aandacht))[1]


def test_a_car_is_told_with_all_that_pon_was_told() -> None:
    assert text(request()).split("\n\n")[2].splitlines() == [
        "Audi A3",
        "  Chassisnummer: WAU00000000000001",
        "  Order: 2028-000001",
        "  Aangevraagd: vanzelf, regel R3",
        "  Afleverdatum: 07-03-2028",
        "  Plaattype: 27.1",
        "  Aantal platen: 2",
    ]


def test_what_went_wrong_since_stands_with_it() -> None:
    assert "Niet zeker of PON de aanvraag heeft. PON gaf geen bruikbaar" in text(
        request(staat=Aanvraagstaat.ONZEKER, reden="PARTIJ_TIJD_OM")
    )


def test_of_very_many_it_says_how_many_more_there_are() -> None:
    gezegd = text(*map(request, range(1, MEESTE + 13)))
    assert gezegd.count("Chassisnummer") == MEESTE
    assert "En nog 12; die staan in Werkplaats." in gezegd


def test_who_must_look_is_told_why_and_by_when() -> None:
    order = VerkoopOrder(
        *(1, 1, 1, "2028-000007", OrderKaart(merk="Audi", model="Q4"), None, None, False, False, NU, "Sanne")
    )
    punt = Aandacht(Aandachtsoort.BESLISSEN, None, DAG, ("KCODE_ONTBREEKT",))
    gezegd = text(aandacht=((order, punt),))
    assert "Audi Q4" in gezegd
    assert "k-code datum niet bekend. Beslis uiterlijk 29-02-2028." in gezegd


def test_a_name_that_may_not_stand_in_a_header_stands_in_the_text_only() -> None:
    onderwerp, tekst = write_letter(Ponbrief("De\nLinde", DAG, (), ()))
    assert onderwerp == "Kentekens bij PON 29-02-2028: 0 aangevraagd, 0 aandacht nodig"
    assert tekst.startswith("De Linde\n")
