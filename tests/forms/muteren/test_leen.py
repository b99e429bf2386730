"""Muteren kenteken, tab Leen/Huur: the car as a loan car, lent and taken back by keyboard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from tests.forms.handen import CTRL, buttons, choose, notes, opened, press, words, write
from tests.ui.clipping import cut_texts
from tests.usecases.garage import Garage, moment
from werkplaats.domain.leen import LeenKaart
from werkplaats.domain.rechten import Recht
from werkplaats.domain.relatie import RelatieKaart
from werkplaats.forms.botsing import BotsingForm
from werkplaats.forms.kies_relatie import KiesRelatieForm
from werkplaats.forms.leen.een import LeenForm
from werkplaats.forms.leen.terug import TerugForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.muteren.leen import LeenPagina
from werkplaats.ui.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from werkplaats.domain.leen import Leenperiode
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.ui.theme import Theme

    Open = Callable[..., MuterenForm]

LANGE_NAAM = RelatieKaart(naam="Gebroeders Van den Broek & Zonen Installatietechniek Nijmegen " * 2)


def table(form: MuterenForm) -> Table:
    press(form, Qt.Key.Key_8, CTRL)
    found = form.findChildren(LeenPagina)[0].findChildren(Table)[0]
    found.setFocus()
    return found


def lines(form: MuterenForm) -> list[tuple[str, ...]]:
    model = table(form).rows
    return [tuple(model.cell(row, column).text for column in range(7)) for row in range(model.rowCount())]


def lend(garage: Garage, auto: Voertuig, **velden: Any) -> Leenperiode:
    kaart = LeenKaart(relatie=garage.new_owner(), van=moment(2026, 11, 23), tot=moment(2026, 11, 24, 16), km_uit=1_000)
    return garage.leenperiodes.lend(garage.balie, auto.id, replace(kaart, **velden))


UIT = ("Weg", "Dhr. H. van Dalen", "Leen", "23-11-2026 10:00", "24-11-2026 17:00", "1.000", "")


def test_a_car_that_nobody_had_says_how_to_lend_it(open_card: Open, golf: Voertuig) -> None:
    form = open_card(golf)
    assert lines(form) == []
    assert "Deze auto is nog niet uitgeleend" in words(form)
    assert not buttons(form)["Terug"].isEnabled()


def test_the_tick_is_a_field_of_the_card(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf)
    press(form, Qt.Key.Key_8, CTRL)
    press(form, Qt.Key.Key_Space)
    press(form, Qt.Key.Key_S, CTRL)
    assert garage.voertuigen.load(garage.balie, golf.id).kaart.leenauto


def test_it_is_lent_by_keyboard(qtbot: QtBot, open_card: Open, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf)
    table(form)
    press(form, Qt.Key.Key_Insert)
    een = opened(qtbot, LeenForm)
    een.press_main()
    assert "Nog niet opgeslagen: 2 velden kloppen niet." in een.problem.text
    assert {"Kies aan wie de auto wordt meegegeven."} < set(notes(een))
    buttons(een)["Kies"].click()
    kies = opened(qtbot, KiesRelatieForm)
    kies._tell(garage.new_owner())
    kies.close()
    een = opened(qtbot, LeenForm)
    choose(een, "Soort", "Huur")
    write(een, "Terug verwacht", "24-11-2026")
    write(een, "Terug verwacht, tijd", "9:00")
    assert "De auto komt niet terug voordat hij weg is. Zijn de twee momenten verwisseld?" in notes(een)
    write(een, "Terug verwacht", "26-11-2026")
    write(een, "Km uit (km)", "1200")
    press(een, Qt.Key.Key_S, CTRL)
    wie = "Dhr. H. van Dalen"
    assert lines(form)[0][:6] == ("Weg", wie, "Huur", "24-11-2026 10:00", "26-11-2026 09:00", "1.200")


def test_who_has_it_then_is_said_at_the_field(qtbot: QtBot, open_card: Open, garage: Garage, golf: Voertuig) -> None:
    lend(garage, golf)
    form = open_card(golf)
    table(form)
    press(form, Qt.Key.Key_Insert)
    een = opened(qtbot, LeenForm)
    een._velden.borrower.choose(garage.new_owner())
    write(een, "Terug verwacht", "26-11-2026")
    write(een, "Terug verwacht, tijd", "9")
    press(een, Qt.Key.Key_S, CTRL)
    said = "Dhr. H. van Dalen heeft deze auto van 23-11-2026 10:00 tot 24-11-2026 17:00."
    assert [note for note in notes(een) if note.startswith(said)], notes(een)
    assert een.isVisible()


@pytest.mark.parametrize("tijd", ["", "vijf uur"])
def test_half_a_moment_is_told_at_the_time(
    qtbot: QtBot, open_card: Open, garage: Garage, golf: Voertuig, tijd: str
) -> None:
    lend(garage, golf)
    form = open_card(golf)
    table(form)
    press(form, Qt.Key.Key_Return)
    een = opened(qtbot, LeenForm)
    write(een, "Terug verwacht, tijd", tijd)
    press(een, Qt.Key.Key_S, CTRL)
    assert any("bijvoorbeeld" in note for note in notes(een))
    een.discard()


def test_it_comes_back_with_its_reading(qtbot: QtBot, open_card: Open, garage: Garage, golf: Voertuig) -> None:
    lend(garage, golf)
    form = open_card(golf)
    assert lines(form) == [UIT]
    press(form, Qt.Key.Key_T, CTRL)
    terug = opened(qtbot, TerugForm)
    assert "Weg met 1.000 km" in "\n".join(notes(terug))
    terug.press_main()
    assert "Lees de km-stand af en vul hem in, bijvoorbeeld 52.449." in notes(terug)
    write(terug, "Km in (km)", "999")
    assert any(note.startswith("Lager dan de stand waarmee hij wegging (1.000 km).") for note in notes(terug))
    write(terug, "Km in (km)", "1.250")
    press(terug, Qt.Key.Key_S, CTRL)
    assert lines(form)[0][0] == "Terug"
    assert lines(form)[0][4:] == ("24-11-2026 10:00", "1.000", "1.250")
    assert not buttons(form)["Terug"].isEnabled()
    assert [stand.km for stand in garage.kmstanden.van_voertuig(garage.balie, golf.id)] == [1_250]


def test_late_is_said_in_words_not_in_colour_alone(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    lend(garage, golf)
    with garage.later(days=2):
        assert lines(open_card(golf))[0][0] == "Te laat"


def test_one_is_taken_away_and_put_back(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    lend(garage, golf)
    form = open_card(golf)
    table(form)
    press(form, Qt.Key.Key_Delete)
    assert lines(form) == []
    assert "De uitlening aan Dhr. H. van Dalen is weggehaald." in form.problem.text
    form.problem.retry_button.click()
    assert lines(form) == [UIT]
    assert form.problem.text == ""


def test_two_who_change_the_same_are_shown_both(qtbot: QtBot, open_card: Open, garage: Garage, golf: Voertuig) -> None:
    staand = lend(garage, golf)
    form = open_card(golf)
    table(form)
    press(form, Qt.Key.Key_Return)
    een = opened(qtbot, LeenForm)
    later = replace(staand.kaart, tot=moment(2026, 11, 27, 16))
    garage.leenperiodes.save(garage.beheerder, staand.id, staand.kaart, later)
    write(een, "Terug verwacht", "26-11-2026")
    press(een, Qt.Key.Key_S, CTRL)
    botsing = opened(qtbot, BotsingForm)
    assert "26-11-2026 17:00" in "".join(_radios(botsing))
    press(botsing, Qt.Key.Key_S, CTRL)
    assert not een.isVisible()


def _radios(form: BotsingForm) -> list[str]:
    return [choice.text() for pair in form._choices.values() for choice in pair]


def test_another_window_is_followed(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    form = open_card(golf)
    table(form)
    lend(garage, golf)
    form._deuren.changed.emit("voertuig", golf.id)
    assert lines(form) == [UIT]


def test_each_sees_and_does_what_he_may(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    lend(garage, golf)
    monteur = open_card(golf, garage.wie("Monteur"))
    assert lines(monteur) == [UIT]
    assert "Uitlenen" not in buttons(monteur)
    monteur.close()
    zonder = replace(garage.balie, rechten=garage.balie.rechten - {Recht.WERKKAART_ZIEN})
    assert "leen" not in open_card(golf, zonder)._tabs.names


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_no_text_is_cut_off(
    qtbot: QtBot, look: Theme, open_card: Open, garage: Garage, golf: Voertuig, scale: float
) -> None:
    look.set_scale(scale)
    lend(garage, golf, relatie=garage.new_owner(LANGE_NAAM))
    form = open_card(golf)
    table(form)
    assert cut_texts(form) == []
    press(form, Qt.Key.Key_Return)
    een = opened(qtbot, LeenForm)
    een.resize(*(look.px(side) for side in een.standard_size))
    assert [text for text in cut_texts(een) if "Gebroeders" not in text] == []
    een.close()
    table(opened(qtbot, MuterenForm))
    press(form, Qt.Key.Key_T, CTRL)
    terug = opened(qtbot, TerugForm)
    terug.resize(*(look.px(side) for side in terug.standard_size))
    assert [text for text in cut_texts(terug) if "Gebroeders" not in text] == []
