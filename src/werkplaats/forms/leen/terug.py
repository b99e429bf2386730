"""A car that was lent is back: when it came, and with which reading."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.kmstand import km_text
from werkplaats.domain.leen import check_back
from werkplaats.errors import Bevinding, Ongeldig
from werkplaats.forms.hoofd import AutoHoofd
from werkplaats.forms.leen.moment import MomentPaar
from werkplaats.i18n import _
from werkplaats.ui.fields.text import NumberField, TextField
from werkplaats.ui.form import Form
from werkplaats.ui.rows import FieldGrid

if TYPE_CHECKING:
    from werkplaats.domain.leen import LeenKaart, Leenperiode
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class TerugForm(Form):
    """Now, unless another moment is typed; the reading joins those of the car."""

    standard_size: ClassVar[tuple[int, int]] = (600, 380)

    def __init__(self, toegang: Toegang, deuren: Deuren, periode: Leenperiode) -> None:
        super().__init__("leen_terug", toegang.background, toegang.voorkeuren, None)
        self._toegang, self._deuren, self._periode = toegang, deuren, periode
        self._head = AutoHoofd(lambda: deuren.open_hulp("leen-huur"), _("Auto terugnemen"))
        self._back = MomentPaar("terug", _("Terug op"), toegang.vandaag(), toegang.wie.zone)
        self._reading = NumberField("km_in")
        self._grid = FieldGrid("dialog")
        self._build()
        self._back.show(toegang.klok.nu())
        load = partial(toegang.voertuigen.load, toegang.wie, periode.voertuig_id)
        self.background.run(self, load, self._show_car, self.show_problem)
        self._reading.setFocus()

    def _build(self) -> None:
        self.setWindowTitle(_("Auto terugnemen"))
        self.set_header(self._head)
        self.verb = _("teruggenomen")
        kaart = self._periode.kaart
        from_whom = TextField("wie")
        from_whom.set_read_only(True)
        from_whom.set_value(kaart.wie)
        from_whom.setToolTip(kaart.wie)
        self._grid.row(_("Van wie"), from_whom)
        self._grid.row(_("Te&rug op / Tijd"), self._back.day, self._back.time)
        hint = _("Weg met {km} km").format(km=km_text(kaart.km_uit)) if kaart.km_uit is not None else ""
        self._grid.row(_("&Km in"), self._reading, unit=_("km"), hint=hint)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 24)
        column.addWidget(self._grid)
        self.set_page(page)
        for veld, field in self._grid.fields.items():
            self.register(veld, cast("QWidget", field))
            field.left.connect(self._tell)
        self.set_main(_("Terug&nemen"), "leen", self.save)

    def _show_car(self, voertuig: Voertuig) -> None:
        self._head.show_car(voertuig)

    def has_changes(self) -> bool:
        return bool(self._reading.text())

    def save(self) -> None:
        """Notes that the car is back, once moment and reading can be read."""
        kaart, found = self._found()
        if found:
            self.show_findings(found)
            return
        leen, wie = self._toegang.leenperiodes, self._toegang.wie
        call = partial(leen.take_in, wie, self._periode.id, kaart.terug, kaart.km_in)
        self.work(call, self._saved, writes=True)

    def _found(self) -> tuple[LeenKaart, list[Bevinding]]:
        kaart, unreadable = self._periode.kaart, list[Bevinding]()
        try:
            kaart = replace(kaart, terug=self._back.read())
        except Ongeldig as fout:
            unreadable += fout.bevindingen
        try:
            kaart = replace(kaart, km_in=self._reading.value())
        except Ongeldig as fout:
            unreadable += fout.bevindingen
        return kaart, unreadable or list(check_back(kaart, self._toegang.klok.nu()))

    def _tell(self) -> None:
        """That the reading is empty still, is said by the button only."""
        said = {een.veld: een for een in self._found()[1] if not een.code.endswith("_LEEG")}
        for veld, field in self._grid.fields.items():
            field.set_finding(said.get(veld))

    def _saved(self, periode: Leenperiode) -> None:
        self._reading.set_value(None)
        self._deuren.leen.tell(periode)
        self.close()
