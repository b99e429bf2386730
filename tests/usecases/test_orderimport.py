"""Orders out of a file: all or none, each wrong cell told with its line, and a second time nothing is changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from werkplaats.domain.lijst import Lijstvraag
from werkplaats.domain.order import Ordersoort, Orderstatus, Plaatregel
from werkplaats.domain.pon import Reden
from werkplaats.errors import OpslagFout, WerkplaatsError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.usecases.garage import Garage
    from werkplaats.domain.order import VerkoopOrder

KOP = "Ordernummer;Ordersoort;Status;Merk;Model;Chassisnummer;Voorraad;Goedgekeurd;Losdatum;NLV datum;Platen;Verkoper"
GOLF = "4711;Nieuw;besteld;Volkswagen;Golf;wvwzzz1kzaw000001;nee;ja;1-11-2026;;2 x 27.1;Sanne"
KODIAQ = "4712;gebruikt;Afgeleverd;SKODA;Kodiaq;;J;;;2026-12-01;1 x 27.1 + 1 X 27.2;Piet"


def bestand(tmp_path: Path, *regels: str, encoding: str = "utf-8") -> Path:
    pad = tmp_path / "orders.csv"
    pad.write_text("\r\n".join(regels), encoding=encoding)
    return pad


def orders(garage: Garage) -> list[VerkoopOrder]:
    wie = garage.verkoper
    return [garage.orders.load(wie, regel.id) for regel in garage.lijsten.first(wie, "order", Lijstvraag("nummer"))]


def test_a_file_becomes_orders_and_a_second_time_changes_nothing(garage: Garage, tmp_path: Path) -> None:
    pad = bestand(tmp_path, KOP, GOLF, KODIAQ)
    wie = garage.verkoper
    vooraf = garage.orderimport.check(wie, pad)
    assert (vooraf.gelezen, vooraf.toegevoegd, vooraf.overgeslagen) == (2, 2, ("Verkoper",))
    assert orders(garage) == []
    assert garage.orderimport.run(wie, pad) == vooraf
    golf, kodiaq = orders(garage)
    assert (golf.kaart.referentie, golf.kaart.status, golf.kaart.losdatum) == (
        "4711",
        Orderstatus.BESTELD,
        date(2026, 11, 1),
    )
    assert golf.kaart.chassisnummer is not None
    assert golf.kaart.chassisnummer.tekst == "WVWZZZ1KZAW000001"
    assert (kodiaq.kaart.ordersoort, kodiaq.kaart.voorraadauto) == (Ordersoort.GEBRUIKT, True)
    assert kodiaq.kaart.platen == (Plaatregel("27.1", 1), Plaatregel("27.2", 1))
    weer = garage.orderimport.run(wie, pad)
    assert (weer.toegevoegd, weer.gewijzigd, weer.ongewijzigd) == (0, 0, 2)
    assert [order.versie for order in orders(garage)] == [1, 1]


def test_a_column_that_is_not_there_leaves_its_field_as_it_is(garage: Garage, tmp_path: Path) -> None:
    wie = garage.verkoper
    garage.orderimport.run(wie, bestand(tmp_path, KOP, GOLF))
    verslag = garage.orderimport.run(wie, bestand(tmp_path, "referentie,nlv", "4711,1-12-2026"))
    (order,) = orders(garage)
    assert (verslag.gewijzigd, order.kaart.nlv_datum, order.kaart.model) == (1, date(2026, 12, 1), "Golf")


def test_nothing_is_taken_over_from_a_file_in_which_a_line_is_wrong(garage: Garage, tmp_path: Path) -> None:
    fout = "4713;Lease;;;Polo;;misschien;ja;31-02-2026;;twee;x"
    pad = bestand(tmp_path, KOP, GOLF, "", fout)
    verslag = garage.orderimport.check(garage.verkoper, pad)
    assert [(een.regel, een.bevinding.veld, een.bevinding.code) for een in verslag.fouten] == [
        (4, "ordersoort", "KEUZE_ONBEKEND"),
        (4, "status", "KEUZE_ONBEKEND"),
        (4, "voorraadauto", "JA_NEE_ONLEESBAAR"),
        (4, "losdatum", "DATUM_ONLEESBAAR"),
        (4, "platen", "PLATEN_ONLEESBAAR"),
    ]
    with pytest.raises(WerkplaatsError) as geweigerd:
        garage.orderimport.run(garage.verkoper, pad)
    assert (geweigerd.value.code, geweigerd.value.params["regel"]) == ("IMPORT_GEWEIGERD", 4)
    assert orders(garage) == []


@pytest.mark.parametrize(
    ("regels", "code"),
    [
        (("merk;model", "Audi;A4"), "KOLOM_ONTBREEKT"),
        (("referentie;merk;Merk", "1;Audi;Audi"), "KOLOM_DUBBEL"),
        (("referentie;merk", ";Audi"), "REFERENTIE_LEEG"),
        (("referentie;merk", "1;"), "MERK_LEEG"),
        ((), "KOLOM_ONTBREEKT"),
    ],
)
def test_a_file_that_cannot_be_orders_says_why(
    garage: Garage, tmp_path: Path, regels: tuple[str, ...], code: str
) -> None:
    verslag = garage.orderimport.check(garage.verkoper, bestand(tmp_path, *regels))
    assert [een.bevinding.code for een in verslag.fouten] == [code]


def test_a_car_that_was_planned_elsewhere_asks_for_attention_until_the_day_is_known(
    garage: Garage, tmp_path: Path
) -> None:
    kop = "referentie;merk;chassisnummer;goedgekeurd;losdatum;afleverdatum"
    regel = "1;Audi;WAUZZZ8K9BA000001;ja;1-11-2026;20-12-2026"
    garage.orderimport.run(garage.verkoper, bestand(tmp_path, kop, regel))
    (order,) = orders(garage)
    assert garage.orders.explain_order(garage.verkoper, order.id).oordeel.redenen == (Reden.GEPLAND_OP_ONBEKEND,)
    garage.orderimport.run(garage.verkoper, bestand(tmp_path, f"{kop};gepland op", f"{regel};10-11-2026"))
    assert garage.orders.explain_order(garage.verkoper, order.id).oordeel.redenen == ()


@pytest.mark.parametrize("inhoud", [b"referentie;merk\n1;\x00", b"referentie\n" + b"x" * 70_000, b'referentie\n"1;\n'])
def test_what_is_no_csv_is_refused_with_its_line(garage: Garage, tmp_path: Path, inhoud: bytes) -> None:
    pad = tmp_path / "orders.csv"
    pad.write_bytes(inhoud)
    with pytest.raises(WerkplaatsError) as fout:
        garage.orderimport.check(garage.verkoper, pad)
    assert fout.value.code == "CSV_ONLEESBAAR"


def test_a_file_of_an_older_windows_is_read(garage: Garage, tmp_path: Path) -> None:
    pad = bestand(tmp_path, "referentie\tmerk", "1\tŠkoda", encoding="cp1252")
    garage.orderimport.run(garage.verkoper, pad)
    assert [order.kaart.merk for order in orders(garage)] == ["Škoda"]


def test_a_file_that_is_gone_is_told(garage: Garage, tmp_path: Path) -> None:
    with pytest.raises(OpslagFout):
        garage.orderimport.check(garage.verkoper, tmp_path / "weg.csv")
