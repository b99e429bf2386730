"""One set of tyres: what it is, where it is, and each of its wheels."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.banden import BandensetKaart, Seizoen
from werkplaats.domain.datum import parse_datum
from werkplaats.domain.samenvoegen import settle
from werkplaats.errors import Ongeldig
from werkplaats.forms.banden.velden import set_fields
from werkplaats.i18n import _
from werkplaats.ui.form import Form

if TYPE_CHECKING:
    from werkplaats.domain.banden import Bandenset
    from werkplaats.errors import Bevinding, Botsing
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class BandensetForm(Form):
    """A set of a car; ``een`` None makes a new one. What is odd is told while one types and may be kept."""

    standard_size: ClassVar[tuple[int, int]] = (960, 640)

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int, een: Bandenset | None) -> None:
        super().__init__("bandenset", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._deuren = deuren
        self._voertuig_id = voertuig_id
        self._id = een.id if een is not None else None
        self._basis = een.kaart if een is not None else BandensetKaart()
        today = toegang.vandaag()
        self._grid = set_fields(lambda text, veld: parse_datum(text, veld, today))
        self._build()
        self._show(self._basis)

    def _build(self) -> None:
        title = _("Nieuwe bandenset") if self._id is None else _("Bandenset")
        self.set_heading(title, _("Waar de set ligt, en hoe elke band eraan toe is."))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 24)
        column.addWidget(self._grid)
        self.set_page(page)
        for veld, field in self._grid.fields.items():
            self.register(veld, cast("QWidget", field))
            field.left.connect(self._tell)
        self.set_main(_("&Opslaan"), "opslaan", self.save)

    def has_changes(self) -> bool:
        nieuw, unreadable = self._read()
        return nieuw != self._basis or bool(unreadable)

    def save(self) -> None:
        """Saves the set, once it can be read."""
        nieuw, unreadable = self._read()
        if unreadable:
            self.show_findings(unreadable)
            return
        toegang = self._toegang
        call = partial(toegang.banden.save, toegang.wie, self._voertuig_id, self._id, self._basis, nieuw)
        self.work(call, self._saved, writes=True)

    def solve(self, botsing: Botsing) -> None:
        self._deuren.open_botsing(botsing, partial(self._solved, botsing), self)

    def _solved(self, botsing: Botsing, mine: dict[str, bool]) -> None:
        """Both values were weighed: what was chosen is saved on what stands there now."""
        actueel = cast("Bandenset", botsing.actueel).kaart
        nieuw = settle(self._basis, self._read()[0], actueel, mine)
        self._basis = actueel
        self._show(nieuw)
        self.save()

    def _show(self, kaart: BandensetKaart) -> None:
        for veld, field in self._grid.fields.items():
            field.set_value(getattr(kaart, veld))
        self._tell()

    def _read(self) -> tuple[BandensetKaart, list[Bevinding]]:
        values: dict[str, Any] = {}
        unreadable: list[Bevinding] = []
        for veld, field in self._grid.fields.items():
            try:
                values[veld] = field.value()
            except Ongeldig as fout:
                unreadable += fout.bevindingen
                values[veld] = getattr(self._basis, veld)
        # A combo box gives the plain text of a value back.
        values["seizoen"] = Seizoen(values["seizoen"])
        return BandensetKaart(**values), unreadable

    def _tell(self) -> None:
        kaart, unreadable = self._read()
        found = {een.veld: een for een in (*self._toegang.banden.check(self._toegang.wie, kaart), *unreadable)}
        for veld, field in self._grid.fields.items():
            field.set_finding(found.get(veld))

    def _saved(self, een: Bandenset) -> None:
        self._basis = een.kaart
        self._show(een.kaart)
        self._deuren.changed.emit("voertuig", een.voertuig_id)
        self.close()
