"""From a day on a car bears another plate, or none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.wisseling import PlaatWissel, check_dag
from werkplaats.forms.muteren.dubbel import bearer_of
from werkplaats.forms.muteren.kop import countries
from werkplaats.forms.wisseling.basis import WisselForm
from werkplaats.i18n import _
from werkplaats.ui.fields.choice import Combo
from werkplaats.ui.fields.plate_edit import PlateEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.treffers import VoertuigTreffer
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.domain.wisseling import EindeElders
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


def new_plate(land: str) -> str:
    """What a new plate is called where the shop stands: the two words are not of one gender."""
    return _("Nieuwe nummerplaat") if land == "BE" else _("Nieuw kenteken")


class NieuwePlaat:
    """A plate with its country, as two fields of one row."""

    def __init__(self, land: str) -> None:
        self.plate = PlateEdit("nieuw")
        self.land = Combo("land", countries(), "s")
        self.land.setAccessibleName(_("Land"))
        self.land.changed.connect(lambda: self.plate.set_land(str(self.land.value())))
        self.plate.judged.connect(lambda: self.land.set_value(self.plate.land))
        self.plate.set_land(land)


class NieuwePlaatForm(WisselForm):
    """A change by which this car gets a plate: what becomes of it at another car that bears it is asked first."""

    ends: EindeElders | None = None

    def save(self) -> None:
        """Writes the change; where another car bears the new plate, what becomes of it there is asked first."""
        self.ends = None
        values, unreadable = self.read()
        plate, toegang = values.get("nieuw"), self.toegang
        if plate is None or unreadable or check_dag(values["dag"], toegang.vandaag()):
            super().save()
            return
        doubles = partial(toegang.voertuigen.doubles, toegang.wie, VoertuigKaart(kenteken=plate), self.voertuig_id)
        self.work(doubles, partial(self._ask_elsewhere, plate, values.get("naar")))

    def touched(self) -> tuple[int, ...]:
        return (self.voertuig_id, *(() if self.ends is None else (self.ends.voertuig_id,)))

    def _ask_elsewhere(self, plate: Kenteken, swaps: int | None, doubles: Sequence[VoertuigTreffer]) -> None:
        # The car that gets the plate of this one loses its own by that: of two that change places nothing is asked.
        other = bearer_of(plate, [double for double in doubles if double.id != swaps])
        if other is None:
            super().save()
        else:
            self.deuren.wisseling.ask_elsewhere(other.id, plate.weergave, self._decided, self)

    def _decided(self, einde: EindeElders | None) -> None:
        self.ends = einde
        super().save()


class PlaatForm(NieuwePlaatForm):
    """The present plate ends on the day and stays with the car as an old one; left empty, it bears none from then."""

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int) -> None:
        about = _("Een typefout verbetert u op de kaart zelf. Hier krijgt de auto vanaf een dag een ander kenteken.")
        super().__init__(toegang, deuren, voertuig_id, new_plate(toegang.wie.land), about)
        self._seen: Kenteken | None = None
        self._new = NieuwePlaat(toegang.wie.land)
        self.grid.row(_("&Op de dag"), self.day_field())
        hint = _("Leeg: de auto heeft vanaf die dag geen kenteken.")
        self.grid.row(_("&Wordt"), self._new.plate, self._new.land, hint=hint)
        self.lay_out(_("&Vastleggen"))

    def know(self, voertuig: Voertuig) -> None:
        self._seen = voertuig.kaart.kenteken

    def show_car(self) -> None:
        self.grid.fields["dag"].set_value(self.toegang.vandaag())
        if self._seen is not None:
            self._new.plate.set_land(self._seen.land)

    def call(self, values: dict[str, Any]) -> Callable[[], object]:
        toegang = self.toegang
        invoer = PlaatWissel(self._seen, values["nieuw"], values["dag"], self.ends)
        return partial(toegang.wisselingen.change_plate, toegang.wie, self.voertuig_id, invoer)
