"""Kies relatie: results while one types, arrows and Enter to choose, a new one of the words that were typed."""

from __future__ import annotations

import gc
import threading
import weakref
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.forms.handen import ALT, CTRL, buttons, focus_name, line, open_forms, opened, press, words
from tests.usecases.garage import VAN_DALEN
from werkplaats.domain.relatie import RelatieKaart
from werkplaats.errors import OpslagFout
from werkplaats.forms.kies_relatie import KiesRelatieForm
from werkplaats.forms.relatie.form import NieuweRelatieForm
from werkplaats.ui.form import Form
from werkplaats.ui.resultatenlijst import ResultList

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.voertuig import RelatieKop
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.work import Background


class Owner(Form):
    """Stands in for the vehicle card, which asks for an owner."""

    def __init__(self, toegang: Toegang) -> None:
        super().__init__("kaart", toegang.background, toegang.voorkeuren, None)
        self.chosen: list[RelatieKop] = []


@pytest.fixture
def owner(toegang: Toegang) -> Owner:
    owner = Owner(toegang)
    owner.show()
    return owner


@pytest.fixture
def people(garage: Garage) -> None:
    for kaart in (VAN_DALEN, replace(VAN_DALEN, voorletters="A", voornaam="Anouk", naam="Dalenoord")):
        garage.new_owner(kaart)
    garage.new_owner(RelatieKaart(naam="Smeets"))


@pytest.fixture
def ask(qtbot: QtBot, deuren: Deuren, owner: Owner, people: None) -> Callable[[], KiesRelatieForm]:
    def open_form() -> KiesRelatieForm:
        deuren.kies_relatie(owner.chosen.append, owner)
        return opened(qtbot, KiesRelatieForm)

    return open_form


def lines(form: KiesRelatieForm) -> list[str]:
    """The first line of each row of the list, and its headings."""
    return [getattr(row, "title", "") or getattr(row, "text", "") for row in form.findChildren(ResultList)[0].lines]


def type_in(text: str) -> None:
    """Types where the keyboard is."""
    where = QApplication.focusWidget()
    assert where is not None
    QTest.keyClicks(where, text)


def test_it_asks_who_with_the_cursor_in_the_search_box(ask: Callable[[], KiesRelatieForm]) -> None:
    form = ask()
    assert focus_name() == "Zoek een relatie"
    assert "Wie zoekt u?" in words(form)


def test_arrows_and_enter_choose(ask: Callable[[], KiesRelatieForm], owner: Owner, qtbot: QtBot) -> None:
    form = ask()
    type_in("dalen")
    assert lines(form) == ["Dhr. H. van Dalen", "Dhr. A. (Anouk) van Dalenoord", "Nieuwe relatie 'dalen' …"]
    press(form, Qt.Key.Key_Down)
    press(form, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not shiboken6.isValid(form))
    assert [(kop.id, kop.weergave) for kop in owner.chosen] == [(2, "Dhr. A. (Anouk) van Dalenoord")]
    assert owner.chosen[0].adresregel == "Hatertseweg 214A, 6533 GL Nijmegen"


@pytest.mark.parametrize("text", ["6533gl 214", "12345678", "h.vandalen@", "van dalen"])
def test_anything_that_is_known_finds_somebody(ask: Callable[[], KiesRelatieForm], text: str) -> None:
    form = ask()
    type_in(text)
    assert "Dhr. H. van Dalen" in lines(form)


def test_esc_goes_back_and_chooses_nobody(ask: Callable[[], KiesRelatieForm], owner: Owner, qtbot: QtBot) -> None:
    form = ask()
    type_in("dalen")
    press(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(form))
    assert owner.chosen == []


def test_nobody_found_offers_a_new_one_with_the_typed_words(
    ask: Callable[[], KiesRelatieForm], owner: Owner, qtbot: QtBot
) -> None:
    form = ask()
    type_in("piet jansen")
    assert lines(form) == ["Niemand gevonden met 'piet jansen'", "Nieuwe relatie 'piet jansen' …"]
    press(form, Qt.Key.Key_Return)
    card = opened(qtbot, NieuweRelatieForm)
    assert (line(card, "Voornaam").text(), line(card, "Naam").text()) == ("Piet", "Jansen")
    press(card, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not shiboken6.isValid(card))
    assert [kop.weergave for kop in owner.chosen] == ["Dhr. P. (Piet) Jansen"]
    assert open_forms() == [owner]


def test_alt_n_makes_a_new_one_at_once(ask: Callable[[], KiesRelatieForm], qtbot: QtBot) -> None:
    form = ask()
    press(form, Qt.Key.Key_N, ALT)
    qtbot.waitUntil(lambda: any(isinstance(form, NieuweRelatieForm) for form in open_forms()))


def test_with_the_owner_closed_the_choice_goes_nowhere(
    ask: Callable[[], KiesRelatieForm], owner: Owner, qtbot: QtBot
) -> None:
    form = ask()
    type_in("nieuw iemand")
    press(form, Qt.Key.Key_Return)
    card = opened(qtbot, NieuweRelatieForm)
    chosen = owner.chosen
    owner.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(owner))
    press(card, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not shiboken6.isValid(card))
    assert chosen == []


def test_it_goes_with_its_owner(ask: Callable[[], KiesRelatieForm], owner: Owner, qtbot: QtBot) -> None:
    form = ask()
    owner.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(form))


def test_asked_twice_it_is_one_window(ask: Callable[[], KiesRelatieForm]) -> None:
    assert ask() is ask()


def test_enter_before_the_answer_takes_the_first_of_the_answer(
    qtbot: QtBot,
    garage: Garage,
    people: None,
    owner: Owner,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
    background: Background,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate = threading.Event()
    search = garage.zoeken.relaties

    def slow(*args: object) -> object:
        gate.wait(5)
        return search(*args)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(garage.zoeken, "relaties", slow)
    make_deuren(make_toegang(background=background)).kies_relatie(owner.chosen.append, owner)
    form = opened(qtbot, KiesRelatieForm)
    type_in("smee")
    press(form, Qt.Key.Key_Return)
    gate.set()
    qtbot.waitUntil(lambda: len(owner.chosen) == 1)
    assert owner.chosen[0].weergave == "Dhr. Smeets"


def test_a_store_that_does_not_answer_says_so_and_the_words_stay(
    ask: Callable[[], KiesRelatieForm], garage: Garage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> object:
        raise OpslagFout("GEEN_VERBINDING")

    form = ask()
    monkeypatch.setattr(garage.zoeken, "relaties", broken)
    type_in("dalen")
    assert form.problem.text
    monkeypatch.undo()
    buttons(form)["Opnieuw"].click()
    assert form.problem.text == ""
    assert "Dhr. H. van Dalen" in lines(form)


@pytest.mark.parametrize("text", ["x" * 500, "<b>dalen</b>", "😀", "   "])
def test_odd_words_harm_nothing(ask: Callable[[], KiesRelatieForm], text: str) -> None:
    form = ask()
    form._box.setText(text)
    press(form, Qt.Key.Key_Down)
    assert form.problem.text == ""


def test_who_may_not_make_one_is_not_offered_it(
    qtbot: QtBot,
    garage: Garage,
    people: None,
    owner: Owner,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
) -> None:
    make_deuren(make_toegang(garage.wie("Monteur"))).kies_relatie(owner.chosen.append, owner)
    form = opened(qtbot, KiesRelatieForm)
    type_in("qqq")
    assert lines(form) == ["Niemand gevonden met 'qqq'"]
    assert "Nieuwe relatie …" not in buttons(form)


def test_a_closed_form_is_freed(qtbot: QtBot, toegang: Toegang, deuren: Deuren, people: None) -> None:
    gone: list[weakref.ref[KiesRelatieForm]] = []
    for _time in range(5):
        form = KiesRelatieForm(toegang, deuren, lambda _kop: None)
        gone.append(weakref.ref(form))
        form.show()
        form._box.setText("dalen")
        with qtbot.waitSignal(form.destroyed):
            form.close()
        del form
    gc.collect()
    assert [ref for ref in gone if ref() is not None] == []
