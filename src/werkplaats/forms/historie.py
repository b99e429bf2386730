"""Historie: everything that ever happened with a car on one line of time, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.contactmoment import Contactmoment
from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.historie import EigenaarPeriode, Einde, KentekenPeriode, Soort
from werkplaats.domain.kmstand import KmStand, km_text
from werkplaats.domain.pechhulp import NAMEN, PechhulpAanvraag
from werkplaats.domain.wisseling import Rol
from werkplaats.forms.hoofd import Hoofd
from werkplaats.i18n import _, ngettext, woord
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.fields.choice import Combo
from werkplaats.ui.form import Form
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.plate import Plate
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.zinnen import woord_veld
from werkplaats.zinnen.termen import woord_eenheid, woord_handeling, woord_keuze, woord_km_herkomst, woord_staat

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.historie import Voorval
    from werkplaats.domain.treffers import LogRegel
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

_ICONS = {
    Soort.KENTEKEN: "voertuig",
    Soort.EIGENAAR: "persoon",
    Soort.BESTUURDER: "persoon",
    Soort.CONTACT: "crm",
    Soort.KM: "km",
    Soort.PECHHULP: "pechhulp",
    Soort.RDW: "rdw",
    Soort.WIJZIGING: "bewerken",
}
_MOST_FIELDS = 4


class HistorieForm(Form):
    """The line of time of one car; a choice above it leaves one kind of thing."""

    standard_size: ClassVar[tuple[int, int]] = (940, 640)

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int) -> None:
        super().__init__("historie", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._deuren = deuren
        self._voertuig_id = voertuig_id
        self._voorvallen: tuple[Voorval, ...] = ()
        self._plate, self._car = Plate("head"), ElidedLabel("", "body", "text_2")
        self._kind = Combo("soort", _kinds(toegang.wie.land), "m")
        self._kind.setAccessibleName(_("Soort"))
        self._found = Label("", "small", "text_2")
        self._table = Table(_columns(), indent=24)
        self._table.setAccessibleName(_("Historie, het nieuwste eerst"))
        self._empty = EmptyList("historie", _("Niets van deze soort"), _("Kies een andere soort om meer te zien."))
        self._stack = QStackedLayout()
        self._build()
        self.reload()

    def reload(self) -> None:
        """Reads all anew: something happened with this car."""
        self.work(self._ask, self._loaded)

    def _build(self) -> None:
        self.setWindowTitle(_("Historie"))
        title = Label(_("Historie"), "subtitle")
        self.set_header(Hoofd(lambda: self._deuren.open_hulp("historie"), title, self._car, plate=self._plate))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        line = QHBoxLayout()
        line.setContentsMargins(24, 0, 24, 0)
        line.setSpacing(12)
        line.addWidget(self._kind)
        line.addWidget(self._found, 1)
        column.addLayout(line)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        self.set_page(page)
        self.bar.name_cancel(_("Sluiten"))
        self._kind.changed.connect(self._show)
        self._deuren.changed.connect(self._changed_elsewhere)

    def _ask(self) -> tuple[tuple[Voorval, ...], Voertuig]:
        toegang = self._toegang
        voorvallen = toegang.historie.van_voertuig(toegang.wie, self._voertuig_id)
        return voorvallen, toegang.voertuigen.load(toegang.wie, self._voertuig_id)

    def _loaded(self, answer: tuple[tuple[Voorval, ...], Voertuig]) -> None:
        self._voorvallen, voertuig = answer
        kaart = voertuig.kaart
        self._plate.show_plate(kaart.kenteken, kaart.chassisnummer.tekst if kaart.chassisnummer else "")
        self._car.set_text(" ".join(part for part in (kaart.merk, kaart.model, kaart.type) if part))
        self._show()
        self._table.setFocus()

    def _show(self) -> None:
        kind = str(self._kind.value())
        shown = [voorval for voorval in self._voorvallen if kind in ("", voorval.soort.value)]
        self._table.set_rows([_row(voorval, self._toegang.wie.land) for voorval in shown])
        self._found.setText(ngettext("{n} gebeurtenis", "{n} gebeurtenissen", len(shown)).format(n=len(shown)))
        self._stack.setCurrentIndex(0 if shown else 1)

    def _changed_elsewhere(self, onderwerp: str, changed_id: int) -> None:
        if onderwerp in ("pechhulp", "contact") or (onderwerp == "voertuig" and changed_id == self._voertuig_id):
            self.reload()


def _kinds(land: str) -> list[tuple[str, str]]:
    return [("", _("Alles")), *((soort.value, _kind_word(soort, land)) for soort in Soort)]


def _kind_word(soort: Soort, land: str) -> str:
    words = {
        Soort.KENTEKEN: woord(land, "kenteken").capitalize(),
        Soort.EIGENAAR: _("Eigenaar"),
        Soort.BESTUURDER: _("Bestuurder"),
        Soort.CONTACT: _("Contact"),
        Soort.KM: _("KM stand"),
        Soort.PECHHULP: _("Pechhulp"),
        Soort.RDW: _("Van de RDW"),
        Soort.WIJZIGING: _("Wijziging"),
    }
    return words[soort]


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Datum"), 112),
        Column(_("Soort"), 128),
        Column(_("Wat"), None),
        Column(_("Wie"), 152),
    )


def _row(voorval: Voorval, land: str) -> tuple[Cell, ...]:
    return (
        Cell(datum_tekst(voorval.dag) or _("onbekend"), role="text" if voorval.dag else "text_2"),
        Cell(_kind_word(voorval.soort, land), role="text_2", icon=_ICONS[voorval.soort]),
        Cell(_what(voorval)),
        Cell(voorval.wie or " ", role="text_2"),
    )


def _what(voorval: Voorval) -> str:
    match voorval.feit:
        case KentekenPeriode(kenteken, _van, tot):
            return _until(kenteken.weergave, tot)
        case EigenaarPeriode() as iemand:
            return _until(_person(iemand), iemand.tot)
        case Einde(van_wat):
            return _("Geëindigd: {wat}").format(wat=_ended(van_wat))
        case Contactmoment() as contact:
            return _contact(contact)
        case KmStand() as stand:
            return _reading(stand)
        case PechhulpAanvraag() as aanvraag:
            return _pass(aanvraag)
        case lines:
            return _change(lines)


def _person(iemand: EigenaarPeriode) -> str:
    """Who it is, and as what where the kind does not say it."""
    name = iemand.eigenaar.weergave
    return _("{wie}, contractant").format(wie=name) if iemand.rol is Rol.CONTRACTANT else name


def _ended(wat: KentekenPeriode | EigenaarPeriode) -> str:
    return wat.kenteken.weergave if isinstance(wat, KentekenPeriode) else _person(wat)


def _contact(contact: Contactmoment) -> str:
    how = woord_keuze("wijze", contact.kaart.wijze)
    return " · ".join((how, contact.relatie, " ".join(contact.kaart.tekst.split())))


def _until(text: str, tot: date | None) -> str:
    return _("{wat} (tot {dag})").format(wat=text, dag=datum_tekst(tot)) if tot is not None else text


def _reading(stand: KmStand) -> str:
    work = _("aan de teller gewerkt") if stand.teller_gewijzigd else ""
    number = f"{km_text(stand.stand)} {woord_eenheid(stand.eenheid)}"
    return " · ".join(part for part in (number, woord_km_herkomst(stand.herkomst), work, stand.opmerking) if part)


def _pass(aanvraag: PechhulpAanvraag) -> str:
    end = _("tot {dag}").format(dag=datum_tekst(aanvraag.einddatum)) if aanvraag.einddatum else ""
    parts = (NAMEN[aanvraag.aanbieder], woord_staat(aanvraag.staat), aanvraag.pasnummer, end)
    return " · ".join(part for part in parts if part)


def _change(lines: tuple[LogRegel, ...]) -> str:
    """What one hand did at one moment: the act, and the fields that it touched."""
    fields = [woord_veld(line.veld) for line in lines if line.veld]
    more = len(fields) - _MOST_FIELDS
    named = ", ".join(fields[:_MOST_FIELDS])
    if more > 0:
        named += " " + ngettext("en nog {n} veld", "en nog {n} velden", more).format(n=more)
    act = woord_handeling(lines[0].handeling)
    return f"{act[:1].upper()}{act[1:]}: {named}" if named else act
