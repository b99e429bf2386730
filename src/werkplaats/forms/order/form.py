"""Order: somebody who sells cars writes what was sold, which plates it needs, and when the car goes out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from werkplaats.domain.datum import parse_datum
from werkplaats.domain.order import OrderKaart
from werkplaats.domain.postbus import Besluit
from werkplaats.domain.rechten import Recht
from werkplaats.domain.samenvoegen import changed, settle
from werkplaats.errors import Ernst, Ongeldig
from werkplaats.forms.hoofd import Hoofd, over_tabs
from werkplaats.forms.order.aanvraag import AanvraagVak
from werkplaats.forms.order.algemeen import OrderAlgemeen, read_choice
from werkplaats.forms.order.platen import InvulVerkoper
from werkplaats.forms.order.verkoopadmin import Verkoopadmin
from werkplaats.forms.order.verwijderen import Verwijderen
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.form import Form
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.plate import Plate
from werkplaats.ui.tabs import Tab, Tabs
from werkplaats.usecases.orders import Orderbasis

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from werkplaats.domain.order import VerkoopOrder
    from werkplaats.domain.ponaanvraag import PonAanvraag
    from werkplaats.errors import Bevinding, Botsing
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.fields.base import Field


class OrderForm(Form):
    """One order; ``order_id`` None makes a new one. What the rules say of its plate follows every key."""

    standard_size: ClassVar[tuple[int, int]] = (960, 660)

    def __init__(self, toegang: Toegang, deuren: Deuren, order_id: int | None) -> None:
        super().__init__("order", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._deuren = deuren
        self._id = order_id
        self._order: VerkoopOrder | None = None
        self._basis = OrderKaart()
        self._hulp = Orderbasis()
        today = toegang.vandaag()
        self._general, self._plates = OrderAlgemeen(), InvulVerkoper()
        self._aanvraag = AanvraagVak(toegang.klok, may=toegang.wie.mag(Recht.DIRECT_GOEDKEUREN))
        self._admin = Verkoopadmin(lambda text, veld: parse_datum(text, veld, today), self._aanvraag)
        self._touched: set[str] = set()
        self._build()
        self._connect()
        self._apply_rights()
        self.work(self._ask, self._loaded)

    # Building.

    def _build(self) -> None:
        self._plate, self._title = Plate("head"), Label("", "subtitle")
        self._car, self._last = ElidedLabel("", "body", "text_2"), Label("", "small", "text_2")
        self._tabs = Tabs(
            [
                Tab("algemeen", _("&Algemeen"), lambda: self._general),
                Tab("verkoper", _("&Invul verkoper"), lambda: self._plates),
                Tab("verkoopadmin", _("&Verkoopadmin"), lambda: self._admin),
            ]
        )
        for name, page in (("algemeen", self._general), ("verkoper", self._plates), ("verkoopadmin", self._admin)):
            self._tabs.page(name)
            self._tabs.watch(name, page.fields.values())
        head = Hoofd(lambda: self._deuren.open_hulp("orders"), self._title, self._car, self._last, plate=self._plate)
        self.set_header(over_tabs(self._tabs.strip, head))
        self.set_page(self._tabs)
        self._fields_by_name: dict[str, Field] = {
            **self._general.fields,
            **self._plates.fields,
            **self._admin.fields,
        }
        for veld, field in self._fields_by_name.items():
            self.register(veld, cast("QWidget", field))
        if self._may_change:
            self.set_main(_("Opslaan"), "opslaan", self.save)
        self._logbook = Button(_("Lo&gboek"), icon="logboek", kind="quiet")
        self._logbook.setVisible(self._id is not None)
        self.bar.add_door(self._logbook)
        self._delete = Verwijderen(self, self._toegang, self._deuren, self._shut, self._stand_on)

    def _connect(self) -> None:
        for veld, field in self._fields_by_name.items():
            field.changed.connect(self._typed)
            field.left.connect(partial(self._field_left, veld))
        self._general.owner.choose_asked.connect(self._choose_owner)
        self._general.owner.open_asked.connect(self._open_owner)
        self._logbook.clicked.connect(self._open_logbook)
        self._deuren.changed.connect(self._changed_elsewhere)
        self._aanvraag.direct_asked.connect(self._approve)
        self._aanvraag.withdraw_asked.connect(self._withdraw)
        self._aanvraag.decided.connect(self._decide)
        self._aanvraag.stale.connect(self._ask_again)

    @property
    def _may_change(self) -> bool:
        return self._toegang.wie.mag(Recht.ORDER_WIJZIGEN)

    def _apply_rights(self) -> None:
        if not self._may_change:
            for field in self._fields_by_name.values():
                field.set_read_only(True)
            self.bar.name_cancel(_("Sluiten"))

    def _shut(self, gone: bool) -> None:
        """What lies in the bin is only read, until it is taken out again."""
        for field in self._fields_by_name.values():
            field.set_read_only(gone)
        self._aanvraag.setEnabled(not gone)
        if self.bar.main_button is not None:
            self.bar.main_button.setEnabled(not gone)

    # Showing and reading.

    def _ask(self) -> tuple[Orderbasis, VerkoopOrder | None]:
        orders, wie = self._toegang.verkoop.orders, self._toegang.wie
        return orders.prepare(wie), orders.load(wie, self._id) if self._id is not None else None

    def _loaded(self, answer: tuple[Orderbasis, VerkoopOrder | None]) -> None:
        self._hulp, order = answer
        self._general.offer(self._hulp.lijsten)
        self._plates.plates.offer(self._hulp.lijsten.plaattypen)
        if order is not None:
            self._stand_on(order)
            self._touched.update(self._fields_by_name)
        else:
            self._name_window(_("Nieuwe order"))
            self._last.setText(_("Het nummer komt bij het opslaan."))
        self._show_card(self._basis)
        cast("QWidget", self._fields_by_name["ordersoort" if order is not None else "merk"]).setFocus()

    def _stand_on(self, order: VerkoopOrder) -> None:
        self._id, self._order, self._basis = order.id, order, order.kaart
        zone = self._toegang.wie.zone
        moment = f"{order.gewijzigd_op.lokaal(zone):%d-%m-%Y %H:%M}"
        sentence = _("Laatste wijziging op {moment} door {wie}")
        self._last.setText(sentence.format(moment=moment, wie=order.gewijzigd_door or "-"))
        self._name_window(_("Order {nummer}").format(nummer=order.nummer))
        self._admin.show_order(order, zone)
        self._ask_request(order.id)
        self._logbook.setVisible(True)
        self._delete.offer(order.id)

    def _name_window(self, name: str) -> None:
        self.setWindowTitle(name)
        self._title.setText(name)

    def _show_card(self, kaart: OrderKaart, velden: Iterable[str] | None = None) -> None:
        shown = self._fields_by_name if velden is None else {veld: self._fields_by_name[veld] for veld in velden}
        for veld, field in shown.items():
            field.set_value(getattr(kaart, veld))
        self._tell()

    def _read(self) -> tuple[OrderKaart, list[Bevinding]]:
        """The card as it stands in the fields; one that cannot be read keeps what stood there before."""
        values: dict[str, Any] = {}
        unreadable: list[Bevinding] = []
        for veld, field in self._fields_by_name.items():
            try:
                values[veld] = read_choice(veld, field.value())
            except Ongeldig as fout:
                unreadable += [replace(bevinding, veld=veld) for bevinding in fout.bevindingen]
        return replace(self._basis, **values), unreadable

    def has_changes(self) -> bool:
        kaart, unreadable = self._read()
        return self._may_change and not self._delete.gone and (kaart != self._basis or bool(unreadable))

    # While one types.

    def _typed(self) -> None:
        kaart, _unreadable = self._read()
        self._show_head(kaart)

    def _field_left(self, veld: str) -> None:
        self._touched.add(veld)
        self._tell()

    def _tell(self) -> None:
        """What is odd at each field that one has been in, and what the rules say of it all."""
        kaart, unreadable = self._read()
        found: dict[str, Bevinding] = {}
        every = (*unreadable, *self._toegang.verkoop.orders.check(self._toegang.wie, kaart))
        for bevinding in sorted(every, key=lambda bevinding: bevinding.ernst is not Ernst.BLOKKEREND):
            found.setdefault(bevinding.veld, bevinding)
        for veld in self._touched:
            self._fields_by_name[veld].set_finding(found.get(veld))
        self._show_head(kaart)

    def _show_head(self, kaart: OrderKaart) -> None:
        self._plate.show_plate(kaart.kenteken, kaart.chassisnummer.tekst if kaart.chassisnummer else "")
        who = kaart.relatie.weergave if kaart.relatie else _("voorraad") if kaart.voorraadauto else ""
        self._car.set_text(" · ".join(part for part in (f"{kaart.merk} {kaart.model}".strip(), who) if part))
        self._plates.plates.show_text(kaart.kenteken.weergave if kaart.kenteken else "")
        orders, wie = self._toegang.verkoop.orders, self._toegang.wie
        self._admin.toelichting.show_explanation(orders.explain(wie, kaart, self._order, self._hulp))
        self._aanvraag.compare(kaart)

    def show_findings(self, bevindingen: Iterable[Bevinding]) -> None:
        self._touched.update(self._fields_by_name)
        super().show_findings(bevindingen)

    def reveal(self, field: QWidget) -> None:
        self._tabs.turn_to(field)
        super().reveal(field)

    # The verbs.

    def save(self) -> None:
        """Saves what was changed, once it can be read."""
        nieuw, unreadable = self._read()
        toegang, order_id, basis = self._toegang, self._id, self._basis
        found = [*unreadable, *toegang.verkoop.orders.check(toegang.wie, nieuw)]
        if any(bevinding.ernst is Ernst.BLOKKEREND for bevinding in found):
            self.show_findings(found)
            return
        call = partial(toegang.verkoop.orders.save, toegang.wie, order_id, basis, nieuw)
        self.work(call, self._saved, writes=True)

    def solve(self, botsing: Botsing) -> None:
        self._deuren.open_botsing(botsing, partial(self._settled, botsing), self)

    def _choose_owner(self) -> None:
        self._deuren.kies_relatie(self._general.owner.choose, self)

    def _open_owner(self) -> None:
        owner = self._general.owner.value()
        if owner is not None:
            self._deuren.open_relatie(owner.id)

    def _open_logbook(self) -> None:
        if self._id is not None:
            self._deuren.open_logboek("order", self._id, self.windowTitle())

    # The request for its plate.

    def _ask_request(self, order_id: int) -> None:
        toegang = self._toegang
        call = partial(toegang.verkoop.aanvragen.van_order, toegang.wie, order_id)
        self.background.run(self, call, self._show_request, self.show_problem)

    def _show_request(self, aanvragen: tuple[PonAanvraag, ...]) -> None:
        before, newest = self._aanvraag.aanvraag, aanvragen[0] if aanvragen else None
        self._aanvraag.show_request(newest, on_file=True)
        self._aanvraag.compare(self._read()[0])
        if before is not None and newest is not None and before.staat is not newest.staat and self._id is not None:
            self._deuren.changed.emit("order", self._id)

    def _ask_again(self) -> None:
        if self._id is not None and not self.is_busy:
            self._ask_request(self._id)

    def _approve(self) -> None:
        if self.has_changes():
            self.bar.say(_("Sla de order eerst op: er wordt verstuurd wat is opgeslagen."))
        elif self._id is not None:
            self._deuren.verkoop.open_direct(self._id)

    def _withdraw(self) -> None:
        aanvraag, toegang = self._aanvraag.aanvraag, self._toegang
        if aanvraag is not None:
            self.work(partial(toegang.verkoop.aanvragen.withdraw, toegang.wie, aanvraag.id), self._moved, writes=True)

    def _decide(self, besluit: str) -> None:
        aanvraag, toegang = self._aanvraag.aanvraag, self._toegang
        if aanvraag is not None:
            call = partial(toegang.verkoop.aanvragen.decide, toegang.wie, aanvraag.id, Besluit(besluit))
            self.work(call, self._moved, writes=True)

    def _moved(self, aanvraag: PonAanvraag) -> None:
        self._aanvraag.show_request(aanvraag, on_file=True)
        self._deuren.changed.emit("order", aanvraag.order_id)

    # The answers.

    def _saved(self, order: VerkoopOrder) -> None:
        self._stand_on(order)
        self._show_card(order.kaart)
        self._deuren.changed.emit("order", order.id)
        self.close()

    def _settled(self, botsing: Botsing, mine: dict[str, bool]) -> None:
        """Both values were weighed: what was chosen is saved on what stands there now."""
        kaart, _unreadable = self._read()
        standing = cast("VerkoopOrder", botsing.actueel)
        nieuw = settle(self._basis, kaart, standing.kaart, mine)
        self._stand_on(standing)
        self._show_card(nieuw)
        self.save()

    def _changed_elsewhere(self, onderwerp: str, changed_id: int) -> None:
        order_id, toegang = self._id, self._toegang
        if onderwerp == "order" and order_id == changed_id and not self.is_busy and not self._delete.gone:
            load = partial(toegang.verkoop.orders.load, toegang.wie, changed_id)
            self.background.run(self, load, self._follow, self.show_problem)

    def _follow(self, order: VerkoopOrder) -> None:
        """What came from elsewhere is shown, such as the plate that was given; what I typed stays."""
        mine, unreadable = self._read()
        typed = {*changed(self._basis, mine), *(bevinding.veld for bevinding in unreadable)}
        basis = replace(order.kaart, **{veld: getattr(self._basis, veld) for veld in typed})
        theirs = changed(self._basis, order.kaart).keys() - typed
        self._stand_on(order)
        self._basis = basis
        self._show_card(order.kaart, theirs)
