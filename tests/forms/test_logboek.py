"""Logboek: the newest first, each act once, codes never by value, and a filter that finds words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.forms.handen import focus_name, line, opened, press
from tests.forms.handen import words as labels
from tests.ui.clipping import cut_texts
from tests.usecases.garage import GOLF
from werkplaats.domain.relatie import RelatieKaart
from werkplaats.domain.voertuig import Code, VoertuigKaart
from werkplaats.errors import OpslagFout
from werkplaats.forms.logboek import LogboekForm
from werkplaats.ui.table import Table

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.forms.deuren import Deuren


@pytest.fixture
def golf(garage: Garage) -> Voertuig:
    """A Golf with a past: added at nine, corrected an hour later, its radio code looked at after that."""
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, merk="Volkswagen"))
    with garage.later(hours=1):
        auto = garage.change(
            garage.wie("Balie", "Anna"),
            auto,
            ledig_gewicht=1214,
            vervaldatum_apk=date(2026, 12, 2),
            lpg=True,
            radiocode=Code.of("4417"),
        )
    with garage.later(hours=2):
        garage.voertuigen.reveal_code(garage.balie, auto.id, "radiocode")
    return auto


@pytest.fixture
def logbook(qtbot: QtBot, deuren: Deuren, golf: Voertuig) -> LogboekForm:
    deuren.open_logboek("voertuig", golf.id, "GA-482-R Volkswagen")
    form = opened(qtbot, LogboekForm)
    form.resize(*form.standard_size)
    return form


def rows(form: LogboekForm) -> list[list[str]]:
    table = form.findChild(Table)
    assert isinstance(table, Table)
    count = table.rows.columnCount()
    return [[table.rows.cell(row, at).text.strip() for at in range(count)] for row in range(table.rows.rowCount())]


def test_the_newest_act_stands_first_and_each_act_once(logbook: LogboekForm) -> None:
    assert "GA-482-R Volkswagen" in labels(logbook)
    assert rows(logbook) == [
        ["24-11-2026 12:00", "Bram", "bekeken", "Radiocode", "", ""],
        ["24-11-2026 11:00", "Anna", "gewijzigd", "Ledig gewicht", "", "1.214 kg"],
        ["", "", "", "LPG", "Nee", "Ja"],
        ["", "", "", "Radiocode", "", "niet vastgelegd"],
        ["", "", "", "Vervaldatum APK", "", "02-12-2026"],
        ["24-11-2026 10:00", "Bram", "toegevoegd", "Kenteken", "", "GA-482-R (NL)"],
        ["", "", "", "Merk", "", "Volkswagen"],
    ]


def test_a_screen_reader_hears_who_and_when_at_each_line(logbook: LogboekForm) -> None:
    table = logbook.findChild(Table)
    assert isinstance(table, Table)
    index = table.rows.index(2, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "24-11-2026 11:00"


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("anna", ["LPG", "Ledig gewicht", "Radiocode", "Vervaldatum APK"]),
        ("radio", ["Radiocode", "Radiocode"]),
        ("radio bram", ["Radiocode"]),
        ("02-12-2026", ["Vervaldatum APK"]),
    ],
)
def test_the_filter_finds_a_field_a_name_or_a_value(logbook: LogboekForm, text: str, fields: list[str]) -> None:
    assert focus_name() == "Filter in het logboek"
    QTest.keyClicks(line(logbook, "Filter in het logboek"), text)
    assert sorted(row[3] for row in rows(logbook)) == sorted(fields)
    assert rows(logbook)[0][0], "the first line of what is left says when"


def test_nothing_found_repeats_the_words(logbook: LogboekForm) -> None:
    QTest.keyClicks(line(logbook, "Filter in het logboek"), "kilometers")
    assert rows(logbook) == []
    assert "Niets gevonden voor “kilometers”" in labels(logbook)


def test_a_save_elsewhere_is_there_at_once(
    logbook: LogboekForm, deuren: Deuren, garage: Garage, golf: Voertuig
) -> None:
    garage.change(garage.balie, golf, model="Golf")
    deuren.changed.emit("voertuig", golf.id)
    assert "Model" in [row[3] for row in rows(logbook)]


def test_a_relatie_has_a_logboek_too(qtbot: QtBot, deuren: Deuren, garage: Garage) -> None:
    kop = garage.new_owner(RelatieKaart(naam="Smeets", plaats="Gent"))
    deuren.open_logboek("relatie", kop.id, "Dhr. Smeets")
    assert [row[5] for row in rows(opened(qtbot, LogboekForm)) if row[3] in ("Naam", "Plaats")] == ["Smeets", "Gent"]


def test_esc_closes(logbook: LogboekForm) -> None:
    press(logbook, Qt.Key.Key_Escape)
    assert not logbook.isVisible()


def test_a_busy_database_is_said_and_asked_again(
    qtbot: QtBot, deuren: Deuren, garage: Garage, golf: Voertuig, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_args: object) -> None:
        raise OpslagFout("OPSLAG_BEZET")

    with monkeypatch.context() as patch:
        patch.setattr(garage.voertuigen, "logboek", busy)
        deuren.open_logboek("voertuig", golf.id, "GA-482-R")
    form = opened(qtbot, LogboekForm)
    assert form.problem.text
    assert rows(form) == []


def test_no_text_is_cut_off(logbook: LogboekForm) -> None:
    assert cut_texts(logbook) == []
