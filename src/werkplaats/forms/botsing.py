"""Botsing: two people changed the same fields; field by field the person keeps his own value or takes the other's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from werkplaats.domain.leen import moment_tekst
from werkplaats.domain.moment import Moment
from werkplaats.domain.naam import weergave
from werkplaats.domain.relatie import Relatie
from werkplaats.domain.samenvoegen import mine_by_default
from werkplaats.domain.voertuig import Voertuig
from werkplaats.forms.hoofd import Hoofd
from werkplaats.forms.waarden import NOTHING, value_text
from werkplaats.i18n import _, ngettext
from werkplaats.ui.button import Button
from werkplaats.ui.cards import HairLine
from werkplaats.ui.fields.radio import Radio
from werkplaats.ui.form import Form
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.plate import Plate
from werkplaats.zinnen import woord_veld

if TYPE_CHECKING:
    from werkplaats.errors import BotsendVeld, Botsing
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class BotsingForm(Form):
    """Shows both values of each field in conflict, who changed it and when; ``solved`` gives, per field, whether mine
    is kept. Arrows choose, Tab goes to the next field, Alt+M and Alt+A take all of one side.
    """

    solved = Signal(dict)
    standard_size: ClassVar[tuple[int, int]] = (760, 460)

    def __init__(self, toegang: Toegang, deuren: Deuren, botsing: Botsing) -> None:
        super().__init__("botsing", toegang.background, toegang.voorkeuren, None)
        self._zone = toegang.wie.zone
        self._choices: dict[str, tuple[Radio, Radio]] = {}
        other = botsing.door or _("Iemand anders")
        self.setWindowTitle(_("{wie} was u voor").format(wie=other))
        self.set_header(_head(deuren, botsing, other))
        self.set_page(self._page(botsing, other))
        self._add_all(_("Alles van &mij"), mine=True)
        self._add_all(_("&Alles van {wie}").format(wie=other), mine=False)
        self.set_main(_("&Keuze opslaan"), "opslaan", self._solve)
        next(radio for radio in self._choices[botsing.velden[0].veld] if radio.isChecked()).setFocus()

    def _page(self, botsing: Botsing, other: str) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 24, 24)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for at, title in enumerate((_("Veld"), _("Wat u invulde"), _("Wat {wie} invulde").format(wie=other))):
            grid.addWidget(Label(title, "caption", "text_2"), 0, at)
        grid.addWidget(HairLine(), 1, 0, 1, 3)
        for row, veld in enumerate(botsing.velden):
            self._add(grid, 2 + 2 * row, veld, other)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        column.addLayout(grid)
        column.addStretch()
        return page

    def _add(self, grid: QGridLayout, row: int, veld: BotsendVeld, other: str) -> None:
        name = woord_veld(veld.veld)
        mine, theirs = Radio(self._shown(veld.veld, veld.mijn)), Radio(self._shown(veld.veld, veld.hun))
        mine.setAccessibleName(_("{veld}: mijn waarde, {waarde}").format(veld=name, waarde=mine.text()))
        theirs.setAccessibleName(
            _("{veld}: de waarde van {wie}, {waarde}").format(veld=name, wie=veld.door or other, waarde=theirs.text())
        )
        group = QButtonGroup(self)
        group.addButton(mine)
        group.addButton(theirs)
        (mine if mine_by_default(veld) else theirs).setChecked(True)
        self._choices[veld.veld] = mine, theirs
        for at, widget in enumerate((Label(name, "strong"), mine, theirs)):
            grid.addWidget(widget, row, at)
        before = _("Er stond: {waarde}").format(waarde=self._shown(veld.veld, veld.basis))
        grid.addWidget(ElidedLabel(before, "small", "text_2"), row + 1, 1, Qt.AlignmentFlag.AlignTop)
        hand = self._hand(veld)
        theirs.setAccessibleDescription(hand)
        grid.addWidget(Label(hand, "small", "text_2"), row + 1, 2, Qt.AlignmentFlag.AlignTop)

    def _hand(self, veld: BotsendVeld) -> str:
        """Who made it so, and when; empty where only the record as a whole knows."""
        if veld.op is None:
            return veld.door
        return _("{wie}, {moment}").format(wie=veld.door, moment=f"{veld.op.lokaal(self._zone):%d-%m-%Y %H:%M}")

    def _shown(self, veld: str, waarde: Any) -> str:
        """A value in one line; a moment by the clock of the shop."""
        text = moment_tekst(waarde, self._zone) if isinstance(waarde, Moment) else value_text(veld, waarde)
        return " ".join(text.split()) or NOTHING

    def _add_all(self, text: str, *, mine: bool) -> None:
        button = Button(text, kind="quiet")
        button.clicked.connect(lambda: self._choose_all(mine=mine))
        self.bar.add_door(button)

    def _choose_all(self, *, mine: bool) -> None:
        for own, theirs in self._choices.values():
            (own if mine else theirs).setChecked(True)

    def _solve(self) -> None:
        self.solved.emit({veld: mine.isChecked() for veld, (mine, _theirs) in self._choices.items()})
        self.close()


def _head(deuren: Deuren, botsing: Botsing, other: str) -> Hoofd:
    """The record that it is about: a car by its plate, a relatie by his name."""
    count = len(botsing.velden)
    title = Label(_("{wie} was u voor").format(wie=other), "subtitle")
    about = Label(
        ngettext(
            "U heeft allebei hetzelfde veld gewijzigd. Kies welke waarde blijft. Er is nog niets opgeslagen.",
            "U heeft allebei dezelfde {n} velden gewijzigd. Kies per veld wat blijft. Er is nog niets opgeslagen.",
            count,
        ).format(n=count),
        "body",
        "text_2",
        wrap=True,
    )

    def open_help() -> None:
        deuren.open_hulp("botsing")

    match botsing.actueel:
        case Voertuig(kaart=kaart):
            plate = Plate("head")
            plate.show_plate(kaart.kenteken, kaart.chassisnummer.tekst if kaart.chassisnummer else "")
            return Hoofd(open_help, title, about, plate=plate)
        case Relatie(kaart=kaart):
            return Hoofd(open_help, title, Label(weergave(kaart), "strong"), about)
        case _:
            return Hoofd(open_help, title, about)
