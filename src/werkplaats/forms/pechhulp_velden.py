"""The fields of a request at Bovemij, in the groups and the order that people know from the earlier program."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from werkplaats.domain.contact import is_postcode_nl, normalize_email, normalize_postcode, normalize_telefoon
from werkplaats.domain.pechhulp_link import AANHEF_MOP
from werkplaats.domain.relatie import Aanhef
from werkplaats.errors import Ongeldig
from werkplaats.i18n import _
from werkplaats.ui.fields.choice import Check, Combo
from werkplaats.ui.fields.plate_edit import PlateEdit, PlateVerdict
from werkplaats.ui.fields.text import DateField, TextField
from werkplaats.ui.rows import CheckBlock, FieldGrid, Spring
from werkplaats.zinnen import woord_veld
from werkplaats.zinnen.termen import woord_aanhef

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from werkplaats.domain.pechhulp import PechhulpInvoer, PechhulpVoorstel
    from werkplaats.errors import Bevinding

    ParseDate = Callable[[str, str], date | None]

_TIDY: dict[str, Callable[[str], str]] = {
    "postcode": lambda tekst: normalize_postcode(tekst, "NL") if is_postcode_nl(tekst) else tekst,
    "telefoon": lambda tekst: normalize_telefoon(tekst, "NL"),
    "email": normalize_email,
}


class PechhulpVelden(FieldGrid):
    """All fields of the form; ``show_proposal`` and ``read`` translate between them and the request.

    ``left`` names the field that was left, ``changed`` says that a person changed something.
    """

    changed = Signal()
    left = Signal(str)

    def __init__(self, parse_date: ParseDate) -> None:
        super().__init__("dialog")
        self.plate = PlateEdit(kind="input_small")
        self.soort = Combo("soort", ())
        self._aanhef = Combo("aanhef", (), "s")
        self._add_request()
        self._add_customer(parse_date)
        for veld, field in self.fields.items():
            field.changed.connect(self.changed)
            field.left.connect(lambda veld=veld: self._leave(veld))
        self._edited: set[str] = set()
        for veld in _TIDY:
            self.fields[veld].changed.connect(lambda veld=veld: self._edited.add(veld))

    def show_proposal(self, voorstel: PechhulpVoorstel) -> None:
        """Fills the fields with what is known of the car and its owner."""
        aanhef = voorstel.invoer.aanhef
        # Who is kept as a couple or a family still stands here as such, until a person says which of them asks.
        kinds = [kind for kind in Aanhef if kind in AANHEF_MOP or kind is aanhef]
        self._aanhef.set_choices([(kind, woord_aanhef(kind)) for kind in kinds])
        self.soort.set_choices([(soort.code, soort.label) for soort in voorstel.soorten])
        for veld, field in self.fields.items():
            field.set_value(getattr(voorstel.invoer, veld))
        self._fit_person()

    def read(self, basis: PechhulpInvoer) -> tuple[PechhulpInvoer, list[Bevinding]]:
        """The request as it stands there, and what of it cannot be read (those keep what ``basis`` has)."""
        values: dict[str, Any] = {}
        findings: list[Bevinding] = []
        for veld, field in self.fields.items():
            try:
                values[veld] = field.value()
            except Ongeldig as fout:
                findings += fout.bevindingen
        # Qt gives the letter back, not the value that it was given.
        values["aanhef"] = Aanhef(values["aanhef"])
        if values["aanhef"] is Aanhef.BEDRIJF:
            # What stands in a field that nobody sees is not asked for, and cannot be wrong.
            values["geboortedatum"] = None
            findings = [bevinding for bevinding in findings if bevinding.veld != "geboortedatum"]
        return replace(basis, **values), findings

    def _add_request(self) -> None:
        self.group(_("Pechhulpgegevens"))
        self.row(_("&Kenteken"), self.plate, PlateVerdict(self.plate))
        self.row(_("Soort pechhulp"), self.soort)
        rows = (("vergelijkbaar_vervoer", "aanhanger"), ("europa_extra", "eigen_autobedrijf"))
        self.row("", CheckBlock(*([Check(veld, woord_veld(veld)) for veld in row] for row in rows)))

    def _add_customer(self, parse_date: ParseDate) -> None:
        self.group(_("Klantgegevens (eigenaar voertuig)"))
        initials, between = TextField("voorletters", "xs"), TextField("tussenvoegsel", "xs")
        self.row(_("Aan&hef"), self._aanhef, Spring(), _("Voorletters / tussenv."), initials, between)
        self.row(_("Naam"), TextField("naam"))
        self._birth = self.row(_("Geboortedatum"), DateField("geboortedatum", parse_date))
        street, number, addition = TextField("straat"), TextField("huisnr", "xs"), TextField("toevoeging", "xs")
        self.row(_("Straat / Huisnr."), street, number, _("Huisnr. toevoeging"), addition)
        self.row(_("Postcode / Plaats"), TextField("postcode", "s"), TextField("plaats"))
        self.row(_("Telefoon"), TextField("telefoon", "s"), _("E-mailadres"), TextField("email"))
        self._aanhef.changed.connect(self._fit_person)

    def _fit_person(self) -> None:
        """A company has no birth date."""
        self._birth.setVisible(self._aanhef.value() != Aanhef.BEDRIJF)

    def _leave(self, veld: str) -> None:
        if veld in self._edited:
            field = self.fields[veld]
            field.set_value(_TIDY[veld](field.value()))
            self._edited.discard(veld)
        self.left.emit(veld)
