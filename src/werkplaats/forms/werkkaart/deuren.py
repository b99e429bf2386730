"""The doors to the werkkaarten: a known one, a new one of a car, its papers, the visits of a car, the register."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from werkplaats.domain.artikel import Artikel
from werkplaats.forms.artikelen.een import ArtikelForm
from werkplaats.forms.artikelen.form import LijstenForm
from werkplaats.forms.werkkaart.checklist import ChecklistForm
from werkplaats.forms.werkkaart.documenten import KaartDocumentenForm
from werkplaats.forms.werkkaart.dossier import DossierForm
from werkplaats.forms.werkkaart.form import WerkkaartForm
from werkplaats.forms.werkkaart.gewerkt import GewerktForm
from werkplaats.forms.werkkaart.kiezen import KiesForm
from werkplaats.forms.werkkaart.register import RegisterForm

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from werkplaats.domain.artikel import EigenLijsten, Voorstel
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form

    Make = Callable[[], Form]
    Show = Callable[[tuple[Hashable, ...], Make], Form]


class WerkkaartDeuren:
    """``show`` opens a dialog once for its key, ``show_for`` one that answers to another; ``toegang`` as it is now."""

    def __init__(
        self, deuren: Deuren, toegang: Callable[[], Toegang], show: Show, show_for: Callable[[Form, str, Make], None]
    ) -> None:
        self._deuren = deuren
        self._toegang = toegang
        self._show = show
        self._show_for = show_for

    def open_werkkaart(self, kaart_id: int) -> None:
        """A werkkaart."""
        self._show(("werkkaart", kaart_id), lambda: WerkkaartForm(self._toegang(), self._deuren, kaart_id, 0))

    def open_werkkaart_number(self, nummer: str) -> None:
        """The werkkaart of this number; where there is none, the window says so."""
        self._show(("werkkaart", nummer), lambda: WerkkaartForm(self._toegang(), self._deuren, None, 0, nummer))

    def new_werkkaart(self, voertuig_id: int) -> None:
        """A new werkkaart of a car."""
        self._show(
            ("werkkaart", "nieuw", voertuig_id), lambda: WerkkaartForm(self._toegang(), self._deuren, None, voertuig_id)
        )

    def open_dossier(self, voertuig_id: int) -> None:
        """The visits of a car."""
        self._show(("dossier", voertuig_id), lambda: DossierForm(self._toegang(), self._deuren, voertuig_id))

    def open_documenten(self, kaart_id: int) -> None:
        """The photos and papers of one visit."""
        make = partial(KaartDocumentenForm, self._toegang(), self._deuren, kaart_id)
        self._show(("kaart_documenten", kaart_id), make)

    def open_checklist(self, kaart_id: int, nummer: str) -> None:
        """What was found at the points of the shop's checklist."""
        self._show(
            ("kaart_checklist", kaart_id), lambda: ChecklistForm(self._toegang(), self._deuren, kaart_id, nummer)
        )

    def open_gewerkt(self, kaart_id: int, nummer: str) -> None:
        """When mechanics worked on a card."""
        self._show(("gewerkt", kaart_id), lambda: GewerktForm(self._toegang(), self._deuren, kaart_id, nummer))

    def open_garageregister(self) -> None:
        """The garage register of a Belgian establishment."""
        self._show(("garageregister",), lambda: RegisterForm(self._toegang(), self._deuren))

    def kies_regel(
        self,
        heading: str,
        lijst: Sequence[Voorstel],
        begun: str,
        chosen: Callable[[Voorstel], None],
        owner: Form,
        edit: Callable[[], None] | None = None,
    ) -> None:
        """Something out of a shop's own list, for the lines of a werkkaart; ``edit`` opens that list to change it."""
        self._show_for(owner, "kies_regel", lambda: KiesForm(self._toegang(), heading, lijst, chosen, begun, edit))

    def open_lijsten(self, soort: type[Voorstel] = Artikel) -> None:
        """The shop's own lists, at one of them."""
        form = self._show(("eigen_lijsten",), lambda: LijstenForm(self._toegang(), self._deuren, soort))
        if isinstance(form, LijstenForm):
            form.open_tab(soort)

    def open_artikel(self, lijsten: EigenLijsten, een: Voorstel, *, nieuw: bool) -> None:
        """One of the shop's lists to change; ``nieuw``: an empty one of its kind."""
        make = partial(ArtikelForm, self._toegang(), self._deuren, lijsten, een, nieuw=nieuw)
        self._show(("artikel", type(een).__name__, "" if nieuw else een.code), make)
