"""The doors between dialogs: one place that opens them, raises what is open already, and says what was changed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from werkplaats.domain.instellingen import in_shop
from werkplaats.forms.aan_de_beurt import AanDeBeurtForm
from werkplaats.forms.afdrukvoorbeeld import AfdrukvoorbeeldForm
from werkplaats.forms.banden.form import BandenForm
from werkplaats.forms.banden.set import BandensetForm
from werkplaats.forms.bijlagen.form import DocumentenForm
from werkplaats.forms.bijlagen.foto import FotoForm
from werkplaats.forms.bijlagen.naam import NaamForm
from werkplaats.forms.botsing import BotsingForm
from werkplaats.forms.carpass.deuren import CarPassDeuren
from werkplaats.forms.contacten import ContactenForm
from werkplaats.forms.dagtaken import DagtakenForm
from werkplaats.forms.garantie.een import GarantieForm
from werkplaats.forms.garantie.form import GarantiesForm
from werkplaats.forms.gebruikers.deuren import GebruikerDeuren
from werkplaats.forms.herinnering import HerinneringForm
from werkplaats.forms.historie.form import HistorieForm
from werkplaats.forms.hulp import HulpForm, page_of
from werkplaats.forms.instellingen.form import InstellingenForm
from werkplaats.forms.kies_relatie import KiesRelatieForm
from werkplaats.forms.kmstand.form import KmStandForm
from werkplaats.forms.leen.deuren import LeenDeuren
from werkplaats.forms.logboek import LogboekForm, source_of
from werkplaats.forms.monteur.deuren import MonteurDeuren
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.order.deuren import VerkoopDeuren
from werkplaats.forms.over import OverForm
from werkplaats.forms.pechhulp import PechhulpForm
from werkplaats.forms.pechhulp_eerder import PechhulpEerderForm
from werkplaats.forms.rdw_vergelijken import RdwVergelijkenForm
from werkplaats.forms.relatie.form import NieuweRelatieForm, RelatieForm
from werkplaats.forms.schade.een import SchadeForm
from werkplaats.forms.schade.form import SchadesForm
from werkplaats.forms.vrije_velden.form import VrijeVeldenForm
from werkplaats.forms.werkkaart.deuren import WerkkaartDeuren
from werkplaats.forms.wisseling.deuren import WisselDeuren

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from werkplaats.domain.banden import Bandenset
    from werkplaats.domain.bijlage import Bijlage
    from werkplaats.domain.garantie import Garantie
    from werkplaats.domain.herinnering import Herinnering
    from werkplaats.domain.instellingen import Shop
    from werkplaats.domain.rdw import RdwAntwoord, Verschil
    from werkplaats.domain.schade import Schade, SchadeKaart
    from werkplaats.domain.voertuig import RelatieKop
    from werkplaats.errors import Botsing
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form

_HULP = "hulp"


class Deuren(QObject):
    """Opens the dialogs of one window; ``changed(onderwerp, id)`` is emitted after each save in any of them.

    ``heard(onderwerp)`` tells of what was changed here or elsewhere, for a dialog that waits for an answer;
    ``page_asked(naam)`` asks the window for one of its pages.
    """

    changed = Signal(str, int)
    heard = Signal(str)
    page_asked = Signal(str)
    shop_saved = Signal(object)

    def __init__(self, toegang: Toegang, parent: QObject) -> None:
        super().__init__(parent)
        self._toegang = toegang
        self._open: dict[Hashable, Form] = {}
        self.monteur = MonteurDeuren(self, lambda: self._toegang)
        self.wisseling = WisselDeuren(self, lambda: self._toegang, self._show)
        self.gebruikers = GebruikerDeuren(self, lambda: self._toegang, self._show)
        self.werkkaart = WerkkaartDeuren(self, lambda: self._toegang, self._show, self._show_for)
        self.verkoop = VerkoopDeuren(self, lambda: self._toegang, self._show, self._show_for)
        self.leen = LeenDeuren(self, lambda: self._toegang, self._show)
        self.carpass = CarPassDeuren(self, lambda: self._toegang, self._show)

    def open_voertuig(self, voertuig_id: int) -> None:
        """The vehicle card of a car."""
        self._show(("voertuig", voertuig_id), lambda: MuterenForm(self._toegang, self, voertuig_id))

    def new_voertuig(self, kenteken_tekst: str = "") -> None:
        """The vehicle card of a car that is not known yet; one for each plate that was searched for."""
        self._show(("voertuig", kenteken_tekst), lambda: MuterenForm(self._toegang, self, None, kenteken_tekst))

    def open_relatie(self, relatie_id: int) -> None:
        """The card of a person or a company."""
        self._show(("relatie", relatie_id), lambda: RelatieForm(self._toegang, self, relatie_id))

    def new_relatie(self, naam: str = "", saved: Callable[[RelatieKop], None] | None = None) -> None:
        """The card of somebody who is not known yet, one for each name; ``saved`` is told of him once he is."""
        self._show(("relatie", naam, saved), lambda: NieuweRelatieForm(self._toegang, self, None, naam, saved))

    def kies_relatie(self, chosen: Callable[[RelatieKop], None], owner: Form) -> None:
        """Somebody to choose for another dialog; ``chosen`` is told as long as that is open."""

        def tell(kop: RelatieKop) -> None:
            if shiboken6.isValid(owner):
                chosen(kop)

        def make() -> KiesRelatieForm:
            form = KiesRelatieForm(self._toegang, self, tell)
            owner.closed.connect(form.close)
            return form

        self._show(("kies_relatie", owner), make)

    def open_contacten(self, relatie_id: int, voertuig_id: int | None) -> None:
        """The contact there was with a relatie; a new one is about the car from whose card one comes."""
        key = ("contacten", relatie_id, voertuig_id)
        self._show(key, lambda: ContactenForm(self._toegang, self, relatie_id, voertuig_id))

    def open_historie(self, voertuig_id: int) -> None:
        """Everything that ever happened with a car."""
        self._show(("historie", voertuig_id), lambda: HistorieForm(self._toegang, self, voertuig_id))

    def open_kmstand(self, voertuig_id: int) -> None:
        """The odometer readings of a car."""
        self._show(("kmstand", voertuig_id), lambda: KmStandForm(self._toegang, self, voertuig_id))

    def open_banden(self, voertuig_id: int) -> None:
        """The sets of tyres of a car."""
        self._show(("banden", voertuig_id), lambda: BandenForm(self._toegang, self, voertuig_id))

    def open_vrije_velden(self, voertuig_id: int) -> None:
        """What the shop itself wants to know of a car."""
        self._show(("vrije_velden", voertuig_id), lambda: VrijeVeldenForm(self._toegang, self, voertuig_id))

    def open_bandenset(self, voertuig_id: int, een: Bandenset | None) -> None:
        """A set of tyres of a car, or a new one."""
        key = ("bandenset", voertuig_id, een.id if een is not None else None)
        self._show(key, lambda: BandensetForm(self._toegang, self, voertuig_id, een))

    def open_documenten(self, voertuig_id: int) -> None:
        """The documents of a car."""
        self._show(("documenten", voertuig_id), lambda: DocumentenForm(self._toegang, self, voertuig_id))

    def open_foto(self, fotos: tuple[Bijlage, ...], at: int, owner: Form) -> None:
        """One of these photos in large; it belongs to the dialog that shows them small."""
        self._show_for(owner, "foto", lambda: FotoForm(self._toegang, fotos, at))

    def open_naam(self, bijlage: Bijlage, owner: Form) -> None:
        """Another name for a file."""
        self._show_for(owner, "bijlage_naam", lambda: NaamForm(self._toegang, self, bijlage))

    def open_schades(self, voertuig_id: int) -> None:
        """The damages of a car."""
        self._show(("schade", voertuig_id), lambda: SchadesForm(self._toegang, self, voertuig_id))

    def open_schade(self, voertuig_id: int, schade: Schade | None, kaart: SchadeKaart) -> None:
        """A damage of a car, or a new one at a place of its drawing."""
        key = ("schade_een", voertuig_id, schade.id if schade is not None else None)
        self._show(key, lambda: SchadeForm(self._toegang, self, voertuig_id, schade, kaart))

    def open_garanties(self, voertuig_id: int) -> None:
        """The warranties of a car."""
        self._show(("garantie", voertuig_id), lambda: GarantiesForm(self._toegang, self, voertuig_id))

    def open_garantie(self, voertuig_id: int, garantie: Garantie | None) -> None:
        """A warranty of a car, or a new one."""
        key = ("garantie_een", voertuig_id, garantie.id if garantie is not None else None)
        self._show(key, lambda: GarantieForm(self._toegang, self, voertuig_id, garantie))

    def open_pechhulp(self, voertuig_id: int) -> None:
        """The request for a pass at Bovemij, filled in for a car."""
        self._show(("pechhulp", voertuig_id), lambda: PechhulpForm(self._toegang, self, voertuig_id))

    def open_pechhulp_eerder(self, voertuig_id: int) -> None:
        """What was asked for a car before, and the pass that came of it."""
        self._show(("pechhulp_eerder", voertuig_id), lambda: PechhulpEerderForm(self._toegang, self, voertuig_id))

    def open_rdw(
        self,
        antwoord: RdwAntwoord,
        verschillen: tuple[Verschil, ...],
        cycle: str,
        taken: Callable[[frozenset[str]], None],
        owner: Form,
    ) -> None:
        """What the register has otherwise than a card; it belongs to the dialog of that card."""

        def make() -> Form:
            form = RdwVergelijkenForm(self._toegang, antwoord, verschillen, cycle)
            form.taken.connect(taken)
            return form

        self._show_for(owner, "rdw", make)

    def open_botsing(self, botsing: Botsing, solved: Callable[[dict[str, bool]], None], owner: Form) -> None:
        """Both values of the fields that two people changed."""

        def make() -> Form:
            form = BotsingForm(self._toegang, self, botsing)
            form.solved.connect(solved)
            return form

        self._show_for(owner, "botsing", make)

    def open_logboek(self, onderwerp: str, onderwerp_id: int, title: str) -> None:
        """Who changed what of a vehicle or a relatie."""
        toegang = self._toegang
        load = partial(source_of(toegang, onderwerp), toegang.wie, onderwerp_id)

        def make() -> Form:
            form = LogboekForm(toegang, title, load)
            self.changed.connect(form.reload)
            return form

        self._show(("logboek", onderwerp, onderwerp_id), make)

    def open_herinnering(self, voertuig_id: int, herinnering: Herinnering | None) -> None:
        """A reminder of a car, or a new one."""
        key = ("herinnering", voertuig_id, herinnering.id if herinnering is not None else None)
        self._show(key, lambda: HerinneringForm(self._toegang, self, voertuig_id, herinnering))

    def open_dagtaken(self) -> None:
        """What runs each morning."""
        self._show(("dagtaken",), lambda: DagtakenForm(self._toegang))

    def open_aan_de_beurt(self) -> None:
        """What is due of all cars."""
        self._show(("aan_de_beurt",), lambda: AanDeBeurtForm(self._toegang, self))

    def open_afdruk(
        self,
        titel: str,
        bestandsnaam: str,
        make: Callable[[], bytes],
        soort: str = "document",
        note: Callable[[], object] = lambda: None,
    ) -> None:
        """The preview of a document that ``make`` draws in the background, made anew each time that it is asked.

        Its printer is remembered by ``soort``; ``note`` is called before it leaves, on paper or as a file.
        """
        key = ("afdruk", soort, bestandsnaam)
        older = self._open.get(key)
        if older is not None:
            older.close()
        self._show(key, lambda: AfdrukvoorbeeldForm(self._toegang, self, titel, bestandsnaam, make, soort, note))

    def open_instellingen(self, pagina: str = "") -> None:
        """The settings of the shops and of this person, at one of their pages."""
        form = self._show(("instellingen",), lambda: InstellingenForm(self._toegang, self, pagina))
        if pagina and isinstance(form, InstellingenForm):
            form.open_page(pagina)

    def know_shop(self, shop: Shop) -> None:
        """A shop was saved: who works in it does so from now on under its new name, country and zone."""
        if shop.id == self._toegang.wie.shop_id:
            self._toegang = replace(self._toegang, wie=in_shop(self._toegang.wie, shop))
        self.shop_saved.emit(shop)
        self.changed.emit("instellingen", shop.id)

    def open_over(self) -> None:
        """Which version this is, where the data lie, and whose work it stands on."""
        self._show(("over",), lambda: OverForm(self._toegang))

    def open_hulp(self, pagina: str) -> None:
        """The manual, at one of its pages."""
        form = self._show((_HULP,), lambda: HulpForm(self._toegang, pagina))
        if isinstance(form, HulpForm):
            form.open_page(pagina)

    def know_as(self, form: Form, key: tuple[Hashable, ...]) -> None:
        """A window that was opened without it turns out to be of this record; one that is open already is raised."""
        other = self._open.get(key)
        if other is not None and other is not form:
            other.raise_()
            other.activateWindow()
            form.close()
            return
        self._open = {older: open_ for older, open_ in self._open.items() if open_ is not form}
        self._open[key] = form
        form.closed.connect(partial(self._forget, key))

    def _show_for(self, owner: Form, soort: str, make: Callable[[], Form]) -> None:
        """Shows a dialog that answers to another one: it replaces an older question and goes with its owner."""
        key = (soort, id(owner))
        older = self._open.get(key)
        if older is not None:
            older.close()
        self._show(key, make)
        owner.closed.connect(self._open[key].close)

    def _show(self, key: tuple[Hashable, ...], make: Callable[[], Form]) -> Form:
        """Shows the dialog of a record: the open one when there is one, so that nobody edits beside himself."""
        form = self._open.get(key)
        if form is None:
            form = self._open[key] = make()
            form.closed.connect(partial(self._forget, key))
            self._offer_help(form, str(key[0]))
            form.show()
        form.raise_()
        form.activateWindow()
        return form

    def _offer_help(self, form: Form, soort: str) -> None:
        """F1 in a dialog shows the page of the manual about it; the manual itself stays where it is."""
        if soort != _HULP:
            form.offer_help(partial(self.open_hulp, page_of(soort)))

    def _forget(self, key: Hashable) -> None:
        self._open.pop(key, None)
