"""The werkkaart: what is done to a car, for whom and what it costs; typed fast, and by several people at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.datum import parse_datum
from werkplaats.domain.monteurwerk import Werkverslag
from werkplaats.domain.rechten import Recht
from werkplaats.domain.werkkaart import KaartStaat, WerkkaartInvoer
from werkplaats.domain.werkkaart_samen import merge_kaart
from werkplaats.forms.werkkaart.daden import Daden
from werkplaats.forms.werkkaart.kop import Kop
from werkplaats.forms.werkkaart.lint import Lint, quiet
from werkplaats.forms.werkkaart.onder import Onder
from werkplaats.forms.werkkaart.paneel import Paneel
from werkplaats.forms.werkkaart.raster import Raster
from werkplaats.forms.werkkaart.raster_model import Kolom
from werkplaats.forms.werkkaart.toetsen import Toetsen
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.cards import HairLine
from werkplaats.ui.form import Form

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from werkplaats.domain.artikel import Catalogus
    from werkplaats.domain.werkkaart import Werkkaart
    from werkplaats.errors import Botsing
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.usecases.werkkaarten import Voorbereiding


class WerkkaartForm(Form):
    """One card of one car; ``kaart_id`` None makes a new one of ``voertuig_id``, or finds the one of a ``nummer``."""

    standard_size: ClassVar[tuple[int, int]] = (1280, 800)

    def __init__(
        self, toegang: Toegang, deuren: Deuren, kaart_id: int | None, voertuig_id: int, nummer: str = ""
    ) -> None:
        super().__init__("werkkaart", toegang.background, toegang.voorkeuren, None)
        self._toegang, self._deuren = toegang, deuren
        self._kaart_id, self._voertuig_id, self._nummer = kaart_id, voertuig_id, nummer
        self._kaart: Werkkaart | None = None
        self._basis = WerkkaartInvoer()
        self._verslag = Werkverslag((), (), ())
        self._loaded_once = False
        today = toegang.vandaag()
        self._lint = Lint(toegang, deuren, self.show_problem)
        self._kop = Kop(self._lint.strip, lambda: deuren.open_hulp("werkkaart"))
        self._onder = Onder(lambda text, veld: parse_datum(text, veld, today))
        self._raster = Raster()
        self._daden = Daden(self, toegang, deuren)
        self._toetsen = Toetsen(self, self._raster, toegang, deuren, lambda: self._kaart_id)
        self._build()
        self._connect()
        self._ask()

    # Building.

    def _build(self) -> None:
        self.setWindowTitle(_("Werkkaart"))
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._kop)
        column.addWidget(self._lint)
        self.set_header(head)
        self.set_page(self._page())
        for veld, field in self._onder.fields.items():
            self.register(veld, cast("QWidget", field))
        if self.may_change:
            self.set_main(_("Op&slaan"), "opslaan", self._save)
        else:
            self.bar.name_cancel(_("Sluiten"))
        if self._toegang.wie.mag(Recht.EINDE_SERVICE):
            self._finish = Button(_("&Einde service"), icon="einde_service", key="Ctrl+E")
            self._finish.clicked.connect(self._daden.end_service)
            QShortcut(QKeySequence("Ctrl+E"), self, self._daden.end_service)
            self.bar.add_way_out(self._finish)
        QShortcut(QKeySequence("Ctrl+P"), self, self._daden.print)
        self._lint.fill(self._general(), self._daden.step)
        self._lint.show_card(None)
        self._raster.lines.read_only = not self.may_change
        for field in self._onder.fields.values():
            field.set_read_only(not self.may_change)

    def _general(self) -> list[Button]:
        return [
            quiet(_("Af&drukken"), "afdrukken", self._daden.print, "Ctrl+P"),
            quiet(_("&Regels als CSV"), "exporteren", self._daden.export),
            quiet(_("&Logboek"), "logboek", self._daden.open_log),
        ]

    def _page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._raster, 1)
        left.addWidget(HairLine())
        left.addWidget(self._onder)
        row.addLayout(left, 1)
        if self.may_change:
            row.addWidget(Paneel(self, self._toetsen.groups()))
        return page

    def _connect(self) -> None:
        self._raster.edited.connect(self._edited)
        self._deuren.changed.connect(self._changed_elsewhere)
        self._deuren.heard.connect(self._heard)

    # Showing.

    def _ask(self) -> None:
        toegang, kaart_id, car = self._toegang, self._kaart_id, self._voertuig_id

        def ask() -> tuple[Catalogus, Werkkaart | Voorbereiding]:
            catalogus = toegang.artikelen.catalogus(toegang.wie)
            if self._nummer:
                return catalogus, toegang.werkkaarten.by_number(toegang.wie, self._nummer)
            if kaart_id is None:
                return catalogus, toegang.werkkaarten.prepare(toegang.wie, car)
            return catalogus, toegang.werkkaarten.load(toegang.wie, kaart_id)

        self.work(ask, self._loaded)

    def _loaded(self, answer: tuple[Catalogus, Any]) -> None:
        self._raster.catalogus, found = answer
        self._loaded_once = True
        if self._kaart_id is None and not self._nummer:
            self._show_new(found)
        else:
            self._show(found)
            # Once the doors know this window at all.
            QTimer.singleShot(0, self, partial(self._deuren.know_as, self, ("werkkaart", found.id)))
        self._raster.edit_cell(len(self._raster.lines.regels), Kolom.CODE)
        toegang = self._toegang
        names = partial(toegang.monteurwerk.names, toegang.wie)
        self.background.run(self, names, self._onder.monteur.suggest, self.show_problem)

    def _show_new(self, voorbereiding: Voorbereiding) -> None:
        self._kop.show_new(voorbereiding.opname)
        self._lint.know(self._voertuig_id, voorbereiding.opname.eigenaar_id)
        self._onder.show_invoer(self._basis)
        if voorbereiding.lopend:
            kop = voorbereiding.lopend[0]
            self.problem.show_problem(
                _("Deze auto heeft al een werkkaart: {nummer}.").format(nummer=kop.nummer),
                kind="warn",
                retry=partial(self._open_other, kop.id),
                again=_("Openen"),
            )
        self._tell_state()

    def _open_other(self, kaart_id: int) -> None:
        self._deuren.werkkaart.open_werkkaart(kaart_id)
        self.close()

    def _show(self, kaart: Werkkaart) -> None:
        """Shows a card as it stands on file."""
        self._kaart, self._kaart_id, self._basis = kaart, kaart.id, kaart.invoer
        self.setWindowTitle(_("Werkkaart {nummer}").format(nummer=kaart.nummer))
        self._onder.show_invoer(kaart.invoer)
        self._onder.monteur.judge()
        self._raster.show_regels(kaart.invoer.regels)
        self._show_head(kaart)

    def _show_head(self, kaart: Werkkaart) -> None:
        self._kaart = kaart
        self._kop.show_card(kaart, self._toegang.wie.zone)
        self._lint.know(kaart.voertuig_id, kaart.opname.eigenaar_id)
        self._tell_state()
        self.background.run(self, partial(_ask_around, self._toegang, kaart), self._know_facts, self.show_problem)

    def _know_facts(self, answer: tuple[Werkverslag, date | None]) -> None:
        """What the mechanics did up to now, and until when the APK runs; it changes while nobody types here."""
        self._verslag, apk = answer
        self._lint.feiten.show_facts(apk, self._verslag, self._toegang.vandaag())
        self._edited()

    def _tell_state(self) -> None:
        self._lint.show_card(self._kaart)
        if self._toegang.wie.mag(Recht.EINDE_SERVICE):
            self._finish.setEnabled(self._kaart is not None and self._kaart.may_become(KaartStaat.KLAAR))

    # Reading.

    def _edited(self) -> None:
        regels = self._raster.lines.regels
        self._onder.show_totals(replace(self._basis, regels=regels).totalen)
        self._onder.uren.show_hours(regels, self._verslag, self._toegang.klok.nu())

    def _read(self) -> WerkkaartInvoer:
        read, _wrong = self._onder.read()
        return replace(self._basis, **cast("dict[str, Any]", read), regels=self._raster.lines.regels)

    def has_changes(self) -> bool:
        if not self._loaded_once or not self.may_change:
            return False
        _values, wrong = self._onder.read()
        return bool(wrong) or self._raster.is_typing or self._read() != self._basis

    # The verbs.

    def _save(self) -> None:
        self.save_then(lambda _kaart: None)

    @property
    def kaart(self) -> Werkkaart | None:
        """The card as it stands on file; None as long as it was never saved."""
        return self._kaart

    @property
    def may_change(self) -> bool:
        """Whether this person may change cards at all."""
        return self._toegang.wie.mag(Recht.WERKKAART_WIJZIGEN)

    def show_card(self, kaart: Werkkaart) -> None:
        """Shows the card anew after something was done to it, and says so to the other windows."""
        self._show(kaart)
        self._deuren.changed.emit("werkkaart", kaart.id)
        self._deuren.changed.emit("voertuig", kaart.voertuig_id)

    def save_then(self, then: Callable[[Werkkaart], None]) -> None:
        """Saves what was typed, and goes on with the card on file."""
        if not self._raster.finish():
            return
        _values, wrong = self._onder.read()
        if wrong:
            self.show_findings(wrong)
            return
        toegang, nieuw, basis = self._toegang, self._read(), self._basis
        if self._kaart_id is None:
            call = partial(toegang.werkkaarten.make, toegang.wie, self._voertuig_id, nieuw)
        else:
            call = partial(toegang.werkkaarten.save, toegang.wie, self._kaart_id, basis, nieuw)

        def done(kaart: Werkkaart) -> None:
            self._saved(kaart)
            then(kaart)

        self.work(call, done, writes=True)

    def _saved(self, kaart: Werkkaart) -> None:
        self.show_findings(())
        new = self._kaart_id is None
        self._show(kaart)
        if new:
            self._deuren.know_as(self, ("werkkaart", kaart.id))
        self._deuren.changed.emit("werkkaart", kaart.id)

    def solve(self, botsing: Botsing) -> None:
        """Both values of each field and line that two people changed; then it is saved with what was chosen."""
        actueel = cast("Werkkaart", botsing.actueel)

        def solved(mijne: dict[str, bool]) -> None:
            invoer, _open = merge_kaart(self._basis, self._read(), actueel.invoer, mijne)
            self._basis = actueel.invoer
            self._onder.show_invoer(invoer)
            self._raster.show_regels(invoer.regels)
            self._save()

        self._deuren.open_botsing(botsing, solved, self)

    # Others at the same card.

    def _know_catalogus(self, catalogus: Catalogus) -> None:
        self._raster.catalogus = catalogus

    def _heard(self, onderwerp: str) -> None:
        """Somebody changed such a thing, here or elsewhere; which one it was is not told."""
        self._changed_elsewhere(onderwerp, self._kaart_id or 0)

    def _changed_elsewhere(self, onderwerp: str, changed_id: int) -> None:
        """Another window or person saved this card: shown at once where nothing was typed here."""
        if onderwerp == "artikelen":
            ask = partial(self._toegang.artikelen.catalogus, self._toegang.wie)
            self.background.run(self, ask, self._know_catalogus, self.show_problem)
        if onderwerp == "werkkaart" and changed_id == self._kaart_id and not self.is_busy and not self.has_changes():
            toegang = self._toegang
            load = partial(toegang.werkkaarten.load, toegang.wie, changed_id)
            self.background.run(self, load, self._read_anew, self.show_problem)

    def _read_anew(self, kaart: Werkkaart) -> None:
        if self._kaart is not None and not self.has_changes():
            if kaart.versie != self._kaart.versie:
                self._show(kaart)
            else:
                # Hours are no part of the card itself: they may be others while it is the same.
                self._show_head(kaart)


def _ask_around(toegang: Toegang, kaart: Werkkaart) -> tuple[Werkverslag, date | None]:
    wie = toegang.wie
    apk = None
    if wie.mag(Recht.VOERTUIG_ZIEN):
        apk = toegang.voertuigen.load(wie, kaart.voertuig_id).kaart.vervaldatum_apk
    return toegang.monteurwerk.report(wie, kaart.id), apk
