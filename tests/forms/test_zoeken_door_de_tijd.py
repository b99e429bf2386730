"""The start page, on real data: an old plate and an old owner find the car, and the line says until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.forms.handen import opened
from tests.usecases.garage import DAF, GOLF, VAN_DALEN
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.wisseling import PlaatWissel, Rol, RolWissel
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.ui.bronnen import Bronnen
from werkplaats.ui.entries import Action, Entries
from werkplaats.ui.resultaat import VOERTUIG, Row
from werkplaats.ui.startkader import StartFrame
from werkplaats.ui.startpagina import StartPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.ui.work import Foreground

MAART = date(2026, 3, 12)


@pytest.fixture
def frame(qtbot: QtBot) -> StartFrame:
    frame = StartFrame()
    qtbot.addWidget(frame)
    frame.resize(1180, 760)
    with qtbot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    return frame


@pytest.fixture
def page(frame: StartFrame, foreground: Foreground, garage: Garage, deuren: Deuren) -> StartPage:
    """A car that was sold and got another plate in March, and the page on which one searches."""
    with garage.later(days=-296):
        verkoper = garage.new_owner()
        koper = garage.new_owner(replace(VAN_DALEN, tussenvoegsel="", naam="Smeets", telefoon="0611112222"))
        auto = garage.new_car(VoertuigKaart(kenteken=GOLF, merk="Volkswagen", hoofdeigenaar=verkoper))
    garage.wisselingen.change_role(garage.balie, auto.id, RolWissel(Rol.EIGENAAR, verkoper, koper, MAART))
    garage.wisselingen.change_plate(garage.balie, auto.id, PlaatWissel(GOLF, DAF, MAART))
    page = StartPage(frame, foreground)
    bronnen = Bronnen(garage.balie, garage.klok, garage.zoeken, garage.voertuigen, garage.relaties)
    opening = Action("Openen", "voertuig", deuren.open_voertuig, "Enter")
    page.begin(bronnen, Entries(voertuig=(opening,), relatie=(), creators=()))
    return page


def cars(page: StartPage) -> list[str]:
    return [line.spoken for line in page.list.lines if isinstance(line, Row) and line.soort == VOERTUIG]


@pytest.mark.parametrize(
    ("typed", "said"),
    [("ga482r", "had GA-482-R tot 12-03-2026"), ("van dalen", "was van Dhr. H. van Dalen tot 12-03-2026")],
)
def test_what_was_finds_the_car_and_says_until_when(page: StartPage, typed: str, said: str) -> None:
    QTest.keyClicks(page.box, typed)
    (line,) = cars(page)
    assert line.startswith("XS-41-BP, Volkswagen")
    assert said in line
    assert "Dhr. H. Smeets" in line


def test_who_drives_it_finds_the_car_and_the_line_says_so(page: StartPage, garage: Garage) -> None:
    anouk = garage.new_owner(replace(VAN_DALEN, tussenvoegsel="", naam="Verhoeven", telefoon="0633334444"))
    wissel = RolWissel(Rol.BESTUURDER, None, anouk, date(2026, 11, 1))
    garage.wisselingen.change_role(garage.balie, 1, wissel)
    QTest.keyClicks(page.box, "verhoeven")
    (line,) = cars(page)
    assert "bestuurder: Dhr. H. Verhoeven" in line
    assert "Dhr. H. Smeets" in line
    ended = RolWissel(Rol.BESTUURDER, anouk, None, date(2026, 11, 20))
    garage.wisselingen.change_role(garage.balie, 1, ended)
    page.box.clear()
    QTest.keyClicks(page.box, "verhoeven")
    assert "was bestuurder tot 20-11-2026: Dhr. H. Verhoeven" in cars(page)[0]


@pytest.mark.parametrize("typed", ["xs41bp", "smeets"])
def test_what_is_says_nothing_of_before(page: StartPage, typed: str) -> None:
    QTest.keyClicks(page.box, typed)
    (line,) = cars(page)
    assert "tot 12-03-2026" not in line


def test_enter_opens_the_car_that_an_old_plate_found(qtbot: QtBot, page: StartPage) -> None:
    QTest.keyClicks(page.box, "ga482r")
    QTest.keyClick(page.box, Qt.Key.Key_Return)
    assert opened(qtbot, MuterenForm).read_card().kenteken == DAF
