"""The doors to the reports to Car-Pass: a known one, and a new one of a car that may have to be chosen first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from werkplaats.forms.carpass.correctie import CorrectieForm
from werkplaats.forms.carpass.form import CarPassForm
from werkplaats.forms.carpass.historiek import HistoriekForm
from werkplaats.forms.wisseling.kies_voertuig import KiesVoertuigForm

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form

    Show = Callable[[tuple[Hashable, ...], Callable[[], Form]], Form]


class CarPassDeuren:
    """``show`` opens a dialog once for its key; ``toegang`` is asked at each opening, for the shop may be renamed."""

    def __init__(self, deuren: Deuren, toegang: Callable[[], Toegang], show: Show) -> None:
        self._deuren = deuren
        self._toegang = toegang
        self._show = show

    def open_melding(self, melding_id: int, *, bevestigen: bool = False) -> None:
        """A report to Car-Pass; ``bevestigen`` asks at once whether its data are right."""
        make = partial(CarPassForm, self._toegang(), self._deuren, None, melding_id, bevestigen=bevestigen)
        self._show(("carpass", melding_id), make)

    def open_correctie(self, melding_id: int) -> None:
        """The correction form of a report."""
        self._show(("carpass_correctie", melding_id), partial(CorrectieForm, self._toegang(), self._deuren, melding_id))

    def open_historiek(self, voertuig_id: int) -> None:
        """The history of a car, for the sale."""
        make = partial(HistoriekForm, self._toegang(), self._deuren, voertuig_id)
        self._show(("carpass_historiek", voertuig_id), make)

    def open_historiek_of(self, historiek_id: int) -> None:
        """The history to which a request belongs; one that is gone opens nothing."""
        toegang = self._toegang()
        get = partial(toegang.historieken.get, toegang.wie, historiek_id)
        toegang.background.run(
            self._deuren, get, lambda historiek: self.open_historiek(historiek.voertuig_id), lambda _problem: None
        )

    def new_melding(self, voertuig_id: int | None = None) -> None:
        """A new report of a car; without one the car is chosen first."""
        if voertuig_id is not None:
            make = partial(CarPassForm, self._toegang(), self._deuren, voertuig_id, None)
            self._show(("carpass", "nieuw", voertuig_id), make)
            return

        def choose() -> Form:
            return KiesVoertuigForm(self._toegang(), lambda car: self.new_melding(car.id))

        self._show(("kies_melding",), choose)
