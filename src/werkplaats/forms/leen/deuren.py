"""The doors to cars that are lent: a new period of a car or for a visit, a known one, and its end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from werkplaats.forms.leen.een import LeenForm
from werkplaats.forms.leen.terug import TerugForm

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from werkplaats.domain.leen import Leenperiode
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.leen.bezoek import Bezoek
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form

    Show = Callable[[tuple[Hashable, ...], Callable[[], Form]], Form]


class LeenDeuren:
    """``show`` opens a dialog once for its key; ``toegang`` is asked at each opening, for the shop may be renamed."""

    def __init__(self, deuren: Deuren, toegang: Callable[[], Toegang], show: Show) -> None:
        self._deuren = deuren
        self._toegang = toegang
        self._show = show

    def new_leen(self, voertuig_id: int) -> None:
        """A car is given to somebody."""
        self._show(("leen", "nieuw", voertuig_id), lambda: LeenForm(self._toegang(), self._deuren, voertuig_id))

    def lend_for(self, bezoek: Bezoek) -> None:
        """A car is given along with a visit."""
        make = partial(LeenForm, self._toegang(), self._deuren, None, None, bezoek)
        self._show(("leen", "bezoek", bezoek.kaart_id), make)

    def open_leen(self, periode: Leenperiode) -> None:
        """A period on file."""
        self._show(("leen", periode.id), lambda: LeenForm(self._toegang(), self._deuren, periode.voertuig_id, periode))

    def take_in(self, periode: Leenperiode) -> None:
        """A car is back."""
        self._show(("leen_terug", periode.id), lambda: TerugForm(self._toegang(), self._deuren, periode))

    def tell(self, periode: Leenperiode) -> None:
        """Tells all windows that something of this period was written."""
        self._deuren.changed.emit("voertuig", periode.voertuig_id)
        if periode.werkkaart_id is not None:
            self._deuren.changed.emit("werkkaart", periode.werkkaart_id)
