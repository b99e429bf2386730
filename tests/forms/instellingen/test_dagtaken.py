"""Dagtaken in the settings: the hour of the morning, and where the backup of the company goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.forms.handen import CTRL, choose, line, notes, opened, press, words, write
from werkplaats.domain.dagtaak import Verslag
from werkplaats.domain.instellingen import ShopInstellingen
from werkplaats.forms.instellingen.form import InstellingenForm
from werkplaats.usecases.dagtaken import Dagtaken, Taak

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
    """The page where the data lie on this computer, in a company of two shops."""
    garage.dagtaken = Dagtaken(garage.store, (Taak("backup", lambda *_: Verslag("TAAK_BACKUP")),))
    with garage.store.begin(garage.beheerder) as werk:
        werk.instellingen.add_shop(ShopInstellingen("Garage Peeters", "BE"))
    make_deuren(make_toegang(garage.beheerder)).open_instellingen("dagtaken")
    return opened(qtbot, InstellingenForm)


def _kept(garage: Garage) -> ShopInstellingen:
    return garage.instellingen.load(garage.beheerder).instellingen


def test_hour_and_backup_are_kept(garage: Garage, form: InstellingenForm) -> None:
    choose(form, "Vanaf", "05:00 uur")
    write(form, "Map", "D:\\Back-ups")
    write(form, "Bewaren (laatste back-ups)", "30")
    press(form, Qt.Key.Key_S, CTRL)

    kept = _kept(garage)
    assert (kept.dagtaken_uur, kept.backup_map, kept.backup_aantal) == (5, "D:\\Back-ups", 30)
    write(form, "Bewaren (laatste back-ups)", "")
    press(form, Qt.Key.Key_S, CTRL)
    assert _kept(garage).backup_aantal == 0


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("Map", "back-ups", "Geef de hele plaats van de map"),
        ("Bewaren (laatste back-ups)", "400", "van 1 tot en met 365"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    garage: Garage, form: InstellingenForm, field: str, text: str, said: str
) -> None:
    write(form, field, text)
    press(form, Qt.Key.Key_S, CTRL)

    assert any(said in note for note in notes(form))
    assert _kept(garage).backup_map == ""


def test_another_shop_says_where_the_backup_is_set(form: InstellingenForm) -> None:
    choose(form, "Vestiging", "Garage Peeters")

    assert line(form, "Map").isReadOnly()
    assert any("in te stellen bij Werkplaats" in note for note in notes(form))


def test_a_database_on_a_server_is_backed_up_there(
    qtbot: QtBot, garage: Garage, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren]
) -> None:
    make_deuren(make_toegang(garage.beheerder)).open_instellingen("dagtaken")

    assert "laatste back-ups" not in words(opened(qtbot, InstellingenForm))
