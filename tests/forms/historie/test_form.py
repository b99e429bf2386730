"""Historie: the line of time of a car as a person reads and filters it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.forms.handen import ALT, choose, open_forms, opened, press, words
from tests.ui.clipping import cut_texts
from tests.usecases.garage import GOLF
from tests.usecases.levensloop import live, new_car
from werkplaats.domain.contactmoment import ContactKaart
from werkplaats.domain.kmstand import KmInvoer
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.werkkaart import WerkkaartInvoer
from werkplaats.forms.banden.form import BandenForm
from werkplaats.forms.bijlagen.form import DocumentenForm
from werkplaats.forms.bijlagen.foto import FotoForm
from werkplaats.forms.carpass.form import CarPassForm
from werkplaats.forms.contacten import ContactenForm
from werkplaats.forms.garantie.form import GarantiesForm
from werkplaats.forms.historie.form import HistorieForm
from werkplaats.forms.kmstand.form import KmStandForm
from werkplaats.forms.logboek import LogboekForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.order.form import OrderForm
from werkplaats.forms.pechhulp_eerder import PechhulpEerderForm
from werkplaats.forms.relatie.form import RelatieForm
from werkplaats.forms.schade.form import SchadesForm
from werkplaats.forms.werkkaart.form import WerkkaartForm
from werkplaats.forms.wisseling.lijst import TijdlijnForm
from werkplaats.ui.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form
    from werkplaats.ui.theme import Theme


@pytest.fixture
def auto(garage: Garage) -> int:
    eigenaar = garage.new_owner()
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, merk="Volkswagen", model="Golf", hoofdeigenaar=eigenaar))
    garage.kmstanden.add(garage.balie, auto.id, KmInvoer(52_449, date(2025, 3, 1)))
    with garage.later(days=2):
        garage.change(garage.balie, auto, hoofdeigenaar=None)
    return auto.id


def rows(form: HistorieForm) -> list[list[str]]:
    model = form.findChildren(Table)[0].rows
    return [[model.cell(row, column).text for column in range(model.columnCount())] for row in range(model.rowCount())]


def test_what_happened_is_said_in_words_and_one_kind_can_be_chosen(qtbot: QtBot, deuren: Deuren, auto: int) -> None:
    deuren.open_historie(auto)
    form = opened(qtbot, HistorieForm)
    assert ["26-11-2026", "Wijziging", "Gewijzigd: Hoofdeigenaar", "Bram"] in rows(form)
    assert ["24-11-2026", "Eigenaar", "Dhr. H. van Dalen (tot 26-11-2026)", " "] in rows(form)
    assert rows(form)[-1] == ["01-03-2025", "KM stand", "52.449 km · Balie", "Bram"]
    assert f"{len(rows(form))} gebeurtenissen" in words(form)
    choose(form, "Soort", "Kenteken")
    assert [row[2] for row in rows(form)] == ["GA-482-R"]
    choose(form, "Soort", "Pechhulp")
    assert "Niets van deze soort" in words(form)


def test_it_follows_what_happens_now(qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int) -> None:
    deuren.open_historie(auto)
    form = opened(qtbot, HistorieForm)
    garage.kmstanden.add(garage.balie, auto, KmInvoer(60_001, date(2026, 11, 24)))
    deuren.changed.emit("voertuig", auto)
    assert any(row[2].startswith("60.001 km") for row in rows(form))


def everything(qtbot: QtBot, deuren: Deuren, garage: Garage) -> tuple[HistorieForm, int]:
    """The line of time of a car with which everything happened."""
    auto = new_car(garage).id
    live(garage, auto)
    garage.pechhulp.aanvragen(garage.balie, auto, garage.pechhulp.prepare(garage.balie, auto).invoer)
    gesprek = ContactKaart(garage.klok.nu(), tekst="Gebeld", voertuig_id=auto)
    garage.contacten.save(garage.balie, None, 1, gesprek, gesprek)
    deuren.open_historie(auto)
    return opened(qtbot, HistorieForm), auto


@pytest.fixture
def alles(garage: Garage, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren]) -> Deuren:
    """The doors for somebody who may see all."""
    return make_deuren(make_toegang(garage.beheerder))


def test_each_kind_says_in_words_what_happened(qtbot: QtBot, alles: Deuren, garage: Garage) -> None:
    form, _auto = everything(qtbot, alles, garage)
    said = {(row[1], row[2]) for row in rows(form)}
    assert said >= {
        ("Werkkaart", "2026-000001 · Gemaakt · APK en lampen"),
        ("Werkkaart", "2026-000001 · Opgehaald · APK en lampen"),
        ("Car-Pass", "Niet doorgestuurd · 60.000 km"),
        ("Herinnering", "Gedaan: Service"),
        ("Car-Pass", "Antwoord van Car-Pass: Aanvaard · 60.000 km"),
        ("Schade", "Toegevoegd: 1: Linksvoor: portier, Kras 0 (open)"),
        ("Schade", "Ontstaan: 1: Linksvoor: portier, Kras 0"),
        ("Garantie", "Begint: Carrosserie en roest · Volkswagen"),
        ("Garantie", "Laatste dag: Carrosserie en roest · Volkswagen"),
        ("Garantie", "Toegevoegd: Carrosserie en roest, Volkswagen, 30-06-2026"),
        ("Banden", "Op de auto gezet: winter, gemonteerd, 24-11-2026"),
        ("Banden", "Van de auto gehaald: zomer, 205/55 R16 91V, 24-11-2026"),
        ("Bestand", "Toegevoegd: zij.png"),
        ("Bestand", "Weggehaald: brief 0.txt"),
        ("Bestand", "Toegevoegd bij een schade: kras.png"),
        ("Bestand", "Toegevoegd op een werkkaart: rem.png"),
        ("Order", "2026-000001 · Gemaakt"),
        ("Order", "2026-000001 · Afgeleverd"),
        ("Order", "2026-000001 · Kenteken aangevraagd bij PON"),
        ("Order", "2026-000001 · Kenteken toegekend · GA-482-R"),
    }


@pytest.mark.parametrize(
    ("words_of_line", "kind"),
    [
        ("Opgehaald", WerkkaartForm),
        ("Antwoord van Car-Pass", CarPassForm),
        ("Ontstaan: 1", SchadesForm),
        ("Laatste dag", GarantiesForm),
        ("Op de auto gezet", BandenForm),
        ("Toegevoegd: zij.png", FotoForm),
        ("Weggehaald: brief", DocumentenForm),
        ("Afgeleverd", OrderForm),
        ("Kenteken toegekend", OrderForm),
        ("60.000 km · Balie", KmStandForm),
        ("Geopend in de browser", PechhulpEerderForm),
        ("Gebeld", ContactenForm),
        ("Gedaan: Service", MuterenForm),
        ("Dhr. H. van Dalen", RelatieForm),
        ("GA-482-R", TijdlijnForm),
        ("Toegevoegd: Chassisnummer", LogboekForm),
    ],
)
def test_enter_opens_what_a_line_tells_of(
    qtbot: QtBot, alles: Deuren, garage: Garage, words_of_line: str, kind: type[Form]
) -> None:
    form, _auto = everything(qtbot, alles, garage)
    table = form.findChildren(Table)[0]
    said = [row[2] for row in rows(form)]
    exact = [at for at, what in enumerate(said) if what == words_of_line]
    table.selectRow(exact[0] if exact else next(at for at, what in enumerate(said) if words_of_line in what))
    table.setFocus()
    press(form, Qt.Key.Key_Return)
    assert [type(other) for other in open_forms() if other is not form] == [kind]


def test_what_was_chosen_stays_chosen_when_more_happens(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int
) -> None:
    deuren.open_historie(auto)
    form = opened(qtbot, HistorieForm)
    table = form.findChildren(Table)[0]
    table.selectRow(len(rows(form)) - 1)
    garage.kmstanden.add(garage.balie, auto, KmInvoer(60_001, date(2026, 11, 24)))
    deuren.changed.emit("voertuig", auto)
    assert rows(form)[table.chosen_row()][2] == "52.449 km · Balie"
    kaart = garage.werkkaarten.make(garage.balie, auto, WerkkaartInvoer())
    deuren.changed.emit("werkkaart", kaart.id)
    assert any(row[1] == "Werkkaart" for row in rows(form))


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_no_text_is_cut_off(look: Theme, qtbot: QtBot, deuren: Deuren, garage: Garage, scale: float) -> None:
    look.set_scale(scale)
    form, _auto = everything(qtbot, deuren, garage)
    assert cut_texts(form) == []


def test_the_card_of_the_car_leads_here(qtbot: QtBot, deuren: Deuren, auto: int) -> None:
    deuren.open_voertuig(auto)
    press(opened(qtbot, MuterenForm), Qt.Key.Key_H, ALT)
    qtbot.waitUntil(lambda: any(isinstance(form, HistorieForm) for form in open_forms()))
