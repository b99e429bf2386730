"""The Pechhulp menu: seven providers in their order, the figure of each, when it was last asked, what bars it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tests.forms.handen import open_forms, opened
from tests.usecases.garage import GOLF
from werkplaats.domain.pechhulp import Aanbieder
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.forms.pechhulp import PechhulpForm
from werkplaats.forms.pechhulp_eerder import PechhulpEerderForm
from werkplaats.forms.pechhulp_menu import PechhulpMenu
from werkplaats.ui.button import Button
from werkplaats.ui.problem import ProblemLine
from werkplaats.ui.work import Foreground

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.work import Background, Task

SEVEN = [
    "Bosch Mobiliteitsgarantie",
    "AA-Team pechhulp",
    "Bovag pechhulp",
    "Pechhulp (via Bovemij)",
    "Vakgarage pechhulp",
    "VHD Pechhulp",
    "Pechonderwegservice.nl",
]
LINKS = tuple((aanbieder, f"https://{aanbieder.value}.example/?auto={{kenteken}}") for aanbieder in Aanbieder)


class Place(QWidget):
    """A window with the button of the menu, and a line for what goes wrong."""

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        self.problem = ProblemLine()
        self.button = Button("&Pechhulp", "pechhulp")
        row.addWidget(self.problem)
        row.addWidget(self.button)
        self.menu = PechhulpMenu(toegang, deuren, voertuig_id, self.button)
        self.button.setMenu(self.menu)

    def lines(self) -> list[QAction]:
        """The rows that can be read, with all that stands in them."""
        return [action for action in self.menu.actions() if not action.isSeparator()]

    def texts(self) -> list[str]:
        """The words at the left of the rows."""
        return [action.text().partition("\t")[0] for action in self.lines()]

    def right(self) -> dict[str, str]:
        """What stands at the right of each row."""
        return {action.text().partition("\t")[0]: action.text().partition("\t")[2] for action in self.lines()}


@pytest.fixture
def auto(garage: Garage) -> int:
    garage.configure(pechhulp_links=LINKS)
    return garage.new_car(VoertuigKaart(kenteken=GOLF, merk="Volkswagen")).id


@pytest.fixture
def show(qtbot: QtBot, toegang: Toegang, deuren: Deuren) -> Callable[..., Place]:
    """Opens the menu as a press on its button does."""

    def open_menu(voertuig_id: int, who: Toegang = toegang) -> Place:
        place = Place(who, deuren, voertuig_id)
        qtbot.addWidget(place)
        with qtbot.waitExposed(place):
            place.show()
        place.menu.popup(place.mapToGlobal(place.rect().bottomLeft()))
        return place

    return open_menu


def test_the_seven_stand_in_their_order_with_their_figures(show: Callable[..., Place], auto: int) -> None:
    place = show(auto)
    assert place.texts() == SEVEN
    assert list(place.right().values()) == ["1", "2", "3", "4", "5", "6", "7"]
    assert all(action.isEnabled() for action in place.lines())
    assert not any(action.isSeparator() for action in place.menu.actions())


def test_a_hidden_one_is_left_out_and_the_others_keep_their_figure(
    show: Callable[..., Place], auto: int, garage: Garage
) -> None:
    garage.configure(pechhulp_verborgen=frozenset({Aanbieder.BOSCH, Aanbieder.VHD}))
    place = show(auto)
    assert place.texts() == [name for name in SEVEN if name not in (SEVEN[0], SEVEN[5])]
    assert place.right()["Pechonderwegservice.nl"] == "7"


def test_the_figure_4_opens_the_form_of_bovemij(show: Callable[..., Place], auto: int, qtbot: QtBot) -> None:
    place = show(auto)
    QTest.keyClick(place.menu, Qt.Key.Key_4)
    opened(qtbot, PechhulpForm)
    assert not place.menu.isVisible()


def test_arrows_and_enter_open_a_page_and_it_is_remembered(
    show: Callable[..., Place], auto: int, garage: Garage
) -> None:
    place = show(auto)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(place.menu, key)
    assert garage.browser.paginas == ["https://aa_team.example/?auto=GA482R"]
    place = show(auto)
    assert place.right()["AA-Team pechhulp"] == "laatst 24-11-2026   2"
    assert place.texts()[-1] == "Eerdere aanvragen (1)"


def test_earlier_requests_are_the_last_line(
    show: Callable[..., Place], auto: int, garage: Garage, qtbot: QtBot
) -> None:
    garage.pechhulp.open_link(garage.balie, auto, Aanbieder.BOVAG)
    garage.pechhulp.open_link(garage.balie, auto, Aanbieder.BOVAG)
    place = show(auto)
    assert place.menu.actions()[-2].isSeparator()
    last = place.lines()[-1]
    assert last.text() == "Eerdere aanvragen (2)"
    last.trigger()
    opened(qtbot, PechhulpEerderForm)


def test_without_an_address_it_is_off_and_says_why(show: Callable[..., Place], auto: int, garage: Garage) -> None:
    garage.configure(pechhulp_links=LINKS[1:])
    place = show(auto)
    bosch = place.lines()[0]
    assert not bosch.isEnabled()
    assert bosch.toolTip() == "Nog geen webadres bekend. Een beheerder vult het in bij Instellingen, Pechhulp."
    QTest.keyClick(place.menu, Qt.Key.Key_1)
    assert (open_forms(), garage.browser.paginas) == ([], [])


def test_a_beheerder_is_led_to_the_settings(
    show: Callable[..., Place], auto: int, garage: Garage, make_toegang: Callable[..., Toegang]
) -> None:
    garage.configure(pechhulp_links=())
    place = show(auto, make_toegang(garage.beheerder))
    assert place.right()["Bosch Mobiliteitsgarantie"] == "adres instellen …   1"
    assert place.lines()[0].isEnabled()


def test_without_a_kenteken_only_bovemij_can_be_asked(show: Callable[..., Place], garage: Garage) -> None:
    garage.configure(pechhulp_links=LINKS)
    auto = garage.new_car(VoertuigKaart(chassisnummer=Vin.parse("WVWZZZCDZLW000417")))
    place = show(auto.id)
    assert [action.text().partition("\t")[0] for action in place.lines() if action.isEnabled()] == [SEVEN[3]]
    assert place.lines()[0].toolTip() == "Deze auto heeft nog geen kenteken. Vul het in en sla op."


def test_a_browser_that_does_not_open_is_said_in_the_window(
    show: Callable[..., Place], auto: int, garage: Garage
) -> None:
    garage.browser.kan_openen = False
    place = show(auto)
    place.lines()[0].trigger()
    assert "browser" in place.problem.text


def test_what_the_shop_changed_meanwhile_is_there_at_the_next_opening(
    show: Callable[..., Place], auto: int, garage: Garage
) -> None:
    place = show(auto)
    place.menu.close()
    garage.configure(pechhulp_verborgen=frozenset({Aanbieder.BOSCH}))
    place.menu.popup(place.mapToGlobal(place.rect().bottomLeft()))
    assert place.texts()[0] == "AA-Team pechhulp"


def test_a_menu_at_the_lower_edge_grows_upwards_when_its_answer_comes(
    qtbot: QtBot,
    garage: Garage,
    auto: int,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
    background: Background,
) -> None:
    garage.pechhulp.open_link(garage.balie, auto, Aanbieder.BOVAG)
    who = make_toegang(background=background)
    place = Place(who, make_deuren(who), auto)
    qtbot.addWidget(place)
    with qtbot.waitExposed(place):
        place.show()
    screen = place.screen().availableGeometry()
    place.move(screen.left() + 20, screen.bottom() - place.height())
    qtbot.mousePress(place.button, Qt.MouseButton.LeftButton)
    assert place.texts() == SEVEN
    assert not any(action.isEnabled() for action in place.lines())
    qtbot.waitUntil(lambda: place.texts()[-1] == "Eerdere aanvragen (1)")
    top = place.button.mapToGlobal(place.button.rect().topLeft()).y()
    assert place.menu.isVisible()
    assert place.menu.geometry().bottom() < top
    place.menu.close()
    # A button that stays down would be down for every test behind this one.
    qtbot.mouseRelease(place.button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton


class Slow(Foreground):
    """Answers when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Task] = []

    def _start(self, task: Task) -> None:
        self.waiting.append(task)

    def answer(self) -> None:
        while self.waiting:
            self.waiting.pop(0).execute(lambda word: word())


def test_a_figure_pressed_before_the_answer_is_taken_when_it_comes(
    show: Callable[..., Place], auto: int, qtbot: QtBot, make_toegang: Callable[..., Toegang]
) -> None:
    slow = Slow()
    place = show(auto, make_toegang(background=slow))
    QTest.keyClick(place.menu, Qt.Key.Key_4)
    assert place.menu.isVisible()
    assert open_forms() == []
    slow.answer()
    assert not place.menu.isVisible()
    opened(qtbot, PechhulpForm)


def test_a_figure_that_was_pressed_in_a_menu_that_closed_is_forgotten(
    show: Callable[..., Place], auto: int, make_toegang: Callable[..., Toegang]
) -> None:
    slow = Slow()
    place = show(auto, make_toegang(background=slow))
    QTest.keyClick(place.menu, Qt.Key.Key_4)
    QTest.keyClick(place.menu, Qt.Key.Key_Escape)
    slow.answer()
    assert open_forms() == []


def test_the_chosen_row_stays_chosen_when_the_answer_brings_other_rows(
    show: Callable[..., Place], auto: int, garage: Garage, make_toegang: Callable[..., Toegang]
) -> None:
    slow = Slow()
    place = show(auto, make_toegang(background=slow))
    slow.answer()
    place.menu.close()
    garage.configure(pechhulp_links=LINKS, pechhulp_verborgen=frozenset({Aanbieder.BOSCH}))
    place.menu.popup(place.mapToGlobal(place.rect().bottomLeft()))
    place.menu.setActiveAction(place.lines()[4])
    slow.answer()
    assert place.texts() == SEVEN[1:]
    assert place.menu.activeAction().text().startswith("Vakgarage pechhulp")
