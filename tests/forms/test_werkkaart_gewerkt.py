"""Gewerkte tijd as the counter puts it right, F3 that bills it once, and the field that knows the mechanics."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.forms.handen import buttons, line, notes, opened, words, write
from tests.usecases.garage import GOLF, Garage, moment
from werkplaats.domain.artikel import Artikel
from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.monteurwerk import Monteur
from werkplaats.domain.rechten import GROEPEN, Wie
from werkplaats.domain.urencorrectie import TijdvakInvoer
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.werkkaart import KaartStaat, WerkkaartInvoer
from werkplaats.forms.werkkaart.form import WerkkaartForm
from werkplaats.forms.werkkaart.gewerkt import GewerktForm
from werkplaats.forms.werkkaart.raster import Raster

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form

ACHT, TIEN = moment(2026, 11, 24, 7), moment(2026, 11, 24, 9)


@pytest.fixture
def dennis(garage: Garage) -> Monteur:
    with garage.store.begin(garage.beheerder) as werk:
        return Monteur(werk.gebruikers.add("dennis", "Dennis Kuipers", ("Monteur",)), "Dennis Kuipers")


@pytest.fixture
def kaart(garage: Garage, dennis: Monteur) -> int:
    """A card on which Dennis worked from eight until ten; it is three in the afternoon."""
    garage.artikelen.put(garage.beheerder, (Artikel("ARB", "Arbeid", Bedrag(8450), "u", uren=True),))
    garage.klok.moment = moment(2026, 11, 24, 14)
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, merk="Volkswagen")).id
    nummer = garage.werkkaarten.make(garage.balie, auto, WerkkaartInvoer(), KaartStaat.BINNEN).id
    garage.monteurwerk.correct(garage.balie, nummer, None, TijdvakInvoer(dennis, ACHT, TIEN, "Geklokt op papier"))
    return nummer


@pytest.fixture
def gewerkt(qtbot: QtBot, deuren: Deuren, kaart: int) -> GewerktForm:
    deuren.werkkaart.open_gewerkt(kaart, "2026-000001")
    return opened(qtbot, GewerktForm)


@pytest.fixture
def form(qtbot: QtBot, deuren: Deuren, kaart: int) -> WerkkaartForm:
    deuren.werkkaart.open_werkkaart(kaart)
    return opened(qtbot, WerkkaartForm)


def _times(garage: Garage, kaart: int) -> list[tuple[str, str]]:
    zone = garage.balie.zone
    tijden = garage.monteurwerk.report(garage.balie, kaart).tijden
    return [(f"{een.begin.lokaal(zone):%H:%M}", f"{een.eind.lokaal(zone):%H:%M}" if een.eind else "") for een in tijden]


def _hours(form: WerkkaartForm) -> list[int]:
    raster = form.findChild(Raster)
    assert raster is not None
    return [regel.aantal for regel in raster.lines.regels]


def _press(form: Form, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or form, key)


def test_a_wrong_end_is_put_right_with_a_reason(gewerkt: GewerktForm, garage: Garage, kaart: int) -> None:
    write(gewerkt, "Einde, tijd", "930")
    gewerkt.save()
    assert _times(garage, kaart) == [("08:00", "10:00")]
    assert any("Schrijf op waarom" in said for said in notes(gewerkt))
    write(gewerkt, "Reden", "Pauze vergeten")
    gewerkt.save()
    assert _times(garage, kaart) == [("08:00", "09:30")]
    assert not gewerkt.has_changes()


def test_an_end_before_the_beginning_is_said_while_one_types(gewerkt: GewerktForm) -> None:
    write(gewerkt, "Einde, tijd", "7:00")
    assert any("Zijn de twee verwisseld" in said for said in notes(gewerkt))


def test_time_that_nobody_clocked_is_added_and_may_not_lie_over_other_work(
    gewerkt: GewerktForm, garage: Garage, kaart: int, dennis: Monteur
) -> None:
    buttons(gewerkt)["Nieuwe tijd"].click()
    gewerkt._velden._monteur.set_value(dennis.id)
    for name, text in (("Begin, tijd", "9:30"), ("Einde, tijd", "11:00"), ("Reden", "Vergeten te starten")):
        write(gewerkt, name, text)
    gewerkt.save()
    assert any("werkte toen aan werkkaart 2026-000001" in said for said in notes(gewerkt))
    write(gewerkt, "Begin, tijd", "10:00")
    gewerkt.save()
    assert _times(garage, kaart) == [("08:00", "10:00"), ("10:00", "11:00")]


def test_taking_time_away_asks_first_and_wants_a_reason(gewerkt: GewerktForm, garage: Garage, kaart: int) -> None:
    buttons(gewerkt)["Weghalen"].click()
    assert any("Schrijf op waarom" in said for said in notes(gewerkt))
    write(gewerkt, "Reden", "Verkeerde kaart")
    buttons(gewerkt)["Weghalen"].click()
    assert "Deze tijd van Dennis Kuipers weghalen?" in words(gewerkt)
    buttons(gewerkt)["Weghalen"].click()
    assert _times(garage, kaart) == []
    assert "Nog niet aan deze kaart gewerkt" in words(gewerkt)


def test_a_mechanic_is_told_who_puts_the_time_of_another_right(
    qtbot: QtBot,
    garage: Garage,
    kaart: int,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
) -> None:
    ali: Wie = replace(garage.beheerder, naam="Ali", groepen=("Monteur",), rechten=GROEPEN["Monteur"])
    make_deuren(make_toegang(ali)).werkkaart.open_gewerkt(kaart, "2026-000001")
    form = opened(qtbot, GewerktForm)
    form._table.selectRow(0)
    form._table.setFocus()
    _press(form, Qt.Key.Key_Return)
    assert "zet de balie recht" in form.problem.text


def test_f3_bills_the_hours_once_and_brings_them_up_to_date(
    form: WerkkaartForm, garage: Garage, kaart: int, dennis: Monteur
) -> None:
    for _time in range(2):
        _press(form, Qt.Key.Key_F3)
        assert _hours(form) == [2000]
    later = TijdvakInvoer(dennis, moment(2026, 11, 24, 10), moment(2026, 11, 24, 11), "Vergeten")
    garage.monteurwerk.correct(garage.balie, kaart, None, later)
    _press(form, Qt.Key.Key_F3)
    assert _hours(form) == [3000]
    assert "bijgewerkt van 2 naar 3" in form.problem.text
    form.problem.retry_button.click()
    assert _hours(form) == [2000]


def test_two_people_who_press_f3_on_one_card_make_one_line(form: WerkkaartForm, garage: Garage, kaart: int) -> None:
    _press(form, Qt.Key.Key_F3)
    mijn = form._read()
    leeg = garage.werkkaarten.load(garage.balie, kaart).invoer
    garage.werkkaarten.save(garage.balie, kaart, leeg, mijn)
    form.save_then(lambda _kaart: None)
    assert [regel.aantal for regel in garage.werkkaarten.load(garage.balie, kaart).invoer.regels] == [2000]


def test_the_card_shows_what_was_worked(form: WerkkaartForm) -> None:
    assert "2 gewerkt" in words(form)
    form._onder.monteur.setFocus()
    assert form._onder.uren.accessibleName().startswith("Uren: 2 gewerkt")


def test_a_clock_that_nobody_stopped_is_told_at_the_counter(
    qtbot: QtBot, deuren: Deuren, garage: Garage, kaart: int, dennis: Monteur
) -> None:
    garage.monteurwerk.start(garage.balie, dennis, kaart)
    garage.klok.moment = moment(2026, 11, 25, 7)
    deuren.werkkaart.open_werkkaart(kaart)
    assert "vergeten te stoppen?" in words(opened(qtbot, WerkkaartForm))
    deuren.werkkaart.open_gewerkt(kaart, "2026-000001")
    gewerkt = opened(qtbot, GewerktForm)
    assert gewerkt._table.cell(1, 2).text == "vergeten te stoppen?"


def test_what_a_mechanic_does_elsewhere_is_seen_on_the_open_card(
    form: WerkkaartForm, deuren: Deuren, garage: Garage, kaart: int, dennis: Monteur
) -> None:
    assert "loopt nu" not in words(form)
    garage.monteurwerk.start(garage.balie, dennis, kaart)
    deuren.heard.emit("werkkaart")
    assert "loopt nu" in words(form)


def test_the_name_of_a_mechanic_is_proposed_also_as_the_second(form: WerkkaartForm) -> None:
    field = line(form, "Monteur")
    field.setFocus()
    QTest.keyClicks(field, "Balie 3, den")
    assert field.completer().currentCompletion() == "Balie 3, Dennis Kuipers"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "Balie 3, Dennis Kuipers"


def test_who_is_no_mechanic_is_remarked_upon_and_may_stay(form: WerkkaartForm, garage: Garage, kaart: int) -> None:
    write(form, "Monteur", "Denis")
    assert any(said.startswith("Denis is hier geen monteur") for said in notes(form))
    form.save_then(lambda _kaart: None)
    assert garage.werkkaarten.load(garage.balie, kaart).invoer.monteur == "Denis"
