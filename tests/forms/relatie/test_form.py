"""Relatie: a person or company is made and corrected; two people at one card lose nothing; its cars are a door away."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from tests.forms.handen import (
    ALT,
    CTRL,
    buttons,
    choose,
    focus_name,
    line,
    notes,
    open_forms,
    opened,
    press,
    words,
    write,
)
from tests.usecases.garage import GOLF, VAN_DALEN
from werkplaats.domain.relatie import Aanhef, RelatieKaart
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.errors import NietGevonden
from werkplaats.forms.botsing import BotsingForm
from werkplaats.forms.logboek import LogboekForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.relatie.form import NieuweRelatieForm, RelatieForm
from werkplaats.ui.resultatenlijst import ResultList

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

BAKKERIJ = RelatieKaart(
    aanhef=Aanhef.BEDRIJF, naam="Bakkerij De Korenaar", contactpersoon="Ria Bos", btw_nummer="NL123456782B90"
)


@pytest.fixture
def show(qtbot: QtBot, garage: Garage, deuren: Deuren) -> Callable[..., RelatieForm]:
    def open_form(kaart: RelatieKaart = VAN_DALEN) -> RelatieForm:
        deuren.open_relatie(garage.new_owner(kaart).id)
        return opened(qtbot, RelatieForm)

    return open_form


@pytest.fixture
def new(qtbot: QtBot, deuren: Deuren) -> Callable[[str], RelatieForm]:
    def open_form(naam: str = "") -> RelatieForm:
        deuren.new_relatie(naam)
        return opened(qtbot, NieuweRelatieForm)

    return open_form


def only(garage: Garage) -> RelatieKaart:
    """The card of the one relatie on file."""
    return garage.relaties.load(garage.balie, 1).kaart


def test_a_person_is_shown_with_all_that_is_known(show: Callable[..., RelatieForm]) -> None:
    form = show(replace(VAN_DALEN, let_op="Liever bellen\nna 17:00 uur"))
    assert form.windowTitle() == "Dhr. H. van Dalen"
    assert "Laatste wijziging op 24-11-2026 10:00 door Bram" in words(form)
    assert line(form, "Geboortedatum").text() == "03-04-1971"
    assert form.findChildren(QPlainTextEdit)[0].toPlainText() == "Liever bellen\nna 17:00 uur"
    assert "Contactpersoon" not in words(form)
    assert notes(form) == []
    assert focus_name() == "Aanhef"


def test_what_is_typed_gets_the_spelling_of_its_country_on_leaving(
    show: Callable[..., RelatieForm], garage: Garage, qtbot: QtBot
) -> None:
    form = show()
    write(form, "Postcode", "6511aa")
    write(form, "Telefoon", "0612005512")
    assert [line(form, name).text() for name in ("Postcode", "Telefoon")] == ["6511 AA", "06 1200 5512"]
    press(form, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not shiboken6.isValid(form))
    assert (only(garage).postcode, only(garage).telefoon) == ("6511 AA", "06 1200 5512")


def test_a_new_one_takes_the_name_that_was_searched(
    new: Callable[[str], RelatieForm], garage: Garage, qtbot: QtBot
) -> None:
    form = new("jan smeets")
    assert [line(form, name).text() for name in ("Voorletters", "Voornaam", "Naam")] == ["J.", "Jan", "Smeets"]
    assert "Voertuigen" not in words(form)
    press(form, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not shiboken6.isValid(form))
    assert (only(garage).voornaam, only(garage).naam, only(garage).land) == ("Jan", "Smeets", "NL")


def test_only_the_name_is_needed(new: Callable[[str], RelatieForm], garage: Garage) -> None:
    form = new("")
    assert focus_name() == "Naam"
    press(form, Qt.Key.Key_S, CTRL)
    assert form.problem.text.startswith("Nog niet opgeslagen: 1 veld klopt niet.")
    assert notes(form) == ["Vul de achternaam in, bijvoorbeeld Smeets."]
    with pytest.raises(NietGevonden):
        only(garage)


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("Geboortedatum", "25-11-2026", "25-11-2026 ligt in de toekomst."),
        ("Geboortedatum", "32-01-1970", "Dit is geen datum die bestaat."),
        ("E-mailadres", "a.smeets", "Dit is geen e-mailadres."),
        ("E-mailadres", "a@example.com, b@example.com", "Dit is geen e-mailadres."),
        ("Naam", "x" * 300, "Hier passen hoogstens 200 tekens; het zijn er 300."),
        ("Naam", "x" * 500, "Hier passen hoogstens 200 tekens"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(
    show: Callable[..., RelatieForm], garage: Garage, name: str, text: str, sentence: str
) -> None:
    form = show()
    write(form, name, text)
    assert notes(form)[0].startswith(sentence)
    press(form, Qt.Key.Key_S, CTRL)
    assert form.problem.text.startswith("Nog niet opgeslagen: 1 veld klopt niet.")
    assert focus_name() == name
    assert line(form, name).text() == text
    assert only(garage).naam == "Dalen"


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("Postcode", "6533 G", "Een postcode is 4 cijfers en 2 letters"),
        ("Postcode", "9000", "9000 is een postcode uit België. Kies bij Land België als dat klopt."),
        ("Naam", "Van <i>Dalen</i>", "Andere systemen weigeren de tekens < > mogelijk."),
        ("Telefoon", "112", "Dit nummer bestaat niet in Nederland."),
        ("Huisnr.", "214A", "Zet hier alleen het nummer"),
    ],
)
def test_what_is_doubtful_is_said_and_kept(
    show: Callable[..., RelatieForm], garage: Garage, qtbot: QtBot, name: str, text: str, sentence: str
) -> None:
    form = show()
    write(form, name, text)
    assert any(note.startswith(sentence) for note in notes(form)), notes(form)
    press(form, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not shiboken6.isValid(form))
    assert text in (only(garage).postcode, only(garage).naam, only(garage).telefoon, only(garage).huisnr)


def test_a_vat_number_with_a_wrong_check_digit_is_said_and_kept(
    show: Callable[..., RelatieForm], garage: Garage, qtbot: QtBot
) -> None:
    form = show()
    choose(form, "Aanhef", "Bedrijf")
    write(form, "BTW-nummer", "NL123456789B01")
    assert any(note.startswith("Dit BTW-nummer klopt niet.") for note in notes(form)), notes(form)
    press(form, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not shiboken6.isValid(form))
    assert only(garage).btw_nummer == "NL123456789B01"


def test_a_company_has_other_fields(show: Callable[..., RelatieForm], garage: Garage, qtbot: QtBot) -> None:
    form = show(BAKKERIJ)
    assert line(form, "Bedrijfsnaam").text() == "Bakkerij De Korenaar"
    shown = words(form)
    assert "Contactpersoon" in shown
    assert "KvK-nummer" in shown
    assert "Geboortedatum" not in shown
    assert notes(form) == []
    write(form, "KvK-nummer", "12345678")
    press(form, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not shiboken6.isValid(form))
    assert only(garage).kvk_nummer == "12345678"


def test_who_turns_out_to_be_a_company_keeps_what_is_filled_in_in_sight(show: Callable[..., RelatieForm]) -> None:
    form = show()
    choose(form, "Aanhef", "Bedrijf")
    assert line(form, "Geboortedatum").text() == "03-04-1971"
    assert "Een bedrijf heeft geen geboortedatum; laat dit veld leeg. Bewaren mag." in notes(form)
    write(form, "Geboortedatum", "")
    choose(form, "Aanhef", "De heer")
    choose(form, "Aanhef", "Bedrijf")
    assert "Geboortedatum" not in words(form)


def test_in_belgium_the_numbers_are_called_and_checked_otherwise(show: Callable[..., RelatieForm]) -> None:
    form = show(BAKKERIJ)
    choose(form, "Land", "België")
    assert "Ondernemingsnummer" in words(form)
    assert any(note.startswith("Dit BTW-nummer klopt niet. Een Belgisch nummer") for note in notes(form))
    write(form, "BTW-nummer", "0123 456 749")
    write(form, "Postcode", "B-9000")
    assert line(form, "BTW-nummer").text() == "BE0123456749"
    assert line(form, "Postcode").text() == "9000"
    assert notes(form) == []


def test_its_cars_are_a_door_away(
    show: Callable[..., RelatieForm], garage: Garage, deuren: Deuren, qtbot: QtBot
) -> None:
    kop = garage.new_owner(VAN_DALEN)
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, merk="Volkswagen", model="Golf", hoofdeigenaar=kop))
    deuren.open_relatie(kop.id)
    form = opened(qtbot, RelatieForm)
    cars = form.findChildren(ResultList)[0]
    assert [line.spoken for line in cars.lines if hasattr(line, "spoken")] == ["GA-482-R, Volkswagen Golf"]
    cars.setFocus()
    press(form, Qt.Key.Key_Return)
    assert "GA-482-R" in opened(qtbot, MuterenForm).windowTitle()
    assert auto.id


def test_without_cars_it_says_what_to_do(show: Callable[..., RelatieForm]) -> None:
    assert "Nog geen voertuigen" in words(show())


def test_the_logboek_is_a_door(show: Callable[..., RelatieForm], qtbot: QtBot) -> None:
    form = show()
    press(form, Qt.Key.Key_L, ALT)
    qtbot.waitUntil(lambda: any(isinstance(other, LogboekForm) for other in open_forms()))


def test_two_people_at_other_fields_both_win(show: Callable[..., RelatieForm], garage: Garage, qtbot: QtBot) -> None:
    form = show()
    kaart = only(garage)
    write(form, "Plaats", "Malden")
    garage.relaties.save(garage.wie("Balie", "Anja"), 1, kaart, replace(kaart, telefoon="024 123 4567"))
    press(form, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not shiboken6.isValid(form))
    assert (only(garage).plaats, only(garage).telefoon) == ("Malden", "024 123 4567")


@pytest.mark.parametrize(
    ("kept", "place"), [("Plaats: mijn waarde, Malden", "Malden"), ("Plaats: de waarde van Anja, Heumen", "Heumen")]
)
def test_two_people_at_one_field_see_both_values(
    show: Callable[..., RelatieForm], garage: Garage, qtbot: QtBot, kept: str, place: str
) -> None:
    form = show()
    kaart = only(garage)
    write(form, "Plaats", "Malden")
    write(form, "Straat", "Dorpsstraat")
    garage.relaties.save(garage.wie("Balie", "Anja"), 1, kaart, replace(kaart, plaats="Heumen"))
    press(form, Qt.Key.Key_S, CTRL)
    conflict = opened(qtbot, BotsingForm)
    next(radio for radio in conflict.findChildren(QAbstractButton) if radio.accessibleName() == kept).setFocus()
    press(conflict, Qt.Key.Key_Space)
    press(conflict, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not shiboken6.isValid(form))
    assert (only(garage).plaats, only(garage).straat) == (place, "Dorpsstraat")


def test_closing_asks_only_when_something_was_typed(
    show: Callable[..., RelatieForm], garage: Garage, qtbot: QtBot
) -> None:
    form = show()
    write(form, "Plaats", "Malden")
    press(form, Qt.Key.Key_Escape)
    assert "Wijzigingen bewaren?" in words(form)
    buttons(form)["Niet bewaren"].click()
    qtbot.waitUntil(lambda: not shiboken6.isValid(form))
    assert only(garage).plaats == "Nijmegen"


def test_passing_through_the_fields_changes_nothing(garage: Garage, deuren: Deuren, qtbot: QtBot) -> None:
    garage.new_owner(replace(VAN_DALEN, telefoon="12-34"))
    deuren.open_relatie(1)
    form = opened(qtbot, RelatieForm)
    for _step in range(20):
        press(form, Qt.Key.Key_Tab)
    press(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(form))


def test_a_save_elsewhere_is_seen_at_once(show: Callable[..., RelatieForm], garage: Garage, deuren: Deuren) -> None:
    form = show()
    kaart = only(garage)
    garage.relaties.save(garage.balie, 1, kaart, replace(kaart, plaats="Heumen"))
    deuren.changed.emit("relatie", 1)
    assert line(form, "Plaats").text() == "Heumen"


def test_who_may_not_change_it_can_read_it(
    garage: Garage, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren], qtbot: QtBot
) -> None:
    garage.new_owner(VAN_DALEN)
    make_deuren(make_toegang(garage.wie("Monteur"))).open_relatie(1)
    form = opened(qtbot, RelatieForm)
    assert line(form, "Naam").isReadOnly()
    assert "Opslaan" not in buttons(form)
    assert "Sluiten" in buttons(form)


def test_a_relatie_that_is_gone_says_so(deuren: Deuren, qtbot: QtBot) -> None:
    deuren.open_relatie(404)
    assert opened(qtbot, RelatieForm).problem.text


def test_a_closed_form_is_freed(qtbot: QtBot, garage: Garage, toegang: Toegang, deuren: Deuren) -> None:
    garage.new_owner(VAN_DALEN)
    gone: list[weakref.ref[RelatieForm]] = []
    for _time in range(5):
        form = RelatieForm(toegang, deuren, 1)
        gone.append(weakref.ref(form))
        form.show()
        with qtbot.waitSignal(form.destroyed):
            form.press_main()
        del form
    gc.collect()
    assert [ref for ref in gone if ref() is not None] == []
