"""A plate that is about to be saved stands on another car too: there it ends on a day, or it stays on both."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from werkplaats.domain.wisseling import EindeElders, check_dag
from werkplaats.forms.wisseling.basis import WisselForm
from werkplaats.i18n import _
from werkplaats.ui.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class EindeEldersForm(WisselForm):
    """Shows the other car; ``decided`` is told of the day on which the plate ends there, or of None."""

    standard_size: ClassVar[tuple[int, int]] = (620, 320)

    def __init__(
        self,
        toegang: Toegang,
        deuren: Deuren,
        voertuig_id: int,
        plate: str,
        decided: Callable[[EindeElders | None], None],
    ) -> None:
        title = _("{kenteken} staat ook op deze auto").format(kenteken=plate)
        about = _("Kies tot welke dag de plaat van deze auto was. Daarna wordt uw kaart opgeslagen.")
        super().__init__(toegang, deuren, voertuig_id, title, about)
        self._decided = decided
        self.grid.row(_("&Eindigt hier op"), self.day_field())
        self.lay_out(_("&Hier beëindigen"))
        both = Button(_("Op &beide laten"))
        both.clicked.connect(partial(self._decide, None))
        self.bar.add_way_out(both)

    def has_changes(self) -> bool:
        """It is a question: to leave it without an answer loses nothing."""
        return False

    def show_car(self) -> None:
        self.grid.fields["dag"].set_value(self.toegang.vandaag())

    def save(self) -> None:
        """Hands the day to the card that asked."""
        values, unreadable = self.read()
        wrong = unreadable or check_dag(values["dag"], self.toegang.vandaag())
        if wrong:
            self.show_findings(wrong)
        else:
            self._decide(EindeElders(self.voertuig_id, values["dag"]))

    def _decide(self, einde: EindeElders | None) -> None:
        self.close()
        self._decided(einde)
