"""How the dialogs look and are reached: nothing cut off, one Alt letter each, a name for every control, few pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QPlainTextEdit

from tests.ui.clipping import cut_texts
from tests.usecases.garage import GOLF, VAN_DALEN
from werkplaats.domain.pechhulp import Aanbieder
from werkplaats.domain.relatie import Aanhef, RelatieKaart
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.forms.kies_relatie import KiesRelatieForm
from werkplaats.forms.pechhulp import PechhulpForm
from werkplaats.forms.pechhulp_eerder import PechhulpEerderForm
from werkplaats.forms.relatie.form import NieuweRelatieForm, RelatieForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form
    from werkplaats.ui.theme import Theme

    Make = Callable[[str], Form]

KINDS = ["pechhulp", "eerder", "persoon", "bedrijf", "nieuw", "kies"]
LONGEST_CAR = VoertuigKaart(kenteken=GOLF, merk="Mercedes-Benz " * 6, model="Sprinter " * 6, type="x" * 200)
COMPANY = RelatieKaart(aanhef=Aanhef.BEDRIJF, naam="Gebr. Van den Broek & Zonen " * 5, land="BE")


@pytest.fixture
def make(qtbot: QtBot, garage: Garage, toegang: Toegang, deuren: Deuren) -> Make:
    """Shows a dialog of a kind at the size in which it first opens."""
    person, company = garage.new_owner(VAN_DALEN).id, garage.new_owner(COMPANY).id
    auto = garage.new_car(LONGEST_CAR).id
    garage.configure(pechhulp_links=((Aanbieder.PECHONDERWEGSERVICE, "https://pech.example/{kenteken}"),))
    garage.pechhulp.open_link(garage.balie, auto, Aanbieder.PECHONDERWEGSERVICE)
    garage.pechhulp.aanvragen(garage.balie, auto, garage.pechhulp.prepare(garage.balie, auto).invoer)
    makers: dict[str, Callable[[], Form]] = {
        "pechhulp": lambda: PechhulpForm(toegang, deuren, auto),
        "eerder": lambda: PechhulpEerderForm(toegang, deuren, auto),
        "persoon": lambda: RelatieForm(toegang, deuren, person),
        "bedrijf": lambda: RelatieForm(toegang, deuren, company),
        "nieuw": lambda: NieuweRelatieForm(toegang, deuren, None, "jan smeets"),
        "kies": lambda: KiesRelatieForm(toegang, deuren, lambda _kop: None),
    }

    def show(kind: str) -> Form:
        form = makers[kind]()
        with qtbot.waitExposed(form):
            form.show()
        return form

    return show


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3])
def test_no_text_is_cut_off(look: Theme, make: Make, kind: str, scale: float) -> None:
    look.set_scale(scale)
    form = make(kind)
    form.resize(*(look.px(side) for side in form.standard_size))
    form.grab()
    long = f"{COMPANY.naam} {LONGEST_CAR.type}"
    # A name as long as that scrolls in its field; all that we wrote ourselves has room.
    assert [text for text in cut_texts(form) if text.strip() not in long] == []


@pytest.mark.parametrize("kind", KINDS)
def test_it_fits_the_screens_of_a_garage(look: Theme, make: Make, kind: str) -> None:
    form = make(kind)
    width, height = form.standard_size
    assert (width <= 1040, height <= 688) == (True, True)
    # What is left of a screen of 1920 by 1080 at 150 %.
    form.resize(min(width, 1280), 640)
    form.grab()
    assert form.bar.cancel_button.visibleRegion().boundingRect().height() == form.bar.cancel_button.height()


@pytest.mark.parametrize("kind", KINDS)
def test_each_alt_letter_is_there_once(make: Make, kind: str) -> None:
    form = make(kind)
    labelled: list[QAbstractButton | QLabel] = [*form.findChildren(QAbstractButton), *form.findChildren(QLabel)]
    keys = [QKeySequence.mnemonic(part.text()).toString() for part in labelled if part.isVisible()]
    letters = [key for key in keys if key]
    assert letters
    assert len(letters) == len(set(letters)), letters


@pytest.mark.parametrize("kind", KINDS)
def test_every_control_has_a_name(make: Make, kind: str) -> None:
    form = make(kind)
    fields = (QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView, QAbstractButton)
    controls = [part for kind_ in fields for part in form.findChildren(kind_) if part.isVisible()]
    reached = [part for part in controls if part.focusPolicy() != Qt.FocusPolicy.NoFocus]
    nameless = [
        part for part in reached if not (part.accessibleName() or (isinstance(part, QAbstractButton) and part.text()))
    ]
    assert len(reached) > 3
    assert nameless == []


@pytest.mark.parametrize("kind", KINDS)
def test_dark_it_says_the_same(look: Theme, make: Make, kind: str) -> None:
    light = make(kind)
    before = light.grab().toImage()
    look.set_scheme("dark")
    assert light.grab().toImage() != before
