"""F1 shows the page of the manual about the window one is in; the manual is whole and its links lead somewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.forms.handen import buttons, open_forms, opened, press
from tests.usecases.garage import GOLF
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.forms import hulp
from werkplaats.forms.hulp import INDEX, PAGES, HulpForm, page_of
from werkplaats.forms.instellingen.form import InstellingenForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.resources import manual
from werkplaats.ui.leestekst import ReadText
from werkplaats.ui.paginalijst import PageList

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren


def text(form: HulpForm) -> ReadText:
    return form.findChildren(ReadText)[0]


def test_every_page_of_the_manual_is_there_and_begins_with_its_title() -> None:
    for page in PAGES:
        assert manual(page).read_text(encoding="utf-8").startswith("# "), page


def test_the_manual_has_no_page_that_nobody_finds() -> None:
    assert {path.stem for path in manual(INDEX).parent.glob("*.md")} == set(PAGES)


def test_every_link_of_the_manual_leads_to_a_page() -> None:
    links = {
        (page, link)
        for page in PAGES
        for link in re.findall(r"\]\(([^)]+)\)", manual(page).read_text(encoding="utf-8"))
    }
    assert links
    assert [(page, link) for page, link in links if link.removesuffix(".md") not in PAGES] == []


def test_f1_leads_to_the_page_about_this_window(qtbot: QtBot, garage: Garage, deuren: Deuren) -> None:
    deuren.open_voertuig(garage.new_car().id)
    press(opened(qtbot, MuterenForm), Qt.Key.Key_F1)
    form = opened(qtbot, HulpForm)
    assert form.findChildren(PageList)[0].current == "muteren-kenteken"

    deuren.open_instellingen()
    press(opened(qtbot, InstellingenForm), Qt.Key.Key_F1)
    assert opened(qtbot, HulpForm) is form
    assert form.windowTitle() == "Hulp: Instellingen"


def test_a_window_without_a_page_of_its_own_leads_to_the_index() -> None:
    assert page_of("iets nieuws") == INDEX


def test_a_link_turns_to_its_page_and_one_to_elsewhere_does_nothing(qtbot: QtBot, deuren: Deuren) -> None:
    deuren.open_hulp(INDEX)
    form = opened(qtbot, HulpForm)
    text(form).link_asked.emit("start.md")
    assert "Wat u kunt typen" in text(form).toPlainText()
    text(form).link_asked.emit("https://www.example.nl/")
    text(form).link_asked.emit("../../../etc/passwd")
    assert form.windowTitle() == "Hulp: Start en zoeken"


def test_the_arrows_turn_the_pages_and_esc_closes(qtbot: QtBot, deuren: Deuren) -> None:
    deuren.open_hulp(INDEX)
    form = opened(qtbot, HulpForm)
    form.findChildren(PageList)[0].focus_current()
    press(form, Qt.Key.Key_Down)
    assert form.windowTitle() == "Hulp: Twaalf taken aan de balie"
    press(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_without_a_manual_the_window_says_so(
    qtbot: QtBot, deuren: Deuren, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hulp, "manual", lambda page: tmp_path / f"{page}.md")
    deuren.open_hulp("start")
    assert "niet geïnstalleerd" in text(opened(qtbot, HulpForm)).toPlainText()


def test_every_dialog_shows_that_f1_is_help(qtbot: QtBot, garage: Garage, deuren: Deuren) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, hoofdeigenaar=garage.new_owner()))
    eigenaar = auto.kaart.hoofdeigenaar
    assert eigenaar is not None
    deuren.open_voertuig(auto.id)
    deuren.new_voertuig("XS-41-BP")
    deuren.open_relatie(eigenaar.id)
    deuren.new_relatie("Smeets")
    deuren.open_contacten(eigenaar.id, None)
    deuren.open_herinnering(auto.id, None)
    deuren.open_aan_de_beurt()
    deuren.open_logboek("voertuig", auto.id, "GA-482-R")
    deuren.open_instellingen()
    deuren.open_over()
    for open_of_car in (deuren.open_historie, deuren.open_kmstand, deuren.open_pechhulp, deuren.open_pechhulp_eerder):
        open_of_car(auto.id)
    deuren.kies_relatie(lambda _kop: None, open_forms()[0])
    shown = {type(form).__name__: list(buttons(form)).count("Hulp") for form in open_forms()}
    assert len(shown) >= 13
    assert set(shown.values()) == {1}, shown
