"""A postcode and a house number fill in their street; what a person typed is never typed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.forms.handen import CTRL, buttons, choose, line, notes, opened, press, write
from tests.usecases.garage import VAN_DALEN
from werkplaats.domain.adres import GevondenAdres
from werkplaats.errors import Garbled, PartijFout, Refused, Unreachable
from werkplaats.forms.relatie.form import NieuweRelatieForm, RelatieForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

SELF = "Zelf invullen kan altijd."


@pytest.fixture
def new(qtbot: QtBot, deuren: Deuren, garage: Garage) -> NieuweRelatieForm:
    """A new card, in a country whose register knows two houses."""
    garage.adresregister.adressen = {
        ("6533GL", 214): GevondenAdres("Hatertseweg", "Nijmegen"),
        ("6511XR", 417): GevondenAdres("Waalkade", "Nijmegen"),
    }
    garage.adresregister.toevoegingen = frozenset({"A"})
    deuren.new_relatie("Smeets")
    return opened(qtbot, NieuweRelatieForm)


def address(form: RelatieForm) -> tuple[str, str]:
    return line(form, "Straat").text(), line(form, "Plaats").text()


def type_address(form: RelatieForm, postcode: str, huisnr: str) -> None:
    write(form, "Huisnr.", huisnr)
    write(form, "Postcode", postcode)


def test_the_street_and_the_place_come_by_themselves(new: NieuweRelatieForm, garage: Garage) -> None:
    type_address(new, "6533gl", "214")
    assert address(new) == ("Hatertseweg", "Nijmegen")
    assert notes(new) == []
    press(new, Qt.Key.Key_S, CTRL)
    assert garage.relaties.load(garage.balie, 1).kaart.straat == "Hatertseweg"


def test_a_street_of_the_register_follows_the_number(new: NieuweRelatieForm) -> None:
    type_address(new, "6533GL", "214")
    type_address(new, "6511XR", "417")
    assert address(new) == ("Waalkade", "Nijmegen")
    type_address(new, "6511XR", "9")
    assert address(new) == ("", "")
    assert SELF in notes(new)[0]


def test_what_a_person_typed_stays_and_the_found_street_is_offered(new: NieuweRelatieForm) -> None:
    write(new, "Straat", "Achterom")
    type_address(new, "6533GL", "214")
    assert address(new) == ("Achterom", "Nijmegen")
    assert notes(new) == ["Bij deze postcode en dit nummer hoort Hatertseweg, Nijmegen."]
    buttons(new)["Overnemen"].click()
    assert address(new) == ("Hatertseweg", "Nijmegen")
    assert notes(new) == []


def test_a_card_that_is_only_opened_asks_nothing(qtbot: QtBot, garage: Garage, deuren: Deuren) -> None:
    deuren.open_relatie(garage.new_owner(VAN_DALEN).id)
    form = opened(qtbot, RelatieForm)
    line(form, "Postcode").setFocus()
    press(form, Qt.Key.Key_Tab)
    assert garage.adresregister.gevraagd == []


def test_an_addition_that_is_not_known_is_said_quietly(new: NieuweRelatieForm) -> None:
    write(new, "Toevoeging", "Q")
    type_address(new, "6533GL", "214")
    assert address(new) == ("Hatertseweg", "Nijmegen")
    assert notes(new) == ["Het nummer bestaat; de toevoeging is bij PDOK niet bekend."]


@pytest.mark.parametrize("land", ["België", "Duitsland"])
def test_an_address_of_another_country_is_not_asked(new: NieuweRelatieForm, garage: Garage, land: str) -> None:
    choose(new, "Land", land)
    type_address(new, "6533GL", "214")
    assert garage.adresregister.gevraagd == []
    assert address(new) == ("", "")


@pytest.mark.parametrize(
    "fout",
    [
        Unreachable("PARTIJ_ONBEREIKBAAR", "PDOK"),
        Unreachable("PARTIJ_TIJD_OM", "PDOK"),
        Unreachable("PARTIJ_STORING", "PDOK", status=503),
        Refused("PDOK_VRAAG_GEWEIGERD", "PDOK"),
        Garbled("PARTIJ_GEEN_JSON", "PDOK"),
    ],
    ids=lambda fout: fout.code,
)
def test_trouble_at_pdok_is_one_quiet_sentence_and_typing_goes_on(
    new: NieuweRelatieForm, garage: Garage, fout: PartijFout
) -> None:
    garage.adresregister.fout = fout
    type_address(new, "6533GL", "214")
    said = notes(new)
    assert len(said) == 1
    assert "PDOK" in said[0]
    assert said[0].endswith("Vul straat en plaats zelf in.")
    assert not new.problem.text
    write(new, "Straat", "Hatertseweg")
    write(new, "Plaats", "Nijmegen")
    press(new, Qt.Key.Key_S, CTRL)
    assert garage.relaties.load(garage.balie, 1).kaart.plaats == "Nijmegen"


def test_who_may_only_look_has_nothing_to_ask(
    qtbot: QtBot,
    garage: Garage,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
) -> None:
    deuren = make_deuren(make_toegang(garage.wie("Monteur")))
    deuren.open_relatie(garage.new_owner(VAN_DALEN).id)
    form = opened(qtbot, RelatieForm)
    line(form, "Huisnr.").setFocus()
    press(form, Qt.Key.Key_9)
    press(form, Qt.Key.Key_Tab)
    assert garage.adresregister.gevraagd == []
