"""The preview of a document: seen, turned, enlarged, printed and kept as a file, by the keyboard."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox

from tests.documents.afdrukken import HOOFD, pages
from tests.forms.handen import CTRL, buttons, choose, opened, press, words
from tests.forms.handen import field as field_of
from tests.usecases.garage import GOLF
from werkplaats.documents.beeld import Pdfium
from werkplaats.documents.blad import Blad
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.errors import NietGevonden, WerkplaatsError
from werkplaats.forms.afdrukvoorbeeld import AfdrukvoorbeeldForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.ui.drukken import PaperJob
from werkplaats.ui.vellen import Vellen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

    Show = Callable[[Callable[[], bytes]], AfdrukvoorbeeldForm]


@dataclass
class Stapel:
    """A printer that keeps what comes out of it."""

    naam: str = ""
    exemplaren: int = 0
    bladen: list[tuple[int, int]] = field(default_factory=list)
    klaar: bool = False
    is_weg: bool = False

    def names(self) -> tuple[str, ...]:
        return ("Kantoor", "Labels")

    def begin(self, printer: str, _titel: str, exemplaren: int) -> Stapel:
        self.naam, self.exemplaren = printer, exemplaren
        return self

    def add(self, beeld: QImage, _punten: tuple[float, float]) -> None:
        if self.is_weg:
            raise WerkplaatsError("PRINTER_WEG", printer=self.naam)
        self.bladen.append((beeld.width(), beeld.height()))

    def end(self) -> None:
        self.klaar = True


def letter(lines: int = 5) -> bytes:
    blad = Blad("Brief", HOOFD)
    for nummer in range(lines):
        blad.alinea(f"Regel {nummer}")
    return blad.pdf()


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def stapel() -> Stapel:
    return Stapel()


@pytest.fixture
def show(qtbot: QtBot, toegang: Toegang, deuren: Deuren, stapel: Stapel, told: list[str]) -> Show:
    def make(draw: Callable[[], bytes]) -> AfdrukvoorbeeldForm:
        form = AfdrukvoorbeeldForm(
            toegang, deuren, "Brief", "Brief 1", draw, "brief", lambda: told.append("weg"), stapel
        )
        form.show()
        return opened(qtbot, AfdrukvoorbeeldForm)

    return make


def paper(form: AfdrukvoorbeeldForm) -> Vellen:
    return form.findChildren(Vellen)[0]


def chosen(form: AfdrukvoorbeeldForm, name: str) -> str:
    combo = field_of(form, name)
    assert isinstance(combo, QComboBox)
    return combo.currentText()


def scroll(form: AfdrukvoorbeeldForm) -> int:
    return form._scroll.verticalScrollBar().value()


def test_each_page_is_drawn_as_wide_as_it_is_shown(show: Show, qtbot: QtBot) -> None:
    form = show(lambda: letter(150))
    assert "Pagina 1 van 3" in words(form)
    qtbot.waitUntil(lambda: paper(form).missing() is None)
    picture = paper(form).picture(2)
    assert picture is not None
    assert picture.width() > 400


def test_pages_are_turned_by_the_keys_of_a_reader(show: Show) -> None:
    form = show(lambda: letter(150))
    press(form, Qt.Key.Key_PageDown)
    assert scroll(form) > 0
    press(form, Qt.Key.Key_End, CTRL)
    assert "Pagina 3 van 3" in words(form)
    press(form, Qt.Key.Key_Home, CTRL)
    assert "Pagina 1 van 3" in words(form)


def test_the_preview_is_enlarged_and_fits_again(show: Show, qtbot: QtBot) -> None:
    form = show(letter)
    qtbot.waitUntil(lambda: paper(form).missing() is None)
    fitting = paper(form).height()
    choose(form, "Grootte van het voorbeeld", "200%")
    qtbot.waitUntil(lambda: paper(form).height() > fitting)
    qtbot.waitUntil(lambda: paper(form).missing() is None)
    press(form, Qt.Key.Key_Minus, CTRL)
    assert chosen(form, "Grootte van het voorbeeld") == "150%"
    press(form, Qt.Key.Key_0, CTRL)
    qtbot.waitUntil(lambda: paper(form).height() == fitting)


def test_it_is_printed_on_the_printer_that_is_chosen_and_that_is_remembered(
    show: Show, stapel: Stapel, told: list[str], toegang: Toegang
) -> None:
    form = show(lambda: letter(60))
    choose(form, "Printer", "Labels")
    choose(form, "Exemplaren", "2 x")
    press(form, Qt.Key.Key_P, CTRL)
    assert (stapel.naam, stapel.exemplaren, stapel.klaar) == ("Labels", 2, True)
    assert [round(breed / 10) for breed, _hoog in stapel.bladen] == [248, 248]
    assert told == ["weg"]
    assert "Naar Labels gestuurd." in words(form)
    assert toegang.voorkeuren.printer("brief") == "Labels"
    form.close()
    assert chosen(show(letter), "Printer") == "Labels"


def test_a_printer_that_is_gone_is_told(show: Show, stapel: Stapel) -> None:
    form = show(letter)
    stapel.is_weg = True
    press(form, Qt.Key.Key_P, CTRL)
    assert "De printer Kantoor neemt het document niet aan." in words(form)


def test_a_computer_without_a_printer_says_so_and_can_keep_a_file(
    deuren: Deuren, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("werkplaats.ui.drukken.QPrinterInfo.availablePrinterNames", list)
    deuren.open_afdruk("Brief", "Brief 1", letter)
    form = opened(qtbot, AfdrukvoorbeeldForm)
    assert "Er is op deze computer geen printer ingesteld." in words(form)
    press(form, Qt.Key.Key_P, CTRL)
    assert "sla het document op als PDF" in words(form)


def test_it_is_kept_as_a_file(show: Show, told: list[str], tmp_path: Path) -> None:
    form = show(letter)
    form.write(tmp_path / "brief.pdf")
    assert "Regel 4" in pages((tmp_path / "brief.pdf").read_bytes())[0]
    assert "Opgeslagen als brief.pdf." in words(form)
    assert told == ["weg"]


def test_a_folder_that_is_gone_is_told(show: Show, tmp_path: Path) -> None:
    form = show(letter)
    form.write(tmp_path / "weg" / "brief.pdf")
    assert "is niet geschreven." in words(form)
    assert not list(tmp_path.rglob("*.pdf"))


def test_a_document_that_cannot_be_drawn_says_why(show: Show) -> None:
    def fail() -> bytes:
        raise NietGevonden("voertuig", 1)

    form = show(fail)
    assert "Dit is er niet meer (voertuig)." in words(form)
    press(form, Qt.Key.Key_P, CTRL)


def test_paper_is_as_large_as_the_page(qapp: object, tmp_path: Path, show: Show) -> None:
    """The real printing of Qt, into a file: a label comes on a label, a letter on A4."""
    form = show(letter)
    picture = paper(form).picture(0)
    assert picture is not None
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(tmp_path / "uit.pdf"))
    job = PaperJob(device, "Bestand")
    for size in ((176.0, 82.0), (595.0, 842.0)):
        job.add(picture, size)
    job.end()
    sizes = Pdfium().maten((tmp_path / "uit.pdf").read_bytes())
    assert [(round(breed), round(hoog)) for breed, hoog in sizes] == [(176, 82), (595, 842)]


def test_the_card_of_a_car_leads_here(qtbot: QtBot, garage: Garage, deuren: Deuren) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, merk="Volkswagen"))
    deuren.open_voertuig(auto.id)
    form = opened(qtbot, MuterenForm)
    menu = buttons(form)["Afdrukken"].menu()
    assert [action.text().split("\t") for action in menu.actions()] == [
        ["Voertuigkaart"],
        ["Sleutellabel", "62 x 29 mm"],
        ["Sleutellabel", "89 x 36 mm"],
    ]
    menu.actions()[1].trigger()
    preview = opened(qtbot, AfdrukvoorbeeldForm)
    assert preview.windowTitle() == "Sleutellabel GA-482-R"
    assert "1 pagina" in words(preview)
