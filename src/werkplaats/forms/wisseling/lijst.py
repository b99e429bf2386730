"""Kentekens en eigenaren: which plates a car bore and whose it was, with their days; and the way to each change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.rechten import Recht
from werkplaats.domain.wisseling import PlaatRegel, Rol, Tijdlijn
from werkplaats.forms.hoofd import Hoofd
from werkplaats.forms.wisseling.basis import HULP, car_text
from werkplaats.forms.wisseling.plaat import new_plate
from werkplaats.i18n import _, woord
from werkplaats.ui.button import Button
from werkplaats.ui.cards import Card
from werkplaats.ui.form import Form
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.plate import Plate
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.zinnen.wisseling import woord_rol

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.domain.wisseling import Regel, Weggehaald
    from werkplaats.errors import Botsing
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class TijdlijnForm(Form):
    """All dated facts of one car by kind, what holds now first; Enter puts days right, Del takes a line away."""

    standard_size: ClassVar[tuple[int, int]] = (940, 560)

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int) -> None:
        super().__init__("tijdlijn", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._deuren = deuren
        self._voertuig_id = voertuig_id
        self._regels: tuple[Regel, ...] = ()
        self._line = Tijdlijn()
        self._title = _("{kentekens} en eigenaren").format(
            kentekens=_("Nummerplaten") if toegang.wie.land == "BE" else _("Kentekens")
        )
        self._plate, self._car = Plate("head"), ElidedLabel("", "body", "text_2")
        self._table = Table(_columns(), indent=12)
        self._table.setAccessibleName(self._title)
        self._build()
        self.work(self._ask, self._first_loaded)

    def reload(self) -> None:
        """Reads what stands there now."""
        self.background.run(self, self._ask, self._loaded, self.show_problem)

    def solve(self, botsing: Botsing) -> None:
        """Somebody was before me: the list shows what stands there now, to be judged anew."""
        self.reload()
        self.show_problem(botsing)

    def _build(self) -> None:
        self.setWindowTitle(self._title)
        head = Label(self._title, "subtitle")
        self.set_header(Hoofd(lambda: self._deuren.open_hulp(HULP), head, self._car, plate=self._plate))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(12)
        listed = Card(padding=1)
        listed.body.addWidget(self._table)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(listed, 1)
        both.addLayout(self._acts())
        column.addLayout(both, 1)
        self.set_page(page)
        self.bar.name_cancel(_("Sluiten"))
        self._table.opened.connect(self._correct)
        QShortcut(QKeySequence("Del"), self._table, self._remove.click)
        self._deuren.changed.connect(self._changed_elsewhere)

    def _acts(self) -> QVBoxLayout:
        row = QVBoxLayout()
        row.setSpacing(8)
        car, doors = self._voertuig_id, self._deuren
        acts: list[tuple[str, str, Callable[[], object]]] = [
            (_("&Verkoop …"), "persoon", partial(doors.wisseling.open_rol, car, Rol.EIGENAAR)),
            (
                _("&{nieuw} …").format(nieuw=new_plate(self._toegang.wie.land)),
                "nieuw",
                partial(doors.wisseling.open_plaat, car),
            ),
            (_("Plaat ver&huist …"), "voertuig", partial(doors.wisseling.open_verhuizing, car)),
            (_("&Bestuurder …"), "persoon", partial(doors.wisseling.open_rol, car, Rol.BESTUURDER)),
            (_("&Contractant …"), "bedrijf", partial(doors.wisseling.open_rol, car, Rol.CONTRACTANT)),
        ]
        for text, icon, act in acts if self._may_change else []:
            button = Button(text, icon=icon, kind="small")
            button.clicked.connect(act)
            row.addWidget(button)
        self._dates = Button(_("&Datums …"), icon="datum", key="Enter", kind="small")
        self._dates.clicked.connect(lambda: self._correct(self._table.chosen_row()))
        self._remove = Button(_("&Weghalen …"), icon="wissen", key="Del", kind="small")
        self._remove.clicked.connect(self._remove_chosen)
        row.addSpacing(16)
        for button in (self._dates, self._remove):
            button.setVisible(self._may_change)
            row.addWidget(button)
        row.addStretch(1)
        return row

    @property
    def _may_change(self) -> bool:
        return self._toegang.wie.mag(Recht.VOERTUIG_WIJZIGEN)

    def _ask(self) -> tuple[Tijdlijn, Voertuig]:
        toegang = self._toegang
        tijdlijn = toegang.wisselingen.tijdlijn(toegang.wie, self._voertuig_id)
        return tijdlijn, toegang.voertuigen.load(toegang.wie, self._voertuig_id)

    def _loaded(self, answer: tuple[Tijdlijn, Voertuig]) -> None:
        tijdlijn, voertuig = answer
        kaart, at = voertuig.kaart, self._table.chosen_row()
        self._plate.show_plate(kaart.kenteken, kaart.chassisnummer.tekst if kaart.chassisnummer else "")
        self._car.set_text(car_text(kaart))
        self._line, self._regels = tijdlijn, tijdlijn.regels()
        self._table.set_rows([_row(regel, self._toegang.wie.land) for regel in self._regels])
        self._dates.setEnabled(bool(self._regels))
        self._remove.setEnabled(bool(self._regels))
        self._table.selectRow(min(max(at, 0), len(self._regels) - 1))

    def _first_loaded(self, answer: tuple[Tijdlijn, Voertuig]) -> None:
        self._loaded(answer)
        self._table.setFocus()

    def _correct(self, at: int) -> None:
        if self._may_change and 0 <= at < len(self._regels):
            self._deuren.wisseling.open_periode(self._voertuig_id, self._regels[at])

    # Taking away, and back.

    def _remove_chosen(self) -> None:
        """What ended is taken away at once; of what holds now the question is what holds instead."""
        at = self._table.chosen_row()
        if not (self._may_change and 0 <= at < len(self._regels)):
            return
        regel = self._regels[at]
        if regel.periode.tot is not None:
            self._take_away(regel)
            return
        back = Button(_("Terug"), key="Esc")
        back.clicked.connect(self.cancel)
        sure = Button(_("&Alleen weghalen"), kind="danger")
        sure.clicked.connect(partial(self._take_away, regel))
        answers = [back, sure]
        before = self._line.voorganger(regel)
        if before is not None:
            again = Button(_("Weghalen, vorige &geldt weer"))
            again.setToolTip(before.naam)
            again.clicked.connect(partial(self._take_away, regel, reopen=True))
            answers.append(again)
        self.bar.ask(_("Deze regel geldt nu. Was dat een vergissing?"), answers)

    def _take_away(self, regel: Regel, *, reopen: bool = False) -> None:
        toegang, self.verb = self._toegang, _("weggehaald")
        call = partial(toegang.wisselingen.remove, toegang.wie, regel, reopen=reopen)
        self.work(call, self._taken_away, writes=True)

    def _taken_away(self, weg: Weggehaald) -> None:
        said = _("{wat} is weggehaald.").format(wat=weg.regel.naam)
        if weg.heropend is not None:
            said = _("{wat} is weggehaald; {ander} geldt weer.").format(wat=weg.regel.naam, ander=weg.heropend.naam)
        undo = partial(self._put_back, weg)
        self.problem.show_problem(said, kind="ok", retry=undo, again=_("Ongedaan maken"))
        self._written()

    def _put_back(self, weg: Weggehaald) -> None:
        toegang, self.verb = self._toegang, _("teruggezet")
        call = partial(toegang.wisselingen.put_back, toegang.wie, weg)
        self.work(call, lambda _voertuig: self._written(), writes=True)

    def _written(self) -> None:
        self._deuren.changed.emit("voertuig", self._voertuig_id)
        self._table.setFocus()

    def _changed_elsewhere(self, onderwerp: str, changed_id: int) -> None:
        if (onderwerp == "voertuig" and changed_id == self._voertuig_id) or onderwerp == "relatie":
            self.reload()


def _columns() -> tuple[Column, ...]:
    return Column(_("Soort"), 128), Column(_("Wat of wie"), None), Column(_("Van"), 112), Column(_("Tot"), 112)


def _row(regel: Regel, land: str) -> tuple[Cell, ...]:
    van, tot = regel.periode.van, regel.periode.tot
    days = (
        Cell(datum_tekst(van) or _("onbekend"), role="text" if van else "text_2"),
        Cell(datum_tekst(tot) or _("nu"), role="text_2" if tot else "text", strong=tot is None),
    )
    if isinstance(regel, PlaatRegel):
        kind = woord(land, "kenteken").capitalize()
        what = Cell("", kenteken=regel.kenteken, name=regel.naam)
        return (Cell(kind, role="text_2", icon="voertuig"), what, *days)
    where = " · ".join(part for part in (regel.naam, regel.relatie.adresregel) if part)
    return (Cell(woord_rol(regel.rol), role="text_2", icon="persoon"), Cell(where, strong=tot is None), *days)
