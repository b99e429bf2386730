"""The only list of dialogs: who may do what sees just that, and each line opens its dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.forms.handen import line, open_forms, opened, words
from werkplaats.forms.hulp import HulpForm
from werkplaats.forms.instellingen.form import InstellingenForm
from werkplaats.forms.menu import entries
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.ui.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.entries import Entries


@pytest.fixture
def offered(
    garage: Garage, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren]
) -> Callable[[str], Entries]:
    """What the window offers somebody of a group."""

    def offer(groep: str) -> Entries:
        toegang = make_toegang(garage.wie(groep))
        return entries(toegang, make_deuren(toegang))

    return offer


def test_at_the_counter_cars_and_people_are_made_and_settings_of_the_shop_are_not_offered(
    offered: Callable[[str], Entries],
) -> None:
    offer = offered("Balie")
    assert [entry.title for entry in offer.commands] == [
        "Nieuw voertuig",
        "Nieuwe relatie",
        "Wat is aan de beurt",
        "Instellingen: uiterlijk en toetsen",
        "Hulp: de handleiding",
        "Over Werkplaats",
    ]
    assert [action.title for action in offer.voertuig] == ["Openen", "&Pechhulp", "&KM stand", "&Werkkaart"]
    assert [action.title for action in offer.relatie] == ["Openen"]


def test_a_mechanic_looks_and_makes_nothing(offered: Callable[[str], Entries]) -> None:
    offer = offered("Monteur")
    assert [creator.sentence for creator in offer.creators] == ["Opent de werkkaart met dit nummer"]
    assert [action.title for action in offer.voertuig] == ["Openen", "&KM stand"]
    assert "Nieuw voertuig" not in [entry.title for entry in offer.commands]


def test_a_beheerder_finds_each_page_of_the_settings(qtbot: QtBot, offered: Callable[[str], Entries]) -> None:
    offer = offered("Beheerder")
    titles = [entry.title for entry in offer.commands if entry.title.startswith("Instellingen:")]
    assert titles == [
        "Instellingen: bedrijf en adres",
        "Instellingen: Pechhulp",
        "Instellingen: dagtaken en back-up",
        "Instellingen: Vrije velden",
        "Instellingen: BV en LPG",
        "Instellingen: RDW",
        "Instellingen: e-mail",
        "Instellingen: Car-Pass",
        "Instellingen: PON",
        "Instellingen: gebruikers en groepen",
        "Instellingen: uiterlijk en toetsen",
    ]
    for title, heading in zip(
        titles,
        (
            *("Bedrijf en adres", "Pechhulp", "Dagtaken en back-up", "Vrije velden", "BV en LPG", "RDW", "E-mail"),
            *("Car-Pass", "PON", "Gebruikers", "Uiterlijk en toetsen"),
        ),
        strict=True,
    ):
        next(entry for entry in offer.commands if entry.title == title).open()
        assert heading in words(opened(qtbot, InstellingenForm)).splitlines()
    assert len(open_forms()) == 1, "one window of settings, however often it is asked for"


def test_every_name_and_key_stands_for_one_thing(offered: Callable[[str], Entries]) -> None:
    offer = offered("Beheerder")
    everything = (*offer.doors, *offer.commands)
    assert len({entry.name for entry in everything}) == len(everything)
    keys = [entry.key for entry in everything if entry.key]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("", ["Nieuw voertuig", "Nieuwe relatie"]),
        ("GA-482-R", ["Nieuw voertuig “GA-482-R”"]),
        ("1-abc-123", ["Nieuw voertuig “1-abc-123”"]),
        ("smeets", ["Nieuwe relatie “smeets”"]),
        ("Bakkerij 2000", ["Nieuwe relatie “Bakkerij 2000”"]),
        ("van 't Hof", ["Nieuwe relatie “van 't Hof”"]),
        ("06 12345678", []),
        ("6533 GL 214", []),
        ("WVWZZZCDZLW000417", []),
        ("???", []),
    ],
)
def test_what_was_typed_says_what_can_be_made_of_it(
    offered: Callable[[str], Entries], typed: str, made: list[str]
) -> None:
    assert [creator.title(typed) for creator in offered("Balie").creators if creator.fits(typed)] == made


def test_a_new_car_begins_with_the_plate_that_was_typed(qtbot: QtBot, offered: Callable[[str], Entries]) -> None:
    creator = offered("Balie").creators[0]
    creator.run("ga482r")
    assert line(opened(qtbot, MuterenForm), "Kenteken").text() == "GA-482-R"


def test_the_menu_of_a_car_hangs_on_its_button(qtbot: QtBot, garage: Garage, offered: Callable[[str], Entries]) -> None:
    button = Button("Pechhulp")
    qtbot.addWidget(button)
    action = offered("Balie").voertuig[1]
    assert action.menu is not None
    action.menu(garage.new_car().id, button)
    assert [line.text().partition("\t")[0] for line in button.menu().actions()][3] == "Pechhulp (via Bovemij)"


def test_help_is_about_the_start_page(qtbot: QtBot, offered: Callable[[str], Entries]) -> None:
    offer = offered("Balie")
    assert offer.help is not None
    offer.help()
    assert opened(qtbot, HulpForm).windowTitle() == "Hulp: Start en zoeken"
