"""One period in which a car is lent or hired out: to whom, from when until when, and how it came back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.kmstand import km_text, that_count
from werkplaats.domain.leen import LeenKaart
from werkplaats.domain.rechten import Recht
from werkplaats.domain.samenvoegen import settle
from werkplaats.errors import Bevinding
from werkplaats.forms.hoofd import AutoHoofd
from werkplaats.forms.leen.velden import LeenVelden
from werkplaats.forms.wisseling.kies_voertuig import Aanbod
from werkplaats.i18n import _
from werkplaats.ui.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from werkplaats.domain.kmstand import KmStand
    from werkplaats.domain.leen import Leenperiode
    from werkplaats.domain.treffers import VoertuigTreffer
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.errors import Botsing
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.leen.bezoek import Bezoek
    from werkplaats.forms.toegang import Toegang


class LeenForm(Form):
    """A period; ``periode`` None makes a new one of a car, or of one that is chosen for a visit (``bezoek``)."""

    standard_size: ClassVar[tuple[int, int]] = (720, 640)

    def __init__(
        self,
        toegang: Toegang,
        deuren: Deuren,
        voertuig_id: int | None,
        periode: Leenperiode | None = None,
        bezoek: Bezoek | None = None,
    ) -> None:
        super().__init__("leen", toegang.background, toegang.voorkeuren, None)
        self._toegang, self._deuren = toegang, deuren
        self._voertuig_id, self._bezoek = voertuig_id, bezoek
        self._id = periode.id if periode is not None else None
        self._basis = periode.kaart if periode is not None else LeenKaart()
        self._refused: tuple[tuple[object, ...], list[Bevinding]] = (), []
        self._velden = LeenVelden(
            toegang.vandaag(), toegang.wie.zone, chooses=voertuig_id is None, ends=periode is not None
        )
        self._build(periode)
        if periode is None:
            kaart_id = bezoek.kaart_id if bezoek is not None else None
            self.work(partial(toegang.leenperiodes.propose, toegang.wie, kaart_id), self._proposed)
        else:
            self._velden.show_card(self._basis)
        if voertuig_id is not None:
            self._know_car(voertuig_id)

    # Building.

    def _build(self, periode: Leenperiode | None) -> None:
        title = _("Auto uitlenen") if periode is None else _("Leen/Huur")
        self.setWindowTitle(title)
        number = self._bezoek.nummer if self._bezoek is not None else periode.werkkaart if periode is not None else ""
        visit = _("Bij werkkaart {nummer}").format(nummer=number) if number else ""
        if self._voertuig_id is None:
            self.set_heading(title, visit)
        else:
            self._head = AutoHoofd(lambda: self._deuren.open_hulp("leen-huur"), title)
            self.set_header(self._head)
            self.bar.say(visit)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 24)
        column.addWidget(self._velden)
        self.set_page(page)
        self.set_main(_("&Opslaan"), "opslaan", self.save)
        for veld, field in self._velden.fields.items():
            self.register(veld, cast("QWidget", field))
            field.left.connect(self._tell)
        self._velden.car.choose_asked.connect(self._choose_car)
        self._velden.borrower.choose_asked.connect(self._choose_borrower)
        self._velden.borrower.open_asked.connect(self._open_borrower)

    def _proposed(self, kaart: LeenKaart) -> None:
        self._basis = kaart
        self._velden.show_card(kaart)
        first = self._velden.car.choose_button if self._voertuig_id is None else self._velden.borrower.choose_button
        first.setFocus()

    # The car.

    def _know_car(self, voertuig_id: int) -> None:
        toegang, wie = self._toegang, self._toegang.wie
        if wie.mag(Recht.VOERTUIG_ZIEN):
            load = partial(toegang.voertuigen.load, wie, voertuig_id)
            self.background.run(self, load, self._show_car, self.show_problem)
            standen = partial(toegang.kmstanden.van_voertuig, wie, voertuig_id)
            self.background.run(self, standen, self._hint_reading, self.show_problem)

    def _show_car(self, voertuig: Voertuig) -> None:
        if self._voertuig_id is not None:
            self._head.show_car(voertuig)

    def _hint_reading(self, standen: tuple[KmStand, ...]) -> None:
        known = that_count(standen)
        if known:
            last, words = known[-1], _("Laatst bekend: {km} km op {dag}")
            self._velden.hint_reading(words.format(km=km_text(last.km), dag=datum_tekst(last.datum)))

    def _choose_car(self) -> None:
        """Offered are the loan cars that are free in the days that were typed; any other car may be searched for."""
        toegang, kaart = self._toegang, self._velden.read(self._basis)[0]
        free = partial(toegang.leenperiodes.vrij, toegang.wie, kaart.van, kaart.tot)
        offer = Aanbod(free, _("Vrije leenauto's"), _("Geen leenauto vrij"))
        self._deuren.wisseling.kies_voertuig(self._chosen, self, offer)

    def _chosen(self, treffer: VoertuigTreffer) -> None:
        self._velden.car.choose(treffer)
        self._know_car(treffer.id)

    # Who gets it.

    def _choose_borrower(self) -> None:
        self._deuren.kies_relatie(self._velden.borrower.choose, self)

    def _open_borrower(self) -> None:
        chosen = self._velden.borrower.value()
        if chosen is not None:
            self._deuren.open_relatie(chosen.id)

    # Saving.

    def has_changes(self) -> bool:
        nieuw, unreadable = self._velden.read(self._basis)
        return nieuw != self._basis or bool(unreadable) or self._velden.car.value() is not None

    def save(self) -> None:
        """Saves the period, once it can be read."""
        nieuw, unreadable = self._read()
        car = self._voertuig_id or self._velden.car.value()
        if unreadable or car is None:
            self.show_findings(self._found())
            return
        leen, wie = self._toegang.leenperiodes, self._toegang.wie
        if self._id is None:
            kaart_id = self._bezoek.kaart_id if self._bezoek is not None else None
            self.work(partial(leen.lend, wie, car, nieuw, kaart_id), self._saved, writes=True)
        else:
            self.work(partial(leen.save, wie, self._id, self._basis, nieuw), self._saved, writes=True)

    def solve(self, botsing: Botsing) -> None:
        self._deuren.open_botsing(botsing, partial(self._solved, botsing), self)

    def _solved(self, botsing: Botsing, mine: dict[str, bool]) -> None:
        """Both values were weighed: what was chosen is saved on what stands there now."""
        actueel = cast("Leenperiode", botsing.actueel).kaart
        nieuw = settle(self._basis, self._velden.read(self._basis)[0], actueel, mine)
        self._basis = actueel
        self._velden.show_card(nieuw)
        self.save()

    def _read(self) -> tuple[LeenKaart, list[Bevinding]]:
        """What stands in the fields, and what of it cannot be read or is missing before anything can be judged."""
        kaart, unreadable = self._velden.read(self._basis)
        if self._voertuig_id is None and self._velden.car.value() is None:
            unreadable.insert(0, Bevinding("voertuig", "LEEN_AUTO_LEEG"))
        return kaart, unreadable

    def show_findings(self, bevindingen: Iterable[Bevinding]) -> None:
        """What only the store knew, such as that another has the car, is kept until what it was said of changes."""
        found, own = tuple(bevindingen), self._found()
        codes = {een.code for een in own}
        self._refused = self._asked(), [een for een in found if een.code not in codes]
        super().show_findings(found)

    def _asked(self) -> tuple[object, ...]:
        kaart = self._velden.read(self._basis)[0]
        return kaart.van, kaart.tot, self._velden.car.value()

    def _found(self) -> list[Bevinding]:
        kaart, unreadable = self._read()
        return [*self._toegang.leenperiodes.check(self._toegang.wie, kaart), *unreadable]

    def _tell(self) -> None:
        """What is odd is said while one types; that something is empty still, only once the button said it."""
        asked, refused = self._refused
        found = [*(refused if asked == self._asked() else ()), *self._found()]
        fields = self._velden.fields
        told = {veld for veld, field in fields.items() if field.remarks.now is not None}
        said = {een.veld: een for een in found if een.veld in told or not een.code.endswith("_LEEG")}
        for veld, field in fields.items():
            field.set_finding(said.get(veld))

    def _saved(self, periode: Leenperiode) -> None:
        self._basis = periode.kaart
        self._velden.show_card(periode.kaart)
        self._velden.car.set_value(None)
        self._deuren.leen.tell(periode)
        self.close()
