"""What the tests of the dialogs stand on: real use cases on a small database, work done at once, doors that open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from tests.forms.handen import throw_away_forms
from tests.ui.conftest import background, foreground, look, one_theme, voorkeuren
from tests.usecases.garage import Garage, moment
from werkplaats.forms.deuren import Deuren
from werkplaats.forms.toegang import Toegang
from werkplaats.usecases.verkoop import Verkoop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from werkplaats.domain.moment import VasteKlok
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store
    from werkplaats.ui.voorkeuren import Voorkeuren
    from werkplaats.ui.work import Background

__all__ = ["background", "foreground", "look", "one_theme", "voorkeuren"]


@pytest.fixture
def garage(sqlite_store: Store, klok: VasteKlok) -> Garage:
    """A garage on a Tuesday morning in November."""
    klok.moment = moment(2026, 11, 24)
    return Garage(sqlite_store, klok)


@pytest.fixture
def make_toegang(garage: Garage, foreground: Background, voorkeuren: Voorkeuren) -> Callable[..., Toegang]:
    """What the dialogs of a person work with; the person at the counter unless another is named."""

    def make(wie: Wie | None = None, background: Background = foreground) -> Toegang:
        return Toegang(
            wie=wie or garage.balie,
            klok=garage.klok,
            zoeken=garage.zoeken,
            voertuigen=garage.voertuigen,
            wisselingen=garage.wisselingen,
            relaties=garage.relaties,
            contacten=garage.contacten,
            kmstanden=garage.kmstanden,
            werkkaarten=garage.werkkaarten,
            monteurwerk=garage.monteurwerk,
            artikelen=garage.artikelen,
            verkoop=Verkoop(
                garage.orders,
                garage.orderimport,
                garage.ordertabellen,
                garage.aanvragen,
                garage.planning,
                garage.ponmail,
            ),
            bijlagen=garage.bijlagen,
            schades=garage.schades,
            garanties=garage.garanties,
            leenperiodes=garage.leenperiodes,
            gebruikersbeheer=garage.gebruikersbeheer,
            banden=garage.banden,
            vrije_velden=garage.vrije_velden,
            internet=garage.internet,
            historie=garage.historie,
            adressen=garage.adressen,
            rdw=garage.rdw,
            pechhulp=garage.pechhulp,
            carpass=garage.carpass,
            historieken=garage.historieken,
            correcties=garage.correcties,
            herinneringen=garage.herinneringen,
            instellingen=garage.instellingen,
            lijsten=garage.lijsten,
            postbus=garage.postbus,
            mails=garage.mails,
            dagtaken=garage.dagtaken,
            volgen=garage.volgen,
            afdrukken=garage.afdrukken,
            papier=garage.papier,
            background=background,
            voorkeuren=voorkeuren,
        )

    return make


@pytest.fixture
def toegang(make_toegang: Callable[..., Toegang]) -> Toegang:
    """What the dialogs of a person at the counter work with."""
    return make_toegang()


@pytest.fixture
def make_deuren(qapp: QApplication) -> Iterator[Callable[[Toegang], Deuren]]:
    """The doors between dialogs for a person; every dialog still open at the end is thrown away."""
    owner = QObject()
    yield lambda toegang: Deuren(toegang, owner)
    throw_away_forms()
    owner.deleteLater()


@pytest.fixture
def deuren(make_deuren: Callable[[Toegang], Deuren], toegang: Toegang) -> Deuren:
    """The doors between dialogs for a person at the counter."""
    return make_deuren(toegang)
