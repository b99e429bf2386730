"""E-mail in the settings: the server, its password under seal, and a test mail that a real server takes or refuses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.forms.handen import CTRL, buttons, choose, line, notes, opened, press, words, write
from werkplaats.domain.mail import SMTP_WACHTWOORD
from werkplaats.forms.instellingen.form import InstellingenForm
from werkplaats.sandbox.post import Mailvanger, Post
from werkplaats.services.mail import MailService
from werkplaats.usecases.mails import Mails
from werkplaats.usecases.mailverzender import MailVerzender

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


@pytest.fixture
def form(
    qtbot: QtBot,
    garage: Garage,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
) -> InstellingenForm:
    """The page of a Beheerder whose mails go over the line."""
    service = MailService(alleen_lokaal=True, timeout=5)
    mails = Mails(garage.store, garage.kluis, service, MailVerzender(garage.store, service, None))
    make_deuren(replace(make_toegang(garage.beheerder), mails=mails)).open_instellingen("email")
    return opened(qtbot, InstellingenForm)


def _set_up(form: InstellingenForm, vanger: Mailvanger, afzender: str) -> None:
    host, _colon, poort = vanger.address.rpartition(":")
    write(form, "Mailserver", host)
    choose(form, "Beveiliging", "Geen, alleen binnen het gebouw")
    write(form, "Poort", poort)
    write(form, "Afzender", afzender)
    press(form, Qt.Key.Key_S, CTRL)
    assert form.bar.state.startswith("Opgeslagen")


def test_a_test_mail_arrives_and_the_page_says_what_was_answered(form: InstellingenForm) -> None:
    post = Post()
    with Mailvanger(post) as vanger:
        _set_up(form, vanger, "balie@example.com")
        buttons(form)["Test e-mail"].click()

    (mail,) = post.mails
    assert (mail["To"], mail["Subject"]) == ("balie@example.com", "Test e-mail van Werkplaats")
    assert "de mailserver antwoordt: 250 opgevangen" in _said(form)


def test_a_test_mail_that_is_refused_says_why(form: InstellingenForm) -> None:
    with Mailvanger(Post()) as vanger:
        _set_up(form, vanger, "weiger@example.com")
        buttons(form)["Test e-mail"].click()

    assert "onbekende ontvanger" in _said(form)


def test_without_a_server_a_test_says_what_to_do(form: InstellingenForm) -> None:
    buttons(form)["Test e-mail"].click()

    assert "geen mailserver" in _said(form)


def test_a_port_that_is_no_number_is_said_at_its_field(form: InstellingenForm) -> None:
    write(form, "Mailserver", "mail.example.com")
    write(form, "Poort", "")
    press(form, Qt.Key.Key_S, CTRL)

    assert "Een poort is een getal van 1 tot en met 65535" in _said(form)


def test_a_password_is_kept_replaced_and_taken_away(garage: Garage, form: InstellingenForm) -> None:
    assert "niet ingesteld" in words(form)
    write(form, "Wachtwoord", "geheim-4711")
    assert not buttons(form)["Test e-mail"].isEnabled(), "the test would use the one that is kept"
    press(form, Qt.Key.Key_S, CTRL)
    assert garage.instellingen.has_geheim(garage.beheerder, SMTP_WACHTWOORD)
    assert line(form, "Wachtwoord").text() == ""

    _remove(form).click()
    assert "wordt weggehaald bij opslaan" in words(form)
    assert form.bar.state == "1 wijziging nog niet opgeslagen"
    press(form, Qt.Key.Key_S, CTRL)

    assert not garage.instellingen.has_geheim(garage.beheerder, SMTP_WACHTWOORD)
    assert "niet ingesteld" in words(form)


def test_typing_after_taking_away_replaces_instead(garage: Garage, form: InstellingenForm) -> None:
    write(form, "Wachtwoord", "oud")
    press(form, Qt.Key.Key_S, CTRL)
    _remove(form).click()
    write(form, "Wachtwoord", "nieuw")
    press(form, Qt.Key.Key_S, CTRL)

    with garage.store.read() as lezing:
        kept = lezing.geheimen.get(garage.beheerder.shop_id, SMTP_WACHTWOORD)
    assert kept is not None
    assert garage.kluis.unseal(garage.beheerder.shop_id, SMTP_WACHTWOORD, kept) == "nieuw"


def _said(form: InstellingenForm) -> str:
    return "\n".join(notes(form))


def _remove(form: InstellingenForm) -> QAbstractButton:
    found = [part for part in form.findChildren(QAbstractButton) if part.accessibleName() == "Wachtwoord weghalen"]
    (shown,) = [part for part in found if part.isVisible()]
    return shown
