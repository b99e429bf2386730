"""One reminder of a car: what for, when, at which km reading, and whether it comes back."""

from __future__ import annotations

from dataclasses import fields
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.datum import parse_datum
from werkplaats.domain.herinnering import HerinneringKaart, Herinneringsoort
from werkplaats.errors import Ongeldig
from werkplaats.i18n import _
from werkplaats.ui.fields.choice import Combo
from werkplaats.ui.fields.text import DateField, NumberField, TextField
from werkplaats.ui.form import Form
from werkplaats.ui.rows import FieldGrid
from werkplaats.zinnen.termen import woord_herinneringsoort

if TYPE_CHECKING:
    from werkplaats.domain.herinnering import Herinnering
    from werkplaats.errors import Bevinding
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class HerinneringForm(Form):
    """A reminder of a car; ``herinnering`` None makes a new one. It is saved at once, apart from the vehicle card."""

    standard_size: ClassVar[tuple[int, int]] = (640, 520)

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int, herinnering: Herinnering | None) -> None:
        super().__init__("herinnering", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._deuren = deuren
        self._voertuig_id = voertuig_id
        self._id = herinnering.id if herinnering is not None else None
        self._basis = herinnering.kaart if herinnering is not None else HerinneringKaart()
        self._grid = self._make_grid()
        self._build()
        self._show()
        self._as_opened = self._basis

    def has_changes(self) -> bool:
        nieuw, unreadable = self._read()
        return nieuw != self._as_opened or bool(unreadable)

    def save(self) -> None:
        """Saves the reminder, once it can be read."""
        nieuw, unreadable = self._read()
        if unreadable:
            self.show_findings(unreadable)
            return
        toegang = self._toegang
        save = partial(toegang.herinneringen.save, toegang.wie, self._voertuig_id, self._id, self._basis, nieuw)
        self.work(save, self._saved, writes=True)

    def _build(self) -> None:
        title = _("Nieuwe herinnering") if self._id is None else _("Herinnering")
        self.set_heading(title, _("Op een dag, bij een km-stand, of wat het eerst komt."))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 24)
        column.addWidget(self._grid)
        self.set_page(page)
        for veld, field in self._grid.fields.items():
            self.register(veld, cast("QWidget", field))
        self.set_main(_("&Opslaan"), "opslaan", self.save)

    def _make_grid(self) -> FieldGrid:
        today = self._toegang.vandaag()
        grid = FieldGrid("dialog")
        kinds = [(soort, woord_herinneringsoort(soort.value)) for soort in Herinneringsoort]
        grid.row(_("&Waarvoor"), Combo("soort", kinds, "m"))
        example = _("Bijvoorbeeld: winterbanden eraf")
        grid.row(_("O&mschrijving"), TextField("omschrijving", placeholder=example))
        grid.group(_("Wanneer"))
        grid.row(_("Op of &voor"), DateField("op_datum", lambda text, veld: parse_datum(text, veld, today)))
        grid.row(_("Bij &km-stand"), NumberField("bij_km"), unit=_("km"))
        grid.group(_("Komt terug als u hem afvinkt"))
        hint = _("Leeg: de herinnering komt niet terug.")
        grid.row(_("Elke &zoveel maanden"), NumberField("herhaal_maanden", "xs"), _("mnd"), hint=hint)
        grid.row(_("Elke zoveel km"), NumberField("herhaal_km"), unit=_("km"))
        return grid

    def _show(self) -> None:
        for veld, field in self._grid.fields.items():
            field.set_value(getattr(self._basis, veld))

    def _read(self) -> tuple[HerinneringKaart, tuple[Bevinding, ...]]:
        values: dict[str, Any] = {veld.name: getattr(self._basis, veld.name) for veld in fields(HerinneringKaart)}
        unreadable: list[Bevinding] = []
        for veld, field in self._grid.fields.items():
            try:
                values[veld] = field.value()
            except Ongeldig as fout:
                unreadable += fout.bevindingen
        return HerinneringKaart(**values), tuple(unreadable)

    def _saved(self, herinnering: Herinnering) -> None:
        self._as_opened = self._read()[0]
        self._deuren.changed.emit("herinnering", herinnering.voertuig_id)
        self.close()
