"""Muteren kenteken: a counter clerk sees a car with what RDW knows of it and its owner, corrects it, and saves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QKeySequence, QShortcut

from werkplaats.domain.datum import parse_datum
from werkplaats.domain.naam import kop
from werkplaats.domain.rechten import Recht
from werkplaats.domain.samenvoegen import changed, follow
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.errors import Bevinding, OpslagFout
from werkplaats.forms.hoofd import over_tabs
from werkplaats.forms.muteren.aandacht import Aandacht, Notes
from werkplaats.forms.muteren.afbeeldingen import AfbeeldingenPagina
from werkplaats.forms.muteren.algemeen import Algemeen
from werkplaats.forms.muteren.bladen import Bladen
from werkplaats.forms.muteren.dubbel import DoubleLine, bearer_of
from werkplaats.forms.muteren.herinnering import HerinneringPagina
from werkplaats.forms.muteren.kaart import KaartVelden
from werkplaats.forms.muteren.kop import Kop
from werkplaats.forms.muteren.meer import record_tabs
from werkplaats.forms.muteren.opties import Opties
from werkplaats.forms.muteren.opvragen import Opvragen
from werkplaats.forms.muteren.overig import Overig
from werkplaats.forms.muteren.twijfel import doubts
from werkplaats.forms.muteren.werkbalk import Werkbalk
from werkplaats.i18n import _
from werkplaats.ui.form import Form
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from werkplaats.domain.treffers import VoertuigBlik, VoertuigTreffer
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.domain.wisseling import EindeElders
    from werkplaats.errors import Botsing, WerkplaatsError
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.fields.base import Field

_IDENTITY = ("kenteken", "chassisnummer")


class MuterenForm(Form):
    """The vehicle card of one car; ``voertuig_id`` None makes a new one, with the plate that was searched for."""

    help_above = True

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int | None, kenteken_tekst: str = "") -> None:
        super().__init__("muteren", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._deuren = deuren
        self._id = voertuig_id
        self._basis = VoertuigKaart()
        self._as_opened = self._basis
        self._is_there = False
        self._blik: VoertuigBlik | None = None
        today = toegang.vandaag()
        self._kop = Kop(toegang.wie.land, DoubleLine(toegang, self.show_problem))
        self._notes = Notes()
        self._tab = Algemeen(lambda text, veld: parse_datum(text, veld, today), self._notes, toegang.wie.land)
        reminders = partial(HerinneringPagina, toegang, deuren, voertuig_id, self.show_problem)
        others = partial(Overig, toegang, deuren, voertuig_id, self.show_problem)
        options = partial(Opties, toegang, self.show_problem)
        pictures = partial(AfbeeldingenPagina, toegang, deuren, self, voertuig_id)
        more = record_tabs(toegang, deuren, self, voertuig_id)
        self._tabs = Bladen(self._tab, reminders, others, options, pictures, more)
        self._card = KaartVelden({**self._kop.fields, **self._tab.fields})
        self._rdw = Opvragen(self, toegang, deuren)
        self._build()
        self._connect()
        self._apply_rights()
        if voertuig_id is None:
            self._start_new(kenteken_tekst)
        else:
            self._load(voertuig_id)

    # Building.

    def _build(self) -> None:
        self.setWindowTitle(_("Muteren kenteken"))
        self.set_header(over_tabs(self._tabs.strip, self._kop))
        self.set_page(self._tabs)
        self._listen({**self._kop.fields, **self._tab.fields})
        self._tabs.built.connect(self._tab_built)
        self._add_buttons()

    def _add_buttons(self) -> None:
        if self._may_change:
            self.set_main(_("Opslaan"), "opslaan", self.save)
        if self._id is None:
            return
        doors = Werkbalk(self._toegang, self._deuren, self._id, lambda: self._basis, self.problem)
        for button in doors.below():
            self.bar.add_door(button)
        above = doors.above()
        self.set_toolbar(above)
        for button in above:
            if button.key:
                QShortcut(QKeySequence(button.key), self, button.click)

    def _listen(self, fields: dict[str, Field]) -> None:
        for veld, field in fields.items():
            self.register(veld, cast("QWidget", field))
            field.left.connect(partial(self._field_left, veld))

    def _tab_built(self, name: str) -> None:
        """A tab was opened for the first time: its fields show what belongs in them, and what is wrong with it."""
        fields = self._tabs.fields_of(name)
        self._card.add(fields)
        self._listen(fields)
        self._apply_rights()
        if self._is_there:
            self._tell()

    def _connect(self) -> None:
        self._kop.rdw_asked.connect(self.ask_rdw)
        QShortcut(QKeySequence(tokens().key["vernieuwen"]), self, self.ask_rdw)
        self._kop.owner.choose_asked.connect(self._choose_owner)
        self._kop.owner.open_asked.connect(self._open_owner)
        self._kop.doubles.open_asked.connect(self._deuren.open_voertuig)
        self._tab.reveal_asked.connect(self._reveal)
        self._deuren.changed.connect(self._changed_elsewhere)

    @property
    def _may_change(self) -> bool:
        return self._toegang.wie.mag(Recht.VOERTUIG_WIJZIGEN)

    def _apply_rights(self) -> None:
        self._card.set_read_only(card=not self._may_change, codes=not self._toegang.wie.mag(Recht.CODES_ZIEN))
        self._kop.set_read_only(not self._may_change)
        self._tab.tell_of_looks(told=self._toegang.wie.mag(Recht.CODES_ZIEN))
        if not self._may_change:
            self.bar.name_cancel(_("Sluiten"))

    # Showing and reading.

    def _start_new(self, kenteken_tekst: str) -> None:
        self._card.show(self._basis)
        self._kop.plate.setText(kenteken_tekst)
        # Reads the text as if it had been typed here: dashes in, doubts and doubles told.
        self._kop.plate.set_land(self._toegang.wie.land)
        self._as_opened = self._card.read(self._basis).kaart
        self._is_there = True
        self._kop.plate.setFocus()

    def _load(self, voertuig_id: int) -> None:
        glance = partial(self._toegang.voertuigen.blik, self._toegang.wie, voertuig_id)
        self.work(glance, self._loaded, failed=partial(self._not_loaded, voertuig_id))

    def _loaded(self, blik: VoertuigBlik) -> None:
        self._is_there = True
        self._show_whole(whole=True)
        self._blik = blik
        self._rdw.know(blik.rdw)
        self._stand_on(blik.voertuig)
        self._card.show(blik.voertuig.kaart)
        self._tell()
        self._kop.doubles.ask(blik.voertuig.kaart, self._id)
        self._kop.plate.setFocus()
        self._kop.plate.deselect()

    def _not_loaded(self, voertuig_id: int, problem: WerkplaatsError) -> None:
        """Without the card there is nothing to edit: a save from here would write over what nobody saw."""
        self._show_whole(whole=False)
        self.show_problem(problem, partial(self._load, voertuig_id) if isinstance(problem, OpslagFout) else None)

    def _show_whole(self, *, whole: bool) -> None:
        self._kop.setVisible(whole)
        self._tabs.setVisible(whole)
        self._tabs.strip.setVisible(whole)
        self.bar.doors.setVisible(whole)
        self._toolbar.setVisible(whole)
        if self.bar.main_button is not None:
            self.bar.main_button.setVisible(whole)

    def _stand_on(self, voertuig: Voertuig) -> None:
        self._id = voertuig.id
        self._basis = self._as_opened = voertuig.kaart
        self._kop.show_last_change(voertuig, self._toegang.wie.zone)
        if voertuig.kaart.kenteken:
            title = _("Muteren kenteken {kenteken}")
            self.setWindowTitle(title.format(kenteken=voertuig.kaart.kenteken.weergave))

    def has_changes(self) -> bool:
        lezing = self._card.read(self._basis)
        return self._may_change and (lezing.kaart != self._as_opened or bool(lezing.onleesbaar))

    # What is wrong or doubtful, and what asks for attention, while one types.

    def _field_left(self, veld: str) -> None:
        self._tell()
        if veld in _IDENTITY:
            self._kop.doubles.ask(self._card.read(self._basis).kaart, self._id)

    def _tell(self) -> None:
        kaart, unreadable = self._card.read(self._basis)
        self._card.tell([*self._doubts(kaart), *unreadable])
        self._show_attention(kaart)

    def _doubts(self, kaart: VoertuigKaart) -> Iterable[Bevinding]:
        told = self._kop.plate.remarks.now
        missing_told = told is not None and told.role == "error"
        return doubts(self._basis, kaart, self._toegang.vandaag(), missing_told=missing_told)

    def _show_attention(self, kaart: VoertuigKaart) -> None:
        wie = self._toegang.wie
        pas = self._blik.aflopend if self._blik else None
        rdw = self._rdw.known_of(kaart.kenteken)
        aandacht = Aandacht(self._toegang.vandaag(), wie.land, kaart.vervaldatum_apk, rdw, pas)
        self._kop.chips.show_marks(aandacht.marks())
        self._notes.show_notes(aandacht)
        self._tab.mark_apk(aandacht.apk_asks)

    def show_findings(self, bevindingen: Iterable[Bevinding]) -> None:
        """Beside what was refused, the doubts stay where they stand."""
        found = tuple(bevindingen)
        self._tabs.build_for(frozenset(bevinding.veld for bevinding in found))
        kaart, unreadable = self._card.read(self._basis)
        super().show_findings([*self._doubts(kaart), *unreadable, *found])
        self._show_attention(kaart)

    def reveal(self, field: QWidget) -> None:
        self._tabs.turn_to(field)
        super().reveal(field)

    # The verbs.

    def save(self) -> None:
        """Saves what was changed, once it can be read."""
        if not self._is_there:
            return
        nieuw, unreadable = self._card.read(self._basis)
        if unreadable:
            self.show_findings(unreadable)
            return
        if nieuw.kenteken is None or nieuw.kenteken == self._basis.kenteken:
            self._write(nieuw)
            return
        # The line below the plate may still be waiting for its answer, or say that of the plate before.
        self.work(self._kop.doubles.question(nieuw, self._id), partial(self._checked, nieuw))

    def _checked(self, nieuw: VoertuigKaart, doubles: Sequence[VoertuigTreffer]) -> None:
        """Another card bears this plate: since when it no longer does is asked first, then all is saved."""
        plate, other = nieuw.kenteken, bearer_of(nieuw.kenteken, doubles)
        if other is not None and plate is not None:
            self._deuren.wisseling.ask_elsewhere(other.id, plate.weergave, partial(self._write, nieuw), self)
        else:
            self._write(nieuw)

    def _write(self, nieuw: VoertuigKaart, einde: EindeElders | None = None) -> None:
        toegang, basis, taken = self._toegang, self._basis, self._rdw.still_taken(nieuw)
        call = partial(toegang.voertuigen.save, toegang.wie, self._id, basis, nieuw, taken, einde)
        self.work(call, self._saved, writes=True)

    def ask_rdw(self) -> None:
        """Asks the register about the plate that stands there."""
        if not self._is_there:
            return
        kaart, unreadable = self._card.read(self._basis)
        wrong = [bevinding for bevinding in unreadable if bevinding.veld == "kenteken"]
        if wrong or kaart.kenteken is None:
            self.show_findings(wrong or [Bevinding("kenteken", "KENTEKEN_LEEG")])
        else:
            self._rdw.ask(self._id, kaart.kenteken, kaart)

    def take(self, kaart: VoertuigKaart, velden: Iterable[str]) -> None:
        """Shows what was taken from the register in the fields; it is saved with the rest."""
        self._card.show(kaart, frozenset(velden))
        self._tell()

    def read_card(self) -> VoertuigKaart:
        """The card as it stands in the fields now."""
        return self._card.read(self._basis).kaart

    def tell_attention(self) -> None:
        """Shows again what asks for attention, after the register answered."""
        self._show_attention(self.read_card())

    def solve(self, botsing: Botsing) -> None:
        self._deuren.open_botsing(botsing, partial(self._solved, botsing), self)

    def _choose_owner(self) -> None:
        self._deuren.kies_relatie(self._kop.owner.choose, self)

    def _open_owner(self) -> None:
        owner = self._kop.owner.value()
        if owner is not None:
            self._deuren.open_relatie(owner.id)

    def _reveal(self, veld: str) -> None:
        toegang, voertuig_id = self._toegang, self._id
        if voertuig_id is not None:
            self.work(
                lambda: toegang.voertuigen.reveal_code(toegang.wie, voertuig_id, veld),
                partial(self._tab.show_code, veld),
            )

    # The answers.

    def _saved(self, voertuig: Voertuig) -> None:
        self._stand_on(voertuig)
        self._card.show(voertuig.kaart)
        self._deuren.changed.emit("voertuig", voertuig.id)
        self.close()

    def _solved(self, botsing: Botsing, mine: dict[str, bool]) -> None:
        """Both values were weighed: what was chosen is saved on what stands there now."""
        actueel = cast("Voertuig", botsing.actueel)
        my_changes = changed(self._basis, self.read_card()).keys()
        theirs = [veld for veld, keep in mine.items() if not keep]
        # What they changed and I did not comes along, so that the next save finds only my own changes.
        untouched = changed(self._basis, actueel.kaart).keys() - my_changes
        self._stand_on(actueel)
        self._card.show(actueel.kaart, {*theirs, *untouched})
        self.save()

    def _changed_elsewhere(self, onderwerp: str, changed_id: int) -> None:
        owner = self._kop.owner.value()
        toegang, voertuig_id = self._toegang, self._id
        if onderwerp == "relatie" and owner is not None and owner.id == changed_id:
            read = partial(toegang.relaties.load, toegang.wie, changed_id)
            self.background.run(self, read, lambda owner: self._kop.owner.set_value(kop(owner)), self.show_problem)
        elif onderwerp == "pechhulp" and voertuig_id is not None:
            glance = partial(toegang.voertuigen.blik, toegang.wie, voertuig_id)
            self.background.run(self, glance, self._glanced, self.show_problem)
        elif onderwerp == "voertuig" and voertuig_id == changed_id and self._is_there and not self.is_busy:
            load = partial(toegang.voertuigen.load, toegang.wie, changed_id)
            self.background.run(self, load, self._follow, self.show_problem)

    def _follow(self, voertuig: Voertuig) -> None:
        """What was changed beside this window is shown, but for the fields in which I typed myself."""
        mine, unreadable = self._card.read(self._basis)
        typed = frozenset(bevinding.veld for bevinding in unreadable)
        basis, velden = follow(self._basis, mine, voertuig.kaart, typed)
        self._stand_on(voertuig)
        self._basis = self._as_opened = basis
        self._card.show(voertuig.kaart, velden)
        self._tell()

    def _glanced(self, blik: VoertuigBlik) -> None:
        self._blik = blik
        self.tell_attention()
