"""Gewerkte tijd: when mechanics worked on a card; what somebody forgot to start or stop is put right, with a reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from werkplaats.domain.monteurwerk import LANG_BEZIG, clock_text, hours, worked
from werkplaats.domain.rechten import Recht
from werkplaats.domain.urencorrectie import check_tijdvak
from werkplaats.domain.werkkaart_regel import DUIZEND, number_text
from werkplaats.errors import Ernst, Ongeldig
from werkplaats.forms.werkkaart.gewerkt_velden import TijdvakVelden
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.form import Form
from werkplaats.ui.invulpagina import EntryPage
from werkplaats.ui.labels import Label
from werkplaats.ui.table import Cell, Column, Table

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from werkplaats.domain.moment import Moment
    from werkplaats.domain.monteurwerk import Monteur, Tijdvak, Werkverslag
    from werkplaats.domain.urencorrectie import TijdvakInvoer
    from werkplaats.errors import Bevinding
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class GewerktForm(Form):
    """The stretches of work on one card, and one of them to put right or to add."""

    standard_size: ClassVar[tuple[int, int]] = (860, 600)

    def __init__(self, toegang: Toegang, deuren: Deuren, kaart_id: int, nummer: str) -> None:
        super().__init__("gewerkt", toegang.background, toegang.voorkeuren, None)
        self._toegang, self._deuren, self._kaart_id, self._nummer = toegang, deuren, kaart_id, nummer
        self._tijden: tuple[Tijdvak, ...] = ()
        self._now: Tijdvak | None = None
        self._basis: TijdvakInvoer | None = None
        self._velden = TijdvakVelden(toegang.vandaag(), toegang.wie.zone)
        self._doing = Label("", "strong")
        self._build()
        self._connect()
        self.work(self._ask, self._loaded)

    def _build(self) -> None:
        self.set_heading(
            _("Gewerkte tijd"),
            _("Werkkaart {nummer}: wat de klokken van de monteurs telden").format(nummer=self._nummer),
        )
        self._table = Table(_columns(), indent=24)
        self._table.setAccessibleName(_("Gewerkte tijd"))
        self._page = self._make_page()
        self.set_page(self._page)
        for veld, field in self._velden.fields.items():
            self.register(veld, cast("QWidget", field))
        self.set_main(_("&Opslaan"), "opslaan", self.save)
        self._other = Button(_("&Nieuwe tijd"), icon="nieuw", kind="quiet", key="Ins")
        self._remove = Button(_("&Weghalen"), icon="wissen", kind="quiet")
        self.bar.add_door(self._other)
        self.bar.add_door(self._remove)
        self.bar.name_cancel(_("Sluiten"))

    def _make_page(self) -> EntryPage:
        advice = _("De klok loopt op het monteurscherm (F12). Wie vergat te klokken, schrijft zijn tijd hierboven op.")
        empty = EmptyList("uren", _("Nog niet aan deze kaart gewerkt"), advice)
        return EntryPage((self._doing, self._velden), self._table, empty)

    def _connect(self) -> None:
        self._table.opened.connect(self._correct)
        self._other.clicked.connect(self._start_new)
        self._remove.clicked.connect(self._ask_remove)
        for field in self._velden.fields.values():
            field.left.connect(self._judge)
        QShortcut(QKeySequence("Ins"), self, self._other.click)
        QShortcut(QKeySequence("Del"), self._table, self._open_to_remove, context=Qt.ShortcutContext.WidgetShortcut)
        self._deuren.changed.connect(self._changed_elsewhere)
        self._deuren.heard.connect(self._heard)

    # Showing.

    def _ask(self) -> tuple[Werkverslag, tuple[Monteur, ...]]:
        toegang = self._toegang
        return toegang.monteurwerk.report(toegang.wie, self._kaart_id), toegang.monteurwerk.monteurs(toegang.wie)

    def _loaded(self, answer: tuple[Werkverslag, tuple[Monteur, ...]]) -> None:
        verslag, monteurs = answer
        self._velden.offer(monteurs)
        self._show(verslag)
        first = next((at for at, tijd in enumerate(self._tijden) if self._may_change(tijd)), None)
        if first is None:
            self._start_new()
        else:
            self._table.selectRow(first)
            self._correct(first)

    def _show(self, verslag: Werkverslag) -> None:
        nu, zone = self._toegang.klok.nu(), self._toegang.wie.zone
        self._tijden = verslag.tijden
        self._table.set_rows([_row(tijd, nu, zone) for tijd in verslag.tijden])
        self._page.show_list(filled=bool(verslag.tijden))
        count = number_text(hours(worked(verslag.tijden, nu)), DUIZEND)
        self.bar.say(_("Samen {uren} uur").format(uren=count) if verslag.tijden else "")

    def _may_change(self, tijd: Tijdvak) -> bool:
        wie = self._toegang.wie
        return wie.mag(Recht.WERKKAART_WIJZIGEN) or tijd.monteur.id == wie.gebruiker_id

    def _start_new(self) -> None:
        self._edit(None)

    def _correct(self, row: int) -> None:
        if not 0 <= row < len(self._tijden) or self.has_changes():
            return
        if self._may_change(self._tijden[row]):
            self._edit(self._tijden[row])
        else:
            self.problem.show_problem(_("De tijd van een ander zet de balie recht."), kind="info")

    def _edit(self, tijd: Tijdvak | None) -> None:
        self._now = tijd
        words = _("Tijd toevoegen die niemand klokte") if tijd is None else _("Tijd verbeteren")
        self._doing.setText(words)
        if tijd is None:
            self._velden.show_new(self._toegang.vandaag())
        else:
            self._velden.show_time(tijd)
        self.show_findings(())
        self._basis = self._read()[0]
        for button in (self._remove, self._other):
            button.setVisible(tijd is not None)
        self._velden.focus_first()

    # Reading.

    def _read(self) -> tuple[TijdvakInvoer | None, list[Bevinding]]:
        try:
            return self._velden.read(self._now), []
        except Ongeldig as fout:
            return None, list(fout.bevindingen)

    def _found(self) -> tuple[TijdvakInvoer | None, list[Bevinding]]:
        invoer, unreadable = self._read()
        if invoer is None:
            return None, unreadable
        loopt = self._now is not None and self._now.eind is None
        return invoer, list(check_tijdvak(invoer, self._toegang.klok.nu(), loopt=loopt))

    def _judge(self) -> None:
        """What is odd is said while one types; that something is empty still, only once the button said it."""
        _invoer, found = self._found()
        fields = self._velden.fields
        told = {veld for veld, field in fields.items() if field.remarks.now is not None}
        said = {een.veld: een for een in found if een.veld in told or not een.code.endswith("_LEEG")}
        for veld, field in fields.items():
            field.set_finding(said.get(veld))

    def has_changes(self) -> bool:
        invoer, unreadable = self._read()
        return self._basis is not None and (bool(unreadable) or invoer != self._basis)

    # The verbs.

    def save(self) -> None:
        """Puts the stretch right, or adds it."""
        invoer, found = self._found()
        if invoer is None or any(een.ernst is Ernst.BLOKKEREND for een in found):
            self.show_findings(found)
            return
        toegang = self._toegang
        call = partial(toegang.monteurwerk.correct, toegang.wie, self._kaart_id, self._now, invoer)
        self.work(call, self._saved, writes=True)

    def _open_to_remove(self) -> None:
        self._correct(self._table.chosen_row())
        self._ask_remove()

    def _ask_remove(self) -> None:
        """A stretch is taken away with its reason too."""
        reden = self._velden.reden
        if self._now is None:
            return
        if not reden:
            self.show_findings([een for een in self._found()[1] if een.veld == "reden"])
            return
        yes = Button(_("Weghalen"), kind="danger")
        yes.clicked.connect(partial(self._take_away, self._now, reden))
        back = Button(_("Terug"), key="Esc")
        back.clicked.connect(self.cancel)
        said = _("Deze tijd van {monteur} weghalen? Het logboek bewaart dat hij er stond.")
        self.bar.ask(said.format(monteur=self._now.monteur.naam), [yes, back])

    def _take_away(self, tijd: Tijdvak, reden: str) -> None:
        self.bar.withdraw()
        toegang = self._toegang
        call = partial(toegang.monteurwerk.remove, toegang.wie, self._kaart_id, tijd, reden)
        self.work(call, self._saved, writes=True)

    def _saved(self, _answer: object) -> None:
        self._start_new()
        # The window itself is among those that read anew.
        self._deuren.changed.emit("werkkaart", self._kaart_id)
        self._table.setFocus()

    def _heard(self, onderwerp: str) -> None:
        """Somebody changed such a thing, here or elsewhere; which one it was is not told."""
        self._changed_elsewhere(onderwerp, self._kaart_id)

    def _changed_elsewhere(self, onderwerp: str, changed_id: int) -> None:
        if onderwerp == "werkkaart" and changed_id == self._kaart_id and not self.is_busy:
            toegang = self._toegang
            load = partial(toegang.monteurwerk.report, toegang.wie, self._kaart_id)
            self.background.run(self, load, self._show, self.show_problem)


def _columns() -> tuple[Column, ...]:
    when = (Column(_("Begin"), 160), Column(_("Einde"), 160), Column(_("Duur"), 96, right=True))
    return (Column(_("Monteur")), *when)


def _row(tijd: Tijdvak, nu: Moment, zone: str) -> tuple[Cell, ...]:
    begin = tijd.begin.lokaal(zone)
    long = tijd.duur(nu) > LANG_BEZIG
    if tijd.eind is None:
        forgotten = tijd.is_forgotten(nu)
        sign, role = ("warning", "warn") if forgotten else ("play", "busy")
        until = Cell(_("vergeten te stoppen?") if forgotten else _("loopt nu"), icon=sign, icon_role=role)
    else:
        eind = tijd.eind.lokaal(zone)
        until = Cell(f"{eind:%H:%M}" if eind.date() == begin.date() else f"{eind:%d-%m-%Y %H:%M}")
    spent = Cell(clock_text(tijd.duur(nu)), strong=True, icon="warning" if long and tijd.eind else "", icon_role="warn")
    return Cell(tijd.monteur.naam), Cell(f"{begin:%d-%m-%Y %H:%M}"), until, spent
