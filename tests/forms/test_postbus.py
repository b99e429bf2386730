"""The postbus on the screen: what stands there, its attempts beside it, and what a person decides about it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.forms.handen import opened, words
from tests.usecases.ontvanger import Ontvanger, put
from werkplaats.domain.postbus import Staat, Uitkomst
from werkplaats.domain.rechten import Recht
from werkplaats.errors import WerkplaatsError
from werkplaats.forms.lijsten.postbus import postbus_list
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.ui.lijst.pagina import ListPage
from werkplaats.usecases.postbus import Postbus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


@pytest.fixture
def page(qtbot: QtBot, toegang: Toegang, deuren: Deuren) -> Iterator[ListPage]:
    """The postbus of somebody at the counter, as a page of the window."""
    page = ListPage(postbus_list(toegang, deuren), toegang.lijsten, toegang.wie, toegang.background, toegang.voorkeuren)
    page.resize(1180, 640)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.refresh()
    page.table.setFocus()
    yield page
    page.close()


def _column(page: ListPage, name: str) -> list[str]:
    at = [column.name for column in page.model.columns].index(name)
    return [str(page.model.index(row, at).data()) for row in range(page.model.rowCount())]


def _press(page: ListPage, title: str) -> None:
    found = [b for b in page.findChildren(QPushButton) if b.text().replace("&", "") == title and b.isVisible()]
    assert len(found) == 1, (title, [b.text() for b in page.findChildren(QPushButton) if b.isVisible()])
    found[0].click()


def _buttons(page: ListPage) -> set[str]:
    assert page.pane is not None
    return {b.text().replace("&", "") for b in page.pane.findChildren(QPushButton) if b.isVisible()}


def _stand(garage: Garage, *staten: Staat, onderwerp: int = 1) -> None:
    for plek, staat in enumerate(staten):
        (nummer,) = put(garage.store, garage.balie, f"{onderwerp}-{plek}", onderwerp=onderwerp + plek)
        with garage.store.begin(garage.balie) as werk:
            werk.postbus.move(nummer, staat, Uitkomst.onzeker("PARTIJ_TIJD_OM", partij="mailserver"))


def _state(garage: Garage) -> Staat:
    return garage.postbus.list(garage.balie)[0].staat


def test_an_empty_postbus_says_what_will_stand_there(page: ListPage) -> None:
    assert "Niets in de postbus" in words(page)
    assert "Kies een regel om het bericht hier te zien." in words(page)


def test_each_state_has_its_pill_and_the_newest_stands_first(garage: Garage, page: ListPage) -> None:
    _stand(garage, Staat.VERZONDEN, Staat.ONZEKER, Staat.MISLUKT)
    page.refresh()

    assert _column(page, "staat") == ["Mislukt", "Onzeker", "Verzonden"]
    assert _column(page, "reden")[2] == "", "what arrived needs no reason"
    page.pills.pills["onzeker"].click()
    assert _column(page, "staat") == ["Onzeker"]


def test_all_messages_can_be_reached_and_filtered(garage: Garage, page: ListPage, qtbot: QtBot) -> None:
    with garage.store.begin(garage.balie) as werk:
        for nummer in range(1200):
            werk.postbus.leg_klaar(
                "mail", {}, f"s{nummer}", "voertuig", nummer, kop=f"klant{nummer}@example.com: Klaar"
            )
    page.refresh()

    assert page.model.rowCount() == 1200
    page.filter.setText("klant77@example.com")
    page.filter.textEdited.emit("klant77@example.com")
    qtbot.waitUntil(lambda: _column(page, "kop") == ["klant77@example.com: Klaar"])


def test_the_attempts_stand_beside_the_list(garage: Garage, page: ListPage) -> None:
    ontvanger = Ontvanger(gedrag=lambda _bericht: Uitkomst.mislukt("MAIL_GEWEIGERD", status=550, antwoord="onbekend"))
    put(garage.store, garage.balie, "a")
    Postbus(garage.store, garage.kluis, (ontvanger,)).send_due(garage.balie)
    page.refresh()

    said = words(page)
    assert "Geweigerd" in said
    assert "Bram · balie-1" in said
    assert "De mailserver weigert deze mail (code 550: onbekend)" in said


def test_a_message_that_waits_is_taken_back_in_two_steps(garage: Garage, page: ListPage) -> None:
    put(garage.store, garage.balie, "a")
    page.refresh()

    _press(page, "Intrekken …")
    assert _state(garage) is Staat.WACHT
    assert "Het wordt dan niet verzonden" in words(page)
    _press(page, "Intrekken")

    assert _state(garage) is Staat.INGETROKKEN
    assert _column(page, "staat") == ["Ingetrokken"]


@pytest.mark.parametrize(
    ("answer", "staat"), [("Ja, aangekomen", Staat.VERZONDEN), ("Nee, opnieuw verzenden", Staat.WACHT)]
)
def test_a_message_in_doubt_is_decided_by_a_person(garage: Garage, page: ListPage, answer: str, staat: Staat) -> None:
    _stand(garage, Staat.ONZEKER)
    page.refresh()

    _press(page, "Beslissen …")
    _press(page, answer)

    assert _state(garage) is staat


def test_a_question_is_left_without_harm(garage: Garage, page: ListPage) -> None:
    _stand(garage, Staat.ONZEKER)
    page.refresh()
    _press(page, "Beslissen …")
    _press(page, "Terug")

    assert _buttons(page) == {"Voertuig openen", "Beslissen …"}
    assert _state(garage) is Staat.ONZEKER


def test_a_failed_message_goes_again(garage: Garage, page: ListPage) -> None:
    _stand(garage, Staat.MISLUKT)
    page.refresh()

    _press(page, "Opnieuw proberen")

    assert _state(garage) is Staat.WACHT


def test_what_somebody_else_decided_first_is_said(
    garage: Garage, page: ListPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stand(garage, Staat.ONZEKER)
    page.refresh()
    _press(page, "Beslissen …")

    def late(*_args: object) -> None:
        raise WerkplaatsError("POSTBUS_NIET_ONZEKER", staat="verzonden")

    monkeypatch.setattr(garage.postbus, "_decide", late)
    _press(page, "Ja, aangekomen")

    assert "Over dit bericht hoeft niets meer te worden beslist." in words(page)


def test_what_arrived_can_only_be_opened(garage: Garage, page: ListPage) -> None:
    _stand(garage, Staat.VERZONDEN)
    page.refresh()

    assert _buttons(page) == {"Voertuig openen"}


def test_enter_opens_what_a_message_is_about(garage: Garage, page: ListPage, qtbot: QtBot) -> None:
    auto = garage.new_car()
    with garage.store.begin(garage.balie) as werk:
        werk.postbus.leg_klaar("mail", {}, "b", "voertuig", auto.id, kop="klant@example.com: Uw auto is klaar")
    page.refresh()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)

    assert opened(qtbot, MuterenForm).isVisible()


def test_what_one_may_not_see_has_no_door(garage: Garage, make_toegang: Callable[..., Toegang], deuren: Deuren) -> None:
    with garage.store.begin(garage.balie) as werk:
        werk.postbus.leg_klaar("mail", {}, "b", "relatie", 1, kop="klant@example.com: Uw auto is klaar")
    (line,) = garage.postbus.list(garage.balie)
    toegang = make_toegang(garage.wie("Balie"))
    assert postbus_list(toegang, deuren).actions(line)
    zonder = make_toegang(replace(garage.balie, rechten=garage.balie.rechten - {Recht.RELATIE_ZIEN}))
    assert not postbus_list(zonder, deuren).actions(line)
