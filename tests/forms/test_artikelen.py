"""Eigen lijsten as a Beheerder keeps them by keyboard, and the kinds of work of Car-Pass on a code."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.forms.handen import buttons, notes, opened, words, write
from tests.usecases.garage import GOLF
from werkplaats.domain.artikel import Artikel, Pakket, PakketDeel, Standaardtekst
from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.forms.artikelen.een import ArtikelForm
from werkplaats.forms.artikelen.form import LijstenForm
from werkplaats.forms.werkkaart.form import WerkkaartForm
from werkplaats.forms.werkkaart.kiezen import KiesForm

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form

OLIE = Artikel("OL-5W30", "Motorolie 5W-30", Bedrag(1395), "l", voorraad=61_500)
REM = Artikel("REM", "Remblokken", Bedrag(6280))
BEURT = Pakket("PK-KB", "Kleine beurt", (PakketDeel("OL-5W30", 4250),))
GEB = Standaardtekst("GEB", "Klant gebeld, akkoord.")
WERKEN = {"A01": "Onderhoud", "A04": "Remmen"}


@pytest.fixture
def open_lists(
    qtbot: QtBot,
    garage: Garage,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
) -> Callable[[str], LijstenForm]:
    """Opens the lists of a shop in a country, for its Beheerder."""

    def make(land: str = "NL") -> LijstenForm:
        garage.artikelen.put(garage.beheerder, (OLIE, REM, BEURT, GEB))
        make_deuren(make_toegang(replace(garage.beheerder, land=land))).werkkaart.open_lijsten()
        return opened(qtbot, LijstenForm)

    return make


@pytest.fixture
def lists(open_lists: Callable[[str], LijstenForm]) -> LijstenForm:
    return open_lists("NL")


def _press(form: Form, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or form, key, modifier)


def _rows(form: LijstenForm) -> list[list[str]]:
    table = form._table
    return [[table.cell(row, at).text for at in range(2)] for row in range(table.model().rowCount())]


def _article(garage: Garage, code: str) -> Artikel:
    found = garage.artikelen.catalogus(garage.balie).article(code)
    assert found is not None
    return found


def test_what_was_sought_and_not_found_is_made_by_keyboard(qtbot: QtBot, lists: LijstenForm, garage: Garage) -> None:
    QTest.keyClicks(lists._filter, "accu-70")
    assert "Niets gevonden met “accu-70”" in words(lists)
    _press(lists, Qt.Key.Key_Insert)
    form = opened(qtbot, ArtikelForm)
    write(form, "Omschrijving", "Accu 70 Ah")
    write(form, "Prijs zonder btw", "129")
    write(form, "Voorraad", "2,5")
    form.save()
    nieuw = _article(garage, "ACCU-70")
    assert (nieuw.code, nieuw.prijs, nieuw.voorraad) == ("accu-70", Bedrag(12900), 2500)
    assert _rows(lists) == [["accu-70", "Accu 70 Ah"]]


def test_the_chosen_one_is_opened_and_changed(qtbot: QtBot, lists: LijstenForm, garage: Garage) -> None:
    QTest.keyClicks(lists._filter, "motor")
    _press(lists, Qt.Key.Key_Return)
    form = opened(qtbot, ArtikelForm)
    assert not form.has_changes()
    write(form, "Prijs zonder btw", "14,95")
    form.save()
    assert _article(garage, "OL-5W30") == replace(OLIE, prijs=Bedrag(1495))


def test_what_cannot_be_kept_is_said_at_its_field(qtbot: QtBot, lists: LijstenForm, garage: Garage) -> None:
    _press(lists, Qt.Key.Key_Insert)
    form = opened(qtbot, ArtikelForm)
    write(form, "Prijs zonder btw", "veel")
    form.save()
    said = " ".join(notes(form))
    for part in ("Vul een korte code in", "op de werkkaart komt te staan", "geen bedrag"):
        assert part in said
    for name, text in (("Code", "rem"), ("Omschrijving", "Remmen"), ("Prijs zonder btw", "1")):
        write(form, name, text)
    form.save()
    assert any("De code rem staat al in deze lijst" in note for note in notes(form))
    assert len(garage.artikelen.catalogus(garage.balie).artikelen) == 2


def test_taking_away_can_be_undone_and_a_part_of_a_package_stays(lists: LijstenForm, garage: Garage) -> None:
    lists._table.setFocus()
    _press(lists, Qt.Key.Key_Delete)
    assert "OL-5W30 zit in een pakket (PK-KB)" in lists.problem.text
    lists._table.selectRow(1)
    _press(lists, Qt.Key.Key_Delete)
    assert garage.artikelen.catalogus(garage.balie).article("REM") is None
    lists.problem.retry_button.click()
    assert _article(garage, "REM") == REM


def test_a_package_is_filled_in_line_by_line(qtbot: QtBot, lists: LijstenForm, garage: Garage) -> None:
    lists.open_tab(Pakket)
    assert _rows(lists) == [["PK-KB", "Kleine beurt"]]
    _press(lists, Qt.Key.Key_Return)
    form = opened(qtbot, ArtikelForm)
    buttons(form)["Artikel toevoegen"].click()
    form._grid.fields["delen"]._lines[1][0].setText("REM \N{EN DASH} Remblokken")  # type: ignore[attr-defined]  # as proposed
    form.save()
    (pakket,) = garage.artikelen.catalogus(garage.balie).pakketten
    assert pakket.delen == (PakketDeel("OL-5W30", 4250), PakketDeel("REM"))


def test_a_standard_text_is_kept_too(qtbot: QtBot, lists: LijstenForm, garage: Garage) -> None:
    lists.open_tab(Standaardtekst)
    _press(lists, Qt.Key.Key_Return)
    form = opened(qtbot, ArtikelForm)
    form._grid.fields["tekst"].set_value("Klant gebeld:\nniet thuis.")
    form.save()
    assert garage.artikelen.catalogus(garage.balie).teksten == (replace(GEB, tekst="Klant gebeld: niet thuis."),)


def test_in_the_netherlands_nothing_is_said_of_car_pass(qtbot: QtBot, lists: LijstenForm) -> None:
    _press(lists, Qt.Key.Key_Return)
    assert "Werkzaamheden kiezen" not in buttons(opened(qtbot, ArtikelForm))


def test_a_code_is_tied_to_works_and_one_that_is_gone_is_marked(
    qtbot: QtBot, open_lists: Callable[[str], LijstenForm], garage: Garage
) -> None:
    shop_id = garage.beheerder.shop_id
    garage.store.run(garage.beheerder, lambda werk: werk.meldingen.put_activiteiten(shop_id, WERKEN))
    garage.artikelen.put(garage.beheerder, (REM,))
    garage.artikelen.save(garage.beheerder, REM, REM, ("A04", "A20"))
    lists = open_lists("BE")
    table = lists._table
    assert (table.cell(1, 2).text, table.cell(1, 2).icon) == ("A04, A20", "warning")
    table.selectRow(1)
    _press(lists, Qt.Key.Key_Return)
    form = opened(qtbot, ArtikelForm)
    buttons(form)["A20 (kent Car-Pass niet meer)"].click()
    assert form.has_changes()
    form.save()
    assert garage.artikelen.lijsten(garage.beheerder).werken_of(REM) == ("A04",)
    assert table.cell(1, 2).icon == ""


def test_a_list_is_read_from_a_file(lists: LijstenForm, garage: Garage, tmp_path: Path) -> None:
    file = tmp_path / "lijst.csv"
    file.write_bytes(b"code;omschrijving;prijs\nACCU;Accu;129,00\n")
    lists._read_file(file)
    assert "1 ingelezen" in lists.problem.text
    assert [row[0] for row in _rows(lists)] == ["ACCU", "OL-5W30", "REM"]


def test_a_mended_list_is_reached_from_where_one_chooses_and_only_by_who_may(
    qtbot: QtBot,
    garage: Garage,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF)).id
    for wie, may in ((garage.balie, False), (garage.beheerder, True)):
        deuren = make_deuren(make_toegang(wie))
        deuren.werkkaart.new_werkkaart(auto)
        _press(opened(qtbot, WerkkaartForm), Qt.Key.Key_F4)
        choose = opened(qtbot, KiesForm)
        assert ("Lijst bewerken" in buttons(choose)) is may
        if may:
            buttons(choose)["Lijst bewerken"].click()
            assert opened(qtbot, LijstenForm)._strip.currentIndex() == 2
        else:
            choose.close()
            opened(qtbot, WerkkaartForm).close()
