"""Relatie: a person or a company that owns cars is chosen, made, corrected; its cars stand beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.controle import check_relatie
from werkplaats.domain.datum import parse_datum
from werkplaats.domain.naam import kop, weergave
from werkplaats.domain.naam_lezen import read_name
from werkplaats.domain.rechten import Recht
from werkplaats.domain.relatie import RelatieKaart
from werkplaats.domain.samenvoegen import settle
from werkplaats.errors import Ernst
from werkplaats.forms.adres_regel import AdresRegel
from werkplaats.forms.crm import crm_button
from werkplaats.forms.hoofd import Hoofd, over_tabs
from werkplaats.forms.relatie.autos import Autos
from werkplaats.forms.relatie.bezoeken import Bezoeken
from werkplaats.forms.relatie.contact import LaatsteContact
from werkplaats.forms.relatie.dubbel import FIELDS as DUBBEL_VELDEN
from werkplaats.forms.relatie.dubbel import DubbelRegel
from werkplaats.forms.relatie.velden import RelatieVelden
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.fields.base import Remark
from werkplaats.ui.form import Form
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.tabs import Tab, Tabs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from werkplaats.domain.relatie import Relatie
    from werkplaats.domain.treffers import RelatieBlik
    from werkplaats.domain.voertuig import RelatieKop
    from werkplaats.errors import Bevinding, Botsing
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

_BETWEEN = 32


class RelatieForm(Form):
    """The card of one relatie; ``relatie_id`` None makes a new one, of which ``naam`` says what is known.

    ``saved`` is told of a relatie that was made here.
    """

    standard_size: ClassVar[tuple[int, int]] = (1040, 688)

    def __init__(
        self,
        toegang: Toegang,
        deuren: Deuren,
        relatie_id: int | None,
        naam: str = "",
        saved: Callable[[RelatieKop], None] | None = None,
    ) -> None:
        super().__init__(
            "relatie" if relatie_id is not None else "relatie_nieuw", toegang.background, toegang.voorkeuren, None
        )
        self._toegang = toegang
        self._deuren = deuren
        self._id = relatie_id
        self._saved_one = saved
        self._basis: RelatieKaart = read_name(naam, toegang.wie.land)
        self._touched: set[str] = set()
        self._build()
        self._connect()
        self._apply_rights()
        if relatie_id is not None:
            self.work(lambda: toegang.relaties.blik(toegang.wie, relatie_id), self._loaded)
        else:
            self._start_new()

    # Building.

    def _build(self) -> None:
        today = self._toegang.vandaag()
        self._title, self._last = ElidedLabel("", "title"), Label("", "body", "text_2")
        self._velden = RelatieVelden(lambda text, veld: parse_datum(text, veld, today), AdresRegel(self._toegang))
        self._autos = Autos(today, self._toegang.wie.land)
        self._autos.setVisible(self._id is not None)
        self._contact = LaatsteContact(self._toegang.wie.zone)
        self._contact.setVisible(self._id is not None)
        self._doubles = DubbelRegel(self._toegang, self.show_problem)
        head = Hoofd(lambda: self._deuren.open_hulp("relatie"), self._title, self._last)
        self._visits: Bezoeken | None = None
        self._tabs = Tabs(list(self._all_tabs()))
        self._tabs.page("meer")
        self._tabs.watch("wie", self._velden.who.fields.values())
        self._tabs.watch("meer", self._velden.more.fields.values())
        self.set_header(over_tabs(self._tabs.strip, head, self._doubles))
        self.set_page(self._tabs)
        for veld, field in self._velden.fields.items():
            self.register(veld, cast("QWidget", field))
        if self._toegang.wie.mag(Recht.RELATIE_WIJZIGEN):
            self.set_main(_("&Opslaan"), "opslaan", self.save)
        self._logbook = Button(_("&Logboek"), icon="logboek", kind="quiet")
        self._logbook.setVisible(self._id is not None)
        self.bar.add_door(self._logbook)
        self._crm = crm_button(self._open_contacts)
        self._crm.setVisible(self._id is not None)
        self.bar.add_door(self._crm)

    def _page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(24, 8, 24, 12)
        row.setSpacing(_BETWEEN)
        row.addWidget(self._velden.who, 1)
        beside = QVBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self._autos)
        beside.addWidget(self._contact)
        beside.addStretch(1)
        row.addLayout(beside)
        return page

    def _all_tabs(self) -> Iterator[Tab]:
        yield Tab("wie", _("&Gegevens"), self._page)
        yield Tab("meer", _("&Meer"), self._more_page)
        if self._id is not None and self._toegang.wie.mag(Recht.WERKKAART_ZIEN):
            yield Tab("bezoeken", _("&Bezoeken"), partial(self._visits_page, self._id))

    def _visits_page(self, relatie_id: int) -> QWidget:
        self._visits = Bezoeken(self._toegang, relatie_id, self.show_problem)
        self._visits.asked.connect(self._deuren.werkkaart.open_werkkaart)
        return self._visits

    def _more_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 8, 24, 24)
        column.addWidget(self._velden.more)
        return page

    def reveal(self, field: QWidget) -> None:
        self._tabs.turn_to(field)
        super().reveal(field)

    def _connect(self) -> None:
        self._velden.left.connect(self._field_left)
        self._doubles.open_asked.connect(self._deuren.open_relatie)
        self._autos.asked.connect(self._deuren.open_voertuig)
        self._contact.asked.connect(self._open_contacts)
        self._logbook.clicked.connect(self._open_logbook)
        self._deuren.changed.connect(self._changed_elsewhere)

    def _apply_rights(self) -> None:
        if not self._toegang.wie.mag(Recht.RELATIE_WIJZIGEN):
            self._velden.set_read_only(True)
            self.bar.name_cancel(_("Sluiten"))

    # Showing and reading.

    def _start_new(self) -> None:
        self._name_window(_("Nieuwe relatie"))
        self._last.setText(_("Alleen de naam is nodig; de rest kan later."))
        self._velden.show_card(self._basis)
        first = "aanhef" if self._basis.naam else "naam"
        cast("QWidget", self._velden.fields[first]).setFocus()

    def _loaded(self, blik: RelatieBlik) -> None:
        self._stand_on(blik.relatie)
        self._velden.show_card(blik.relatie.kaart)
        self._velden.show_consents(blik.toestemmingen, self._toegang.wie.zone)
        self._autos.show_cars(blik.voertuigen)
        self._contact.show_contacts(blik.contacten)
        self._touched.update(self._velden.fields)
        self._show_remarks()
        cast("QWidget", self._velden.fields["aanhef"]).setFocus()

    def _stand_on(self, relatie: Relatie) -> None:
        self._id = relatie.id
        self._basis = relatie.kaart
        moment = relatie.gewijzigd_op.lokaal(self._toegang.wie.zone)
        sentence = _("Laatste wijziging op {moment} door {wie}")
        self._last.setText(sentence.format(moment=f"{moment:%d-%m-%Y %H:%M}", wie=relatie.gewijzigd_door or "-"))
        self._name_window(weergave(relatie.kaart))

    def _name_window(self, name: str) -> None:
        self.setWindowTitle(name)
        self._title.set_text(name)

    def has_changes(self) -> bool:
        kaart, unreadable = self._velden.read(self._basis)
        return kaart != self._basis or bool(unreadable)

    # What is wrong or doubtful, while one types.

    def _found(self) -> dict[str, Bevinding]:
        """The gravest finding of each field; what cannot be read goes before what is thought of it."""
        kaart, unreadable = self._velden.read(self._basis)
        every = (*unreadable, *check_relatie(kaart, self._toegang.vandaag()))
        found: dict[str, Bevinding] = {}
        for bevinding in sorted(every, key=lambda bevinding: bevinding.ernst is not Ernst.BLOKKEREND):
            found.setdefault(bevinding.veld, bevinding)
        return found

    def _field_left(self, veld: str) -> None:
        self._touched.add(veld)
        self._show_remarks()
        if veld in DUBBEL_VELDEN and self._toegang.wie.mag(Recht.RELATIE_WIJZIGEN):
            kaart, _unreadable = self._velden.read(self._basis)
            if kaart != self._basis:
                self._doubles.ask(kaart, self._id)

    def _show_remarks(self) -> None:
        """One field may make another doubtful: the country its postcode, aanhef the birth date."""
        found = self._found()
        for veld in self._touched:
            self._velden.fields[veld].set_finding(found.get(veld))
        number = self._velden.fields["btw_nummer"]
        if number.value() and "btw_nummer" in self._touched and "btw_nummer" not in found:
            number.remarks.show(Remark("ok"))

    # The verbs.

    def save(self) -> None:
        """Saves what was changed, once it can be read."""
        self._touched.update(self._velden.fields)
        found = self._found().values()
        if any(bevinding.ernst is Ernst.BLOKKEREND for bevinding in found):
            self.show_findings(found)
            return
        nieuw, _unreadable = self._velden.read(self._basis)
        toegang, relatie_id = self._toegang, self._id
        # All of a new card is new, also what was read from the words that were searched.
        basis = self._basis if relatie_id is not None else RelatieKaart()
        self.work(lambda: toegang.relaties.save(toegang.wie, relatie_id, basis, nieuw), self._saved, writes=True)

    def solve(self, botsing: Botsing) -> None:
        self._deuren.open_botsing(botsing, lambda mine: self._settled(botsing, mine), self)

    def _open_logbook(self) -> None:
        if self._id is not None:
            self._deuren.open_logboek("relatie", self._id, self.windowTitle())

    def _open_contacts(self) -> None:
        if self._id is not None:
            self._deuren.open_contacten(self._id, None)

    # The answers.

    def _saved(self, relatie: Relatie) -> None:
        was_new = self._id is None
        self._stand_on(relatie)
        self._velden.show_card(relatie.kaart)
        self._deuren.changed.emit("relatie", relatie.id)
        if was_new and self._saved_one is not None:
            self._saved_one(kop(relatie))
        self.close()

    def _settled(self, botsing: Botsing, mine: dict[str, bool]) -> None:
        """Both values were weighed: what was chosen is saved on what stands there now."""
        kaart, _unreadable = self._velden.read(self._basis)
        standing: Relatie = botsing.actueel
        nieuw = settle(self._basis, kaart, standing.kaart, mine)
        self._stand_on(standing)
        self._velden.show_card(nieuw)
        self.save()

    def _changed_elsewhere(self, onderwerp: str, changed_id: int) -> None:
        """Cars may have come or gone; the card itself is read anew as long as nobody types in it."""
        relatie_id, toegang = self._id, self._toegang
        if relatie_id is None or self.is_busy or (onderwerp == "relatie" and changed_id != relatie_id):
            return
        if onderwerp == "werkkaart" and self._visits is not None:
            self._visits.reload()
        if onderwerp in ("relatie", "voertuig", "contact"):
            self.background.run(
                self, lambda: toegang.relaties.blik(toegang.wie, relatie_id), self._read_anew, self.show_problem
            )

    def _read_anew(self, blik: RelatieBlik) -> None:
        self._autos.show_cars(blik.voertuigen)
        self._contact.show_contacts(blik.contacten)
        self._velden.show_consents(blik.toestemmingen, self._toegang.wie.zone)
        if not self.has_changes() and blik.relatie.kaart != self._basis:
            self._stand_on(blik.relatie)
            self._velden.show_card(blik.relatie.kaart)
            self._show_remarks()


class NieuweRelatieForm(RelatieForm):
    """The card of somebody who is not known yet: as wide as its fields, for there are no cars beside them."""

    standard_size: ClassVar[tuple[int, int]] = (680, 664)
