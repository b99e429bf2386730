"""CRM: what was said is written down at the top, corrected, taken back; from the card of the relatie and of the car."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from tests.forms.handen import ALT, CTRL, buttons, choose, notes, open_forms, opened, press, write
from tests.usecases.garage import GOLF, VAN_DALEN, moment
from werkplaats.domain.contactmoment import ContactKaart, Wijze
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.forms.contacten import ContactenForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.relatie.form import RelatieForm
from werkplaats.ui.button import Button
from werkplaats.ui.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.contactmoment import Contactmoment
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form

EERDER = ContactKaart(moment(2026, 11, 20), tekst="Belt over de APK")


def note(form: ContactenForm, text: str) -> None:
    field = form.findChildren(QPlainTextEdit)[0]
    field.setFocus()
    field.setPlainText(text)


def table(form: ContactenForm) -> Table:
    return form.findChildren(Table)[0]


def known(garage: Garage) -> list[Contactmoment]:
    return list(garage.contacten.van_relatie(garage.balie, 1))


def alt_c(qtbot: QtBot, form: Form) -> None:
    """A key presses a button visibly, so that it takes a moment."""
    press(form, Qt.Key.Key_C, ALT)
    qtbot.waitUntil(lambda: any(isinstance(other, ContactenForm) for other in open_forms()))


def show(qtbot: QtBot, garage: Garage, deuren: Deuren, *texts: str) -> ContactenForm:
    kop = garage.new_owner()
    for text in texts:
        kaart = replace(EERDER, tekst=text)
        garage.contacten.save(garage.balie, None, kop.id, kaart, kaart)
    deuren.open_contacten(kop.id, None)
    return opened(qtbot, ContactenForm)


def test_what_was_said_is_written_down_and_stands_at_the_top(qtbot: QtBot, garage: Garage, deuren: Deuren) -> None:
    form = show(qtbot, garage, deuren, "Belt over de APK")
    choose(form, "Hoe", "Balie")
    note(form, "Komt vrijdag langs")
    press(form, Qt.Key.Key_S, CTRL)
    contact = known(garage)[0]
    assert (contact.kaart.wijze, contact.kaart.tekst, contact.door) == (Wijze.BALIE, "Komt vrijdag langs", "Bram")
    assert contact.kaart.moment == garage.klok.nu()
    assert table(form).model().rowCount() == 2
    assert not form.has_changes()


def test_without_words_nothing_is_kept(qtbot: QtBot, garage: Garage, deuren: Deuren) -> None:
    form = show(qtbot, garage, deuren)
    press(form, Qt.Key.Key_S, CTRL)
    assert notes(form)[0].startswith("Schrijf op wat er besproken is")
    assert known(garage) == []


def test_a_day_or_time_that_cannot_be_read_is_said_at_its_field(qtbot: QtBot, garage: Garage, deuren: Deuren) -> None:
    form = show(qtbot, garage, deuren)
    write(form, "Tijd", "straks")
    note(form, "Komt terug")
    press(form, Qt.Key.Key_S, CTRL)
    assert "Dit is geen tijd. Vul uren en minuten in, bijvoorbeeld 9:05." in notes(form)
    write(form, "Tijd", "0905")
    write(form, "Wanneer", "23-11-2026")
    press(form, Qt.Key.Key_S, CTRL)
    assert f"{known(garage)[0].kaart.moment.lokaal('Europe/Amsterdam'):%d-%m-%Y %H:%M}" == "23-11-2026 09:05"


def test_enter_on_a_line_brings_it_up_to_be_corrected(qtbot: QtBot, garage: Garage, deuren: Deuren) -> None:
    form = show(qtbot, garage, deuren, "Belt over de AKP")
    table(form).setFocus()
    press(form, Qt.Key.Key_Return)
    assert form.findChildren(QPlainTextEdit)[0].toPlainText() == "Belt over de AKP"
    note(form, "Belt over de APK")
    press(form, Qt.Key.Key_S, CTRL)
    assert [contact.kaart.tekst for contact in known(garage)] == ["Belt over de APK"]


def test_taking_back_is_asked_first(qtbot: QtBot, garage: Garage, deuren: Deuren) -> None:
    form = show(qtbot, garage, deuren, "Verkeerde klant")
    table(form).setFocus()
    press(form, Qt.Key.Key_Return)
    press(form, Qt.Key.Key_T, ALT)
    qtbot.waitUntil(lambda: form.bar.is_asking)
    assert len(known(garage)) == 1
    next(b for b in form.findChildren(Button) if b.text() == "Terugnemen").click()
    assert known(garage) == []


def test_the_card_of_the_relatie_shows_the_latest_and_opens_all(qtbot: QtBot, garage: Garage, deuren: Deuren) -> None:
    kop = garage.new_owner(VAN_DALEN)
    garage.contacten.save(garage.balie, None, kop.id, EERDER, EERDER)
    deuren.open_relatie(kop.id)
    form = opened(qtbot, RelatieForm)
    alt_c(qtbot, form)
    opened(qtbot, ContactenForm)


def test_from_the_card_of_a_car_the_contact_is_about_that_car(qtbot: QtBot, garage: Garage, deuren: Deuren) -> None:
    car = garage.new_car(VoertuigKaart(kenteken=GOLF, hoofdeigenaar=garage.new_owner()))
    deuren.open_voertuig(car.id)
    alt_c(qtbot, opened(qtbot, MuterenForm))
    form = opened(qtbot, ContactenForm)
    note(form, "Over deze auto")
    press(form, Qt.Key.Key_S, CTRL)
    assert known(garage)[0].kaart.voertuig_id == car.id


def test_a_car_without_an_owner_has_nobody_to_talk_to(qtbot: QtBot, garage: Garage, deuren: Deuren) -> None:
    deuren.open_voertuig(garage.new_car().id)
    form = opened(qtbot, MuterenForm)
    press(form, Qt.Key.Key_C, ALT)
    qtbot.waitUntil(lambda: form.problem.text.startswith("Deze auto heeft nog geen eigenaar."))


def test_who_may_only_look_sees_the_list(
    qtbot: QtBot, garage: Garage, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren]
) -> None:
    form = show(qtbot, garage, make_deuren(make_toegang(garage.wie("Monteur"))), "Belt over de APK")
    assert "Opslaan" not in buttons(form)
    assert table(form).model().rowCount() == 1
