"""A dialog works in the background, says what is wrong where it is wrong, and loses nothing that was typed."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from werkplaats.errors import Bevinding, BotsendVeld, Botsing, Ernst, Ongeldig, OpslagFout, Unreachable, WerkplaatsError
from werkplaats.ui.form import Form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from werkplaats.ui.voorkeuren import Voorkeuren
    from werkplaats.ui.work import Background, Foreground, Stop


class Field(QLineEdit):
    """A field that keeps its finding, as the fields of the kit do."""

    finding: Bevinding | None = None

    def set_finding(self, bevinding: Bevinding | None) -> None:
        self.finding = bevinding


class NameForm(Form):
    """Two fields and a use case that takes a name and a place."""

    def __init__(
        self, save: Callable[[str, str], str], background: Background, voorkeuren: Voorkeuren, parent: QWidget | None
    ) -> None:
        super().__init__("naam", background, voorkeuren, parent)
        self._save = save
        self.saved: list[str] = []
        self.base = ("", "")
        self.conflicts: list[Botsing] = []
        self.set_heading("Naam")
        page = QWidget()
        column = QVBoxLayout(page)
        self.naam, self.plaats = Field(), Field()
        for veld, field in (("naam", self.naam), ("plaats", self.plaats)):
            column.addWidget(field)
            self.register(veld, field)
        self.set_page(page)
        self.set_main("&Opslaan", "opslaan", self.save)

    def has_changes(self) -> bool:
        return (self.naam.text(), self.plaats.text()) != self.base

    def save(self) -> None:
        naam, plaats = self.naam.text(), self.plaats.text()
        self.work(lambda: self._save(naam, plaats), self._saved, writes=True)

    def solve(self, botsing: Botsing) -> None:
        self.conflicts.append(botsing)

    def _saved(self, answer: str) -> None:
        self.saved.append(answer)
        self.base = (self.naam.text(), self.plaats.text())


@pytest.fixture
def opened(qtbot: QtBot, background: Background, voorkeuren: Voorkeuren) -> Iterator[Callable[..., NameForm]]:
    forms: list[NameForm] = []

    def open_form(save: Callable[[str, str], str] = lambda naam, plaats: naam) -> NameForm:
        form = NameForm(save, background, voorkeuren, None)
        forms.append(form)
        with qtbot.waitActive(form):
            form.show()
            form.activateWindow()
        form.naam.setFocus()
        return form

    yield open_form
    for form in forms:
        if shiboken6.isValid(form):
            shiboken6.delete(form)


def _buttons(form: QWidget) -> dict[str, QPushButton]:
    shown = [button for button in form.findChildren(QPushButton) if button.isVisible()]
    return {button.text().replace("&", ""): button for button in shown}


def _words(form: QWidget) -> list[str]:
    return [label.text() for label in form.findChildren(QLabel) if label.isVisible()]


def _type(qtbot: QtBot, form: NameForm, naam: str) -> None:
    QTest.keyClicks(form.naam, naam)


def _raise(problem: WerkplaatsError) -> Callable[[str, str], str]:
    def save(_naam: str, _plaats: str) -> str:
        raise problem

    return save


def test_ctrl_s_saves_what_was_typed(qtbot: QtBot, opened: Callable[..., NameForm]) -> None:
    form = opened()
    _type(qtbot, form, "Smeets")
    QTest.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: form.saved == ["Smeets"])


def test_a_second_press_while_saving_saves_once(qtbot: QtBot, opened: Callable[..., NameForm]) -> None:
    gate = threading.Event()
    calls: list[str] = []

    def save(naam: str, _plaats: str) -> str:
        gate.wait(5)
        calls.append(naam)
        return naam

    form = opened(save)
    for _ in range(3):
        QTest.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    gate.set()
    qtbot.waitUntil(lambda: not form.is_busy)
    assert len(calls) == 1


def test_a_slow_save_says_bezig_with_inputs_off_and_annuleren_on(qtbot: QtBot, opened: Callable[..., NameForm]) -> None:
    gate = threading.Event()
    form = opened(lambda naam, _plaats: str(gate.wait(10)) and naam)
    _type(qtbot, form, "Smeets")
    form.save()
    QTest.keyClicks(form.naam, "-de Graaf")
    assert form.naam.text() == "Smeets", "what is typed now would not be saved"
    assert form.naam.isEnabled(), "a quick save does not flicker"
    qtbot.waitUntil(lambda: "Bezig …" in _buttons(form))
    assert not form.naam.isEnabled()
    assert not _buttons(form)["Bezig …"].isEnabled()
    assert _buttons(form)["Annuleren"].isEnabled()
    gate.set()
    qtbot.waitUntil(lambda: form.saved == ["Smeets"])
    assert _buttons(form)["Opslaan"].isEnabled()
    assert form.naam.hasFocus()


def test_after_a_second_the_count_and_stoppen_are_there(qtbot: QtBot, opened: Callable[..., NameForm]) -> None:
    def read(progress: Callable[[int, int], None], stop: Stop) -> str:
        progress(621_400, 1_000_000)
        while not stop():
            threading.Event().wait(0.005)
        return "gestopt"

    form = opened()
    answers: list[str] = []
    form.work(read, answers.append, writes=True)
    qtbot.waitUntil(lambda: "Stoppen" in _buttons(form), timeout=3000)
    assert "621.400 van 1.000.000" in _words(form)
    QTest.keyClick(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: answers == ["gestopt"])
    assert "Stoppen" not in _buttons(form)


def test_a_wrong_field_is_told_at_the_field_and_gets_the_focus(qtbot: QtBot, opened: Callable[..., NameForm]) -> None:
    wrong = Ongeldig([Bevinding("plaats", "ONLEESBAAR"), Bevinding("naam", "LETTERS", Ernst.WAARSCHUWING)])
    form = opened(_raise(wrong))
    _type(qtbot, form, "Smeets")
    form.save()
    qtbot.waitUntil(form.plaats.hasFocus)
    assert form.problem.text.startswith("Nog niet opgeslagen: 1 veld klopt niet")
    assert "Opslaan" in form.problem.text
    assert form.plaats.finding == wrong.bevindingen[0]
    assert form.naam.finding == wrong.bevindingen[1]
    assert form.naam.text() == "Smeets"


def test_a_mended_field_loses_its_finding(qtbot: QtBot, opened: Callable[..., NameForm]) -> None:
    form = opened()
    form.show_findings([Bevinding("plaats", "ONLEESBAAR")])
    form.show_findings([])
    assert form.plaats.finding is None
    assert form.problem.text == ""


def test_a_full_disk_is_a_sentence_and_the_text_stays(qtbot: QtBot, opened: Callable[..., NameForm]) -> None:
    form = opened(_raise(OpslagFout("SCHIJF_VOL")))
    _type(qtbot, form, "Smeets")
    form.save()
    qtbot.waitUntil(lambda: "schijf" in form.problem.text.lower())
    assert form.naam.text() == "Smeets"
    assert "Opnieuw" not in _buttons(form), "repeating would save what the fields were, not what they are"


def test_asking_again_is_one_press_when_the_register_was_silent(qtbot: QtBot, opened: Callable[..., NameForm]) -> None:
    tries: list[int] = []

    def ask() -> str:
        tries.append(1)
        if len(tries) == 1:
            raise Unreachable("GEEN_ANTWOORD", "RDW")
        return "Toyota"

    form = opened()
    answers: list[str] = []
    form.work(ask, answers.append)
    qtbot.waitUntil(lambda: "Opnieuw" in _buttons(form))
    QTest.mouseClick(_buttons(form)["Opnieuw"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: answers == ["Toyota"])
    assert form.problem.text == ""


def test_a_botsing_goes_to_the_form(qtbot: QtBot, opened: Callable[..., NameForm]) -> None:
    botsing = Botsing([BotsendVeld("naam", "", "Smeets", "Smits")], "Marieke", None)
    form = opened(_raise(botsing))
    form.save()
    qtbot.waitUntil(lambda: form.conflicts == [botsing])


def test_esc_lets_go_of_a_question_to_the_outside(qtbot: QtBot, opened: Callable[..., NameForm]) -> None:
    gate = threading.Event()
    form = opened()
    answers: list[bool] = []
    form.work(lambda: gate.wait(5), answers.append)
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.is_busy
    assert form.isVisible()
    form.work(lambda: True, lambda _answer: answers.append(False))
    gate.set()
    qtbot.waitUntil(lambda: answers == [False])


def test_closing_asks_about_what_was_typed_and_esc_goes_back(qtbot: QtBot, opened: Callable[..., NameForm]) -> None:
    form = opened()
    _type(qtbot, form, "Smeets")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert "Wijzigingen bewaren?" in _words(form)
    assert set(_buttons(form)) == {"Opslaan", "Niet bewaren", "Terug"}
    assert _buttons(form)["Opslaan"].hasFocus()
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert set(_buttons(form)) == {"Opslaan", "Annuleren"}
    assert form.naam.text() == "Smeets"


def test_opslaan_in_the_question_saves_and_closes(qtbot: QtBot, opened: Callable[..., NameForm]) -> None:
    form = opened()
    _type(qtbot, form, "Smeets")
    form.close()
    with qtbot.waitSignal(form.closed):
        QTest.mouseClick(_buttons(form)["Opslaan"], Qt.MouseButton.LeftButton)
    assert form.saved == ["Smeets"]


def test_niet_bewaren_closes_without_a_save(qtbot: QtBot, opened: Callable[..., NameForm]) -> None:
    form = opened()
    _type(qtbot, form, "Smeets")
    form.close()
    with qtbot.waitSignal(form.closed):
        QTest.mouseClick(_buttons(form)["Niet bewaren"], Qt.MouseButton.LeftButton)
    assert form.saved == []


def test_a_refused_save_from_the_question_keeps_the_window(qtbot: QtBot, opened: Callable[..., NameForm]) -> None:
    form = opened(_raise(OpslagFout("SCHIJF_VOL")))
    _type(qtbot, form, "Smeets")
    form.close()
    QTest.mouseClick(_buttons(form)["Opslaan"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(form.problem.text))
    assert form.isVisible()
    assert form.naam.text() == "Smeets"


def test_closing_during_a_save_closes_when_it_is_done(qtbot: QtBot, opened: Callable[..., NameForm]) -> None:
    gate = threading.Event()
    form = opened(lambda naam, _plaats: str(gate.wait(5)) and naam)
    _type(qtbot, form, "Smeets")
    form.save()
    assert not form.close()
    with qtbot.waitSignal(form.closed):
        gate.set()
    assert form.saved == ["Smeets"]


def test_closing_during_a_save_that_fails_keeps_the_window(qtbot: QtBot, opened: Callable[..., NameForm]) -> None:
    gate = threading.Event()

    def save(_naam: str, _plaats: str) -> str:
        gate.wait(5)
        raise OpslagFout("SCHIJF_VOL")

    form = opened(save)
    _type(qtbot, form, "Smeets")
    form.save()
    form.close()
    gate.set()
    qtbot.waitUntil(lambda: bool(form.problem.text))
    assert form.isVisible()
    assert form.naam.text() == "Smeets"


def test_enter_is_tab_when_chosen_and_nothing_otherwise(
    qtbot: QtBot, opened: Callable[..., NameForm], voorkeuren: Voorkeuren
) -> None:
    form = opened()
    QTest.keyClick(form.naam, Qt.Key.Key_Return)
    assert form.naam.hasFocus()
    assert form.saved == []
    voorkeuren.enter_is_tab = True
    QTest.keyClick(form.naam, Qt.Key.Key_Return)
    assert form.plaats.hasFocus()


def test_a_dialog_fits_its_screen_and_comes_back_as_large_as_it_was(
    qtbot: QtBot, opened: Callable[..., NameForm]
) -> None:
    first = opened()
    room = first.screen().availableSize()
    assert first.width() <= room.width()
    assert first.height() < room.height()
    first.resize(600, 420)
    first.close()
    assert opened().size() == QSize(600, 420)


def test_fifty_dialogs_opened_and_closed_leave_nothing_behind(
    qtbot: QtBot, foreground: Foreground, voorkeuren: Voorkeuren
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    gone: list[weakref.ref[NameForm]] = []
    before = len(QApplication.allWidgets())
    for _ in range(50):
        form = NameForm(lambda naam, _plaats: naam, foreground, voorkeuren, parent)
        gone.append(weakref.ref(form))
        form.show()
        form.naam.setText("Smeets")
        form.save()
        with qtbot.waitSignal(form.destroyed):
            form.close()
        del form
    gc.collect()
    assert [ref for ref in gone if ref() is not None] == []
    # What other tests left may go meanwhile.
    assert len(QApplication.allWidgets()) <= before
