"""A plate goes to the next car on a day: it ends here and begins there, both or neither."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from werkplaats.domain.wisseling import Verhuizing
from werkplaats.forms.wisseling.auto import CarField
from werkplaats.forms.wisseling.plaat import NieuwePlaat, NieuwePlaatForm
from werkplaats.i18n import _, woord
from werkplaats.ui.labels import NoteLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class VerhuisForm(NieuwePlaatForm):
    """Belgium: the plate belongs to the holder. The car left behind gets a new one, or none."""

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int) -> None:
        plate = woord(toegang.wie.land, "kenteken")
        title = _("{kenteken} verhuist naar een andere auto").format(kenteken=plate.capitalize())
        about = _("De plaat eindigt hier op die dag en begint bij de andere auto. Een plaat die daar zat, eindigt dan.")
        super().__init__(toegang, deuren, voertuig_id, title, about)
        self._seen: Kenteken | None = None
        self._to = CarField("naar")
        self._to.choose_asked.connect(self._choose)
        self._new = NieuwePlaat(toegang.wie.land)
        self._dutch = NoteLine()
        self.grid.row(_("&Op de dag"), self.day_field())
        self.grid.row(_("Naar de auto"), self._to)
        hint = _("Leeg: deze auto heeft vanaf die dag geen plaat.")
        self.grid.row(_("&Deze auto krijgt"), self._new.plate, self._new.land, hint=hint)
        self.grid.under(self._dutch)
        self.lay_out(_("&Verhuizen"))

    def know(self, voertuig: Voertuig) -> None:
        self._seen = voertuig.kaart.kenteken
        if self._seen is not None and self._seen.land == "NL":
            self._dutch.say("warn", _("Een Nederlands kenteken hoort bij de auto en verhuist niet. Klopt dit?"))

    def show_car(self) -> None:
        self.grid.fields["dag"].set_value(self.toegang.vandaag())
        if self._seen is not None:
            self._new.plate.set_land(self._seen.land)

    def call(self, values: dict[str, Any]) -> Callable[[], object]:
        toegang = self.toegang
        invoer = Verhuizing(self._seen, values["naar"], values["nieuw"], values["dag"], self.ends)
        return partial(toegang.wisselingen.move_plate, toegang.wie, self.voertuig_id, invoer)

    def touched(self) -> tuple[int, ...]:
        naar = self._to.value()
        return (*super().touched(), *(() if naar is None else (naar,)))

    def _choose(self) -> None:
        self.deuren.wisseling.kies_voertuig(self._to.choose, self)
