"""Two people changed one field: both values are shown, and one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from tests.forms.handen import ALT, CTRL, opened, press
from tests.forms.handen import words as labels
from tests.ui.clipping import cut_texts
from tests.usecases.garage import GOLF, moment
from werkplaats.domain.voertuig import Code, RelatieKop, Voertuig, VoertuigKaart
from werkplaats.errors import BotsendVeld, Botsing
from werkplaats.forms.botsing import BotsingForm
from werkplaats.forms.waarden import NOTHING
from werkplaats.ui.labels import ElidedLabel
from werkplaats.ui.plate import Plate

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.theme import Theme

FIELDS = (
    BotsendVeld("ledig_gewicht", 1200, 1214, 1264, "Tom Reijnders", moment(2026, 11, 24, 9, 12)),
    BotsendVeld("hoofdeigenaar", None, RelatieKop(1, "Dhr. H. van Dalen"), None),
    BotsendVeld("radiocode", Code(), Code.of("4417"), Code.of("9981")),
)


@pytest.fixture
def conflict(qtbot: QtBot, toegang: Toegang, deuren: Deuren) -> BotsingForm:
    form = BotsingForm(toegang, deuren, Botsing(FIELDS, "Sanne de Wit", None))
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
        "Ledig gewicht: de waarde van Tom Reijnders, 1.264 kg",
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


def test_each_field_says_who_changed_it_and_when_and_what_stood_there(conflict: BotsingForm) -> None:
    assert "Tom Reijnders, 24-11-2026 10:12" in labels(conflict)
    said = {label.accessibleName() for label in conflict.findChildren(ElidedLabel)}
    assert {"Er stond: 1.200 kg", f"Er stond: {NOTHING}"} <= said


def test_all_of_one_side_is_one_key(qtbot: QtBot, conflict: BotsingForm) -> None:
    press(conflict, Qt.Key.Key_A, ALT)
    qtbot.waitUntil(lambda: not any(chosen for _text, chosen in choices(conflict)[::2]))
    with qtbot.waitSignal(conflict.solved) as solved:
        press(conflict, Qt.Key.Key_S, CTRL)
    assert solved.args == [{"ledig_gewicht": False, "hoofdeigenaar": False, "radiocode": False}]


def test_nothing_is_not_kept_over_something_by_default(qtbot: QtBot, toegang: Toegang, deuren: Deuren) -> None:
    auto = Voertuig(1, 2, VoertuigKaart(kenteken=GOLF), moment(2026, 11, 24), "Tom Reijnders")
    fields = (BotsendVeld("notitie", "oud", "", "Slotbout in het dashboardkastje"), BotsendVeld("merk", "", "A", "B"))
    form = BotsingForm(toegang, deuren, Botsing(fields, "Tom Reijnders", auto))
    form.show()
    opened(qtbot, BotsingForm)
    assert [chosen for _text, chosen in choices(form)] == [False, True, True, False]
    assert [plate.accessibleName() for plate in form.findChildren(Plate)] == ["Kenteken GA-482-R, Nederland"]
    form.close()
