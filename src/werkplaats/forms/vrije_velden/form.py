"""Vrije velden: a clerk fills in what the shop itself wants to know of a car; with many fields he filters by name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from werkplaats.domain.rechten import Recht
from werkplaats.domain.vrije_velden import changed_waarden, log_name
from werkplaats.errors import Ongeldig
from werkplaats.forms.hoofd import Hoofd
from werkplaats.forms.vrije_velden.velden import VrijField, make_field, read_waarde, show_waarde
from werkplaats.i18n import _, ngettext
from werkplaats.ui.button import Button
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.form import Form
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.plate import Plate
from werkplaats.ui.rows import FieldGrid, Row

if TYPE_CHECKING:
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.domain.vrije_velden import VrijeKaart, VrijVeld
    from werkplaats.errors import Bevinding, Botsing
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

_FILTER_FROM = 12
"""So many fields one sees at a glance; from there on a filter helps."""


class _Answer(NamedTuple):
    kaart: VrijeKaart
    voertuig: Voertuig


class VrijeVeldenForm(Form):
    """The shop's own fields of one car."""

    standard_size: ClassVar[tuple[int, int]] = (760, 640)

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int) -> None:
        super().__init__("vrije_velden", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._deuren = deuren
        self._voertuig_id = voertuig_id
        self._basis: dict[str, str] = {}
        self._velden: dict[str, VrijVeld] = {}
        self._vrij: dict[str, VrijField] = {}
        self._rows: list[tuple[str, Row]] = []
        self._plate, self._car = Plate("head"), ElidedLabel("", "body", "text_2")
        self._filter = QLineEdit()
        self._build()
        self.work(self._ask, self._loaded)

    # Building.

    def _build(self) -> None:
        self.setWindowTitle(_("Vrije velden"))
        words = (Label(_("Vrije velden"), "subtitle"), self._car)
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Hoofd(lambda: self._deuren.open_hulp("vrije-velden"), *words, plate=self._plate))
        line = QVBoxLayout()
        line.setContentsMargins(24, 0, 24, 4)
        line.addWidget(self._filter)
        column.addLayout(line)
        self.set_header(head)
        self._filter.setPlaceholderText(_("Filter op naam (Ctrl+F)"))
        self._filter.setAccessibleName(_("Filter op naam"))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._narrow)
        self._filter.hide()
        QShortcut(QKeySequence("Ctrl+F"), self, self._filter.setFocus)
        if self._may_change:
            self.set_main(_("&Opslaan"), "opslaan", self.save)
        else:
            self.bar.name_cancel(_("Sluiten"))
        if self._toegang.wie.mag(Recht.INSTELLINGEN):
            define = Button(_("&Velden instellen"), icon="instellingen", kind="quiet")
            define.clicked.connect(lambda _checked: self._deuren.open_instellingen("vrije_velden"))
            self.bar.add_door(define)

    @property
    def _may_change(self) -> bool:
        return self._toegang.wie.mag(Recht.VOERTUIG_WIJZIGEN)

    def _ask(self) -> _Answer:
        toegang = self._toegang
        kaart = toegang.vrije_velden.load(toegang.wie, self._voertuig_id)
        return _Answer(kaart, toegang.voertuigen.load(toegang.wie, self._voertuig_id))

    def _loaded(self, answer: _Answer) -> None:
        kaart = answer.voertuig.kaart
        self._plate.show_plate(kaart.kenteken, kaart.chassisnummer.tekst if kaart.chassisnummer else "")
        self._car.set_text(" ".join(part for part in (kaart.merk, kaart.model, kaart.type) if part))
        self._lay_fields(answer.kaart)
        self._stand_on(answer.kaart)
        first = next(iter(self._vrij.values()), None)
        if first is not None:
            (self._filter if len(self._vrij) >= _FILTER_FROM else cast("QWidget", first)).setFocus()

    def _lay_fields(self, kaart: VrijeKaart) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 24)
        if kaart.shown:
            grid = FieldGrid("settings")
            for veld in kaart.shown:
                self._add_field(grid, veld, kaart.waarden.get(veld.sleutel, ""))
            column.addWidget(grid)
        else:
            column.addWidget(self._empty())
        self._filter.setVisible(len(kaart.shown) >= _FILTER_FROM)
        self.set_page(page)

    def _empty(self) -> EmptyList:
        mend = self._toegang.wie.mag(Recht.INSTELLINGEN)
        advice = _("Maak ze met Velden instellen.") if mend else _("Een beheerder maakt ze bij Instellingen.")
        return EmptyList("vrije_velden", _("Deze vestiging heeft nog geen vrije velden"), advice)

    def _add_field(self, grid: FieldGrid, veld: VrijVeld, waarde: str) -> None:
        field = make_field(veld, self._toegang.vandaag(), waarde)
        hint = _("Vervallen: wordt niet meer gevraagd.") if veld.vervallen else ""
        # An "&" in a name is a sign of the name, and gives no Alt letter.
        row = grid.row(veld.naam.replace("&", "&&"), field, hint=hint)
        field.setAccessibleName(veld.naam)
        field.set_read_only(not self._may_change)
        field.left.connect(partial(self._field_left, veld.sleutel))
        self._velden[veld.sleutel], self._vrij[veld.sleutel] = veld, field
        self._rows.append((veld.naam.casefold(), row))
        self.register(veld.sleutel, field)

    # Showing and reading.

    def _stand_on(self, kaart: VrijeKaart) -> None:
        self._basis = {sleutel: kaart.waarden.get(sleutel, "") for sleutel in self._vrij}
        for sleutel, field in self._vrij.items():
            show_waarde(field, self._basis[sleutel])

    def _narrow(self, text: str) -> None:
        wanted = text.strip().casefold()
        for name, row in self._rows:
            row.setVisible(wanted in name)
        count = sum(wanted in name for name, _row in self._rows)
        said = ngettext("{n} veld", "{n} velden", count).format(n=count) if count else _("Geen veld heet zo")
        self.bar.say(said if wanted else "")

    def _read(self) -> tuple[dict[str, str], list[Bevinding]]:
        values: dict[str, str] = {}
        unreadable: list[Bevinding] = []
        for sleutel, field in self._vrij.items():
            try:
                values[sleutel] = read_waarde(field)
            except Ongeldig as fout:
                unreadable += fout.bevindingen
                values[sleutel] = self._basis[sleutel]
        return values, unreadable

    def _field_left(self, sleutel: str) -> None:
        field = self._vrij[sleutel]
        try:
            read_waarde(field)
        except Ongeldig as fout:
            field.set_finding(fout.bevindingen[0])
        else:
            field.set_finding(None)

    def has_changes(self) -> bool:
        values, unreadable = self._read()
        return self._may_change and (bool(changed_waarden(self._basis, values)) or bool(unreadable))

    def reveal(self, field: QWidget) -> None:
        self._filter.clear()
        super().reveal(field)

    # Saving.

    def save(self) -> None:
        """Saves what was changed, once it can be read."""
        values, unreadable = self._read()
        if unreadable:
            self.show_findings(unreadable)
            return
        toegang, basis = self._toegang, self._basis
        call = partial(toegang.vrije_velden.save, toegang.wie, self._voertuig_id, basis, values)
        self.work(call, self._saved, writes=True)

    def solve(self, botsing: Botsing) -> None:
        self._deuren.open_botsing(botsing, partial(self._solved, botsing), self)

    def _solved(self, botsing: Botsing, mine: dict[str, bool]) -> None:
        """Both values were weighed: what was chosen is saved on what stands there now."""
        kaart = cast("VrijeKaart", botsing.actueel)
        changes = changed_waarden(self._basis, self._read()[0])
        self._stand_on(kaart)
        for sleutel, waarde in changes.items():
            if mine.get(log_name(self._velden[sleutel]), True):
                show_waarde(self._vrij[sleutel], waarde)
        self.save()

    def _saved(self, kaart: VrijeKaart) -> None:
        self._stand_on(kaart)
        self._deuren.changed.emit("voertuig", kaart.voertuig_id)
        self.close()
