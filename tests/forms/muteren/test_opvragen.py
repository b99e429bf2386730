"""RDW opvragen from the vehicle card: tick what one takes, then save; each failure has its sentence and a way on."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.forms.handen import CTRL, buttons, choose, line, open_forms, opened, press, write
from tests.forms.handen import words as labels
from tests.ui.conftest import background
from werkplaats.domain.rdw import RdwGegevens, Terugroepactie
from werkplaats.errors import Garbled, PartijFout, Refused, Unreachable
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.rdw_vergelijken import RdwVergelijkenForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.voertuig import Voertuig, VoertuigKaart
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.work import Background

    Open = Callable[..., MuterenForm]

__all__ = ["background"]

GOLF_RDW = RdwGegevens(
    kenteken="GA482R",
    merk="Volkswagen",
    model="Golf Variant",
    voertuigsoort="Personenauto",
    brandstof="Benzine",
    ledig_gewicht=1214,
    bedrijfsklaar=1314,
    co2_uitstoot=126,
    co2_cyclus="NEDC",
    bouwjaar=2020,
    vervaldatum_apk=date(2027, 12, 2),
    datum_deel_1a=date(2020, 2, 11),
    verzekerd=True,
    geexporteerd=False,
    terugroepacties=(Terugroepactie("MGP240417", "Gordelspanner voor"),),
)


@pytest.fixture(autouse=True)
def register(garage: Garage) -> None:
    garage.register.autos["GA482R"] = GOLF_RDW


def ask(qtbot: QtBot) -> RdwVergelijkenForm:
    press(opened(qtbot, MuterenForm), Qt.Key.Key_F5)
    return opened(qtbot, RdwVergelijkenForm)


def now(garage: Garage, auto: Voertuig) -> VoertuigKaart:
    return garage.voertuigen.load(garage.balie, auto.id).kaart


def sources(garage: Garage, auto: Voertuig) -> dict[str, str]:
    """By which act each field was changed since the car was added."""
    regels = garage.voertuigen.logboek(garage.balie, auto.id)
    return {regel.veld: regel.handeling for regel in regels if regel.handeling != "toegevoegd"}


def test_what_is_ticked_goes_into_the_fields_and_is_saved_with_the_rest(
    open_card: Open, qtbot: QtBot, garage: Garage, golf: Voertuig
) -> None:
    form = open_card(golf)
    write(form, "Motorcode", "DPCA")
    compare = ask(qtbot)
    assert "Overnemen (1)" in buttons(compare), "what a person typed is not proposed"
    press(compare, Qt.Key.Key_A, CTRL)
    assert "Overnemen (3)" in buttons(compare)
    press(compare, Qt.Key.Key_S, CTRL)
    form = opened(qtbot, MuterenForm)
    assert line(form, "Vervaldatum APK").text() == "02-12-2027"
    assert line(form, "CO2-uitstoot (g/km)").text() == "126"
    assert now(garage, golf) == golf.kaart, "nothing is saved before one saves"
    write(form, "Model", "Golf Variant 1.5")
    press(form, Qt.Key.Key_S, CTRL)
    kaart = now(garage, golf)
    assert (kaart.co2_uitstoot, kaart.co2_cyclus, kaart.model) == (126, "NEDC", "Golf Variant 1.5")
    assert sources(garage, golf) == {
        "co2_uitstoot": "rdw",
        "co2_cyclus": "rdw",
        "vervaldatum_apk": "rdw",
        "model": "gewijzigd",
        "motorcode": "gewijzigd",
    }, "what was typed over the register's value is the person's own"


def test_a_figure_that_is_typed_has_no_cycle(open_card: Open, qtbot: QtBot, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf)
    press(ask(qtbot), Qt.Key.Key_S, CTRL)
    press(opened(qtbot, MuterenForm), Qt.Key.Key_S, CTRL)
    assert now(garage, golf).co2_cyclus == "NEDC"
    form = open_card(golf)
    write(form, "CO2-uitstoot (g/km)", "130")
    press(form, Qt.Key.Key_S, CTRL)
    assert (now(garage, golf).co2_uitstoot, now(garage, golf).co2_cyclus) == (130, "")


def test_taking_leaves_a_text_that_cannot_be_read_as_it_was_typed(
    open_card: Open, qtbot: QtBot, golf: Voertuig
) -> None:
    form = open_card(golf)
    write(form, "Datum deel 1B", "31-02-2020")
    press(ask(qtbot), Qt.Key.Key_S, CTRL)
    assert line(form, "Datum deel 1B").text() == "31-02-2020"
    assert line(form, "CO2-uitstoot (g/km)").text() == "126"


def test_the_warnings_of_the_register_stand_on_the_card(open_card: Open, qtbot: QtBot, golf: Voertuig) -> None:
    form = open_card(golf)
    assert "Terugroepactie" not in labels(form)
    press(ask(qtbot), Qt.Key.Key_Escape)
    opened(qtbot, MuterenForm)
    assert "Terugroepactie open" in form._kop.chips.accessibleName()
    assert "RDW MGP240417: Gordelspanner voor" in labels(form)
    write(form, "Kenteken", "XS-41-BP")
    assert "Terugroepactie" not in labels(form), "it was another car that was asked about"


def test_a_new_car_is_filled_from_its_plate(open_card: Open, qtbot: QtBot, garage: Garage) -> None:
    form = open_card(None)
    write(form, "Kenteken", "ga482r")
    press(form, Qt.Key.Key_F5)
    assert form.problem.text == "10 velden ingevuld van de RDW. Kijk of het klopt en sla op."
    assert line(form, "Merk").text() == "Volkswagen"
    press(form, Qt.Key.Key_S, CTRL)
    (treffer,) = garage.zoeken.find(garage.balie, "GA482R").voertuigen
    kaart = garage.voertuigen.load(garage.balie, treffer.id).kaart
    assert (kaart.model, kaart.bouwjaar, kaart.co2_cyclus) == ("Golf Variant", 2020, "NEDC")


def test_a_new_car_with_something_typed_asks_first(open_card: Open, qtbot: QtBot) -> None:
    form = open_card(None, kenteken="GA482R")
    write(form, "Model", "Polo")
    compare = ask(qtbot)
    assert "Golf Variant" not in line(form, "Model").text()
    press(compare, Qt.Key.Key_S, CTRL)
    assert line(form, "Model").text() == "Polo"
    assert line(form, "Merk").text() == "Volkswagen"


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (Unreachable("PARTIJ_ONBEREIKBAAR", "RDW"), "Geen verbinding met de RDW."),
        (Unreachable("PARTIJ_TIJD_OM", "RDW"), "De RDW antwoordt niet op tijd."),
        (Unreachable("PARTIJ_STORING", "RDW", status=503), "Er is een storing bij de RDW (code 503)."),
        (Unreachable("PARTIJ_TE_DRUK", "RDW", wacht=60), "Het is te druk bij de RDW."),
        (Refused("RDW_VRAAG_GEWEIGERD", "RDW"), "De RDW begrijpt de vraag niet meer: het register is veranderd."),
        (Refused("RDW_TOKEN_GEWEIGERD", "RDW"), "De RDW weigert het app-token van deze vestiging."),
        (Refused("RDW_DATASET_WEG", "RDW"), "Het register staat niet meer op het bekende adres van de RDW."),
        (Garbled("PARTIJ_GEEN_JSON", "RDW"), "Het antwoord komt niet van de RDW: er kwam een webpagina terug."),
        (Garbled("PARTIJ_ANDERE_VORM", "RDW"), "Het antwoord van de RDW heeft een andere vorm dan afgesproken."),
    ],
    ids=lambda value: value.code if isinstance(value, PartijFout) else "",
)
def test_each_failure_has_its_sentence_and_can_be_tried_again(
    open_card: Open, qtbot: QtBot, garage: Garage, golf: Voertuig, problem: PartijFout, sentence: str
) -> None:
    garage.register.fout = problem
    form = open_card(golf)
    write(form, "Motorcode", "DPCA")
    press(form, Qt.Key.Key_F5)
    assert form.problem.text.startswith(sentence)
    write(form, "Motornummer", "DPC 048 211")
    assert line(form, "Motorcode").text() == "DPCA", "the rest of the dialog stays usable"
    garage.register.fout = None
    buttons(form)["Opnieuw"].click()
    assert form.problem.text == ""
    opened(qtbot, RdwVergelijkenForm)


def test_an_unknown_plate_is_said_and_not_asked_again(open_card: Open, garage: Garage) -> None:
    form = open_card(None, kenteken="XS-41-BP")
    press(form, Qt.Key.Key_F5)
    assert form.problem.text.startswith("Het kenteken XS-41-BP staat niet in het register van de RDW.")
    assert "Opnieuw" not in buttons(form)


def test_another_country_is_not_asked_about(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf)
    choose(form, "Land", "Duitsland")
    press(form, Qt.Key.Key_F5)
    assert "kent alleen Nederlandse kentekens" in form.problem.text
    assert garage.register.gevraagd == []


@pytest.mark.parametrize("text", ["", "A" * 500, "🚗"])
def test_without_a_plate_there_is_nothing_to_ask(open_card: Open, garage: Garage, text: str) -> None:
    form = open_card(None)
    write(form, "Kenteken", text)
    press(form, Qt.Key.Key_F5)
    assert garage.register.gevraagd == []
    assert form.problem.text.startswith("Nog niet")
    assert line(form, "Kenteken").text() == text


def test_esc_lets_go_of_the_question(
    qtbot: QtBot,
    garage: Garage,
    golf: Voertuig,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
    background: Background,
) -> None:
    gate = threading.Event()
    garage.register.tijdens = lambda: gate.wait(5)
    make_deuren(make_toegang(background=background)).open_voertuig(golf.id)
    form = opened(qtbot, MuterenForm)
    qtbot.waitUntil(lambda: line(form, "Merk").text() != "")
    press(form, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: garage.register.gevraagd == ["GA482R"])
    press(form, Qt.Key.Key_Escape)
    assert not form.is_busy
    write(form, "Motorcode", "DPCA")
    gate.set()
    press(form, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: open_forms() == [])
    assert now(garage, golf).motorcode == "DPCA"


def test_the_comparison_goes_with_its_card(open_card: Open, qtbot: QtBot, golf: Voertuig) -> None:
    form = open_card(golf)
    ask(qtbot)
    form.close()
    assert open_forms() == []


def test_who_may_not_change_the_card_has_nothing_to_tick(
    open_card: Open, qtbot: QtBot, garage: Garage, golf: Voertuig
) -> None:
    open_card(golf, garage.wie("Monteur"))
    compare = ask(qtbot)
    assert set(buttons(compare)) == {"Hulp", "OVI openen", "Sluiten"}
    press(compare, Qt.Key.Key_A, CTRL)
    press(compare, Qt.Key.Key_S, CTRL)
    assert compare.isVisible()


def test_a_car_that_is_no_taxi_any_more_is_asked_anew_after_a_day(
    open_card: Open, qtbot: QtBot, garage: Garage, golf: Voertuig
) -> None:
    garage.register.autos["GA482R"] = replace(GOLF_RDW, taxi=True)
    form = open_card(golf)
    press(ask(qtbot), Qt.Key.Key_Escape)
    assert "Taxi" in form._kop.chips.accessibleName()
    garage.register.autos["GA482R"] = GOLF_RDW
    press(ask(qtbot), Qt.Key.Key_Escape)
    assert garage.register.gevraagd == ["GA482R"], "the same day the kept answer will do"
    with garage.later(days=1, minutes=1):
        press(ask(qtbot), Qt.Key.Key_Escape)
    assert "Taxi" not in form._kop.chips.accessibleName()
