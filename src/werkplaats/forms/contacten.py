"""CRM: the contact there was with a relatie; one writes down what was said, corrects it, or takes it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from werkplaats.domain.contactmoment import ContactKaart
from werkplaats.domain.naam import weergave
from werkplaats.domain.rechten import Recht
from werkplaats.domain.samenvoegen import settle
from werkplaats.errors import Ongeldig
from werkplaats.forms.contact_velden import ContactVelden
from werkplaats.forms.hoofd import Hoofd
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.form import Form
from werkplaats.ui.invulpagina import EntryPage
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.zinnen.termen import woord_keuze

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from werkplaats.domain.contactmoment import Contactmoment
    from werkplaats.domain.treffers import RelatieBlik
    from werkplaats.errors import Botsing
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class ContactenForm(Form):
    """The contact with one relatie, the newest first; ``voertuig_id`` is the car from whose card one comes."""

    standard_size: ClassVar[tuple[int, int]] = (940, 640)

    def __init__(self, toegang: Toegang, deuren: Deuren, relatie_id: int, voertuig_id: int | None) -> None:
        super().__init__("contacten", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._deuren = deuren
        self._relatie_id = relatie_id
        self._voertuig_id = voertuig_id
        self._contacts: tuple[Contactmoment, ...] = ()
        self._now: Contactmoment | None = None
        self._basis = self._blank()
        self._may_change = toegang.wie.mag(Recht.RELATIE_WIJZIGEN)
        self._build()
        self._table.opened.connect(self._correct)
        deuren.changed.connect(self._changed_elsewhere)
        self.work(self._ask, self._loaded)

    # Building.

    def _build(self) -> None:
        wie = self._toegang.wie
        self._who, self._doing = ElidedLabel("", "title"), Label("", "strong")
        self._velden = ContactVelden(self._toegang.vandaag(), wie.zone)
        self._table = Table(_columns(), indent=24)
        self._table.setAccessibleName(_("Contactmomenten"))
        self.setWindowTitle(_("Contactmomenten"))
        title = Label(_("Contactmomenten, het nieuwste bovenaan"), "body", "text_2")
        self.set_header(Hoofd(lambda: self._deuren.open_hulp("relatie"), self._who, title))
        self._page = self._make_page()
        self.set_page(self._page)
        for veld, field in self._velden.fields.items():
            self.register(veld, cast("QWidget", field))
        self._take_back = Button(_("&Terugnemen"), icon="wissen", kind="quiet")
        self._other = Button(_("&Nieuw contact"), icon="nieuw", kind="quiet")
        if self._may_change:
            self.set_main(_("&Opslaan"), "opslaan", self.save)
            self.bar.add_door(self._other)
            self.bar.add_door(self._take_back)
        self._take_back.clicked.connect(self._ask_take_back)
        self._other.clicked.connect(self._start_new)
        self.bar.name_cancel(_("Sluiten"))

    def _make_page(self) -> EntryPage:
        empty = EmptyList("crm", _("Nog geen contact vastgelegd"), _("Schrijf hierboven op wat er besproken is."))
        return EntryPage((self._doing, self._velden), self._table, empty, may_enter=self._may_change)

    # Showing and reading.

    def _ask(self) -> RelatieBlik:
        return self._toegang.relaties.blik(self._toegang.wie, self._relatie_id)

    def _loaded(self, blik: RelatieBlik) -> None:
        self._who.set_text(weergave(blik.relatie.kaart))
        self._velden.offer_cars(blik.voertuigen)
        self._show(blik.contacten)
        self._start_new()

    def _show(self, contacts: tuple[Contactmoment, ...]) -> None:
        self._contacts = contacts
        self._table.set_rows([self._row(contact) for contact in contacts])
        self._page.show_list(filled=bool(contacts))

    def _row(self, contact: Contactmoment) -> tuple[Cell, ...]:
        kaart = contact.kaart
        moment = kaart.moment.lokaal(self._toegang.wie.zone)
        return (
            Cell(f"{moment:%d-%m-%Y %H:%M}"),
            Cell(woord_keuze("wijze", kaart.wijze)),
            Cell(woord_keuze("richting", kaart.richting), role="text_2"),
            Cell("", kenteken=contact.kenteken, name=contact.kenteken.weergave if contact.kenteken else ""),
            Cell(" ".join(kaart.tekst.split()), strong=contact == self._now),
            Cell(contact.door, role="text_2"),
        )

    def _blank(self) -> ContactKaart:
        return ContactKaart(self._toegang.klok.nu(), voertuig_id=self._voertuig_id)

    def _start_new(self) -> None:
        self._edit(None, self._blank())

    def _correct(self, row: int) -> None:
        if self._may_change and 0 <= row < len(self._contacts) and not self.has_changes():
            self._edit(self._contacts[row], self._contacts[row].kaart)

    def _edit(self, contact: Contactmoment | None, kaart: ContactKaart) -> None:
        self._now = contact
        self._basis = kaart
        self._velden.show_card(kaart)
        for field in self._velden.fields.values():
            field.set_finding(None)
        self._doing.setText(_("Nieuw contact") if contact is None else _("Contact verbeteren"))
        self._take_back.setVisible(contact is not None)
        self._other.setVisible(contact is not None)
        (cast("QWidget", self._velden.fields["tekst"]) if self._may_change else self._table).setFocus()

    def has_changes(self) -> bool:
        try:
            return self._may_change and self._velden.read() != self._basis
        except Ongeldig:
            return True

    # The verbs.

    def save(self) -> None:
        """Writes the contact down, or its correction."""
        try:
            nieuw = self._velden.read()
        except Ongeldig as fout:
            self.show_findings(fout.bevindingen)
            return
        toegang, basis = self._toegang, self._basis
        contact_id = self._now.id if self._now is not None else None
        call = partial(toegang.contacten.save, toegang.wie, contact_id, self._relatie_id, basis, nieuw)
        self.work(call, self._saved, writes=True)

    def solve(self, botsing: Botsing) -> None:
        self._deuren.open_botsing(botsing, lambda mine: self._settled(botsing, mine), self)

    def _ask_take_back(self) -> None:
        yes = Button(_("Terugnemen"), kind="danger")
        back = Button(_("Terug"), key="Esc")
        yes.clicked.connect(self._remove)
        back.clicked.connect(self.cancel)
        self.bar.ask(_("Dit contact van de lijst halen? Het logboek bewaart dat het er stond."), [back, yes])

    def _remove(self) -> None:
        contact, toegang = self._now, self._toegang
        if contact is not None:
            self.work(lambda: toegang.contacten.take_back(toegang.wie, contact.id), self._gone, writes=True)

    # The answers.

    def _saved(self, contact: Contactmoment) -> None:
        self._start_new()
        self._deuren.changed.emit("contact", contact.id)

    def _gone(self, _nothing: None) -> None:
        gone = self._now
        self._start_new()
        self._deuren.changed.emit("contact", gone.id if gone is not None else 0)

    def _settled(self, botsing: Botsing, mine: dict[str, bool]) -> None:
        standing: Contactmoment = botsing.actueel
        nieuw = settle(self._basis, self._velden.read(), standing.kaart, mine)
        self._now, self._basis = standing, standing.kaart
        self._velden.show_card(nieuw)
        self.save()

    def _changed_elsewhere(self, onderwerp: str, _changed_id: int) -> None:
        if onderwerp in ("contact", "voertuig", "relatie") and not self.is_busy:
            toegang, relatie_id = self._toegang, self._relatie_id
            self.background.run(
                self, lambda: toegang.contacten.van_relatie(toegang.wie, relatie_id), self._show, self.show_problem
            )


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Wanneer"), 160),
        Column(_("Hoe"), 88),
        Column(_("Van wie"), 104),
        Column(_("Auto"), 128),
        Column(_("Besproken")),
        Column(_("Door"), 136),
    )
