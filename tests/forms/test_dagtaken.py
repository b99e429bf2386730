"""The day's tasks on the screen: how each went, running them now, and trying first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from tests.forms.handen import opened, words
from werkplaats.domain.dagtaak import Verslag
from werkplaats.errors import OpslagFout
from werkplaats.forms.dagtaken import DagtakenForm
from werkplaats.usecases.dagtaken import Dagtaken, Taak

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.rechten import Wie
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class Kapot:
    """A task that fails until it is mended."""

    def __init__(self) -> None:
        self.heel = False

    def __call__(self, _wie: Wie, _datum: date, _proef: bool, _door: object = None, /) -> Verslag:
        if not self.heel:
            raise OpslagFout("SCHIJF_VOL", plaats="D:")
        return Verslag("TAAK_BACKUP", 0, {"bestand": "D:\\back-up.zip"})


@pytest.fixture
def kapot() -> Kapot:
    """What is wrong with the backup."""
    return Kapot()


@pytest.fixture
def form(
    qtbot: QtBot,
    garage: Garage,
    kapot: Kapot,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
) -> DagtakenForm:
    """The window of a Beheerder with two tasks."""
    taken = (Taak("postbus", lambda *_: Verslag("TAAK_POSTBUS", 2)), Taak("backup", kapot))
    garage.dagtaken = Dagtaken(garage.store, taken)
    make_deuren(make_toegang(garage.beheerder)).open_dagtaken()
    return opened(qtbot, DagtakenForm)


def _rows(form: DagtakenForm) -> list[list[str]]:
    table = form._table
    return [[table.cell(row, at).text for at in range(len(table.columns))] for row in range(table.model().rowCount())]


def _press(form: DagtakenForm, title: str) -> None:
    (found,) = [part for part in form.findChildren(QPushButton) if part.text().replace("&", "") == title]
    found.click()


def test_before_the_first_morning_it_says_what_to_do(form: DagtakenForm) -> None:
    assert "Nog niets gedaan" in words(form)
    assert "vanaf 07:00 uur vanzelf" in words(form)


def test_it_is_done_now_and_what_failed_says_why(form: DagtakenForm) -> None:
    _press(form, "Nu uitvoeren")

    assert _rows(form)[0][1:3] == ["Postbus verzenden", "2 keer verzonden of geprobeerd te verzenden."]
    assert _rows(form)[1][1] == "Back-up"
    assert "vol" in _rows(form)[1][2]
    assert form.bar.state == "Niet alles is gelukt; zie de lijst."


def test_a_second_time_takes_up_what_failed_only(form: DagtakenForm, kapot: Kapot) -> None:
    _press(form, "Nu uitvoeren")
    kapot.heel = True
    _press(form, "Nu uitvoeren")

    assert form.bar.state == "Alles van vandaag is gedaan."
    assert len(_rows(form)) == 2
    assert "Back-up gemaakt" in _rows(form)[1][2]


def test_trying_first_changes_nothing(garage: Garage, form: DagtakenForm) -> None:
    _press(form, "Eerst proberen")

    assert form.bar.state == "Dit zou er gebeuren; er is niets veranderd."
    assert len(_rows(form)) == 2
    assert garage.dagtaken.log(garage.beheerder) == ()


def test_a_shop_that_turned_them_off_reads_so(garage: Garage, form: DagtakenForm) -> None:
    basis = garage.instellingen.load(garage.beheerder).instellingen
    garage.instellingen.save(garage.beheerder, basis, replace(basis, dagtaken_aan=False))
    form.reload()

    assert "Gebeurt niet vanzelf" in words(form)
