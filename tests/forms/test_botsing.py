"""Two people changed one field: both values are shown, and one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from tests.forms.handen import CTRL, opened, press
from tests.forms.handen import words as labels
from tests.ui.clipping import cut_texts
from werkplaats.domain.voertuig import Code, RelatieKop
from werkplaats.errors import BotsendVeld, Botsing
from werkplaats.forms.botsing import BotsingForm
from werkplaats.forms.waarden import NOTHING

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.theme import Theme

FIELDS = (
    BotsendVeld("ledig_gewicht", None, 1214, 1264),
    BotsendVeld("hoofdeigenaar", None, RelatieKop(1, "Dhr. H. van Dalen"), None),
    BotsendVeld("radiocode", Code(), Code.of("4417"), Code.of("9981")),
)


@pytest.fixture
def conflict(qtbot: QtBot, toegang: Toegang, deuren: Deuren) -> BotsingForm:
    form = BotsingForm(toegang, Botsing(FIELDS, "Sanne de Wit", None))
    form.resize(*form.standard_size)
    form.show()
    return opened(qtbot, BotsingForm)


def choices(form: BotsingForm) -> list[tuple[str, bool]]:
    return [(radio.text(), radio.isChecked()) for radio in form.findChildren(QRadioButton)]


def test_both_values_stand_beside_each_other_mine_chosen(conflict: BotsingForm) -> None:
    assert "Sanne de Wit was u voor" in labels(conflict)
    assert "Wat Sanne de Wit invulde" in labels(conflict)
    assert choices(conflict) == [
        ("1.214 kg", True),
        ("1.264 kg", False),
        ("Dhr. H. van Dalen", True),
        (NOTHING, False),
        ("gewijzigd", True),
        ("gewijzigd", False),
    ], "a code is never shown"


def test_the_keyboard_chooses_and_saves(qtbot: QtBot, conflict: BotsingForm) -> None:
    press(conflict, Qt.Key.Key_Right)
    press(conflict, Qt.Key.Key_Tab)
    press(conflict, Qt.Key.Key_Tab)
    press(conflict, Qt.Key.Key_Right)
    with qtbot.waitSignal(conflict.solved) as solved:
        press(conflict, Qt.Key.Key_S, CTRL)
    assert solved.args == [{"ledig_gewicht": False, "hoofdeigenaar": True, "radiocode": False}]


def test_a_screen_reader_hears_whose_value_it_is(conflict: BotsingForm) -> None:
    names = [radio.accessibleName() for radio in conflict.findChildren(QRadioButton)]
    assert names[:2] == [
        "Ledig gewicht: mijn waarde, 1.214 kg",
        "Ledig gewicht: de waarde van Sanne de Wit, 1.264 kg",
    ]


def test_esc_saves_nothing(qtbot: QtBot, conflict: BotsingForm) -> None:
    with qtbot.assertNotEmitted(conflict.solved):
        press(conflict, Qt.Key.Key_Escape)
    assert not conflict.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_no_text_is_cut_off(look: Theme, conflict: BotsingForm, scale: float) -> None:
    look.set_scale(scale)
    conflict.resize(round(720 * scale), round(400 * scale))
    assert cut_texts(conflict) == []
