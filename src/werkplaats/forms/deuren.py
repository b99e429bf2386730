"""The doors between dialogs: one place that opens them, raises what is open already, and says what was changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from werkplaats.forms.botsing import BotsingForm
from werkplaats.forms.logboek import LogboekForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.pechhulp import PechhulpForm
from werkplaats.forms.pechhulp_eerder import PechhulpEerderForm
from werkplaats.forms.rdw_vergelijken import RdwVergelijkenForm

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from werkplaats.domain.rdw import RdwAntwoord, Verschil
    from werkplaats.errors import Botsing
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form


class Deuren(QObject):
    """Opens the dialogs of one window; ``changed(onderwerp, id)`` is emitted after each save in any of them."""

    changed = Signal(str, int)

    def __init__(self, toegang: Toegang, parent: QObject) -> None:
        super().__init__(parent)
        self._toegang = toegang
        self._open: dict[Hashable, Form] = {}

    def open_voertuig(self, voertuig_id: int) -> None:
        """The vehicle card of a car."""
        self._show(("voertuig", voertuig_id), lambda: MuterenForm(self._toegang, self, voertuig_id))

    def new_voertuig(self, kenteken_tekst: str = "") -> None:
        """The vehicle card of a car that is not known yet; one for each plate that was searched for."""
        self._show(("voertuig", kenteken_tekst), lambda: MuterenForm(self._toegang, self, None, kenteken_tekst))

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
            form = BotsingForm(self._toegang, botsing)
            form.solved.connect(solved)
            return form

        self._show_for(owner, "botsing", make)

    def open_logboek(self, onderwerp: str, onderwerp_id: int, title: str) -> None:
        """Who changed what of a vehicle or a relatie."""
        toegang = self._toegang
        source = toegang.voertuigen.logboek if onderwerp == "voertuig" else toegang.relaties.logboek
        load = partial(source, toegang.wie, onderwerp_id)

        def make() -> Form:
            form = LogboekForm(toegang, title, load)
            self.changed.connect(form.reload)
            return form

        self._show(("logboek", onderwerp, onderwerp_id), make)

    def _show_for(self, owner: Form, soort: str, make: Callable[[], Form]) -> None:
        """Shows a dialog that answers to another one: it replaces an older question and goes with its owner."""
        key = (soort, id(owner))
        older = self._open.get(key)
        if older is not None:
            older.close()
        self._show(key, make)
        owner.closed.connect(self._open[key].close)

    def _show(self, key: Hashable, make: Callable[[], Form]) -> None:
        """Shows the dialog of a record: the open one when there is one, so that nobody edits beside himself."""
        form = self._open.get(key)
        if form is None:
            form = self._open[key] = make()
            form.closed.connect(partial(self._forget, key))
            form.show()
        form.raise_()
        form.activateWindow()

    def _forget(self, key: Hashable) -> None:
        self._open.pop(key, None)
