"""Vrije velden: filled in and filtered by the keyboard, quick with two hundred, defined in the settings."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.forms.handen import ALT, CTRL, buttons, choose, line, notes, open_forms, opened, press, words, write
from tests.usecases.garage import GOLF
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.vrije_velden import Veldsoort, VrijVeld
from werkplaats.forms.botsing import BotsingForm
from werkplaats.forms.instellingen.form import InstellingenForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.vrije_velden.form import VrijeVeldenForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.rechten import Wie
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

VELDEN = (
    VrijVeld("a", "Kleur label", Veldsoort.KEUZE, ("rood", "geel")),
    VrijVeld("b", "Trekhaak", Veldsoort.JANEE),
    VrijVeld("c", "Olie (liter)", Veldsoort.GETAL),
    VrijVeld("d", "Distributieriem", Veldsoort.DATUM),
    VrijVeld("e", "Weetje & meer"),
)
SECONDS = 3.0
"""Above what it takes (0.6 to 0.9 s on two busy cores), so that a busy computer is no failure."""


@pytest.fixture
def auto(garage: Garage) -> int:
    return garage.new_car(VoertuigKaart(kenteken=GOLF, merk="Volkswagen", model="Golf")).id


@pytest.fixture
def show(
    qtbot: QtBot, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren], auto: int
) -> Callable[..., VrijeVeldenForm]:
    def open_form(wie: Wie | None = None) -> VrijeVeldenForm:
        make_deuren(make_toegang(wie)).open_vrije_velden(auto)
        return opened(qtbot, VrijeVeldenForm)

    return open_form


def test_each_kind_is_filled_in_and_there_again(
    show: Callable[..., VrijeVeldenForm], garage: Garage, auto: int
) -> None:
    garage.configure(vrije_velden=VELDEN)
    form = show()
    choose(form, "Kleur label", "geel")
    choose(form, "Trekhaak", "Ja")
    write(form, "Olie (liter)", "4,5")
    write(form, "Distributieriem", "1-2-2026")
    write(form, "Weetje & meer", "rijdt op gas")
    press(form, Qt.Key.Key_S, CTRL)
    kept = garage.vrije_velden.load(garage.balie, auto).waarden
    assert kept == {"a": "geel", "b": "ja", "c": "4.5", "d": "2026-02-01", "e": "rijdt op gas"}
    form = show()
    assert line(form, "Olie (liter)").text() == "4,5"
    assert line(form, "Distributieriem").text() == "01-02-2026"
    assert not form.has_changes()


def test_what_is_no_number_is_told_and_stays_as_typed(show: Callable[..., VrijeVeldenForm], garage: Garage) -> None:
    garage.configure(vrije_velden=VELDEN)
    form = show()
    write(form, "Olie (liter)", "veel")
    assert notes(form) == ["Dit is geen getal. Vul bijvoorbeeld 1250 of 12,5 in."]
    press(form, Qt.Key.Key_S, CTRL)
    assert "1 veld klopt niet" in form.problem.text
    assert line(form, "Olie (liter)").text() == "veel"


def test_two_hundred_fields_open_quickly_and_are_filtered_by_name(
    show: Callable[..., VrijeVeldenForm], garage: Garage, auto: int
) -> None:
    soorten = list(Veldsoort)
    velden = tuple(
        VrijVeld(f"v{at}", f"Veld {at:03d}", soorten[at % 5], ("rood", "geel") if at % 5 == 4 else ())
        for at in range(200)
    )
    garage.configure(vrije_velden=velden)
    begin = perf_counter()
    form = show()
    assert perf_counter() - begin < SECONDS
    QTest.keyClicks(line(form, "Filter op naam"), "veld 11")
    assert "10 velden" in words(form)
    write(form, "Veld 110", "gevonden")
    press(form, Qt.Key.Key_S, CTRL)
    assert garage.vrije_velden.load(garage.balie, auto).waarden == {"v110": "gevonden"}


def test_two_who_change_the_same_field_choose(
    show: Callable[..., VrijeVeldenForm], garage: Garage, auto: int, qtbot: QtBot
) -> None:
    garage.configure(vrije_velden=VELDEN)
    form = show()
    garage.vrije_velden.save(garage.beheerder, auto, {}, {"e": "van haar", "b": "ja"})
    write(form, "Weetje & meer", "van mij")
    press(form, Qt.Key.Key_S, CTRL)
    asked = opened(qtbot, BotsingForm)
    assert "Weetje & meer" in words(asked)
    press(asked, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not open_forms())
    assert garage.vrije_velden.load(garage.balie, auto).waarden == {"e": "van mij", "b": "ja"}


def test_a_mechanic_reads_and_an_empty_shop_says_who_makes_fields(
    show: Callable[..., VrijeVeldenForm], garage: Garage
) -> None:
    form = show(garage.wie("Monteur"))
    assert "Deze vestiging heeft nog geen vrije velden" in words(form)
    assert not {"Opslaan", "Velden instellen"} & buttons(form).keys()


def test_the_card_of_the_car_leads_here(qtbot: QtBot, deuren: Deuren, auto: int) -> None:
    deuren.open_voertuig(auto)
    press(opened(qtbot, MuterenForm), Qt.Key.Key_V, ALT)
    qtbot.waitUntil(lambda: any(isinstance(form, VrijeVeldenForm) for form in open_forms()))


def test_a_beheerder_defines_a_field(
    qtbot: QtBot, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren], garage: Garage
) -> None:
    make_deuren(make_toegang(garage.beheerder)).open_instellingen("vrije_velden")
    form = opened(qtbot, InstellingenForm)
    buttons(form)["Veld toevoegen"].click()
    write(form, "Naam", "Kleur label")
    choose(form, "Soort", "Keuze")
    write(form, "Opties", "rood, geel, rood")
    press(form, Qt.Key.Key_S, CTRL)
    (veld,) = garage.instellingen.load(garage.beheerder).instellingen.vrije_velden
    assert (veld.naam, veld.soort, veld.opties) == ("Kleur label", Veldsoort.KEUZE, ("rood", "geel"))
    buttons(form)["Laten vervallen"].click()
    press(form, Qt.Key.Key_S, CTRL)
    assert garage.instellingen.load(garage.beheerder).instellingen.vrije_velden[0].vervallen
