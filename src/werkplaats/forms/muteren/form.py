"""Muteren kenteken: a counter clerk sees a car with what RDW knows of it and its owner, corrects it, and saves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from werkplaats.domain.controle import check_voertuig
from werkplaats.domain.datum import parse_datum
from werkplaats.domain.naam import kop
from werkplaats.domain.rdw_vergelijken import take, taken_fields
from werkplaats.domain.rechten import Recht
from werkplaats.domain.samenvoegen import changed
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.errors import Ongeldig
from werkplaats.forms.muteren.aandacht import Aandacht, head_chips
from werkplaats.forms.muteren.algemeen import Algemeen
from werkplaats.forms.muteren.kop import Kop
from werkplaats.forms.pechhulp_menu import pechhulp_menu
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.form import Form
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from werkplaats.domain.rdw import RdwAntwoord, Verschil
    from werkplaats.domain.relatie import Relatie
    from werkplaats.domain.treffers import VoertuigBlik, VoertuigTreffer
    from werkplaats.domain.voertuig import RelatieKop, Voertuig
    from werkplaats.errors import Bevinding, Botsing
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class MuterenForm(Form):
    """The vehicle card of one car; ``voertuig_id`` None makes a new one."""

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int | None, kenteken_tekst: str = "") -> None:
        super().__init__("muteren", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._deuren = deuren
        self._id = voertuig_id
        self._basis = VoertuigKaart()
        self._blik: VoertuigBlik | None = None
        self._antwoord: RdwAntwoord | None = None
        self._touched: set[str] = set()
        self._from_rdw: dict[str, object] = {}
        self._build()
        self._connect()
        self._apply_rights()
        if voertuig_id is not None:
            self.work(lambda: toegang.voertuigen.blik(toegang.wie, voertuig_id), self._loaded)
        else:
            self._start_new(kenteken_tekst)

    # Building.

    def _build(self) -> None:
        self.setWindowTitle(_("Muteren kenteken"))
        today = self._toegang.vandaag()
        self._kop = Kop()
        self._notes = Aandacht()
        self._tab = Algemeen(lambda text, veld: parse_datum(text, veld, today), self._notes)
        tabs = QTabBar()
        tabs.addTab(_("&Algemeen"))
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._kop)
        column.addWidget(tabs)
        self.set_header(head)
        self.set_page(self._tab)
        self.register("kenteken", self._kop.plate)
        for veld, field in self._tab.fields.items():
            assert isinstance(field, QWidget)
            self.register(veld, field)
        if self._toegang.wie.mag(Recht.VOERTUIG_WIJZIGEN):
            self.set_main(_("&Opslaan"), "opslaan", self.save)
        self._logbook = Button(_("&Logboek"), icon="logboek", kind="quiet")
        self._pechhulp = Button(_("&Pechhulp"), icon="pechhulp", kind="quiet")
        for door in (self._pechhulp, self._logbook):
            door.setVisible(self._id is not None)
            self.bar.add_door(door)
        if self._id is not None and self._toegang.wie.mag(Recht.PECHHULP):
            self._pechhulp.setMenu(pechhulp_menu(self._toegang, self._deuren, self._id, self._pechhulp))
        else:
            self._pechhulp.hide()

    def _connect(self) -> None:
        self._kop.plate.left.connect(lambda: self._leave("kenteken"))
        self._kop.rdw_asked.connect(self.ask_rdw)
        QShortcut(QKeySequence(tokens().key["vernieuwen"]), self, self.ask_rdw)
        self._kop.owner.choose_asked.connect(lambda: self._deuren.kies_relatie(self._kop.owner.choose, self))
        self._kop.owner.open_asked.connect(self._open_owner)
        self._tab.left.connect(self._leave)
        self._tab.reveal_asked.connect(self._reveal)
        self._logbook.clicked.connect(self._open_logbook)
        self._deuren.changed.connect(self._changed_elsewhere)

    def _apply_rights(self) -> None:
        wie = self._toegang.wie
        read_only = not wie.mag(Recht.VOERTUIG_WIJZIGEN)
        self._kop.set_read_only(read_only)
        self._tab.set_read_only(read_only, codes=wie.mag(Recht.CODES_ZIEN))
        if read_only:
            self.bar.name_cancel(_("Sluiten"))

    # Showing and reading.

    def _start_new(self, kenteken_tekst: str) -> None:
        self._kop.plate.set_land(self._toegang.wie.land)
        self._kop.land.set_value(self._toegang.wie.land)
        self._kop.active.set_value(True)
        self._tab.show_card(self._basis)
        self._kop.plate.setText(kenteken_tekst)
        if kenteken_tekst:
            self._kop.plate.judge()
        self._kop.plate.setFocus()

    def _loaded(self, blik: VoertuigBlik) -> None:
        self._blik = blik
        self._antwoord = blik.rdw
        self._stand_on(blik.voertuig)
        self._show(blik.voertuig.kaart)
        self._show_attention()
        self.show_findings(check_voertuig(blik.voertuig.kaart, self._toegang.vandaag()))
        self._kop.plate.setFocus()

    def _stand_on(self, voertuig: Voertuig) -> None:
        self._id = voertuig.id
        self._basis = voertuig.kaart
        self._kop.show_last_change(voertuig, self._toegang.wie.zone)
        if voertuig.kaart.kenteken:
            self.setWindowTitle(_("Muteren kenteken {kenteken}").format(kenteken=voertuig.kaart.kenteken.weergave))

    def _show(self, kaart: VoertuigKaart) -> None:
        self._kop.plate.set_value(kaart.kenteken)
        self._kop.land.set_value(self._kop.plate.land)
        self._kop.active.set_value(kaart.actief)
        self._kop.owner.show_owner(kaart.hoofdeigenaar)
        self._tab.show_card(kaart)

    def _show_attention(self) -> None:
        gegevens = self._antwoord.gegevens if self._antwoord else None
        today, land = self._toegang.vandaag(), self._toegang.wie.land
        apk = self._basis.vervaldatum_apk
        self._kop.show_chips(head_chips(apk, gegevens, today, land))
        self._notes.show_notes(apk, gegevens, self._blik.pechhulp if self._blik else None, today, land)

    def _read(self) -> tuple[VoertuigKaart, list[Bevinding]]:
        kaart, findings = self._tab.read(self._basis)
        kaart = replace(kaart, actief=self._kop.active.value(), hoofdeigenaar=self._kop.owner.owner())
        try:
            return replace(kaart, kenteken=self._kop.plate.value()), findings
        except Ongeldig as fout:
            return kaart, [*fout.bevindingen, *findings]

    def has_changes(self) -> bool:
        kaart, unreadable = self._read()
        return kaart != self._basis or bool(unreadable)

    # What is wrong or doubtful, while one types.

    def _leave(self, veld: str) -> None:
        self._touched.add(veld)
        kaart, unreadable = self._read()
        found = {bevinding.veld: bevinding for bevinding in check_voertuig(kaart, self._toegang.vandaag())}
        found |= {bevinding.veld: bevinding for bevinding in unreadable}
        if veld in self._tab.fields:
            self._tab.fields[veld].set_finding(found.get(veld))
        if veld in ("kenteken", "chassisnummer") and kaart != self._basis and not unreadable:
            self._look_for_doubles(kaart)

    def _look_for_doubles(self, kaart: VoertuigKaart) -> None:
        toegang = self._toegang
        self.background.run(
            self,
            lambda: toegang.voertuigen.doubles(toegang.wie, kaart, self._id),
            self._doubles_found,
            self.show_problem,
        )

    def _doubles_found(self, doubles: tuple[VoertuigTreffer, ...]) -> None:
        if not doubles:
            return
        other = doubles[0]
        same = _("Dit kenteken of chassisnummer staat ook op een andere kaart: {auto}, {eigenaar}.")
        self.problem.show_problem(
            same.format(auto=other.omschrijving or "–", eigenaar=other.eigenaar or _("zonder eigenaar")),
            _("Opslaan mag. Kijk eerst of het dezelfde auto is."),
            kind="warn",
        )

    # The verbs.

    def save(self) -> None:
        """Saves what was changed, once it can be read."""
        nieuw, unreadable = self._read()
        if unreadable:
            self.show_findings(unreadable)
            return
        toegang, basis, taken = self._toegang, self._basis, self._still_from_rdw(nieuw)
        self.work(lambda: toegang.voertuigen.save(toegang.wie, self._id, basis, nieuw, taken), self._saved, writes=True)

    def ask_rdw(self) -> None:
        """Asks the register about the plate that stands there."""
        kaart, unreadable = self._read()
        if kaart.kenteken is None or unreadable:
            self.show_findings(unreadable or check_voertuig(kaart, self._toegang.vandaag()))
            return
        toegang, kenteken = self._toegang, kaart.kenteken

        def look_up() -> tuple[RdwAntwoord, tuple[Verschil, ...]]:
            antwoord = toegang.rdw.look_up(toegang.wie, kenteken)
            return antwoord, toegang.rdw.compare(toegang.wie, self._id, kaart, antwoord)

        self.work(look_up, self._answered)

    def solve(self, botsing: Botsing) -> None:
        self._deuren.open_botsing(botsing, lambda mine: self._solved(botsing, mine), self)

    def _reveal(self, veld: str) -> None:
        toegang, voertuig_id = self._toegang, self._id
        if voertuig_id is None:
            return
        self.work(
            lambda: toegang.voertuigen.reveal_code(toegang.wie, voertuig_id, veld),
            lambda tekst: self._tab.show_code(veld, tekst),
        )

    def _open_owner(self) -> None:
        owner = self._kop.owner.owner()
        if owner is not None:
            self._deuren.open_relatie(owner.id)

    def _open_logbook(self) -> None:
        if self._id is not None:
            self._deuren.open_logboek("voertuig", self._id, self.windowTitle())

    def _still_from_rdw(self, kaart: VoertuigKaart) -> frozenset[str]:
        """The fields that hold what the register gave: what a person typed over it since is his own."""
        return frozenset(veld for veld, waarde in self._from_rdw.items() if getattr(kaart, veld) == waarde)

    # The answers.

    def _saved(self, voertuig: Voertuig) -> None:
        self._stand_on(voertuig)
        self._show(voertuig.kaart)
        self._deuren.changed.emit("voertuig", voertuig.id)
        self.close()

    def _answered(self, answer: tuple[RdwAntwoord, tuple[Verschil, ...]]) -> None:
        self._antwoord, verschillen = answer
        self._show_attention()
        self._deuren.open_rdw(self._antwoord, verschillen, self._basis.co2_cyclus, self._taken, self)

    def _taken(self, velden: frozenset[str]) -> None:
        if self._antwoord is None:
            return
        kaart, _unreadable = self._read()
        kaart = take(kaart, self._antwoord.gegevens, velden)
        self._tab.show_card(kaart)
        self._from_rdw |= {veld: getattr(kaart, veld) for veld in taken_fields(velden)}

    def _solved(self, botsing: Botsing, mine: dict[str, bool]) -> None:
        """Both values were weighed: what was chosen is saved on what stands there now."""
        actueel: Voertuig = botsing.actueel
        kaart, _unreadable = self._read()
        theirs = {veld.veld: veld.hun for veld in botsing.velden if not mine[veld.veld]}
        nieuw = replace(kaart, **theirs)
        # What they changed and I did not comes along, so that the next save finds only my own changes.
        untouched = changed(self._basis, actueel.kaart).keys() - changed(self._basis, kaart).keys()
        nieuw = replace(nieuw, **{veld: getattr(actueel.kaart, veld) for veld in untouched})
        self._stand_on(actueel)
        self._show(nieuw)
        self.save()

    def _changed_elsewhere(self, onderwerp: str, changed_id: int) -> None:
        owner = self._kop.owner.owner()
        if onderwerp == "relatie" and owner is not None and owner.id == changed_id:
            toegang = self._toegang
            self.background.run(
                self, lambda: toegang.relaties.load(toegang.wie, changed_id), self._owner_changed, self.show_problem
            )
        elif onderwerp == "pechhulp" and self._id is not None and not self.is_busy:
            voertuig_id, toegang = self._id, self._toegang
            self.background.run(
                self, lambda: toegang.voertuigen.blik(toegang.wie, voertuig_id), self._glanced, self.show_problem
            )

    def _owner_changed(self, relatie: Relatie) -> None:
        head: RelatieKop = kop(relatie)
        self._kop.owner.show_owner(head)

    def _glanced(self, blik: VoertuigBlik) -> None:
        self._blik = blik
        self._show_attention()
