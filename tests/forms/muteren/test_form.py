"""Muteren kenteken by keyboard: see, correct, save; what is wrong stands at its field and nothing typed is lost."""

from __future__ import annotations

import gc
import threading
import weakref
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QTabBar

from tests.forms.handen import (
    ALT,
    CTRL,
    buttons,
    choose,
    field,
    focus_name,
    line,
    notes,
    open_forms,
    opened,
    press,
    write,
)
from tests.forms.handen import words as labels
from tests.ui.clipping import cut_texts
from tests.usecases.garage import GOLF
from werkplaats.domain.rechten import Recht
from werkplaats.domain.relatie import RelatieKaart
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.errors import NietGevonden, OpslagFout
from werkplaats.forms.botsing import BotsingForm
from werkplaats.forms.kies_relatie import KiesRelatieForm
from werkplaats.forms.logboek import LogboekForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.relatie.form import RelatieForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.theme import Theme
    from werkplaats.ui.work import Background

    Open = Callable[..., MuterenForm]


def now(garage: Garage, auto: Voertuig) -> VoertuigKaart:
    """The card as the store has it."""
    return garage.voertuigen.load(garage.balie, auto.id).kaart


def save(form: MuterenForm) -> None:
    press(form, Qt.Key.Key_S, CTRL)


# --- seeing ----------------------------------------------------------------------------------------------------------


def test_the_card_shows_what_is_known(open_card: Open, golf: Voertuig) -> None:
    form = open_card(golf)
    assert form.windowTitle() == "Muteren kenteken GA-482-R"
    shown = {name: line(form, name).text() for name in ("Kenteken", "Hoofdeigenaar", "Merk", "Model", "Bouwjaar")}
    assert shown == {
        "Kenteken": "GA-482-R",
        "Hoofdeigenaar": "Dhr. H. van Dalen · Hatertseweg 214A, 6533 GL Nijmegen",
        "Merk": "Volkswagen",
        "Model": "Golf",
        "Bouwjaar": "2020",
    }
    assert line(form, "Ledig gewicht (kg)").text() == "1.214"
    assert line(form, "Vervaldatum APK").text() == "02-12-2026"
    assert "Laatste wijziging op 24-11-2026 10:00 door Bram" in labels(form)
    assert focus_name() == "Kenteken"
    assert form.problem.text == ""


def test_what_asks_for_attention_is_a_chip_and_a_note(open_card: Open, golf: Voertuig) -> None:
    form = open_card(golf)
    assert form._kop.chips.accessibleName() == "APK over 8 dagen"
    assert "APK verloopt op 02-12-2026" in labels(form)
    assert "Nog 8 dagen" in labels(form)
    write(form, "Vervaldatum APK", "2-12-2027")
    assert form._kop.chips.accessibleName() == ""
    assert "APK verloopt" not in labels(form)
    write(form, "Vervaldatum APK", "23112026")
    assert form._kop.chips.accessibleName() == "APK verlopen"
    assert "1 dag geleden" in labels(form)


def test_a_pass_that_ends_is_told_at_the_car(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    aanvraag = garage.pechhulp.aanvragen(garage.balie, golf.id, garage.pechhulp.prepare(garage.balie, golf.id).invoer)
    form = open_card(golf)
    assert "Pechhulppas" not in labels(form)
    garage.pechhulp.confirm(garage.balie, aanvraag.id, "4711", now(garage, golf).vervaldatum_apk)
    form._deuren.changed.emit("pechhulp", aanvraag.id)
    assert "Pechhulppas verloopt op 02-12-2026" in labels(form)
    assert "Pas loopt af" in form._kop.chips.accessibleName()


def test_opening_a_card_changes_nothing_of_it(open_card: Open, golf: Voertuig) -> None:
    form = open_card(golf)
    press(form, Qt.Key.Key_Escape)
    assert open_forms() == []


# --- saving ----------------------------------------------------------------------------------------------------------


def test_ctrl_s_saves_and_closes(open_card: Open, qtbot: QtBot, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf)
    write(form, "Model", "Golf Variant")
    write(form, "Vervaldatum APK", "2 dec 2027")
    choose(form, "Tweede brandstof", "Elektriciteit")
    with qtbot.waitSignal(form._deuren.changed) as told:
        save(form)
    assert told.args == ["voertuig", golf.id]
    assert open_forms() == []
    kaart = now(garage, golf)
    assert (kaart.model, kaart.tweede_brandstof, str(kaart.vervaldatum_apk)) == (
        "Golf Variant",
        "Elektriciteit",
        "2027-12-02",
    )
    assert replace(kaart, model="Golf", tweede_brandstof="", vervaldatum_apk=golf.kaart.vervaldatum_apk) == golf.kaart


def test_a_new_car_is_typed_and_saved(open_card: Open, garage: Garage) -> None:
    form = open_card(None, kenteken="xs41bp")
    assert line(form, "Kenteken").text() == "XS-41-BP"
    write(form, "Merk", "DAF")
    save(form)
    (auto,) = garage.zoeken.find(garage.balie, "XS41BP").voertuigen
    assert auto.omschrijving == "DAF"


def test_a_new_card_with_only_the_searched_plate_closes_without_a_question(open_card: Open, garage: Garage) -> None:
    form = open_card(None, kenteken="XS-41-BP")
    press(form, Qt.Key.Key_Escape)
    assert open_forms() == []
    assert garage.zoeken.find(garage.balie, "XS41BP").voertuigen == ()


def test_another_notation_gets_its_dashes_and_another_country_its_own(open_card: Open, golf: Voertuig) -> None:
    form = open_card(golf)
    write(form, "Kenteken", "1abc123")
    assert notes(form) == ["Deze vorm komt in Nederland niet voor. Klopt het land? Bewaren mag."]
    choose(form, "Land", "België")
    assert line(form, "Kenteken").text() == "1-ABC-123"
    assert notes(form) == []
    assert not buttons(form)["RDW opvragen"].isEnabled()
    assert "alleen Nederlandse" in buttons(form)["RDW opvragen"].toolTip()


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("Kenteken", "A1" * 250, "Een kenteken heeft hoogstens 12 letters en cijfers; hier staan er 500."),
        ("Kenteken", "🚗🚗", "Vul een kenteken in, bijvoorbeeld GA-482-R."),
        ("Kenteken", "?!", "Vul een kenteken in, bijvoorbeeld GA-482-R."),
        ("Chassisnummer", "WVWZZZCDZLW0004178", "Een chassisnummer heeft hoogstens 17 tekens; hier staan er 18."),
        ("Bouwjaar", "tweeduizend", "Dit is geen heel getal."),
        ("Ledig gewicht (kg)", "-5", "-5 kan hier niet."),
        ("Datum deel 1A", "31-02-2020", "Dit is geen datum die bestaat."),
        ("Type", "x" * 500, "Hier passen hoogstens 200 tekens; het zijn er 500."),
    ],
)
def test_what_cannot_be_saved_is_said_at_its_field(
    open_card: Open, garage: Garage, golf: Voertuig, name: str, text: str, sentence: str
) -> None:
    form = open_card(golf)
    write(form, "Motorcode", "DPCA")
    write(form, name, text)
    assert any(note.startswith(sentence) for note in notes(form)), "it is said on leaving the field"
    save(form)
    assert form.problem.text.startswith("Nog niet opgeslagen: 1 veld klopt niet.")
    assert any(note.startswith(sentence) for note in notes(form)), notes(form)
    assert focus_name() == name
    assert line(form, name).text() == text
    assert now(garage, golf) == golf.kaart


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("Kenteken", "01cars", "De letters C en A geeft de RDW niet uit. Bewaren mag."),
        ("Chassisnummer", "wvwzzzcdzlwooi417", "Bedoelde u WVWZZZCDZLW001417?"),
        ("Chassisnummer", "1J21234", "Een chassisnummer heeft 17 tekens; hier staan er 7."),
        ("Bedrijfsklaar (kg)", "1000", "Bedrijfsklaar is lichter dan leeg"),
        ("Ledig gewicht (kg)", "1400", "Bedrijfsklaar is lichter dan leeg"),
        ("Bouwjaar", "2023", "De auto is al op 11-02-2020 toegelaten"),
    ],
)
def test_what_is_doubtful_is_said_and_saved(
    open_card: Open, garage: Garage, golf: Voertuig, name: str, text: str, sentence: str
) -> None:
    form = open_card(golf)
    write(form, name, text)
    assert [note for note in notes(form) if sentence in note], notes(form)
    save(form)
    assert open_forms() == []
    assert now(garage, golf) != golf.kaart


def test_an_odd_plate_is_not_told_again_to_who_opens_the_card_later(open_card: Open, garage: Garage) -> None:
    form = open_card(garage.new_car(replace(VoertuigKaart(), kenteken=GOLF)))
    assert notes(form) == []
    write(form, "Merk", "Seat")
    assert notes(form) == []


def test_a_car_without_plate_and_number_is_told_when_one_saves(open_card: Open, garage: Garage) -> None:
    form = open_card(None)
    write(form, "Kenteken", "")
    write(form, "Merk", "DAF")
    assert notes(form) == []
    save(form)
    assert notes(form) == ["Vul een kenteken of een chassisnummer in, dan is de auto terug te vinden."]
    assert focus_name() == "Kenteken"
    write(form, "Chassisnummer", "XLRTE47MS0G123456")
    assert notes(form) == []
    save(form)
    assert [treffer.omschrijving for treffer in garage.zoeken.find(garage.balie, "123456").voertuigen] == ["DAF"]


def test_a_full_disk_keeps_what_was_typed(
    open_card: Open, garage: Garage, golf: Voertuig, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: Any) -> None:
        raise OpslagFout("SCHIJF_VOL")

    form = open_card(golf)
    write(form, "Model", "Golf Variant")
    with monkeypatch.context() as patch:
        patch.setattr(garage.voertuigen, "save", full)
        save(form)
    assert "schijf" in form.problem.text.lower()
    assert line(form, "Model").text() == "Golf Variant"
    save(form)
    assert now(garage, golf).model == "Golf Variant"


def test_a_card_that_cannot_be_read_cannot_be_saved_over(
    open_card: Open, garage: Garage, golf: Voertuig, monkeypatch: pytest.MonkeyPatch
) -> None:
    blik = garage.voertuigen.blik

    def busy(*_args: Any) -> None:
        raise OpslagFout("OPSLAG_BEZET")

    monkeypatch.setattr(garage.voertuigen, "blik", busy)
    form = open_card(golf)
    assert form.problem.text
    assert "Opslaan" not in buttons(form)
    save(form)
    press(form, Qt.Key.Key_F5)
    assert now(garage, golf) == golf.kaart
    monkeypatch.setattr(garage.voertuigen, "blik", blik)
    buttons(form)["Opnieuw"].click()
    assert line(form, "Merk").text() == "Volkswagen"
    assert "Opslaan" in buttons(form)
    assert form.problem.text == ""


def test_a_car_that_is_gone_is_said(
    open_card: Open, garage: Garage, golf: Voertuig, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_args: Any) -> None:
        raise NietGevonden("voertuig", golf.id)

    monkeypatch.setattr(garage.voertuigen, "blik", gone)
    form = open_card(golf)
    assert "voertuig" in form.problem.text
    assert set(buttons(form)) == {"Annuleren"}


# --- two people ------------------------------------------------------------------------------------------------------


def test_what_two_people_change_in_different_fields_is_all_kept(
    open_card: Open, garage: Garage, golf: Voertuig
) -> None:
    form = open_card(golf)
    write(form, "Model", "Golf Variant")
    garage.change(garage.wie("Balie", "Anna"), golf, bouwjaar=2019)
    save(form)
    assert open_forms() == []
    assert (now(garage, golf).model, now(garage, golf).bouwjaar) == ("Golf Variant", 2019)


@pytest.mark.parametrize("mine", [True, False])
def test_what_two_people_change_in_one_field_is_chosen(
    open_card: Open, qtbot: QtBot, garage: Garage, golf: Voertuig, mine: bool
) -> None:
    form = open_card(golf)
    write(form, "Model", "Polo")
    write(form, "Motorcode", "DPCA")
    garage.change(garage.wie("Balie", "Anna"), golf, model="Golf Variant", type="Life")
    save(form)
    conflict = opened(qtbot, BotsingForm)
    assert "Anna was u voor" in labels(conflict)
    assert now(garage, golf).motorcode == "", "nothing of mine is saved yet"
    if not mine:
        press(conflict, Qt.Key.Key_Right)
    save_key = Qt.Key.Key_S
    press(conflict, save_key, CTRL)
    assert open_forms() == []
    kaart = now(garage, golf)
    assert kaart.model == ("Polo" if mine else "Golf Variant")
    assert (kaart.type, kaart.motorcode) == ("Life", "DPCA")


def test_who_goes_back_from_a_conflict_keeps_what_he_typed(
    open_card: Open, qtbot: QtBot, garage: Garage, golf: Voertuig
) -> None:
    form = open_card(golf)
    write(form, "Model", "Polo")
    garage.change(garage.wie("Balie", "Anna"), golf, model="Golf Variant")
    save(form)
    press(opened(qtbot, BotsingForm), Qt.Key.Key_Escape)
    assert open_forms() == [form]
    assert line(form, "Model").text() == "Polo"
    assert now(garage, golf).model == "Golf Variant"


def test_a_second_question_replaces_the_first(open_card: Open, qtbot: QtBot, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf)
    write(form, "Model", "Polo")
    garage.change(garage.wie("Balie", "Anna"), golf, model="Golf Variant")
    save(form)
    form.activateWindow()
    form.save()
    assert len([window for window in open_forms() if isinstance(window, BotsingForm)]) == 1
    form.discard()
    assert open_forms() == [], "a question goes with the dialog that asked it"


def test_own_saves_one_after_another_never_conflict(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    for model in ("Golf Variant", "Golf Plus"):
        form = open_card(golf)
        write(form, "Model", model)
        save(form)
        assert open_forms() == []
        assert now(garage, golf).model == model


# --- closing ---------------------------------------------------------------------------------------------------------


def test_closing_asks_about_what_was_typed(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf)
    write(form, "Model", "Polo")
    press(form, Qt.Key.Key_Escape)
    assert set(buttons(form)) >= {"Opslaan", "Niet bewaren", "Terug"}
    press(form, Qt.Key.Key_Escape)
    assert line(form, "Model").text() == "Polo"
    press(form, Qt.Key.Key_Escape)
    buttons(form)["Niet bewaren"].click()
    assert open_forms() == []
    assert now(garage, golf) == golf.kaart


def test_a_text_that_cannot_be_read_counts_as_typed(open_card: Open, golf: Voertuig) -> None:
    form = open_card(golf)
    write(form, "Datum deel 1B", "gisteren")
    press(form, Qt.Key.Key_Escape)
    assert "Niet bewaren" in buttons(form)


@pytest.fixture
def slow_card(
    qtbot: QtBot, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren], background: Background
) -> Callable[[Voertuig], MuterenForm]:
    """Opens a card whose work is done in the background."""

    def show(auto: Voertuig) -> MuterenForm:
        make_deuren(make_toegang(background=background)).open_voertuig(auto.id)
        form = opened(qtbot, MuterenForm)
        qtbot.waitUntil(lambda: line(form, "Merk").text() != "")
        return form

    return show


def test_closing_during_a_save_waits_for_it(
    slow_card: Callable[[Voertuig], MuterenForm],
    qtbot: QtBot,
    garage: Garage,
    golf: Voertuig,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate, store = threading.Event(), garage.voertuigen.save

    def slow(*args: Any) -> Voertuig:
        gate.wait(5)
        return store(*args)

    monkeypatch.setattr(garage.voertuigen, "save", slow)
    form = slow_card(golf)
    write(form, "Model", "Polo")
    save(form)
    form.close()
    assert form.isVisible()
    with qtbot.waitSignal(form.closed):
        gate.set()
    assert now(garage, golf).model == "Polo"


def test_a_closed_dialog_is_freed(qtbot: QtBot, toegang: Toegang, deuren: Deuren, golf: Voertuig) -> None:
    gone: list[weakref.ref[MuterenForm]] = []
    for _time in range(5):
        form = MuterenForm(toegang, deuren, golf.id)
        gone.append(weakref.ref(form))
        form.show()
        write(form, "Model", "Polo")
        form._discards = True
        with qtbot.waitSignal(form.destroyed):
            form.close()
        del form
    gc.collect()
    assert [ref for ref in gone if ref() is not None] == []


# --- security codes --------------------------------------------------------------------------------------------------


def looks(garage: Garage, auto: Voertuig) -> list[tuple[str, str]]:
    """Who looked at which code, by the logboek."""
    regels = garage.voertuigen.logboek(garage.balie, auto.id)
    return [(regel.wie, regel.veld) for regel in regels if regel.handeling == "bekeken"]


def test_a_code_is_masked_until_it_is_asked_for_and_the_look_is_logged(
    open_card: Open, garage: Garage, golf: Voertuig
) -> None:
    form = open_card(golf)
    code = line(form, "Radiocode")
    assert code.text() == "••••••"
    assert looks(garage, golf) == []
    code.setFocus()
    press(form, Qt.Key.Key_Down, ALT)
    assert code.text() == "4417"
    assert looks(garage, golf) == [("Bram", "radiocode")]
    press(form, Qt.Key.Key_Down, ALT)
    assert code.text() == "••••••"
    press(form, Qt.Key.Key_Escape)
    assert open_forms() == [], "to look is not to change"


def test_a_masked_code_is_kept_and_typing_replaces_it(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf)
    write(form, "Model", "Polo")
    save(form)
    assert garage.voertuigen.reveal_code(garage.balie, golf.id, "radiocode") == "4417"
    form = open_card(golf)
    line(form, "Radiocode").setFocus()
    QTest.keyClicks(line(form, "Radiocode"), "9981")
    save(form)
    assert garage.voertuigen.reveal_code(garage.balie, golf.id, "radiocode") == "9981"
    for regel in garage.voertuigen.logboek(garage.balie, golf.id):
        assert "4417" not in (regel.voor or "") + (regel.na or "")


def test_who_may_not_see_codes_is_told_so(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf, garage.wie("Planner schade", "Els"))
    code = line(form, "Radiocode")
    assert code.isReadOnly()
    assert not line(form, "Merk").isReadOnly()
    code.setFocus()
    press(form, Qt.Key.Key_Down, ALT)
    assert code.text() == "••••••"
    assert looks(garage, golf) == []


# --- rights ----------------------------------------------------------------------------------------------------------


def test_who_may_not_change_a_card_can_read_it(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf, garage.wie("Monteur", "Kees"))
    assert all(part.isReadOnly() for part in form.findChildren(QLineEdit))
    assert not [part for kind in (QComboBox, QCheckBox) for part in form.findChildren(kind) if part.isEnabled()]
    assert set(buttons(form)) >= {"RDW opvragen", "Logboek", "Sluiten"}
    assert not {"Opslaan", "Kies", "Pechhulp"} & set(buttons(form))
    press(form, Qt.Key.Key_S, CTRL)
    press(form, Qt.Key.Key_Escape)
    assert open_forms() == []


def test_who_has_no_part_in_pechhulp_gets_no_menu(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    wie = replace(garage.balie, rechten=garage.balie.rechten - {Recht.PECHHULP})
    assert "Pechhulp" not in buttons(open_card(golf, wie))


# --- the owner -------------------------------------------------------------------------------------------------------


def test_the_owner_is_taken_away_and_chosen(open_card: Open, qtbot: QtBot, garage: Garage, golf: Voertuig) -> None:
    garage.new_owner(RelatieKaart(naam="Smeets", voorletters="A", plaats="Gent", land="BE"))
    form = open_card(golf)
    form._kop.owner.clear_button.click()
    assert line(form, "Hoofdeigenaar").text() == ""
    assert buttons(form)["Kies"].hasFocus(), "the next thing to do"
    press(form, Qt.Key.Key_Space)
    choice = opened(qtbot, KiesRelatieForm)
    QTest.keyClicks(QApplication.focusWidget() or choice, "smeets")
    press(choice, Qt.Key.Key_Return)
    assert line(form, "Hoofdeigenaar").text() == "Dhr. A. Smeets · Gent"
    save(opened(qtbot, MuterenForm))
    eigenaar = now(garage, golf).hoofdeigenaar
    assert eigenaar is not None
    assert eigenaar.weergave == "Dhr. A. Smeets"


def test_a_corrected_owner_reads_right_at_once(open_card: Open, qtbot: QtBot, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf)
    form._kop.owner.open_button.click()
    relatie = opened(qtbot, RelatieForm)
    write(relatie, "Naam", "Daalen")
    press(relatie, Qt.Key.Key_S, CTRL)
    assert line(form, "Hoofdeigenaar").text().startswith("Dhr. H. van Daalen")
    press(opened(qtbot, MuterenForm), Qt.Key.Key_Escape)
    assert open_forms() == [], "his name is no change of this card"


def test_a_long_name_ends_in_dots_and_stands_whole_in_the_tooltip(open_card: Open, garage: Garage) -> None:
    name = "Oosterhuis-van den Oetelaar tot Nieuwenhuizen en de Wit van Wijngaarden"
    kop = garage.new_owner(RelatieKaart(naam=name, straat="Burgemeester van der Meulenstraat", huisnr="1234"))
    form = open_card(garage.new_car(VoertuigKaart(kenteken=GOLF, hoofdeigenaar=kop)))
    owner = line(form, "Hoofdeigenaar")
    assert owner.text().endswith("…")
    assert name in owner.toolTip()
    assert "Meulenstraat 1234" in owner.accessibleDescription()


# --- doubles ---------------------------------------------------------------------------------------------------------


def test_another_card_with_this_plate_is_told_with_the_way_to_it(
    open_card: Open, garage: Garage, golf: Voertuig
) -> None:
    form = open_card(None)
    write(form, "Kenteken", "ga482r")
    assert "GA-482-R staat ook op de kaart van Volkswagen Golf, Dhr. H. van Dalen." in notes(form)
    buttons(form)["Die kaart openen"].click()
    assert {window.windowTitle() for window in open_forms()} == {"Muteren kenteken", "Muteren kenteken GA-482-R"}
    write(form, "Kenteken", "XS-41-BP")
    assert not [note for note in notes(form) if "staat ook" in note]


def test_another_card_with_this_number_is_told(open_card: Open, golf: Voertuig) -> None:
    form = open_card(None, kenteken="XS-41-BP")
    write(form, "Chassisnummer", "wvwzzzcdzlw000417")
    assert any("Dit chassisnummer staat ook op de kaart van GA-482-R Volkswagen Golf" in note for note in notes(form))


# --- the doors -------------------------------------------------------------------------------------------------------


def test_the_logboek_of_the_car_opens(open_card: Open, qtbot: QtBot, golf: Voertuig) -> None:
    form = open_card(golf)
    buttons(form)["Logboek"].click()
    assert "GA-482-R Volkswagen Golf" in labels(opened(qtbot, LogboekForm))


def test_an_open_card_is_not_opened_twice(open_card: Open, qtbot: QtBot, golf: Voertuig) -> None:
    form = open_card(golf)
    write(form, "Model", "Polo")
    form._deuren.open_voertuig(golf.id)
    assert opened(qtbot, MuterenForm) is form
    assert line(form, "Model").text() == "Polo"


# --- keyboard and look -----------------------------------------------------------------------------------------------


def letters(form: MuterenForm) -> list[str]:
    """The Alt letters of what a person can reach."""
    texts = [label.text() for label in form.findChildren(QLabel) if label.isVisible() and label.buddy() is not None]
    texts += [button.text() for button in buttons(form).values()]
    texts += [box.text() for box in form.findChildren(QCheckBox)]
    texts += [bar.tabText(at) for bar in form.findChildren(QTabBar) for at in range(bar.count())]
    return [text[text.index("&") + 1].lower() for text in texts if "&" in text]


def test_every_alt_letter_does_one_thing(open_card: Open, golf: Voertuig) -> None:
    found = letters(open_card(golf))
    assert len(found) >= 9
    assert len(found) == len(set(found)), found


@pytest.mark.parametrize(
    "blad", ["algemeen", "extra", "technisch", "herinnering", "overig", "opties", "afbeeldingen", "dossier"]
)
def test_every_alt_letter_does_one_thing_on_each_tab(open_card: Open, golf: Voertuig, blad: str) -> None:
    form = open_card(golf)
    form._tabs.turn(blad)
    found = letters(form)
    assert len(found) == len(set(found)), sorted(found)


def test_alt_letters_go_where_they_say(open_card: Open, golf: Voertuig) -> None:
    form = open_card(golf)
    for letter, name in ((Qt.Key.Key_M, "Merk"), (Qt.Key.Key_W, "Bouwjaar"), (Qt.Key.Key_E, "Kenteken")):
        press(form, letter, ALT)
        assert focus_name() == name


def test_tab_reaches_all_in_the_order_of_reading(open_card: Open, golf: Voertuig) -> None:
    form = open_card(golf)
    passed: list[str] = []
    for _step in range(60):
        widget = QApplication.focusWidget()
        assert widget is not None
        name = widget.accessibleName() or (widget.text() if hasattr(widget, "text") else "")
        name = name.replace("&", "")
        if passed and name == passed[0]:
            break
        passed.append(name)
        press(form, Qt.Key.Key_Tab)
    assert passed == [
        *("Kenteken", "Land", "RDW opvragen", "Hoofdeigenaar", "Eigenaar weghalen", "Kies", "Eigenaar openen"),
        *("Actief", "Tabbladen", "Merk", "Model", "Voertuigsoort", "Type", "Motorcode", "Chassisnummer"),
        *("Motornummer", "Brandstof", "Tweede brandstof", "LPG", "CO2-uitstoot (g/km)", "Ledig gewicht (kg)"),
        *("Bedrijfsklaar (kg)", "Code sleutel 1", "Code sleutel 2", "Radiocode", "Fabrikantcode", "Startcode"),
        *("Alarmcode", "Bouwjaar", "Vervaldatum APK", "Datum deel 1A", "Datum deel 1B", "Laatste bezoek"),
        *("Afgifte Nederland", "Pechhulp", "KM stand", "Werkkaart", "Logboek", "CRM", "Opslaan", "Annuleren"),
        *("Historie", "Doc.", "Banden", "Vrije velden", "Garantie", "Afdrukken", "Schade", "Int.", "Kentekens"),
    ]


def test_g3_goes_with_lpg(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf)
    boxes = {box.text(): box for box in form.findChildren(QCheckBox)}
    assert not boxes["G3"].isEnabled()
    assert "LPG" in boxes["G3"].toolTip()
    boxes["LPG"].setFocus()
    press(form, Qt.Key.Key_Space)
    boxes["G3"].setFocus()
    press(form, Qt.Key.Key_Space)
    save(form)
    assert (now(garage, golf).lpg, now(garage, golf).g3) == (True, True)
    form = open_card(golf)
    boxes = {box.text(): box for box in form.findChildren(QCheckBox)}
    boxes["LPG"].setFocus()
    press(form, Qt.Key.Key_Space)
    save(form)
    assert (now(garage, golf).lpg, now(garage, golf).g3) == (False, False)


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.15, 1.3])
def test_no_text_is_cut_off(look: Theme, open_card: Open, golf: Voertuig, scale: float) -> None:
    look.set_scale(scale)
    form = open_card(golf)
    form.resize(round(1040 * max(scale, 1)), round(688 * max(scale, 1)))
    assert cut_texts(form) == []
    assert form.minimumSizeHint().width() <= 1040 * max(scale, 1)


def test_the_bar_stays_in_sight_on_a_low_screen(open_card: Open, golf: Voertuig) -> None:
    form = open_card(golf)
    form.resize(1280, 560)
    for name in ("Opslaan", "Annuleren", "Pechhulp"):
        button = buttons(form)[name]
        assert form.rect().contains(button.mapTo(form, button.rect().bottomRight()))


def test_a_belgian_garage_has_its_own_words(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf, replace(garage.balie, land="BE"))
    assert "N&ummerplaat" in labels(form)
    assert field(form, "Vervaldatum keuring").isVisible()
    assert "Keuring verloopt op 02-12-2026" in labels(form)
