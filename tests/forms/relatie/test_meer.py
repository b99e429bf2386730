"""All that is known of a relatie on one card: other addresses and numbers, consent, and a likely double."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.forms.handen import CTRL, buttons, choose, line, notes, open_forms, opened, press, write
from tests.usecases.garage import VAN_DALEN
from werkplaats.domain.relatie import Adres, Adressoort, Telefoonnummer, Toestemming
from werkplaats.errors import Bevinding, Ernst
from werkplaats.forms.relatie.form import NieuweRelatieForm, RelatieForm
from werkplaats.ui.tabs import TabStrip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren


def show(qtbot: QtBot, garage: Garage, deuren: Deuren, **velden: object) -> RelatieForm:
    deuren.open_relatie(garage.new_owner(replace(VAN_DALEN, **velden)).id)  # type: ignore[arg-type]  # any field
    return opened(qtbot, RelatieForm)


def test_an_address_and_a_number_are_added(qtbot: QtBot, garage: Garage, deuren: Deuren) -> None:
    form = show(qtbot, garage, deuren)
    press(form, Qt.Key.Key_2, CTRL)
    buttons(form)["Adres toevoegen"].click()
    choose(form, "Soort adres", "Factuuradres")
    write(form, "Straat van een ander adres", "Kanaalstraat")
    write(form, "Huisnr. van een ander adres", "12")
    write(form, "Postcode van een ander adres", "5911kb")
    buttons(form)["Nummer toevoegen"].click()
    write(form, "Ander nummer", "0245550417")
    press(form, Qt.Key.Key_S, CTRL)
    kaart = garage.relaties.load(garage.balie, 1).kaart
    assert kaart.adressen == (Adres(Adressoort.FACTUUR, "Kanaalstraat", "12", "", "5911 KB"),)
    assert kaart.telefoons == (Telefoonnummer(nummer="024 555 0417"),)


def test_a_line_that_was_never_filled_in_is_no_change(qtbot: QtBot, garage: Garage, deuren: Deuren) -> None:
    form = show(qtbot, garage, deuren)
    press(form, Qt.Key.Key_2, CTRL)
    buttons(form)["Adres toevoegen"].click()
    assert not form.has_changes()


def test_consent_says_when_it_was_given(qtbot: QtBot, garage: Garage, deuren: Deuren) -> None:
    form = show(qtbot, garage, deuren, mag_email=Toestemming.GEGEVEN)
    press(form, Qt.Key.Key_2, CTRL)
    assert "Gegeven op 24-11-2026 10:00, genoteerd door Bram (tekst 2026-1)" in notes(form)


def test_a_likely_double_is_told_while_one_types_and_is_a_click_away(
    qtbot: QtBot, garage: Garage, deuren: Deuren
) -> None:
    garage.new_owner()
    deuren.new_relatie("Smeets")
    form = opened(qtbot, NieuweRelatieForm)
    write(form, "E-mailadres", VAN_DALEN.email)
    said = "Staat deze klant er al? Dhr. H. van Dalen (Hatertseweg 214A, 6533 GL Nijmegen) heeft hetzelfde e-mailadres."
    assert notes(form) == [said]
    buttons(form)["Die kaart openen"].click()
    assert [other.windowTitle() for other in open_forms() if other is not form] == ["Dhr. H. van Dalen"]
    write(form, "E-mailadres", "smeets@example.com")
    assert notes(form) == []
    assert line(form, "Naam").text() == "Smeets"


def test_a_tab_with_a_wrong_field_is_marked_and_turned_to(qtbot: QtBot, garage: Garage, deuren: Deuren) -> None:
    form = show(qtbot, garage, deuren)
    form.show_findings([Bevinding("notitie", "TE_LANG", Ernst.BLOKKEREND, {"hoogstens": 2000})])
    (strip,) = form.findChildren(TabStrip)
    assert strip.currentIndex() == 1
    assert strip.accessibleTabName(1) == "Meer: hier klopt een veld niet"
