"""The line below a list: no key is shown by half, and the count always is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from werkplaats.ui.chip import KeyCap
from werkplaats.ui.labels import Label
from werkplaats.ui.lijst.voet import Foot

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

KEYS = ["Enter", "Ctrl+C", "Ctrl+1…9", "Shift+F10"]


@pytest.fixture
def foot(qtbot: QtBot) -> Foot:
    foot = Foot("kenteken kopiëren")
    foot.set_count("1 gekozen · 300 voertuigen")
    foot.resize(foot.sizeHint())
    qtbot.addWidget(foot)
    foot.show()
    return foot


def shown(foot: Foot) -> list[str]:
    return [cap.accessibleName() for cap in foot.findChildren(KeyCap) if cap.isVisible()]


def is_cut(foot: Foot) -> bool:
    return any(part.width() < part.sizeHint().width() for part in foot.findChildren(Label) if part.isVisible())


def test_all_keys_are_shown_where_there_is_room(foot: Foot, qtbot: QtBot) -> None:
    assert shown(foot) == KEYS
    qtbot.waitUntil(lambda: not is_cut(foot))


def test_the_last_key_goes_first(foot: Foot, qtbot: QtBot) -> None:
    foot.resize(foot.width() - 1, foot.height())
    assert shown(foot) == KEYS[:3]
    qtbot.waitUntil(lambda: not is_cut(foot))


def test_the_count_stays_when_there_is_room_for_nothing_else(foot: Foot, qtbot: QtBot) -> None:
    foot.resize(foot.minimumSizeHint())
    assert shown(foot) == []
    qtbot.waitUntil(lambda: not is_cut(foot))


def test_a_longer_count_takes_the_room_of_a_key(foot: Foot) -> None:
    foot.set_count("1 gekozen · 1.000.000 voertuigen")
    assert shown(foot) == KEYS[:3]
    foot.set_count("12")
    assert shown(foot) == KEYS
