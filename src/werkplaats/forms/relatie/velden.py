"""The fields of a relatie: those of a person or of a company, the address, and how to reach them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Signal

from werkplaats.domain.contact import tidy_relatie
from werkplaats.domain.relatie import TOESTEMMINGEN, Aanhef, RelatieKaart, Taal, Toestemming, Voorkeur
from werkplaats.errors import Ongeldig
from werkplaats.forms.relatie.meer import adressen_field, telefoons_field
from werkplaats.i18n import _, woord
from werkplaats.ui.fields.choice import Combo
from werkplaats.ui.fields.note import NoteField
from werkplaats.ui.fields.text import DateField, TextField
from werkplaats.ui.landen import country_choices
from werkplaats.ui.rows import FieldGrid
from werkplaats.zinnen.termen import woord_aanhef, woord_keuze

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from enum import StrEnum

    from PySide6.QtWidgets import QWidget

    from werkplaats.domain.relatie import ToestemmingRegel
    from werkplaats.errors import Bevinding
    from werkplaats.forms.adres_regel import AdresRegel
    from werkplaats.ui.fields.base import Field
    from werkplaats.ui.rows import Row

    ParseDate = Callable[[str, str], date | None]


_CHOICES: dict[str, type[StrEnum]] = {
    "aanhef": Aanhef,
    "taal": Taal,
    "voorkeur": Voorkeur,
    **dict.fromkeys(TOESTEMMINGEN, Toestemming),
}


class RelatieVelden(QObject):
    """All fields of the card; ``show_card`` and ``read`` translate between them and it.

    ``who`` holds the rows of who it is and where, ``more`` those that are needed less often. A company has other fields
    than a person. What is filled in stays in sight, also where it does not belong.
    """

    left = Signal(str)

    def __init__(self, parse_date: ParseDate, adres_regel: AdresRegel) -> None:
        super().__init__()
        self.who, self.more = FieldGrid("dialog"), FieldGrid("dialog")
        self._adres_regel = adres_regel
        self._aanhef = Combo("aanhef", [(kind, woord_aanhef(kind)) for kind in Aanhef], "m")
        self._land = Combo("land", country_choices(), "m")
        self._of_person: list[Row] = []
        self._of_company: list[Row] = []
        self._add_name(parse_date)
        self._add_address()
        self._add_contact()
        self._add_more()
        self.fields: dict[str, Field] = {**self.who.fields, **self.more.fields}
        self._edited: set[str] = set()
        adres_regel.attach(self.fields)
        for veld, field in self.fields.items():
            field.changed.connect(lambda veld=veld: self._edited.add(veld))
            field.left.connect(lambda veld=veld: self._tidy(veld))
        self._aanhef.changed.connect(self._fit_kind)
        self._land.changed.connect(self._name_number)

    def show_card(self, kaart: RelatieKaart) -> None:
        """Shows a card in the fields."""
        for veld, field in self.fields.items():
            field.set_value(getattr(kaart, veld))
        self._edited.clear()
        self._adres_regel.forget()
        self._fit_kind()
        self._name_number()

    def read(self, basis: RelatieKaart) -> tuple[RelatieKaart, list[Bevinding]]:
        """The card with what stands in the fields, and what of it cannot be read (those keep what ``basis`` has)."""
        values: dict[str, Any] = {}
        findings: list[Bevinding] = []
        for veld, field in self.fields.items():
            try:
                values[veld] = field.value()
            except Ongeldig as fout:
                findings += fout.bevindingen
        # Qt gives the text back, not the value that it was given.
        for veld, kind in _CHOICES.items():
            values[veld] = kind(values[veld])
        return replace(basis, **values), findings

    def set_read_only(self, read_only: bool) -> None:
        """For who may see the card but not change it."""
        for field in self.fields.values():
            field.set_read_only(read_only)

    def _add_name(self, parse_date: ParseDate) -> None:
        self.who.group(_("Naam"))
        self.who.row(_("Aan&hef"), self._aanhef)
        initials, between = TextField("voorletters", "xs"), TextField("tussenvoegsel", "xs")
        person = self.who.row(_("Voorletters / tussenv."), initials, between, _("Voornaam"), _optional("voornaam"))
        self._name = self.who.row(_("Naam"), TextField("naam"))
        self._of_person = [person, self.who.row(_("Geboortedatum"), DateField("geboortedatum", parse_date))]
        contact = self.who.row(_("Contactpersoon"), _optional("contactpersoon"))
        vat = self.who.row(_("BTW-nummer"), _optional("btw_nummer", "m"))
        self._number = self.who.row(_("KvK-nummer"), _optional("kvk_nummer", "m"))
        self._of_company = [contact, vat, self._number]

    def _add_address(self) -> None:
        self.who.group(_("Adres"))
        street, number, addition = TextField("straat"), TextField("huisnr", "xs"), TextField("toevoeging", "xs")
        self.who.row(_("S&traat / Huisnr."), street, number, _("Toevoeging"), addition)
        self.who.row(_("Postcode / Plaats"), TextField("postcode", "s"), TextField("plaats"))
        self.who.under(self._adres_regel)
        self.who.row(_("Land"), self._land)

    def _add_contact(self) -> None:
        self.who.group(_("Bereikbaar"))
        self.who.row(_("Tele&foon"), TextField("telefoon", "s"), _("Telefoon 2"), _optional("telefoon_2", "s"))
        self.who.row(_("E-mailadres"), TextField("email"))
        self.who.row(_("Let op"), NoteField("let_op"))

    def _add_more(self) -> None:
        self.more.group(_("Meer adressen en nummers"))
        self.more.row(_("Andere adressen"), adressen_field())
        self.more.row(_("Andere nummers"), telefoons_field())
        self.more.group(_("Voorkeur en toestemming"))
        self.more.row(
            _("Taal / Liefst bereikt per"),
            Combo("taal", [(taal, woord_keuze("taal", taal)) for taal in Taal], "s"),
            Combo("voorkeur", [(wijze, woord_keuze("voorkeur", wijze)) for wijze in Voorkeur], "m"),
        )
        states = [(staat, woord_keuze("toestemming", staat)) for staat in Toestemming]
        names = (_("Mag e-mailen"), _("Mag sms'en"), _("Mag bellen"))
        self._consents = {
            veld: self.more.row(naam, Combo(veld, states, "s")) for veld, naam in zip(TOESTEMMINGEN, names, strict=True)
        }
        self.more.row(_("Notitie"), NoteField("notitie", 5))

    def show_consents(self, regels: Sequence[ToestemmingRegel], zone: str) -> None:
        """Says under each consent when it was noted last, by whom, and with which wording."""
        for veld, row in self._consents.items():
            last = next((regel for regel in regels if regel.doel == veld), None)
            row.set_hint(_consent_text(last, zone) if last else "")

    def _fit_kind(self) -> None:
        is_company = self._aanhef.value() == Aanhef.BEDRIJF
        self._name_field("naam", self._name, _("Bedrijfsnaam") if is_company else _("Naam"))
        for rows, belong in ((self._of_person, not is_company), (self._of_company, is_company)):
            for row in rows:
                row.setVisible(belong or any(_is_filled(field) for field in row.fields))

    def _name_number(self) -> None:
        """The number of a company has another name in each country."""
        name = woord(self._land.value(), "bedrijfsnummer")
        self._name_field("kvk_nummer", self._number, name[:1].upper() + name[1:])

    def _name_field(self, veld: str, row: Row, name: str) -> None:
        row.label.setText(name)
        cast("QWidget", self.fields[veld]).setAccessibleName(name)

    def _tidy(self, veld: str) -> None:
        """Writes what was typed in the one spelling of its country; what nobody touched stays as it is kept."""
        if veld in self._edited:
            self._edited.discard(veld)
            typed, unreadable = self.read(RelatieKaart())
            if veld not in {bevinding.veld for bevinding in unreadable}:
                self.fields[veld].set_value(getattr(tidy_relatie(typed), veld))
        self.left.emit(veld)


def _consent_text(regel: ToestemmingRegel, zone: str) -> str:
    moment = f"{regel.moment.lokaal(zone):%d-%m-%Y %H:%M}"
    text = _("{staat} op {moment}, genoteerd door {wie} (tekst {versie})")
    word = woord_keuze("toestemming", regel.staat)
    return text.format(staat=word, moment=moment, wie=regel.door, versie=regel.tekst_versie)


def _optional(veld: str, width: Any = None) -> TextField:
    return TextField(veld, width, optional=True)


def _is_filled(field: Any) -> bool:
    return bool(field.text().strip())
