"""The window on a report to Car-Pass, and the overview: what one sees and what a press of a button does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.forms.handen import focus_name, line, notes, opened, write
from tests.usecases.test_carpass import ANOMALIE, AUTO, GOED, INVOER, zend
from werkplaats.domain.instellingen import CARPASS_WACHTWOORD
from werkplaats.domain.lijst import Lijstvraag
from werkplaats.domain.melding import MonteurStand, Staat
from werkplaats.domain.moment import vandaag
from werkplaats.forms.carpass.form import CarPassForm
from werkplaats.forms.carpass.paneel import MeldingPaneel
from werkplaats.forms.lijsten.meldingen import meldingen_list
from werkplaats.ui.button import Button
from werkplaats.ui.fields.text import NumberField, TextField
from werkplaats.ui.labels import ElidedLabel
from werkplaats.ui.lijst.pagina import ListPage
from werkplaats.usecases.lijsten import MELDING
from werkplaats.usecases.meldingen_schrijven import kop_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.store.transactie import Werk


@pytest.fixture
def toegang(make_toegang: Callable[..., Toegang], garage: Garage) -> Toegang:
    """Somebody at the counter of a Belgian garage with an account."""
    garage.configure(land="BE", carpass_btw="0123456749", carpass_gebruiker="2000000141")
    garage.instellingen.set_geheim(garage.beheerder, CARPASS_WACHTWOORD, "geheim")
    return make_toegang()


@pytest.fixture(autouse=True)
def no_window_stays() -> Iterator[None]:
    """A window with something unsaved would stand in the way of the next test."""
    yield
    for form in QApplication.topLevelWidgets():
        if isinstance(form, CarPassForm) and form.isVisible():
            form.discard()


@pytest.fixture
def auto(garage: Garage) -> int:
    return garage.new_car(AUTO).id


@pytest.fixture
def deuren(make_deuren: Callable[[Toegang], Deuren], toegang: Toegang) -> Deuren:
    return make_deuren(toegang)


def new(qtbot: QtBot, deuren: Deuren, auto: int) -> CarPassForm:
    deuren.carpass.new_melding(auto)
    return opened(qtbot, CarPassForm)


def pressed(form: CarPassForm, word: str) -> Button:
    """The button with this word that one sees."""
    (button,) = [each for each in form.findChildren(Button) if word in each.text() and each.isVisible()]
    return button


def concept(garage: Garage, auto: int) -> int:
    """What Einde Service makes: a report that nobody decided about, with what the mechanic read."""

    def write(werk: Werk) -> int:
        kaart = werk.voertuigen.get(auto).kaart
        monteur = MonteurStand(142_906, "Tom", werk.nu)
        return werk.meldingen.add(kop_of(auto, kaart), INVOER, None, monteur=monteur)

    return garage.store.run(garage.balie, write)


def staten(garage: Garage, auto: int) -> list[Staat]:
    return [melding.staat for melding in garage.carpass.van_voertuig(garage.balie, auto)]


def test_a_new_report_is_typed_and_sent(qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int) -> None:
    form = new(qtbot, deuren, auto)
    assert form._velden.read()[0].vin == INVOER.vin
    form._velden.fields["stand"].set_value(131_501)
    form._send.click()
    assert staten(garage, auto) == [Staat.TE_VERSTUREN]


def test_without_a_reading_nothing_goes_and_the_field_says_why(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int
) -> None:
    form = new(qtbot, deuren, auto)
    form._send.click()
    assert staten(garage, auto) == []
    assert form._velden.fields["stand"].remarks.now is not None


def test_not_sending_keeps_what_was_typed(qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int) -> None:
    form = new(qtbot, deuren, auto)
    form._velden.fields["omschrijving"].set_value("Remblokken")
    form._later.click()
    (melding,) = garage.carpass.van_voertuig(garage.balie, auto)
    assert (melding.staat, melding.invoer.omschrijving) == (Staat.UITGESTELD, "Remblokken")


def test_the_green_tick_asks_first_with_both_readings_and_then_confirms(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int
) -> None:
    melding = garage.carpass.report(garage.balie, auto, INVOER)
    zend(garage, ANOMALIE, None)
    deuren.carpass.open_melding(melding.id, bevestigen=True)
    form = opened(qtbot, CarPassForm)
    assert form.bar.is_asking
    assert staten(garage, auto) == [Staat.ANOMALIE]
    sure = pressed(form, "Bevestig")
    sure.click()
    assert zend(garage, GOED) == ["confirm"]
    assert staten(garage, auto) == [Staat.AANVAARD]


def test_the_overview_names_the_state_and_the_reason(
    toegang: Toegang, deuren: Deuren, garage: Garage, auto: int
) -> None:
    garage.carpass.report(garage.balie, auto, INVOER)
    zend(garage, ANOMALIE, None)
    kind = meldingen_list(toegang, deuren)
    (line,) = garage.lijsten.first(garage.balie, MELDING, Lijstvraag("staat"))
    texts = {column.name: column.text(line) for column in kind.columns}
    assert texts["staat"] == "Anomalie"
    assert texts["reden"] == "Lager dan de vorige stand"
    assert [action.icon for action in kind.actions(line)][:3] == ["bewerken", "bericht", "akkoord"]


def test_a_press_twice_sends_once(qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int) -> None:
    form = new(qtbot, deuren, auto)
    form._velden.fields["stand"].set_value(131_501)
    form._send.click()
    form._send.click()
    assert staten(garage, auto) == [Staat.TE_VERSTUREN]


def test_to_close_a_fresh_report_without_an_answer_leaves_it_open_in_the_overview(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int
) -> None:
    melding = concept(garage, auto)
    deuren.carpass.open_melding(melding)
    form = opened(qtbot, CarPassForm)
    assert "NIET DOORSTUREN" in form.bar.state
    form._velden.fields["stand"].set_value(131_501)
    form.close()
    (een,) = garage.carpass.van_voertuig(garage.balie, auto)
    assert (een.staat, een.km) == (Staat.UITGESTELD, 131_501)


def test_the_reading_of_the_mechanic_is_taken_over_with_one_press(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int
) -> None:
    deuren.carpass.open_melding(concept(garage, auto))
    form = opened(qtbot, CarPassForm)
    form._velden.fields["stand"].set_value(142_096)
    form._typed()
    form._oordeel.button.click()
    assert form._velden.read()[0].km == 142_906
    assert form._oordeel.button.isHidden()


@pytest.mark.parametrize(
    ("dagen", "vin", "woorden"),
    [
        (0, INVOER.vin, ""),
        (2, INVOER.vin, "De reparatiedatum ligt in het verleden"),
        (0, "VF1RFB00X62", "Het chassisnummer is korter dan 17 tekens"),
    ],
)
def test_the_head_is_red_when_one_is_late_or_the_number_is_short(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int, dagen: int, vin: str, woorden: str
) -> None:
    form = new(qtbot, deuren, auto)
    form._velden.fields["datum"].set_value(vandaag(garage.klok, garage.balie.zone) - timedelta(days=dagen))
    form._velden.fields["vin"].set_value(vin)
    form._typed()
    assert form._head.text == woorden


def test_the_likely_correction_of_the_number_is_a_button(qtbot: QtBot, deuren: Deuren, auto: int) -> None:
    form = new(qtbot, deuren, auto)
    form._velden.fields["vin"].set_value("VF1RFBOOX62000519")
    form._typed()
    form._velden._voorstel.click()
    assert form._velden.read()[0].vin == "VF1RFB00X62000519"


@pytest.mark.parametrize("stand", ["abc", "-5", "9999999"])
def test_a_reading_that_cannot_be_is_told_and_nothing_goes(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int, stand: str
) -> None:
    form = new(qtbot, deuren, auto)
    cast("NumberField", form._velden.fields["stand"]).setText(stand)
    form._send.click()
    assert staten(garage, auto) == []
    assert form.problem.text


def test_the_date_of_tomorrow_is_told_and_nothing_goes(qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int) -> None:
    form = new(qtbot, deuren, auto)
    form._velden.fields["stand"].set_value(131_501)
    form._velden.fields["datum"].set_value(vandaag(garage.klok, garage.balie.zone) + timedelta(days=1))
    form._send.click()
    assert staten(garage, auto) == []


@pytest.mark.parametrize(("dagen", "datum", "gaat"), [(1, "25-11-2026", False), (1, "24-11-2026", True)])
def test_with_the_clock_a_day_off_the_day_says_so_and_keeps_what_was_typed(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int, dagen: int, datum: str, gaat: bool
) -> None:
    garage.carpass_dienst.klok_verschil = timedelta(days=dagen)
    form = new(qtbot, deuren, auto)
    form._velden.fields["stand"].set_value(131_501)
    write(form, "Reparatiedatum", datum)
    assert "Bij Car-Pass is het nu 25-11-2026 10:00, op deze computer 24-11-2026 10:00." in "\n".join(notes(form))
    form._send.click()
    assert staten(garage, auto) == ([Staat.TE_VERSTUREN] if gaat else [])
    assert gaat or (focus_name(), line(form, "Reparatiedatum").text()) == ("Reparatiedatum", datum)


def test_another_reason_is_written_down(qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int) -> None:
    deuren.carpass.open_melding(concept(garage, auto))
    form = opened(qtbot, CarPassForm)
    form._vragen.ask_reason()
    pressed(form, "Anders").click()
    (words,) = [field for field in form.bar.findChildren(TextField) if field.isVisible()]
    words.setText("Showauto, rijdt niet")
    pressed(form, "Vastleggen").click()
    (een,) = garage.carpass.van_voertuig(garage.balie, auto)
    assert (een.staat, een.toelichting) == (Staat.NIET_MELDINGSPLICHTIG, "Showauto, rijdt niet")


def test_of_two_workstations_on_one_report_the_second_is_told(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int
) -> None:
    nummer = concept(garage, auto)
    deuren.carpass.open_melding(nummer)
    form = opened(qtbot, CarPassForm)
    seen = garage.carpass.look(garage.balie, nummer).melding
    assert seen is not None
    garage.carpass.postpone(garage.balie, nummer, seen.versie, INVOER)
    form._velden.fields["stand"].set_value(131_501)
    form._send.click()
    assert staten(garage, auto) == [Staat.UITGESTELD]
    assert "intussen gewijzigd" in form.problem.text


def overview(qtbot: QtBot, toegang: Toegang, deuren: Deuren) -> ListPage:
    page = ListPage(
        meldingen_list(toegang, deuren), toegang.lijsten, toegang.wie, toegang.background, toegang.voorkeuren
    )
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    return page


def words_of(part: QWidget) -> str:
    """All that stands in a part."""
    labels = [label.text() for label in part.findChildren(QLabel)]
    return " ".join([*labels, *(elided.accessibleName() for elided in part.findChildren(ElidedLabel))])


def test_beside_the_overview_stand_both_readings_and_what_happened(
    qtbot: QtBot, toegang: Toegang, deuren: Deuren, garage: Garage, auto: int
) -> None:
    garage.carpass.report(garage.balie, auto, INVOER)
    zend(garage, ANOMALIE, None)
    page = overview(qtbot, toegang, deuren)
    (pane,) = page.findChildren(MeldingPaneel)
    qtbot.waitUntil(lambda: "Antwoord van Car-Pass: Anomalie" in words_of(pane))
    assert "Lager dan de vorige stand" in words_of(pane)


def test_the_envelope_in_a_line_sends_it_as_it_stands(
    qtbot: QtBot, toegang: Toegang, deuren: Deuren, garage: Garage, auto: int
) -> None:
    garage.carpass.keep(garage.balie, auto, INVOER)
    page = overview(qtbot, toegang, deuren)
    last = len(page.model.columns) - 1
    assert page.table.cell(0, last).acts == ("bewerken", "bericht")
    room = page.table.visualRect(page.model.index(0, last))
    QTest.mouseClick(
        page.table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=room.topLeft() + QPoint(page.table.indent(last) + 24 + 12, room.height() // 2),
    )
    qtbot.waitUntil(lambda: staten(garage, auto) == [Staat.TE_VERSTUREN])


def test_a_line_that_cannot_go_as_it_stands_opens_with_what_is_wrong(
    qtbot: QtBot, toegang: Toegang, deuren: Deuren, garage: Garage, auto: int
) -> None:
    garage.carpass.keep(garage.balie, auto, replace(INVOER, stand=None))
    page = overview(qtbot, toegang, deuren)
    page._act(0, "bericht")
    opened(qtbot, CarPassForm)
    assert staten(garage, auto) == [Staat.UITGESTELD]


def test_the_overview_follows_an_answer_of_car_pass(
    qtbot: QtBot, toegang: Toegang, deuren: Deuren, garage: Garage, auto: int
) -> None:
    garage.carpass.report(garage.balie, auto, INVOER)
    page = overview(qtbot, toegang, deuren)
    garage.volgen.changes(garage.balie)
    zend(garage, ANOMALIE, None)
    for onderwerp in garage.volgen.changes(garage.balie):
        page.show_changed(onderwerp)
    qtbot.waitUntil(lambda: getattr(page.model.line(0), "staat", None) is Staat.ANOMALIE)


def test_the_pane_never_shows_the_readings_of_another_report(
    qtbot: QtBot, toegang: Toegang, deuren: Deuren, garage: Garage, auto: int
) -> None:
    garage.carpass.keep(garage.balie, auto, INVOER)
    garage.carpass.keep(garage.balie, auto, replace(INVOER, stand=150_001))
    page = overview(qtbot, toegang, deuren)
    (pane,) = page.findChildren(MeldingPaneel)
    for row in (0, 1):
        pane._ask.ask = lambda *_asked: None  # type: ignore[method-assign]  # the answer never comes
        page.table.selectRow(row)
        assert page.model.cell(row, 2).text in words_of(pane)
