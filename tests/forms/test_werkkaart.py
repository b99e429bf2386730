"""The werkkaart as a person at the counter types it: by keyboard, with proposals, and others at the same card."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel

from tests.forms.handen import CTRL, buttons, line, open_forms, opened, words, write
from tests.usecases.garage import GOLF, Garage, moment
from werkplaats.domain.artikel import Artikel, Pakket, PakketDeel, Standaardtekst
from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.bijlage import Bijlagesoort
from werkplaats.domain.monteurwerk import Antwoord, Punt, Puntsoort
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.werkkaart import KaartStaat, WerkkaartInvoer
from werkplaats.domain.werkkaart_regel import Regel, Regelsoort
from werkplaats.forms.afdrukvoorbeeld import AfdrukvoorbeeldForm
from werkplaats.forms.botsing import BotsingForm
from werkplaats.forms.carpass.form import CarPassForm
from werkplaats.forms.werkkaart.checklist import ChecklistForm
from werkplaats.forms.werkkaart.documenten import KaartDocumentenForm
from werkplaats.forms.werkkaart.dossier import DossierForm
from werkplaats.forms.werkkaart.form import WerkkaartForm
from werkplaats.forms.werkkaart.kiezen import KiesForm
from werkplaats.forms.werkkaart.raster import Raster
from werkplaats.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from werkplaats.domain.werkkaart import Werkkaart
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

LIJST = (
    Artikel("REM-BV", "Remblokkenset voor", Bedrag(6280), voorraad=4000, locatie="B-07"),
    Artikel("REM-SV", "Remschijven voor, per paar", Bedrag(11840)),
    Artikel("ARB", "Arbeid", Bedrag(8450), "u", uren=True),
    Pakket("PK-KB", "Kleine beurt", (PakketDeel("REM-BV"), PakketDeel("ARB", 800))),
    Standaardtekst("GEB", "Klant gebeld, akkoord."),
)


@pytest.fixture
def auto(garage: Garage) -> int:
    garage.artikelen.put(garage.beheerder, LIJST)
    return garage.new_car(VoertuigKaart(kenteken=GOLF, merk="Volkswagen", hoofdeigenaar=garage.new_owner())).id


@pytest.fixture
def new(qtbot: QtBot, deuren: Deuren, auto: int) -> WerkkaartForm:
    deuren.werkkaart.new_werkkaart(auto)
    return opened(qtbot, WerkkaartForm)


def _keys(text: str) -> None:
    """Types on the keyboard, wherever it is."""
    for sign in text:
        target = QApplication.focusWidget()
        assert target is not None
        if sign == "\n":
            QTest.keyClick(target, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(target, sign)


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifier)


def _lines(form: WerkkaartForm) -> list[tuple[str, str, int, str]]:
    raster = form.findChild(Raster)
    assert raster is not None
    return [(een.code, een.omschrijving, een.aantal, str(een.bedrag)) for een in raster.lines.regels]


def _only_card(garage: Garage, auto: int) -> Werkkaart:
    (kop,) = garage.werkkaarten.van_voertuig(garage.balie, auto)
    return garage.werkkaarten.load(garage.balie, kop.id)


def test_a_line_is_typed_with_enter_only(new: WerkkaartForm, garage: Garage, auto: int) -> None:
    _keys("rem\n2\nzelf bedacht\nIets moois\n1,5\n10\n")
    assert _lines(new) == [
        ("REM-BV", "Remblokkenset voor", 2000, "125,60"),
        ("zelf bedacht", "Iets moois", 1500, "15,00"),
    ]
    assert "140,60" in words(new)
    assert "€ 170,13" in words(new)
    _press(Qt.Key.Key_S, CTRL)
    kaart = _only_card(garage, auto)
    assert (kaart.nummer, kaart.invoer.totalen.inclusief) == ("2026-000001", Bedrag(17013))
    assert "2026-000001" in words(new)
    assert not new.has_changes()


def test_the_arrows_choose_among_the_proposals_and_escape_keeps_the_window(new: WerkkaartForm) -> None:
    _keys("rem")
    _press(Qt.Key.Key_Down)
    _keys("\n\n")
    assert _lines(new)[0][0] == "REM-SV"
    _keys("rem")
    _press(Qt.Key.Key_Escape)
    assert new.isVisible()


def test_what_is_no_number_stays_in_its_cell_and_is_not_saved(new: WerkkaartForm, garage: Garage, auto: int) -> None:
    _keys("rem\nveel\n")
    field = QApplication.focusWidget()
    assert field is not None
    assert "geen getal" in field.toolTip()
    _press(Qt.Key.Key_S, CTRL)
    assert garage.werkkaarten.van_voertuig(garage.balie, auto) == ()
    field = QApplication.focusWidget()
    assert field is not None
    _press(Qt.Key.Key_A, CTRL)
    _keys("3\n")
    _press(Qt.Key.Key_S, CTRL)
    assert _only_card(garage, auto).invoer.regels[0].aantal == 3000


def test_hours_remarks_texts_and_packages_have_their_keys(qtbot: QtBot, new: WerkkaartForm) -> None:
    _press(Qt.Key.Key_F3)
    _keys("0,5\n")
    _press(Qt.Key.Key_R, CTRL)
    _keys("Let op de velg\n")
    _press(Qt.Key.Key_F11)
    kies = opened(qtbot, KiesForm)
    QTest.keyClick(kies, Qt.Key.Key_Return)
    new.activateWindow()
    assert [(code, aantal) for code, _woorden, aantal, _bedrag in _lines(new)] == [
        ("ARB", 500),
        ("", 1000),
        ("PK-KB", 1000),
        ("REM-BV", 1000),
        ("ARB", 800),
    ]


def test_a_deleted_line_comes_back(new: WerkkaartForm) -> None:
    _keys("rem\n\n")
    _press(Qt.Key.Key_Up)
    _press(Qt.Key.Key_Delete, CTRL)
    assert _lines(new) == []
    buttons(new)["Ongedaan maken"].click()
    assert _lines(new)[0][0] == "REM-BV"


def test_a_line_moves(new: WerkkaartForm) -> None:
    _keys("rem\n\narb\n\n")
    _press(Qt.Key.Key_Up)
    _press(Qt.Key.Key_Up, CTRL)
    assert [een[0] for een in _lines(new)] == ["ARB", "REM-BV"]


def test_the_rest_of_the_card_is_saved_too(new: WerkkaartForm, garage: Garage, auto: int) -> None:
    write(new, "Monteur", "Dennis")
    write(new, "Kilometerstand", "52.449")
    write(new, "Afgesproken klaar, tijd", "1630")
    _press(Qt.Key.Key_S, CTRL)
    invoer = _only_card(garage, auto).invoer
    assert (invoer.monteur, invoer.km_stand, invoer.afgesproken_om) == ("Dennis", 52_449, "16:30")


def test_closing_asks_about_what_was_typed(new: WerkkaartForm) -> None:
    _keys("rem")
    new.close()
    assert new.isVisible()
    assert "Wijzigingen bewaren?" in words(new)


@pytest.fixture
def kaart(garage: Garage, auto: int) -> Werkkaart:
    regel = Regel("a", code="APK", omschrijving="Keuring", prijs=Bedrag(4950), btw_percentage=2100)
    return garage.werkkaarten.make(garage.balie, auto, WerkkaartInvoer(klacht="Piept", regels=(regel,)))


@pytest.fixture
def form(qtbot: QtBot, deuren: Deuren, kaart: Werkkaart) -> WerkkaartForm:
    deuren.werkkaart.open_werkkaart(kaart.id)
    return opened(qtbot, WerkkaartForm)


def test_the_work_goes_from_state_to_state(form: WerkkaartForm, garage: Garage, kaart: Werkkaart) -> None:
    form.findChildren(type(form._lint))[0].strip.setCurrentIndex(1)
    buttons(form)["Binnen"].click()
    assert garage.werkkaarten.load(garage.balie, kaart.id).staat is KaartStaat.BINNEN
    assert "Binnen" not in buttons(form)
    _press(Qt.Key.Key_E, CTRL)
    assert garage.werkkaarten.load(garage.balie, kaart.id).staat is KaartStaat.KLAAR
    buttons(form)["Opgehaald"].click()
    assert garage.werkkaarten.load(garage.balie, kaart.id).staat is KaartStaat.OPGEHAALD


def test_what_another_did_meanwhile_joins_what_i_typed(form: WerkkaartForm, garage: Garage, kaart: Werkkaart) -> None:
    ander = garage.wie("Planner schade", "Petra")
    garage.werkkaarten.save(ander, kaart.id, kaart.invoer, replace(kaart.invoer, monteur="Dennis"))
    _keys("rem\n2\n")
    _press(Qt.Key.Key_S, CTRL)
    invoer = garage.werkkaarten.load(garage.balie, kaart.id).invoer
    assert (invoer.monteur, [regel.code for regel in invoer.regels]) == ("Dennis", ["APK", "REM-BV"])
    assert line(form, "Monteur").text() == "Dennis"


def test_what_contradicts_is_asked(qtbot: QtBot, form: WerkkaartForm, garage: Garage, kaart: Werkkaart) -> None:
    ander = garage.wie("Planner schade", "Petra")
    garage.werkkaarten.save(ander, kaart.id, kaart.invoer, replace(kaart.invoer, monteur="Dennis"))
    write(form, "Monteur", "Kees")
    _press(Qt.Key.Key_S, CTRL)
    QTest.keyClick(opened(qtbot, BotsingForm), Qt.Key.Key_S, CTRL)
    assert garage.werkkaarten.load(garage.balie, kaart.id).invoer.monteur == "Kees"


def test_a_card_is_opened_by_its_number_and_once_only(
    qtbot: QtBot, deuren: Deuren, form: WerkkaartForm, kaart: Werkkaart
) -> None:
    deuren.werkkaart.open_werkkaart_number("2026-1")
    qtbot.waitUntil(lambda: len(open_forms()) == 1)
    assert opened(qtbot, WerkkaartForm) is form


def test_a_number_that_is_not_there_is_said(qtbot: QtBot, deuren: Deuren) -> None:
    deuren.werkkaart.open_werkkaart_number("2026-000999")
    assert "geen werkkaart met nummer 2026-000999" in words(opened(qtbot, WerkkaartForm))


def test_the_dossier_shows_the_visits(qtbot: QtBot, form: WerkkaartForm) -> None:
    buttons(form)["Dossier"].click()
    assert opened(qtbot, DossierForm).isVisible()


def test_a_mechanic_only_reads(
    qtbot: QtBot,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
    garage: Garage,
    kaart: Werkkaart,
) -> None:
    deuren = make_deuren(make_toegang(garage.wie("Monteur")))
    deuren.werkkaart.open_werkkaart(kaart.id)
    form = opened(qtbot, WerkkaartForm)
    assert "Opslaan" not in buttons(form)
    assert "Einde service" not in buttons(form)
    assert line(form, "Monteur").isReadOnly()
    assert [regel[0] for regel in _lines(form)] == ["APK"]


@pytest.mark.parametrize("staat", [KaartStaat.GEPLAND, KaartStaat.BINNEN, KaartStaat.KLAAR, KaartStaat.VERVALLEN])
def test_each_alt_letter_is_there_once_under_every_tab(
    form: WerkkaartForm, garage: Garage, kaart: Werkkaart, staat: KaartStaat
) -> None:
    if staat is KaartStaat.KLAAR:
        garage.werkkaarten.set_staat(garage.balie, kaart.id, KaartStaat.BINNEN)
    if staat is not KaartStaat.GEPLAND:
        form.show_card(garage.werkkaarten.set_staat(garage.balie, kaart.id, staat))
    strip = form._lint.strip
    for tab in range(strip.count()):
        strip.setCurrentIndex(tab)
        labelled: list[QAbstractButton | QLabel] = [*form.findChildren(QAbstractButton), *form.findChildren(QLabel)]
        said = [part.text() for part in labelled if part.isVisible()] + [
            strip.tabText(at) for at in range(strip.count())
        ]
        letters = [key for text in said if (key := QKeySequence.mnemonic(text).toString())]
        assert len(letters) > 10
        assert len(letters) == len(set(letters)), (tab, sorted(letters))


def test_a_card_is_printed_as_it_was_just_typed(qtbot: QtBot, form: WerkkaartForm, garage: Garage) -> None:
    form._onder.klacht.setPlainText("Rammelt")
    _press(Qt.Key.Key_P, CTRL)
    preview = opened(qtbot, AfdrukvoorbeeldForm)
    qtbot.waitUntil(lambda: bool(preview._inhoud))
    (text,) = garage.papier.teksten(preview._inhoud)
    assert "Rammelt" in text
    assert "2026-000001" in text


def test_the_papers_of_a_visit_stay_with_its_card(
    qtbot: QtBot, form: WerkkaartForm, garage: Garage, kaart: Werkkaart
) -> None:
    garage.bijlagen.add(garage.balie, "werkkaart", kaart.id, "offerte.txt", b"Offerte", Bijlagesoort.DOCUMENT)
    buttons(form)["Documenten"].click()
    papers = opened(qtbot, KaartDocumentenForm)
    qtbot.waitUntil(lambda: "offerte.txt" in words(papers) or bool(papers.findChildren(QAbstractItemView)))
    assert kaart.nummer in papers.windowTitle()
    assert garage.bijlagen.van(garage.balie, "voertuig", kaart.voertuig_id) == ()


def test_a_note_of_our_own_is_kept(form: WerkkaartForm, garage: Garage, kaart: Werkkaart) -> None:
    form._onder.notitie.setPlainText("Betaalt altijd laat")
    _press(Qt.Key.Key_S, CTRL)
    assert garage.werkkaarten.load(garage.balie, kaart.id).invoer.notitie == "Betaalt altijd laat"


# A Belgian shop.


@pytest.fixture
def belg(
    qtbot: QtBot,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
    garage: Garage,
    kaart: Werkkaart,
) -> WerkkaartForm:
    """The card of a car that stands in a Belgian shop."""
    garage.configure(land="BE", carpass_btw="0123456749", carpass_gebruiker="2000000141")
    wie = replace(garage.balie, land="BE", zone="Europe/Brussels")
    garage.werkkaarten.set_staat(wie, kaart.id, KaartStaat.BINNEN)
    make_deuren(make_toegang(wie)).werkkaart.open_werkkaart(kaart.id)
    return opened(qtbot, WerkkaartForm)


def test_einde_service_opens_the_report(qtbot: QtBot, belg: WerkkaartForm, garage: Garage, kaart: Werkkaart) -> None:
    write(belg, "Kilometerstand", "52449")
    QTest.keyClick(belg, Qt.Key.Key_E, CTRL)
    melding = opened(qtbot, CarPassForm)
    assert line(melding, "Kilometerstand").text().replace(".", "") == "52449"
    assert garage.werkkaarten.load(garage.balie, kaart.id).staat is KaartStaat.KLAAR
    # Closed without a word it would be kept once more, and stand in the way of the next test.
    melding.discard()


def test_the_car_goes_only_after_the_question_about_its_report(
    qtbot: QtBot, belg: WerkkaartForm, garage: Garage, kaart: Werkkaart
) -> None:
    QTest.keyClick(belg, Qt.Key.Key_E, CTRL)
    opened(qtbot, CarPassForm).close()
    belg._lint.strip.setCurrentIndex(1)
    buttons(belg)["Opgehaald"].click()
    assert "nog niet gemeld aan Car-Pass" in words(belg)
    assert garage.werkkaarten.load(garage.balie, kaart.id).staat is KaartStaat.KLAAR
    buttons(belg)["Naar de melding"].click()
    opened(qtbot, CarPassForm).close()
    buttons(belg)["Opgehaald"].click()
    buttons(belg)["Meegeven zonder melding"].click()
    assert garage.werkkaarten.load(garage.balie, kaart.id).staat is KaartStaat.OPGEHAALD


def test_a_remark_and_a_heading_hold_words_only(new: WerkkaartForm) -> None:
    raster = new.findChild(Raster)
    assert raster is not None
    raster.show_regels([Regel("a", Regelsoort.OPMERKING, omschrijving="x"), Regel("b", Regelsoort.PAKKET, "PK")])
    editable = [[raster.lines.is_editable(row, column) for column in range(9)] for row in range(3)]
    assert [sum(row) for row in editable] == [1, 1, 2]


# What stands around the lines.


def test_each_state_says_when_it_began(form: WerkkaartForm, garage: Garage, kaart: Werkkaart) -> None:
    garage.klok.moment = moment(2026, 11, 24, 13, 5)
    form.show_card(garage.werkkaarten.set_staat(garage.balie, kaart.id, KaartStaat.BINNEN))
    seen = words(form).splitlines()
    assert seen[seen.index("Gepland") + 1] == "24-11 10:00"
    assert seen[seen.index("Binnen", seen.index("Gepland")) + 1] == "24-11 14:05"


def test_the_ribbon_says_how_far_the_checklist_is_and_how_many_photos(
    qtbot: QtBot, deuren: Deuren, garage: Garage, kaart: Werkkaart
) -> None:
    garage.configure(checklist=("Remmen", "Banden"))
    garage.monteurwerk.answer(garage.balie, kaart.id, Punt(Puntsoort.CHECKLIST, "Remmen", "Remmen", Antwoord.OK))
    deuren.werkkaart.open_werkkaart(kaart.id)
    assert "Checklist 1 van 2" in words(opened(qtbot, WerkkaartForm))


def test_the_counter_sees_the_checklist_and_answers_a_point(
    qtbot: QtBot, form: WerkkaartForm, garage: Garage, kaart: Werkkaart
) -> None:
    garage.configure(checklist=("Remmen", "Banden"))
    buttons(form)["Checklists"].click()
    lijst = opened(qtbot, ChecklistForm)
    assert "0 van 2 gedaan" in words(lijst)
    write(lijst, "Opmerking", "Schijven dun")
    buttons(lijst)["Niet ok"].click()
    buttons(lijst)["Ok"].click()
    assert "2 van 2 gedaan" in words(lijst)
    punten = garage.monteurwerk.report(garage.balie, kaart.id).checklist
    assert [(punt.antwoord, punt.opmerking) for punt in punten] == [
        (Antwoord.NIET_OK, "Schijven dun"),
        (Antwoord.OK, ""),
    ]
    lijst._table.selectRow(0)
    buttons(lijst)["Antwoord weghalen"].click()
    assert garage.monteurwerk.report(garage.balie, kaart.id).answered == 1


def test_without_points_the_checklist_says_who_writes_them(qtbot: QtBot, form: WerkkaartForm, garage: Garage) -> None:
    garage.configure(checklist=())
    buttons(form)["Checklists"].click()
    assert "nog geen checklist" in words(opened(qtbot, ChecklistForm))


def test_in_belgium_the_register_is_under_overige(
    qtbot: QtBot,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
    garage: Garage,
    kaart: Werkkaart,
) -> None:
    deuren = make_deuren(make_toegang(replace(garage.balie, land="BE")))
    deuren.werkkaart.open_werkkaart(kaart.id)
    form = opened(qtbot, WerkkaartForm)
    form._lint.strip.setCurrentIndex(5)
    assert "Garageregister" in buttons(form)


def test_what_a_country_has_not_makes_no_empty_tab(form: WerkkaartForm) -> None:
    strip = form._lint.strip
    assert [strip.tabText(at).replace("&", "") for at in range(strip.count())] == [
        "Algemeen",
        "Werkorder",
        "Klant",
        "Voertuig",
        "Leen/Huur",
    ]


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1024, 700)), (1.3, (1280, 800))])
def test_in_a_narrow_window_and_in_large_letters_nothing_scrolls_sideways(
    qtbot: QtBot,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
    garage: Garage,
    kaart: Werkkaart,
    scale: float,
    size: tuple[int, int],
) -> None:
    theme().set_scale(scale)
    lang = "Een bijzonder lange omschrijving van werk aan de auto, met alles erop en eraan"
    regels = tuple(Regel(f"r{nr}", code="LANGE-CODE-" * 3, omschrijving=lang, prijs=Bedrag(1895)) for nr in range(50))
    garage.werkkaarten.save(garage.balie, kaart.id, kaart.invoer, replace(kaart.invoer, regels=regels))
    make_deuren(make_toegang(garage.balie)).werkkaart.open_werkkaart(kaart.id)
    form = opened(qtbot, WerkkaartForm)
    form.resize(*size)
    QApplication.sendPostedEvents()
    assert form.width() <= size[0]
    assert form._scroll.horizontalScrollBar().maximum() == 0
