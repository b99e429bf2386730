"""Photos and documents of a car: added by dialog, drag and paste; seen small and large; taken away and put back."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest

from tests.forms.handen import ALT, CTRL, buttons, line, notes, open_forms, opened, press, words
from werkplaats.domain.bijlage import Bijlagesoort
from werkplaats.forms.bijlagen.form import DocumentenForm
from werkplaats.forms.bijlagen.foto import Beeld, FotoForm
from werkplaats.forms.bijlagen.naam import NaamForm
from werkplaats.forms.bijlagen.paneel import THUMB, BijlagenPaneel
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.ui.beeld import read_picture, to_png
from werkplaats.ui.menu import Menu
from werkplaats.ui.table import Table
from werkplaats.ui.tegels import TileGrid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.rechten import Wie
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

MB = 1024 * 1024


def picture(kleur: str = "red", width: int = 64, height: int = 32) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(kleur))
    return to_png(image)


@pytest.fixture
def auto(garage: Garage) -> Iterator[int]:
    yield garage.new_car().id
    garage.bestanden.close()


@pytest.fixture
def photos(
    qtbot: QtBot, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren], auto: int
) -> Callable[..., MuterenForm]:
    def show(wie: Wie | None = None) -> MuterenForm:
        make_deuren(make_toegang(wie)).open_voertuig(auto)
        form = opened(qtbot, MuterenForm)
        form._tabs.turn("afbeeldingen")
        return form

    return show


@pytest.fixture
def documents(qtbot: QtBot, deuren: Deuren, auto: int) -> DocumentenForm:
    deuren.open_voertuig(auto)
    press(opened(qtbot, MuterenForm), Qt.Key.Key_O, ALT)
    qtbot.waitUntil(lambda: any(isinstance(form, DocumentenForm) for form in open_forms()))
    return opened(qtbot, DocumentenForm)


def panel(form: MuterenForm | DocumentenForm) -> BijlagenPaneel:
    return form.findChildren(BijlagenPaneel)[0]


def names(form: MuterenForm) -> list[str]:
    return [tile.name for tile in panel(form).findChildren(TileGrid)[0].tiles.tiles]


def write(tmp_path: Path, naam: str, inhoud: bytes) -> Path:
    pad = tmp_path / naam
    pad.write_bytes(inhoud)
    return pad


def drop(form: MuterenForm | DocumentenForm, *paden: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(pad)) for pad in paden])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    panel(form).dropEvent(QDropEvent(QPointF(5, 5), copy, mime, left, none))


def test_an_empty_tab_says_what_to_do(photos: Callable[..., MuterenForm]) -> None:
    form = photos()
    assert "Nog geen foto's" in words(form)
    assert "plak ze met Ctrl+V" in words(form)
    assert not buttons(form)["Openen"].isEnabled()


def test_photos_are_dropped_seen_small_and_kept(photos: Callable[..., MuterenForm], tmp_path: Path) -> None:
    form = photos()
    drop(form, write(tmp_path, "voor.png", picture()), write(tmp_path, "achter.png", picture("blue")))
    assert names(form) == ["voor.png", "achter.png"]
    images = [tile.image for tile in panel(form).findChildren(TileGrid)[0].tiles.tiles]
    assert [image is not None and image.pixelColor(5, 5).name() for image in images] == ["#ff0000", "#0000ff"]


def test_a_picture_and_a_file_are_pasted(photos: Callable[..., MuterenForm], tmp_path: Path) -> None:
    form = photos()
    clipboard = QGuiApplication.clipboard()
    clipboard.setImage(QImage.fromData(picture("green")))
    panel(form).paste()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(write(tmp_path, "deur.png", picture())))])
    clipboard.setMimeData(mime)
    panel(form).paste()
    assert names(form) == ["Afbeelding 24-11-2026 10.00.00.png", "deur.png"]
    clipboard.setText("geen foto")
    panel(form).paste()
    assert "Op het klembord staat geen bestand" in form.problem.text


@pytest.mark.parametrize(
    ("naam", "inhoud", "zin"),
    [
        ("voor.jpg", b"Ik ben geen foto", "Dit bestand is geen foto"),
        ("leeg.png", b"", "Dit bestand is leeg"),
        ("weg.png", None, "is niet (meer) te lezen"),
    ],
)
def test_what_cannot_be_is_told_by_its_name_and_keeps_no_other(
    photos: Callable[..., MuterenForm], tmp_path: Path, naam: str, inhoud: bytes | None, zin: str
) -> None:
    form = photos()
    wrong = tmp_path / naam if inhoud is None else write(tmp_path, naam, inhoud)
    drop(form, wrong, write(tmp_path, "goed.png", picture()))
    assert names(form) == ["goed.png"]
    assert f"“{naam}” is niet toegevoegd" in form.problem.text
    assert zin in form.problem.text


def test_a_film_of_300_mb_is_refused_at_once(photos: Callable[..., MuterenForm], tmp_path: Path) -> None:
    form, film = photos(), tmp_path / "film.png"
    with film.open("wb") as bestand:
        bestand.truncate(300 * MB)
    drop(form, film)
    assert "hoogstens 50 MB" in form.problem.text
    assert names(form) == []


def test_a_name_of_255_signs_is_made_to_fit_and_keeps_its_ending(
    photos: Callable[..., MuterenForm], garage: Garage, auto: int, tmp_path: Path
) -> None:
    form = photos()
    drop(form, write(tmp_path, "n" * 251 + ".png", picture()))
    (naam,) = names(form)
    assert (len(naam), naam[-5:]) == (120, "….png")
    (foto,) = garage.bijlagen.van(garage.balie, "voertuig", auto)
    garage.bijlagen.open(garage.balie, foto.id)
    assert [pad.name for pad in garage.geopend] == [naam]


def test_a_file_that_is_removed_while_it_is_read_is_told_and_leaves_nothing(
    photos: Callable[..., MuterenForm],
    garage: Garage,
    auto: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The stick is pulled out: the first piece was read, the next is not there."""
    form, film = photos(), write(tmp_path, "film.png", picture())
    with film.open("ab") as bestand:
        bestand.truncate(5 * MB)
    take = garage.bestanden.take

    def pulled_out(
        bron: Path, hoogstens: int, progress: Callable[[int, int], None], stop: Callable[[], bool]
    ) -> object:
        def told(klaar: int, totaal: int) -> None:
            if klaar < totaal:
                os.truncate(bron, 0)
                bron.unlink(missing_ok=True)
            progress(klaar, totaal)

        return take(bron, hoogstens, told, stop)

    monkeypatch.setattr(garage.bestanden, "take", pulled_out)
    drop(form, film)
    assert "“film.png” is niet toegevoegd" in form.problem.text
    assert "is niet (meer) te lezen" in form.problem.text
    assert garage.bijlagen.van(garage.balie, "voertuig", auto) == ()


def test_a_document_that_another_took_away_meanwhile_says_so(
    documents: DocumentenForm, garage: Garage, auto: int, tmp_path: Path
) -> None:
    drop(documents, write(tmp_path, "akte.pdf", b"%PDF-1.7"))
    (akte,) = garage.bijlagen.van(garage.balie, "voertuig", auto)
    garage.bijlagen.remove(garage.balie, akte.id)
    panel(documents).findChildren(Table)[0].setFocus()
    press(documents, Qt.Key.Key_Return)
    assert "Dit is er niet meer (bestand)." in documents.problem.text
    assert garage.geopend == []


def test_a_photo_that_cannot_be_drawn_says_so_and_stays(photos: Callable[..., MuterenForm], tmp_path: Path) -> None:
    form = photos()
    drop(form, write(tmp_path, "stuk.png", picture()[:30]))
    (tile,) = panel(form).findChildren(TileGrid)[0].tiles.tiles
    assert (tile.name, tile.note, tile.image) == ("stuk.png", "Niet te tonen", None)


def test_enter_shows_a_photo_large_and_the_arrows_go_on(
    photos: Callable[..., MuterenForm], qtbot: QtBot, tmp_path: Path
) -> None:
    form = photos()
    drop(form, write(tmp_path, "voor.png", picture()), write(tmp_path, "achter.png", picture("blue")))
    grid = panel(form).findChildren(TileGrid)[0]
    grid.setFocus()
    grid.choose(0)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    large = opened(qtbot, FotoForm)
    assert large.windowTitle() == "voor.png"
    assert large.bar.state.startswith("1 van 2 · 24-11-2026 · Bram")
    press(large, Qt.Key.Key_Right)
    assert large.windowTitle() == "achter.png"
    image = large.findChildren(Beeld)[0].image
    assert image is not None
    assert image.pixelColor(1, 1).name() == "#0000ff"
    press(large, Qt.Key.Key_Escape)
    assert opened(qtbot, MuterenForm) is form


def test_a_photo_is_taken_away_and_put_back(photos: Callable[..., MuterenForm], tmp_path: Path) -> None:
    form = photos()
    drop(form, write(tmp_path, "voor.png", picture()))
    grid = panel(form).findChildren(TileGrid)[0]
    grid.setFocus()
    press(form, Qt.Key.Key_Delete)
    assert names(form) == []
    assert form.problem.text == "“voor.png” is weggehaald."
    form.problem.retry_button.click()
    assert names(form) == ["voor.png"]


def test_a_mechanic_adds_photos_and_leaves_those_of_others(
    photos: Callable[..., MuterenForm], garage: Garage, auto: int, tmp_path: Path
) -> None:
    garage.bijlagen.add(garage.balie, "voertuig", auto, "hun.png", picture(), Bijlagesoort.FOTO)
    form = photos(garage.wie("Monteur", "Piet"))
    assert not buttons(form)["Weghalen"].isEnabled()
    drop(form, write(tmp_path, "mijn.png", picture("blue")))
    assert names(form) == ["hun.png", "mijn.png"]
    assert buttons(form)["Weghalen"].isEnabled()


def test_documents_open_with_their_own_program(documents: DocumentenForm, garage: Garage, tmp_path: Path) -> None:
    drop(documents, write(tmp_path, "akte.pdf", b"%PDF-1.7"), write(tmp_path, "start.exe", b"MZ\0"))
    table = panel(documents).findChildren(Table)[0]
    assert [table.rows.cell(at, 0).text for at in range(2)] == ["akte.pdf", "start.exe"]
    assert table.rows.cell(0, 3).text == "Bram"
    table.setFocus()
    table.selectRow(0)
    press(documents, Qt.Key.Key_Return)
    assert [pad.name for pad in garage.geopend] == ["akte.pdf"]
    table.selectRow(1)
    press(documents, Qt.Key.Key_Return)
    assert "opent “start.exe” niet zelf" in documents.problem.text
    assert len(garage.geopend) == 1
    chosen = panel(documents)._chosen()
    assert chosen is not None
    panel(documents).acts.save_as(chosen, tmp_path / "kopie.bin")
    assert (tmp_path / "kopie.bin").read_bytes() == b"MZ\0"
    assert "“kopie.bin” is opgeslagen." in documents.problem.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Vul een naam in, bijvoorbeeld Deur links."),
        ("  ... ", "Vul een naam in, bijvoorbeeld Deur links."),
        ("n" * 255, "Deze naam heeft 259 tekens; er passen er 120."),
        ("map/akte", "passen geen / "),
        ("..\\akte", "passen geen / "),
        ("Kaart", "Er staat hier al een bestand dat Kaart.pdf heet. Kies een andere naam."),
        ("KAART.pdf", "Er staat hier al een bestand dat KAART.pdf heet. Kies een andere naam."),
    ],
)
def test_a_name_that_cannot_be_is_told_at_its_field(
    documents: DocumentenForm, qtbot: QtBot, tmp_path: Path, typed: str, told: str
) -> None:
    drop(documents, write(tmp_path, "kaart.pdf", b"%PDF-1.7"), write(tmp_path, "akte.pdf", b"%PDF-1.7"))
    table = panel(documents).findChildren(Table)[0]
    table.setFocus()
    table.selectRow(1)
    press(documents, Qt.Key.Key_F2)
    form = opened(qtbot, NaamForm)
    assert line(form, "Naam (.pdf)").text() == "akte"
    line(form, "Naam (.pdf)").setText(typed)
    press(form, Qt.Key.Key_S, CTRL)
    assert any(told in note for note in notes(form))
    assert form.isVisible()
    assert table.rows.cell(1, 0).text == "akte.pdf"
    line(form, "Naam (.pdf)").setText("Akte van levering")
    press(form, Qt.Key.Key_S, CTRL)
    assert form not in open_forms()
    assert [table.rows.cell(at, 0).text for at in range(2)] == ["kaart.pdf", "Akte van levering.pdf"]


def test_the_menu_has_every_verb_of_the_chosen_file(
    photos: Callable[..., MuterenForm], garage: Garage, auto: int, qtbot: QtBot
) -> None:
    garage.bijlagen.add(garage.balie, "voertuig", auto, "hun.png", picture(), Bijlagesoort.FOTO)
    form = photos(garage.wie("Monteur", "Piet"))
    grid = panel(form).findChildren(TileGrid)[0]
    grid.setFocus()
    grid.choose(0)
    grid.customContextMenuRequested.emit(QPoint(5, 5))
    (menu,) = panel(form).findChildren(Menu)
    qtbot.addWidget(menu)
    assert {action.text().split("\t")[0]: action.isEnabled() for action in menu.actions()} == {
        "Openen": True,
        "Met eigen programma": True,
        "Opslaan als …": True,
        "Naam …": False,
        "Weghalen": False,
    }
    menu.close()


def test_who_renames_what_another_renamed_sees_it(
    documents: DocumentenForm, garage: Garage, auto: int, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(documents, write(tmp_path, "akte.pdf", b"%PDF-1.7"))
    panel(documents).findChildren(Table)[0].setFocus()
    press(documents, Qt.Key.Key_F2)
    form = opened(qtbot, NaamForm)
    (akte,) = garage.bijlagen.van(garage.balie, "voertuig", auto)
    garage.bijlagen.rename(garage.balie, akte.id, "akte.pdf", "Koopakte")
    line(form, "Naam (.pdf)").setText("Akte 2026")
    press(form, Qt.Key.Key_S, CTRL)
    assert form.problem.text
    press(form, Qt.Key.Key_S, CTRL)
    assert [een.naam for een in garage.bijlagen.van(garage.balie, "voertuig", auto)] == ["Akte 2026.pdf"]


def test_a_photo_stands_with_the_photos_and_a_letter_with_the_documents(
    documents: DocumentenForm, garage: Garage, auto: int, tmp_path: Path
) -> None:
    drop(documents, write(tmp_path, "voor.png", picture()), write(tmp_path, "brief.txt", b"Geachte heer"))
    table = panel(documents).findChildren(Table)[0]
    assert table.rows.rowCount() == 1
    assert [een.naam for een in garage.bijlagen.van(garage.balie, "voertuig", auto)] == ["voor.png", "brief.txt"]


def test_a_large_picture_is_made_small_while_it_is_read() -> None:
    image = read_picture(picture(width=4000, height=1000), THUMB)
    assert image is not None
    assert (image.width(), image.height()) == (336, 84)
    assert read_picture(b"", THUMB) is None
