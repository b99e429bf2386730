"""The doors to the car through time: its list of plates and people, and the dialog of each change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6

from werkplaats.forms.wisseling.elders import EindeEldersForm
from werkplaats.forms.wisseling.kies_voertuig import KiesVoertuigForm
from werkplaats.forms.wisseling.lijst import TijdlijnForm
from werkplaats.forms.wisseling.periode import PeriodeForm
from werkplaats.forms.wisseling.plaat import PlaatForm
from werkplaats.forms.wisseling.rol import RolForm
from werkplaats.forms.wisseling.verhuizing import VerhuisForm

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from werkplaats.domain.treffers import VoertuigTreffer
    from werkplaats.domain.wisseling import EindeElders, Regel, Rol
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.forms.wisseling.kies_voertuig import Aanbod
    from werkplaats.ui.form import Form

    Show = Callable[[tuple[Hashable, ...], Callable[[], Form]], Form]


class WisselDeuren:
    """``show`` opens a dialog once for its key; ``toegang`` is asked at each opening, for the shop may be renamed."""

    def __init__(self, deuren: Deuren, toegang: Callable[[], Toegang], show: Show) -> None:
        self._deuren = deuren
        self._toegang = toegang
        self._show = show

    def open_tijdlijn(self, voertuig_id: int) -> None:
        """The plates and people of a car, each with their days."""
        self._show(("tijdlijn", voertuig_id), lambda: TijdlijnForm(self._toegang(), self._deuren, voertuig_id))

    def open_rol(self, voertuig_id: int, rol: Rol) -> None:
        """A sale, another driver, another holder of the contract."""
        self._show(("rol", voertuig_id, rol), lambda: RolForm(self._toegang(), self._deuren, voertuig_id, rol))

    def open_plaat(self, voertuig_id: int) -> None:
        """Another plate from a day on."""
        self._show(("plaat", voertuig_id), lambda: PlaatForm(self._toegang(), self._deuren, voertuig_id))

    def open_verhuizing(self, voertuig_id: int) -> None:
        """The plate goes to the next car."""
        self._show(("verhuizing", voertuig_id), lambda: VerhuisForm(self._toegang(), self._deuren, voertuig_id))

    def open_periode(self, voertuig_id: int, regel: Regel) -> None:
        """The days of a plate or a person, to be put right."""
        key = ("periode", type(regel).__name__, regel.id)
        self._show(key, lambda: PeriodeForm(self._toegang(), self._deuren, voertuig_id, regel))

    def ask_elsewhere(
        self, voertuig_id: int, plate: str, decided: Callable[[EindeElders | None], None], owner: Form
    ) -> None:
        """Whether a plate ends at the other car that bears it too; ``decided`` is told while its owner is open."""

        def tell(einde: EindeElders | None) -> None:
            if shiboken6.isValid(owner):
                decided(einde)

        def make() -> Form:
            form = EindeEldersForm(self._toegang(), self._deuren, voertuig_id, plate, tell)
            owner.closed.connect(form.close)
            return form

        self._show(("elders", owner), make)

    def kies_voertuig(
        self, chosen: Callable[[VoertuigTreffer], None], owner: Form, offer: Aanbod | None = None
    ) -> None:
        """A car to choose for another dialog, out of ``offer`` or by search; told as long as that dialog is open."""

        def tell(treffer: VoertuigTreffer) -> None:
            if shiboken6.isValid(owner):
                chosen(treffer)

        def make() -> Form:
            form = KiesVoertuigForm(self._toegang(), tell, offer)
            owner.closed.connect(form.close)
            return form

        self._show(("kies_voertuig", owner), make)
