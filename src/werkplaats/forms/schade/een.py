"""One damage of a car: where, what, since when, mended or not; and its photos."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.bijlage import Bijlagesoort
from werkplaats.domain.datum import parse_datum
from werkplaats.domain.rechten import Recht
from werkplaats.domain.samenvoegen import settle
from werkplaats.domain.schade import Plek, SchadeKaart, Schadestaat
from werkplaats.errors import Ongeldig
from werkplaats.forms.bijlagen.paneel import BijlagenPaneel
from werkplaats.i18n import _
from werkplaats.ui.cards import Heading
from werkplaats.ui.fields.choice import Combo
from werkplaats.ui.fields.note import NoteField
from werkplaats.ui.fields.text import DateField
from werkplaats.ui.form import Form
from werkplaats.ui.rows import FieldGrid
from werkplaats.ui.tokens import tokens
from werkplaats.zinnen.dekking import woord_plek, woord_schadestaat

if TYPE_CHECKING:
    from werkplaats.domain.schade import Schade
    from werkplaats.errors import Bevinding, Botsing
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class SchadeForm(Form):
    """A damage; ``schade`` None makes a new one of what is known of ``kaart``. Photos come once it is saved."""

    standard_size: ClassVar[tuple[int, int]] = (880, 680)

    def __init__(
        self, toegang: Toegang, deuren: Deuren, voertuig_id: int, schade: Schade | None, kaart: SchadeKaart
    ) -> None:
        super().__init__("schade_een", toegang.background, toegang.voorkeuren, None)
        self._toegang, self._deuren, self._voertuig_id = toegang, deuren, voertuig_id
        self._schade = schade
        self._basis = schade.kaart if schade is not None else kaart
        self._grid = self._make_grid()
        number = schade.id if schade is not None else None
        self._photos = BijlagenPaneel(toegang, deuren, self, "schade", number, Bijlagesoort.FOTO)
        self._build()
        self._show(kaart)

    def _build(self) -> None:
        title = _("Nieuwe schade")
        if self._schade is not None:
            title = _("Schade {nummer}").format(nummer=self._schade.nummer)
        self.set_heading(title, _("Waar de schade zit, wat het is, en of ze hersteld is."))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 24)
        column.addWidget(self._grid)
        heading = Heading(_("Foto's van deze schade"))
        heading.set_space_above(tokens().margin["between_groups"])
        column.addWidget(heading)
        column.addWidget(self._photos, 1)
        self.set_page(page)
        for veld, field in self._grid.fields.items():
            self.register(veld, cast("QWidget", field))
            field.set_read_only(not self._may_change)
        if self._may_change:
            self.set_main(_("&Opslaan"), "opslaan", self.save)
        else:
            self.bar.name_cancel(_("Sluiten"))

    @property
    def _may_change(self) -> bool:
        return self._toegang.wie.mag(Recht.VOERTUIG_WIJZIGEN)

    def _make_grid(self) -> FieldGrid:
        today = self._toegang.vandaag()
        grid = FieldGrid("dialog")
        grid.row(_("&Plek"), Combo("plek", [(plek, woord_plek(plek.value)) for plek in Plek], "m"))
        grid.row(_("O&mschrijving"), NoteField("omschrijving", 3))
        grid.row(_("&Datum"), DateField("datum", lambda text, veld: parse_datum(text, veld, today)))
        states = [(staat, woord_schadestaat(staat.value)) for staat in Schadestaat]
        grid.row(_("S&taat"), Combo("staat", states, "s"))
        return grid

    def has_changes(self) -> bool:
        nieuw, unreadable = self._read()
        return self._may_change and (nieuw != self._basis or bool(unreadable))

    def save(self) -> None:
        """Saves the damage, once it can be read."""
        nieuw, unreadable = self._read()
        if unreadable:
            self.show_findings(unreadable)
            return
        toegang, number = self._toegang, self._schade.id if self._schade is not None else None
        call = partial(toegang.schades.save, toegang.wie, self._voertuig_id, number, self._basis, nieuw)
        self.work(call, self._saved, writes=True)

    def solve(self, botsing: Botsing) -> None:
        self._deuren.open_botsing(botsing, partial(self._solved, botsing), self)

    def _solved(self, botsing: Botsing, mine: dict[str, bool]) -> None:
        """Both values were weighed: what was chosen is saved on what stands there now."""
        actueel = cast("Schade", botsing.actueel).kaart
        nieuw = settle(self._basis, self._read()[0], actueel, mine)
        self._basis = actueel
        self._show(nieuw)
        self.save()

    def _show(self, kaart: SchadeKaart) -> None:
        for veld, field in self._grid.fields.items():
            field.set_value(getattr(kaart, veld))

    def _read(self) -> tuple[SchadeKaart, list[Bevinding]]:
        values: dict[str, Any] = {}
        unreadable: list[Bevinding] = []
        for veld, field in self._grid.fields.items():
            try:
                values[veld] = field.value()
            except Ongeldig as fout:
                unreadable += fout.bevindingen
                values[veld] = getattr(self._basis, veld)
        # A combo box gives the plain text of a value back.
        values |= {"plek": Plek(values["plek"]), "staat": Schadestaat(values["staat"])}
        if values["plek"] is not self._basis.plek:
            # The place on the drawing was one of another part.
            values |= {"x": None, "y": None}
        return replace(self._basis, **values), unreadable

    def _saved(self, schade: Schade) -> None:
        was_new = self._schade is None
        self._schade, self._basis = schade, schade.kaart
        self._show(schade.kaart)
        self._deuren.changed.emit("voertuig", self._voertuig_id)
        if not was_new:
            self.close()
            return
        self.setWindowTitle(_("Schade {nummer}").format(nummer=schade.nummer))
        self._photos.show_subject(schade.id)
        advice = _("Voeg nu foto's toe, of sluit met Esc.")
        self.problem.show_problem(_("Schade {nummer} is bewaard.").format(nummer=schade.nummer), advice, kind="ok")
        self._photos.take_focus()
